import Excel from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { beforeAll, describe, expect, it } from 'vitest'
import { leverChanges } from '@shared/forecast/levers'
import { drawRange } from '@shared/forecast/draw-range'
import { insertChange } from '@shared/plan/edit'
import { newRow } from '@shared/plan/plan'
import { buildReport } from '@shared/report/build-report'
import { chartsOf, chartTable, type Report, type ReportChart } from '@shared/report/report'
import { withCharts } from '../../../electron/files/charts/add-charts'
import { writeReport } from '../../../electron/files/write-report'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'
import { good } from '../../fixtures/workbook'
import { committed } from '../exchange/small-plan'
import { testFolder } from './folder'

const folder = testFolder()
const path = folder.path('report.xlsx')
const plan = samplePlan()
const more = committed(plan, leverChanges(plan, { turnoverFactor: 1.5 }, idSource(8)))

const few = committed(plan, [
  insertChange('setting', newRow('setting', idSource(41)(), { key: 'draws', value: '100' })),
])

const built = buildReport({
  rangeOf: () => drawRange(few),
  subject: { name: null, question: null, plan },
  choices: [{ name: "More <turnover> & the board's question", question: null, plan: more }],
  options: { audience: 'board', date: '2026-11-23', decisionAsked: null, contact: null, isDraft: false },
})
if (!built.ok) throw new Error('the sample cannot be forecast')
const report: Report = built.value

let parts: Record<string, string>
let book: Excel.Workbook
beforeAll(async () => {
  good(await writeReport(path, report))
  const zip = unzipSync(readFileSync(path))
  parts = Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]))
  book = new Excel.Workbook()
  await book.xlsx.readFile(path)
})

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found ?? '')

/** The parts that a part points at, by the type of the relationship. */
function related(part: string): { type: string; target: string }[] {
  const rels = parts[join(dirname(part), '_rels', `${part.split('/').at(-1)}.rels`)] ?? ''
  return [...rels.matchAll(/<Relationship [^>]*>/g)].map(([element]) => {
    const target = / Target="([^"]*)"/.exec(element)![1]!
    const type = / Type="[^"]*\/([^"/]*)"/.exec(element)![1]!
    return { type, target: target.startsWith('/') ? target.slice(1) : join(dirname(part), target) }
  })
}

const chartNames = (): string[] => Object.keys(parts).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name))

/** What stands in the cells of a formula such as 'Reach'!$B$2:$B$9. */
function cellsOf(formula: string): Excel.Cell[] {
  const [, sheet = '', first = '', , last = first] = /^'(.+)'!\$([A-Z]+\$\d+)(:\$([A-Z]+\$\d+))?$/.exec(formula) ?? []
  const worksheet = book.getWorksheet(sheet.replaceAll("''", "'"))!
  const [from, to] = [worksheet.getCell(first.replace('$', '')), worksheet.getCell(last.replace('$', ''))]
  return Array.from({ length: Number(to.row) - Number(from.row) + 1 }, (_, at) =>
    worksheet.getCell(Number(from.row) + at, Number(from.col)),
  )
}

