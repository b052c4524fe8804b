import { Anchor, Table, Text, Title } from '@mantine/core'
import { dosesOf, isDoseEnough, monthsForDose, type Dose } from '@shared/forecast/dose'
import { amount } from '@shared/forecast/figure'
import { rowsOf } from '@shared/plan/plan'
import type { Row } from '@shared/plan/tables'
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useId, useMemo } from 'react'
import { FigureButton } from '../../components/FigureButton'
import { asking } from '../../stores/explanation'
import { goTo, goToRow } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'
import styles from './sessions.module.css'

/** Hours of training that people get on each component, against what it needs: a table for each role. */
export function DoseView() {
  const plan = useWorkbook((s) => s.plan)
  const doses = useMemo(() => dosesOf(plan), [plan])
  const waves = rowsOf(plan, 'wave').filter(({ id }) => doses.some(({ waveId }) => waveId === id))
  const roles = rowsOf(plan, 'role').filter(({ id }) => doses.some(({ roleId }) => roleId === id))
  if (doses.length === 0) {
    return (
      <Text>
        The hours show as soon as there are components, and staff at schools that are in a wave.{' '}
        <Anchor component="button" type="button" onClick={() => goTo('people')}>
          Enter staff by school
        </Anchor>
      </Text>
    )
  }
  return (
    <div className={styles['stack']}>
      <Text size="sm" c="dimmed" maw={760}>
        Until {monthsForDose} months after the start of their wave, what a person has a seat for, against the hours that
        the component needs; below, the hours in which people take part on average: with those who came, or are expected
        to.
      </Text>
      {roles.map((role) => (
        <RoleDose
          key={role.id}
          role={role}
          waves={waves}
          components={rowsOf(plan, 'component')}
          doses={doses.filter(({ roleId }) => roleId === role.id)}
        />
      ))}
    </div>
  )
}

type RoleProps = {
  readonly role: Row<'role'>
  readonly waves: readonly Row<'wave'>[]
  readonly components: readonly Row<'component'>[]
  readonly doses: readonly Dose[]
}

function RoleDose({ role, waves, components, doses }: RoleProps) {
  const titleId = useId()
  const people = (waveId: string) => doses.find((dose) => dose.waveId === waveId)?.headcount ?? 0
  const at = (componentId: string, waveId: string) =>
    doses.find((dose) => dose.componentId === componentId && dose.waveId === waveId)
  return (
    <section>
      <Title order={2} id={titleId} mb="xs">
        {role.name}
      </Title>
      <Table.ScrollContainer minWidth={260 + waves.length * 150}>
        <Table aria-labelledby={titleId} verticalSpacing="xs" className={styles['table'] ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Component</Table.Th>
              {waves.map((wave) => (
                <Table.Th key={wave.id} scope="col">
                  {wave.name}
                  <Text size="xs" c="dimmed">
                    {amount(people(wave.id))} people
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {components.map(({ id, name, trainingHoursNeeded }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row">
                  <Anchor component="button" type="button" onClick={() => goToRow({ table: 'component', id })}>
                    {name}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    needs {amount(trainingHoursNeeded)} hours
                  </Text>
                </Table.Th>
                {waves.map((wave) => {
                  const dose = at(id, wave.id)
                  const about = `${name}, ${role.name}, ${wave.name}`
                  return <Table.Td key={wave.id}>{dose ? <DoseCell {...{ dose, about }} /> : 'Nobody'}</Table.Td>
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  )
}

const states = {
  enough: { words: 'Enough', sign: IconCircleCheck },
  short: { words: 'Short', sign: IconAlertTriangle },
  none: { words: 'None', sign: IconCircleDashed },
} as const

function DoseCell({ dose, about }: { readonly dose: Dose; readonly about: string }) {
  const { componentId, roleId, waveId } = dose
  const question = { kind: 'dose', componentId, roleId, waveId } as const
  const state = isDoseEnough(dose) ? 'enough' : dose.offeredHours > 0 ? 'short' : 'none'
  const { words, sign: Sign } = states[state]
  return (
    <>
      <span className={styles['dose']} data-state={state}>
        <Sign size={15} aria-hidden />
        {words},
        <FigureButton
          text={`${amount(dose.offeredHours)} h`}
          about={`${about}, hours with a seat`}
          {...asking({ ...question, of: 'offered' })}
        />
      </span>
      <Text size="xs" c="dimmed">
        takes part in{' '}
        <FigureButton
          text={`${amount(dose.expectedHours)} h`}
          about={`${about}, hours taken part in`}
          {...asking({ ...question, of: 'expected' })}
        />
      </Text>
    </>
  )
}
