import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  withoutInlining
} from "./chunks/chunk-UOGXPOUB.js";
import "./chunks/chunk-OEXZQEQP.js";

// src/measure/profile/host.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import process from "node:process";
import { threadId } from "node:worker_threads";
function watch(directory2, microseconds) {
  withoutInlining();
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.setSamplingInterval", { interval: microseconds });
  session.post("Profiler.start");
  let done = false;
  const leave = () => {
    if (done) return;
    done = true;
    session.post("Profiler.stop", (error, stopped) => {
      if (error !== null) return;
      try {
        mkdirSync(directory2, { recursive: true });
        writeFileSync(`${directory2}/${process.pid}-${threadId}.cpuprofile`, JSON.stringify(stopped.profile));
      } catch {
      }
    });
  };
  process.once("exit", leave);
  for (const signal of ["SIGTERM", "SIGINT"]) {
    const onSignal = () => {
      if (process.listenerCount(signal) > 1) return;
      leave();
      process.removeListener(signal, onSignal);
      process.kill(process.pid, signal);
    };
    if (threadId === 0) process.on(signal, onSignal);
  }
}
var { PERF_GATE_PROFILE_DIRECTORY: directory, PERF_GATE_PROFILE_INTERVAL: interval } = process.env;
if (directory !== void 0) watch(directory, Number(interval) || 1e3);