describe('the charts of a report', () => {
  it('are Excel’s own, one for each chart of the report, and no picture stands in for one', () => {
    expect(chartNames()).toHaveLength(chartsOf(report).length)
    expect(chartNames().length).toBeGreaterThanOrEqual(5)
    expect(Object.keys(parts).filter((name) => name.startsWith('xl/media/'))).toEqual([])
  })

  it('are reached from their sheet over its drawing, every step a part that is there', () => {
    const reached = Object.keys(parts)
      .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
      .flatMap((sheet) => {
        const drawings = related(sheet).filter(({ type }) => type === 'drawing')
        const ids = all(parts[sheet]!, /<drawing [^>]*r:id="([^"]+)"/g)
        expect(ids).toHaveLength(drawings.length)
        return drawings.flatMap(({ target }) => {
          const charts = related(target).filter(({ type }) => type === 'chart')
          expect(all(parts[target]!, /<c:chart [^>]*r:id="([^"]+)"/g)).toHaveLength(charts.length)
          return charts.map((chart) => chart.target)
        })
      })
    expect(reached.toSorted()).toEqual(chartNames().toSorted())
  })

  it('are declared with their content type, each part once', () => {
    const declared = all(parts['[Content_Types].xml']!, /<Override PartName="\/([^"]+)"/g)
    expect(new Set(declared).size).toBe(declared.length)
    const ours = Object.keys(parts).filter((name) => /^xl\/(charts|drawings)\/[^/]+\.xml$/.test(name))
    expect(declared.filter((name) => /^xl\/(charts|drawings)\//.test(name)).toSorted()).toEqual(ours.toSorted())
  })

  it('point at cells of the sheet they stand on that hold the values they keep', () => {
    for (const name of chartNames()) {
      const xml = parts[name]!
      const references = [...xml.matchAll(/<c:f>([^<]+)<\/c:f><c:(num|str)Cache>(.*?)<\/c:\2Cache>/gs)]
      expect(references.length).toBeGreaterThan(2)
      for (const [, formula = '', kind, cache = ''] of references) {
        const cells = cellsOf(unescaped(formula))
        const kept = all(cache, /<c:v>([^<]*)<\/c:v>/g).map(unescaped)
        const filled = cells.filter(({ value }) => value !== null)
        const there = filled.map(({ value }) => (value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : value))
        expect(kind === 'num' ? kept.map(Number) : kept).toEqual(
          kind === 'num' ? there : filled.map(({ text }) => text),
        )
      }
    }
  })

  it('draw each series of the report and each line across it, told apart without color', () => {
    const charts: ReportChart[] = chartsOf(report)
    for (const [at, chart] of charts.entries()) {
      const xml = parts[`xl/charts/chart${at + 1}.xml`]!
      const labels = all(xml, /<c:tx><c:strRef>.*?<c:v>([^<]*)<\/c:v>/gs).map(unescaped)
      expect(labels).toEqual(
        chartTable(chart)
          .columns.slice(1)
          .map(({ label }) => label),
      )
      const dashes = all(
        xml,
        /<c:ser>.*?(<a:prstDash val="[^"]+"|<a:pattFill prst="[^"]+"|<a:solidFill><a:srgbClr val="[^"]+")/gs,
      )
      expect(new Set(dashes.slice(0, chart.series.length)).size).toBe(Math.min(chart.series.length, 6))
    }
  })

  it('draw schools as dots of different shapes that no line joins, with a line across for what they are held against', () => {
    const at = chartsOf(report).findIndex(({ kind }) => kind === 'dots')
    const series = all(parts[`xl/charts/chart${at + 1}.xml`]!, /<c:ser>(.*?)<\/c:ser>/gs)
    const symbolOf = (xml: string): string | undefined => /<c:symbol val="([^"]+)"/.exec(xml)?.[1]
    expect(series.map(symbolOf)).toEqual(['circle', 'diamond', 'none'])
    expect(series.map((xml) => /<c:spPr><a:ln [^>]*><a:noFill\/>/.test(xml))).toEqual([true, true, false])
    expect(all(series[0]!, /<c:pt idx="\d+"><c:v>([^<]*)</g)).toContain('Cedar Hill Elementary')
  })

  it('draw the ends of the likely range as thin lines in the color of their series', () => {
    const at = chartsOf(report).findIndex(({ id }) => id === 'fidelity')
    const series = all(parts[`xl/charts/chart${at + 1}.xml`]!, /<c:ser>(.*?)<\/c:ser>/gs)
    const widths = series.map((xml) => Number(/<a:ln w="(\d+)"/.exec(xml)?.[1]))
    const colors = series.map((xml) => /<a:srgbClr val="(\w+)"/.exec(xml)?.[1])
    expect(series).toHaveLength(5)
    expect(widths[3]).toBeLessThan(widths[0]!)
    expect([colors[3], colors[4]]).toEqual([colors[0], colors[0]])
  })

  it('say in words what they show', () => {
    const described = Object.keys(parts)
      .filter((name) => /^xl\/drawings\/drawing\d+\.xml$/.test(name))
      .flatMap((name) => all(parts[name]!, / descr="([^"]+)"/g).map(unescaped))
    expect(described.toSorted()).toEqual(
      chartsOf(report)
        .map(({ title, summary }) => `${title}. ${summary}`)
        .toSorted(),
    )
  })

  it('cannot be put over a drawing that is there already', () => {
    const placed = {
      chart: chartsOf(report)[0]!,
      cells: { sheetName: 'Reach', headerRow: 1 },
      topRow: 1,
      width: 1,
      height: 1,
    }
    expect(() => withCharts(readFileSync(path), new Map([['Reach', [placed]]]))).toThrow('has a drawing already')
  })
})
