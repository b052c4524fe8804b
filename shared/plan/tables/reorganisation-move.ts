import { fte, reference, requiredChoice, requiredNumber, text } from '../field'
import { defineTable } from '../table'

export const reorganisationMove = defineTable({
  label: 'Reorganization moves',
  labelOne: 'Reorganization move',
  help: 'Central-office roles that change once the practice is at scale; nothing moves before the at-scale test holds.',
  naturalKey: ['positionId', 'newFunction', 'unitId'],
  fields: {
    positionId: reference({ label: 'Position', help: 'The position that changes.', table: 'position' }),
    duty: text({ label: 'Duty', help: 'The duty that moves, where it is not a whole position.' }),
    newFunction: requiredChoice({
      label: 'Then does',
      help: 'What it does afterwards.',
      options: {
        coach: 'Coaching',
        systems: 'System building',
        leader: 'Leading',
        practitioner: 'Practising',
        support: 'Support',
        ended: 'Ends',
      },
      default: 'systems',
    }),
    unitId: reference({ label: 'Then works at', help: 'Where afterwards; empty: for all.', table: 'unit' }),
    fte: fte({ label: 'FTE', help: 'Full-time equivalents afterwards; empty: as before.' }),
    monthsAfterAtScale: requiredNumber({
      label: 'Months after at scale',
      help: 'How many months after the at-scale test first holds.',
      unit: 'months',
      min: 0,
      max: 120,
      isWhole: true,
      default: 0,
    }),
  },
})
