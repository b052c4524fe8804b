import { Text, Title } from '@mantine/core'
import { compareHeadlines, comparisonSentence } from '@shared/forecast/comparison'
import { settingsOf } from '@shared/plan/settings'
import { ChartFigure } from '../../charts/ChartFigure'
import { comparedFigure, forecastFigure, monthTicks } from '../../charts/forecast-figure'
import { LinePicture } from '../../charts/LinePicture'
import { usePalette } from '../../charts/usePalette'
import { Card } from '../../components/Card'
import { useForecast } from '../../stores/forecast'
import { outlookOf } from '../../stores/outlook'
import { ComparedTable } from './ComparedTable'
import styles from './if-we.module.css'

const other = 'If we…'

type Props = {
  readonly isMoved: boolean
  /** What differs from the current plan, in words. */
  readonly differs: readonly string[]
}

/** The current plan, always drawn, and beside it what comes of the levers. */
export function Answer({ isMoved, differs }: Props) {
  const baseline = useForecast((state) => state.baseline)
  const tried = useForecast((state) => state.preview)
  const palette = usePalette()
  if (!baseline) return null
  const before = outlookOf(baseline)
  const after = isMoved && tried ? outlookOf(tried) : null
  const line = settingsOf(baseline.plan).atScaleShare / 10_000
  const figure = after
    ? comparedFigure(before.headline, after.headline, other, comparisonSentence(before.headline, after.headline))
    : forecastFigure(before)
  return (
    <div className={styles['answer']}>
      <Card>
        <ChartFigure figure={figure} order={2}>
          <LinePicture
            figure={figure}
            palette={palette}
            height={300}
            domain={[0, 1]}
            marks={[{ value: line, label: `At-scale line ${figure.format(line)}` }]}
            ticks={monthTicks(figure.categories)}
          />
        </ChartFigure>
      </Card>
      {after ? (
        <>
          <Card>
            <ComparedTable lines={compareHeadlines(before.headline, after.headline)} name={other} />
          </Card>
          <Card>
            <Title order={2} size="h4">
              What differs
            </Title>
            <ul className={styles['differs']}>
              {differs.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </Card>
        </>
      ) : (
        <Card>
          <Text c="dimmed">Move a lever to see the change beside the current plan.</Text>
        </Card>
      )}
    </div>
  )
}
