import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import {
  stageChanges,
  stageMatrix,
  stageNames,
  stageRule,
  stageWords,
  type StageCell,
  type StageMark,
  type StageMatrix as Matrix,
} from '@shared/forecast/stage-rule'
import { settingsOf } from '@shared/plan/settings'
import { IconStairs } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../components/EmptyState'
import { newId } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'
import { goToTable } from '../../stores/interface'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { StageEditor } from './StageEditor'
import { StageMatrix } from './StageMatrix'
import styles from './stage-matrix.module.css'
import { StageSheet } from './StageSheet'
import { StageSign } from './StageSign'

const rowsAtFirst = 100

const nameOf = (rows: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  rows.find((row) => row.id === id)?.name ?? ''

function cellsWords({ schools, components }: Matrix, cells: readonly StageCell[]): string {
  const [only] = cells
  return only && cells.length === 1
    ? `${nameOf(components, only.componentId)} at ${nameOf(schools, only.unitId)}`
    : `${cells.length} places`
}

/** Where each school stands with each component: the matrix, what the observations say otherwise, and the sheet. */
export function Stages() {
  const plan = useWorkbook((s) => s.plan)
  const locked = useWorkbook(isLocked)
  const matrix = useMemo(() => stageMatrix(plan), [plan])
  const [edited, setEdited] = useState<readonly StageCell[] | null>(null)
  const [rowCount, setRowCount] = useState(rowsAtFirst)
  const seen = useMemo(() => ({ ...matrix, schools: matrix.schools.slice(0, rowCount) }), [matrix, rowCount])
  if (matrix.schools.length === 0 || matrix.components.length === 0) return <NothingToStage matrix={matrix} />
  return (
    <Stack gap="xl">
      <section aria-labelledby="stage-matrix">
        <Title order={2} id="stage-matrix">
          Stage of every school
        </Title>
        <Text size="sm" c="dimmed" maw={760}>
          As you see it, and it can go back. Arrows move, Shift selects several, Enter sets the stage.
        </Text>
        <Legend />
        <StageMatrix matrix={seen} labelledBy="stage-matrix" isLocked={locked} onEdit={setEdited} />
        {rowCount < matrix.schools.length && (
          <Button mt="xs" variant="default" onClick={() => setRowCount(rowCount + rowsAtFirst)}>
            Show more of {matrix.schools.length} schools
          </Button>
        )}
        <Text size="sm" c="dimmed" mt="xs" maw={900}>
          {stageRule(settingsOf(plan).atScaleShare / 10_000)}
        </Text>
      </section>
      <Different matrix={matrix} isLocked={locked} />
      <StageSheet />
      {edited && (
        <StageEditor
          cells={edited}
          marks={edited.map(({ unitId, componentId }) => matrix.markOf(unitId, componentId))}
          words={cellsWords(matrix, edited)}
          onClose={() => setEdited(null)}
        />
      )}
    </Stack>
  )
}

function Legend() {
  return (
    <ul className={styles['legend']} aria-label="Stages" style={{ margin: '8px 0' }}>
      {stageNames.map((stage) => (
        <li key={stage} className={styles['stage']}>
          <StageSign stage={stage} />
        </li>
      ))}
    </ul>
  )
}

function Different({ matrix, isLocked: locked }: { readonly matrix: Matrix; readonly isLocked: boolean }) {
  const marks = useMemo(
    () =>
      matrix.schools
        .flatMap(({ id }) => matrix.components.map((component) => matrix.markOf(id, component.id)))
        .filter(({ suggested }) => suggested !== null),
    [matrix],
  )
  if (marks.length === 0) return null
  return (
    <section aria-labelledby="seen-otherwise">
      <Title order={2} id="seen-otherwise" mb={6}>
        Where the observations say otherwise
      </Title>
      <Stack gap={6}>
        {marks.map((mark) => (
          <Difference key={`${mark.unitId} ${mark.componentId}`} mark={mark} matrix={matrix} isLocked={locked} />
        ))}
      </Stack>
    </section>
  )
}

type DifferenceProps = { readonly mark: StageMark; readonly matrix: Matrix; readonly isLocked: boolean }

function Difference({ mark, matrix, isLocked: locked }: DifferenceProps) {
  const { unitId, componentId, row, suggested, sentence } = mark
  if (!suggested) return null
  const place = cellsWords(matrix, [{ unitId, componentId }])
  const label = `Set ${place} to ${stageWords[suggested]}`
  const take = (): unknown =>
    commitAndSay(label, 'edit', (plan) => stageChanges(plan, [{ unitId, componentId }], { stage: suggested }, newId), {
      hasUndo: true,
    })
  return (
    <Group justify="space-between" gap="sm" maw={900}>
      <Text size="sm">
        {place}: {row ? stageWords[row.stage].toLowerCase() : 'not set'}, seen as {stageWords[suggested].toLowerCase()}.{' '}
        {sentence}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        disabled={locked}
        aria-label={`Set to ${stageWords[suggested].toLowerCase()}: ${place}`}
        onClick={() => void take()}
      >
        Set to {stageWords[suggested].toLowerCase()}
      </Button>
    </Group>
  )
}

function NothingToStage({ matrix }: { readonly matrix: Matrix }) {
  const needsSchools = matrix.schools.length === 0
  return (
    <EmptyState
      icon={IconStairs}
      title="Stages come with schools and what has to be in place"
      text="Each school stands somewhere with each component: exploring, installing, first use, full use."
    >
      <Anchor component="button" type="button" onClick={() => goToTable(needsSchools ? 'unit' : 'component')}>
        {needsSchools ? 'First add schools' : 'First name what has to be in place'}
      </Anchor>
    </EmptyState>
  )
}
