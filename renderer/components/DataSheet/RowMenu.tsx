import { Menu } from '@mantine/core'
import type { TableName } from '@shared/plan/table-name'
import { countWords, kindWords } from '@shared/plan/words'
import {
  IconArrowBarToDown,
  IconArrowDown,
  IconArrowUp,
  IconEraser,
  IconListDetails,
  IconPencil,
  IconRowInsertTop,
  IconTrash,
  IconZoomQuestion,
} from '@tabler/icons-react'
import { MenuAt } from '../MenuAt'
import styles from './data-sheet.module.css'
import type { SheetRow } from './sheet-row'

export type MenuPlace = { readonly row: SheetRow; readonly x: number; readonly y: number }

/** What can be done with the selected rows; null where it makes no sense now. */
export type RowMenuActs = {
  readonly showDetails: (() => void) | null
  /** Of the active cell; null where it was typed. */
  readonly explain: (() => void) | null
  readonly insertAbove: (() => void) | null
  readonly moveUp: (() => void) | null
  readonly moveDown: (() => void) | null
  readonly fillDown: (() => void) | null
  readonly clear: (() => void) | null
  readonly change: (() => void) | null
  readonly remove: (() => void) | null
}

type Props = {
  readonly place: MenuPlace | null
  readonly table: TableName
  /** How many rows are selected. */
  readonly count: number
  readonly acts: RowMenuActs
  readonly onClose: () => void
}

type Entry = readonly [label: string, keys: string, icon: typeof IconTrash, act: (() => void) | null]

/** What can be done with rows, where the pointer or the menu key asked for it. */
export function RowMenu({ place, table, count, acts, onClose }: Props) {
  if (!place) return null
  const these = count === 1 ? `this ${kindWords(table)}` : countWords(table, count)
  const entries: readonly Entry[] = [
    ['Show details', 'Ctrl+Enter', IconListDetails, acts.showDetails],
    ['Explain this figure', 'Alt+E', IconZoomQuestion, acts.explain],
    ['Insert a row above', 'Insert', IconRowInsertTop, acts.insertAbove],
    ['Move up', 'Alt+Shift+Up', IconArrowUp, acts.moveUp],
    ['Move down', 'Alt+Shift+Down', IconArrowDown, acts.moveDown],
    ['Fill down', 'Ctrl+D', IconArrowBarToDown, acts.fillDown],
    [`Change ${these}…`, '', IconPencil, acts.change],
    ['Clear the selected cells', 'Delete', IconEraser, acts.clear],
    [`Delete ${these}`, 'Ctrl+-', IconTrash, acts.remove],
  ]
  return (
    <MenuAt x={place.x} y={place.y} label="Row" onClose={onClose}>
      {entries.map(([label, keys, Icon, act]) =>
        act === null ? null : (
          <Menu.Item
            key={label}
            leftSection={<Icon size={15} />}
            rightSection={<span className={styles['menuKeys']}>{keys}</span>}
            onClick={act}
          >
            {label}
          </Menu.Item>
        ),
      )}
    </MenuAt>
  )
}
