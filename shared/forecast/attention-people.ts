import { groupBy } from '../money/grouping'
import { positionMonths, vacanciesIn } from '../money/position-months'
import { addMonths, monthsBetween, monthWords } from '../plan/month'
import { rowsOf } from '../plan/plan'
import { nameOf } from '../plan/words'
import type { AttentionItem, AttentionQuestion } from './attention-item'
import { counted, percent } from './figure'

/** Posts that stand empty, coaches above all. */
export const vacantPositions = ({ plan, asOf }: AttentionQuestion): AttentionItem[] =>
  vacanciesIn(plan, asOf).map(({ position, fte }) => {
    const until = position.expectedFillMonth
    const when =
      until === null
        ? 'and no month is entered by which it is filled'
        : `and expected to be filled from ${monthWords(until)}`
    const sentence = `${nameOf(plan, 'position', position.id)}, ${fte.toFixed(1)} FTE, is vacant ${when}.`
    return { code: 'position-vacant', sentence, screen: 'people', table: 'position', rowId: position.id }
  })

/** Share of the coaching need that must be met before a month is called short. */
const enough = 0.9

/** When coaches can no longer meet what is needed, and how bad it gets. */
export const shortCoaching = ({ runs, asOf }: AttentionQuestion): AttentionItem[] =>
  runs.flatMap(({ forecast, compiled }): AttentionItem[] => {
    const { neededHours, unmetHours } = forecast.coaching
    const met = Array.from(neededHours, (needed, month) => (needed > 0 ? 1 - (unmetHours[month] ?? 0) / needed : 1))
    const first = met.findIndex((share) => share < enough)
    if (first === -1) return []
    const worst = met.reduce((least, share) => Math.min(least, share), 1)
    const when = monthWords(addMonths(asOf, met.indexOf(worst)))
    const sentence = `${forecast.name}: from ${monthWords(addMonths(asOf, first))} coaches can meet less than ${percent(enough)} of what is needed, in ${when} only ${percent(worst)}.`
    return [{ code: 'coaching-short', sentence, screen: 'people', table: 'unit', rowId: compiled.districtId }]
  })

/** Required responsibilities that one carries with nobody behind, or that nobody carries. */
export const thinResponsibilities = ({ plan }: AttentionQuestion): AttentionItem[] =>
  rowsOf(plan, 'responsibility').flatMap((row): AttentionItem[] => {
    if (!row.isRequired || (row.carriedBy !== null && row.backup !== null)) return []
    const about = { screen: 'people', table: 'responsibility', rowId: row.id } as const
    const name = nameOf(plan, 'responsibility', row.id)
    return row.carriedBy === null
      ? [{ ...about, code: 'nobody-carries', sentence: `Nobody is named to carry "${name}".` }]
      : [
          {
            ...about,
            code: 'single-carrier',
            sentence: `"${name}" rests on one: ${row.carriedBy}, with nobody behind.`,
          },
        ]
  })

/** One who holds several positions that together make more than full time; the first month from now in which they do. */
export function overFullTime({ plan, ledger, asOf }: AttentionQuestion): AttentionItem[] {
  const held = positionMonths(plan).filter(({ position }) => position.code !== null)
  return [...groupBy(held, ({ position }) => position.code ?? '')].flatMap(([code, positions]): AttentionItem[] => {
    const from = Math.max(0, monthsBetween(ledger.firstMonth, asOf))
    const total = (month: number): number => positions.reduce((sum, { fte }) => sum + (fte[month] ?? 0), 0)
    for (let month = from; month < ledger.months; month += 1) {
      if (total(month) <= 1.005) continue
      const when = monthWords(addMonths(ledger.firstMonth, month))
      const what = counted(positions.length, 'position', 'positions')
      const sentence = `${code} holds ${total(month).toFixed(2)} FTE in ${what}, from ${when} on.`
      const rowId = positions.at(-1)?.position.id ?? null
      return [{ code: 'person-over-full-time', sentence, screen: 'people', table: 'position', rowId }]
    }
    return []
  })
}

/** How many required things one may carry before all of it hangs on them. */
const manyCarried = 3

/** Those who carry many of the responsibilities that the practice falls without. */
export function heavyCarriers({ plan }: AttentionQuestion): AttentionItem[] {
  const required = rowsOf(plan, 'responsibility').filter((row) => row.isRequired && row.carriedBy !== null)
  // "the principal" of two schools are two people
  const byCarrier = groupBy(required, (row) => JSON.stringify([row.carriedBy, row.unitId]))
  return [...byCarrier.values()].flatMap((rows): AttentionItem[] => {
    const [first] = rows
    if (!first || rows.length < manyCarried) return []
    const names = rows.map(({ name }) => `"${name}"`).join(', ')
    const sentence = `${first.carriedBy ?? ''} carries ${counted(rows.length, 'thing', 'things')} at once: ${names}.`
    return [{ code: 'person-carries-many', sentence, screen: 'people', table: 'responsibility', rowId: first.id }]
  })
}
