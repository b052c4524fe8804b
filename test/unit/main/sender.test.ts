import { describe, expect, it } from 'vitest'
import { isOurFrame } from '../../../electron/main/sender'

const origin = 'app://bundle'
const ours = { frameTreeNodeId: 1, origin }

describe('who may ask', () => {
  it('is the main frame of the window while it shows our page', () => {
    expect(isOurFrame({ frameTreeNodeId: 1, origin }, ours, origin)).toBe(true)
  })

  it('is no frame inside it, not even with our own page', () => {
    expect(isOurFrame({ frameTreeNodeId: 2, origin }, ours, origin)).toBe(false)
  })

  it.each([
    'app://bundle.example',
    'app://bundle:80',
    'app://other',
    'https://bundle',
    'file://',
    'null',
    '',
    'app://bundle/',
    'APP://bundle',
    'http://localhost:5173',
  ])('is nobody from %j', (other) => {
    expect(isOurFrame({ frameTreeNodeId: 1, origin: other }, ours, origin)).toBe(false)
  })

  it('is nobody when the frame or the window is gone', () => {
    const destroyed = {
      frameTreeNodeId: 1,
      get origin(): string {
        throw new Error('Render frame was disposed')
      },
    }
    expect(isOurFrame(null, ours, origin)).toBe(false)
    expect(isOurFrame(ours, null, origin)).toBe(false)
    expect(isOurFrame(destroyed, ours, origin)).toBe(false)
  })
})
