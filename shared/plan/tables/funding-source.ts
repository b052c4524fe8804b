import {
  choices,
  month,
  references,
  requiredChoice,
  requiredMoney,
  requiredNumber,
  requiredReference,
  requiredText,
  yesNo,
} from '../field'
import { defineTable } from '../table'
import { budgetCategoryOptions } from './budget-category'

export const fundingSource = defineTable({
  label: 'Funding sources',
  labelOne: 'Funding source',
  help: 'Where the money comes from, how long it lasts and what it may pay.',
  naturalKey: ['name'],
  uniqueKey: ['name'],
  fields: {
    name: requiredText({ label: 'Fund', help: 'General fund, Title II-A, a grant…' }),
    kind: requiredChoice({
      label: 'Kind',
      help: 'Where it comes from.',
      options: {
        general: 'General fund',
        federal: 'Federal program',
        state: 'State program',
        grant: 'Grant',
        local: 'Local or private',
        other: 'Other',
      },
      default: 'general',
    }),
    isRecurring: yesNo({
      label: 'Recurring',
      help: 'Yes: comes every year. No: one-time money that ends.',
      default: true,
    }),
    startMonth: month({ label: 'Starts', help: 'First month it can pay for; empty: from the start.' }),
    obligationEndMonth: month({
      label: 'Commit until',
      help: 'Last month in which money may be committed; empty: no end.',
    }),
    liquidationEndMonth: month({
      label: 'Pay until',
      help: 'Last month in which what was committed in time may still be paid; empty: the same as "Commit until".',
    }),
    allowedCategories: choices({
      label: 'May pay',
      help: 'What it may pay; none: anything.',
      options: budgetCategoryOptions,
    }),
    allowedUnitIds: references({ label: 'May pay at', help: 'Where it may be used; none: anywhere.', table: 'unit' }),
  },
})

export const sourceYear = defineTable({
  label: 'Funds by year',
  labelOne: 'Fund in a year',
  help: 'How much a funding source gives in a fiscal year.',
  naturalKey: ['sourceId', 'fiscalYear'],
  uniqueKey: ['sourceId', 'fiscalYear'],
  parent: 'sourceId',
  fields: {
    sourceId: requiredReference({ label: 'Fund', help: 'Which fund.', table: 'fundingSource' }),
    fiscalYear: requiredNumber({
      label: 'Fiscal year',
      help: 'Named by the year it ends in.',
      unit: 'year',
      min: 2000,
      max: 2150,
      isWhole: true,
    }),
    amountCents: requiredMoney({ label: 'Amount', help: 'What it gives to the rollout in that year.', default: 0 }),
  },
})
