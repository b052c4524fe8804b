import { figureOf, type FigureKey } from '@shared/forecast/headline'
import { likelySentence } from '@shared/forecast/likely'
import { settingsOf } from '@shared/plan/settings'
import { ChartFigure } from '../../charts/ChartFigure'
import { forecastFigure, monthTicks } from '../../charts/forecast-figure'
import { LinePicture } from '../../charts/LinePicture'
import { usePalette } from '../../charts/usePalette'
import { Card } from '../../components/Card'
import { LikelyLine } from '../../components/LikelyLine'
import { StatusTile } from '../../components/StatusTile'
import { explain, offerExplanation } from '../../stores/explanation'
import { useForecast } from '../../stores/forecast'
import { goTo } from '../../stores/interface'
import { cancelLikely, useLikely } from '../../stores/likely'
import { outlookOf } from '../../stores/outlook'
import type { PlanForecast } from '../../stores/plan-forecast'
import { AttentionList } from './AttentionList'
import { DistrictPhases } from './DistrictPhases'
import styles from './overview.module.css'

const tiles: readonly FigureKey[] = ['schoolsAtScale', 'fidelity', 'capacity', 'coaching', 'cost', 'recurringNeed']

/** The Overview of a plan that can be forecast. */
export function OutlookView({ forecast }: { readonly forecast: PlanForecast }) {
  const outlook = outlookOf(forecast)
  const palette = usePalette()
  const line = settingsOf(forecast.plan).atScaleShare / 10_000
  const { likely, done } = useLikely(forecast)
  const isRunning = useForecast((state) => state.isRunning)
  const figure = forecastFigure(outlook, likely?.summary)
  return (
    <>
      <section className={styles['tiles']} aria-label="Status" aria-busy={isRunning}>
        {tiles.map((key) => {
          const { label, text, sentence, status, screen } = figureOf(outlook.headline, key)
          return (
            <StatusTile
              key={key}
              label={label}
              figure={text}
              detail={sentence}
              status={status}
              onOpen={() => goTo(screen)}
              onExplain={() => explain({ kind: 'figure', key })}
              onFocus={(isInside) => offerExplanation(isInside ? { kind: 'figure', key } : null)}
            />
          )
        })}
      </section>
      <DistrictPhases runs={outlook.runs} />
      <div className={styles['columns']}>
        <Card>
          <ChartFigure figure={figure} order={2}>
            <LinePicture
              figure={figure}
              palette={palette}
              height={320}
              domain={[0, 1]}
              marks={[{ value: line, label: `At-scale line ${figure.format(line)}` }]}
              ticks={monthTicks(figure.categories)}
            />
          </ChartFigure>
          <LikelyLine
            sentence={likely && likelySentence(likely, outlook.headline.asOf)}
            done={done}
            onCancel={cancelLikely}
          />
        </Card>
        <AttentionList />
      </div>
    </>
  )
}
