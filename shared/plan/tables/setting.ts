import { choice, number, requiredText, text } from '../field'
import { defineTable } from '../table'
import { gradeOptions } from './grade'

export const setting = defineTable({
  label: 'Settings',
  labelOne: 'Setting',
  help: 'Lines, rates and rules that the planner changed; what has no row here stands at its default.',
  naturalKey: ['key'],
  uniqueKey: ['key'],
  fields: {
    key: requiredText({ label: 'Setting', help: 'Which setting.', maxLength: 60 }),
    value: requiredText({ label: 'Value', help: 'The value; lists are separated by "; ".', maxLength: 400 }),
    low: number({ label: 'Low', help: 'Lowest value that is still plausible.', unit: '', min: -1e12, max: 1e12 }),
    high: number({ label: 'High', help: 'Highest value that is still plausible.', unit: '', min: -1e12, max: 1e12 }),
    source: text({ label: 'Source', help: 'Where the value comes from.', maxLength: 400 }),
    grade: choice({ label: 'Grade', help: 'How well the value is supported.', options: gradeOptions }),
  },
})
