import { Autocomplete, Select } from '@mantine/core'
import type { FieldMapping } from '@shared/exchange/mapping'
import type { Field } from '@shared/plan/field'
import { rowsOf } from '@shared/plan/plan'
import { lookupOf, nameOfRow } from '@shared/plan/words'
import { useMemo } from 'react'
import { useWorkbook } from '../../stores/workbook'

type Props = {
  readonly field: Field
  readonly matched: FieldMapping
  readonly onChange: (matched: FieldMapping) => void
}

/** The value that a field gets in every row: one of its words, the name of a row, or what is typed. */
export function FixedValue({ field, matched, onChange }: Props) {
  const plan = useWorkbook((s) => s.plan)
  const names = useMemo(() => {
    if (field.kind !== 'reference') return []
    const rows = rowsOf(plan, field.table)
    return [...new Set(rows.map((row) => nameOfRow(lookupOf(plan), field.table, row)))]
  }, [plan, field])
  const value = matched.source.kind === 'value' ? matched.source.value : ''
  const label = `${field.label} in every row`
  const put = (next: string): void => onChange({ ...matched, source: { kind: 'value', value: next } })
  const words = field.kind === 'choice' ? Object.values(field.options) : field.kind === 'yesNo' ? ['Yes', 'No'] : null
  if (words) {
    return (
      <Select
        size="xs"
        aria-label={label}
        placeholder="Choose"
        data={words}
        value={words.includes(value) ? value : null}
        onChange={(next) => put(next ?? '')}
      />
    )
  }
  return (
    <Autocomplete
      size="xs"
      aria-label={label}
      placeholder="Value"
      data={names}
      limit={50}
      value={value}
      onChange={put}
    />
  )
}
