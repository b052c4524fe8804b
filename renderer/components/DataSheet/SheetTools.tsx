import { ActionIcon, Button, Tooltip } from '@mantine/core'
import type { TableName } from '@shared/plan/table-name'
import { kindWords } from '@shared/plan/words'
import { IconPlus, IconSearch, IconTrash } from '@tabler/icons-react'
import type { SheetColumn } from './columns'
import { LayoutMenu } from './layout/LayoutMenu'
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
