import { Measured } from './Measured'
import { seriesColour, type Palette } from './palette'

type Spot = { readonly costCents: number; readonly chance: number }

type Props = {
  readonly title: string
  readonly points: readonly Spot[]
  readonly planned: Spot
  readonly chance: number
  readonly budgetCents: number | null
  readonly palette: Palette
}

const height = 300
const margin = { left: 48, right: 90, top: 18, bottom: 42 }

/** Cost to the right, chance upwards: what every chance costs at least, and where the plan stands. */
export function FrontierPicture(props: Props) {
  return <Measured height={height}>{(width) => <Frontier {...props} width={width} />}</Measured>
}

const millions = (cents: number): string => `$${(cents / 1e8).toFixed(1)} million`

function Frontier({ title, points, planned, chance, budgetCents, palette, width }: Props & { readonly width: number }) {
  const costs = [...points, planned].map(({ costCents }) => costCents)
  const [least, most] = [Math.min(...costs), Math.max(...costs, (budgetCents ?? 0) || 0)]
  const right = width - margin.right
  const x = (cents: number): number =>
    margin.left + (most > least ? (cents - least) / (most - least) : 0.5) * (right - margin.left)
  const y = (share: number): number => margin.top + (1 - share) * (height - margin.top - margin.bottom)
  const text = { fontSize: 12, fill: palette.text }
  const path = points.map(({ costCents, chance: share }) => `${x(costCents)},${y(share)}`).join(' ')
  return (
    <svg width={width} height={height} role="img" aria-label={title}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={margin.left} x2={right} y1={y(share)} y2={y(share)} stroke={palette.grid} />
          <text {...text} x={margin.left - 8} y={y(share) + 4} textAnchor="end">
            {`${share * 100}%`}
          </text>
        </g>
      ))}
      {[least, most].map((cents, at) => (
        <text
          {...text}
          key={at === 0 ? 'least' : 'most'}
          x={x(cents)}
          y={height - 14}
          textAnchor={at === 0 ? 'start' : 'end'}
        >
          {millions(cents)}
        </text>
      ))}
      <line x1={margin.left} x2={right} y1={y(chance)} y2={y(chance)} stroke={palette.line} strokeDasharray="3 3" />
      <text {...text} x={right + 6} y={y(chance) + 4}>
        Target
      </text>
      {budgetCents !== null && (
        <>
          <line
            x1={x(budgetCents)}
            x2={x(budgetCents)}
            y1={y(1)}
            y2={y(0)}
            stroke={palette.line}
            strokeDasharray="2 4"
          />
          <text {...text} x={x(budgetCents)} y={margin.top - 5} textAnchor="middle">
            Budget
          </text>
        </>
      )}
      <polyline points={path} fill="none" stroke={seriesColour(palette, 0)} strokeWidth={2} />
      {points.map(({ costCents, chance: share }) => (
        <circle key={costCents} cx={x(costCents)} cy={y(share)} r={3.5} fill={seriesColour(palette, 0)} />
      ))}
      <rect
        x={x(planned.costCents) - 5}
        y={y(planned.chance) - 5}
        width={10}
        height={10}
        fill={seriesColour(palette, 1)}
      />
      <text {...text} x={x(planned.costCents) + 9} y={y(planned.chance) + 16}>
        As planned
      </text>
    </svg>
  )
}
