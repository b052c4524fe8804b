import { Modal } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { closeDialog, type Dialog } from '../stores/interface'
import { AboutDialog } from './AboutDialog'
import { HistoryDialog } from './HistoryDialog'
import { ModelCardDialog } from './ModelCardDialog'
import { ShortcutsDialog } from './ShortcutsDialog'

const ImportWizard = lazy(async () => ({ default: (await import('../screens/import/ImportWizard')).ImportWizard }))

const titles: Readonly<Record<Dialog['kind'], string>> = {
  import: 'Import from a spreadsheet',
  shortcuts: 'Keyboard shortcuts',
  history: 'History of changes',
  about: 'About Rollout Workbook',
  'model-card': 'How the forecast works',
}

/** The dialog that is open, if any, over whatever the window shows. */
export function Dialogs({ dialog }: { readonly dialog: Dialog | null }) {
  return (
    <Modal
      opened={dialog !== null}
      onClose={closeDialog}
      title={dialog ? titles[dialog.kind] : ''}
      size={dialog?.kind === 'import' || dialog?.kind === 'model-card' ? 'min(1120px, 96vw)' : 'lg'}
      centered={dialog?.kind !== 'import'}
      yOffset="4dvh"
      closeOnClickOutside={dialog?.kind !== 'import'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Suspense fallback={null}>{dialog && <Content dialog={dialog} />}</Suspense>
    </Modal>
  )
}

function Content({ dialog }: { readonly dialog: Dialog }) {
  switch (dialog.kind) {
    case 'import':
      return <ImportWizard subject={dialog.subject} path={dialog.path} />
    case 'shortcuts':
      return <ShortcutsDialog />
    case 'history':
      return <HistoryDialog />
    case 'about':
      return <AboutDialog />
    case 'model-card':
      return <ModelCardDialog />
    default:
      return dialog satisfies never
  }
}
