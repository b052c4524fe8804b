import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessMapping } from '@shared/exchange/guess'
import { columnNames, findHeaderRow } from '@shared/exchange/header'
import { fromColumn } from '@shared/exchange/mapping'
import { planImport } from '@shared/exchange/plan-import'
import { applyChanges } from '@shared/plan/apply'
import type { TableName } from '@shared/plan/table-name'
import { validate } from '@shared/plan/validate'
import { arbitraryPlan } from '../../fixtures/arbitrary-plan'
import { idSource } from './small-plan'

const cell = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    '',
    'Total',
    'Teacher',
    'Yes',
    '=1+1',
    '1904-01-01',
    '45%',
    '$1,200',
    '(3)',
    'PK',
    '12',
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.double(),
  fc.integer(),
)
const arbitrarySheet = fc.record({
  name: fc.string({ maxLength: 10 }),
  rows: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
})

describe('arbitrary sheets', () => {
  it('never make an import throw, and what it proposes may always be committed', () => {
    const tables: TableName[] = ['unit', 'staffGroup', 'position', 'role', 'fundingSource', 'plan', 'assignment']
    fc.assert(
      fc.property(arbitraryPlan(), arbitrarySheet, fc.constantFrom(...tables), fc.nat(), (plan, drawn, table, seed) => {
        const header = findHeaderRow(drawn.rows)
        const names = columnNames(drawn.rows, header)
        const guessed = guessMapping(table, names, drawn.rows.slice(header + 1))
        const keys = Object.keys(plan[table].values().next().value ?? {}).filter((key) => key !== 'rank')
        const fields = names.slice(0, keys.length).map((name, at) => fromColumn(keys[(at + seed) % keys.length]!, name))
        for (const mapping of [guessed, { ...guessed, headerRow: header, fields, emptyCells: 'clear' as const }]) {
          const { changes, summary, rows } = planImport(plan, mapping, drawn, idSource('f'))
          expect(validate(plan, changes)).toEqual([])
          expect(applyChanges(plan, changes).ok).toBe(true)
          expect(summary.added + summary.changed + summary.unchanged + summary.skipped).toBe(rows.length)
        }
      }),
      { numRuns: 150 },
    )
  })
})
