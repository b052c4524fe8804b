import { longText, month, requiredChoice, requiredReference } from '../field'
import { defineTable } from '../table'

export const stage = defineTable({
  label: 'Stages',
  labelOne: 'Stage',
  help: 'Where each school stands with each component, as the planner sees it. It can go back.',
  naturalKey: ['componentId', 'unitId'],
  uniqueKey: ['componentId', 'unitId'],
  parent: 'unitId',
  fields: {
    componentId: requiredReference({ label: 'Component', help: 'Which component.', table: 'component' }),
    unitId: requiredReference({ label: 'School', help: 'Which school.', table: 'unit' }),
    stage: requiredChoice({
      label: 'Stage',
      help: 'Exploring the need, installing what it takes, first use, or full use.',
      options: { exploring: 'Exploring', installing: 'Installing', initial: 'Initial', full: 'Full' },
      default: 'exploring',
    }),
    sinceMonth: month({ label: 'Since', help: 'Month since which this stage holds.' }),
    evidence: longText({ label: 'Evidence', help: 'What shows that this stage is reached.' }),
  },
})
