import { channels } from '@shared/contract/channels'
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { isCallName } from '@shared/contract/parse'
import { answerCall, type Handlers } from './answer-call'
import type { AppLog } from './app-log'
import { failed } from './failure'
import { isOurFrame, type Frame } from './sender'

export type Router = {
  readonly handlers: Handlers
  /** The main frame of our window, while there is one. */
  readonly mainFrame: () => Frame | null
  /** Where our window's page comes from. */
  readonly origin: string
  readonly log: AppLog
  readonly onMark: (name: unknown) => void
}

/** Takes the window's messages: the one place that listens to it. Others' frames are refused, whatever they ask. */
export function serveWindow(router: Router): void {
  const isOurs = (event: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    isOurFrame(event.senderFrame, router.mainFrame(), router.origin)
  ipcMain.handle(channels.call, async (event, name: unknown, args: unknown) => {
    if (!isOurs(event)) return failed('call-refused', 'Only the app’s own window may ask.')
    const answer = await answerCall(router.handlers, name, args)
    const isWorthNoting = !answer.ok && answer.error.code !== 'cancelled'
    if (isWorthNoting && isCallName(name)) router.log.note('call-failed', name, answer.error.code)
    return answer
  })
  ipcMain.on(channels.mark, (event, name: unknown) => {
    if (isOurs(event)) router.onMark(name)
  })
}
