import { Anchor, Button } from '@mantine/core'
import { linesBehind, type BreakdownQuestion } from '@shared/money/breakdown'
import { formatMoney } from '@shared/plan/format'
import { useEffect, useMemo, useRef } from 'react'
import { PlainTable } from '../../components/PlainTable'
import { goToRow } from '../../stores/interface'
import styles from './money.module.css'

type Props = {
  readonly question: BreakdownQuestion
  /** Null: all groups. */
  readonly groupKey: string | null
  /** Null: all years. */
  readonly fiscalYear: number | null
  readonly title: string
  readonly onClose: () => void
}

const kindWords = { position: 'Position', session: 'Learning session', costLine: 'Other cost' } as const

/** The lines that a figure is made of, to the cent, each with the way to its row. */
export function LinesBehind({ question, groupKey, fiscalYear, title, onClose }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => linesBehind(question, groupKey, fiscalYear), [question, groupKey, fiscalYear])
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div className={styles['behind']} ref={place}>
      <PlainTable
        title={title}
        choices={
          <Button variant="default" size="xs" onClick={onClose}>
            Close
          </Button>
        }
        firstHead="Line"
        head={[{ label: 'Kind', isWords: true }, 'Amount']}
        rows={[
          ...lines.map(({ kind, id, label, cents }) => ({
            key: `${id} ${label}`,
            label: (
              <Anchor component="button" type="button" size="sm" onClick={() => goToRow({ table: kind, id })}>
                {label}
              </Anchor>
            ),
            cells: [kindWords[kind], formatMoney(cents)],
          })),
          {
            key: 'total',
            label: 'Total',
            tone: 'total',
            cells: ['', formatMoney(lines.reduce((sum, { cents }) => sum + cents, 0))],
          },
        ]}
      />
    </div>
  )
}
