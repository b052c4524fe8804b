import { monthWords } from '../plan/month'
import type { Plan } from '../plan/plan'
import { sizeOf } from '../plan/size'
import { districtsOf } from './districts'
import { amount, type FigureKey } from './figure'
import type { Headline } from './headline'
import type { Status } from './status'

/** A plan as it stands beside those of other workbooks; `headline` null where it cannot be forecast yet. */
export type PlanBeside = { readonly plan: Plan; readonly headline: Headline | null }

/** What a plan has in one row: words, and how that stands where it is a figure with a line. */
export type BesideCell = { readonly text: string; readonly status: Status | null }

export type BesideRow = {
  readonly key: 'districts' | 'schools' | 'staff' | 'asOf' | FigureKey
  readonly label: string
  /** One for each plan, in their order. */
  readonly cells: readonly BesideCell[]
}

const bare = (text: string): BesideCell => ({ text, status: null })
const unknown: BesideCell = { text: '–', status: 'notKnown' }

/** How large each plan is, so that nobody compares a district of three schools with one of thirty unawares. */
const sizeRows = (plans: readonly PlanBeside[]): BesideRow[] => {
  const sizes = plans.map(({ plan }) => sizeOf(plan))
  return [
    { key: 'districts', label: 'Districts', cells: plans.map(({ plan }) => bare(amount(districtsOf(plan).length))) },
    { key: 'schools', label: 'Schools', cells: sizes.map(({ schools }) => bare(amount(schools))) },
    { key: 'staff', label: 'People on staff', cells: sizes.map(({ headcount }) => bare(amount(headcount))) },
    {
      key: 'asOf',
      label: 'Forecast from',
      cells: plans.map(({ headline }) => (headline ? bare(monthWords(headline.asOf)) : unknown)),
    },
  ]
}

/**
 * Plans of several workbooks side by side: how large they are, then the headline figures of each as its own Overview shows
 * them, held against its own lines. No differences: a region compares districts, not versions of one plan.
 */
export function plansBeside(plans: readonly PlanBeside[]): BesideRow[] {
  const first = plans.find(({ headline }) => headline !== null)?.headline
  const figures = (first?.figures ?? []).map(({ key, label }): BesideRow => {
    const cells = plans.map(({ headline }): BesideCell => {
      const figure = headline?.figures.find((one) => one.key === key)
      return figure ? { text: figure.text, status: figure.status } : unknown
    })
    return { key, label, cells }
  })
  return [...sizeRows(plans), ...figures]
}
