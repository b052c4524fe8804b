import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calculate } from '../../../../renderer/components/DataSheet/arithmetic'

const worked = (text: string): number | string => {
  const found = calculate(text)
  return found.ok ? found.value : 'refused'
}

test('works out what planners type', () => {
  expect(worked('=1200*1.03')).toBe(1236)
  expect(worked('=(2+1)*$1,500.50 - 1')).toBe(4500.5)
  expect(worked('= 10 / 4')).toBe(2.5)
  expect(worked('=50%*3')).toBe(1.5)
  expect(worked('=2 × 3 − 1')).toBe(5)
  expect(worked('=2^3^2')).toBe(64)
  expect(worked('=-2^2')).toBe(4)
  expect(worked('=0.1+0.2')).toBe(0.3)
})

test('refuses what is no calculation, and what has no result', () => {
  const refused = ['=', '=1+', '=(1', '=1)', '=A1*2', '=SUM(1,2)', '=1 2', '=1,2', '=alert(1)', '=1/0', '=9^999']
  expect(refused.map(worked)).toEqual(refused.map(() => 'refused'))
  expect(worked(`=${'('.repeat(200)}1${')'.repeat(199)}`)).toBe('refused')
})

type Tree = { readonly text: string; readonly value: number }

const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: 0, max: 999 }).map((n): Tree => ({ text: String(n), value: n })),
    fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*'), tie('tree')).map(([a, sign, b]): Tree => {
      const value = sign === '+' ? a.value + b.value : sign === '-' ? a.value - b.value : a.value * b.value
      return { text: `(${a.text} ${sign} ${b.text})`, value }
    }),
  ),
})).tree

test('agrees with arithmetic itself on whatever is in brackets', () => {
  fc.assert(
    fc.property(tree, ({ text, value }) => {
      fc.pre(text.length < 390)
      expect(worked(`=${text}`)).toBe(Number(value.toPrecision(15)))
    }),
  )
})
