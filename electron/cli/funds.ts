import { randomUUID } from 'node:crypto'
import { dollars } from '@shared/forecast/figure'
import { bestUseOf, type BestUse } from '@shared/money/allocation'
import { choicesOf } from '@shared/money/allocation-choices'
import { allocationOf, allocationProgram } from '@shared/money/allocation-program'
import { standingRows, type StandingRow } from '@shared/money/allocation-rows'
import { fundStanding } from '@shared/money/allocation-standing'
import { choiceSentence } from '@shared/money/allocation-words'
import type { Plan } from '@shared/plan/plan'
import { jsonText, type Command } from './command'
import { badInput } from './failure'
import { planIn } from './plan-file'

/** One line of the plan: who is to pay it, and why, in sentences. */
type Line = {
  readonly kind: 'position' | 'session' | 'costLine'
  readonly id: string
  readonly label: string
  readonly isChanged: boolean
  readonly choices: readonly string[]
}

async function bestUse(plan: Plan): Promise<BestUse> {
  const allocation = allocationOf(plan)
  // the solver is loaded by the one command that needs it
  const { solveProgram } = await import('../solve/linear-solver')
  return bestUseOf(plan, allocation, await solveProgram(allocationProgram(allocation)), randomUUID)
}

const standingText = ({ label, todayCents, bestCents }: StandingRow): string =>
  `- ${label}: ${dollars(todayCents)} today, ${dollars(bestCents)} with the best use`

const lineText = ({ label, choices }: Line): string => `${label}\n${choices.map((each) => `  - ${each}`).join('\n')}`

function asText(standing: readonly StandingRow[], lines: readonly Line[]): string {
  const changed = lines.filter(({ isChanged }) => isChanged)
  const finding =
    changed.length === 0
      ? 'The funds are used as well as they can be.'
      : `Paid otherwise with the best use: ${changed.length} of ${lines.length} lines.`
  return `${[finding, ...standing.map(standingText), '', ...changed.map(lineText)].join('\n').trimEnd()}\n`
}

/** Which fund should pay what: the answer of Money › Best use of funds, from a terminal. */
export const fundsCommand: Command = {
  usage: 'funds PLAN.rollout [--scenario NAME] [--json]',
  summary:
    'Finds the payments that leave the least without funds, then use the general fund least, then change the least, and says why line by line. The file is only read.',
  options: { scenario: true },
  operands: 1,
  run: async ([path = ''], { json, scenario }) => {
    const plan = planIn(path, typeof scenario === 'string' ? scenario : null)
    if (plan.fundingSource.size === 0)
      throw badInput('plan-incomplete', 'The plan has no funds yet. Enter them on the screen Money.')
    const best = await bestUse(plan)
    const standing = standingRows(fundStanding(plan, best.allocation.ledger), fundStanding(best.plan, best.ledger))
    const lines = choicesOf(plan, best).map(({ item, isChanged, choices }): Line => {
      const { kind, id, label } = item
      return { kind, id, label, isChanged, choices: choices.map((choice) => choiceSentence(plan, item, choice)) }
    })
    return json === true ? jsonText({ standing, lines }) : asText(standing, lines)
  },
}
