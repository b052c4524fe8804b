import { planRowId } from '@shared/plan/plan'
import { tableNames, type TableName } from '@shared/plan/table-name'
import { tableOf } from '@shared/plan/tables'
import { columnOf, quoted, rankColumn, type Column } from './column'

/** The columns of a table besides its id: the rank, then its fields in the order of the definition. */
export const columnsOf = (table: TableName): readonly Column[] => [
  rankColumn,
  ...Object.entries(tableOf(table).fields).map(([key, field]) => columnOf(key, field)),
]

const idSql = (table: TableName): string =>
  tableOf(table).isSingle
    ? `"id" TEXT NOT NULL PRIMARY KEY CHECK ("id" = '${planRowId}')`
    : `"id" TEXT NOT NULL PRIMARY KEY CHECK (length("id") = 36)`

/** CREATE TABLE of one table of the plan, made from its definition. */
const tableSql = (table: TableName): string =>
  `CREATE TABLE ${quoted(table)} (\n  ${[idSql(table), ...columnsOf(table).map(({ sql }) => sql)].join(',\n  ')}\n) STRICT`

// Without an index on the referring side, removing a row looks through the whole of every table that may refer to it.
const indexesSql = (table: TableName): string[] =>
  Object.entries(tableOf(table).fields)
    .filter(([, field]) => field.kind === 'reference')
    .map(([key]) => `CREATE INDEX ${quoted(`${table}_${key}`)} ON ${quoted(table)} (${quoted(key)})`)

/** Every statement that makes the plan's tables as the definitions say today. */
export const planSchemaSql = (): string[] => tableNames.flatMap((table) => [tableSql(table), ...indexesSql(table)])
