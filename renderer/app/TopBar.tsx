import { ActionIcon, Badge, Kbd, Menu, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconHelp, IconLayoutSidebarRight, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { redo, undo } from '../stores/commits'
import { useInterface } from '../stores/interface'
import { closePanel, showDetails } from '../stores/panel'
import { shownScenario, undoState, useWorkbook } from '../stores/workbook'
import { commandBox } from './command-box'
import { runCommand } from './commands'
import { ScenarioPicker } from './ScenarioPicker'
import styles from './shell.module.css'

/** What stays in sight on every screen: which workbook, which plan of it, search, Undo and Redo, help. */
export function TopBar() {
  const file = useWorkbook((s) => s.file)
  const isScenario = useWorkbook((s) => shownScenario(s) !== null)
  const district = useWorkbook((s) => s.currentPlan.plan.values().next().value?.district)
  return (
    <header className={styles['bar']} data-scenario={isScenario || undefined} data-region>
      <div className={styles['file']}>
        <span className={styles['name']} title={file?.path}>
          {district ?? file?.name}
        </span>
        {file?.isSample === true && (
          <Badge variant="light" className={styles['badge'] ?? ''}>
            Sample
          </Badge>
        )}
        {file?.isReadOnly === true && (
          <Badge variant="light" color="yellow" className={styles['badge'] ?? ''}>
            Reading only
          </Badge>
        )}
        <ScenarioPicker />
      </div>
      <button type="button" className={styles['search']} aria-keyshortcuts="Control+K" onClick={commandBox.open}>
        <IconSearch size={16} aria-hidden />
        <span className={styles['searchWords']}>Search and commands</span>
        <Kbd size="xs">Ctrl+K</Kbd>
      </button>
      <div className={styles['tools']}>
        <UndoButtons />
        <DetailsButton />
        <HelpMenu />
      </div>
    </header>
  )
}

/** Opens and closes the panel at the right. */
function DetailsButton() {
  const isOpen = useInterface((s) => s.isPanelOpen)
  return (
    <Tooltip label={isOpen ? 'Close the details' : 'Details of the row (Ctrl+Enter)'}>
      <ActionIcon
        variant={isOpen ? 'light' : 'subtle'}
        color={isOpen ? 'blue' : 'gray'}
        size={32}
        aria-label="Details of the row"
        aria-pressed={isOpen}
        aria-keyshortcuts="Control+Enter"
        onClick={isOpen ? closePanel : showDetails}
      >
        <IconLayoutSidebarRight size={19} />
      </ActionIcon>
    </Tooltip>
  )
}

function UndoButtons() {
  const undoLabel = useWorkbook((s) => undoState(s).undoLabel)
  const redoLabel = useWorkbook((s) => undoState(s).redoLabel)
  return (
    <>
      <BarButton label="Undo" what={undoLabel} keys="Ctrl+Z" onClick={() => void undo()}>
        <IconArrowBackUp size={19} />
      </BarButton>
      <BarButton label="Redo" what={redoLabel} keys="Ctrl+Y" onClick={() => void redo()}>
        <IconArrowForwardUp size={19} />
      </BarButton>
    </>
  )
}

type BarButtonProps = {
  readonly label: string
  readonly what: string | null
  readonly keys: string
  readonly onClick: () => void
  readonly children: ReactNode
}

function BarButton({ label, what, keys, onClick, children }: BarButtonProps) {
  const isIdle = what === null
  const words = isIdle ? `Nothing to ${label.toLowerCase()}` : `${label}: ${what}`
  return (
    <Tooltip label={isIdle ? words : `${words} (${keys})`} multiline maw={320}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={words}
        aria-keyshortcuts={keys.replace('Ctrl', 'Control')}
        data-disabled={isIdle}
        aria-disabled={isIdle}
        onClick={() => {
          if (!isIdle) onClick()
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

function HelpMenu() {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label="Help">
          <IconHelp size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => runCommand('guide')}>User guide</Menu.Item>
        <Menu.Item rightSection={<Kbd size="xs">F1</Kbd>} onClick={() => runCommand('shortcuts')}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item onClick={() => runCommand('model-card')}>How the forecast works</Menu.Item>
        <Menu.Item onClick={() => runCommand('history')}>History of changes</Menu.Item>
        <Menu.Item onClick={() => runCommand('open-sample')}>Open the sample district</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => runCommand('support')}>Save a support file…</Menu.Item>
        <Menu.Item onClick={() => runCommand('about')}>About Rollout Workbook</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
