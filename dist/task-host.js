import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  leaveSnapshot,
  record,
  withoutInlining
} from "./chunks/chunk-BVSXUD5B.js";
import {
  bytesInUse,
  collectGarbage
} from "./chunks/chunk-EDBT6PXU.js";
import "./chunks/chunk-OEXZQEQP.js";

// src/measure/task/host.ts
import { register } from "node:module";
import { Socket } from "node:net";
import process3 from "node:process";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

// src/measure/task/host-counters.ts
import { readFileSync } from "node:fs";
import process from "node:process";
var ticksPerSecond = 100;
var cpuResolution = process.platform === "win32" ? 1 / 64 : 1e-6;
function childrenCpu() {
  if (process.platform !== "linux") return 0;
  try {
    const stat = readFileSync("/proc/self/stat", "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
  } catch {
    return 0;
  }
}
function peakMemory() {
  if (process.platform === "linux") {
    try {
      const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "latin1"))?.[1];
      if (kilobytes !== void 0) return Number(kilobytes) * 1024;
    } catch {
    }
  }
  return process.resourceUsage().maxRSS * 1024;
}

// src/measure/task/host-exports.ts
var TaskError = class extends Error {
  name = "TaskError";
  code;
  constructor(code, reason) {
    super(reason);
    this.code = code;
  }
};
function callable(value) {
  if (typeof value !== "function") return false;
  const kind = Object.prototype.toString.call(value);
  return !/Generator/.test(kind) && !/^class\b/.test(Function.prototype.toString.call(value));
}
function functionsOf(exported) {
  return Object.entries(exported).filter((entry) => callable(entry[1]));
}
function tasksIn(exported) {
  const module = typeof exported === "object" && exported !== null ? { ...exported } : {};
  const { default: standard, "module.exports": _wholeModule, ...named } = module;
  const tasks2 = /* @__PURE__ */ new Map();
  if (callable(standard)) tasks2.set("default", standard);
  else if (typeof standard === "object" && standard !== null)
    for (const [name, task2] of functionsOf(standard)) tasks2.set(name, task2);
  for (const [name, task2] of functionsOf(named)) tasks2.set(name, task2);
  if (tasks2.size === 0) {
    const found = Object.keys(module);
    throw new TaskError(
      "nothing-to-call",
      `it exports no function${found.length === 0 ? "" : ` (found: ${found.join(", ")})`}`
    );
  }
  return tasks2;
}
function describeError(error) {
  if (!(error instanceof Error)) return `${typeof error} ${String(error)}`;
  const code = "code" in error && typeof error.code === "string" ? ` [${error.code}]` : "";
  return `${error.name}${code}: ${error.message}`;
}
function stackOf(error) {
  return error instanceof Error && typeof error.stack === "string" ? error.stack : "";
}
function isThenable(value) {
  return (typeof value === "object" || typeof value === "function") && value !== null && "then" in value && typeof value.then === "function";
}

// src/measure/task/host-phases.ts
import { performance } from "node:perf_hooks";
var mostPhases = 30;
function phase(name, work) {
  const start = performance.now();
  const end = () => void performance.measure(name, { start, end: performance.now() });
  let result;
  try {
    result = work();
  } catch (error) {
    end();
    throw error;
  }
  if (isThenable(result)) result.then(end, end);
  else end();
  return result;
}
function takePhases() {
  const phases = {};
  for (const { name, duration } of performance.getEntriesByType("measure")) {
    const known = Object.hasOwn(phases, name) ? phases[name] : void 0;
    if (known === void 0 && Object.keys(phases).length >= mostPhases) continue;
    const { count, time, longest } = known ?? { count: 0, time: 0, longest: 0 };
    const seconds = duration / 1e3;
    phases[name] = { count: count + 1, time: time + seconds, longest: Math.max(longest, seconds) };
  }
  performance.clearMeasures();
  return phases;
}

