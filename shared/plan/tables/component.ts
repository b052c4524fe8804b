import { longText, references, requiredNumber, requiredText, text, yesNo } from '../field'
import { defineTable } from '../table'

export const component = defineTable({
  label: 'What has to be in place',
  labelOne: 'Essential component',
  help: 'The essential components of the practice: what has to be in place in every school for it to work.',
  naturalKey: ['name'],
  uniqueKey: ['name'],
  fields: {
    name: requiredText({ label: 'Component', help: 'Short name of the component.' }),
    description: longText({ label: 'What it is', help: 'What people do when this is in place.' }),
    minimumPractice: longText({ label: 'Minimum practice', help: 'The least that has to be done for it to work.' }),
    evidence: longText({
      label: 'Evidence',
      help: 'What shows that it contributes to outcomes, and where that was shown.',
    }),
    contributionWeight: requiredNumber({
      label: 'Weight',
      help: 'How much it contributes to outcomes, compared with the others.',
      unit: '×',
      min: 0.01,
      max: 100,
      default: 1,
    }),
    isCore: yesNo({
      label: 'Core',
      help: 'Yes: must be done everywhere as described. No: may be adapted to the place.',
      default: true,
    }),
    prerequisiteIds: references({
      label: 'Needs first',
      help: 'Components that have to be in place before it.',
      table: 'component',
    }),
    profileExpected: longText({
      label: 'Expected practice',
      help: 'Practice profile: what it looks like when done well.',
    }),
    profileDeveloping: longText({
      label: 'Developing practice',
      help: 'Practice profile: what it looks like on the way.',
    }),
    profileNotAcceptable: longText({
      label: 'Not acceptable',
      help: 'Practice profile: what does not count as this practice.',
    }),
    trainingHoursNeeded: requiredNumber({
      label: 'Training needed',
      help: 'Hours of professional learning a person needs for it; shorter training carries over less.',
      unit: 'hours',
      min: 0.5,
      max: 1000,
      default: 14,
    }),
    owner: text({ label: 'Owner', help: 'Who answers for it (a role or a code).' }),
  },
})
