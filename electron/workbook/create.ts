import { existsSync } from 'node:fs'
import type { Answer } from '@shared/contract/error'
import type { Change } from '@shared/plan/change'
import { insertChange } from '@shared/plan/edit'
import { newRow, planRowId } from '@shared/plan/plan'
import type { Environment } from './environment'
import { attempt, fileFailure, valueOrThrow } from './failure'
import { writeWhole } from './file-name'
import { fill, type Filling } from './fill'
import { refuseLocked } from './lock'
import { openWorkbook } from './open'
import type { StoredScenario } from './scenario-store'
import type { Workbook } from './workbook'

/** What a new workbook starts from: an empty plan of a district, or a plan that is there already. */
export type Start =
  | { readonly district: string; readonly startMonth: string; readonly fiscalYearStart: number }
  | {
      readonly changes: readonly Change[]
      readonly scenarios?: readonly Pick<StoredScenario, 'name' | 'question' | 'changes'>[] | undefined
    }

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

const newFilling = (start: Start, isSample: boolean, { newId, now, actor }: Environment): Filling => ({
  changes: changesOf(start),
  scenarios: ('changes' in start ? (start.scenarios ?? []) : []).map((scenario) => ({
    ...scenario,
    id: newId(),
    createdAt: now(),
    archivedAt: null,
  })),
  label: 'New workbook',
  lineageId: newId(),
  createdBy: actor,
  actor,
  isSample,
  at: now(),
  newId,
})

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
    writeWhole(path, environment.newId(), (part) =>
      fill(part, newFilling(start, options.isSample ?? false, environment)),
    )
    return valueOrThrow(openWorkbook(path, environment))
  })
}
