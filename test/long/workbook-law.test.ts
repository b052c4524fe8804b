import { expect, test } from 'vitest'
import { checkWorkbookLaw } from '../fixtures/workbook-law'

test('a workbook holds what the pure algebra says, over a thousand histories', () => {
  expect.hasAssertions()
  checkWorkbookLaw(1000)
})
