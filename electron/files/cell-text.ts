/** A cell holds at most so many characters; Excel calls a file with more in one damaged. */
const longestCell = 32_767

const codePoint = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/**
 * Text as an .xlsx cell may hold it. Control characters and text that looks like the format's own escapes ("_x0041_") are
 * written as escapes, which every reader turns back; halves of characters, which no file may hold, become "�".
 */
export const cellText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_')
    .replaceAll(/\p{Cc}/gu, (character) =>
      character === '\n' || character === '\t' ? character : codePoint(character),
    )
    .replaceAll(/[\uFFFE\uFFFF]|\p{Cs}/gu, '\uFFFD')
    .slice(0, longestCell)

/** A day or month (`YYYY-MM-DD`, `YYYY-MM`) as exceljs wants dates: midnight in UTC. Null where it is neither. */
export const cellDate = (text: string): Date | null => {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text)
  return parts ? new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] ?? '1'))) : null
}
