import type { ImportMapping } from '@shared/contract/calls'
import { fixedValue, fromColumn, type Mapping } from '@shared/exchange/mapping'
import { beforeEach, describe, expect, it } from 'vitest'
import { connectBridge } from '../../../renderer/stores/bridge'
import { matchColumns, rememberMatching } from '../../../renderer/stores/importing/match-columns'
import { mirrorOfOpen } from '../../../renderer/stores/mirror'
import { fileOf, putMirror } from '../../../renderer/stores/workbook'
import { fakeBridge } from '../fake-bridge'

const sheet = {
  name: 'Staff',
  rows: [
    ['LEA', 'Head count', 'Left (%)'],
    ['Alder Valley', '212', '14'],
  ],
}

let kept: ImportMapping[]
beforeEach(() => {
  kept = []
  const bridge = fakeBridge()
  bridge.answer('mapping.list', () => ({ ok: true, value: kept }))
  bridge.answer('mapping.save', ({ mapping }) => {
    kept.push(mapping)
    return { ok: true, value: null }
  })
  connectBridge(bridge)
  const opened = bridge.opened()
  putMirror(mirrorOfOpen(opened), { file: fileOf(opened), target: 'plan' })
})

describe('a matching of staff of whole districts', () => {
  const guessed = async () => {
    const { totals } = await matchColumns('staff-totals', sheet, 0)
    if (!totals) throw new Error('no matching')
    return totals
  }
  const byHand = async () => ({
    ...(await guessed()),
    nameColumn: 'LEA',
    staff: [
      {
        role: 'Teacher',
        kind: 'practitioner' as const,
        place: 'schools' as const,
        staffColumn: 'Head count',
        turnoverColumn: 'Left (%)',
        salaryColumn: null,
      },
    ],
  })

  it('is offered again for next year’s file', async () => {
    const totals = await byHand()
    await rememberMatching('staff-totals', { mapping: null, totals })
    expect(await matchColumns('staff-totals', sheet, 0)).toMatchObject({
      isRemembered: true,
      totals: { nameColumn: 'LEA', headerRow: 0, staff: totals.staff },
    })
  })

  it('is left where a file lacks one of its columns, and where what was kept cannot be read', async () => {
    await rememberMatching('staff-totals', { mapping: null, totals: await byHand() })
    const other = { ...sheet, rows: [['LEA', 'Head count', 'Aides'], ...sheet.rows.slice(1)] }
    expect((await matchColumns('staff-totals', other, 0)).isRemembered).toBe(false)
    kept = [{ name: 'Staff', table: 'staff-totals', json: '{"staff":' }]
    expect((await matchColumns('staff-totals', sheet, 0)).isRemembered).toBe(false)
  })
})

describe('a matching of any other table', () => {
  const due = {
    name: 'Due',
    rows: [
      ['Thing that is due', 'Around', 'Bldg'],
      ['Order books', '3/1/2027', '047-001'],
    ],
  }
  const mapping: Mapping = {
    formatVersion: 1,
    table: 'milestone',
    headerRow: 0,
    fields: [
      fromColumn('name', 'Thing that is due'),
      fromColumn('month', 'Around'),
      fromColumn('unitId', 'Bldg'),
      fixedValue('owner', 'Reading office'),
    ],
    filters: [{ column: 'Bldg', test: 'notEmpty', value: '' }],
    parent: null,
    emptyCells: 'keep',
    skipsTotals: true,
  }

  it('is offered again, with the value for all rows and without the rows that were chosen', async () => {
    await rememberMatching('milestone', { mapping, totals: null })
    expect(await matchColumns('milestone', due, 0)).toEqual({
      mapping: { ...mapping, filters: [] },
      totals: null,
      isRemembered: true,
    })
    expect((await matchColumns('decision', due, 0)).isRemembered).toBe(false)
  })
})
