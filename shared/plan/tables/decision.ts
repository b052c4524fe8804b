import { day, longText, requiredDay, requiredText, text } from '../field'
import { defineTable } from '../table'

export const decision = defineTable({
  label: 'Decisions',
  labelOne: 'Decision',
  help: 'What was decided, on which data, and what came of it (plan, do, study, act).',
  naturalKey: ['date', 'question'],
  fields: {
    date: requiredDay({ label: 'Date', help: 'Day of the decision.' }),
    question: requiredText({ label: 'Question', help: 'What had to be decided.', maxLength: 1000 }),
    dataUsed: longText({ label: 'Data used', help: 'The figures it rested on.' }),
    decision: longText({ label: 'Decision', help: 'What was decided.' }),
    owner: text({ label: 'Owner', help: 'Who carries it out (a role or a code).' }),
    followUpOn: day({ label: 'Follow up on', help: 'Day on which it is looked at again.' }),
    result: longText({ label: 'Result', help: 'What came of it.' }),
  },
})
