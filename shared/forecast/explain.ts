import { formatMoney } from '../plan/format-value'
import type { Plan } from '../plan/plan'
import { explainCoachHours, explainCoaching } from './explain-coaching'
import { explainCostOfNeed, explainCostPart } from './explain-cost-part'
import { explainDose } from './explain-dose'
import { explainLine } from './explain-line'
import {
  explainCliffs,
  explainCost,
  explainFund,
  explainRecurringNeed,
  explainUnfunded,
  fundName,
} from './explain-money'
import { explainCapacity, explainVacancies } from './explain-people'
import { explainAtScaleMonth, explainFidelity, explainPhase, explainReach } from './explain-progress'
import type { ExplainFacts, ExplainQuestion, MoneyFacts } from './explain-question'
import { explainPositionMonth, explainPositionYear } from './explain-positions'
import { explainColumnTotal, explainRowFigure } from './explain-rows'
import { explainSession, explainSessionTotal } from './explain-sessions'
import { explainUnitCost } from './explain-unit-cost'
import { explainLineVariance, explainSessionVariance } from './explain-variance'
import { line, told, type Explanation, type ExplanationPart } from './explanation'
import type { FigureKey } from './figure'

export type { ExplainFacts, ExplainQuestion, MoneyFacts } from './explain-question'
export type { Explanation, ExplanationLine, ExplanationPart, RowRef } from './explanation'

const figures: Readonly<Record<FigureKey, (facts: ExplainFacts) => Explanation>> = {
  phase: explainPhase,
  atScaleMonth: explainAtScaleMonth,
  schoolsAtScale: (facts) => explainReach(facts, 'schoolsAtScale'),
  staffAtScale: (facts) => explainReach(facts, 'staffAtScale'),
  studentsAtScale: (facts) => explainReach(facts, 'studentsAtScale'),
  fidelity: explainFidelity,
  capacity: explainCapacity,
  coaching: explainCoaching,
  cost: (facts) => explainCost(facts, null),
  recurringNeed: explainRecurringNeed,
  cliffs: explainCliffs,
  vacancies: explainVacancies,
}

/** Figures that only a forecast gives. */
type OfForecast = Extract<ExplainQuestion, { kind: 'figure' | 'coachHours' }>

/** True where a figure cannot be explained before the plan can be forecast. */
export const needsForecast = (question: ExplainQuestion): question is OfForecast =>
  question.kind === 'figure' || question.kind === 'coachHours'

const kindsOfRows = [
  'rowFigure',
  'columnTotal',
  'positionMonth',
  'positionYear',
  'sessionFigure',
  'sessionTotal',
  'dose',
] as const

type OfRows = Extract<ExplainQuestion, { kind: (typeof kindsOfRows)[number] }>

/** True for what stands in a sheet or table of the plan: it follows from the rows alone, and is there before their forecast is. */
export const isOfRows = (question: ExplainQuestion): question is OfRows =>
  kindsOfRows.some((kind) => kind === question.kind)

/** What a figure that follows from the rows alone is made of. */
export function explainRows(plan: Plan, question: OfRows): Explanation {
  switch (question.kind) {
    case 'rowFigure':
      return explainRowFigure(plan, question)
    case 'columnTotal':
      return explainColumnTotal(plan, question)
    case 'positionMonth':
      return explainPositionMonth(plan, question)
    case 'positionYear':
      return explainPositionYear(plan, question)
    case 'sessionFigure':
      return explainSession(plan, question)
    case 'sessionTotal':
      return explainSessionTotal(plan, question)
    case 'dose':
      return explainDose(plan, question)
    default:
      return question satisfies never
  }
}

/** What a figure of the plan's rows or money is made of; a plan that cannot be forecast yet has those too. */
export function explainFromPlan(facts: MoneyFacts, question: Exclude<ExplainQuestion, OfForecast>): Explanation {
  if (isOfRows(question)) return explainRows(facts.plan, question)
  switch (question.kind) {
    case 'costOfYear':
      return explainCost(facts, question.fiscalYear)
    case 'costPart':
      return explainCostPart(facts, question)
    case 'costOfNeed':
      return explainCostOfNeed(facts, question)
    case 'unitCost':
      return explainUnitCost(facts, question)
    case 'lineVariance':
      return explainLineVariance(facts, question)
    case 'sessionVariance':
      return explainSessionVariance(facts, question)
    case 'paidByFund':
      return explainFund(facts, question.sourceId, question.fiscalYear)
    case 'unfunded':
      return explainUnfunded(facts, question.fiscalYear)
    case 'lineCost':
      return explainLine(facts, question)
    default:
      return question satisfies never
  }
}

/**
 * What a computed figure is made of: its lines with their rows, the rates and settings behind them, and what was
 * rounded. Where a part has a total, its lines add up to it exactly, and the figure follows from the totals.
 */
export function explainFigure(facts: ExplainFacts, question: ExplainQuestion): Explanation {
  if (!needsForecast(question)) return explainFromPlan(facts, question)
  return question.kind === 'figure' ? figures[question.key](facts) : explainCoachHours(facts, question.month)
}

/** The figures of a plan that can be asked about, each as it is printed. */
export function explainable({ plan, headline }: ExplainFacts): ExplanationPart[] {
  const funds = headline.sources.map(({ sourceId, paidCents }) =>
    line(fundName(plan, sourceId), formatMoney(paidCents), {
      question: { kind: 'paidByFund', sourceId, fiscalYear: null },
    }),
  )
  const unfunded = headline.years.reduce((sum, { unfundedCents }) => sum + unfundedCents, 0)
  return [
    told(
      'How the plan stands',
      headline.figures.map(({ key, label, text }) => line(label, text, { question: { kind: 'figure', key } })),
    ),
    told(
      'Cost by year',
      headline.years.map(({ fiscalYear, costCents }) =>
        line(`Fiscal year ${fiscalYear}`, formatMoney(costCents), { question: { kind: 'costOfYear', fiscalYear } }),
      ),
    ),
    told('Who pays', [
      ...funds,
      line('Nobody', formatMoney(unfunded), { question: { kind: 'unfunded', fiscalYear: null } }),
    ]),
  ]
}
