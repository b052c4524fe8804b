import { describe, expect, it } from 'vitest'
import { installCommand, missingNeeds, packagesFor, type Machine, type Need } from '../../../tools/system.ts'

const all: Need[] = ['window', 'display', 'compiler', 'office']
const bare: Machine = { hasCommand: () => false, libraries: () => new Set(), hasFile: () => false }
const libraries = ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1']
const whole: Machine = { hasCommand: () => true, libraries: () => new Set(libraries), hasFile: () => true }

describe('what a machine lacks', () => {
  it('is everything where nothing is', () => {
    expect(missingNeeds(all, bare)).toEqual(all)
  })

  it('is nothing where everything is', () => {
    expect(missingNeeds(all, whole)).toEqual([])
  })

  it.each(libraries)('is the window when %s is not there', (name) => {
    const machine = { ...whole, libraries: () => new Set(libraries.filter((each) => each !== name)) }
    expect(missingNeeds(all, machine)).toEqual(['window'])
  })

  it('is the window when there is no font', () => {
    expect(missingNeeds(all, { ...whole, hasFile: () => false })).toEqual(['window'])
  })

  it.each([
    ['Xvfb', 'display'],
    ['c++', 'compiler'],
    ['soffice', 'office'],
    ['pdftotext', 'office'],
  ])('without the command %s is the %s', (name, need) => {
    expect(missingNeeds(all, { ...whole, hasCommand: (each) => each !== name })).toEqual([need])
  })

  it('is not guessed at where the loader cannot be asked', () => {
    expect(missingNeeds(['window'], { ...whole, libraries: () => null })).toEqual([])
  })
})

describe('the packages to install', () => {
  it('are those that Debian 12 knows', () => {
    const names = packagesFor(['window', 'display'], (name) => !name.endsWith('t64'))
    expect(names).toEqual([
      'libgtk-3-0',
      'libnss3',
      'libasound2',
      'libgbm1',
      'fonts-liberation',
      'fonts-dejavu-core',
      'xvfb',
    ])
  })

  it('have their later names where only those are known', () => {
    const names = packagesFor(['window'], (name) => !['libgtk-3-0', 'libasound2'].includes(name))
    expect(names).toEqual([
      'libgtk-3-0t64',
      'libnss3',
      'libasound2t64',
      'libgbm1',
      'fonts-liberation',
      'fonts-dejavu-core',
    ])
  })

  it('stand in a command that can be pasted', () => {
    expect(installCommand(['xvfb'])).toBe('sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb')
  })
})
