import { figureOf } from '../../forecast/headline'
import { monthWords } from '../../plan/month'
import { costSentence, paragraph, statusLines } from '../blocks'
import { keptFigures, lastReport } from '../last-report'
import type { Block, ReportSection } from '../report'
import { nameOfPlan, type ReportFacts } from '../report-input'

/** What a decision that the report asks for begins with. */
export const decisionWords = 'Decision asked: '

/**
 * Summary: the decision asked, the five lines that a board reads first (reach, quality, people, money, whether it can be
 * kept) beside those of the last report, three sentences.
 */
export const summarySection = ({ subject, options }: ReportFacts): ReportSection => {
  const { headline, plan } = subject
  const last = lastReport(plan, options.audience, options.date)
  const decision: Block[] =
    options.decisionAsked === null ? [] : [paragraph(`${decisionWords}${options.decisionAsked}`)]
  const sentences = [
    figureOf(headline, 'phase').sentence,
    costSentence(headline),
    figureOf(headline, 'cliffs').sentence,
  ].filter((sentence) => sentence !== '')
  const about = `${nameOfPlan(subject.name)}, forecast from ${monthWords(headline.asOf)} to ${monthWords(headline.lastMonth)}.`
  return {
    id: 'summary',
    name: 'Summary',
    title: figureOf(headline, 'atScaleMonth').sentence,
    blocks: [
      ...decision,
      { kind: 'statusLines', lines: statusLines(headline, keptFigures, last) },
      ...sentences.map(paragraph),
      paragraph(about),
    ],
  }
}
