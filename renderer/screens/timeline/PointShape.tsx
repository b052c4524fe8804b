import type { PartLook, TimelineLane } from '@shared/forecast/timeline-lane'
import styles from './lane-picture.module.css'

type Props = {
  readonly shape: TimelineLane['shape']
  readonly look: PartLook
  readonly x: number
  readonly y: number
}

const outlines: Readonly<Record<'diamond' | 'gate' | 'flag', string>> = {
  diamond: 'M0 -8L8 0L0 8L-8 0z',
  gate: 'M-4 -8h8l4 4v8l-4 4h-8l-4 -4v-8z',
  flag: 'M-5 9v-18h12l-3 4.5l3 4.5h-10.5v9z',
}

/** A point in time: a diamond for a milestone, an eight-cornered sign for a gate, a flag for the forecast. */
export function PointShape({ shape, look, x, y }: Props) {
  if (shape === 'bar' || shape === 'summary') return null
  const state = look === 'done' ? 'pointDone' : look === 'late' ? 'pointLate' : 'point'
  const isFlag = shape === 'flag'
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d={outlines[shape]} className={styles[isFlag ? 'pointDone' : state]} />
      {look === 'done' && <path d="M-3.4 0.2L-0.8 2.8L3.6 -2.4" className={styles['tick']} />}
      {look === 'late' && <path d="M0 -4v4.5M0 3v1" className={styles['tick']} />}
      {shape === 'gate' && look === 'plain' && <path d="M-4 0h8" className={styles['bar']} />}
    </g>
  )
}
