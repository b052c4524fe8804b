import { randomUUID } from 'node:crypto'
import type { Change } from '@shared/plan/change'
import { applyChanges } from '@shared/plan/apply'
import { emptyPlan } from '@shared/plan/plan'
import { sampleChanges, type SampleTexts } from '@shared/sample/sample'
import { sampleScenarios } from '@shared/sample/scenarios'
import assignment from '../../resources/sample/assignment.csv?raw'
import barrier from '../../resources/sample/barrier.csv?raw'
import capacityAssessment from '../../resources/sample/capacity-assessment.csv?raw'
import communication from '../../resources/sample/communication.csv?raw'
import component from '../../resources/sample/component.csv?raw'
import costLine from '../../resources/sample/cost-line.csv?raw'
import decision from '../../resources/sample/decision.csv?raw'
import fidelityMeasure from '../../resources/sample/fidelity-measure.csv?raw'
import fundingSource from '../../resources/sample/funding-source.csv?raw'
import gate from '../../resources/sample/gate.csv?raw'
import gateCriterion from '../../resources/sample/gate-criterion.csv?raw'
import lineYear from '../../resources/sample/line-year.csv?raw'
import milestone from '../../resources/sample/milestone.csv?raw'
import note from '../../resources/sample/note.csv?raw'
import observation from '../../resources/sample/observation.csv?raw'
import outcomeMeasure from '../../resources/sample/outcome-measure.csv?raw'
import outcomeResult from '../../resources/sample/outcome-result.csv?raw'
import plan from '../../resources/sample/plan.csv?raw'
import position from '../../resources/sample/position.csv?raw'
import positionPeriod from '../../resources/sample/position-period.csv?raw'
import reorganisationMove from '../../resources/sample/reorganisation-move.csv?raw'
import responsibility from '../../resources/sample/responsibility.csv?raw'
import role from '../../resources/sample/role.csv?raw'
import session from '../../resources/sample/session.csv?raw'
import setting from '../../resources/sample/setting.csv?raw'
import sourceYear from '../../resources/sample/source-year.csv?raw'
import staffGroup from '../../resources/sample/staff-group.csv?raw'
import stage from '../../resources/sample/stage.csv?raw'
import unit from '../../resources/sample/unit.csv?raw'
import wave from '../../resources/sample/wave.csv?raw'

/** The readable data of the sample district, taken in when the app is built. */
export const sampleTexts: SampleTexts = {
  assignment,
  barrier,
  capacityAssessment,
  communication,
  component,
  costLine,
  decision,
  fidelityMeasure,
  fundingSource,
  gate,
  gateCriterion,
  lineYear,
  milestone,
  note,
  observation,
  outcomeMeasure,
  outcomeResult,
  plan,
  position,
  positionPeriod,
  reorganisationMove,
  responsibility,
  role,
  session,
  setting,
  sourceYear,
  staffGroup,
  stage,
  unit,
  wave,
}

/** The changes that make a new sample district out of an empty plan, with ids of their own each time. */
export const newSample = (): Change[] => sampleChanges(sampleTexts, randomUUID)

/** What a new sample workbook holds: the district, and the scenarios that come with it. */
export function newSampleWorkbook() {
  const changes = newSample()
  const district = applyChanges(emptyPlan, changes)
  const scenarios = district.ok ? sampleScenarios(district.value, randomUUID) : []
  return { changes, scenarios: scenarios.map((scenario) => ({ ...scenario, changes: [...scenario.changes] })) }
}
