import { stageWords, type StageName } from '@shared/forecast/stage-rule'
import {
  IconCircleDashed,
  IconCircle,
  IconCircleFilled,
  IconCircleHalf2,
  IconMinus,
  type Icon,
} from '@tabler/icons-react'

const shapes: Readonly<Record<StageName, Icon>> = {
  exploring: IconCircleDashed,
  installing: IconCircle,
  initial: IconCircleHalf2,
  full: IconCircleFilled,
}

/** A stage as its word and a circle that fills from stage to stage. */
export function StageSign({ stage }: { readonly stage: StageName | null }) {
  const Shape = stage === null ? IconMinus : shapes[stage]
  return (
    <>
      <Shape size={16} stroke={1.8} aria-hidden />
      <span>{stage === null ? 'Not set' : stageWords[stage]}</span>
    </>
  )
}
