import type { ReportChart } from '@shared/report/report'
import type { RefObject } from 'react'
import { lightPalette } from '../../charts/palette'
import { ReportPicture } from '../../charts/ReportPicture'
import styles from './reports.module.css'

type Props = { readonly charts: readonly ReportChart[]; readonly stage: RefObject<HTMLDivElement | null> }

/** The charts once more, as they go into the file: light, 720 pixels wide, out of sight of eyes and screen readers. */
export function FileCharts({ charts, stage }: Props) {
  return (
    <div ref={stage} className={styles['offstage']} aria-hidden>
      {charts.map((chart) => (
        <div key={chart.id} data-chart={chart.id}>
          <ReportPicture chart={chart} palette={lightPalette} width={720} />
        </div>
      ))}
    </div>
  )
}
