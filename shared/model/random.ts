import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** Spreads a 32-bit number over all bits (the finaliser of MurmurHash3, by A. Appleby, public domain). */
function mix(value: number): number {
  let bits = value
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

/** A 32-bit hash of a name (FNV-1a over its code units). */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  return mix(hash)
}

/**
 * The random number, in [0, 1), that belongs to one figure of one draw. It depends on nothing but seed (a whole number),
 * draw index and name: draws can be made in any order on any number of workers, and two scenarios that draw the same
 * figure get the same number (common random numbers), whatever else they draw.
 */
export function uniformFor(seed: number, draw: number, name: string): number {
  const words = [seed | 0, Math.floor(seed / 0x1_0000_0000) | 0, draw | 0, hashOf(name)]
  let hash = 0x9e3779b9
  const state = [1, 2, 3, 4].map((salt) => {
    for (const word of words) hash = mix(Math.imul(hash, 0x01000193) ^ mix(word + Math.imul(salt, 0x9e3779b9)))
    return hash
  })
  const generator = xoroshiro128plusFromState(state)
  // The first numbers still show the state itself.
  generator.next()
  generator.next()
  return uniformFloat64(generator)
}
