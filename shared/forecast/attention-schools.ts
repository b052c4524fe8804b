import type { Attendance } from '../money/attendance'
import { addMonths, monthOfDay, monthsBetween, monthWords } from '../plan/month'
import { oncePer } from '../plan/once-per'
import { rowsOf } from '../plan/plan'
import type { AttentionItem, AttentionQuestion } from './attention-item'
import type { CompiledUnit } from './compile'
import { districtsOf } from './districts'
import { counted, percent } from './figure'
import { linesOf } from './progress-figures'
import { settingsOf } from '../plan/settings'

const unitsOf = ({ runs }: AttentionQuestion): CompiledUnit[] => runs.flatMap(({ compiled }) => compiled.units)

/** A school in a wave that has nobody whose practice could change. */
export const schoolsWithoutStaff = (question: AttentionQuestion): AttentionItem[] =>
  unitsOf(question)
    .filter(({ waveId, headcount }) => waveId !== null && headcount === 0)
    .map(({ unitId, name }) => ({
      code: 'school-without-staff',
      sentence: `${name} is in a wave, but has no staff entered.`,
      screen: 'people',
      table: 'unit',
      rowId: unitId,
    }))

/** A district whose schools have no staff is not in the forecast at all. */
export const districtsWithoutStaff = ({ plan }: AttentionQuestion): AttentionItem[] =>
  districtsOf(plan)
    .filter(({ headcount }) => headcount === 0)
    .map(({ row, name }) => ({
      code: 'district-without-staff',
      sentence: `${name} has no staff entered, so it is not in the forecast.`,
      screen: 'people',
      table: 'unit',
      rowId: row?.id ?? null,
    }))

/** Sessions in which anyone takes part, by the school whose staff they are for. */
function takingPart({ plan, attendances }: AttentionQuestion): ReadonlyMap<string, readonly Attendance[]> {
  const taking = new Map<string, Attendance[]>()
  // sessions for the same people hold the same list of them
  const unitsOfGroups = oncePer((ids: readonly string[]) => new Set(ids.map((id) => plan.staffGroup.get(id)?.unitId)))
  for (const attendance of attendances) {
    if (attendance.coverage <= 0) continue
    for (const unitId of unitsOfGroups(attendance.groupIds)) {
      if (unitId === undefined) continue
      const held = taking.get(unitId) ?? []
      held.push(attendance)
      taking.set(unitId, held)
    }
  }
  return taking
}

/** Months after its start by which a school's staff should have been trained. */
const monthsToTrain = 2

/** A school that is still to start, and for which core components are in no session until shortly after. */
export function schoolsWithoutTraining(question: AttentionQuestion): AttentionItem[] {
  const { plan, asOf } = question
  const core = rowsOf(plan, 'component').filter(({ isCore }) => isCore)
  const taking = takingPart(question)
  return unitsOf(question).flatMap(({ unitId, name, startMonth, headcount }): AttentionItem[] => {
    if (startMonth === null || startMonth <= 0 || headcount === 0) return []
    const by = addMonths(asOf, startMonth + monthsToTrain)
    const held = (taking.get(unitId) ?? []).filter(({ session }) => session.month <= by)
    const trained = new Set(held.flatMap(({ session }) => session.componentIds))
    const untrained = core.filter(({ id }) => !trained.has(id)).map((component) => component.name)
    if (untrained.length === 0) return []
    const what =
      untrained.length === core.length ? 'no training is planned' : `no training is planned on ${untrained.join(', ')}`
    const sentence = `${name} starts in ${monthWords(addMonths(asOf, startMonth))}, and ${what} by ${monthWords(by)}.`
    return [{ code: 'school-without-training', sentence, screen: 'sessions', table: 'unit', rowId: unitId }]
  })
}

/** Schools that have started and of whose staff nothing says that anyone was trained: no session held, nobody seen trained. */
export function startedUntrained(question: AttentionQuestion): AttentionItem[] {
  const { plan, attendances, asOf } = question
  const held = attendances.filter(({ session, coverage }) => session.month <= asOf && coverage > 0)
  const taught = new Set(held.flatMap(({ groupIds }) => groupIds.map((id) => plan.staffGroup.get(id)?.unitId)))
  const seen = new Set(
    rowsOf(plan, 'observation').flatMap(({ unitId, trained, using }) => ((trained ?? using) > 0 ? [unitId] : [])),
  )
  return unitsOf(question)
    .filter(({ startMonth, headcount }) => startMonth !== null && startMonth < 0 && headcount > 0)
    .filter(({ unitId }) => !taught.has(unitId) && !seen.has(unitId))
    .map(({ unitId, name, startMonth }) => ({
      code: 'started-untrained',
      sentence: `${name} started in ${monthWords(addMonths(asOf, startMonth ?? 0))}, but no session was held for it and nobody was seen trained.`,
      screen: 'sessions',
      table: 'unit',
      rowId: unitId,
    }))
}

