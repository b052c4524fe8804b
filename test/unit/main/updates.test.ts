import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { isNewer, policyPath, readPolicy, updatesOf } from '../../../electron/main/updates'
import { failure, good, makeFolder } from '../../fixtures/workbook'

const address = 'https://it.district.example/rollout.json'
const told = (value: unknown) => async (): Promise<string> => JSON.stringify(value)

describe('the policy', () => {
  const read = (text: string): string | null => {
    const path = join(makeFolder(), 'policy.json')
    writeFileSync(path, text)
    return readPolicy(path).updateAddress
  }

  it('names where to ask', () => expect(read(JSON.stringify({ updates: { address } }))).toBe(address))

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{}',
    '{"updates":{"address":"http://plain.example/"}}',
    '{"updates":{"address":1}}',
  ])('allows nothing where it is %s', (text) => expect(read(text)).toBeNull())

  it('allows nothing where there is none', () => {
    expect(readPolicy(join(makeFolder(), 'none.json')).updateAddress).toBeNull()
  })

  it('lies where only an administrator writes', () => {
    expect(policyPath('linux', {})).toBe('/etc/rollout-workbook/policy.json')
    expect(policyPath('win32', { ProgramData: 'D:\\Data' })).toContain('D:\\Data')
  })
})

describe('looking for a newer version', () => {
  it('asks nobody without a policy', async () => {
    const fetchText = vi.fn<(address: string) => Promise<string>>()
    const updates = updatesOf({ updateAddress: null }, '1.0.0', fetchText)
    expect(updates.canLook).toBe(false)
    failure(await updates.look(), 'call-refused')
    expect(fetchText).not.toHaveBeenCalled()
  })

  it('tells of a newer one, with where it can be had', async () => {
    const newer = { version: '1.10.0', page: 'https://it.district.example/' }
    expect(good(await updatesOf({ updateAddress: address }, '1.9.3', told(newer)).look())).toEqual({ newer })
    expect(good(await updatesOf({ updateAddress: address }, '1.10.0', told(newer)).look())).toEqual({ newer: null })
  })

  it.each([null, 'text', {}, { version: 'new', page: address }, { version: '2.0.0', page: 'no address' }])(
    'says that it does not know where the answer is %j',
    async (value) => {
      const answer = await updatesOf({ updateAddress: address }, '1.0.0', told(value)).look()
      expect(failure(answer, 'update-unknown').message).toContain('IT department')
    },
  )

  it('says so too where nobody answers', async () => {
    const updates = updatesOf({ updateAddress: address }, '1.0.0', () => Promise.reject(new Error('offline')))
    expect(failure(await updates.look(), 'update-unknown').message).toContain('IT department')
  })

  it('orders versions by their numbers', () => {
    expect(isNewer('0.10', '0.9.9')).toBe(true)
    expect(isNewer('1.0', '1.0.0')).toBe(false)
    expect(isNewer('1.0.0-beta', '0.1.0')).toBe(false)
  })
})
