import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  branchArtifacts,
  folderArtifacts,
  gitBranch,
  nodeArchive,
  nodeClock,
  nodeCompression,
  nodeFiles,
  nodeGit,
  nodeMachine,
  nodeProcesses,
  unzip
} from "./chunk-377YDJ5D.js";
import {
  endGroup,
  error,
  info,
  notice,
  setOutput,
  startGroup,
  warning
} from "./chunk-7L7RHCRA.js";

// src/adapters/github/host.ts
import { resolve as resolve2 } from "node:path";

// src/adapters/github/permissions.ts
var commentNeed = {
  what: "write the pull request comment",
  permission: "pull-requests: write"
};
var artifactNeed = { what: "look up earlier artifacts", permission: "actions: read" };
var pullRequestNeed = { what: "look up the pull request", permission: "pull-requests: read" };
var checkNeed = { what: "write the check or commit status", permission: "checks: write" };
var permissionLines = (need) => `permissions:
  ${need.permission}
  contents: read`;
var tokenLines = `with:
  token: \${{ github.token }}`;
var noToken = (need) => ({
  status: "skipped",
  why: `There is no token to ${need.what} with.`,
  fix: `${tokenLines}
${permissionLines(need)}`
});
function refusalOf(error2, need, event) {
  const status = statusOf(error2);
  const message = messageOf(error2);
  if (status === 401)
    return {
      status: "failed",
      why: `GitHub does not know the token (401: ${message}).`,
      fix: tokenLines
    };
  if (isRateLimit(error2))
    return { status: "failed", why: `GitHub's rate limit stopped the attempt to ${need.what}: ${message}` };
  if (status === 403 && /locked/i.test(message) || status === 410)
    return { status: "skipped", why: `The conversation of the pull request takes no comments: ${message}` };
  if (status === 403 || status === 404) {
    if (event.fromFork === true)
      return {
        status: "skipped",
        refused: true,
        why: `A pull request from a fork gets a read-only token, whatever \`permissions\` say: it cannot ${need.what} (${status}: ${message}). The job summary has the same table.`
      };
    return {
      status: "skipped",
      why: `The token may not ${need.what} (${status}: ${message}).`,
      fix: permissionLines(need)
    };
  }
  if (status === 422) return { status: "failed", why: `GitHub refused to ${need.what}: ${message}` };
  return { status: "failed", why: `GitHub could not be reached to ${need.what}: ${message}` };
}
function isUncertain(error2) {
  const status = statusOf(error2);
  return status === void 0 || status >= 500;
}
function statusOf(error2) {
  return error2 instanceof Error && "status" in error2 && typeof error2.status === "number" ? error2.status : void 0;
}
function messageOf(error2) {
  const message = error2 instanceof Error ? error2.message : String(error2);
  return message.replace(/ - https:\/\/docs\.github\.com\/\S*$/, "").trim();
}
function isRateLimit(error2) {
  return statusOf(error2) === 429 || statusOf(error2) === 403 && /rate limit/i.test(messageOf(error2));
}

// src/adapters/github/workflow-runs.ts
async function fateOfRun(query) {
  const { client, owner, repo, branch, commit } = query;
  const workflow = /\/([^/@]+)@/.exec(query.workflowRef ?? "")?.[1];
  if (workflow === void 0) return void 0;
  try {
    const { data } = await client.rest.actions.listWorkflowRuns({
      owner,
      repo,
      workflow_id: workflow,
      branch,
      head_sha: commit,
      per_page: 10
    });
    const [run] = data.workflow_runs.filter(
      ({ head_repository, repository: repository2 }) => head_repository?.id === repository2.id
    );
    if (run === void 0) return void 0;
    const what = `The run of ${workflow} for ${commit.slice(0, 7)}`;
    if (run.status !== "completed") return `${what} has not ended yet (${run.html_url}).`;
    return `${what} ${ended(run.conclusion)} (${run.html_url}).`;
  } catch {
    return void 0;
  }
}
function ended(conclusion) {
  switch (conclusion) {
    case "success":
      return "left no baseline: the gate did not run in it, or its upload was cut short";
    case "cancelled":
      return "was cancelled and left no baseline; let `cancel-in-progress` spare the default branch";
    default:
      return `ended with "${conclusion ?? "nothing"}" and left no baseline`;
  }
}

