import { compileForecast, type Compiled, type CompileOptions } from '@shared/forecast/compile'
import type { Plan } from '@shared/plan/plan'
import { planOf, type GivenRows } from '../money/plan-of.ts'

/** A district with two schools: Oak in a pilot from the start, Elm in a wave a year later; teachers in both. */
export const district: GivenRows = {
  wave: [
    { id: 'pilot', name: 'Pilot', kind: 'pilot', startMonth: '2026-07' },
    { id: 'wave', name: 'Wave 1', kind: 'scale', startMonth: '2027-07' },
  ],
  unit: [
    { id: 'district', name: 'District', kind: 'district', capacity: 2500, keyPersonDependency: 5000 },
    { id: 'oak', name: 'Oak', parentId: 'district', waveId: 'pilot', capacity: 1000, keyPersonDependency: 0 },
    { id: 'elm', name: 'Elm', parentId: 'district', waveId: 'wave', capacity: 1000, keyPersonDependency: 0 },
  ],
  role: [
    { id: 'teacher', name: 'Teacher' },
    { id: 'principal', name: 'Principal', kind: 'leader' },
  ],
  staffGroup: [
    { id: 'oak-t', unitId: 'oak', roleId: 'teacher', headcount: 40, annualTurnover: 1600, onboardingCoverage: 5000 },
    { id: 'elm-t', unitId: 'elm', roleId: 'teacher', headcount: 60, annualTurnover: 2000, onboardingCoverage: 5000 },
    { id: 'elm-p', unitId: 'elm', roleId: 'principal', headcount: 1 },
  ],
  component: [
    { id: 'reading', name: 'Reading', contributionWeight: 2, trainingHoursNeeded: 14 },
    { id: 'data', name: 'Data', trainingHoursNeeded: 7, isCore: false },
  ],
}

export function compiledOf(plan: Plan, options?: CompileOptions): Compiled[] {
  const result = compileForecast(plan, options)
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join(' '))
  return result.value
}

/** The one district of a plan. */
export function compile(given: GivenRows, options?: CompileOptions): Compiled {
  const [first, ...more] = compiledOf(planOf(given), options)
  if (!first || more.length > 0) throw new Error('not one district')
  return first
}
