import { stageStart } from '../model/reorganisation'
import { attendances } from '../money/attendance'
import { lineCost, positionCost } from '../money/costs'
import { groupBy } from '../money/grouping'
import { positionMonths, type PositionMonths } from '../money/position-months'
import { fiscalYears, placeOf, spanOf } from '../money/span'
import { planRow, rowsOf, type Plan } from '../plan/plan'
import { settingsOf, type Settings } from '../plan/settings'
import { moveStages, worksIn, type MovesByPosition } from './moves'
import type { MoneyKey } from './plan-spreads'
import { homeOf } from './reorganisation'

/** Pay of positions by month of the span, in cents of the first fiscal year: without benefits of the settings, and what those go on. */
type Pay = { readonly plain: Float64Array; readonly withUsualBenefits: Float64Array }

/** Positions that wait for the same district (null: for all): their pay as planned, and as it is after each step. */
type PaidHome = {
  readonly home: string | null
  readonly planned: Pay
  readonly stages: readonly { readonly monthsAfterAtScale: number; readonly pay: Pay }[]
}

/**
 * What a plan costs as a function of what draws vary: pay growth, benefits and rates, and the month from which on
 * districts are at scale, because moves wait for it. Lists have a place for each month of the plan's span. What is to
 * come may vary; months before `firstOpen` are as they are.
 */
export type CostModel = {
  readonly years: readonly number[]
  readonly firstFiscalYear: number
  readonly firstOpen: number
  readonly homes: readonly PaidHome[]
  /** Cents that vary with nothing, and cents that contingency goes on. */
  readonly fixed: Float64Array
  readonly beforeContingency: Float64Array
  /** Hours of people trained in place of lessons, and outside usual hours. */
  readonly substituteHours: Float64Array
  readonly stipendHours: Float64Array
  readonly money: MoneyFigures
}

export type MoneyFigures = Readonly<Pick<Settings, MoneyKey>>

function payOf(plan: Plan, positions: readonly PositionMonths[], moved?: MovesByPosition): Pay {
  const span = spanOf(plan)
  const free = { ...settingsOf(plan), payGrowth: 0, benefitRate: 0 }
  const plain = new Float64Array(span.months)
  const withUsualBenefits = new Float64Array(span.months)
  for (const held of positions) {
    const rolloutFte = held.rolloutFte.map((_, place) =>
      worksIn(held, place, moved).reduce((sum, work) => sum + work.rolloutFte, 0),
    )
    const own = positionCost(span, { ...held, rolloutFte }, free)
    const doubled = positionCost(span, { ...held, rolloutFte }, { ...free, benefitRate: 10_000 })
    own.forEach((cents, place) => {
      plain[place] = (plain[place] ?? 0) + cents
      withUsualBenefits[place] = (withUsualBenefits[place] ?? 0) + (doubled[place] ?? 0) - cents
    })
  }
  return { plain, withUsualBenefits }
}

function homesOf(plan: Plan): PaidHome[] {
  const stages = moveStages(plan)
  const byHome = groupBy(positionMonths(plan), ({ position }) => homeOf(plan, position.id))
  return [...byHome].map(([home, positions]) => ({
    home,
    planned: payOf(plan, positions),
    stages: stages.map(({ monthsAfterAtScale, moved }) => ({
      monthsAfterAtScale,
      pay: payOf(plan, positions, moved),
    })),
  }))
}

/** Cost lines, taken apart by computing them twice: with no contingency and with as much again. */
function addLines(plan: Plan, fixed: Float64Array, beforeContingency: Float64Array): void {
  const span = spanOf(plan)
  const settings = settingsOf(plan)
  const years = groupBy(rowsOf(plan, 'lineYear'), ({ lineId }) => lineId)
  for (const line of rowsOf(plan, 'costLine')) {
    const own = years.get(line.id) ?? []
    const without = lineCost(span, line, own, { ...settings, contingency: 0 })
    const doubled = lineCost(span, line, own, { ...settings, contingency: 10_000 })
    without.forEach((cents, place) => {
      const varying = (doubled[place] ?? 0) - cents
      fixed[place] = (fixed[place] ?? 0) + cents - varying
      beforeContingency[place] = (beforeContingency[place] ?? 0) + varying
    })
  }
}

