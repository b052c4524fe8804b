import {
  plainTimeline,
  timelineLayoutSchema,
  timelineZooms,
  type TimelineLayout,
} from '@shared/contract/timeline-layout'
import { create } from 'zustand'
import { saveView, type ViewState } from './views'
import { isLocked, useWorkbook } from './workbook'

/** How the planner looks at the timeline: the layout is kept with the workbook, the rest while it is open. */
export type TimelineViewState = TimelineLayout & {
  /** Keys of lanes that the planner opened or closed, against how they stand at first. */
  readonly turned: ReadonlySet<string>
  /** The lane that was chosen last. */
  readonly active: string | null
  /** The saved version that the bars are measured against; null: none. */
  readonly baseline: string | null
  /** Whose view this is; null before a workbook was looked at. */
  readonly sessionId: string | null
  /** Whether the layout is the planner's own: made now, or read from the workbook. */
  readonly isOwn: boolean
}

export const initialTimelineView: TimelineViewState = {
  ...plainTimeline,
  turned: new Set<string>(),
  active: null,
  baseline: null,
  sessionId: null,
  isOwn: false,
}

export const useTimelineView = create<TimelineViewState>()(() => initialTimelineView)

/** Changes what is looked at in the timeline. */
export const setTimelineView = (changed: Partial<TimelineViewState>): void => useTimelineView.setState(changed)

/** Opens a lane that stands closed, or closes one that stands open. */
export function turnLane(key: string): void {
  const turned = new Set(useTimelineView.getState().turned)
  if (!turned.delete(key)) turned.add(key)
  setTimelineView({ turned })
}

// beside the views of sheets, whose names begin with those of tables
const place = { sheet: 'timeline', name: 'as it was left' } as const

function layoutOf({ zoom, outlineWidth, isTable, keepsToSchool }: TimelineViewState): TimelineLayout {
  return { zoom, outlineWidth, isTable, keepsToSchool }
}

/** Changes how the timeline is laid out and keeps that with the workbook, where it can be written. */
export function layOutTimeline(changed: Partial<TimelineLayout>): void {
  setTimelineView({ ...changed, isOwn: true })
  if (isLocked(useWorkbook.getState())) return
  void saveView({ ...place, json: JSON.stringify(layoutOf(useTimelineView.getState())) })
}

/** Looks one step closer (1) or from further away (-1); nothing at either end. */
export function zoomBy(step: 1 | -1): void {
  const zoom = timelineZooms[timelineZooms.indexOf(useTimelineView.getState().zoom) + step]
  if (zoom) layOutTimeline({ zoom })
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Begins anew for another workbook, and takes its kept layout as soon as it is read, unless the planner was quicker. */
export function takeTimelineView(sessionId: string | null, saved: ViewState): void {
  if (sessionId !== useTimelineView.getState().sessionId) setTimelineView({ ...initialTimelineView, sessionId })
  if (useTimelineView.getState().isOwn || saved.sessionId !== sessionId) return
  const kept = saved.views.find(({ sheet, name }) => sheet === place.sheet && name === place.name)
  const layout = timelineLayoutSchema.safeParse(kept ? parsed(kept.json) : null)
  if (layout.success) setTimelineView({ ...layout.data, isOwn: true })
}
