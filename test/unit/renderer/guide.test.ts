import { globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../../../renderer/app/commands'
import { blocksOf, spansOf, type Block, type Span } from '../../../renderer/app/guide/markdown'
import { guidePages, pageAbout, titleOf } from '../../../renderer/app/guide/pages'
import { pictures } from '../../../renderer/app/guide/pictures'
import { screenIds } from '../../../renderer/stores/screen-id'
import { inRoot } from '../../../tools/project.ts'

const folder = inRoot('docs/guide')
const files = guidePages.map(({ file }) => file)
const blocks = guidePages.flatMap(({ text }) => blocksOf(text))

const spansIn = (block: Block): readonly Span[] => {
  if (block.kind === 'text') return block.spans
  if (block.kind === 'list') return block.items.flat()
  if (block.kind === 'table') return [...block.head, ...block.rows.flat()].flat()
  return []
}
const spans = blocks.flatMap(spansIn)

describe('the user guide', () => {
  it('has every page of its folder in the app, once', () => {
    const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))
    expect(files.toSorted()).toEqual(pages.toSorted())
    expect(guidePages.map(titleOf).every((title) => title !== '')).toBe(true)
  })

  it('leads only to pages that are there, and has a page for every screen', () => {
    const links = spans.flatMap((span) => (span.kind === 'link' ? [span.to] : []))
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((to) => !files.includes(to) && to !== '../model-card.md')).toEqual([])
    expect([...screenIds, null].map(pageAbout).filter((file) => !files.includes(file))).toEqual([])
  })

  it('names every other page on its first one', () => {
    const [first] = guidePages
    const links = blocksOf(first?.text ?? '')
      .flatMap(spansIn)
      .flatMap((span) => (span.kind === 'link' ? [span.to] : []))
    expect(links.filter((to) => files.includes(to)).toSorted()).toEqual(files.slice(1).toSorted())
  })

  it('shows every picture of its folder, and no other', () => {
    const shown = blocks.flatMap((block) => (block.kind === 'image' ? [block.file] : []))
    const kept = readdirSync(join(folder, 'images')).map((name) => `images/${name}`)
    expect(shown.toSorted()).toEqual(kept.toSorted())
    expect(Object.keys(pictures).toSorted()).toEqual(kept.toSorted())
    const sizes = kept.map((name) => statSync(join(folder, name)).size)
    expect(Math.min(...sizes)).toBeGreaterThan(1000)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2.5 * 1024 * 1024)
  })

  it('calls everything as the screen calls it', () => {
    const sources = globSync(['renderer/**/*.{ts,tsx}', 'shared/**/*.ts', 'electron/main/menu.ts'], { cwd: inRoot() })
    const screen = sources.map((file) => readFileSync(inRoot(file), 'utf8').replaceAll(/\s+/g, ' ')).join('\n')
    const said = new Set(spans.flatMap((span) => (span.kind === 'strong' ? [span.text] : [])))
    expect([...said].filter((words) => !screen.includes(words))).toEqual([])
  })

  it('names every key that a command of the window has', () => {
    const keys = new Set(
      blocksOf(guidePages.find(({ file }) => file === 'keyboard.md')?.text ?? '')
        .flatMap(spansIn)
        .flatMap((span) => (span.kind === 'key' ? [span.text] : [])),
    )
    const ofCommands = commands.flatMap((command) => (command.keys === null ? [] : [command.keys]))
    expect(ofCommands.filter((key) => !/^Ctrl\+\d$/.test(key) && !keys.has(key))).toEqual([])
  })

  it('has no marks left over that its reader would see', () => {
    const words = [
      ...spans.map(({ text }) => text),
      ...blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
    ]
    expect(words.filter((text) => /\*\*|`|\]\(|^#|^!\[|<\w/.test(text))).toEqual([])
  })
})

describe('a line of the guide', () => {
  it('is cut into words, words of the screen, keys and links', () => {
    expect(spansOf('Press `Ctrl+Z`, or **Undo**: see [Keys](keyboard.md).')).toEqual([
      { kind: 'text', text: 'Press ' },
      { kind: 'key', text: 'Ctrl+Z' },
      { kind: 'text', text: ', or ' },
      { kind: 'strong', text: 'Undo' },
      { kind: 'text', text: ': see ' },
      { kind: 'link', text: 'Keys', to: 'keyboard.md' },
      { kind: 'text', text: '.' },
    ])
  })
})

describe('a page of the guide', () => {
  it('is read block by block, lines that go on belonging to the line before', () => {
    const page =
      '# A\n\n2. one\n   and on\n3. two\n\n- x\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\n![words](images/a.webp)\n'
    const text = (words: string): Span[] => [{ kind: 'text', text: words }]
    expect(blocksOf(page)).toEqual([
      { kind: 'heading', level: 1, text: 'A' },
      { kind: 'list', first: 2, items: [text('one and on'), text('two')] },
      { kind: 'list', first: null, items: [text('x')] },
      { kind: 'table', head: [text('x'), text('y')], rows: [[text('1'), text('2')]] },
      { kind: 'image', words: 'words', file: 'images/a.webp' },
    ])
  })
})
