import type { ImportMapping } from '@shared/contract/calls'
import type { Answer } from '@shared/contract/error'
import type { SavedView, Snapshot } from '@shared/contract/workbook'
import { diff } from '@shared/plan/algebra'
import { emptyPlan, planToRows, type PlanRows } from '@shared/plan/plan'
import type { Desk } from './desk'
import { WorkbookFailure } from './failure'
import { mappingStore } from './mapping-store'
import { packRows, planInside } from './packed-rows'
import { snapshotStore, type SnapshotStore } from './snapshot-store'
import { viewStore } from './view-store'

/** What the file keeps beside the plan and its scenarios: named snapshots, saved views, mappings of spreadsheets. */
export type Records = {
  /** The latest first. */
  readonly snapshots: () => Answer<Snapshot[]>
  /** Keeps the current plan as it is now under a name. */
  readonly createSnapshot: (name: string) => Answer<Snapshot>
  readonly readSnapshot: (id: string) => Answer<{ snapshot: Snapshot; rows: PlanRows }>
  readonly removeSnapshot: (id: string) => Answer<null>
  readonly views: () => Answer<SavedView[]>
  /** Keeps a view; one of the same name for the same sheet is replaced. */
  readonly saveView: (view: SavedView) => Answer<null>
  readonly removeView: (sheet: string, name: string) => Answer<null>
  readonly mappings: () => Answer<ImportMapping[]>
  /** Remembers a mapping; one of the same name for the same table is replaced. */
  readonly saveMapping: (mapping: ImportMapping) => Answer<null>
}

const noSnapshot = (): WorkbookFailure =>
  new WorkbookFailure(
    'snapshot-not-found',
    'This version is not in the workbook any more: it was deleted. Nothing was changed. Choose another version.',
  )

const unreadable = (name: string, error: unknown): WorkbookFailure =>
  new WorkbookFailure(
    'file-damaged',
    `The version “${name}” cannot be read any more: its part of the file is damaged. The plan itself is whole, and nothing was changed. Choose another version or a backup.`,
    { cause: error instanceof Error ? error.message : String(error) },
  )

function readSnapshot(store: SnapshotStore, id: string): { snapshot: Snapshot; rows: PlanRows } {
  const snapshot = store.find(id)
  const packed = store.rows(id)
  if (!snapshot || !packed) throw noSnapshot()
  try {
    return { snapshot, rows: planToRows(planInside(packed)) }
  } catch (error) {
    throw unreadable(snapshot.name, error)
  }
}

/** The records of an open workbook. */
export function recordsOf(desk: Desk): Records {
  const { db } = desk.stores
  const snapshots = snapshotStore(db)
  const views = viewStore(db)
  const mappings = mappingStore(db)
  const put = (act: () => void): Answer<null> =>
    desk.writing((state) => {
      act()
      return { value: null, state }
    })
  return {
    snapshots: () => desk.reading(() => snapshots.list()),
    createSnapshot: (name) =>
      desk.writing((state) => {
        const { newId, now, actor } = desk.environment
        const snapshot = { id: newId(), name, at: now(), actor, sequence: state.sequence }
        snapshots.add(snapshot, packRows(diff(emptyPlan, state.plan)))
        return { value: snapshot, state }
      }),
    readSnapshot: (id) => desk.reading(() => readSnapshot(snapshots, id)),
    removeSnapshot: (id) =>
      put(() => {
        if (!snapshots.find(id)) throw noSnapshot()
        snapshots.remove(id)
      }),
    views: () => desk.reading(() => views.list()),
    saveView: (view) => put(() => views.save(view)),
    removeView: (sheet, name) => put(() => views.remove(sheet, name)),
    mappings: () => desk.reading(() => mappings.list()),
    saveMapping: (mapping) => put(() => mappings.save(mapping)),
  }
}
