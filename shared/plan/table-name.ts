/** Every table of a plan, in the order in which people meet them; changes are sorted in this order too. */
export const tableNames = [
  'plan',
  'setting',
  'parameter',
  'unit',
  'wave',
  'role',
  'staffGroup',
  'component',
  'stage',
  'fidelityMeasure',
  'observation',
  'outcomeMeasure',
  'outcomeResult',
  'capacityAssessment',
  'session',
  'position',
  'positionPeriod',
  'responsibility',
  'fundingSource',
  'sourceYear',
  'costLine',
  'lineYear',
  'assignment',
  'milestone',
  'communication',
  'barrier',
  'decision',
  'gate',
  'gateCriterion',
  'reorganisationMove',
  'note',
  'report',
] as const

export type TableName = (typeof tableNames)[number]

const known: ReadonlySet<string> = new Set(tableNames)

/** True for the name of a table of the plan. */
export const isTableName = (name: string): name is TableName => known.has(name)
