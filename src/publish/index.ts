// From a finished report to its readers.
export { describeReceipts, needingAttention, receiptsFooter } from './describe.ts'
export { commentRoom, markerOf, summaryRoom } from './marker.ts'
export { type Publication, type PublishOptions, publish, type Rendered } from './publish.ts'
