import { Radio, ScrollArea, Stack, Table, Text, Title } from '@mantine/core'
import type { CopyCompared } from '@shared/contract/workbook'
import type { Value } from '@shared/plan/field'
import { formatValue } from '@shared/plan/format-value'
import type { MergeConflict } from '@shared/plan/merge'
import { rowKey, type ChosenMerge, type Choices, type Side } from '@shared/plan/merge-choices'
import { namesOf } from '@shared/plan/names'
import type { Plan } from '@shared/plan/plan'
import { tableOf } from '@shared/plan/tables'
import { useMemo } from 'react'

type Props = {
  readonly base: Plan
  readonly plan: Plan
  readonly found: CopyCompared
  readonly merged: ChosenMerge
  readonly choices: Choices
  readonly pick: (key: string, side: Side) => void
}

/** One row to decide about, with every sentence about it. */
type Decision = { readonly key: string; readonly conflicts: readonly MergeConflict[]; readonly isProblem: boolean }

function decisionsOf({ clashes, problems }: ChosenMerge, choices: Choices): Decision[] {
  const clashing = new Set(clashes.map(rowKey))
  // a row that was decided on stays in view when the problem is gone by it
  const decided = [...choices.keys()].filter((key) => !clashing.has(key))
  const keys = [...new Set([...clashing, ...problems.map(rowKey), ...decided])]
  return keys.map((key) => {
    const here = problems.filter((problem) => rowKey(problem) === key)
    const conflicts = [...clashes.filter((clash) => rowKey(clash) === key), ...here]
    return { key, conflicts, isProblem: here.length > 0 }
  })
}

/** The rows on which the two do not agree: a sentence for each, and whose is taken. */
export function MergeRows({ base, plan, found, merged, choices, pick }: Props) {
  const names = useMemo(() => namesOf(plan), [plan])
  const kinds = useMemo(() => new Map([...found.mine, ...found.theirs].map((c) => [rowKey(c), c.table])), [found])
  const decisions = decisionsOf(merged, choices)
  if (decisions.length === 0) return <Text size="sm">The two fit together: there is nothing to decide.</Text>
  const words = (conflict: MergeConflict, value: Value | undefined): string => {
    const field = conflict.field === null ? undefined : tableOf(conflict.table).fields[conflict.field]
    if (value === undefined || !field) return ''
    return formatValue(field, value, names) || 'empty'
  }
  const nameOf = (key: string): string => {
    const table = kinds.get(key)
    const id = key.slice(key.indexOf(' ') + 1)
    if (!table) return ''
    return names.nameOf(table, id) || namesOf(base).nameOf(table, id)
  }
  return (
    <section aria-label="To decide">
      <Title order={3} size="h5" mb={4}>
        To decide
      </Title>
      {merged.problems.length > 0 && (
        <Text size="sm" c="red" role="status">
          With these choices the plan would not be right. Choose otherwise in the rows that say so.
        </Text>
      )}
      <ScrollArea.Autosize mah="45dvh" type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Rows to decide' }}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">What does not agree</Table.Th>
              <Table.Th scope="col">Take</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {decisions.map((decision) => (
              <DecisionLine
                key={decision.key}
                decision={decision}
                name={nameOf(decision.key)}
                words={words}
                choice={choices.get(decision.key)}
                pick={pick}
              />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </section>
  )
}

type LineProps = Pick<Props, 'pick'> & {
  readonly decision: Decision
  readonly name: string
  readonly words: (conflict: MergeConflict, value: Value | undefined) => string
  readonly choice: Side | undefined
}

/** What is said of one row, and whose is taken. */
function DecisionLine({ decision: { key, conflicts, isProblem }, name, words, choice, pick }: LineProps) {
  return (
    <Table.Tr>
      <Table.Td>
        {conflicts.length === 0 && <Text size="sm">{name}</Text>}
        {conflicts.map((one) => (
          <Stack key={`${one.code} ${one.field ?? ''}`} gap={0}>
            <Text size="sm">{one.message}</Text>
            {one.field !== null && one.code === 'changed-twice' && (
              <Text size="xs" c="dimmed">
                Mine: {words(one, one.ours)} · Theirs: {words(one, one.theirs)}
              </Text>
            )}
          </Stack>
        ))}
      </Table.Td>
      <Table.Td>
        <Radio.Group
          value={choice ?? (isProblem && conflicts.length === 1 ? '' : 'mine')}
          onChange={(side) => pick(key, side === 'theirs' ? 'theirs' : 'mine')}
          aria-label={`Take for: ${conflicts[0]?.message ?? name}`}
        >
          <Stack gap={4}>
            <Radio value="mine" label="Mine" />
            <Radio value="theirs" label="Theirs" />
          </Stack>
        </Radio.Group>
      </Table.Td>
    </Table.Tr>
  )
}
