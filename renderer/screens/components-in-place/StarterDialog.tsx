import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../stores/bridge'
import { commitAndSay } from '../../stores/commits'
import { useWorkbook } from '../../stores/workbook'
import styles from './components.module.css'
import { isThere, starterChanges } from './starter-changes'
import { starterSets, type StarterComponent } from './starter-sets'

type Props = { readonly isOpen: boolean; readonly onClose: () => void }

/** The starter sets, each shown in full before anything is added. */
export function StarterDialog({ isOpen, onClose }: Props) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Starter sets"
      size={960}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <StarterChoice onClose={onClose} />
    </Modal>
  )
}

function StarterChoice({ onClose }: Pick<Props, 'onClose'>) {
  const plan = useWorkbook((s) => s.plan)
  const [setId, chooseSet] = useState(starterSets[0]?.id ?? '')
  const [left, leave] = useState<ReadonlySet<string>>(new Set())
  const set = starterSets.find(({ id }) => id === setId)
  if (!set) return null
  const offered = set.components.filter((component) => !isThere(plan, component))
  const chosen = offered.filter(({ name }) => !left.has(name))
  const add = () => {
    void commitAndSay(`Add components of “${set.title}”`, 'add', (now) => starterChanges(now, chosen, newId), {
      hasUndo: true,
    })
    onClose()
  }
  const toggle = (name: string): void => {
    const next = new Set(left)
    if (!next.delete(name)) next.add(name)
    leave(next)
  }
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="Starter set"
        data={starterSets.map(({ id, title }) => ({ value: id, label: title }))}
        value={setId}
        onChange={(id) => {
          chooseSet(id)
          leave(new Set())
        }}
      />
      <Text>{set.purpose} Written to be changed: take what fits, then put it in your own words.</Text>
      <ul className={styles['offers']}>
        {set.components.map((component) => (
          <Offer
            key={component.name}
            component={component}
            isKnown={!offered.includes(component)}
            isChosen={chosen.includes(component)}
            onToggle={() => toggle(component.name)}
          />
        ))}
      </ul>
      <Group justify="flex-end" className={styles['foot'] ?? ''}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={chosen.length === 0} onClick={add}>
          {chosen.length === 1 ? 'Add 1 component' : `Add ${chosen.length} components`}
        </Button>
      </Group>
    </Stack>
  )
}

type OfferProps = {
  readonly component: StarterComponent
  readonly isKnown: boolean
  readonly isChosen: boolean
  readonly onToggle: () => void
}

function Offer({ component, isKnown, isChosen, onToggle }: OfferProps) {
  const { name, description, minimumPractice, trainingHoursNeeded, isCore, needs } = component
  const facts = [
    isKnown ? 'In the plan already' : null,
    isCore ? 'Core' : 'May be adapted',
    `${trainingHoursNeeded} hours of training`,
    needs.length > 0 ? `needs first: ${needs.join(', ')}` : null,
  ]
  return (
    <li className={styles['offer']}>
      <Checkbox
        checked={isChosen}
        disabled={isKnown}
        onChange={onToggle}
        label={<Text fw={600}>{name}</Text>}
        description={facts.filter((fact) => fact !== null).join(' · ')}
      />
      <div className={styles['offerWords']}>
        <Text size="sm">{description}</Text>
        <Text size="sm">
          <b>The least that counts:</b> {minimumPractice}
        </Text>
        <div className={styles['columns']}>
          <Profile title="Expected" words={component.profileExpected} />
          <Profile title="Developing" words={component.profileDeveloping} />
          <Profile title="Not acceptable" words={component.profileNotAcceptable} />
        </div>
      </div>
    </li>
  )
}

function Profile({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <div>
      <Title order={3} size="h4" c="dimmed">
        {title}
      </Title>
      <Text size="sm">{words}</Text>
    </div>
  )
}
