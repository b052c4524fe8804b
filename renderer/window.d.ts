import type { Bridge } from '@shared/contract/bridge'

declare global {
  interface Window {
    /** Put there by the preload script; the window's only way out. */
    readonly rollout: Bridge
  }
}
