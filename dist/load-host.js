import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  ForbiddenTarget,
  connectionOptions,
  isOpen,
  refusalOf,
  require_undici,
  runLoad
} from "./chunks/chunk-HA73SAQZ.js";
import {
  __toESM
} from "./chunks/chunk-OEXZQEQP.js";

// src/measure/load/host.ts
var import_undici = __toESM(require_undici(), 1);
import { register } from "node:module";
import { createServer, Socket } from "node:net";
import process2 from "node:process";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

// src/measure/load/host-failure.ts
var HostError = class extends Error {
  name = "HostError";
  code;
  constructor(code, reason) {
    super(reason);
    this.code = code;
  }
};

// src/measure/load/host-priority.ts
import { writeFileSync } from "node:fs";
import { setPriority } from "node:os";
function goFirst() {
  try {
    setPriority(-10);
    writeFileSync("/proc/self/autogroup", "-10");
  } catch {
  }
}

// src/measure/load/host-threads.ts
import { availableParallelism } from "node:os";
import process from "node:process";
import { Worker } from "node:worker_threads";

// src/measure/load/split.ts
var honestRate = { net: 2e4, undici: 1e4 };
function workersFor(plan, most) {
  const { model, work } = plan;
  if (work.kind === "function") return 1;
  const smallest = amountOf(model);
  if (plan.workers !== void 0) return Math.max(1, Math.min(plan.workers, smallest));
  if (!isOpen(model)) return 1;
  const rate = "stages" in model ? Math.max(model.start, ...model.stages.map(({ target }) => target)) : "rate" in model ? model.rate : 0;
  const honest = plan.transport === "undici" || plan.http === 2 ? honestRate.undici : honestRate.net;
  return Math.max(1, Math.min(Math.ceil(rate / honest), most));
}
function amountOf(model) {
  return "users" in model ? model.users : Number.POSITIVE_INFINITY;
}
function shareOf(plan, index, of) {
  const whole = (amount) => Math.floor(amount / of) + (index < amount % of ? 1 : 0);
  return {
    ...plan,
    model: shareOfModel(plan.model, of, whole),
    maxConnections: Math.max(1, whole(plan.maxConnections)),
    seed: plan.seed + index,
    share: { index, of }
  };
}
function shareOfModel(model, of, whole) {
  switch (model.kind) {
    case "constant-vus":
    case "per-vu-iterations":
      return { ...model, users: whole(model.users) };
    case "shared-iterations":
      return { ...model, users: whole(model.users), iterations: whole(model.iterations) };
    case "constant-arrival-rate":
      return { ...model, rate: model.rate / of };
    case "ramping-vus":
    case "ramping-arrival-rate":
      return {
        ...model,
        start: model.start / of,
        stages: model.stages.map(({ duration, target }) => ({ duration, target: target / of }))
      };
  }
}
function joinResults(results) {
  const [first, ...rest] = results;
  if (first === void 0) throw new Error("no thread has a result");
  if (rest.length === 0) return first;
  const sum = (value) => results.reduce((total, result) => total + value(result), 0);
  const most = (value) => Math.max(...results.map(value));
  return {
    ...first,
    duration: most((result) => result.duration),
    offered: sum((result) => result.offered),
    started: sum((result) => result.started),
    dropped: sum((result) => result.dropped),
    iterations: sum((result) => result.iterations),
    users: sum((result) => result.users),
    connections: sum((result) => result.connections),
    opened: sum((result) => result.opened),
    cpu: most((result) => result.cpu),
    cells: results.flatMap(({ cells }) => cells),
    slip: {
      p50: most(({ slip }) => slip.p50),
      p95: most(({ slip }) => slip.p95),
      p99: most(({ slip }) => slip.p99)
    },
    utilization: most((result) => result.utilization),
    windows: first.windows.map(
      (_, index) => joinWindows(results.flatMap(({ windows }) => windows[index] ?? []))
    ),
    aborted: results.map(({ aborted }) => aborted).find((why) => why !== null) ?? null
  };
}
function joinWindows(windows) {
  const sum = (value) => windows.reduce((total, window) => total + value(window), 0);
  const most = (value) => Math.max(0, ...windows.map(value));
  return {
    at: most(({ at }) => at),
    intended: sum(({ intended }) => intended),
    requests: sum(({ requests }) => requests),
    failed: sum(({ failed }) => failed),
    p50: most(({ p50 }) => p50),
    p95: most(({ p95 }) => p95),
    p99: most(({ p99 }) => p99)
  };
}

