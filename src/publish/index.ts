// From a finished report to its readers.
export { describeReceipts, needingAttention, receiptsFooter } from './describe.ts'
export { admitReport, mostReports, reportArtifact, reportArtifacts, reportLimits } from './hand-over.ts'
export { summaryRoom } from './marker.ts'
export type { CommentPolicy, PublishOptions, Target } from './options.ts'
export {
  announce,
  type Publication,
  publish,
  type Rendered,
  recant,
} from './publish.ts'
export { commentMarker } from './sections.ts'
