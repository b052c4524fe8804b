import { Modal } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { closeDialog, type Dialog } from '../stores/interface'
import { AboutDialog } from './AboutDialog'
import { MergeCopyDialog } from './merge/MergeCopyDialog'
import { ModelCardDialog } from './ModelCardDialog'
import { BesideDialog } from './records/BesideDialog'
import { CopyForOthersDialog } from './records/CopyForOthersDialog'
import { NextYearDialog } from './records/NextYearDialog'
import { OfferBackupDialog } from './records/OfferBackupDialog'
import { RestoreBackupDialog } from './records/RestoreBackupDialog'
import { SaveVersionDialog } from './records/SaveVersionDialog'
import { ShortcutsDialog } from './ShortcutsDialog'
import { LicensesDialog } from './support/LicensesDialog'
import { SupportDialog } from './support/SupportDialog'
import { UnsavedDialog } from './UnsavedDialog'

const GuideDialog = lazy(async () => ({ default: (await import('./guide/GuideDialog')).GuideDialog }))
const ImportWizard = lazy(async () => ({ default: (await import('../screens/import/ImportWizard')).ImportWizard }))

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
    case 'unsaved':
      return <UnsavedDialog count={dialog.count} leave={dialog.leave} />
    case 'save-version':
      return <SaveVersionDialog />
    case 'restore-backup':
      return <RestoreBackupDialog />
    case 'offer-backup':
      return <OfferBackupDialog problem={dialog.problem} offer={dialog.offer} />
    case 'copy-for-others':
      return <CopyForOthersDialog />
    case 'new-from-last-year':
      return <NextYearDialog />
    case 'about':
      return <AboutDialog />
    case 'merge-copy':
      return <MergeCopyDialog />
    case 'beside-others':
      return <BesideDialog />
    case 'licenses':
      return <LicensesDialog />
    case 'support':
      return <SupportDialog />
    case 'model-card':
      return <ModelCardDialog />
    case 'guide':
      return <GuideDialog />
    default:
      return dialog satisfies never
  }
}
