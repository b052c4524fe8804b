import type { SectionId } from '../report'

/** Where a part of a report stands in the window: a block of a section, or what the planner typed beside it. */
export type AccessPlace =
  | { readonly kind: 'block'; readonly sectionId: SectionId; readonly blockAt: number }
  | { readonly kind: 'field'; readonly field: 'decisionAsked' | 'contact' | 'besides' }
  | { readonly kind: 'district' }

type Part =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** `series` is how many lines or areas have to be told apart; `hasTable` says whether the same figures can be read as a table. */
  | {
      readonly kind: 'figure'
      readonly title: string
      readonly alt: string
      readonly series: readonly string[]
      readonly hasTable: boolean
    }
  /** A null list of headers: no cell of the table is marked as one. */
  | { readonly kind: 'table'; readonly title: string; readonly headers: readonly string[] | null }
  | { readonly kind: 'status'; readonly figure: string; readonly word: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: string }
  /** Colors as `#rrggbb`. */
  | { readonly kind: 'colors'; readonly text: string; readonly background: string; readonly isLarge: boolean }
  | { readonly kind: 'sheet'; readonly name: string; readonly firstCell: string }

/** One part of a document, in reading order, with where it stands in words: "Reach, Schools". */
export type AccessPart = Part & { readonly where: string; readonly place: AccessPlace | null }

/**
 * What a screen reader gets of a document, whatever its form: made of the report before it is written, and read from
 * the files afterwards, so that one list of rules judges both.
 */
export type AccessDocument = {
  readonly title: string
  /** Such as `en-US`. */
  readonly language: string
  /** Whom to ask, where the document names somebody; undefined where the form does not tell. */
  readonly contact?: string | null
  readonly parts: readonly AccessPart[]
}

export type AccessRule =
  | 'title'
  | 'language'
  | 'contact'
  | 'heading-empty'
  | 'heading-skipped'
  | 'figure-title'
  | 'figure-alt'
  | 'figure-table'
  | 'figure-series'
  | 'table-title'
  | 'table-headers'
  | 'table-header-empty'
  | 'table-header-twice'
  | 'table-wide'
  | 'status-word'
  | 'color-only'
  | 'capitals'
  | 'link-text'
  | 'contrast'
  | 'sheet-name'
  | 'sheet-start'

/** Something that a reader with a screen reader or low vision would not get, or would have trouble with. */
export type AccessFinding = {
  readonly rule: AccessRule
  /** `barrier`: does not reach them; `advice`: is hard for them. */
  readonly weight: 'barrier' | 'advice'
  /** What it is, as a sentence. */
  readonly what: string
  /** Where it stands, in words. */
  readonly where: string
  /** What to do about it, as a sentence. */
  readonly toDo: string
  readonly place: AccessPlace | null
  /** The words it is about, where it is about words: they may stand in a row of the plan. */
  readonly quote: string | null
}
