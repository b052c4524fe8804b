import type { Bridge, News } from '@shared/contract/bridge'
import type { CallArgs, CallName, CallValue, Preferences, Recent } from '@shared/contract/calls'
import type { Answer, ErrorCode } from '@shared/contract/error'
import type { Committed, OpenWorkbook, Scenario, UndoState } from '@shared/contract/workbook'
import { invert } from '@shared/plan/algebra'
import { applyChanges } from '@shared/plan/apply'
import type { Change, ChangeSet, Target } from '@shared/plan/change'
import { extendScenario, layOver } from '@shared/plan/lay-over'
import { emptyPlan, newRow, planRowId, type Plan } from '@shared/plan/plan'
import { planToText } from '@shared/plan/plan-text'
import { sizeOf } from '@shared/plan/size'

type Handler<C extends CallName> = (args: CallArgs<C>) => Answer<CallValue<C>> | Promise<Answer<CallValue<C>>>
export type Handlers = { [C in CallName]?: Handler<C> }

type Entry = { changeSet: ChangeSet; target: Target }
/** One commit, and the plan as its target showed it before and afterwards. */
export type Logged = Entry & { sequence: number; before: Plan; after: Plan }

const ok = <T>(value: T): Answer<T> => ({ ok: true, value })
export const fail = (code: ErrorCode, message: string, details?: unknown): Answer<never> => ({
  ok: false,
  error: { code, message, details },
})

/** A plan with nothing but its own row, as a new workbook holds it. */
export function newPlan(district = 'Test district'): Plan {
  const row = newRow('plan', planRowId, { district, startMonth: '2026-07', currencyYear: 2026 })
  return { ...emptyPlan, plan: new Map([[row.id, row]]) }
}

export type FakeBridge = Bridge & {
  /** The plan as the "file" holds it now. */
  plan: () => Plan
  scenarios: () => readonly Scenario[]
  /** Every commit, the first one first. */
  log: () => readonly Logged[]
  /** Every call that was made, in order. */
  calls: { name: CallName; args: unknown }[]
  /** Answers calls of a name otherwise, until it is taken away again with null. */
  answer: <C extends CallName>(name: C, handler: Handler<C> | null) => void
  news: (news: News) => void
  sessionId: string
  /** What the workbook call "open" would answer now. */
  opened: () => OpenWorkbook
}

/**
 * The other processes, in memory: one workbook, committed to by the same algebra as the real one, with undo and redo.
 * Nothing is validated: what the window sends is taken.
 */
