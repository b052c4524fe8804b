const colors = 'red|green|yellow|amber|orange|blue|purple|pink|grey|gray'
const things = 'line|lines|bar|bars|area|areas|cell|cells|row|rows|box|boxes|part|parts|text|dot|dots|one|ones|schools?'

/** "the red line", "marked in green", "shown in red": something that only a color tells apart. */
const byColor = new RegExp(
  `\\b(?:(?:marked|shown|highlighted|printed|drawn|flagged|colored|everything|items|those)\\s+(?:in\\s+)?(?:${colors})|(?:the|all|every)\\s+(?:${colors})\\s+(?:${things}))\\b`,
  'i',
)

/** The words of a text that tell something by color only; null where there are none. */
export const colorWordsIn = (text: string): string | null => byColor.exec(text)?.[0] ?? null

/** True for a text of several words that has no small letter: no abbreviation, but shouting. */
export const isInCapitals = (text: string): boolean => {
  const words = text.match(/\p{L}{3,}/gu) ?? []
  return words.length >= 4 && !/\p{Ll}/u.test(text)
}

/** The first address in a text that stands there without words for it; null where there is none. */
export const nakedAddress = (text: string): string | null => /\bhttps?:\/\/\S+/i.exec(text)?.[0] ?? null

/** True for words of a link that say nothing about where it leads. */
export const saysNothing = (text: string): boolean =>
  /^(?:|here|click here|click|link|this link|more|read more|see here|https?:\/\/\S+)$/i.test(text.trim())
