/** What the check needs to know of a frame; Electron's `WebFrameMain` has it. */
export type Frame = { readonly frameTreeNodeId: number; readonly origin: string }

/**
 * True for the main frame of our own window while it shows our own page. A frame that was navigated away or destroyed
 * between asking and being looked at is none.
 */
export function isOurFrame(sender: Frame | null, mainFrame: Frame | null, origin: string): boolean {
  try {
    if (!sender || !mainFrame) return false
    return sender.frameTreeNodeId === mainFrame.frameTreeNodeId && sender.origin === origin
  } catch {
    // Electron throws when a destroyed frame is asked
    return false
  }
}