/** Waves without a start month that have schools, and schools in no wave. */
export function openWaves(question: AttentionQuestion): AttentionItem[] {
  const { plan } = question
  const units = unitsOf(question)
  const used = new Set(units.map(({ waveId }) => waveId))
  const waves = rowsOf(plan, 'wave').filter(({ id, startMonth }) => startMonth === null && used.has(id))
  const outside = units.filter(({ waveId, headcount }) => waveId === null && headcount > 0)
  const items: AttentionItem[] = waves.map(({ id, name }) => ({
    code: 'wave-without-start',
    sentence: `${name} has no start month, so its schools are not in the forecast.`,
    screen: 'schools',
    table: 'wave',
    rowId: id,
  }))
  if (outside.length === 0) return items
  const [only] = outside
  const who = only && outside.length === 1 ? `${only.name} is` : counted(outside.length, 'school is', 'schools are')
  const rowId = only && outside.length === 1 ? only.unitId : null
  return [
    ...items,
    { code: 'schools-without-wave', sentence: `${who} in no wave.`, screen: 'schools', table: 'unit', rowId },
  ]
}

/** Months before a wave in which its gate should have been decided. */
const monthsForGate = 3

/** Waves about to start, or started, whose gate is not decided. */
export const undecidedGates = ({ plan, asOf }: AttentionQuestion): AttentionItem[] =>
  rowsOf(plan, 'wave').flatMap(({ name, startMonth, gateId }): AttentionItem[] => {
    const gate = gateId === null ? undefined : plan.gate.get(gateId)
    if (!gate || gate.decidedOn !== null || startMonth === null || startMonth > addMonths(asOf, monthsForGate))
      return []
    const sentence = `${name} starts in ${monthWords(startMonth)}, and the gate "${gate.name}" is not decided.`
    return [{ code: 'gate-undecided', sentence, screen: 'decisions', table: 'gate', rowId: gate.id }]
  })

/** Milestones whose month is over and that are not done. */
export const overdueMilestones = ({ plan, asOf }: AttentionQuestion): AttentionItem[] =>
  rowsOf(plan, 'milestone')
    .filter(({ month, doneOn }) => doneOn === null && month < asOf)
    .map(({ id, name, month }) => ({
      code: 'milestone-overdue',
      sentence: `"${name}" was to be done by ${monthWords(month)}.`,
      screen: 'timeline',
      table: 'milestone',
      rowId: id,
    }))

/** Barriers raised before this month that are neither removed nor passed on. */
export const openBarriers = ({ plan, asOf }: AttentionQuestion): AttentionItem[] =>
  rowsOf(plan, 'barrier')
    .filter((row) => row.closedOn === null && row.escalatedTo === null && monthOfDay(row.raisedOn) < asOf)
    .map(({ id, description, raisedOn }) => {
      const months = monthsBetween(monthOfDay(raisedOn), asOf)
      const sentence = `Raised ${counted(months, 'month', 'months')} ago and neither removed nor passed on: ${description}`
      return { code: 'barrier-open', sentence, screen: 'communication', table: 'barrier', rowId: id }
    })

/** Observations that the forecast does not see because it starts before them. */
export function laterObservations({ plan, asOf }: AttentionQuestion): AttentionItem[] {
  const months = rowsOf(plan, 'observation').map(({ date }) => monthOfDay(date))
  const last = months.reduce((latest, month) => (month > latest ? month : latest), '')
  if (last <= asOf) return []
  const sentence = `There are observations of ${monthWords(last)}, but the forecast starts in ${monthWords(asOf)}: move "As of" on to use them.`
  return [{ code: 'observations-later', sentence, screen: 'settings', table: 'plan', rowId: null }]
}

/** Districts that do not get to scale within the forecast, or do not stay there. */
export const missedScale = ({ plan, runs }: AttentionQuestion): AttentionItem[] =>
  runs.flatMap(({ forecast, compiled }): AttentionItem[] => {
    const { atScaleMonth, isAtScaleAtEnd, weakest, name, units } = forecast
    const about = { screen: 'if-we', table: 'unit', rowId: compiled.districtId } as const
    if (isAtScaleAtEnd || !units.some(({ takesPart }) => takesPart)) return []
    if (atScaleMonth !== null) {
      const sentence = `${name} is at scale from ${monthWords(atScaleMonth)}, but not at the end of the forecast any more.`
      return [{ ...about, code: 'scale-not-held', sentence }]
    }
    const line = percent(linesOf(settingsOf(plan)).share)
    const sentence = `${name} does not get to scale within the forecast: at most ${percent(weakest.peak)} practice the weakest component with fidelity, in ${monthWords(weakest.peakMonth)}; the line is ${line}.`
    return [{ ...about, code: 'scale-not-reached', sentence }]
  })
