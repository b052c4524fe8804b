import type { Plan } from '@shared/plan/plan'
import { isTableName, type TableName } from '@shared/plan/table-name'
import { tableOf, type AnyRow } from '@shared/plan/tables'
import { nameOf } from '@shared/plan/words'
import type { ComputedColumn } from '../../components/DataSheet/columns'

const tableAbout = ({ aboutTable }: AnyRow): TableName | null =>
  typeof aboutTable === 'string' && isTableName(aboutTable) ? aboutTable : null

function rowWords(plan: Plan, note: AnyRow): string {
  const table = tableAbout(note)
  return table === null ? '' : nameOf(plan, table, String(note['aboutRow']))
}

function fieldWords(note: AnyRow): string {
  const table = tableAbout(note)
  const field = table === null ? undefined : tableOf(table).fields[String(note['aboutField'])]
  return field?.label ?? ''
}

const words = (key: string, label: string, help: string, width: number, text: (note: AnyRow) => string) =>
  ({
    kind: 'computed',
    key,
    figure: null,
    label,
    help,
    width,
    isNumber: false,
    text,
    sortBy: text,
    total: () => '',
  }) as const

/** What a note is about, in the words of the screens: the row keeps only names that programs know. */
export const aboutColumns = (plan: Plan): readonly ComputedColumn[] => [
  words('about', 'About', 'Which row it is about; Ctrl+Enter leads there.', 220, (note) => rowWords(plan, note)),
  words('field', 'Field', 'Which field it is about; empty: the whole row.', 150, fieldWords),
]
