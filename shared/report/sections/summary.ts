import { figureOf } from '../../forecast/headline'
import { monthWords } from '../../plan/month'
import { paragraph, statusLines } from '../blocks'
import { keptFigures, lastReport } from '../last-report'
import type { Block, ReportSection } from '../report'
import { answers } from './answers'
import { nameOfPlan, type ReportFacts } from '../report-input'

/** What a decision that the report asks for begins with. */
export const decisionWords = 'Decision asked: '

/**
 * Summary: the decision asked, the answers to a board's questions, and the five lines behind them (reach, quality, people,
 * money, whether it can be kept) beside those of the last report.
 */
export const summarySection = (facts: ReportFacts): ReportSection => {
  const { subject, options } = facts
  const { headline, plan } = subject
  const last = lastReport(plan, options.audience, options.date)
  const decision: Block[] =
    options.decisionAsked === null ? [] : [paragraph(`${decisionWords}${options.decisionAsked}`)]
  const about = `${nameOfPlan(subject.name)}, forecast from ${monthWords(headline.asOf)} to ${monthWords(headline.lastMonth)}.`
  return {
    id: 'summary',
    name: 'Summary',
    title: figureOf(headline, 'atScaleMonth').sentence,
    blocks: [
      ...decision,
      answers(facts),
      { kind: 'statusLines', lines: statusLines(headline, keptFigures, last) },
      paragraph(about),
    ],
  }
}
