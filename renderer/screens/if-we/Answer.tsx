import { Text, Title } from '@mantine/core'
import { comparePlans } from '@shared/forecast/compared-plans'
import { comparisonSentence } from '@shared/forecast/comparison'
import { settingsOf } from '@shared/plan/settings'
import { ChartFigure } from '../../charts/ChartFigure'
import { comparedFigure, forecastFigure, monthTicks } from '../../charts/forecast-figure'
import { LinePicture } from '../../charts/LinePicture'
import { usePalette } from '../../charts/usePalette'
import { Card } from '../../components/Card'
import { LikelyLine } from '../../components/LikelyLine'
import { useForecast } from '../../stores/forecast'
import { cancelLikely, useLikely } from '../../stores/likely'
import { outlookOf } from '../../stores/outlook'
import { ComparedTable } from './ComparedTable'
import styles from './if-we.module.css'

const other = 'If we…'

const likelyNote =
  'Likely range: 8 in 10 of 1,000 runs with the uncertain figures varied, the same in both, so that the difference comes from the change alone.'

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
  const likelyBefore = useLikely(baseline)
  const likelyAfter = useLikely(isMoved ? tried : null)
  if (!baseline) return null
  const before = outlookOf(baseline)
  const after = isMoved && tried ? outlookOf(tried) : null
  const line = settingsOf(baseline.plan).atScaleShare / 10_000
  const figure = after
    ? comparedFigure(
        before.headline,
        after.headline,
        { name: other, title: comparisonSentence(before.headline, after.headline) },
        { baseline: likelyBefore.likely?.summary ?? null, other: likelyAfter.likely?.summary ?? null },
      )
    : forecastFigure(before, likelyBefore.likely?.summary)
  const ranges = [likelyBefore.likely, likelyAfter.likely] as const
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
      {after && tried ? (
        <>
          <Card>
            <ComparedTable
              lines={comparePlans(
                { plan: baseline.plan, ledger: baseline.ledger, headline: before.headline, likely: ranges[0] },
                { plan: tried.plan, ledger: tried.ledger, headline: after.headline, likely: ranges[1] },
              )}
              name={other}
            />
            <LikelyLine
              sentence={ranges.every((range) => range !== null) ? likelyNote : null}
              done={likelyAfter.done ?? likelyBefore.done}
              onCancel={cancelLikely}
            />
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
