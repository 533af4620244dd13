// Where earlier Runs live, and which of them a new one may be held against.
export { findEarlier, firstRoundAfter, runFiles, storeAttempt } from './attempts.ts'
export { type Baseline, type BaselineQuery, findBaseline } from './find.ts'
export { keepForOthers, programOfBase } from './keep.ts'
export { artifactName } from './name.ts'
export { type BaselinePlace, baselinePlace } from './place.ts'
export { type BaselineToStore, storeBaseline } from './store.ts'
