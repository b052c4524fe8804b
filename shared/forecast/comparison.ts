import { addMonths, monthsBetween, monthWords } from '../plan/month'
import { amount, counted, dollars, percent } from './figure'
import { figureOf, type Headline } from './headline'

/** One line of two plans side by side; `difference` in words, empty where they do not differ. */
export type ComparedLine = {
  readonly key:
    | 'atScale'
    | 'peak'
    | 'end'
    | 'schools'
    | 'people'
    | 'neededHours'
    | 'availableHours'
    | 'lackingHours'
    | 'cost'
    | 'unfunded'
    | 'backup'
    | 'chance'
    | 'holding'
    | 'range'
    | 'costRange'
  readonly label: string
  readonly before: string
  readonly after: string
  readonly difference: string
}

/** A difference with its sign, its size in words; empty where there is none. */
export const signed = (value: number, words: (size: number) => string): string =>
  value === 0 ? '' : `${value > 0 ? '+' : '−'}${words(Math.abs(value))}`

const points = (before: number, after: number): string =>
  signed(Math.round(after * 100) - Math.round(before * 100), (size) => counted(size, 'point', 'points'))

const money = (before: number, after: number): string =>
  signed(Math.round(after / 100) - Math.round(before / 100), (size) => dollars(size * 100))

const monthOf = (headline: Headline): string | null => {
  const { value } = figureOf(headline, 'atScaleMonth')
  return typeof value === 'string' ? value : null
}

function atScaleDifference(before: string | null, after: string | null): string {
  if (before === after) return ''
  if (before === null) return 'reached'
  if (after === null) return 'no longer reached'
  const months = monthsBetween(before, after)
  return `${counted(Math.abs(months), 'month', 'months')} ${months > 0 ? 'later' : 'sooner'}`
}

const peakOf = ({ weakest, asOf }: Headline): { share: number; words: string } => {
  const share = weakest.reduce((most, value) => Math.max(most, value), 0)
  return { share, words: `${percent(share)} in ${monthWords(addMonths(asOf, Math.max(0, weakest.indexOf(share))))}` }
}

const lacking = ({ coaching }: Headline): number =>
  Math.round(coaching.unmetHours.reduce((sum, hours) => sum + hours, 0))

const centsOf = ({ years }: Headline, key: 'costCents' | 'unfundedCents'): number =>
  years.reduce((sum, year) => sum + year[key], 0)

function shareLines(before: Headline, after: Headline): ComparedLine[] {
  const [peakBefore, peakAfter] = [peakOf(before), peakOf(after)]
  const [endBefore, endAfter] = [before.weakest.at(-1) ?? 0, after.weakest.at(-1) ?? 0]
  return [
    {
      key: 'peak',
      label: 'Highest share with fidelity',
      before: peakBefore.words,
      after: peakAfter.words,
      difference: points(peakBefore.share, peakAfter.share),
    },
    {
      key: 'end',
      label: `Share with fidelity in ${monthWords(before.lastMonth)}`,
      before: percent(endBefore),
      after: percent(endAfter),
      difference: points(endBefore, endAfter),
    },
  ]
}

function moneyLine(key: 'cost' | 'unfunded', label: string, before: number, after: number): ComparedLine {
  return { key, label, before: dollars(before), after: dollars(after), difference: money(before, after) }
}

/**
 * What a change of plan does: two headlines, line by line, as text with the difference in words. Shares are those at the
 * weakest essential component; hours and money are sums over the whole forecast and the whole plan.
 */
