import type { Row } from '../plan/tables'
import type { Audience, ReportCell } from './report'
import type { ReportFacts } from './report-input'

/** What a reader may see: reports that leave the office name no codes of people and hide small groups. */
export type Privacy = {
  /** A head count, or "fewer than 10" in its place. */
  readonly people: (count: number) => ReportCell
  /** A figure about a group of so many people, or a dash in its place. */
  readonly about: (count: number, cell: ReportCell) => ReportCell
  readonly position: (position: Row<'position'>) => string
  /** Who answers for something; where people are not named only the office, or that the plan names somebody. */
  readonly owner: (owner: string | null) => string
  /** Who carries something alone, in the same way. */
  readonly person: (carriedBy: string | null) => string
  /** A sentence under tables in which something may be hidden; null where nothing ever is. */
  readonly note: string | null
}

/** Whether these readers see the codes of people and small groups. */
export const seesCodes = (audience: Audience): boolean => audience === 'cabinet' || audience === 'team'

/** What stands for somebody of whom only a name is typed. */
export const namedInWorkbook = 'Named in the workbook'

/** The board and principals see no names, no codes and no group smaller than the setting; cabinet and team see all. */
export const privacyFor = ({ subject, options, offices }: ReportFacts): Privacy => {
  const { suppressBelow } = subject.settings
  const isOpen = seesCodes(options.audience)
  const isSmall = (count: number): boolean => !isOpen && count > 0 && count < suppressBelow
  const shown = (typed: string): string => (isOpen ? typed : (offices.officeOf(typed) ?? namedInWorkbook))
  return {
    people: (count) => (isSmall(count) ? `fewer than ${suppressBelow}` : count),
    about: (count, cell) => (isSmall(count) ? '–' : cell),
    position: ({ title, code }) => (isOpen && code !== null ? `${title} (${code})` : title),
    owner: (owner) => (owner === null ? 'Nobody named' : shown(owner)),
    person: (carriedBy) => (carriedBy === null ? 'Nobody' : shown(carriedBy)),
    note: isOpen ? null : `Groups of fewer than ${suppressBelow} people are not shown.`,
  }
}
