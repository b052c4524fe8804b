import { Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ChoiceEditor, NumberEditor } from './entry'
import { readTyped, typedText } from './typed-number'

type NumberProps = {
  readonly label: string
  readonly editor: NumberEditor
  /** The number that is kept; null: empty. */
  readonly kept: number | null
  /** What the number counts, where that is short enough to stand in the field. */
  readonly unit?: string
  /** Stands in the empty field. */
  readonly placeholder?: string
  readonly isLocked: boolean
  /** What is wrong with a number that is in range by itself; null: nothing. */
  readonly check?: (kept: number) => string | null
  /** Keeps a number; null where the field was emptied and may be. Answers when it is kept. */
  readonly onKeep: (kept: number | null) => Promise<unknown>
  readonly canBeEmpty?: boolean
}

/** A number with its unit. What is out of range stays in the field, with what is allowed, until it is mended or Esc is pressed. */
export function NumberField(props: NumberProps) {
  const { label, editor, kept, placeholder, isLocked, unit = '', canBeEmpty = false } = props
  const behind = editor.suffix === '' ? unit : editor.suffix
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const drop = (): void => {
    setDraft(null)
    setProblem(null)
  }
  const keep = (): void => {
    if (draft === null) return
    if (canBeEmpty && draft.trim() === '') return void props.onKeep(null).then(drop)
    const read = readTyped(editor, label, draft)
    const wrong = read.ok ? (props.check?.(read.value) ?? null) : read.error
    if (wrong !== null || !read.ok) return setProblem(wrong)
    if (read.value === kept) drop()
    else void props.onKeep(read.value).then(drop)
  }
  return (
    <TextInput
      aria-label={label}
      value={draft ?? (kept === null ? '' : typedText(editor, kept))}
      {...(placeholder === undefined ? {} : { placeholder })}
      readOnly={isLocked}
      error={problem}
      inputMode="decimal"
      maxLength={40}
      leftSection={editor.prefix === '' ? undefined : <Unit words={editor.prefix} />}
      rightSection={behind === '' ? undefined : <Unit words={behind} />}
      {...(behind.length > 2 ? { rightSectionWidth: 64 } : {})}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape') drop()
      }}
    />
  )
}

const Unit = ({ words }: { readonly words: string }) => (
  <Text size="sm" c="dimmed" aria-hidden>
    {words}
  </Text>
)

type ChoiceProps = {
  readonly label: string
  readonly editor: ChoiceEditor
  readonly kept: string
  readonly isLocked: boolean
  readonly onKeep: (kept: string) => Promise<unknown>
}

/** One of some options. */
export function ChoiceField({ label, editor, kept, isLocked, onKeep }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      data={[...editor.options]}
      value={kept}
      allowDeselect={false}
      readOnly={isLocked}
      comboboxProps={{ withinPortal: true }}
      onChange={(value) => value !== null && value !== kept && void onKeep(value)}
    />
  )
}
