import home from '../../../docs/guide/images/home.webp'
import overview from '../../../docs/guide/images/overview.webp'
import explain from '../../../docs/guide/images/explain.webp'
import whatIsMissing from '../../../docs/guide/images/what-is-missing.webp'
import rowDetails from '../../../docs/guide/images/row-details.webp'
import thingsToCheck from '../../../docs/guide/images/things-to-check.webp'
import practiceProfiles from '../../../docs/guide/images/practice-profiles.webp'
import readyToScale from '../../../docs/guide/images/ready-to-scale.webp'
import waves from '../../../docs/guide/images/waves.webp'
import readiness from '../../../docs/guide/images/readiness.webp'
import timeline from '../../../docs/guide/images/timeline.webp'
import coachingTime from '../../../docs/guide/images/coaching-time.webp'
import byYear from '../../../docs/guide/images/by-year.webp'
import canWeKeepIt from '../../../docs/guide/images/can-we-keep-it.webp'
import rounds from '../../../docs/guide/images/rounds.webp'
import gates from '../../../docs/guide/images/gates.webp'
import oneCoachFewer from '../../../docs/guide/images/one-coach-fewer.webp'
import compare from '../../../docs/guide/images/compare.webp'
import stressTest from '../../../docs/guide/images/stress-test.webp'
import reports from '../../../docs/guide/images/reports.webp'
import importMatch from '../../../docs/guide/images/import-match.webp'
import importCheck from '../../../docs/guide/images/import-check.webp'
import versions from '../../../docs/guide/images/versions.webp'
import restoreBackup from '../../../docs/guide/images/restore-backup.webp'
import offerBackup from '../../../docs/guide/images/offer-backup.webp'
import merge from '../../../docs/guide/images/merge.webp'
import search from '../../../docs/guide/images/search.webp'

/** The address of every picture of the guide, by the name that its pages call it. */
export const pictures: Readonly<Record<string, string>> = {
  'images/home.webp': home,
  'images/overview.webp': overview,
  'images/explain.webp': explain,
  'images/what-is-missing.webp': whatIsMissing,
  'images/row-details.webp': rowDetails,
  'images/things-to-check.webp': thingsToCheck,
  'images/practice-profiles.webp': practiceProfiles,
  'images/ready-to-scale.webp': readyToScale,
  'images/waves.webp': waves,
  'images/readiness.webp': readiness,
  'images/timeline.webp': timeline,
  'images/coaching-time.webp': coachingTime,
  'images/by-year.webp': byYear,
  'images/can-we-keep-it.webp': canWeKeepIt,
  'images/rounds.webp': rounds,
  'images/gates.webp': gates,
  'images/one-coach-fewer.webp': oneCoachFewer,
  'images/compare.webp': compare,
  'images/stress-test.webp': stressTest,
  'images/reports.webp': reports,
  'images/import-match.webp': importMatch,
  'images/import-check.webp': importCheck,
  'images/versions.webp': versions,
  'images/restore-backup.webp': restoreBackup,
  'images/offer-backup.webp': offerBackup,
  'images/merge.webp': merge,
  'images/search.webp': search,
}
