/*
 * Our own reader of delimited text, because a spreadsheet library that is handed text guesses: a file that begins with
 * "TABLE" or "<" is taken for another format, and "027904" for a number. Here every cell is the text that stands there.
 */

const candidates = [',', ';', '\t', '|'] as const

type Parsing = { rows: string[][]; row: string[]; cell: string; isQuoted: boolean; wasQuoted: boolean }

const endCell = (state: Parsing): void => {
  state.row.push(state.cell)
  state.cell = ''
  state.wasQuoted = false
}

const endRow = (state: Parsing): void => {
  endCell(state)
  state.rows.push(state.row)
  state.row = []
}

/** Reads on inside quotes; answers where it stopped. */
const readQuoted = (state: Parsing, text: string, at: number): number => {
  const quote = text.indexOf('"', at)
  const end = quote === -1 ? text.length : quote
  state.cell += text.slice(at, end)
  if (text[end + 1] === '"') {
    state.cell += '"'
    return end + 2
  }
  state.isQuoted = false
  return end + 1
}

const readPlain = (state: Parsing, text: string, at: number, delimiter: string): number => {
  const character = text[at]
  if (character === '"' && state.cell === '' && !state.wasQuoted) {
    state.isQuoted = true
    state.wasQuoted = true
  } else if (character === delimiter) endCell(state)
  else if (character === '\r' || character === '\n') {
    endRow(state)
    return character === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1
  } else {
    let end = at + 1
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
    state.cell += text.slice(at, end)
    return end
  }
  return at + 1
}

/** Rows of cells of `text`, at most one row more than `maxRows`; a doubled quote inside quotes is one quote. */
const parseDelimited = (text: string, delimiter: string, maxRows: number): string[][] => {
  const state: Parsing = { rows: [], row: [], cell: '', isQuoted: false, wasQuoted: false }
  let at = 0
  while (at < text.length && state.rows.length <= maxRows) {
    at = state.isQuoted ? readQuoted(state, text, at) : readPlain(state, text, at, delimiter)
  }
  if (state.cell !== '' || state.row.length > 0 || state.wasQuoted) endRow(state)
  return state.rows
}

/** The delimiter that cuts the first lines into most cells, the same number in each line; a comma if none does. */
const guessDelimiter = (text: string): string => {
  const start = text.slice(0, 20_000)
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    const counts = parseDelimited(start, delimiter, 30)
      .slice(0, 30)
      .map((row) => row.length)
      .filter((count) => count > 1)
    const first = counts[0] ?? 0
    const score = counts.filter((count) => count === first).length * Math.log2(first + 1)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** The cells of a text file: a first line `sep=;` names the delimiter, else it is guessed. */
export const readDelimited = (text: string, maxRows: number): string[][] => {
  const named = /^sep=(.)\r?\n/i.exec(text)
  const body = named ? text.slice(named[0].length) : text
  return parseDelimited(body, named?.[1] ?? guessDelimiter(body), maxRows)
}
