import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planWorkbookImport } from '@shared/exchange/workbook-import'
import { tablesToSheets } from '@shared/exchange/table-sheet'
import { totalsOf } from '@shared/exchange/table-totals'
import type { Plan } from '@shared/plan/plan'
import { readSheets } from '../../electron/files/read.ts'
import { writeTables } from '../../electron/files/write-tables.ts'
import { arbitraryPlan } from '../fixtures/arbitrary-plan.ts'
import { idSource } from '../fixtures/ids.ts'
import { savedByOffice, sheetsInOffice } from '../fixtures/office.ts'
import { samplePlan } from '../fixtures/sample-plan.ts'
import { good } from '../fixtures/workbook.ts'
import { withPart } from '../unit/files/spreadsheet.ts'

const folder = mkdtempSync(join(tmpdir(), 'rollout-trip-'))
const exported = join(folder, 'plan.xlsx')
const plan = samplePlan()
const write = async (path: string, written: Plan): Promise<void> => {
  good(await writeTables(path, { plan: written, scenario: null, day: '2026-11-23' }))
}

/** What a file would change in the plan that it was exported from, once LibreOffice has opened and saved it. */
async function tripOf(source: string, written: Plan, format: 'xlsx' | 'ods') {
  const path = join(folder, `saved.${format}`)
  writeFileSync(path, savedByOffice(source, format))
  const { sheets, problems: unread } = good(await readSheets(path))
  const { changes, problems, tables } = planWorkbookImport(written, sheets, idSource(9))
  return { changes, problems: [...unread, ...problems], absent: tables.flatMap(({ absentIds }) => absentIds) }
}
const unchanged = { changes: [], problems: [], absent: [] }

beforeAll(() => write(exported, plan))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('all tables, opened and saved by LibreOffice', () => {
  it.each(['xlsx', 'ods'] as const)('come back from .%s without a change', async (format) => {
    expect(await tripOf(exported, plan, format)).toEqual(unchanged)
  })

  it.each(['xlsx', 'ods'] as const)('come back from .%s with every value that a field may hold', async (format) => {
    // drawn once and for all: what LibreOffice does to a file takes too long to try hundreds
    const [wild] = fc.sample(arbitraryPlan({ maxRows: 12 }), { seed: 6, numRuns: 1 })
    const path = join(folder, 'wild.xlsx')
    await write(path, wild!)
    expect(await tripOf(path, wild!, format)).toEqual(unchanged)
  })

  it('show totals that LibreOffice works out to the same', () => {
    const path = join(folder, 'uncounted.xlsx')
    const emptied = withPart(readFileSync(exported), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, '$1'),
    )
    writeFileSync(path, emptied)
    const shown = sheetsInOffice(path)['Read me'] ?? ''
    const totals = totalsOf(tablesToSheets(plan))
    expect(totals.length).toBeGreaterThan(6)
    for (const { label, value } of totals) {
      const name = label.includes(',') ? `"${label}"` : label
      expect(shown).toContain(`\n${name},${value},`)
    }
  })
})
