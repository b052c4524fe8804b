import { Text, Title } from '@mantine/core'
import { compareHeadlines, type ComparedLine } from '@shared/forecast/comparison'
import { movesOf } from '@shared/forecast/run'
import { monthWords } from '@shared/plan/month'
import type { Plan } from '@shared/plan/plan'
import { useEffect, useMemo, useState } from 'react'
import { Card } from '../../components/Card'
import { JumpList } from '../../components/JumpList'
import { PlainTable } from '../../components/PlainTable'
import { useForecast } from '../../stores/forecast'
import { goToRow } from '../../stores/interface'
import { outlookOf } from '../../stores/outlook'
import { forecastPlan, type PlanForecast } from '../../stores/plan-forecast'

const withoutMoves = (plan: Plan): Plan => ({ ...plan, reorganisationMove: new Map() })

/** What the moves change in the forecast of a plan; null until both forecasts are there. */
function useChanges(shown: PlanForecast | null): readonly ComparedLine[] | null {
  const [found, setFound] = useState<{ readonly of: PlanForecast; readonly lines: readonly ComparedLine[] } | null>(
    null,
  )
  const others = useMemo(() => (shown ? withoutMoves(shown.plan) : null), [shown])
  useEffect(() => {
    if (!shown || !others) return undefined
    let isWanted = true
    void forecastPlan(others).then((without) => {
      if (!isWanted || !without.ok) return
      const lines = compareHeadlines(outlookOf(without.value).headline, outlookOf(shown).headline)
      setFound({ of: shown, lines: lines.filter(({ difference }) => difference !== '') })
    })
    return () => {
      isWanted = false
    }
  }, [shown, others])
  return found?.of === shown ? found.lines : null
}

function finding(months: readonly (string | null)[]): string {
  const made = months.flatMap((month) => month ?? []).toSorted()
  if (made.length === 0) return 'No move is made within this forecast'
  const [first = ''] = made
  const count = made.length === months.length ? 'The moves begin' : `${made.length} of ${months.length} moves are made,`
  return `${count} in ${monthWords(first)}`
}

/** When the moves of the reorganization are made on this forecast, and the forecast before and after them. */
export function MovesAtScale() {
  const shown = useForecast((s) => s.shown)
  const changes = useChanges(shown)
  const moves = useMemo(() => (shown ? movesOf(shown.plan, outlookOf(shown).runs) : []), [shown])
  if (moves.length === 0) return null
  return (
    <>
      <Card>
        <Title order={2} size="h3">
          {finding(moves.map(({ month }) => month))}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          Moves wait for the at-scale test: before it has held, everyone goes on with what they do.
        </Text>
        <JumpList
          label="Moves"
          items={moves.map(({ move, sentence }) => ({
            key: move.id,
            sentence,
            onGo: () => goToRow({ table: 'reorganisationMove', id: move.id }),
          }))}
        />
      </Card>
      {changes && (
        <PlainTable
          title="The forecast without and with them"
          firstHead="What changes"
          head={['Without the moves', 'With the moves', 'Difference']}
          rows={changes.map(({ key, label, before, after, difference }) => ({
            key,
            label,
            cells: [before, after, difference],
          }))}
          empty="The forecast is the same with and without the moves."
        />
      )}
    </>
  )
}
