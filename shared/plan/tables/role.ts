import { requiredChoice, requiredText } from '../field'
import { defineTable } from '../table'

export const role = defineTable({
  label: 'Roles',
  labelOne: 'Role',
  help: 'Kinds of staff. Practitioners are those whose practice is to change.',
  naturalKey: ['name'],
  uniqueKey: ['name'],
  fields: {
    name: requiredText({ label: 'Role', help: 'Teacher, aide, principal, coach…' }),
    kind: requiredChoice({
      label: 'Kind',
      help: 'What the role does in the rollout; only practitioners are counted in reach and fidelity.',
      options: {
        practitioner: 'Practitioner',
        leader: 'Leader',
        coach: 'Coach',
        systems: 'System builder',
        other: 'Other',
      },
      default: 'practitioner',
    }),
  },
})
