import { Modal } from '@mantine/core'
import { Suspense, useEffect, useRef, type ReactNode } from 'react'
import { closeDialog, type Dialog } from '../stores/interface'
import { lateDialogs as late } from './late-dialogs'
import { UnsavedDialog } from './UnsavedDialog'

const titles: Readonly<Record<Dialog['kind'], string>> = {
  import: 'Import from a spreadsheet',
  shortcuts: 'Keyboard shortcuts',
  unsaved: 'Not everything is saved',
  'save-version': 'Save a version',
  'restore-backup': 'Restore a backup',
  'offer-backup': 'The workbook could not be opened',
  'copy-for-others': 'Copy for others',
  'new-from-last-year': 'New from last year’s plan',
  about: 'About Rollout Workbook',
  'merge-copy': 'Merge a copy',
  'beside-others': 'Beside other workbooks',
  licenses: 'What Rollout Workbook is made of',
  support: 'Save a support file',
  'model-card': 'How the forecast works',
  guide: 'User guide',
}

// what is read in them or worked on in them wants the width of the window; a text with lines of its own wants those
const wide = 'min(1120px, 96vw)'
const sizes: Readonly<Partial<Record<Dialog['kind'], string>>> = {
  import: wide,
  'model-card': wide,
  guide: wide,
  'beside-others': wide,
  shortcuts: wide,
  licenses: 'xl',
  support: 'xl',
}

/** The dialog that is open, if any, over whatever the window shows. */
export function Dialogs({ dialog }: { readonly dialog: Dialog | null }) {
  return (
    <Modal
      opened={dialog !== null}
      onClose={closeDialog}
      title={dialog ? titles[dialog.kind] : ''}
      size={(dialog && sizes[dialog.kind]) ?? 'lg'}
      centered={dialog?.kind !== 'import' && dialog?.kind !== 'guide'}
      yOffset="4dvh"
      closeOnClickOutside={dialog?.kind !== 'import'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Suspense fallback={null}>
        {dialog && (
          <FocusInside key={dialog.kind}>
            <Content dialog={dialog} />
          </FocusInside>
        )}
      </Suspense>
    </Modal>
  )
}

/** A dialog takes the focus when it opens; where its code came only after that, its own field gets it then. */
function FocusInside({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = place
    const focused = document.activeElement
    const isBeside = current?.closest('[role=dialog]')?.contains(focused) === true && !current.contains(focused)
    if (isBeside) current.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [])
  return <div ref={place}>{children}</div>
}

function Content({ dialog }: { readonly dialog: Dialog }) {
  switch (dialog.kind) {
    case 'import':
      return <late.import.View subject={dialog.subject} path={dialog.path} />
    case 'shortcuts':
      return <late.shortcuts.View />
    case 'unsaved':
      return <UnsavedDialog count={dialog.count} leave={dialog.leave} />
    case 'save-version':
      return <late.saveVersion.View />
    case 'restore-backup':
      return <late.restoreBackup.View />
    case 'offer-backup':
      return <late.offerBackup.View problem={dialog.problem} offer={dialog.offer} />
    case 'copy-for-others':
      return <late.copyForOthers.View />
    case 'new-from-last-year':
      return <late.nextYear.View />
    case 'about':
      return <late.about.View />
    case 'merge-copy':
      return <late.mergeCopy.View />
    case 'beside-others':
      return <late.beside.View />
    case 'licenses':
      return <late.licenses.View />
    case 'support':
      return <late.support.View />
    case 'model-card':
      return <late.modelCard.View />
    case 'guide':
      return <late.guide.View />
    default:
      return dialog satisfies never
  }
}
