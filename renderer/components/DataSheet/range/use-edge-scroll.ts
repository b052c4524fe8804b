import { useEffect, useRef } from 'react'
import { edgeStep, type EdgeStep, type Point, type View } from './edge-step'

/** Milliseconds from one step to the next. */
const beat = 60
// columns are wide: one at every other beat can still be followed
const beatsPerColumn = 2

type Question = {
  /** Where cells are in view while a selection or a fill is being drawn, else null. */
  readonly view: () => View | null
  readonly onStep: (step: EdgeStep) => void
}

/** Goes on with a drag while the pointer is past an edge of the cells, faster the farther it is. */
export function useEdgeScroll(question: Question): void {
  const latest = useRef(question)
  useEffect(() => {
    latest.current = question
  })
  useEffect(() => {
    let pointer: Point = { x: 0, y: 0 }
    let timer: number | null = null
    let beats = 0
    const stepNow = (): EdgeStep => {
      const view = latest.current.view()
      return view ? edgeStep(pointer, view) : { rows: 0, columns: 0 }
    }
    const stop = (): void => {
      if (timer !== null) window.clearInterval(timer)
      timer = null
    }
    const go = (): void => {
      const { rows, columns } = stepNow()
      if (rows === 0 && columns === 0) return stop()
      beats += 1
      latest.current.onStep({ rows, columns: beats % beatsPerColumn === 0 ? columns : 0 })
    }
    const onMove = ({ clientX, clientY, buttons }: MouseEvent): void => {
      pointer = { x: clientX, y: clientY }
      const { rows, columns } = buttons === 1 ? stepNow() : { rows: 0, columns: 0 }
      if (rows === 0 && columns === 0) stop()
      else timer ??= window.setInterval(go, beat)
    }
    window.addEventListener('mousemove', onMove)
    window.addEventListener('mouseup', stop)
    return () => {
      stop()
      window.removeEventListener('mousemove', onMove)
      window.removeEventListener('mouseup', stop)
    }
  }, [])
}
