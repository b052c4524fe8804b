import { number, requiredChoice, requiredDay, requiredNumber, requiredReference, requiredText, text } from '../field'
import { defineTable } from '../table'

export const outcomeMeasure = defineTable({
  label: 'Outcome measures',
  labelOne: 'Outcome measure',
  help: 'What should get better for students, in figures for groups; no student records.',
  naturalKey: ['name'],
  uniqueKey: ['name'],
  fields: {
    name: requiredText({ label: 'Outcome', help: 'Name of the measure.' }),
    direction: requiredChoice({
      label: 'Better is',
      help: 'Whether a higher or a lower value is better.',
      options: { higher: 'Higher', lower: 'Lower' },
      default: 'higher',
    }),
    unitOfMeasure: text({ label: 'Unit', help: 'Percent, points, days…', maxLength: 40 }),
  },
})

export const outcomeResult = defineTable({
  label: 'Outcome results',
  labelOne: 'Outcome result',
  help: 'One value of an outcome measure at one school on one day.',
  naturalKey: ['measureId', 'unitId', 'date'],
  uniqueKey: ['measureId', 'unitId', 'date'],
  parent: 'measureId',
  fields: {
    measureId: requiredReference({ label: 'Outcome', help: 'Which outcome.', table: 'outcomeMeasure' }),
    unitId: requiredReference({ label: 'School', help: 'Where.', table: 'unit' }),
    date: requiredDay({ label: 'Date', help: 'Day of the result.' }),
    value: requiredNumber({
      label: 'Value',
      help: 'The value, in the unit of the measure.',
      unit: '',
      min: -1e9,
      max: 1e9,
    }),
    n: number({
      label: 'Students',
      help: 'How many students stand behind it.',
      unit: 'students',
      min: 0,
      max: 2_000_000,
      isWhole: true,
    }),
  },
})
