import { longText, requiredChoice, requiredDay, text } from '../field'
import { defineTable } from '../table'

export const report = defineTable({
  label: 'Reports made',
  labelOne: 'Report',
  help: 'Reports that were handed out, with the figures as printed, so that the next one can show the trend.',
  naturalKey: ['audience', 'date'],
  fields: {
    audience: requiredChoice({
      label: 'For',
      help: 'Who it is for.',
      options: { board: 'Board', cabinet: 'Cabinet', principal: 'Principals', team: 'Team' },
      default: 'board',
    }),
    date: requiredDay({ label: 'Date', help: 'Day of the report.' }),
    decisionAsked: longText({ label: 'Decision asked', help: 'What the readers are asked to decide.' }),
    contact: text({ label: 'Contact', help: 'Whom to ask.' }),
    figures: longText({ label: 'Figures', help: 'The figures as printed, kept by the program.' }),
  },
})