// src/measure/task/host-profile.ts
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector";
async function profiled(warmUp, work, { interval, path }) {
  withoutInlining();
  const session = new Session();
  session.connect();
  try {
    const recording = record(session, interval);
    await warmUp();
    recording.begin();
    const result = await work();
    recording.stop((profile2) => writeFileSync(path, JSON.stringify(profile2)));
    return result;
  } finally {
    session.disconnect();
  }
}
async function heapProfiled(work, { interval, path }) {
  withoutInlining();
  const session = new Session();
  session.connect();
  try {
    session.post("HeapProfiler.enable");
    session.post("HeapProfiler.startSampling", { samplingInterval: interval });
    const result = await work();
    session.post("HeapProfiler.collectGarbage");
    session.post("HeapProfiler.stopSampling", (error, stopped) => {
      if (error === null) writeFileSync(path, JSON.stringify(stopped.profile));
    });
    leaveSnapshot(path.replace(/\.\w+$/, ".heapsnapshot"));
    return result;
  } finally {
    session.disconnect();
  }
}

// src/measure/task/host-samples.ts
import process2 from "node:process";
var sink = { value: void 0 };
function releaseResult() {
  sink.value = void 0;
}
var called = 0;
function costSince(cpuAtStart, wallAtStart) {
  const wall = process2.hrtime.bigint() - wallAtStart;
  const cpu = process2.cpuUsage(cpuAtStart);
  return { wall: Number(wall) / 1e9, cpu: (cpu.user + cpu.system) / 1e6 };
}
function callSync(task2, calls) {
  let call = 0;
  try {
    const cpuAtStart = process2.cpuUsage();
    const wallAtStart = process2.hrtime.bigint();
    for (; call < calls; call += 1) sink.value = task2();
    return costSince(cpuAtStart, wallAtStart);
  } finally {
    called += call;
  }
}
async function callAsync(task2, calls) {
  let call = 0;
  try {
    const cpuAtStart = process2.cpuUsage();
    const wallAtStart = process2.hrtime.bigint();
    for (; call < calls; call += 1) sink.value = await task2();
    return costSince(cpuAtStart, wallAtStart);
  } finally {
    called += call;
  }
}
var asynchronous = /* @__PURE__ */ new Map();
async function sample(task2, calls) {
  let cost;
  try {
    let isAsync = asynchronous.get(task2);
    if (isAsync === void 0) {
      const first = task2();
      isAsync = isThenable(first);
      asynchronous.set(task2, isAsync);
      sink.value = await first;
      called += 1;
    }
    cost = isAsync ? await callAsync(task2, calls) : callSync(task2, calls);
  } catch (error) {
    const hint = task2.length > 0 ? ` (it declares ${task2.length} parameters; tasks are called without any)` : "";
    console.error(stackOf(error));
    throw new TaskError("threw", `it threw in call ${called + 1}: ${describeError(error)}${hint}`);
  }
  if (asynchronous.get(task2) === false && isThenable(sink.value))
    throw new TaskError("sometimes-async", "it returned a promise after having returned none");
  return cost;
}
async function calibrate(task2, warmUp, lookTime) {
  let calls = 1;
  let spent = 0;
  while (true) {
    const looks = [await sample(task2, calls), await sample(task2, calls)];
    const wall = Math.min(...looks.map((look) => look.wall));
    spent += looks.reduce((sum, look) => sum + look.wall, 0);
    const slowEnough = wall >= lookTime;
    if (spent >= warmUp && (slowEnough || spent >= warmUp + 20 * lookTime)) break;
    if (!slowEnough) {
      const factor = wall > 0 ? 1.1 * lookTime / wall : 2;
      calls = Math.min(2 ** 30, Math.ceil(calls * Math.min(10, Math.max(1.1, factor))));
    }
  }
  const walls = [];
  for (let total = 0; walls.length < 5 && (walls.length === 0 || total < 5 * lookTime); ) {
    const { wall } = await sample(task2, calls);
    walls.push(wall / calls);
    total += wall;
  }
  return { wall: Math.min(...walls) };
}
async function measure(task2, calls, samples) {
  const wall = new Array(samples).fill(0);
  const cpu = new Array(samples).fill(0);
  const phases = [];
  takePhases();
  const childrenAtStart = childrenCpu();
  for (let index = 0; index < samples; index += 1) {
    const cost = await sample(task2, calls);
    wall[index] = cost.wall / calls;
    cpu[index] = cost.cpu / calls;
    phases.push(takePhases());
  }
  const hasPhases = phases.some((sample2) => Object.keys(sample2).length > 0);
  return { wall, cpu, children: childrenCpu() - childrenAtStart, ...hasPhases ? { phases } : {} };
}

