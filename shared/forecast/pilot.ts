import { calibrate, type Calibration } from '../model/calibrate'
import type { Observation } from '../model/observation'
import { parameterWords } from '../model/parameter-words'
import { numericParameters } from '../model/parameters'
import { monthOfDay, monthsBetween } from '../plan/month'
import { planRow, rowsOf, type Plan } from '../plan/plan'
import { err, ok, type Result } from '../plan/result'
import type { Row } from '../plan/tables'
import { compileForecast, type Compiled, type Missing } from './compile'

/** What one district's observations taught. */
export type PilotLesson = {
  readonly districtId: string | null
  readonly name: string
  /** How many observations were used, and how many were not: up to the plan's first month, after its end, or of nobody. */
  readonly used: number
  readonly leftOut: number
  /** Null where there is nothing to learn from. */
  readonly calibration: Calibration | null
  readonly sentence: string
}

/** An observation as the model takes it; null where the district's forecast has no place or month for it. */
function observationOf(plan: Plan, { input }: Compiled, row: Row<'observation'>): Observation | null {
  const month = monthsBetween(input.start, monthOfDay(row.date))
  const groups = input.groups.filter(({ unitId }) => unitId === row.unitId)
  const groupIds =
    row.roleId === null
      ? null
      : groups.map(({ id }) => id).filter((id) => plan.staffGroup.get(id)?.roleId === row.roleId)
  // those of the first month are where the run starts from
  const isInPlan = month > 0 && month < input.horizonMonths
  const isKnown = groups.length > 0 && input.components.some(({ id }) => id === row.componentId)
  if (!isInPlan || !isKnown || groupIds?.length === 0 || row.staffObserved === 0) return null
  const staffUsing = Math.min(row.using, row.staffObserved)
  return {
    unitId: row.unitId,
    groupIds,
    componentId: row.componentId,
    month,
    staffObserved: row.staffObserved,
    staffUsing,
    staffAtFidelity: Math.min(row.atFidelity, staffUsing),
  }
}

/** What the pilot puts outside of the range that the settings name, with a word of caution; empty where nothing is. */
export function beyondWords({ parameters }: Pick<Calibration, 'parameters'>): string {
  const beyond = parameters.flatMap(({ key, value }) => {
    const parameter = numericParameters.find((one) => one.key === key)
    if (!parameter || (value >= parameter.low && value <= parameter.high)) return []
    const written = (figure: number): string => parameterWords(parameter, Number(figure.toPrecision(3)))
    const [least = ''] = written(parameter.low).split(' ')
    return [`${parameter.label}, ${written(value)} (in general ${least} to ${written(parameter.high)})`]
  })
  if (beyond.length === 0) return ''
  return ` Outside of what is plausible in general: ${beyond.join('; ')}. Look at the observations again before you use this.`
}

function lessonOf(plan: Plan, compiled: Compiled): PilotLesson {
  const own = new Set(compiled.units.map(({ unitId }) => unitId))
  const rows = rowsOf(plan, 'observation').filter(({ unitId }) => own.has(unitId))
  const observations = rows.flatMap((row) => observationOf(plan, compiled, row) ?? [])
  const about = {
    districtId: compiled.districtId,
    name: compiled.name,
    used: observations.length,
    leftOut: rows.length - observations.length,
  }
  const nothing = 'There are no observations within the plan yet, so every figure rests on what is known in general.'
  if (observations.length === 0) return { ...about, calibration: null, sentence: nothing }
  const answer = calibrate({ input: compiled.input, observations })
  if (!answer.ok) {
    const sentence = `The observations cannot be used as they stand: ${answer.errors.map(({ path, message }) => `${path} ${message}`).join('; ')}.`
    return { ...about, calibration: null, sentence }
  }
  return { ...about, calibration: answer.value, sentence: `${answer.value.sentence}${beyondWords(answer.value)}` }
}

/**
 * What the observations of a plan teach about its parameters, district by district. Runs from the plan's first month,
 * whatever month the forecast is made from, so that all rounds count. Takes a second or so for some dozens of observations.
 */
export function pilotLessons(plan: Plan): Result<PilotLesson[], Missing[]> {
  const row = planRow(plan)
  const fromStart = row ? { ...plan, plan: new Map([[row.id, { ...row, asOfMonth: null }]]) } : plan
  const compiled = compileForecast(fromStart)
  return compiled.ok ? ok(compiled.value.map((district) => lessonOf(fromStart, district))) : err(compiled.error)
}
