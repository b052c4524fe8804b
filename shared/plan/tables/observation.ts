import { number, reference, requiredDay, requiredNumber, requiredReference } from '../field'
import { defineTable } from '../table'

const people = { unit: 'people', min: 0, max: 200_000, isWhole: true } as const

export const observation = defineTable({
  label: 'Observations',
  labelOne: 'Observation',
  help: 'What was seen at a school in one round: how many people were observed, and how many practice.',
  naturalKey: ['measureId', 'unitId', 'roleId', 'componentId', 'date'],
  uniqueKey: ['measureId', 'unitId', 'roleId', 'componentId', 'date'],
  parent: 'unitId',
  fields: {
    measureId: requiredReference({ label: 'Measure', help: 'With which measure.', table: 'fidelityMeasure' }),
    unitId: requiredReference({ label: 'School', help: 'Where.', table: 'unit' }),
    roleId: reference({ label: 'Role', help: 'Which role; empty: all practitioners.', table: 'role' }),
    componentId: requiredReference({ label: 'Component', help: 'Which component.', table: 'component' }),
    date: requiredDay({ label: 'Date', help: 'Day of the observation, or last day of the round.' }),
    staffObserved: requiredNumber({ label: 'Observed', help: 'People observed or asked.', ...people }),
    trained: number({
      label: 'Trained',
      help: 'Of those observed, trained for it (whether or not they use it).',
      ...people,
    }),
    using: requiredNumber({
      label: 'Using',
      help: 'Of those observed, using it, well or not yet well.',
      ...people,
      default: 0,
    }),
    atFidelity: requiredNumber({
      label: 'With fidelity',
      help: 'Of those using it, above the line of the measure.',
      ...people,
      default: 0,
    }),
    score: number({
      label: 'Score',
      help: 'Mean score in points, where the measure has points.',
      unit: 'points',
      min: 0,
      max: 100_000,
    }),
  },
})
