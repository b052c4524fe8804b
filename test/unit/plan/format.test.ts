import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as f from '@shared/plan/field'
import type { Field, Value } from '@shared/plan/field'
import { formatValue, parseDay, parseMonth, parseText, valueOfNumber, type Names } from '@shared/plan/format'
import { checkValue } from '@shared/plan/row-schema'
import { tableNames } from '@shared/plan/table-name'
import { tableOf } from '@shared/plan/tables'
import { idAt } from '../../fixtures/ids'
import { arbitraryValue } from '../../fixtures/arbitrary-value'

const words = { label: 'Amount', help: 'h' }
const money = f.money({ ...words, min: -1e9 })
const fte = f.fte(words)
const share = f.share({ ...words, max: 20_000 })
const number = f.number({ ...words, unit: '', min: -1e12, max: 1e12 })
const month = f.month(words)
const day = f.day(words)
const yesNo = f.yesNo({ ...words, default: true })
const choice = f.choice({ ...words, options: { a: 'Every month', b: 'Once' } })
const tags = f.tags(words)

const read = (field: Field, text: string, names?: Names): Value | string => {
  const result = parseText(field, text, names)
  return result.ok ? result.value : `refused: ${result.error}`
}

describe('amounts', () => {
  it.each([
    [money, '$1,200.50', 120_050],
    [money, '1200.5', 120_050],
    [money, '(1,200)', -120_000],
    [money, '($1,200.01)', -120_001],
    [money, '-$3', -300],
    [money, '$ -3', -300],
    [money, '300-', -30_000],
    [money, '\u22125', -500],
    [money, '1.005', 101],
    [money, '1.2E+05', 12_000_000],
    [money, '.5', 50],
    [money, '', null],
    [money, '  ', null],
    [fte, '1.25', 125],
    [fte, '1', 100],
    [fte, '0.335', 34],
    [number, '12,000.25', 12_000.25],
    [number, '-0', 0],
    [number, '1e-9', 1e-9],
    [share, '45%', 4500],
    [share, '45 %', 4500],
    [share, '45', 4500],
    [share, '.45', 4500],
    [share, '0.4567', 4567],
    [share, '1', 100],
    [share, '1%', 100],
    [share, '0.5%', 50],
    [share, '120', 12_000],
    [share, '33.333%', 3333],
  ] as const)('reads %#: "%s"', (field, text, value) => {
    expect(read(field, text)).toBe(value)
  })

  it.each([
    [money, 'twelve'],
    [money, '1,20'],
    [money, '1,2000'],
    [money, '--5'],
    [money, '(-5)'],
    [money, '$'],
    [money, '.'],
    [money, '1e99'],
    [money, 'NaN'],
    [number, 'Infinity'],
    [number, '0x10'],
    [share, '%'],
    [share, '45%%'],
    [share, '201%'],
    [fte, '-1'],
  ] as const)('refuses %#: "%s"', (field, text) => {
    expect(read(field, text)).toMatch(/^refused: Amount must be .*between .+ and .+\.$/)
  })

  it('writes what a planner would write', () => {
    expect(formatValue(money, 120_050)).toBe('$1,200.50')
    expect(formatValue(money, 120_000)).toBe('$1,200')
    expect(formatValue(money, -5)).toBe('-$0.05')
    expect(formatValue(fte, 125)).toBe('1.25')
    expect(formatValue(fte, 50)).toBe('0.5')
    expect(formatValue(fte, 100)).toBe('1.0')
    expect(formatValue(share, 4500)).toBe('45%')
    expect(formatValue(share, 1250)).toBe('12.5%')
    expect(formatValue(number, 12_000.5)).toBe('12,000.5')
    expect(formatValue(number, null)).toBe('')
    expect(formatValue(tableOf('sourceYear').fields['fiscalYear']!, 2027)).toBe('2027')
  })
})

describe('numbers that a spreadsheet keeps as numbers', () => {
  it('takes a share that the field may hold as a fraction, a larger one as a percentage', () => {
    const plain = f.share(words)
    expect(valueOfNumber(plain, 1)).toEqual({ ok: true, value: 10_000 })
    expect(valueOfNumber(plain, 0.07)).toEqual({ ok: true, value: 700 })
    expect(valueOfNumber(plain, 45)).toEqual({ ok: true, value: 4500 })
    expect(valueOfNumber(share, 1.2)).toEqual({ ok: true, value: 12_000 })
    expect(valueOfNumber(share, 0)).toEqual({ ok: true, value: 0 })
  })

  it('rounds dollars to cents and gives a text its plain digits', () => {
    expect(valueOfNumber(money, 1200.3333333)).toEqual({ ok: true, value: 120_033 })
    expect(valueOfNumber(f.text(words), 12)).toEqual({ ok: true, value: '12' })
    expect(valueOfNumber(yesNo, 1)).toEqual({ ok: true, value: true })
  })
})

