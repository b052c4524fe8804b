import { Text, Title } from '@mantine/core'
import { compareHeadlines, comparisonSentence, type ComparedLine } from '@shared/forecast/comparison'
import { percent } from '@shared/forecast/figure'
import { chanceAtScale, endRange, type Likely } from '@shared/forecast/likely'
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

/** How sure it is, as further lines of the comparison; none until the runs of both are there. */
function likelyLines(before: Likely | null, after: Likely | null): ComparedLine[] {
  if (!before || !after) return []
  const [was, is] = [before.summary, after.summary]
  const points = Math.round((chanceAtScale(is) - chanceAtScale(was)) * 100)
  const difference = points === 0 ? '' : `${points > 0 ? '+' : '−'}${Math.abs(points)} points`
  const chance = { before: percent(chanceAtScale(was)), after: percent(chanceAtScale(is)), difference }
  const range = { before: endRange(was), after: endRange(is) }
  return [
    { key: 'chance', label: 'Chance of getting to scale', ...chance },
    {
      key: 'range',
      label: 'Likely range at the end',
      ...range,
      difference: range.before === range.after ? '' : 'moved',
    },
  ]
}

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
      {after ? (
        <>
          <Card>
            <ComparedTable
              lines={[...compareHeadlines(before.headline, after.headline), ...likelyLines(...ranges)]}
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
