import type { ErrorCode } from '@shared/contract/error'
import type { OpenWorkbook, Scenario, UndoState } from '@shared/contract/workbook'
import type { Target } from '@shared/plan/change'
import type { LaidOver } from '@shared/plan/lay-over'
import { emptyPlan, type Plan } from '@shared/plan/plan'
import { create } from 'zustand'
import { shown, type Mirror } from './mirror'

/** What the window knows of the open file beside its plan. */
export type OpenFile = Pick<OpenWorkbook, 'sessionId' | 'path' | 'name' | 'isReadOnly' | 'isSample'>

export type SavedState =
  /** `at` is when the last commit was answered, ISO 8601; null where nothing was changed since opening. */
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string }

/** Something the planner should know that stays until it is put away. */
export type Banner = {
  readonly tone: 'notice' | 'problem'
  readonly text: string
  /** True where the file is not open any more, and opening it again is the way on. */
  readonly canReopen: boolean
}

export type WorkbookState = Mirror & {
  readonly file: OpenFile | null
  /** Which plan the window shows and edits: the current plan, or a scenario over it. */
  readonly target: Target
  /** The plan that is shown: of a scenario, the current plan with the scenario's changes laid over it. */
  readonly plan: Plan
  /** What of the shown scenario could not be laid over today's plan; null for the current plan. */
  readonly laidOver: LaidOver | null
  readonly saved: SavedState
  readonly banner: Banner | null
  /** True while a file is being opened; the one that is open takes no edits then. */
  readonly isOpening: boolean
}

const nothingToUndo: UndoState = { undoLabel: null, redoLabel: null }

export const noWorkbook: WorkbookState = {
  file: null,
  sequence: 0,
  currentPlan: emptyPlan,
  planUndo: nothingToUndo,
  scenarios: [],
  target: 'plan',
  plan: emptyPlan,
  laidOver: null,
  saved: { kind: 'saved', at: null },
  banner: null,
  isOpening: false,
}

export const useWorkbook = create<WorkbookState>()(() => noWorkbook)

/** The scenario that is shown, or null for the current plan. */
export const shownScenario = (state: WorkbookState): Scenario | null => {
  const { target } = state
  return target === 'plan' ? null : (state.scenarios.find(({ id }) => id === target.scenarioId) ?? null)
}

/** What Undo and Redo would do now, for the plan that is shown. */
export const undoState = (state: WorkbookState): UndoState =>
  state.target === 'plan' ? state.planUndo : (shownScenario(state)?.undo ?? nothingToUndo)

/**
 * True where edits are refused before they are made: also while another workbook is being opened, so that nothing is typed
 * into one that is about to be closed.
 */
export const isLocked = ({ file, isOpening }: Pick<WorkbookState, 'file' | 'isOpening'>): boolean =>
  file === null || file.isReadOnly || isOpening

/** Puts a mirror in place and works out anew what is shown; a scenario that is gone gives way to the current plan. */
export function putMirror(mirror: Mirror, more: Partial<WorkbookState> = {}): void {
  const wanted = more.target ?? useWorkbook.getState().target
  const isThere = wanted === 'plan' || mirror.scenarios.some(({ id }) => id === wanted.scenarioId)
  const target = isThere ? wanted : 'plan'
  useWorkbook.setState({ ...mirror, ...more, target, ...shown(mirror, target) })
}

/** Shows the current plan or a scenario; nothing is changed by it. */
export function showTarget(target: Target): void {
  putMirror(mirrorOf(useWorkbook.getState()), { target })
}

/** What an opened workbook tells beside its plan. */
export const fileOf = ({ sessionId, path, name, isReadOnly, isSample }: OpenWorkbook): OpenFile => ({
  sessionId,
  path,
  name,
  isReadOnly,
  isSample,
})

/** The part of the state that mirrors the file. */
export const mirrorOf = ({ sequence, currentPlan, planUndo, scenarios }: WorkbookState): Mirror => ({
  sequence,
  currentPlan,
  planUndo,
  scenarios,
})
