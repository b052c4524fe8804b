import { describe, expect, it } from 'vitest'
import { allowedLink } from '../../../electron/main/links'

describe('links', () => {
  it.each(['https://doi.org/10.1126/science.aas8827', 'https://nces.ed.gov/ccd/', 'https://ies.ed.gov/x?y=1#z'])(
    'to the sources open: %s',
    (address) => {
      expect(allowedLink(address)).toBe(address)
    },
  )

  it.each([
    'http://doi.org/10.1',
    'https://doi.org.example/10.1',
    'https://example.org/?doi.org',
    'https://evildoi.org/',
    'https://sub.doi.org/',
    'https://doi.org@example.org/',
    'https://user@doi.org/',
    'https://user:word@doi.org/',
    'https://doi.org:8443/',
    'https://doi.org./10.1',
    'https:doi.org.example',
    'file:///etc/passwd',
    'smb://doi.org/share',
    'javascript:alert(1)//doi.org',
    'data:text/html,https://doi.org',
    'ms-settings:',
    '\\\\doi.org\\share',
    '//doi.org',
    'doi.org',
    '',
  ])('to anywhere else do not: %s', (address) => {
    expect(allowedLink(address)).toBeNull()
  })
})