// src/adapters/github/artifacts.ts
var ownLimits = { download: 32 * 1024 * 1024, bytes: 256 * 1024 * 1024, files: 100 };
var pages = 5;
var pagesOfRun = 10;
function githubArtifacts(options) {
  const { env, token, event, client, files, warn } = options;
  const listed = /* @__PURE__ */ new Map();
  async function list(query) {
    const [owner, repo] = await repository(event);
    if (token === void 0) return { found: [], ...reason(noToken(artifactNeed)) };
    const all = [];
    try {
      const { rest } = await client();
      for (let page = 1; page <= pages && !all.some((artifact) => isWanted(artifact, query)); page++) {
        const { data } = await rest.actions.listArtifactsForRepo({
          owner,
          repo,
          name: query.name,
          per_page: 100,
          page
        });
        all.push(...data.artifacts);
        if (data.artifacts.length < 100) break;
      }
    } catch (error2) {
      return { found: [], ...reason(refusalOf(error2, artifactNeed, await event())) };
    }
    const ours = all.filter((artifact) => isOf(artifact, query));
    const usable = ours.filter(({ expired }) => !expired).toSorted((a, b) => (b.created_at ?? "").localeCompare(a.created_at ?? "") || b.id - a.id);
    for (const artifact of usable) listed.set(String(artifact.id), artifact);
    const missing = await whyMissing(query, ours, owner, repo);
    if (usable.length > 0) return { found: usable.map(described), ...missing };
    return { found: [], ...absence(query, all.length, ours.length), ...missing };
  }
  async function whyMissing(query, ours, owner, repo) {
    if ("run" in query || query.commit === void 0) return {};
    const { branch, commit } = query;
    const ofCommit = ours.filter(({ workflow_run: run }) => run?.head_sha === commit);
    if (ofCommit.some(({ expired }) => !expired)) return {};
    if (ofCommit.length > 0) return { missing: `What ${commit.slice(0, 7)} had left has expired.` };
    const workflowRef = env.GITHUB_WORKFLOW_REF;
    const missing = await fateOfRun({ client: await client(), owner, repo, workflowRef, branch, commit });
    return missing === void 0 ? {} : { missing };
  }
  const listRun = async (run, prefix) => {
    const [owner, repo] = await repository(event);
    if (token === void 0) return { found: [], ...reason(noToken(artifactNeed)) };
    try {
      const { rest } = await client();
      const all = [];
      for (let page = 1; page <= pagesOfRun; page++) {
        const { data } = await rest.actions.listWorkflowRunArtifacts({
          owner,
          repo,
          run_id: Number(run),
          per_page: 100,
          page
        });
        all.push(...data.artifacts);
        if (data.artifacts.length < 100) break;
      }
      const ofPrefix = all.filter((artifact) => artifact.name.startsWith(prefix) && !artifact.expired).toSorted((a, b) => a.id - b.id);
      const newest2 = new Map(ofPrefix.map((artifact) => [artifact.name, artifact]));
      for (const artifact of newest2.values()) listed.set(String(artifact.id), artifact);
      if (newest2.size > 0) return { found: [...newest2.values()].map(described) };
      return { found: [], why: `The run ${run} left no artifact "${prefix}…".` };
    } catch (error2) {
      return { found: [], ...reason(refusalOf(error2, artifactNeed, await event())) };
    }
  };
  const downloadBytes = async ({ id, name }, limits = ownLimits) => {
    const artifact = listed.get(id);
    if (artifact === void 0 || token === void 0) return null;
    const directory = await files.temporary("artifact-");
    try {
      if (artifact.size_in_bytes > limits.download)
        throw new Error(`it is ${artifact.size_in_bytes} bytes, more than ${limits.download}`);
      const [repositoryOwner, repositoryName] = await repository(event);
      const { DefaultArtifactClient } = await import("./artifact-HDZ27RET.js");
      const { digestMismatch } = await new DefaultArtifactClient().downloadArtifact(artifact.id, {
        path: directory,
        // Unpacked by us, with limits.
        skipDecompress: true,
        findBy: { token, workflowRunId: artifact.workflow_run?.id ?? 0, repositoryOwner, repositoryName },
        ...artifact.digest == null ? {} : { expectedHash: artifact.digest }
      });
      if (digestMismatch === true) throw new Error("its digest is not the one it was uploaded with");
      const [file] = await files.glob(["*"], directory);
      const archive = file === void 0 ? null : await files.readBytes(`${directory}/${file}`);
      if (archive === null) throw new Error("nothing arrived");
      return unzip(archive, limits);
    } catch (error2) {
      warn(`The artifact ${name} (${id}) could not be read: ${messageOf(error2)}`);
      return null;
    } finally {
      await files.remove(directory);
    }
  };
  async function upload(name, content) {
    const publisher = "artifact";
    if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL)
      return {
        publisher,
        status: "skipped",
        why: "Artifacts can be uploaded by the action only: the runner gives a `run:` step no access to them.",
        fix: "uses: org/perf-gate@v1"
      };
    const directory = await files.temporary("artifact-");
    try {
      const paths = Object.keys(content).map((file) => `${directory}/${file}`);
      for (const [file, text2] of Object.entries(content)) await files.write(`${directory}/${file}`, text2);
      const { DefaultArtifactClient } = await import("./artifact-HDZ27RET.js");
      await new DefaultArtifactClient().uploadArtifact(name, paths, directory);
      return { publisher, status: "done" };
    } catch (error2) {
      return { publisher, ...uploadRefusal(name, error2) };
    } finally {
      await files.remove(directory);
    }
  }
  return {
    ...isEnterpriseServer(env) ? { unsupported: noService } : {},
    find: list,
    findOfRun: listRun,
    downloadBytes,
    async download(artifact, limits) {
      const files2 = await downloadBytes(artifact, limits);
      if (files2 === null) return null;
      const text2 = new TextDecoder();
      return Object.fromEntries(Object.entries(files2).map(([name, content]) => [name, text2.decode(content)]));
    },
    upload
  };
}
function isWanted(artifact, query) {
  if (!isOf(artifact, query)) return false;
  if ("run" in query || query.commit === void 0) return true;
  return artifact.workflow_run?.head_sha === query.commit && !artifact.expired;
}
function isOf({ workflow_run: run }, query) {
  if ("run" in query) return String(run?.id) === query.run;
  return run?.head_branch === query.branch && run.repository_id !== void 0 && run.head_repository_id === run.repository_id;
}
function described({ id, name, created_at, workflow_run: run }) {
  return {
    id: String(id),
    name,
    ...run?.head_sha === void 0 ? {} : { commit: run.head_sha },
    ...run?.head_branch == null ? {} : { branch: run.head_branch },
    ...created_at === null ? {} : { createdAt: created_at }
  };
}
function absence(query, all, ours) {
  if ("run" in query)
    return { why: `The workflow run holds no artifact "${query.name}"${ours > 0 ? " any more" : ""}.` };
  const { name, branch } = query;
  if (ours > 0)
    return {
      why: `All artifacts "${name}" of the branch ${branch} have expired.`,
      fix: `Let the gate also run on pushes to ${branch}, and on a schedule: an artifact lasts 90 days.`
    };
  const fix = `Let the gate also run on pushes to ${branch}.`;
  if (all > 0)
    return {
      why: `There are artifacts "${name}", but none comes from the branch ${branch} of this repository.`,
      fix
    };
  return { why: `There is no artifact "${name}" yet: it is stored when the gate runs on ${branch}.`, fix };
}
var noService = "This GitHub Enterprise Server has no artifact service that the client can use.";
function isEnterpriseServer({ GITHUB_SERVER_URL: url }) {
  const host = /^https?:\/\/([^/:]+)/.exec(url || "https://github.com")?.[1] ?? "";
  return !/(^github\.com|\.ghe\.com|\.localhost)$/i.test(host);
}
function uploadRefusal(name, error2) {
  const message = messageOf(error2);
  if (error2 instanceof Error && error2.name === "GHESNotSupportedError")
    return {
      status: "skipped",
      why: noService
    };
  if (/already exists|409/i.test(message))
    return {
      status: "failed",
      why: `Another job of this workflow run has stored "${name}" already.`,
      fix: "Give each leg of a matrix its own suite name."
    };
  return { status: "failed", why: `The artifact "${name}" could not be uploaded: ${message}` };
}
async function repository(event) {
  const [owner = "", name = ""] = ((await event()).repository ?? "").split("/");
  return [owner, name];
}
var reason = ({
  why,
  fix
}) => ({
  why,
  ...fix === void 0 ? {} : {
    fix: `Add to the job: ${fix.replaceAll(/:\n {2}(.+(?:\n {2}.+)*)/g, flowMapping).replaceAll("\n", " and ")}.`
  }
});
var flowMapping = (_, entries) => `: { ${entries.replaceAll(/\n {2}/g, ", ")} }`;

