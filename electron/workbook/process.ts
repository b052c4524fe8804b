import { systemEnvironment } from './environment'
import { portToParent } from './port'
import { workbookService } from './service'

// The process that owns the workbook files. Requests are answered one after the other; SQLite's calls block here and
// nowhere else.
// The first argument is the folder for backups; without it none are made.
const service = workbookService(systemEnvironment(process.argv[2] ?? null))
const port = portToParent()

const end = (): void => {
  service.close()
  process.exit()
}

port.listen((message) => port.send(service.reply(message)))
port.onGone(end)
process.once('SIGTERM', end)
process.once('SIGINT', end)
