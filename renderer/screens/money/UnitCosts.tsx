import { amount, dollars } from '@shared/forecast/figure'
import { planSeries } from '@shared/forecast/run'
import type { Ledger } from '@shared/money/ledger'
import { unitCosts, type UnitCost } from '@shared/money/unit-costs'
import { monthsBetween } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import { useMemo } from 'react'
import { PlainTable, type PlainRow } from '../../components/PlainTable'
import { useForecast } from '../../stores/forecast'
import { outlookOf } from '../../stores/outlook'
import type { PlanForecast } from '../../stores/plan-forecast'

type Props = { readonly plan: Plan; readonly ledger: Ledger }

/** How many practice with fidelity at the end of a month, by a forecast. */
function atFidelityOf(shown: PlanForecast | null): (month: string) => number | null {
  if (!shown) return () => null
  const { runs, headline } = outlookOf(shown)
  const people = runs.reduce((sum, { forecast }) => sum + forecast.headcount, 0)
  const fidelity = planSeries(runs, 'fidelity')
  return (month) => {
    const share = fidelity[monthsBetween(headline.asOf, month)]
    return share === undefined ? null : share * people
  }
}

const count = (value: number | null): string => (value === null ? '–' : amount(Math.round(value)))

/** What a fiscal year costs for each school, staff member, student and person at fidelity that it reaches. */
export function UnitCosts({ plan, ledger }: Props) {
  const shown = useForecast((s) => s.shown)
  const years = useMemo(() => unitCosts(plan, ledger, atFidelityOf(shown)), [plan, ledger, shown])
  const row = (
    key: string,
    label: string,
    cents: (year: UnitCost) => number | null,
    reached: (year: UnitCost) => number | null,
  ): PlainRow => ({
    key,
    label,
    cells: years.map((year) => {
      const each = cents(year)
      return each === null ? '–' : `${dollars(each)} (${count(reached(year))})`
    }),
  })
  return (
    <PlainTable
      title="What a year costs for each of those it reaches"
      description="In parentheses how many: schools that have started by the end of the year, the staff and students there, and those who practice with fidelity then, by the forecast."
      firstHead="Cost for each"
      head={years.map(({ fiscalYear }) => String(fiscalYear))}
      rows={[
        row(
          'school',
          'School',
          (year) => year.perSchoolCents,
          (year) => year.schools,
        ),
        row(
          'staff',
          'Staff member who practices',
          (year) => year.perStaffCents,
          (year) => year.staff,
        ),
        row(
          'student',
          'Student',
          (year) => year.perStudentCents,
          (year) => year.students,
        ),
        row(
          'fidelity',
          'Person at fidelity',
          (year) => year.perPersonAtFidelityCents,
          (year) => year.atFidelity,
        ),
      ]}
    />
  )
}
