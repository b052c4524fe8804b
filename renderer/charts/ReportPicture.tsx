import type { ReportChart } from '@shared/report/report'
import { AreaPicture } from './AreaPicture'
import { BarPicture } from './BarPicture'
import { monthTicks } from './forecast-figure'
import { DotPicture } from './DotPicture'
import { LinePicture } from './LinePicture'
import type { Palette } from './palette'
import { reportFigure } from './report-figure'

type Props = {
  readonly chart: ReportChart
  readonly palette: Palette
  readonly width?: number
  readonly height?: number
}

const usualHeight = 300

/** A chart of the report, drawn from its data. */
export function ReportPicture({ chart, palette, width, height = usualHeight }: Props) {
  const figure = reportFigure(chart)
  const size = { height, ...(width === undefined ? {} : { width }) }
  if (chart.kind === 'stackedBar') return <BarPicture figure={figure} palette={palette} {...size} />
  const marks = chart.lines.map(({ label, value }) => ({ label: `${label} ${figure.format(value)}`, value }))
  if (chart.kind === 'dots')
    return <DotPicture figure={figure} palette={palette} domain={[0, 1]} marks={marks} width={width} />
  const overTime = {
    figure,
    palette,
    domain: [0, chart.y.kind === 'share' ? 1 : 'auto'] as const,
    ...(chart.x.kind === 'month' ? { ticks: monthTicks(figure.categories) } : {}),
    ...size,
  }
  if (chart.kind === 'stackedArea') return <AreaPicture {...overTime} />
  return <LinePicture {...overTime} marks={marks} />
}
