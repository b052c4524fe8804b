import type { Change } from '@shared/plan/change'
import { insertChange, rankAtEnd } from '@shared/plan/edit'
import { newRow, type Plan } from '@shared/plan/plan'
import { newId } from '../../stores/bridge'

const roles = [
  { name: 'Teacher', kind: 'practitioner' },
  { name: 'Aide', kind: 'practitioner' },
  { name: 'Principal', kind: 'leader' },
  { name: 'Coach', kind: 'coach' },
] as const

/** The roles that most districts have. */
export const usualRoles = (plan: Plan): Change[] =>
  roles.map((values, i) => insertChange('role', newRow('role', newId(), values, rankAtEnd(plan, 'role') + i)))
