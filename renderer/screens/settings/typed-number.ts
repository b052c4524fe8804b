import { formatNumber } from '@shared/plan/format'
import { decimalToNumber, parseDecimal } from '@shared/plan/parse-number'
import { err, ok, type Result } from '@shared/plan/result'
import type { NumberEditor } from './entry'

// what stands between a kept and a typed number is a power of ten, so twelve digits hide only what dividing by it added
const tidy = (value: number): number => Number(value.toPrecision(12))

/** A kept number as it stands in its field, without the unit: "55", "0.25", "1,000". */
export const typedText = ({ scale }: NumberEditor, kept: number): string => formatNumber(tidy(kept / scale))

/** A kept number with what it counts: "55%", "$120", "24 months". */
export function numberWords(editor: NumberEditor, kept: number): string {
  const { prefix, suffix, unit } = editor
  return `${prefix}${typedText(editor, kept)}${suffix}${unit === '' ? '' : ` ${unit}`}`
}

const short = (editor: NumberEditor, kept: number): string =>
  `${editor.prefix}${typedText(editor, kept)}${editor.suffix}`

/** What a number may be, to go after "must be". */
export function allowedWords(editor: NumberEditor): string {
  const { min, max, isMinAllowed } = editor
  if (max === null) return isMinAllowed ? `${short(editor, min)} or more` : `more than ${short(editor, min)}`
  return isMinAllowed
    ? `between ${short(editor, min)} and ${short(editor, max)}`
    : `more than ${short(editor, min)} and at most ${short(editor, max)}`
}

/** Reads what was typed into a field; answers the number to keep, or a sentence that says what it may be. */
export function readTyped(editor: NumberEditor, label: string, text: string): Result<number, string> {
  const decimal = parseDecimal(editor.suffix === '%' ? text.replace(/\s*%\s*$/, '') : text)
  const kind = editor.isWhole && editor.scale === 1 ? 'a whole number, ' : ''
  const refused = err(`${label} must be ${kind}${allowedWords(editor)}.`)
  if (decimal === null) return refused
  const exact = tidy(decimalToNumber(decimal) * editor.scale)
  // cents and hundredths of a percent are as fine as the plan keeps them
  const kept = editor.isWhole && editor.scale > 1 ? Math.round(exact) : exact
  const { min, max, isMinAllowed, isWhole } = editor
  const isInRange = (isMinAllowed ? kept >= min : kept > min) && (max === null || kept <= max)
  return isInRange && (!isWhole || Number.isInteger(kept)) ? ok(kept) : refused
}
