import { Text, Title } from '@mantine/core'
import { figuresOfRow, rowFigures } from '@shared/forecast/row-figures'
import type { TableName } from '@shared/plan/table-name'
import { ExplainButton } from '../../components/ExplainButton'
import { useSheetHost } from '../../components/DataSheet/sheet-host'
import { explain } from '../../stores/explanation'
import styles from './panel.module.css'

type Props = { readonly table: TableName; readonly id: string }

/** The figures of the row that nobody types, each with the way to what it is made of. */
export function WorkedOut({ table, id }: Props) {
  const { plan } = useSheetHost()
  const keys = figuresOfRow(plan, table, id)
  if (keys.length === 0) return null
  return (
    <section className={styles['workedOut']}>
      <Title order={3} size="h4">
        Worked out
      </Title>
      {keys.map((key) => {
        const { label, help, print, valuesOf } = rowFigures[key]
        return (
          <div key={key} className={styles['worked']}>
            <div>
              <Text size="sm">{label(plan)}</Text>
              <Text size="xs" c="dimmed">
                {help}
              </Text>
            </div>
            <span className={styles['amount']}>{print(valuesOf(plan).get(id) ?? 0)}</span>
            <ExplainButton what={label(plan)} onExplain={() => explain({ kind: 'rowFigure', key, id })} />
          </div>
        )
      })}
    </section>
  )
}
