import { number, references, requiredNumber, requiredShare, requiredText, text } from '../field'
import { defineTable } from '../table'

export const fidelityMeasure = defineTable({
  label: 'Fidelity measures',
  labelOne: 'Fidelity measure',
  help: 'How it is seen whether the practice is done as intended: the instrument, its version and its line.',
  naturalKey: ['name', 'version'],
  uniqueKey: ['name', 'version'],
  fields: {
    name: requiredText({ label: 'Measure', help: 'Name of the instrument or walkthrough form.' }),
    version: text({
      label: 'Version',
      help: 'Version of the instrument; the line belongs to the version.',
      maxLength: 40,
    }),
    componentIds: references({ label: 'Components', help: 'Components it looks at.', table: 'component' }),
    maximumPoints: number({
      label: 'Most points',
      help: 'Highest possible score.',
      unit: 'points',
      min: 0,
      max: 100_000,
    }),
    criterionShare: requiredShare({
      label: 'Line',
      help: 'Share of the points from which practice counts as done with fidelity.',
      default: 8000,
    }),
    minutesPerObservation: requiredNumber({
      label: 'Minutes each',
      help: 'Minutes that one observation of one person takes, for observer and paperwork together.',
      unit: 'minutes',
      min: 0,
      max: 10_000,
      default: 20,
    }),
    roundsPerYear: requiredNumber({
      label: 'Rounds a year',
      help: 'How often a year it is done.',
      unit: 'rounds',
      min: 0,
      max: 52,
      default: 2,
    }),
  },
})
