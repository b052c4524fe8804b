import { dosesOf, monthsForDose, type Dose } from '../../forecast/dose'
import { rowsOf, type Plan } from '../../plan/plan'
import { nameOf } from '../../plan/words'
import { table } from '../blocks'
import type { Block, ReportCell } from '../report'

const meanHours = (doses: readonly Dose[]): number => {
  const people = doses.reduce((sum, { headcount }) => sum + headcount, 0)
  return doses.reduce((sum, { headcount, expectedHours }) => sum + headcount * expectedHours, 0) / people
}

/** Whom it reaches least: "Instructional aide, Wave 3". */
const whoGetsLeast = (plan: Plan, doses: readonly Dose[]): ReportCell[] => {
  const least = doses.reduce((a, b) => (b.expectedHours < a.expectedHours ? b : a))
  const most = doses.reduce((hours, { expectedHours }) => Math.max(hours, expectedHours), 0)
  // the same for all, as far as it is shown
  if (most - least.expectedHours < 0.05) return [least.expectedHours, 'Everybody']
  return [least.expectedHours, `${nameOf(plan, 'role', least.roleId)}, ${nameOf(plan, 'wave', least.waveId)}`]
}

/** How much training a person gets on each component against what it needs, and who gets the least. */
export const doseTable = (plan: Plan): Block[] => {
  const doses = dosesOf(plan)
  return table({
    id: 'dose',
    title: `Hours of training for each person within ${monthsForDose} months of the start of a wave`,
    columns: [
      { label: 'Component', kind: 'text' },
      { label: 'Needed', kind: 'decimal' },
      { label: 'Expected, on average', kind: 'decimal' },
      { label: 'Expected at the least', kind: 'decimal' },
      { label: 'For', kind: 'text' },
    ],
    rows: rowsOf(plan, 'component').flatMap(({ id, name, trainingHoursNeeded }): ReportCell[][] => {
      const mine = doses.filter(({ componentId }) => componentId === id)
      return mine.length === 0 ? [] : [[name, trainingHoursNeeded, meanHours(mine), ...whoGetsLeast(plan, mine)]]
    }),
  })
}
