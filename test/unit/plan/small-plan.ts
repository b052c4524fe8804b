import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import { insertChange, updateChange } from '@shared/plan/edit'
import { emptyPlan, newRow, planRowId, type Plan } from '@shared/plan/plan'
import { tableNames, type TableName } from '@shared/plan/table-name'
import type { Row } from '@shared/plan/tables'
import { idAt } from '../../fixtures/ids'

/** The id of the `count`-th row of a table in the small plan. */
export const rowId = (table: TableName, count = 1): string =>
  table === 'plan' ? planRowId : idAt(count, tableNames.indexOf(table))

/** The change that adds a row as the `count`-th of its table. */
export const added = <T extends TableName>(table: T, values: Partial<Omit<Row<T>, 'id'>>, count = 1): Change =>
  insertChange(table, newRow(table, rowId(table, count), values, count))

/** The plan after the changes; they must fit. */
export const after = (plan: Plan, changes: readonly Change[]): Plan => {
  const result = applyChanges(plan, changes)
  if (!result.ok) throw new Error(result.error[0]?.message)
  return result.value
}

/** The change that gives the `count`-th row of a table new values. */
export const edited = <T extends TableName>(
  plan: Plan,
  table: T,
  values: Partial<Omit<Row<T>, 'id'>>,
  count = 1,
): Change => {
  const row = plan[table].get(rowId(table, count))
  const change = row === undefined ? null : updateChange(row, table, values)
  if (change === null) throw new Error('nothing changes')
  return change
}

/** What builds the small plan: a district with two schools, one of everything that the rules speak of. */
export const smallPlanChanges: readonly Change[] = [
  added('plan', { district: 'North', startMonth: '2026-07', currencyYear: 2026 }),
  added('setting', { key: 'turnoverFactor', value: '1.2' }),
  added('parameter', { key: 'peerInfluence', value: '0.07', low: 0.03, high: 0.15 }),
  added('gate', { name: 'After the pilot' }),
  added('gateCriterion', { gateId: rowId('gate') }),
  added('wave', { name: 'Pilot', kind: 'pilot', startMonth: '2026-07' }),
  added('wave', { name: 'Wave 1', gateId: rowId('gate') }, 2),
  added('unit', { name: 'North District', kind: 'district' }),
  added('unit', { name: 'Lincoln', parentId: rowId('unit'), waveId: rowId('wave') }, 2),
  added('unit', { name: 'Washington', parentId: rowId('unit') }, 3),
  added('role', { name: 'Teacher' }),
  added('role', { name: 'Principal', kind: 'leader' }, 2),
  added('staffGroup', { unitId: rowId('unit', 2), roleId: rowId('role'), headcount: 30 }),
  added('staffGroup', { unitId: rowId('unit', 3), roleId: rowId('role'), headcount: 25 }, 2),
  added('component', { name: 'Daily lesson' }),
  added('component', { name: 'Small groups', prerequisiteIds: [rowId('component')] }, 2),
  added('component', { name: 'Check-ins', prerequisiteIds: [rowId('component', 2)] }, 3),
  added('stage', { componentId: rowId('component'), unitId: rowId('unit', 2) }),
  added('fidelityMeasure', { name: 'Walkthrough', componentIds: [rowId('component')] }),
  added('observation', {
    measureId: rowId('fidelityMeasure'),
    unitId: rowId('unit', 2),
    componentId: rowId('component'),
    date: '2026-11-02',
    staffObserved: 20,
    trained: 15,
    using: 10,
    atFidelity: 5,
  }),
  added('outcomeMeasure', { name: 'Reading' }),
  added('outcomeResult', {
    measureId: rowId('outcomeMeasure'),
    unitId: rowId('unit', 2),
    date: '2026-11-02',
    value: 3,
  }),
  added('capacityAssessment', {
    unitId: rowId('unit'),
    date: '2026-09-01',
    subscale: 'Leadership',
    points: 12,
    maximum: 20,
  }),
  added('session', { title: 'Kick-off', month: '2026-08', unitIds: [rowId('unit', 2)] }),
  added('position', { title: 'Reading coach', code: 'C-1' }),
  added('position', { title: 'Reading coach', code: 'C-2' }, 2),
  added('positionPeriod', { positionId: rowId('position'), fromMonth: '2026-07', toMonth: '2029-06' }),
  added('responsibility', { name: 'Coaching', unitId: rowId('unit', 2) }),
  added('fundingSource', { name: 'Grant', isRecurring: false, startMonth: '2026-07', obligationEndMonth: '2028-06' }),
  added('fundingSource', { name: 'General fund' }, 2),
  added('sourceYear', { sourceId: rowId('fundingSource'), fiscalYear: 2027, amountCents: 9_000_000 }),
  added('costLine', { name: 'Books', firstMonth: '2026-08', lastMonth: '2027-08' }),
  added('lineYear', { lineId: rowId('costLine'), fiscalYear: 2027 }),
  added('assignment', { positionId: rowId('position'), sourceId: rowId('fundingSource'), share: 6000 }),
  added('assignment', { positionId: rowId('position'), sourceId: rowId('fundingSource', 2) }, 2),
  added('assignment', { costLineId: rowId('costLine'), sourceId: rowId('fundingSource', 2), share: 10_000 }, 3),
  added('milestone', { name: 'All trained', month: '2027-06', waveId: rowId('wave') }),
  added('communication', { audience: 'Families' }),
  added('barrier', { raisedOn: '2026-10-01', description: 'No substitutes' }),
  added('decision', { date: '2026-12-01', question: 'Go on?', followUpOn: '2027-03-01' }),
  added('reorganisationMove', { positionId: rowId('position') }),
  added('report', { date: '2026-12-15' }),
  added('note', { aboutTable: 'unit', aboutRow: rowId('unit', 3), text: 'New principal' }),
]

export const smallPlan: Plan = after(emptyPlan, smallPlanChanges)
