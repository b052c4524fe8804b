import { existsSync } from 'node:fs'
import type { Answer } from '@shared/contract/error'
import type { Change } from '@shared/plan/change'
import { insertChange } from '@shared/plan/edit'
import { emptyPlan, newRow, planRow, planRowId } from '@shared/plan/plan'
import { connectToCreate } from './connection'
import type { Environment } from './environment'
import { attempt, fileFailure, valueOrThrow, WorkbookFailure } from './failure'
import { writeWhole } from './file-name'
import { writeInfo } from './info-store'
import { refuseLocked } from './lock'
import { migrate } from './migrate'
import { migrations } from './migration'
import { openWorkbook } from './open'
import { storesOf } from './state'
import { stepOf } from './step'
import type { Workbook } from './workbook'

/** What a new workbook starts from: an empty plan of a district, or a plan that is there already. */
export type Start =
  | { readonly district: string; readonly startMonth: string; readonly fiscalYearStart: number }
  | { readonly changes: readonly Change[] }

export type CreateOptions = {
  readonly isSample?: boolean | undefined
  /** True where the planner agreed that the file of this name is replaced. */
  readonly canReplace?: boolean | undefined
}

const changesOf = (start: Start): readonly Change[] => {
  if ('changes' in start) return start.changes
  const { district, startMonth, fiscalYearStart } = start
  const currencyYear = Number(startMonth.slice(0, 4))
  return [insertChange('plan', newRow('plan', planRowId, { district, startMonth, fiscalYearStart, currencyYear }))]
}

const noPlan = (): WorkbookFailure =>
  new WorkbookFailure(
    'changes-invalid',
    'A new workbook needs to know whose plan it is and when it starts. No workbook was made.',
  )

/** Fills an empty file: schema, what it says of itself, and the plan it starts from as the first line of the log. */
function fill(path: string, start: Start, isSample: boolean, environment: Environment): void {
  const db = connectToCreate(path)
  try {
    migrate(db, migrations)
    const stores = storesOf(db)
    const at = environment.now()
    const { actor } = environment
    const step = stepOf({ plan: emptyPlan, scenarios: [], sequence: 0 }, 'plan', changesOf(start))
    if (!planRow(step.after.plan)) throw noPlan()
    db.transaction(() => {
      writeInfo(db, { lineageId: environment.newId(), createdAt: at, createdBy: actor, isSample })
      stores.plan.write(step.changes)
      const changeSet = { id: environment.newId(), code: 'create', label: 'New workbook', at, actor }
      // not to be undone: a workbook without its plan is none
      const entry = { sequence: 1, target: 'plan', changeSet: { ...changeSet, changes: step.changes } } as const
      stores.log.add({ ...entry, entries: null }, null)
    })()
  } finally {
    db.close()
  }
}

/** Makes a new workbook and opens it. The file appears under its name only once it is whole. */
export function createWorkbook(
  path: string,
  start: Start,
  environment: Environment,
  options: CreateOptions = {},
): Answer<Workbook> {
  return attempt(path, 'create', () => {
    if (existsSync(path)) {
      if (!options.canReplace) throw fileFailure('file-exists', path, 'create')
      refuseLocked(path, environment)
    }
    writeWhole(path, environment.newId(), (part) => fill(part, start, options.isSample ?? false, environment))
    return valueOrThrow(openWorkbook(path, environment))
  })
}
