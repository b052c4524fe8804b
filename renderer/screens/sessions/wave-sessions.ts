import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd } from '@shared/plan/edit'
import { newRow, rowsOf, type Plan } from '@shared/plan/plan'

/** One first training a wave, on all components, in the month in which the wave starts; waves without a month get none. */
export function waveSessions(plan: Plan, newId: () => string): Change[] {
  const components = rowsOf(plan, 'component')
  const hours = Math.max(0, ...components.map(({ trainingHoursNeeded }) => trainingHoursNeeded))
  const rank = rankAtEnd(plan, 'session')
  const starts = rowsOf(plan, 'wave').flatMap(({ id, name, startMonth }) =>
    startMonth === null ? [] : [{ id, name, month: startMonth }],
  )
  return starts.map(({ id, name, month }, i) => {
    const row = newRow(
      'session',
      newId(),
      {
        title: `First training, ${name}`,
        componentIds: components.map((component) => component.id),
        waveIds: [id],
        month,
        hours,
        methods: ['theory', 'demonstration', 'practice'],
      },
      rank + i,
    )
    return insertChange('session', row)
  })
}
