import type { CopyChoices } from '@shared/contract/calls'
import { diff } from '@shared/plan/algebra'
import { forOthers } from '@shared/plan/for-others'
import { emptyPlan } from '@shared/plan/plan'
import type { Desk } from './desk'
import { named, WorkbookFailure } from './failure'
import { isSameFile, writeWhole } from './file-name'
import { fill } from './fill'
import { readInfo } from './info-store'
import { refuseLocked } from './lock'
import { planOf, scenarioIn } from './state'

/**
 * Writes a copy to hand on; answers its path. It is a new file made from the rows that are to be in it, so nothing that
 * was taken out can be found in its bytes: no history, no versions, no views or mappings, no name of who worked on it.
 */
export function copyForOthers(desk: Desk, to: string, choices: CopyChoices): string {
  const { path, environment, stores } = desk
  if (isSameFile(path, to))
    throw new WorkbookFailure(
      'file-exists',
      `${named(to)} is the workbook that is open. Choose another name for the copy.`,
    )
  refuseLocked(to, environment)
  const state = desk.state()
  const scenarios = choices.scenarioIds.map((id) => scenarioIn(state, id))
  const shown = scenarios.map(({ id }) => planOf(state, { scenarioId: id }))
  const [plan = emptyPlan, ...laid] = forOthers([state.plan, ...shown], choices)
  const { lineageId, createdBy } = readInfo(stores.db)
  writeWhole(to, environment.newId(), (part) =>
    fill(part, {
      changes: diff(emptyPlan, plan),
      scenarios: scenarios.map((scenario, at) => ({ ...scenario, changes: diff(plan, laid[at] ?? plan) })),
      label: 'Copy for others',
      lineageId,
      createdBy: choices.hasNames ? createdBy : '',
      actor: choices.hasNames ? environment.actor : '',
      isSample: false,
      at: environment.now(),
      newId: environment.newId,
    }),
  )
  return to
}
