import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insertChange } from '@shared/plan/edit'
import { applyChanges } from '@shared/plan/apply'
import { newRow } from '@shared/plan/plan'
import type { AccessDocument, AccessFinding, AccessPart, AccessRule } from '@shared/report/access/access-document'
import { checkAccess } from '@shared/report/access/check-access'
import { contrast } from '@shared/report/access/contrast'
import { accessDocumentOf } from '@shared/report/access/report-document'
import { rowOfWords } from '@shared/report/access/row-of-words'
import { buildReport } from '@shared/report/build-report'
import type { Audience, Block, Report, ReportChart } from '@shared/report/report'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'

const plan = samplePlan()
const reportFor = (audience: Audience, contact: string | null = 'Teaching and Learning'): Report => {
  const report = buildReport({
    subject: { name: null, question: null, plan },
    choices: [{ name: 'The same', question: null, plan }],
    options: { audience, date: '2026-11-23', decisionAsked: 'Approve two coaches.', contact, isDraft: false },
  })
  if (!report.ok) throw new Error('the plan cannot be forecast')
  return report.value
}
const report = reportFor('board')
const found = (about: Report): AccessFinding[] => checkAccess(accessDocumentOf(about))
const rulesIn = (findings: readonly AccessFinding[]): AccessRule[] => findings.map(({ rule }) => rule)

/** The report with each block of one kind changed. */
const withBlocks = <K extends Block['kind']>(
  kind: K,
  change: (block: Extract<Block, { kind: K }>) => Block,
): Report => ({
  ...report,
  sections: report.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.kind === kind ? change(block as Extract<Block, { kind: K }>) : block)),
  })),
})
const withCharts = (change: Partial<ReportChart>): Report =>
  withBlocks('chart', (block) => ({ ...block, chart: { ...block.chart, ...change } }))

describe('the accessibility check of a report', () => {
  it.each(['board', 'cabinet', 'principal', 'team'] as const)(
    'finds nothing in the sample’s report for %s',
    (audience) => {
      expect(found(reportFor(audience))).toEqual([])
    },
  )

  it('asks for a contact, with the way to its field', () => {
    const [finding, ...others] = found(reportFor('board', null))
    expect(others).toEqual([])
    expect(finding).toMatchObject({ rule: 'contact', weight: 'advice', place: { kind: 'field', field: 'contact' } })
  })

  it.each<[AccessRule, Report]>([
    ['title', { ...report, district: ' ' }],
    ['figure-title', withCharts({ title: ' ' })],
    ['figure-alt', withCharts({ summary: '' })],
    ['figure-table', withCharts({ x: { label: 'Month', kind: 'month', values: [] } })],
    [
      'figure-series',
      withCharts({ series: Array.from({ length: 7 }, (_, at) => ({ key: `${at}`, label: `${at}`, values: [] })) }),
    ],
    ['table-title', withBlocks('table', (block) => ({ ...block, table: { ...block.table, title: '' } }))],
    ['table-headers', withBlocks('table', (block) => ({ ...block, table: { ...block.table, columns: [] } }))],
    [
      'table-header-empty',
      withBlocks('table', (block) => ({
        ...block,
        table: { ...block.table, columns: block.table.columns.map((column) => ({ ...column, label: '' })) },
      })),
    ],
    [
      'table-header-twice',
      withBlocks('table', (block) => ({
        ...block,
        table: { ...block.table, columns: block.table.columns.map((column) => ({ ...column, label: 'Plan' })) },
      })),
    ],
    [
      'table-wide',
      withBlocks('table', (block) => ({
        ...block,
        table: {
          ...block.table,
          columns: Array.from({ length: 11 }, (_, at) => ({ label: `Column ${at}`, kind: 'text' as const })),
        },
      })),
    ],
    [
      'status-word',
      withBlocks('statusLines', (block) => ({
        ...block,
        lines: block.lines.map((line) => ({ ...line, statusWord: '' })),
      })),
    ],
    ['heading-empty', { ...report, sections: report.sections.map((section) => ({ ...section, title: '' })) }],
    ['color-only', withBlocks('paragraph', () => ({ kind: 'paragraph', text: 'Schools marked in red need help.' }))],
    ['capitals', withBlocks('paragraph', () => ({ kind: 'paragraph', text: 'PLEASE READ ALL PAGES FIRST' }))],
    ['link-text', withBlocks('paragraph', () => ({ kind: 'paragraph', text: 'See https://example.org/a?b=1' }))],
  ])('finds a planted %s, says where it is and what to do', (rule, planted) => {
    const findings = found(planted).filter((finding) => finding.rule === rule)
    expect(findings.length).toBeGreaterThan(0)
    for (const { what, where, toDo } of findings)
      for (const text of [what, where, toDo]) expect(text.trim().length).toBeGreaterThan(3)
    expect(rulesIn(findings)).toContain(rule)
  })

  it('leads to the decision asked where its words are to be mended', () => {
    const asked = withBlocks('paragraph', (block) =>
      block.text.startsWith('Decision asked')
        ? { ...block, text: 'Decision asked: Fund all schools shown in red.' }
        : block,
    )
    expect(found(asked)).toMatchObject([{ rule: 'color-only', place: { kind: 'field', field: 'decisionAsked' } }])
  })

  it('names words that stand in a row of the plan, and finds the row again', () => {
    const row = newRow('component', idSource(4)(), { name: 'EVERY TEACHER MUST USE THE BINDER' })
    const changed = applyChanges(plan, [insertChange('component', row)])
    if (!changed.ok) throw new Error('the row does not fit')
    const built = buildReport({
      subject: { name: null, question: null, plan: changed.value },
      choices: [],
      options: { audience: 'board', date: '2026-11-23', decisionAsked: null, contact: 'Office', isDraft: false },
    })
    if (!built.ok) throw new Error('the plan cannot be forecast')
    const quotes = found(built.value).flatMap(({ rule, quote }) => (rule === 'capitals' && quote ? [quote] : []))
    expect(quotes.length).toBeGreaterThan(0)
    expect(rowOfWords(changed.value, quotes[0]!)).toEqual({ table: 'component', id: row.id })
    expect(rowOfWords(changed.value, 'words that stand nowhere')).toBeNull()
  })
})

