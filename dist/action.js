import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  describeReceipts,
  describeShardResult,
  gate,
  measureShard,
  merge,
  progressLines,
  publishCommand,
  readInputs,
  renderers
} from "./chunks/chunk-BUW5YJMA.js";
import "./chunks/chunk-DJ7VOYN3.js";
import {
  githubHost
} from "./chunks/chunk-TGBFKL34.js";
import {
  ConfigError,
  PerfGateError,
  exitCodes
} from "./chunks/chunk-377YDJ5D.js";
import "./chunks/chunk-7L7RHCRA.js";
import "./chunks/chunk-Z4OLDYZE.js";

// src/action.ts
import { resolve } from "node:path";

// src/adapters/github/inputs.ts
function readInput(env2, name) {
  const value = env2[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim();
  return value === "" ? void 0 : value;
}

// src/action.ts
var version = true ? "0.1.0" : "source";
var { env } = process;
try {
  const inputs = readInputs((name) => readInput(env, name) ?? "");
  const workspace = env.GITHUB_WORKSPACE ?? process.cwd();
  const linesOf = progressLines();
  const host = githubHost({
    env,
    cwd: resolve(workspace, inputs.workingDirectory),
    version,
    token: inputs.token,
    progressLine: (event) => linesOf(event).join("\n") || null
  });
  process.exitCode = inputs.command === "publish" ? await published(inputs, host) : await gated(inputs, host);
} catch (error) {
  process.exitCode = error instanceof PerfGateError ? error.exitCode : exitCodes.unmeasured;
  const text = error instanceof PerfGateError ? `${error.message}
${error.fix ?? ""}`.trim() : stackOf(error);
  const escaped = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  process.stdout.write(`::error title=perf-gate::${escaped}
`);
}
async function gated(inputs, host) {
  const { command, shard } = inputs;
  if (command === "merge" && shard !== void 0)
    throw new ConfigError("`shard` is for the jobs that measure: `command: merge` takes all shards.");
  if (shard !== void 0) {
    const result = await measureShard({ ...inputs, shard }, host);
    host.log.info(describeShardResult(result));
    return result.exitCode;
  }
  const { report, receipts, exitCode } = await (command === "merge" ? merge : gate)(inputs, host);
  host.log.info(renderers.terminal(report));
  for (const line of describeReceipts(receipts)) host.log.info(line);
  return exitCode;
}
async function published({ comment, check }, host) {
  const { exitCode, output } = await publishCommand([], { comment, check }, host);
  host.log.info(output);
  return exitCode;
}
function stackOf(error) {
  const text = error instanceof Error ? error.stack ?? error.message : String(error);
  return `This is a fault of perf-gate itself, please report it.
${text}`;
}
