import { Button, Checkbox, Group, NumberInput, Progress, Select, Table, Text, Title } from '@mantine/core'
import { dollars, percent } from '@shared/forecast/figure'
import { changesOfStaffing, goalWords, type Staffing, type StaffingAnswer } from '@shared/forecast/find-staffing'
import { canAskToHold, type StaffingTarget } from '@shared/forecast/least-staffing'
import { addMonths, monthWords } from '@shared/plan/month'
import { planRow, type Plan } from '@shared/plan/plan'
import { settingsOf } from '@shared/plan/settings'
import { useMemo, useState } from 'react'
import { ChartFigure } from '../../charts/ChartFigure'
import type { Figure } from '../../charts/figure'
import { FrontierPicture } from '../../charts/FrontierPicture'
import { usePalette } from '../../charts/usePalette'
import { Card } from '../../components/Card'
import { askStaffing, cancelStaffing, useStaffing } from '../../stores/questions'
import { keepAsScenario } from '../../stores/scenarios'
import { isLocked, shownScenario, useWorkbook } from '../../stores/workbook'
import styles from './if-we.module.css'

const newId = (): string => crypto.randomUUID()

function monthsOf(plan: Plan): string[] {
  const row = planRow(plan)
  const start = row?.asOfMonth ?? row?.startMonth
  return start === undefined ? [] : Array.from({ length: row?.horizonMonths ?? 0 }, (_, at) => addMonths(start, at))
}

function frontierFigure({ frontier, sentence, target }: StaffingAnswer, holdMonths: number): Figure {
  return {
    id: 'frontier',
    title: sentence,
    summary: `Each point is the least that the plan was found to cost for a chance of being ${goalWords(target, holdMonths)}.`,
    categoryLabel: 'Cost of the plan',
    categories: frontier.map(({ costCents }) => dollars(costCents)),
    series: [{ key: 'chance', label: 'Chance', values: frontier.map(({ chance }) => chance) }],
    format: percent,
  }
}

/** Finds the least staffing that reaches the line by a month with a chance, within a budget where one is given. */
export function LeastStaffing() {
  const plan = useWorkbook((state) => state.plan)
  const scenario = useWorkbook(shownScenario)
  const months = useMemo(() => monthsOf(plan), [plan])
  const { sustainMonths } = settingsOf(plan)
  const { answer, isAsking, done, problem, plan: answered } = useStaffing()
  const [by, setBy] = useState<string | null>(null)
  const [chance, setChance] = useState(80)
  const [isToHold, setToHold] = useState(true)
  const [budget, setBudget] = useState<number | null>(null)
  const month = by !== null && months.includes(by) ? by : (months[Math.min(35, months.length - 1)] ?? null)
  const canHold = month !== null && canAskToHold(plan, month)
  const find = (): void => {
    if (month === null) return
    const target: StaffingTarget = {
      by: month,
      holds: canHold && isToHold,
      chance: chance / 100,
      budgetCents: budget === null ? null : budget * 100,
    }
    askStaffing(plan, target)
  }
  return (
    <div className={styles['answer']}>
      <Card>
        <Title order={2} size="h4">
          The least staffing that gets there
        </Title>
        <Text size="sm" c="dimmed">
          Looks for the cheapest coaches and system builders by fiscal year, up to that month or, where it is to hold,
          to the end of those months; everything else stays as in{' '}
          {scenario === null ? 'the current plan' : `“${scenario.name}”, which is shown`}.
        </Text>
        <Group align="flex-end" mt="sm">
          <Select
            label="At scale by"
            searchable
            allowDeselect={false}
            data={months.map((value) => ({ value, label: monthWords(value) }))}
            value={month}
            onChange={setBy}
          />
          <NumberInput
            label="With a chance of"
            suffix="%"
            min={1}
            max={99}
            value={chance}
            onChange={(value) => typeof value === 'number' && setChance(value)}
          />
          <NumberInput
            label="Cost of the plan at most"
            placeholder="No limit"
            prefix="$"
            thousandSeparator=","
            min={0}
            value={budget ?? ''}
            onChange={(value) => setBudget(typeof value === 'number' ? value : null)}
          />
          <Checkbox
            label={`And holds for ${sustainMonths} months`}
            description={canHold ? undefined : 'The forecast ends too early to tell'}
            checked={canHold && isToHold}
            disabled={!canHold}
            onChange={(event) => setToHold(event.currentTarget.checked)}
            my={8}
          />
          {isAsking ? (
            <Button variant="default" onClick={cancelStaffing}>
              Cancel
            </Button>
          ) : (
            <Button onClick={find} disabled={month === null}>
              Find it
            </Button>
          )}
        </Group>
        {isAsking && (
          <Group gap="sm" mt="sm" wrap="nowrap">
            <Text size="sm">Trying staffings, each with 300 runs…</Text>
            <Progress flex={1} value={(done ?? 0) * 100} aria-label="Search for the least staffing" />
          </Group>
        )}
        {problem !== null && <Text mt="sm">{problem}</Text>}
      </Card>
      {answer && answered === plan && !isAsking && <Found answer={answer} plan={plan} />}
    </div>
  )
}

