// From a finished report to its readers.
export { describeReceipts, needingAttention, receiptsFooter } from './describe.ts'
export { admitReport, mostReports, reportArtifact, reportArtifacts, reportLimits } from './hand-over.ts'
export { summaryRoom } from './marker.ts'
export {
  announce,
  type Publication,
  type PublishOptions,
  publish,
  type Rendered,
  recant,
} from './publish.ts'
export { commentMarker } from './sections.ts'
export type { CommentPolicy, Target } from './target.ts'