export function fakeBridge(start: { plan?: Plan; scenarios?: Scenario[]; isReadOnly?: boolean } = {}): FakeBridge {
  let plan = start.plan ?? newPlan()
  let scenarios: readonly Scenario[] = start.scenarios ?? []
  let sequence = 0
  let count = 0
  let preferences: Preferences = { colorScheme: 'auto', isNavigationNarrow: false }
  let recents: Recent[] = []
  const done = new Map<string, Entry[]>()
  const undone = new Map<string, Entry[]>()
  const log: Logged[] = []
  const listeners = new Set<(news: News) => void>()
  const sessionId = '11111111-1111-4111-8111-111111111111'
  const id = (): string => `22222222-2222-4222-8222-${String((count += 1)).padStart(12, '0')}`
  const keyOf = (target: Target): string => (target === 'plan' ? 'plan' : target.scenarioId)
  const stack = (of: Map<string, Entry[]>, target: Target): Entry[] => {
    const key = keyOf(target)
    const entries = of.get(key) ?? []
    of.set(key, entries)
    return entries
  }
  const undoOf = (target: Target): UndoState => ({
    undoLabel: stack(done, target).at(-1)?.changeSet.label ?? null,
    redoLabel: stack(undone, target).at(-1)?.changeSet.label ?? null,
  })
  const shownBy = (target: Target): Plan => {
    const scenario = target === 'plan' ? undefined : scenarios.find((s) => s.id === target.scenarioId)
    return scenario ? layOver(plan, scenario.changes).plan : plan
  }
  const write = (target: Target, changeSet: ChangeSet, after: () => void): Answer<Committed> => {
    const before = shownBy(target)
    if (target === 'plan') {
      const applied = applyChanges(plan, changeSet.changes)
      if (!applied.ok) return fail('changes-conflict', 'Somebody changed this row in the meantime.', applied.error)
      plan = applied.value
    } else {
      const scenario = scenarios.find((s) => s.id === target.scenarioId)
      if (!scenario) return fail('scenario-not-found', 'This scenario is not there any more.')
      const extended = extendScenario(plan, scenario.changes, changeSet.changes)
      if (!extended.ok) return fail('changes-conflict', 'The scenario was changed in the meantime.', extended.error)
      scenarios = scenarios.map((s) => (s === scenario ? { ...s, changes: extended.value } : s))
    }
    after()
    sequence += 1
    log.push({ sequence, target, changeSet, before, after: shownBy(target) })
    return ok({ sequence, target, changeSet, undo: undoOf(target) })
  }
  const set = (code: string, label: string, changes: readonly Change[]): ChangeSet => ({
    id: id(),
    code,
    label,
    at: '2026-11-23T10:42:00.000Z',
    actor: 'planner',
    changes,
  })
  const step = (target: Target, from: Map<string, Entry[]>, to: Map<string, Entry[]>, isUndo: boolean) => {
    const entry = stack(from, target).at(-1)
    const code = isUndo ? 'nothing-to-undo' : 'nothing-to-redo'
    if (!entry) return fail(code, 'There is nothing to take back.')
    const { changeSet } = entry
    const changes = isUndo ? invert(changeSet.changes) : changeSet.changes
    const label = `${isUndo ? 'Undo' : 'Redo'}: ${changeSet.label}`
    return write(target, set(isUndo ? 'undo' : 'redo', label, changes), () => {
      stack(from, target).pop()
      stack(to, target).push(entry)
    })
  }
  const opened = (): OpenWorkbook => ({
    sessionId,
    path: '/plans/test.rollout',
    name: 'test',
    isReadOnly: start.isReadOnly ?? false,
    isSample: false,
    sequence,
    plan: planToText(plan),
    size: sizeOf(plan),
    scenarios: [...scenarios],
    undo: undoOf('plan'),
    notices: [],
  })
  const handlers: Handlers = {
    'app.info': () =>
      ok({
        version: '0',
        electron: '0',
        chrome: '0',
        node: '0',
        platform: 'test',
        pathToOpen: null,
        notices: [],
        canLookForUpdate: false,
      }),
    'app.recents': () => ok(recents),
    'app.forgetRecent': ({ path }) => {
      recents = recents.filter((r) => r.path !== path)
      return ok(null)
    },
    'app.pinRecent': () => ok(null),
    'app.preferences': () => ok(preferences),
    'app.setPreferences': (changed) => ok((preferences = { ...preferences, ...(changed as Partial<Preferences>) })),
    'workbook.open': () => ok(opened()),
    'workbook.openSample': () => ok({ ...opened(), isSample: true }),
    'workbook.create': ({ district }) => {
      plan = newPlan(district)
      return ok(opened())
    },
    'workbook.close': () => ok(null),
    'workbook.commit': ({ target, code, label, changes }) =>
      write(target, set(code, label, changes), () => {
        stack(done, target).push({ target, changeSet: set(code, label, changes) })
        undone.set(keyOf(target), [])
      }),
    'workbook.undo': ({ target }) => step(target, done, undone, true),
    'workbook.redo': ({ target }) => step(target, undone, done, false),
    'workbook.history': () => ok([]),
    'workbook.rowHistory': () => ok([]),
    'view.list': () => ok([]),
    'view.save': () => ok(null),
    'mapping.list': () => ok([]),
    'mapping.save': () => ok(null),
    'scenario.create': ({ name, question, changes }) => {
      const undo = { undoLabel: null, redoLabel: null }
      const createdAt = '2026-11-23T10:42:00.000Z'
      const scenario = { id: id(), name, question, createdAt, archivedAt: null, changes: [...changes], undo }
      scenarios = [...scenarios, scenario]
      return ok(scenario)
    },
    'scenario.archive': ({ scenarioId, isArchived }) => {
      const archivedAt = isArchived ? '2026-11-24T08:00:00.000Z' : null
      scenarios = scenarios.map((s) => (s.id === scenarioId ? { ...s, archivedAt } : s))
      const scenario = scenarios.find((s) => s.id === scenarioId)
      return scenario ? ok(scenario) : fail('scenario-not-found', 'There is no such scenario.')
    },
    'scenario.remove': ({ scenarioId }) => {
      scenarios = scenarios.filter((s) => s.id !== scenarioId)
      return ok(null)
    },
  }
  const fake: FakeBridge = {
    calls: [],
    sessionId,
    opened,
    plan: () => plan,
    scenarios: () => scenarios,
    log: () => log,
    answer: (name, handler) => {
      handlersNow[name] = (handler ?? handlers[name]) as never
    },
    news: (news) => {
      for (const listener of listeners) listener(news)
    },
    call: async (name, args) => {
      fake.calls.push({ name, args })
      // as over the bridge: nothing is shared, nothing comes at once
      await Promise.resolve()
      const handler = handlersNow[name]
      if (!handler) return fail('call-refused', `The fake has no answer to ${name}`)
      return structuredClone(await handler(structuredClone(args)))
    },
    onNews: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    pathOfFile: () => '/dropped/file.xlsx',
    mark: () => undefined,
  }
  const handlersNow: Handlers = { ...handlers }
  return fake
}
