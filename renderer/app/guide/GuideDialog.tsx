import { Anchor, Group, Stack, Title } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { openDialog, useInterface } from '../../stores/interface'
import { useWorkbook } from '../../stores/workbook'
import styles from './guide.module.css'
import { GuideText } from './GuideText'
import { guidePages, pageAbout, titleOf, type GuidePage } from './pages'

const pageHere = (): string => pageAbout(useWorkbook.getState().file === null ? null : useInterface.getState().screen)

/** The user guide, page by page, beginning with the page about the screen that is shown. */
export function GuideDialog() {
  const [file, setFile] = useState(pageHere)
  return (
    <div className={styles['guide']}>
      <Contents open={file} onOpen={setFile} />
      <Article key={file} file={file} onOpen={setFile} />
    </div>
  )
}

function Article({ file, onOpen }: { readonly file: string; readonly onOpen: Open }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // a reader who follows a link goes on reading at the top of the page it leads to
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'end' })
  }, [])
  const at = guidePages.findIndex((one) => one.file === file)
  const page = guidePages[at]
  if (!page) return null
  const follow = (to: string): void => {
    if (to === '../model-card.md') openDialog({ kind: 'model-card' })
    else onOpen(to)
  }
  return (
    <Stack component="article" gap="sm" className={styles['page'] ?? ''}>
      <Title order={3} ref={heading} tabIndex={-1} className={styles['title'] ?? ''} data-autofocus>
        {titleOf(page)}
      </Title>
      <GuideText file={file} text={page.text} onFollow={follow} />
      <Neighbors before={guidePages[at - 1]} after={guidePages[at + 1]} onOpen={onOpen} />
    </Stack>
  )
}

type Open = (file: string) => void

function Contents({ open, onOpen }: { readonly open: string; readonly onOpen: Open }) {
  return (
    <nav className={styles['contents']} aria-label="Pages of the guide">
      {guidePages.map((page) => (
        <button
          key={page.file}
          type="button"
          className={styles['entry']}
          aria-current={page.file === open ? 'page' : undefined}
          onClick={() => onOpen(page.file)}
        >
          {titleOf(page)}
        </button>
      ))}
    </nav>
  )
}

type NeighborProps = {
  readonly before: GuidePage | undefined
  readonly after: GuidePage | undefined
  readonly onOpen: Open
}

function Neighbors({ before, after, onOpen }: NeighborProps) {
  return (
    <Group justify="space-between" mt="md">
      {before ? (
        <Anchor component="button" type="button" size="sm" onClick={() => onOpen(before.file)}>
          <IconArrowLeft size={15} className={styles['sign']} aria-hidden /> {titleOf(before)}
        </Anchor>
      ) : (
        <span />
      )}
      {after && (
        <Anchor component="button" type="button" size="sm" onClick={() => onOpen(after.file)}>
          {titleOf(after)} <IconArrowRight size={15} className={styles['sign']} aria-hidden />
        </Anchor>
      )}
    </Group>
  )
}
