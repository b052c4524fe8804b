import type { Answer } from '@shared/contract/error'
import type { RowHistoryEntry } from '@shared/contract/workbook'
import { useEffect, useState } from 'react'
import { call } from '../../stores/bridge'
import type { RowPlace } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'

// enough for any row that people edit by hand; what is older stands in the history of the workbook
const limit = 200

/** What the file said, as of which commit. */
type Known = { readonly sequence: number; readonly said: Answer<readonly RowHistoryEntry[]> }

/** The commits that touched a row of the plan that is shown, the latest first; null until the file has answered. */
export function useRowHistory({ table, id }: RowPlace): Answer<readonly RowHistoryEntry[]> | null {
  const sessionId = useWorkbook((s) => s.file?.sessionId)
  const target = useWorkbook((s) => s.target)
  const sequence = useWorkbook((s) => s.sequence)
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    if (sessionId === undefined) return undefined
    let isWanted = true
    void call('workbook.rowHistory', { sessionId, target, table, rowId: id, limit }).then((said) => {
      // any commit may have touched the row, so each asks anew; the latest answer stands until the next is there
      if (isWanted) setKnown({ sequence, said })
    })
    return () => {
      isWanted = false
    }
  }, [sessionId, target, sequence, table, id])
  return known?.said ?? null
}
