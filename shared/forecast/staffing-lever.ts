import { groupBy } from '../money/grouping'
import type { PositionMonths } from '../money/position-months'
import { spanOf, type Span } from '../money/span'
import type { Change } from '../plan/change'
import { insertChange, rankAtEnd, updateChange } from '../plan/edit'
import { newRow, rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import { newCodes, usualSalaryCents } from './new-position'
import {
  linesOfPosition,
  modelPosition,
  monthAtPlace,
  openYears,
  plannedLevel,
  positionsFor,
  underLevel,
  type OpenYear,
  type StaffedFunction,
} from './staffing-years'

/** How many full-time equivalents there are to be in a fiscal year, in its fullest month. */
export type YearLevel = { readonly fiscalYear: number; readonly fte: number }

type SetYear = OpenYear & { readonly level: number; readonly planned: number }

/** A stretch of months in which a line of a position has one FTE; places of the span, `from` inclusive. */
type Stretch = { readonly from: number; readonly fte: number }

/** The wanted FTE of one line, month by month, as stretches. Months in which nobody is in the post say nothing. */
function stretchesOf(
  line: Row<'positionPeriod'>,
  held: PositionMonths,
  wanted: ReadonlyMap<number, number>,
  first: number,
): Stretch[] {
  const stretches: Stretch[] = []
  held.periods.forEach((period, place) => {
    if (place < first || period?.id !== line.id) return
    const fte = wanted.get(place) ?? line.fte
    if (stretches.at(-1)?.fte !== fte) stretches.push({ from: place, fte })
  })
  return stretches
}

/** Gives one line its stretches: the first where the line itself begins, further ones as lines of their own. */
function lineChanges(
  line: Row<'positionPeriod'>,
  stretches: readonly Stretch[],
  { span, first, newId }: { readonly span: Span; readonly first: number; readonly newId: () => string },
): Change[] {
  const [whole, ...further] = stretches
  if (!whole || (further.length === 0 && whole.fte === line.fte)) return []
  const beginsOpen = line.fromMonth >= monthAtPlace(span, first)
  const own = beginsOpen ? updateChange(line, 'positionPeriod', { fte: whole.fte }) : null
  const added = beginsOpen ? further : whole.fte === line.fte ? further : stretches
  return [
    ...(own ? [own] : []),
    ...added.map(({ from, fte }, at) =>
      insertChange('positionPeriod', {
        ...line,
        id: newId(),
        fromMonth: monthAtPlace(span, from),
        fte,
        rank: line.rank + (at + 1) / (added.length + 1),
      }),
    ),
  ]
}

/** Takes FTE from the last positions in the planner's order, month by month, in the years that are set. */
function lessChanges(
  plan: Plan,
  positions: readonly PositionMonths[],
  years: readonly SetYear[],
  context: { readonly span: Span; readonly first: number; readonly newId: () => string },
): Change[] {
  const wanted = positions.map(() => new Map<number, number>())
  for (const { from, to, level } of years) {
    for (let place = from; place < to; place += 1) {
      underLevel(positions, place, level).forEach((fte, at) => wanted[at]?.set(place, fte))
    }
  }
  return positions.flatMap((held, at) =>
    linesOfPosition(plan, held.position.id).flatMap((line) =>
      lineChanges(line, stretchesOf(line, held, wanted[at] ?? new Map<number, number>(), context.first), context),
    ),
  )
}

/** What a new position works in each year, in hundredths: the first one is filled first. */
const shareOfNew = (extra: number, at: number): number => Math.max(0, Math.min(100, extra - 100 * at))

/** The years of one new position as lines: years in a row with one FTE are one line. */
function newLines(years: readonly SetYear[], at: number): { from: number; to: number; fte: number }[] {
  const lines: { from: number; to: number; fte: number }[] = []
  for (const { from, to, level, planned } of years) {
    const fte = shareOfNew(level - planned, at)
    const last = lines.at(-1)
    if (last && last.to === from && last.fte === fte) lines[lines.length - 1] = { ...last, to }
    else lines.push({ from, to, fte })
  }
  return lines.filter(({ fte }) => fte > 0)
}

/** What new positions are made of: one that is there, with its line, or nothing to go by. */
function draftOf(plan: Plan, does: StaffedFunction, model: PositionMonths | null) {
  const title = does === 'coach' ? 'Coach' : 'System builder'
  const line = model?.periods.findLast((period) => period !== null) ?? null
  const place = line && plan.unit.get(line.unitId ?? '')
  return {
    position: model?.position ?? newRow('position', '', { title, function: does }),
    line: line ?? newRow('positionPeriod', '', { salaryCents: usualSalaryCents }),
    unitId: place?.kind === 'school' ? place.parentId : (line?.unitId ?? null),
  }
}

type NewPositions = {
  readonly plan: Plan
  readonly does: StaffedFunction
  readonly model: PositionMonths | null
  readonly years: readonly SetYear[]
}

/** The new positions that are like one that is there, each with the lines of its years and the same payments. */
function newPositions({ plan, does, model, years }: NewPositions, context: NewRows): Change[] {
  const { span, newId, codeOf, ranks } = context
  const most = Math.max(...years.map(({ level, planned }) => level - planned))
  const { position, line, unitId } = draftOf(plan, does, model)
  const paid = rowsOf(plan, 'assignment').filter(({ positionId }) => model && positionId === model.position.id)
  return Array.from({ length: Math.ceil(most / 100) }, (_, at) => at).flatMap((at) => {
    const id = newId()
    const made = { ...position, id, code: codeOf(), status: 'filled', expectedFillMonth: null, backup: null } as const
    return [
      insertChange('position', { ...made, rank: ranks.position++ }),
      ...newLines(years, at).map(({ from, to, fte }) =>
        insertChange('positionPeriod', {
          ...line,
          id: newId(),
          positionId: id,
          unitId,
          fromMonth: monthAtPlace(span, from),
          toMonth: monthAtPlace(span, to - 1),
          fte,
          rank: ranks.line++,
        }),
      ),
      ...paid.map((row) => insertChange('assignment', { ...row, id: newId(), positionId: id, rank: ranks.paid++ })),
    ]
  })
}

/** Where new rows of one act get their places, ids, codes and ranks. */
type NewRows = {
  readonly span: Span
  readonly newId: () => string
  readonly codeOf: () => string
  readonly ranks: { position: number; line: number; paid: number }
}

/**
 * More than planned: each year's new positions are like the last one in post when that year begins, whatever other years
 * ask for, so that what a year gets and costs is its own.
 */
function moreChanges(
  plan: Plan,
  does: StaffedFunction,
  positions: readonly PositionMonths[],
  years: readonly SetYear[],
  { span, newId }: { readonly span: Span; readonly newId: () => string },
): Change[] {
  const more = years.filter(({ level, planned }) => level > planned)
  const byModel = groupBy(more, (year) => modelPosition(positions, year)?.position.id ?? '')
  const context: NewRows = {
    span,
    newId,
    codeOf: newCodes(plan),
    ranks: {
      position: rankAtEnd(plan, 'position'),
      line: rankAtEnd(plan, 'positionPeriod'),
      paid: rankAtEnd(plan, 'assignment'),
    },
  }
  return [...byModel].flatMap(([id, own]) =>
    newPositions(
      { plan, does, model: positions.find(({ position }) => position.id === id) ?? null, years: own },
      context,
    ),
  )
}

/**
 * The changes after which a kind of staff comes to so many FTE in the fiscal years named, in each year's fullest month;
 * other years stay as planned, and so does what is over. Fewer are taken from the last positions by the planner's order,
 * more are new positions like the last one of that year, with the same pay and funds, for as long as they are needed.
 */
export function staffingChanges(
  plan: Plan,
  does: StaffedFunction,
  levels: readonly YearLevel[],
  newId: () => string,
): Change[] {
  const positions = positionsFor(plan, does)
  const span = spanOf(plan)
  const open = openYears(plan)
  const wanted = new Map(levels.map(({ fiscalYear, fte }) => [fiscalYear, Math.round(Math.max(0, fte) * 100)]))
  const years = open.flatMap((year): SetYear[] => {
    const level = wanted.get(year.fiscalYear)
    return level === undefined ? [] : [{ ...year, level, planned: plannedLevel(positions, year) }]
  })
  const context = { span, first: open[0]?.from ?? 0, newId }
  return [...lessChanges(plan, positions, years, context), ...moreChanges(plan, does, positions, years, context)]
}