// src/adapters/github/cache.ts
import { resolve } from "node:path";
var folder = ".perf-gate/baselines";
var newest = 50;
function hasCache({ ACTIONS_RUNTIME_TOKEN: token, ...env }) {
  const service = env.ACTIONS_CACHE_SERVICE_V2 ? env.ACTIONS_RESULTS_URL : env.ACTIONS_CACHE_URL;
  return Boolean(token && service);
}
function cachedArtifacts({ env, files, ...options }) {
  const directory = resolve(env.GITHUB_WORKSPACE ?? ".", folder);
  const inFolder = folderArtifacts({ ...options, files, directory, place: "The cache" });
  const absence2 = hasCache(env) ? null : {
    why: "The cache can be used by the action only: the runner gives a `run:` step no access to it.",
    fix: "uses: org/perf-gate@v1"
  };
  const restore = async (name) => {
    await files.remove(directory);
    await files.write(`${directory}/../.gitignore`, "*\n");
    const { restoreCache } = await import("./cache-W4AUICAY.js");
    return restoreCache([folder], `${name}/none`, [`${name}/`]);
  };
  return {
    async upload(name, content, given = {}) {
      const publisher = "artifact";
      if (absence2 !== null) return { publisher, status: "skipped", ...absence2 };
      try {
        await restore(name);
        const written = await inFolder.upload(name, content, { newest, ...given });
        if (written.status !== "done") return written;
        const { saveCache } = await import("./cache-W4AUICAY.js");
        const run = `${env.GITHUB_RUN_ID ?? 0}-${env.GITHUB_RUN_ATTEMPT ?? 1}`;
        const saved = await saveCache([folder], `${name}/${run}-${options.clock.now().toString(36)}`);
        if (saved !== -1) return { publisher, status: "done" };
        return {
          publisher,
          status: "failed",
          why: "The cache took no new entry; the warning of its client in the log says why."
        };
      } catch (error2) {
        return { publisher, status: "failed", why: `The cache could not be written: ${messageOf(error2)}` };
      }
    },
    async find(query) {
      if ("run" in query) return { found: [], why: "The cache holds nothing of single workflow runs." };
      if (absence2 !== null) return { found: [], ...absence2 };
      try {
        await restore(query.name);
      } catch (error2) {
        return { found: [], why: `The cache could not be read: ${messageOf(error2)}.` };
      }
      const { found } = await inFolder.find(query);
      if (found.length > 0) return { found };
      return {
        found,
        why: `The cache holds no "${query.name}" of ${query.branch}: it is saved when the gate runs there, and goes when nobody has asked for it for 7 days.`,
        fix: `Let the gate also run on pushes to ${query.branch}.`
      };
    },
    findOfRun: inFolder.findOfRun,
    download: inFolder.download,
    downloadBytes: inFolder.downloadBytes
  };
}

