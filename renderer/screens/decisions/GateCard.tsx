import { Button, Group, ScrollArea, Table, Text, Title } from '@mantine/core'
import type { CriterionAnswer, CriterionState, GateAnswer } from '@shared/forecast/gate'
import { dayWords } from '@shared/plan/day'
import { updateChange } from '@shared/plan/edit'
import { monthWords } from '@shared/plan/month'
import { tables, type Row } from '@shared/plan/tables'
import { IconGavel } from '@tabler/icons-react'
import { Card } from '../../components/Card'
import { JumpList } from '../../components/JumpList'
import { SignWord, type Sign } from '../../components/SignWord'
import { commitAndSay } from '../../stores/commits'
import { goToRow, goToTable } from '../../stores/interface'
import styles from './gates.module.css'

const phases = tables.gate.fields.fromPhase.options

const signs: Readonly<Record<CriterionState, { readonly sign: Sign; readonly words: string }>> = {
  met: { sign: 'yes', words: 'Met' },
  notYet: { sign: 'notYet', words: 'Not yet' },
  notKnown: { sign: 'notKnown', words: 'Not known' },
}

function standing({ gate, criteria }: GateAnswer): string {
  if (gate.decidedOn !== null) {
    return `Opened on ${dayWords(gate.decidedOn)}${gate.decidedBy === null ? '' : ` by ${gate.decidedBy}`}.`
  }
  if (criteria.length === 0) return 'Nothing is asked yet: add criteria below.'
  const met = criteria.filter(({ state }) => state === 'met').length
  return `${met} of ${criteria.length} met, not decided yet${gate.decidedBy === null ? '' : `; ${gate.decidedBy} decides`}.`
}

function opensWords({ scope: { opens, opensMonth } }: GateAnswer): string | null {
  if (opens.length === 0) return null
  const names = opens.map(({ name }) => name).join(', ')
  return opensMonth === null ? `Opens ${names}` : `Opens ${names} in ${monthWords(opensMonth)}`
}

type Props = { readonly answer: GateAnswer; readonly isLocked: boolean; readonly onDecide: () => void }

/** One gate: what it asks, how that stands today and when the forecast reaches it, and the way to decide. */
export function GateCard({ answer, isLocked, onDecide }: Props) {
  const { gate, criteria } = answer
  const gaps = criteria.flatMap((criterion) => (criterion.state === 'met' ? [] : criterion.gaps))
  const about = [`${phases[gate.fromPhase]} → ${phases[gate.toPhase]}`, opensWords(answer)]
  return (
    <Card label={gate.name}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="xs">
        <div>
          <Title order={2} size="h3">
            {gate.name}
          </Title>
          <Text size="sm" c="dimmed">
            {about.filter((words) => words !== null).join(' · ')}
          </Text>
          <Text size="sm">{standing(answer)}</Text>
        </div>
        {gate.decidedOn === null && (
          <Button
            flex="none"
            leftSection={<IconGavel size={17} />}
            variant={answer.isReady ? 'filled' : 'default'}
            disabled={isLocked}
            aria-label={`Decide on ${gate.name}…`}
            onClick={onDecide}
          >
            Decide…
          </Button>
        )}
      </Group>
      {criteria.length > 0 && <Criteria answer={answer} isLocked={isLocked} />}
      {gaps.length > 0 && gate.decidedOn === null && (
        <div className={styles['gaps']}>
          <Title order={3} size="h4">
            What stands in the way
          </Title>
          <JumpList
            items={gaps.map(({ sentence, table, rowId }) => ({
              key: `${sentence} ${rowId ?? ''}`,
              sentence,
              onGo: () => (rowId === null ? goToTable(table) : goToRow({ table, id: rowId })),
            }))}
          />
        </div>
      )}
    </Card>
  )
}

function Criteria({ answer, isLocked }: { readonly answer: GateAnswer; readonly isLocked: boolean }) {
  const isDecided = answer.gate.decidedOn !== null
  return (
    <ScrollArea
      type="auto"
      offsetScrollbars="present"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': `What ${answer.gate.name} asks` }}
    >
      <Table fz="sm" verticalSpacing={6} aria-label={`What ${answer.gate.name} asks`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">What has to hold</Table.Th>
            <Table.Th scope="col">{isDecided ? 'When decided' : 'Stands'}</Table.Th>
            <Table.Th scope="col">Today</Table.Th>
            <Table.Th scope="col">On this plan</Table.Th>
            <Table.Th scope="col">Evidence</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answer.criteria.map((criterion) => (
            <Criterion key={criterion.row.id} criterion={criterion} isDecided={isDecided} isLocked={isLocked} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  )
}

/** People judge: met, or not yet after all. */
function judge(row: Row<'gateCriterion'>): void {
  const label = row.isMet ? 'Judge evidence not met yet' : 'Judge evidence met'
  void commitAndSay(
    label,
    'edit',
    (plan) => {
      const now = plan.gateCriterion.get(row.id)
      const change = now ? updateChange(now, 'gateCriterion', { isMet: !row.isMet }) : null
      return change ? [change] : []
    },
    { hasUndo: true },
  )
}

type CriterionProps = { readonly criterion: CriterionAnswer; readonly isDecided: boolean; readonly isLocked: boolean }

function Criterion({ criterion, isDecided, isLocked }: CriterionProps) {
  const { row, asked, rule, today, forecast, state, isJudged } = criterion
  const { sign, words } = isDecided ? signs[row.isMet ? 'met' : 'notYet'] : signs[state]
  return (
    <Table.Tr>
      <Table.Th scope="row" className={styles['asked'] ?? ''}>
        {asked}
        <Text size="xs" c="dimmed" fw={400}>
          {rule}
        </Text>
      </Table.Th>
      <Table.Td>
        <SignWord sign={isJudged && state !== 'met' && !isDecided ? 'people' : sign} words={words} />
      </Table.Td>
      <Table.Td>
        {isJudged && !isDecided ? (
          <Button
            size="compact-xs"
            variant="default"
            disabled={isLocked}
            aria-label={`${row.isMet ? 'Not met after all' : 'Judge it met'}: ${asked}`}
            onClick={() => judge(row)}
          >
            {row.isMet ? 'Not met after all' : 'Judge it met'}
          </Button>
        ) : (
          (today ?? '–')
        )}
      </Table.Td>
      <Table.Td>{forecast}</Table.Td>
      <Table.Td className={styles['evidence'] ?? ''}>{isJudged ? '–' : (row.evidence ?? '–')}</Table.Td>
    </Table.Tr>
  )
}
