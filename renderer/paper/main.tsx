import './paper.css'
import type { PaperBridge } from '@shared/contract/paper'
import { reportTitle } from '@shared/report/access/report-document'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { ReportPaper } from './ReportPaper'

declare global {
  interface Window {
    /** Put there by the printed page's own preload script. */
    readonly paper: PaperBridge
  }
}

/** Says that the page stands, once it is painted with the fonts it needs. */
function WhenDrawn({ onDrawn }: { readonly onDrawn: () => void }) {
  useEffect(() => {
    void document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(onDrawn)))
  }, [onDrawn])
  return null
}

window.paper.onReport((report) => {
  document.title = reportTitle(report)
  const place = document.getElementById('paper')
  if (!place) throw new Error('The page has no place for the report')
  createRoot(place).render(
    <>
      <ReportPaper report={report} />
      <WhenDrawn onDrawn={window.paper.ready} />
    </>,
  )
})
