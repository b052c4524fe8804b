import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd } from '@shared/plan/edit'
import { addMonths, monthsBetween } from '@shared/plan/month'
import { rowsOf, type Plan } from '@shared/plan/plan'
import type { Row } from '@shared/plan/tables'

/** `text` with the name of one wave in place of another's; where it does not name it, with the new name behind. */
const renamed = (text: string, from: string, to: string): string =>
  text.includes(from) ? text.replaceAll(from, to) : `${text}, ${to}`

/**
 * The sessions of one wave as another would have them: as many months after its start, for its schools, not yet held. A
 * session that names schools, that the other wave is invited to already, or whose copy the plan has is passed over.
 * Nothing where either wave has no start month. Each still under the id of what it is a copy of.
 */
export function waveCopies(plan: Pick<Plan, 'session' | 'wave'>, fromId: string, toId: string): Row<'session'>[] {
  const from = plan.wave.get(fromId)
  const to = plan.wave.get(toId)
  if (!from?.startMonth || !to?.startMonth || fromId === toId) return []
  const distance = monthsBetween(from.startMonth, to.startMonth)
  const sessions = rowsOf(plan as Plan, 'session')
  const known = new Set(sessions.map(({ title, month }) => `${month} ${title}`))
  return sessions
    .filter(({ waveIds, unitIds }) => waveIds.includes(fromId) && !waveIds.includes(toId) && unitIds.length === 0)
    .map((session) => ({
      ...session,
      title: renamed(session.title, from.name, to.name),
      series: session.series === null ? null : renamed(session.series, from.name, to.name),
      month: addMonths(session.month, distance),
      waveIds: [toId],
      date: null,
      attendanceActual: null,
    }))
    .filter(({ title, month }) => !known.has(`${month} ${title}`))
}

/** The changes that add those copies, but for those of the sessions `left` (ids). */
export function waveCopyChanges(
  plan: Plan,
  fromId: string,
  toId: string,
  newId: () => string,
  left: ReadonlySet<string> = new Set(),
): Change[] {
  const rank = rankAtEnd(plan, 'session')
  return waveCopies(plan, fromId, toId)
    .filter(({ id }) => !left.has(id))
    .map((session, i) => insertChange('session', { ...session, id: newId(), rank: rank + i }))
}
