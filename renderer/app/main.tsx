import { styleNonce } from './environment'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { call, connectBridge } from '../stores/bridge'
import { followForChecks } from '../stores/checks'
import { waitingEdits } from '../stores/commits'
import { loadPreferences, say, useInterface } from '../stores/interface'
import { openWorkbook } from '../stores/opening'
import { followWorkbook } from '../stores/forecast'
import { followForecasts } from '../stores/likely'
import { App } from './App'

connectBridge(window.rollout)
followWorkbook()
followForecasts()
followForChecks()
window.addEventListener('beforeunload', (event) => {
  // main asks the planner then
  if (waitingEdits() > 0) event.preventDefault()
})

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
    if (info.value.pathToOpen !== null) await openWorkbook(info.value.pathToOpen)
  }
  // after the first frame with something in it, not before
  requestAnimationFrame(() => setTimeout(() => window.rollout.mark('usable')))
}

void start()
