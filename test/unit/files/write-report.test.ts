import Excel from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { dollars } from '@shared/forecast/figure'
import { figureOf } from '@shared/forecast/headline'
import { leverChanges } from '@shared/forecast/levers'
import { rowsOf, type Plan } from '@shared/plan/plan'
import { buildReport } from '@shared/report/build-report'
import { chartsOf, type Audience, type Report } from '@shared/report/report'
import { planFacts, type ReportInput } from '@shared/report/report-input'
import { makeReport } from '../../../electron/files/write-report'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'
import { failure, good } from '../../fixtures/workbook'
import { committed, newPlan } from '../exchange/small-plan'
import { testFolder } from './folder'

const folder = testFolder()
const path = folder.path('report.xlsx')
const plan = samplePlan()
const more = committed(plan, leverChanges(plan, { turnoverFactor: 1.5 }, idSource(8)))
const sections = [
  'Summary',
  'What and why',
  'Reach',
  'Quality',
  'People',
  'Money',
  'Can we keep it',
  'Choices',
  'Next steps',
  'Notes',
  'Sources',
]

const inputFor = (subject: Plan, audience: Audience = 'board', name = 'More turnover'): ReportInput => ({
  subject: { name: null, question: null, plan: subject },
  choices: [{ name, question: 'What if half as many again leave?', plan: more }],
  options: {
    audience,
    date: '2026-11-23',
    decisionAsked: 'Approve two coaches.',
    contact: 'Teaching and Learning',
    isDraft: false,
  },
})

const builtFrom = (input: ReportInput): Report => {
  const report = buildReport(input)
  if (!report.ok) throw new Error('the plan cannot be forecast')
  return report.value
}

const written = async (input: ReportInput): Promise<Excel.Workbook> => {
  expect(good(await makeReport(path, input))).toEqual({ path, outOfReach: [] })
  const book = new Excel.Workbook()
  await book.xlsx.readFile(path)
  return book
}

const cellsOf = (sheet: Excel.Worksheet): Excel.Cell[] => {
  const cells: Excel.Cell[] = []
  sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell)))
  return cells
}

const textsOf = (sheet: Excel.Worksheet): string[] => cellsOf(sheet).map(({ text }) => text)

/** The row below the header whose first cell says `first`, in the table with the title `title`. */
const tableRow = (sheet: Excel.Worksheet, title: string, first: string): Excel.Row => {
  let from = Number.POSITIVE_INFINITY
  const found: Excel.Row[] = []
  sheet.eachRow((row, at) => {
    const label = row.getCell(1).text
    if (label === title) from = at
    if (at > from && label === first) found.push(row)
  })
  if (!found[0]) throw new Error(`no row "${first}" below "${title}"`)
  return found[0]
}

