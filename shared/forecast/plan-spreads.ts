import { triangular } from '../model/draws'
import type { AssumptionLever, AssumptionSpread, Spread } from '../model/assumptions'
import { uniformFor } from '../model/random'
import { positionMonths } from '../money/position-months'
import { rowsOf, type Plan } from '../plan/plan'
import { isSettingKey, settings, settingsOf, type SettingKey } from '../plan/settings'
import { monthsBetween } from '../plan/month'
import { spanOf } from '../money/span'
import type { Compiled } from './compile-district'
import { practitionerGroups } from './districts'

/** A setting that the planner marked uncertain, by giving a lowest or highest plausible value; in the setting's unit. */
export type SettingSpread = Spread & { readonly key: SettingKey }

/** The settings that only money depends on: they are drawn with the cost, not with the model. */
const moneyKeys = [
  'payGrowth',
  'benefitRate',
  'contingency',
  'substituteDayCents',
  'stipendHourCents',
  'hoursPerDay',
] as const

export type MoneyKey = (typeof moneyKeys)[number]

/** The id under which a setting is drawn: the same in every scenario, so that a difference is no noise. */
const settingSpreadId = (key: SettingKey): string => `setting ${key}`

/** The setting that an assumption of the model stands for; null where it is none. */
export function settingOfSpread(id: string): SettingKey | null {
  const key = id.replace(/^setting /, '')
  return isSettingKey(key) ? key : null
}

/** The settings with a range of the planner's own, in the order of the settings. Lines and choices have none. */
export function settingSpreads(plan: Plan): SettingSpread[] {
  const inForce = settingsOf(plan)
  const rows = new Map(rowsOf(plan, 'setting').map((row) => [row.key, row]))
  return (Object.keys(settings) as SettingKey[]).flatMap((key) => {
    const row = rows.get(key)
    const mode = inForce[key]
    if (!row || typeof mode !== 'number' || (row.low === null && row.high === null)) return []
    const { field } = settings[key]
    const least = field.kind === 'number' ? field.min : 0
    const low = Math.max(least, Math.min(row.low ?? mode, mode))
    const high = Math.max(row.high ?? mode, mode)
    return low < high ? [{ key, low, mode, high }] : []
  })
}

/** What share of a district's coaching rests on the settings' own share of time with practitioners. */
function shareOnSettings(plan: Plan, compiled: Compiled): number {
  const { practitionerTimeShare } = settingsOf(plan)
  const from = monthsBetween(spanOf(plan).firstMonth, compiled.planned.start)
  let all = 0
  let resting = 0
  for (const { position, rolloutFte } of positionMonths(plan)) {
    if (position.function !== 'coach') continue
    const fte = rolloutFte.subarray(Math.max(0, from)).reduce((sum, value) => sum + value, 0)
    all += fte * (position.practitionerTimeShare ?? practitionerTimeShare)
    if (position.practitionerTimeShare === null) resting += fte * practitionerTimeShare
  }
  return all > 0 ? resting / all : 0
}

type ModelKey = 'defaultTurnover' | 'turnoverFactor' | 'defaultOnboarding' | 'hoursPerFteMonth' | CoachKey
type CoachKey = 'practitionerTimeShare' | 'systemsFteNeeded'

const levers: Readonly<Record<ModelKey, AssumptionLever>> = {
  defaultTurnover: 'annualTurnover',
  turnoverFactor: 'annualTurnover',
  defaultOnboarding: 'onboardingCoverage',
  hoursPerFteMonth: 'coachHours',
  practitionerTimeShare: 'coachHours',
  systemsFteNeeded: 'capacityInvestment',
}

const isModelKey = (key: SettingKey): key is ModelKey => Object.hasOwn(levers, key)

/** The factor on the model's figures that a value of a setting comes to; `mode` is the value in use. */
function factorOf(key: ModelKey, mode: number, resting: () => number): (value: number) => number {
  if (key === 'systemsFteNeeded') return (value) => mode / value
  if (key !== 'practitionerTimeShare') return (value) => value / mode
  const part = resting()
  return (value) => 1 + (value / mode - 1) * part
}

/** The groups that a setting stands in for, because they have no figure of their own; null: all. */
function groupsWithout(plan: Plan, key: ModelKey): string[] | null {
  const field = key === 'defaultTurnover' ? 'annualTurnover' : key === 'defaultOnboarding' ? 'onboardingCoverage' : null
  if (field === null) return null
  return practitionerGroups(plan).flatMap((group) => (group[field] === null ? [group.id] : []))
}

/** What the planner marked uncertain and the model depends on, as factors on a district's figures. */
export function modelSpreads(plan: Plan, compiled: Compiled): AssumptionSpread[] {
  return settingSpreads(plan).flatMap(({ key, low, mode, high }): AssumptionSpread[] => {
    if (!isModelKey(key) || mode === 0) return []
    const groupIds = groupsWithout(plan, key)
    if (groupIds?.length === 0) return []
    const factor = factorOf(key, mode, () => shareOnSettings(plan, compiled))
    const [one, other] = [factor(low), factor(high)]
    const ends = { low: Math.min(one, other), mode: 1, high: Math.max(one, other) }
    return [{ id: settingSpreadId(key), lever: levers[key], groupIds, ...ends }]
  })
}

/** What money depends on and the planner marked uncertain. */
export type MoneySpread = SettingSpread & { readonly key: MoneyKey }

const isMoneySpread = (spread: SettingSpread): spread is MoneySpread => moneyKeys.some((key) => key === spread.key)

export const moneySpreads = (plan: Plan): MoneySpread[] => settingSpreads(plan).filter(isMoneySpread)

/** The money settings of one draw: those that are uncertain as drawn, the others as they are. */
export function drawnMoney<S extends Record<MoneyKey, number>>(
  spreads: readonly MoneySpread[],
  inForce: S,
  seed: number,
  draw: number,
): S {
  const drawn = spreads.map((spread) => {
    return [spread.key, triangular(spread, uniformFor(seed, draw, `plan ${settingSpreadId(spread.key)}`))] as const
  })
  return { ...inForce, ...Object.fromEntries(drawn) }
}
