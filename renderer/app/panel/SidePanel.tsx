import { useInterface } from '../../stores/interface'
import { ErrorBoundary } from '../ErrorBoundary'
import { Panel } from './Panel'

/** The panel at the right with the details of the chosen row, where it stands open. */
export function SidePanel() {
  const isOpen = useInterface((s) => s.isPanelOpen)
  if (!isOpen) return null
  return (
    <ErrorBoundary what="the details">
      <Panel />
    </ErrorBoundary>
  )
}
