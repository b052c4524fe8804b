import { resolve } from 'node:path'
import type { AccessFinding } from '@shared/report/access/access-document'
import { checkAccess } from '@shared/report/access/check-access'
import { accessDocumentOf } from '@shared/report/access/report-document'
import type { Audience } from '@shared/report/report'
import { today } from '../files/today'
import { reportOf, writeReport } from '../files/write-report'
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

/** The accessibility check in lines: of the report, then of the finished file. */
function accessText(findings: readonly AccessFinding[], outOfReach: readonly string[]): string {
  const lines = [...findings.map(({ where, what, toDo }) => `${where}: ${what} ${toDo}`), ...outOfReach]
  if (lines.length === 0) return 'Accessibility check: nothing found.\n'
  return `Accessibility check: ${lines.length} found.\n${lines.map((line) => `- ${line}\n`).join('')}`
}

/** The board report as an Excel workbook, as the window writes it. */
export const reportCommand: Command = {
  usage:
    'report PLAN.rollout --out FILE.xlsx [--scenario NAME] [--audience board|cabinet|principal|team] [--draft] [--json]',
  summary:
    'Writes the board report, of the plan or of one of its scenarios, as an Excel workbook, and says what in it would not reach everybody.',
  options: { out: true, scenario: true, audience: true, draft: false },
  operands: 1,
  run: async ([path = ''], values) => {
    const out = outOf(values)
    const options = {
      audience: audienceOf(values),
      date: today(),
      decisionAsked: null,
      contact: null,
      isDraft: values['draft'] === true,
    }
    const plans = reportPlansIn(path, typeof values['scenario'] === 'string' ? values['scenario'] : null)
    const report = reportOf({ ...plans, options })
    if (!report.ok) throw badInput(report.error.code, report.error.message)
    const made = await writeReport(out, report.value)
    if (!made.ok) throw badFile(made.error.code, made.error.message)
    const findings = checkAccess(accessDocumentOf(report.value))
    const { outOfReach } = made.value
    if (values['json'] === true) return jsonText({ path: out, accessibility: { findings, outOfReach } })
    return `Wrote ${out}\n${accessText(findings, outOfReach)}`
  },
}
