import { resolve, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundleFile } from '../../../electron/main/bundle-file'

const folder = resolve('/app/out/renderer')
const inFolder = (...parts: string[]): string => [folder, ...parts].join(sep)

describe('a file of the page', () => {
  it.each([
    ['app://bundle/index.html', inFolder('index.html'), 'text/html; charset=utf-8'],
    ['app://bundle/assets/index-a1_B.js', inFolder('assets', 'index-a1_B.js'), 'text/javascript; charset=utf-8'],
    ['app://bundle/assets/a.css?v=2#top', inFolder('assets', 'a.css'), 'text/css; charset=utf-8'],
    ['app://bundle/a%20b.svg', inFolder('a b.svg'), 'image/svg+xml'],
    ['app://bundle/x/../index.html', inFolder('index.html'), 'text/html; charset=utf-8'],
  ])('%s is found', (address, path, contentType) => {
    expect(bundleFile(folder, address)).toEqual({ path, contentType })
  })
})

describe('whatever else is asked for', () => {
  it.each([
    'app://bundle/',
    'app://bundle/assets',
    'app://bundle/..%2fmain%2fmain.js',
    'app://bundle/..%2Fmain%2Fmain.js',
    'app://bundle/%2e%2e%2fmain/main.js',
    'app://bundle/assets/..%2f..%2f..%2fpackage.json',
    'app://bundle/..%5cmain%5cmain.js',
    'app://bundle/%2fetc%2fhosts.json/../../../x',
    'app://bundle/C:%5Cwindows%5Cwin.json',
    'app://bundle/C:/windows/win.json',
    'app://bundle/index.html%00.js',
    'app://bundle/%',
    'app://bundle/%ff.js',
    'app://bundle/main.js.map',
    'app://bundle/.env',
    'app://bundle/page.exe',
    'app://other/index.html',
    'app://bundle.example/index.html',
    'app://bundle:80/index.html',
    'https://bundle/index.html',
    'file:///app/out/renderer/index.html',
    'index.html',
    '',
  ])('is not there: %s', (address) => {
    expect(bundleFile(folder, address)).toBeNull()
  })

  it('never lies outside the folder', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2e%2e',
      '%2f',
      '/',
      '%5c',
      '\\',
      'a.js',
      'renderer',
      'renderer2',
      '%00',
      ':',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 4 })), { maxLength: 12 }), (parts) => {
        const addresses = [`app://bundle/${parts.join('')}`, `app://bundle/${parts.join('/')}/x.js`]
        const found = addresses.flatMap((address) => bundleFile(folder, address)?.path ?? [])
        expect(found.filter((path) => !resolve(path).startsWith(folder + sep))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})
