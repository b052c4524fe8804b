import { Checkbox, Select } from '@mantine/core'
import { useMemo } from 'react'
import { optionsOf } from '../DataSheet/editors/options'
import { useSheetHost } from '../DataSheet/sheet-host'
import { useFieldCommit, type FormField } from './use-field-commit'

// a list of thousands of names is searched, never scrolled through
const shownOptions = 60

/** A field that is picked from a list: one of its options, or a row that it refers to, found by typing. */
export function PickedField(props: FormField) {
  const { field, fieldKey, row } = props
  const { plan, names, isLocked } = useSheetHost()
  const { error, take } = useFieldCommit(props)
  const data = useMemo(
    () => (optionsOf(field, plan, names) ?? []).map(({ value, label }) => ({ value: String(value), label })),
    [field, plan, names],
  )
  const value = row[fieldKey]
  return (
    <Select
      label={field.label}
      description={field.help}
      error={error}
      withAsterisk={field.required}
      readOnly={isLocked}
      size="xs"
      data={data}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => void take({ value: next })}
      searchable
      openOnFocus={false}
      limit={shownOptions}
      allowDeselect={false}
      clearable={!field.required && !isLocked}
      clearButtonProps={{ 'aria-label': `Empty ${field.label}` }}
      nothingFoundMessage="Nothing by that name"
      comboboxProps={{ withinPortal: true }}
    />
  )
}

/** A field that is either so or not. */
export function YesNoField(props: FormField) {
  const { field, fieldKey, row } = props
  const { isLocked } = useSheetHost()
  const { error, take } = useFieldCommit(props)
  return (
    <Checkbox
      label={field.label}
      description={field.help}
      error={error}
      size="xs"
      checked={row[fieldKey] === true}
      disabled={isLocked}
      onChange={(event) => void take({ value: event.currentTarget.checked })}
    />
  )
}
