import { useElementSize } from '@mantine/hooks'
import type { ReactNode } from 'react'

type Props = {
  /** Pixels. */
  readonly height: number
  /** A fixed width in pixels; without it the picture takes the width that there is. */
  readonly width?: number | undefined
  readonly children: (width: number) => ReactNode
}

/** Room for a picture, which is drawn once its width is known. */
export function Measured({ height, width, children }: Props) {
  const { ref, width: found } = useElementSize()
  const drawn = width ?? found
  return (
    <div ref={ref} style={{ height, minWidth: 0 }}>
      {drawn > 0 && children(drawn)}
    </div>
  )
}
