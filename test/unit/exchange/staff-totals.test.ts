import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion } from '@shared/exchange/apportion'
import { planImport } from '@shared/exchange/plan-import'
import { schoolSizes } from '@shared/exchange/school-size'
import { spreadStaffTotals } from '@shared/exchange/staff-totals'
import { guessStaffTotals } from '@shared/exchange/staff-totals-mapping'
import { newRow, rowsOf, type Plan } from '@shared/plan/plan'
import { nameOf } from '@shared/plan/words'
import { committed, fixtureSheet, idSource, newPlan, sheetOf, withRow, directoryOf, districtStaff } from './small-plan'

const withSchoolsOf = (district: string): Plan => {
  const mapping = directoryOf(district)
  return committed(newPlan, planImport(newPlan, mapping, fixtureSheet('campuses'), idSource()).changes)
}

const spread = (plan: Plan, sheet = fixtureSheet('district-staff'), newId = idSource('b')) =>
  spreadStaffTotals(plan, districtStaff, sheet, 'district-staff.csv', newId)

const totalOf = (plan: Plan, role: string): number =>
  rowsOf(plan, 'staffGroup')
    .filter(({ roleId }) => nameOf(plan, 'role', roleId) === role)
    .reduce((sum, { headcount }) => sum + headcount, 0)

describe('spreading the staff totals of a district', () => {
  const before = withSchoolsOf('SILVER CREEK ISD')
  const result = spread(before)
  const plan = committed(before, result.changes)

  it('finds the district whose code lost its leading zero, and passes over those that are not in the plan', () => {
    expect(result.problems).toEqual([])
    expect(result.summary).toEqual({ added: 29, changed: 0, unchanged: 0, skipped: 2 })
  })

  it.each([
    ['Teacher', 281.3],
    ['Educational aide', 83.2],
    ['Professional support', 49.7],
    ['School leader', 16.4],
    ['Central administrator', 7],
  ])('keeps the total of each role to the tenth: %s %d', (role, total) => {
    expect(totalOf(plan, role)).toBeCloseTo(total, 9)
  })

  it('gives every school whole tenths, larger schools more, and the district its own office', () => {
    const teachers = rowsOf(plan, 'staffGroup').filter(({ roleId }) => nameOf(plan, 'role', roleId) === 'Teacher')
    const bySchool = new Map(teachers.map(({ unitId, headcount }) => [nameOf(plan, 'unit', unitId), headcount]))
    expect(bySchool.size).toBe(7)
    for (const headcount of bySchool.values()) expect(headcount * 10).toBeCloseTo(Math.round(headcount * 10), 9)
    expect(bySchool.get('SILVER CREEK H S')).toBeGreaterThan(bySchool.get('WILLOW EL')!)
    expect(bySchool.get('WILLOW EL')).toBeGreaterThan(bySchool.get('SILVER CREEK ACADEMY')!)
    const office = rowsOf(plan, 'staffGroup').find(
      ({ roleId }) => nameOf(plan, 'role', roleId) === 'Central administrator',
    )
    expect(plan.unit.get(office!.unitId)?.kind).toBe('district')
  })

  it('takes the turnover of teachers over and leaves the others to the settings', () => {
    const turnover = new Set(
      rowsOf(plan, 'staffGroup').map(
        ({ roleId, annualTurnover }) => `${nameOf(plan, 'role', roleId)} ${annualTurnover}`,
      ),
    )
    expect(turnover).toContain('Teacher 1830')
    expect(turnover).toContain('Educational aide null')
  })

  it('estimates students where schools lack them, says so in a note with the source, and keeps the total', () => {
    const schools = rowsOf(plan, 'unit').filter(({ kind }) => kind === 'school')
    expect(schools.reduce((sum, { enrolment }) => sum + (enrolment ?? 0), 0)).toBe(4120)
    expect(new Set(schools.map((school) => school.economicallyDisadvantagedShare))).toEqual(new Set([6120]))
    const note = rowsOf(plan, 'note').find(
      ({ aboutRow, aboutField }) => aboutRow === schools[0]?.id && aboutField === 'enrolment',
    )
    expect(note).toMatchObject({ source: 'district-staff.csv' })
    expect(note?.text).toContain('Estimated from the 4,120 students of the district')
  })

  it('gives average pay to positions that have none, with a note, and leaves pay that is entered', () => {
    const ids = ['a', 'b', 'c', 'd'].map((letter) => `0000000${letter}-9999-4000-8000-000000000001`) as [
      string,
      string,
      string,
      string,
    ]
    const [coach, paid, unpaidPeriod, paidPeriod] = ids
    const period = { fromMonth: '2026-08', fte: 100 }
    let staffed = withRow(before, 'position', coach, { title: 'Coach', function: 'coach' })
    staffed = withRow(staffed, 'position', paid, { title: 'Lead', function: 'systems' })
    staffed = withRow(staffed, 'positionPeriod', unpaidPeriod, { ...period, positionId: coach })
    staffed = withRow(staffed, 'positionPeriod', paidPeriod, { ...period, positionId: paid, salaryCents: 9_000_000 })
    const after = committed(staffed, spread(staffed).changes)
    expect(after.positionPeriod.get(unpaidPeriod)?.salaryCents).toBe(5_521_000)
    expect(after.positionPeriod.get(paidPeriod)?.salaryCents).toBe(9_000_000)
    const notes = rowsOf(after, 'note').filter(({ aboutTable }) => aboutTable === 'positionPeriod')
    expect(notes).toMatchObject([{ aboutRow: unpaidPeriod, aboutField: 'salaryCents', source: 'district-staff.csv' }])
    expect(spread(after).changes).toEqual([])
  })

  it('hands back the average pay by role', () => {
    expect(result.suggestedPay).toContainEqual({
      districtName: 'SILVER CREEK ISD',
      roleName: 'Teacher',
      salaryCents: 5_521_000,
    })
  })

  it('changes nothing when it is done again', () => {
    const again = spread(plan, fixtureSheet('district-staff'), idSource('d'))
    expect(again.changes).toEqual([])
    expect(again.summary).toMatchObject({ added: 0, changed: 0, unchanged: 29 })
  })

  it('uses the roles and groups that are there, under whatever spelling', () => {
    const roleId = '00000000-3333-4000-8000-000000000001'
    const known = withRow(before, 'role', roleId, { name: 'teachers', kind: 'practitioner' })
    const after = committed(known, spread(known).changes)
    expect(totalOf(after, 'teachers')).toBeCloseTo(281.3, 9)
    expect(rowsOf(after, 'role')).toHaveLength(5)
  })

  it('goes by the students that schools have', () => {
    const first = rowsOf(before, 'unit').find(({ name }) => name === 'WILLOW EL')!
    const fields = { enrolment: { before: null, after: 2060 } }
    const known = committed(before, [{ kind: 'update', table: 'unit', id: first.id, fields }])
    const after = committed(known, spread(known).changes)
    const teachers = rowsOf(after, 'staffGroup').find(
      ({ unitId, roleId }) => unitId === first.id && nameOf(after, 'role', roleId) === 'Teacher',
    )
    expect(teachers?.headcount).toBeCloseTo(281.3 / 2, 0)
  })

  it('says what to do first where the plan has no such district, or no school of it', () => {
    expect(spread(newPlan).problems).toMatchObject([{ code: 'no-place' }])
    expect(spread(newPlan).changes).toEqual([])
    const empty = withRow(newPlan, 'unit', idSource()(), { name: 'Silver Creek ISD', kind: 'district' })
    expect(spread(empty).problems[0]?.message).toContain('Import its schools first')
  })

  it('names a figure that cannot be read and spreads the rest', () => {
    const { rows } = fixtureSheet('district-staff')
    const broken = rows.map((row, at) => (at === 1 ? row.map((cell, column) => (column === 6 ? 'n/a' : cell)) : row))
    const { problems, summary } = spread(before, { name: 'staff', rows: broken })
    expect(problems).toMatchObject([{ cell: 'G2', value: 'n/a', code: 'not-understood' }])
    expect(summary.added).toBe(22)
  })
})

