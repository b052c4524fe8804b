import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedFolders } from './licences.ts'
import { script } from './project.ts'

const line = '-'.repeat(80)
const licenceFile = /^(licen[cs]e|copying|notice)([-.].*)?$/i

type Manifest = { name: string; version: string; license?: string; author?: string | { name?: string } }

const authorOf = ({ author }: Manifest): string =>
  (typeof author === 'string' ? author.replace(/\s*<.*$/, '') : author?.name) ?? 'its authors'

/** The licence texts that a package brings; where it brings none, the name of its licence and who made it. */
function termsOf(folder: string, manifest: Manifest): string {
  const files = readdirSync(folder).filter((name) => licenceFile.test(name) && !/\.(m?[jt]s|json)$/.test(name))
  const texts = files.toSorted().map((name) => readFileSync(join(folder, name), 'utf8').trim())
  return texts.length > 0 ? texts.join('\n\n') : `License: ${manifest.license ?? 'unknown'}. By ${authorOf(manifest)}.`
}

function noticeOf(folder: string): { title: string; text: string } {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const title = `${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})`
  return { title, text: `${line}\n${title}\n${line}\n\n${termsOf(folder, manifest)}\n` }
}

const opening = `Rollout Workbook is made of its own code (MIT, see LICENSE) and of the packages below, each under its own license.
It runs on Electron and Chromium, whose licenses lie beside the program as LICENSE.electron.txt and LICENSES.chromium.html.
`

/** The notices of every package that can be part of the product, by name. */
export function noticesText(): string {
  // a package may be installed in several places
  const notices = new Map([...shippedFolders()].map((folder) => noticeOf(folder)).map((one) => [one.title, one.text]))
  const titles = [...notices.keys()].toSorted()
  const list = titles.map((title) => `  ${title}`).join('\n')
  return [opening, `${list}\n`, ...titles.map((title) => notices.get(title) ?? '')].join('\n')
}

if (import.meta.main) await script(async () => void process.stdout.write(noticesText()))
