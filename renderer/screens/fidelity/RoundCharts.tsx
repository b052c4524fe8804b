import { Group, Text, Title } from '@mantine/core'
import { componentTrends, roundsSinceStart, schoolsObserved } from '@shared/forecast/evidence-fidelity'
import { fidelityOf, seenIn, type Round } from '@shared/forecast/evidence-rounds'
import { counted, percent } from '@shared/forecast/figure'
import { dayWords } from '@shared/plan/day'
import { settingsOf } from '@shared/plan/settings'
import { useMemo, type ReactNode } from 'react'
import { ChartFigure } from '../../charts/ChartFigure'
import { DotPicture } from '../../charts/DotPicture'
import { LinePicture } from '../../charts/LinePicture'
import { usePalette } from '../../charts/usePalette'
import { Card } from '../../components/Card'
import { useWorkbook } from '../../stores/workbook'
import { schoolsFigure, scoresFigure, trendFigure } from './fidelity-figures'
import styles from './fidelity.module.css'

/** At most as many rounds as a line chart can show. */
const mostRounds = 60

function lastRoundWords(round: Round): string {
  const seen = seenIn(round.rows)
  const schools = new Set(round.rows.map(({ unitId }) => unitId)).size
  const days =
    round.firstDay === round.lastDay
      ? dayWords(round.lastDay)
      : `${dayWords(round.firstDay)} to ${dayWords(round.lastDay)}`
  const share = seen ? percent(fidelityOf(seen)) : '–'
  return `${round.measure.name}, ${days}: ${counted(schools, 'school', 'schools')}, ${share} with fidelity over all components.`
}

type Props = { readonly rounds: readonly Round[]; readonly actions: ReactNode }

/** Where schools and components stand by the rounds, against the majority line and the criterion of the measure. */
export function RoundCharts({ rounds, actions }: Props) {
  const plan = useWorkbook((s) => s.plan)
  const palette = usePalette()
  const line = settingsOf(plan).atScaleShare / 10_000
  const since = useMemo(() => roundsSinceStart(plan, rounds), [plan, rounds])
  const shown = useMemo(() => since.slice(-mostRounds), [since])
  const schools = useMemo(() => schoolsObserved(plan, since), [plan, since])
  const bySchool = useMemo(() => schoolsFigure(schools, line), [schools, line])
  const scores = useMemo(() => scoresFigure(schools), [schools])
  const trend = useMemo(() => trendFigure(componentTrends(plan, shown), shown, line), [plan, shown, line])
  const last = rounds.at(-1)
  const marks = [{ value: line, label: `Majority line ${percent(line)}` }]
  return (
    <section aria-labelledby="rounds">
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="sm">
        <div>
          <Title order={2} id="rounds">
            {counted(rounds.length, 'round', 'rounds')} so far
          </Title>
          {last && (
            <Text size="sm" c="dimmed">
              Last: {lastRoundWords(last)}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            The pictures leave out what was seen at schools before they began.
          </Text>
        </div>
        {actions}
      </Group>
      {since.length > 0 && (
        <div className={styles['charts']}>
          <div className={styles['wide']}>
            <Card>
              <ChartFigure figure={trend}>
                <LinePicture figure={trend} palette={palette} height={280} domain={[0, 1]} marks={marks} />
              </ChartFigure>
            </Card>
          </div>
          <Card>
            <ChartFigure figure={bySchool}>
              <DotPicture figure={bySchool} palette={palette} domain={[0, 1]} marks={marks} />
            </ChartFigure>
          </Card>
          {scores && (
            <Card>
              <ChartFigure figure={scores.figure}>
                <DotPicture
                  figure={scores.figure}
                  palette={palette}
                  domain={[0, 1]}
                  marks={[{ value: scores.line, label: `Criterion ${percent(scores.line)}` }]}
                />
              </ChartFigure>
            </Card>
          )}
        </div>
      )}
    </section>
  )
}
