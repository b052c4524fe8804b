import { useEffect, useRef, type RefObject } from 'react'

/** What a sheet does with events of the cells inside it, whichever part of the grid they come from. */
export type FrameEvents = {
  readonly keydown: (event: KeyboardEvent) => void
  readonly mouseover: (event: MouseEvent) => void
  readonly contextmenu: (event: MouseEvent) => void
  readonly copy: (event: ClipboardEvent) => void
  readonly cut: (event: ClipboardEvent) => void
  readonly paste: (event: ClipboardEvent) => void
}

/** Listens on the frame around the grid, always with what was drawn last. */
export function useFrameEvents(frame: RefObject<HTMLElement | null>, events: FrameEvents): void {
  const latest = useRef(events)
  useEffect(() => {
    latest.current = events
  })
  useEffect(() => {
    const element = frame.current
    const stop = new AbortController()
    const { signal } = stop
    element?.addEventListener('keydown', (event) => latest.current.keydown(event), { signal })
    element?.addEventListener('mouseover', (event) => latest.current.mouseover(event), { signal })
    element?.addEventListener('contextmenu', (event) => latest.current.contextmenu(event), { signal })
    element?.addEventListener('copy', (event) => latest.current.copy(event), { signal })
    element?.addEventListener('cut', (event) => latest.current.cut(event), { signal })
    element?.addEventListener('paste', (event) => latest.current.paste(event), { signal })
    return () => stop.abort()
  }, [frame])
}
