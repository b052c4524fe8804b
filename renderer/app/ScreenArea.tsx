import { Suspense, useEffect, useLayoutEffect } from 'react'
import { useInterface } from '../stores/interface'
import { useWorkbook } from '../stores/workbook'
import { ErrorBoundary } from './ErrorBoundary'
import { screens } from './screens'
import styles from './shell.module.css'

/** The screen itself. Entering it moves the focus to its title, which reads it out, and names the window after it. */
export function ScreenArea() {
  const screen = useInterface((s) => s.screen)
  const name = useWorkbook((s) => s.file?.name ?? '')
  const { label, View } = screens[screen]
  useEffect(() => {
    document.title = `${label} – ${name} – Rollout Workbook`
  }, [label, name])
  return (
    <main id="main" tabIndex={-1} className={styles['main']} data-region>
      <ErrorBoundary key={screen} what={label}>
        <Suspense fallback={null}>
          <FocusOnTitle />
          <View />
        </Suspense>
      </ErrorBoundary>
    </main>
  )
}

/**
 * Mounted with the screen, so that it runs when the title stands, however late the screen's code came, and before anybody
 * can click: what has the focus by then keeps it.
 */
function FocusOnTitle() {
  useLayoutEffect(() => {
    const main = document.querySelector('#main')
    main?.scrollTo(0, 0)
    main?.querySelector<HTMLElement>('[data-page-title]')?.focus()
  }, [])
  return null
}
