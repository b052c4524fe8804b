import { describe, expect, it } from 'vitest'
import { applyChanges } from '@shared/plan/apply'
import type { Change } from '@shared/plan/change'
import { insertChange, updateChange } from '@shared/plan/edit'
import { nameFields } from '@shared/plan/for-others'
import { newRow, rowsOf, type Plan } from '@shared/plan/plan'
import { tableNames } from '@shared/plan/table-name'
import { buildReport } from '@shared/report/build-report'
import { officesOf } from '@shared/report/office-names'
import { leftOut, nameEraser } from '@shared/report/without-names'
import type { Audience, Report } from '@shared/report/report'
import type { NamedPlan } from '@shared/report/report-input'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'

const sample = samplePlan()

const changed = (before: Plan, changes: readonly (Change | null)[]): Plan => {
  const after = applyChanges(
    before,
    changes.flatMap((change) => change ?? []),
  )
  if (!after.ok) throw new Error('the changes do not fit')
  return after.value
}

const reportOf = (
  plan: Plan,
  audience: Audience,
  choices: readonly NamedPlan[] = [],
  decisionAsked: string | null = null,
): Report => {
  const options = { audience, date: '2026-11-23', decisionAsked, contact: 'Maren Okonjo-Brandt', isDraft: false }
  const report = buildReport({ subject: { name: null, question: null, plan }, choices, options })
  if (!report.ok) throw new Error('the plan cannot be forecast')
  return report.value
}

/** All that is printed but for the line that says whom to ask, which the planner types for these readers. */
const printed = (report: Report): string => JSON.stringify({ ...report, contact: null })

/** The sample with a person of its own in every field in which people are named. */
function everybodyNamed(): { plan: Plan; names: string[] } {
  const names: string[] = []
  let plan = sample
  for (const table of tableNames) {
    for (const key of table === 'report' ? [] : (nameFields[table] ?? [])) {
      const name = `Zyta Quandt${String.fromCodePoint(97 + names.length)}`
      names.push(name)
      plan = changed(
        plan,
        [...plan[table].values()].map((row) =>
          updateChange(row, table, {
            [key]: names.length % 2 === 0 ? name : `${name}, reading coach`,
          }),
        ),
      )
    }
  }
  return { plan, names }
}

describe('a report for readers outside', () => {
  it.each(['board', 'principal'] as const)(
    'of which %s is one names nobody, whichever field a name was typed into',
    (audience) => {
      const { plan, names } = everybodyNamed()
      expect(names.length).toBeGreaterThanOrEqual(11)
      const told = printed(reportOf(plan, audience))
      expect(names.filter((name) => told.includes(name))).toEqual([])
      expect(told).not.toContain('Quandt')
      expect(told).not.toContain('Zyta')
      expect(printed(reportOf(plan, 'cabinet'))).toContain('Quandt')
    },
  )

  it('prints the office of who answers for something, and of a name alone that the workbook has it', () => {
    const [one, two, three] = rowsOf(sample, 'component')
    if (!one || !two || !three) throw new Error('the sample has fewer than three components')
    const plan = changed(sample, [
      updateChange(one, 'component', { owner: 'Ana Ruiz, literacy coach' }),
      updateChange(two, 'component', { owner: 'Ana Ruiz' }),
      updateChange(three, 'component', { owner: null }),
    ])
    const what = reportOf(plan, 'board').sections.find(({ id }) => id === 'what')
    const owners = what?.blocks.flatMap((block) =>
      block.kind === 'table' && block.table.id === 'components' ? block.table.rows.map((row) => row[4]) : [],
    )
    expect(owners?.slice(0, 3)).toEqual(['Literacy coach', 'Named in the workbook', 'Nobody named'])
  })

  it('leaves a name out of sentences too, and of what a choice changes, but not what is typed for this report', () => {
    const [milestone] = rowsOf(sample, 'milestone')
    const [responsibility] = rowsOf(sample, 'responsibility')
    if (!milestone || !responsibility) throw new Error('the sample has no milestone or responsibility')
    const plan = changed(sample, [
      updateChange(responsibility, 'responsibility', { carriedBy: 'Ana Ruiz' }),
      insertChange(
        'barrier',
        newRow('barrier', idSource(31)(), {
          raisedOn: '2026-06-01',
          description: 'Ruiz is away until ANA RUIZ’s leave ends.',
        }),
      ),
    ])
    const without = changed(plan, [updateChange(milestone, 'milestone', { owner: 'Jo Feld' })])
    const choices = [{ name: 'Without Ana Ruiz', question: 'If Jo Feld takes over?', plan: without }]
    const decision = 'Thank Ana Ruiz for her work.'
    const told = printed(reportOf(plan, 'board', choices, decision))
    expect(told).toContain(`"${leftOut} is away until ${leftOut}’s leave ends."`)
    expect(told).toContain(`Without ${leftOut}`)
    expect(told).not.toMatch(/Feld/)
    expect(told.replace(decision, '')).not.toMatch(/Ruiz/i)
    expect(told).toContain(`Decision asked: ${decision}`)
  })

  it('lets nothing through because it ends as the decision does', () => {
    const [component] = rowsOf(sample, 'component')
    if (!component) throw new Error('the sample has no component')
    const plan = changed(sample, [
      updateChange(component, 'component', { owner: 'Ana Ruiz', evidence: 'Seen in the class of Ana Ruiz' }),
    ])
    expect(printed(reportOf(plan, 'board', [], 'Ruiz')).replace('Decision asked: Ruiz', '')).not.toContain('Ruiz')
  })

  it('keeps the title of a position whose code is an office too', () => {
    const [position] = rowsOf(sample, 'position')
    if (!position) throw new Error('the sample has no position')
    const plan = changed(sample, [updateChange(position, 'position', { title: 'Coach 1', code: 'Coach 1' })])
    expect(officesOf([plan]).names.has('Coach 1')).toBe(false)
    expect(officesOf([plan]).officeOf('coach 1')).toBe('Coach 1')
  })

  it('keeps the words of a plan in which only offices are named', () => {
    const { names } = officesOf([sample])
    expect([...names].filter((name) => !/^[A-Z]\d$/.test(name))).toEqual([])
    expect(printed(reportOf(sample, 'board'))).not.toContain(leftOut)
  })
})

