import { pilotLessons, type PilotLesson } from '@shared/forecast/pilot'
import { jsonText, type Command } from './command'
import { badInput } from './failure'
import { planIn } from './plan-file'

const linesOf = ({ name, used, leftOut, sentence, calibration }: PilotLesson): string[] => [
  `${name}: ${used} observations used, ${leftOut} left out. ${sentence}`,
  ...(calibration?.parameters ?? []).map((parameter) => `- ${parameter.sentence}`),
]

/** What the observations of a plan taught. */
export const calibrateCommand: Command = {
  usage: 'calibrate PLAN.rollout [--json]',
  summary: 'Says what the observations of the plan teach about the model, and what not. The file is only read.',
  options: {},
  operands: 1,
  run: ([path = ''], { json }) => {
    const lessons = pilotLessons(planIn(path, null))
    if (!lessons.ok) throw badInput('plan-incomplete', lessons.error.map(({ message }) => message).join(' '))
    if (json === true) return jsonText({ districts: lessons.value })
    return `${lessons.value.flatMap(linesOf).join('\n')}\n`
  },
}
