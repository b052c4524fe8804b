import { addMonths, monthOfDay, monthWords } from '../plan/month'
import { planRow, planRowId, rowsOf } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import type { AttentionItem, AttentionQuestion } from './attention-item'
import { counted } from './figure'
import { isWithoutSchool } from './session-calendar'

/** Waves that start only after the forecast has ended. */
export function wavesAfterHorizon({ plan, asOf }: AttentionQuestion): AttentionItem[] {
  const end = addMonths(asOf, planRow(plan)?.horizonMonths ?? 0)
  return rowsOf(plan, 'wave').flatMap(({ id, name, startMonth }): AttentionItem[] => {
    if (startMonth === null || startMonth < end) return []
    const sentence = `${name} starts in ${monthWords(startMonth)}, but the forecast ends in ${monthWords(addMonths(end, -1))}.`
    return [{ code: 'wave-after-horizon', sentence, screen: 'schools', table: 'wave', rowId: id }]
  })
}

/** Milestones to come in a month in which there is no school. */
export function milestonesWithoutSchool({ plan, asOf }: AttentionQuestion): AttentionItem[] {
  const settings = settingsOf(plan)
  return rowsOf(plan, 'milestone')
    .filter(({ month, doneOn }) => doneOn === null && month >= asOf && isWithoutSchool(month, settings))
    .map(({ id, name, month }) => ({
      code: 'milestone-without-school',
      sentence: `"${name}" is due in ${monthWords(month)}, a month without school.`,
      screen: 'timeline',
      table: 'milestone',
      rowId: id,
    }))
}

/** Decisions whose day of follow-up is over and of which nobody has entered what came. */
export const overdueFollowUps = ({ plan, asOf }: AttentionQuestion): AttentionItem[] =>
  rowsOf(plan, 'decision').flatMap(({ id, question, followUpOn, result }): AttentionItem[] => {
    if (followUpOn === null || result !== null || monthOfDay(followUpOn) >= asOf) return []
    const sentence = `"${question}" was to be looked at again in ${monthWords(monthOfDay(followUpOn))}.`
    return [{ code: 'follow-up-overdue', sentence, screen: 'decisions', table: 'decision', rowId: id }]
  })

/** Gates still to be decided of which it is not said what has to hold. */
export function gatesWithoutCriteria({ plan }: AttentionQuestion): AttentionItem[] {
  const held = new Set(rowsOf(plan, 'gateCriterion').map(({ gateId }) => gateId))
  return rowsOf(plan, 'gate')
    .filter(({ id, decidedOn }) => decidedOn === null && !held.has(id))
    .map(({ id, name }) => ({
      code: 'gate-without-criteria',
      sentence: `The gate "${name}" does not say what has to hold for it to open.`,
      screen: 'decisions',
      table: 'gate',
      rowId: id,
    }))
}

/** Things under way at once from which plans are carried out less often (domain notes: strategic-plan software). */
const mostElements = 20

/** Components, milestones of the next twelve months, open barriers and decisions to follow up, where they are many. */
export function manyElements({ plan, asOf }: AttentionQuestion): AttentionItem[] {
  const until = addMonths(asOf, 12)
  const counts: readonly (readonly [number, string, string])[] = [
    [plan.component.size, 'component', 'components'],
    [
      rowsOf(plan, 'milestone').filter(({ doneOn, month }) => doneOn === null && month < until).length,
      'milestone of the next twelve months',
      'milestones of the next twelve months',
    ],
    [rowsOf(plan, 'barrier').filter(({ closedOn }) => closedOn === null).length, 'open barrier', 'open barriers'],
    [
      rowsOf(plan, 'decision').filter(({ followUpOn, result }) => followUpOn !== null && result === null).length,
      'decision to follow up',
      'decisions to follow up',
    ],
  ]
  const total = counts.reduce((sum, [count]) => sum + count, 0)
  if (total <= mostElements) return []
  const parts = counts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many))
  const sentence = `${counted(total, 'thing is', 'things are')} under way at once: ${parts.join(', ')}.`
  return [{ code: 'many-elements', sentence, screen: 'settings', table: 'plan', rowId: planRowId }]
}
