import { MultiSelect, Text } from '@mantine/core'
import { updateChange } from '@shared/plan/edit'
import { possiblePrerequisites, prerequisiteOrder } from '@shared/plan/prerequisites'
import type { Row } from '@shared/plan/tables'
import { useMemo } from 'react'
import { commitAndSay } from '../../stores/commits'
import { useRows } from '../../stores/rows'
import { isLocked, useWorkbook } from '../../stores/workbook'
import styles from './components.module.css'

const choose = (component: Row<'component'>, prerequisiteIds: string[]): void => {
  void commitAndSay(`What ${component.name} needs first`, 'edit', (plan) => {
    const row = plan.component.get(component.id)
    const change = row ? updateChange(row, 'component', { prerequisiteIds }) : null
    return change ? [change] : []
  })
}

/** The components in the order in which they build on each other; only what makes no circle can be chosen. */
export function Prerequisites() {
  const components = useRows('component')
  const locked = useWorkbook(isLocked)
  const ordered = useMemo(() => prerequisiteOrder(components), [components])
  return (
    <div className={styles['stack']}>
      <Text size="sm" c="dimmed" maw={760}>
        In the order in which they build on each other. What needs the component itself, directly or by way of others,
        cannot be chosen.
      </Text>
      <ol className={styles['order']}>
        {ordered.map((component) => (
          <Step key={component.id} component={component} components={components} isLocked={locked} />
        ))}
      </ol>
    </div>
  )
}

type StepProps = {
  readonly component: Row<'component'>
  readonly components: readonly Row<'component'>[]
  readonly isLocked: boolean
}

function Step({ component, components, isLocked: locked }: StepProps) {
  const { id, name, prerequisiteIds } = component
  const possible = possiblePrerequisites(components, id)
  const users = components.filter((other) => other.prerequisiteIds.includes(id))
  return (
    <li className={styles['step']}>
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {users.length === 0 ? 'Nothing builds on it' : `Needed by ${users.map((user) => user.name).join(', ')}`}
        </Text>
      </div>
      <MultiSelect
        aria-label={`${name} needs first`}
        placeholder={prerequisiteIds.length === 0 ? 'Needs nothing first' : ''}
        data={possible.map((other) => ({ value: other.id, label: other.name }))}
        value={[...prerequisiteIds]}
        readOnly={locked}
        hidePickedOptions
        nothingFoundMessage="Everything else builds on it"
        onChange={(ids) => choose(component, ids)}
      />
    </li>
  )
}
