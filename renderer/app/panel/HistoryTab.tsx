import { Text } from '@mantine/core'
import type { RowHistoryEntry } from '@shared/contract/workbook'
import { rowWords, type RowWords } from '@shared/plan/row-changes'
import { useSheetHost } from '../../components/DataSheet/sheet-host'
import type { RowPlace } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'
import styles from './panel.module.css'
import { useRowHistory } from './use-row-history'

const moment = (at: string): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })

const what: Readonly<Record<RowWords['kind'], string | null>> = {
  insert: 'Added',
  remove: 'Deleted',
  move: 'Moved in the order of rows',
  update: null,
}

/** What was done to this row, the newest first: when, by whom, and what stood there before and after. */
export function HistoryTab({ place }: { readonly place: RowPlace }) {
  const history = useRowHistory(place)
  if (history === null) return null
  if (!history.ok) return <Text role="alert">{history.error.message}</Text>
  if (history.value.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing was done to this row since the workbook keeps a history.
      </Text>
    )
  }
  return (
    <ol className={styles['list']}>
      {history.value.map((entry) => (
        <li key={entry.sequence} className={styles['entry']}>
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function Entry({ entry }: { readonly entry: RowHistoryEntry }) {
  const { names } = useSheetHost()
  const isInScenario = entry.target !== 'plan'
  const scenario = useWorkbook((s) =>
    entry.target === 'plan' ? null : (s.scenarios.find((one) => one.id === scenarioOf(entry))?.name ?? null),
  )
  return (
    <>
      <Text size="sm" fw={600}>
        {entry.label}
      </Text>
      <Text size="xs" c="dimmed">
        {moment(entry.at)}, {entry.actor}
        {isInScenario && `, in the scenario ${scenario === null ? '' : `“${scenario}”`}`}
      </Text>
      {entry.changes.map((change) => {
        const words = rowWords(change, names)
        return <ChangeWords key={change.kind} words={words} />
      })}
    </>
  )
}

const scenarioOf = ({ target }: RowHistoryEntry): string | null => (target === 'plan' ? null : target.scenarioId)

function ChangeWords({ words }: { readonly words: RowWords }) {
  const sentence = what[words.kind]
  return (
    <>
      {sentence !== null && <Text size="sm">{sentence}</Text>}
      {words.kind === 'update' && words.fields.length > 0 && (
        <dl className={styles['changes']}>
          {words.fields.map(({ key, label, before, after }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <del className={styles['before']}>{before === '' ? 'empty' : before}</del> →{' '}
                <span>{after === '' ? 'empty' : after}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
