import { Textarea, TextInput } from '@mantine/core'
import type { Value } from '@shared/plan/field'
import { formatValue } from '@shared/plan/format'
import { useState, type KeyboardEvent } from 'react'
import { useSheetHost } from '../DataSheet/sheet-host'
import { DayField } from './DayField'
import { useFieldCommit, type FormField } from './use-field-commit'

/** A field that is typed: committed when it is left or Enter is pressed; Esc puts back what the plan holds. */
export function TypedField(props: FormField) {
  const { field, fieldKey, row } = props
  const host = useSheetHost()
  const { error, dropError, take } = useFieldCommit(props)
  const [typed, setTyped] = useState<string | null>(null)
  const held = formatValue(field, row[fieldKey] as Value, host.names)
  const isLong = field.kind === 'text' && (field.isMultiline || field.maxLength > 200)
  const leave = async (): Promise<void> => {
    if (typed === null || !(await take({ text: typed }))) return
    // what was typed on meanwhile stays
    setTyped((now) => (now === typed ? null : now))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // what the plan holds already has nothing to be put back
    if (event.key === 'Escape' && ((typed !== null && typed !== held) || error !== null)) {
      event.preventDefault()
      setTyped(null)
      dropError()
    }
    if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void leave()
    }
  }
  const unit = field.kind === 'number' ? field.unit : ''
  const isSaid = unit === '' || field.label.toLowerCase().includes(unit.toLowerCase())
  const common = {
    label: isSaid ? field.label : `${field.label} (${unit})`,
    description: field.help,
    error,
    withAsterisk: field.required,
    readOnly: host.isLocked,
    size: 'xs' as const,
    value: typed ?? held,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped(event.currentTarget.value),
    onBlur: () => void leave(),
    onKeyDown,
  }
  if (field.kind === 'day') {
    const put = (text: string, isDone: boolean): void => {
      setTyped(text)
      if (isDone) void take({ text }).then((isTaken) => isTaken && setTyped(null))
    }
    return <DayField of={props} input={common} onText={put} />
  }
  return isLong ? <Textarea {...common} autosize minRows={2} maxRows={10} /> : <TextInput {...common} />
}
