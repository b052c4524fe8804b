import Excel from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AccessDocument, AccessRule } from '@shared/report/access/access-document'
import { checkAccess } from '@shared/report/access/check-access'
import { accessDocumentOf } from '@shared/report/access/report-document'
import { buildReport } from '@shared/report/build-report'
import type { Report } from '@shared/report/report'
import { bookDocument } from '../../../electron/files/book-access'
import { reportBookBytes } from '../../../electron/files/report-book'
import { samplePlan } from '../../fixtures/sample-plan'

const plan = samplePlan()
const built = buildReport({
  subject: { name: null, question: null, plan },
  choices: [{ name: "More & the board's <question>", question: null, plan }],
  options: { audience: 'board', date: '2026-11-23', decisionAsked: null, contact: 'Office', isDraft: false },
})
if (!built.ok) throw new Error('the sample cannot be forecast')
const report: Report = built.value

let bytes: Uint8Array
let document: AccessDocument
beforeAll(async () => {
  bytes = await reportBookBytes(report, () => undefined)
  document = await bookDocument(bytes)
})

/** The rules that the file breaks after its parts were changed. */
async function rulesAfter(change: (part: string, name: string) => string): Promise<AccessRule[]> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => [
    name,
    strToU8(change(strFromU8(part), name)),
  ])
  const found = checkAccess(await bookDocument(zipSync(Object.fromEntries(parts))))
  return [...new Set(found.map(({ rule }) => rule))]
}

const partsOf = (about: AccessDocument, kind: string) => about.parts.filter((part) => part.kind === kind)

describe('the finished report in Excel, read as a screen reader would', () => {
  it('keeps nothing from readers', () => {
    expect(checkAccess(document)).toEqual([])
  })

  it('says the title, the language, and of every chart what it shows, as the report does', () => {
    const said = accessDocumentOf(report)
    expect({ title: document.title, language: document.language }).toEqual({
      title: said.title,
      language: said.language,
    })
    const words = (about: AccessDocument) =>
      partsOf(about, 'figure').map((part) => part.kind === 'figure' && `${part.title}. ${part.alt}`)
    expect(words(document)).toEqual(words(said))
    expect(words(document).length).toBeGreaterThanOrEqual(5)
  })

  it('marks the header row of every table, with that of the figures behind the charts', () => {
    const headers = (about: AccessDocument) =>
      partsOf(about, 'table').map((part) => part.kind === 'table' && JSON.stringify(part.headers))
    const there = headers(document)
    for (const header of headers(accessDocumentOf(report))) expect(there).toContain(header)
    const charts = partsOf(document, 'figure').length
    expect(there.length).toBeGreaterThanOrEqual(headers(accessDocumentOf(report)).length + charts)
  })

  it('leads from every figure under Sources to the row in which it stands', async () => {
    const book = new Excel.Workbook()
    await book.xlsx.load(bytes.slice().buffer)
    const links = partsOf(document, 'link').flatMap((part) => (part.kind === 'link' ? [part] : []))
    expect(links.length).toBeGreaterThan(15)
    for (const { text, target } of links) {
      const [, sheet = '', address = ''] = /^'(.+)'!([A-Z]+\d+)$/.exec(target) ?? []
      const there = book.getWorksheet(sheet)!.getCell(address).text
      expect(text === 'Who pays: Nobody' ? there === 'Without funds' : text.endsWith(there)).toBe(true)
    }
    const outside = Object.entries(unzipSync(bytes)).filter(
      ([name, part]) => name.endsWith('.rels') && strFromU8(part).includes('External'),
    )
    expect(outside).toEqual([])
  })

  it.each<[AccessRule, (part: string, name: string) => string]>([
    ['title', (part) => part.replace(/<dc:title>[^<]*</, '<dc:title><')],
    ['language', (part) => part.replace(/<dc:language>[^<]*<\/dc:language>/, '')],
    ['figure-alt', (part, name) => (name.includes('drawing') ? part.replaceAll(/ descr="[^"]*"/g, '') : part)],
    ['figure-table', (part, name) => (name.includes('charts/') ? part.replaceAll(/<c:f>[^<]*<\/c:f>/g, '') : part)],
    ['table-headers', (part) => part.replaceAll(/<definedName name="TitleRegion[^>]*>[^<]*<\/definedName>/g, '')],
    ['contrast', (part, name) => (name.endsWith('styles.xml') ? part.replaceAll('FF1F4E79', 'FFF1F3F5') : part)],
    ['sheet-name', (part) => part.replace(' name="Summary"', ' name="Sheet1"')],
  ])('finds a planted %s', async (rule, change) => {
    expect(await rulesAfter(change)).toContain(rule)
  })
})
