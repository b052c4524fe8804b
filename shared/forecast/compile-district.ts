import type { CompleteModelInput, InputGroup, ModelInput } from '../model/input'
import type { ModelParameters } from '../model/parameter'
import type { PhaseUnit } from '../model/phase'
import type { ReorganisationStage, StandingSupports } from '../model/reorganisation'
import { formatValue } from '../plan/format-value'
import { monthsBetween } from '../plan/month'
import { rowsOf, type Plan } from '../plan/plan'
import type { Settings } from '../plan/settings'
import { tables, type Row } from '../plan/tables'
import type { Assumption } from './assumption'
import { capacityOf, dependencyOf, type Figure } from './capacity'
import { headcountOf, type District, type Place } from './districts'
import { initialRows, type KnownObservations } from './initial'
import { learningOf, type LearningQuestion } from './learning'
import type { Supports } from './supports'

/** A school as screens, phases and reports need it beside the trajectory; `startMonth` counts from the forecast's start. */
export type CompiledUnit = PhaseUnit & { readonly name: string; readonly waveId: string | null }

/** One district of a plan, ready to be simulated. */
export type Compiled = {
  /** Null: schools that belong to no district row. */
  readonly districtId: string | null
  readonly name: string
  /** What the model runs on; after a run that is at scale, with the reorganization that it made (`reorganisedFrom`). */
  readonly input: CompleteModelInput
  /** The input before any reorganization, and the steps that wait for the district to be at scale. */
  readonly planned: CompleteModelInput
  readonly stages: readonly ReorganisationStage[]
  /** The month, counted from 0, from which on the run is at scale that made the reorganization; null: none was made. */
  readonly reorganisedAtScale: number | null
  /** What the plan does not say and was assumed; those that are about all districts stand with each. */
  readonly assumptions: readonly Assumption[]
  readonly units: readonly CompiledUnit[]
}

/** The plan and what was read from it once for all districts. */
export type CompileContext = LearningQuestion & {
  readonly parameters: Partial<ModelParameters>
  readonly observations: KnownObservations
  /** By unit id. */
  readonly scores: ReadonlyMap<string, readonly Row<'capacityAssessment'>[]>
  /** By unit id; null: entered for no place. */
  readonly responsibilities: ReadonlyMap<string | null, readonly Row<'responsibility'>[]>
}

const groupFields = tables.staffGroup.fields

function groupOf(group: Row<'staffGroup'>, settings: Settings): { input: InputGroup; assumptions: Assumption[] } {
  const about = { table: 'staffGroup', id: group.id } as const
  const assumptions: Assumption[] = []
  const assume = (field: 'annualTurnover' | 'onboardingCoverage', value: number): number => {
    const why = 'No figure of its own is entered, so the one of the settings holds.'
    assumptions.push({ ...about, field, value: formatValue(groupFields[field], value), why })
    return value
  }
  const turnover = group.annualTurnover ?? assume('annualTurnover', settings.defaultTurnover)
  const onboarding = group.onboardingCoverage ?? assume('onboardingCoverage', settings.defaultOnboarding)
  const input = {
    id: group.id,
    unitId: group.unitId,
    headcount: group.headcount,
    annualTurnover: Math.min(1, (turnover / 10_000) * settings.turnoverFactor),
    onboardingCoverage: onboarding / 10_000,
    readiness: group.readiness,
    contextFit: group.contextFit,
  }
  return { input, assumptions }
}

function unitOf(plan: Plan, { unit, groups }: Place, start: string): CompiledUnit {
  const wave = unit.waveId === null ? undefined : plan.wave.get(unit.waveId)
  const begins = wave?.startMonth ?? null
  return {
    unitId: unit.id,
    name: unit.name,
    waveId: wave?.id ?? null,
    waveKind: wave?.kind ?? null,
    startMonth: begins === null ? null : monthsBetween(start, begins),
    headcount: headcountOf(groups),
  }
}

