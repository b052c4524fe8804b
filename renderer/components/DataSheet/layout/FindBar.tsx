import { ActionIcon, CloseButton, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import styles from '../data-sheet.module.css'
import { matchesOf, nextMatch, type FoldedTexts, type Match } from './find'
import type { SheetRow } from '../sheet-row'

type Props = {
  readonly rows: readonly SheetRow[]
  readonly texts: FoldedTexts<SheetRow>
  /** Where the search begins. */
  readonly from: Match
  /** Shows a match without taking the focus from the field. */
  readonly onMatch: (match: Match | null) => void
  readonly onClose: (at: Match | null) => void
}

/** Finds a text in the sheet: Enter and F3 go on, with Shift back, Esc goes to the cell that was found. */
export function FindBar({ rows, texts, from, onMatch, onClose }: Props) {
  const [wanted, setWanted] = useState('')
  const [at, setAt] = useState<Match | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const text = useDeferredValue(wanted)
  const matches = useMemo(() => matchesOf(rows, text, texts), [rows, text, texts])
  useEffect(() => input.current?.focus(), [])
  const go = (step: 1 | -1): void => {
    const next = matches[nextMatch(matches, at ?? { ...from, column: from.column - step }, step)] ?? null
    setAt(next)
    onMatch(next)
  }
  const position = at ? matches.findIndex(({ row, column }) => row === at.row && column === at.column) : -1
  const count = matches.length.toLocaleString('en-US')
  const words =
    text.trim() === '' ? '' : matches.length === 0 ? 'Not found' : `${position === -1 ? '–' : position + 1} of ${count}`
  return (
    <div className={styles['find']} role="search" aria-label="Find in this table">
      <TextInput
        ref={input}
        size="xs"
        w={240}
        placeholder="Find in this table"
        aria-label="Find in this table"
        value={wanted}
        onChange={(event) => {
          setWanted(event.currentTarget.value)
          setAt(null)
          onMatch(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'F3') go(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') onClose(at)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <span className={styles['findCount']} aria-live="polite">
        {words}
      </span>
      <ActionIcon size={26} variant="subtle" color="gray" aria-label="Previous match" onClick={() => go(-1)}>
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon size={26} variant="subtle" color="gray" aria-label="Next match" onClick={() => go(1)}>
        <IconChevronDown size={16} />
      </ActionIcon>
      <CloseButton size={26} aria-label="Close the search" onClick={() => onClose(at)} />
    </div>
  )
}
