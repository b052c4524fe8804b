/**
 * Logarithm, exponential and normal quantile from the four operations and square root alone, which every engine rounds
 * the same way: draws are the same to the last bit on every computer. Good to about 1e-14.
 */

const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10

/** 2^exponent, exactly, for a whole exponent. */
function powerOfTwo(exponent: number): number {
  let power = 1
  for (let step = Math.abs(exponent); step > 0; step -= 1) power *= 2
  return exponent < 0 ? 1 / power : power
}

/** e^x for |x| ≤ 700. */
export function portableExp(x: number): number {
  const exponent = Math.round(x / (ln2High + ln2Low))
  const rest = x - exponent * ln2High - exponent * ln2Low
  let sum = 1
  for (let term = 14; term > 0; term -= 1) sum = 1 + (sum * rest) / term
  return sum * powerOfTwo(exponent)
}

/** The natural logarithm of a positive finite number. */
export function portableLog(x: number): number {
  let exponent = 0
  let mantissa = x
  for (; mantissa > 1.5; exponent += 1) mantissa /= 2
  for (; mantissa < 0.75; exponent -= 1) mantissa *= 2
  const slope = (mantissa - 1) / (mantissa + 1)
  const square = slope * slope
  let sum = 0
  for (let power = 27; power > 0; power -= 2) sum = sum * square + 1 / power
  return exponent * ln2High + (2 * slope * sum + exponent * ln2Low)
}

/** The value of a polynomial, highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)
}

// Rational approximations of the normal quantile: Wichura 1988, Applied Statistics 37, algorithm AS 241 (PPND16).
const centreTop = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
]
const centreBottom = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
]
const sideTop = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
]
const sideBottom = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
]
const tailTop = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
]
const tailBottom = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
]

/** The standard normal quantile of a probability strictly between 0 and 1. */
export function normalQuantile(probability: number): number {
  const distance = probability - 0.5
  if (Math.abs(distance) <= 0.425) {
    const r = 0.180625 - distance * distance
    return (distance * polynomial(centreTop, r)) / polynomial(centreBottom, r)
  }
  const r = Math.sqrt(-portableLog(distance < 0 ? probability : 1 - probability))
  const value =
    r <= 5
      ? polynomial(sideTop, r - 1.6) / polynomial(sideBottom, r - 1.6)
      : polynomial(tailTop, r - 5) / polynomial(tailBottom, r - 5)
  return distance < 0 ? -value : value
}
