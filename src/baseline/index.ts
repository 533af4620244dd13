// Where Runs of other jobs live, and which of them may be held against a new one, continued, or joined.
export { findEarlier, firstRoundAfter, runFiles, storeAttempt } from './attempts.ts'
export { findDurations } from './durations.ts'
export { type Baseline, type BaselineQuery, findBaseline } from './find.ts'
export { type JoinedShards, joinShards } from './join.ts'
export { artifactName } from './name.ts'
export { type FoundShards, shardsOfFiles, shardsOfWorkflow } from './shards.ts'
export { type BaselineToStore, storeBaseline } from './store.ts'
