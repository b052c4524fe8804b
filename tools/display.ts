import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { ensureSystem } from './system.ts'

/** Whether a window can be shown to somebody; only Linux may be without a screen. */
export const hasDisplay = (env: NodeJS.ProcessEnv = process.env): boolean =>
  process.platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])

/** The first line that the X server writes to its third stream: the number of the display it took. */
async function displayNumber(server: ChildProcess): Promise<string> {
  const stream = server.stdio[3]
  if (!stream) throw new Error('The virtual display has no line to tell its number on.')
  const told = await Promise.race([
    once(stream, 'data').then(([data]) => String(data)),
    once(server, 'exit').then(() => ''),
  ])
  const number = told.trim()
  if (!/^\d+$/.test(number))
    throw new Error('The virtual display (Xvfb) did not start. Run "Xvfb -displayfd 1" to see why.')
  return number
}

/**
 * Runs the body with a screen: the one that is there, or a virtual one of its own that is gone afterwards. The body is
 * given the environment for the programs it starts.
 */
export async function withDisplay<T>(body: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  if (hasDisplay()) return body({ ...process.env })
  await ensureSystem(['display'])
  // with -displayfd the server itself picks a number that is free
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const stop = (): void => void server.kill()
  const stopAndEnd = (): void => {
    stop()
    process.exit(1)
  }
  process.once('exit', stop)
  process.once('SIGINT', stopAndEnd)
  process.once('SIGTERM', stopAndEnd)
  try {
    const number = await displayNumber(server)
    return await body({ ...process.env, DISPLAY: `:${number}` })
  } finally {
    process.off('exit', stop)
    process.off('SIGINT', stopAndEnd)
    process.off('SIGTERM', stopAndEnd)
    stop()
  }
}

/** Runs the body with so many screens, each a virtual one of its own, and their names. */
export async function withDisplays<T>(count: number, body: (names: readonly string[]) => Promise<T>): Promise<T> {
  const withMore = (names: readonly string[]): Promise<T> =>
    names.length === count ? body(names) : withDisplay(({ DISPLAY = '' }) => withMore([...names, DISPLAY]))
  return withMore([])
}
