import type { PlanSize } from '@shared/contract/workbook'

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

/** A line for the list of recent workbooks: "7 schools, 245 staff"; null for a plan without schools. */
export function summaryOf({ schools, headcount }: PlanSize): string | null {
  const staff = Math.round(headcount)
  if (schools === 0) return null
  const school = counted(schools, 'school', 'schools')
  return staff === 0 ? school : `${school}, ${counted(staff, 'person on staff', 'staff')}`
}