// src/adapters/github/event.ts
async function readEvent(env, read) {
  const payload = await readPayload(env.GITHUB_EVENT_PATH, read);
  const common = {
    ...defined("repository", env.GITHUB_REPOSITORY),
    ...defined("defaultBranch", text(payload, "repository", "default_branch")),
    ...defined("run", runOf(env))
  };
  const name = env.GITHUB_EVENT_NAME ?? "";
  if (name === "pull_request" || name === "pull_request_target")
    return { kind: "pull_request", ...common, ...pullRequest(env, payload) };
  if (name === "push") return push(env, payload, common);
  return {
    kind: "other",
    ...common,
    ...defined("branch", checkedOutBranch(env)),
    ...defined("targetBranch", branchOf(text(payload, "merge_group", "base_ref"))),
    ...defined("commit", text(payload, "merge_group", "head_sha") ?? env.GITHUB_SHA),
    ...defined("measured", name === "workflow_run" ? measuredRun(env, payload) : void 0)
  };
}
function measuredRun(env, payload) {
  const of = (...path) => text(payload, "workflow_run", ...path);
  const id = value(payload, "workflow_run", "id");
  const attempt = value(payload, "workflow_run", "run_attempt");
  const [commit, branch, event] = [of("head_sha"), of("head_branch"), of("event")];
  if (typeof id !== "number" || commit === void 0 || branch === void 0 || event === void 0)
    return void 0;
  const head = value(payload, "workflow_run", "head_repository", "id");
  const here = value(payload, "repository", "id");
  return {
    id: String(id),
    attempt: typeof attempt === "number" ? attempt : 1,
    url: of("html_url") ?? `${env.GITHUB_SERVER_URL ?? "https://github.com"}/${env.GITHUB_REPOSITORY ?? ""}/actions/runs/${id}`,
    event,
    conclusion: of("conclusion") ?? "",
    commit,
    branch,
    ...defined("repository", of("head_repository", "full_name")),
    fromFork: head === void 0 || head !== here
  };
}
function pullRequest(env, payload) {
  const number = value(payload, "pull_request", "number") ?? Number(/^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? "")?.[1]);
  const base = value(payload, "pull_request", "base", "repo", "id");
  const head = value(payload, "pull_request", "head", "repo", "id");
  return {
    ...typeof number === "number" && Number.isInteger(number) ? { pullRequest: number } : {},
    ...defined("targetBranch", text(payload, "pull_request", "base", "ref") ?? env.GITHUB_BASE_REF),
    ...defined("branch", text(payload, "pull_request", "head", "ref") ?? env.GITHUB_HEAD_REF),
    ...defined("commit", text(payload, "pull_request", "head", "sha")),
    // A deleted fork has no repository any more, and is a fork all the same.
    ...base === void 0 ? {} : { fromFork: head !== base }
  };
}
function push(env, payload, common) {
  const before = text(payload, "before");
  const isNew = before === void 0 || /^0*$/.test(before);
  const branch = branchOf(text(payload, "ref") ?? env.GITHUB_REF);
  return {
    // A tag or a deleted branch is no step from one commit of a branch to the next.
    kind: branch === void 0 || value(payload, "deleted") === true ? "other" : "push",
    ...common,
    ...defined("branch", branch),
    ...isNew ? {} : { before },
    ...defined("commit", text(payload, "after") ?? env.GITHUB_SHA)
  };
}
function runOf(env) {
  const {
    GITHUB_RUN_ID: id,
    GITHUB_RUN_ATTEMPT: attempt,
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository2
  } = env;
  if (id === void 0 || id === "") return void 0;
  return {
    id,
    attempt: Number(attempt ?? 1) || 1,
    url: `${server ?? "https://github.com"}/${repository2 ?? ""}/actions/runs/${id}`
  };
}
var checkedOutBranch = (env) => env.GITHUB_REF_TYPE === "branch" ? branchOf(env.GITHUB_REF) : void 0;
var branchOf = (ref) => ref?.startsWith("refs/heads/") === true ? ref.slice("refs/heads/".length) : void 0;
async function readPayload(path, read) {
  const content = path === void 0 || path === "" ? null : await read(path);
  if (content === null) return {};
  try {
    const payload = JSON.parse(content);
    return isRecord(payload) ? payload : {};
  } catch {
    return {};
  }
}
function value(payload, ...path) {
  return path.reduce((at, key) => isRecord(at) ? at[key] : void 0, payload);
}
function text(payload, ...path) {
  const found = value(payload, ...path);
  return typeof found === "string" && found !== "" ? found : void 0;
}
var isRecord = (at) => typeof at === "object" && at !== null;
function defined(key, found) {
  return found === void 0 || found === "" ? {} : { [key]: found };
}

