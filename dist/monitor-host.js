import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  watchWindow
} from "./chunks/chunk-2P3QRYC2.js";
import "./chunks/chunk-OEXZQEQP.js";

// src/measure/monitor/host.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import process from "node:process";
import { GCProfiler } from "node:v8";
import { threadId } from "node:worker_threads";
var interval = 20;
function watch(directory2) {
  const most = { used: 0, total: 0, external: 0 };
  const look = () => {
    const { heapUsed, heapTotal, external } = process.memoryUsage();
    most.used = Math.max(most.used, heapUsed);
    most.total = Math.max(most.total, heapTotal);
    most.external = Math.max(most.external, external);
  };
  let collector = new GCProfiler();
  collector.start();
  const delay = monitorEventLoopDelay({ resolution: interval });
  delay.enable();
  let startedAt = performance.now();
  let atStart = performance.eventLoopUtilization();
  look();
  setInterval(look, interval).unref();
  const begin = () => {
    Object.assign(most, { used: 0, total: 0, external: 0 });
    collector.stop();
    collector = new GCProfiler();
    collector.start();
    delay.reset();
    startedAt = performance.now();
    atStart = performance.eventLoopUtilization();
  };
  const leave = () => {
    look();
    const collections = collector.stop()?.statistics ?? [];
    for (const { beforeGC } of collections) {
      most.used = Math.max(most.used, beforeGC.heapStatistics.usedHeapSize);
      most.total = Math.max(most.total, beforeGC.heapStatistics.totalHeapSize);
      most.external = Math.max(most.external, beforeGC.heapStatistics.externalMemory);
    }
    const blocked = (performance.now() - startedAt) / 1e3;
    const figures = {
      heapUsed: most.used,
      heapTotal: most.total,
      external: most.external,
      pauses: collections.map(({ cost }) => cost / 1e6),
      // The histogram holds the time between two timers: what is beyond its own interval is delay. No timer at all means
      // that everything waited until the end.
      loopDelay: Math.max(0, (delay.count === 0 ? blocked : delay.percentile(99) / 1e9) - interval / 1e3),
      loopUtilization: performance.eventLoopUtilization(atStart).utilization
    };
    try {
      mkdirSync(directory2, { recursive: true });
      writeFileSync(`${directory2}/${process.pid}-${threadId}.json`, JSON.stringify(figures));
    } catch {
    }
  };
  watchWindow({ begin, leave });
}
var directory = process.env.PERF_GATE_MONITOR_DIRECTORY;
if (directory !== void 0) watch(directory);
