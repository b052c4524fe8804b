import { app, session, shell, type Session, type WebContents } from 'electron'
import { developmentPolicy } from './content-policy'
import { allowedLink } from './links'

const networkAddresses = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*']

/** Hands an allowed address to the system's browser; answers whether it was one. */
export async function openLink(address: string): Promise<boolean> {
  const link = allowedLink(address)
  if (link === null) return false
  await shell.openExternal(link)
  return true
}

/** No page of ours goes anywhere, opens windows or holds foreign pages; an allowed link opens in the browser. */
function confine(contents: WebContents, developmentOrigin: string | null): void {
  const stay = (details: { readonly url: string; readonly preventDefault: () => void }): void => {
    // the development server's page loads itself anew when a file was saved
    if (developmentOrigin === null || !details.url.startsWith(`${developmentOrigin}/`)) details.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url).catch((error: unknown) => console.error('The browser could not be opened:', error))
    return { action: 'deny' }
  })
}

function refusePermissions(of: Session): void {
  of.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  of.setPermissionCheckHandler(() => false)
  of.setDevicePermissionHandler(() => false)
  of.on('will-download', (event) => event.preventDefault())
}

/** The window's pages ask nothing of the network, not even by accident. */
const refuseNetwork = (of: Session): void =>
  of.webRequest.onBeforeRequest({ urls: networkAddresses }, (_details, answer) => answer({ cancel: true }))

/** The development server's page comes over http, so its policy is put on here. */
const usePolicyOfDevelopment = (of: Session, origin: string): void =>
  of.webRequest.onHeadersReceived((details, answer) =>
    answer({
      responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': [developmentPolicy(origin)] },
    }),
  )

/** Confines whatever page the app will ever show; called before the first one is made. */
export const confineAllPages = (developmentOrigin: string | null): void =>
  void app.on('web-contents-created', (_event, contents) => confine(contents, developmentOrigin))

/** Shuts the session of the window: no permissions, no downloads, no network beyond a development server. */
export function secureSession(developmentOrigin: string | null): void {
  const own = session.defaultSession
  // the lists would be fetched from the network
  own.setSpellCheckerEnabled(false)
  refusePermissions(own)
  if (developmentOrigin === null) refuseNetwork(own)
  else usePolicyOfDevelopment(own, developmentOrigin)
}
