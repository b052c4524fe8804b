import type { Change } from '@shared/plan/change'
import { insertChange } from '@shared/plan/edit'
import { addMonths } from '@shared/plan/month'
import { newRow, planRowId } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import type { Row } from '@shared/plan/tables'
import { createWorkbook } from '../../../electron/workbook/create'
import { systemEnvironment } from '../../../electron/workbook/environment'
import { idAt } from '../../fixtures/ids'

const [schoolsInADistrict, staffInAGroup] = [40, 5]
const start = '2026-07'
const roleNames = [
  'Grade K teacher',
  'Grade 1 teacher',
  'Grade 2 teacher',
  'Grade 3 teacher',
  'Grade 4 teacher',
  'Grade 5 teacher',
  'Bilingual teacher',
  'Special education teacher',
  'Reading specialist',
  'Interventionist',
  'Instructional aide',
]
const subscales = ['Leadership', 'Organization', 'Competency']
const levels = ['elementary', 'middle', 'high'] as const
const stages = ['exploring', 'installing', 'initial'] as const

/** What a workbook of the bench holds. */
export type Region = { readonly schools: number; readonly staff: number; readonly rows: number }

/** Rows of a new plan, with ids and ranks of their own. */
class Rows {
  readonly changes: Change[] = []

  add<T extends TableName>(table: T, values: Partial<Omit<Row<T>, 'id'>>, id = idAt(this.changes.length)): string {
    this.changes.push(insertChange(table, newRow(table, id, values, this.changes.length)))
    return id
  }

  count(table: TableName): number {
    return this.changes.filter((change) => change.table === table).length
  }
}

const indices = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

/** What all schools share. */
type Shared = {
  readonly roleIds: readonly string[]
  readonly componentIds: readonly string[]
  readonly waveIds: readonly string[]
  readonly sourceIds: readonly string[]
  readonly measureId: string
}

function sharedRows(rows: Rows): Shared {
  rows.add('plan', { district: 'Bench region', startMonth: start, horizonMonths: 60, currencyYear: 2026 }, planRowId)
  const componentIds = indices(6).map((at) => rows.add('component', { name: `Component ${at + 1}` }))
  const practitioners = roleNames.map((name) => rows.add('role', { name, kind: 'practitioner' }))
  const leader = rows.add('role', { name: 'Principal', kind: 'leader' })
  const waveIds = indices(5).map((at) =>
    rows.add('wave', {
      name: `Wave ${at + 1}`,
      kind: at === 0 ? 'pilot' : 'scale',
      startMonth: addMonths(start, 6 * at),
    }),
  )
  const sourceIds = indices(8).map((at) => rows.add('fundingSource', { name: `Fund ${at + 1}`, startMonth: start }))
  for (const sourceId of sourceIds)
    for (const fiscalYear of [2027, 2028, 2029])
      rows.add('sourceYear', { sourceId, fiscalYear, amountCents: 4_000_000_000 })
  const measureId = rows.add('fidelityMeasure', { name: 'Walkthrough', componentIds })
  return { roleIds: [...practitioners, leader], componentIds, waveIds, sourceIds, measureId }
}

/** What is watched in one school: where each component stands, walkthroughs by role and term, capacity by term. */
function watch(rows: Rows, unitId: string, n: number, { roleIds, componentIds, measureId }: Shared): void {
  for (const [c, componentId] of componentIds.entries()) {
    rows.add('stage', { unitId, componentId, stage: pick(stages, n + c) })
    for (const term of indices(4)) {
      const staffObserved = 4 + ((n + c) % 6)
      const counts = { staffObserved, trained: staffObserved - 1, using: staffObserved - 2, atFidelity: (n + term) % 3 }
      const date = `${addMonths(start, 3 + term * 4)}-15`
      rows.add('observation', { measureId, unitId, componentId, roleId: pick(roleIds, n + term), date, ...counts })
    }
  }
  for (const [at, subscale] of subscales.entries())
    for (const date of ['2026-10-01', '2027-04-01'])
      rows.add('capacityAssessment', { unitId, subscale, date, points: 4 + ((n + at) % 10), maximum: 18 })
}

