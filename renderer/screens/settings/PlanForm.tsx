import { Select, SimpleGrid, Text, TextInput, Title } from '@mantine/core'
import { updateChange } from '@shared/plan/edit'
import type { Value } from '@shared/plan/field'
import { formatValue, parseText } from '@shared/plan/format'
import { addMonths, monthWords } from '@shared/plan/month'
import { planRowId } from '@shared/plan/plan'
import { tables, type Row } from '@shared/plan/tables'
import { useEffect, useRef, useState } from 'react'
import { Card } from '../../components/Card'
import { commitAndSay } from '../../stores/commits'
import { noteFound, useInterface, type RowPlace } from '../../stores/interface'
import { isLocked, useWorkbook } from '../../stores/workbook'
import { useChosenRow } from './use-chosen-row'

const { fields } = tables.plan
type PlanKey = keyof typeof fields
const typedKeys = ['startMonth', 'horizonMonths', 'asOfMonth', 'currencyYear'] as const

const thePlan = (): RowPlace => ({ table: 'plan', id: planRowId })

const calendarMonths = Array.from({ length: 12 }, (_, i) => ({
  value: String(i + 1),
  label: new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, i, 1)),
}))

function keep(key: PlanKey, value: Value): Promise<unknown> {
  const label = `${fields[key].label}: ${formatValue(fields[key], value) || 'empty'}`
  return commitAndSay(label, 'edit', (plan) => {
    const row = plan.plan.get(planRowId)
    const change = row ? updateChange(row, 'plan', { [key]: value }) : null
    return change ? [change] : []
  })
}

/** The frame of the plan as a form: whose it is, when it starts, how far it looks, and how money is counted. */
export function PlanForm() {
  const row = useWorkbook((s) => s.plan.plan.get(planRowId))
  const locked = useWorkbook(isLocked)
  const form = useRef<HTMLDivElement>(null)
  useChosenRow(form, thePlan)
  const wanted = useInterface((s) => s.wanted)
  useEffect(() => {
    if (wanted?.table !== 'plan') return
    form.current?.querySelector('input')?.focus()
    noteFound()
  }, [wanted])
  if (!row) return null
  const first = row.asOfMonth ?? row.startMonth
  return (
    <Card label="The plan">
      <Title order={2} mb="sm">
        The plan
      </Title>
      <div ref={form}>
        <PlanField row={row} name="district" isLocked={locked} />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg" mt="md" maw={900}>
          {typedKeys.map((key) => (
            <PlanField key={key} row={row} name={key} isLocked={locked} />
          ))}
          <Select
            label={fields.fiscalYearStart.label}
            description="A fiscal year is named by the year it ends in."
            data={calendarMonths}
            value={String(row.fiscalYearStart)}
            allowDeselect={false}
            readOnly={locked}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            onChange={(month) => month !== null && void keep('fiscalYearStart', Number(month))}
          />
        </SimpleGrid>
      </div>
      <Text mt="lg">
        The forecast runs from {monthWords(first)} to {monthWords(addMonths(first, row.horizonMonths - 1))}.
      </Text>
    </Card>
  )
}

type FieldProps = { readonly row: Row<'plan'>; readonly name: PlanKey; readonly isLocked: boolean }

function PlanField({ row, name, isLocked: locked }: FieldProps) {
  const field = fields[name]
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const drop = (): void => {
    setDraft(null)
    setProblem(null)
  }
  const take = (): void => {
    if (draft === null) return
    const read = parseText(field, draft)
    if (!read.ok) return setProblem(read.error)
    if (read.value === row[name]) drop()
    else void keep(name, read.value).then(drop)
  }
  return (
    <TextInput
      label={field.label}
      description={field.help}
      maw={name === 'district' ? 440 : undefined}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={draft ?? formatValue(field, row[name])}
      placeholder={field.kind === 'month' ? (field.required ? 'Jul 2026' : monthWords(row.startMonth)) : undefined}
      readOnly={locked}
      error={problem}
      required={field.required}
      withAsterisk={false}
      rightSection={
        name === 'horizonMonths' ? (
          <Text size="sm" c="dimmed" aria-hidden>
            months
          </Text>
        ) : undefined
      }
      rightSectionWidth={64}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
        if (event.key === 'Escape') drop()
      }}
    />
  )
}
