import { sheetLayoutSchema } from '@shared/contract/sheet-layout'
import type { SavedView } from '@shared/contract/workbook'
import type { SheetView } from '../components/DataSheet/sheet-host'

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Saved views as sheets know them; one that cannot be read, from a later version or a damaged file, is passed over. */
export const sheetViews = (views: readonly SavedView[]): readonly SheetView[] =>
  views.flatMap(({ sheet, name, json }) => {
    const layout = sheetLayoutSchema.safeParse(parsed(json))
    return layout.success ? [{ sheetId: sheet, name, layout: layout.data }] : []
  })
