import type { Change } from '../plan/change'
import { insertChange, rankAtEnd, updateChange } from '../plan/edit'
import { parseText, type Names } from '../plan/format'
import { newRow, rowsOf, type Plan } from '../plan/plan'
import { tables, type Row } from '../plan/tables'

/** The figures of one line of a round, in the order of the grid. */
export const roundKeys = ['staffObserved', 'trained', 'using', 'atFidelity', 'score'] as const
export type RoundKey = (typeof roundKeys)[number]

/** One line: a school and a component, and what is typed into it. */
export type RoundLine = {
  readonly unitId: string
  readonly componentId: string
  readonly texts: Readonly<Record<RoundKey, string>>
}

export type RoundEntry = { readonly measureId: string; readonly date: string; readonly lines: readonly RoundLine[] }

/** What keeps a line from being taken. */
export type RoundProblem = { readonly line: number; readonly key: RoundKey; readonly message: string }

type Values = { readonly [K in RoundKey]: number | null }

const fields = tables.observation.fields
const empty: RoundLine['texts'] = { staffObserved: '', trained: '', using: '', atFidelity: '', score: '' }
const written = (value: number | null): string => (value === null ? '' : String(value))

const sameRow = (plan: Plan, entry: Omit<RoundEntry, 'lines'>, line: RoundLine): Row<'observation'> | undefined =>
  rowsOf(plan, 'observation').find(
    (row) =>
      row.measureId === entry.measureId &&
      row.date === entry.date &&
      row.unitId === line.unitId &&
      row.componentId === line.componentId &&
      row.roleId === null,
  )

/** One line for each school and component of the measure; what is entered already for that day stands in it. */
export function roundLines(plan: Plan, measureId: string, date: string, unitIds: readonly string[]): RoundLine[] {
  const componentIds = plan.fidelityMeasure.get(measureId)?.componentIds ?? []
  return unitIds.flatMap((unitId) =>
    componentIds.map((componentId): RoundLine => {
      const line = { unitId, componentId, texts: empty }
      const row = sameRow(plan, { measureId, date }, line)
      if (!row) return line
      const { staffObserved, trained, using, atFidelity, score } = row
      const values = { staffObserved, trained, using, atFidelity, score }
      const texts = Object.fromEntries(roundKeys.map((key) => [key, written(values[key])]))
      return { ...line, texts: texts as RoundLine['texts'] }
    }),
  )
}

const isBlank = ({ texts }: RoundLine): boolean => roundKeys.every((key) => texts[key].trim() === '')

function readLine({ texts }: RoundLine, at: number, names: Names): { values: Values; problems: RoundProblem[] } {
  const values: Record<string, number | null> = {}
  const problems: RoundProblem[] = []
  const refuse = (key: RoundKey, message: string): unknown => problems.push({ line: at, key, message })
  for (const key of roundKeys) {
    const read = texts[key].trim() === '' ? null : parseText(fields[key], texts[key], names)
    if (read?.ok === false) refuse(key, read.error)
    values[key] = read?.ok === true ? Number(read.value) : null
  }
  const { staffObserved, using, atFidelity, trained } = values as Values
  if (texts.staffObserved.trim() === '') refuse('staffObserved', 'Say how many were observed.')
  const most: readonly [RoundKey, number | null, number | null, string][] = [
    ['trained', trained, staffObserved, 'Not more can be trained than were observed.'],
    ['using', using, staffObserved, 'Not more can use it than were observed.'],
    ['atFidelity', atFidelity, using ?? 0, 'Not more can use it with fidelity than use it.'],
  ]
  for (const [key, part, whole, message] of most)
    if (part !== null && whole !== null && part > whole) refuse(key, message)
  return { values: values as Values, problems }
}

/** What is in the way of a round: every line that is begun needs its people, and counts that are parts of each other. */
export function roundProblems({ lines }: RoundEntry, names: Names): RoundProblem[] {
  return lines.flatMap((line, at) => (isBlank(line) ? [] : readLine(line, at, names).problems))
}

/** How many lines of a round are filled in. */
export const filledLines = (lines: readonly RoundLine[]): number => lines.filter((line) => !isBlank(line)).length

/**
 * A round as one set of changes: lines that are filled in become observations, or change those entered for the same day,
 * school and component. Empty lines change nothing. Lines with problems (`roundProblems`) are left out.
 */
export function roundChanges(plan: Plan, entry: RoundEntry, names: Names, newId: () => string): Change[] {
  const rank = rankAtEnd(plan, 'observation')
  let added = 0
  return entry.lines.flatMap((line, at): Change[] => {
    if (isBlank(line)) return []
    const { values, problems } = readLine(line, at, names)
    if (problems.length > 0 || values.staffObserved === null) return []
    const { trained, score } = values
    const given = {
      staffObserved: values.staffObserved,
      trained,
      using: values.using ?? 0,
      atFidelity: values.atFidelity ?? 0,
      score,
    }
    const row = sameRow(plan, entry, line)
    if (row) {
      const change = updateChange(row, 'observation', given)
      return change ? [change] : []
    }
    const { measureId, date } = entry
    const { unitId, componentId } = line
    const fresh = newRow('observation', newId(), { measureId, date, unitId, componentId, ...given }, rank + added)
    added += 1
    return [insertChange('observation', fresh)]
  })
}
