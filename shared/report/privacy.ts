import { foldText } from '../plan/names'
import { rowsOf } from '../plan/plan'
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
  /** Who answers for something, a role or a code: of a code the title of its position where codes are not shown. */
  readonly owner: (owner: string) => string
  /** A role or code of a person, or "one person" in its place. */
  readonly person: (code: string) => string
  /** A sentence under tables in which something may be hidden; null where nothing ever is. */
  readonly note: string | null
}

/** Whether these readers see the codes of people and small groups. */
export const seesCodes = (audience: Audience): boolean => audience === 'cabinet' || audience === 'team'

/** The board and principals see no codes and no group smaller than the setting; cabinet and team see all. */
export const privacyFor = ({ subject, options }: ReportFacts): Privacy => {
  const { suppressBelow } = subject.settings
  const isOpen = seesCodes(options.audience)
  const titles = new Map(
    rowsOf(subject.plan, 'position').flatMap(({ code, title }) =>
      code === null ? [] : [[foldText(code), title] as const],
    ),
  )
  const isSmall = (count: number): boolean => !isOpen && count > 0 && count < suppressBelow
  return {
    people: (count) => (isSmall(count) ? `fewer than ${suppressBelow}` : count),
    about: (count, cell) => (isSmall(count) ? '–' : cell),
    position: ({ title, code }) => (isOpen && code !== null ? `${title} (${code})` : title),
    owner: (owner) => (isOpen ? owner : (titles.get(foldText(owner)) ?? owner)),
    person: (code) => (isOpen ? code : 'One person'),
    note: isOpen ? null : `Groups of fewer than ${suppressBelow} people are not shown.`,
  }
}