// src/adapters/github/checks.ts
import { randomUUID } from "node:crypto";

// src/adapters/github/summary.ts
import { appendFile, stat } from "node:fs/promises";
var largestSummary = 1024 * 1024;
async function appendSummary(env, markdown) {
  const file = env.GITHUB_STEP_SUMMARY;
  if (file === void 0 || file === "")
    return {
      publisher: "summary",
      status: "skipped",
      why: "This step has no job summary: GITHUB_STEP_SUMMARY is not set."
    };
  const written = await stat(file).then(
    ({ size }) => size,
    () => 0
  );
  const text2 = `${markdown.trimEnd()}

`;
  const fitting = cutToBytes(text2, largestSummary - written);
  await appendFile(file, fitting);
  return {
    publisher: "summary",
    status: "done",
    ...fitting === text2 ? {} : { why: "It was cut: GitHub takes 1 MiB of summary." }
  };
}
function cutToBytes(text2, bytes) {
  if (Buffer.byteLength(text2) <= bytes) return text2;
  const note = "\n\n_Cut here: GitHub takes 1 MiB of summary._\n";
  const kept = [];
  let room = bytes - Buffer.byteLength(note);
  for (const line of text2.split("\n")) {
    room -= Buffer.byteLength(line) + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return kept.length === 0 ? "" : `${kept.join("\n")}${note}`;
}

// src/adapters/github/checks.ts
var batch = 50;
var attempts = 3;
var longestSummary = 65535;
var longestDescription = 140;
var someFile = "perf-gate.yml";
var levels = { error: "failure", warning: "warning", notice: "notice" };
var states = { success: "success", neutral: "success", failure: "failure", running: "pending" };
function checkWriter(client, event, pause) {
  const created = /* @__PURE__ */ new Map();
  async function write(octokit, owner, repo, check) {
    const { name, commit, conclusion, title, url } = check;
    const state = conclusion === "running" ? { status: "in_progress" } : { status: "completed", conclusion };
    const batches = inBatches(check.annotations.map(described2));
    const output = (annotations) => ({
      title: title.slice(0, 255),
      summary: cutToBytes(check.summary, longestSummary),
      annotations: [...annotations]
    });
    const common = { owner, repo, ...url === void 0 ? {} : { details_url: url } };
    const [first = [], ...more] = batches;
    const key = `${commit} ${name}`;
    const known = created.get(key);
    const data = known === void 0 ? await create(octokit, { ...common, name, head_sha: commit, ...state, output: output(first) }, pause) : (await octokit.rest.checks.update({
      ...common,
      check_run_id: known,
      ...state,
      output: output(first)
    })).data;
    created.set(key, data.id);
    for (const annotations of more)
      await octokit.rest.checks.update({ owner, repo, check_run_id: data.id, output: output(annotations) });
    return {
      publisher: "check",
      status: "done",
      ...data.html_url === null ? {} : { url: data.html_url }
    };
  }
  return async (check) => {
    const publisher = "check";
    const { repository: repository2, ...rest } = await event();
    const [owner = "", repo = ""] = (repository2 ?? "").split("/");
    try {
      const octokit = await client();
      try {
        return await write(octokit, owner, repo, check);
      } catch (error2) {
        if (statusOf(error2) !== 403) throw error2;
        const { name, commit, conclusion, title, url } = check;
        await octokit.rest.repos.createCommitStatus({
          owner,
          repo,
          sha: commit,
          state: states[conclusion],
          context: name,
          description: title.slice(0, longestDescription),
          ...url === void 0 ? {} : { target_url: url }
        });
        return { publisher, status: "done", why: "As a commit status: the token may not write checks." };
      }
    } catch (error2) {
      return { publisher, ...refusalOf(error2, checkNeed, { repository: repository2 ?? "", ...rest }) };
    }
  };
}
async function create(octokit, check, pause) {
  const externalId = randomUUID();
  for (let attempt = 1; ; attempt++) {
    try {
      const { data: data2 } = await octokit.rest.checks.create({
        ...check,
        external_id: externalId,
        // The plugin would create a second one.
        request: { retries: 0 }
      });
      return data2;
    } catch (error2) {
      if (!isUncertain(error2) || attempt >= attempts) throw error2;
    }
    await pause(attempt ** 2);
    const { owner, repo, name, head_sha: ref } = check;
    const { data } = await octokit.rest.checks.listForRef({
      owner,
      repo,
      ref,
      check_name: name,
      filter: "all",
      per_page: 100
    });
    const arrived = data.check_runs.find(({ external_id: id }) => id === externalId);
    if (arrived !== void 0) return arrived;
  }
}
function described2({
  level,
  title,
  message,
  file,
  line = 1
}) {
  return {
    path: file ?? someFile,
    start_line: line,
    end_line: line,
    annotation_level: levels[level],
    message: message === "" ? title : message,
    title: title.slice(0, 255)
  };
}
function inBatches(annotations) {
  const batches = [];
  for (let start = 0; start < annotations.length; start += batch)
    batches.push(annotations.slice(start, start + batch));
  return batches;
}

// src/adapters/github/commands.ts
var shownPerLevel = 10;
function plainLines(text2) {
  return text2.split(/\r\n|\r|\n/).map((line) => (/^\s*::/.test(line) ? `| ${line}` : line).replaceAll("##[", "# #[")).join("\n");
}
function annotate(annotations) {
  const write = { error, warning, notice };
  let hidden = 0;
  for (const level of ["error", "warning", "notice"]) {
    const ofLevel = annotations.filter((annotation) => annotation.level === level);
    const room = ofLevel.length > shownPerLevel ? shownPerLevel - 1 : shownPerLevel;
    for (const { title, message, file, line } of ofLevel.slice(0, room)) {
      write[level](message, {
        title,
        ...file === void 0 ? {} : { file },
        ...line === void 0 ? {} : { startLine: line }
      });
    }
    const rest = ofLevel.length - Math.min(ofLevel.length, room);
    if (rest > 0) write[level](`${rest} more are in the job summary.`, { title: "perf-gate" });
    hidden += rest;
  }
  return {
    publisher: "annotations",
    status: "done",
    ...hidden === 0 ? {} : { why: `${hidden} annotations are in the job summary only: GitHub shows ten of a level.` }
  };
}
function setOutputs(env, outputs) {
  const file = env.GITHUB_OUTPUT;
  if (file === void 0 || file === "")
    return {
      publisher: "outputs",
      status: "skipped",
      why: "This step has no outputs: GITHUB_OUTPUT is not set."
    };
  for (const [name, value2] of Object.entries(outputs)) setOutput(name, value2);
  return { publisher: "outputs", status: "done" };
}

// src/adapters/github/comment.ts
var attempts2 = 3;
var rounds = 6;
async function editComment(client, { owner, repo, pullRequest: pullRequest2 }, marker, edit, isOurs, pause) {
  const ours = async () => {
    const all = await client.paginate(client.rest.issues.listComments, {
      owner,
      repo,
      issue_number: pullRequest2,
      per_page: 100
    });
    return all.filter(
      (comment) => comment.body?.startsWith(marker) === true && comment.user !== null && isOurs(comment.user)
    ).toSorted((a, b) => a.id - b.id);
  };
  let change = "unchanged";
  let unanswered = 0;
  for (let round = 1; ; round++) {
    const found = await ours();
    const [kept, ...duplicates] = found;
    const body = edit(found.map((comment) => comment.body ?? ""));
    if (body === null) return kept === void 0 ? null : { url: kept.html_url, change };
    if (kept !== void 0 && same(kept.body, body) && duplicates.length === 0)
      return { url: kept.html_url, change };
    if (round > rounds) throw new Error("other jobs keep writing the comment at the same time");
    if (kept === void 0) {
      try {
        await client.rest.issues.createComment({
          owner,
          repo,
          issue_number: pullRequest2,
          body,
          // After a 502 or a dropped connection the plugin would post again although the first may have arrived.
          request: { retries: 0 }
        });
        change = "created";
      } catch (error2) {
        unanswered++;
        if (!isUncertain(error2) || unanswered >= attempts2) throw error2;
        await pause(unanswered ** 2);
        change = "created";
        continue;
      }
    } else {
      try {
        if (!same(kept.body, body))
          await client.rest.issues.updateComment({ owner, repo, comment_id: kept.id, body });
        if (change === "unchanged") change = "updated";
      } catch (error2) {
        if (statusOf(error2) !== 404) throw error2;
        continue;
      }
      for (const { id } of duplicates)
        await client.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(() => {
        });
    }
    await pause(1);
  }
}
var same = (a, b) => plain(a ?? "") === plain(b);
var plain = (body) => body.replaceAll("\r\n", "\n").trimEnd();

// src/adapters/github/labels.ts
async function labelledBy(client, { owner, repo, pullRequest: pullRequest2 }, label) {
  const events = await client.paginate(client.rest.issues.listEvents, {
    owner,
    repo,
    issue_number: pullRequest2,
    per_page: 100
  });
  const ofLabel = events.filter(
    (event) => (event.event === "labeled" || event.event === "unlabeled") && "label" in event && event.label?.name?.toLowerCase() === label.toLowerCase()
  );
  const last = ofLabel.toSorted((a, b) => a.id - b.id).at(-1);
  const username = last?.event === "labeled" ? last.actor?.login : void 0;
  if (username === void 0) return [];
  const { data } = await client.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username });
  return data.permission === "admin" || data.permission === "write" ? [username] : [];
}

