import { ActionIcon, Menu, Text, Title } from '@mantine/core'
import { updateChange } from '@shared/plan/edit'
import { formatNumber } from '@shared/plan/format'
import { monthWords } from '@shared/plan/month'
import { tables, type Row } from '@shared/plan/tables'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { commitAndSay } from '../../stores/commits'
import type { WaveColumn } from './school-figures'
import { useBoardDrag } from './use-board-drag'
import styles from './wave-board.module.css'

const nameOfWave = (wave: Row<'wave'> | null): string => wave?.name ?? 'Not in the rollout'

function moveSchool(schoolId: string, schoolName: string, wave: Row<'wave'> | null): void {
  const label = wave ? `Move ${schoolName} to ${wave.name}` : `Take ${schoolName} out of the rollout`
  void commitAndSay(
    label,
    'move',
    (plan) => {
      const row = plan.unit.get(schoolId)
      const change = row && updateChange(row, 'unit', { waveId: wave?.id ?? null })
      return change ? [change] : []
    },
    { hasUndo: true },
  )
}

const keyOf = ({ wave }: WaveColumn): string => wave?.id ?? 'none'

type Props = { readonly columns: readonly WaveColumn[]; readonly isLocked: boolean }

/** Schools as cards under their wave; a card is moved by its menu or by dragging it. */
export function WaveBoard({ columns, isLocked }: Props) {
  const board = useRef<HTMLDivElement>(null)
  const drop = useCallback(
    (schoolId: string, key: string): void => {
      const school = columns.flatMap(({ schools }) => schools).find(({ id }) => id === schoolId)
      const column = columns.find((candidate) => keyOf(candidate) === key)
      if (school && column) moveSchool(school.id, school.name, column.wave)
    },
    [columns],
  )
  const over = useBoardDrag(board, isLocked, drop)
  useCardMenu(board)
  return (
    <section aria-labelledby="wave-board">
      <Title order={2} id="wave-board">
        Who starts when
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        Drag a school to another wave, or use “Move to wave” on its card.
      </Text>
      <div ref={board} className={styles['board']} role="group" aria-labelledby="wave-board">
        {columns.map((column) => (
          <BoardColumn
            key={keyOf(column)}
            column={column}
            columns={columns}
            isLocked={isLocked}
            isOver={over === keyOf(column)}
          />
        ))}
      </div>
    </section>
  )
}

/** A right click anywhere on a card opens the menu of its button. */
function useCardMenu(board: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onMenu = (event: MouseEvent): void => {
      const card = event.target instanceof Element ? event.target.closest('[data-school]') : null
      const button = card?.querySelector('button')
      if (!button) return
      event.preventDefault()
      button.click()
    }
    const element = board.current
    element?.addEventListener('contextmenu', onMenu)
    return () => element?.removeEventListener('contextmenu', onMenu)
  }, [board])
}

type ColumnProps = Props & { readonly column: WaveColumn; readonly isOver: boolean }

function BoardColumn({ column, columns, isLocked, isOver }: ColumnProps) {
  const { wave, schools, staff, students } = column
  const name = nameOfWave(wave)
  const start = wave === null ? null : wave.startMonth === null ? 'No month yet' : monthWords(wave.startMonth)
  const kind = wave === null ? null : tables.wave.fields.kind.options[wave.kind]
  return (
    <div
      className={styles['column']}
      role="group"
      aria-label={`${name}, ${schools.length} schools`}
      data-over={isOver || undefined}
      data-wave={keyOf(column)}
    >
      <div className={styles['head']}>
        <Text fw={600} truncate>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {[kind, start].filter((part) => part !== null).join(' · ') || 'Schools without a wave'}
        </Text>
        <Text size="xs" c="dimmed">
          {schools.length === 1 ? '1 school' : `${formatNumber(schools.length)} schools`} · {formatNumber(staff)} staff
        </Text>
        <Text size="xs" c="dimmed">
          {formatNumber(students)} students
        </Text>
      </div>
      <ul className={styles['cards']}>
        {schools.map((school) => (
          <SchoolCard key={school.id} school={school} columns={columns} isLocked={isLocked} />
        ))}
        {schools.length === 0 && <li className={styles['nobody']}>No school</li>}
      </ul>
    </div>
  )
}

function SchoolCard({ school, columns, isLocked }: Props & { readonly school: Row<'unit'> }) {
  const { id, name, level, enrolment, waveId } = school
  const facts = [
    level === null ? null : tables.unit.fields.level.options[level],
    enrolment === null ? null : `${formatNumber(enrolment)} students`,
  ]
  return (
    <li className={styles['card']} draggable={!isLocked} data-school={id}>
      <div className={styles['cardWords']}>
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {facts.filter((fact) => fact !== null).join(' · ')}
        </Text>
      </div>
      {!isLocked && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`Move ${name} to wave…`} title="Move to wave…">
              <IconArrowsExchange size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Move to wave</Menu.Label>
            {columns
              .filter(({ wave }) => (wave?.id ?? null) !== waveId)
              .map(({ wave }) => (
                <Menu.Item key={wave?.id ?? 'none'} onClick={() => moveSchool(id, name, wave)}>
                  {nameOfWave(wave)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}
