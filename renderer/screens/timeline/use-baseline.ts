import { baselineOf, type Baseline } from '@shared/forecast/timeline-baseline'
import type { Plan } from '@shared/plan/plan'
import { useEffect, useMemo, useState } from 'react'
import { loadVersions, readVersion, useRecords } from '../../stores/records'
import { useTimelineView } from '../../stores/timeline-view'
import { useWorkbook } from '../../stores/workbook'

export type ShownBaseline = Baseline & { readonly name: string }

type ReadVersion = { readonly id: string; readonly plan: Plan }

/** The plan that is shown against the saved version that the planner chose; null where none is chosen or it is not read yet. */
export function useBaseline(): ShownBaseline | null {
  const plan = useWorkbook((s) => s.plan)
  const wanted = useTimelineView((s) => s.baseline)
  const version = useRecords((s) => s.versions?.find(({ id }) => id === wanted) ?? null)
  const [read, setRead] = useState<ReadVersion | null>(null)
  const id = version?.id ?? null
  useEffect(() => void loadVersions(), [])
  useEffect(() => {
    if (id === null) return undefined
    let isWanted = true
    void readVersion(id).then((found) => {
      if (isWanted && found) setRead({ id, plan: found })
    })
    return () => {
      isWanted = false
    }
  }, [id])
  return useMemo(
    () => (version && read?.id === version.id ? { ...baselineOf(plan, read.plan), name: version.name } : null),
    [plan, read, version],
  )
}
