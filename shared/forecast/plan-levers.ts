import { addMonths, monthsBetween } from '../plan/month'
import type { Change } from '../plan/change'
import { insertChange, updateChange } from '../plan/edit'
import { newRow, planRow, rowsOf, type Plan } from '../plan/plan'
import { settings, settingsOf, type SettingKey } from '../plan/settings'
import type { Row } from '../plan/tables'
import { shiftWave } from './timeline-shift'

const kept = (changes: readonly (Change | null)[]): Change[] => changes.filter((change) => change !== null)

/** Sets a setting that is a number; a row is made only where it is not as asked already. */
export function settingChanges(plan: Plan, key: SettingKey, value: number, newId: () => string): Change[] {
  if (settingsOf(plan)[key] === value) return []
  const row = rowsOf(plan, 'setting').find((one) => one.key === key)
  if (row) return kept([updateChange(row, 'setting', { value: String(value) })])
  return [insertChange('setting', newRow('setting', newId(), { key, value: String(value) }, plan.setting.size))]
}

/** Sets a parameter of the model, with the planner's own figure as its source. */
export function parameterChanges(plan: Plan, key: string, value: number, newId: () => string): Change[] {
  const row = rowsOf(plan, 'parameter').find((one) => one.key === key)
  const written = String(value)
  if (row) return kept([updateChange(row, 'parameter', { value: written })])
  const made = newRow('parameter', newId(), { key, value: written, source: 'If we…', grade: 'C' }, plan.parameter.size)
  return [insertChange('parameter', made)]
}

/** A share 0–1 as the setting keeps it, within what it may be. */
export function shareSetting(key: 'payGrowth' | 'benefitRate', share: number): number {
  const { field } = settings[key]
  const most = field.kind === 'share' ? (field.max ?? 10_000) : 10_000
  return Math.round(Math.min(most / 10_000, Math.max(0, share)) * 10_000)
}

/** Vacant coaches and system builders are filled from a month on; null: not within the plan. */
export const fillChanges = (plan: Plan, month: string | null): Change[] =>
  kept(
    rowsOf(plan, 'position')
      .filter(({ status }) => status === 'vacant')
      .map((position) => updateChange(position, 'position', { expectedFillMonth: month })),
  )

/** A yearly turnover, 0–1, of every group of practitioners at one school; the plan's factor still multiplies it. */
export function schoolTurnoverChanges(plan: Plan, unitId: string, annualTurnover: number): Change[] {
  const { turnoverFactor } = settingsOf(plan)
  const own = Math.min(10_000, Math.round((annualTurnover * 10_000) / (turnoverFactor || 1)))
  return kept(
    rowsOf(plan, 'staffGroup')
      .filter((group) => group.unitId === unitId && plan.role.get(group.roleId)?.kind === 'practitioner')
      .map((group) => updateChange(group, 'staffGroup', { annualTurnover: own })),
  )
}

/** Every required responsibility that someone carries alone gets somebody behind. */
export const backupChanges = (plan: Plan): Change[] =>
  kept(
    rowsOf(plan, 'responsibility')
      .filter(({ isRequired, carriedBy, backup }) => isRequired && carriedBy !== null && backup === null)
      .map((row) => updateChange(row, 'responsibility', { backup: 'A second person, to be named' })),
  )

/** The first month of the forecast, `YYYY-MM`. */
const forecastStart = (plan: Plan): string => {
  const row = planRow(plan)
  return row?.asOfMonth ?? row?.startMonth ?? ''
}

/** The sessions that are still to come. */
const comingSessions = (plan: Plan): Row<'session'>[] => {
  const start = forecastStart(plan)
  return rowsOf(plan, 'session').filter(({ month }) => month >= start)
}

/** All training to come is held later (or earlier) by some months, never before the forecast starts. */
export function paceChanges(plan: Plan, laterMonths: number): Change[] {
  const start = forecastStart(plan)
  return kept(
    comingSessions(plan).map((session) => {
      const moved = addMonths(session.month, laterMonths)
      const month = moved < start ? start : moved
      // a day in another month would contradict it
      return updateChange(session, 'session', month === session.month ? {} : { month, date: null })
    }),
  )
}

export type HighestMethod = 'practice' | 'coaching'

/** All training to come uses methods up to the one named: practice with feedback, or coaching in the classroom as well. */
export const methodChanges = (plan: Plan, highest: HighestMethod): Change[] =>
  kept(
    comingSessions(plan).map((session) => {
      const below = session.methods.filter((method) => method !== 'coaching' && method !== 'practice')
      const methods =
        highest === 'coaching' ? [...below, 'practice' as const, 'coaching' as const] : [...below, 'practice' as const]
      return updateChange(session, 'session', { methods })
    }),
  )

/**
 * A wave starts in another month, and with it goes what belongs to it alone, as on the timeline: its sessions and
 * milestones. Training is of no use to schools that have not begun, so a wave that left it behind would have none.
 * Sessions still to come are never held before the forecast starts; those that are over stay where they were.
 */
export function waveChanges(plan: Plan, waveId: string, startMonth: string): Change[] {
  const wave = plan.wave.get(waveId)
  if (!wave) return []
  if (wave.startMonth === null) return kept([updateChange(wave, 'wave', { startMonth })])
  const start = forecastStart(plan)
  const { changes } = shiftWave(plan, waveId, monthsBetween(wave.startMonth, startMonth), 'own')
  return kept(
    changes.map((change) => {
      const session = change.table === 'session' ? plan.session.get(change.id) : undefined
      if (!session || change.kind !== 'update') return change
      if (session.month < start) return null
      const isTooEarly = String(change.fields['month']?.after ?? start) < start
      return isTooEarly ? updateChange(session, 'session', { month: start, date: null }) : change
    }),
  )
}