// src/adapters/github/pull-request.ts
async function findPullRequest(client, owner, repo, measured) {
  const { repository: repository2, branch, commit } = measured;
  const short = commit.slice(0, 7);
  if (repository2 === void 0) return { why: "The fork that was measured is not there any more." };
  const [headOwner = ""] = repository2.split("/");
  const open = await client.paginate(client.rest.pulls.list, {
    owner,
    repo,
    state: "open",
    head: `${headOwner}:${branch}`,
    per_page: 100
  });
  const ofBranch = open.filter(
    ({ head }) => head.ref === branch && head.repo?.full_name.toLowerCase() === repository2.toLowerCase()
  );
  if (ofBranch.length === 0)
    return { why: `No open pull request has the head ${headOwner}:${branch} (any more).` };
  const current = ofBranch.filter(({ head }) => head.sha === commit);
  const [only, another] = current;
  if (only === void 0)
    return {
      why: `${short} is not the head of ${headOwner}:${branch} any more: a newer push is or will be measured.`
    };
  if (another !== void 0)
    return {
      why: `${headOwner}:${branch} is the head of several pull requests (${current.map(({ number }) => `#${number}`).join(", ")}), and it is not known which of them was measured.`
    };
  return { pullRequest: only.number };
}

// src/adapters/github/forge.ts
function githubForge({ env, token, event, client, sleep, warn = () => {
} }) {
  const comment = async (marker, edit, named) => {
    const publisher = "comment";
    const { pullRequest: own, repository: repository2, ...rest } = await event();
    const pullRequest2 = named ?? own;
    const [owner, repo] = (repository2 ?? "").split("/");
    if (pullRequest2 === void 0 || !owner || !repo)
      return { publisher, status: "skipped", why: "This run belongs to no pull request." };
    if (token === void 0) return { publisher, ...noToken(commentNeed) };
    try {
      const octokit = await client();
      const place = { owner, repo, pullRequest: pullRequest2 };
      const edited = await editComment(octokit, place, marker, edit, await identity(octokit, token), sleep);
      if (edited === null) return { publisher, status: "skipped", why: "There is nothing to comment on." };
      return { publisher, status: "done", url: edited.url };
    } catch (error2) {
      return { publisher, ...refusalOf(error2, commentNeed, rest) };
    }
  };
  const pullRequestOf = async (measured) => {
    const { repository: repository2, ...rest } = await event();
    const [owner = "", repo = ""] = (repository2 ?? "").split("/");
    if (token === void 0) return { why: noToken(pullRequestNeed).why };
    try {
      return await findPullRequest(await client(), owner, repo, measured);
    } catch (error2) {
      return { why: refusalOf(error2, pullRequestNeed, rest).why };
    }
  };
  const labelled = async (label) => {
    const { repository: repository2, pullRequest: pullRequest2 } = await event();
    const [owner = "", repo = ""] = (repository2 ?? "").split("/");
    if (token === void 0 || pullRequest2 === void 0) return [];
    try {
      return await labelledBy(await client(), { owner, repo, pullRequest: pullRequest2 }, label);
    } catch (error2) {
      warn(`The label "${label}" could not be looked up: ${messageOf(error2)}`);
      return [];
    }
  };
  const changedFiles = async (pullRequest2) => {
    const [owner = "", repo = ""] = ((await event()).repository ?? "").split("/");
    if (token === void 0) return null;
    try {
      const octokit = await client();
      const where = { owner, repo, pull_number: pullRequest2, per_page: 100 };
      const touched = await octokit.paginate(octokit.rest.pulls.listFiles, where);
      return touched.flatMap(
        ({ filename, previous_filename: before }) => before === void 0 ? [filename] : [filename, before]
      );
    } catch (error2) {
      warn(`The files of the pull request could not be listed: ${messageOf(error2)}`);
      return null;
    }
  };
  const check = checkWriter(client, event, sleep);
  return {
    limits: { comment: 65536, summary: largestSummary },
    event,
    upsertComment: comment,
    findPullRequest: pullRequestOf,
    changedFiles,
    labelledBy: labelled,
    check: async (wanted) => token === void 0 ? { publisher: "check", ...noToken(checkNeed) } : check(wanted),
    writeSummary: (markdown) => appendSummary(env, markdown),
    annotate: async (annotations) => annotate(annotations),
    setOutputs: async (outputs) => setOutputs(env, outputs)
  };
}
async function identity(client, token) {
  if (token.startsWith("ghs_")) return ({ type }) => type === "Bot";
  const { data } = await client.rest.users.getAuthenticated();
  return ({ login }) => login === data.login;
}