describe('the board report of the sample district', () => {
  const facts = planFacts({ name: null, question: null, plan })
  if (!facts.ok) throw new Error('the sample cannot be forecast')
  const { headline } = facts.value
  const report = builtFrom(inputFor(plan))
  let book: Excel.Workbook
  const sheetOf = (name: string): Excel.Worksheet => book.getWorksheet(name)!
  beforeAll(async () => {
    book = await written(inputFor(plan))
  })

  it('has a sheet for each section', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual(sections)
  })

  it('says the finding and whose plan it is on top of every sheet', () => {
    for (const [at, name] of sections.entries()) {
      const sheet = sheetOf(name)
      expect(sheet.getCell('A1').value).toBe([...report.sections, report.sources][at]?.title)
      expect(sheet.getCell('A2').value).toContain('Alder Valley School District · Current plan · As of Jul 2026')
    }
    expect(textsOf(sheetOf('Summary'))).toContain('Decision asked: Approve two coaches.')
  })

  it.each(['schoolsAtScale', 'fidelity', 'coaching', 'cost', 'recurringNeed'] as const)(
    'prints the headline figure %s with its status in words',
    (key) => {
      const { label, text, sentence } = figureOf(headline, key)
      const values = tableRow(sheetOf('Summary'), 'Figure', label).values as string[]
      expect(values.slice(1, 3)).toEqual([label, text])
      expect(values[3]).toMatch(/^[✔●▲■○?] (Done|On track|Watch|Off track|Not started|Not known)$/)
      expect(values[4]).toBe(sentence)
    },
  )

  it('holds the money as figures that add up to the headline', () => {
    const costs = headline.years.map(({ fiscalYear, costCents }) => {
      const row = tableRow(sheetOf('Money'), 'Cost by fiscal year', String(fiscalYear))
      const cell = row.getCell(2)
      expect(cell.type).toBe(Excel.ValueType.Number)
      expect(cell.numFmt).toContain('$')
      expect(cell.value).toBeCloseTo(costCents / 100, 6)
      return Math.round(Number(cell.value) * 100)
    })
    const total = costs.reduce((sum, cents) => sum + cents, 0)
    expect(figureOf(headline, 'cost').text).toBe(dollars(total))
    const totalRow = tableRow(sheetOf('Money'), 'Cost by fiscal year', 'Total')
    expect(totalRow.getCell(2).value).toBeCloseTo(total / 100, 6)
  })

  it('holds every school with its figures as numbers and months', () => {
    for (const { name, enrolment } of rowsOf(plan, 'unit').filter(({ kind }) => kind === 'school')) {
      const row = tableRow(sheetOf('Reach'), 'Schools', name)
      expect(row.getCell(4).value).toBeInstanceOf(Date)
      expect(row.getCell(4).numFmt).toBe('mmm yyyy')
      expect(row.getCell(5).value).toBe(enrolment)
      expect(row.getCell(7).type).toBe(Excel.ValueType.Number)
      expect(row.getCell(7).numFmt).toBe('0%')
    }
  })

  it('holds the same figures behind a chart as the forecast, on the sheet of the chart', () => {
    const sheet = sheetOf('Reach')
    const title = chartsOf(report)[0]!.title
    let header = 0
    sheet.eachRow((row, at) => {
      if (row.getCell(1).value === title) header = at + 1
    })
    expect(sheet.getRow(header).getCell(2).value).toBe('Weakest essential component')
    const shares = [...headline.weakest].map((_, at) => sheet.getRow(header + 1 + at).getCell(2).value)
    expect(shares).toEqual([...headline.weakest])
  })

  it('names what a choice does, under the name of the choice', () => {
    expect(sheetOf('Choices').getCell('A1').value).toMatch(/^More turnover: The district /)
    expect(textsOf(sheetOf('Choices')).join(' ')).toContain('What if half as many again leave?')
  })

  it('prints as wide as the paper, with the district above and page numbers below', () => {
    for (const sheet of book.worksheets) {
      expect(sheet.pageSetup).toMatchObject({ paperSize: 1, fitToPage: true, fitToWidth: 1, fitToHeight: 0 })
      expect(sheet.headerFooter.oddHeader).toContain('Alder Valley School District')
      expect(sheet.headerFooter.oddFooter).toContain('Page &P of &N')
    }
  })

  it('has columns that are wide enough for every figure in them', () => {
    for (const sheet of book.worksheets) {
      for (const cell of cellsOf(sheet)) {
        if (cell.type !== Excel.ValueType.Number) continue
        const value = Number(cell.value)
        const shown = cell.numFmt.includes('$')
          ? dollars(Math.round(value * 100)).length
          : String(Math.round(value)).length + 2
        expect(sheet.getColumn(cell.col).width).toBeGreaterThan(shown)
      }
    }
  })

  it('has no row taller than Excel takes', async () => {
    const asked = { ...inputFor(plan), options: { ...inputFor(plan).options, decisionAsked: 'word '.repeat(790) } }
    const tall = await written(asked)
    const heights = tall.worksheets.flatMap((sheet) => {
      const own: number[] = []
      sheet.eachRow((row) => own.push(row.height ?? 0))
      return own
    })
    expect(Math.max(...heights)).toBe(409)
  })

  it('holds no figure that is none, and no formula', () => {
    for (const cell of book.worksheets.flatMap(cellsOf)) {
      expect([Excel.ValueType.Formula, Excel.ValueType.Error]).not.toContain(cell.type)
      expect(cell.text).not.toMatch(/NaN|Infinity|undefined|\[object/)
    }
  })

  it('tells the title, the language and the day, and nobody by name', () => {
    const properties = strFromU8(unzipSync(readFileSync(path))['docProps/core.xml']!)
    expect(properties).toContain('<dc:title>Alder Valley School District: board report</dc:title>')
    expect(properties).toContain('<dc:language>en-US</dc:language>')
    expect(properties).toContain('2026-11-23')
    expect(properties).toContain('<dc:creator>Rollout Workbook</dc:creator>')
    expect(properties).toContain('<cp:lastModifiedBy>Rollout Workbook</cp:lastModifiedBy>')
  })
})

