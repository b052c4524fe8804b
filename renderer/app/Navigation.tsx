import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { useThingCounts } from '../stores/checks'
import { goTo, toggleNavigation, useInterface } from '../stores/interface'
import { screenIds, type ScreenId } from '../stores/screen-id'
import { keysOfScreen } from './commands'
import styles from './navigation.module.css'
import { screens, type ScreenGroup } from './screens'

const groups: readonly (ScreenGroup | null)[] = [null, 'Plan', 'Evidence and choices', 'Share']

/** The screens by group; narrow, it shows their icons alone, each with its name as a tip and for screen readers. */
export function Navigation() {
  const isNarrow = useInterface((s) => s.isNavigationNarrow)
  const counts = useThingCounts()
  const Toggle = isNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const toggleLabel = isNarrow ? 'Widen the navigation' : 'Narrow the navigation'
  return (
    <nav className={styles['nav']} data-narrow={isNarrow || undefined} aria-label="Screens" data-region>
      <div className={styles['groups']}>
        {groups.map((group) => (
          <NavigationGroup key={group ?? 'first'} group={group} isNarrow={isNarrow} counts={counts} />
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

type GroupProps = {
  readonly group: ScreenGroup | null
  readonly isNarrow: boolean
  /** How many things are to be checked on each screen. */
  readonly counts: ReadonlyMap<ScreenId, number>
}

function NavigationGroup({ group, isNarrow, counts }: GroupProps) {
  const ids = screenIds.filter((id) => screens[id].group === group)
  if (ids.length === 0) return null
  return (
    <div className={styles['group']}>
      {group !== null && !isNarrow && <div className={styles['heading']}>{group}</div>}
      <ul className={styles['list']} aria-label={group ?? undefined}>
        {ids.map((id) => (
          <li key={id}>
            <NavigationLink id={id} isNarrow={isNarrow} count={counts.get(id) ?? 0} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type LinkProps = { readonly id: ScreenId; readonly isNarrow: boolean; readonly count: number }

function NavigationLink({ id, isNarrow, count }: LinkProps) {
  const isHere = useInterface((s) => s.screen === id)
  const { label, icon: Picture } = screens[id]
  const keys = keysOfScreen(id)?.replace('Ctrl', 'Control')
  return (
    <Tooltip label={label} position="right" disabled={!isNarrow}>
      <a
        href={`#${id}`}
        className={styles['link']}
        aria-current={isHere ? 'page' : undefined}
        aria-label={isNarrow ? (count > 0 ? `${label}, ${count} to check` : label) : undefined}
        aria-keyshortcuts={keys}
        onClick={(event) => {
          event.preventDefault()
          goTo(id)
        }}
      >
        <Picture size={19} stroke={1.7} aria-hidden className={styles['icon']} />
        {!isNarrow && <span className={styles['label']}>{label}</span>}
        {count > 0 && !isNarrow && (
          <span className={styles['count']} title={`${count} to check`}>
            {count}
            <VisuallyHidden> to check</VisuallyHidden>
          </span>
        )}
      </a>
    </Tooltip>
  )
}
