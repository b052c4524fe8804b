import { basename } from 'node:path'
import { planImport } from '@shared/exchange/plan-import'
import type { CellProblem } from '@shared/exchange/import-problem'
import type { Sheet } from '@shared/exchange/sheet'
import { spreadStaffTotals } from '@shared/exchange/staff-totals'
import type { Change } from '@shared/plan/change'
import type { Plan } from '@shared/plan/plan'
import { tableOf } from '@shared/plan/tables'
import { readSheets } from '../files/read'
import { systemEnvironment } from '../workbook/environment'
import { jsonText, type Command, type CommandValues } from './command'
import { badFile, badInput } from './failure'
import { fileMapping, type FileMapping } from './import-mapping'
import { writing } from './plan-file'

type Outcome = {
  readonly changes: readonly Change[]
  readonly summary: Readonly<Record<'added' | 'changed' | 'unchanged' | 'skipped', number>>
  readonly problems: readonly CellProblem[]
}

const sheetIn = (sheets: readonly Sheet[], fileName: string, { sheet }: CommandValues): Sheet => {
  const [first] = sheets
  const found = sheet === undefined ? first : sheets.find(({ name }) => name === sheet)
  if (found) return found
  const names = sheets.map(({ name }) => `“${name}”`).join(', ')
  throw badInput('sheet-not-found', `“${fileName}” has no sheet “${String(sheet)}”. There are: ${names}.`)
}

const outcomeOf = (plan: Plan, how: FileMapping, sheet: Sheet, fileName: string): Outcome => {
  const { newId } = systemEnvironment()
  return how.kind === 'rows'
    ? planImport(plan, how.mapping, sheet, newId)
    : spreadStaffTotals(plan, how.totals, sheet, fileName, newId)
}

const counted = ({ added, changed, unchanged, skipped }: Outcome['summary']): string =>
  `${added} added, ${changed} changed, ${unchanged} unchanged, ${skipped} left out`

const inWords = (outcome: Outcome, notices: readonly string[], isDry: boolean): string => {
  const problems = outcome.problems.map(
    ({ sheet, cell, value, message }) => `- ${sheet} ${cell}: ${value === '' ? '(empty)' : `“${value}”`}. ${message}`,
  )
  const head = isDry ? 'Would import' : 'Imported'
  const lines = [`${head}: ${counted(outcome.summary)}.`, ...notices]
  return `${[...lines, ...(problems.length > 0 ? ['Not taken as they stand:', ...problems] : [])].join('\n')}\n`
}

/** Rows of a spreadsheet into a table of a plan, through a kept matching of its columns, as the window does it. */
export const importCommand: Command = {
  usage:
    'import PLAN.rollout FILE --table TABLE --map MAP.json [--sheet NAME] [--where COLUMN=VALUE] [--dry-run] [--json]',
  summary:
    'Brings the rows of a spreadsheet into a table of the plan, as one step. With --dry-run only says what it would do.',
  options: { table: true, map: true, sheet: true, where: true, 'dry-run': false },
  operands: 2,
  run: async ([path = '', file = ''], values) => {
    const how = fileMapping(values)
    const read = await readSheets(file)
    if (!read.ok) throw badFile(read.error.code, read.error.message)
    const fileName = basename(file)
    const sheet = sheetIn(read.value.sheets, fileName, values)
    const isDry = values['dry-run'] === true
    const table = how.kind === 'rows' ? how.mapping.table : 'staffGroup'
    const outcome = writing(path, isDry, (plan) => {
      const planned = outcomeOf(plan, how, sheet, fileName)
      const label = `Import ${tableOf(table).label.toLowerCase()} from ${fileName}`
      return { value: planned, act: { code: 'import', label, changes: planned.changes } }
    })
    if (values['json'] !== true) return inWords(outcome, read.value.problems, isDry)
    const { summary, problems, changes } = outcome
    return jsonText({
      table,
      sheet: sheet.name,
      isDryRun: isDry,
      summary,
      changes: changes.length,
      notices: read.value.problems,
      problems,
    })
  },
}
