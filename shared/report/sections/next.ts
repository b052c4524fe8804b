import { counted } from '../../forecast/figure'
import { gateAnswers, type CriterionAnswer } from '../../forecast/gate'
import { addMonths, monthWords } from '../../plan/month'
import { rowsOf } from '../../plan/plan'
import { nameOf } from '../../plan/words'
import { table } from '../blocks'
import { privacyFor, type Privacy } from '../privacy'
import type { Block, ReportCell, ReportSection } from '../report'
import type { PlanFacts, ReportFacts } from '../report-input'

/** How far ahead "next" is. */
const monthsAhead = 12

const milestonesAhead = ({ plan, headline }: PlanFacts) =>
  rowsOf(plan, 'milestone')
    .filter(({ doneOn, month }) => doneOn === null && month < addMonths(headline.asOf, monthsAhead))
    .toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))

const milestoneTable = (facts: PlanFacts, privacy: Privacy): Block[] => {
  const { plan, headline } = facts
  return table({
    id: 'milestones',
    title: `Milestones until ${monthWords(addMonths(headline.asOf, monthsAhead - 1))}`,
    columns: [
      { label: 'Milestone', kind: 'text' },
      { label: 'By', kind: 'month' },
      { label: 'Where', kind: 'text' },
      { label: 'Answers for it', kind: 'text' },
      { label: 'State', kind: 'text' },
    ],
    rows: milestonesAhead(facts).map(({ name, month, unitId, waveId, owner }) => [
      name,
      month,
      unitId !== null ? nameOf(plan, 'unit', unitId) : waveId !== null ? nameOf(plan, 'wave', waveId) : 'District',
      privacy.owner(owner),
      month < headline.asOf ? 'Overdue' : 'To come',
    ]),
  })
}

const stateWords: Readonly<Record<CriterionAnswer['state'], string>> = {
  met: 'Met',
  notYet: 'Not yet',
  notKnown: 'Not known',
}

/** Gates that are still to be decided, each with what it asks and how that stands. */
const gateTable = ({ plan, runs, ledger }: PlanFacts): Block[] =>
  table({
    id: 'gates',
    title: 'Go or no go: what each gate asks',
    columns: [
      { label: 'Gate', kind: 'text' },
      { label: 'Asks', kind: 'text' },
      { label: 'Today', kind: 'text' },
      { label: 'State', kind: 'text' },
      { label: 'Forecast', kind: 'longText' },
    ],
    rows: gateAnswers(plan, runs, ledger)
      .filter(({ gate }) => gate.decidedOn === null)
      .flatMap(({ gate, criteria }) =>
        criteria.map(({ asked, today, state, forecast }): ReportCell[] => [
          gate.name,
          asked,
          today ?? 'Judged by people',
          stateWords[state],
          forecast,
        ]),
      ),
  })

const barrierTable = ({ plan }: PlanFacts, privacy: Privacy): Block[] =>
  table({
    id: 'barriers',
    title: 'Barriers that are open',
    columns: [
      { label: 'Barrier', kind: 'longText' },
      { label: 'Where', kind: 'text' },
      { label: 'Passed on to', kind: 'text' },
      { label: 'Answers for it', kind: 'text' },
    ],
    rows: rowsOf(plan, 'barrier')
      .filter(({ closedOn }) => closedOn === null)
      .map(({ description, unitId, escalatedTo, owner }) => [
        description,
        unitId === null ? 'District' : nameOf(plan, 'unit', unitId),
        escalatedTo === null ? 'Not passed on' : privacy.owner(escalatedTo),
        privacy.owner(owner),
      ]),
  })

/** Next steps and gates: milestones of the next twelve months, go and no go, open barriers. */
export const nextSection = (facts: ReportFacts): ReportSection => {
  const { subject } = facts
  const privacy = privacyFor(facts)
  const milestones = milestonesAhead(subject)
  const overdue = milestones.filter(({ month }) => month < subject.headline.asOf).length
  const late = overdue === 0 ? '' : `, ${overdue} of them overdue`
  return {
    id: 'next',
    name: 'Next steps',
    title:
      milestones.length === 0
        ? 'No milestone is set for the next twelve months'
        : `${counted(milestones.length, 'milestone', 'milestones')} in the next twelve months${late}`,
    blocks: [...milestoneTable(subject, privacy), ...gateTable(subject), ...barrierTable(subject, privacy)],
  }
}
