import { ActionIcon, Tooltip } from '@mantine/core'
import type { Field } from '@shared/plan/field'
import type { TableName } from '@shared/plan/table-name'
import { tableOf, type AnyRow } from '@shared/plan/tables'
import { IconArrowUpRight, IconNote, IconNotes } from '@tabler/icons-react'
import { useSheetHost, type RowPlace } from '../DataSheet/sheet-host'
import { ListField } from './ListField'
import { PickedField, YesNoField } from './PickedField'
import styles from './row-form.module.css'
import { TypedField } from './TypedField'
import type { FormField } from './use-field-commit'

type Props = {
  readonly table: TableName
  readonly row: AnyRow
  /** Fields that are not shown. */
  readonly without?: readonly string[]
  /** How many notes there are on a field, by its key. */
  readonly noteCounts: ReadonlyMap<string, number>
  /** Leads to the notes on a field. */
  readonly onNotes: (fieldKey: string) => void
  /** Leads to the row that a field refers to. */
  readonly onGo: (place: RowPlace) => void
}

const none: readonly string[] = []

/** Every field of a row, each with its help and an editor of its kind, made from the table's definition. */
export function RowForm({ table, row, without = none, ...acts }: Props) {
  return (
    <div className={styles['form']}>
      {Object.entries(tableOf(table).fields)
        .filter(([key]) => !without.includes(key))
        .map(([key, field]) => (
          // a form of another row begins anew: nothing that was typed into this one goes there
          <div key={`${row.id} ${key}`} className={styles['field']}>
            <Editor table={table} row={row} fieldKey={key} field={field} />
            <FieldActs field={field} fieldKey={key} value={row[key]} {...acts} />
          </div>
        ))}
    </div>
  )
}

function Editor(props: FormField) {
  const { field } = props
  switch (field.kind) {
    case 'choice':
    case 'reference':
      return <PickedField {...props} />
    case 'yesNo':
      return <YesNoField {...props} />
    case 'list':
      return <ListField {...props} field={field} />
    default:
      return <TypedField {...props} />
  }
}

type ActsProps = Pick<Props, 'noteCounts' | 'onNotes' | 'onGo'> & {
  readonly field: Field
  readonly fieldKey: string
  readonly value: unknown
}

/** The small buttons beside a field's label: to the row it names, and to its notes. */
function FieldActs({ field, fieldKey, value, noteCounts, onNotes, onGo }: ActsProps) {
  const { names, isLocked } = useSheetHost()
  const count = noteCounts.get(fieldKey) ?? 0
  const notes = count === 0 ? `Add a note on ${field.label}` : `Notes on ${field.label}: ${count}`
  return (
    <div className={styles['acts']}>
      {field.kind === 'reference' && typeof value === 'string' && (
        <Act
          words={`Go to ${names.nameOf(field.table, value)}`}
          onClick={() => onGo({ table: field.table, id: value })}
        >
          <IconArrowUpRight size={15} />
        </Act>
      )}
      {(count > 0 || !isLocked) && (
        <Act words={notes} isStrong={count > 0} onClick={() => onNotes(fieldKey)}>
          {count > 0 ? <IconNotes size={15} /> : <IconNote size={15} />}
        </Act>
      )}
    </div>
  )
}

type ActProps = {
  readonly words: string
  readonly isStrong?: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function Act({ words, isStrong = false, onClick, children }: ActProps) {
  return (
    <Tooltip label={words}>
      <ActionIcon
        variant="subtle"
        size={24}
        aria-label={words}
        onClick={onClick}
        {...(isStrong ? {} : { color: 'gray' })}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
