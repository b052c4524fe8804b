import { Checkbox, NumberInput, SegmentedControl, Select, Slider, Text, Title } from '@mantine/core'
import { monthWords } from '@shared/plan/month'
import { useState } from 'react'
import { Card } from '../../components/Card'
import styles from './if-we.module.css'
import type { LeverChoice } from './lever-choice'
import type { LeverFacts } from './lever-facts'

type Props = {
  readonly facts: LeverFacts
  readonly choice: LeverChoice
  readonly onChoose: (choice: LeverChoice) => void
}

const monthOptions = (months: readonly string[]) => months.map((month) => ({ value: month, label: monthWords(month) }))

type LeverProps = {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly suffix: string
  readonly onSet: (value: number) => void
}

/** A slider with its value beside it, typed or dragged. */
function Lever({ label, value, min, max, step, suffix, onSet }: LeverProps) {
  return (
    <>
      <Text size="sm" mt={6} aria-hidden>
        {label}
      </Text>
      <div className={styles['lever']}>
        <Slider min={min} max={max} step={step} value={value} onChange={onSet} label={null} thumbLabel={label} />
        <NumberInput
          aria-label={`${label}, typed`}
          value={value}
          min={min}
          step={step}
          decimalScale={1}
          suffix={suffix}
          onChange={(typed) => typeof typed === 'number' && onSet(typed)}
        />
      </div>
    </>
  )
}

/** Coaches or system builders, year by year. */
export function StaffByYear({ facts, choice, onChoose }: Props) {
  const [kind, setKind] = useState('coach')
  const isCoach = kind === 'coach'
  const planned = isCoach ? facts.coachByYear : facts.systemsByYear
  const moved = isCoach ? choice.coachByYear : choice.systemsByYear
  const set = (fiscalYear: number, fte: number): void => {
    const next = new Map(moved).set(fiscalYear, Math.round(fte * 10) / 10)
    onChoose({ ...choice, ...(isCoach ? { coachByYear: next } : { systemsByYear: next }) })
  }
  return (
    <Card>
      <Title order={2} size="h4">
        FTE by fiscal year
      </Title>
      <SegmentedControl
        my="xs"
        fullWidth
        aria-label="Which staff"
        data={[
          { value: 'coach', label: 'Coaches' },
          { value: 'systems', label: 'System building' },
        ]}
        value={kind}
        onChange={setKind}
      />
      {planned.map(({ fiscalYear, fte }) => (
        <Lever
          key={fiscalYear}
          label={`FY ${fiscalYear}, planned ${fte}`}
          value={moved.get(fiscalYear) ?? fte}
          min={0}
          max={Math.max(4, Math.ceil(fte * 2))}
          step={0.1}
          suffix=" FTE"
          onSet={(value) => set(fiscalYear, value)}
        />
      ))}
    </Card>
  )
}

/** Vacancies and who stands behind whom. */
export function Vacancies({ facts, choice, onChoose }: Props) {
  return (
    <Card>
      <Title order={2} size="h4">
        Vacancies and backups
      </Title>
      <Select
        label={`Vacant positions (${facts.vacancies}) filled from`}
        placeholder="As planned"
        searchable
        clearable
        disabled={facts.vacancies === 0}
        data={monthOptions(facts.months)}
        value={choice.fillMonth}
        onChange={(fillMonth) => onChoose({ ...choice, fillMonth })}
      />
      <Lever
        label={`Months to fill a teacher vacancy, planned ${facts.hiringLag}`}
        value={choice.hiringLag ?? facts.hiringLag}
        min={0.5}
        max={12}
        step={0.5}
        suffix=""
        onSet={(hiringLag) => onChoose({ ...choice, hiringLag: Math.max(0.1, hiringLag) })}
      />
      <Checkbox
        mt="xs"
        label={`A backup for all who carry something alone (${facts.alone})`}
        disabled={facts.alone === 0}
        checked={choice.isBackedUp}
        onChange={(event) => onChoose({ ...choice, isBackedUp: event.currentTarget.checked })}
      />
    </Card>
  )
}

/** When training and waves come, and by which method. */
export function Training({ facts, choice, onChoose }: Props) {
  const wave = facts.waves.find(({ id }) => id === choice.waveId)
  return (
    <Card>
      <Title order={2} size="h4">
        Training and waves
      </Title>
      <Lever
        label="Training to come, months later"
        value={choice.laterMonths ?? 0}
        min={-12}
        max={24}
        step={1}
        suffix=""
        onSet={(laterMonths) => onChoose({ ...choice, laterMonths: Math.round(laterMonths) })}
      />
      <Select
        label="Method of all training to come"
        placeholder="As planned"
        clearable
        data={[
          { value: 'practice', label: 'Practice with feedback' },
          { value: 'coaching', label: 'Coaching in the classroom too' },
        ]}
        value={choice.method}
        onChange={(method) =>
          onChoose({ ...choice, method: method === 'practice' || method === 'coaching' ? method : null })
        }
      />
      <Select
        mt="xs"
        label="A wave that starts at another time"
        placeholder="As planned"
        clearable
        data={facts.waves.map(({ id, name }) => ({ value: id, label: name }))}
        value={choice.waveId}
        onChange={(waveId) => onChoose({ ...choice, waveId, waveMonth: null })}
      />
      {wave && (
        <Select
          mt="xs"
          label={wave.startMonth === null ? 'Starts' : `Starts, planned ${monthWords(wave.startMonth)}`}
          searchable
          data={monthOptions(facts.months)}
          value={choice.waveMonth}
          onChange={(waveMonth) => onChoose({ ...choice, waveMonth })}
        />
      )}
    </Card>
  )
}

/** What staff cost. */
export function Pay({ facts, choice, onChoose }: Props) {
  return (
    <Card>
      <Title order={2} size="h4">
        Pay and benefits
      </Title>
      <Lever
        label={`Pay growth a year, planned ${facts.payGrowth}%`}
        value={choice.payGrowthPercent ?? facts.payGrowth}
        min={0}
        max={12}
        step={0.1}
        suffix="%"
        onSet={(payGrowthPercent) => onChoose({ ...choice, payGrowthPercent })}
      />
      <Lever
        label={`Benefits on pay, planned ${facts.benefits}%`}
        value={choice.benefitPercent ?? facts.benefits}
        min={0}
        max={80}
        step={0.5}
        suffix="%"
        onSet={(benefitPercent) => onChoose({ ...choice, benefitPercent })}
      />
    </Card>
  )
}
