import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd } from '@shared/plan/edit'
import { foldText } from '@shared/plan/names'
import { newRow, type Plan } from '@shared/plan/plan'
import type { StarterComponent } from './starter-sets'

/** The names of the plan's components, as they are compared. */
const idsByName = (plan: Pick<Plan, 'component'>): Map<string, string> =>
  new Map([...plan.component.values()].map(({ id, name }) => [foldText(name), id]))

/** True where the plan has a component of that name. */
export const isThere = (plan: Pick<Plan, 'component'>, { name }: StarterComponent): boolean =>
  idsByName(plan).has(foldText(name))

/**
 * The changes that add components of a starter set; those whose name the plan has already are left as they are. What a
 * component needs first is linked where it is chosen too, or in the plan already.
 */
export function starterChanges(plan: Plan, chosen: readonly StarterComponent[], newId: () => string): Change[] {
  const ids = idsByName(plan)
  const added = chosen.filter(({ name }) => !ids.has(foldText(name)))
  for (const { name } of added) ids.set(foldText(name), newId())
  const rank = rankAtEnd(plan, 'component')
  return added.map(({ needs, ...values }, i) => {
    const prerequisiteIds = needs.flatMap((name) => ids.get(foldText(name)) ?? [])
    return insertChange(
      'component',
      newRow('component', ids.get(foldText(values.name)) ?? newId(), { ...values, prerequisiteIds }, rank + i),
    )
  })
}
