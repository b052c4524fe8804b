import { calibratedKeys } from '@shared/model/calibrate'
import { describe, expect, it } from 'vitest'
import { coverageOf, runTrial } from '../unit/model/synthetic-pilot'

describe('calibration over many synthetic pilots', () => {
  const trials = Array.from({ length: 200 }, (_, trial) => runTrial(trial))

  it.each(calibratedKeys)('has the truth of %s inside most of its intervals, and not in all', (key) => {
    // Of 200 intervals that hold the truth nine times in ten, 160 to 194.
    expect(coverageOf(trials, key)).toBeGreaterThanOrEqual(0.8)
    expect(coverageOf(trials, key)).toBeLessThanOrEqual(0.97)
  })

  it('settles in every trial', () => {
    expect(trials.filter((trial) => !trial.calibration.isConverged)).toHaveLength(0)
  })
})
