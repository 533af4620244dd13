import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  ForbiddenTarget,
  require_undici,
  runLoad
} from "./chunks/chunk-KG75ZLCC.js";
import {
  __toESM
} from "./chunks/chunk-OEXZQEQP.js";

// src/measure/load/host.ts
var import_undici = __toESM(require_undici(), 1);
import { register } from "node:module";
import { createServer, Socket } from "node:net";
import { setPriority } from "node:os";
import process from "node:process";
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
async function probe(url, timeout) {
  try {
    const answer2 = await (0, import_undici.request)(url, { signal: AbortSignal.timeout(timeout * 1e3) });
    await answer2.body.dump();
    return answer2.statusCode;
  } catch {
    return null;
  }
}
async function importTarget(plan) {
  const { work } = plan;
  if (work.kind !== "function") return null;
  const path = `${plan.directory}/${work.module}`;
  const hooks = process.argv[2];
  if (/\.[cm]?ts$/.test(path) && !process.features.typescript && hooks !== void 0)
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
      return { kind: "probed", code: await probe(request.url, request.timeout) };
    case "run":
      return runLoad(request.plan, await importTarget(request.plan), send);
  }
}
function goFirst() {
  try {
    setPriority(-10);
  } catch {
  }
}
function serve() {
  goFirst();
  const exit = process.exit.bind(process);
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
  process.on("uncaughtException", (error) => void send(failed(error)).then(() => exit(1)));
}
serve();
