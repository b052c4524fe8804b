import type { CopyCompared, HistoryEntry } from '@shared/contract/workbook'
import { diff } from '@shared/plan/algebra'
import { planFromRows } from '@shared/plan/plan'
import type { Environment } from './environment'
import { named, valueOrThrow, WorkbookFailure } from './failure'
import { openWorkbook } from './open'
import type { Workbook } from './workbook'

const pageSize = 500

const unrelated = (path: string): WorkbookFailure =>
  new WorkbookFailure(
    'copy-unrelated',
    `${named(path)} did not grow from this workbook, or its history was left out, so it cannot be told what was changed in it. Nothing was changed. Choose a copy that was made with “Save a copy…” or in its folder.`,
  )

type Common = { readonly sequence: number; readonly at: string }

/** The whole history, the latest first, read page by page so that nobody has to take in all of a long one. */
function* entriesOf(workbook: Workbook): Generator<HistoryEntry> {
  let before: number | null = null
  for (;;) {
    const page: HistoryEntry[] = valueOrThrow(workbook.history(pageSize, before))
    yield* page
    before = page.at(-1)?.sequence ?? null
    if (before === null) return
  }
}

/** The last act that both logs have in the same place: up to there they were one workbook. */
function lastCommon(workbook: Workbook, copy: Workbook): Common | null {
  const own = new Map<number, string>()
  for (const { sequence, id } of entriesOf(workbook)) own.set(sequence, id)
  for (const { sequence, id, at } of entriesOf(copy)) if (own.get(sequence) === id) return { sequence, at }
  return null
}

function compared(workbook: Workbook, copy: Workbook): CopyCompared {
  const common = workbook.info.lineageId === copy.info.lineageId ? lastCommon(workbook, copy) : null
  if (!common) throw unrelated(copy.path)
  const base = planFromRows(valueOrThrow(workbook.rowsAt('plan', common.sequence)))
  return {
    name: copy.name,
    commonAt: common.at,
    sequence: workbook.sequence(),
    mine: diff(base, workbook.plan()),
    theirs: diff(base, copy.plan()),
  }
}

/** What was changed here and in a copy since they were one workbook. The copy is only read. Throws where it is none. */
export function compareCopy(workbook: Workbook, path: string, environment: Environment): CopyCompared {
  const copy = valueOrThrow(openWorkbook(path, environment, { isReadOnly: true }))
  try {
    return compared(workbook, copy)
  } finally {
    copy.close()
  }
}