describe('columns of district totals', () => {
  it('are known by their raw names and by plain words', () => {
    const plainWords = guessStaffTotals(['District', 'Students', 'Teachers', 'Teacher turnover', 'Principals'])
    expect(plainWords).toMatchObject({ codeColumn: null, nameColumn: 'District', studentsColumn: 'Students' })
    expect(plainWords.staff.map(({ role, staffColumn }) => [role, staffColumn])).toEqual([
      ['Teacher', 'Teachers'],
      ['School leader', 'Principals'],
    ])
    expect(districtStaff).toMatchObject({ codeColumn: 'DISTRICT', nameColumn: 'DISTNAME' })
    expect(districtStaff.staff).toHaveLength(5)
  })

  it('are none in a sheet without staff', () => {
    expect(guessStaffTotals(['School', 'City']).staff).toEqual([])
  })
})

describe('parts of a whole', () => {
  it('are whole, add up to it, and lie within one of their exact share', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (total, shares) => {
        const parts = apportion(total, shares)
        const sum = shares.reduce((a, b) => a + b, 0)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
        parts.forEach((part, at) => {
          expect(Number.isInteger(part)).toBe(true)
          const exact = sum > 0 ? (total * shares[at]!) / sum : total / shares.length
          expect(Math.abs(part - exact)).toBeLessThan(1 + 1e-6)
        })
      }),
    )
  })

  it('are none where there is nobody to get them', () => {
    expect(apportion(5, [])).toEqual([])
  })
})

describe('the size of schools without a number of students', () => {
  const school = (id: string, level: 'elementary' | 'high' | null, enrolment: number | null) =>
    newRow('unit', id, { name: id, level, enrolment })

  it('is what the total leaves, by level', () => {
    const sizes = schoolSizes(
      [school('a', 'elementary', null), school('b', 'high', null), school('c', null, 400)],
      3000,
    )
    expect(sizes.map(({ students }) => students)).toEqual([1000, 1600, 400])
  })

  it('is the mean of the known ones where the total leaves nothing or is not known', () => {
    const sizes = schoolSizes([school('a', 'elementary', 500), school('b', 'high', null)], null)
    expect(sizes.map(({ students, isEstimated }) => [students, isEstimated])).toEqual([
      [500, false],
      [800, true],
    ])
  })
})

describe('arbitrary sheets of totals', () => {
  const cell = fc.oneof(
    fc.constantFrom(null, true, '28914', 'SILVER CREEK ISD', '12.5', '-3', '1e9'),
    fc.string(),
    fc.double(),
  )
  it('never make the spreading throw', () => {
    const plan = withSchoolsOf('SILVER CREEK ISD')
    const header = fixtureSheet('district-staff').rows[0]!
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 27 }), { maxLength: 5 }), (rows) => {
        const { changes } = spread(plan, sheetOf(header, ...rows))
        expect(committed(plan, changes).role.size).toBeGreaterThanOrEqual(plan.role.size)
      }),
      { numRuns: 100 },
    )
  })
})
