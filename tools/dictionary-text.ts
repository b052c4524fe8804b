import type { Field } from '../shared/plan/field'
import { formatValue } from '../shared/plan/format'
import { formatMoney, formatNumber, formatShare } from '../shared/plan/format-value'
import { firstMonthAllowed, lastMonthAllowed } from '../shared/plan/row-schema'
import { settings, settingText, type SettingDefinition } from '../shared/plan/settings'
import { tableNames, type TableName } from '../shared/plan/table-name'
import { tableOf } from '../shared/plan/tables'
import { gradeOptions } from '../shared/plan/tables/grade'

const opening = `# Data dictionary

Made from the definitions in \`shared/plan/tables/\` and \`shared/plan/setting-definitions.ts\` by \`node tools/data-dictionary.ts\`; a
test fails where this page and the definitions differ. Do not edit it by hand.

Every row has an **id** (a UUID, never shown) and a **rank** (any finite number: the planner's own order). An empty cell
is null, a list is never null but may be empty.

## Kinds of fields

| Kind | Kept as | Written as |
|---|---|---|
| text | text without a space at either end, \`\\n\` between lines | as it is |
| number | a finite number | 12,000.5 |
| money | whole cents | $1,200.50 |
| FTE | whole hundredths of a full-time equivalent | 1.25 |
| share | whole basis points (10,000 is 100%) | 45% |
| month | \`YYYY-MM\`, ${firstMonthAllowed} to ${lastMonthAllowed} | Jul 2027 |
| day | \`YYYY-MM-DD\`, in the same years | 7/1/2027 |
| yes or no | true or false | Yes |
| choice | one of the values below | its words |
| reference | the id of a row of the table | the row's name |
| list | ids, values or texts, each once, in the planner's order | parted by "; " |
`

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ')
const line = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
const head = (...cells: readonly string[]): string => `${line(...cells)}\n|${'---|'.repeat(cells.length)}`
const code = (text: string): string => `\`${text}\``
const tableLink = (name: TableName): string => `[${tableOf(name).label}](#${name.toLowerCase()})`

const options = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([value, words]) => `${code(value)} ${words}`)
    .join(', ')

const range = (field: Field): string => {
  switch (field.kind) {
    case 'text':
      return `at most ${formatNumber(field.maxLength)} characters${field.isMultiline ? ', several lines' : ''}`
    case 'number': {
      const words = field.unit === 'year' ? String : formatNumber
      return `${words(field.min)} to ${words(field.max)}${field.isWhole ? ', whole' : ''}`
    }
    case 'money':
      return `${formatMoney(field.min)} to ${formatMoney(field.max)}`
    case 'fte':
      return `${formatNumber(field.min / 100)} to ${formatNumber(field.max / 100)}`
    case 'share':
      return `${formatShare(field.min)} to ${formatShare(field.max)}`
    case 'choice':
      return options(field.options)
    case 'reference':
      return tableLink(field.table)
    case 'list': {
      if (field.item.kind === 'reference') return tableLink(field.item.table)
      return field.item.kind === 'choice'
        ? options(field.item.options)
        : `each at most ${formatNumber(field.item.maxLength)} characters`
    }
    default:
      return ''
  }
}

const kindWords: Readonly<Record<Field['kind'], string>> = {
  text: 'text',
  number: 'number',
  money: 'money',
  fte: 'FTE',
  share: 'share',
  month: 'month',
  day: 'day',
  yesNo: 'yes or no',
  choice: 'choice',
  reference: 'reference',
  list: 'list',
}

const kindOf = (field: Field): string =>
  field.kind === 'number' && field.unit !== '' ? `number (${field.unit})` : kindWords[field.kind]

const defaultOf = (field: Field): string => formatValue(field, field.default)

const fieldLine = (key: string, field: Field): string =>
  line(
    field.label,
    code(key),
    kindOf(field),
    field.required && field.kind !== 'list' && field.kind !== 'yesNo' ? 'yes' : '',
    range(field),
    defaultOf(field),
    field.help,
  )

const tableSection = (name: TableName): string => {
  const { label, help, fields, naturalKey, uniqueKey, parent, isSingle } = tableOf(name)
  const labels = (keys: readonly string[]): string => keys.map((key) => fields[key]?.label ?? key).join(', ')
  const facts = [
    isSingle ? 'Always exactly one row.' : `Told apart, where no id is at hand, by: ${labels(naturalKey)}.`,
    uniqueKey === null ? '' : `No two rows may have the same: ${labels(uniqueKey)}.`,
    parent === null ? '' : `A row is removed together with what stands under ${labels([parent])}.`,
  ]
  return [
    `### ${name}`,
    `**${label}.** ${help}`,
    facts.filter((fact) => fact !== '').join(' '),
    [
      head('Field', 'Key', 'Kind', 'Must be given', 'Allowed', 'Default', 'What it says'),
      ...Object.entries(fields).map(([key, field]) => fieldLine(key, field)),
    ].join('\n'),
  ].join('\n\n')
}

const settingValue = (field: SettingDefinition['field'], value: SettingDefinition['value'] | null): string => {
  if (value === null) return ''
  if (typeof value === 'object') return settingText(value)
  if (typeof value === 'string') return field.kind === 'choice' ? (field.options[value] ?? value) : value
  if (field.kind === 'share') return formatShare(value)
  return field.kind === 'money' ? formatMoney(value) : formatNumber(value)
}

const settingUnit = (field: SettingDefinition['field']): string =>
  field.kind === 'number' || field.kind === 'money' ? field.unit : ''

const settingLine = (key: string, { field, value, low, high, grade, source }: SettingDefinition): string =>
  line(
    field.label,
    code(key),
    settingValue(field, value),
    low === null ? '' : `${settingValue(field, low)} to ${settingValue(field, high)}`,
    settingUnit(field),
    grade,
    source,
    field.help,
  )

const settingsSection = (): string =>
  [
    '## Settings',
    `A setting has a row in the table \`setting\` only where the planner changed it; until then it has the value below. Grades:
${Object.entries(gradeOptions)
  .map(([grade, words]) => `${grade} ${words.toLowerCase()}`)
  .join(', ')}. The model's parameters, with their ranges and sources, stand in \`shared/model/parameters.ts\`.`,
    [
      head('Setting', 'Key', 'Value', 'Low to high', 'Unit', 'Grade', 'Source', 'What it says'),
      ...Object.entries(settings).map(([key, definition]) => settingLine(key, definition)),
    ].join('\n'),
  ].join('\n\n')

/** The data dictionary as Markdown: every table, field and setting, as defined. */
export const dictionaryText = (): string =>
  [opening.trimEnd(), '## Tables', ...tableNames.map(tableSection), settingsSection(), ''].join('\n\n').trimEnd() + '\n'
