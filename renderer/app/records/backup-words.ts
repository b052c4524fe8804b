import type { Backup } from '@shared/contract/workbook'

/** When a backup was made, as the planner's system writes it: "Nov 3, 2026, 3:00 PM". */
export const backupMoment = ({ at }: Backup): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** How large a file is, in the unit that fits. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
