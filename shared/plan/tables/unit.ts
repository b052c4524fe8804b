import { choice, number, reference, requiredChoice, requiredText, share, tags, text } from '../field'
import { defineTable } from '../table'

export const unit = defineTable({
  label: 'Schools and departments',
  labelOne: 'School or department',
  help: 'The places where people practice together, from the region down to the school.',
  naturalKey: ['name', 'parentId'],
  uniqueKey: ['name', 'parentId', 'externalId'],
  fields: {
    name: requiredText({ label: 'Name', help: 'Name as people say it.' }),
    kind: requiredChoice({
      label: 'Kind',
      help: 'What the place is.',
      options: { region: 'Region', district: 'District', school: 'School', department: 'Department' },
      default: 'school',
    }),
    parentId: reference({ label: 'Part of', help: 'The district or region it belongs to.', table: 'unit' }),
    level: choice({
      label: 'Level',
      help: 'Grades taught.',
      options: {
        early: 'Early childhood',
        elementary: 'Elementary',
        middle: 'Middle',
        high: 'High',
        combined: 'Combined',
        alternative: 'Alternative',
        other: 'Other',
      },
    }),
    externalId: text({
      label: 'School code',
      help: "The state's or the district's own code, as text: leading zeros are kept.",
      maxLength: 40,
    }),
    enrolment: number({
      label: 'Students',
      help: 'Students enrolled.',
      unit: 'students',
      min: 0,
      max: 2_000_000,
      isWhole: true,
    }),
    economicallyDisadvantagedShare: share({
      label: 'Economically disadvantaged',
      help: 'Share of students counted as economically disadvantaged.',
    }),
    waveId: reference({
      label: 'Wave',
      help: 'The wave in which the school joins; empty: not in the rollout.',
      table: 'wave',
    }),
    capacity: share({
      label: 'Capacity now',
      help: 'How well the systems that carry the practice work today; used where no assessment is entered.',
    }),
    keyPersonDependency: share({
      label: 'Rests on key people',
      help: 'Share of what must be carried here that hangs on one person; used where no responsibilities are entered.',
    }),
    contextTags: tags({ label: 'Context', help: 'Words that describe the place: rural, bilingual, high mobility…' }),
  },
})
