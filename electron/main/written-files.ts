/** The files that were written since the app started, which the window may have shown in their folder. */
export type WrittenFiles = { readonly add: (path: string) => void; readonly has: (path: string) => boolean }

export function openWrittenFiles(): WrittenFiles {
  const paths = new Set<string>()
  return { add: (path) => void paths.add(path), has: (path) => paths.has(path) }
}
