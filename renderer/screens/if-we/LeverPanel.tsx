import { Button, Group, NumberInput, Select, Slider, Text, Title } from '@mantine/core'
import { addMonths, monthWords } from '@shared/plan/month'
import { memo } from 'react'
import { Card } from '../../components/Card'
import styles from './if-we.module.css'
import { Pay, StaffByYear, Training, Vacancies } from './MoreLevers'
import type { LeverFacts } from './lever-facts'
import type { LeverChoice, LeverProps } from './lever-choice'

type Props = {
  readonly facts: LeverFacts
  readonly choice: LeverChoice
  /** Coaches by fiscal year with the levers as they are moved, in each year's fullest month. */
  readonly coachNow: LeverFacts['coachByYear']
  /** Stays the same from one rendering to the next, so that only the group that was moved is drawn again. */
  readonly onMove: (moved: Partial<LeverChoice>) => void
}

/** Months in which a fund can end that has not ended by then: a what-if ends it earlier, it does not make it longer. */
const monthsUntil = (months: readonly string[], last: string | null): readonly string[] =>
  last === null ? months : months.filter((month) => month <= last)

const monthOptions = (months: readonly string[]) => months.map((month) => ({ value: month, label: monthWords(month) }))

/** The levers of a what-if: each a slider with its value beside it, and what the plan says now. */
export function LeverPanel({ facts, choice, coachNow, onMove }: Props) {
  const all = { facts, onMove }
  const { coachFte, coachMonth, coachByYear, systemsByYear, turnoverPercent, schoolId, schoolPercent } = choice
  const { fillMonth, hiringLag, isBackedUp, laterMonths, method, waveId, waveMonth } = choice
  const { payGrowthPercent, benefitPercent, fundId, fundLastMonth } = choice
  return (
    <div className={styles['levers']}>
      <Coaches {...all} {...{ coachFte, coachMonth }} />
      <StaffByYear {...all} {...{ coachByYear, systemsByYear, coachNow }} />
      <Turnover {...all} {...{ turnoverPercent, schoolId, schoolPercent }} />
      <Vacancies {...all} {...{ fillMonth, hiringLag, isBackedUp }} />
      <Training {...all} {...{ laterMonths, method, waveId, waveMonth }} />
      <Pay {...all} {...{ payGrowthPercent, benefitPercent }} />
      <FundEnd {...all} {...{ fundId, fundLastMonth }} />
    </div>
  )
}

const Coaches = memo(function Coaches({ facts, onMove, ...choice }: LeverProps<'coachFte' | 'coachMonth'>) {
  const now = facts.coachFteIn(choice.coachMonth)
  const fte = choice.coachFte ?? now
  const set = (coachFte: number) => onMove({ coachFte: Math.max(0, Math.round(coachFte * 100) / 100) })
  return (
    <Card>
      <Title order={2} size="h4">
        Coaches
      </Title>
      <Text size="sm" c="dimmed">
        Planned: {now} FTE in {monthWords(choice.coachMonth)}
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={() => set(now - 1)} disabled={now <= 0}>
          One coach fewer
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => set(now + 1)}>
          One coach more
        </Button>
      </Group>
      <div className={styles['lever']}>
        <Slider
          min={0}
          max={Math.max(4, Math.ceil(now * 2))}
          step={0.1}
          value={fte}
          onChange={set}
          label={null}
          thumbLabel="Coaches, FTE"
        />
        <NumberInput
          aria-label="Coaches, FTE"
          value={fte}
          min={0}
          max={200}
          step={0.5}
          decimalScale={2}
          suffix=" FTE"
          onChange={(value) => typeof value === 'number' && set(value)}
        />
      </div>
      <Select
        label="From"
        searchable
        allowDeselect={false}
        data={monthOptions(facts.months)}
        value={choice.coachMonth}
        onChange={(month) => month !== null && onMove({ coachMonth: month })}
      />
    </Card>
  )
})

const Turnover = memo(function Turnover({
  facts,
  onMove,
  ...choice
}: LeverProps<'turnoverPercent' | 'schoolId' | 'schoolPercent'>) {
  const now = Math.round(facts.turnover * 1000) / 10
  const value = choice.turnoverPercent ?? now
  const set = (turnoverPercent: number) => onMove({ turnoverPercent })
  return (
    <Card>
      <Title order={2} size="h4">
        People who leave in a year
      </Title>
      <Text size="sm" c="dimmed">
        Planned: {now}% of those who are to practice it
      </Text>
      <div className={styles['lever']}>
        <Slider min={0} max={50} step={0.5} value={value} onChange={set} label={null} thumbLabel="Leave in a year" />
        <NumberInput
          aria-label="Leave in a year, percent"
          value={value}
          min={0}
          max={100}
          step={1}
          decimalScale={1}
          suffix="%"
          onChange={(typed) => typeof typed === 'number' && set(typed)}
        />
      </div>
      <Select
        label="One school only"
        placeholder="All schools"
        clearable
        data={facts.schools.map(({ id, name }) => ({ value: id, label: name }))}
        value={choice.schoolId}
        onChange={(schoolId) => onMove({ schoolId })}
      />
      {choice.schoolId !== null && (
        <NumberInput
          mt="xs"
          label="Leave in a year at that school"
          value={choice.schoolPercent ?? ''}
          placeholder="As planned"
          min={0}
          max={100}
          suffix="%"
          onChange={(typed) => onMove({ schoolPercent: typeof typed === 'number' ? typed : null })}
        />
      )}
    </Card>
  )
})

/** The month chosen before, or a year before the fund's own end where that is not earlier: so that something is moved. */
function earlier(facts: LeverFacts, fundId: string | null, month: string): { readonly fundLastMonth?: string } {
  const last = facts.funds.find(({ id }) => id === fundId)?.lastMonth ?? null
  if (last === null || month < last) return {}
  const [first = month] = facts.months
  const yearBefore = addMonths(last, -12)
  return { fundLastMonth: yearBefore < first ? first : yearBefore }
}

const FundEnd = memo(function FundEnd({ facts, onMove, ...choice }: LeverProps<'fundId' | 'fundLastMonth'>) {
  const fund = facts.funds.find(({ id }) => id === choice.fundId)
  return (
    <Card>
      <Title order={2} size="h4">
        A fund that ends earlier
      </Title>
      <Text size="sm" c="dimmed">
        {fund
          ? `Planned: ${fund.lastMonth === null ? 'no end' : `until ${monthWords(fund.lastMonth)}`}`
          : 'Choose a fund to see what rests on it.'}
      </Text>
      <Select
        mt="xs"
        aria-label="Fund"
        placeholder={facts.funds.length === 0 ? 'No funds are entered yet' : 'Choose a fund'}
        disabled={facts.funds.length === 0}
        clearable
        data={facts.funds.map(({ id, name }) => ({ value: id, label: name }))}
        value={choice.fundId}
        onChange={(fundId) => onMove({ fundId, ...earlier(facts, fundId, choice.fundLastMonth) })}
      />
      <Select
        mt="xs"
        label="Last month"
        searchable
        allowDeselect={false}
        disabled={!fund}
        data={monthOptions(monthsUntil(facts.months, fund?.lastMonth ?? null))}
        value={choice.fundLastMonth}
        onChange={(month) => month !== null && onMove({ fundLastMonth: month })}
      />
    </Card>
  )
})
