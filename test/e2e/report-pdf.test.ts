import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccessPart } from '@shared/report/access/access-document'
import { checkAccess } from '@shared/report/access/check-access'
import { launchApp, type TestedApp } from './harness.ts'
import { plannerOf, type Planner } from './planner.ts'

const folder = mkdtempSync(join(tmpdir(), 'rollout-pdf-'))
const path = join(folder, 'report.pdf')
const draftPath = join(folder, 'draft.pdf')
let tested: TestedApp
let planner: Planner
let tiles: Record<string, string>
/** How sure the forecast is, as the Overview says it. */
let sure: string

/** What one of poppler's programs says of a file. */
const ofFile = (file: string, program: string, ...args: string[]): string =>
  execFileSync(program, [...args, file, ...(program === 'pdftotext' ? ['-'] : [])], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  })
const poppler = (program: string, ...args: string[]): string => ofFile(path, program, ...args)

/** The structure of the file as a screen reader gets it: headings, tables with their header cells. */
function structureOf(text: string): AccessPart[] {
  const parts: AccessPart[] = []
  const at = { where: 'PDF', place: null }
  let headers: string[] = []
  let take: (words: string) => void = () => undefined
  for (const line of text.split('\n')) {
    const tag = /^\s*(H[1-6]|TH|TD|Table|P)\b/.exec(line)?.[1]
    const words = /^\s*"(.*)"$/.exec(line)?.[1]
    if (words !== undefined) take(words)
    if (tag === undefined) continue
    take = () => undefined
    if (tag.startsWith('H')) {
      const place = parts.length
      parts.push({ kind: 'heading', level: Number(tag[1]), text: '', ...at })
      take = (more) => {
        const heading = parts[place]
        if (heading?.kind === 'heading') parts[place] = { ...heading, text: heading.text + more }
      }
    } else if (tag === 'Table') {
      headers = []
      parts.push({ kind: 'table', title: 'Table', headers, ...at })
    } else if (tag === 'TH') {
      const own = headers
      const place = own.push('') - 1
      take = (more) => (own[place] += more)
    }
  }
  return parts
}

beforeAll(async () => {
  tested = await launchApp({ dialogs: { save: [path, draftPath] } })
  planner = plannerOf(tested.page)
  await planner.click('Open the sample district')
  tiles = await planner.tiles()
  sure = await tested.page.getByText(/^Likely range \(8 in 10 chances\) from 1,000 runs/).innerText()
  await planner.goTo('Reports')
  await tested.page.getByLabel('Decision asked').fill('Approve <two> coaches & a lead.')
  await planner.click('Export report as PDF')
  await tested.page.getByText('The report was written as a PDF.').first().waitFor({ timeout: 60_000 })
})
afterAll(async () => {
  await tested.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a draft', () => {
  it('says so in words on every page, in its title and in the window; the report that is handed out does not', async () => {
    const { page } = tested
    expect(await page.getByText('Draft: figures and wording may still change.').count()).toBe(0)
    await page.getByLabel('This is a draft').check()
    await page.getByText('Draft: figures and wording may still change.').waitFor()
    expect(await page.getByText('Draft · Summary', { exact: true }).count()).toBe(1)
    await planner.click('Export report as PDF')
    // a file takes its name when it is whole; the words that tell of it may be those of the one before
    await expect.poll(() => existsSync(draftPath), { timeout: 60_000 }).toBe(true)
    expect(ofFile(draftPath, 'pdfinfo')).toMatch(/^Title: +Alder Valley School District: board report \(draft\)$/m)
    // a structure in text loses what stands behind a ligature
    expect(ofFile(draftPath, 'pdfinfo', '-struct-text')).toContain('"Draft: ')
    const pages = ofFile(draftPath, 'pdftotext', '-layout').split('\f').slice(0, -1)
    expect(pages.length).toBeGreaterThan(4)
    expect(pages[0]?.normalize('NFKC')).toContain('Draft: figures and wording may still change.')
    for (const text of pages) expect(text).toMatch(/^\s*Draft · Alder Valley School District/)
    expect(poppler('pdftotext')).not.toContain('Draft')
  })
})

