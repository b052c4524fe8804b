import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { plainLayout } from '@shared/contract/sheet-layout'
import type { TableName } from '@shared/plan/table-name'
import { kindWords } from '@shared/plan/words'
import { IconAdjustmentsHorizontal, IconEye, IconPlus, IconRefresh, IconSearch, IconTrash } from '@tabler/icons-react'
import type { SheetColumn } from './columns'
import { isPlain } from './layout/layout'
import type { LayoutState } from './layout/use-layout'

type Props = {
  readonly table: TableName
  readonly columns: readonly SheetColumn[]
  readonly layout: LayoutState
  /** Null where no row can be added. */
  readonly addWords: string | null
  readonly canRemove: boolean
  /** True where no row is chosen. */
  readonly isIdle: boolean
  readonly onAdd: () => void
  readonly onFind: () => void
  readonly onRemove: () => void
}

/** The buttons beside a sheet's title: add a row, find, how it is shown, delete. */
export function SheetTools({ table, columns, layout, addWords, canRemove, isIdle, onAdd, onFind, onRemove }: Props) {
  const removeWords = isIdle ? 'Choose a row to delete it' : `Delete this ${kindWords(table)}`
  return (
    <>
      {addWords !== null && (
        <Button size="xs" variant="default" leftSection={<IconPlus size={15} />} onClick={onAdd}>
          {addWords}
        </Button>
      )}
      <Tooltip label="Find in this table (Ctrl+F)">
        <ActionIcon variant="subtle" color="gray" size={30} aria-label="Find in this table" onClick={onFind}>
          <IconSearch size={17} />
        </ActionIcon>
      </Tooltip>
      <LayoutMenu columns={columns} layout={layout} />
      {canRemove && (
        <Tooltip label={isIdle ? removeWords : `${removeWords} (Ctrl+-)`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={removeWords}
            aria-disabled={isIdle}
            data-disabled={isIdle}
            onClick={onRemove}
          >
            <IconTrash size={17} />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  )
}

function LayoutMenu({ columns, layout: { layout, set } }: Pick<Props, 'columns' | 'layout'>) {
  const hidden = columns.filter(({ key }) => layout.hidden.includes(key))
  return (
    <Menu position="bottom-end" withinPortal transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label="How this table is shown">
          <IconAdjustmentsHorizontal size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Sort, filter, group and hide in the menu of a heading</Menu.Label>
        {hidden.map(({ key, label }) => (
          <Menu.Item
            key={key}
            leftSection={<IconEye size={15} />}
            onClick={() => set({ ...layout, hidden: layout.hidden.filter((other) => other !== key) })}
          >
            Show {label}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconRefresh size={15} />} disabled={isPlain(layout)} onClick={() => set(plainLayout)}>
          Reset this table’s layout
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
