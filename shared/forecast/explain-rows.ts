import { formatValue } from '../plan/format-value'
import type { Plan } from '../plan/plan'
import type { TableName } from '../plan/table-name'
import { tableOf, type AnyRow } from '../plan/tables'
import { countWords, kindWords, nameOf } from '../plan/words'
import type { ExplainQuestion } from './explain-question'
import { bySize, line, summed, type Explanation, type ExplanationLine } from './explanation'
import { rowFigureKeys, rowFigures, type RowFigureKey } from './row-figures'

type OfRow = Extract<ExplainQuestion, { kind: 'rowFigure' }>
type OfColumn = Extract<ExplainQuestion, { kind: 'columnTotal' }>

/** What one computed cell of a sheet is made of. */
export function explainRowFigure(plan: Plan, { key, id }: OfRow): Explanation {
  const { table, label, how, lines, print: short, printExactly: print = short } = rowFigures[key]
  const part = summed('What it is made of', lines(plan, id), print)
  return {
    title: `${label(plan)}, ${nameOf(plan, table, id)}`,
    value: print(part.total?.amount ?? 0),
    how: how(plan),
    parts: [part],
    roundings: [],
    sources: [],
  }
}

/** A column as its total needs it: what it is called, what a row has in it, and how that is printed. */
type Summand = {
  readonly label: string
  readonly print: (amount: number) => string
  /** Null where the row has nothing in it. */
  readonly amountOf: (row: AnyRow) => number | null
  readonly question: (id: string) => ExplainQuestion | null
}

const isRowFigure = (table: TableName, key: string): key is RowFigureKey =>
  rowFigureKeys.some((name) => name === key && rowFigures[name].table === table)

function summandOf(plan: Plan, table: TableName, key: string): Summand {
  if (isRowFigure(table, key)) {
    const { label, print: short, printExactly: print = short, valuesOf } = rowFigures[key]
    const values = valuesOf(plan)
    return {
      label: label(plan),
      print,
      amountOf: ({ id }) => values.get(id) ?? 0,
      question: (id) => ({ kind: 'rowFigure', key, id }),
    }
  }
  const field = tableOf(table).fields[key]
  if (!field) throw new Error(`The table ${table} has no column ${key}`)
  return {
    label: field.label,
    print: (amount) => formatValue(field, amount),
    amountOf: (row) => {
      const value = row[key]
      return typeof value === 'number' ? value : null
    },
    question: () => null,
  }
}

const mostLines = 500

/** The largest lines; the others as one, so that all of them still add up. */
function withRest(lines: readonly ExplanationLine[], print: (amount: number) => string): ExplanationLine[] {
  const sorted = bySize(lines)
  const rest = sorted.slice(mostLines)
  if (rest.length === 0) return sorted
  const amount = rest.reduce((sum, one) => sum + (one.amount ?? 0), 0)
  return [
    ...sorted.slice(0, mostLines),
    line(`${rest.length.toLocaleString('en-US')} smaller ones`, print(amount), { amount }),
  ]
}

/** What the total or a subtotal of a sheet's column is made of: the rows that it adds up, the largest first. */
export function explainColumnTotal(plan: Plan, { table, key, ids, of }: OfColumn): Explanation {
  const { label, print, amountOf, question } = summandOf(plan, table, key)
  const rows = ids.flatMap((id): AnyRow[] => {
    const row: AnyRow | undefined = plan[table].get(id)
    return row ? [row] : []
  })
  const lines = rows.flatMap((row): ExplanationLine[] => {
    const amount = amountOf(row)
    if (amount === null) return []
    const { id } = row
    return [line(nameOf(plan, table, id), print(amount), { amount, rows: [{ table, id }], question: question(id) })]
  })
  const without = rows.length - lines.length
  const part = summed(tableOf(table).label, withRest(lines, print), print)
  return {
    title: `${label}, ${of ?? countWords(table, rows.length)}`,
    value: print(part.total?.amount ?? 0),
    how: `What stands in the column “${label}” for each ${kindWords(table)} that the table shows, added up.${
      without === 0 ? '' : ` ${countWords(table, without)} without a figure add nothing.`
    }`,
    parts: [part],
    roundings: [],
    sources: [],
  }
}
