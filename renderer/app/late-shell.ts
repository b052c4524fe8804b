import { late } from './late'

/** The window with a workbook open; nothing of it is needed before one is. */
export const lateShell = late(async () => {
  const { Shell, followPlan } = await import('./Shell')
  followPlan()
  return Shell
})
