import { randomUUID } from 'node:crypto'
import type { Change } from '@shared/plan/change'
import { insertChange } from '@shared/plan/edit'
import { addMonths } from '@shared/plan/month'
import { newRow, planRowId } from '@shared/plan/plan'
import type { TableName } from '@shared/plan/table-name'
import type { Row } from '@shared/plan/tables'
import { createWorkbook } from '../../../electron/workbook/create'
import { systemEnvironment } from '../../../electron/workbook/environment'

const [schools, roles, components, waves, coaches] = [30, 3, 6, 5, 12]
const start = '2026-07'

const indices = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

/** Rows of a new plan, with ids and ranks of their own. */
class Rows {
  readonly changes: Change[] = []

  add<T extends TableName>(table: T, values: Partial<Omit<Row<T>, 'id'>>, id: string = randomUUID()): string {
    this.changes.push(insertChange(table, newRow(table, id, values, this.changes.length)))
    return id
  }
}

/** 30 schools × 3 roles × 6 components × 60 months in five waves, with sessions, and fewer coaches than are needed. */
function districtRows(): Change[] {
  const rows = new Rows()
  rows.add('plan', { district: 'Bench district', startMonth: start, horizonMonths: 60, currencyYear: 2026 }, planRowId)
  const district = rows.add('unit', { name: 'Bench district', kind: 'district', capacity: 2500 })
  const componentIds = indices(components).map((at) => rows.add('component', { name: `Component ${at + 1}` }))
  const roleIds = indices(roles).map((at) => rows.add('role', { name: `Teachers ${at + 1}`, kind: 'practitioner' }))
  const waveIds = indices(waves).map((at) =>
    rows.add('wave', {
      name: `Wave ${at + 1}`,
      kind: at === 0 ? 'pilot' : 'scale',
      startMonth: addMonths(start, 6 * at),
    }),
  )
  for (const at of indices(schools)) {
    const waveId = waveIds[at % waves] ?? null
    const unitId = rows.add('unit', { name: `School ${at + 1}`, parentId: district, waveId, capacity: 1500 })
    for (const [role, roleId] of roleIds.entries())
      rows.add('staffGroup', { unitId, roleId, headcount: 10 + ((at + 7 * role) % 15), annualTurnover: 1600 })
  }
  for (const [at, waveId] of waveIds.entries()) {
    for (const later of [1, 7, 13])
      rows.add('session', {
        title: `Session ${later} of wave ${at + 1}`,
        month: addMonths(start, 6 * at + later),
        componentIds,
        waveIds: [waveId],
        methods: ['theory', 'demonstration', 'practice'],
        hours: 14,
      })
  }
  for (const at of indices(coaches + 2)) {
    const isCoach = at < coaches
    const positionId = rows.add('position', {
      title: isCoach ? `Coach ${at + 1}` : `System builder ${at - coaches + 1}`,
      function: isCoach ? 'coach' : 'systems',
    })
    rows.add('positionPeriod', { positionId, unitId: district, fromMonth: start, fte: 100, salaryCents: 8_000_000 })
  }
  return rows.changes
}

/** Makes the workbook of the bench. */
export function makeDistrict(path: string): void {
  const made = createWorkbook(path, { changes: districtRows() }, systemEnvironment())
  if (!made.ok) throw new Error(made.error.message)
  made.value.close()
}
