import { day, reference, requiredMonth, requiredText, text } from '../field'
import { defineTable } from '../table'

export const milestone = defineTable({
  label: 'Milestones',
  labelOne: 'Milestone',
  help: 'Points in time by which something has to be done.',
  naturalKey: ['name', 'month'],
  fields: {
    name: requiredText({ label: 'Milestone', help: 'What has to be done.' }),
    unitId: reference({ label: 'School', help: 'Where; empty: district-wide.', table: 'unit' }),
    waveId: reference({ label: 'Wave', help: 'For which wave.', table: 'wave' }),
    month: requiredMonth({ label: 'By', help: 'Month by which it has to be done.' }),
    owner: text({ label: 'Owner', help: 'Who answers for it (a role or a code).' }),
    doneOn: day({ label: 'Done on', help: 'Day it was done; empty: not yet.' }),
  },
})
