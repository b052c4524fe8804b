/** How a cell was opened: by a key, which replaces what stood there, to change it in place, or to pick from its list. */
export type EditStart = 'key' | 'place' | 'list'

/** Remembers how the next cell is opened, from the key or click that opens it to the editor that asks. */
export type EditOpening = {
  readonly how: () => EditStart
  readonly note: (start: EditStart) => void
}

export function makeEditOpening(): EditOpening {
  let last: EditStart = 'key'
  return {
    how: () => last,
    note: (start) => {
      last = start
    },
  }
}
