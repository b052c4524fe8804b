import type { Parameter } from './parameter'

/** How a parameter's number is written: what is kept × `scale`, with what stands behind it. */
export const parameterUnit = ({ unit }: Parameter): { readonly scale: number; readonly suffix: string } => {
  const share = /^share(?: (.*))?$/.exec(unit)
  if (share) return { scale: 100, suffix: share[1] === undefined ? '%' : `% ${share[1]}` }
  return { scale: 1, suffix: unit === 'no unit' ? '' : ` ${unit}` }
}

/** A parameter's value as it is read: "0.25% of trained people per month", "2 hours per person and month". */
export const parameterWords = (parameter: Parameter, value: number | string): string => {
  if (parameter.kind === 'choice')
    return parameter.choices.find((choice) => choice.value === value)?.label ?? `${value}`
  const number = Number(value)
  if (!Number.isFinite(number)) return String(value)
  const { scale, suffix } = parameterUnit(parameter)
  // the scale is a power of ten, so twelve digits hide only what multiplying by it added
  return `${Number((number * scale).toPrecision(12))}${suffix}`
}

const fold = (text: string): string => text.trim().toLowerCase()

/** The number in "0.25% of trained people per month" or "2 hours"; null where it is none. */
export const readParameterNumber = (parameter: Parameter, text: string): number | null => {
  const { scale, suffix } = parameterUnit(parameter)
  const end = fold(suffix)
  const plain = end !== '' && fold(text).endsWith(end) ? text.trim().slice(0, -end.length) : text.trim()
  const isPercent = scale !== 1
  // without its unit a share must at least say that it is a percentage
  if (isPercent && plain === text.trim() && !plain.endsWith('%')) return null
  const number = plain.replace(/%$/, '').trim()
  if (!/^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(number)) return null
  return isPercent ? Number((Number(number) / scale).toPrecision(12)) : Number(number)
}

/** Reads what `parameterWords` writes, as a row of the plan keeps it; null where it is not a value. */
export const readParameterWords = (parameter: Parameter, text: string): string | null => {
  if (parameter.kind === 'choice')
    return parameter.choices.find(({ label }) => fold(label) === fold(text))?.value ?? null
  const value = readParameterNumber(parameter, text)
  return value === null ? null : String(value)
}
