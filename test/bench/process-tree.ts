import { readdirSync, readFileSync } from 'node:fs'

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // a process may end while it is looked at
    return ''
  }
}

/** The process and everything it started, directly or through others. Linux only. */
export function processTree(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    // the name of a program stands in brackets and may itself hold brackets and spaces
    const [, parent] = /.*\) \S (\d+)/s.exec(read(`/proc/${name}/stat`)) ?? []
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const tree = [root]
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  return tree
}

/** Memory of the processes in MB; what several share is counted once, split among them. */
export function memoryMegabytes(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0))
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024
}

/** What a process of the app is for, by how Electron started it. */
function kindOf(pid: number, root: number): string {
  if (pid === root) return 'main'
  // Chromium's own processes write theirs anew, with blanks between the words
  const words = read(`/proc/${pid}/cmdline`).split(/[\0 ]/)
  const given = (name: string): string | undefined =>
    words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)
  if (given('type') === 'renderer') return 'window'
  if (given('type') !== 'utility') return 'others'
  return given('utility-sub-type')?.startsWith('node.') ? 'workbook' : 'others'
}

/** Memory of an app in MB by what its processes are for: main, window (with its workers), workbook, others. */
export function memoryByKind(root: number): Map<string, number> {
  const held = new Map<string, number>()
  for (const pid of processTree(root)) {
    const kind = kindOf(pid, root)
    held.set(kind, (held.get(kind) ?? 0) + memoryMegabytes([pid]))
  }
  return held
}
