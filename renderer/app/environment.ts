import { setNonce } from 'get-nonce'
import { config } from 'zod'

// Must be evaluated before any other module of the window: schemas look at the setting when they are made, and without
// it each would try `new Function`, which the content security policy reports.
config({ jitless: true })

const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')

/** The nonce that lets the interface kit add its style elements; empty where no policy asks for one. */
export const styleNonce = meta === null ? '' : meta.nonce || (meta.getAttribute('nonce') ?? '')

// for the style elements of dialogs, which are made by a library of their own
if (styleNonce) setNonce(styleNonce)
