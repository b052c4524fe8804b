import { layOver } from '@shared/plan/lay-over'
import { useEffect, useMemo, useState } from 'react'
import { compare } from '../../stores/forecast'
import { offeredScenarios } from '../../stores/scenarios'
import { useWorkbook } from '../../stores/workbook'

const most = 4

/** Which scenarios stand side by side, four at most; their forecasts are kept in step with the plan meanwhile. */
export function useComparedScenarios() {
  const plan = useWorkbook((state) => state.currentPlan)
  const all = useWorkbook((state) => state.scenarios)
  const scenarios = useMemo(() => offeredScenarios(all), [all])
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null)
  const there = scenarios.map(({ id }) => id)
  const chosen = new Set(picked === null ? there.slice(0, 2) : there.filter((id) => picked.has(id)).slice(0, most))
  const key = [...chosen].join(' ')
  useEffect(() => {
    const ids = new Set(key.split(' '))
    const wanted = scenarios.filter(({ id }) => ids.has(id))
    compare(new Map(wanted.map(({ id, changes }) => [id, layOver(plan, changes).plan])))
  }, [plan, scenarios, key])
  useEffect(() => () => compare(new Map()), [])
  const choose = (id: string, isOn: boolean): void => {
    const next = new Set(chosen)
    if (isOn) next.add(id)
    else next.delete(id)
    setPicked(next)
  }
  return { chosen, choose, isFull: chosen.size >= most }
}
