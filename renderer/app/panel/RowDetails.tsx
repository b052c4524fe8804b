import { Anchor, Tabs, Text, Title } from '@mantine/core'
import type { ExplainQuestion } from '@shared/forecast/explain'
import { usedBy } from '@shared/plan/users'
import { tableOf } from '@shared/plan/tables'
import { useMemo } from 'react'
import { useSheetHost } from '../../components/DataSheet/sheet-host'
import { explain } from '../../stores/explanation'
import type { RowPlace } from '../../stores/interface'
import { choosePanelTab, panelTabs, usePanel, type PanelTab } from '../../stores/panel'
import { DataAges } from './DataAges'
import { FieldsTab } from './FieldsTab'
import { HistoryTab } from './HistoryTab'
import { NotesTab } from './NotesTab'
import { notesOn } from './notes'
import styles from './panel.module.css'
import { UsedByTab } from './UsedByTab'

/** What stands in the panel while no row is chosen. */
export function NoRow() {
  return (
    <div className={styles['head']}>
      <Title order={2} size="h3" tabIndex={-1} data-panel-title>
        No row is chosen
      </Title>
      <Text size="sm" c="dimmed">
        Go to a row of any table. All its fields, the notes on it, its history and what uses it stand here.
      </Text>
      <Anchor component="button" type="button" size="sm" mt="sm" onClick={() => explain('list')}>
        Which figures can be explained?
      </Anchor>
    </div>
  )
}

/** The figure that a row stands behind by itself, and what asks for it. */
function figureOfRow({ table, id }: RowPlace): { words: string; question: ExplainQuestion } | null {
  if (table === 'position' || table === 'session' || table === 'costLine')
    return { words: 'Explain what it costs', question: { kind: 'lineCost', table, id, fiscalYear: null } }
  if (table === 'fundingSource')
    return { words: 'Explain what it pays', question: { kind: 'paidByFund', sourceId: id, fiscalYear: null } }
  return null
}

const isTab = (value: string | null): value is PanelTab => panelTabs.some((tab) => tab === value)

/** Everything about one row: its fields to edit, the notes on it, what was done to it, and what refers to it. */
export function RowDetails({ place }: { readonly place: RowPlace }) {
  const { table, id } = place
  const { plan } = useSheetHost()
  const tab = usePanel((s) => s.tab)
  const row = plan[table].get(id)
  const notes = useMemo(() => notesOn(plan, place), [plan, place])
  const users = useMemo(() => usedBy(plan, table, id).filter((user) => user.table !== 'note'), [plan, table, id])
  const labels: Readonly<Record<PanelTab, string>> = {
    fields: 'Fields',
    notes: notes.length === 0 ? 'Notes' : `Notes (${notes.length})`,
    history: 'History',
    'used-by': users.length === 0 ? 'Used by' : `Used by (${users.length})`,
  }
  return (
    <>
      <RowHead place={place} />
      <Tabs
        value={row ? tab : 'history'}
        onChange={(next) => isTab(next) && choosePanelTab(next)}
        keepMounted={false}
        className={styles['tabs'] ?? ''}
      >
        <Tabs.List>
          {panelTabs.map((one) => (
            <Tabs.Tab key={one} value={one} className={styles['tab'] ?? ''} disabled={!row && one !== 'history'}>
              {labels[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {row && (
          <>
            <Tabs.Panel value="fields" className={styles['content'] ?? ''}>
              <FieldsTab table={table} row={row} notes={notes} />
            </Tabs.Panel>
            <Tabs.Panel value="notes" className={styles['content'] ?? ''}>
              <NotesTab place={place} notes={notes} />
            </Tabs.Panel>
            <Tabs.Panel value="used-by" className={styles['content'] ?? ''}>
              <UsedByTab users={users} />
            </Tabs.Panel>
          </>
        )}
        <Tabs.Panel value="history" className={styles['content'] ?? ''}>
          <HistoryTab place={place} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

/** Which row it is, how old its figures are, and the figure that it stands behind. */
function RowHead({ place }: { readonly place: RowPlace }) {
  const { table, id } = place
  const { plan, names } = useSheetHost()
  const isThere = plan[table].has(id)
  const asked = isThere ? figureOfRow(place) : null
  return (
    <div className={styles['head']}>
      <Text size="xs" c="dimmed">
        {tableOf(table).labelOne}
      </Text>
      <Title order={2} size="h3" tabIndex={-1} data-panel-title className={styles['title'] ?? ''}>
        {isThere ? names.nameOf(table, id) : 'This row was deleted'}
      </Title>
      {isThere && <DataAges place={place} />}
      {asked && (
        <Anchor component="button" type="button" size="sm" onClick={() => explain(asked.question)}>
          {asked.words}
        </Anchor>
      )}
    </div>
  )
}
