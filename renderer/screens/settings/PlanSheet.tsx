import { DataSheet } from '../../components/DataSheet/DataSheet'
import { useRows } from '../../stores/rows'
const columns = [
  { key: 'district', width: 260 },
  'startMonth',
  'horizonMonths',
  'asOfMonth',
  'fiscalYearStart',
  'currencyYear',
] as const
/** The frame of the plan: whose it is, when it starts, how far it looks. */
export function PlanSheet() {
  const rows = useRows('plan')
  return <DataSheet table="plan" columns={columns} rows={rows} title="The plan" canAdd={false} />
}