// src/measure/load/host-threads.ts
async function runInThreads(plan, target, program, tell) {
  const count = workersFor(plan, Math.max(1, availableParallelism() - 1));
  if (count === 1 || program === void 0) return runLoad(plan, target, tell);
  const cpu = process.cpuUsage();
  let begun = false;
  const workers = Array.from(
    { length: count },
    (_, index) => new Worker(program, { workerData: shareOf(plan, index, count) })
  );
  try {
    const results = await Promise.all(
      workers.map(
        (worker, index) => resultOf(worker, (event) => {
          if (event.kind === "live" ? index === 0 : !begun) tell(event);
          if (event.kind === "begun") begun = true;
        })
      )
    );
    const used = process.cpuUsage(cpu);
    return { ...joinResults(results), cpu: (used.user + used.system) / 1e6 };
  } finally {
    for (const worker of workers) await worker.terminate();
  }
}
function resultOf(worker, tell) {
  return new Promise((resolve, reject) => {
    worker.on("message", (message) => {
      if (message.kind === "result") resolve(message);
      else tell(message);
    });
    worker.on("error", reject);
    worker.on(
      "exit",
      () => reject(new HostError("generator-failed", "a thread of the load generator ended by itself"))
    );
  });
}

// src/measure/load/host.ts
async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new HostError("no-port", "there is no free port");
  return address.port;
}
async function probe({
  url,
  timeout,
  ...trust
}) {
  const target = new URL(url);
  const refusal = refusalOf(target, trust);
  if (refusal !== null) throw new ForbiddenTarget(refusal);
  const agent = new import_undici.Agent({ allowH2: true, connect: connectionOptions(target, trust) });
  try {
    const answer2 = await (0, import_undici.request)(target, { signal: AbortSignal.timeout(timeout * 1e3), dispatcher: agent });
    await answer2.body.dump();
    return answer2.statusCode;
  } catch {
    return null;
  } finally {
    await agent.destroy();
  }
}
async function importTarget(plan) {
  const { work } = plan;
  if (work.kind !== "function") return null;
  const path = `${plan.directory}/${work.module}`;
  const hooks = process2.argv[2];
  if (/\.[cm]?ts$/.test(path) && !process2.features.typescript && hooks !== void 0)
    register(pathToFileURL(hooks));
  let exported;
  try {
    exported = { ...await import(pathToFileURL(path).href) };
  } catch (error) {
    throw new HostError("import-failed", `importing ${work.module} failed: ${describe(error)}`);
  }
  const found = exported[work.export] ?? valueIn(exported.default, work.export);
  if (typeof found === "function") return (item, context) => found(item, context);
  throw new HostError("no-such-export", `${work.module} has no exported function "${work.export}"`);
}
function valueIn(object, key) {
  return typeof object === "object" && object !== null && Object.hasOwn(object, key) ? object[key] : void 0;
}
var describe = (error) => error instanceof Error ? `${error.name}: ${error.message}` : String(error);
async function answer(request, send) {
  switch (request.kind) {
    case "port":
      return { kind: "port", port: await freePort() };
    case "probe":
      return { kind: "probed", code: await probe(request) };
    case "run":
      return runInThreads(request.plan, await importTarget(request.plan), process2.argv[3], send);
  }
}
function serve() {
  goFirst();
  const exit = process2.exit.bind(process2);
  const channel = new Socket({ fd: 3 });
  const send = (response) => new Promise((sent) => channel.write(`${JSON.stringify(response)}
`, () => sent()));
  const failed = (error) => {
    if (error instanceof HostError) return { kind: "failed", code: error.code, reason: error.message };
    if (error instanceof ForbiddenTarget)
      return { kind: "failed", code: "forbidden-host", reason: error.message };
    return { kind: "failed", code: "generator-failed", reason: describe(error) };
  };
  createInterface({ input: channel, crlfDelay: Number.POSITIVE_INFINITY }).on("line", async (line) => {
    try {
      const request = JSON.parse(line);
      await send(await answer(request, (event) => void send(event)));
    } catch (error) {
      await send(failed(error));
    }
  });
  channel.on("close", () => exit(1));
  channel.on("error", () => exit(1));
  process2.on("uncaughtException", (error) => void send(failed(error)).then(() => exit(1)));
}
serve();
