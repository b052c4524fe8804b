import { requiredNumber, requiredReference, share } from '../field'
import { defineTable } from '../table'

export const staffGroup = defineTable({
  label: 'Staff by school',
  labelOne: 'Staff group',
  help: 'How many people of one role work at one school, and how they come and go.',
  naturalKey: ['unitId', 'roleId'],
  uniqueKey: ['unitId', 'roleId'],
  parent: 'unitId',
  fields: {
    unitId: requiredReference({ label: 'School', help: 'Where they work.', table: 'unit' }),
    roleId: requiredReference({ label: 'Role', help: 'Which role.', table: 'role' }),
    headcount: requiredNumber({
      label: 'Staff',
      help: 'Positions of this role at this school; full-time equivalents may be used.',
      unit: 'people',
      min: 0,
      max: 200_000,
      default: 0,
    }),
    annualTurnover: share({
      label: 'Leave in a year',
      help: 'Share of them that leaves the school in a year; empty: the district-wide figure of the settings.',
    }),
    readiness: requiredNumber({
      label: 'Readiness',
      help: 'How readily they take the practice up: 1 is usual, 0.5 half as fast, 1.5 half as fast again.',
      unit: '×',
      min: 0,
      max: 3,
      default: 1,
    }),
    contextFit: requiredNumber({
      label: 'Fit with context',
      help: 'How well the practice fits the place: 1 is as in the pilot, less where it fits worse.',
      unit: '×',
      min: 0,
      max: 3,
      default: 1,
    }),
    onboardingCoverage: share({
      label: 'New staff trained',
      help: 'Share of new staff that is trained when they start; empty: the district-wide figure of the settings.',
    }),
  },
})
