import { app, crashReporter } from 'electron'
import type { AppLog } from './app-log'

/** Keeps crash reports on this computer; nothing is sent anywhere. Called before the app is ready. */
export const keepCrashReports = (): void => crashReporter.start({ uploadToServer: false })

/** Notes in the log what goes wrong outside of any call. */
export function watchFaults(log: AppLog): void {
  process.on('uncaughtExceptionMonitor', (error) => log.fault(error))
  process.on('unhandledRejection', (reason) => {
    console.error('Nobody waited for this failure:', reason)
    log.fault(reason)
  })
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') log.note('process-gone', type, reason)
  })
  app.on('render-process-gone', (_event, _contents, { reason }) => {
    if (reason !== 'clean-exit') log.note('page-stopped', reason)
  })
}