// src/adapters/github/git-credentials.ts
function tokenCredentials({ token, env }) {
  return async (git, url) => {
    const server = env.GITHUB_SERVER_URL ?? "https://github.com";
    if (token === void 0 || !url.startsWith(`${server}/`)) return {};
    if (await git.answer("config", "--get-urlmatch", "http.extraheader", url)) return {};
    const given = Number(env.GIT_CONFIG_COUNT ?? 0) || 0;
    const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
    return {
      GIT_CONFIG_COUNT: String(given + 1),
      [`GIT_CONFIG_KEY_${given}`]: `http.${server}/.extraheader`,
      [`GIT_CONFIG_VALUE_${given}`]: `AUTHORIZATION: basic ${basic}`
    };
  };
}

// src/adapters/github/log.ts
function githubLog(lineOf) {
  let group = null;
  const enter = (name) => {
    if (name === group) return;
    if (group !== null) endGroup();
    if (name !== null) startGroup(name);
    group = name;
  };
  return {
    fold: enter,
    unfold: () => enter(null),
    progress(event) {
      const line = lineOf(event);
      if (line === null) return;
      enter(event.kind === "failed" ? null : event.kind === "setup" ? "Setup" : "Measuring");
      info(plainLines(line));
    },
    info(message) {
      enter(null);
      info(plainLines(message));
    },
    warning(message) {
      enter(null);
      warning(message);
    },
    error(message) {
      enter(null);
      error(message);
    }
  };
}

