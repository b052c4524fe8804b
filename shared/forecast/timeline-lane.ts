import type { FundCliff } from '../money/cliffs'
import type { Names } from '../plan/format'
import type { Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import type { Forecast } from './forecast'
import type { GateAnswer } from './gate'
import type { PlannedMove } from './reorganisation'

/**
 * What the timeline shows, as data. Months are whole numbers as `monthNumber` gives them, first and last both inclusive,
 * so that a bar's place and length are sums.
 */
export const timelineGroups = {
  waves: 'Waves',
  gates: 'Gates',
  milestones: 'Milestones',
  sessions: 'Learning sessions',
  positions: 'Positions',
  funding: 'Funding',
  costs: 'Other costs',
  moves: 'Central office at scale',
  forecast: 'Forecast',
} as const
export type TimelineGroup = keyof typeof timelineGroups

/** The row of the plan that a lane stands for. */
export type LanePlace = { readonly table: TableName; readonly id: string }

export type LaneSpan = {
  readonly first: number
  readonly last: number
  /** True where it goes on beyond the forecast; `last` is then the last month that is shown of it. */
  readonly isOpen: boolean
}

/** How a stretch of a bar looks: as planned, standing empty, on the way or only paid out, at the line, done, late. */
export type PartLook = 'plain' | 'vacant' | 'tail' | 'atLine' | 'done' | 'late'

export type LanePart = {
  readonly first: number
  readonly last: number
  readonly look: PartLook
  /** What stands in it: "0.5 FTE"; null where the lane's own words say all. */
  readonly words: string | null
}

/** A point on a bar: where a fund leaves a gap, a school reaches the line, a post is filled, a cost falls due. */
export type LaneMark = {
  readonly month: number
  readonly sign: 'cliff' | 'line' | 'filled' | 'due'
  readonly words: string
}

/** One line of the timeline: a name in the outline and what is drawn beside it. */
export type TimelineLane = {
  /** Unique: the table and the id of its row, or the group. */
  readonly key: string
  readonly group: TimelineGroup
  /** 0 for a group, 1 for what stands in it, 2 for what stands in that. */
  readonly level: 0 | 1 | 2
  /** The key of the lane that holds it; null for a group. */
  readonly parent: string | null
  readonly label: string
  /** Null for a group and for marks of the forecast. */
  readonly place: LanePlace | null
  readonly shape: 'bar' | 'summary' | 'diamond' | 'gate' | 'flag'
  /** Null where it has no month. */
  readonly span: LaneSpan | null
  /** In order of month. */
  readonly parts: readonly LanePart[]
  readonly marks: readonly LaneMark[]
  /** What is to be said beside the months: "2 schools"; empty where there is nothing. */
  readonly words: string
  readonly canMove: boolean
  readonly canResize: boolean
  /** Keys of lanes that may begin only after it: a gate leads to the waves it opens. */
  readonly leadsTo: readonly string[]
}

/** What lanes are made from. */
export type TimelineContext = {
  readonly plan: Plan
  readonly names: Names
  /** First month of the plan, last month of the forecast, and the month that the plan stands at. */
  readonly firstMonth: number
  readonly lastMonth: number
  readonly asOf: number
  /** One for each district; none while there is no forecast. */
  readonly forecasts: readonly Forecast[]
  readonly cliffs: readonly FundCliff[]
  /** When the central office changes, as the forecast has it. */
  readonly moves: readonly PlannedMove[]
  /** How the criteria of every gate stand. */
  readonly gates: readonly GateAnswer[]
}

export const laneKey = (place: LanePlace): string => `${place.table}:${place.id}`
export const groupKey = (group: TimelineGroup): string => `group:${group}`

/** A lane of a row in a group: a plain bar without a month, that cannot be moved, but for what is given. */
export const laneOf = (
  group: TimelineGroup,
  place: LanePlace,
  label: string,
  more: Partial<Omit<TimelineLane, 'key' | 'group' | 'place' | 'label'>>,
): TimelineLane => ({
  key: laneKey(place),
  group,
  level: 1,
  parent: groupKey(group),
  label,
  place,
  shape: 'bar',
  span: null,
  parts: [],
  marks: [],
  words: '',
  canMove: false,
  canResize: false,
  leadsTo: [],
  ...more,
})

/** A span of one month. */
export const oneMonth = (month: number): LaneSpan => ({ first: month, last: month, isOpen: false })

/** The one part of a bar that looks the same all along. */
export const wholePart = ({ first, last }: LaneSpan, look: PartLook = 'plain'): LanePart => ({
  first,
  last,
  look,
  words: null,
})
