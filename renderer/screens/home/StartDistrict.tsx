import { Button, Group, NumberInput, Paper, Select, Stack, TextInput, Title } from '@mantine/core'
import { monthNames, monthText } from '@shared/plan/month'
import { useState } from 'react'
import { createWorkbook } from '../../stores/opening'
import { useWorkbook } from '../../stores/workbook'
import styles from './home.module.css'

// the first screen draws no list before it is opened
const closedList = { keepMounted: false } as const

const monthChoices = monthNames.map((label, at) => ({ value: String(at + 1), label }))

/** The July that a plan made today would usually start in: school years are planned from the summer before. */
function nextSchoolYear(): number {
  const now = new Date()
  return now.getMonth() >= 7 ? now.getFullYear() + 1 : now.getFullYear()
}

/** A new workbook on one card: whose it is, when it starts, and when the money year starts. */
export function StartDistrict() {
  const isOpening = useWorkbook((s) => s.isOpening)
  const [district, setDistrict] = useState('')
  const [startsIn, setStartsIn] = useState('7')
  const [year, setYear] = useState<number | string>(nextSchoolYear)
  const [fiscalYearStart, setFiscalYearStart] = useState('7')
  const [isAsked, setAsked] = useState(false)
  const nameProblem =
    district.trim() === '' ? 'Give the name of your district, as it should stand on the report.' : null
  const yearProblem =
    typeof year === 'number' && year >= 2000 && year <= 2100 ? null : 'Give a year between 2000 and 2100.'
  const start = (): void => {
    setAsked(true)
    if (nameProblem !== null || yearProblem !== null) return
    void createWorkbook({
      district: district.trim(),
      startMonth: monthText(Number(year) * 12 + Number(startsIn) - 1),
      fiscalYearStart: Number(fiscalYearStart),
    })
  }
  return (
    <Paper withBorder p="lg" radius="md" className={styles['way'] ?? ''}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
      >
        <Stack gap="sm">
          <Title order={2}>Start my district</Title>
          <TextInput
            label="District"
            placeholder="Name of the district or region"
            maxLength={200}
            value={district}
            error={isAsked ? nameProblem : null}
            onChange={(event) => setDistrict(event.currentTarget.value)}
          />
          <Group grow align="flex-start" gap="sm">
            <Select
              label="Plan starts in"
              data={monthChoices}
              value={startsIn}
              allowDeselect={false}
              comboboxProps={closedList}
              onChange={(value) => setStartsIn(value ?? '7')}
            />
            <NumberInput
              label="Year"
              min={2000}
              max={2100}
              allowDecimal={false}
              value={year}
              error={isAsked ? yearProblem : null}
              onChange={setYear}
            />
            <Select
              label="Fiscal year from"
              data={monthChoices}
              value={fiscalYearStart}
              allowDeselect={false}
              comboboxProps={closedList}
              onChange={(value) => setFiscalYearStart(value ?? '7')}
            />
          </Group>
          <Button type="submit" variant="light" loading={isOpening}>
            Start my district
          </Button>
        </Stack>
      </form>
    </Paper>
  )
}
