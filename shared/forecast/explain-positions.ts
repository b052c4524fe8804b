import { periodIn, periodsOf, positionMonths, vacanciesIn } from '../money/position-months'
import { positionPay, type PositionPay } from '../money/position-years'
import { monthAt, placeOf, spanOf } from '../money/span'
import { sumOf, yearPlaces } from '../money/totals'
import { formatFte, formatMoney, formatShare } from '../plan/format-value'
import { monthWords } from '../plan/month'
import type { Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import type { Row } from '../plan/tables'
import { nameOf } from '../plan/words'
import { yearWords } from './explain-money'
import type { ExplainQuestion } from './explain-question'
import { settingLines } from './explain-sources'
import { bySize, line, summed, told, type Explanation, type ExplanationLine, type ExplanationPart } from './explanation'
import { periodLine, statusWords } from './position-words'

type OfMonth = Extract<ExplainQuestion, { kind: 'positionMonth' }>
type OfYear = Extract<ExplainQuestion, { kind: 'positionYear' }>

const fteWords = (hundredths: number): string => `${formatFte(Math.round(hundredths))} FTE`

/** Which line of each position counts in a month: of those in the post, or of those that stand vacant. */
function periodsIn(plan: Plan, { month, isVacant }: OfMonth): [Row<'position'>, Row<'positionPeriod'>][] {
  if (isVacant) return vacanciesIn(plan, month).map(({ position, period }) => [position, period])
  const place = placeOf(spanOf(plan), month)
  return positionMonths(plan).flatMap(({ position, periods }): [Row<'position'>, Row<'positionPeriod'>][] => {
    const period = periods[place]
    return period ? [[position, period]] : []
  })
}

function standing({ id, status, expectedFillMonth, backup }: Row<'position'>): ExplanationPart {
  const rows = [{ table: 'position', id } as const]
  return told('The post', [
    line('Status', statusWords({ status, expectedFillMonth }), { rows }),
    line('Backed up by', backup ?? 'Nobody', { rows }),
  ])
}

/** FTE in the post, or vacant, in a month: of one position its line, of all of them theirs. */
export function explainPositionMonth(plan: Plan, question: OfMonth): Explanation {
  const { positionId, month, isVacant } = question
  const found = periodsIn(plan, question).filter(([{ id }]) => positionId === null || id === positionId)
  const position = positionId === null ? undefined : plan.position.get(positionId)
  const lines = found.map(([{ id }, period]): ExplanationLine => {
    if (position) return periodLine(plan, period)
    return line(nameOf(plan, 'position', id), fteWords(period.fte), {
      amount: period.fte,
      rows: [{ table: 'position', id }],
      question: { ...question, positionId: id },
    })
  })
  const planned = position && periodIn(periodsOf(plan, position.id), month)
  const part = summed(position ? 'Line' : 'Positions', bySize(lines), fteWords)
  const who = position ? nameOf(plan, 'position', position.id) : 'All positions'
  return {
    title: `${who}, ${isVacant ? 'vacant' : 'in the post'} in ${monthWords(month)}`,
    value: fteWords(part.total?.amount ?? 0),
    how: isVacant
      ? 'The FTE of the line that holds in this month, while the post is to be filled and is not.'
      : 'The FTE of the line that holds in this month, while somebody is in the post.',
    parts: [
      part,
      ...(planned && lines.length === 0
        ? [told('Planned all the same', [{ ...periodLine(plan, planned), amount: null }])]
        : []),
      ...(position ? [standing(position)] : []),
    ],
    roundings: [],
    sources: [],
  }
}

/** Months in a row in which the same line of a position holds; places `from` (inclusive) to `to` (exclusive). */
type Stretch = { readonly period: Row<'positionPeriod'>; readonly from: number; readonly to: number }

function stretchesIn({ held }: PositionPay, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = []
  for (let place = from; place < to; place += 1) {
    const period = held.periods[place]
    const last = stretches.at(-1)
    if (last && last.period === period && last.to === place)
      stretches[stretches.length - 1] = { ...last, to: place + 1 }
    else if (period) stretches.push({ period, from: place, to: place + 1 })
  }
  return stretches
}

const monthCount = ({ from, to }: Stretch): string => (to - from === 1 ? '1 month' : `${to - from} months`)

/** What one position comes to in a year: by the stretches in which the same line holds. */
type InYear = {
  readonly plan: Plan
  readonly one: PositionPay
  readonly stretches: readonly Stretch[]
}

function stretchLine(
  { plan }: InYear,
  stretch: Stretch,
  what: { readonly words: string; readonly text: string; readonly amount: number },
): ExplanationLine {
  const firstMonth = monthAt(spanOf(plan), stretch.from)
  const lastMonth = monthAt(spanOf(plan), stretch.to - 1)
  const when =
    firstMonth === lastMonth ? monthWords(firstMonth) : `${monthWords(firstMonth)} to ${monthWords(lastMonth)}`
  return line(`${when}: ${what.words}`, what.text, {
    amount: what.amount,
    rows: [{ table: 'positionPeriod', id: stretch.period.id }],
  })
}

function payPart(year: InYear): ExplanationPart {
  const lines = year.stretches.map((stretch) => {
    const { fte, salaryCents } = stretch.period
    const amount = sumOf(year.one.pay, stretch.from, stretch.to)
    const words = `${fteWords(fte)} for ${monthCount(stretch)}, ${formatMoney(salaryCents)} a year at 1.0`
    return stretchLine(year, stretch, { words, text: formatMoney(amount), amount })
  })
  return summed('Pay', lines, formatMoney)
}

function benefitsPart(year: InYear): ExplanationPart {
  const usual = settingsOf(year.plan).benefitRate
  const lines = year.stretches.map((stretch) => {
    const amount = sumOf(year.one.benefits, stretch.from, stretch.to)
    const pay = formatMoney(sumOf(year.one.pay, stretch.from, stretch.to))
    const words = `${formatShare(stretch.period.benefitRate ?? usual)} of ${pay}`
    return stretchLine(year, stretch, { words, text: formatMoney(amount), amount })
  })
  return summed('Benefits', lines, formatMoney)
}

function ftePart(year: InYear): ExplanationPart {
  const lines = year.stretches.map((stretch) => {
    const { fte } = stretch.period
    const amount = fte * (stretch.to - stretch.from)
    return stretchLine(year, stretch, { words: monthCount(stretch), text: fteWords(fte), amount })
  })
  return summed('FTE', lines, (months) => fteWords(months / 12), 'Over the twelve months of the year')
}

const ofWords = { cost: 'pay and benefits', pay: 'pay', benefits: 'benefits' } as const

const howOf = {
  cost: 'Pay and benefits of the position, whether or not all of its time goes into the rollout.',
  pay: 'In each month in which somebody is in the post: FTE × a year’s salary ÷ 12, raised by the yearly pay growth from the plan’s second fiscal year on.',
  benefits: 'In each month the pay × the benefit rate of the line that holds, or the usual rate of the settings.',
} as const

const centsIn = ({ pay, benefits }: PositionPay, of: OfYear['of'], from: number, to: number): number =>
  (of === 'benefits' ? 0 : sumOf(pay, from, to)) + (of === 'pay' ? 0 : sumOf(benefits, from, to))

function partsOfOne(year: InYear, question: OfYear, from: number, to: number): ExplanationPart[] {
  if (question.of === 'pay') return [payPart(year)]
  if (question.of === 'benefits') return [benefitsPart(year)]
  const lines = (['pay', 'benefits'] as const).map((of) => {
    const amount = centsIn(year.one, of, from, to)
    return line(of === 'pay' ? 'Pay' : 'Benefits', formatMoney(amount), { amount, question: { ...question, of } })
  })
  return [summed('Pay and benefits', lines, formatMoney), ftePart(year)]
}

/** Pay, benefits or both of a fiscal year: of one position by the lines that hold, of all of them by position. */
export function explainPositionYear(plan: Plan, question: OfYear): Explanation {
  const { positionId, fiscalYear, of } = question
  const { from, to } = yearPlaces(plan).find((year) => year.fiscalYear === fiscalYear) ?? { from: 0, to: 0 }
  const all = positionPay(plan)
  const one = all.find(({ held }) => held.position.id === positionId)
  const byPosition = all.flatMap((each): ExplanationLine[] => {
    const { id } = each.held.position
    const amount = centsIn(each, of, from, to)
    if (amount === 0) return []
    const asked = { ...question, positionId: id }
    return [
      line(nameOf(plan, 'position', id), formatMoney(amount), {
        amount,
        rows: [{ table: 'position', id }],
        question: asked,
      }),
    ]
  })
  const parts = one
    ? partsOfOne({ plan, one, stretches: stretchesIn(one, from, to) }, question, from, to)
    : [summed('Positions', bySize(byPosition), formatMoney)]
  const who = positionId === null ? 'All positions' : nameOf(plan, 'position', positionId)
  return {
    title: `${who}, ${ofWords[of]} in ${yearWords(fiscalYear)}`,
    value: formatMoney(parts[0]?.total?.amount ?? 0),
    how: howOf[of],
    parts,
    roundings: ['Every month of pay and of benefits is in whole cents.'],
    sources: settingLines(plan, of === 'pay' ? ['payGrowth'] : ['payGrowth', 'benefitRate']),
  }
}
