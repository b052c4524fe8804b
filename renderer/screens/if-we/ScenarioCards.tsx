import { Button, Checkbox, Group, Modal, Stack, Text, TextInput, Title } from '@mantine/core'
import type { Scenario } from '@shared/contract/workbook'
import { describeChanges } from '@shared/forecast/describe-changes'
import { layOver, type Skipped } from '@shared/plan/lay-over'
import { useMemo, useState, type FormEvent } from 'react'
import { Card } from '../../components/Card'
import { goToRow } from '../../stores/interface'
import {
  adoptScenario,
  archiveScenario,
  copyScenario,
  offeredScenarios,
  removeScenario,
  renameScenario,
} from '../../stores/scenarios'
import { isLocked, showTarget, useWorkbook } from '../../stores/workbook'
import styles from './if-we.module.css'

type Props = {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string, isOn: boolean) => void
}

const most = 4

/** The scenarios that are kept: which stand side by side, which are put away, what each changes, and what of it the plan has left behind. */
export function ScenarioCards({ chosen, onChoose }: Props) {
  const all = useWorkbook((state) => state.scenarios)
  const scenarios = offeredScenarios(all)
  if (all.length === 0)
    return (
      <Card>
        <Text>
          No scenario is kept yet. Move a lever under “Try a change” and keep it as a scenario, then compare here.
        </Text>
      </Card>
    )
  return (
    <Card>
      <Title order={2} size="h4">
        Scenarios
      </Title>
      <Text size="sm" c="dimmed">
        Choose up to {most} to stand beside the current plan.
      </Text>
      {scenarios.map((scenario) => (
        <ScenarioCard
          key={scenario.id}
          scenario={scenario}
          isChosen={chosen.has(scenario.id)}
          isFull={chosen.size >= most}
          onChoose={(isOn) => onChoose(scenario.id, isOn)}
        />
      ))}
      <PutAway scenarios={all.filter(({ archivedAt }) => archivedAt !== null)} />
    </Card>
  )
}

/** The scenarios that are put away, with the way back. */
function PutAway({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const locked = useWorkbook(isLocked)
  if (scenarios.length === 0) return null
  return (
    <details className={styles['scenario']}>
      <summary>
        {scenarios.length === 1 ? '1 scenario is put away' : `${scenarios.length} scenarios are put away`}
      </summary>
      {scenarios.map(({ id, name, question }) => (
        <Group key={id} role="group" aria-label={name} justify="space-between" wrap="nowrap" gap="sm" mt={6}>
          <div>
            <Text size="sm">{name}</Text>
            {question !== null && (
              <Text size="sm" c="dimmed">
                {question}
              </Text>
            )}
          </div>
          <Group gap="xs" wrap="nowrap">
            <Button
              size="compact-sm"
              variant="default"
              disabled={locked}
              onClick={() => void archiveScenario(id, false)}
            >
              Bring back
            </Button>
            <Button size="compact-sm" variant="default" disabled={locked} onClick={() => void removeScenario(id)}>
              Remove
            </Button>
          </Group>
        </Group>
      ))}
    </details>
  )
}

const differsWords = (changes: number): string =>
  changes === 0
    ? 'Nothing differs from the current plan'
    : `What differs: ${changes} ${changes === 1 ? 'change' : 'changes'}`

type CardProps = {
  readonly scenario: Scenario
  readonly isChosen: boolean
  readonly isFull: boolean
  readonly onChoose: (isOn: boolean) => void
}

function ScenarioCard({ scenario, isChosen, isFull, onChoose }: CardProps) {
  const plan = useWorkbook((state) => state.currentPlan)
  const locked = useWorkbook(isLocked)
  const [isNaming, setNaming] = useState(false)
  const laid = useMemo(() => layOver(plan, scenario.changes), [plan, scenario.changes])
  const words = useMemo(() => describeChanges(plan, laid.applied), [plan, laid])
  const skipped = [...laid.conflicts, ...laid.dangling]
  const { id, name, question } = scenario
  return (
    <section aria-label={name} className={styles['scenario']}>
      <Checkbox
        label={name}
        checked={isChosen}
        disabled={!isChosen && isFull}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      {question !== null && <Text size="sm">{question}</Text>}
      <details>
        <summary>{differsWords(words.length)}</summary>
        <ul className={styles['differs']}>
          {words.map((one, at) => (
            <li key={`${at} ${one}`}>{one}</li>
          ))}
        </ul>
      </details>
      {skipped.length > 0 && <Left skipped={skipped} />}
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" variant="default" onClick={() => showTarget({ scenarioId: id })}>
          Show and edit
        </Button>
        <Button size="compact-sm" variant="default" disabled={locked} onClick={() => setNaming(true)}>
          Rename…
        </Button>
        <Button size="compact-sm" variant="default" disabled={locked} onClick={() => void copyScenario(scenario)}>
          Copy
        </Button>
        <Button size="compact-sm" variant="default" disabled={locked} onClick={() => void adoptScenario(id)}>
          Adopt into the plan
        </Button>
        <Button size="compact-sm" variant="default" disabled={locked} onClick={() => void archiveScenario(id, true)}>
          Put away
        </Button>
        <Button size="compact-sm" variant="default" disabled={locked} onClick={() => void removeScenario(id)}>
          Remove
        </Button>
      </Group>
      <Modal
        opened={isNaming}
        onClose={() => setNaming(false)}
        title="Rename the scenario"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <NameForm scenario={scenario} onDone={() => setNaming(false)} />
      </Modal>
    </section>
  )
}

/** What of a scenario is no part of it any more, because the plan moved on: row by row, with the way there. */
function Left({ skipped }: { readonly skipped: readonly Skipped[] }) {
  return (
    <div>
      <Text size="sm" fw={600} mt={4}>
        {skipped.length === 1 ? '1 change no longer fits the plan' : `${skipped.length} changes no longer fit the plan`}{' '}
        and is left out:
      </Text>
      <ul className={styles['differs']}>
        {skipped.map(({ table, id, field, message, code }) => (
          <li key={`${table} ${id} ${field ?? ''} ${message}`}>
            {message}{' '}
            {code !== 'row-missing' && (
              <Button size="compact-xs" variant="subtle" onClick={() => goToRow({ table, id })}>
                Go there
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function NameForm({ scenario, onDone }: { readonly scenario: Scenario; readonly onDone: () => void }) {
  const [name, setName] = useState(scenario.name)
  const [question, setQuestion] = useState(scenario.question ?? '')
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') return
    void renameScenario(scenario.id, name.trim(), question.trim() === '' ? null : question.trim())
    onDone()
  }
  return (
    <form onSubmit={save}>
      <Stack>
        <TextInput label="Name" value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput
          label="The question it answers"
          value={question}
          maxLength={400}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={name.trim() === ''}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
