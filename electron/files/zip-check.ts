import { inflateRawSync } from 'node:zlib'
import { readingLimits } from './limits'

/** What is found before a zipped workbook is unfolded: fine, broken, or larger than it may be. */
export type ZipVerdict = 'fine' | 'broken' | 'too-large'

type Entry = { method: number; compressedSize: number; size: number; offset: number }

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const deflated = 8
/** The extra field of 64-bit sizes; some programs write it even for small files, and it is what readers go by. */
const longSizes = 0x0001

/** The true sizes of an entry whose extra field holds them: unfolded, then packed; null where it holds none. */
const longSizesOf = (view: DataView, from: number, length: number): { size: number; compressedSize: number } | null => {
  let at = from
  while (at + 4 <= from + length) {
    const isSizes = view.getUint16(at, true) === longSizes && view.getUint16(at + 2, true) >= 16
    if (isSizes && at + 20 <= view.byteLength) {
      const figure = (place: number): number => Number(view.getBigUint64(place, true))
      return { size: figure(at + 4), compressedSize: figure(at + 12) }
    }
    at += 4 + view.getUint16(at + 2, true)
  }
  return null
}

const findEnd = (view: DataView): number => {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  return -1
}

/** The entries of the central directory; null where it cannot be followed. */
const entriesOf = (view: DataView): Entry[] | null => {
  const end = findEnd(view)
  if (end < 0) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) return null
    const extra = at + 46 + view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const next = extra + extraLength + view.getUint16(at + 32, true)
    if (next > view.byteLength) return null
    const short = { size: view.getUint32(at + 24, true), compressedSize: view.getUint32(at + 20, true) }
    const sizes = longSizesOf(view, extra, extraLength) ?? short
    entries.push({ method: view.getUint16(at + 10, true), ...sizes, offset: view.getUint32(at + 42, true) })
    at = next
  }
  return entries
}

/** Unfolds one entry and throws the result away: a part that becomes more than it declares is a trap. */
const isHonest = (bytes: Uint8Array, view: DataView, entry: Entry): boolean => {
  if (entry.method !== deflated) return entry.compressedSize === entry.size
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature) return false
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.compressedSize)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) }).length === entry.size
  } catch {
    return false
  }
}

/** Looks at the directory of a zipped workbook, then at what its parts really unfold to, one after the other. */
export const checkZip = (bytes: Uint8Array): ZipVerdict => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = bytes.byteLength < 22 ? null : entriesOf(view)
  if (!entries || entries.length === 0) return 'broken'
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (entries.length > readingLimits.zipEntries || total > readingLimits.unzippedBytes) return 'too-large'
  return entries.every((entry) => isHonest(bytes, view, entry)) ? 'fine' : 'broken'
}
