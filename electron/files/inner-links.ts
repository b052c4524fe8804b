import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const linkElement = /<hyperlink ref="([^"]+)" r:id="([^"]+)"[^>]*? location="([^"]+)"\/>/g

/**
 * Makes links to cells of the same workbook such only. The library that writes the file also declares each as a link
 * to an outside file of that name, which Excel then looks for.
 */
export function withInnerLinks(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) continue
    const xml = strFromU8(part)
    const links = [...xml.matchAll(linkElement)]
    if (links.length === 0) continue
    parts[name] = strToU8(xml.replaceAll(linkElement, '<hyperlink ref="$1" location="$3"/>'))
    const rels = `${name.replace('worksheets/', 'worksheets/_rels/')}.rels`
    const ids = new Set(links.map(([, , id]) => id))
    const declared = parts[rels]
    if (declared)
      parts[rels] = strToU8(
        strFromU8(declared).replaceAll(/<Relationship [^>]*>/g, (relation) =>
          ids.has(/ Id="([^"]*)"/.exec(relation)?.[1] ?? '') ? '' : relation,
        ),
      )
  }
  return zipSync(parts)
}
