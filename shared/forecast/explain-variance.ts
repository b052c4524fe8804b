import { attendances } from '../money/attendance'
import { lineVariances, sessionVariances } from '../money/planned-and-actual'
import { formatMoney } from '../plan/format-value'
import { rowsOf } from '../plan/plan'
import { nameOf } from '../plan/words'
import { yearWords } from './explain-money'
import type { ExplainQuestion, MoneyFacts } from './explain-question'
import { settingLines } from './explain-sources'
import { line, summed, told, type Explanation } from './explanation'
import { amount, dollars } from './figure'

/** More or less than planned, in words, so that no sign has to be read. */
export function varianceWords(cents: number): string {
  if (Math.abs(cents) < 50) return 'as planned'
  return cents > 0 ? `${dollars(cents)} more` : `${dollars(-cents)} less`
}

/** What a cost line came to in a fiscal year, against what was planned; above 0: more was spent. */
export function explainLineVariance(
  { plan }: Pick<MoneyFacts, 'plan'>,
  { lineId, fiscalYear }: Extract<ExplainQuestion, { kind: 'lineVariance' }>,
): Explanation {
  const found = lineVariances(plan).find((one) => one.lineId === lineId && one.fiscalYear === fiscalYear)
  const year = rowsOf(plan, 'lineYear').find((one) => one.lineId === lineId && one.fiscalYear === fiscalYear)
  const planned = found?.plannedCents ?? 0
  const actual = found?.actualCents ?? 0
  return {
    title: `${nameOf(plan, 'costLine', lineId)}, ${yearWords(fiscalYear)}: spent against planned`,
    value: varianceWords(actual - planned),
    how: 'What is entered as spent, less what the line is planned to cost in all of that fiscal year.',
    parts: [
      summed(
        'Difference',
        [
          line('Spent', formatMoney(actual), {
            amount: actual,
            rows: year ? [{ table: 'lineYear', id: year.id }] : [],
          }),
          line('less what was planned', formatMoney(planned), {
            amount: -planned,
            ...(found?.isCovered ? { question: { kind: 'lineCost', table: 'costLine', id: lineId, fiscalYear } } : {}),
          }),
        ],
        varianceWords,
        'Spent',
      ),
    ],
    roundings: [],
    sources: settingLines(plan, ['contingency']),
  }
}

/** What a session that was held cost, against what was planned. */
export function explainSessionVariance(
  { plan }: MoneyFacts,
  { sessionId }: Extract<ExplainQuestion, { kind: 'sessionVariance' }>,
): Explanation {
  const found = sessionVariances(plan).find((one) => one.sessionId === sessionId)
  const planned = found?.plannedCents ?? 0
  const actual = found?.actualCents ?? 0
  const rows = [{ table: 'session', id: sessionId } as const]
  const hours = attendances(plan).find(({ session }) => session.id === sessionId)?.session.hours ?? 0
  return {
    title: `${nameOf(plan, 'session', sessionId)}: as held against as planned`,
    value: varianceWords(actual - planned),
    how: 'The cost with those who came, less the cost with those who were expected: materials and time go by person, the fee of the leader does not.',
    parts: [
      summed(
        'Difference',
        [
          line(`With ${amount(found?.actualPeople ?? 0)} who came`, formatMoney(actual), { amount: actual, rows }),
          line(`less with ${amount(found?.plannedPeople ?? 0)} expected`, formatMoney(planned), {
            amount: -planned,
            rows,
          }),
        ],
        varianceWords,
        'It cost',
      ),
      told('For each person', [line('Hours', amount(hours), { rows })]),
    ],
    roundings: ['Each kind of cost is rounded to whole cents by itself.'],
    sources: settingLines(plan, ['contingency', 'substituteDayCents', 'stipendHourCents', 'hoursPerDay']),
  }
}
