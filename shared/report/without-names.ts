import { decisionWords } from './sections/summary'
import { phraseAt, phrasesOf, wordsIn, type Offices, type Word } from './office-names'
import type { Block, Report, ReportCell, ReportChart, ReportSection, ReportTable } from './report'

/** What stands for a name within a sentence. */
export const leftOut = '[name left out]'

/** Months as they are written: "May" is a first name too. */
const months = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec'.split(
    ' ',
  ),
)

/** What a name alone has to have, so that no article and no initial is taken for one. */
const isLongEnough = (word: Word): boolean =>
  word.text.length >= 3 || (/\p{N}/u.test(word.text) && word.text.length > 1)

/**
 * Replaces names in any text: whole ones however they are written, single parts of them as they are written, unless the part is
 * a month, a word of a school's name, or an ordinary word that `texts` have in small letters.
 */
export function nameEraser({ names, placeWords }: Offices, texts: readonly string[]): (text: string) => string {
  if (names.size === 0) return (text) => text
  const ordinary = new Set(texts.flatMap((text) => text.match(/\p{Ll}[\p{L}'’-]*/gu) ?? []))
  const named = [...names].map(wordsIn)
  const whole = phrasesOf([...names].filter((_, at) => (named[at]?.length ?? 0) > 1))
  const single = new Set(
    named.flatMap((words) =>
      words
        .filter((word) => isLongEnough(word) && /[\p{Lu}\p{N}]/u.test(word.text))
        .filter(({ key }) => !months.has(key) && !placeWords.has(key) && !ordinary.has(key))
        .map(({ text }) => text),
    ),
  )
  return (text) => {
    const words = wordsIn(text)
    let rest = 0
    let clean = ''
    for (let at = 0; at < words.length;) {
      const length = Math.max(phraseAt(whole, words, at), single.has(words[at]?.text ?? '') ? 1 : 0)
      const [first, last] = [words[at], words[at + length - 1]]
      if (length > 0 && first && last) {
        clean += `${text.slice(rest, first.from)}${leftOut}`
        rest = last.to
      }
      at += Math.max(1, length)
    }
    return clean === '' ? text : `${clean}${text.slice(rest)}`.replaceAll(`${leftOut} ${leftOut}`, leftOut)
  }
}

type Change = (text: string) => string

const cellWith = (cell: ReportCell, change: Change): ReportCell => (typeof cell === 'string' ? change(cell) : cell)

const tableWith = (table: ReportTable, change: Change): ReportTable => ({
  ...table,
  title: change(table.title),
  columns: table.columns.map((column) => ({ ...column, label: change(column.label) })),
  rows: table.rows.map((row) => row.map((cell) => cellWith(cell, change))),
  note: table.note === null ? null : change(table.note),
  ...(table.standsAt ? { standsAt: table.standsAt.map((at) => at && { ...at, row: change(at.row) }) } : {}),
})

const chartWith = (chart: ReportChart, change: Change): ReportChart => ({
  ...chart,
  title: change(chart.title),
  summary: change(chart.summary),
  x: { ...chart.x, values: chart.x.kind === 'text' ? chart.x.values.map(change) : chart.x.values },
  series: chart.series.map((series) => ({ ...series, label: change(series.label) })),
  ...(chart.bands ? { bands: chart.bands.map((band) => ({ ...band, label: change(band.label) })) } : {}),
})

const blockWith = (block: Block, change: Change): Block => {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: change(block.text) }
    case 'statusLines':
      return { ...block, lines: block.lines.map((line) => ({ ...line, sentence: change(line.sentence) })) }
    case 'chart':
      return { ...block, chart: chartWith(block.chart, change) }
    case 'table':
      return { ...block, table: tableWith(block.table, change) }
    case 'terms':
      return { ...block, terms: block.terms.map(({ word, text }) => ({ word: change(word), text: change(text) })) }
    case 'steps':
    default:
      return { ...block, steps: block.steps.map(change) }
  }
}

const sectionWith = (section: ReportSection, change: Change): ReportSection => ({
  ...section,
  title: change(section.title),
  blocks: section.blocks.map((block) => blockWith(block, change)),
})

const reportWith = (report: Report, change: Change): Report => ({
  ...report,
  scenario: report.scenario === null ? null : change(report.scenario),
  sections: report.sections.map((section) => sectionWith(section, change)),
  sources: sectionWith(report.sources, change),
})

/**
 * The report without any name that the plan holds, wherever it stands in a sentence. What the planner types for this very report, the
 * decision that is asked and whom to ask, stays as it is.
 */
export function withoutNames(report: Report, offices: Offices, typed: string | null): Report {
  const texts: string[] = []
  reportWith(report, (text) => {
    texts.push(text)
    return text
  })
  const erase = nameEraser(offices, texts)
  return reportWith(report, (text) => (typed !== null && text === `${decisionWords}${typed}` ? text : erase(text)))
}
