import { groupAssumptions } from '../../forecast/assumption'
import { percent } from '../../forecast/figure'
import { statusWords } from '../../forecast/headline'
import { parameterTable } from '../../model/parameters'
import { parameterWords } from '../../model/parameter-words'
import { dayWords } from '../../plan/day'
import { monthWords } from '../../plan/month'
import { rowsOf } from '../../plan/plan'
import { settingWords } from '../../plan/setting-words'
import { settings, settingText, type SettingDefinition, type SettingKey } from '../../plan/settings'
import { tableOf } from '../../plan/tables'
import { gradeOptions } from '../../plan/tables/grade'
import { paragraph, table } from '../blocks'
import { glossary, method } from '../glossary'
import type { Block, ReportCell, ReportColumn, ReportSection } from '../report'
import type { PlanFacts, ReportFacts } from '../report-input'

const texts = (...labels: string[]): ReportColumn[] => labels.map((label) => ({ label, kind: 'text' }))

const latest = (days: readonly string[]): string => {
  const last = days.toSorted().at(-1)
  return last === undefined ? 'none entered' : dayWords(last)
}

const dataDates = ({ plan, headline }: PlanFacts, date: string): Block => {
  const dates = [
    `Report of ${dayWords(date)}.`,
    `The forecast starts in ${monthWords(headline.asOf)}.`,
    `Last observation: ${latest(rowsOf(plan, 'observation').map((row) => row.date))}.`,
    `Last capacity assessment: ${latest(rowsOf(plan, 'capacityAssessment').map((row) => row.date))}.`,
  ]
  return paragraph(dates.join(' '))
}

/** Every figure of the headline, also those that the summary leaves out. */
const figureTable = ({ headline }: PlanFacts): Block[] =>
  table({
    id: 'figures',
    title: 'All headline figures',
    columns: [...texts('Figure', 'Value', 'Status'), { label: 'What it means', kind: 'longText' }],
    isInExcelOnly: true,
    rows: headline.figures.map(({ label, text, status, sentence }) => [label, text, statusWords[status], sentence]),
  })

const assumedTable = ({ runs }: PlanFacts): Block[] =>
  table({
    id: 'assumed',
    title: 'What the plan does not say and was assumed',
    columns: [
      { label: 'About', kind: 'text' },
      { label: 'Field', kind: 'text' },
      { label: 'Assumed', kind: 'text' },
      { label: 'Why', kind: 'longText' },
      { label: 'Rows', kind: 'count' },
    ],
    rows: groupAssumptions(runs.flatMap(({ compiled }) => compiled.assumptions)).map(
      ({ table: name, field, value, count, why }): ReportCell[] => {
        const { label, fields } = tableOf(name)
        return [label, field === null ? '' : (fields[field]?.label ?? field), value, why, count]
      },
    ),
  })

/** "12 to 36 months": what both ends have behind their number is said once. */
const rangeWords = (low: string, high: string): string => {
  const [number, ...unit] = low.split(' ')
  const end = unit.join(' ')
  return end !== '' && high.endsWith(` ${end}`) ? `${number} to ${high}` : `${low} to ${high}`
}

const settingRow = ({ plan, settings: inForce }: PlanFacts, key: SettingKey): ReportCell[] => {
  const { field, value, low, high, source, grade }: SettingDefinition = settings[key]
  const own = rowsOf(plan, 'setting').find((row) => row.key === key)
  const isOwn = own !== undefined && own.value !== settingText(value)
  const range = low === null || high === null ? '' : rangeWords(settingWords(key, low), settingWords(key, high))
  return [
    field.label,
    settingWords(key, inForce[key]),
    range,
    isOwn ? (own.source ?? 'Set by the planner') : source,
    gradeOptions[isOwn ? (own.grade ?? 'C') : grade],
  ]
}

const valueColumns: readonly ReportColumn[] = [
  ...texts('Value of', 'In force', 'Plausible range'),
  { label: 'Source', kind: 'longText' },
  ...texts('How sure'),
]

/** Settings in force, with plausible range, source and grade. */
const settingTable = (facts: PlanFacts): Block[] =>
  table({
    id: 'values',
    title: 'Settings in force',
    columns: valueColumns,
    rows: (Object.keys(settings) as SettingKey[]).map((key) => settingRow(facts, key)),
  })

/** The same of the model's own parameters: too many for paper, where a sentence says how many the planner set. */
const parameterBlocks = ({ plan }: PlanFacts): Block[] => {
  const own = new Map(rowsOf(plan, 'parameter').map((row) => [row.key, row]))
  const rows = parameterTable.map((parameter): ReportCell[] => {
    const row = own.get(parameter.key)
    const range =
      parameter.kind === 'number' && parameter.low !== null && parameter.high !== null
        ? rangeWords(parameterWords(parameter, parameter.low), parameterWords(parameter, parameter.high))
        : ''
    const source = row ? (row.source ?? 'Set by the planner') : parameter.source
    return [
      parameter.label,
      parameterWords(parameter, row?.value ?? parameter.value),
      range,
      source,
      gradeOptions[row ? (row.grade ?? 'C') : parameter.grade],
    ]
  })
  const set = own.size === 0 ? 'none of them changed for this plan' : `${own.size} of them set for this plan`
  return [
    paragraph(
      `The model behind the forecast has ${parameterTable.length} more values, ${set}. The Excel form of this report lists each with its range and source, and the rows behind every figure.`,
    ),
    ...table({
      id: 'model-values',
      title: 'Model values in force',
      columns: valueColumns,
      rows,
      isInExcelOnly: true,
    }),
  ]
}

/** What the words of a status mean, with the line between them as it is set. */
const statusTerm = ({ settings: { watchMargin } }: PlanFacts): { word: string; text: string } => ({
  word: `${statusWords.onTrack}, ${statusWords.watch}, ${statusWords.offTrack}`,
  text: `At the line, or there by the end of the forecast; less than ${percent(watchMargin / 10_000)} below it; further below it.`,
})

/** Notes: data dates, all figures, assumptions with source and grade, method, glossary. */
export const notesSection = ({ subject, options }: ReportFacts): ReportSection => ({
  id: 'notes',
  name: 'Notes',
  title: 'Where the figures come from and what they rest on',
  blocks: [
    dataDates(subject, options.date),
    ...figureTable(subject),
    ...assumedTable(subject),
    ...settingTable(subject),
    ...parameterBlocks(subject),
    { kind: 'steps', title: 'How the forecast is made', steps: method },
    { kind: 'terms', title: 'Words', terms: [...glossary, statusTerm(subject)] },
  ],
})
