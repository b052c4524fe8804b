import { normalise } from '../plan/algebra'
import type { Change } from '../plan/change'
import { insertChange, rankAtEnd, removeChange, updateChange } from '../plan/edit'
import { newRow, rowsOf, type Plan } from '../plan/plan'
import type { Row } from '../plan/tables'

/** A scenario that comes with the sample district. */
export type SampleScenario = { readonly name: string; readonly question: string; readonly changes: readonly Change[] }

/** First and last month of the push, and the last fiscal years that its grant gives money in. */
const firstMonth = '2026-07'
const lastMonth = '2029-06'
const pushYears = [2027, 2028, 2029]

type Made = { readonly plan: Plan; readonly newId: () => string }

const grantName = 'Three-year push grant'

/** A one-time grant that pays all coaches of the push. */
function grantChanges({ newId, plan }: Made): { sourceId: string; changes: Change[] } {
  const sourceId = newId()
  const values = {
    name: grantName,
    kind: 'grant',
    isRecurring: false,
    startMonth: firstMonth,
    obligationEndMonth: lastMonth,
    liquidationEndMonth: lastMonth,
  } as const
  const rank = rankAtEnd(plan, 'sourceYear')
  return {
    sourceId,
    changes: [
      insertChange('fundingSource', newRow('fundingSource', sourceId, values, rankAtEnd(plan, 'fundingSource'))),
      ...pushYears.map((fiscalYear, at) =>
        insertChange(
          'sourceYear',
          newRow('sourceYear', newId(), { sourceId, fiscalYear, amountCents: 90_000_000 }, rank + at),
        ),
      ),
    ],
  }
}

/** Positions of one kind, in the planner's order. */
const positionsOf = (plan: Plan, does: Row<'position'>['function']): Row<'position'>[] =>
  rowsOf(plan, 'position').filter((position) => position.function === does)

/** What a position is paid from instead: its payments go, one fund pays all of it. */
function paidBy({ plan, newId }: Made, positionId: string, sourceId: string): Change[] {
  const old = rowsOf(plan, 'assignment').filter((row) => row.positionId === positionId)
  const row = newRow('assignment', newId(), { positionId, sourceId, share: 10_000 }, rankAtEnd(plan, 'assignment'))
  return [...old.map((one) => removeChange('assignment', one)), insertChange('assignment', row)]
}

/** More coaches for the three years, like the others. */
function extraCoaches({ plan, newId }: Made, sourceId: string, count: number): Change[] {
  const model = positionsOf(plan, 'coach').at(-1)
  const line = rowsOf(plan, 'positionPeriod').findLast(({ positionId }) => positionId === model?.id)
  if (!model || !line) return []
  const [position, period] = [rankAtEnd(plan, 'position'), rankAtEnd(plan, 'positionPeriod')]
  return Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const id = newId()
    const made = { ...model, id, code: `Push ${at + 1}`, status: 'filled', expectedFillMonth: null } as const
    return [
      insertChange('position', { ...made, isRecurringNeed: false, rank: position + at }),
      insertChange('positionPeriod', {
        ...line,
        id: newId(),
        positionId: id,
        fromMonth: firstMonth,
        toMonth: lastMonth,
        rank: period + at,
      }),
      ...paidBy({ plan, newId }, id, sourceId),
    ]
  })
}

/** Nobody builds systems: every such position stands at nothing from the push on. */
function withoutSystems({ plan, newId }: Made): Change[] {
  return positionsOf(plan, 'systems').flatMap(({ id }) => {
    const lines = rowsOf(plan, 'positionPeriod').filter(({ positionId }) => positionId === id)
    return lines.flatMap((line): Change[] => {
      if (line.fromMonth < firstMonth) {
        return [
          insertChange('positionPeriod', {
            ...line,
            id: newId(),
            fromMonth: firstMonth,
            fte: 0,
            rank: line.rank + 0.5,
          }),
        ]
      }
      const change = updateChange(line, 'positionPeriod', { fte: 0 })
      return change ? [change] : []
    })
  })
}

/** Nobody stands behind anybody; or everybody has somebody. */
const withBackup = ({ plan }: Made, backup: string | null): Change[] =>
  rowsOf(plan, 'responsibility').flatMap((row) => {
    const isToChange = row.isRequired && (backup === null || row.backup === null)
    const change = isToChange ? updateChange(row, 'responsibility', { backup }) : null
    return change ? [change] : []
  })

/** Renewal ends with the push. */
const withoutLaterSessions = ({ plan }: Made): Change[] =>
  rowsOf(plan, 'session')
    .filter(({ month }) => month > lastMonth)
    .flatMap((session) => [
      ...rowsOf(plan, 'assignment')
        .filter(({ sessionId }) => sessionId === session.id)
        .map((row) => removeChange('assignment', row)),
      removeChange('session', session),
    ])

const extra = 3

/**
 * The two scenarios of the sample district, as changes over its plan: a push of three years on one-time money with
 * nothing behind it, and the same push with systems, backups and coaches on recurring money.
 */
export function sampleScenarios(plan: Plan, newId: () => string): SampleScenario[] {
  const made = { plan, newId }
  const coaches = positionsOf(plan, 'coach')
  const general = rowsOf(plan, 'fundingSource').find(({ kind }) => kind === 'general')
  const push = grantChanges(made)
  const built = grantChanges(made)
  return [
    {
      name: 'Push on one-time money',
      question: 'What if a grant pays all coaches for three years, and nobody builds systems?',
      changes: normalise([
        ...push.changes,
        ...coaches.flatMap(({ id }) => paidBy(made, id, push.sourceId)),
        ...extraCoaches(made, push.sourceId, extra),
        ...withoutSystems(made),
        ...withBackup(made, null),
        ...withoutLaterSessions(made),
      ]),
    },
    {
      name: 'Push, built to last',
      question: 'What if the same push comes with systems, backups and coaches on recurring money?',
      changes: normalise([
        ...built.changes,
        ...coaches.flatMap(({ id }) => (general ? paidBy(made, id, general.id) : [])),
        ...extraCoaches(made, built.sourceId, extra),
        ...withBackup(made, 'A second person, to be named'),
      ]),
    },
  ]
}
