import { dayWords } from './day'
import { monthWords } from './month'
import { planRow, type Plan } from './plan'
import { settings, isSettingKey } from './settings'
import type { TableName } from './table-name'
import { tables, type AnyRow, type Row } from './tables'

/** Finds a row of a plan, or of a plan that is about to be. */
export type RowLookup = (table: TableName, id: string) => AnyRow | undefined

/** Finds the rows of a plan. */
export const lookupOf =
  (plan: Plan): RowLookup =>
  (table, id) =>
    plan[table].get(id)

/** What stands in place of the name of a row that is not there. */
export const removedRow = '(deleted)'

type NameOf = (table: TableName, id: string | null) => string
type Naming = { readonly [T in TableName]: (row: Row<T>, name: NameOf) => string }

const joined = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ')
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text)
const at = (what: string, unitId: string | null, name: NameOf): string =>
  unitId === null ? what : `${what} at ${name('unit', unitId)}`

const naming: Naming = {
  plan: (row) => row.district,
  setting: (row) => (isSettingKey(row.key) ? settings[row.key].field.label : row.key),
  parameter: (row) => row.key,
  unit: (row) => row.name,
  wave: (row) => row.name,
  role: (row) => row.name,
  staffGroup: (row, name) => at(name('role', row.roleId), row.unitId, name),
  component: (row) => row.name,
  stage: (row, name) => at(name('component', row.componentId), row.unitId, name),
  fidelityMeasure: (row) => joined(row.name, row.version),
  observation: (row, name) => joined(at(name('component', row.componentId), row.unitId, name), dayWords(row.date)),
  outcomeMeasure: (row) => row.name,
  outcomeResult: (row, name) => joined(at(name('outcomeMeasure', row.measureId), row.unitId, name), dayWords(row.date)),
  capacityAssessment: (row, name) => joined(at(row.subscale, row.unitId, name), dayWords(row.date)),
  session: (row) => row.title,
  position: (row) => (row.code === null ? row.title : `${row.title} (${row.code})`),
  positionPeriod: (row, name) => `${name('position', row.positionId)} from ${monthWords(row.fromMonth)}`,
  responsibility: (row, name) => at(row.name, row.unitId, name),
  fundingSource: (row) => row.name,
  sourceYear: (row, name) => joined(name('fundingSource', row.sourceId), `fiscal year ${row.fiscalYear}`),
  costLine: (row) => row.name,
  lineYear: (row, name) => joined(name('costLine', row.lineId), `fiscal year ${row.fiscalYear}`),
  assignment: (row, name) => {
    if (row.positionId !== null) return `${name('fundingSource', row.sourceId)} for ${name('position', row.positionId)}`
    if (row.sessionId !== null) return `${name('fundingSource', row.sourceId)} for ${name('session', row.sessionId)}`
    return `${name('fundingSource', row.sourceId)} for ${name('costLine', row.costLineId)}`
  },
  milestone: (row) => row.name,
  communication: (row) => joined(row.audience, row.channel),
  barrier: (row) => short(row.description),
  decision: (row) => short(row.question),
  gate: (row) => row.name,
  gateCriterion: (row, name) =>
    `${name('gate', row.gateId)}: ${tables.gateCriterion.fields.kind.options[row.kind] ?? row.kind}`,
  reorganisationMove: (row, name) =>
    row.positionId === null ? (row.duty ?? 'Move') : name('position', row.positionId),
  note: (row) => short(row.text),
  report: (row) =>
    `${tables.report.fields.audience.options[row.audience] ?? row.audience} report, ${dayWords(row.date)}`,
}

/** What a row is called on screen, the names of the rows that it refers to found with `lookup`. */
export const nameOfRow = (lookup: RowLookup, table: TableName, row: AnyRow): string => {
  const name: NameOf = (other, id) => {
    const found = id === null ? undefined : lookup(other, id)
    return found === undefined ? removedRow : nameOfRow(lookup, other, found)
  }
  const words = naming[table] as unknown as (row: AnyRow, name: NameOf) => string
  return words(row, name)
}

/** What a row is called on screen; "(deleted)" where there is no such row. */
export const nameOf = (plan: Plan, table: TableName, id: string): string => {
  const row = lookupOf(plan)(table, id)
  return row === undefined ? removedRow : nameOfRow(lookupOf(plan), table, row)
}

/** The district that the plan is for; an empty text in a plan that has no plan row yet. */
export const districtOf = (plan: Plan): string => planRow(plan)?.district ?? ''

/** One row and several rows of a table, in running text. */
const counted: Readonly<Record<TableName, readonly [one: string, many: string]>> = {
  plan: ['plan', 'plans'],
  setting: ['setting', 'settings'],
  parameter: ['model parameter', 'model parameters'],
  unit: ['school or department', 'schools or departments'],
  wave: ['wave', 'waves'],
  role: ['role', 'roles'],
  staffGroup: ['staff group', 'staff groups'],
  component: ['component', 'components'],
  stage: ['stage', 'stages'],
  fidelityMeasure: ['fidelity measure', 'fidelity measures'],
  observation: ['observation', 'observations'],
  outcomeMeasure: ['outcome measure', 'outcome measures'],
  outcomeResult: ['outcome result', 'outcome results'],
  capacityAssessment: ['capacity score', 'capacity scores'],
  session: ['learning session', 'learning sessions'],
  position: ['position', 'positions'],
  positionPeriod: ['line of a position', 'lines of positions'],
  responsibility: ['responsibility', 'responsibilities'],
  fundingSource: ['funding source', 'funding sources'],
  sourceYear: ['yearly amount of a fund', 'yearly amounts of funds'],
  costLine: ['cost line', 'cost lines'],
  lineYear: ['yearly amount of a cost line', 'yearly amounts of cost lines'],
  assignment: ['payment', 'payments'],
  milestone: ['milestone', 'milestones'],
  communication: ['message', 'messages'],
  barrier: ['barrier', 'barriers'],
  decision: ['decision', 'decisions'],
  gate: ['gate', 'gates'],
  gateCriterion: ['gate criterion', 'gate criteria'],
  reorganisationMove: ['reorganization move', 'reorganization moves'],
  note: ['note', 'notes'],
  report: ['report', 'reports'],
}

/** How many rows of a table, in running text: "1 staff group", "3 staff groups". */
export const countWords = (table: TableName, count: number): string =>
  `${count.toLocaleString('en-US')} ${counted[table][count === 1 ? 0 : 1]}`

/** What one row of a table is called in running text: "staff group". */
export const kindWords = (table: TableName): string => counted[table][0]
