import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { News } from '@shared/contract/bridge'
import type { Preferences } from '@shared/contract/calls'
import { channels } from '@shared/contract/channels'
import type { AboutWorkbook } from '@shared/contract/workbook'
import { app, Menu, nativeTheme, shell, type BrowserWindow } from 'electron'
import type { Handlers } from './answer-call'
import { answeredDialogs } from './answered-dialogs'
import { appCalls } from './app-calls'
import { openAppLog } from './app-log'
import { openArrivals } from './arrivals'
import { startMarks } from './bench'
import { bundleOrigin } from './bundle-file'
import { systemDialogs } from './dialogs'
import { guardClosing } from './closing'
import { readEnvironment, workbookArgument } from './environment'
import { fileCalls } from './file-calls'
import { filesHost } from './files-host'
import { forkOf, memoryMegabytes } from './fork'
import { menuTemplate } from './menu'
import { openPreferences } from './preferences'
import { registerScheme, serveBundle } from './protocol'
import { reportPrinter } from './print-report'
import { openRecents } from './recents'
import { serveWindow } from './router'
import { sampleIn } from './sample'
import { recordCalls } from './record-calls'
import { confineAllPages, openLink, secureSession } from './security'
import { watchSessionEnd } from './session-end'
import { settingsNotices } from './settings-notices'
import { solveCalls } from './solve-calls'
import { solveHost } from './solve-host'
import { summaryOf } from './summary'
import { supportCalls } from './support-calls'
import { makeSupportText } from './support-facts'
import { openTasks } from './tasks'
import { threadOf } from './thread'
import { fetchUpdateText } from './update-session'
import { policyPath, readPolicy, updatesOf } from './updates'
import { keepCrashReports, watchFaults } from './watch-faults'
import { closable, createWindow, preloadFile } from './window'
import { keepPage } from './window-page'
import { workbookCalls } from './workbook-calls'
import { workbookHost } from './workbook-host'
import { openWrittenFiles } from './written-files'

const built = import.meta.dirname
const environment = readEnvironment(process.env, app.isPackaged)
if (environment.userData !== null) app.setPath('userData', environment.userData)
const log = openAppLog(join(app.getPath('userData'), 'logs', 'app.log'), () => new Date().toISOString())

const origin = environment.developmentUrl === null ? null : new URL(environment.developmentUrl).origin
let window: BrowserWindow | null = null
const marks = startMarks(Date.now)
marks.mark('main')

const tell = (news: News): void => {
  if (news.kind === 'interrupted') log.note(news.isBack ? 'workbook-process-back' : 'workbook-process-lost')
  if (window && !window.isDestroyed()) window.webContents.send(channels.news, news)
}
const arrivals = openArrivals(tell)

registerScheme()
confineAllPages(origin)

const pathGiven = workbookArgument(process.argv.slice(1), process.cwd())
if (app.requestSingleInstanceLock({ path: pathGiven })) {
  if (pathGiven !== null) arrivals.arrive(pathGiven)
  keepCrashReports()
  watchFaults(log)
  app.on('second-instance', (_event, _args, _folder, sent) => showAgain(sent))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    arrivals.arrive(path)
  })
  app.on('window-all-closed', () => app.quit())
  // never awaited here: Electron is not ready before this module has run to its end
  app.whenReady().then(start, fail)
} else {
  // the app that runs already has been told of the path
  app.quit()
}

/** A second start of the app: this one shows itself, with the workbook that the other was given. */
function showAgain(sent: unknown): void {
  const path: unknown = typeof sent === 'object' && sent !== null ? Reflect.get(sent, 'path') : null
  if (window?.isMinimized()) window.restore()
  window?.focus()
  if (typeof path === 'string') arrivals.arrive(path)
}

function fail(error: unknown): void {
  console.error(error)
  app.exit(1)
}

const themeOf = ({ colorScheme }: Preferences): 'system' | 'light' | 'dark' =>
  colorScheme === 'auto' ? 'system' : colorScheme

/** What is kept between starts. */
function openStores(refresh: () => void) {
  const folder = app.getPath('userData')
  const preferences = openPreferences(join(folder, 'preferences.json'), (value) => {
    nativeTheme.themeSource = themeOf(value)
    refresh()
  })
  const recents = openRecents(join(folder, 'recents.json'), refresh)
  return { preferences, recents }
}
type Stores = ReturnType<typeof openStores>

const remember = ({ recents }: Stores, workbook: AboutWorkbook): Promise<void> => {
  const { path, isSample } = workbook
  // a sample is made anew each time, so there is nothing to come back to
  if (isSample) return Promise.resolve()
  app.addRecentDocument(path)
  return recents.add({ path, openedAt: new Date().toISOString(), summary: summaryOf(workbook.size) })
}

