import { fromColumn, type Mapping } from './mapping'
import { guessStaffTotals, type StaffTotalsMapping } from './staff-totals-mapping'

/** A mapping that ships with the app, for a file that many planners get. */
export type ExampleMapping = {
  readonly name: string
  readonly about: string
  readonly mapping: Mapping
}

/**
 * The school directory of the NCES Common Core of Data in its older layout (SCHNAM, LEANM, GSLO, GSHI…). All districts and
 * closed schools are in it: the caller adds a filter for the district (`withDistrict`).
 */
export const nationalSchoolDirectory: ExampleMapping = {
  name: 'School directory (NCES)',
  about: 'Open schools with their code, district and level, from the Common Core of Data.',
  mapping: {
    formatVersion: 1,
    table: 'unit',
    headerRow: null,
    fields: [
      fromColumn('name', 'SCHNAM'),
      fromColumn('externalId', 'SEASCH'),
      fromColumn('level', 'GSLO', { kind: 'level', highColumn: 'GSHI', typeColumn: 'TYPE' }),
    ],
    filters: [{ column: 'STATUS', test: 'equals', value: '1' }],
    parent: { nameColumn: 'LEANM', codeColumn: 'STID' },
    emptyCells: 'keep',
    skipsTotals: true,
  },
}

/** The same mapping for the schools of one district only. */
export const withDistrict = (mapping: Mapping, district: string): Mapping =>
  mapping.parent === null
    ? mapping
    : {
        ...mapping,
        filters: [...mapping.filters, { column: mapping.parent.nameColumn, test: 'equals', value: district }],
      }

/** The district file of the Texas Academic Performance Report: staff in full-time equivalents, pay, turnover, students. */
export const texasDistrictStaff: StaffTotalsMapping = guessStaffTotals([
  'DISTRICT',
  'DISTNAME',
  'DPETALLC',
  'DPETECOP',
  'DPSTTOFC',
  'DPSUTOFC',
  'DPSSTOFC',
  'DPSCTOFC',
  'DPSETOFC',
  'DPSTURNR',
  'DPSTTOSA',
  'DPSUTOSA',
  'DPSSTOSA',
  'DPSCTOSA',
])
