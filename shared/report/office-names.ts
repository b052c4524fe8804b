import { nameFields } from '../plan/for-others'
import { foldText } from '../plan/names'
import { rowsOf, type Plan } from '../plan/plan'
import { tableNames } from '../plan/table-name'
import type { AnyRow } from '../plan/tables'
import { districtOf } from '../plan/words'
import { alsoSurnames, besideWords, jobWords } from './office-words'

/** A word of a text, where it stands, and as it is compared: folded, without "'s". */
export type Word = { readonly text: string; readonly from: number; readonly to: number; readonly key: string }

const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_'’-]*[\p{L}\p{M}\p{N}])?|&/gu

export const wordsIn = (text: string): Word[] =>
  [...text.matchAll(wordPattern)].map((found) => {
    const word = found[0].replace(/['’]s$/, '')
    return { text: word, from: found.index, to: found.index + word.length, key: foldText(word) }
  })

/** Phrases by their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>

export const phrasesOf = (texts: Iterable<string>): Phrases => {
  const phrases = new Map<string, string[][]>()
  for (const text of texts) {
    const keys = wordsIn(text).map(({ key }) => key)
    const [first] = keys
    if (first !== undefined) phrases.set(first, [...(phrases.get(first) ?? []), keys])
  }
  for (const [, own] of phrases) own.sort((a, b) => b.length - a.length)
  return phrases
}

/** How many words from `at` on are one of the phrases; 0 where none is. */
export const phraseAt = (phrases: Phrases, words: readonly Word[], at: number): number => {
  const own = phrases.get(words[at]?.key ?? '') ?? []
  return own.find((keys) => keys.every((key, step) => words[at + step]?.key === key))?.length ?? 0
}

/** What a word of a typed text is: part of an office, beside one, part of a place that the plan names, or unknown. */
type Kind = 'job' | 'beside' | 'place' | 'unknown'

/** What the plan's own words say: its posts and roles, its places, and words for the things in it. */
type PlanNames = { readonly posts: Phrases; readonly places: Phrases; readonly words: ReadonlySet<string> }

/** True where nothing but spaces stands between a word and the one before it. */
const followsAtOnce = (text: string, words: readonly Word[], at: number): boolean => {
  const [before, word] = [words[at - 1], words[at]]
  return before !== undefined && word !== undefined && /^[\s.]*$/.test(text.slice(before.to, word.from))
}

const isGrade = (key: string): boolean => /^(?:p?k|\d{1,2})(?:-\d{1,2})?(?:st|nd|rd|th)?$/.test(key)

const kindOf = (key: string, { words }: PlanNames): Kind => {
  if (jobWords.has(key)) return 'job'
  return besideWords.has(key) || words.has(key) || isGrade(key) ? 'beside' : 'unknown'
}

const kindsOf = (text: string, words: readonly Word[], names: PlanNames): Kind[] => {
  const kinds: Kind[] = []
  while (kinds.length < words.length) {
    const at = kinds.length
    const [post, place] = [phraseAt(names.posts, words, at), phraseAt(names.places, words, at)]
    const end = at + Math.max(post, place)
    if (end === at) kinds.push(kindOf(words[at]?.key ?? '', names))
    else while (kinds.length < end) kinds.push(post > 0 ? 'job' : 'place')
  }
  // "Coach Grant"
  const last = words.length - 1
  const isName =
    alsoSurnames.has(words[last]?.key ?? '') && kinds[last - 1] === 'job' && followsAtOnce(text, words, last)
  if (isName && kinds[last] === 'beside') kinds[last] = 'unknown'
  return kinds
}

const isJob = (kind: Kind): boolean => kind === 'job'

/** Runs of places in which `belongs` holds and which follow on each other in the text, with nothing but spaces between. */
const runsOf = (text: string, words: readonly Word[], belongs: (at: number) => boolean): [number, number][] => {
  const runs: [number, number][] = []
  for (const at of words.keys()) {
    if (!belongs(at)) continue
    const last = runs.at(-1)
    if (last?.[1] === at && followsAtOnce(text, words, at)) last[1] = at + 1
    else runs.push([at, at + 1])
  }
  return runs
}

/** The office within a text that names somebody too: "Ana Ruiz, literacy coach" is "Literacy coach"; null where there is none. */
const officeWithin = (text: string, words: readonly Word[], kinds: readonly Kind[]): string | null => {
  const runs = runsOf(text, words, (at) => kinds[at] !== 'unknown').flatMap(([start, end]) => {
    const own = kinds.slice(start, end)
    if (!own.some(isJob)) return []
    // what stands next to a name may belong to it: "Maria Early director"
    const first = followsAtOnce(text, words, start) ? start + own.findIndex(isJob) : start
    const last = followsAtOnce(text, words, end) ? start + own.findLastIndex(isJob) : end - 1
    return [text.slice(words[first]?.from, words[last]?.to)]
  })
  const longest = runs.toSorted((a, b) => b.length - a.length)[0]
  return longest === undefined ? null : longest.charAt(0).toUpperCase() + longest.slice(1)
}

const partsOf = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Who is meant by what was typed, as far as it can be told without naming anybody. */
export type Offices = {
  /** The office, "Literacy coach", several with `; ` between; null where nothing but a person is named. */
  readonly officeOf: (typed: string) => string | null
  /** What was typed for people and is no office: names and codes, also those within longer texts. */
  readonly names: ReadonlySet<string>
  /** Words of the places of the plan, as they are compared: a school may bear somebody's name. */
  readonly placeWords: ReadonlySet<string>
}

/** Words for things in the plan, which are no names; funds and schools are left out, as both bear names of people. */
const thingWords = (plan: Plan): string[] =>
  [
    ...rowsOf(plan, 'component').map(({ name }) => name),
    ...rowsOf(plan, 'fidelityMeasure').map(({ name }) => name),
    ...rowsOf(plan, 'outcomeMeasure').map(({ name }) => name),
    ...rowsOf(plan, 'wave').map(({ name }) => name),
  ].flatMap((name) => wordsIn(name).map(({ key }) => key))

const postsOf = (plan: Plan): string[] => [
  ...rowsOf(plan, 'role').map(({ name }) => name),
  ...rowsOf(plan, 'position').map(({ title }) => title),
  ...rowsOf(plan, 'responsibility').map(({ name }) => name),
]

const placesOf = (plan: Plan): string[] => [districtOf(plan), ...rowsOf(plan, 'unit').map(({ name }) => name)]

/** All that was typed where people are named, but for whom readers are told to ask. */
const typedIn = (plan: Plan): string[] =>
  tableNames.flatMap((table) => {
    const keys = table === 'report' ? undefined : nameFields[table]
    if (!keys) return []
    return rowsOf(plan, table).flatMap((row: AnyRow) =>
      keys.flatMap((key) => {
        const value = row[key]
        return typeof value === 'string' ? partsOf(value) : []
      }),
    )
  })

/** Names within a text that is typed for a person: all of it, or what in it is neither office nor word beside one. */
const namesWithin = (text: string, words: readonly Word[], kinds: readonly Kind[]): string[] => {
  if (text.includes('@') || kinds.every((kind) => kind === 'unknown')) return [text]
  return runsOf(text, words, (at) => kinds[at] === 'unknown').flatMap(([start, end]) => {
    const run = text.slice(words[start]?.from, words[end - 1]?.to)
    // an ordinary word that is not in the lists begins with a small letter
    return /[\p{Lu}\p{N}]/u.test(run) ? [run] : []
  })
}

/** Tells offices from people in all that was typed for people in these plans. */
export function officesOf(plans: readonly Plan[]): Offices {
  const titles = new Map(
    plans.flatMap((plan) =>
      rowsOf(plan, 'position').flatMap(({ code, title }) => (code === null ? [] : [[foldText(code), title] as const])),
    ),
  )
  const own: PlanNames = {
    posts: phrasesOf(plans.flatMap(postsOf)),
    places: phrasesOf(plans.flatMap(placesOf)),
    words: new Set(plans.flatMap(thingWords)),
  }
  const read = (text: string): { words: Word[]; kinds: Kind[] } => {
    const words = wordsIn(text)
    return { words, kinds: kindsOf(text, words, own) }
  }
  const officeOf = (text: string): string | null => {
    const title = titles.get(foldText(text))
    if (title !== undefined) return title
    if (text.includes('@')) return null
    const { words, kinds } = read(text)
    const isOffice =
      kinds.some((kind) => kind === 'job' || kind === 'place') && kinds.every((kind) => kind !== 'unknown')
    return isOffice ? text : officeWithin(text, words, kinds)
  }
  return {
    officeOf: (typed) => {
      const parts = partsOf(typed).map(officeOf)
      const offices = [...new Set(parts.filter((part) => part !== null))]
      return offices.length === 0 ? null : offices.join('; ')
    },
    placeWords: new Set(plans.flatMap(placesOf).flatMap((name) => wordsIn(name).map(({ key }) => key))),
    names: new Set(
      plans.flatMap(typedIn).flatMap((text) => {
        const { words, kinds } = read(text)
        return namesWithin(text, words, kinds)
      }),
    ),
  }
}