describe('the board report as a PDF', () => {
  it('is tagged, says its title, and is on Letter paper', () => {
    const info = poppler('pdfinfo')
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(/^Title: +Alder Valley School District: board report$/m)
    expect(info).toMatch(/^Page size: +612 x 792 pts \(letter\)$/m)
    const pages = Number(/^Pages: +(\d+)$/m.exec(info)?.[1])
    expect(pages).toBeGreaterThan(4)
    // a board does not read more
    expect(pages).toBeLessThanOrEqual(14)
  })

  it('keeps headings, tables with header cells, and pictures with what they show in words', () => {
    const structure = poppler('pdfinfo', '-struct-text')
    const tags = structure.split('\n').map((line) => line.trim().split(' ')[0] ?? '')
    const count = (tag: string): number => tags.filter((found) => found === tag).length
    expect(count('H1')).toBe(1)
    expect(count('H2')).toBeGreaterThanOrEqual(6)
    expect(count('Table')).toBeGreaterThan(5)
    expect(count('TH')).toBeGreaterThan(count('Table'))
    const figures = poppler('pdfinfo', '-struct')
      .split(/^ *(?=Figure)/m)
      .slice(1)
    expect(figures.length).toBeGreaterThanOrEqual(5)
    expect(structure).toContain('Weakest essential component')
  })

  it('tells its language, has an outline, and says of every picture what it shows', () => {
    const bytes = readFileSync(path)
    expect(bytes.includes('/Lang')).toBe(true)
    expect(bytes.includes('/Outlines')).toBe(true)
    const alternatives = bytes.toString('latin1').match(/\/Alt\s*[(<]/g) ?? []
    expect(alternatives.length).toBeGreaterThanOrEqual(5)
    expect(poppler('pdftotext', '-layout').replaceAll(/\s+/g, ' ')).toMatch(/\d of 7 schools are at the line of 50%/)
    const figures = poppler('pdfinfo', '-struct').match(/^ *Figure /gm) ?? []
    expect(figures).toHaveLength(alternatives.length)
  })

  it('passes the accessibility check by what its structure says: no heading skipped, no table without header cells', () => {
    const parts = structureOf(poppler('pdfinfo', '-struct-text'))
    expect(parts.filter(({ kind }) => kind === 'heading').length).toBeGreaterThan(15)
    const found = checkAccess({ title: 'Board report', language: 'en-US', parts })
    const barriers = found.filter(({ rule }) => ['heading-empty', 'heading-skipped', 'table-headers'].includes(rule))
    expect(barriers).toEqual([])
  })

  it('answers on its first page when, whether it can be kept, at what cost, and what is asked', () => {
    const first = poppler('pdftotext', '-l', '1').replaceAll(/\s+/g, ' ')
    for (const words of [
      'Decision asked: Approve',
      'Are we at scale, and when?',
      'Can we keep it?',
      'What does it cost?',
    ])
      expect(first).toContain(words)
    expect(first).toContain(`${tiles['Cost of the plan']} in the fiscal years`)
  })

  it('says how sure it is in the words of the Overview', () => {
    expect(sure).toContain('from 1,000 runs')
    expect(poppler('pdftotext', '-l', '1').replaceAll(/\s+/g, ' ')).toContain(sure)
  })

  it('prints the figures of the Overview, and what was asked as it was typed', () => {
    const text = poppler('pdftotext', '-layout').replaceAll(/\s+/g, ' ')
    expect(text).toContain('Approve <two> coaches & a lead.')
    for (const label of ['Schools at scale', 'Cost of the plan']) expect(text).toContain(`${label} ${tiles[label]}`)
    expect(text).toContain(`Staff practicing ${tiles['Staff practicing with fidelity']}`)
    expect(text).toMatch(/Page 1 of \d+/)
  })
})
