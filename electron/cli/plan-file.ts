import type { Answer } from '@shared/contract/error'
import type { Change } from '@shared/plan/change'
import { layOver, type Skipped } from '@shared/plan/lay-over'
import { planFromRows, type Plan } from '@shared/plan/plan'
import type { NamedPlan } from '@shared/report/report-input'
import { systemEnvironment } from '../workbook/environment'
import { openWorkbook } from '../workbook/open'
import type { Workbook } from '../workbook/workbook'
import { badFile, badInput } from './failure'

const aboutFile = <T>(answer: Answer<T>): T => {
  if (answer.ok) return answer.value
  throw badFile(answer.error.code, answer.error.message)
}

function targetOf(workbook: Workbook, name: string | null) {
  if (name === null) return 'plan' as const
  const scenarios = workbook.scenarios()
  const found = scenarios.find((scenario) => scenario.name === name)
  if (found) return { scenarioId: found.id }
  const known = scenarios.map((scenario) => `“${scenario.name}”`).join(', ')
  throw badInput(
    'scenario-not-found',
    `There is no scenario “${name}”. ${known === '' ? 'The workbook has none.' : `There are: ${known}.`}`,
  )
}

function reading<T>(path: string, read: (workbook: Workbook) => T): T {
  const workbook = aboutFile(openWorkbook(path, systemEnvironment(), { isReadOnly: true }))
  try {
    return read(workbook)
  } finally {
    workbook.close()
  }
}

const planOf = (workbook: Workbook, scenario: string | null): Plan =>
  planFromRows(aboutFile(workbook.rows(targetOf(workbook, scenario))))

/** The plan of a workbook file, alone (null) or under a scenario. The file is only read. Throws a CommandFailure. */
export const planIn = (path: string, scenario: string | null): Plan =>
  reading(path, (workbook) => planOf(workbook, scenario))

/** A plan, and what of its scenario could not be laid over it; nothing for the plan alone. */
export type FoundPlan = { readonly plan: Plan; readonly skipped: readonly Skipped[] }

/** Like `planIn`, with what of the scenario is not part of it. Throws a CommandFailure. */
export const foundPlan = (path: string, scenario: string | null): FoundPlan =>
  reading(path, (workbook) => {
    const target = targetOf(workbook, scenario)
    if (target === 'plan') return { plan: planOf(workbook, null), skipped: [] }
    const changes = workbook.scenarios().find(({ id }) => id === target.scenarioId)?.changes ?? []
    const { plan, conflicts, dangling } = layOver(workbook.plan(), changes)
    return { plan, skipped: [...conflicts, ...dangling] }
  })

/** What a report is about, a plan or a scenario, and what stands beside it: of a scenario, the current plan. */
export function reportPlansIn(path: string, name: string | null): { subject: NamedPlan; choices: NamedPlan[] } {
  return reading(path, (workbook) => {
    const current: NamedPlan = { name: null, question: null, plan: planOf(workbook, null) }
    if (name === null) return { subject: current, choices: [] }
    const scenario = workbook.scenarios().find((each) => each.name === name)
    const subject = { name, question: scenario?.question ?? null, plan: planOf(workbook, name) }
    return { subject, choices: [current] }
  })
}

type Planned<T> = {
  readonly value: T
  readonly act: { readonly code: string; readonly label: string; readonly changes: readonly Change[] }
}

/**
 * Works out changes to the plan of a workbook file and commits them as one step, through the same door as the window.
 * A dry run only reads the file; nothing is committed where nothing changes. Throws a CommandFailure.
 */
export function writing<T>(path: string, isDryRun: boolean, work: (plan: Plan) => Planned<T>): T {
  if (isDryRun) return reading(path, (workbook) => work(workbook.plan()).value)
  const workbook = aboutFile(openWorkbook(path, systemEnvironment()))
  try {
    if (workbook.isReadOnly) throw badFile('read-only', workbook.notices.join(' '))
    const { value, act } = work(workbook.plan())
    if (act.changes.length > 0) aboutFile(workbook.commit({ target: 'plan', ...act }))
    return value
  } finally {
    workbook.close()
  }
}
