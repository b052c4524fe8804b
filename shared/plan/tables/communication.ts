import { longText, reference, requiredChoice, requiredText, text } from '../field'
import { defineTable } from '../table'

export const communication = defineTable({
  label: 'Communication',
  labelOne: 'Message',
  help: 'Who is told what, how and how often.',
  naturalKey: ['audience', 'channel', 'waveId'],
  fields: {
    audience: requiredText({ label: 'Audience', help: 'Who is told: teachers, families, the board…' }),
    message: longText({ label: 'Message', help: 'What they need to know.' }),
    channel: text({ label: 'Channel', help: 'Meeting, letter, website…' }),
    frequency: requiredChoice({
      label: 'How often',
      help: 'How often it is said.',
      options: { once: 'Once', monthly: 'Every month', quarterly: 'Every quarter', yearly: 'Every year' },
      default: 'monthly',
    }),
    owner: text({ label: 'Owner', help: 'Who answers for it (a role or a code).' }),
    waveId: reference({ label: 'Wave', help: 'For which wave; empty: for all.', table: 'wave' }),
  },
})
