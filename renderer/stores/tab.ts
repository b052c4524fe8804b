import { chooseTab, useInterface } from './interface'
import type { ScreenId } from './screen-id'

/** Which tab of a screen is open (the one left last, at first `first`), and how to open another. */
export function useTab(screen: ScreenId, first: string): [string, (tab: string) => void] {
  const tab = useInterface((s) => s.tabs[screen]) ?? first
  return [tab, (next) => chooseTab(screen, next)]
}
