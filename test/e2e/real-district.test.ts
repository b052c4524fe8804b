import { describe } from 'vitest'
import { testMainJob } from './main-job.ts'

const folder = process.env['ROLLOUT_REAL_DATA']
if (folder === undefined) throw new Error('Run this with "npm run test:real -- FOLDER".')

// the codes of the second lost their leading zero in one of the two files
describe.each(['FLORESVILLE ISD', 'MARBLE FALLS ISD'])('the main job on a real district, %s', (district) => {
  testMainJob({ folder, district })
})
