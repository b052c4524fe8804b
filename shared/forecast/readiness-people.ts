import { vacanciesIn } from '../money/position-months'
import { monthWords } from '../plan/month'
import { rowsOf } from '../plan/plan'
import type { Row } from '../plan/tables'
import { practitionerGroups } from './districts'
import { amount, percent } from './figure'
import {
  percentToward,
  trainedBy,
  unitsAbove,
  type LaneFinding,
  type LaneGap,
  type ReadinessQuestion,
} from './readiness-lane'

/** Of the people and core components of a wave, the share that has to have been trained. */
const trainedLine = 0.8

const learningRule = `At least ${percent(trainedLine)} of its people have had training on every core component by two months after it starts.`
const peopleRule =
  'When it starts, every position that works for its schools is filled, every required responsibility is carried, and every school has its staff entered.'

/** The share of a group that has been in a session on a component by a month, taking sessions one after the other. */
function trainedShare({ attendances }: ReadinessQuestion, groupId: string, componentId: string, by: string): number {
  const missed = attendances
    .filter(
      ({ session, groupIds }) =>
        session.month <= by && session.componentIds.includes(componentId) && groupIds.includes(groupId),
    )
    .reduce((left, { coverage }) => left * (1 - coverage), 1)
  return 1 - missed
}

/** Professional learning: people × core components that a session reaches in time. */
export function learningLane(question: ReadinessQuestion): LaneFinding {
  const { plan, wave, schools } = question
  const about = { lane: 'learning', rule: learningRule, line: trainedLine } as const
  const { startMonth } = wave
  const ids = new Set(schools.map(({ id }) => id))
  const groups = practitionerGroups(plan).filter(({ unitId, headcount }) => ids.has(unitId) && headcount > 0)
  const core = rowsOf(plan, 'component').filter(({ isCore }) => isCore)
  const people = groups.reduce((sum, { headcount }) => sum + headcount, 0)
  if (startMonth === null || people <= 0 || core.length === 0) {
    const sentence =
      startMonth === null
        ? `${wave.name} has no start month yet.`
        : `No staff is entered for the schools of ${wave.name}.`
    return { ...about, value: null, gaps: [{ sentence, table: 'wave', rowId: wave.id }] }
  }
  const by = trainedBy(startMonth)
  const shares = core.map((component) => ({
    component,
    share:
      groups.reduce((sum, { id, headcount }) => sum + headcount * trainedShare(question, id, component.id, by), 0) /
      people,
  }))
  const gaps = shares
    .filter(({ share }) => share < trainedLine - 1e-9)
    .map(({ component, share }): LaneGap => ({
      sentence: `${percentToward(share, trainedLine)} of its people are trained on “${component.name}” by ${monthWords(by)}.`,
      table: 'session',
      rowId: null,
    }))
  // the rule asks it of every component, so the one with the fewest counts
  return { ...about, value: Math.min(...shares.map(({ share }) => share)), gaps }
}

const isFrozen = ({ status }: Row<'position'>): boolean => status === 'frozen'

/** Positions that work for the wave's schools and stand empty in its first month. */
function emptyPositions(question: ReadinessQuestion, month: string): LaneGap[] {
  const { plan, schools } = question
  const units = unitsAbove(plan, schools)
  return vacanciesIn(plan, month)
    .filter(({ period }) => period.unitId === null || units.has(period.unitId))
    .map(({ position, fte }) => ({
      sentence: `“${position.title}” (${amount(fte)} FTE) is not filled in ${monthWords(month)}.`,
      table: 'position',
      rowId: position.id,
    }))
}

/** How many positions that are meant to be filled work for the wave's schools in its first month. */
function plannedPositions({ plan, schools }: ReadinessQuestion, month: string): number {
  const units = unitsAbove(plan, schools)
  const planned = rowsOf(plan, 'positionPeriod').filter(
    ({ fromMonth, toMonth, unitId, fte }) =>
      fte > 0 && fromMonth <= month && (toMonth === null || toMonth >= month) && (unitId === null || units.has(unitId)),
  )
  const ids = new Set(planned.map(({ positionId }) => positionId))
  return [...ids].filter((id) => {
    const position = plan.position.get(id)
    return position !== undefined && !isFrozen(position)
  }).length
}

/** People: positions filled, responsibilities carried, schools with staff, each counted as one. */
export function peopleLane(question: ReadinessQuestion): LaneFinding {
  const { plan, wave, schools } = question
  const about = { lane: 'people', rule: peopleRule, line: 1 } as const
  const { startMonth } = wave
  if (startMonth === null || schools.length === 0) {
    const sentence = schools.length === 0 ? `${wave.name} has no schools yet.` : `${wave.name} has no start month yet.`
    return { ...about, value: null, gaps: [{ sentence, table: 'wave', rowId: wave.id }] }
  }
  const units = unitsAbove(plan, schools)
  const required = rowsOf(plan, 'responsibility').filter(
    ({ isRequired, unitId }) => isRequired && (unitId === null || units.has(unitId)),
  )
  const staffed = new Set(practitionerGroups(plan).flatMap(({ unitId, headcount }) => (headcount > 0 ? [unitId] : [])))
  const gaps: LaneGap[] = [
    ...emptyPositions(question, startMonth),
    ...required
      .filter(({ carriedBy }) => carriedBy === null)
      .map(({ id, name }): LaneGap => ({ sentence: `Nobody carries “${name}”.`, table: 'responsibility', rowId: id })),
    ...schools
      .filter(({ id }) => !staffed.has(id))
      .map(({ id, name }): LaneGap => ({ sentence: `${name} has no staff entered.`, table: 'unit', rowId: id })),
  ]
  const asked = plannedPositions(question, startMonth) + required.length + schools.length
  return { ...about, value: asked === 0 ? null : Math.max(0, 1 - gaps.length / asked), gaps }
}
