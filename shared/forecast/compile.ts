import { checkModelInput } from '../model/input-check'
import type { ModelInputProblem } from '../model/input-problem'
import { attendances } from '../money/attendance'
import { groupBy } from '../money/grouping'
import { ledgerOf, type Ledger } from '../money/ledger'
import { planRow, rowsOf, type Plan } from '../plan/plan'
import { err, ok, type Result } from '../plan/result'
import { settingsOf } from '../plan/settings'
import type { Assumption } from './assumption'
import { compileDistrict, standingSupports, type Compiled, type CompileContext } from './compile-district'
import { deliveryOf } from './delivery'
import { districtsOf, headcountOf, practitionerGroups } from './districts'
import { knownObservations } from './initial'
import { learningAssumptions } from './learning'
import type { Missing } from './missing'
import { moveStages } from './moves'
import { parametersOf } from './parameters'
import { supportsOf } from './supports'

export type { Assumption } from './assumption'
export type { Compiled, CompiledUnit } from './compile-district'
export type { Missing, ScreenName } from './missing'

export type CompileOptions = {
  /** A month: from then on everything that one-time money pays is gone (the stress test, docs/forecast.md). */
  readonly withoutOneTimeMoneyFrom?: string
}

function missingIn(plan: Plan): Missing[] {
  const missing: Missing[] = []
  const add = (code: Missing['code'], screen: Missing['screen'], message: string) =>
    missing.push({ code, screen, message })
  if (!planRow(plan))
    add('no-plan', 'settings', 'The plan has no name and no start month yet. Enter them in the settings.')
  const hasPlaces = districtsOf(plan).length > 0
  if (!hasPlaces) add('no-schools', 'schools', 'There are no schools yet. Add or import the schools that take part.')
  if (plan.component.size === 0)
    add('no-components', 'components', 'There are no essential components yet. Add what has to be in place.')
  const hasPractitioners = [...plan.role.values()].some(({ kind }) => kind === 'practitioner')
  if (!hasPractitioners)
    add(
      'no-practitioner-role',
      'people',
      'No role is marked as "Practitioner". Mark the roles whose practice is to change.',
    )
  else if (!(headcountOf(practitionerGroups(plan)) > 0))
    add('no-staff', 'people', 'No school has staff yet. Enter or import how many people work at each school.')
  return missing
}

/** Waves whose month is not decided, and positions that nobody is named to pay. */
function planAssumptions(plan: Plan, ledger: Ledger): Assumption[] {
  const used = new Set([...plan.unit.values()].map(({ waveId }) => waveId))
  const undecided = rowsOf(plan, 'wave').filter(({ id, startMonth }) => startMonth === null && used.has(id))
  const unpaid = ledger.lines.filter(({ isAssigned }) => !isAssigned)
  const whyFunded = 'No fund is named to pay for it, so it counts as funded.'
  const whyOut = 'No start month is entered, so its schools are not in the forecast.'
  return [
    ...undecided.map(
      ({ id }) => ({ table: 'wave', id, field: 'startMonth', value: 'not started', why: whyOut }) as const,
    ),
    ...[...groupBy(unpaid, ({ kind, id }) => `${kind} ${id}`).values()].flatMap((lines) => {
      const table = lines[0]?.kind
      return table && lines[0] ? [{ table, id: lines[0].id, field: null, value: 'funded', why: whyFunded }] : []
    }),
    ...learningAssumptions(plan),
  ]
}

const refused = (problem: ModelInputProblem): Missing => ({
  code: 'input-refused',
  message: `The forecast cannot use the plan as it stands: ${problem.path} ${problem.message}. Check what was entered last.`,
  screen: 'settings',
})

/**
 * Turns a plan into what the model runs on, one input for each district with staff; docs/forecast.md tells every rule.
 * What the plan leaves open is assumed and listed. Where the plan cannot be simulated yet the answer is what is missing,
 * each with the screen to go to.
 */
export function compileForecast(plan: Plan, options: CompileOptions = {}): Result<Compiled[], Missing[]> {
  const row = planRow(plan)
  const { parameters, problems } = parametersOf(plan)
  const missing = [...missingIn(plan), ...problems]
  if (!row || missing.length > 0) return err(missing)
  const start = row.asOfMonth ?? row.startMonth
  const ledger = ledgerOf(plan)
  const context: CompileContext = {
    plan,
    ledger,
    delivery: deliveryOf(ledger, start, options.withoutOneTimeMoneyFrom ?? null),
    settings: settingsOf(plan),
    start,
    horizonMonths: row.horizonMonths,
    parameters,
    attendances: attendances(plan),
    observations: knownObservations(plan, start),
    scores: groupBy(rowsOf(plan, 'capacityAssessment'), ({ unitId }) => unitId),
    responsibilities: groupBy(rowsOf(plan, 'responsibility'), ({ unitId }) => unitId),
  }
  const districts = districtsOf(plan).filter(({ headcount }) => headcount > 0)
  const shared = planAssumptions(plan, ledger)
  const stages = moveStages(plan).map(({ monthsAfterAtScale, moved }) => ({
    monthsAfterAtScale,
    byDistrict: supportsOf({ ...context, districts, moved }).map(({ supports }) => standingSupports(context, supports)),
  }))
  const compiled: Compiled[] = []
  for (const [at, { district, supports }] of supportsOf({ ...context, districts }).entries()) {
    const draft = compileDistrict(context, district, supports, shared)
    const checked = checkModelInput(draft.input)
    if (!checked.ok) return err(checked.errors.map(refused))
    const input = checked.value
    const own = stages.flatMap(({ monthsAfterAtScale, byDistrict }) => {
      const moved = byDistrict[at]
      return moved ? [{ monthsAfterAtScale, supports: moved }] : []
    })
    compiled.push({ ...draft, input, planned: input, stages: own, reorganisedAtScale: null })
  }
  return ok(compiled)
}
