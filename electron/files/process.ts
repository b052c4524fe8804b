import { answerFilesRequest } from './service'

// The process that reads and writes spreadsheets. Main starts it for one call and ends it afterwards, so whatever a file
// does to it, it does to nobody else.

// Electron's own port, known here by its shape: only main and preload know Electron itself.
type Port = {
  readonly on: (event: 'message', take: (event: { readonly data: unknown }) => void) => void
  readonly postMessage: (message: unknown) => void
}

const utility: unknown = Reflect.get(process, 'parentPort')

if (typeof utility === 'object' && utility !== null && 'postMessage' in utility) {
  const port = utility as Port
  port.on('message', ({ data }) => void answerFilesRequest(data, (reply) => port.postMessage(reply)))
} else {
  // A plain child process, as tests start it.
  process.on('message', (message) => void answerFilesRequest(message, (reply) => process.send?.(reply)))
  process.on('disconnect', () => process.exit())
}
