import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);

// src/measure/profile/host-window.ts
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import process from "node:process";
import { threadId } from "node:worker_threads";
var interval = 50;
function watchWindow(watcher) {
  const directory = process.env.PERF_GATE_WINDOW_DIRECTORY;
  const promise = `${directory}/${process.pid}-${threadId}.watching`;
  let done = false;
  const leave = () => {
    if (done) return;
    done = true;
    watcher.leave();
    if (directory !== void 0) rmSync(promise, { force: true });
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
  if (directory !== void 0) followWindow(directory, promise, watcher.begin, leave);
}
function followWindow(directory, promise, begin, leave) {
  let open = false;
  const timer = setInterval(() => {
    if (!open && existsSync(`${directory}/begin`)) {
      open = true;
      begin();
      try {
        mkdirSync(directory, { recursive: true });
        writeFileSync(promise, "");
      } catch {
      }
    }
    if (!existsSync(`${directory}/end`)) return;
    clearInterval(timer);
    leave();
  }, interval);
  timer.unref();
}

export {
  watchWindow
};
