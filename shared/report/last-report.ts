import { figureOf, type FigureKey, type Headline } from '../forecast/headline'
import type { Change } from '../plan/change'
import { dayWords } from '../plan/day'
import { insertChange, rankAtEnd, updateChange } from '../plan/edit'
import { newRow, rowsOf, type Plan } from '../plan/plan'
import type { Audience } from './report'
import type { ReportOptions } from './report-input'

/** The figures that are held against the last report's: those of the summary. */
export const keptFigures: readonly FigureKey[] = ['schoolsAtScale', 'fidelity', 'coaching', 'cost', 'recurringNeed']

/** What an earlier report printed, by figure. */
export type LastReport = { readonly date: string; readonly texts: Readonly<Record<string, string>> }

function textsOf(written: string | null): Record<string, string> {
  try {
    const read: unknown = JSON.parse(written ?? '')
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(
      Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    // typed in by hand, or from another program: no figures to hold against
    return {}
  }
}

/** The last report for the same readers before `date`; null where there is none. */
export function lastReport(plan: Plan, audience: Audience, date: string): LastReport | null {
  const last = rowsOf(plan, 'report')
    .filter((row) => row.audience === audience && row.date < date)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .at(-1)
  return last ? { date: last.date, texts: textsOf(last.figures) } : null
}

/** "In the report of 2/3/2026: 0 of 7." behind a figure; empty where the last report did not print it. */
export function lastTime(last: LastReport | null, key: FigureKey): string {
  const text = last?.texts[key]
  return last === null || text === undefined ? '' : ` In the report of ${dayWords(last.date)}: ${text}.`
}

/** What keeps a report that was handed out in the plan, with its figures as printed; one of the same day for the same readers gives way. */
export function reportChanges(plan: Plan, headline: Headline, options: ReportOptions, newId: () => string): Change[] {
  const { audience, date, decisionAsked, contact } = options
  const figures = JSON.stringify(Object.fromEntries(keptFigures.map((key) => [key, figureOf(headline, key).text])))
  const values = { audience, date, decisionAsked, contact, figures }
  const same = rowsOf(plan, 'report').find((row) => row.audience === audience && row.date === date)
  if (!same) return [insertChange('report', newRow('report', newId(), values, rankAtEnd(plan, 'report')))]
  const changed = updateChange(same, 'report', values)
  return changed ? [changed] : []
}
