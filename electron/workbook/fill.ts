import type { Change } from '@shared/plan/change'
import { emptyPlan, planRow } from '@shared/plan/plan'
import { connectToCreate } from './connection'
import { WorkbookFailure } from './failure'
import { writeInfo } from './info-store'
import { migrate } from './migrate'
import { migrations } from './migration'
import type { StoredScenario } from './scenario-store'
import { storesOf } from './state'
import { stepOf } from './step'

const noPlan = (): WorkbookFailure =>
  new WorkbookFailure(
    'changes-invalid',
    'A new workbook needs to know whose plan it is and when it starts. No workbook was made.',
  )

/** What a new file is filled with, and what it says of itself. */
export type Filling = {
  readonly changes: readonly Change[]
  readonly scenarios: readonly StoredScenario[]
  /** What the first line of its log says. */
  readonly label: string
  readonly lineageId: string
  readonly createdBy: string
  readonly actor: string
  readonly isSample: boolean
  readonly at: string
  readonly newId: () => string
}

/** Fills an empty file: schema, what it says of itself, and the plan it starts from as the first line of the log. */
export function fill(path: string, filling: Filling): void {
  const { at, actor, lineageId, createdBy, isSample, label, newId, scenarios } = filling
  const db = connectToCreate(path)
  try {
    migrate(db, migrations)
    const stores = storesOf(db)
    const step = stepOf({ plan: emptyPlan, scenarios: [], sequence: 0 }, 'plan', filling.changes)
    if (!planRow(step.after.plan)) throw noPlan()
    db.transaction(() => {
      writeInfo(db, { lineageId, createdAt: at, createdBy, isSample })
      stores.plan.write(step.changes)
      const changeSet = { id: newId(), code: 'create', label, at, actor, changes: step.changes }
      // not to be undone: a workbook without its plan is none
      stores.log.add({ sequence: 1, target: 'plan', changeSet, entries: null }, null)
      for (const scenario of scenarios) stores.scenarios.create(scenario)
    })()
  } finally {
    db.close()
  }
}
