import { spanOf } from '../money/span'
import { fiscalYearFirstMonth, fiscalYearOf, monthFullWords, monthNumber, monthText } from '../plan/month'
import { namesOf } from '../plan/names'
import { planRow, type Plan } from '../plan/plan'
import {
  groupKey,
  timelineGroups,
  type LaneSpan,
  type TimelineContext,
  type TimelineGroup,
  type TimelineLane,
} from './timeline-lane'
import { sessionLanes, waveLanes } from './timeline-learning'
import { costLanes, fundLanes } from './timeline-money'
import { moveLanes, positionLanes } from './timeline-people'
import { forecastLanes, gateLanes, milestoneLanes } from './timeline-steps'

/** A plan by month: lanes in the order of the outline, and the months they are drawn over (`monthNumber`, inclusive). */
export type Timeline = {
  readonly lanes: readonly TimelineLane[]
  readonly firstMonth: number
  readonly lastMonth: number
  readonly asOf: number
}

/** What is known of the plan beside its rows; nothing of it while there is no forecast. */
export type TimelineFacts = Pick<TimelineContext, 'forecasts' | 'cliffs' | 'moves' | 'gates'>

/** Nothing is known: there is no forecast. */
export const noFacts: TimelineFacts = { forecasts: [], cliffs: [], moves: [], gates: [] }

const lanesIn: Readonly<Record<TimelineGroup, (context: TimelineContext) => TimelineLane[]>> = {
  waves: waveLanes,
  sessions: sessionLanes,
  positions: positionLanes,
  funding: fundLanes,
  costs: costLanes,
  milestones: milestoneLanes,
  gates: gateLanes,
  moves: moveLanes,
  forecast: forecastLanes,
}

/** From the first month of any to the last of any; null where none has a month. */
function rolledUp(lanes: readonly TimelineLane[]): LaneSpan | null {
  const spans = lanes.flatMap(({ span }) => (span === null ? [] : [span]))
  if (spans.length === 0) return null
  return {
    first: Math.min(...spans.map(({ first }) => first)),
    last: Math.max(...spans.map(({ last }) => last)),
    isOpen: spans.some(({ isOpen }) => isOpen),
  }
}

const linesWords = (count: number): string => (count === 1 ? '1 line' : `${count} lines`)

function withSummary(group: TimelineGroup, lanes: readonly TimelineLane[]): TimelineLane[] {
  if (lanes.length === 0) return []
  const span = rolledUp(lanes)
  const summary: TimelineLane = {
    key: groupKey(group),
    group,
    level: 0,
    parent: null,
    label: timelineGroups[group],
    place: null,
    shape: 'summary',
    span,
    parts: span === null ? [] : [{ first: span.first, last: span.last, look: 'plain', words: null }],
    marks: [],
    words: linesWords(lanes.filter(({ level }) => level === 1).length),
    canMove: false,
    canResize: false,
    leadsTo: [],
  }
  return [summary, ...lanes]
}

/** How far beyond the plan's own months the chart follows a date, so that one mistyped year does not stretch it. */
const mostMonthsBeyond = 36

function rangeOf(context: TimelineContext, lanes: readonly TimelineLane[], fiscalYearStart: number): [number, number] {
  const spans = lanes.flatMap(({ span }) => (span === null ? [] : [span]))
  const first = Math.max(
    context.firstMonth - mostMonthsBeyond,
    Math.min(context.firstMonth, ...spans.map((span) => span.first)),
  )
  const last = Math.min(
    context.lastMonth + mostMonthsBeyond,
    Math.max(context.lastMonth, ...spans.map((span) => span.last)),
  )
  const yearStart = (month: number): number =>
    monthNumber(fiscalYearFirstMonth(fiscalYearOf(monthText(month), fiscalYearStart), fiscalYearStart))
  return [yearStart(first), yearStart(last) + 11]
}

/**
 * The timeline of a plan: groups with what stands in them, each group with a summary that spans it. The chart covers
 * whole fiscal years, from the first month of the plan (or what lies before it) to the end of the forecast (or beyond).
 */
export function timelineOf(plan: Plan, facts: TimelineFacts): Timeline {
  const row = planRow(plan)
  const span = spanOf(plan)
  const firstMonth = monthNumber(span.firstMonth)
  const context: TimelineContext = {
    plan,
    names: namesOf(plan),
    firstMonth,
    lastMonth: firstMonth + Math.max(1, span.months) - 1,
    asOf: row ? monthNumber(row.asOfMonth ?? row.startMonth) : firstMonth,
    ...facts,
  }
  const groups = Object.keys(timelineGroups) as TimelineGroup[]
  const lanes = groups.flatMap((group) => withSummary(group, lanesIn[group](context)))
  const [first, last] = rangeOf(context, lanes, span.fiscalYearStart)
  return { lanes, firstMonth: first, lastMonth: last, asOf: context.asOf }
}

/** The lanes that stand open: those of which nothing that holds them is closed. */
export function openLanes(lanes: readonly TimelineLane[], closed: ReadonlySet<string>): TimelineLane[] {
  const hidden = new Set<string>()
  return lanes.filter(({ key, parent }) => {
    const isHidden = parent !== null && (hidden.has(parent) || closed.has(parent))
    if (isHidden) hidden.add(key)
    return !isHidden
  })
}

/**
 * The keys of lanes that stand closed: groups stand open and what is in them closed, until the planner turns one over
 * (`turned`).
 */
export function closedKeys(lanes: readonly TimelineLane[], turned: ReadonlySet<string>): Set<string> {
  return new Set(lanes.flatMap(({ key, level }) => (level > 0 !== turned.has(key) ? [key] : [])))
}

/** The keys of lanes that hold others. */
export const holdingKeys = (lanes: readonly TimelineLane[]): ReadonlySet<string> =>
  new Set(lanes.flatMap(({ parent }) => (parent === null ? [] : [parent])))

/** The months of a lane for reading: "August 2026 to June 2031", "May 2027", "no month yet". */
export function spanWords({ span }: TimelineLane): string {
  if (span === null) return 'no month yet'
  const first = monthFullWords(monthText(span.first))
  return span.last === span.first ? first : `${first} to ${monthFullWords(monthText(span.last))}`
}

/** A lane in one line, as it is read out: "Wave 1, August 2026 to June 2031, 2 schools". */
export function laneWords(lane: TimelineLane): string {
  const marks = lane.marks.filter(({ sign }) => sign === 'cliff').map(({ words }) => words)
  return [lane.label, spanWords(lane), lane.words, ...marks].filter((part) => part !== '').join(', ')
}
