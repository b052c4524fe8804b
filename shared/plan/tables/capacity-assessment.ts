import { requiredDay, requiredNumber, requiredReference, requiredText } from '../field'
import { defineTable } from '../table'

export const capacityAssessment = defineTable({
  label: 'Capacity assessments',
  labelOne: 'Capacity score',
  help: 'How well the systems that carry the practice work: one score for one subscale at one place.',
  naturalKey: ['unitId', 'date', 'subscale'],
  uniqueKey: ['unitId', 'date', 'subscale'],
  parent: 'unitId',
  fields: {
    unitId: requiredReference({ label: 'School or district', help: 'Where.', table: 'unit' }),
    date: requiredDay({ label: 'Date', help: 'Day of the assessment.' }),
    subscale: requiredText({
      label: 'Subscale',
      help: 'Leadership, competency, organization, or your own.',
      maxLength: 80,
    }),
    points: requiredNumber({ label: 'Points', help: 'Points reached.', unit: 'points', min: 0, max: 100_000 }),
    maximum: requiredNumber({
      label: 'Out of',
      help: 'Most points that can be reached.',
      unit: 'points',
      min: 0.01,
      max: 100_000,
    }),
  },
})
