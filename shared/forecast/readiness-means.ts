import { sumOf } from '../money/totals'
import type { LedgerLine } from '../money/ledger'
import { monthsBetween, monthWords } from '../plan/month'
import { rowsOf } from '../plan/plan'
import { measureOf, monthsBetweenRounds, observationGaps } from './evidence-gaps'
import { dollars } from './figure'
import { noSchools, unitsAbove, type LaneFinding, type LaneGap, type ReadinessQuestion } from './readiness-lane'

const moneyRule = 'Everything that works for its schools in its first twelve months is paid by a fund.'
const messageRule = 'A message for this wave says what it is about, by which way, and who answers for it.'
const dataRule =
  'Every core component is looked at by a measure, and at schools that have begun it was observed as often as planned.'

/** Whether a line works for the schools of a wave; whom a session is for stands with the session, not in the ledger. */
function servesWave(line: LedgerLine, question: ReadinessQuestion, units: ReadonlySet<string>): boolean {
  if (line.kind !== 'session') return line.unitId === null || units.has(line.unitId)
  const attendance = question.attendances.find(({ session }) => session.id === line.id)
  const schools = new Set(question.schools.map(({ id }) => id))
  return attendance?.groupIds.some((id) => schools.has(question.plan.staffGroup.get(id)?.unitId ?? '')) ?? false
}

/** Resources: what is paid of everything that works for the wave in the twelve months from its start. */
export function moneyLane(question: ReadinessQuestion): LaneFinding {
  const { plan, ledger, wave, schools } = question
  const about = { lane: 'resources', rule: moneyRule, line: 1 } as const
  if (wave.startMonth === null || schools.length === 0) {
    const sentence = `${wave.name} has no start month yet.`
    const gap = schools.length === 0 ? noSchools(wave) : ({ sentence, table: 'wave', rowId: wave.id } as const)
    return { ...about, value: null, gaps: [gap] }
  }
  const from = monthsBetween(ledger.firstMonth, wave.startMonth)
  const units = unitsAbove(plan, schools)
  const lines = ledger.lines.filter((line) => servesWave(line, question, units))
  const inYear = (cents: Float64Array): number => sumOf(cents, from, from + 12)
  const cost = lines.reduce((sum, { costCents }) => sum + inYear(costCents), 0)
  if (cost <= 0) {
    const sentence = `No cost is entered for the twelve months from ${monthWords(wave.startMonth)}.`
    return { ...about, value: null, gaps: [{ sentence, table: 'costLine', rowId: null }] }
  }
  const unpaid = new Map<string, { line: LedgerLine; cents: number }>()
  for (const line of lines) {
    const cents = inYear(line.unfundedCents) + (unpaid.get(line.id)?.cents ?? 0)
    if (cents > 0) unpaid.set(line.id, { line, cents })
  }
  const missing = [...unpaid.values()].reduce((sum, { cents }) => sum + cents, 0)
  const gaps = [...unpaid.values()].map(({ line, cents }): LaneGap => ({
    sentence: `Nobody pays ${dollars(cents)} of “${line.label}”.`,
    table: line.kind,
    rowId: line.id,
  }))
  return { ...about, value: 1 - missing / cost, gaps }
}

/** Communication: a whole message that names the wave. */
export function messageLane({ plan, wave }: ReadinessQuestion): LaneFinding {
  const about = { lane: 'communication', rule: messageRule, line: 1 } as const
  const mine = rowsOf(plan, 'communication').filter(({ waveId }) => waveId === wave.id)
  const lacking = mine.map((row) => ({
    row,
    words: [
      row.message === null ? 'what it says' : null,
      row.channel === null ? 'by which way' : null,
      row.owner === null ? 'who answers for it' : null,
    ].filter((word) => word !== null),
  }))
  if (lacking.some(({ words }) => words.length === 0)) return { ...about, value: 1, gaps: [] }
  if (mine.length === 0) {
    const sentence = `No message is for ${wave.name}: its people are not told before it starts.`
    return { ...about, value: 0, gaps: [{ sentence, table: 'communication', rowId: null }] }
  }
  const gaps = lacking.map(({ row, words }): LaneGap => ({
    sentence: `The message to “${row.audience}” lacks ${words.join(' and ')}.`,
    table: 'communication',
    rowId: row.id,
  }))
  return { ...about, value: 0, gaps }
}

/** Data collection: of the pairs of school and core component, those that are measured and not overdue. */
export function dataLane({ plan, wave, schools }: ReadinessQuestion): LaneFinding {
  const about = { lane: 'data', rule: dataRule, line: 1 } as const
  const core = rowsOf(plan, 'component').filter(({ isCore }) => isCore)
  const pairs = core.length * schools.length
  if (pairs === 0) {
    const sentence = 'No core component says yet what has to be in place.'
    const gap = schools.length === 0 ? noSchools(wave) : ({ sentence, table: 'component', rowId: null } as const)
    return { ...about, value: null, gaps: [gap] }
  }
  const unmeasured = core.filter(({ id }) => measureOf(plan, id) === undefined)
  const ids = new Set(schools.map(({ id }) => id))
  const late = observationGaps(plan).gaps.filter(({ unit, component }) => component.isCore && ids.has(unit.id))
  const gaps: LaneGap[] = [
    ...unmeasured.map(({ id, name }): LaneGap => ({
      sentence: `No measure looks at “${name}”.`,
      table: 'component',
      rowId: id,
    })),
    ...late.map(({ unit, component, measure }): LaneGap => ({
      sentence: `“${component.name}” was not observed at ${unit.name} in the last ${monthsBetweenRounds(measure)} months.`,
      table: 'fidelityMeasure',
      rowId: measure.id,
    })),
  ]
  return { ...about, value: 1 - (unmeasured.length * schools.length + late.length) / pairs, gaps }
}