describe('the rules for documents', () => {
  const at = { where: 'Here', place: null }
  const of = (...parts: AccessPart[]): AccessRule[] =>
    rulesIn(checkAccess({ title: 'Title', language: 'en-US', parts }))

  it('find a file that does not say its language', () => {
    const document: AccessDocument = { title: 'Title', language: '', parts: [] }
    expect(rulesIn(checkAccess(document))).toEqual(['language'])
  })

  it('find headings that skip a level, and none that go back', () => {
    const heading = (level: number): AccessPart => ({ kind: 'heading', level, text: `Level ${level}`, ...at })
    expect(of(heading(1), heading(2), heading(3), heading(2), heading(3), heading(1))).toEqual([])
    expect(of(heading(1), heading(3))).toEqual(['heading-skipped'])
    expect(of(heading(2))).toEqual(['heading-skipped'])
  })

  it.each(['', 'here', 'Click here', 'https://example.org/'])('find the link “%s”', (text) => {
    expect(of({ kind: 'link', text, target: '#A1', ...at })).toEqual(['link-text'])
  })

  it('let a link be that says where it leads', () => {
    expect(of({ kind: 'link', text: 'Schools at scale', target: '#A1', ...at })).toEqual([])
  })

  it('find text that is too pale for its size', () => {
    const grey = (isLarge: boolean): AccessPart => ({
      kind: 'colors',
      text: '#8c8c8c',
      background: '#ffffff',
      isLarge,
      ...at,
    })
    expect(of(grey(false))).toEqual(['contrast'])
    expect(of(grey(true))).toEqual([])
  })

  it('find sheets without a name or a first cell', () => {
    expect(of({ kind: 'sheet', name: 'Sheet1', firstCell: '', ...at })).toEqual(['sheet-name', 'sheet-start'])
  })

  it('tell each thing once, barriers before advice', () => {
    const shout: AccessPart = { kind: 'text', text: 'PLEASE READ THESE PAGES', ...at }
    const pale: AccessPart = { kind: 'colors', text: '#ffffff', background: '#ffffff', isLarge: true, ...at }
    expect(of(shout, shout, pale)).toEqual(['contrast', 'capitals'])
  })

  it('reckon contrast the same both ways, from 1 to 21', () => {
    const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(color, color, (one, other) => {
        const ratio = contrast(one, other)
        expect(ratio).toBeCloseTo(contrast(other, one), 10)
        expect(ratio).toBeGreaterThanOrEqual(1)
        expect(ratio).toBeLessThanOrEqual(21.000_001)
      }),
    )
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })
})
