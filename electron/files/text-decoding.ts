import { utf16Order } from './file-kind'

/**
 * The text of a file whose encoding nobody tells: UTF-16 by its mark, UTF-8 where every byte fits, else Windows-1252,
 * which is what Excel for Windows writes as plain "CSV".
 */
export const decodeText = (bytes: Uint8Array): string => {
  const order = utf16Order(bytes)
  if (order !== null) return new TextDecoder(order).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
