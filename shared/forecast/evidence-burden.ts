import { positionsInPost } from '../money/position-months'
import { rowsOf, type Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import type { Row } from '../plan/tables'
import { asOfMonth, practitionersByUnit, schoolsBegun, schoolsInWaves, type RolloutSchool } from './evidence-places'
import { amount, percent } from './figure'

/** What observing costs in time, for one measure. Hours a school year. */
export type Burden = {
  readonly measure: Row<'fidelityMeasure'>
  /** Practitioners in schools that have begun, and in all schools of the rollout. */
  readonly staffNow: number
  readonly staffInAll: number
  readonly hoursNow: number
  readonly hoursInAll: number
  readonly hoursPerPerson: number
  /** Of the hours of those who work for the rollout now, the share that observing all schools takes; null: nobody does. */
  readonly shareOfTime: number | null
  readonly isImpractical: boolean
  /** The hours against the line, in a sentence. */
  readonly sentence: string
}

/** From this share of the rollout staff's hours on, observing is not practical for continuous use. */
export const practicalShare = 0.1
/** Where nobody works for the rollout yet: from this many hours a year for each person observed. */
const practicalHoursPerPerson = 2

/** Hours in a school year of everyone who works for the rollout in a month. */
function rolloutHours(plan: Plan, month: string): number {
  const { hoursPerFteMonth, calendar } = settingsOf(plan)
  const fte = positionsInPost(plan, month).reduce(
    (sum, { period }) => sum + (period.fte / 100) * (period.rolloutShare / 10_000),
    0,
  )
  return fte * hoursPerFteMonth * calendar.reduce((sum, share) => sum + share, 0)
}

function sentenceOf(hoursInAll: number, shareOfTime: number | null, hoursPerPerson: number): string {
  const hours = `${amount(Math.round(hoursInAll))} hours a year once all schools are observed`
  if (shareOfTime !== null) {
    return `${hours}: ${percent(shareOfTime)} of the time of those who work for the rollout; up to ${percent(practicalShare)} is practical.`
  }
  return `${hours}: ${amount(hoursPerPerson)} hours a person; up to ${amount(practicalHoursPerPerson)} is practical.`
}

/** Minutes × practitioners × rounds for every measure, as hours a year, held against what is practical (R7). */
export function burdensOf(plan: Plan): Burden[] {
  const asOf = asOfMonth(plan)
  const people = practitionersByUnit(plan)
  const staffIn = (schools: readonly RolloutSchool[]): number =>
    schools.reduce((sum, { unit }) => sum + (people.get(unit.id) ?? 0), 0)
  const staffNow = asOf === null ? 0 : staffIn(schoolsBegun(plan, asOf))
  const staffInAll = staffIn(schoolsInWaves(plan))
  const available = asOf === null ? 0 : rolloutHours(plan, asOf)
  return rowsOf(plan, 'fidelityMeasure').map((measure) => {
    const hoursPerPerson = (measure.minutesPerObservation * measure.roundsPerYear) / 60
    const hoursInAll = hoursPerPerson * staffInAll
    const shareOfTime = available > 0 ? hoursInAll / available : null
    return {
      measure,
      staffNow,
      staffInAll,
      hoursNow: hoursPerPerson * staffNow,
      hoursInAll,
      hoursPerPerson,
      shareOfTime,
      isImpractical: shareOfTime === null ? hoursPerPerson > practicalHoursPerPerson : shareOfTime > practicalShare,
      sentence: sentenceOf(hoursInAll, shareOfTime, hoursPerPerson),
    }
  })
}
