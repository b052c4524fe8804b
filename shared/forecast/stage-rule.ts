import type { Change } from '../plan/change'
import { insertChange, rankAtEnd, removeChange, updateChange } from '../plan/edit'
import { newRow, rowsOf, type Plan } from '../plan/plan'
import { settingsOf } from '../plan/settings'
import { tables, type Row } from '../plan/tables'
import { fidelityOf, type Seen } from './evidence-rounds'
import { schoolsObserved } from './evidence-fidelity'
import { percent } from './figure'

export type StageName = Row<'stage'>['stage']

/** In their order; a school can go back. */
export const stageNames: readonly StageName[] = ['exploring', 'installing', 'initial', 'full']

export const stageWords: Readonly<Record<StageName, string>> = tables.stage.fields.stage.options

/** Where one school stands with one component: as the planner says, and as the observations would say. */
export type StageMark = {
  readonly unitId: string
  readonly componentId: string
  /** What the planner entered; null: nothing. */
  readonly row: Row<'stage'> | null
  /** Null where the observations agree with the planner or say nothing. */
  readonly suggested: StageName | null
  /** Why, where the observations say something. */
  readonly sentence: string | null
}

export type StageMatrix = {
  readonly schools: readonly Row<'unit'>[]
  readonly components: readonly Row<'component'>[]
  readonly markOf: (unitId: string, componentId: string) => StageMark
}

/** The rule in words, as it stands under the matrix. */
export const stageRule = (line: number): string =>
  `Full: at least ${percent(line)} of those observed last practice it with fidelity. Initial: somebody uses it. Before first use the observations cannot tell exploring from installing.`

type Verdict = { readonly suggested: StageName | null; readonly sentence: string | null }

/**
 * What the latest observations make of a stage (NIRN: full implementation is at least half of the intended practitioners
 * with fidelity, initial implementation begins with first use). Where nobody uses it, only a stage that says somebody
 * does is called into question.
 */
function verdictOf(stage: StageName | null, seen: Seen, line: number): Verdict {
  const share = fidelityOf(seen)
  const counts = `${seen.atFidelity} of ${seen.observed} with fidelity, ${seen.using} using it.`
  if (share >= line - 1e-9) return { suggested: stage === 'full' ? null : 'full', sentence: counts }
  if (seen.using > 0) return { suggested: stage === 'initial' ? null : 'initial', sentence: counts }
  const isSaidInUse = stage === 'initial' || stage === 'full'
  return { suggested: isSaidInUse ? 'installing' : null, sentence: counts }
}

const keyOf = (unitId: string, componentId: string): string => `${unitId} ${componentId}`

/** Schools and departments by component, in the planner's order, each pair with its stage. */
export function stageMatrix(plan: Plan): StageMatrix {
  const line = settingsOf(plan).atScaleShare / 10_000
  const rows = new Map([...plan.stage.values()].map((row) => [keyOf(row.unitId, row.componentId), row]))
  const seen = new Map(
    schoolsObserved(plan).flatMap(({ unit, components }) =>
      components.map((one) => [keyOf(unit.id, one.component.id), one.seen] as const),
    ),
  )
  return {
    schools: rowsOf(plan, 'unit').filter(({ kind }) => kind === 'school' || kind === 'department'),
    components: rowsOf(plan, 'component'),
    markOf: (unitId, componentId) => {
      const row = rows.get(keyOf(unitId, componentId)) ?? null
      const here = seen.get(keyOf(unitId, componentId))
      const verdict = here ? verdictOf(row?.stage ?? null, here, line) : { suggested: null, sentence: null }
      return { unitId, componentId, row, ...verdict }
    },
  }
}

export type StageCell = { readonly unitId: string; readonly componentId: string }

/** What the planner says of one or several cells; `stage` null takes the stage away. Fields left out stay as they are. */
export type StageValues = {
  readonly stage: StageName | null
  readonly sinceMonth?: string | null
  readonly evidence?: string | null
}

/** Gives every cell the same stage, as one set of changes. */
export function stageChanges(
  plan: Plan,
  cells: readonly StageCell[],
  { stage, ...more }: StageValues,
  newId: () => string,
): Change[] {
  const rows = new Map(rowsOf(plan, 'stage').map((row) => [keyOf(row.unitId, row.componentId), row]))
  const rank = rankAtEnd(plan, 'stage')
  let added = 0
  return cells.flatMap(({ unitId, componentId }): Change[] => {
    const row = rows.get(keyOf(unitId, componentId))
    if (stage === null) return row ? [removeChange('stage', row)] : []
    if (row) {
      const change = updateChange(row, 'stage', { stage, ...more })
      return change ? [change] : []
    }
    added += 1
    return [insertChange('stage', newRow('stage', newId(), { unitId, componentId, stage, ...more }, rank + added - 1))]
  })
}
