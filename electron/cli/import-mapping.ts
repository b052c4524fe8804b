import { readFileSync } from 'node:fs'
import { mappingFromJson, type Mapping } from '@shared/exchange/mapping'
import { staffTotalsFrom, type StaffTotalsMapping } from '@shared/exchange/staff-totals-mapping'
import type { Result } from '@shared/plan/result'
import { isTableName, tableNames, type TableName } from '@shared/plan/table-name'
import type { CommandValues } from './command'
import { badFile, badInput } from './failure'

/** How the columns of a file become rows of a table; district totals become staff groups. */
export type FileMapping =
  | { readonly kind: 'rows'; readonly mapping: Mapping }
  | { readonly kind: 'totals'; readonly totals: StaffTotalsMapping }

const textIn = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    throw badFile('file-not-found', `“${path}” cannot be read.`)
  }
}

const valueIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw badInput('mapping-invalid', 'The file of --map is not JSON.')
  }
}

const wanted = <T>(read: Result<T, string>): T => {
  if (read.ok) return read.value
  throw badInput('mapping-invalid', read.error)
}

const tableIn = ({ table }: CommandValues): TableName => {
  if (typeof table === 'string' && isTableName(table)) return table
  throw badInput('usage', `--table is one of ${tableNames.join(', ')}.`)
}

/** One more filter from `--where "COLUMN=VALUE"`: the example mappings name no district. */
const filtered = (mapping: Mapping, { where }: CommandValues): Mapping => {
  if (typeof where !== 'string') return mapping
  const at = where.indexOf('=')
  const column = where.slice(0, Math.max(0, at)).trim()
  if (column === '') throw badInput('usage', '--where is written as COLUMN=VALUE.')
  const value = where.slice(at + 1).trim()
  return { ...mapping, filters: [...mapping.filters, { column, test: 'equals', value }] }
}

/** The mapping that --map and --table name. Throws a CommandFailure. */
export const fileMapping = (values: CommandValues): FileMapping => {
  const table = tableIn(values)
  const { map } = values
  if (typeof map !== 'string') throw badInput('usage', '--map names a file with the matching of the columns.')
  const text = textIn(map)
  const value = valueIn(text)
  if (typeof value === 'object' && value !== null && 'staff' in value) {
    if (table !== 'staffGroup') throw badInput('usage', 'District totals become staff groups: --table staffGroup.')
    return { kind: 'totals', totals: wanted(staffTotalsFrom(value)) }
  }
  const mapping = wanted(mappingFromJson(text))
  if (mapping.table !== table)
    throw badInput('usage', `The matching of --map is for the table ${mapping.table}, not for ${table}.`)
  return { kind: 'rows', mapping: filtered(mapping, values) }
}
