import type { Figure } from './figure'
import { Measured } from './Measured'
import { seriesColour, type Palette } from './palette'

type Props = { readonly figure: Figure; readonly palette: Palette; readonly height: number }

const margin = { left: 52, right: 200, top: 12, bottom: 44 }
const steps = [0, 0.25, 0.5, 0.75, 1]

/**
 * Pairs of a figure's series against each other, seen to the right and forecast upwards, all shares: the nearer to the
 * line from corner to corner, the better they match. The first pair is drawn as circles, the second as squares.
 */
export function MatchPicture(props: Props) {
  return <Measured height={props.height}>{(width) => <Dots {...props} width={width} />}</Measured>
}

function Dots({ figure, palette, height, width }: Props & { readonly width: number }) {
  const side = Math.min(height - margin.top - margin.bottom, width - margin.left - margin.right)
  const x = (share: number): number => margin.left + share * side
  const y = (share: number): number => margin.top + (1 - share) * side
  const text = { fontSize: 12, fill: palette.text }
  return (
    <svg width={width} height={height} role="img" aria-label={`${figure.title}. ${figure.summary}`}>
      {steps.map((step) => (
        <g key={step}>
          <line x1={x(0)} x2={x(1)} y1={y(step)} y2={y(step)} stroke={palette.grid} />
          <text {...text} x={x(0) - 8} y={y(step) + 4} textAnchor="end">
            {figure.format(step)}
          </text>
          <text {...text} x={x(step)} y={y(0) + 18} textAnchor="middle">
            {figure.format(step)}
          </text>
        </g>
      ))}
      <text {...text} x={x(0.5)} y={y(0) + 36} textAnchor="middle">
        Seen
      </text>
      <text {...text} x={x(1) + 12} y={y(1) + 4}>
        Forecast = seen
      </text>
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke={palette.line} strokeDasharray="4 4" />
      {[0, 1].map((pair) => {
        const seen = figure.series[pair * 2]
        const fitted = figure.series[pair * 2 + 1]
        return (
          <g key={pair}>
            {figure.categories.map((category, at) => {
              const [across, up] = [seen?.values[at], fitted?.values[at]]
              if (typeof across !== 'number' || typeof up !== 'number') return null
              return <Mark key={category} x={x(across)} y={y(up)} pair={pair} colour={seriesColour(palette, pair)} />
            })}
            <Mark x={x(1) + 18} y={y(0.8 - pair * 0.12)} pair={pair} colour={seriesColour(palette, pair)} />
            <text {...text} x={x(1) + 30} y={y(0.8 - pair * 0.12) + 4}>
              {seen?.label.replace(/, seen$/, '') ?? ''}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

type MarkProps = { readonly x: number; readonly y: number; readonly pair: number; readonly colour: string }

function Mark({ x, y, pair, colour }: MarkProps) {
  return pair === 0 ? (
    <circle cx={x} cy={y} r={5} fill="none" stroke={colour} strokeWidth={2} />
  ) : (
    <rect x={x - 4.5} y={y - 4.5} width={9} height={9} fill={colour} />
  )
}
