import type { RowOf, TableDefinition } from './table'
import type { TableName } from './table-name'
import { assignment } from './tables/assignment'
import { barrier } from './tables/barrier'
import { capacityAssessment } from './tables/capacity-assessment'
import { communication } from './tables/communication'
import { component } from './tables/component'
import { costLine, lineYear } from './tables/cost-line'
import { decision } from './tables/decision'
import { fidelityMeasure } from './tables/fidelity-measure'
import { fundingSource, sourceYear } from './tables/funding-source'
import { gate, gateCriterion } from './tables/gate'
import { milestone } from './tables/milestone'
import { note } from './tables/note'
import { observation } from './tables/observation'
import { outcomeMeasure, outcomeResult } from './tables/outcome'
import { parameter } from './tables/parameter'
import { plan } from './tables/plan'
import { position, positionPeriod } from './tables/position'
import { report } from './tables/report'
import { responsibility } from './tables/responsibility'
import { reorganisationMove } from './tables/reorganisation-move'
import { role } from './tables/role'
import { session } from './tables/session'
import { setting } from './tables/setting'
import { staffGroup } from './tables/staff-group'
import { stage } from './tables/stage'
import { unit } from './tables/unit'
import { wave } from './tables/wave'

/** Every table of a plan, defined once. */
export const tables = {
  plan,
  setting,
  parameter,
  unit,
  wave,
  role,
  staffGroup,
  component,
  stage,
  fidelityMeasure,
  observation,
  outcomeMeasure,
  outcomeResult,
  capacityAssessment,
  session,
  position,
  positionPeriod,
  responsibility,
  fundingSource,
  sourceYear,
  costLine,
  lineYear,
  assignment,
  milestone,
  communication,
  barrier,
  decision,
  gate,
  gateCriterion,
  reorganisationMove,
  note,
  report,
} as const satisfies Record<TableName, TableDefinition>

type Definitions = typeof tables
/** One row of a table, as its definition says. */
export type Row<T extends TableName> = T extends TableName ? RowOf<Definitions[T]['fields']> : never
/** A row of whichever table, with its fields behind their keys. */
export type AnyRow = { readonly id: string; readonly rank: number } & { readonly [field: string]: unknown }

/** The definition of a table, its fields seen as plain data. */
export const tableOf = (name: TableName): TableDefinition => tables[name]
