import { ActionIcon, Button, CloseButton, Text, Title, Tooltip } from '@mantine/core'
import type { TableName } from '@shared/plan/table-name'
import type { AnyRow } from '@shared/plan/tables'
import { countWords, kindWords } from '@shared/plan/words'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { sheetColumns, type ColumnChoice } from './columns'
import styles from './data-sheet.module.css'
import type { Values } from './edits'
import { RemovalDialog } from './RemovalDialog'
import { SheetGrid, type SheetGridHandle } from './SheetGrid'
import { useSheetHost } from './sheet-host'
import { isBlank, type SheetRow } from './sheet-row'
import { useRemoval } from './use-removal'
import { useSheetEdits, type CellProblem } from './use-sheet-edits'
import { useSheetRows } from './use-sheet-rows'

export type DataSheetProps = {
  readonly table: TableName
  /** Which columns, in which order; must be the same object from one drawing to the next. */
  readonly columns: readonly ColumnChoice[]
  /** The rows to show, in the planner's order. */
  readonly rows: readonly AnyRow[]
  readonly title: string
  readonly order?: 2 | 3
  /** One line under the title. */
  readonly description?: string
  /** Buttons beside the title. */
  readonly actions?: ReactNode
  /** What a new row holds before anything is typed; the same object from one drawing to the next. */
  readonly defaults?: Values
  /** False where rows come from elsewhere. */
  readonly canAdd?: boolean
  /** What the line at the end invites to: "Add a school". */
  readonly addWords?: string
  /** Called when the planner moves to another row; null where none is chosen. */
  readonly onRow?: (row: AnyRow | null) => void
}

/**
 * A table of the plan as a sheet to type in, made from the table's definition. One closed cell is one commit; a cell that
 * cannot be taken keeps what it held and says why.
 */
export function DataSheet(props: DataSheetProps) {
  const { table, rows: given, title, order = 2, description, actions, canAdd = true, onRow } = props
  const host = useSheetHost()
  const titleId = useId()
  const columns = useMemo(() => sheetColumns(table, props.columns), [table, props.columns])
  const edits = useSheetEdits(table, columns, props.defaults)
  const canType = canAdd && !host.isLocked
  const sheet = useSheetRows(given, edits.pending, canType ? edits.blankRow : null, columns, host.names)
  const removal = useRemoval(table)
  const [active, setActive] = useState<SheetRow | null>(null)
  const activate = (row: SheetRow | null): void => {
    const real = row && !isBlank(row) ? row : null
    setActive(real)
    host.onRow(real ? { table, id: real.id } : null)
    onRow?.(real)
  }
  const grid = useRef<SheetGridHandle>(null)
  const addWords = props.addWords ?? `Add a ${kindWords(table)}`
  const chosen = active && host.plan[table].has(active.id) ? active : null
  return (
    <section className={styles['sheet']} aria-labelledby={titleId}>
      <div className={styles['head']}>
        <div>
          <Title order={order} id={titleId}>
            {title}
          </Title>
          {description !== undefined && (
            <Text size="sm" c="dimmed" maw={760}>
              {description}
            </Text>
          )}
        </div>
        <div className={styles['actions']}>
          {actions}
          {canType && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={15} />}
              onClick={() => grid.current?.openBlank()}
            >
              {addWords}
            </Button>
          )}
          {!host.isLocked && (
            <DeleteRow table={table} isIdle={chosen === null} onClick={() => chosen && removal.ask([chosen])} />
          )}
        </div>
      </div>
      <SheetGrid
        ref={grid}
        table={table}
        columns={columns}
        sheet={sheet}
        edits={edits}
        titleId={titleId}
        canAdd={canType}
        addWords={`${addWords}…`}
        totalWords={countWords(table, given.length)}
        {...(props.defaults ? { defaults: props.defaults } : {})}
        onActive={activate}
        onRemove={(row) => removal.ask([row])}
      />
      <Problem problem={edits.problem} onClose={() => edits.setProblem(null)} isHint={edits.problem?.key === ''} />
      <RemovalDialog removal={removal} />
    </section>
  )
}

function DeleteRow({ table, isIdle, onClick }: { table: TableName; isIdle: boolean; onClick: () => void }) {
  const label = isIdle ? 'Choose a row to delete it' : `Delete this ${kindWords(table)}`
  return (
    <Tooltip label={isIdle ? label : `${label} (Ctrl+-)`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={label}
        aria-disabled={isIdle}
        data-disabled={isIdle}
        onClick={onClick}
      >
        <IconTrash size={17} />
      </ActionIcon>
    </Tooltip>
  )
}

function Problem({ problem, isHint, onClose }: { problem: CellProblem | null; isHint: boolean; onClose: () => void }) {
  if (!problem) return null
  return (
    <div className={styles['problem']} role={isHint ? 'status' : 'alert'} data-hint={isHint || undefined}>
      <span className={styles['problemText']}>{problem.message}</span>
      <CloseButton size={24} aria-label="Put this message away" onClick={onClose} />
    </div>
  )
}
