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
