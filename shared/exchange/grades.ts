const beforeFirst: Readonly<Record<string, number>> = { PK: -1, PREK: -1, EE: -2, TK: 0, KG: 0, K: 0, TG: 0 }

/** A grade as a number: PK −1, kindergarten 0, grades 1–13; null for ungraded or anything else. */
const gradeNumber = (grade: string): number | null => {
  const plain = grade
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
  const early = beforeFirst[plain]
  if (early !== undefined) return early
  const number = /^0*(\d{1,2})(?:ST|ND|RD|TH)?$/.exec(plain)?.[1]
  return number === undefined || Number(number) > 13 ? null : Number(number)
}

export type Level = 'early' | 'elementary' | 'middle' | 'high' | 'combined' | 'alternative'

/**
 * The level of a school with grades `low` to `high`, after the rule of the NCES Common Core of Data: primary up to grade 8
 * where it begins at grade 3 or below, middle from 4–7 to 4–9, high from 7–12 to 12, anything else combined; schools that
 * end with kindergarten count as early. Null where a grade cannot be read. Type 4 of that directory is "alternative".
 */
export const levelOf = (low: string, high: string, type: string | null = null): Level | null => {
  if (type !== null && /^(4|alternative.*)$/i.test(type.trim())) return 'alternative'
  const from = gradeNumber(low)
  const to = gradeNumber(high)
  if (from === null || to === null || to < from) return null
  if (to <= 0) return 'early'
  if (from <= 3 && to <= 8) return 'elementary'
  if (from >= 4 && from <= 7 && to <= 9) return 'middle'
  return from >= 7 && to >= 12 ? 'high' : 'combined'
}

/** The two ends of a span in one cell: "PK-05", "9–12", "K to 5"; null where it is none. */
export const gradeSpan = (text: string): readonly [string, string] | null => {
  const parts = text.split(/\s*(?:-|–|—|to|through|thru)\s*/i)
  const [low, high] = parts
  return parts.length === 2 && low !== undefined && high !== undefined ? [low, high] : null
}
