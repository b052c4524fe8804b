import { groupBy } from '../money/grouping'
import { dayWords } from '../plan/day'
import { monthOfDay } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import type { Row } from '../plan/tables'
import { nameOf } from '../plan/words'
import type { AttentionItem, AttentionQuestion } from './attention-item'
import { practitionerGroups } from './districts'
import { amount, percent } from './figure'

/** Components that no fidelity measure looks at. */
export function unmeasuredComponents({ plan }: AttentionQuestion): AttentionItem[] {
  const measured = new Set(rowsOf(plan, 'fidelityMeasure').flatMap(({ componentIds }) => componentIds))
  return rowsOf(plan, 'component')
    .filter(({ id }) => !measured.has(id))
    .map(({ id, name }) => ({
      code: 'component-without-measure',
      sentence: `No fidelity measure looks at "${name}".`,
      screen: 'components',
      table: 'component',
      rowId: id,
    }))
}

const descriptionFields = [
  ['description', 'what it is'],
  ['minimumPractice', 'its minimum practice'],
  ['profileExpected', 'what it looks like when done well'],
  ['profileDeveloping', 'what it looks like on the way'],
  ['profileNotAcceptable', 'what does not count'],
] as const

/** Components of which it is not written down what they are, the least that counts, or what they look like. */
export const undescribedComponents = ({ plan }: AttentionQuestion): AttentionItem[] =>
  rowsOf(plan, 'component').flatMap((component): AttentionItem[] => {
    const lacking = descriptionFields.filter(([key]) => component[key] === null).map(([, words]) => words)
    if (lacking.length === 0) return []
    const sentence = `"${component.name}" does not say ${lacking.join(', ')}.`
    const about = { screen: 'components', table: 'component', rowId: component.id } as const
    return [{ ...about, code: 'component-not-described', sentence }]
  })

/**
 * Schools still to start whose context words fit none of the schools observed so far; those with the same such words in
 * one item. Where nothing was observed, or no observed school has context words, there is nothing to compare with.
 */
export function differingContexts({ plan, asOf }: AttentionQuestion): AttentionItem[] {
  const observed = new Set(rowsOf(plan, 'observation').map(({ unitId }) => unitId))
  const folded = (tag: string): string => tag.trim().toLowerCase()
  const seen = new Set([...observed].flatMap((id) => plan.unit.get(id)?.contextTags.map(folded) ?? []))
  if (seen.size === 0) return []
  const startsLater = (unit: Row<'unit'>): boolean => (plan.wave.get(unit.waveId ?? '')?.startMonth ?? '') >= asOf
  const unlike = rowsOf(plan, 'unit')
    .filter((unit) => !observed.has(unit.id) && startsLater(unit))
    .map((unit) => ({ unit, tags: unit.contextTags.filter((tag) => !seen.has(folded(tag))) }))
    .filter(({ tags }) => tags.length > 0)
  return [...groupBy(unlike, ({ tags }) => tags.map(folded).toSorted().join(';')).values()].flatMap(
    (found): AttentionItem[] => {
      const [first] = found
      if (!first) return []
      const names = found.map(({ unit }) => unit.name).join(' and ')
      const tags = first.tags.map((tag) => `"${tag}"`).join(' and ')
      const sentence = `${names} ${found.length === 1 ? 'is' : 'are'} ${tags}, unlike every school observed so far: the evidence may not hold there.`
      return [{ code: 'context-differs', sentence, screen: 'schools', table: 'unit', rowId: first.unit.id }]
    },
  )
}

/** The latest observation of each school and component until the month `asOf`. */
function latestObservations(plan: Plan, asOf: string): Map<string, Row<'observation'>> {
  const latest = new Map<string, Row<'observation'>>()
  for (const row of plan.observation.values()) {
    if (row.staffObserved <= 0 || monthOfDay(row.date) > asOf) continue
    const key = `${row.unitId} ${row.componentId}`
    const known = latest.get(key)
    if (!known || row.date > known.date) latest.set(key, row)
  }
  return latest
}

/** Stages entered as full although the latest observation lies below the at-scale line. */
export function fullBelowLine({ plan, asOf }: AttentionQuestion): AttentionItem[] {
  const latest = latestObservations(plan, asOf)
  const line = settingsOf(plan).atScaleShare / 10_000
  return rowsOf(plan, 'stage').flatMap(({ id, stage, unitId, componentId }): AttentionItem[] => {
    const seen = latest.get(`${unitId} ${componentId}`)
    const share = seen ? seen.atFidelity / seen.staffObserved : null
    if (stage !== 'full' || seen === undefined || share === null || share >= line) return []
    const sentence = `${nameOf(plan, 'stage', id)} is marked full, but on ${dayWords(seen.date)} ${percent(share)} did it with fidelity; the line is ${percent(line)}.`
    return [{ code: 'full-below-line', sentence, screen: 'schools', table: 'stage', rowId: id }]
  })
}

/** Rounds in which more people were observed at a school than work there; one item for each school and day. */
export function overObserved({ plan }: AttentionQuestion): AttentionItem[] {
  const byUnit = groupBy(rowsOf(plan, 'staffGroup'), ({ unitId }) => unitId)
  const practitioners = groupBy(practitionerGroups(plan), ({ unitId }) => unitId)
  const staffOf = ({ unitId, roleId }: Row<'observation'>): number => {
    const groups = roleId === null ? practitioners.get(unitId) : byUnit.get(unitId)
    const mine = groups?.filter((group) => roleId === null || group.roleId === roleId) ?? []
    return mine.reduce((sum, { headcount }) => sum + headcount, 0)
  }
  // half a person is rounding: headcounts may be full-time equivalents
  const over = rowsOf(plan, 'observation').filter((row) => row.staffObserved > staffOf(row) + 0.5)
  const rounds = groupBy(over, ({ unitId, date, roleId }) => `${unitId} ${date} ${roleId ?? ''}`)
  return [...rounds.values()].flatMap((rows): AttentionItem[] => {
    const most = rows.reduce((a, b) => (b.staffObserved > a.staffObserved ? b : a))
    const who = most.roleId === null ? 'people' : `people (${nameOf(plan, 'role', most.roleId)})`
    const sentence = `${nameOf(plan, 'unit', most.unitId)}, ${dayWords(most.date)}: ${amount(most.staffObserved)} ${who} were observed, but ${amount(staffOf(most))} work there.`
    return [{ code: 'observed-over-staff', sentence, screen: 'fidelity', table: 'observation', rowId: most.id }]
  })
}
