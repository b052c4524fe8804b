const drawn = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
  'text-anchor',
  'dominant-baseline',
  'display',
  'visibility',
]

/**
 * An SVG as a PNG data address, `scale` pixels a CSS pixel, on white. It is drawn as an image, away from the page's
 * styles, so the computed ones are written into a copy first.
 */
export const pictureToPng = async (
  svg: SVGSVGElement,
  scale = 2,
): Promise<{ png: string; width: number; height: number }> => {
  const { width, height } = svg.getBoundingClientRect()
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg, width, height))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This window cannot draw pictures.')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return { png: canvas.toDataURL('image/png'), width: canvas.width, height: canvas.height }
}

const standalone = (svg: SVGSVGElement, width: number, height: number): string => {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const from = [svg, ...svg.querySelectorAll('*')]
  const to = [copy, ...copy.querySelectorAll('*')]
  for (const [i, element] of from.entries()) {
    const style = getComputedStyle(element)
    for (const property of drawn) to[i]?.setAttribute(property, style.getPropertyValue(property))
    to[i]?.removeAttribute('style')
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return new XMLSerializer().serializeToString(copy)
}
