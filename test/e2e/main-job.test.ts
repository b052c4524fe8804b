import { describe } from 'vitest'
import { inRoot } from '../../tools/project.ts'
import { testMainJob } from './main-job.ts'

describe('the main job on made-up schools', () => {
  testMainJob({ folder: inRoot('test/fixtures/schools'), district: 'CEDAR HOLLOW ISD' })
})
