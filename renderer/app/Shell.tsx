import { followChecks } from '../stores/follow-checks'
import { followWorkbook } from '../stores/forecast'
import { followForecasts } from '../stores/likely'
import { Banner } from './Banner'
import { CommandPalette } from './CommandPalette'
import { FindRows } from './FindRows'
import { Navigation } from './Navigation'
import { SidePanel } from './panel/SidePanel'
import { ScreenArea } from './ScreenArea'
import { SheetHost } from './SheetHost'
import styles from './shell.module.css'
import { StatusBar } from './StatusBar'
import { TopBar } from './TopBar'

/** From now on forecasts, likely ranges and things to check follow whichever workbook is open. */
export function followPlan(): void {
  followWorkbook()
  followForecasts()
  followChecks()
}

/** The window with a workbook open. */
export function Shell() {
  return (
    <div className={styles['shell']}>
      <a href="#main" className={styles['skip']} onClick={skipToContent}>
        Skip to the content
      </a>
      <TopBar />
      <Banner />
      <Navigation />
      <SheetHost>
        <ScreenArea />
        <SidePanel />
      </SheetHost>
      <StatusBar />
      <CommandPalette />
      <FindRows />
    </div>
  )
}

function skipToContent(event: React.MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('[data-page-title]')?.focus()
}
