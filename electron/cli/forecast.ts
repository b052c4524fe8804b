import type { Answer } from '@shared/contract/error'
import { attention } from '@shared/forecast/attention'
import { headlineOf } from '@shared/forecast/headline'
import { runPlan, type DistrictRun } from '@shared/forecast/run'
import { statusWords } from '@shared/forecast/status'
import { placeSeries } from '@shared/model/trajectory'
import { planFromRows, type Plan } from '@shared/plan/plan'
import { systemEnvironment } from '../workbook/environment'
import { openWorkbook } from '../workbook/open'
import type { Workbook } from '../workbook/workbook'
import { jsonText, type Command } from './command'
import { badFile, badInput } from './failure'

const aboutFile = <T>(answer: Answer<T>): T => {
  if (answer.ok) return answer.value
  throw badFile(answer.error.code, answer.error.message)
}

function targetOf(workbook: Workbook, name: string | undefined) {
  if (name === undefined) return 'plan' as const
  const scenarios = workbook.scenarios()
  const found = scenarios.find((scenario) => scenario.name === name)
  if (found) return { scenarioId: found.id }
  const known = scenarios.map((scenario) => `“${scenario.name}”`).join(', ')
  throw badInput(
    'scenario-not-found',
    `There is no scenario “${name}”. ${known === '' ? 'The workbook has none.' : `There are: ${known}.`}`,
  )
}

/** The plan of a workbook file, alone or under a scenario. The file is only read. */
function planIn(path: string, scenario: string | undefined): Plan {
  const workbook = aboutFile(openWorkbook(path, systemEnvironment(), { isReadOnly: true }))
  try {
    return planFromRows(aboutFile(workbook.rows(targetOf(workbook, scenario))))
  } finally {
    workbook.close()
  }
}

const districtJson = ({ compiled, trajectory, forecast }: DistrictRun) => ({
  id: forecast.districtId,
  name: forecast.name,
  start: forecast.start,
  atScaleMonth: forecast.atScaleMonth,
  isAtScaleAtEnd: forecast.isAtScaleAtEnd,
  phases: forecast.phases.map(({ phase, sentence }) => ({ phase, sentence })),
  weakest: [...placeSeries(trajectory, 0, 'bottleneck')],
  fidelity: [...placeSeries(trajectory, 0, 'fidelity')],
  units: forecast.units.map(({ unitId, name, atLineMonth, fidelityNow, fidelityAtEnd }) => ({
    id: unitId,
    name,
    atLineMonth,
    fidelityNow,
    fidelityAtEnd,
  })),
  assumptions: compiled.assumptions,
})

/** The figures of the Overview and of the report, from a workbook file. */
export const forecastCommand: Command = {
  usage: 'forecast PLAN.rollout [--scenario NAME] [--json]',
  summary: 'Prints the figures of the Overview, of the plan or of one of its scenarios. The file is only read.',
  options: { scenario: true },
  operands: 1,
  run: ([path = ''], { json, scenario }) => {
    const plan = planIn(path, typeof scenario === 'string' ? scenario : undefined)
    const run = runPlan(plan)
    if (!run.ok) throw badInput('plan-incomplete', run.error.map(({ message }) => message).join(' '))
    const { runs, ledger } = run.value
    const headline = headlineOf(plan, runs, ledger)
    const items = attention(plan, runs, ledger)
    if (json === true)
      return jsonText({
        asOf: headline.asOf,
        lastMonth: headline.lastMonth,
        scenario: scenario ?? null,
        figures: headline.figures,
        districts: runs.map(districtJson),
        attention: items,
      })
    const figures = headline.figures.map(
      ({ label, text, status, sentence }) => `${label}: ${text} (${statusWords[status]}). ${sentence}`,
    )
    return `${[...figures, '', 'Needs attention:', ...items.map(({ sentence }) => `- ${sentence}`)].join('\n')}\n`
  },
}
