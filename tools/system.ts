import { existsSync, globSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { run } from './command.ts'

// What has to be on a Linux machine, for what, how it is recognised, and the Debian package that brings it. Newer
// releases have renamed some packages, so the first name that apt knows is taken.
type Requirement = { commands?: string[]; libraries?: string[]; files?: string[]; packages: string[][] }

const requirements = {
  window: {
    libraries: ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1'],
    files: ['/usr/share/fonts/**/*.{ttf,otf}'],
    packages: [
      ['libgtk-3-0', 'libgtk-3-0t64'],
      ['libnss3'],
      ['libasound2', 'libasound2t64'],
      ['libgbm1'],
      ['fonts-liberation'],
      ['fonts-dejavu-core'],
    ],
  },
  display: { commands: ['Xvfb'], packages: [['xvfb']] },
  compiler: { commands: ['cc', 'c++'], packages: [['g++']] },
  office: { commands: ['soffice', 'pdftotext'], packages: [['libreoffice-calc'], ['poppler-utils']] },
} satisfies Record<string, Requirement>

export type Need = keyof typeof requirements

/** How this machine is looked at; tests put another in its place. */
export type Machine = {
  hasCommand: (name: string) => boolean
  /** The shared libraries that the loader knows, or null where that cannot be asked. */
  libraries: () => ReadonlySet<string> | null
  hasFile: (pattern: string) => boolean
}

export const thisMachine: Machine = {
  hasCommand: (name) => (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name))),
  libraries: () => {
    // a plain user's PATH often lacks /sbin
    const said = ['/sbin/ldconfig', '/usr/sbin/ldconfig', 'ldconfig']
      .map((program) => spawnSync(program, ['-p'], { encoding: 'utf8' }))
      .find((answer) => answer.status === 0)
    return said ? new Set([...said.stdout.matchAll(/^\s+(\S+) /gm)].map((match) => match[1] ?? '')) : null
  },
  hasFile: (pattern) => globSync(pattern).length > 0,
}

/** Those of the needs that the machine does not meet. */
export function missingNeeds(needs: readonly Need[], machine: Machine = thisMachine): Need[] {
  const libraries = machine.libraries()
  return needs.filter((need) => {
    const { commands = [], libraries: wanted = [], files = [] }: Requirement = requirements[need]
    const hasAll =
      commands.every((name) => machine.hasCommand(name)) &&
      files.every((pattern) => machine.hasFile(pattern)) &&
      (libraries === null || wanted.every((name) => libraries.has(name)))
    return !hasAll
  })
}

/** The Debian packages for the needs, by the names that apt knows. */
export const packagesFor = (needs: readonly Need[], isKnown: (name: string) => boolean): string[] =>
  needs.flatMap((need) => requirements[need].packages.map((names) => names.find(isKnown) ?? names[0] ?? ''))

/** The command that a person types to install the packages. */
export const installCommand = (packages: readonly string[]): string =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`

function isDebian(): boolean {
  if (!existsSync('/etc/os-release') || !thisMachine.hasCommand('apt-get')) return false
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
}

// "apt-cache show" also succeeds for a name that other packages merely provide, which apt-get then refuses to install
const isInstallable = (name: string): boolean =>
  /Candidate: (?!\(none\))/.test(spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout ?? '')

/**
 * Sees to it that a Linux machine has what the needs name: as root on Debian or Ubuntu by installing it, elsewhere by
 * saying what to install and stopping. Other systems bring all of it.
 */
export async function ensureSystem(needs: readonly Need[]): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = missingNeeds(needs)
  if (missing.length === 0) return
  if (!isDebian() || process.getuid?.() !== 0) {
    const packages = packagesFor(missing, isInstallable)
    throw new Error(
      isDebian()
        ? `Some system packages are missing. Install them with:\n  ${installCommand(packages)}`
        : `Install what corresponds to these Debian packages, then start again: ${packages.join(' ')}`,
    )
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  console.log('Installing the system packages that are missing…')
  await run('apt-get', ['-qq', 'update'], { env, isQuiet: true })
  const packages = packagesFor(missing, isInstallable)
  await run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...packages], { env, isQuiet: true })
  const still = missingNeeds(missing)
  if (still.length > 0)
    throw new Error(`apt-get ran, but still missing: ${packagesFor(still, isInstallable).join(' ')}`)
}
