import type { ChangesInWords } from '@shared/contract/workbook'
import { describeChanges } from '@shared/forecast/describe-changes'
import { invert, normalise } from '@shared/plan/algebra'
import { applyChanges } from '@shared/plan/apply'
import type { Change, Target } from '@shared/plan/change'
import { layOver } from '@shared/plan/lay-over'
import type { Plan } from '@shared/plan/plan'
import { tableNames } from '@shared/plan/table-name'
import { countWords } from '@shared/plan/words'
import type { Desk } from './desk'
import { WorkbookFailure } from './failure'
import type { LogEntry } from './log-store'
import { afterSteps, inverseSteps } from './scenario-step'
import { scenarioIn } from './state'

const tooOld = (): WorkbookFailure =>
  new WorkbookFailure(
    'history-too-old',
    'The plan cannot be taken back that far: a change since then was made with an earlier version of the program and has no place in today’s format. Nothing was changed. Use a saved version or a backup instead.',
  )

function rewound(plan: Plan, later: readonly LogEntry[]): Plan {
  try {
    const back = applyChanges(plan, normalise(later.flatMap(({ changeSet }) => invert(changeSet.changes))))
    if (back.ok) return back.value
  } catch (error) {
    // changes that cannot follow each other: the log is not one of this plan
    if (!(error instanceof RangeError)) throw error
  }
  throw tooOld()
}

/**
 * What a target showed after the commit `sequence`: the plan with every later commit taken back; of a scenario, its own
 * entries as they were then, laid over today's plan. Throws where the log cannot be gone back through.
 */
export function planAt(desk: Desk, target: Target, sequence: number): Plan {
  const state = desk.state()
  const later = desk.stores.log.since(target, sequence)
  if (later === null) throw tooOld()
  if (target === 'plan') return rewound(state.plan, later)
  const now = scenarioIn(state, target.scenarioId).changes
  const then = later.reduce<readonly Change[]>(
    (entries, { entries: steps }) => afterSteps(entries, inverseSteps(steps ?? [])),
    now,
  )
  return layOver(state.plan, then).plan
}

const mostLines = 200

/** What was changed, table by table, where it cannot be told row by row. */
const countsOf = (changes: readonly Change[]): string[] =>
  tableNames.flatMap((table) => {
    const count = changes.filter((change) => change.table === table).length
    return count === 0 ? [] : [`Changed: ${countWords(table, count)}`]
  })

function sentencesOf(desk: Desk, { target, sequence, changeSet }: LogEntry): string[] {
  try {
    return describeChanges(planAt(desk, target, sequence - 1), changeSet.changes)
  } catch (error) {
    if (error instanceof WorkbookFailure) return []
    throw error
  }
}

/** What a commit changed, in words. Throws where there is no such commit. */
export function changesInWords(desk: Desk, sequence: number): ChangesInWords {
  const entry = desk.stores.log.at(sequence)
  if (!entry) throw new WorkbookFailure('history-too-old', 'This change is not in the history any more.')
  const told = sentencesOf(desk, entry)
  const lines = told.length === 0 ? countsOf(entry.changeSet.changes) : told
  return { lines: lines.slice(0, mostLines), more: Math.max(0, lines.length - mostLines) }
}