describe('an office', () => {
  const { officeOf } = officesOf([sample])

  it.each([
    'Superintendent',
    'Assistant superintendent for curriculum & instruction',
    'Business office',
    'Grade 3 team',
    'MTSS coordinator, K-5',
    'Principal of Cedar Hill Elementary',
    'Cedar Hill Elementary',
    'Human resources department',
  ])('is what “%s” says', (typed) => {
    expect(officeOf(typed)).toBe(typed)
  })

  it.each([
    ['Maria Lopez', null],
    ['Reading Lopez', null],
    ['m.lopez@schools.example', null],
    ['Principal Lopez', 'Principal'],
    ['Lopez (principal)', 'Principal'],
    ['Coach Grant', 'Coach'],
    ['Maria Early director', 'Director'],
    ['Maria Early, director of curriculum', 'Director of curriculum'],
    ['Maria Lopez; Superintendent', 'Superintendent'],
    ['C1', 'Reading coach'],
  ])('within “%s” is %s', (typed, office) => {
    expect(officeOf(typed)).toBe(office)
  })
})

describe('a name within a text', () => {
  const eraserOf =
    (...names: string[]) =>
    (texts: string[]) =>
      texts.map(nameEraser({ officeOf: () => null, names: new Set(names), placeWords: new Set(['lincoln']) }, texts))

  it('is found however a whole name is written, its parts as they are written', () => {
    expect(
      eraserOf('Rosa Delgado')(['ROSA  DELGADO helps.', 'Ask Delgado.', 'Rosa, then Rosa Delgado', 'delgado']),
    ).toEqual([`${leftOut} helps.`, 'Ask Delgado.', `${leftOut}, then ${leftOut}`, 'delgado'])
    expect(eraserOf('Rosa Delgado')(['Ask Delgado.'])).toEqual([`Ask ${leftOut}.`])
  })

  it('is no month, no school and no ordinary word', () => {
    const texts = ['At scale in May 2027.', 'Lincoln starts.', 'Price of a day', 'the price rises']
    expect(eraserOf('May Lincoln Price')(texts)).toEqual(texts)
  })

  it('may be a code with a figure, and never an article or an initial', () => {
    expect(eraserOf('C6', 'A', 'I')(['A coach, C6, and I'])).toEqual([`A coach, ${leftOut}, and I`])
  })
})
