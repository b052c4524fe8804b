import { moreWords, type BaselineLane } from '@shared/forecast/timeline-baseline'
import type { LaneMark, LanePart, TimelineLane } from '@shared/forecast/timeline-lane'
import { besidePlace, boxOf, isDrawn, leftOf, textWidth, type Scale } from './geometry'
import { PointShape } from './PointShape'
import styles from './lane-picture.module.css'

type Props = {
  readonly lane: TimelineLane
  readonly scale: Scale
  /** The id of the hatching of empty posts, which stands once in the same picture or page. */
  readonly hatchId: string
  readonly baseline?: BaselineLane | undefined
}

/** What is drawn for a lane, without its hit areas: the bar or point, its words, marks, and the baseline under it. */
export function LanePicture({ lane, scale, hatchId, baseline }: Props) {
  const { span, shape } = lane
  const isSeen = span !== null && isDrawn(scale, span)
  const hasBaseline = baseline !== undefined
  return (
    <g className={styles[lane.group]}>
      {isSeen && shape === 'summary' && <Summary lane={lane} scale={scale} />}
      {isSeen && shape === 'bar' && <Bar lane={lane} scale={scale} hatchId={hatchId} hasBaseline={hasBaseline} />}
      {isSeen && shape !== 'bar' && shape !== 'summary' && <Point lane={lane} scale={scale} />}
      {baseline && <BaselineBar baseline={baseline} scale={scale} isSummary={shape === 'summary'} />}
    </g>
  )
}

function Summary({ lane, scale }: Pick<Props, 'lane' | 'scale'>) {
  if (!lane.span) return null
  const { x, width } = boxOf(scale, lane.span)
  const middle = scale.rowHeight / 2
  const path = `M${x} ${middle - 3}h${width}v9l-4 -5h${Math.min(0, 8 - width)}l-4 5z`
  return <path d={path} className={styles['summary']} />
}

function Bar({
  lane,
  scale,
  hatchId,
  hasBaseline,
}: Required<Pick<Props, 'lane' | 'scale' | 'hatchId'>> & { readonly hasBaseline: boolean }) {
  const { span, parts, marks } = lane
  if (!span) return null
  const top = hasBaseline ? 3 : 6
  const height = scale.rowHeight - 12
  const isWorded = parts.some(({ words }) => words !== null)
  return (
    <>
      {parts.map((part) => (
        <Part
          key={`${part.first}-${part.look}`}
          part={part}
          scale={scale}
          top={top}
          height={height}
          hatchId={hatchId}
        />
      ))}
      {!isWorded && <BarWords lane={lane} scale={scale} middle={top + height / 2} />}
      {marks.map((mark) => (
        <Mark key={`${mark.sign}-${mark.month}`} mark={mark} scale={scale} top={top} height={height} />
      ))}
    </>
  )
}

type PartProps = {
  readonly part: LanePart
  readonly scale: Scale
  readonly top: number
  readonly height: number
  readonly hatchId: string
}

function Part({ part, scale, top, height, hatchId }: PartProps) {
  if (!isDrawn(scale, part)) return null
  const { x, width } = boxOf(scale, part)
  const isVacant = part.look === 'vacant'
  const hasRoom = part.words !== null && textWidth(part.words) + 10 <= width
  return (
    <>
      <rect
        x={x + 0.5}
        y={top}
        width={width - 1}
        height={height}
        rx={2}
        className={styles[part.look]}
        {...(isVacant ? { fill: `url(#${hatchId})` } : {})}
      />
      {hasRoom && (
        <text x={x + 6} y={top + height / 2 + 4} className={styles[isPale(part) ? 'words' : 'inside']}>
          {part.words}
        </text>
      )}
    </>
  )
}

const isPale = ({ look }: LanePart): boolean => look === 'vacant' || look === 'tail' || look === 'done'

function BarWords({
  lane,
  scale,
  middle,
}: {
  readonly lane: TimelineLane
  readonly scale: Scale
  readonly middle: number
}) {
  const { span, words, parts } = lane
  if (!span || words === '') return null
  const box = boxOf(scale, span)
  if (textWidth(words) + 12 <= box.width) {
    const [part] = parts
    return (
      <text x={box.x + 6} y={middle + 4} className={styles[part && isPale(part) ? 'words' : 'inside']}>
        {words}
      </text>
    )
  }
  const place = besidePlace(scale, box, words)
  return place ? (
    <text x={place.x} y={middle + 4} textAnchor={place.anchor} className={styles['words']}>
      {words}
    </text>
  ) : null
}

type MarkProps = { readonly mark: LaneMark; readonly scale: Scale; readonly top: number; readonly height: number }

/** A gap is a triangle after its last month; the others are where their month begins. */
function Mark({ mark, scale, top, height }: MarkProps) {
  const { month, sign } = mark
  if (!isDrawn(scale, { first: month, last: month })) return null
  const left = leftOf(scale, month)
  if (sign === 'due') return <rect x={left} y={top} width={3} height={height} className={styles['due']} />
  if (sign === 'cliff') {
    const x = Math.min(left + scale.monthWidth, leftOf(scale, scale.lastMonth) + scale.monthWidth - 7)
    return <path d={`M${x - 7} ${top - 4}h14l-7 12z`} className={styles['cliff']} />
  }
  return <path d={`M${left} ${top - 2}v${height + 4}`} className={styles['turn']} />
}

function Point({ lane, scale }: Pick<Props, 'lane' | 'scale'>) {
  const { span, parts, words } = lane
  if (!span) return null
  const x = leftOf(scale, span.first) + scale.monthWidth / 2
  const middle = scale.rowHeight / 2
  const place = besidePlace(scale, { x: x - 8, width: 16 }, words)
  return (
    <>
      <PointShape shape={lane.shape} look={parts[0]?.look ?? 'plain'} x={x} y={middle} />
      {place && (
        <text x={place.x} y={middle + 4} textAnchor={place.anchor} className={styles['words']}>
          {words}
        </text>
      )}
    </>
  )
}

type BaselineProps = { readonly baseline: BaselineLane; readonly scale: Scale; readonly isSummary: boolean }

/** Where it was: a thin bar under the bar; with the cost where there is room right of it. */
function BaselineBar({ baseline, scale, isSummary }: BaselineProps) {
  const { span, moreCents } = baseline
  if (!span || !isDrawn(scale, span)) return null
  const { x, width } = boxOf(scale, span)
  const hasCost = isSummary && moreCents !== null && moreCents !== 0
  const words = hasCost ? moreWords(moreCents) : ''
  return (
    <>
      <rect x={x} y={scale.rowHeight - 7} width={width} height={4} className={styles['baseline']} />
      {hasCost && textWidth(words) + 12 < width && (
        <text x={x + width - 6} y={scale.rowHeight / 2 - 5} textAnchor="end" className={styles['words']}>
          {words}
        </text>
      )}
    </>
  )
}
