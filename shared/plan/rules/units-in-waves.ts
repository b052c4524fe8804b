import type { Rule } from '../rule'

/** Only schools and departments join waves: a district or region joins through them. */
export const unitsInWaves: Rule = (view) =>
  view
    .changed('unit', ['waveId', 'kind'])
    .filter((row) => row.waveId !== null && row.kind !== 'school' && row.kind !== 'department')
    .map((row) => ({
      table: 'unit',
      id: row.id,
      field: view.changedKey('unit', row, ['waveId', 'kind']),
      code: 'not-in-waves',
      message: `${row.name} is a ${row.kind}: only schools and departments join a wave.`,
    }))
