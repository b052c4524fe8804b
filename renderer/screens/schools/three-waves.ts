import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd } from '@shared/plan/edit'
import { addMonths } from '@shared/plan/month'
import { newRow, planRow, type Plan } from '@shared/plan/plan'
import { newId } from '../../stores/bridge'

const waves = [
  { name: 'Pilot', kind: 'pilot', afterMonths: 0 },
  { name: 'Wave 1', kind: 'scale', afterMonths: 12 },
  { name: 'Wave 2', kind: 'scale', afterMonths: 24 },
] as const

/** A pilot at the start of the plan and a wave in each of the two years after it; nobody is in them yet. */
export function threeWaves(plan: Plan): Change[] {
  const start = planRow(plan)?.startMonth ?? null
  const rank = rankAtEnd(plan, 'wave')
  return waves.map(({ name, kind, afterMonths }, i) => {
    const startMonth = start === null ? null : addMonths(start, afterMonths)
    return insertChange('wave', newRow('wave', newId(), { name, kind, startMonth }, rank + i))
  })
}
