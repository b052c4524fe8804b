import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contentPolicy, developmentPolicy, noncePlaceholder } from '../../../electron/main/content-policy'

describe('the policy of the page', () => {
  it('allows the page its own files, styles of this load and pictures of charts, and nothing else', () => {
    expect(contentPolicy('abc').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-abc'",
      "worker-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
  })

  it('gets its nonce where the build leaves a place for it', () => {
    expect(readFileSync('electron.vite.config.ts', 'utf8')).toContain(`cspNonce: '${noncePlaceholder}'`)
  })

  it('is looser for the development server, but names it alone', () => {
    const policy = developmentPolicy('http://localhost:5173')
    expect(policy).toContain('connect-src http://localhost:5173 ws://localhost:5173')
    expect(policy).not.toMatch(/\*|unsafe-eval/)
  })
})
