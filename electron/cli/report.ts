import { resolve } from 'node:path'
import type { Audience } from '@shared/report/report'
import { today } from '../files/today'
import { makeReport } from '../files/write-report'
import { jsonText, type Command, type CommandValues } from './command'
import { badFile, badInput } from './failure'
import { reportPlansIn } from './plan-file'

const audiences: readonly Audience[] = ['board', 'cabinet', 'principal', 'team']

function audienceOf({ audience = 'board' }: CommandValues): Audience {
  const known = audiences.find((name) => name === audience)
  if (known === undefined) throw badInput('usage', `--audience is one of ${audiences.join(', ')}.`)
  return known
}

function outOf({ out }: CommandValues): string {
  if (typeof out !== 'string' || !out.toLowerCase().endsWith('.xlsx'))
    throw badInput('usage', '--out names the file to be written; it ends in .xlsx.')
  return resolve(out)
}

/** The board report as an Excel workbook, as the window writes it. */
export const reportCommand: Command = {
  usage: 'report PLAN.rollout --out FILE.xlsx [--scenario NAME] [--audience board|cabinet|principal|team] [--json]',
  summary: 'Writes the board report, of the plan or of one of its scenarios, as an Excel workbook.',
  options: { out: true, scenario: true, audience: true },
  operands: 1,
  run: async ([path = ''], values) => {
    const out = outOf(values)
    const options = { audience: audienceOf(values), date: today(), decisionAsked: null, contact: null }
    const plans = reportPlansIn(path, typeof values['scenario'] === 'string' ? values['scenario'] : null)
    const made = await makeReport(out, { ...plans, options })
    if (!made.ok && made.error.code === 'plan-incomplete') throw badInput('plan-incomplete', made.error.message)
    if (!made.ok) throw badFile(made.error.code, made.error.message)
    return values['json'] === true ? jsonText({ path: out }) : `Wrote ${out}\n`
  },
}
