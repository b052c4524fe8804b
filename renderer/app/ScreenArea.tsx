import { Suspense, useEffect, useRef } from 'react'
import { useInterface } from '../stores/interface'
import { useWorkbook } from '../stores/workbook'
import { ErrorBoundary } from './ErrorBoundary'
import { screens } from './screens'
import styles from './shell.module.css'

/** The screen itself. Entering it moves the focus to its title, which reads it out, and names the window after it. */
export function ScreenArea() {
  const screen = useInterface((s) => s.screen)
  const name = useWorkbook((s) => s.file?.name ?? '')
  const main = useRef<HTMLElement>(null)
  const { label, View } = screens[screen]
  useEffect(() => {
    document.title = `${label} – ${name} – Rollout Workbook`
  }, [label, name])
  return (
    <main id="main" ref={main} tabIndex={-1} className={styles['main']} data-region>
      <ErrorBoundary key={screen} what={label}>
        <Suspense fallback={null}>
          <FocusOnTitle main={main} />
          <View />
        </Suspense>
      </ErrorBoundary>
    </main>
  )
}

/** Mounted with the screen, so that it runs when the title stands, however late the screen's code came. */
function FocusOnTitle({ main }: { readonly main: React.RefObject<HTMLElement | null> }) {
  useEffect(() => {
    main.current?.scrollTo(0, 0)
    main.current?.querySelector<HTMLElement>('[data-page-title]')?.focus()
  }, [main])
  return null
}