describe('months and days', () => {
  it.each([
    'Jul 2027',
    'July 2027',
    'jul. 2027',
    '2027-07',
    '2027-7',
    '7/2027',
    '07/2027',
    'Jul-27',
    '7/1/2027',
    '2027-07-31',
    '2027-07-01T00:00:00.000Z',
  ])('reads "%s" as July 2027', (text) => {
    expect(read(month, text)).toBe('2027-07')
  })

  it.each(['2027-07-01', '7/1/2027', '07/01/27', '7-1-2027', 'Jul 1, 2027', 'July 1 2027', '1 Jul 2027', '1-Jul-27'])(
    'reads "%s" as the first of July 2027',
    (text) => {
      expect(read(day, text)).toBe('2027-07-01')
    },
  )

  it('knows leap years', () => {
    expect(parseDay('2/29/2028')).toBe('2028-02-29')
    expect(parseDay('2/29/2027')).toBeNull()
    expect(parseDay('2/29/2100')).toBeNull()
    expect(parseDay('13/1/2027')).toBeNull()
  })

  it.each(['2027', 'Ju 2027', '13/2027', '0/2027', 'soon', '2027-07-32', '1889-01', '2151-01'])(
    'refuses "%s" as a month and says what a month looks like',
    (text) => {
      expect(read(month, text)).toBe('refused: Amount must be a month between Jan 1990 and Dec 2150, such as Jul 2027.')
    },
  )

  it('writes them for reading', () => {
    expect(formatValue(month, '2027-07')).toBe('Jul 2027')
    expect(formatValue(day, '2027-07-01')).toBe('7/1/2027')
    expect(parseMonth('nonsense')).toBeNull()
  })
})

describe('words', () => {
  it('reads yes and no in the ways they are written', () => {
    for (const text of ['Yes', 'y', 'TRUE', '1', 'x']) expect(read(yesNo, text)).toBe(true)
    for (const text of ['No', 'n', 'false', '0']) expect(read(yesNo, text)).toBe(false)
    expect(read(yesNo, '')).toBe(true)
    expect(read(yesNo, 'maybe')).toBe('refused: Amount must be Yes or No.')
  })

  it('reads choices by their words or their stored value', () => {
    expect(read(choice, 'every MONTH')).toBe('a')
    expect(read(choice, 'b')).toBe('b')
    expect(read(choice, '')).toBeNull()
    expect(read(choice, 'weekly')).toBe('refused: Amount must be one of: Every month, Once.')
  })

  it('keeps an entry of a list that holds the separator', () => {
    expect(formatValue(tags, ['a; b', '"c"', 'd'])).toBe('"a; b"; """c"""; d')
    expect(read(tags, '"a; b"; """c"""; d')).toEqual(['a; b', '"c"', 'd'])
    expect(read(tags, ' rural ;; bilingual; rural;')).toEqual(['rural', 'bilingual'])
    expect(read(tags, '')).toEqual([])
  })

  it('finds references by name, and says when there is none or more than one', () => {
    const ids = new Map([
      ['north', [idAt(1)]],
      ['south', [idAt(2), idAt(3)]],
    ])
    const names: Names = {
      nameOf: (_, id) => (id === idAt(1) ? 'North' : '?'),
      idsOf: (_, text) => ids.get(text.toLowerCase()) ?? [],
    }
    const field = f.reference({ ...words, table: 'unit' })
    expect(read(field, 'North', names)).toBe(idAt(1))
    expect(read(field, 'South', names)).toBe(
      'refused: "South" stands 2 times in the list "Schools and departments": say which one is meant.',
    )
    expect(read(field, 'East', names)).toBe('refused: There is no "East" in the list "Schools and departments".')
    expect(read(field, idAt(7))).toBe(idAt(7))
  })

  it('refuses an empty text for a field that must be filled', () => {
    expect(read(f.requiredText(words), '')).toBe('refused: Amount must not be empty.')
    expect(read(f.requiredNumber({ ...words, unit: '', min: 1, max: 2, default: 1 }), '')).toBe(1)
  })
})

describe('every field of every table', () => {
  const fields = tableNames.flatMap((table) =>
    Object.entries(tableOf(table).fields).map(([key, field]) => [`${table}.${key}`, field] as const),
  )

  it.each(fields)('%s: what is written is read back as the same value', (_, field) => {
    fc.assert(
      fc.property(arbitraryValue(field), (value) => {
        expect(checkValue(field, value)).toBeNull()
        expect(parseText(field, formatValue(field, value))).toEqual({ ok: true, value: value ?? field.default })
      }),
      { numRuns: 50 },
    )
  })

  it('never throws, whatever is typed, and answers only what the field may hold', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.double().map(String)),
        ([, field], text) => {
          const result = parseText(field, text)
          const isRight = result.ok ? checkValue(field, result.value) === null : result.error.endsWith('.')
          expect(isRight).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
