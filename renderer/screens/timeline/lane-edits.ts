import { toSchoolMonth } from '@shared/forecast/school-calendar'
import type { TimelineLane } from '@shared/forecast/timeline-lane'
import { moveChanges, moveLabel, resizeChanges, resizeLabel } from '@shared/forecast/timeline-moves'
import { spanOf } from '@shared/money/span'
import { monthNumber } from '@shared/plan/month'
import { settingsOf } from '@shared/plan/settings'
import type { TableName } from '@shared/plan/table-name'
import { commitAndSay, type CommitOutcome } from '../../stores/commits'
import { refusal } from '../../stores/commit-sentences'
import { say } from '../../stores/interface'
import { setTimelineView, useTimelineView } from '../../stores/timeline-view'
import { useWorkbook } from '../../stores/workbook'

/** What takes place at schools, and so keeps to months with school where the planner wants it. */
const inSchool: ReadonlySet<TableName> = new Set<TableName>(['wave', 'session', 'milestone'])

/** By how many months a lane really moves where it was asked to move by `months`. */
export function monthsMoved(lane: TimelineLane, months: number): number {
  const { keepsToSchool } = useTimelineView.getState()
  if (months === 0 || !keepsToSchool || !lane.place || !lane.span || !inSchool.has(lane.place.table)) return months
  return toSchoolMonth(settingsOf(useWorkbook.getState().plan).calendar, lane.span.first, months)
}

/** Why a lane stays where it is, or keeps its length; null where it does not. */
export function whyFixed(lane: TimelineLane, kind: 'move' | 'resize'): string | null {
  const locked = refusal(useWorkbook.getState())
  if (locked) return locked.message
  if (kind === 'move' ? lane.canMove && lane.span !== null : lane.canResize) return null
  if (lane.shape === 'summary') return 'A group spans what stands in it. Choose one of its lines to move it.'
  switch (lane.place?.table) {
    case undefined:
      return 'This comes from the forecast and moves with the plan.'
    case 'unit':
      return 'A school starts with its wave. Move the wave, or give the school another wave under Schools and waves.'
    case 'gate':
      return 'A gate stands before the wave it opens and moves with it.'
    case 'fundingSource':
      return `${lane.label} has no month of its own to move. Give it one with “Move or resize…”.`
    case 'reorganisationMove':
      return 'It follows the month at scale, which is not within the forecast.'
    default:
      return lane.span === null
        ? `${lane.label} has no month yet. Give it one with “Move or resize…”.`
        : `${lane.label} has no end of its own: it takes one month, or goes on from its start.`
  }
}

const refused: CommitOutcome = { ok: true, value: null }

/** Moves a lane by whole months, as one step; says why not where it cannot. */
export async function moveLane(lane: TimelineLane, asked: number, hasUndo: boolean): Promise<CommitOutcome> {
  const { place } = lane
  const why = whyFixed(lane, 'move')
  if (why !== null || place === null) {
    if (why !== null) say(why)
    return refused
  }
  const months = monthsMoved(lane, asked)
  const label = moveLabel(useWorkbook.getState().plan, place, months)
  return commitAndSay(label, 'move', (plan) => moveChanges(plan, place, months), { hasUndo })
}

/** Moves the end of a lane by whole months, as one step; says why not where it cannot. */
export async function resizeLane(lane: TimelineLane, months: number, hasUndo: boolean): Promise<CommitOutcome> {
  const { place } = lane
  const why = whyFixed(lane, 'resize')
  if (why !== null || place === null) {
    if (why !== null) say(why)
    return refused
  }
  const label = resizeLabel(useWorkbook.getState().plan, place, months)
  return commitAndSay(
    label,
    'resize',
    (plan) => {
      const { firstMonth, months: count } = spanOf(plan)
      return resizeChanges(plan, place, months, monthNumber(firstMonth) + count - 1)
    },
    { hasUndo },
  )
}

export const chooseLane = (key: string | null): void => setTimelineView({ active: key })

/** What can be done with a line; schools and gates follow their waves, so there is nothing to type for them. */
export function canOf(lane: TimelineLane, locked: boolean) {
  const show = lane.place !== null
  return {
    show,
    type: show && !locked && lane.place.table !== 'unit' && lane.place.table !== 'gate',
    move: whyFixed(lane, 'move') === null,
    shift: !locked && lane.span !== null,
  }
}
