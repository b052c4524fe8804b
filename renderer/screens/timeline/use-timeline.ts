import { timelineOf, type Timeline } from '@shared/forecast/timeline'
import { planRow } from '@shared/plan/plan'
import { settingsOf } from '@shared/plan/settings'
import { useMemo } from 'react'
import { useForecast } from '../../stores/forecast'
import { outlookOf } from '../../stores/outlook'
import { useWorkbook } from '../../stores/workbook'

export type ShownTimeline = Timeline & {
  readonly calendar: readonly number[]
  /** 1–12. */
  readonly fiscalYearStart: number
}

/** The timeline of the plan that is shown, with what the last forecast says. */
export function useTimeline(): ShownTimeline {
  const plan = useWorkbook((s) => s.plan)
  const shown = useForecast((s) => s.shown)
  return useMemo(() => {
    const cliffs = shown === null ? [] : outlookOf(shown).headline.cliffs
    const timeline = timelineOf(plan, { forecasts: shown?.forecasts ?? [], cliffs })
    return {
      ...timeline,
      calendar: settingsOf(plan).calendar,
      fiscalYearStart: planRow(plan)?.fiscalYearStart ?? 7,
    }
  }, [plan, shown])
}
