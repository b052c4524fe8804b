import { Measured } from './Measured'
import { seriesColour, type Palette } from './palette'

/** One bar: what the lower and the higher value of a figure make of the result. */
export type TornadoRow = {
  readonly key: string
  readonly label: string
  /** A second line under the label, such as what the values are counted in, and a badge before it; empty: none. */
  readonly note: string
  readonly badge: string
  readonly low: { readonly value: string; readonly outcome: number; readonly words: string }
  readonly high: { readonly value: string; readonly outcome: number; readonly words: string }
}

type Props = {
  readonly title: string
  readonly rows: readonly TornadoRow[]
  readonly base: number
  readonly baseWords: string
  readonly palette: Palette
}

const rowHeight = 52
const top = 26
const labelWidth = 250
const room = 100

/** Bars around the result as it is, widest first; each end says which value leads there. */
export function TornadoPicture(props: Props) {
  return (
    <Measured height={top + props.rows.length * rowHeight}>{(width) => <Bars {...props} width={width} />}</Measured>
  )
}

function Bars({ title, rows, base, baseWords, palette, width }: Props & { readonly width: number }) {
  const outcomes = [base, ...rows.flatMap(({ low, high }) => [low.outcome, high.outcome])]
  const least = Math.min(...outcomes)
  const most = Math.max(...outcomes)
  const left = labelWidth + room
  const wide = Math.max(60, width - left - room)
  const x = (outcome: number): number => left + (most > least ? (outcome - least) / (most - least) : 0.5) * wide
  const height = top + rows.length * rowHeight
  return (
    <svg width={width} height={height} role="img" aria-label={title}>
      <Key palette={palette} />
      <text x={x(base)} y={12} textAnchor="middle" fontSize={12} fill={palette.text}>
        {`As it is: ${baseWords}`}
      </text>
      {rows.map((row, at) => (
        <g key={row.key} transform={`translate(0 ${top + at * rowHeight})`}>
          <text x={0} y={12} fontSize={13} fontWeight={600} fill={palette.text}>
            {row.label}
          </text>
          <text x={0} y={26} fontSize={11} fill={palette.text}>
            {row.note}
          </text>
          {row.badge !== '' && <Badge words={row.badge} palette={palette} />}
          <End end={row.low} base={base} x={x} colour={seriesColour(palette, 0)} palette={palette} y={3} />
          <End end={row.high} base={base} x={x} colour={seriesColour(palette, 1)} palette={palette} y={20} />
        </g>
      ))}
      <line x1={x(base)} x2={x(base)} y1={top - 6} y2={height} stroke={palette.line} strokeWidth={1.5} />
    </svg>
  )
}

/** Which colour stands for which value. */
const Key = ({ palette }: { readonly palette: Palette }) => (
  <>
    {['Lowest value', 'Highest value'].map((words, at) => (
      <g key={words} transform={`translate(${at * 110} 0)`}>
        <rect x={0} y={2} width={11} height={11} fill={seriesColour(palette, at)} />
        <text x={16} y={12} fontSize={12} fill={palette.text}>
          {words}
        </text>
      </g>
    ))}
  </>
)

const Badge = ({ words, palette }: { readonly words: string; readonly palette: Palette }) => (
  <>
    <rect x={0.5} y={30.5} width={128} height={15} rx={7} fill="none" stroke={palette.line} />
    <text x={8} y={41.5} fontSize={10.5} fill={palette.text}>
      {words}
    </text>
  </>
)

type EndProps = {
  readonly end: TornadoRow['low']
  readonly base: number
  readonly x: (outcome: number) => number
  readonly colour: string
  readonly palette: Palette
  readonly y: number
}

function End({ end, base, x, colour, palette, y }: EndProps) {
  const [from, to] = [Math.min(x(base), x(end.outcome)), Math.max(x(base), x(end.outcome))]
  const isRight = end.outcome >= base
  return (
    <>
      <rect x={from} y={y} width={Math.max(1, to - from)} height={14} fill={colour} />
      <text
        x={isRight ? to + 5 : from - 5}
        y={y + 11}
        fontSize={11}
        textAnchor={isRight ? 'start' : 'end'}
        fill={palette.text}
      >
        {`${end.value} → ${end.words}`}
      </text>
    </>
  )
}
