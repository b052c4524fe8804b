import { Text, Title } from '@mantine/core'
import { comparePlans, type ComparedPlan } from '@shared/forecast/compared-plans'
import { comparisonSentence } from '@shared/forecast/comparison'
import type { Likely } from '@shared/forecast/likely'
import { settingsOf } from '@shared/plan/settings'
import { memo } from 'react'
import { ChartFigure } from '../../charts/ChartFigure'
import { comparedFigure, forecastFigure, monthTicks } from '../../charts/forecast-figure'
import { LinePicture } from '../../charts/LinePicture'
import { usePalette } from '../../charts/usePalette'
import { Card } from '../../components/Card'
import { LikelyLine } from '../../components/LikelyLine'
import { useForecast } from '../../stores/forecast'
import { cancelLikely, useLikely } from '../../stores/likely'
import { outlookOf } from '../../stores/outlook'
import type { PlanForecast } from '../../stores/plan-forecast'
import { ComparedTable } from './ComparedTable'
import styles from './if-we.module.css'

const likelyNote =
  'Likely range: 8 in 10 of 1,000 runs with the uncertain figures varied, the same in both, so that the difference comes from the change alone.'

type Props = {
  readonly isMoved: boolean
  /** What the levers change, in words. */
  readonly differs: readonly string[]
  /** The scenario that the levers start from; null: the current plan. */
  readonly scenario: string | null
}

/** The current plan, always drawn, and beside it what comes of the levers, or the scenario that they start from. */
export function Answer({ isMoved, differs, scenario }: Props) {
  const baseline = useForecast((state) => state.baseline)
  const preview = useForecast((state) => state.preview)
  const shown = useForecast((state) => state.shown)
  const tried = isMoved ? preview : scenario === null ? null : shown
  const before = useLikely(baseline)
  const after = useLikely(tried)
  if (!baseline) return null
  const name = scenario === null ? 'If we…' : isMoved ? `${scenario}, if we…` : scenario
  const sides = { baseline, tried, name, likelyBefore: before.likely, likelyAfter: after.likely }
  return (
    <div className={styles['answer']}>
      <Card>
        <Picture {...sides} />
      </Card>
      {tried ? (
        <>
          <Card>
            <Differences {...sides} tried={tried} />
            <LikelyLine
              sentence={before.likely && after.likely ? likelyNote : null}
              done={after.done ?? before.done}
              onCancel={cancelLikely}
            />
          </Card>
          {isMoved && (
            <Card>
              <Title order={2} size="h4">
                {scenario === null ? 'What differs' : `What differs from “${scenario}”`}
              </Title>
              <ul className={styles['differs']}>
                {differs.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </Card>
          )}
        </>
      ) : (
        <Card>
          <Text c="dimmed">Move a lever to see the change beside the current plan.</Text>
        </Card>
      )}
    </div>
  )
}

// Forecasts and ranges are values, so what is drawn from them is drawn again only where there are others: not when a lever
// has moved and its forecast is still to come, nor at each step of the runs.
type Sides = {
  readonly baseline: PlanForecast
  readonly tried: PlanForecast | null
  /** What the other side is called. */
  readonly name: string
  readonly likelyBefore: Likely | null
  readonly likelyAfter: Likely | null
}

const Picture = memo(function Picture({ baseline, tried, name, likelyBefore, likelyAfter }: Sides) {
  const palette = usePalette()
  const before = outlookOf(baseline)
  const after = tried && outlookOf(tried).headline
  const line = settingsOf(baseline.plan).atScaleShare / 10_000
  const figure = after
    ? comparedFigure(
        before.headline,
        after,
        { name, title: comparisonSentence(before.headline, after) },
        { baseline: likelyBefore?.summary ?? null, other: likelyAfter?.summary ?? null },
      )
    : forecastFigure(before, likelyBefore?.summary)
  return (
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
  )
})

const comparedPlan = (forecast: PlanForecast, likely: Likely | null): ComparedPlan => ({
  plan: forecast.plan,
  ledger: forecast.ledger,
  headline: outlookOf(forecast).headline,
  likely,
})

const Differences = memo(function Differences(sides: Sides & { readonly tried: PlanForecast }) {
  const before = comparedPlan(sides.baseline, sides.likelyBefore)
  const after = comparedPlan(sides.tried, sides.likelyAfter)
  return <ComparedTable lines={comparePlans(before, after)} name={sides.name} />
})
