import { styleNonce } from './environment'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { call, connectBridge } from '../stores/bridge'
import { hasEditsUnderWay } from '../stores/commits'
import { loadPreferences, say, useInterface } from '../stores/interface'
import { finishTyping } from '../stores/finish-typing'
import { openWorkbook } from '../stores/opening'
import { App } from './App'
import { lateDialogs } from './late-dialogs'
import { lateShell } from './late-shell'

connectBridge(window.rollout)
window.addEventListener('beforeunload', (event) => {
  finishTyping()
  // main waits for them then, or asks the planner
  if (hasEditsUnderWay()) event.preventDefault()
})

// what does not come now is asked for again when it is wanted, and the window says what is wrong then
const told = (error: unknown): void => console.error('A part of the window did not come:', error)

/** Comes when the first screen has been painted. */
const painted = (): Promise<void> =>
  new Promise((done) => {
    const seen = (_entries: PerformanceObserverEntryList, observer: PerformanceObserver): void => {
      observer.disconnect()
      done()
    }
    new PerformanceObserver(seen).observe({ type: 'paint', buffered: true })
  })

/** The rest of the window's code, when nothing else is to do, so that nothing is waited for when it is wanted. */
async function loadTheRest(): Promise<void> {
  await painted()
  await new Promise((idle) => requestIdleCallback(idle))
  for (const { load } of [lateShell, ...Object.values(lateDialogs)]) await load()
}

async function start(): Promise<void> {
  const [info] = await Promise.all([call('app.info', {}), loadPreferences()])
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no place for the window')
  createRoot(root).render(
    <StrictMode>
      <App scheme={useInterface.getState().scheme} nonce={styleNonce} />
    </StrictMode>,
  )
  if (info.ok) {
    for (const notice of info.value.notices) say(notice, { tone: 'problem' })
    if (info.value.pathToOpen !== null) {
      void lateShell.load().catch(told)
      await openWorkbook(info.value.pathToOpen)
    }
  }
  // after the first frame with something in it, not before
  requestAnimationFrame(() => setTimeout(() => window.rollout.mark('usable')))
  void loadTheRest().catch(told)
}

void start()
