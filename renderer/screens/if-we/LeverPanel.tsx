import { Button, Group, NumberInput, Select, Slider, Text, Title } from '@mantine/core'
import { monthWords } from '@shared/plan/month'
import { Card } from '../../components/Card'
import styles from './if-we.module.css'
import { Pay, StaffByYear, Training, Vacancies } from './MoreLevers'
import type { LeverFacts } from './lever-facts'
import type { LeverChoice } from './lever-choice'

type Props = {
  readonly facts: LeverFacts
  readonly choice: LeverChoice
  readonly onChoose: (choice: LeverChoice) => void
}

const monthOptions = (months: readonly string[]) => months.map((month) => ({ value: month, label: monthWords(month) }))

/** The levers of a what-if: each a slider with its value beside it, and what the plan says now. */
export function LeverPanel(props: Props) {
  return (
    <div className={styles['levers']}>
      <Coaches {...props} />
      <StaffByYear {...props} />
      <Turnover {...props} />
      <Vacancies {...props} />
      <Training {...props} />
      <Pay {...props} />
      <FundEnd {...props} />
    </div>
  )
}

function Coaches({ facts, choice, onChoose }: Props) {
  const now = facts.coachFteIn(choice.coachMonth)
  const fte = choice.coachFte ?? now
  const set = (coachFte: number) => onChoose({ ...choice, coachFte: Math.max(0, Math.round(coachFte * 100) / 100) })
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
        onChange={(month) => month !== null && onChoose({ ...choice, coachMonth: month })}
      />
    </Card>
  )
}

function Turnover({ facts, choice, onChoose }: Props) {
  const now = Math.round(facts.turnover * 1000) / 10
  const value = choice.turnoverPercent ?? now
  const set = (turnoverPercent: number) => onChoose({ ...choice, turnoverPercent })
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
        onChange={(schoolId) => onChoose({ ...choice, schoolId })}
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
          onChange={(typed) => onChoose({ ...choice, schoolPercent: typeof typed === 'number' ? typed : null })}
        />
      )}
    </Card>
  )
}

function FundEnd({ facts, choice, onChoose }: Props) {
  const fund = facts.funds.find(({ id }) => id === choice.fundId)
  return (
    <Card>
      <Title order={2} size="h4">
        A fund that ends
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
        onChange={(fundId) => onChoose({ ...choice, fundId })}
      />
      <Select
        mt="xs"
        label="Last month"
        searchable
        allowDeselect={false}
        disabled={!fund}
        data={monthOptions(facts.months)}
        value={choice.fundLastMonth}
        onChange={(month) => month !== null && onChoose({ ...choice, fundLastMonth: month })}
      />
    </Card>
  )
}
