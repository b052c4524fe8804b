import { Button, Text, Title, UnstyledButton } from '@mantine/core'
import { groupBy } from '@shared/money/grouping'
import type { TableName } from '@shared/plan/table-name'
import { tableOf } from '@shared/plan/tables'
import type { User } from '@shared/plan/users'
import { IconArrowRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useSheetHost } from '../../components/DataSheet/sheet-host'
import { goToRow } from '../../stores/interface'
import styles from './panel.module.css'

const shownAtFirst = 30

/** What refers to the row, by table, each with the way there. */
export function UsedByTab({ users }: { readonly users: readonly User[] }) {
  const byTable = useMemo(() => [...groupBy(users, ({ table }) => table)], [users])
  if (users.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing refers to this row. It could be deleted without anything else being touched.
      </Text>
    )
  }
  return byTable.map(([table, mine]) => <UsersOfTable key={table} table={table} users={mine} />)
}

type Props = { readonly table: TableName; readonly users: readonly User[] }

function UsersOfTable({ table, users }: Props) {
  const { names } = useSheetHost()
  const [isWhole, setWhole] = useState(false)
  const { label, fields } = tableOf(table)
  const shown = isWhole ? users : users.slice(0, shownAtFirst)
  return (
    <section className={styles['part']}>
      <Title order={3} size="h4">
        {label}
      </Title>
      <ul className={styles['list']}>
        {shown.map(({ id, field }) => (
          <li key={`${id} ${field}`}>
            <UnstyledButton className={styles['jump'] ?? ''} onClick={() => goToRow({ table, id })}>
              <span className={styles['jumpWords']}>
                {names.nameOf(table, id)}
                <Text span size="xs" c="dimmed">
                  {fields[field]?.label ?? ''}
                </Text>
              </span>
              <IconArrowRight size={15} aria-hidden className={styles['sign']} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {users.length > shownAtFirst && !isWhole && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          Show all {users.length}
        </Button>
      )}
    </section>
  )
}
