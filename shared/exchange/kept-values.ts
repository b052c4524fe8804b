import { parameterWords, readParameterNumber, readParameterWords } from '../model/parameter-words'
import { parameterTable } from '../model/parameters'
import { foldText } from '../plan/names'
import { readSettingNumber, readSettingWords, settingWords } from '../plan/setting-words'
import { isSettingKey, parseSetting, settings, settingText, type SettingKey } from '../plan/settings'
import type { TableName } from '../plan/table-name'

/** A setting or a model parameter as it stands in a sheet: by its name, its value with its unit. */
export type KeptValue = {
  readonly key: string
  /** What it is called on screen. */
  readonly label: string
  readonly help: string
  /** A kept text in words; null where it cannot be read. */
  readonly words: (kept: string) => string | null
  readonly read: (words: string) => string | null
  /** The same for a bound of its plausible range. */
  readonly numberWords: (kept: number) => string
  readonly readNumber: (words: string) => number | null
  /** How it is written: "3%", "24 months". */
  readonly example: string
}

/** The tables whose rows are settings: a key, a value, and the range around it. */
export const isKeptTable = (table: TableName): table is 'setting' | 'parameter' =>
  table === 'setting' || table === 'parameter'

const settingAsKept = (key: SettingKey): KeptValue => {
  const { label, help } = settings[key].field
  return {
    key,
    label,
    help,
    words: (kept) => {
      const value = parseSetting(key, kept)
      return value === null ? null : settingWords(key, value)
    },
    read: (words) => {
      const value = readSettingWords(key, words)
      return value === null ? null : settingText(value)
    },
    numberWords: (kept) => settingWords(key, kept),
    readNumber: (words) => readSettingNumber(key, words),
    example: settingWords(key, settings[key].value),
  }
}

const parameterAsKept = (parameter: (typeof parameterTable)[number]): KeptValue => ({
  key: parameter.key,
  label: parameter.label,
  help: parameter.help,
  words: (kept) => parameterWords(parameter, kept),
  read: (words) => readParameterWords(parameter, words),
  numberWords: (kept) => parameterWords(parameter, kept),
  readNumber: (words) => readParameterNumber(parameter, words),
  example: parameterWords(parameter, parameter.value),
})

const keptValues: Readonly<Record<'setting' | 'parameter', readonly KeptValue[]>> = {
  setting: Object.keys(settings).filter(isSettingKey).map(settingAsKept),
  parameter: parameterTable.map(parameterAsKept),
}

/** All that a row of the table can be about, in the order of the screen. */
export const keptValuesOf = (table: 'setting' | 'parameter'): readonly KeptValue[] => keptValues[table]

export const keptByKey = (table: 'setting' | 'parameter', key: string): KeptValue | undefined =>
  keptValues[table].find((one) => one.key === key)

/** By the name on screen; the key itself stands in sheets of earlier versions, with its value as it is kept. */
export const keptByLabel = (table: 'setting' | 'parameter', text: string): KeptValue | undefined =>
  keptByKey(table, text) === undefined
    ? keptValues[table].find(({ label }) => foldText(label) === foldText(text))
    : undefined

/** The fields of such a row that a sheet shows in words. */
export type KeptFields = {
  readonly key: string
  readonly value: string
  readonly low: string | null
  readonly high: string | null
}

type KeptRow = {
  readonly key: string
  readonly value: string
  readonly low: number | null
  readonly high: number | null
}

/**
 * A row as a sheet shows it; null where it would not come back as it is, so that it has to stand there as it is kept: a
 * key that this version does not know, a number of more digits than are shown.
 */
export const inWords = (table: 'setting' | 'parameter', { key, value, low, high }: KeptRow): KeptFields | null => {
  const kept = keptByKey(table, key)
  const words = kept?.words(value) ?? null
  if (!kept || words === null || kept.read(words) !== value) return null
  const bound = (number: number | null): string | null => (number === null ? null : kept.numberWords(number))
  const fields = { key: kept.label, value: words, low: bound(low), high: bound(high) }
  const isSame = (text: string | null, number: number | null): boolean =>
    text === null ? number === null : kept.readNumber(text) === number
  return isSame(fields.low, low) && isSame(fields.high, high) ? fields : null
}
