import { groupBy } from '../money/grouping'
import { periodIn, periodsOf } from '../money/position-months'
import type { Change } from '../plan/change'
import { parameterWords } from '../model/parameter-words'
import { baseParameters, parameterTable } from '../model/parameters'
import type { Value } from '../plan/field'
import { formatFte, formatMoney, formatValue, type Names } from '../plan/format'
import { addMonths, monthWords } from '../plan/month'
import { namesOf } from '../plan/names'
import type { Plan } from '../plan/plan'
import { applyChanges } from '../plan/apply'
import { isSettingKey, settings } from '../plan/settings'
import { tableNames, type TableName } from '../plan/table-name'
import { tableOf, type Row } from '../plan/tables'
import { kindWords, nameOf } from '../plan/words'
import { meanTurnover } from './levers'

/** The plan before and after, and what has been told already. */
type Telling = {
  readonly before: Plan
  readonly after: Plan
  readonly namesBefore: Names
  readonly namesAfter: Names
  readonly toldPositions: Set<string>
}

/** FTE in hundredths and place of a position in a month, filled or not. */
function stateIn(periods: readonly Row<'positionPeriod'>[], month: string): { fte: number; unitId: string | null } {
  const { fte, unitId } = periodIn(periods, month) ?? { fte: 0, unitId: null }
  return { fte, unitId }
}

/** The months in which a position may change: where a line begins, and the month after one ends. */
const turnsOf = (periods: readonly Row<'positionPeriod'>[]): string[] =>
  periods.flatMap(({ fromMonth, toMonth }) => (toMonth === null ? [fromMonth] : [fromMonth, addMonths(toMonth, 1)]))

/** Months in a row with one FTE before and another after; `to` null where it goes on for good. */
type Stretch = { readonly from: string; readonly to: string | null; readonly was: number; readonly is: number }

/** The stretches in which a position has another FTE than before. */
function stretchesOf(was: readonly Row<'positionPeriod'>[], is: readonly Row<'positionPeriod'>[]): Stretch[] {
  const turns = [...new Set([...turnsOf(was), ...turnsOf(is)])].toSorted()
  const stretches: Stretch[] = []
  for (const turn of turns) {
    const [old, now] = [stateIn(was, turn).fte, stateIn(is, turn).fte]
    const last = stretches.at(-1)
    if (last?.was === old && last.is === now) continue
    if (last?.to === null) stretches[stretches.length - 1] = { ...last, to: addMonths(turn, -1) }
    stretches.push({ from: turn, to: null, was: old, is: now })
  }
  return stretches.filter((stretch) => stretch.was !== stretch.is)
}

const stretchWords = ({ from, to, was, is }: Stretch): string =>
  `${formatFte(was)} → ${formatFte(is)} FTE from ${monthWords(from)}${to === null ? '' : ` to ${monthWords(to)}`}`

/** "Reading coach (C4), Lincoln: 1.0 → 0.5 FTE from Jul 2027"; null where another figure of the position changes. */
function fteSentence({ before, after }: Telling, positionId: string): string | null {
  const [was, is] = [periodsOf(before, positionId), periodsOf(after, positionId)]
  const stretches = stretchesOf(was, is)
  const [first] = stretches
  if (!first) return null
  const plan = after.position.has(positionId) ? after : before
  const unitId = stateIn(was, first.from).unitId ?? stateIn(is, first.from).unitId
  const place = unitId === null ? '' : `, ${nameOf(plan, 'unit', unitId)}`
  return `${nameOf(plan, 'position', positionId)}${place}: ${stretches.map(stretchWords).join('; ')}`
}

const emptyWords = 'empty'

function valueWords(names: Names, table: TableName, key: string, value: Value): string {
  const field = tableOf(table).fields[key]
  const text = field ? formatValue(field, value, names) : String(value)
  return text === '' ? emptyWords : text
}

/** A figure that need not be exact, as it is read: "1.67". */
const rounded = (text: string): string =>
  Number.isFinite(Number(text)) ? String(Number(Number(text).toFixed(2))) : text

/** What the factor comes to: " (15% → 25% leave in a year)", over all who practice. */
function leavingWords({ before, after }: Telling): string {
  const [was, is] = [before, after].map((plan) => Math.round(meanTurnover(plan) * 1000) / 10)
  return was === is ? '' : ` (${was}% → ${is}% leave in a year)`
}

/** A setting by its label: "Pay growth: 3% → 5%". Where it had no row, its default stood. */
function settingSentence(telling: Telling, key: string, was: string | null, is: string | null): string {
  if (!isSettingKey(key)) return `${key}: ${was ?? emptyWords} → ${is ?? emptyWords}`
  const { field, value } = settings[key]
  const words = (written: string | null): string => {
    const text = written ?? (typeof value === 'object' ? value.join('; ') : String(value))
    if (field.kind === 'share') return formatValue(field, Number(text))
    if (field.kind === 'money') return formatMoney(Number(text))
    if (field.kind === 'number') return rounded(text)
    return field.kind === 'choice' ? formatValue(field, text) : text
  }
  const further = key === 'turnoverFactor' ? leavingWords(telling) : ''
  return `${field.label}: ${words(was)} → ${words(is)}${further}`
}

