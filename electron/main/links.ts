/** The only hosts that the app sends a planner to: where its sources can be read. Compared exactly, never by ending. */
const hosts: ReadonlySet<string> = new Set([
  'doi.org',
  'eric.ed.gov',
  'ies.ed.gov',
  'nces.ed.gov',
  'nirn.fpg.unc.edu',
  'www.bls.gov',
  'www.ed.gov',
])

/** The address to hand to the system's browser, or null where the app may not send anybody there. */
export function allowedLink(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'https:' || !hosts.has(url.hostname)) return null
  const isPlain = url.port === '' && url.username === '' && url.password === ''
  return isPlain ? url.href : null
}
