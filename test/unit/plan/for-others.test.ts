import { describe, expect, it } from 'vitest'
import { forOthers, nameFields } from '@shared/plan/for-others'
import { newRow, type Plan } from '@shared/plan/plan'
import { tableNames } from '@shared/plan/table-name'
import { tableOf, type Row } from '@shared/plan/tables'
import { idSource } from '../../fixtures/ids'
import { samplePlan } from '../../fixtures/sample-plan'

const everything = { hasNames: true, hasSalaries: true, hasNotes: true }
const only = (plan: Plan, choices: Partial<typeof everything>): Plan =>
  forOthers([plan], { ...everything, ...choices })[0]!
const newId = idSource(0x44)

const withRows = (
  plan: Plan,
  table: 'position' | 'positionPeriod' | 'responsibility' | 'session',
  rows: object[],
): Plan => ({
  ...plan,
  [table]: new Map(
    rows.map((values) => {
      const row = newRow(table, newId(), values) as Row<typeof table>
      return [row.id, row]
    }),
  ),
})

/** Positions of one title each with its pay, in dollars a year. */
function payroll(pay: readonly (readonly [title: string, dollars: number])[]): Plan {
  const base = samplePlan()
  const positions = withRows(
    base,
    'position',
    pay.map(([title]) => ({ title, function: 'coach' })),
  )
  const ids = [...positions.position.keys()]
  const periods = pay.map(([, dollars], at) => ({
    positionId: ids[at],
    fromMonth: '2026-07',
    salaryCents: dollars * 100,
  }))
  return withRows(positions, 'positionPeriod', periods)
}
const payOf = (plan: Plan): number[] => [...plan.positionPeriod.values()].map(({ salaryCents }) => salaryCents / 100)

describe('a copy for others', () => {
  it('that keeps everything is the plan', () => {
    expect(only(samplePlan(), {})).toEqual(samplePlan())
  })

  it('names nobody: one person has one number everywhere, roles and positions keep their words', () => {
    const [role] = samplePlan().role.values()
    const plan = withRows(
      withRows(samplePlan(), 'responsibility', [
        { name: 'Training', carriedBy: 'Dana Ruiz', backup: role!.name },
        { name: 'Data', carriedBy: ' dana ruiz', backup: 'Sam Okafor' },
        { name: 'Coaching', carriedBy: null, backup: null },
      ]),
      'session',
      [{ title: 'Launch', month: '2026-08', hours: 3, facilitators: 'Sam Okafor; Dana Ruiz' }],
    )
    const copy = only(plan, { hasNames: false })
    const duties = [...copy.responsibility.values()]
    expect(JSON.stringify([...copy.responsibility.values(), ...copy.session.values()])).not.toMatch(/ruiz|okafor/i)
    expect(duties[0]!.carriedBy).toBe(duties[1]!.carriedBy)
    expect(duties[0]!.backup).toBe(role!.name)
    expect(duties[2]).toMatchObject({ carriedBy: null, backup: null })
    expect([...copy.session.values()][0]!.facilitators).toBe(`${duties[1]!.backup}; ${duties[0]!.carriedBy}`)
  })

  it('knows every field of the tables that says who', () => {
    const says =
      /\bwho (leads|answers|carries|decided|can take over|could take over)|whom|code of who|a role or a code/i
    const found = tableNames.flatMap((table) =>
      Object.entries(tableOf(table).fields)
        .filter(([, field]) => field.kind === 'text' && says.test(field.help))
        .map(([key]) => `${table}.${key}`),
    )
    const known = tableNames.flatMap((table) => (nameFields[table] ?? []).map((key) => `${table}.${key}`))
    expect(known).toEqual(expect.arrayContaining(found))
    for (const name of known) {
      const [table, key] = name.split('.') as [(typeof tableNames)[number], string]
      expect(tableOf(table).fields[key]?.kind).toBe('text')
    }
  })

  it('has for each title the mean pay of three or more, to the thousand', () => {
    const plan = payroll([
      ['Coach', 60_000],
      ['Coach', 61_000],
      ['Coach', 65_900],
      ['Lead coach', 90_000],
    ])
    // the lead coach is alone with the title, and shares the function with the others
    expect(payOf(only(plan, { hasSalaries: false }))).toEqual([62_000, 62_000, 62_000, 69_000])
    expect(payOf(only(plan, {}))).toEqual([60_000, 61_000, 65_900, 90_000])
  })

  it('has in a scenario the pay of the current plan, and the same numbers for people', () => {
    const plan = payroll([
      ['Coach', 60_000],
      ['Coach', 61_000],
      ['Coach', 65_900],
    ])
    const raised: Plan = {
      ...plan,
      positionPeriod: new Map([...plan.positionPeriod].map(([id, row]) => [id, { ...row, salaryCents: 9_999_900 }])),
    }
    const [current, scenario] = forOthers([plan, raised], { ...everything, hasSalaries: false })
    expect(payOf(scenario!)).toEqual(payOf(current!))
  })

  it('leaves notes out where they are not to be kept', () => {
    expect(only(samplePlan(), { hasNotes: false }).note.size).toBe(0)
  })
})