// src/adapters/github/host.ts
function githubHost({ env, cwd, version, token, progressLine }) {
  const files = nodeFiles(cwd, env.RUNNER_TEMP);
  const log = githubLog(progressLine);
  const event = once(() => readEvent(env, files.read));
  const client = once(async () => {
    const { createClient } = await import("./client-LZDLMUK5.js");
    const baseUrl = env.GITHUB_API_URL ?? "https://api.github.com";
    return createClient({ token: token ?? "", baseUrl, env, version, warn: log.warning });
  });
  const git = nodeGit({ cwd, env });
  const forge = githubForge({ env, token, event, client, sleep: nodeClock.sleep, warn: log.warning });
  const artifacts = githubArtifacts({ env, token, event, client, files, warn: log.warning });
  const here = { git, clock: nodeClock, branch: async () => (await event()).branch ?? null };
  return {
    files,
    log,
    git,
    processes: nodeProcesses({ env, masked: token === void 0 ? [] : [token] }),
    clock: nodeClock,
    compression: nodeCompression,
    archive: nodeArchive,
    machine: nodeMachine,
    forge: {
      ...forge,
      annotate(annotations) {
        log.unfold();
        return forge.annotate(annotations);
      }
    },
    artifactsIn: {
      folder: (path) => folderArtifacts({ ...here, directory: resolve2(cwd, path), files }),
      branch: (name) => {
        const credentials = tokenCredentials({ token, env });
        const store = gitBranch({ cwd, env, branch: name, credentials });
        return branchArtifacts({ ...here, name, store, writes: true });
      },
      cache: () => hasCache(env) ? folded(cachedArtifacts({ ...here, env, files }), log) : null
    },
    artifacts: folded(artifacts, log),
    env,
    cwd,
    version
  };
}
function folded(artifacts, log) {
  return {
    ...artifacts,
    upload(name, content, options) {
      log.fold("Artifacts");
      return artifacts.upload(name, content, options);
    },
    download(artifact, limits) {
      log.fold("Artifacts");
      return artifacts.download(artifact, limits);
    },
    downloadBytes(artifact, limits) {
      log.fold("Artifacts");
      return artifacts.downloadBytes(artifact, limits);
    }
  };
}
function once(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

export {
  githubHost
};