/** Responsibilities of a school, or (unit null) of the district: those entered for it, for its region or for no place. */
function responsibilitiesAt(
  { plan, responsibilities }: CompileContext,
  unit: Row<'unit'> | null,
  isDistrict: boolean,
): Row<'responsibility'>[] {
  if (!isDistrict) return unit === null ? [] : [...(responsibilities.get(unit.id) ?? [])]
  const isMine = (unitId: string | null): boolean =>
    unitId === null || unitId === unit?.id || plan.unit.get(unitId)?.kind === 'region'
  return [...responsibilities].flatMap(([unitId, rows]) => (isMine(unitId) ? rows : []))
}

type Capacity = { readonly initialCapacity: number; readonly keyPersonDependency: number }

/** Capacity and key-person dependency of a school or of the district, and what had to be assumed. */
function capacityAt(
  context: CompileContext,
  unit: Row<'unit'> | null,
  isDistrict: boolean,
): { figures: Capacity; assumptions: Assumption[] } {
  const scores = (unit && context.scores.get(unit.id)) ?? []
  const capacity: Figure = capacityOf(unit, scores, context.start)
  const dependency: Figure = dependencyOf(unit, responsibilitiesAt(context, unit, isDistrict))
  return {
    figures: { initialCapacity: capacity.value, keyPersonDependency: dependency.value },
    assumptions: [...capacity.assumptions, ...dependency.assumptions],
  }
}

/** The supports of a district that go on month by month, as the model takes them. */
export function standingSupports({ settings }: CompileContext, supports: Supports): StandingSupports {
  const { systemsFteNeeded } = settings
  const byUnit = [...supports.coachHoursByUnit].map(([id, hours]) => [id, Array.from(hours)] as const)
  return {
    coachHours: Array.from(supports.coachHours),
    coachHoursByUnit: Object.fromEntries(byUnit),
    capacityInvestment: Array.from(supports.systemsFte, (fte) => Math.min(1, fte / systemsFteNeeded)),
  }
}

/** What compiling a district gives before its input is checked. */
export type DraftDistrict = Pick<Compiled, 'districtId' | 'name' | 'units' | 'assumptions'> & {
  readonly input: ModelInput
}

/** The ModelInput of one district, not yet checked, with what was assumed; `shared` assumptions come last. */
export function compileDistrict(
  context: CompileContext,
  district: District,
  supports: Supports,
  shared: readonly Assumption[],
): DraftDistrict {
  const { plan, settings, start, horizonMonths, parameters } = context
  const components = rowsOf(plan, 'component')
  const units = district.places.map((place) => unitOf(plan, place, start))
  const groups = district.places.flatMap((place) => place.groups.map((group) => groupOf(group, settings)))
  const initial = initialRows(plan, context.observations, district.places, start)
  const capacities = district.places.map(({ unit }) => capacityAt(context, unit, false))
  const ofDistrict = capacityAt(context, district.row, true)
  const input: ModelInput = {
    formatVersion: 1,
    start,
    horizonMonths,
    calendar: settings.calendar,
    leaving: settings.leaving,
    components: components.map(({ id, contributionWeight, isCore }) => ({
      id,
      weight: contributionWeight,
      core: isCore,
    })),
    units: units.map(({ unitId, startMonth }, at) => ({ id: unitId, startMonth, ...capacities[at]?.figures })),
    groups: groups.map((group) => group.input),
    district: ofDistrict.figures,
    initial: initial.rows,
    supports: {
      ...standingSupports(context, supports),
      sessions: learningOf(context, new Set(groups.map((group) => group.input.id))),
    },
    parameters,
  }
  const assumptions = [
    ...groups.flatMap((group) => group.assumptions),
    ...[...capacities, ofDistrict].flatMap((capacity) => capacity.assumptions),
    ...initial.assumptions,
    ...shared,
  ]
  return { districtId: district.row?.id ?? null, name: district.name, input, units, assumptions }
}