function Found({ answer, plan }: { readonly answer: StaffingAnswer; readonly plan: Plan }) {
  const palette = usePalette()
  const locked = useWorkbook(isLocked)
  const { best, planned, withinBudget, limit, target } = answer
  const chosen = limit === 'budget' ? (withinBudget ?? best) : best
  const keep = (staffing: Staffing): void => {
    const goal = goalWords(target, settingsOf(plan).sustainMonths)
    const name = `${goal.charAt(0).toUpperCase()}${goal.slice(1)}, ${percent(staffing.chance)}`
    const question = `What is the least staffing for ${goal}?`
    void keepAsScenario(name, question, changesOfStaffing(plan, staffing, newId))
  }
  return (
    <>
      <Card>
        <ChartFigure figure={frontierFigure(answer, settingsOf(plan).sustainMonths)} order={2}>
          <FrontierPicture
            points={answer.frontier.map(({ costCents, chance }) => ({ costCents, chance }))}
            planned={{ costCents: planned.costCents, chance: planned.chance }}
            chance={target.chance}
            budgetCents={target.budgetCents}
            title={answer.sentence}
            palette={palette}
          />
        </ChartFigure>
      </Card>
      {chosen && (
        <Card>
          <Title order={2} size="h4">
            {limit === 'budget' ? 'The best within the budget' : 'The cheapest found'}
          </Title>
          <StaffingTable found={chosen} planned={planned} />
          <Button mt="sm" disabled={locked} onClick={() => keep(chosen)}>
            Keep as a scenario
          </Button>
        </Card>
      )}
    </>
  )
}

/** FTE by fiscal year, found and planned. */
function StaffingTable({ found, planned }: { readonly found: Staffing; readonly planned: Staffing }) {
  const years = found.coach.map(({ fiscalYear }) => fiscalYear)
  const fte = (levels: Staffing['coach'], year: number): string =>
    (levels.find(({ fiscalYear }) => fiscalYear === year)?.fte ?? 0).toFixed(1)
  const rows = [
    ['Coaches, found', found.coach],
    ['Coaches, planned', planned.coach],
    ['System building, found', found.systems],
    ['System building, planned', planned.systems],
  ] as const
  return (
    <Table fz="sm" aria-label="FTE by fiscal year">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">FTE</Table.Th>
          {years.map((year) => (
            <Table.Th key={year} scope="col" ta="right">
              FY {year}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([label, levels]) => (
          <Table.Tr key={label}>
            <Table.Th scope="row" fw={400}>
              {label}
            </Table.Th>
            {years.map((year) => (
              <Table.Td key={year} ta="right">
                {fte(levels, year)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
