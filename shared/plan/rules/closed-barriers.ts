import type { Rule } from '../rule'

/** A barrier is closed only with what removed it: it is never just dropped. */
export const closedBarriers: Rule = (view) =>
  view
    .changed('barrier', ['closedOn', 'resolution'])
    .filter((row) => row.closedOn !== null && row.resolution === null)
    .map((row) => ({
      table: 'barrier',
      id: row.id,
      field: view.changedKey('barrier', row, ['resolution', 'closedOn']),
      code: 'resolution-missing',
      message: 'A barrier is closed with its resolution: say how it was removed, or leave it open.',
    }))
