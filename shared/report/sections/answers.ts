import { dollars, percent } from '../../forecast/figure'
import { figureOf } from '../../forecast/headline'
import { likelySentence } from '../../forecast/likely'
import { linesOf } from '../../forecast/progress-figures'
import { stressMonths, stressTest } from '../../forecast/stress'
import { monthsBetween, monthWords } from '../../plan/month'
import { sectionsFor } from '../audience'
import type { Block } from '../report'
import type { PlanFacts, ReportFacts } from '../report-input'

const whenWords = ({ headline, settings }: PlanFacts): string => {
  const [atScale, phase, schools] = [
    figureOf(headline, 'atScaleMonth'),
    figureOf(headline, 'phase'),
    figureOf(headline, 'schoolsAtScale'),
  ]
  const lines = linesOf(settings)
  const today =
    schools.value === null ? schools.sentence : `Today: ${phase.text}, with ${schools.text} schools at scale.`
  return `${atScale.sentence} ${today} At scale means that at least ${percent(lines.share)} of staff carry out even the weakest essential component, the one that the fewest carry out as intended, in at least ${percent(lines.unitShare)} of schools.`
}

/** What becomes of it if one-time money and leaders go in the first month at scale; empty where nobody can say. */
const shockWords = ({ plan, runs }: PlanFacts): string => {
  const [only] = runs
  const month = only?.forecast.atScaleMonth ?? null
  if (!only || runs.length > 1 || month === null) return ''
  const both = stressTest(plan, only.compiled, monthsBetween(only.forecast.start, month)).find(
    ({ kind }) => kind === 'both',
  )
  const shock = `If one-time money and leaders went in ${monthWords(month)}, practice would`
  if (both?.answer === 'holds') return ` ${shock} stay above the line for ${stressMonths} months.`
  if (both?.answer !== 'falls') return ''
  const months = both.monthsUntilBelow ?? 0
  return ` ${shock} fall below the line ${months === 0 ? 'at once' : `after ${months} ${months === 1 ? 'month' : 'months'}`}.`
}

const keepWords = (facts: PlanFacts): string => {
  const { headline } = facts
  const [need, cliffs] = [figureOf(headline, 'recurringNeed'), figureOf(headline, 'cliffs')]
  if (figureOf(headline, 'atScaleMonth').value === null) {
    return `There is nothing to keep yet: first it has to be at scale. ${need.sentence}`
  }
  const isPaid = need.value === 1 && cliffs.value === 0
  const verdict =
    need.value === null ? '' : isPaid ? 'As far as money goes, yes. ' : 'Not with the money there is now. '
  return `${verdict}${need.sentence} ${cliffs.sentence}${shockWords(facts)}`
}

const costWords = ({ headline }: PlanFacts): string => {
  const { text, value, sentence } = figureOf(headline, 'cost')
  const [first, last] = [headline.years[0], headline.years.at(-1)]
  if (value === 0 || !first || !last) return sentence
  const years =
    first === last
      ? `fiscal year ${first.fiscalYear}`
      : `the fiscal years ${first.fiscalYear} to ${last.fiscalYear} together`
  const most = headline.years.reduce((a, b) => (b.costCents > a.costCents ? b : a))
  const peak = first === last ? '' : ` The dearest year is ${most.fiscalYear}, with ${dollars(most.costCents)}.`
  return `${text} in ${years}: ${sentence}${peak}`
}

/** The questions that a board has, each with its answer in a few sentences; money only for those who decide on it. */
export const answers = ({ subject, options }: ReportFacts): Block => {
  const hasMoney = sectionsFor(options.audience, false).includes('money')
  return {
    kind: 'terms',
    title: 'In short',
    terms: [
      { word: 'Are we at scale, and when?', text: whenWords(subject) },
      ...(hasMoney
        ? [
            { word: 'Can we keep it?', text: keepWords(subject) },
            { word: 'What does it cost?', text: costWords(subject) },
          ]
        : []),
      ...(subject.likely === null
        ? []
        : [{ word: 'How sure is that?', text: likelySentence(subject.likely, subject.headline.asOf) }]),
    ],
  }
}
