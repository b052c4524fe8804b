import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useInterface } from '../stores/interface'

/** Draws the window in the scheme that the planner chose, in the menu or the search. */
export function SchemeFromPreferences() {
  const scheme = useInterface((s) => s.scheme)
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setColorScheme(scheme), [scheme, setColorScheme])
  return null
}
