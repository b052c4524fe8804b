import { day, longText, reference, requiredChoice, requiredDay, requiredText, text } from '../field'
import { defineTable } from '../table'

export const barrier = defineTable({
  label: 'Barriers',
  labelOne: 'Barrier',
  help: 'What stands in the way. A barrier is never dropped: it is closed with a resolution, or escalated.',
  naturalKey: ['raisedOn', 'description'],
  fields: {
    raisedOn: requiredDay({ label: 'Raised on', help: 'Day it was raised.' }),
    description: requiredText({ label: 'Barrier', help: 'What stands in the way.', maxLength: 1000 }),
    unitId: reference({ label: 'Where', help: 'School; empty: district-wide.', table: 'unit' }),
    level: requiredChoice({
      label: 'Level',
      help: 'Who can remove it.',
      options: { team: 'Team', school: 'School', district: 'District', region: 'Region', state: 'State' },
      default: 'school',
    }),
    escalatedTo: text({ label: 'Escalated to', help: 'To whom it was passed on.' }),
    owner: text({ label: 'Owner', help: 'Who answers for it (a role or a code).' }),
    closedOn: day({ label: 'Closed on', help: 'Day it was removed.' }),
    resolution: longText({ label: 'Resolution', help: 'How it was removed.' }),
  },
})
