/** A name for comparing: lower case, accents and signs gone, single spaces. "Sch. Name" and "SCH_NAME" are one. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%#]+/gu, ' ')
    .trim()

/** A code for comparing: "027904", "27904" and 27904 are one. */
export const codeKey = (code: string): string => {
  const plain = code.trim().toUpperCase()
  return /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain
}