type SessionLists = Pick<CostModel, 'beforeContingency' | 'substituteHours' | 'stipendHours'>

function addSessions(plan: Plan, { beforeContingency, substituteHours, stipendHours }: SessionLists): void {
  const span = spanOf(plan)
  const add = (list: Float64Array, place: number, amount: number): void => {
    if (place >= 0 && place < span.months) list[place] = (list[place] ?? 0) + amount
  }
  for (const { session, attendees } of attendances(plan)) {
    const place = placeOf(span, session.month)
    add(beforeContingency, place, (session.leaderFeeCents ?? 0) + (session.materialsPerPersonCents ?? 0) * attendees)
    if (session.timePaidAs === 'substitute') add(substituteHours, place, attendees * session.hours)
    if (session.timePaidAs === 'stipend') add(stipendHours, place, attendees * session.hours)
  }
}

/** Takes a plan's cost apart, once for all draws. */
export function costModelOf(plan: Plan): CostModel {
  const span = spanOf(plan)
  const list = () => new Float64Array(span.months)
  const row = planRow(plan)
  const lists = { fixed: list(), beforeContingency: list(), substituteHours: list(), stipendHours: list() }
  addLines(plan, lists.fixed, lists.beforeContingency)
  addSessions(plan, lists)
  return {
    years: fiscalYears(span),
    firstFiscalYear: span.firstFiscalYear,
    firstOpen: row ? Math.max(0, placeOf(span, row.asOfMonth ?? row.startMonth)) : 0,
    homes: homesOf(plan),
    ...lists,
    money: settingsOf(plan),
  }
}

/** From which month of the forecast, counted from 0, positions that wait for a home are past it; null: never. */
export type AtScaleOf = (home: string | null) => number | null

/** Which pay holds at a place: that of the last step that is made by then. */
function payAt({ planned, stages }: PaidHome, place: number, atScale: number | null, firstOpen: number): Pay {
  if (atScale === null) return planned
  const made = stages.findLast(({ monthsAfterAtScale }) => place >= firstOpen + stageStart(atScale, monthsAfterAtScale))
  return made?.pay ?? planned
}

/** What the plan costs by fiscal year, in cents that are not yet whole, with the money settings of a draw. */
export function costByYear(model: CostModel, drawn: MoneyFigures, atScaleOf: AtScaleOf): Map<number, number> {
  const total = new Map<number, number>(model.years.map((year) => [year, 0]))
  const homes = model.homes.map((home) => ({ home, atScale: atScaleOf(home.home) }))
  model.years.forEach((year, place) => {
    const money = place < model.firstOpen ? model.money : drawn
    const growth = (1 + money.payGrowth / 10_000) ** Math.max(0, year - model.firstFiscalYear)
    const pay = homes.reduce((sum, { home, atScale }) => {
      const { plain, withUsualBenefits } = payAt(home, place, atScale, model.firstOpen)
      return sum + (plain[place] ?? 0) + ((withUsualBenefits[place] ?? 0) * money.benefitRate) / 10_000
    }, 0)
    const substitutes = ((model.substituteHours[place] ?? 0) / money.hoursPerDay) * money.substituteDayCents
    const stipends = (model.stipendHours[place] ?? 0) * money.stipendHourCents
    const spread = (model.beforeContingency[place] ?? 0) + substitutes + stipends
    const cents = pay * growth + (model.fixed[place] ?? 0) + spread * (1 + money.contingency / 10_000)
    total.set(year, (total.get(year) ?? 0) + cents)
  })
  return total
}
