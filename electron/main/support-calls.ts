import { join } from 'node:path'
import type { CallValue } from '@shared/contract/calls'
import type { Answer } from '@shared/contract/error'
import { writeWhole } from '../files/atomic-write'
import type { Handlers } from './answer-call'
import type { Dialogs } from './dialogs'
import { failed, succeeded } from './failure'
import { freePath } from './file-name'
import type { Updates } from './updates'
import type { WrittenFiles } from './written-files'

export type SupportParts = {
  readonly dialogs: Dialogs
  readonly written: WrittenFiles
  readonly documents: string
  /** Makes the text of a support file as things are now. */
  readonly makeText: () => Promise<string>
  readonly updates: Updates
}

type SupportCall = 'app.supportText' | 'app.saveSupportFile' | 'app.lookForUpdate'

/** The calls about help from others and newer versions. */
export function supportCalls(parts: SupportParts): Pick<Handlers, SupportCall> {
  let shown: string | null = null
  const save = async (): Promise<Answer<CallValue<'app.saveSupportFile'>>> => {
    // nobody saves what nobody has read
    if (shown === null) return failed('call-refused', 'Look at what is in the support file first, then save it.')
    const path = await parts.dialogs.chooseToSave('support', freePath(join(parts.documents, 'Rollout support.txt')))
    if (path === null) return succeeded(null)
    const done = await writeWhole(path, Buffer.from(shown))
    if (!done.ok) return done
    parts.written.add(path)
    return succeeded({ path })
  }
  return {
    'app.supportText': async () => {
      shown = await parts.makeText()
      return succeeded({ text: shown })
    },
    'app.saveSupportFile': save,
    'app.lookForUpdate': () => parts.updates.look(),
  }
}
