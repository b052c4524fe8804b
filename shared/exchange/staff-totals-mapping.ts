import { err, ok, type Result } from '../plan/result'
import { plainName } from './names'

export type StaffKind = 'practitioner' | 'leader' | 'coach' | 'systems' | 'other'

/** One kind of staff whose district total stands in a column. */
export type StaffColumn = {
  /** What the role is called in the plan. */
  readonly role: string
  readonly kind: StaffKind
  /** Whether the total is spread over the schools, or stays with the district's office. */
  readonly place: 'schools' | 'district'
  /** Full-time equivalents. */
  readonly staffColumn: string
  /** Percent that leaves in a year. */
  readonly turnoverColumn: string | null
  /** Average yearly base salary in dollars. */
  readonly salaryColumn: string | null
}

/** Which columns of a sheet with one row for each district hold its totals. Plain data, like a `Mapping`. */
export type StaffTotalsMapping = {
  readonly formatVersion: 1
  readonly headerRow: number | null
  readonly codeColumn: string | null
  readonly nameColumn: string | null
  readonly studentsColumn: string | null
  /** Percent of students counted as economically disadvantaged. */
  readonly disadvantagedColumn: string | null
  readonly staff: readonly StaffColumn[]
}

type KnownStaff = Pick<StaffColumn, 'role' | 'kind' | 'place'> & {
  readonly staff: readonly string[]
  readonly turnover: readonly string[]
  readonly salary: readonly string[]
}

/** What such columns are called, as `plainName` writes it: first the Texas Academic Performance Report, then plain words. */
const knownStaff: readonly KnownStaff[] = [
  {
    role: 'Teacher',
    kind: 'practitioner',
    place: 'schools',
    staff: ['dpsttofc', 'teachers', 'teacher fte', 'teachers fte', 'total teachers', 'teacher count'],
    turnover: [
      'dpsturnr',
      'teacher turnover',
      'turnover rate',
      'turnover',
      'teacher turnover rate',
      '% teacher turnover',
    ],
    salary: ['dpsttosa', 'average teacher salary', 'teacher salary', 'avg teacher salary'],
  },
  {
    role: 'Educational aide',
    kind: 'practitioner',
    place: 'schools',
    staff: ['dpsetofc', 'aides', 'educational aides', 'paraprofessionals', 'aide fte', 'instructional aides'],
    turnover: [],
    salary: ['dpsetosa', 'average aide salary'],
  },
  {
    role: 'Professional support',
    kind: 'other',
    place: 'schools',
    staff: ['dpsutofc', 'professional support', 'support staff', 'professional support staff', 'support fte'],
    turnover: [],
    salary: ['dpsutosa', 'average support salary', 'professional support salary'],
  },
  {
    role: 'School leader',
    kind: 'leader',
    place: 'schools',
    staff: ['dpsstofc', 'campus administration', 'school administration', 'school administrators', 'principals'],
    turnover: [],
    salary: ['dpsstosa', 'average campus administration salary', 'principal salary'],
  },
  {
    role: 'Central administrator',
    kind: 'leader',
    place: 'district',
    staff: [
      'dpsctofc',
      'central administration',
      'central office',
      'district administration',
      'central administrators',
    ],
    turnover: [],
    salary: ['dpsctosa', 'average central administration salary'],
  },
]

const codeHeaders = ['district', 'district number', 'district code', 'district id', 'leaid', 'stid', 'st leaid', 'cdn']
const nameHeaders = ['distname', 'district name', 'leanm', 'lea name', 'name', 'district']
const studentHeaders = ['dpetallc', 'students', 'enrollment', 'enrolment', 'total students', 'member']
const disadvantagedHeaders = [
  'dpetecop',
  'economically disadvantaged',
  '% economically disadvantaged',
  'percent economically disadvantaged',
  'frl',
]

/** Columns of district totals found by their names; `staff` is empty where the sheet holds none. */
export const guessStaffTotals = (columnNames: readonly string[]): StaffTotalsMapping => {
  const plainNames = columnNames.map(plainName)
  const column = (headers: readonly string[], not: string | null = null): string | null => {
    for (const header of headers) {
      const name = columnNames[plainNames.indexOf(header)]
      if (name !== undefined && name !== not) return name
    }
    return null
  }
  const distinctName = column(nameHeaders.filter((header) => header !== 'district'))
  const codeColumn = distinctName === null ? column(codeHeaders.filter((h) => h !== 'district')) : column(codeHeaders)
  return {
    formatVersion: 1,
    headerRow: null,
    codeColumn,
    nameColumn: distinctName ?? column(nameHeaders, codeColumn),
    studentsColumn: column(studentHeaders),
    disadvantagedColumn: column(disadvantagedHeaders),
    staff: knownStaff.flatMap(({ role, kind, place, staff, turnover, salary }): StaffColumn[] => {
      const staffColumn = column(staff)
      if (staffColumn === null) return []
      return [{ role, kind, place, staffColumn, turnoverColumn: column(turnover), salaryColumn: column(salary) }]
    }),
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'

const isStaffColumn = (value: unknown): value is StaffColumn =>
  isRecord(value) &&
  typeof value['role'] === 'string' &&
  value['role'].trim() !== '' &&
  ['practitioner', 'leader', 'coach', 'systems', 'other'].includes(String(value['kind'])) &&
  ['schools', 'district'].includes(String(value['place'])) &&
  typeof value['staffColumn'] === 'string' &&
  isTextOrNull(value['turnoverColumn']) &&
  isTextOrNull(value['salaryColumn'])

const isStaffTotals = (value: unknown): value is StaffTotalsMapping =>
  isRecord(value) &&
  value['formatVersion'] === 1 &&
  (value['headerRow'] === null || (Number.isInteger(value['headerRow']) && Number(value['headerRow']) >= 0)) &&
  ['codeColumn', 'nameColumn', 'studentsColumn', 'disadvantagedColumn'].every((key) => isTextOrNull(value[key])) &&
  Array.isArray(value['staff']) &&
  value['staff'].every(isStaffColumn)

/** Reads a matching of district totals from what its JSON holds; the error is a sentence. */
export const staffTotalsFrom = (value: unknown): Result<StaffTotalsMapping, string> =>
  isStaffTotals(value) ? ok(value) : err('This is not a matching of district totals of a form that this version knows.')

/** Reads a matching of district totals from its JSON text; the error is a sentence. */
export const staffTotalsFromJson = (json: string): Result<StaffTotalsMapping, string> => {
  try {
    return staffTotalsFrom(JSON.parse(json))
  } catch {
    return err('This is not a matching of district totals: it cannot be read as JSON.')
  }
}

/** Every column that a matching of district totals reads. */
export const columnsOf = ({
  codeColumn,
  nameColumn,
  studentsColumn,
  disadvantagedColumn,
  staff,
}: StaffTotalsMapping): string[] =>
  [
    codeColumn,
    nameColumn,
    studentsColumn,
    disadvantagedColumn,
    ...staff.flatMap(({ staffColumn, turnoverColumn, salaryColumn }) => [staffColumn, turnoverColumn, salaryColumn]),
  ].filter((column) => column !== null)
