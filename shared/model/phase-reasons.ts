import type { AtScaleTest } from './at-scale'
import { type AtScaleThresholds, type PhaseReason, reaches, type StressAnswer } from './phase'

/**
 * A share as percent, with as many decimals (at most two) as are needed not to look like the line where it is not
 * equal to it.
 */
export function percentText(share: number, line: number | null): string {
  for (const digits of [0, 1]) {
    const text = (share * 100).toFixed(digits)
    const isMisleading = line !== null && !reaches(share, line) && Number(text) >= line * 100
    if (!isMisleading) return `${text}%`
  }
  // Rounded down, so that a figure below the line never reads as the line itself.
  return `${(Math.floor(share * 10_000) / 100).toFixed(2)}%`
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** Whether anything has started; the value is the number of active units. */
export function startedReason(unitId: string | null, units: number): PhaseReason {
  const forUnit = units > 0 ? 'This school has started.' : 'This school has not started.'
  const forDistrict =
    units > 0 ? `${counted(units, 'school has', 'schools have')} started.` : 'No school has started yet.'
  const sentence = unitId === null ? forDistrict : forUnit
  return { test: 'started', passes: units > 0, value: units, line: 1, unit: 'units', sentence }
}

/** Whether more than the pilot has started; the value is the number of active units outside pilot waves. */
export function scaleStartedReason(unitId: string | null, scaleUnits: number): PhaseReason {
  const forUnit = scaleUnits > 0 ? 'It is part of the scale-up.' : 'It is a pilot school.'
  const forDistrict =
    scaleUnits > 0
      ? `${counted(scaleUnits, 'school of the scale-up has', 'schools of the scale-up have')} started.`
      : 'Only pilot schools have started.'
  const sentence = unitId === null ? forDistrict : forUnit
  return { test: 'scaleStarted', passes: scaleUnits > 0, value: scaleUnits, line: 1, unit: 'units', sentence }
}

/** Whether the weakest essential component reaches the line. */
export function bottleneckReason(value: number, line: number): PhaseReason {
  const sentence = `${percentText(value, line)} of people practice the weakest essential component with fidelity; the line is ${percentText(line, null)}.`
  return { test: 'bottleneck', passes: reaches(value, line), value, line, unit: 'share', sentence }
}

/** Whether enough units reach the line too. */
export function unitsAtScaleReason(test: AtScaleTest, thresholds: AtScaleThresholds): PhaseReason {
  const line = thresholds.atScaleUnitShare
  const value = test.unitShare
  const needed = percentText(line, null)
  const sentence =
    value === null
      ? 'No school with staff takes part.'
      : `${test.unitsAtScale} of ${counted(test.unitsWithPeople, 'school', 'schools')} taking part reach that line themselves; ${needed} are needed.`
  return { test: 'unitsAtScale', passes: value !== null && reaches(value, line), value, line, unit: 'share', sentence }
}

/** How long the place has been at scale without a break. */
export function monthsAtScaleReason(months: number, line: number): PhaseReason {
  const sentence = `At scale for ${counted(months, 'month', 'months')} in a row; ${line} are needed to call it sustained.`
  return { test: 'monthsAtScale', passes: months >= line, value: months, line, unit: 'months', sentence }
}

const stressWords: Readonly<Record<StressAnswer, string>> = {
  holds: 'It holds when one-time money ends and leaders change.',
  falls: 'It would fall below the line if one-time money ended and leaders changed.',
  notKnownYet: 'The plan ends too soon to tell whether it holds when one-time money ends and leaders change.',
}

/** What the stress test says; passes null where the horizon ends before. */
export function stressReason(answer: StressAnswer): PhaseReason {
  const passes = answer === 'notKnownYet' ? null : answer === 'holds'
  return { test: 'stress', passes, value: null, line: null, unit: 'answer', sentence: stressWords[answer] }
}

/** That the place was at scale before: the value is the last such month, counted from 0. */
export function wasAtScaleReason(lastAtScale: number, month: number): PhaseReason {
  const sentence = `It was at scale until ${counted(month - lastAtScale, 'month', 'months')} ago.`
  return { test: 'wasAtScale', passes: true, value: lastAtScale, line: null, unit: 'month', sentence }
}
