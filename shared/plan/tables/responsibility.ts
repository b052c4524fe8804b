import { reference, requiredText, text, yesNo } from '../field'
import { defineTable } from '../table'

export const responsibility = defineTable({
  label: 'Responsibilities',
  labelOne: 'Responsibility',
  help: 'What must be carried for the practice to last, who carries it and who could take over.',
  naturalKey: ['name', 'unitId'],
  fields: {
    name: requiredText({ label: 'What must be carried', help: 'Training, coaching, data, leadership, onboarding…' }),
    unitId: reference({ label: 'Where', help: 'School or district; empty: district-wide.', table: 'unit' }),
    isRequired: yesNo({ label: 'Required', help: 'Yes: the practice falls without it.', default: true }),
    carriedBy: text({ label: 'Carried by', help: 'A role or a code; empty: nobody.' }),
    backup: text({ label: 'Backed up by', help: 'Who could take over at once; empty: nobody.' }),
  },
})
