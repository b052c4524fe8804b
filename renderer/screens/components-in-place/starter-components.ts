import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd } from '@shared/plan/edit'
import { newRow, type Plan } from '@shared/plan/plan'
import { newId } from '../../stores/bridge'

const literacy = [
  {
    name: 'Daily explicit reading lesson',
    description: 'Every class has a daily lesson in which the skill is shown, practiced together, then alone.',
    minimumPractice: 'Four days a week, 45 minutes, with the shared lesson outline.',
    trainingHoursNeeded: 14,
  },
  {
    name: 'Small groups by need',
    description: 'Students who need more get it in groups of five or fewer, formed from current data.',
    minimumPractice: 'Three sessions of 25 minutes a week; groups are formed anew every six weeks.',
    trainingHoursNeeded: 14,
  },
  {
    name: 'Data talks',
    description: 'Grade teams look at results together and decide what to change in the next weeks.',
    minimumPractice: 'Once a month, with notes of what was decided.',
    trainingHoursNeeded: 7,
  },
] as const

/** A first set of components in plain words, to be changed as the district needs. */
export const starterComponents = (plan: Plan): Change[] =>
  literacy.map((values, i) =>
    insertChange('component', newRow('component', newId(), values, rankAtEnd(plan, 'component') + i)),
  )
