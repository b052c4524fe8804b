import type { CompleteModelInput, InputGroup, InputInitialRow, InputSession, InputUnit } from '@shared/model/input'
import type { ModelParameters } from '@shared/model/parameter'
import { complete } from './arbitrary-input'

/** The school year of the defaults: July is off, June and December are short; people leave around June. */
export const schoolCalendar = [1, 1, 1, 1, 1, 0.4, 0, 0.6, 1, 1, 0.9, 0.7]
export const schoolLeaving = [0.02, 0.02, 0.02, 0.02, 0.05, 0.45, 0.25, 0.1, 0.03, 0.02, 0.01, 0.01]

export interface PlainDistrict {
  readonly horizonMonths: number
  readonly calendar?: readonly number[]
  readonly leaving?: readonly number[]
  readonly componentCount?: number
  readonly units: readonly (Partial<InputUnit> & { id: string })[]
  readonly groups?: readonly (Partial<InputGroup> & { id: string; unitId: string })[]
  readonly initial?: readonly InputInitialRow[]
  readonly district?: { initialCapacity: number; keyPersonDependency?: number }
  readonly coachHours?: (month: number) => number
  readonly investment?: (month: number) => number
  readonly sessions?: readonly InputSession[]
  readonly parameters?: Partial<ModelParameters>
}

export const componentIdsOf = (count: number) => Array.from({ length: count }, (_, index) => `component${index}`)

/**
 * A complete input from the few figures that a test is about: full months, leaving spread evenly, one component, units
 * that start at once with one group of 100 (its id is the unit's), nobody leaving, nothing supported.
 */
export function plainInput(plain: PlainDistrict): CompleteModelInput {
  const months = Array.from({ length: plain.horizonMonths }, (_, month) => month)
  const groups = plain.groups ?? plain.units.map((unit) => ({ id: unit.id, unitId: unit.id }))
  return complete({
    formatVersion: 1,
    start: '2026-07',
    horizonMonths: plain.horizonMonths,
    calendar: plain.calendar ?? Array.from({ length: 12 }, () => 1),
    leaving: plain.leaving ?? Array.from({ length: 12 }, () => 1 / 12),
    components: componentIdsOf(plain.componentCount ?? 1).map((id) => ({ id, weight: 1 })),
    units: plain.units.map((unit) => ({ startMonth: 0, ...unit })),
    groups: groups.map((group) => ({ headcount: 100, annualTurnover: 0, ...group })),
    district: plain.district ?? { initialCapacity: 0 },
    initial: plain.initial ?? [],
    supports: {
      coachHours: months.map((month) => plain.coachHours?.(month) ?? 0),
      capacityInvestment: months.map((month) => plain.investment?.(month) ?? 0),
      sessions: plain.sessions ?? [],
    },
    parameters: plain.parameters ?? {},
  })
}
