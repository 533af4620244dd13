// From a finished report to its readers.
export { describeReceipts, needingAttention, receiptsFooter } from './describe.ts'
export { admitReport, mostReports, reportArtifact, reportArtifacts, reportLimits } from './hand-over.ts'
export { summaryRoom } from './marker.ts'
export {
  announce,
  type CommentPolicy,
  type Publication,
  type PublishOptions,
  publish,
  type Rendered,
  recant,
  type Target,
} from './publish.ts'
export { commentMarker } from './sections.ts'
