import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnvironment, workbookArgument } from '../../../electron/main/environment'

describe('the environment', () => {
  it('is empty for an app that was started as usual', () => {
    expect(readEnvironment({ ROLLOUT_USER_DATA: '' }, false)).toEqual({
      userData: null,
      dialogAnswers: null,
      developmentUrl: null,
      isBench: false,
    })
  })

  it('names a development server, which a packaged app does not follow', () => {
    const variables = { ELECTRON_RENDERER_URL: 'http://localhost:5173' }
    expect(readEnvironment(variables, false).developmentUrl).toBe('http://localhost:5173')
    expect(readEnvironment(variables, true).developmentUrl).toBeNull()
  })
})

describe('the workbook on a command line', () => {
  it.each([
    [['plans/Lake.rollout'], resolve('/home/pat', 'plans/Lake.rollout')],
    [['/srv/plans/Lake.ROLLOUT'], resolve('/srv/plans/Lake.ROLLOUT')],
    [['--no-sandbox', '.', 'Lake.rollout'], resolve('/home/pat', 'Lake.rollout')],
    [['Lake.rollout', '--allow-file-access', 'River.rollout'], resolve('/home/pat', 'River.rollout')],
    [['.', '--lang=en.rollout'], null],
    [['.', 'notes.txt', 'rollout'], null],
    [[], null],
  ])('%j', (args, path) => {
    expect(workbookArgument(args, '/home/pat')).toBe(path)
  })
})
