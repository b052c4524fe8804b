import { Checkbox, Group, NumberInput, Select, Text } from '@mantine/core'
import type { FieldMapping, Transform } from '@shared/exchange/mapping'
import type { Field } from '@shared/plan/field'

type Props = {
  readonly field: Field
  readonly matched: FieldMapping
  /** Some texts of the column. */
  readonly texts: readonly string[]
  readonly onChange: (matched: FieldMapping) => void
}

type Form = { readonly label: string; readonly transform: Transform }

const asItStands: Form = { label: 'as it stands', transform: { kind: 'plain' } }

const shareForms: readonly Form[] = [
  { label: 'as it stands (45%)', transform: { kind: 'plain' } },
  { label: '45 means 45%', transform: { kind: 'percent' } },
  { label: '0.45 means 45%', transform: { kind: 'fraction' } },
]

const partForms: readonly Form[] = [
  { label: 'before the comma', transform: { kind: 'part', at: 'comma', which: 'first' } },
  { label: 'after the comma', transform: { kind: 'part', at: 'comma', which: 'rest' } },
  { label: 'before the dash', transform: { kind: 'part', at: 'dash', which: 'first' } },
  { label: 'after the dash', transform: { kind: 'part', at: 'dash', which: 'rest' } },
  { label: 'first word', transform: { kind: 'part', at: 'space', which: 'first' } },
  { label: 'all but the first word', transform: { kind: 'part', at: 'space', which: 'rest' } },
]

/** Codes of so many digits are what a column of them most likely had before it lost its zeros. */
const likelyWidth = (texts: readonly string[]): number =>
  Math.max(1, ...texts.filter((text) => /^\d+$/.test(text)).map((text) => text.length))

const isCode = (texts: readonly string[]): boolean => texts.some((text) => /^\d+$/.test(text))

const formsOf = (field: Field, { transform }: FieldMapping, texts: readonly string[]): readonly Form[] => {
  if (field.kind === 'share') return shareForms
  const isKept = transform.kind === 'pad' || transform.kind === 'stripZeros'
  const width = transform.kind === 'pad' ? transform.width : likelyWidth(texts)
  const codes: readonly Form[] = [
    { label: 'filled with zeros', transform: { kind: 'pad', width } },
    { label: 'without leading zeros', transform: { kind: 'stripZeros' } },
  ]
  const isNamed = field.kind === 'text' || field.kind === 'reference'
  return isNamed ? [asItStands, ...(isCode(texts) || isKept ? codes : []), ...partForms] : []
}

const sameForm = (a: Transform, b: Transform): boolean => JSON.stringify(a) === JSON.stringify(b)

/** How the cells of a column are read: as they stand, as percentages, as codes, in part; and what new names become. */
export function Reading({ field, matched, texts, onChange }: Props) {
  const { transform } = matched
  if (transform.kind === 'level') {
    return (
      <Text size="xs" c="dimmed">
        With “{transform.highColumn}” as the highest grade
      </Text>
    )
  }
  const forms = matched.source.kind === 'column' ? formsOf(field, matched, texts) : []
  const at = forms.findIndex((form) => sameForm(form.transform, transform))
  const put = (next: Transform): void => onChange({ ...matched, transform: next })
  return (
    <>
      {forms.length > 0 && (
        <Group gap={6} wrap="nowrap">
          <Select
            size="xs"
            aria-label={`How ${field.label} is read`}
            data={forms.map(({ label }, i) => ({ value: String(i), label }))}
            value={at < 0 ? null : String(at)}
            allowDeselect={false}
            onChange={(value) => {
              const form = value === null ? undefined : forms[Number(value)]
              if (form) put(form.transform)
            }}
          />
          {transform.kind === 'pad' && (
            <NumberInput
              size="xs"
              w={70}
              aria-label={`Digits of ${field.label}`}
              min={1}
              max={20}
              allowDecimal={false}
              value={transform.width}
              onChange={(width) => typeof width === 'number' && width >= 1 && put({ kind: 'pad', width })}
            />
          )}
        </Group>
      )}
      {field.kind === 'reference' && (
        <Checkbox
          size="xs"
          mt={4}
          label="Add names that are new"
          checked={matched.ifUnknown === 'create'}
          onChange={(event) => onChange({ ...matched, ifUnknown: event.currentTarget.checked ? 'create' : 'problem' })}
        />
      )}
    </>
  )
}