describe('a report', () => {
  const withSmallGroup = committed(
    plan,
    rowsOf(plan, 'staffGroup')
      .filter(({ roleId }) => plan.role.get(roleId)?.name === 'Reading specialist')
      .map(({ id, headcount }) => ({
        kind: 'update' as const,
        table: 'staffGroup' as const,
        id,
        fields: { headcount: { before: headcount, after: 1 } },
      })),
  )
  const specialists = async (audience: Audience): Promise<unknown> => {
    const book = await written(inputFor(withSmallGroup, audience))
    return tableRow(book.getWorksheet('People')!, 'Staff by role', 'Reading specialist').getCell(3).value
  }

  it('hides small groups from the board and shows them to the cabinet', async () => {
    expect(await specialists('board')).toBe('fewer than 10')
    expect(await specialists('cabinet')).toBeLessThan(10)
  })

  it('that is a draft says so on every sheet and every printed page, and in its title; another does not', async () => {
    const draftOf = async (isDraft: boolean) => {
      const input = inputFor(plan)
      const made = await written({ ...input, options: { ...input.options, isDraft } })
      return {
        title: made.title,
        above: made.worksheets.map((sheet) => sheet.getCell('A2').text.startsWith('Draft · Alder Valley')),
        printed: made.worksheets.map((sheet) => sheet.headerFooter.oddHeader?.startsWith('&L&BDraft&B · Alder Valley')),
      }
    }
    const all = (value: boolean) => sections.map(() => value)
    const name = 'Alder Valley School District: board report'
    expect(await draftOf(true)).toEqual({ title: `${name} (draft)`, above: all(true), printed: all(true) })
    expect(await draftOf(false)).toEqual({ title: name, above: all(false), printed: all(false) })
  })

  it('takes names with whatever people type, as text', async () => {
    const name = '=cmd|\'/c calc\'!A1 & <b>"Fewer"</b>\u0001'
    const book = await written(inputFor(plan, 'board', name))
    const header = cellsOf(book.getWorksheet('Choices')!).filter(({ text }) => text.startsWith('=cmd'))
    expect(header.length).toBeGreaterThanOrEqual(2)
    for (const cell of header) expect(cell.master.type).toBe(Excel.ValueType.String)
    // No XML may hold a control character but tabs and line breaks: readers call such a file damaged.
    const xml = Object.entries(unzipSync(readFileSync(path))).flatMap(([part, bytes]) =>
      part.endsWith('.xml') ? [strFromU8(bytes)] : [],
    )
    expect(xml.length).toBeGreaterThan(10)
    for (const text of xml) expect(text.replaceAll(/[\t\r\n]/g, '')).not.toMatch(/\p{Cc}/u)
  })

  it('is not written of a plan that cannot be forecast, and says what the plan lacks', async () => {
    const before = folder.names()
    const target = folder.path('empty.xlsx')
    const { message } = failure(await makeReport(target, { ...inputFor(newPlan), choices: [] }), 'plan-incomplete')
    expect(message).toContain('There are no schools yet')
    expect(message).toContain('Your plan is as it was.')
    expect(folder.names()).toEqual(before)
  })
})
