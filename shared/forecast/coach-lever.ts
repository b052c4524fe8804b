import { groupBy } from '../money/grouping'
import { addMonths } from '../plan/month'
import type { Change } from '../plan/change'
import { insertChange, rankAtEnd, updateChange } from '../plan/edit'
import { newRow, rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { positionsInPost } from '../money/position-months'
import { newCodes, usualSalaryCents } from './new-position'

/** How many full-time coaches there are to be from a month on. */
export type CoachLever = { readonly month: string; readonly totalFte: number }

/** Hundredths of an FTE, as the plan keeps them. */
const hundredths = (fte: number): number => Math.round(fte * 100)

type Post = { readonly position: Row<'position'>; readonly period: Row<'positionPeriod'> }

/** The coaches in post in a month, each with the line that holds, in the planner's order. */
const coachPosts = (plan: Plan, month: string): Post[] =>
  positionsInPost(plan, month).filter(({ position, period }) => position.function === 'coach' && period.fte > 0)

/** Full-time equivalents of coaches in post in a month, whether or not they are paid. */
export const coachFteIn = (plan: Plan, month: string): number =>
  coachPosts(plan, month).reduce((sum, { period }) => sum + period.fte, 0) / 100

/**
 * Takes `less` hundredths from a position from `month` on: the line that holds ends the month before and goes on with
 * less in a new one, or not at all; later lines get less too.
 */
function shorten(
  { period }: Post,
  later: readonly Row<'positionPeriod'>[],
  less: number,
  month: string,
  newId: () => string,
): Change[] {
  const left = period.fte - less
  const reduced = later.map((row) => updateChange(row, 'positionPeriod', { fte: Math.max(0, row.fte - less) }))
  const goesOn = { ...period, id: newId(), fromMonth: month, fte: left, rank: period.rank + 0.5 }
  const own =
    period.fromMonth === month
      ? updateChange(period, 'positionPeriod', { fte: left })
      : left > 0
        ? insertChange('positionPeriod', goesOn)
        : updateChange(period, 'positionPeriod', { toMonth: addMonths(month, -1) })
  return [own, ...reduced].filter((change) => change !== null)
}

/** One fewer: taken from the last coaches by the planner's order, until enough is taken. */
function fewer(plan: Plan, posts: readonly Post[], less: number, month: string, newId: () => string): Change[] {
  const periods = groupBy(rowsOf(plan, 'positionPeriod'), ({ positionId }) => positionId)
  const changes: Change[] = []
  let open = less
  for (const post of posts.toReversed()) {
    if (open <= 0) break
    const part = Math.min(open, post.period.fte)
    const later = (periods.get(post.position.id) ?? []).filter(({ fromMonth }) => fromMonth > month)
    changes.push(...shorten(post, later, part, month, newId))
    open -= part
  }
  return changes
}

/** One more: positions like the last coach in post, with the same pay and the same funds, for all schools of the place. */
function more(plan: Plan, model: Post | undefined, extra: number, month: string, newId: () => string): Change[] {
  const codeOf = newCodes(plan)
  const paid = rowsOf(plan, 'assignment').filter(({ positionId }) => model && positionId === model.position.id)
  const ranks = {
    position: rankAtEnd(plan, 'position'),
    period: rankAtEnd(plan, 'positionPeriod'),
    paid: rankAtEnd(plan, 'assignment'),
  }
  const changes: Change[] = []
  for (let open = extra; open > 0; open -= 100) {
    const id = newId()
    const like = model?.position ?? newRow('position', id, { title: 'Coach' })
    const place = model && plan.unit.get(model.period.unitId ?? '')
    const line = model?.period ?? newRow('positionPeriod', id, { salaryCents: usualSalaryCents })
    const position = { ...like, id, code: codeOf(), status: 'filled', expectedFillMonth: null, backup: null } as const
    changes.push(
      insertChange('position', { ...position, rank: ranks.position++ }),
      insertChange('positionPeriod', {
        ...line,
        id: newId(),
        positionId: id,
        fromMonth: month,
        toMonth: null,
        unitId: place?.kind === 'school' ? place.parentId : line.unitId,
        fte: Math.min(100, open),
        rank: ranks.period++,
      }),
      ...paid.map((row) => insertChange('assignment', { ...row, id: newId(), positionId: id, rank: ranks.paid++ })),
    )
  }
  return changes
}

/**
 * The changes after which the coaches in post come to `totalFte` in `month`. Later months keep their distance to today's
 * plan: a coach who is hired later still is.
 */
export function coachChanges(plan: Plan, { month, totalFte }: CoachLever, newId: () => string): Change[] {
  const posts = coachPosts(plan, month)
  const difference = hundredths(Math.max(0, totalFte)) - posts.reduce((sum, { period }) => sum + period.fte, 0)
  if (difference < 0) return fewer(plan, posts, -difference, month, newId)
  return difference > 0 ? more(plan, posts.at(-1), difference, month, newId) : []
}
