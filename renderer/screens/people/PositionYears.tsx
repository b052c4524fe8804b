import { dollars } from '@shared/forecast/figure'
import { positionYears, type PositionYear } from '@shared/money/position-years'
import { formatShare } from '@shared/plan/format'
import type { Plan } from '@shared/plan/plan'
import { settingsOf } from '@shared/plan/settings'
import { nameOf } from '@shared/plan/words'
import { useMemo, type ReactNode } from 'react'
import { FigureButton } from '../../components/FigureButton'
import { PlainTable } from '../../components/PlainTable'
import { asking } from '../../stores/explanation'
import { fteWords, PositionName, WithWords } from './PositionCells'

type PayProps = {
  readonly about: string
  readonly cents: number
  readonly fiscalYear: number
  /** Null: all positions. */
  readonly positionId: string | null
  readonly of: 'cost' | 'pay' | 'benefits'
}

/** What a position, or all of them, is paid in a fiscal year. */
function PayFigure({ about, cents, fiscalYear, positionId, of }: PayProps) {
  const question = { kind: 'positionYear', positionId, fiscalYear, of } as const
  return <FigureButton text={dollars(cents)} about={`${about}, ${fiscalYear}`} {...asking(question)} />
}

/** FTE and pay of every position by fiscal year. */
export function PositionYears({ plan }: { readonly plan: Plan }) {
  const rows = useMemo(() => positionYears(plan), [plan])
  const { payGrowth } = settingsOf(plan)
  const years = rows[0]?.years ?? []
  const costOf = ({ payCents, benefitCents }: PositionYear): number => payCents + benefitCents
  const sum = (at: number, pick: (year: PositionYear) => number): number =>
    rows.reduce((total, { years: own }) => {
      const year = own[at]
      return total + (year ? pick(year) : 0)
    }, 0)
  const totals = (about: string, of: 'pay' | 'benefits', pick: (year: PositionYear) => number): ReactNode[] =>
    years.map(({ fiscalYear }, at) => (
      <PayFigure key={fiscalYear} cents={sum(at, pick)} positionId={null} {...{ about, fiscalYear, of }} />
    ))
  return (
    <PlainTable
      title="FTE and pay by fiscal year"
      description={`Mean FTE, and pay with benefits. Pay rises by ${formatShare(payGrowth)} a year from the plan’s second fiscal year on (settings). All of the position, also what is not the rollout’s.`}
      firstHead="Position"
      head={years.map(({ fiscalYear }) => String(fiscalYear))}
      rows={[
        ...rows.map(({ position, years: own }) => ({
          key: position.id,
          label: <PositionName plan={plan} position={position} />,
          cells: own.map((year) =>
            year.fte === 0 ? (
              '–'
            ) : (
              <WithWords
                key={year.fiscalYear}
                figure={
                  <PayFigure
                    about={nameOf(plan, 'position', position.id)}
                    cents={costOf(year)}
                    fiscalYear={year.fiscalYear}
                    positionId={position.id}
                    of="cost"
                  />
                }
                words={`${fteWords(year.fte)} FTE`}
              />
            ),
          ),
        })),
        {
          key: 'total',
          label: 'Total',
          tone: 'total',
          cells: years.map(({ fiscalYear }, at) => (
            <WithWords
              key={fiscalYear}
              figure={
                <PayFigure about="Total" cents={sum(at, costOf)} fiscalYear={fiscalYear} positionId={null} of="cost" />
              }
              words={`${fteWords(sum(at, ({ fte }) => fte))} FTE`}
            />
          )),
        },
        { key: 'pay', label: 'of it pay', tone: 'quiet', cells: totals('Pay', 'pay', ({ payCents }) => payCents) },
        {
          key: 'benefits',
          label: 'of it benefits',
          tone: 'quiet',
          cells: totals('Benefits', 'benefits', ({ benefitCents }) => benefitCents),
        },
      ]}
    />
  )
}
