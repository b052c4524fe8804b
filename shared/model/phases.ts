import { type AtScaleTest, atScaleTests, type RunAtScale, runsAtScale } from './at-scale'
import { type Phase, type PhaseAnswer, type PhaseQuestion, type PhaseReason, type PhaseUnit, reaches } from './phase'
import {
  bottleneckReason,
  monthsAtScaleReason,
  scaleStartedReason,
  startedReason,
  stressReason,
  unitsAtScaleReason,
  wasAtScaleReason,
} from './phase-reasons'
import { unitSeries } from './trajectory'

export { atScaleMonth, atScaleTests } from './at-scale'

/** Who has started by a month: units in all, and those that are not of a pilot wave. */
interface Started {
  readonly units: number
  readonly scaleUnits: number
}

/** A place whose phase is asked: the district (unitId null) or a unit. */
interface Place {
  readonly unitId: string | null
  readonly startedBy: (month: number) => Started
  /** The tests of "at scale" in a month, and whether all pass. */
  readonly atScaleReasons: (month: number) => PhaseReason[]
  readonly isAtScale: readonly boolean[]
}

function startedBy(units: readonly PhaseUnit[], month: number): Started {
  let started = 0
  let scale = 0
  for (const unit of units) {
    if (unit.startMonth === null || month < unit.startMonth) continue
    started += 1
    if (unit.waveKind !== 'pilot') scale += 1
  }
  return { units: started, scaleUnits: scale }
}

/**
 * Whether the place is sustained in a month of a run at scale. The stress test starts at the run's first month; the
 * answer is not known yet where the horizon ends before the run is long enough, or before the test can tell.
 */
function sustainedAnswer(
  question: PhaseQuestion,
  place: Place,
  run: RunAtScale,
  month: number,
): { answer: PhaseAnswer['sustained']; reasons: PhaseReason[] } {
  const { sustainMonths } = question.thresholds
  const monthsInARow = month - run.from + 1
  const months = monthsAtScaleReason(monthsInARow, sustainMonths)
  if (monthsInARow < sustainMonths) {
    const isCutByHorizon = run.from + run.months === question.trajectory.horizonMonths
    const isOpen = isCutByHorizon && run.months < sustainMonths
    return { answer: isOpen ? 'notKnownYet' : 'no', reasons: [months] }
  }
  const stress = question.stress(place.unitId, run.from)
  const answer = stress === 'holds' ? 'yes' : stress === 'falls' ? 'no' : 'notKnownYet'
  return { answer, reasons: [months, stressReason(stress)] }
}

/** The phase below "at scale" that the started units give. */
function startedPhase(started: Started): Phase {
  if (started.units === 0) return 'notStarted'
  return started.scaleUnits > 0 ? 'scale' : 'pilot'
}

function answersOf(question: PhaseQuestion, place: Place): PhaseAnswer[] {
  const answers: PhaseAnswer[] = []
  const runs = runsAtScale(place.isAtScale)
  let lastAtScale: number | null = null
  for (let month = 0; month < question.trajectory.horizonMonths; month += 1) {
    const started = place.startedBy(month)
    const reasons = [startedReason(place.unitId, started.units)]
    if (started.units > 0) reasons.push(scaleStartedReason(place.unitId, started.scaleUnits))
    reasons.push(...place.atScaleReasons(month))
    let phase = startedPhase(started)
    let sustained: PhaseAnswer['sustained'] = 'no'
    const run = runs.find((candidate) => month >= candidate.from && month < candidate.from + candidate.months)
    if (run !== undefined) {
      lastAtScale = month
      const answer = sustainedAnswer(question, place, run, month)
      sustained = answer.answer
      reasons.push(...answer.reasons)
      phase = sustained === 'yes' ? 'sustained' : 'atScale'
    } else if (lastAtScale !== null) {
      phase = 'declining'
      reasons.push(wasAtScaleReason(lastAtScale, month))
    }
    answers.push({ month, phase, sustained, reasons, sentence: sentenceOf(phase, sustained, reasons) })
  }
  return answers
}

const phaseWords: Readonly<Record<Phase, string>> = {
  notStarted: 'Not started.',
  pilot: 'Pilot.',
  scale: 'Scaling up.',
  atScale: 'At scale.',
  sustained: 'Sustained.',
  declining: 'Declining: it was at scale and no longer is.',
}

/** The tests that say most about each phase, for its sentence. */
const tellingTests: Readonly<Record<Phase, readonly PhaseReason['test'][]>> = {
  notStarted: ['started'],
  pilot: ['scaleStarted', 'bottleneck'],
  scale: ['bottleneck', 'unitsAtScale'],
  atScale: ['bottleneck', 'unitsAtScale', 'monthsAtScale', 'stress'],
  sustained: ['monthsAtScale', 'stress'],
  declining: ['wasAtScale', 'bottleneck', 'unitsAtScale'],
}

function sentenceOf(phase: Phase, sustained: PhaseAnswer['sustained'], reasons: readonly PhaseReason[]): string {
  const telling = reasons.filter((reason) => tellingTests[phase].includes(reason.test))
  const isStressTold = telling.some((reason) => reason.test === 'stress')
  const isUnknown = sustained === 'notKnownYet' && !isStressTold
  const unknown = isUnknown ? ['Whether it lasts is not known yet: the plan ends too soon to tell.'] : []
  return [phaseWords[phase], ...telling.map((reason) => reason.sentence), ...unknown].join(' ')
}

function atScaleReasonsOfDistrict(question: PhaseQuestion, test: AtScaleTest | undefined): PhaseReason[] {
  if (test === undefined) return []
  return [
    bottleneckReason(test.bottleneck, question.thresholds.atScaleShare),
    unitsAtScaleReason(test, question.thresholds),
  ]
}

/**
 * The phase of the district in every month, with its reasons (model card, "Phases"). The highest that holds counts:
 * sustained, at scale, declining, scale, pilot, not started. An active unit without a wave counts as scale.
 */
export function districtPhases(question: PhaseQuestion): PhaseAnswer[] {
  const tests = atScaleTests(question)
  return answersOf(question, {
    unitId: null,
    startedBy: (month) => startedBy(question.units, month),
    atScaleReasons: (month) => atScaleReasonsOfDistrict(question, tests[month]),
    isAtScale: tests.map((test) => test.isAtScale),
  })
}

/**
 * The phase of a unit in every month: the district's ladder with the unit's own bottleneck. Empty where the trajectory
 * or the question does not know the unit.
 */
export function unitPhases(question: PhaseQuestion, unitId: string): PhaseAnswer[] {
  const unit = question.units.find((candidate) => candidate.unitId === unitId)
  const bottleneck = unitSeries(question.trajectory, unitId, 'bottleneck')
  if (unit === undefined || bottleneck.length === 0) return []
  const line = question.thresholds.atScaleShare
  return answersOf(question, {
    unitId,
    startedBy: (month) => startedBy([unit], month),
    atScaleReasons: (month) => [bottleneckReason(bottleneck[month] ?? 0, line)],
    isAtScale: Array.from(bottleneck, (value) => reaches(value, line)),
  })
}
