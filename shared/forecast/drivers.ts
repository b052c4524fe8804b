import type { ParameterGrade } from '../model/parameter'
import { parameterUnit } from '../model/parameter-words'
import { parameterTable } from '../model/parameters'
import { tornado, type Tornado, type TornadoOutcome } from '../model/tornado'
import { addMonths, monthWords } from '../plan/month'
import { formatMoney } from '../plan/format'
import { formatValue } from '../plan/format-value'
import type { Plan } from '../plan/plan'
import { err, ok, type Result } from '../plan/result'
import { settings, settingsOf, type SettingKey } from '../plan/settings'
import { compileForecast, type Compiled, type Missing } from './compile'
import { costByYear, costModelOf, type MoneyFigures } from './cost-model'
import { dollars, percent } from './figure'
import { moneySpreads, settingOfSpread } from './plan-spreads'
import { atScaleFor } from './reorganisation'
import { thresholdsOf } from './thresholds'
import { uncertaintyOf } from './uncertainty'

/** What is looked at: share at the weakest component at the end, first month at scale, months at scale, cost of the plan. */
export type DriverOutcome = 'end' | 'atScaleMonth' | 'monthsAtScale' | 'cost'

/** One end of a bar: the figure that was set, in words, and what comes of it. */
export type DriverEnd = { readonly value: string; readonly outcome: number }

/** One uncertain figure, set to its lowest and its highest plausible value with all else as it is. */
export type DriverBar = {
  readonly key: string
  readonly label: string
  /** True for a judgement: a parameter without a figure in a source, or a setting of the plan. */
  readonly isPlannersAssumption: boolean
  /** What the values are counted in, where they do not say it themselves; empty: they do. */
  readonly unit: string
  readonly low: DriverEnd
  readonly high: DriverEnd
  readonly swing: number
}

/** What drives a result, the widest swing first; outcomes in the unit of what is looked at (shares, months, cents). */
export type Drivers = {
  readonly outcome: DriverOutcome
  readonly start: string
  readonly months: number
  readonly base: number
  readonly bars: readonly DriverBar[]
  readonly sentence: string
}

/** An outcome in words: "54%", "Feb 2029", "17 months", "$5,431,625". */
export function outcomeWords(
  { outcome, start, months }: Pick<Drivers, 'outcome' | 'start' | 'months'>,
  value: number,
): string {
  if (outcome === 'end') return percent(value)
  if (outcome === 'cost') return dollars(value)
  if (outcome === 'monthsAtScale') return `${Math.round(value)} ${Math.round(value) === 1 ? 'month' : 'months'}`
  return value >= months ? 'not within the forecast' : monthWords(addMonths(start, Math.round(value)))
}

const parameters = new Map<string, (typeof parameterTable)[number]>(parameterTable.map((one) => [one.key, one]))

function parameterWords(key: string, value: number): { label: string; unit: string; value: string } {
  const parameter = parameters.get(key)
  const { scale } = parameter ? parameterUnit(parameter) : { scale: 1 }
  const unit = parameter?.kind === 'number' && parameter.unit !== 'no unit' ? parameter.unit : ''
  const written = `${Number((value * scale).toPrecision(3))}${scale === 1 ? '' : '%'}`
  return { label: parameter?.label ?? key, unit, value: written }
}

function settingWords(key: SettingKey, value: number): string {
  const { field } = settings[key]
  if (field.kind === 'share') return formatValue(field, Math.round(value))
  if (field.kind === 'money') return formatMoney(Math.round(value))
  return field.kind === 'number' ? `${Number(value.toPrecision(3))} ${field.unit}`.trim() : String(value)
}

const headcountOf = ({ units }: Compiled): number => units.reduce((sum, { headcount }) => sum + headcount, 0)

function tornadoOutcome(outcome: DriverOutcome, horizonMonths: number): TornadoOutcome {
  if (outcome === 'end') return { kind: 'share', measure: 'bottleneck', month: horizonMonths - 1 }
  return { kind: outcome === 'monthsAtScale' ? 'monthsAtScale' : 'atScaleMonth' }
}

type Joining = (outcomes: readonly number[]) => number

/** How outcomes of several districts become one: shares by headcount, months of the last or least, cost by both. */
function joiningOf(plan: Plan, compiled: readonly Compiled[], outcome: DriverOutcome): Joining {
  const people = compiled.reduce((sum, one) => sum + headcountOf(one), 0)
  if (outcome === 'end')
    return (outcomes) =>
      outcomes.reduce((sum, share, at) => {
        const district = compiled[at]
        return sum + (district && people > 0 ? headcountOf(district) / people : 1 / outcomes.length) * share
      }, 0)
  if (outcome === 'monthsAtScale') return (outcomes) => Math.min(...outcomes)
  if (outcome === 'atScaleMonth') return (outcomes) => Math.max(...outcomes)
  const model = costModelOf(plan)
  const money = settingsOf(plan)
  return (outcomes) => costOf(model, money, compiled, outcomes)
}

