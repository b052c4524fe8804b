import { Table } from '@mantine/core'
import type { StageCell, StageMark, StageMatrix as Matrix } from '@shared/forecast/stage-rule'
import { stageWords } from '@shared/forecast/stage-rule'
import { monthWords } from '@shared/plan/month'
import { IconEye } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { afterKey, isIn, placesIn, type Place, type Selection } from './stage-selection'
import styles from './stage-matrix.module.css'
import { StageSign } from './StageSign'

type Props = {
  readonly matrix: Matrix
  /** The element that names the grid. */
  readonly labelledBy: string
  readonly isLocked: boolean
  /** Opens the editor for the cells that are selected. */
  readonly onEdit: (cells: readonly StageCell[]) => void
}

const start: Selection = { anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } }

/** What a screen reader says of a cell beside its school and component. */
function cellWords({ row, suggested }: StageMark): string {
  const stage = row ? stageWords[row.stage] : 'Not set'
  const seen = suggested ? ` Seen: ${stageWords[suggested]}` : ''
  // what stands in the cell comes first, as it stands there
  return `${stage}${seen}${row?.sinceMonth ? `, since ${monthWords(row.sinceMonth)}` : ''}`
}

/** Schools by components, walked through like a spreadsheet; Enter changes what is selected. */
export function StageMatrix({ matrix, labelledBy, isLocked, onEdit }: Props) {
  const { schools, components, markOf } = matrix
  const [selection, setSelection] = useState(start)
  const grid = useRef<HTMLTableElement>(null)
  const size = { rows: schools.length, columns: components.length }
  const inside: Selection = isIn(
    { anchor: start.anchor, focus: { row: size.rows - 1, column: size.columns - 1 } },
    selection.focus,
  )
    ? selection
    : start
  const cellsOf = (chosen: Selection): StageCell[] =>
    placesIn(chosen, size).flatMap(({ row, column }) => {
      const [unitId, componentId] = [schools[row]?.id, components[column]?.id]
      return unitId !== undefined && componentId !== undefined ? [{ unitId, componentId }] : []
    })
  const choose = (next: Selection): void => {
    setSelection(next)
    grid.current?.querySelector<HTMLElement>(`[data-place="${next.focus.row},${next.focus.column}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault()
      if (!isLocked) onEdit(cellsOf(inside))
      return
    }
    const next = afterKey(inside, event, size)
    if (!next) return
    event.preventDefault()
    choose(next)
  }
  const onClick = (event: MouseEvent, place: Place): void =>
    choose({ anchor: event.shiftKey ? inside.anchor : place, focus: place })
  return (
    <div className={styles['frame']}>
      <Table
        ref={grid}
        role="grid"
        aria-labelledby={labelledBy}
        aria-multiselectable
        aria-rowcount={size.rows + 1}
        aria-colcount={size.columns + 1}
        withRowBorders={false}
        className={styles['matrix'] ?? ''}
        onKeyDown={onKeyDown}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">School</Table.Th>
            {components.map(({ id, name }) => (
              <Table.Th key={id} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {schools.map(({ id: unitId, name }, row) => (
            <Table.Tr key={unitId}>
              <Table.Th scope="row">{name}</Table.Th>
              {components.map(({ id: componentId }, column) => {
                const place = { row, column }
                return (
                  <StageTd
                    key={componentId}
                    mark={markOf(unitId, componentId)}
                    place={place}
                    isFocus={inside.focus.row === row && inside.focus.column === column}
                    isSelected={isIn(inside, place)}
                    onClick={onClick}
                    onOpen={() => !isLocked && onEdit([{ unitId, componentId }])}
                  />
                )
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

type TdProps = {
  readonly mark: StageMark
  readonly place: Place
  /** The one stop for Tab. */
  readonly isFocus: boolean
  readonly isSelected: boolean
  readonly onClick: (event: MouseEvent, place: Place) => void
  readonly onOpen: () => void
}

function StageTd({ mark, place, isFocus, isSelected, onClick, onOpen }: TdProps) {
  return (
    <Table.Td
      role="gridcell"
      className={styles['cell'] ?? ''}
      tabIndex={isFocus ? 0 : -1}
      data-place={`${place.row},${place.column}`}
      data-selected={isSelected || undefined}
      aria-selected={isSelected}
      aria-label={cellWords(mark)}
      onClick={(event) => onClick(event, place)}
      onDoubleClick={onOpen}
    >
      <span className={styles['stage']} data-stage={mark.row?.stage ?? 'none'}>
        <StageSign stage={mark.row?.stage ?? null} />
      </span>
      {mark.suggested && (
        <span className={styles['seen']}>
          <IconEye size={13} aria-hidden /> Seen: {stageWords[mark.suggested]}
        </span>
      )}
    </Table.Td>
  )
}
