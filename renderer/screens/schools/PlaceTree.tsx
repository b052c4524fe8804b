import { ActionIcon, Anchor, Table, Text, Title } from '@mantine/core'
import { placeTree, type PlaceBranch } from '@shared/forecast/evidence-tree'
import { formatNumber } from '@shared/plan/format'
import { tables } from '@shared/plan/tables'
import { IconBuildingCommunity, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../components/EmptyState'
import { goToRow, goToTable } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'
import styles from './place-tree.module.css'

type Line = { readonly branch: PlaceBranch; readonly depth: number; readonly isOpen: boolean }

const kinds = tables.unit.fields.kind.options

/** More places than this start out folded, so that a region is read by its districts. */
const openAtFirst = 60

function linesOf(branches: readonly PlaceBranch[], isFolded: (id: string) => boolean, depth = 0): Line[] {
  return branches.flatMap((branch): Line[] => {
    const isOpen = branch.children.length > 0 && !isFolded(branch.unit.id)
    return [{ branch, depth, isOpen }, ...(isOpen ? linesOf(branch.children, isFolded, depth + 1) : [])]
  })
}

/** Regions, districts and schools as a tree, with what lies below each added up. */
export function PlaceTree() {
  const plan = useWorkbook((s) => s.plan)
  const tree = useMemo(() => placeTree(plan), [plan])
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const isLarge = plan.unit.size > openAtFirst
  const lines = linesOf(tree, (id) => turned.has(id) !== isLarge)
  const turn = (id: string): void => {
    const next = new Set(turned)
    if (!next.delete(id)) next.add(id)
    setTurned(next)
  }
  if (tree.length === 0) {
    return (
      <EmptyState
        icon={IconBuildingCommunity}
        title="Schools add up by district and region"
        text="Staff and students of every school, summed by district and region, appear here."
      >
        <Anchor component="button" type="button" onClick={() => goToTable('unit')}>
          First add schools
        </Anchor>
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby="place-tree">
      <Title order={2} id="place-tree">
        Schools by district
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        What lies below a place is added up in its line. A name leads to its row in the list of schools.
      </Text>
      <Table withTableBorder fz="sm" verticalSpacing={4} aria-labelledby="place-tree" maw={980}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Place</Table.Th>
            <Table.Th scope="col">Kind</Table.Th>
            <Table.Th scope="col" ta="right">
              Schools
            </Table.Th>
            <Table.Th scope="col" ta="right">
              In a wave
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Staff
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Students
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <TreeLine key={line.branch.unit.id} line={line} onTurn={turn} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

function TreeLine({ line, onTurn }: { readonly line: Line; readonly onTurn: (id: string) => void }) {
  const { branch, depth, isOpen } = line
  const { unit, children, schools, schoolsInWaves, staff, students } = branch
  return (
    <Table.Tr className={styles[children.length > 0 ? 'above' : 'school'] ?? ''}>
      <Table.Th scope="row" fw={children.length > 0 ? 600 : 400}>
        <span className={styles['place']} data-depth={Math.min(depth, 4)}>
          {children.length > 0 ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-expanded={isOpen}
              aria-label={`${isOpen ? 'Fold' : 'Open'} ${unit.name}`}
              onClick={() => onTurn(unit.id)}
            >
              {isOpen ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
            </ActionIcon>
          ) : (
            <span className={styles['noFold']} />
          )}
          <Anchor
            component="button"
            type="button"
            size="sm"
            fw="inherit"
            ta="start"
            onClick={() => goToRow({ table: 'unit', id: unit.id })}
          >
            {unit.name}
          </Anchor>
        </span>
      </Table.Th>
      <Table.Td>{kinds[unit.kind]}</Table.Td>
      {[schools, schoolsInWaves, staff, students].map((value, at) => (
        <Table.Td key={at} ta="right">
          {formatNumber(value)}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}
