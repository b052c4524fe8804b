import { err, ok, type Result } from '@shared/plan/result'

/** Why a calculation could not be worked out, as the planner reads it. */
const unreadable =
  'A calculation may hold numbers, + − × ÷ and brackets, such as =1200*1.03 or =(2+1)*1,500. Nothing was changed.'

type Token = { readonly kind: 'number'; readonly value: number } | { readonly kind: 'sign'; readonly sign: string }

const pattern = /\s*(?:\$?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)|([-+*/()%^]))/gy

const alike: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '−': '-', '–': '-' }

function tokensOf(text: string): Token[] | null {
  const plain = text.replaceAll(/[×÷−–]/g, (sign) => alike[sign] ?? sign).trim()
  const tokens: Token[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < plain.length) {
    const found = pattern.exec(plain)
    if (!found) return null
    if (found[1] === undefined) tokens.push({ kind: 'sign', sign: found[2] ?? '' })
    else tokens.push({ kind: 'number', value: Number(found[1].replaceAll(',', '')) })
  }
  return tokens
}

/** Reads tokens from left to right; every rule answers Number.NaN where the calculation is not well formed. */
class Reader {
  private at = 0
  private depth = 0
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  private take(...signs: readonly string[]): string | null {
    const token = this.tokens[this.at]
    if (token?.kind !== 'sign' || !signs.includes(token.sign)) return null
    this.at += 1
    return token.sign
  }

  isAtEnd(): boolean {
    return this.at === this.tokens.length
  }

  sum(): number {
    let value = this.product()
    for (let sign = this.take('+', '-'); sign !== null; sign = this.take('+', '-')) {
      const next = this.product()
      value = sign === '+' ? value + next : value - next
    }
    return value
  }

  private product(): number {
    let value = this.signed()
    for (let sign = this.take('*', '/'); sign !== null; sign = this.take('*', '/')) {
      const next = this.signed()
      value = sign === '*' ? value * next : value / next
    }
    return value
  }

  // as in a spreadsheet, a sign before a number holds before the power: -2^2 is 4
  private signed(): number {
    let base = this.unary()
    while (this.take('^') !== null) base = base ** this.unary()
    return base
  }

  private unary(): number {
    let sign = 1
    for (let found = this.take('+', '-'); found !== null; found = this.take('+', '-')) if (found === '-') sign = -sign
    return sign * this.percent()
  }

  private percent(): number {
    let value = this.single()
    while (this.take('%') !== null) value /= 100
    return value
  }

  private single(): number {
    const token = this.tokens[this.at]
    if (token?.kind === 'number') {
      this.at += 1
      return token.value
    }
    if (this.take('(') === null || this.depth > 50) return Number.NaN
    this.depth += 1
    const value = this.sum()
    this.depth -= 1
    return this.take(')') === null ? Number.NaN : value
  }
}

/** True for what is typed as a calculation. */
export const isCalculation = (text: string): boolean => text.trimStart().startsWith('=')

/**
 * Works out simple arithmetic as it is typed after "=": + − × ÷ ^, brackets, percent, dollar signs, thousands. Digits
 * beyond the fifteenth are taken for what the computer's arithmetic adds. A plain reader, nothing is run as code.
 */
export function calculate(text: string): Result<number, string> {
  const tokens = text.length > 400 ? null : tokensOf(text.trimStart().replace(/^=/, ''))
  if (!tokens || tokens.length === 0) return err(unreadable)
  const reader = new Reader(tokens)
  const value = reader.sum()
  if (Number.isNaN(value) || !reader.isAtEnd()) return err(unreadable)
  if (!Number.isFinite(value)) return err('That divides by nothing or grows beyond counting. Nothing was changed.')
  return ok(Number(value.toPrecision(15)))
}
