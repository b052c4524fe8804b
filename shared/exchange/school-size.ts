import type { Row } from '../plan/tables'
import { apportion } from './apportion'

/**
 * How large a school is where its enrolment is not known, next to an elementary school. A planner's assumption, in the
 * order of the usual sizes: high schools are the largest, alternative schools and early-childhood centers small. It only
 * decides how a known total is spread; the total itself is kept.
 */
const sizeByLevel = {
  early: 0.6,
  elementary: 1,
  middle: 1.2,
  high: 1.6,
  combined: 1.2,
  alternative: 0.2,
  other: 0.5,
} as const

/** The rule of `sizeByLevel` in a sentence for notes and previews. */
export const sizeRule =
  'A school without a number of students counts by its level: elementary 1, middle and combined 1.2, high 1.6, ' +
  'early childhood 0.6, other 0.5, alternative 0.2.'

const levelWeight = (school: Row<'unit'>): number => (school.level === null ? 1 : sizeByLevel[school.level])

export type SchoolSize = { readonly school: Row<'unit'>; readonly students: number; readonly isEstimated: boolean }

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/**
 * Students of every school: as the plan has them, else estimated. What the district's total leaves is shared by level
 * weight among schools without a number; where that cannot be told, they get the mean of the known ones by weight; where
 * nothing is known at all, the weights themselves stand in (an elementary school as 1,000).
 */
export const schoolSizes = (schools: readonly Row<'unit'>[], districtTotal: number | null): SchoolSize[] => {
  const known = schools.filter((school) => school.enrolment !== null)
  const unknown = schools.filter((school) => school.enrolment === null)
  const knownStudents = sum(known.map((school) => school.enrolment ?? 0))
  const left = districtTotal === null ? 0 : Math.round(districtTotal) - knownStudents
  const weights = unknown.map(levelWeight)
  const knownWeight = sum(known.map(levelWeight))
  const perWeight = knownStudents > 0 && knownWeight > 0 ? knownStudents / knownWeight : 1000
  const estimates = left > 0 ? apportion(left, weights) : weights.map((weight) => Math.round(weight * perWeight))
  const estimate = new Map(unknown.map((school, at) => [school.id, estimates[at] ?? 0]))
  return schools.map((school) => ({
    school,
    students: school.enrolment ?? estimate.get(school.id) ?? 0,
    isEstimated: school.enrolment === null,
  }))
}
