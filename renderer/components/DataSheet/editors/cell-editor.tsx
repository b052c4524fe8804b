import type { Value } from '@shared/plan/field'
import type { Names } from '@shared/plan/format'
import type { Plan } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import { kindWords } from '@shared/plan/words'
import type { RenderEditCellProps } from 'react-data-grid'
import { textOfCell } from '../cell-text'
import type { FieldColumn } from '../columns'
import type { EditOpening } from '../edit-opening'
import { namedBy } from '../edits'
import { draftOf, type Draft, type SheetRow, type TotalsRow } from '../sheet-row'
import { openingDay, schoolNote } from './day-context'
import { DayEditor } from './DayEditor'
import { ListEditor } from './ListEditor'
import { MultiEditor } from './MultiEditor'
import { itemOptions, optionsOf } from './options'
import { TextEditor } from './TextEditor'

export type EditorContext = {
  readonly table: TableName
  /** The plan and names as they are when the cell is opened. */
  readonly now: () => { readonly plan: Plan; readonly names: Names }
  readonly opening: EditOpening
  /** Today, `YYYY-MM-DD`. */
  readonly today: () => string
}

/** The editor of a column's cells, by the kind of its field. */
export function cellEditor(column: FieldColumn, { table, now, opening, today }: EditorContext) {
  const { key, field, label } = column
  return ({ row, onRowChange }: RenderEditCellProps<SheetRow, TotalsRow>) => {
    const { plan, names } = now()
    const draft = (next: Draft, isDone = false): void => onRowChange({ ...row, [draftOf]: next }, isDone)
    const value = row[key] as Value
    const common = { label, start: opening.how() }
    if (field.kind === 'list') {
      const list = {
        options: itemOptions(field, plan, names),
        picked: Array.isArray(value) ? (value as readonly string[]) : [],
        isFree: field.item.kind === 'text',
        onPicked: (picked: readonly string[]) => draft({ key, value: picked }),
        onText: (text: string) => draft({ key, text }),
      }
      return <MultiEditor {...common} {...list} />
    }
    const text = textOfCell(column, row, names)
    if (field.kind === 'day') {
      const day = typeof value === 'string' ? value : null
      const about = { day, today: today(), opensAt: openingDay(table, row, today()), noteOn: schoolNote(plan) }
      return <DayEditor {...common} {...about} fieldKey={key} onDraft={draft} />
    }
    const options = optionsOf(field, plan, names)
    if (!options) {
      return <TextEditor {...common} field={field} text={text} onText={(typed) => draft({ key, text: typed })} />
    }
    const current = options.find((option) => option.value === value) ?? null
    const newKind = field.kind === 'reference' && namedBy(field.table) !== null ? kindWords(field.table) : null
    const list = { fieldKey: key, options, current, text, newKind, onDraft: draft }
    return <ListEditor {...common} {...list} />
  }
}
