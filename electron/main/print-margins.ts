/** What stands in the margins of every page; `below` with the number of the page, `mark` before what is above. */
export type Margins = { readonly above: string; readonly below: string; readonly mark: string | null }

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const line = (left: string, right: string): string =>
  `<div style="width:100%;margin:0 0.75in;display:flex;justify-content:space-between;font:8pt 'Segoe UI',system-ui,'Liberation Sans',sans-serif;color:#4a5057"><span>${left}</span><span>${right}</span></div>`

const marked = (mark: string | null): string =>
  mark === null ? '' : `<b style="font-size:10pt;color:#1d2125">${escaped(mark)}</b> · `

/** The margins as Chromium's printing takes them: HTML of its own, apart from the page, in which texts are escaped. */
export const marginHtml = ({ above, below, mark }: Margins): { headerTemplate: string; footerTemplate: string } => ({
  headerTemplate: line(`${marked(mark)}${escaped(above)}`, 'Board report'),
  footerTemplate: line(escaped(below), 'Page <span class="pageNumber"></span> of <span class="totalPages"></span>'),
})
