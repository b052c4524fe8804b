import { headlineOf, type Headline } from '../forecast/headline'
import type { Likely } from '../forecast/likely'
import type { Missing } from '../forecast/missing'
import { runPlan, type DistrictRun } from '../forecast/run'
import type { Ledger } from '../money/ledger'
import type { Plan } from '../plan/plan'
import { ok, type Result } from '../plan/result'
import { settingsOf, type Settings } from '../plan/settings'
import type { Offices } from './office-names'
import type { Audience } from './report'

/** A plan under the name it is shown by; the current plan's name is null. */
export type NamedPlan = { readonly name: string | null; readonly question: string | null; readonly plan: Plan }

export type ReportOptions = {
  readonly audience: Audience
  /** Day of the report, `YYYY-MM-DD`. */
  readonly date: string
  readonly decisionAsked: string | null
  readonly contact: string | null
  /** Whether every page says that it is a draft. */
  readonly isDraft: boolean
}

export type ReportInput = {
  /** What the report is about. */
  readonly subject: NamedPlan
  /** What stands beside it: scenarios, and the current plan where the subject is a scenario. */
  readonly choices: readonly NamedPlan[]
  readonly options: ReportOptions
  /** The likely range of one of these plans, where it was worked out; null where it was not. */
  readonly rangeOf?: (plan: Plan) => Likely | null
}

/** A plan with all that was computed from it, once, for every section. */
export type PlanFacts = {
  readonly name: string | null
  readonly question: string | null
  readonly plan: Plan
  readonly settings: Settings
  readonly runs: readonly DistrictRun[]
  readonly ledger: Ledger
  readonly headline: Headline
  /** What the draws say; null where they were not made. */
  readonly likely: Likely | null
}

/** A choice that could be forecast, or what it lacks. */
export type Choice = { readonly name: string | null; readonly facts: Result<PlanFacts, Missing[]> }

/** What every section is written from. */
export type ReportFacts = {
  readonly subject: PlanFacts
  readonly choices: readonly Choice[]
  readonly options: ReportOptions
  /** Who is an office and who a person, in all of these plans. */
  readonly offices: Offices
}

/** Compiles, simulates and sums up one plan; the error says what it still lacks. */
export const planFacts = (
  { name, question, plan }: NamedPlan,
  likely: Likely | null = null,
): Result<PlanFacts, Missing[]> => {
  const run = runPlan(plan)
  if (!run.ok) return run
  const { runs, ledger } = run.value
  const headline = headlineOf(plan, runs, ledger)
  return ok({ name, question, plan, settings: settingsOf(plan), runs, ledger, headline, likely })
}

/** What a plan is called on paper. */
export const nameOfPlan = (name: string | null): string => name ?? 'Current plan'
