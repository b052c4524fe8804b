/**
 * Which automatic backups are kept. Somebody who notices today that a sheet was emptied wants this morning; somebody who
 * notices it in the next budget round wants last month. So: the newest of every hour of the last day, the newest of
 * every day for fourteen days, the newest of every week for thirteen weeks, and the newest of all, however old it is.
 *
 * The newest of a week is the newest of its day and of its hour, so a backup that a longer rule will need is never
 * dropped by a shorter one: whenever and however often it is tidied, the same ones are left.
 */
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
// the first Monday of 1970 was its fifth day
const mondayOffset = 4 * day

const rules = [
  { forMilliseconds: day, periodOf: (at: number) => Math.floor(at / hour) },
  { forMilliseconds: 14 * day, periodOf: (at: number) => Math.floor(at / day) },
  { forMilliseconds: 91 * day, periodOf: (at: number) => Math.floor((at - mondayOffset) / (7 * day)) },
] as const

/** The moments (milliseconds, UTC) among `moments` whose backups are kept at `now`. */
export function kept(moments: readonly number[], now: number): ReadonlySet<number> {
  const keep = new Set(moments.length === 0 ? [] : [Math.max(...moments)])
  for (const { forMilliseconds, periodOf } of rules) {
    const newest = new Map<number, number>()
    for (const at of moments) newest.set(periodOf(at), Math.max(at, newest.get(periodOf(at)) ?? at))
    for (const at of newest.values()) if (now - at <= forMilliseconds) keep.add(at)
  }
  return keep
}

/** Whether it is time for another backup, `latest` being when the last one was made; null where there is none. */
export const isDue = (latest: number | null, now: number): boolean => latest === null || now - latest >= hour
