import { ledgerOf, type Ledger } from '@shared/money/ledger'
import type { Plan } from '@shared/plan/plan'
import { useForecast } from './forecast'
import { useWorkbook } from './workbook'

// a plan is a value: the same object has the same ledger
const known = new WeakMap<Plan, Ledger>()

/** Every cost of a plan as it alone says it, without a forecast. */
export function plainLedger(plan: Plan): Ledger {
  const ledger = known.get(plan) ?? ledgerOf(plan)
  known.set(plan, ledger)
  return ledger
}

/**
 * Every cost of the plan that is shown: as its forecast has it, with the moves that wait for the at-scale test, and as
 * the plan alone says it where there is no forecast of it.
 */
export function useLedger(): Ledger {
  const plan = useWorkbook((s) => s.plan)
  const shown = useForecast((s) => s.shown)
  return shown?.plan === plan ? shown.ledger : plainLedger(plan)
}
