import type { AccessFinding } from '@shared/report/access/access-document'
import { rowOfWords } from '@shared/report/access/row-of-words'
import type { SectionId } from '@shared/report/report'
import { goToRow, goToTable } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'

/** Ids of what can be typed or chosen beside the report. */
export const fieldIds = {
  decisionAsked: 'report-decision',
  contact: 'report-contact',
  besides: 'report-besides',
} as const

/** The id of a block of the report as it is shown. */
export const blockId = (sectionId: SectionId, blockAt: number): string => `report-${sectionId}-${blockAt}`

const focus = (id: string): void => {
  const element = document.getElementById(id)
  element?.scrollIntoView({ block: 'nearest' })
  element?.focus()
}

/** A way to where a finding can be mended, and what it is called. */
export type WayThere = { readonly label: string; readonly go: () => void }

/** The way to what a finding is about: a field beside the report, the row of the plan in which its words stand, or the place in the report. Null for what is nowhere. */
export function wayTo({ place, quote }: AccessFinding): WayThere | null {
  if (place?.kind === 'field') return { label: 'Go to the field', go: () => focus(fieldIds[place.field]) }
  if (place?.kind === 'district') return { label: 'Go to the plan', go: () => goToTable('plan') }
  const row = quote === null ? null : rowOfWords(useWorkbook.getState().plan, quote)
  if (row) return { label: 'Go to the row', go: () => goToRow(row) }
  if (place === null) return null
  return { label: 'Show it', go: () => focus(blockId(place.sectionId, place.blockAt)) }
}
