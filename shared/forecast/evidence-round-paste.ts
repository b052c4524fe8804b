import { foldText } from '../plan/names'
import type { Names } from '../plan/format'
import { tables } from '../plan/tables'
import { roundKeys, type RoundKey, type RoundLine } from './evidence-round-entry'

type ColumnOf = 'unitId' | 'componentId' | RoundKey | null

/** A pasted block put into the lines of a round, and the lines of the block that found no place. */
export type PastedRound = { readonly lines: readonly RoundLine[]; readonly misses: readonly string[] }

const labels: ReadonlyMap<string, ColumnOf> = new Map(
  (['unitId', 'componentId', ...roundKeys] as const).map((key) => [
    foldText(tables.observation.fields[key].label),
    key,
  ]),
)

/** The columns that the first line of a block names; null where it is no line of heads. */
function headColumns(first: readonly string[]): ColumnOf[] | null {
  const columns = first.map((text) => labels.get(foldText(text)) ?? null)
  return columns.filter((column) => column !== null).length >= 2 ? columns : null
}

const put = (line: RoundLine, cells: readonly string[], columns: readonly ColumnOf[]): RoundLine => {
  const texts = { ...line.texts }
  cells.forEach((text, at) => {
    const column = columns[at]
    if (column !== null && column !== undefined && column !== 'unitId' && column !== 'componentId')
      texts[column] = text.trim()
  })
  return { ...line, texts }
}

/** Puts lines that name their school and component where they belong, whatever their order. */
function putByName(
  lines: readonly RoundLine[],
  block: readonly (readonly string[])[],
  columns: readonly ColumnOf[],
  names: Names,
): PastedRound {
  const next = [...lines]
  const misses: string[] = []
  const [schoolAt, componentAt] = [columns.indexOf('unitId'), columns.indexOf('componentId')]
  for (const cells of block) {
    if (cells.every((text) => text.trim() === '')) continue
    const schools = names.idsOf('unit', cells[schoolAt] ?? '')
    const components = names.idsOf('component', cells[componentAt] ?? '')
    const at = next.findIndex((line) => schools.includes(line.unitId) && components.includes(line.componentId))
    const line = next[at]
    if (line) next[at] = put(line, cells, columns)
    else misses.push([cells[schoolAt], cells[componentAt]].map((text) => text ?? '').join(', '))
  }
  return { lines: next, misses }
}

/**
 * Puts a block from a spreadsheet into a round. Lines that begin with a school and a component, or stand under heads that
 * name them, go to their own line; a block of figures alone goes down and right from the cell it was pasted into.
 */
export function pasteIntoRound(
  lines: readonly RoundLine[],
  block: readonly (readonly string[])[],
  from: { readonly line: number; readonly key: RoundKey },
  names: Names,
): PastedRound {
  const [first = [], ...rest] = block
  const heads = headColumns(first)
  if (heads?.includes('unitId') && heads.includes('componentId')) return putByName(lines, rest, heads, names)
  const isNamed = names.idsOf('unit', first[0] ?? '').length > 0 && names.idsOf('component', first[1] ?? '').length > 0
  if (isNamed) return putByName(lines, block, ['unitId', 'componentId', ...roundKeys], names)
  const columns = roundKeys.slice(roundKeys.indexOf(from.key))
  const next = [...lines]
  const misses: string[] = []
  block.forEach((cells, down) => {
    const line = next[from.line + down]
    if (line) next[from.line + down] = put(line, cells, columns)
    else if (cells.some((text) => text.trim() !== '')) misses.push(cells.join(' '))
  })
  return { lines: next, misses }
}
