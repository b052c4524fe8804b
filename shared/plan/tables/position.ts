import {
  month,
  reference,
  requiredChoice,
  requiredFte,
  requiredMoney,
  requiredMonth,
  requiredReference,
  requiredShare,
  requiredText,
  share,
  text,
  yesNo,
} from '../field'
import { defineTable } from '../table'
import { budgetCategoryOptions } from './budget-category'

export const position = defineTable({
  label: 'Positions',
  labelOne: 'Position',
  help: 'Posts that carry the rollout, filled or not. Positions are planned, not people.',
  naturalKey: ['title', 'code'],
  fields: {
    title: requiredText({ label: 'Position', help: 'Reading coach, program director…' }),
    code: text({
      label: 'Held by',
      help: 'Position number or code of who holds it; names are not needed.',
      maxLength: 60,
    }),
    function: requiredChoice({
      label: 'Does',
      help: 'Coaching helps people practice; system building sets up teams, data and training that last.',
      options: {
        coach: 'Coaching',
        systems: 'System building',
        leader: 'Leading',
        practitioner: 'Practicing',
        support: 'Support',
      },
      default: 'coach',
    }),
    status: requiredChoice({
      label: 'Status',
      help: 'Filled, vacant (still to be filled) or frozen (not to be filled for now).',
      options: { filled: 'Filled', vacant: 'Vacant', frozen: 'Frozen' },
      default: 'filled',
    }),
    expectedFillMonth: month({
      label: 'Filled from',
      help: 'Month from which a vacant position is expected to be filled.',
    }),
    backup: text({ label: 'Backed up by', help: 'Who can take over (a role or a code); empty: nobody.' }),
    practitionerTimeShare: share({
      label: 'Time with practitioners',
      help: 'Share of working time spent with those who practice; empty: the figure of the settings.',
    }),
    isRecurringNeed: yesNo({
      label: 'Needed for good',
      help: 'Yes: still needed once the practice is at scale. No: only for the push.',
      default: true,
    }),
    category: requiredChoice({
      label: 'Paid as',
      help: 'Which funds may pay for it.',
      options: budgetCategoryOptions,
      default: 'salaries',
    }),
  },
})

export const positionPeriod = defineTable({
  label: 'Positions by month',
  labelOne: 'Position from a month on',
  help: 'From which month a position has which FTE, place and pay; it holds until the next line or its last month.',
  naturalKey: ['positionId', 'fromMonth'],
  uniqueKey: ['positionId', 'fromMonth'],
  parent: 'positionId',
  fields: {
    positionId: requiredReference({ label: 'Position', help: 'Which position.', table: 'position' }),
    fromMonth: requiredMonth({ label: 'From', help: 'First month.' }),
    toMonth: month({ label: 'Until', help: 'Last month; empty: until the next line, or for good.' }),
    unitId: reference({ label: 'Works at', help: 'School; empty or a district: works for all.', table: 'unit' }),
    fte: requiredFte({ label: 'FTE', help: 'Full-time equivalents.', default: 100 }),
    salaryCents: requiredMoney({
      label: 'Salary at 1.0',
      help: 'Yearly pay of a full-time post, before benefits.',
      default: 0,
    }),
    benefitRate: share({
      label: 'Benefits',
      help: 'Benefits as a share of pay; empty: the figure of the settings.',
      max: 20_000,
    }),
    rolloutShare: requiredShare({
      label: 'On the rollout',
      help: 'Share of the time that goes into this rollout.',
      default: 10_000,
    }),
  },
})
