import { MultiSelect, TagsInput } from '@mantine/core'
import { sameValue } from '@shared/plan/canonical'
import type { ListField as Definition } from '@shared/plan/field'
import { rowsOf } from '@shared/plan/plan'
import type { AnyRow } from '@shared/plan/tables'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useSheetHost, type SheetHost } from '../DataSheet/sheet-host'
import { useFieldCommit, type FormField } from './use-field-commit'

const shownOptions = 60

type Option = { readonly value: string; readonly label: string }

function choicesOf({ item }: Definition, { plan, names }: Pick<SheetHost, 'plan' | 'names'>): Option[] {
  if (item.kind === 'choice') return Object.entries(item.options).map(([value, label]) => ({ value, label }))
  if (item.kind === 'text') return []
  const { table } = item
  const rows: readonly AnyRow[] = rowsOf(plan, table)
  return rows.map(({ id }) => ({ value: id, label: names.nameOf(table, id) }))
}

const asList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

type Props = FormField & { readonly field: Definition }

/** A field that holds several: rows, options or words. What was picked is one commit when the field is left. */
export function ListField(props: Props) {
  const { field, fieldKey, row } = props
  const host = useSheetHost()
  const { plan, names, isLocked } = host
  const { error, dropError, take } = useFieldCommit(props)
  const [picked, setPicked] = useState<readonly string[] | null>(null)
  const isInside = useRef(false)
  const data = useMemo(() => choicesOf(field, { plan, names }), [field, plan, names])
  const commit = async (next: readonly string[]): Promise<void> => {
    if (await take({ value: next })) setPicked((now) => (now !== null && sameValue(now, next) ? null : now))
  }
  const common = {
    label: field.label,
    description: field.help,
    error,
    readOnly: isLocked,
    size: 'xs' as const,
    value: [...(picked ?? asList(row[fieldKey]))],
    onChange: (next: string[]) => {
      setPicked(next)
      // an entry that is taken away with the pointer leaves no field that could be left later
      if (!isInside.current) void commit(next)
    },
    onFocus: () => (isInside.current = true),
    onBlur: () => {
      isInside.current = false
      if (picked !== null) void commit(picked)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || (picked === null && error === null)) return
      event.preventDefault()
      setPicked(null)
      dropError()
    },
    comboboxProps: { withinPortal: true },
  }
  if (field.item.kind === 'text') return <TagsInput {...common} placeholder={isLocked ? '' : 'Type and press Enter'} />
  return (
    <MultiSelect
      {...common}
      data={data}
      searchable
      hidePickedOptions
      openOnFocus={false}
      limit={shownOptions}
      nothingFoundMessage="Nothing by that name"
    />
  )
}
