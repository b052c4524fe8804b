import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ')

const picture = /<xdr:cNvPr id="(\d+)" name="([^"]*)"/g

/**
 * Gives the pictures of a workbook their alternative texts, which the library that writes the workbook cannot: by sheet
 * in the order of sheets that have pictures, within a sheet in the order in which they were placed.
 */
export const withAltTexts = (bytes: Uint8Array, bySheet: readonly (readonly string[])[]): Uint8Array => {
  if (bySheet.length === 0) return bytes
  const parts = unzipSync(bytes)
  for (const [at, texts] of bySheet.entries()) {
    const name = `xl/drawings/drawing${at + 1}.xml`
    const part = parts[name]
    if (!part) continue
    let next = 0
    const described = strFromU8(part).replace(picture, (found) => {
      const text = texts[next] ?? ''
      next += 1
      return `${found} descr="${escaped(text)}"`
    })
    parts[name] = strToU8(described)
  }
  return zipSync(parts)
}
