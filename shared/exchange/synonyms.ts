import { tableNames, type TableName } from '../plan/table-name'
import { tableOf } from '../plan/tables'
import { plainName } from './names'

/**
 * What columns are called out there, for fields where the field's own label is not enough, best first, as `plainName`
 * writes it. Among them the raw names of the public school directories (NCES Common Core of Data, old and new layout) and
 * of the Texas Academic Performance Reports. `positionPeriod.…` are fields of the child table.
 */
const fieldSynonyms: Partial<Record<TableName, Readonly<Record<string, readonly string[]>>>> = {
  unit: {
    name: [
      'schnam',
      'sch name',
      'school name',
      'campus name',
      'campname',
      'school',
      'campus',
      'building',
      'building name',
      'site',
      'site name',
      'name of school',
    ],
    kind: ['unit type', 'organization type'],
    level: ['school level', 'grade level', 'grades', 'grade span', 'gslo', 'low grade', 'lowest grade', 'grades from'],
    externalId: [
      'seasch',
      'st schid',
      'campus number',
      'campus id',
      'campus code',
      'school code',
      'school id',
      'school number',
      'school no',
      'building code',
      'building number',
      'site code',
      'site id',
      'ncessch',
      'nces school id',
      'code',
    ],
    enrolment: [
      'enrollment',
      'enrolment',
      'students',
      'total students',
      'student count',
      'number of students',
      'member',
      'membership',
      'cpetallc',
      'adm',
      'pupils',
    ],
    economicallyDisadvantagedShare: [
      'economically disadvantaged',
      'econ disadvantaged',
      'eco dis',
      'ecodis',
      'cpetecop',
      'frl',
      'free and reduced lunch',
      'free reduced lunch',
      '% economically disadvantaged',
      '% econ disadv',
      '% frl',
      'low income',
      'poverty',
    ],
    waveId: ['cohort', 'phase', 'rollout wave', 'group'],
    contextTags: ['tags', 'locale'],
  },
  staffGroup: {
    unitId: [
      'school',
      'school name',
      'schnam',
      'campus',
      'campus name',
      'building',
      'site',
      'unit',
      'campus number',
      'school code',
    ],
    roleId: ['role', 'position type', 'job', 'job title', 'staff type', 'assignment', 'category', 'job class'],
    headcount: ['staff', 'fte', 'count', 'number', 'headcount', 'staff count', 'total fte', 'employees', 'teachers'],
    annualTurnover: ['turnover', 'turnover rate', 'annual turnover', '% turnover', 'attrition', 'leave rate'],
  },
  position: {
    title: ['position', 'title', 'position title', 'job title', 'job', 'assignment'],
    code: [
      'position number',
      'position code',
      'pcn',
      'position id',
      'employee id',
      'id',
      'held by',
      'staff id',
      'holder',
      'held',
      'incumbent',
      'employee',
      'employee number',
      'staff number',
      'staff code',
    ],
    function: ['function', 'role', 'does', 'work', 'duty', 'kind of work'],
    status: ['status', 'position status', 'filled', 'vacancy'],
    expectedFillMonth: ['expected fill', 'fill date', 'expected start'],
    'positionPeriod.fte': ['fte', 'position fte', 'full time equivalent'],
    'positionPeriod.salaryCents': [
      'salary',
      'base salary',
      'annual salary',
      'base pay',
      'pay',
      'annual pay',
      'salary at 1 0',
    ],
    'positionPeriod.benefitRate': ['benefits', 'benefit rate', 'fringe', 'fringe rate', '% benefits'],
    'positionPeriod.unitId': [
      'school',
      'campus',
      'building',
      'location',
      'site',
      'works at',
      'school name',
      'department',
    ],
    'positionPeriod.fromMonth': [
      'from',
      'start',
      'start date',
      'begin date',
      'start month',
      'effective date',
      'hire date',
    ],
    'positionPeriod.toMonth': ['until', 'end', 'end date', 'end month', 'last month'],
    'positionPeriod.rolloutShare': ['on the rollout', 'time on rollout', '% of time', 'percent of time'],
  },
  role: { name: ['role', 'job title', 'title'] },
  wave: { name: ['wave', 'cohort', 'phase'], startMonth: ['start', 'start date', 'starts', 'begins'] },
  component: {
    name: ['component', 'essential component', 'practice', 'element'],
    description: ['description', 'definition', 'what it is'],
  },
  fundingSource: {
    name: ['fund', 'funding source', 'source', 'fund name', 'grant', 'grant name'],
    obligationEndMonth: ['obligation end', 'end date', 'grant end', 'expires', 'obligate by'],
    liquidationEndMonth: ['liquidation end', 'liquidate by'],
    startMonth: ['start', 'start date', 'award date'],
  },
  costLine: {
    name: ['cost', 'item', 'description', 'line', 'budget line', 'account description'],
    amountCents: ['amount', 'cost', 'budget', 'total', 'budgeted'],
    functionCode: ['function', 'function code', 'func'],
    objectCode: ['object', 'object code', 'obj'],
  },
}

/** The child tables whose fields may stand in the same row as their parent's. */
const childFields: Partial<Record<TableName, readonly TableName[]>> = { position: ['positionPeriod'] }

const splitKey = (key: string): string =>
  plainName(key.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replace(/ (Id|Cents)s?$/, ''))

const namesOfField = (table: TableName, key: string, prefix: string): string[] => {
  const field = tableOf(table).fields[key]
  const own = field ? [plainName(field.label), splitKey(key)] : []
  return [...own, ...(fieldSynonyms[prefix === '' ? table : 'position']?.[prefix + key] ?? [])]
}

/** Every field that a mapping into `table` may fill (child fields as `child.key`), with the names it goes by. */
export const fieldNames = (table: TableName): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, readonly string[]>()
  for (const key of Object.keys(tableOf(table).fields)) names.set(key, namesOfField(table, key, ''))
  for (const child of childFields[table] ?? []) {
    const { fields, parent } = tableOf(child)
    for (const key of Object.keys(fields)) {
      if (key !== parent) names.set(`${child}.${key}`, namesOfField(child, key, `${child}.`))
    }
  }
  return names
}

/** Columns of a school directory that tell the district a school belongs to. */
export const districtNameHeaders = ['leanm', 'lea name', 'district name', 'district', 'distname', 'lea', 'corporation']
export const districtCodeHeaders = [
  'stid',
  'st leaid',
  'district number',
  'district code',
  'district id',
  'leaid',
  'lea id',
  'cdn',
]

/** Columns of a school directory that tell its grades and its type (NCES: 1 regular … 4 alternative). */
export const lowGradeHeaders = ['gslo', 'low grade', 'lowest grade', 'grade low', 'grades from']
export const highGradeHeaders = ['gshi', 'high grade', 'highest grade', 'grade high', 'grades to']
export const schoolTypeHeaders = ['type', 'sch type', 'school type']

/** Columns that no field takes, but that only a header holds. */
const recordHeaders = ['survyear', 'status', 'charter', 'dpetallc', 'dpsttofc', 'dpsutofc', 'dpsstofc', 'dpsctofc']

const known: ReadonlySet<string> = new Set([
  ...tableNames.flatMap((table) => [...fieldNames(table).values()].flat()),
  ...districtNameHeaders,
  ...districtCodeHeaders,
  ...highGradeHeaders,
  ...schoolTypeHeaders,
  ...recordHeaders,
])

/** True for a header, as `plainName` writes it, that any table's field is known to go by. */
export const isKnownHeader = (name: string): boolean => known.has(name)
