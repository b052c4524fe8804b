import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './MenuAt.module.css'

type Props = {
  readonly x: number
  readonly y: number
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A menu at a place of the window, where the pointer or the menu key asked for it; the first item has the focus. */
export function MenuAt({ x, y, label, onClose, children }: Props) {
  return (
    <Menu
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      position="bottom-start"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      offset={0}
      shadow="md"
      transitionProps={{ duration: 0 }}
      menuItemTabIndex={0}
      // the key that opened it is still on its way to the window and must not close it
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={label}
          className={styles['place']}
          style={{ left: x, top: y }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>{children}</Menu.Dropdown>
    </Menu>
  )
}
