import { late } from './late'

/**
 * The dialogs whose code comes after the first screen: all but the one that asks about edits that are not saved, which has
 * to be there whatever happens to the app's own files.
 */
export const lateDialogs = {
  import: late(async () => (await import('../screens/import/ImportWizard')).ImportWizard),
  shortcuts: late(async () => (await import('./ShortcutsDialog')).ShortcutsDialog),
  saveVersion: late(async () => (await import('./records/SaveVersionDialog')).SaveVersionDialog),
  restoreBackup: late(async () => (await import('./records/RestoreBackupDialog')).RestoreBackupDialog),
  offerBackup: late(async () => (await import('./records/OfferBackupDialog')).OfferBackupDialog),
  copyForOthers: late(async () => (await import('./records/CopyForOthersDialog')).CopyForOthersDialog),
  nextYear: late(async () => (await import('./records/NextYearDialog')).NextYearDialog),
  about: late(async () => (await import('./AboutDialog')).AboutDialog),
  mergeCopy: late(async () => (await import('./merge/MergeCopyDialog')).MergeCopyDialog),
  beside: late(async () => (await import('./records/BesideDialog')).BesideDialog),
  licenses: late(async () => (await import('./support/LicensesDialog')).LicensesDialog),
  support: late(async () => (await import('./support/SupportDialog')).SupportDialog),
  modelCard: late(async () => (await import('./ModelCardDialog')).ModelCardDialog),
  guide: late(async () => (await import('./guide/GuideDialog')).GuideDialog),
}
