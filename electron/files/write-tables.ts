import type { Answer } from '@shared/contract/error'
import { pickListWords, tablesToSheets } from '@shared/exchange/table-sheet'
import { namesOf } from '@shared/plan/names'
import type { Plan } from '@shared/plan/plan'
import { districtOf } from '@shared/plan/words'
import { writeWhole } from './atomic-write'
import { tableBookBytes } from './table-book'

export type TablesToWrite = {
  readonly plan: Plan
  /** The scenario laid over the plan; null: the plan itself. */
  readonly scenario: string | null
  /** Day of the export, `YYYY-MM-DD`. */
  readonly day: string
}

/** Writes every table of a plan as a sheet of one .xlsx, which can be edited and imported again. */
export const writeTables = async (
  path: string,
  { plan, scenario, day }: TablesToWrite,
  progress: (done: number) => void = () => undefined,
): Promise<Answer<{ path: string }>> => {
  const names = namesOf(plan)
  const content = {
    district: districtOf(plan),
    scenario,
    day,
    sheets: tablesToSheets(plan),
    namesOf: (table: Parameters<typeof pickListWords>[1]) => pickListWords(plan, table, names),
  }
  return writeWhole(path, await tableBookBytes(content, progress))
}
