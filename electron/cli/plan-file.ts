import type { Answer } from '@shared/contract/error'
import { planFromRows, type Plan } from '@shared/plan/plan'
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

/** The plan of a workbook file, alone (null) or under a scenario. The file is only read. Throws a CommandFailure. */
export function planIn(path: string, scenario: string | null): Plan {
  const workbook = aboutFile(openWorkbook(path, systemEnvironment(), { isReadOnly: true }))
  try {
    return planFromRows(aboutFile(workbook.rows(targetOf(workbook, scenario))))
  } finally {
    workbook.close()
  }
}
