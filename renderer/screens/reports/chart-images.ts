import type { ChartImage } from '@shared/contract/calls'
import { pictureToPng } from '../../charts/picture-png'

/** The pictures of the charts that stand on a stage, as PNG; a chart that is not drawn is left out. */
export async function chartImages(stage: HTMLElement): Promise<ChartImage[]> {
  const images: ChartImage[] = []
  for (const box of stage.querySelectorAll<HTMLElement>('[data-chart]')) {
    const svg = box.querySelector<SVGSVGElement>('svg.recharts-surface')
    const chartId = box.dataset['chart']
    if (svg && chartId !== undefined) images.push({ chartId, ...(await pictureToPng(svg)) })
  }
  return images
}
