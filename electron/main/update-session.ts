import { session } from 'electron'

const patienceMilliseconds = 15_000
const mostCharacters = 10_000

/**
 * Fetches one short text from the one address that the policy names, in a session of its own that keeps nothing: the
 * window's session stays without a network.
 */
export async function fetchUpdateText(address: string): Promise<string> {
  const own = session.fromPartition('updates', { cache: false })
  const { origin } = new URL(address)
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: new URL(url).origin !== origin }))
  const signal = AbortSignal.timeout(patienceMilliseconds)
  const answer = await own.fetch(address, { signal, credentials: 'omit', redirect: 'error' })
  if (!answer.ok) throw new Error(`The answer was ${answer.status}.`)
  const text = await answer.text()
  if (text.length > mostCharacters) throw new Error('The answer is too long.')
  return text
}
