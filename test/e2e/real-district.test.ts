import { describe } from 'vitest'
import { testMainJob } from './main-job.ts'

const folder = process.env['ROLLOUT_REAL_DATA']
if (folder === undefined) throw new Error('Run this with "npm run test:real -- FOLDER".')

describe('the main job on a real district', () => {
  testMainJob({ folder, district: 'FLORESVILLE ISD' })
})
