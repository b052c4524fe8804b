import { Menu } from '@mantine/core'
import type { SheetLayout } from '@shared/contract/sheet-layout'
import {
  IconArrowLeft,
  IconArrowRight,
  IconEyeOff,
  IconFilter,
  IconFilterOff,
  IconPin,
  IconPinnedOff,
  IconRefresh,
  IconSortAscending,
  IconSortDescending,
  IconStack2,
} from '@tabler/icons-react'
import type { SheetColumn } from '../columns'
import { frozenCountOf, isPlain, shifted, withFilter, withHidden } from './layout'
import { plainLayout } from '@shared/contract/sheet-layout'
import { MenuAt } from '../../MenuAt'

export type HeadingMenuPlace = { readonly key: string; readonly x: number; readonly y: number }

type Props = {
  readonly place: HeadingMenuPlace | null
  readonly columns: readonly SheetColumn[]
  readonly layout: SheetLayout
  readonly onLayout: (layout: SheetLayout) => void
  readonly onFilter: (key: string) => void
  readonly onClose: () => void
}

/** What can be done with a column: sort, filter, group, hide, move, keep in place. */
export function HeadingMenu({ place, columns, layout, onLayout, onFilter, onClose }: Props) {
  const at = columns.findIndex(({ key }) => key === place?.key)
  const column = columns[at]
  if (!place || !column) return null
  const { key } = column
  const isGrouped = layout.groupBy === key
  const sort = (isDescending: boolean) => onLayout({ ...layout, sort: { key, isDescending } })
  const frozen = frozenCountOf(layout, columns.length)
  const isLastFrozen = frozen === at + 1
  return (
    <MenuAt x={place.x} y={place.y} label={column.label} onClose={onClose}>
      <Menu.Item leftSection={<IconSortAscending size={15} />} onClick={() => sort(false)}>
        Sort, smallest or A first
      </Menu.Item>
      <Menu.Item leftSection={<IconSortDescending size={15} />} onClick={() => sort(true)}>
        Sort, largest or Z first
      </Menu.Item>
      {layout.sort !== null && (
        <Menu.Item leftSection={<IconRefresh size={15} />} onClick={() => onLayout({ ...layout, sort: null })}>
          Back to your own order
        </Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item leftSection={<IconFilter size={15} />} onClick={() => onFilter(key)}>
        Filter…
      </Menu.Item>
      {layout.filters[key] !== undefined && (
        <Menu.Item leftSection={<IconFilterOff size={15} />} onClick={() => onLayout(withFilter(layout, key, null))}>
          Clear this filter
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconStack2 size={15} />}
        onClick={() => onLayout({ ...layout, groupBy: isGrouped ? null : key })}
      >
        {isGrouped ? 'Stop grouping' : 'Group by this, with subtotals'}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconArrowLeft size={15} />}
        disabled={at === 0}
        onClick={() => onLayout(shifted(columns, layout, key, -1))}
      >
        Move left
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowRight size={15} />}
        disabled={at === columns.length - 1}
        onClick={() => onLayout(shifted(columns, layout, key, 1))}
      >
        Move right
      </Menu.Item>
      <Menu.Item
        leftSection={isLastFrozen ? <IconPinnedOff size={15} /> : <IconPin size={15} />}
        disabled={!isLastFrozen && at >= columns.length - 1}
        onClick={() => onLayout({ ...layout, frozenCount: isLastFrozen ? 0 : at + 1 })}
      >
        {isLastFrozen ? 'Stop keeping columns in place' : 'Keep in place up to here'}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconEyeOff size={15} />}
        disabled={columns.length === 1}
        onClick={() => onLayout(withHidden(layout, key))}
      >
        Hide this column
      </Menu.Item>
      {!isPlain(layout) && (
        <Menu.Item leftSection={<IconRefresh size={15} />} onClick={() => onLayout(plainLayout)}>
          Reset this table’s layout
        </Menu.Item>
      )}
    </MenuAt>
  )
}
