import { gateAnswers } from '@shared/forecast/gate'
import { movesOf } from '@shared/forecast/run'
import { noFacts, timelineOf, type Timeline, type TimelineFacts } from '@shared/forecast/timeline'
import { planRow } from '@shared/plan/plan'
import { settingsOf } from '@shared/plan/settings'
import { useMemo } from 'react'
import { useForecast } from '../../stores/forecast'
import { outlookOf } from '../../stores/outlook'
import type { PlanForecast } from '../../stores/plan-forecast'
import { useWorkbook } from '../../stores/workbook'

export type ShownTimeline = Timeline & {
  readonly calendar: readonly number[]
  /** 1–12. */
  readonly fiscalYearStart: number
}

function factsOf(shown: PlanForecast): TimelineFacts {
  const { runs, headline } = outlookOf(shown)
  return {
    forecasts: shown.forecasts,
    cliffs: headline.cliffs,
    moves: movesOf(shown.plan, runs),
    gates: gateAnswers(shown.plan, runs, shown.ledger),
  }
}

/** The timeline of the plan that is shown, with what the last forecast says. */
export function useTimeline(): ShownTimeline {
  const plan = useWorkbook((s) => s.plan)
  const shown = useForecast((s) => s.shown)
  return useMemo(() => {
    return {
      ...timelineOf(plan, shown === null ? noFacts : factsOf(shown)),
      calendar: settingsOf(plan).calendar,
      fiscalYearStart: planRow(plan)?.fiscalYearStart ?? 7,
    }
  }, [plan, shown])
}
