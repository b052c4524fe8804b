import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// The page of these tests is never laid out: every element gets the size of a window, so that grids draw their cells.
Object.defineProperties(HTMLElement.prototype, {
  clientWidth: { configurable: true, get: () => 1200 },
  clientHeight: { configurable: true, get: () => 700 },
  offsetWidth: { configurable: true, get: () => 1200 },
  offsetHeight: { configurable: true, get: () => 700 },
})

// "&" outside of a nested rule means the element that is asked, which browsers know and this page does not.
const known = (selector: string): string => selector.replace(/^& >/, ':scope >')
for (const method of ['querySelector', 'querySelectorAll'] as const) {
  const ask = Object.getOwnPropertyDescriptor(Element.prototype, method)?.value as (selector: string) => unknown
  Object.defineProperty(Element.prototype, method, {
    configurable: true,
    writable: true,
    value(this: Element, selector: string) {
      return ask.call(this, known(selector))
    },
  })
}

// Fields that grow with their text wait for fonts, of which this page has none.
Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() })
