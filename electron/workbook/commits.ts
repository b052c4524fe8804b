import type { Answer } from '@shared/contract/error'
import type { Committed } from '@shared/contract/workbook'
import type { Change, ChangeSet, Target } from '@shared/plan/change'
import type { Desk, Written } from './desk'
import { WorkbookFailure } from './failure'
import type { UndoMark } from './log-store'
import { tellScenario } from './scenarios'
import type { State } from './state'
import { stepBack, stepOf, type Step } from './step'

/** An act to commit. What is left out comes from the environment. */
export type Act = {
  readonly target: Target
  /** A stable word for the kind of act: `edit`, `import`, `adopt`… */
  readonly code: string
  readonly label: string
  readonly changes: readonly Change[]
  /** The id of the commit; one that is in the log already is answered as it was and not carried out again. */
  readonly id?: string | undefined
  readonly at?: string | undefined
  readonly actor?: string | undefined
}

export type Direction = 'undo' | 'redo'

/** A commit as it is told to whoever asked and to every window. Asked inside the transaction, so that it cannot fail later. */
function tell(desk: Desk, state: State, sequence: number, target: Target, changeSet: ChangeSet): Committed {
  const undo = desk.stores.log.undoState(target)
  const found = target === 'plan' ? undefined : state.scenarios.find(({ id }) => id === target.scenarioId)
  return { sequence, target, changeSet, undo, ...(found ? { scenario: tellScenario(desk, found) } : {}) }
}

function write(desk: Desk, step: Step, changeSet: ChangeSet, mark: UndoMark): Written<Committed> {
  const { stores } = desk
  const { target, entries, after } = step
  if (target === 'plan') stores.plan.write(step.changes)
  else stores.scenarios.write(target.scenarioId, entries ?? [])
  const state = { ...after, sequence: desk.state().sequence + 1 }
  stores.log.add({ sequence: state.sequence, target, changeSet, entries }, mark)
  return { value: tell(desk, state, state.sequence, target, changeSet), state }
}

/** Writes once: a commit whose id is in the log already is answered as it was. */
const once = (desk: Desk, id: string | undefined, act: (state: State) => Written<Committed>): Answer<Committed> =>
  desk.writing((state) => {
    const entry = id === undefined ? null : desk.stores.log.find(id)
    return entry ? { value: tell(desk, state, entry.sequence, entry.target, entry.changeSet), state } : act(state)
  })

/** Adds changes to a target: rows and log in one transaction, answered once they are on the disk. */
export function commit(desk: Desk, { target, code, label, ...act }: Act): Answer<Committed> {
  const { environment, stores } = desk
  return once(desk, act.id, (state) => {
    const step = stepOf(state, target, act.changes)
    const changeSet: ChangeSet = {
      id: act.id ?? environment.newId(),
      code,
      label,
      at: act.at ?? environment.now(),
      actor: act.actor ?? environment.actor,
      changes: step.changes,
    }
    stores.log.dropRedo(target)
    // an act that changes nothing is noted, but there is nothing in it to undo
    return write(desk, step, changeSet, step.changes.length > 0 ? 'done' : null)
  })
}

const nothingTo: Record<Direction, () => WorkbookFailure> = {
  undo: () => new WorkbookFailure('nothing-to-undo', 'There is nothing to undo.'),
  redo: () => new WorkbookFailure('nothing-to-redo', 'There is nothing to redo.'),
}

const words: Record<Direction, string> = { undo: 'Undo', redo: 'Redo' }
const mostLabel = 400

/** Commits the inverse of the last commit that stands (`undo`), or the last that was taken back once more (`redo`). */
export function goBack(desk: Desk, direction: Direction, target: Target, id?: string): Answer<Committed> {
  const { environment, stores } = desk
  return once(desk, id, (state) => {
    const entry = direction === 'undo' ? stores.log.toUndo(target) : stores.log.toRedo(target)
    if (!entry) throw nothingTo[direction]()
    const step = stepBack(state, entry, direction)
    const changeSet: ChangeSet = {
      id: id ?? environment.newId(),
      code: direction,
      label: `${words[direction]}: ${entry.changeSet.label}`.slice(0, mostLabel),
      at: environment.now(),
      actor: environment.actor,
      changes: step.changes,
    }
    stores.log.mark(entry.sequence, direction === 'undo' ? 'undone' : 'done')
    return write(desk, step, changeSet, null)
  })
}
