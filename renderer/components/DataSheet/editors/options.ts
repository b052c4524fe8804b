import type { Field, ListField } from '@shared/plan/field'
import type { Names } from '@shared/plan/format'
import { addMonths, monthWords } from '@shared/plan/month'
import { foldText } from '@shared/plan/names'
import { planRow, rowsOf, type Plan } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import type { AnyRow } from '@shared/plan/tables'

/** One entry of a pick list, with its words folded for comparing. */
export type Option = { readonly value: string | boolean; readonly label: string; readonly folded: string }

const option = (value: string | boolean, label: string): Option => ({ value, label, folded: foldText(label) })

// a pick list is asked for with every key that is typed into it, and made once for the plan that is shown
const byNames = new WeakMap<Names, Map<TableName, readonly Option[]>>()

function rowOptions(table: TableName, plan: Plan, names: Names): readonly Option[] {
  const known = byNames.get(names) ?? new Map<TableName, readonly Option[]>()
  byNames.set(names, known)
  const found = known.get(table)
  if (found) return found
  const rows: readonly AnyRow[] = rowsOf(plan, table)
  const options = rows.map(({ id }) => option(id, names.nameOf(table, id)))
  known.set(table, options)
  return options
}

const choiceOptions = (options: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(options).map(([value, label]) => option(value, label))

/** The months that a plan looks at, with a year before and after. */
function monthOptions(plan: Plan): readonly Option[] {
  const row = planRow(plan)
  if (!row) return []
  return Array.from({ length: row.horizonMonths + 24 }, (_, i) => {
    const month = addMonths(row.startMonth, i - 12)
    return option(month, monthWords(month))
  })
}

/** What a pick list offers for a field of one value; null where the value is typed. */
export function optionsOf(field: Field, plan: Plan, names: Names): readonly Option[] | null {
  switch (field.kind) {
    case 'choice':
      return choiceOptions(field.options)
    case 'yesNo':
      return [option(true, 'Yes'), option(false, 'No')]
    case 'reference':
      return rowOptions(field.table, plan, names)
    case 'month':
      return monthOptions(plan)
    default:
      return null
  }
}

/** What can be picked into a list; empty where its items are free words. */
export function itemOptions(field: ListField, plan: Plan, names: Names): readonly Option[] {
  if (field.item.kind === 'reference') return rowOptions(field.item.table, plan, names)
  return field.item.kind === 'choice' ? choiceOptions(field.item.options) : []
}

/** What fits typed words: names that begin with them first, then those that hold them. */
export function matching(options: readonly Option[], typed: string): readonly Option[] {
  const wanted = foldText(typed)
  if (wanted === '') return options
  const begins = options.filter(({ folded }) => folded.startsWith(wanted))
  const holds = options.filter(({ folded }) => !folded.startsWith(wanted) && folded.includes(wanted))
  return [...begins, ...holds]
}

/** As many entries as are drawn at once; the others come up when more is typed. */
export const mostShown = 100