export function compareHeadlines(before: Headline, after: Headline): ComparedLine[] {
  const [monthBefore, monthAfter] = [monthOf(before), monthOf(after)]
  const [schoolsBefore, schoolsAfter] = [before.reach.schools, after.reach.schools]
  const [hoursBefore, hoursAfter] = [lacking(before), lacking(after)]
  return [
    {
      key: 'atScale',
      label: 'At scale from',
      before: figureOf(before, 'atScaleMonth').text,
      after: figureOf(after, 'atScaleMonth').text,
      difference: atScaleDifference(monthBefore, monthAfter),
    },
    ...shareLines(before, after),
    {
      key: 'schools',
      label: 'Schools at scale at the end',
      before: `${amount(schoolsBefore.end)} of ${amount(schoolsBefore.total)}`,
      after: `${amount(schoolsAfter.end)} of ${amount(schoolsAfter.total)}`,
      difference: signed(schoolsAfter.end - schoolsBefore.end, (size) => counted(size, 'school', 'schools')),
    },
    {
      key: 'lackingHours',
      label: 'Coach hours lacking, in the months that lack them',
      before: amount(hoursBefore),
      after: amount(hoursAfter),
      difference: signed(hoursAfter - hoursBefore, (size) => `${amount(size)} hours`),
    },
    moneyLine('cost', 'Cost of the plan', centsOf(before, 'costCents'), centsOf(after, 'costCents')),
    moneyLine('unfunded', 'Of that without funds', centsOf(before, 'unfundedCents'), centsOf(after, 'unfundedCents')),
  ]
}

/** From so far below its peak on, 0–1, a share that never got to the line has fallen all the same. */
const clearFall = 0.05

/** Whether what is reached at the best is gone again at the end: the line, or a clear part of the way to it. */
const fallsAgain = ({ weakest, line }: Headline): boolean => {
  const peak = weakest.reduce((most, value) => Math.max(most, value), 0)
  const end = weakest.at(-1) ?? 0
  return end < line && (peak >= line || peak - end >= clearFall)
}

/** What it costs more or less. Less is never called a saving: a push that ends early costs less too, so that is said beside it. */
function costWords(lines: readonly ComparedLine[], after: Headline): string {
  const difference = lines.find(({ key }) => key === 'cost')?.difference ?? ''
  const size = difference.replace(/^[+−]/, '')
  const isLess = difference.startsWith('−')
  const costs = difference === '' ? '' : `costs ${size} ${isLess ? 'less' : 'more'}`
  if (fallsAgain(after)) {
    const gone = `; it does not hold but falls from ${peakOf(after).words}`
    return costs === '' ? gone : `${gone}, and ${costs}`
  }
  return costs === '' ? '' : isLess ? `, and it ${costs}` : `, for ${size} more`
}

/** "; $258,861 more is without funds"; empty where that is as before. */
function unfundedWords({ difference }: ComparedLine): string {
  if (difference === '') return ''
  return `; ${difference.slice(1)} ${difference.startsWith('−') ? 'less' : 'more'} is without funds`
}

/** What a change of plan does, in one sentence: the month at scale, else the share at the end; whether it holds; what it costs. */
export function comparisonSentence(before: Headline, after: Headline): string {
  const lines = compareHeadlines(before, after)
  const differing = lines.filter(({ difference }) => difference !== '')
  if (differing.length === 0) return 'Nothing changes: the two plans come to the same.'
  const atScale = lines.find(({ key }) => key === 'atScale')
  const end = lines.find(({ key }) => key === 'end')
  const reach =
    atScale && atScale.difference !== ''
      ? atScale.difference === 'no longer reached'
        ? 'The district does not get to scale within the forecast any more'
        : atScale.difference === 'reached'
          ? `The district gets to scale, in ${atScale.after}`
          : `The district gets to scale ${atScale.difference}, in ${atScale.after}`
      : figureOf(after, 'atScaleMonth').value === null
        ? 'Neither way gets the district to scale within the forecast'
        : 'The month at scale stays the same'
  const share = end && end.difference !== '' ? `; the share at the end goes from ${end.before} to ${end.after}` : ''
  const unfunded = lines.find(({ key }) => key === 'unfunded')
  return `${reach}${share}${costWords(lines, after)}${unfunded ? unfundedWords(unfunded) : ''}.`
}
