import { month, requiredMonth, requiredNumber, requiredText } from '../field'
import { defineTable } from '../table'

export const plan = defineTable({
  label: 'The plan',
  labelOne: 'Plan',
  help: 'What the plan covers: whose it is, when it starts and how far ahead it looks.',
  naturalKey: ['district'],
  isSingle: true,
  fields: {
    district: requiredText({ label: 'District', help: 'Name of the district or region, as it stands on the report.' }),
    startMonth: requiredMonth({ label: 'Starts', help: 'First month of the plan.' }),
    horizonMonths: requiredNumber({
      label: 'Looks ahead',
      help: 'How many months the forecast covers.',
      unit: 'months',
      min: 12,
      max: 120,
      isWhole: true,
      default: 60,
    }),
    asOfMonth: month({
      label: 'As of',
      help: 'Month the forecast starts from; what was observed before it counts as history. Empty: the start of the plan.',
    }),
    fiscalYearStart: requiredNumber({
      label: 'Fiscal year starts in',
      help: 'Month number (1 = January) in which the fiscal year starts. A fiscal year is named by the year it ends in.',
      unit: 'month',
      min: 1,
      max: 12,
      isWhole: true,
      default: 7,
    }),
    currencyYear: requiredNumber({
      label: 'Dollars of',
      help: 'Year in whose dollars the amounts are given.',
      unit: 'year',
      min: 2000,
      max: 2100,
      isWhole: true,
    }),
  },
})
