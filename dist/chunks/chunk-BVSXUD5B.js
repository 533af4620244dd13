import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);

// src/measure/profile/host-inlining.ts
import { setFlagsFromString } from "node:v8";
function withoutInlining() {
  setFlagsFromString("--no-turbo-inlining");
  setFlagsFromString("--no-maglev-inlining");
}

// src/measure/profile/host-recording.ts
import { performance } from "node:perf_hooks";
function record(session, interval) {
  session.post("Profiler.enable");
  session.post("Profiler.setSamplingInterval", { interval: Math.round(interval * 1e6) });
  const startedAt = performance.now();
  session.post("Profiler.start");
  let early = 0;
  return {
    begin() {
      early = performance.now() - startedAt;
    },
    stop: (take) => session.post("Profiler.stop", (error, stopped) => {
      if (error === null) take(withoutStart(stopped.profile, early * 1e3));
    })
  };
}
function withoutStart(profile, microseconds) {
  const { samples = [], timeDeltas = [], startTime } = profile;
  let elapsed = 0;
  const kept = timeDeltas.findIndex((delta) => {
    elapsed += delta;
    return elapsed >= microseconds;
  });
  if (kept <= 0) return kept === 0 ? profile : { ...profile, samples: [], timeDeltas: [] };
  return {
    ...profile,
    startTime: startTime + microseconds,
    samples: samples.slice(kept),
    timeDeltas: timeDeltas.slice(kept)
  };
}

// src/measure/profile/host-snapshot.ts
import process from "node:process";
import { writeHeapSnapshot } from "node:v8";
var largestHeap = 256 * 2 ** 20;
function leaveSnapshot(path) {
  if (process.memoryUsage().heapUsed > largestHeap) return;
  try {
    writeHeapSnapshot(path);
  } catch {
  }
}

export {
  withoutInlining,
  record,
  leaveSnapshot
};
