/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'empty' | 'zip' | 'compound' | 'text' | 'unknown'

const startsWith = (bytes: Uint8Array, first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte)

const zip = [0x50, 0x4b, 0x03, 0x04]
const emptyZip = [0x50, 0x4b, 0x05, 0x06]
/** OLE compound file: workbooks of Excel 97–2003, and newer ones that are encrypted. */
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Documents that begin as text and are none to read a table from: PDF, rich text. */
const documents = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
] as const
const utf16LittleEndian = [0xff, 0xfe]
const utf16BigEndian = [0xfe, 0xff]

/** True where the bytes are UTF-16 by their mark, or by every other byte of the start being zero. */
export const utf16Order = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (startsWith(bytes, utf16LittleEndian)) return 'utf-16le'
  if (startsWith(bytes, utf16BigEndian)) return 'utf-16be'
  const start = bytes.subarray(0, 64)
  if (start.length < 8) return null
  const zeros = (offset: number) => start.filter((byte, at) => at % 2 === offset && byte === 0).length
  const half = Math.floor(start.length / 2)
  if (zeros(1) > half * 0.8 && zeros(0) === 0) return 'utf-16le'
  if (zeros(0) > half * 0.8 && zeros(1) === 0) return 'utf-16be'
  return null
}

/** Looks at the first bytes only; a file that is text to its 4,096th byte is taken for text. */
export const fileKindOf = (bytes: Uint8Array): FileKind => {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, zip) || startsWith(bytes, emptyZip)) return 'zip'
  if (startsWith(bytes, compound)) return 'compound'
  if (documents.some((first) => startsWith(bytes, first))) return 'unknown'
  if (utf16Order(bytes) !== null) return 'text'
  return bytes.subarray(0, 4096).includes(0) ? 'unknown' : 'text'
}
