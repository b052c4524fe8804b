import type { Answer } from '@shared/contract/error'
import type { Scenario } from '@shared/contract/workbook'
import type { Change } from '@shared/plan/change'
import type { Desk } from './desk'
import type { StoredScenario } from './scenario-store'
import { WorkbookFailure } from './failure'
import { scenarioIn, withScenario, type State } from './state'
import { stepOf } from './step'

/** A scenario as the window gets it, with what can be undone in it. */
export const tellScenario = (desk: Desk, scenario: StoredScenario): Scenario => ({
  ...scenario,
  changes: [...scenario.changes],
  undo: desk.stores.log.undoState({ scenarioId: scenario.id }),
})

/** Scenarios are told apart by their names, so no two may have the same. Throws a WorkbookFailure. */
function refuseSameName(state: State, name: string, ownId: string | null): void {
  const same = (text: string): string => text.trim().toLowerCase()
  if (!state.scenarios.some((one) => one.id !== ownId && same(one.name) === same(name))) return
  const message = `There is a scenario “${name.trim()}” already. Nothing was changed; choose another name.`
  throw new WorkbookFailure('changes-invalid', message)
}

/** Keeps changes over the current plan under a name of their own; the plan itself is not changed. */
export const createScenario = (
  desk: Desk,
  name: string,
  question: string | null,
  changes: readonly Change[],
): Answer<Scenario> =>
  desk.writing((state) => {
    refuseSameName(state, name, null)
    const scenario: StoredScenario = {
      id: desk.environment.newId(),
      name,
      question,
      createdAt: desk.environment.now(),
      archivedAt: null,
      changes: stepOf(state, 'plan', changes).changes,
    }
    desk.stores.scenarios.create(scenario)
    return { value: tellScenario(desk, scenario), state: { ...state, scenarios: [...state.scenarios, scenario] } }
  })

export const renameScenario = (desk: Desk, id: string, name: string, question: string | null): Answer<Scenario> =>
  desk.writing((state) => {
    const scenario = { ...scenarioIn(state, id), name, question }
    refuseSameName(state, name, id)
    desk.stores.scenarios.rename(id, name, question)
    return { value: tellScenario(desk, scenario), state: { ...state, scenarios: withScenario(state, scenario) } }
  })

/** Puts a scenario away or brings it back. Put away it keeps its changes, its name and its undo. */
export const archiveScenario = (desk: Desk, id: string, isArchived: boolean): Answer<Scenario> =>
  desk.writing((state) => {
    const archivedAt = isArchived ? desk.environment.now() : null
    const scenario = { ...scenarioIn(state, id), archivedAt }
    desk.stores.scenarios.archive(id, archivedAt)
    return { value: tellScenario(desk, scenario), state: { ...state, scenarios: withScenario(state, scenario) } }
  })

/** Removes a scenario; its commits stay in the log to be read, but cannot be undone or redone any more. */
export const removeScenario = (desk: Desk, id: string): Answer<null> =>
  desk.writing((state) => {
    scenarioIn(state, id)
    desk.stores.log.forget({ scenarioId: id })
    desk.stores.scenarios.remove(id)
    return { value: null, state: { ...state, scenarios: state.scenarios.filter((one) => one.id !== id) } }
  })
