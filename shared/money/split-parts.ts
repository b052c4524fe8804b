import { formatFte, formatShare } from '../plan/format-value'
import { decimalToNumber, parseDecimal } from '../plan/parse-number'
import { err, ok, type Result } from '../plan/result'
import { splitCents } from './cents'

/** One part of a whole, as a planner types it: FTE ("0.6", in hundredths), a share ("60%", in basis points), or the rest. */
export type Part =
  | { readonly kind: 'fte'; readonly fte: number }
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'rest' }

const rest: Part = { kind: 'rest' }

/** Reads a part: "0.6" or "0.6 FTE" is FTE, "60%" a share, nothing the rest. Null: none of them, or not above 0. */
export function readPart(text: string): Part | null {
  const typed = text.trim()
  if (typed === '') return rest
  const isShare = typed.endsWith('%')
  const decimal = parseDecimal(typed.replace(/\s*(?:%|fte)$/i, ''))
  if (decimal === null) return null
  const hundredths = Math.round(decimalToNumber(decimal) * 100)
  if (hundredths <= 0) return null
  return isShare ? { kind: 'share', share: hundredths } : { kind: 'fte', fte: hundredths }
}

const fractionOf = (part: Part, fte: number): number =>
  part.kind === 'fte' ? part.fte / fte : part.kind === 'share' ? part.share / 10_000 : 0

// hundredths of a percent are as fine as shares are kept
const fine = 0.5 / 10_000

const both = (fraction: number, fte: number): string =>
  `${formatFte(Math.round(fraction * fte))} FTE (${formatShare(Math.round(fraction * 10_000))})`

/**
 * Divides `grains` (hundredths of FTE, or basis points) of a position of `fte` hundredths into parts that add up to
 * them, by largest remainder; what is left of the typed parts goes evenly to the empty ones. Else a sentence that says
 * what is left over or lacking.
 */
export function dividedInto(grains: number, fte: number, parts: readonly Part[]): Result<number[], string> {
  const typed = parts.map((part) => fractionOf(part, fte))
  const sum = typed.reduce((all, fraction) => all + fraction, 0)
  const empty = parts.filter(({ kind }) => kind === 'rest').length
  if (sum > 1 + fine) return err(`The parts are ${both(sum - 1, fte)} more than the position has.`)
  if (empty === 0 && sum < 1 - fine)
    return err(`${both(1 - sum, fte)} is left over. Leave one part empty to give it what is left.`)
  const left = Math.max(0, 1 - sum)
  if (empty > 0 && left < fine) return err('Nothing is left for the parts that are empty.')
  const divided = splitCents(
    grains,
    typed.map((fraction, at) => (parts[at]?.kind === 'rest' ? left / empty : fraction)),
  )
  return divided.every((part) => part > 0) ? ok(divided) : err('A part would be less than 0.01 FTE.')
}
