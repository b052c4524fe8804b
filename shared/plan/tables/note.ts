import { day, requiredText, text } from '../field'
import { defineTable } from '../table'

export const note = defineTable({
  label: 'Notes',
  labelOne: 'Note',
  help: 'A remark or a source on any row or field.',
  naturalKey: ['aboutTable', 'aboutRow', 'aboutField', 'text'],
  fields: {
    aboutTable: requiredText({ label: 'Table', help: 'Which table it is about.', maxLength: 60 }),
    aboutRow: requiredText({ label: 'Row', help: 'Which row it is about.', maxLength: 60 }),
    aboutField: text({ label: 'Field', help: 'Which field it is about; empty: the whole row.', maxLength: 60 }),
    text: requiredText({ label: 'Note', help: 'The remark.', maxLength: 4000 }),
    source: text({ label: 'Source', help: 'Where it comes from.', maxLength: 400 }),
    date: day({ label: 'Date', help: 'Day of the remark.' }),
  },
})
