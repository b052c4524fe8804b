import { parameterTable } from '@shared/model/parameters'
import { settings } from '@shared/plan/settings'
import { applyChanges } from '@shared/plan/apply'
import { emptyPlan, type Plan } from '@shared/plan/plan'
import { validate } from '@shared/plan/validate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parameterGroups, settingGroups, type Entry, type NumberEditor } from '../../../renderer/screens/settings/entry'
import {
  entryChanges,
  resetChanges,
  rowsByKey,
  type EntryValues,
} from '../../../renderer/screens/settings/entry-changes'
import { numberWords, readTyped, typedText } from '../../../renderer/screens/settings/typed-number'
import { idAt } from '../../fixtures/ids.ts'

const groups = [...settingGroups, ...parameterGroups]
const entries = groups.flatMap((group) => group.entries)
const entryOf = (key: string): Entry => entries.find((entry) => entry.key === key)!
const numberOf = (key: string): NumberEditor => entryOf(key).editor as NumberEditor
const read = (key: string, text: string) => readTyped(numberOf(key), entryOf(key).label, text)
const numeric = entries.filter(({ editor }) => editor.kind === 'number')

describe('the lists', () => {
  it('hold every setting and every parameter once, each under a heading of its own', () => {
    const keys = entries.map(({ key }) => key)
    expect(keys.toSorted()).toEqual([...Object.keys(settings), ...parameterTable.map(({ key }) => key)].toSorted())
    expect(groups.map(({ title }) => title)).not.toContain('Others')
  })
})

describe('a typed number', () => {
  it.each([
    ['atScaleShare', '55', 5500],
    ['atScaleShare', '55.25 %', 5525],
    ['substituteDayCents', '$135.50', 13_550],
    ['sustainMonths', '18', 18],
    ['spontaneousUptake', '0.3', 0.003],
    ['draws', '2,000', 2000],
  ])('is kept in the unit of the plan: %s %s', (key, text, kept) => {
    expect(read(key, text)).toEqual({ ok: true, value: kept })
  })

  it.each([
    ['atScaleShare', '101', 'At-scale line must be between 0% and 100%.'],
    ['sustainMonths', '12.5', 'Holds for must be a whole number, between 1 and 120.'],
    ['substituteDayCents', '-1', 'Substitute must be $0 or more.'],
    ['tippingThreshold', '0', 'Share at which the pull is half as strong must be more than 0%.'],
    ['capacityGainMonths', '5', 'Months to build working systems must be 6 or more.'],
    ['atScaleShare', 'half', 'At-scale line must be between 0% and 100%.'],
  ])('out of range is refused with what is allowed: %s %s', (key, text, message) => {
    expect(read(key, text)).toEqual({ ok: false, error: message })
  })

  it('reads back what it shows, for every default and every bound', () => {
    for (const entry of numeric) {
      const editor = entry.editor as NumberEditor
      for (const kept of [Number(entry.defaultText), entry.low, entry.high]) {
        if (kept === null) continue
        expect([entry.key, readTyped(editor, entry.label, typedText(editor, kept))]).toEqual([
          entry.key,
          { ok: true, value: kept },
        ])
      }
    }
  })

  it('has its unit in words', () => {
    expect(numberWords(numberOf('substituteDayCents'), 13_500)).toBe('$135 a day')
    expect(numberWords(numberOf('fidelityDrift'), 0.08)).toBe('8% of people at fidelity per month')
  })
})

describe('the row of an entry', () => {
  const after = (plan: Plan, entry: Entry, values: EntryValues, n = 1): Plan => {
    const changes = entryChanges(plan, entry, values, idAt(n, 5))
    expect(validate(plan, changes)).toEqual([])
    const applied = applyChanges(plan, changes)
    if (!applied.ok) throw new Error('does not apply')
    return applied.value
  }
  const line = entryOf('atScaleShare')

  it('comes with the first change, as an assumption of the planner, and goes with the last', () => {
    const changed = after(emptyPlan, line, { value: '5500' })
    expect([...changed.setting.values()]).toMatchObject([{ key: 'atScaleShare', value: '5500', low: null, grade: 'C' }])
    expect(after(changed, line, { value: '5000' }).setting.size).toBe(0)
    expect(resetChanges(changed, line)).toHaveLength(1)
    expect(resetChanges(emptyPlan, line)).toEqual([])
  })

  it('stays where the value is the default but its range or source are the planner’s', () => {
    const ranged = after(emptyPlan, line, { low: 4000 })
    expect([...ranged.setting.values()]).toMatchObject([{ value: '5000', low: 4000, high: null }])
    expect(after(ranged, line, { low: 5000 }).setting.size).toBe(0)
    const sourced = after(after(emptyPlan, line, { value: '5500', source: 'Board policy' }), line, { value: '5000' })
    expect(sourced.setting.size).toBe(1)
  })

  it('widens a range of the planner’s own so that it holds the value', () => {
    const ranged = after(after(emptyPlan, line, { low: 5000, high: 6000 }), line, { value: '7000' })
    expect([...ranged.setting.values()][0]).toMatchObject({ value: '7000', low: 5000, high: 7000 })
  })

  it('is never there twice and always valid, whatever is typed in whatever order', () => {
    const edit = fc.record({
      entry: fc.constantFrom(...numeric),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      isReset: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        let plan = emptyPlan
        edits.forEach(({ entry, part, isReset }, n) => {
          const editor = entry.editor as NumberEditor
          const span = (editor.max ?? Math.max(10, editor.min * 3)) - editor.min
          const typed = readTyped(editor, entry.label, typedText(editor, editor.min + part * span))
          const value = isReset || !typed.ok ? entry.defaultText : String(typed.value)
          plan = after(plan, entry, { value }, n + 1)
          const row = rowsByKey(plan, entry.table).get(entry.key)
          expect(row?.value ?? entry.defaultText).toBe(value)
          expect(row === undefined).toBe(value === entry.defaultText)
        })
      }),
      { numRuns: 60 },
    )
  })
})
