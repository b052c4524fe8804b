import { type FlowKind, type FlowRecord, flowSeries, levelAt, simulateFlows, type Stock } from './flows'
import type { CompleteModelInput } from './input'

/** What a change is made of. `weakest`: another component became the weakest one (only for the bottleneck). */
export const causes = [
  'training',
  'uptake',
  'lapse',
  'fidelityGained',
  'drift',
  'turnover',
  'hires',
  'weakest',
] as const

export type Cause = (typeof causes)[number]

/** What may be explained: a stock, the share that practices at all, or the bottleneck. */
export type ExplainedMeasure = Exclude<Stock, 'vacant'> | 'adoption'

/**
 * Why a share changed between the ends of two months (−1: the start): each cause's part, in shares of positions, signed.
 * The parts sum to `change` to the last bits a sum of numbers can hold (2⁻⁵⁰).
 */
export interface ChangeExplained {
  readonly fromMonth: number
  readonly toMonth: number
  readonly from: number
  readonly to: number
  readonly change: number
  readonly parts: Readonly<Record<Cause, number>>
}

type Signs = Readonly<Record<Exclude<Cause, 'weakest'>, readonly (readonly [FlowKind, 1 | -1])[]>>

const nothing: readonly (readonly [FlowKind, 1 | -1])[] = []

/** Which flows change which stock, and under what cause they are told. */
const signs: Readonly<Record<Exclude<Stock, 'vacant'>, Signs>> = {
  untrained: {
    training: [['reached', -1]],
    uptake: nothing,
    lapse: nothing,
    fidelityGained: nothing,
    drift: nothing,
    turnover: [['leftUntrained', -1]],
    hires: [['hiredUntrained', 1]],
  },
  trained: {
    training: [
      ['reached', 1],
      ['startedInTraining', -1],
    ],
    uptake: [['takenUp', -1]],
    lapse: [['lapsed', 1]],
    fidelityGained: nothing,
    drift: nothing,
    turnover: [['leftTrained', -1]],
    hires: [['hiredTrained', 1]],
  },
  using: {
    training: [['startedInTraining', 1]],
    uptake: [['takenUp', 1]],
    lapse: [['lapsed', -1]],
    fidelityGained: [['gainedFidelity', -1]],
    drift: [['drifted', 1]],
    turnover: [['leftUsing', -1]],
    hires: [['hiredUsing', 1]],
  },
  fidelity: {
    training: nothing,
    uptake: nothing,
    lapse: nothing,
    fidelityGained: [['gainedFidelity', 1]],
    drift: [['drifted', -1]],
    turnover: [['leftFidelity', -1]],
    hires: nothing,
  },
}

function stocksOf(measure: ExplainedMeasure): Exclude<Stock, 'vacant'>[] {
  return measure === 'adoption' ? ['using', 'fidelity'] : [measure]
}

function flowBetween(record: FlowRecord, place: number, kind: FlowKind, fromMonth: number, toMonth: number): number {
  return flowSeries(record, place, kind)
    .subarray(fromMonth + 1, toMonth + 1)
    .reduce((sum, flow) => sum + flow, 0)
}

function noParts(): Record<Cause, number> {
  return Object.fromEntries(causes.map((cause) => [cause, 0])) as Record<Cause, number>
}

/** What rounding left over between the parts and the change goes to the largest part. */
function close(parts: Record<Cause, number>, change: number): Record<Cause, number> {
  const sum = causes.reduce((total, cause) => total + parts[cause], 0)
  const largest = causes.reduce((most, cause) => (Math.abs(parts[cause]) > Math.abs(parts[most]) ? cause : most))
  return { ...parts, [largest]: parts[largest] + (change - sum) }
}

/**
 * Splits the change of a measure between the ends of two months into its causes. `place` 0 is the district, 1 + i the
 * unit `record.unitIds[i]`; `fromMonth` −1 is the start, and must not be after `toMonth`, which must be in the horizon.
 */
export function explainChange(
  record: FlowRecord,
  place: number,
  measure: ExplainedMeasure,
  fromMonth: number,
  toMonth: number,
): ChangeExplained {
  const parts = noParts()
  let [from, to] = [0, 0]
  for (const stock of stocksOf(measure)) {
    from += levelAt(record, place, stock, fromMonth)
    to += levelAt(record, place, stock, toMonth)
    for (const [cause, flows] of Object.entries(signs[stock])) {
      for (const [kind, sign] of flows) {
        parts[cause as Cause] += sign * flowBetween(record, place, kind, fromMonth, toMonth)
      }
    }
  }
  return { fromMonth, toMonth, from, to, change: to - from, parts: close(parts, to - from) }
}

interface ComponentRecord {
  readonly componentId: string
  readonly record: FlowRecord
}

function weakestAt(records: readonly ComponentRecord[], place: number, month: number) {
  return records
    .map((one) => ({ ...one, level: levelAt(one.record, place, 'fidelity', month) }))
    .toSorted((one, other) => one.level - other.level)[0]
}

/**
 * Splits the change of the bottleneck, "why it falls": the causes are those of the component that is the weakest core
 * one at `toMonth`; where another was weaker at `fromMonth`, the distance between the two then is told as `weakest`.
 * Null where there is no core component.
 */
export function explainBottleneck(
  input: CompleteModelInput,
  place: number,
  fromMonth: number,
  toMonth: number,
): (ChangeExplained & { readonly componentId: string }) | null {
  const records = input.components
    .filter((component) => component.core)
    .map((component) => ({ componentId: component.id, record: simulateFlows(input, component.id) }))
  const before = weakestAt(records, place, fromMonth)
  const after = weakestAt(records, place, toMonth)
  if (before === undefined || after === undefined) return null
  const explained = explainChange(after.record, place, 'fidelity', fromMonth, toMonth)
  const change = after.level - before.level
  const parts = { ...explained.parts, weakest: explained.from - before.level }
  return { ...explained, componentId: after.componentId, from: before.level, change, parts: close(parts, change) }
}