function costOf(
  model: ReturnType<typeof costModelOf>,
  money: MoneyFigures,
  compiled: readonly Compiled[],
  atScale: readonly number[],
): number {
  const known = compiled.map((district, at) => {
    const month = atScale[at] ?? district.planned.horizonMonths
    return { ...district, reorganisedAtScale: month < district.planned.horizonMonths ? month : null }
  })
  const years = costByYear(model, money, (home) => atScaleFor(home, known))
  return Math.round([...years.values()].reduce((sum, cents) => sum + cents, 0))
}

type RawBar = Tornado['bars'][number]

function modelBar(
  plan: Plan,
  bar: RawBar,
): Pick<DriverBar, 'key' | 'label' | 'unit' | 'isPlannersAssumption'> & { words: (value: number) => string } {
  const setting = bar.kind === 'assumption' ? settingOfSpread(bar.key) : null
  if (setting === null) {
    const isC = (grade: ParameterGrade | null): boolean => grade !== 'A'
    return {
      key: bar.key,
      label: parameterWords(bar.key, 0).label,
      unit: parameterWords(bar.key, 0).unit,
      isPlannersAssumption: isC(bar.grade),
      words: (value) => parameterWords(bar.key, value).value,
    }
  }
  const mode = Number(settingsOf(plan)[setting])
  const isInverse = setting === 'systemsFteNeeded'
  return {
    key: bar.key,
    label: settings[setting].field.label,
    unit: '',
    isPlannersAssumption: true,
    words: (factor) => settingWords(setting, isInverse ? mode / factor : mode * factor),
  }
}

/** The bars of settings that only money depends on. */
function moneyBars(plan: Plan, compiled: readonly Compiled[], atScale: readonly number[]): DriverBar[] {
  const model = costModelOf(plan)
  return moneySpreads(plan).map(({ key, low, high }) => {
    const end = (value: number): DriverEnd => ({
      value: settingWords(key, value),
      outcome: costOf(model, { ...model.money, [key]: value }, compiled, atScale),
    })
    const ends = { low: end(low), high: end(high) }
    const swing = Math.abs(ends.high.outcome - ends.low.outcome)
    return { key, label: settings[key].field.label, unit: '', isPlannersAssumption: true, ...ends, swing }
  })
}

function sentenceOf(drivers: Omit<Drivers, 'sentence'>): string {
  const [first, second] = drivers.bars
  if (!first || first.swing === 0) return 'None of the uncertain figures alone changes this result.'
  const words = (value: number): string => outcomeWords(drivers, value)
  const also = second && second.swing > 0 ? ` “${second.label}” comes second.` : ''
  const ends = `at ${first.low.value} the result is ${words(first.low.outcome)}, at ${first.high.value} it is ${words(first.high.outcome)}`
  return `“${first.label}” matters most: ${ends}.${also}`
}

/**
 * What drives a result of a plan (docs/forecast.md): every uncertain parameter and every setting with a range, one at a time at its
 * low and its high end. Runs the model some forty times.
 */
export function driversOf(plan: Plan, outcome: DriverOutcome): Result<Drivers, Missing[]> {
  const answer = compileForecast(plan)
  if (!answer.ok) return err(answer.error)
  const compiled = answer.value
  const thresholds = thresholdsOf(plan)
  const tornados = compiled.map((district) =>
    tornado({
      input: district.planned,
      stages: district.stages,
      thresholds,
      units: district.units,
      uncertainty: uncertaintyOf(plan, district),
      outcome: tornadoOutcome(outcome, district.planned.horizonMonths),
    }),
  )
  const join = joiningOf(plan, compiled, outcome)
  const bases = tornados.map(({ baseOutcome }) => baseOutcome)
  const found = new Map(tornados.flatMap(({ bars }) => bars.map((bar) => [bar.key, bar] as const)))
  const ofModel = [...found.values()].map((bar): DriverBar => {
    const { words, ...about } = modelBar(plan, bar)
    const endOf = (end: 'low' | 'high'): DriverEnd => ({
      value: words(bar[end].value),
      outcome: join(
        tornados.map(({ bars, baseOutcome }) => bars.find(({ key }) => key === bar.key)?.[end].outcome ?? baseOutcome),
      ),
    })
    const ends = { low: endOf('low'), high: endOf('high') }
    return { ...about, ...ends, swing: Math.abs(ends.high.outcome - ends.low.outcome) }
  })
  const bars = [...ofModel, ...(outcome === 'cost' ? moneyBars(plan, compiled, bases) : [])].sort(
    (one, other) => other.swing - one.swing,
  )
  const [first] = compiled
  const drivers = {
    outcome,
    start: first?.planned.start ?? '',
    months: first?.planned.horizonMonths ?? 0,
    base: join(bases),
    bars,
  }
  return ok({ ...drivers, sentence: sentenceOf(drivers) })
}
