import type { Plan } from '@shared/plan/plan'
import { useEffect, useState } from 'react'
import { readVersion } from '../../../stores/records'

/** The plan that a version holds; null until it is read, and where there is none to read. */
export function useVersion(id: string | null): Plan | null {
  const [read, setRead] = useState<{ readonly id: string; readonly plan: Plan } | null>(null)
  useEffect(() => {
    if (id === null) return undefined
    let isWanted = true
    void readVersion(id).then((plan) => {
      if (isWanted && plan) setRead({ id, plan })
    })
    return () => {
      isWanted = false
    }
  }, [id])
  return read?.id === id ? read.plan : null
}
