import { dataAges } from '@shared/forecast/data-age'
import { planRow } from '@shared/plan/plan'
import { IconClock, IconClockExclamation } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useSheetHost } from '../../components/DataSheet/sheet-host'
import type { RowPlace } from '../../stores/interface'
import styles from './panel.module.css'

/** From when the newest figures about a row are; those of more than a year ago are marked. */
export function DataAges({ place }: { readonly place: RowPlace }) {
  const { plan } = useSheetHost()
  const ages = useMemo(() => {
    const row = planRow(plan)
    return row ? dataAges(plan, row.asOfMonth ?? row.startMonth, place) : []
  }, [plan, place])
  if (ages.length === 0) return null
  return (
    <ul className={styles['ages']}>
      {ages.map(({ kind, sentence, isOld }) => (
        <li key={kind} data-old={isOld || undefined}>
          {isOld ? <IconClockExclamation size={14} aria-hidden /> : <IconClock size={14} aria-hidden />}
          <span>
            {isOld && <strong>More than a year old: </strong>}
            {sentence}
          </span>
        </li>
      ))}
    </ul>
  )
}
