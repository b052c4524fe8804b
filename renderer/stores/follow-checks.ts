import { thingsToCheck, type AttentionItem } from '@shared/forecast/attention'
import { ledgerOf } from '@shared/money/ledger'
import { partAgain, putItems } from './checks'
import { useForecast } from './forecast'
import { outlookOf } from './outlook'
import type { PlanForecast } from './plan-forecast'
import { useWorkbook } from './workbook'

// A forecast is a value: what is to be checked in it is looked for once.
const known = new WeakMap<PlanForecast, readonly AttentionItem[]>()

function itemsOf(forecast: PlanForecast): readonly AttentionItem[] {
  const items = known.get(forecast) ?? thingsToCheck(forecast.plan, outlookOf(forecast).runs, forecast.ledger)
  known.set(forecast, items)
  return items
}

function lookThrough(): void {
  const { shown, missing } = useForecast.getState()
  const { file, plan } = useWorkbook.getState()
  if (!file) putItems(null)
  else if (shown) putItems(itemsOf(shown))
  else if (missing.length > 0) putItems(thingsToCheck(plan, [], ledgerOf(plan)))
}

/** Long enough that quick edits are looked through once, short enough to seem at once. */
const pauseMilliseconds = 200

/**
 * Looks through the shown plan whenever its forecast has changed, once edits pause; what is set aside or taken up again
 * is known at once. Answers how to stop.
 */
export function followChecks(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const stops = [
    useForecast.subscribe((now, before) => {
      if (now.shown === before.shown && now.missing === before.missing) return
      clearTimeout(waiting)
      waiting = setTimeout(lookThrough, pauseMilliseconds)
    }),
    useWorkbook.subscribe((now, before) => {
      if (now.plan.note !== before.plan.note) partAgain()
    }),
  ]
  return () => {
    clearTimeout(waiting)
    for (const stop of stops) stop()
  }
}
