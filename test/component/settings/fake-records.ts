import type { Answer } from '@shared/contract/error'
import type { HistoryEntry, Snapshot } from '@shared/contract/workbook'
import { describeChanges } from '@shared/forecast/describe-changes'
import { planToText, type PlanText } from '@shared/plan/plan-text'
import { fail, type FakeBridge, type Logged } from '../fake-bridge'

const ok = <T>(value: T): Answer<T> => ({ ok: true, value })
const gone = fail('history-too-old', 'This change is not in the history any more.')

function entryOf({ sequence, target, changeSet }: Logged): HistoryEntry {
  const { id, code, label, at, actor, changes } = changeSet
  return { id, sequence, target, code, label, at, actor, changeCount: changes.length }
}

/** Lets a fake answer for its history and its versions, as the workbook process does from the file. */
export function keepRecords(bridge: FakeBridge): void {
  bridge.answer('workbook.history', ({ limit, beforeSequence }) =>
    ok(
      bridge
        .log()
        .filter(({ sequence }) => beforeSequence === null || sequence < beforeSequence)
        .map(entryOf)
        .toReversed()
        .slice(0, limit),
    ),
  )
  bridge.answer('workbook.changesInWords', ({ sequence }) => {
    const found = bridge.log().find((logged) => logged.sequence === sequence)
    return found ? ok({ lines: describeChanges(found.before, found.changeSet.changes), more: 0 }) : gone
  })
  bridge.answer('workbook.planAt', ({ sequence }) => {
    const found = bridge.log().find((logged) => logged.sequence === sequence)
    return found ? ok(planToText(found.after)) : gone
  })
  let kept: readonly { readonly snapshot: Snapshot; readonly plan: PlanText }[] = []
  bridge.answer('snapshot.list', () => ok(kept.map(({ snapshot }) => snapshot)))
  bridge.answer('snapshot.create', ({ name }) => {
    const id = `33333333-3333-4333-8333-${String(kept.length).padStart(12, '0')}`
    const snapshot = { id, name, at: '2026-11-23T10:42:00.000Z', actor: 'planner', sequence: bridge.log().length }
    kept = [{ snapshot, plan: planToText(bridge.plan()) }, ...kept]
    return ok(snapshot)
  })
  bridge.answer('snapshot.read', ({ snapshotId }) => {
    const found = kept.find(({ snapshot }) => snapshot.id === snapshotId)
    return found ? ok(found) : fail('snapshot-not-found', 'This version is not there any more.')
  })
  bridge.answer('snapshot.remove', ({ snapshotId }) => {
    kept = kept.filter(({ snapshot }) => snapshot.id !== snapshotId)
    return ok(null)
  })
}
