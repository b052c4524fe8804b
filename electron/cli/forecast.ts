import { attention } from '@shared/forecast/attention'
import { headlineOf } from '@shared/forecast/headline'
import { movesOf, runPlan, type DistrictRun } from '@shared/forecast/run'
import { statusWords } from '@shared/forecast/status'
import { districtSeries, measures } from '@shared/model/trajectory'
import { addMonths } from '@shared/plan/month'
import { jsonText, type Command } from './command'
import { costSentence, drawn, drawsAsked, drawsJson, drawsSentence } from './draws'
import { badInput } from './failure'
import { foundPlan } from './plan-file'

const districtJson = ({ compiled, trajectory, forecast }: DistrictRun) => ({
  id: forecast.districtId,
  name: forecast.name,
  start: forecast.start,
  atScaleMonth: forecast.atScaleMonth,
  isAtScaleAtEnd: forecast.isAtScaleAtEnd,
  phases: forecast.phases.map(({ month, ...answer }) => ({ month: addMonths(forecast.start, month), ...answer })),
  weakest: [...districtSeries(trajectory, 'bottleneck')],
  fidelity: [...districtSeries(trajectory, 'fidelity')],
  series: Object.fromEntries(measures.map((measure) => [measure, [...districtSeries(trajectory, measure)]])),
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
  usage: 'forecast PLAN.rollout [--scenario NAME] [--draws N [--seed S]] [--json]',
  summary: 'Prints the figures of the Overview, of the plan or of one of its scenarios. The file is only read.',
  options: { scenario: true, draws: true, seed: true },
  operands: 1,
  run: ([path = ''], values) => {
    const { json, scenario } = values
    const asked = drawsAsked(values)
    const { plan, skipped } = foundPlan(path, typeof scenario === 'string' ? scenario : null)
    const run = runPlan(plan)
    if (!run.ok) throw badInput('plan-incomplete', run.error.map(({ message }) => message).join(' '))
    const { runs, ledger } = run.value
    const headline = headlineOf(plan, runs, ledger)
    const items = attention(plan, runs, ledger)
    const draws = asked ? drawn(plan, runs, asked) : null
    if (json === true)
      return jsonText({
        asOf: headline.asOf,
        lastMonth: headline.lastMonth,
        scenario: scenario ?? null,
        skipped,
        figures: headline.figures,
        districts: runs.map((one, at) => {
          const summary = draws?.districts[at]
          return summary && draws ? { ...districtJson(one), draws: drawsJson(summary, draws) } : districtJson(one)
        }),
        ...(draws ? { cost: draws.likely.cost } : {}),
        reorganisation: movesOf(plan, runs).map(({ move, month, sentence }) => ({ id: move.id, month, sentence })),
        attention: items,
      })
    const figures = headline.figures.map(
      ({ label, text, status, sentence }) => `${label}: ${text} (${statusWords[status]}). ${sentence}`,
    )
    const likely = runs.flatMap((one, at) => {
      const summary = draws?.districts[at]
      return summary ? [drawsSentence(one, summary)] : []
    })
    const moves = movesOf(plan, runs).map((move) => move.sentence)
    const notLaidOver = skipped.map(({ message }) => `Not part of this forecast: ${message}`)
    return `${[...notLaidOver, ...figures, ...likely, ...(draws ? [costSentence(draws)] : []), ...moves, '', 'Needs attention:', ...items.map(({ sentence }) => `- ${sentence}`)].join('\n')}\n`
  },
}
