import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  leaveSnapshot,
  record,
  withoutInlining
} from "./chunks/chunk-BVSXUD5B.js";
import {
  watchWindow
} from "./chunks/chunk-2P3QRYC2.js";
import "./chunks/chunk-OEXZQEQP.js";

// src/measure/profile/host.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import process from "node:process";
import { threadId } from "node:worker_threads";
function cpuWatcher(session, seconds, put) {
  const recording = record(session, seconds);
  return {
    begin: recording.begin,
    leave: () => recording.stop((profile) => put("cpuprofile", JSON.stringify(profile)))
  };
}
function heapWatcher(session, bytes, put, path) {
  session.post("HeapProfiler.enable");
  session.post("HeapProfiler.startSampling", { samplingInterval: bytes });
  return {
    begin() {
    },
    leave() {
      session.post("HeapProfiler.collectGarbage");
      session.post("HeapProfiler.stopSampling", (error, stopped) => {
        if (error === null) put("heapprofile", JSON.stringify(stopped.profile));
      });
      leaveSnapshot(path("heapsnapshot"));
    }
  };
}
function watch(directory2, of2, interval2) {
  withoutInlining();
  const session = new Session();
  session.connect();
  const path = (extension) => `${directory2}/${process.pid}-${threadId}.${extension}`;
  const put = (extension, text) => {
    try {
      mkdirSync(directory2, { recursive: true });
      writeFileSync(path(extension), text);
    } catch {
    }
  };
  watchWindow(of2 === "heap" ? heapWatcher(session, interval2, put, path) : cpuWatcher(session, interval2, put));
}
var {
  PERF_GATE_PROFILE_DIRECTORY: directory,
  PERF_GATE_PROFILE_OF: of,
  PERF_GATE_PROFILE_INTERVAL: interval
} = process.env;
if (directory !== void 0) watch(directory, of, Number(interval));