/** Who helps one school, what it costs, and which fund pays. */
function fund(rows: Rows, unitId: string, n: number, { sourceIds }: Shared): void {
  for (const at of indices(2)) {
    const positionId = rows.add('position', { title: `Coach ${n}-${at}`, code: `C${n}-${at}`, function: 'coach' })
    for (const year of indices(2)) {
      const fromMonth = addMonths(start, year * 12 + at)
      rows.add('positionPeriod', { positionId, unitId, fromMonth, fte: 50, salaryCents: 7_800_000 + year * 200_000 })
    }
    rows.add('assignment', { positionId, sourceId: pick(sourceIds, n + at) })
  }
  for (const at of indices(3)) {
    const lineId = rows.add('costLine', {
      name: `Materials ${n}-${at}`,
      unitId,
      amountCents: 120_000 + n * 100,
      firstMonth: addMonths(start, at),
    })
    for (const fiscalYear of [2027, 2028]) rows.add('lineYear', { lineId, fiscalYear, plannedCents: 130_000 + n * 100 })
    rows.add('assignment', { costLineId: lineId, sourceId: pick(sourceIds, n + at + 1) })
  }
}

/** What one school has before it: sessions, steps, duties, barriers, and notes on them. */
function schedule(rows: Rows, unitId: string, n: number, { roleIds, componentIds }: Shared): void {
  for (const at of indices(10))
    rows.add('session', {
      title: `Session ${n}-${at}`,
      month: addMonths(start, 2 + at * 4),
      unitIds: [unitId],
      roleIds: [pick(roleIds, at), pick(roleIds, at + 1)],
      componentIds: [pick(componentIds, at)],
      methods: ['theory', 'demonstration'],
    })
  for (const at of indices(6)) {
    const aboutRow = rows.add('milestone', { name: `Step ${n}-${at}`, unitId, month: addMonths(start, 4 + at * 6) })
    rows.add('responsibility', { name: `Duty ${n}-${at}`, unitId, carriedBy: 'Principal' })
    rows.add('note', { aboutTable: 'milestone', aboutRow, text: `Agreed with school ${n}`, date: '2026-08-20' })
  }
  for (const at of indices(2)) {
    const raisedOn = `${addMonths(start, at + 3)}-05`
    rows.add('barrier', { unitId, description: `Time for teams, ${n}-${at}`, level: 'school', raisedOn })
  }
}

/** A region of so many schools: each has 60 people in 12 groups, and about a hundred rows about it. */
function regionRows(schools: number): Rows {
  const rows = new Rows()
  const shared = sharedRows(rows)
  const region = rows.add('unit', { name: 'Bench region', kind: 'region' })
  let district = region
  for (const n of indices(schools)) {
    if (n % schoolsInADistrict === 0)
      district = rows.add('unit', {
        name: `District ${n / schoolsInADistrict + 1}`,
        kind: 'district',
        parentId: region,
      })
    const level = pick(levels, n)
    const waveId = pick(shared.waveIds, n)
    const unitId = rows.add('unit', { name: `School ${n + 1}`, parentId: district, waveId, level, capacity: 1500 })
    for (const roleId of shared.roleIds) rows.add('staffGroup', { unitId, roleId, headcount: staffInAGroup })
    watch(rows, unitId, n, shared)
    fund(rows, unitId, n, shared)
    schedule(rows, unitId, n, shared)
  }
  return rows
}

/** Makes a workbook of so many schools. */
export function makeRegion(path: string, schools: number): Region {
  const rows = regionRows(schools)
  const made = createWorkbook(path, { changes: rows.changes }, systemEnvironment())
  if (!made.ok) throw new Error(made.error.message)
  made.value.close()
  return { schools, staff: rows.count('staffGroup') * staffInAGroup, rows: rows.changes.length }
}
