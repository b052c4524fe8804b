import { sessionFigures } from '@shared/forecast/session-figures'
import { ledgerOf } from '@shared/money/ledger'
import { totalCents } from '@shared/money/totals'
import { applyChanges } from '@shared/plan/apply'
import { addMonths } from '@shared/plan/month'
import { rowsOf, type Plan } from '@shared/plan/plan'
import { settings, settingsOf } from '@shared/plan/settings'
import { validate } from '@shared/plan/validate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seriesChanges, seriesMonths, type SeriesDraft } from '../../../renderer/screens/sessions/series'
import { waveSessions } from '../../../renderer/screens/sessions/wave-sessions'
import { waveCopies, waveCopyChanges } from '../../../renderer/screens/sessions/wave-copy'
import { idSource } from '../../fixtures/ids.ts'
import { samplePlan } from '../../fixtures/sample-plan.ts'
import { sum } from '../money/plan-of.ts'

const plan = samplePlan()
const idOfWave = (name: string): string => rowsOf(plan, 'wave').find((wave) => wave.name === name)!.id
const added = (changes: ReturnType<typeof waveCopyChanges>): Plan => {
  expect(validate(plan, changes)).toEqual([])
  const applied = applyChanges(plan, changes)
  if (!applied.ok) throw new Error('does not apply')
  return applied.value
}
const draft: SeriesDraft = {
  title: 'Circle',
  firstMonth: '2027-05',
  count: 4,
  isShared: false,
  skipsSummer: true,
  values: { hours: 2 },
}

describe('a first training for every wave', () => {
  it('stands in the order of the waves and names components in theirs, whatever their ids', () => {
    const turned: Plan = {
      ...plan,
      wave: new Map([...plan.wave].toReversed()),
      component: new Map([...plan.component].toReversed()),
    }
    const changes = waveSessions(turned, idSource(61))
    const mine = rowsOf(added(changes), 'session').slice(-changes.length)
    expect(mine.map(({ waveIds }) => waveIds[0])).toEqual(rowsOf(plan, 'wave').map(({ id }) => id))
    expect(mine[0]?.componentIds).toEqual(rowsOf(plan, 'component').map(({ id }) => id))
  })
})

describe('a series', () => {
  it('has one session a month and passes over months without school', () => {
    const after = added(seriesChanges(plan, draft, idSource(60)))
    const mine = rowsOf(after, 'session').slice(-4)
    expect(mine.map(({ title, month }) => `${month} ${title}`)).toEqual([
      '2027-05 Circle, 1 of 4',
      '2027-06 Circle, 2 of 4',
      '2027-08 Circle, 3 of 4',
      '2027-09 Circle, 4 of 4',
    ])
    expect(mine.every(({ series, hours }) => series === null && hours === 2)).toBe(true)
  })

  it('is one in which each person comes once where its seats are shared out', () => {
    const after = added(seriesChanges(plan, { ...draft, isShared: true, values: { seats: 20 } }, idSource(60)))
    expect(
      new Set(
        rowsOf(after, 'session')
          .slice(-4)
          .map(({ series }) => series),
      ),
    ).toEqual(new Set(['Circle']))
  })

  it('has as many months as asked, in order, none without school; and ends where there is no school at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), (from, count) => {
        const months = seriesMonths(
          { firstMonth: addMonths('2026-01', from), count, skipsSummer: true },
          settingsOf(plan),
        )
        expect(months).toHaveLength(count)
        expect(months.toSorted()).toEqual(months)
        expect(months.some((month) => month.endsWith('-07'))).toBe(false)
      }),
    )
    const never = { ...settingsOf(plan), calendar: settings.calendar.value.map(() => 0) }
    expect(seriesMonths(draft, never)).toEqual([])
  })
})

describe('copies for another wave', () => {
  const copies = waveCopies(plan, idOfWave('Wave 1'), idOfWave('Wave 2'))

  it('keep their distance from the start, say the other wave’s name and are not held yet', () => {
    expect(copies.map(({ title, month }) => `${month} ${title}`)).toEqual([
      '2027-09 Foundations for Wave 2',
      '2028-09 Second coaching rounds for Wave 2',
      '2028-10 Renewal, fall 2027, Wave 2',
    ])
    for (const copy of copies) {
      expect(copy).toMatchObject({ waveIds: [idOfWave('Wave 2')], date: null, attendanceActual: null })
    }
  })

  it('are made once: what is there already is passed over', () => {
    const after = added(waveCopyChanges(plan, idOfWave('Wave 1'), idOfWave('Wave 2'), idSource(61)))
    expect(rowsOf(after, 'session')).toHaveLength(plan.session.size + copies.length)
    expect(waveCopies(after, idOfWave('Wave 1'), idOfWave('Wave 2'))).toEqual([])
  })

  it('leave out what is not chosen', () => {
    const [left] = copies
    const changes = waveCopyChanges(plan, idOfWave('Wave 1'), idOfWave('Wave 2'), idSource(62), new Set([left!.id]))
    expect(changes).toHaveLength(copies.length - 1)
  })

  it('need two waves with a start month', () => {
    const wave = new Map(
      [...plan.wave].map(([id, row]) => [id, row.name === 'Wave 2' ? { ...row, startMonth: null } : row]),
    )
    expect(waveCopies({ ...plan, wave }, idOfWave('Wave 1'), idOfWave('Wave 2'))).toEqual([])
    expect(waveCopies(plan, idOfWave('Wave 1'), idOfWave('Wave 1'))).toEqual([])
  })
})

describe('seats and attendance', () => {
  const figures = sessionFigures(plan)

  it('cost what the ledger counts, to the cent', () => {
    const ledger = ledgerOf(plan)
    const { costCents } = totalCents({ ...ledger, lines: ledger.lines.filter(({ kind }) => kind === 'session') })
    expect(sum(figures.map(({ expectedCents, cameCents }) => cameCents ?? expectedCents))).toBe(costCents)
  })

  it('put who came beside who was expected, and nothing where it was not held', () => {
    expect(figures[0]).toMatchObject({ audience: 98, expected: 98 * 0.95, came: 98 * 0.92 })
    expect(figures[0]!.cameCents!).toBeLessThan(figures[0]!.expectedCents)
    expect(figures.filter(({ came }) => came !== null)).toHaveLength(2)
  })

  it('tell who goes without a seat in a series', () => {
    const wave2 = figures.filter(({ session }) => session.series === 'Foundations Wave 2')
    expect(wave2.map(({ unseated }) => Math.round(unseated))).toEqual([55, 10])
  })
})
