import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { goTo, toggleNavigation, useInterface } from '../stores/interface'
import { screenIds, type ScreenId } from '../stores/screen-id'
import { keysOfScreen } from './commands'
import styles from './navigation.module.css'
import { screens, type ScreenGroup } from './screens'

const groups: readonly (ScreenGroup | null)[] = [null, 'Plan', 'Evidence and choices', 'Share']

/** The screens by group; narrow, it shows their icons alone, each with its name as a tip and for screen readers. */
export function Navigation() {
  const isNarrow = useInterface((s) => s.isNavigationNarrow)
  const Toggle = isNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const toggleLabel = isNarrow ? 'Widen the navigation' : 'Narrow the navigation'
  return (
    <nav className={styles['nav']} data-narrow={isNarrow || undefined} aria-label="Screens" data-region>
      <div className={styles['groups']}>
        {groups.map((group) => (
          <NavigationGroup key={group ?? 'first'} group={group} isNarrow={isNarrow} />
        ))}
      </div>
      <Tooltip label={toggleLabel} position="right">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={toggleLabel}
          aria-expanded={!isNarrow}
          className={styles['toggle'] ?? ''}
          onClick={() => void toggleNavigation()}
        >
          <Toggle size={18} />
        </ActionIcon>
      </Tooltip>
    </nav>
  )
}

function NavigationGroup({ group, isNarrow }: { readonly group: ScreenGroup | null; readonly isNarrow: boolean }) {
  const ids = screenIds.filter((id) => screens[id].group === group)
  if (ids.length === 0) return null
  return (
    <div className={styles['group']}>
      {group !== null && !isNarrow && <div className={styles['heading']}>{group}</div>}
      <ul className={styles['list']} aria-label={group ?? undefined}>
        {ids.map((id) => (
          <li key={id}>
            <NavigationLink id={id} isNarrow={isNarrow} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function NavigationLink({ id, isNarrow }: { readonly id: ScreenId; readonly isNarrow: boolean }) {
  const isHere = useInterface((s) => s.screen === id)
  const { label, icon: Picture } = screens[id]
  const keys = keysOfScreen(id)?.replace('Ctrl', 'Control')
  return (
    <Tooltip label={label} position="right" disabled={!isNarrow}>
      <a
        href={`#${id}`}
        className={styles['link']}
        aria-current={isHere ? 'page' : undefined}
        aria-label={isNarrow ? label : undefined}
        aria-keyshortcuts={keys}
        onClick={(event) => {
          event.preventDefault()
          goTo(id)
        }}
      >
        <Picture size={19} stroke={1.7} aria-hidden className={styles['icon']} />
        {!isNarrow && <span>{label}</span>}
      </a>
    </Tooltip>
  )
}
