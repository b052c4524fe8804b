import { Badge, Button, Text, Textarea, TextInput, Title } from '@mantine/core'
import { followUpsOf } from '@shared/forecast/evidence-follow-ups'
import { dayWords } from '@shared/plan/day'
import { updateChange } from '@shared/plan/edit'
import { parseDay } from '@shared/plan/format'
import type { Row } from '@shared/plan/tables'
import { useMemo, useState } from 'react'
import { Card } from '../../components/Card'
import { useSheetHost } from '../../components/DataSheet/sheet-host'
import { FormDialog } from '../../components/FormDialog'
import { commitAndSay } from '../../stores/commits'
import { isLocked, useWorkbook } from '../../stores/workbook'
import styles from './follow-ups.module.css'

type Decision = Row<'decision'>

const shownAtMost = 6

/** What was decided and is to be looked at again, the most pressing first: plan, do, study, act. */
export function FollowUps() {
  const plan = useWorkbook((s) => s.plan)
  const locked = useWorkbook(isLocked)
  const { today } = useSheetHost()
  const day = today()
  const { due, soon, later, withoutDay, studied } = useMemo(() => followUpsOf(plan, day), [plan, day])
  const [asked, setAsked] = useState<Decision | null>(null)
  const open = [...due, ...soon, ...later, ...withoutDay]
  if (plan.decision.size === 0) return null
  const count = open.length
  return (
    <Card>
      <Title order={2} size="h3">
        {due.length > 0
          ? `${due.length === 1 ? 'One decision' : `${due.length} decisions`} to look at again now`
          : 'No decision waits to be looked at again'}
      </Title>
      <Text size="sm" c="dimmed" mb={count > 0 ? 'xs' : 0}>
        {count} open, {studied.length} with what came of it. What came of a decision is what the next one rests on.
      </Text>
      <ul className={styles['list']}>
        {open.slice(0, shownAtMost).map((row) => (
          <li key={row.id} className={styles['item']}>
            <div className={styles['words']}>
              <Text size="sm" fw={500}>
                {row.question}
              </Text>
              <Text size="sm" c="dimmed">
                {row.decision ?? 'Nothing decided yet.'}
                {row.owner === null ? '' : ` ${row.owner}.`}
              </Text>
            </div>
            <When row={row} isDue={due.includes(row)} />
            <Button
              size="compact-sm"
              variant="default"
              disabled={locked}
              aria-label={`Say what came of it: ${row.question}`}
              onClick={() => setAsked(row)}
            >
              What came of it…
            </Button>
          </li>
        ))}
      </ul>
      {count > shownAtMost && (
        <Text size="sm" c="dimmed">
          And {count - shownAtMost} more, in the list below.
        </Text>
      )}
      {asked && <ResultDialog row={asked} onClose={() => setAsked(null)} />}
    </Card>
  )
}

function When({ row, isDue }: { readonly row: Decision; readonly isDue: boolean }) {
  if (row.followUpOn === null)
    return (
      <Badge variant="default" tt="none" fw={500} size="lg">
        No day set
      </Badge>
    )
  return (
    <Badge variant="default" tt="none" fw={500} size="lg" className={isDue ? (styles['due'] ?? '') : ''}>
      {isDue ? 'Due since' : 'By'} {dayWords(row.followUpOn)}
    </Badge>
  )
}

function ResultDialog({ row, onClose }: { readonly row: Decision; readonly onClose: () => void }) {
  const [result, setResult] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const take = (): void => {
    const day = parseDay(again)
    const text = result.trim()
    if (again.trim() !== '' && day === null) setProblem('Look at it again on: write a day such as 5/14/2027.')
    else if (text === '' && day === null) setProblem('Say what came of it, or when it is looked at again.')
    else {
      const values = { ...(text === '' ? {} : { result: text }), ...(day === null ? {} : { followUpOn: day }) }
      const label = text === '' ? 'Set another day for a decision' : 'Say what came of a decision'
      onClose()
      void commitAndSay(
        label,
        'edit',
        (plan) => {
          const now = plan.decision.get(row.id)
          const change = now ? updateChange(now, 'decision', values) : null
          return change ? [change] : []
        },
        { hasUndo: true },
      )
    }
  }
  return (
    <FormDialog title="What came of it" onClose={onClose} onSubmit={take} submitWords="Note it" problem={problem}>
      <div>
        <Text size="sm" fw={500}>
          {row.question}
        </Text>
        <Text size="sm">{row.decision}</Text>
        {row.dataUsed !== null && (
          <Text size="sm" c="dimmed" mt={4} className={styles['data'] ?? ''}>
            It rested on: {row.dataUsed}
          </Text>
        )}
      </div>
      <Textarea
        label="Result"
        data-autofocus
        autosize
        minRows={2}
        maxLength={4000}
        value={result}
        onChange={(event) => setResult(event.currentTarget.value)}
      />
      <TextInput
        label="Look at it again on"
        description="Leave it empty where it is settled."
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
