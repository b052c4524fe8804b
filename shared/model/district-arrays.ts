/**
 * A CompleteModelInput as flat arrays, ready to run. Groups are ordered by unit, within a unit as in the input; a cell
 * is one group × component at `group * componentCount + component`. Nothing here changes while the model runs.
 */
export interface DistrictArrays {
  readonly start: string
  readonly unitIds: readonly string[]
  readonly horizonMonths: number
  readonly unitCount: number
  readonly groupCount: number
  readonly componentCount: number
  /** The calendar month of month 0, 0 = January. */
  readonly firstCalendarMonth: number
  readonly calendar: Float64Array
  readonly leaving: Float64Array
  readonly componentWeight: Float64Array
  readonly isCore: Uint8Array
  /** First month in the rollout; Infinity: never. */
  readonly unitStartMonth: Float64Array
  readonly unitInitialCapacity: Float64Array
  readonly unitDependency: Float64Array
  readonly unitHeadcount: Float64Array
  /** The unit's part of all people, 0 where there are none. */
  readonly unitShare: Float64Array
  /** Groups of unit u: from `unitGroups[u]` to before `unitGroups[u + 1]`. */
  readonly unitGroups: Int32Array
  readonly groupUnit: Int32Array
  /** The group's part of its unit's people, 0 where there are none. */
  readonly groupShare: Float64Array
  readonly groupReadiness: Float64Array
  readonly groupContextFit: Float64Array
  readonly groupOnboarding: Float64Array
  /** Share that stays in a month: `retention[calendarMonth * groupCount + group]`. */
  readonly retention: Float64Array
  readonly districtInitialCapacity: number
  readonly districtDependency: number
  readonly poolHours: Float64Array
  readonly capacityInvestment: Float64Array
  /** Row of `ownHours` of a unit, −1: none. Row r holds months at `r * horizonMonths`. */
  readonly ownHoursRow: Int32Array
  readonly ownHours: Float64Array
  readonly sessions: SessionArrays
  readonly initial: CellArrays
}

/** The four shares of every cell. */
export interface CellArrays {
  readonly untrained: Float64Array
  readonly trained: Float64Array
  readonly using: Float64Array
  readonly fidelity: Float64Array
}

/** The sessions in the order in which they happen: by month, within a month as in the input. */
export interface SessionArrays {
  /** Sessions of month m: from `ofMonth[m]` to before `ofMonth[m + 1]`. */
  readonly ofMonth: Int32Array
  readonly coverage: Float64Array
  readonly transfer: Float64Array
  readonly groupsFrom: Int32Array
  readonly groups: Int32Array
  readonly componentsFrom: Int32Array
  readonly components: Int32Array
}
