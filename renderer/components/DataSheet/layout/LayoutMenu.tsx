import { ActionIcon, Menu } from '@mantine/core'
import { plainLayout } from '@shared/contract/sheet-layout'
import { IconAdjustmentsHorizontal, IconBookmark, IconEye, IconRefresh, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import type { SheetColumn } from '../columns'
import { useSheetHost } from '../sheet-host'
import { isPlain } from './layout'
import type { LayoutState } from './use-layout'
import { ViewsDialog } from './ViewsDialog'

type Props = { readonly columns: readonly SheetColumn[]; readonly layout: LayoutState }

/** How a table is shown: the views that the planner keeps, hidden columns, and back to the plain table. */
export function LayoutMenu({ columns, layout: state }: Props) {
  const { sheetId, layout, set } = state
  const { views, isLocked } = useSheetHost()
  const [isOpen, setOpen] = useState(false)
  const own = views.filter((view) => view.sheetId === sheetId)
  const hidden = columns.filter(({ key }) => layout.hidden.includes(key))
  return (
    <>
      <Menu position="bottom-end" withinPortal transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label="How this table is shown"
            title="How this table is shown"
          >
            <IconAdjustmentsHorizontal size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Sort, filter and group in the menu of a heading</Menu.Label>
          {own.map(({ name, layout: saved }) => (
            <Menu.Item key={name} leftSection={<IconTable size={15} />} onClick={() => set(saved)}>
              {name}
            </Menu.Item>
          ))}
          {!isLocked && (
            <Menu.Item leftSection={<IconBookmark size={15} />} onClick={() => setOpen(true)}>
              {own.length === 0 ? 'Save this view…' : 'Save this view, remove views…'}
            </Menu.Item>
          )}
          <Menu.Divider />
          {hidden.map(({ key, label }) => (
            <Menu.Item
              key={key}
              leftSection={<IconEye size={15} />}
              onClick={() => set({ ...layout, hidden: layout.hidden.filter((other) => other !== key) })}
            >
              Show {label}
            </Menu.Item>
          ))}
          <Menu.Item
            leftSection={<IconRefresh size={15} />}
            disabled={isPlain(layout)}
            onClick={() => set(plainLayout)}
          >
            Reset this table’s layout
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isOpen && <ViewsDialog layout={state} views={own} onClose={() => setOpen(false)} />}
    </>
  )
}
