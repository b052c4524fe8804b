import { Text, Title } from '@mantine/core'
import type { TableName } from '@shared/plan/table-name'
import { tableOf, type AnyRow } from '@shared/plan/tables'
import { countWords, kindWords } from '@shared/plan/words'
import { useCallback, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { sheetColumns, type ColumnChoice } from './columns'
import styles from './data-sheet.module.css'
import type { Values } from './edits'
import { arranged } from './layout/layout'
import { LayoutLine } from './layout/LayoutLine'
import { useLayout } from './layout/use-layout'
import { ProblemBar } from './ProblemBar'
import { RemovalDialog } from './RemovalDialog'
import { SheetGrid, type SheetGridHandle } from './SheetGrid'
import { useSheetHost } from './sheet-host'
import { isReal, type SheetRow } from './sheet-row'
import { SheetTools } from './SheetTools'
import { useBlock } from './use-block'
import { useRemoval } from './use-removal'
import { useSettledNames } from './use-settled-names'
import { useSheetEdits } from './use-sheet-edits'
import { useSheetRows } from './use-sheet-rows'

export type DataSheetProps = {
  readonly table: TableName
  /** Under which the sheet's layout is remembered; made of table and title unless given. */
  readonly id?: string
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
  /** False where rows must stay; a table of one row never lets it go. */
  readonly canRemove?: boolean
  /** What the line at the end invites to: "Add a school". */
  readonly addWords?: string
  /** Called when the planner moves to another row; null where none is chosen. */
  readonly onRow?: (row: AnyRow | null) => void
}

const noDefaults: Values = {}

const hintWords =
  'Arrow keys move, Shift with them selects, F2 changes a cell, Alt+E explains a figure. Alt+Down on a heading opens its menu, Shift+F10 on a row its own.'

/** "12 of 40 schools" where filters leave some out. */
function totalWords(table: TableName, shown: number, all: number): string {
  return shown === all ? countWords(table, all) : `${shown.toLocaleString('en-US')} of ${countWords(table, all)}`
}

/**
 * A table of the plan as a sheet to type in, made from the table's definition. One closed cell is one commit, and so is
 * one paste, fill or deletion of many; a cell that cannot be taken keeps what it held and says why.
 */
export function DataSheet(props: DataSheetProps) {
  const { table, rows: given, title, order = 2, description, actions, canAdd = true, onRow } = props
  const { defaults = noDefaults } = props
  const host = useSheetHost()
  const titleId = useId()
  const hintId = useId()
  const columns = useMemo(() => sheetColumns(table, props.columns), [table, props.columns])
  const layout = useLayout(props.id ?? `${table}: ${title}`, columns)
  const shown = useMemo(() => arranged(columns, layout.layout), [columns, layout.layout])
  const names = useSettledNames(columns)
  const edits = useSheetEdits(table, columns, names, defaults)
  const canType = canAdd && !host.isLocked
  const canRemove = (props.canRemove ?? true) && !tableOf(table).isSingle && !host.isLocked
  const sheet = useSheetRows({
    given,
    columns,
    names: edits.names,
    pending: edits.pending,
    layout: layout.layout,
    blank: canType ? edits.blank : null,
  })
  const removal = useRemoval(table)
  const [announced, setAnnounced] = useState('')
  const announce = useCallback(
    (words: string) => setAnnounced((before) => (before === words ? `${words}\u00a0` : words)),
    [],
  )
  const write = useBlock({ table, canAdd: canType, defaults, setProblem: edits.setProblem, announce })
  const [active, setActive] = useState<SheetRow | null>(null)
  const activate = (row: SheetRow | null): void => {
    const real = row && isReal(row) ? row : null
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
          <SheetTools
            {...{ table, columns, layout }}
            addWords={canType ? addWords : null}
            canRemove={canRemove}
            isIdle={chosen === null}
            onAdd={() => grid.current?.openBlank()}
            onFind={() => grid.current?.openFind()}
            onRemove={() => grid.current?.removeSelected()}
          />
        </div>
      </div>
      <LayoutLine
        columns={columns}
        layout={layout.layout}
        shownCount={sheet.filled.length}
        allCount={sheet.allCount}
        onLayout={layout.set}
      />
      <SheetGrid
        ref={grid}
        {...{ table, columns: shown, sheet, edits, layout, write, titleId, hintId, canRemove, announce }}
        canAdd={canType}
        addWords={`${addWords}…`}
        totalWords={totalWords(table, sheet.filled.length, sheet.allCount)}
        onActive={activate}
        onRemove={removal.ask}
      />
      <span id={hintId} className={styles['unseen']}>
        {hintWords}
      </span>
      <div className={styles['unseen']} aria-live="polite">
        {announced}
      </div>
      <ProblemBar problem={edits.problem} onClose={() => edits.setProblem(null)} />
      <RemovalDialog removal={removal} />
    </section>
  )
}
