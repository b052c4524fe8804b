import type { CoachingNeed } from '@shared/forecast/coaching-need'
import { formatNumber } from '@shared/plan/format'
import { addMonths, monthWords } from '@shared/plan/month'
import type { Figure } from '../../charts/figure'

const hours = (value: number): string => formatNumber(Math.round(value))

/** The sentence that says whether there is coaching time enough, and when it is shortest. */
function finding({ unmetHours, neededHours }: CoachingNeed, start: string): string {
  if (neededHours.every((value) => value === 0)) return 'Nobody needs coaching yet in this forecast'
  const short = unmetHours.reduce((count, value) => count + (value >= 0.5 ? 1 : 0), 0)
  if (short === 0) return 'There is coaching time enough in every month'
  const most = unmetHours.reduce((a, b) => Math.max(a, b), 0)
  const month = monthWords(addMonths(start, unmetHours.indexOf(most)))
  return `Coaching time is short in ${short} of ${unmetHours.length} months, most in ${month}: ${hours(most)} hours`
}

/** Coach hours needed and available by month, as a figure. */
export function coachFigure(need: CoachingNeed, start: string): Figure {
  const needed = need.neededHours.reduce((a, b) => a + b, 0)
  const available = need.availableHours.reduce((a, b) => a + b, 0)
  const months = Math.max(1, need.neededHours.length)
  return {
    id: 'coach-time',
    title: finding(need, start),
    summary: `On average ${hours(needed / months)} hours a month are needed and ${hours(available / months)} available, in months of full instruction.`,
    categoryLabel: 'Month',
    categories: [...need.neededHours].map((_, i) => monthWords(addMonths(start, i))),
    series: [
      { key: 'needed', label: 'Hours needed', values: [...need.neededHours] },
      { key: 'available', label: 'Hours available', values: [...need.availableHours] },
    ],
    format: hours,
  }
}
