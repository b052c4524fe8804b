import type { ModelParameters } from './parameter'

/** An essential component of the program. `weight` > 0 is its contribution; only core ones enter the bottleneck. */
export interface InputComponent {
  readonly id: string
  readonly weight: number
  readonly core?: boolean
}

/** A school or other place where people practice together. `startMonth` counts from `start`; null: not in the rollout. */
export interface InputUnit {
  readonly id: string
  readonly startMonth: number | null
  readonly initialCapacity?: number
  readonly keyPersonDependency?: number
}

/** The people of one role in one unit. `headcount` counts positions and may be fractional; `annualTurnover` is a share. */
export interface InputGroup {
  readonly id: string
  readonly unitId: string
  readonly headcount: number
  readonly annualTurnover: number
  readonly onboardingCoverage?: number
  readonly readiness?: number
  readonly contextFit?: number
}

export interface InputDistrict {
  readonly initialCapacity: number
  readonly keyPersonDependency?: number
}

/** Where a group stands in a component at the start, as shares of its positions; `using` does not include `fidelity`. */
export interface InputInitialRow {
  readonly groupId: string
  readonly componentId: string
  readonly trained: number
  readonly using: number
  readonly fidelity: number
}

/** One occasion of professional learning: who is reached (`coverage`) and who starts using right away (`transfer`). */
export interface InputSession {
  readonly month: number
  readonly groupIds: readonly string[]
  readonly componentIds: readonly string[]
  readonly coverage: number
  readonly transfer: number
}

/** What supports the practice, month by month: each list of hours or shares has `horizonMonths` numbers. */
export interface InputSupports {
  readonly coachHours?: readonly number[]
  readonly coachHoursByUnit?: Readonly<Record<string, readonly number[]>>
  readonly capacityInvestment?: readonly number[]
  readonly sessions?: readonly InputSession[]
}

/**
 * What the model runs on: plain JSON, format version 1 (model card, "What goes in"). Optional fields have defaults;
 * `checkModelInput` checks all of it and fills them in.
 */
export interface ModelInput {
  readonly formatVersion: 1
  /** The first month, `YYYY-MM`. */
  readonly start: string
  readonly horizonMonths: number
  /** Twelve shares of a full month of instruction, January first. */
  readonly calendar: readonly number[]
  /** Twelve numbers with sum 1, January first: when in the year people leave. */
  readonly leaving: readonly number[]
  readonly components: readonly InputComponent[]
  readonly units: readonly InputUnit[]
  readonly groups: readonly InputGroup[]
  readonly district: InputDistrict
  readonly initial?: readonly InputInitialRow[]
  readonly supports: InputSupports
  readonly parameters?: Partial<ModelParameters>
}

/** A ModelInput that was checked and has every default filled in; the only thing that `simulate` takes. */
export interface CompleteModelInput extends ModelInput {
  readonly components: readonly Required<InputComponent>[]
  readonly units: readonly Required<InputUnit>[]
  readonly groups: readonly Required<InputGroup>[]
  readonly district: Required<InputDistrict>
  readonly initial: readonly InputInitialRow[]
  readonly supports: Required<InputSupports>
  readonly parameters: ModelParameters
}
