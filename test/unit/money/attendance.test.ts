import { attendances } from '@shared/money/attendance'
import { describe, expect, it } from 'vitest'
import { planOf, type GivenRows } from './plan-of.ts'

const places: GivenRows = {
  wave: [
    { name: 'Pilot', kind: 'pilot' },
    { name: 'Wave 1', kind: 'scale' },
  ],
  unit: [
    { id: 'district', name: 'District', kind: 'district' },
    { id: 'oak', name: 'Oak', parentId: 'district', waveId: 'wave-0' },
    { id: 'elm', name: 'Elm', parentId: 'district', waveId: 'wave-1' },
    { id: 'out', name: 'Not in the rollout', parentId: 'district' },
  ],
  role: [
    { id: 'teacher', name: 'Teacher' },
    { id: 'aide', name: 'Aide' },
    { id: 'principal', name: 'Principal', kind: 'leader' },
  ],
  staffGroup: [
    { id: 'oak-t', unitId: 'oak', roleId: 'teacher', headcount: 30 },
    { id: 'oak-a', unitId: 'oak', roleId: 'aide', headcount: 10 },
    { id: 'elm-t', unitId: 'elm', roleId: 'teacher', headcount: 60 },
    { id: 'elm-p', unitId: 'elm', roleId: 'principal', headcount: 1 },
    { id: 'out-t', unitId: 'out', roleId: 'teacher', headcount: 5 },
  ],
}
const held = (...session: NonNullable<GivenRows['session']>) =>
  attendances(
    planOf({
      ...places,
      session: session.map((row, at) => ({ title: `S${at}`, month: '2026-08', attendancePlanned: 10_000, ...row })),
    }),
  )
const groupsOf = (session: NonNullable<GivenRows['session']>[number]) => held(session)[0]!.groupIds

describe('a session is for', () => {
  it('all practitioners of every school in a wave where nothing is named', () => {
    expect(groupsOf({})).toEqual(['oak-t', 'oak-a', 'elm-t'])
  })

  it('the roles named, whatever they do', () => {
    expect(groupsOf({ roleIds: ['principal', 'aide'] })).toEqual(['oak-a', 'elm-p'])
  })

  it('the waves named, and the schools named besides, with all below a district', () => {
    expect(groupsOf({ waveIds: ['wave-0'] })).toEqual(['oak-t', 'oak-a'])
    expect(groupsOf({ waveIds: ['wave-0'], unitIds: ['out'] })).toEqual(['oak-t', 'oak-a', 'out-t'])
    expect(groupsOf({ unitIds: ['district'] })).toEqual(['oak-t', 'oak-a', 'elm-t', 'out-t'])
  })
})

describe('seats', () => {
  it('reach the share of the audience that they are, times those who come', () => {
    const [session] = held({ seats: 25, attendancePlanned: 8000 })
    expect(session).toMatchObject({ audience: 100, coverage: 0.2, attendees: 20 })
  })

  it('reach everyone where none are given', () => {
    expect(held({ attendancePlanned: 9000 })[0]).toMatchObject({ coverage: 0.9, attendees: 90 })
  })

  it('of two half batches of a series reach everyone', () => {
    const batches = held({ series: 'Basics', seats: 50 }, { series: 'Basics', seats: 50, month: '2026-09' })
    expect(batches.map(({ coverage, attendees }) => [coverage, attendees])).toEqual([
      [0.5, 50],
      [1, 50],
    ])
  })

  it('are counted in order of month, and each series by itself', () => {
    const batches = held(
      { title: 'late', series: 'Basics', seats: 80, month: '2026-10' },
      { title: 'early', series: 'Basics', seats: 80 },
      { title: 'other', series: 'Data', seats: 80, month: '2026-11' },
    )
    expect(batches.map(({ session, attendees }) => [session.title, attendees])).toEqual([
      ['early', 80],
      ['late', 20],
      ['other', 80],
    ])
  })

  it('start over once everyone had one', () => {
    const rounds = held(
      { series: 'Basics' },
      { series: 'Basics', seats: 30, month: '2027-08' },
      { series: 'Basics', seats: 70, month: '2028-08' },
    )
    expect(rounds.map(({ coverage }) => coverage)).toEqual([1, 0.3, 1])
  })

  it('of one wave do not use up those of another in the same series', () => {
    const waves = held({ series: 'Basics', waveIds: ['wave-0'] }, { series: 'Basics', waveIds: ['wave-1'], seats: 30 })
    expect(waves.map(({ coverage }) => coverage)).toEqual([1, 0.5])
  })

  it('reach nobody where there is nobody', () => {
    expect(held({ unitIds: ['oak'], roleIds: ['principal'] })[0]).toMatchObject({ coverage: 0, attendees: 0 })
  })
})
