import { randomUUID } from 'node:crypto'
import { findStaffing, type Staffing } from '@shared/forecast/find-staffing'
import { canAskToHold, type StaffingTarget } from '@shared/forecast/least-staffing'
import { dollars, percent } from '@shared/forecast/figure'
import { monthsBetween } from '@shared/plan/month'
import { planRow, type Plan } from '@shared/plan/plan'
import { settingsOf } from '@shared/plan/settings'
import { jsonText, type Command, type CommandValues } from './command'
import { wholeNumber } from './draws'
import { badInput } from './failure'
import { planIn } from './plan-file'

/** A number that is written plainly, within its range; null where the option is not given. */
function numberIn(values: CommandValues, name: string, least: number, most: number): number | null {
  const written = values[name]
  if (written === undefined) return null
  const number = Number(written)
  if (typeof written === 'string' && written.trim() !== '' && number >= least && number <= most) return number
  throw badInput('usage', `--${name} takes a number from ${least} to ${most}, not ${JSON.stringify(written)}.`)
}

function monthIn(plan: Plan, written: unknown): string {
  const row = planRow(plan)
  const start = row?.asOfMonth ?? row?.startMonth ?? ''
  const isMonth = typeof written === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(written)
  const place = isMonth && start !== '' ? monthsBetween(start, written) : -1
  if (isMonth && place >= 0 && place < (row?.horizonMonths ?? 0)) return written
  throw badInput('usage', `--by takes a month of the forecast such as 2029-06, not ${JSON.stringify(written ?? null)}.`)
}

/** Whether to ask that it holds: as said, else where the forecast is long enough to tell. */
function holdsIn(plan: Plan, by: string, values: CommandValues): boolean {
  const isLongEnough = canAskToHold(plan, by)
  if (values['hold'] !== true) return values['no-hold'] !== true && isLongEnough
  if (isLongEnough && values['no-hold'] !== true) return true
  const { sustainMonths } = settingsOf(plan)
  throw badInput(
    'usage',
    `--hold takes a forecast of ${sustainMonths} months from the month of --by on, and no --no-hold.`,
  )
}

function targetIn(plan: Plan, values: CommandValues): StaffingTarget {
  const budget = numberIn(values, 'budget', 0, 1e10)
  const coach = numberIn(values, 'most-coaches', 0, 100)
  const systems = numberIn(values, 'most-systems', 0, 100)
  const by = monthIn(plan, values['by'])
  return {
    by,
    holds: holdsIn(plan, by, values),
    chance: numberIn(values, 'chance', 0.01, 1) ?? 0.8,
    budgetCents: budget === null ? null : Math.round(budget * 100),
    mostFte: { ...(coach === null ? {} : { coach }), ...(systems === null ? {} : { systems }) },
  }
}

const line = ({ chance, costCents }: Staffing): string => `- ${percent(chance)}: ${dollars(costCents)}`

/** The cheapest staffing that brings the plan to scale in time. */
export const leastStaffingCommand: Command = {
  usage:
    'least-staffing PLAN.rollout --by YYYY-MM [--hold | --no-hold] [--chance 0.8] [--budget DOLLARS] [--most-coaches FTE] [--most-systems FTE] [--scenario NAME] [--draws N] [--seed S] [--trials N] [--json]',
  summary:
    'Finds the cheapest coaches and system builders by fiscal year that bring the plan to scale by a month with a chance, and keep it there (--no-hold: whether or not it stays). The file is only read.',
  options: {
    by: true,
    hold: false,
    'no-hold': false,
    chance: true,
    budget: true,
    'most-coaches': true,
    'most-systems': true,
    scenario: true,
    draws: true,
    seed: true,
    trials: true,
  },
  operands: 1,
  run: ([path = ''], values) => {
    const { json, scenario } = values
    const plan = planIn(path, typeof scenario === 'string' ? scenario : null)
    const answer = findStaffing(plan, targetIn(plan, values), {
      draws: wholeNumber(values, 'draws', 20, 10_000) ?? 300,
      seed: wholeNumber(values, 'seed', 0, 2 ** 32 - 1) ?? settingsOf(plan).seed,
      mostTrials: wholeNumber(values, 'trials', 10, 100_000) ?? 300,
      onProgress: () => undefined,
      newId: randomUUID,
    })
    if (!answer.ok) throw badInput('plan-incomplete', answer.error.map(({ message }) => message).join(' '))
    if (json === true) return jsonText(answer.value)
    const { sentence, frontier, planned } = answer.value
    const now = `As planned: ${percent(planned.chance)} for ${dollars(planned.costCents)}.`
    return `${[sentence, now, '', 'Chance and cost:', ...frontier.map(line)].join('\n')}\n`
  },
}
