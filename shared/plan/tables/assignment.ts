import { month, reference, requiredReference, share } from '../field'
import { defineTable } from '../table'

export const assignment = defineTable({
  label: 'Who pays what',
  labelOne: 'Payment',
  help: 'Which fund pays which share of a position, a session or a cost line, from when to when.',
  naturalKey: ['positionId', 'sessionId', 'costLineId', 'sourceId', 'fromMonth'],
  fields: {
    positionId: reference({
      label: 'Position',
      help: 'The position that is paid (or a session, or a cost line).',
      table: 'position',
    }),
    sessionId: reference({ label: 'Session', help: 'The session that is paid.', table: 'session' }),
    costLineId: reference({ label: 'Cost line', help: 'The cost line that is paid.', table: 'costLine' }),
    sourceId: requiredReference({ label: 'Fund', help: 'The fund that pays.', table: 'fundingSource' }),
    share: share({ label: 'Share', help: 'Share that it pays; empty: whatever the others leave.' }),
    fromMonth: month({ label: 'From', help: 'First month; empty: from the start.' }),
    toMonth: month({ label: 'Until', help: 'Last month; empty: as long as the fund lasts.' }),
  },
})
