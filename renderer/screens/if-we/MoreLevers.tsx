import { Checkbox, NumberInput, SegmentedControl, Select, Slider, Text, Title } from '@mantine/core'
import { monthWords } from '@shared/plan/month'
import { memo, useState } from 'react'
import { Card } from '../../components/Card'
import styles from './if-we.module.css'
import type { LeverProps } from './lever-choice'
import type { LeverFacts } from './lever-facts'

const monthOptions = (months: readonly string[]) => months.map((month) => ({ value: month, label: monthWords(month) }))

type OneLever = {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly suffix: string
  readonly onSet: (value: number) => void
}

/** A slider with its value beside it, typed or dragged. */
function Lever({ label, value, min, max, step, suffix, onSet }: OneLever) {
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
export const StaffByYear = memo(function StaffByYear({
  facts,
  coachNow,
  onMove,
  ...choice
}: LeverProps<'coachByYear' | 'systemsByYear'> & { readonly coachNow: LeverFacts['coachByYear'] }) {
  const [kind, setKind] = useState('coach')
  const isCoach = kind === 'coach'
  const planned = isCoach ? facts.coachByYear : facts.systemsByYear
  const moved = isCoach ? choice.coachByYear : choice.systemsByYear
  // coaches from a month on, above, show in the years that they reach
  const nowIn = (year: number, fte: number): number =>
    (isCoach ? coachNow.find(({ fiscalYear }) => fiscalYear === year)?.fte : undefined) ?? fte
  const set = (fiscalYear: number, fte: number): void => {
    const next = new Map(moved).set(fiscalYear, Math.round(fte * 10) / 10)
    onMove(isCoach ? { coachByYear: next } : { systemsByYear: next })
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
          value={moved.get(fiscalYear) ?? nowIn(fiscalYear, fte)}
          min={0}
          max={Math.max(4, Math.ceil(fte * 2))}
          step={0.1}
          suffix=" FTE"
          onSet={(value) => set(fiscalYear, value)}
        />
      ))}
    </Card>
  )
})

/** Vacancies and who stands behind whom. */
export const Vacancies = memo(function Vacancies({
  facts,
  onMove,
  ...choice
}: LeverProps<'fillMonth' | 'hiringLag' | 'isBackedUp'>) {
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
        onChange={(fillMonth) => onMove({ fillMonth })}
      />
      <Lever
        label={`Months to fill a teacher vacancy, planned ${facts.hiringLag}`}
        value={choice.hiringLag ?? facts.hiringLag}
        min={0.5}
        max={12}
        step={0.5}
        suffix=""
        onSet={(hiringLag) => onMove({ hiringLag: Math.max(0.1, hiringLag) })}
      />
      <Checkbox
        mt="xs"
        label={`A backup for all who carry something alone (${facts.alone})`}
        disabled={facts.alone === 0}
        checked={choice.isBackedUp}
        onChange={(event) => onMove({ isBackedUp: event.currentTarget.checked })}
      />
    </Card>
  )
})

/** When training and waves come, and by which method. */
export const Training = memo(function Training({
  facts,
  onMove,
  ...choice
}: LeverProps<'laterMonths' | 'method' | 'waveId' | 'waveMonth'>) {
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
        onSet={(laterMonths) => onMove({ laterMonths: Math.round(laterMonths) })}
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
        onChange={(method) => onMove({ method: method === 'practice' || method === 'coaching' ? method : null })}
      />
      <Select
        mt="xs"
        label="A wave that starts at another time"
        placeholder="As planned"
        clearable
        data={facts.waves.map(({ id, name }) => ({ value: id, label: name }))}
        value={choice.waveId}
        onChange={(waveId) => onMove({ waveId, waveMonth: null })}
      />
      {wave && (
        <Select
          mt="xs"
          label={wave.startMonth === null ? 'Starts' : `Starts, planned ${monthWords(wave.startMonth)}`}
          searchable
          data={monthOptions(facts.months)}
          value={choice.waveMonth}
          onChange={(waveMonth) => onMove({ waveMonth })}
        />
      )}
    </Card>
  )
})

/** What staff cost. */
export const Pay = memo(function Pay({ facts, onMove, ...choice }: LeverProps<'payGrowthPercent' | 'benefitPercent'>) {
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
        onSet={(payGrowthPercent) => onMove({ payGrowthPercent })}
      />
      <Lever
        label={`Benefits on pay, planned ${facts.benefits}%`}
        value={choice.benefitPercent ?? facts.benefits}
        min={0}
        max={80}
        step={0.5}
        suffix="%"
        onSet={(benefitPercent) => onMove({ benefitPercent })}
      />
    </Card>
  )
})
