import { resolve, sep } from 'node:path'

/** Where the window's page comes from: the built files, under a scheme of their own instead of file://. */
export const bundleOrigin = 'app://bundle'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
}

export type BundleFile = { readonly path: string; readonly contentType: string }

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/**
 * The file below `folder` that an address means, or null: for another host, for whatever would lead out of the folder
 * however it is written, and for kinds of files that the window has no use for.
 */
export function bundleFile(folder: string, address: string): BundleFile | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'app:' || url.host !== 'bundle') return null
  const name = decoded(url.pathname)
  // a backslash or colon is no part of a built file's name, but means something to Windows
  if (name === null || /[\0\\:]/.test(name)) return null
  const path = resolve(folder, `.${name}`)
  const contentType = types[/\.([a-z0-9]+)$/.exec(path)?.[1] ?? '']
  if (!path.startsWith(resolve(folder) + sep) || contentType === undefined) return null
  return { path, contentType }
}
