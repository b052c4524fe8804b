import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { bundleFile, type BundleFile } from './bundle-file'
import { contentPolicy, noncePlaceholder } from './content-policy'

/** Makes `app://` a scheme like https; has to be called before Electron is ready. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])

const notFound = (): Response => new Response('There is no such file.', { status: 404 })

async function answer({ path, contentType }: BundleFile): Promise<Response> {
  // 128 bits, fresh for every load: a style that came with anything else is refused
  const nonce = randomBytes(16).toString('base64')
  const isPage = path.endsWith('.html')
  const bytes = await readFile(path)
  const body = isPage ? bytes.toString('utf8').replaceAll(noncePlaceholder, nonce) : new Uint8Array(bytes)
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-security-policy': contentPolicy(nonce),
      'cross-origin-opener-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  })
}

/** Serves the built page from `folder` under app://bundle/, and nothing outside it. */
export function serveBundle(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? bundleFile(folder, request.url) : null
    return file ? answer(file).catch(notFound) : notFound()
  })
}
