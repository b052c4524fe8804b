import { lazy, useState, type ComponentType } from 'react'

/** A part of the window whose code comes after the first screen. */
export type Late<P> = {
  /** Shows the part, at once where its code is there already; else what stands around it shows its fallback meanwhile. */
  readonly View: ComponentType<P>
  /** Has the code come, so that the part is shown at once when it is wanted. */
  readonly load: () => Promise<void>
}

/** Makes a late part of how its code comes; that is asked for once. */
export function late<P extends object>(come: () => Promise<ComponentType<P>>): Late<P> {
  let coming: Promise<ComponentType<P>> | null = null
  let there: ComponentType<P> | null = null
  const ask = (): Promise<ComponentType<P>> =>
    (coming ??= come().then(
      (View) => (there = View),
      (error: unknown) => {
        // asked for again the next time
        coming = null
        throw error
      },
    ))
  const Waiting = lazy(async () => ({ default: await ask() }))
  function Part(props: P) {
    // the one that was begun with stays: another in its place would begin anew
    const [Shown] = useState<ComponentType<P>>(() => there ?? Waiting)
    return <Shown {...props} />
  }
  return { View: Part, load: async () => void (await ask()) }
}
