import {
  money,
  month,
  reference,
  requiredChoice,
  requiredMoney,
  requiredMonth,
  requiredNumber,
  requiredReference,
  requiredText,
  text,
  yesNo,
} from '../field'
import { defineTable } from '../table'
import { budgetCategoryOptions } from './budget-category'

export const costLine = defineTable({
  label: 'Cost lines',
  labelOne: 'Cost line',
  help: 'Everything that costs money besides positions and sessions: materials, licences, services, travel.',
  naturalKey: ['name'],
  fields: {
    name: requiredText({ label: 'Cost', help: 'What is bought.' }),
    category: requiredChoice({
      label: 'Category',
      help: 'What kind of cost it is; decides which funds may pay.',
      options: budgetCategoryOptions,
      default: 'materials',
    }),
    functionCode: text({
      label: 'Function code',
      help: "Function code of the state's chart of accounts.",
      maxLength: 20,
    }),
    objectCode: text({ label: 'Object code', help: "Object code of the state's chart of accounts.", maxLength: 20 }),
    unitId: reference({ label: 'For school', help: 'Which school it serves; empty: all.', table: 'unit' }),
    componentId: reference({ label: 'For component', help: 'Which component it serves.', table: 'component' }),
    sessionId: reference({ label: 'For session', help: 'Which session it serves.', table: 'session' }),
    frequency: requiredChoice({
      label: 'How often',
      help: 'Once, every month, or every year in the month it started.',
      options: { once: 'Once', monthly: 'Every month', yearly: 'Every year' },
      default: 'yearly',
    }),
    amountCents: requiredMoney({ label: 'Amount', help: 'Amount each time.', default: 0 }),
    firstMonth: requiredMonth({ label: 'First month', help: 'First month it is paid.' }),
    lastMonth: month({ label: 'Last month', help: 'Last month it may be paid; empty: for good.' }),
    isRecurringNeed: yesNo({
      label: 'Needed for good',
      help: 'Yes: still needed once the practice is at scale. No: only for the push.',
      default: true,
    }),
    obligatedMonth: month({
      label: 'Committed in',
      help: 'Month in which the money is committed (ordered); empty: the month it is paid.',
    }),
  },
})

export const lineYear = defineTable({
  label: 'Costs by year',
  labelOne: 'Cost in a year',
  help: 'What a cost line comes to in a fiscal year, planned and actual; a planned figure here replaces the computed one.',
  naturalKey: ['lineId', 'fiscalYear'],
  uniqueKey: ['lineId', 'fiscalYear'],
  parent: 'lineId',
  fields: {
    lineId: requiredReference({ label: 'Cost', help: 'Which cost line.', table: 'costLine' }),
    fiscalYear: requiredNumber({
      label: 'Fiscal year',
      help: 'Named by the year it ends in.',
      unit: 'year',
      min: 2000,
      max: 2150,
      isWhole: true,
    }),
    plannedCents: money({ label: 'Planned', help: 'Planned for the year; empty: computed from the line.' }),
    actualCents: money({ label: 'Actual', help: 'Spent in the year; empty: not known yet.' }),
  },
})
