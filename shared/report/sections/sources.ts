import {
  explainable,
  explainFigure,
  type Explanation,
  type ExplanationLine,
  type ExplainQuestion,
} from '../../forecast/explain'
import type { Plan } from '../../plan/plan'
import { tableNames } from '../../plan/table-name'
import { tableOf, type AnyRow } from '../../plan/tables'
import { countWords, lookupOf, nameOfRow } from '../../plan/words'
import { paragraph, table } from '../blocks'
import { keptFigures } from '../last-report'
import type { Block, FigurePlace, ReportCell, ReportSection } from '../report'
import type { PlanFacts, ReportFacts } from '../report-input'
import { withoutFunds } from './money'

/** A figure of the report with what explains it. */
type Explained = {
  readonly label: string
  readonly text: string
  readonly explanation: Explanation
  readonly standsAt: FigurePlace | null
}

/** The row of the report in which a figure is printed. */
const placeOf = (question: ExplainQuestion, label: string): FigurePlace | null => {
  switch (question.kind) {
    case 'figure':
      return { sectionId: keptFigures.includes(question.key) ? 'summary' : 'notes', row: label }
    case 'costOfYear':
      return { sectionId: 'money', row: String(question.fiscalYear) }
    case 'paidByFund':
      return { sectionId: 'money', row: label }
    case 'unfunded':
      return { sectionId: 'money', row: withoutFunds }
    default:
      return null
  }
}

/** Lines behind one figure that are written out; the rest is counted. */
const mostLines = 60

const explainedOf = (facts: PlanFacts): Explained[] =>
  explainable(facts).flatMap(({ heading, lines }, at) =>
    lines.flatMap(({ label, text, question }) => {
      if (question === null) return []
      const name = at === 0 ? label : `${heading}: ${label}`
      return [{ label: name, text, explanation: explainFigure(facts, question), standsAt: placeOf(question, label) }]
    }),
  )

const linesOf = ({ parts, sources }: Explanation): readonly ExplanationLine[] => [
  ...parts.flatMap(({ lines }) => lines),
  ...sources,
]

/** "Positions: 10 positions, Staff by school: 40 staff groups": which sheets of the exported tables the rows stand on. */
const rowsUsed = (explanation: Explanation): string => {
  const rows = linesOf(explanation).flatMap((line) => line.rows)
  return tableNames
    .flatMap((name) => {
      const count = new Set(rows.filter((row) => row.table === name).map(({ id }) => id)).size
      return count === 0 ? [] : [`${tableOf(name).label}: ${countWords(name, count)}`]
    })
    .join('; ')
}

const howTable = (explained: readonly Explained[]): Block[] =>
  table({
    id: 'how-figures',
    title: 'How each figure is worked out',
    columns: [
      { label: 'Figure', kind: 'text' },
      { label: 'Value', kind: 'text' },
      { label: 'How it is worked out', kind: 'longText' },
      { label: 'Rows of the plan that it uses', kind: 'longText' },
      { label: 'Settings and rates behind it', kind: 'longText' },
    ],
    rows: explained.map(({ label, text, explanation }) => [
      label,
      text,
      [explanation.how, ...explanation.roundings].join(' '),
      rowsUsed(explanation) || 'The whole forecast, and with it all schools, staff, components and funds',
      explanation.sources.map((source) => `${source.label}: ${source.text}`).join('; '),
    ]),
    standsAt: explained.map(({ standsAt }) => standsAt),
  })

const namesIn = (plan: Plan, { rows }: ExplanationLine): string =>
  rows
    .map(({ table: name, id }) => {
      const row: AnyRow | undefined = plan[name].get(id)
      return row ? `${nameOfRow(lookupOf(plan), name, row)} (${tableOf(name).label})` : ''
    })
    .filter((text) => text !== '')
    .join('; ')

const behind = (plan: Plan, { label, explanation }: Explained): ReportCell[][] => {
  const rows = explanation.parts.flatMap(({ heading, lines, total }) => [
    ...lines.map((line): ReportCell[] => [label, heading, line.label, line.text, namesIn(plan, line)]),
    ...(total ? [[label, heading, total.label, total.text, '']] : []),
  ])
  const left = rows.length - mostLines
  return left > 0 ? [...rows.slice(0, mostLines), [label, '', `and ${left} more lines`, '', '']] : rows
}

const behindTable = ({ plan }: PlanFacts, explained: readonly Explained[]): Block[] =>
  table({
    id: 'behind-figures',
    title: 'What stands behind each figure',
    columns: [
      { label: 'Figure', kind: 'text' },
      { label: 'Part', kind: 'text' },
      { label: 'Line', kind: 'longText' },
      { label: 'Value', kind: 'text' },
      { label: 'Comes from', kind: 'longText' },
    ],
    rows: explained.flatMap((each) => behind(plan, each)),
  })

/**
 * Where the figures come from, in Excel's own terms: figure, formula in words, rows used. The lines behind them name
 * rows, some of them posts with codes and small groups, so only the cabinet and the team get them.
 */
export const sourcesSection = ({ subject, options }: ReportFacts): ReportSection => {
  const explained = explainedOf(subject)
  const isOpen = options.audience === 'cabinet' || options.audience === 'team'
  return {
    id: 'sources',
    name: 'Sources',
    title: 'Every figure, how it is worked out, and the rows of the plan that it uses',
    blocks: [
      paragraph(
        'A figure in blue leads to where it stands in this report. The rows stand on the sheets of the same names in the file that “Export all tables to Excel” writes.',
      ),
      ...howTable(explained),
      ...(isOpen ? behindTable(subject, explained) : []),
    ],
  }
}
