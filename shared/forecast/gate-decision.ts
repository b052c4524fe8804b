import type { Change } from '../plan/change'
import { insertChange, rankAtEnd, updateChange } from '../plan/edit'
import { newRow, type Plan } from '../plan/plan'
import type { GateAnswer } from './gate'

/** What a planner says when a gate is decided. */
export type GateDecision = {
  /** True: it opens. False: not yet; the gate stays as it is and only the decision is noted. */
  readonly isOpened: boolean
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly decidedBy: string
  readonly decision: string
  readonly followUpOn: string | null
}

const stateWords = { met: 'met', notYet: 'not yet', notKnown: 'not known' } as const

/** The figures that a decision rests on, a line each: what is asked, how it stands, whether it is met. */
export const gateData = ({ criteria }: GateAnswer): string =>
  criteria
    .map(({ asked, today, state }) => `${asked}: ${today === null ? '' : `${today}, `}${stateWords[state]}.`)
    .join('\n')
    .slice(0, 4000)

/**
 * A gate that is decided, as one set of changes: the gate's day and body, a decision with the figures of that day, and at
 * every criterion that a rule judges how it stood, as evidence where none is entered.
 */
export function gateDecisionChanges(plan: Plan, answer: GateAnswer, said: GateDecision, id: string): Change[] {
  const { gate, criteria } = answer
  const row = plan.gate.get(gate.id)
  if (!row) return []
  const { date, decision, followUpOn } = said
  const question = `Does the gate “${row.name}” open?`
  const values = { date, question, dataUsed: gateData(answer), decision, owner: said.decidedBy, followUpOn }
  const decided = insertChange('decision', newRow('decision', id, values, rankAtEnd(plan, 'decision')))
  if (!said.isOpened) return [decided]
  const opened = updateChange(row, 'gate', { decidedOn: date, decidedBy: said.decidedBy })
  const stamped = criteria.flatMap(({ row: { id: criterionId }, today, state, isJudged }): Change[] => {
    const criterion = plan.gateCriterion.get(criterionId)
    if (isJudged || !criterion) return []
    const evidence = criterion.evidence ?? (today === null ? null : `On ${date}: ${today}`)
    const change = updateChange(criterion, 'gateCriterion', { isMet: state === 'met', evidence })
    return change ? [change] : []
  })
  return [...(opened ? [opened] : []), decided, ...stamped]
}
