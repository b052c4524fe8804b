import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeWords } from '@shared/exchange/change-words'
import { inWords, keptByKey, keptValuesOf } from '@shared/exchange/kept-values'
import { tablesToSheets } from '@shared/exchange/table-sheet'
import { planWorkbookImport } from '@shared/exchange/workbook-import'
import { parseSetting, settings, settingText, type SettingKey } from '@shared/plan/settings'
import type { Plan } from '@shared/plan/plan'
import { idSource } from '../../fixtures/ids'
import { committed, newPlan, withRow } from './small-plan'

const id = '00000000-1111-4000-8000-000000000001'
const values = { key: 'payGrowth', value: '320', low: 200, high: 500, source: 'Salary schedule', grade: 'A' } as const
const plan = withRow(newPlan, 'setting', id, values)

/** The plan after the first row of a sheet was edited; the header stays. */
function edited(before: Plan, sheetName: string, cells: Readonly<Record<string, string | number | null>>) {
  const sheets = tablesToSheets(before)
    .filter(({ name }) => name === sheetName)
    .map(({ name, columns, rows }) => ({
      name,
      rows: [
        columns.map(({ label }) => label),
        ...rows.map((row) => row.map((cell, at) => cells[columns[at]?.label ?? ''] ?? cell)),
      ],
    }))
  return planWorkbookImport(before, sheets, idSource(9))
}

const valueOf = (key: SettingKey): fc.Arbitrary<string> => {
  const { field, value } = settings[key]
  if (field.kind === 'choice') return fc.constantFrom(...Object.keys(field.options))
  if (field.kind === 'monthShares') {
    const parts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 })
    return parts.map((shares) => settingText(field.sumsToOne ? value : shares.map((share) => share / 1000)))
  }
  const max = field.kind === 'money' ? 1_000_000 : field.max
  const min = field.kind === 'money' ? 0 : field.min
  const whole = fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
  const isWhole = field.kind !== 'number' || field.isWhole
  return (isWhole ? whole : fc.oneof(whole, fc.double({ min, max, noNaN: true }))).map(String)
}

describe('a setting in a sheet', () => {
  it('stands there as on screen: by its name, with its unit, and what it means', () => {
    const sheet = tablesToSheets(plan).find(({ table }) => table === 'setting')
    const row = Object.fromEntries(sheet?.columns.map(({ label }, at) => [label, sheet.rows[0]?.[at]]) ?? [])
    expect(row).toMatchObject({ Setting: 'Pay growth', Value: '3.2%', Low: '2%', High: '5%' })
    expect(row['What it means']).toBe('Yearly rise of pay, from the second fiscal year on.')
  })

  it.each(Object.keys(settings) as SettingKey[])('%s comes back as it was, whatever its value', (key) => {
    fc.assert(
      fc.property(valueOf(key), (value) => {
        fc.pre(parseSetting(key, value) !== null)
        const before = withRow(newPlan, 'setting', id, { key, value })
        expect(edited(before, 'Settings', {})).toMatchObject({ changes: [], problems: [] })
      }),
      { numRuns: 40 },
    )
  })

  it('shows every default in words that read back to it', () => {
    for (const table of ['setting', 'parameter'] as const) {
      for (const { key, label, example, read, words } of keptValuesOf(table)) {
        const kept = read(example)
        expect([label, kept === null ? null : words(kept)]).toEqual([label, example])
        expect(keptByKey(table, key)?.label).toBe(label)
      }
      expect(new Set(keptValuesOf(table).map(({ label }) => label)).size).toBe(keptValuesOf(table).length)
    }
  })

  it.each([
    ['3.5%', '350'],
    [' 4 % ', '400'],
  ])('takes "%s" for what is meant', (typed, kept) => {
    const { changes, problems } = edited(plan, 'Settings', { Value: typed })
    expect(problems).toEqual([])
    expect(committed(plan, changes).setting.get(id)?.value).toBe(kept)
    expect(changeWords(plan, changes, 'setting').get(id)).toBe(`Value: 3.2% → ${typed.trim().replace(' ', '')}`)
  })

  it.each([
    ['substituteDayCents', '$140', '14000'],
    ['substituteDayCents', '140.50 a day', '14050'],
    ['sustainMonths', '36', '36'],
    ['unfundedPolicy', 'it goes on, unfunded', 'continue'],
    ['calendar', 'Jan-Dec 50%', settingText(Array.from({ length: 12 }, () => 0.5))],
  ] as const)('%s takes "%s"', (key, typed, kept) => {
    const before = withRow(newPlan, 'setting', id, { key, value: settingText(settings[key].value) })
    const { changes, problems } = edited(before, 'Settings', { Value: typed })
    expect(problems).toEqual([])
    expect(committed(before, changes).setting.get(id)?.value).toBe(kept)
  })

  it.each(['4', '350 months', '99%', 'a lot'])('refuses "%s", names the cell and says how it is written', (typed) => {
    const { changes, problems } = edited(plan, 'Settings', { Value: typed })
    expect(changes).toEqual([])
    expect(problems).toMatchObject([
      {
        sheet: 'Settings',
        code: 'not-understood',
        message: `"${typed}" is not a value of "Pay growth". Write it as in "3%".`,
      },
    ])
  })

  it('of an earlier version, by its key and as it is kept, is still read', () => {
    const raw = { Setting: 'payGrowth', Value: '350', Low: 200, High: 500 }
    const { changes, problems } = edited(plan, 'Settings', raw)
    expect(problems).toEqual([])
    expect(committed(plan, changes).setting.get(id)?.value).toBe('350')
    expect(edited(plan, 'Settings', { ...raw, Value: '320' }).changes).toEqual([])
  })

  it('is known by its name where the id is missing, and stands as it is kept where words would not do', () => {
    expect(edited(plan, 'Settings', { 'Row id': '', Value: '3.5%' }).tables[0]?.summary).toMatchObject({ changed: 1 })
    expect(inWords('setting', { ...values, low: 200.123 })).toBeNull()
    const odd = withRow(newPlan, 'parameter', id, { key: 'notOfThisVersion', value: '7' })
    expect(edited(odd, 'Model parameters', {})).toMatchObject({ changes: [], problems: [] })
  })
})

describe('a model parameter in a sheet', () => {
  it('stands there with its unit and comes back, as percent where it is a share', () => {
    const before = withRow(newPlan, 'parameter', id, { key: 'lapse', value: '0.125', low: 0.02, high: 0.25 })
    const [cells] = tablesToSheets(before).find(({ table }) => table === 'parameter')?.rows ?? []
    expect(cells?.slice(1, 5)).toEqual([
      'Giving up without support',
      '12.5% of users per month',
      '2% of users per month',
      '25% of users per month',
    ])
    expect(edited(before, 'Model parameters', {})).toMatchObject({ changes: [], problems: [] })
    const { changes } = edited(before, 'Model parameters', { Value: '15%' })
    expect(committed(before, changes).parameter.get(id)?.value).toBe('0.15')
    expect(edited(before, 'Model parameters', { Value: '0.15' }).problems).toHaveLength(1)
  })
})
