import { Button, Menu, Text } from '@mantine/core'
import { IconBinaryTree2, IconCheck, IconChevronDown, IconMap } from '@tabler/icons-react'
import { goTo } from '../stores/interface'
import { adoptScenario, archiveScenario, offeredScenarios, removeScenario } from '../stores/scenarios'
import { shownScenario, showTarget, useWorkbook } from '../stores/workbook'

/** Which plan the window shows: the current one, or a scenario laid over it. */
export function ScenarioPicker() {
  const scenarios = offeredScenarios(useWorkbook((s) => s.scenarios))
  const scenario = useWorkbook(shownScenario)
  return (
    <Menu position="bottom-start" withinPortal width={320}>
      <Menu.Target>
        <Button
          variant={scenario ? 'filled' : 'default'}
          size="xs"
          h={30}
          maw={300}
          leftSection={scenario ? <IconBinaryTree2 size={15} /> : <IconMap size={15} />}
          rightSection={<IconChevronDown size={14} />}
          aria-label={`Plan shown: ${scenario?.name ?? 'Current plan'}`}
        >
          {scenario?.name ?? 'Current plan'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Show and edit</Menu.Label>
        <Menu.Item leftSection={<Tick isOn={scenario === null} />} onClick={() => showTarget('plan')}>
          Current plan
        </Menu.Item>
        {scenarios.map(({ id, name, question }) => (
          <Menu.Item
            key={id}
            leftSection={<Tick isOn={scenario?.id === id} />}
            onClick={() => showTarget({ scenarioId: id })}
          >
            <Text size="sm">{name}</Text>
            {question !== null && (
              <Text size="xs" c="dimmed">
                {question}
              </Text>
            )}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {scenario ? (
          <>
            <Menu.Item onClick={() => void adoptScenario(scenario.id)}>Take it over into the current plan</Menu.Item>
            <Menu.Item onClick={() => void archiveScenario(scenario.id, true)}>Put this scenario away</Menu.Item>
            <Menu.Item onClick={() => void removeScenario(scenario.id)}>Remove this scenario</Menu.Item>
          </>
        ) : (
          <Menu.Item onClick={() => goTo('if-we')}>Try something: If we…</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

const Tick = ({ isOn }: { readonly isOn: boolean }) =>
  isOn ? <IconCheck size={15} aria-label="Shown now" /> : <span style={{ width: 15 }} />
