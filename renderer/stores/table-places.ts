import type { TableName } from '@shared/plan/table-name'
import type { ScreenId } from './screen-id'

/** Where the rows of a table are edited: the screen, and the tab on it where it has tabs. */
export type TablePlace = { readonly screen: ScreenId; readonly tab: string | null }

const at = (screen: ScreenId, tab: string | null = null): TablePlace => ({ screen, tab })

/** The one place of every table: jumps from checks, search, history and "used by" all lead there. */
export const tablePlaces: Readonly<Record<TableName, TablePlace>> = {
  plan: at('settings', 'plan'),
  setting: at('settings', 'settings'),
  parameter: at('settings', 'parameters'),
  unit: at('schools', 'schools'),
  wave: at('schools', 'waves'),
  role: at('people', 'staff'),
  staffGroup: at('people', 'staff'),
  component: at('components', 'components'),
  stage: at('schools', 'stages'),
  fidelityMeasure: at('fidelity', 'measures'),
  observation: at('fidelity', 'observations'),
  outcomeMeasure: at('fidelity', 'outcomes'),
  outcomeResult: at('fidelity', 'outcomes'),
  capacityAssessment: at('fidelity', 'capacity'),
  session: at('sessions', 'sessions'),
  position: at('people', 'positions'),
  positionPeriod: at('people', 'positions'),
  responsibility: at('people', 'responsibilities'),
  fundingSource: at('money', 'funds'),
  sourceYear: at('money', 'funds'),
  costLine: at('money', 'costs'),
  lineYear: at('money', 'costs'),
  assignment: at('money', 'payments'),
  milestone: at('timeline', 'milestones'),
  communication: at('communication', 'messages'),
  barrier: at('communication', 'barriers'),
  decision: at('decisions', 'decisions'),
  gate: at('decisions', 'gates'),
  gateCriterion: at('decisions', 'gates'),
  reorganisationMove: at('people', 'reorganisation'),
  note: at('settings', 'notes'),
  report: at('reports'),
}
