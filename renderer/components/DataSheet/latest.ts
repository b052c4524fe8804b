/** Holds a value for those that ask when something happens, without drawing anything anew when it changes. */
export type Latest<T> = { readonly now: () => T; readonly put: (value: T) => void }

export function makeLatest<T>(first: T): Latest<T> {
  let last = first
  return {
    now: () => last,
    put: (value) => {
      last = value
    },
  }
}
