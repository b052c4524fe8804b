import { create } from 'zustand'

export const timelineZooms = ['year', 'term', 'month'] as const
export type TimelineZoom = (typeof timelineZooms)[number]

/** How the planner looks at the timeline; kept while the window is open, whatever screen is shown in between. */
export type TimelineViewState = {
  readonly zoom: TimelineZoom
  readonly isTable: boolean
  /** Moves of waves, sessions and milestones pass over months without school. */
  readonly keepsToSchool: boolean
  /** Keys of lanes that the planner opened or closed, against how they stand at first. */
  readonly turned: ReadonlySet<string>
  /** The lane that was chosen last. */
  readonly active: string | null
  /** The saved version that the bars are measured against; null: none. */
  readonly baseline: string | null
}

export const useTimelineView = create<TimelineViewState>()(() => ({
  zoom: 'year',
  isTable: false,
  keepsToSchool: true,
  turned: new Set<string>(),
  active: null,
  baseline: null,
}))

/** Changes how the timeline is looked at. */
export const setTimelineView = (changed: Partial<TimelineViewState>): void => useTimelineView.setState(changed)

/** Opens a lane that stands closed, or closes one that stands open. */
export function turnLane(key: string): void {
  const turned = new Set(useTimelineView.getState().turned)
  if (!turned.delete(key)) turned.add(key)
  setTimelineView({ turned })
}
