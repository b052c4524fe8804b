/** A stretch of a line: plain words, words that stand on the screen, a key, or the way to another page. */
export type Span =
  | { readonly kind: 'text' | 'strong' | 'key'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string }

export type Spans = readonly Span[]

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'text'; readonly spans: Spans }
  /** `first` is the number of its first item, as a list goes on after a picture; null where it has no numbers. */
  | { readonly kind: 'list'; readonly first: number | null; readonly items: readonly Spans[] }
  | { readonly kind: 'table'; readonly head: readonly Spans[]; readonly rows: readonly (readonly Spans[])[] }
  | { readonly kind: 'image'; readonly words: string; readonly file: string }

const stretch = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g

/** A line of text as its stretches, in order; what is no mark stays as it stands. */
export function spansOf(line: string): Spans {
  const spans: Span[] = []
  let at = 0
  for (const found of line.matchAll(stretch)) {
    const [whole, strong, key, text = '', to = ''] = found
    if (found.index > at) spans.push({ kind: 'text', text: line.slice(at, found.index) })
    if (strong !== undefined) spans.push({ kind: 'strong', text: strong })
    else if (key !== undefined) spans.push({ kind: 'key', text: key })
    else spans.push({ kind: 'link', text, to })
    at = found.index + whole.length
  }
  if (at < line.length) spans.push({ kind: 'text', text: line.slice(at) })
  return spans
}

const cellsOf = (line: string): Spans[] =>
  line
    .replaceAll(/^\||\|$/g, '')
    .split('|')
    .map((cell) => spansOf(cell.trim()))

function tableOf(lines: readonly string[]): Block {
  // the second line only draws the rule below the heads
  const [head = '', , ...rows] = lines
  return { kind: 'table', head: cellsOf(head), rows: rows.map(cellsOf) }
}

const item = /^(?:-|(\d+)\.) +/

function listOf(lines: readonly string[]): Block {
  const items: string[] = []
  for (const line of lines) {
    const last = items.length - 1
    if (item.test(line)) items.push(line.replace(item, ''))
    else items[last] = `${items[last] ?? ''} ${line.trim()}`
  }
  const first = item.exec(lines[0] ?? '')?.[1]
  return { kind: 'list', first: first === undefined ? null : Number(first), items: items.map(spansOf) }
}

function blockOf(lines: readonly string[]): Block {
  const [first = ''] = lines
  const heading = /^(#+) (.+)$/.exec(first)
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' }
  const image = /^!\[([^\]]+)\]\(([^)\s]+)\)$/.exec(first)
  if (image) return { kind: 'image', words: image[1] ?? '', file: image[2] ?? '' }
  if (first.startsWith('|')) return tableOf(lines)
  if (item.test(first)) return listOf(lines)
  return { kind: 'text', spans: spansOf(lines.join(' ')) }
}

/**
 * The pages of the guide as blocks: the little of Markdown that they are written in (headings, paragraphs, lists of one
 * level, tables, pictures on a line of their own; strong words, keys, links). Blank lines part the blocks.
 */
export const blocksOf = (markdown: string): Block[] =>
  markdown
    .trim()
    .split(/\n\s*\n/)
    .map((block) => blockOf(block.split('\n')))
