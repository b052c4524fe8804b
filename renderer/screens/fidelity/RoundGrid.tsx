import { ScrollArea, Table } from '@mantine/core'
import { roundKeys, type RoundKey, type RoundLine, type RoundProblem } from '@shared/forecast/evidence-round-entry'
import { pasteIntoRound } from '@shared/forecast/evidence-round-paste'
import type { Names } from '@shared/plan/format'
import { tables } from '@shared/plan/tables'
import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import { parseTsv } from '../../components/DataSheet/clipboard/tsv'
import styles from './round-grid.module.css'

type Props = {
  readonly lines: readonly RoundLine[]
  readonly problems: readonly RoundProblem[]
  readonly names: Names
  readonly onChange: (lines: readonly RoundLine[]) => void
  /** Says which pasted lines found no place. */
  readonly onMisses: (sentence: string | null) => void
}

const fields = tables.observation.fields

function missesWords(misses: readonly string[]): string | null {
  if (misses.length === 0) return null
  const named = misses.slice(0, 3).map((miss) => `“${miss}”`)
  const more = misses.length > named.length ? ` and ${misses.length - named.length} more` : ''
  return `No school and component of this round for: ${named.join(', ')}${more}. The other lines were pasted.`
}

/** A line for each school and component, its figures typed or pasted as a block. */
export function RoundGrid({ lines, problems, names, onChange, onMisses }: Props) {
  const grid = useRef<HTMLTableElement>(null)
  const put = (at: number, key: RoundKey, text: string): void =>
    onChange(lines.map((line, place) => (place === at ? { ...line, texts: { ...line.texts, [key]: text } } : line)))
  const paste = (event: ClipboardEvent, line: number, key: RoundKey): void => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    const pasted = pasteIntoRound(lines, parseTsv(text), { line, key }, names)
    onChange(pasted.lines)
    onMisses(missesWords(pasted.misses))
  }
  const move = (event: KeyboardEvent, line: number, key: RoundKey): void => {
    const step = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : 1
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    grid.current?.querySelector<HTMLInputElement>(`[data-cell="${line + step} ${key}"]`)?.focus()
  }
  return (
    <ScrollArea.Autosize
      mah={460}
      type="auto"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Lines of the round' }}
    >
      <Table
        ref={grid}
        withTableBorder
        withColumnBorders
        stickyHeader
        fz="sm"
        verticalSpacing={0}
        aria-label="Lines of the round"
        className={styles['grid'] ?? ''}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">School</Table.Th>
            <Table.Th scope="col">Component</Table.Th>
            {roundKeys.map((key) => (
              <Table.Th key={key} scope="col" title={fields[key].help} ta="right" w={104}>
                {fields[key].label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line, at) => (
            <RoundRow
              key={`${line.unitId} ${line.componentId}`}
              line={line}
              at={at}
              isFirst={lines[at - 1]?.unitId !== line.unitId}
              problems={problems.filter((one) => one.line === at)}
              names={names}
              onType={put}
              onPaste={paste}
              onMove={move}
            />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}

type RowProps = {
  readonly line: RoundLine
  /** Which line of the round, counted from 0. */
  readonly at: number
  /** The first of its school, which is named there. */
  readonly isFirst: boolean
  readonly problems: readonly RoundProblem[]
  readonly names: Names
  readonly onType: (at: number, key: RoundKey, text: string) => void
  readonly onPaste: (event: ClipboardEvent, at: number, key: RoundKey) => void
  readonly onMove: (event: KeyboardEvent, at: number, key: RoundKey) => void
}

function RoundRow({ line, at, isFirst, problems, names, onType, onPaste, onMove }: RowProps) {
  const school = names.nameOf('unit', line.unitId)
  const component = names.nameOf('component', line.componentId)
  return (
    <Table.Tr>
      <Table.Td fw={500}>{isFirst ? school : ''}</Table.Td>
      <Table.Th scope="row" fw={400}>
        {component}
      </Table.Th>
      {roundKeys.map((key) => {
        const wrong = problems.find((one) => one.key === key)
        return (
          <Table.Td key={key} className={styles['cell'] ?? ''}>
            <input
              className={styles['input']}
              inputMode="decimal"
              data-cell={`${at} ${key}`}
              aria-label={`${fields[key].label}, ${school}, ${component}`}
              aria-invalid={wrong !== undefined}
              title={wrong?.message}
              value={line.texts[key]}
              onChange={(event) => onType(at, key, event.currentTarget.value)}
              onPaste={(event) => onPaste(event, at, key)}
              onKeyDown={(event) => onMove(event, at, key)}
            />
          </Table.Td>
        )
      })}
    </Table.Tr>
  )
}
