import { Select, Text } from '@mantine/core'
import { capacityOverTime, type CapacityOverTime } from '@shared/forecast/evidence-capacity'
import { asOfMonth } from '@shared/forecast/evidence-places'
import { percent } from '@shared/forecast/figure'
import { dayWords } from '@shared/plan/day'
import { monthWords } from '@shared/plan/month'
import { useMemo, useState } from 'react'
import { ChartFigure } from '../../charts/ChartFigure'
import { DotPicture } from '../../charts/DotPicture'
import { LinePicture } from '../../charts/LinePicture'
import { usePalette } from '../../charts/usePalette'
import { Card } from '../../components/Card'
import { useWorkbook } from '../../stores/workbook'
import { capacityFigure, placesFigure } from './fidelity-figures'
import styles from './fidelity.module.css'

/** The systems that carry the practice, by subscale over time, against the line; and what the forecast takes from them. */
export function CapacityTrend() {
  const plan = useWorkbook((s) => s.plan)
  const places = useMemo(() => capacityOverTime(plan), [plan])
  const [chosen, setChosen] = useState<string | null>(null)
  const place = places.find(({ unit }) => unit.id === chosen) ?? places[0]
  const palette = usePalette()
  const all = useMemo(() => placesFigure(places), [places])
  if (!place) return null
  return (
    <div className={styles['charts']}>
      <Card>
        {places.length > 1 && (
          <Select
            label="School or district"
            data={places.map(({ unit }) => ({ value: unit.id, label: unit.name }))}
            allowDeselect={false}
            searchable
            value={place.unit.id}
            onChange={setChosen}
            mb="sm"
          />
        )}
        <OnePlace place={place} asOf={asOfMonth(plan)} />
      </Card>
      <Card>
        <ChartFigure figure={all} order={2}>
          <DotPicture
            figure={all}
            palette={palette}
            domain={[0, 1]}
            marks={[{ value: place.line, label: `Line ${percent(place.line)}` }]}
          />
        </ChartFigure>
      </Card>
    </div>
  )
}

function OnePlace({ place, asOf }: { readonly place: CapacityOverTime; readonly asOf: string | null }) {
  const palette = usePalette()
  const figure = useMemo(() => capacityFigure(place), [place])
  const { line, inForecast, laterDays } = place
  return (
    <>
      <ChartFigure figure={figure} order={2}>
        <LinePicture
          figure={figure}
          palette={palette}
          height={260}
          domain={[0, 1]}
          marks={[{ value: line, label: `Line ${percent(line)}` }]}
        />
      </ChartFigure>
      <Text size="sm" mt="xs">
        The forecast starts from {percent(inForecast)}: the latest score of each subscale
        {asOf === null ? '' : ` until ${monthWords(asOf)}`}, all points together.
        {laterDays.length > 0 &&
          ` It does not see ${laterDays.map(dayWords).join(', ')}: move “As of” on in the settings to use them.`}
      </Text>
    </>
  )
}