/** A figure of the model by its label: "Months to fill a vacancy: 2 months → 6 months". Without a row the table's stood. */
function parameterSentence(key: string, was: string | null, is: string | null): string {
  const parameter = parameterTable.find((one) => one.key === key)
  if (!parameter) return `${key}: ${was ?? emptyWords} → ${is ?? emptyWords}`
  const words = (written: string | null): string => parameterWords(parameter, written ?? baseParameters[parameter.key])
  return `${parameter.label}: ${words(was)} → ${words(is)}`
}

function updateSentences(telling: Telling, change: Extract<Change, { kind: 'update' }>): string[] {
  const { before, namesBefore, namesAfter } = telling
  const row = before[change.table].get(change.id)
  return Object.entries(change.fields).flatMap(([key, { before: was, after: is }]) => {
    if (key === 'rank') return []
    if (change.table === 'setting' && key === 'value' && row) {
      return [settingSentence(telling, (row as Row<'setting'>).key, String(was), String(is))]
    }
    if (change.table === 'parameter' && key === 'value' && row) {
      return [parameterSentence((row as Row<'parameter'>).key, String(was), String(is))]
    }
    const label = tableOf(change.table).fields[key]?.label ?? key
    const name = nameOf(before, change.table, change.id)
    return [
      `${name}: ${label} ${valueWords(namesBefore, change.table, key, was)} → ${valueWords(namesAfter, change.table, key, is)}`,
    ]
  })
}

function rowSentence(telling: Telling, change: Exclude<Change, { kind: 'update' }>): string {
  const { table, id, kind } = change
  if (table === 'setting' || table === 'parameter') {
    const { key, value } = change.row as Row<'setting' | 'parameter'>
    const [was, is] = kind === 'insert' ? [null, value] : [value, null]
    return table === 'setting' ? settingSentence(telling, key, was, is) : parameterSentence(key, was, is)
  }
  const name = nameOf(kind === 'insert' ? telling.after : telling.before, table, id)
  const amount = table === 'sourceYear' ? `, ${formatMoney((change.row as Row<'sourceYear'>).amountCents)}` : ''
  return `${kind === 'insert' ? 'New' : 'Removed'} ${kindWords(table)}: ${name}${amount}`
}

/** The position that a change of FTE is about, or null. */
function positionIdOf({ before, after }: Telling, change: Change): string | null {
  if (change.table !== 'positionPeriod') return null
  const row = after.positionPeriod.get(change.id) ?? before.positionPeriod.get(change.id)
  return row?.positionId ?? null
}

function sentencesOf(telling: Telling, change: Change): string[] {
  const positionId = positionIdOf(telling, change)
  if (positionId !== null) {
    if (telling.toldPositions.has(positionId)) return []
    const sentence = fteSentence(telling, positionId)
    if (sentence !== null) {
      telling.toldPositions.add(positionId)
      return [sentence]
    }
  }
  return change.kind === 'update' ? updateSentences(telling, change) : [rowSentence(telling, change)]
}

const placeOf = new Map<TableName, number>(tableNames.map((name, at) => [name, at]))

/** What changes do to one table, in words. */
export type TableTelling = { readonly table: TableName; readonly lines: readonly string[] }

/** What changes do to a plan, in words, table by table; see `describeChanges`. */
export function describeByTable(plan: Plan, changes: readonly Change[]): TableTelling[] {
  const after = applyChanges(plan, changes)
  if (!after.ok) return []
  const telling: Telling = {
    before: plan,
    after: after.value,
    namesBefore: namesOf(plan),
    namesAfter: namesOf(after.value),
    toldPositions: new Set(),
  }
  const rankOf = ({ table, id }: Change): number => (after.value[table].get(id) ?? plan[table].get(id))?.rank ?? 0
  const inPlace = changes.toSorted(
    (a, b) => (placeOf.get(a.table) ?? 0) - (placeOf.get(b.table) ?? 0) || rankOf(a) - rankOf(b),
  )
  return [...groupBy(inPlace, ({ table }) => table)].map(([table, ofTable]) => ({
    table,
    lines: ofTable.flatMap((change) => sentencesOf(telling, change)),
  }))
}

/**
 * What changes do to a plan, in words, by table and the planner's order of rows: "Reading coach (C4), Lincoln: 1.0 → 0.5 FTE from Jul 2027". The
 * lines of a position are told together, as the months in which its FTE is another. Changes that do not fit the
 * plan are told as none.
 */
export const describeChanges = (plan: Plan, changes: readonly Change[]): string[] =>
  describeByTable(plan, changes).flatMap(({ lines }) => lines)
