import { Menu } from '@mantine/core'
import type { TableName } from '@shared/plan/table-name'
import { kindWords } from '@shared/plan/words'
import { IconTrash } from '@tabler/icons-react'
import type { SheetRow } from './sheet-row'

export type MenuPlace = { readonly row: SheetRow; readonly x: number; readonly y: number }

type Props = {
  readonly place: MenuPlace | null
  readonly table: TableName
  readonly onClose: () => void
  readonly onRemove: (row: SheetRow) => void
}

/** What can be done with a row, where the pointer or the menu key asked for it. */
export function RowMenu({ place, table, onClose, onRemove }: Props) {
  if (!place) return null
  return (
    <Menu opened onChange={(isOpen) => !isOpen && onClose()} position="bottom-start" withinPortal offset={0}>
      <Menu.Target>
        <span style={{ position: 'fixed', left: place.x, top: place.y, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => onRemove(place.row)}>
          Delete this {kindWords(table)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
