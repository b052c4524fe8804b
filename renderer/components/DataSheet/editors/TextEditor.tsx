import type { Field } from '@shared/plan/field'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { isNumeric } from '../columns'
import styles from './editors.module.css'
import type { EditStart } from '../edit-opening'

export type EditorProps = {
  readonly label: string
  readonly field: Field
  /** What the cell says. */
  readonly text: string
  readonly start: EditStart
}

type Props = EditorProps & { readonly onText: (text: string) => void }

const examples: Partial<Record<Field['kind'], string>> = {
  share: '45%',
  money: '$1,200 or =1200*1.03',
}

/** Types a cell's value as text; it is read when the cell is closed. */
export function TextEditor({ label, field, text, start, onText }: Props) {
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const isLong = field.kind === 'text' && field.isMultiline
  useLayoutEffect(() => {
    input.current?.focus()
    const end = input.current?.value.length ?? 0
    input.current?.setSelectionRange(end, end)
  }, [])
  const breakLine = (event: KeyboardEvent): void => {
    const at = input.current
    if (!isLong || !at || event.key !== 'Enter' || !event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    at.setRangeText('\n', at.selectionStart, at.selectionEnd, 'end')
    onText(at.value)
  }
  const common = {
    ref: input,
    className: styles['editor'],
    'aria-label': label,
    'data-numeric': isNumeric(field) || undefined,
    defaultValue: start === 'key' ? '' : text,
    placeholder: examples[field.kind],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onText(event.currentTarget.value),
  }
  return isLong ? <textarea {...common} rows={1} onKeyDown={breakLine} /> : <input {...common} type="text" />
}
