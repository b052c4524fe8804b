import { formatMoney, formatShare } from '../plan/format'
import { monthWords } from '../plan/month'
import type { Plan } from '../plan/plan'
import type { Row } from '../plan/tables'
import type { Choice, Obstacle } from './allocation-choices'
import type { PaidItem } from './allocation-stretches'

const dollars = (cents: number): string => formatMoney(Math.round(cents / 100) * 100)

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`

/** "2028 ($90,000)", "2027 to 2031 ($90,000 each)", "2028 ($140,000) and 2029 ($145,000)". */
function yearsWords({ years }: Obstacle): string {
  const [first] = years
  const last = years.at(-1)
  const isOneRow =
    first !== undefined &&
    years.length > 1 &&
    years.every(
      ({ fiscalYear, amountCents }, at) => fiscalYear === first.fiscalYear + at && amountCents === first.amountCents,
    )
  if (isOneRow && last) return `${first.fiscalYear} to ${last.fiscalYear} (${dollars(first.amountCents)} each)`
  return listed(years.map(({ fiscalYear, amountCents }) => `${fiscalYear} (${dollars(amountCents)})`))
}

const amountWords = (obstacle: Obstacle): string =>
  `${obstacle.years.length === 1 ? 'amount' : 'amounts'} for ${yearsWords(obstacle)}`

const usedUpWords = (name: string, obstacle: Obstacle): string =>
  `${name}’s ${amountWords(obstacle)} ${obstacle.years.length === 1 ? 'is' : 'are'} used up`

type WordsOf = (source: Row<'fundingSource'>, obstacle: Obstacle) => string

const wordsOf: Readonly<Record<Obstacle['why'], WordsOf>> = {
  usedUp: ({ name }, obstacle) => usedUpWords(name, obstacle),
  category: ({ name }) => `${name} may not pay for this kind of cost`,
  place: ({ name }) => `${name} may not pay there`,
  notStarted: ({ name, startMonth }) =>
    startMonth === null ? `${name} has not started` : `${name} starts in ${monthWords(startMonth)}`,
  committedTooLate: ({ name, obligationEndMonth: last }) =>
    last === null ? `${name} has ended` : `${name} commits nothing after ${monthWords(last)}`,
  paidTooLate: ({ name, obligationEndMonth, liquidationEndMonth }) => {
    const last = liquidationEndMonth ?? obligationEndMonth
    return last === null ? `${name} has ended` : `${name} pays nothing after ${monthWords(last)}`
  },
}

/** Why a fund does not pay, as part of a sentence. */
const obstacleWords: WordsOf = (source, obstacle) => wordsOf[obstacle.why](source, obstacle)

const spanWords = ({ fromMonth, toMonth }: Choice): string =>
  fromMonth === toMonth ? `in ${monthWords(fromMonth)}` : `from ${monthWords(fromMonth)} to ${monthWords(toMonth)}`

function reasonWords(plan: Plan, { sourceId, obstacles, isToday }: Choice): string {
  const parts = obstacles.flatMap((obstacle) => {
    const source = plan.fundingSource.get(obstacle.sourceId)
    return source ? [obstacleWords(source, obstacle)] : []
  })
  const source = sourceId === null ? null : plan.fundingSource.get(sourceId)
  if (!source) return parts.length === 0 ? ': there is no fund.' : `: ${parts.join('; ')}.`
  if (source.kind === 'general') return parts.length === 0 ? '.' : `, because ${parts.join('; ')}.`
  const [binding] = obstacles.filter(({ why }) => why === 'usedUp')
  const limit = binding ? `. Binding: its ${amountWords(binding)}.` : '.'
  return `, ${isToday ? 'as today, ' : ''}because it may pay for this and spares the general fund${limit}`
}

/**
 * One choice as a sentence: "Title II-A pays 60% of Reading coach (C1) from Jul 2027 to Jun 2028 ($54,210), because it
 * may pay for this and spares the general fund. Binding: its amount for 2028 ($90,000)."
 */
export function choiceSentence(plan: Plan, item: PaidItem, choice: Choice): string {
  const source = choice.sourceId === null ? null : plan.fundingSource.get(choice.sourceId)
  const share = choice.share === 10_000 ? '' : `${formatShare(choice.share)} of `
  const what = `${share}${item.label} ${spanWords(choice)} (${dollars(choice.cents)})`
  return `${source?.name ?? 'Nobody'} pays ${what}${reasonWords(plan, choice)}`
}