/** The processes that do the work, with the dialogs and tasks around them. */
function openServices(stores: Stores, refresh: () => void) {
  const host = workbookHost({
    fork: forkOf(join(built, 'workbook.js'), 'Workbook', [join(app.getPath('userData'), 'backups')]),
    now: () => performance.now(),
    newId: randomUUID,
    tell,
    onChange: refresh,
    onClosing: (workbook) => remember(stores, workbook),
  })
  const answers = environment.dialogAnswers
  return {
    host,
    solver: solveHost({ fork: threadOf(join(built, 'solve.js')) }),
    files: filesHost({ fork: forkOf(join(built, 'files.js'), 'Files'), memoryOf: memoryMegabytes }),
    dialogs: answers === null ? systemDialogs(() => window) : answeredDialogs(answers),
    tasks: openTasks(tell, randomUUID),
    written: openWrittenFiles(),
    documents: app.getPath('documents'),
    printReport: reportPrinter({
      address: `${environment.developmentUrl ?? bundleOrigin}/paper.html`,
      preload: preloadFile(built, 'paper'),
      isPackaged: app.isPackaged,
    }),
  }
}
type Services = ReturnType<typeof openServices>

// taken in when it is asked for, not at every start
const newSample = async () => (await import('../sample/sample')).newSampleWorkbook()

function handlersOf(stores: Stores, services: Services): Handlers {
  const { preferences, recents } = stores
  const policy = readPolicy(policyPath(process.platform, process.env))
  const updates = updatesOf(policy, app.getVersion(), fetchUpdateText)
  return {
    ...appCalls({
      ...stores,
      ...services,
      arrivals,
      canLookForUpdate: updates.canLook,
      versions: {
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        chrome: process.versions.chrome ?? '',
        node: process.versions.node,
        platform: process.platform,
      },
      notices: settingsNotices({ preferences: preferences.setAside, recents: recents.setAside }),
      openLink,
      showInFolder: (path) => shell.showItemInFolder(path),
    }),
    ...workbookCalls({
      ...services,
      sample: sampleIn(join(app.getPath('userData'), 'sample'), newSample),
      onOpened: (workbook) => {
        arrivals.settle()
        return remember(stores, workbook)
      },
    }),
    ...supportCalls({
      ...services,
      updates,
      makeText: () =>
        makeSupportText({
          log,
          colorScheme: () => preferences.value().colorScheme,
          recentCount: () => recents.list().length,
          openPath: services.host.path,
        }),
    }),
    ...recordCalls(services.host),
    ...fileCalls(services),
    ...solveCalls(services),
  }
}

function showMenu(stores: Stores, services: Services): void {
  const template = menuTemplate({
    isMac: process.platform === 'darwin',
    isWorkbookOpen: services.host.path() !== null,
    recents: stores.recents.list(),
    colorScheme: stores.preferences.value().colorScheme,
    command: (command) => tell({ kind: 'command', command }),
    openPath: (path) => tell({ kind: 'open-path', path }),
    forgetRecents: () => void stores.recents.forgetAll(),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Closes the workbook before the app ends. */
function closeBeforeQuitting(services: Services): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void services.host.stop().finally(() => {
      isClosed = true
      log.note('ended')
      // not before this quitting has been taken back
      setImmediate(() => app.quit())
    })
  })
}

function showWindow(stores: Stores): void {
  nativeTheme.themeSource = themeOf(stores.preferences.value())
  secureSession(origin)
  serveBundle(join(built, '../renderer'))
  window = createWindow({
    stateFile: join(app.getPath('userData'), 'window.json'),
    preload: preloadFile(built),
    isPackaged: app.isPackaged,
  })
  window.once('show', () => marks.mark('shown'))
  keepPage(window, environment.developmentUrl ?? `${bundleOrigin}/index.html`, arrivals.forgetWindow)
}

/** The window is closed once its edits are in the file, whoever wants it closed. */
function guardWindow(guarded: BrowserWindow, { dialogs }: Services): void {
  const { end } = guardClosing(closable(guarded), {
    askPage: () => tell({ kind: 'closing' }),
    leaveUnsaved: dialogs.leaveUnsaved,
  })
  watchSessionEnd(guarded, () => {
    log.note('session-ends')
    end()
    app.quit()
  })
}

function start(): void {
  marks.mark('ready')
  log.note('started')
  const refresh = (): void => showMenu(stores, services)
  const stores = openStores(refresh)
  // the page loads in its own process while the rest is made here
  showWindow(stores)
  const services = openServices(stores, refresh)
  if (window) guardWindow(window, services)
  serveWindow({
    handlers: handlersOf(stores, services),
    mainFrame: () => (window && !window.isDestroyed() ? window.webContents.mainFrame : null),
    origin: origin ?? bundleOrigin,
    log,
    onMark: (name) => {
      if (name !== 'usable' || !environment.isBench) return
      marks.mark(name)
      void marks.printStart()
    },
  })
  refresh()
  closeBeforeQuitting(services)
}
