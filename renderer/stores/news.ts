import type { CommandName, News } from '@shared/contract/bridge'
import { bridge } from './bridge'
import { goOnAfterInterruption, noteInterruption, takeCommitted, tellOfAct } from './commits'
import { noteProgress } from './interface'
import { mirrorOfOpen } from './mirror'
import { isOpenNow } from './session'
import { fileOf, putMirror, useWorkbook } from './workbook'

type Interrupted = Extract<News, { kind: 'interrupted' }>

function takeInterruption({ sessionId, message, workbook }: Interrupted): void {
  if (!isOpenNow(sessionId)) return
  const act = noteInterruption()
  if (!workbook) {
    useWorkbook.setState({
      saved: { kind: 'failed', code: 'workbook-process-stopped', message },
      banner: { tone: 'problem', text: message, canReopen: true },
    })
    return
  }
  putMirror(mirrorOfOpen(workbook), {
    file: fileOf(workbook),
    saved: { kind: 'saved', at: null },
    banner: { tone: 'notice', text: message, canReopen: false },
  })
  if (act) tellOfAct(act.label, workbook.sequence > act.sequence)
  goOnAfterInterruption()
}

/** Listens to what main sends of itself; commands and files to open go to the window. Answers how to stop. */
export function listenToNews(window: {
  readonly command: (command: CommandName) => void
  readonly openPath: (path: string) => void
  readonly closing: () => void
}): () => void {
  return bridge().onNews((news) => {
    switch (news.kind) {
      case 'command':
        return window.command(news.command)
      case 'open-path':
        return window.openPath(news.path)
      case 'closing':
        return window.closing()
      case 'committed':
        if (isOpenNow(news.sessionId)) takeCommitted(news.committed)
        return undefined
      case 'interrupted':
        return takeInterruption(news)
      case 'progress':
        return noteProgress({ id: news.taskId, label: news.label, done: news.done })
      default:
        return news satisfies never
    }
  })
}
