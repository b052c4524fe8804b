import { Button, Group, Loader, Table, Text, Title } from '@mantine/core'
import { percent } from '@shared/forecast/figure'
import type { PilotLesson } from '@shared/forecast/pilot'
import { dropPilotChanges, pilotChanges, usesPilot } from '@shared/forecast/pilot-parameters'
import type { Calibration } from '@shared/model/calibrate'
import { parameterWords } from '@shared/model/parameter-words'
import { parameterTable } from '@shared/model/parameters'
import { addMonths, monthWords } from '@shared/plan/month'
import { planRow, type Plan } from '@shared/plan/plan'
import { nameOf } from '@shared/plan/words'
import { useEffect } from 'react'
import { ChartFigure } from '../../charts/ChartFigure'
import type { Figure } from '../../charts/figure'
import { MatchPicture } from '../../charts/MatchPicture'
import { usePalette } from '../../charts/usePalette'
import { Card } from '../../components/Card'
import { commitAndSay } from '../../stores/commits'
import { askLessons, useLessons } from '../../stores/questions'
import { isLocked, useWorkbook } from '../../stores/workbook'
import styles from './if-we.module.css'

const newId = (): string => crypto.randomUUID()
const parameterOf = (key: string) => parameterTable.find((one) => one.key === key)
const labelOf = (key: string): string => parameterOf(key)?.label ?? key
/** A figure as the settings write it: "0.25% of trained people per month". */
function figureText(key: string, value: number): string {
  const parameter = parameterOf(key)
  const rounded = Number(value.toPrecision(3))
  return parameter ? parameterWords(parameter, rounded) : String(rounded)
}
/** The same without its unit, for columns beside one that says it. */
const shortText = (key: string, value: number): string => figureText(key, value).split(' ')[0] ?? ''
const taughtWords = { much: 'Much', some: 'Something', little: 'Next to nothing' } as const

function matchFigure(plan: Plan, calibration: Calibration): Figure {
  const start = planRow(plan)?.startMonth ?? '2000-01'
  const { fitted } = calibration
  return {
    id: 'pilot-match',
    title: 'What was seen in the pilot, and what the forecast makes of it',
    summary: calibration.sentence,
    categoryLabel: 'Observation',
    categories: fitted.map(
      ({ observation: { unitId, componentId, month } }) =>
        `${nameOf(plan, 'unit', unitId)}, ${nameOf(plan, 'component', componentId)}, ${monthWords(addMonths(start, month))}`,
    ),
    series: [
      { key: 'seenUsing', label: 'Using it, seen', values: fitted.map(({ observedUsing }) => observedUsing) },
      { key: 'fitUsing', label: 'Using it, forecast', values: fitted.map(({ fittedUsing }) => fittedUsing) },
      { key: 'seen', label: 'With fidelity, seen', values: fitted.map(({ observedAtFidelity }) => observedAtFidelity) },
      { key: 'fit', label: 'With fidelity, forecast', values: fitted.map(({ fittedAtFidelity }) => fittedAtFidelity) },
    ],
    format: percent,
  }
}

/** What the pilot taught: its observations against the forecast, and whether the plan uses what they teach. */
export function Pilot() {
  const plan = useWorkbook((state) => state.plan)
  const { answer, isAsking, problem } = useLessons()
  useEffect(() => askLessons(plan), [plan])
  return (
    <div className={styles['answer']}>
      {problem !== null && <Text>{problem}</Text>}
      {isAsking && <Loader size="sm" role="status" aria-label="Learning from the observations" />}
      {answer?.map((lesson) => (
        <Lesson key={lesson.districtId ?? lesson.name} lesson={lesson} plan={plan} />
      ))}
    </div>
  )
}

function Lesson({ lesson, plan }: { readonly lesson: PilotLesson; readonly plan: Plan }) {
  const locked = useWorkbook(isLocked)
  const palette = usePalette()
  const { calibration, used, leftOut, name, sentence } = lesson
  const isUsed = usesPilot(plan)
  const commitUse = (found: Calibration): void =>
    void commitAndSay('Use what the pilot taught', 'calibrate', (now) => pilotChanges(now, found, used, newId), {
      hasUndo: true,
    })
  const commitDrop = (): void =>
    void commitAndSay('Go back to the general assumptions', 'calibrate', (now) => dropPilotChanges(now), {
      hasUndo: true,
    })
  if (!calibration)
    return (
      <Card>
        <Title order={2} size="h4">
          {name}
        </Title>
        <Text>{sentence}</Text>
      </Card>
    )
  const figure = matchFigure(plan, calibration)
  return (
    <>
      <Card>
        <Title order={2} size="h4">
          {name}
        </Title>
        <Text size="sm">{sentence}</Text>
        <Text size="sm" c="dimmed">
          {used} observations used, {leftOut} left out.{' '}
          {isUsed ? 'The plan uses what the pilot taught.' : 'The plan rests on the general assumptions.'}
        </Text>
        <Group gap="xs" my="sm">
          <Button disabled={locked} onClick={() => commitUse(calibration)}>
            Use what the pilot taught
          </Button>
          <Button variant="default" disabled={locked || !isUsed} onClick={commitDrop}>
            Do not use it
          </Button>
        </Group>
        <Table fz="sm" aria-label={`What the pilot of ${name} taught`}>
          <Table.Thead>
            <Table.Tr>
              {['Figure', 'In general', 'From the pilot', 'Likely between', 'The pilot tells'].map((head, at) => (
                <Table.Th key={head} scope="col" ta={at === 0 || at === 4 ? 'left' : 'right'}>
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {calibration.parameters.map(({ key, prior, value, low, high, taught }) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={400}>
                  {labelOf(key)}
                </Table.Th>
                <Table.Td ta="right">{figureText(key, prior.value)}</Table.Td>
                <Table.Td ta="right">{shortText(key, value)}</Table.Td>
                <Table.Td ta="right">
                  {shortText(key, low)}–{shortText(key, high)}
                </Table.Td>
                <Table.Td>{taughtWords[taught]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Card>
      <Card>
        <ChartFigure figure={figure} order={2}>
          <MatchPicture figure={figure} palette={palette} height={340} />
        </ChartFigure>
      </Card>
    </>
  )
}