// src/measure/task/host.ts
var tasks = /* @__PURE__ */ new Map();
async function load(module) {
  const needsTypes = /\.[cm]?ts$/.test(module);
  const hooks = process3.argv[2];
  if (needsTypes && !process3.features.typescript && hooks !== void 0) register(pathToFileURL(hooks));
  let exported;
  try {
    exported = await import(pathToFileURL(module).href);
  } catch (error) {
    console.error(stackOf(error));
    throw new TaskError("import-failed", `importing it failed: ${describeError(error)}`);
  }
  tasks = tasksIn(exported);
  return { kind: "loaded", tasks: [...tasks.keys()] };
}
function task(name) {
  const found = tasks.get(name);
  if (found === void 0) throw new TaskError("no-such-export", `it has no exported function "${name}"`);
  return found;
}
async function profile(request) {
  const { calls, samples, warmUpSamples } = request;
  const run = (count) => measure(task(request.task), calls, count);
  if (request.of === "heap") {
    await heapProfiled(() => run(samples), request);
    return;
  }
  const warmUp = async () => {
    await run(warmUpSamples);
    collectGarbage();
  };
  await profiled(warmUp, () => run(samples), request);
}
async function answer(request) {
  switch (request.kind) {
    case "load":
      return load(request.module);
    case "calibrate":
      return {
        kind: "calibrated",
        ...await calibrate(task(request.task), request.warmUp, request.lookTime),
        cpuResolution
      };
    case "run":
      return { kind: "samples", ...await measure(task(request.task), request.calls, request.samples) };
    case "profile":
      await profile(request);
      return { kind: "profiled" };
    case "leak-round":
      await measure(task(request.task), request.calls, 1);
      releaseResult();
      return { kind: "in-use", bytes: await bytesInUse() };
    case "finish":
      return { kind: "finished", peakMemory: peakMemory() };
  }
}
function serve() {
  Object.defineProperty(globalThis, "perfGate", { value: Object.freeze({ phase }) });
  const exit = process3.exit.bind(process3);
  const channel = new Socket({ fd: 3 });
  let busy = false;
  const send = (response) => new Promise((sent) => channel.write(`${JSON.stringify(response)}
`, () => sent()));
  const fail = async (code, reason) => {
    await send({ kind: "failed", code, reason });
    exit(1);
  };
  createInterface({ input: channel, crlfDelay: Number.POSITIVE_INFINITY }).on("line", async (line) => {
    busy = true;
    channel.unref();
    try {
      const request = JSON.parse(line);
      const response = await answer(request);
      channel.ref();
      busy = false;
      await send(response);
      if (request.kind === "finish") exit(0);
    } catch (error) {
      channel.ref();
      const known = error instanceof TaskError;
      await fail(known ? error.code : "threw", known ? error.message : describeError(error));
    }
  });
  channel.on("close", () => exit(1));
  channel.on("error", () => exit(1));
  process3.on("uncaughtException", (error) => {
    channel.ref();
    void fail("threw", `an error outside of the call: ${describeError(error)}`);
  });
  process3.on("beforeExit", () => {
    if (!busy) return;
    busy = false;
    channel.ref();
    void fail("never-settles", "the promise it returned can never settle: nothing is left that could do it");
  });
}
serve();
