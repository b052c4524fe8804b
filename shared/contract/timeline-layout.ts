import { z } from 'zod'

/** From far to near: the whole plan in one sight, about three school years, quarters, months. */
export const timelineZooms = ['plan', 'year', 'quarter', 'month'] as const
export type TimelineZoom = (typeof timelineZooms)[number]

/** Pixels that the names of the timeline may take. */
export const leastOutline = 120
export const mostOutline = 480

/** How a planner likes to see the timeline; kept with the workbook, as views of sheets are. */
export const timelineLayoutSchema = z.strictObject({
  zoom: z.enum(timelineZooms),
  /** Pixels of the names at the left; null: as the window has room. */
  outlineWidth: z.int().min(leastOutline).max(mostOutline).nullable(),
  isTable: z.boolean(),
  /** Moves of waves, sessions and milestones pass over months without school. */
  keepsToSchool: z.boolean(),
})
export type TimelineLayout = Readonly<z.infer<typeof timelineLayoutSchema>>

export const plainTimeline: TimelineLayout = { zoom: 'plan', outlineWidth: null, isTable: false, keepsToSchool: true }
