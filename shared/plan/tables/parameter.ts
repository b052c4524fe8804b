import { choice, number, requiredText, text } from '../field'
import { defineTable } from '../table'
import { gradeOptions } from './grade'

export const parameter = defineTable({
  label: 'Model parameters',
  labelOne: 'Model parameter',
  help: 'Parameters of the forecast that the planner or a calibration changed; the others stand at their base value.',
  naturalKey: ['key'],
  uniqueKey: ['key'],
  fields: {
    key: requiredText({ label: 'Parameter', help: 'Which parameter of the model.', maxLength: 60 }),
    value: requiredText({ label: 'Value', help: 'The value used.', maxLength: 60 }),
    low: number({ label: 'Low', help: 'Lowest value that is still plausible.', unit: '', min: -1e12, max: 1e12 }),
    high: number({ label: 'High', help: 'Highest value that is still plausible.', unit: '', min: -1e12, max: 1e12 }),
    source: text({ label: 'Source', help: 'Where the value comes from.', maxLength: 400 }),
    grade: choice({ label: 'Grade', help: 'How well the value is supported.', options: gradeOptions }),
  },
})
