import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read as parse, utils } from '@e965/xlsx'
import Excel from 'exceljs'
import { tablesToSheets } from '@shared/exchange/table-sheet'
import { planWorkbookImport } from '@shared/exchange/workbook-import'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import { insertChange } from '@shared/plan/edit'
import { emptyPlan, newRow, planRowId, type Plan } from '@shared/plan/plan'
import { readSheets } from '../../../electron/files/read'
import { writeTables } from '../../../electron/files/write-tables'
import { idAt } from '../../fixtures/ids'

const schools = 2500
const roles = ['Teacher', 'Educational aide', 'School leader', 'Professional support']

/** A plan of 2,500 schools with four groups of staff each: 10,000 rows in one sheet. */
function largePlan(): Plan {
  const units = Array.from({ length: schools }, (_, at) => ({ id: idAt(at + 1, 1), at }))
  const about = { district: 'Bench ISD', startMonth: '2026-07', currencyYear: 2026 }
  const changes: Change[] = [
    insertChange('plan', newRow('plan', planRowId, about)),
    ...roles.map((name, at) => insertChange('role', newRow('role', idAt(at + 1, 2), { name }))),
    ...units.map(({ id, at }) =>
      insertChange('unit', newRow('unit', id, { name: `School ${at}`, enrolment: 300 + at })),
    ),
    ...units.flatMap(({ id, at }) =>
      roles.map((_, role) => {
        const values = { unitId: id, roleId: idAt(role + 1, 2), headcount: 2.5 + role, annualTurnover: 1400 }
        return insertChange('staffGroup', newRow('staffGroup', idAt(at * roles.length + role + 1, 3), values))
      }),
    ),
  ]
  const plan = applyChanges(emptyPlan, changes)
  if (!plan.ok) throw new Error('the plan of the bench does not fit together')
  return plan.value
}

/** The same cells through exceljs alone: no tables, formats, lists or texts to read. */
async function writeBare(path: string, plan: Plan): Promise<void> {
  const book = new Excel.Workbook()
  for (const { name, columns, rows } of tablesToSheets(plan)) {
    book.addWorksheet(name).addRows([columns.map(({ label }) => label), ...rows])
  }
  writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()))
}

/** The same file through the reading library alone: no checks, remarks or limits. */
function readBare(path: string): number {
  const book = parse(readFileSync(path), { type: 'buffer', dense: true })
  return book.SheetNames.reduce((sum, name) => {
    const sheet = book.Sheets[name]
    return sum + (sheet ? utils.sheet_to_json(sheet, { header: 1 }).length : 0)
  }, 0)
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

async function timed(act: () => unknown): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

const ratio = (own: number, bare: number): string =>
  `${own.toFixed(0)} ms against ${bare.toFixed(0)} ms, ${(own / bare).toFixed(1)} times as long`

/** Writing and reading 10,000 rows beside the bare libraries on the same data: one line of text a figure. */
export async function excelLines(rounds: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rollout-bench-'))
  const [own, bare] = [join(folder, 'own.xlsx'), join(folder, 'bare.xlsx')]
  const plan = largePlan()
  const times: Record<'write' | 'writeBare' | 'read' | 'readBare' | 'compare', number[]> = {
    write: [],
    writeBare: [],
    read: [],
    readBare: [],
    compare: [],
  }
  let changed = 0
  try {
    for (let round = 0; round < rounds; round += 1) {
      times.writeBare.push(await timed(() => writeBare(bare, plan)))
      times.write.push(await timed(() => writeTables(own, { plan, scenario: null, day: '2026-11-23' })))
      times.readBare.push(await timed(() => readBare(own)))
      times.read.push(await timed(() => readSheets(own)))
      const read = await readSheets(own)
      const sheets = read.ok ? read.value.sheets : []
      times.compare.push(await timed(() => (changed += planWorkbookImport(plan, sheets, () => '').changes.length)))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return [
    `writing 10,000 rows with tables, formats and lists: ${ratio(median(times.write), median(times.writeBare))} as exceljs alone`,
    `reading them with checks: ${ratio(median(times.read), median(times.readBare))} as the library alone`,
    `comparing them with the plan: ${median(times.compare).toFixed(0)} ms, ${changed} changes`,
  ]
}
