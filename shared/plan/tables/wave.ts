import { month, reference, requiredChoice, requiredText } from '../field'
import { defineTable } from '../table'

export const wave = defineTable({
  label: 'Waves',
  labelOne: 'Wave',
  help: 'Groups of schools that start together: the pilot first, then the waves that take it to scale.',
  naturalKey: ['name'],
  uniqueKey: ['name'],
  fields: {
    name: requiredText({ label: 'Wave', help: 'Name of the wave.' }),
    kind: requiredChoice({
      label: 'Kind',
      help: 'A pilot tries the practice out; a scale wave brings it to more schools.',
      options: { pilot: 'Pilot', scale: 'Scale-up' },
      default: 'scale',
    }),
    startMonth: month({
      label: 'Starts',
      help: 'First month in which its schools work on the practice; empty: not decided.',
    }),
    gateId: reference({ label: 'Gate', help: 'The gate that opens this wave.', table: 'gate' }),
  },
})
