import { ledgerOf } from '@shared/money/ledger'
import { describe, expect, it } from 'vitest'
import { planOf, type GivenRows } from './plan-of.ts'

type Payment = NonNullable<GivenRows['assignment']>[number]
const fund = (name: string, more: object = {}) => ({ id: name, name, ...more })
const coach = {
  position: [{ id: 'coach', title: 'Coach' }],
  positionPeriod: [{ positionId: 'coach', fromMonth: '2026-07', salaryCents: 1_200_000, benefitRate: 0 }],
}

/** Of one position of 100,000 cents a month: what each fund and nobody pays in the months at these places. */
function paysIn(
  fundingSource: NonNullable<GivenRows['fundingSource']>,
  assignment: readonly Payment[],
  places: readonly number[],
) {
  const payments = assignment.map((payment) => ({ positionId: 'coach', ...payment }))
  const [line] = ledgerOf(planOf({ ...coach, fundingSource, assignment: payments })).lines
  return places.map((place) => ({
    ...Object.fromEntries(
      line!.paid.flatMap(({ sourceId, cents }) => (cents[place] ? [[String(sourceId), cents[place] / 1000]] : [])),
    ),
    nobody: line!.unfundedCents[place]! / 1000,
  }))
}

describe('who pays', () => {
  it('is nobody by name where no payment is entered: it counts as funded', () => {
    expect(paysIn([], [], [0])).toEqual([{ null: 100, nobody: 0 }])
    expect(ledgerOf(planOf(coach)).lines[0]!.isAssigned).toBe(false)
  })

  it('follows the shares, and leaves the rest unfunded', () => {
    expect(paysIn([fund('grant')], [{ sourceId: 'grant', share: 6000 }], [0])).toEqual([{ grant: 60, nobody: 40 }])
  })

  it('gives "the rest" to the fund that takes it, all of it once the others have ended', () => {
    expect(
      paysIn(
        [fund('grant', { obligationEndMonth: '2026-08' }), fund('general')],
        [{ sourceId: 'grant', share: 6000 }, { sourceId: 'general' }],
        [0, 1, 2],
      ),
    ).toEqual([
      { grant: 60, general: 40, nobody: 0 },
      { grant: 60, general: 40, nobody: 0 },
      { general: 100, nobody: 0 },
    ])
  })

  it('divides the rest evenly between two that take it', () => {
    expect(paysIn([fund('a'), fund('b')], [{ sourceId: 'a' }, { sourceId: 'b' }], [0])).toEqual([
      { a: 50, b: 50, nobody: 0 },
    ])
  })

  it('keeps within the months of the payment and of the fund', () => {
    const source = fund('grant', { startMonth: '2026-08', obligationEndMonth: '2026-10' })
    const payment = { sourceId: 'grant', share: 10_000, toMonth: '2026-09' }
    expect(paysIn([source], [payment], [0, 1, 2, 3]).map(({ nobody }) => nobody)).toEqual([100, 0, 0, 100])
  })

  it('keeps the later funding when two follow each other', () => {
    const payments = [
      { sourceId: 'a', share: 10_000, toMonth: '2026-08' },
      { sourceId: 'b', share: 10_000, fromMonth: '2026-09' },
    ]
    expect(paysIn([fund('a'), fund('b')], payments, [1, 2])).toEqual([
      { a: 100, nobody: 0 },
      { b: 100, nobody: 0 },
    ])
  })

  it('is nobody where the fund named is gone', () => {
    expect(paysIn([], [{ sourceId: 'gone', share: 5000 }], [0])).toEqual([{ nobody: 100 }])
  })
})

describe('a fund that has ended', () => {
  const ended = fund('grant', { obligationEndMonth: '2026-09', liquidationEndMonth: '2026-12' })
  const paidMonths = (line: object): number[] => {
    const plan = planOf({
      fundingSource: [ended],
      costLine: [
        { id: 'line', name: 'Service', frequency: 'monthly', amountCents: 100, firstMonth: '2026-07', ...line },
      ],
      assignment: [{ costLineId: 'line', sourceId: 'grant', share: 10_000 }],
    })
    return [...(ledgerOf(plan).lines[0]!.paid[0]?.cents ?? [])].flatMap((cents, place) => (cents > 0 ? [place] : []))
  }

  it('pays no work after its last month to commit', () => {
    expect(paysIn([ended], [{ sourceId: 'grant', share: 10_000 }], [2, 3]).map(({ nobody }) => nobody)).toEqual([
      0, 100,
    ])
    expect(paidMonths({})).toEqual([0, 1, 2])
  })

  it('pays what was committed in time until its last month to pay', () => {
    expect(paidMonths({ obligatedMonth: '2026-09' })).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('pays nothing that was committed too late', () => {
    expect(paidMonths({ obligatedMonth: '2026-10' })).toEqual([])
  })
})
