import { Table, Text, UnstyledButton } from '@mantine/core'
import {
  readinessQuestions,
  scaleReadiness,
  type ComponentReadiness,
  type ReadinessCheck,
} from '@shared/forecast/scale-readiness'
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react'
import { useMemo } from 'react'
import { goTo, goToRow } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'
import styles from './components.module.css'

/** Goes where the answer to a question is given. */
function mend(componentId: string, { key, place }: ReadinessCheck): void {
  const component = { table: 'component', id: componentId } as const
  if (place !== null) goToRow(place)
  else if (key === 'minimum' || key === 'profile') goToRow(component, 'profiles')
  else if (key === 'measure' || key === 'observed') goTo('fidelity')
  else if (key === 'training') goTo('sessions')
  else goToRow(component)
}

/** Whether each component is ready to be brought to more schools: one question a column, and where to mend a no. */
export function ScaleReadiness() {
  const plan = useWorkbook((s) => s.plan)
  const components = useMemo(() => scaleReadiness(plan), [plan])
  return (
    <div className={styles['stack']}>
      <Text size="sm" c="dimmed" maw={760}>
        What can be brought to many schools has to be described, teachable and visible, with evidence that it matters. A
        “Not yet” leads to where it is mended.
      </Text>
      <Table.ScrollContainer minWidth={880}>
        <Table verticalSpacing="xs" aria-label="Is it ready to scale?" className={styles['matrix'] ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Component</Table.Th>
              {readinessQuestions.map(({ key, title, question }) => (
                <Table.Th key={key} scope="col" title={question}>
                  {title}
                </Table.Th>
              ))}
              <Table.Th scope="col">Ready</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {components.map((component) => (
              <ReadinessRow key={component.componentId} component={component} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <dl className={styles['questions']}>
        {readinessQuestions.map(({ key, title, question }) => (
          <div key={key}>
            <dt>{title}</dt>
            <dd>{question}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function ReadinessRow({ component }: { readonly component: ComponentReadiness }) {
  const { componentId, name, checks, met } = component
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      {checks.map((check) => (
        <Table.Td key={check.key}>
          {check.isMet ? (
            <span className={styles['yes']} title={check.detail}>
              <IconCircleCheckFilled size={16} aria-hidden /> Yes
            </span>
          ) : (
            <UnstyledButton
              className={styles['no'] ?? ''}
              title={check.detail}
              aria-label={`Not yet: ${check.detail}`}
              onClick={() => mend(componentId, check)}
            >
              <IconCircleDashed size={16} aria-hidden /> Not yet
            </UnstyledButton>
          )}
        </Table.Td>
      ))}
      <Table.Td className={styles['count'] ?? ''}>
        {met} of {checks.length}
      </Table.Td>
    </Table.Tr>
  )
}
