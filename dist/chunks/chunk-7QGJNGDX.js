import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  ReadError,
  folderArtifacts,
  nodeClock,
  nodeCompression,
  nodeFiles,
  nodeGit,
  nodeMachine,
  nodeProcesses
} from "./chunk-UXX2GRJO.js";
import {
  endGroup,
  error,
  info,
  notice,
  setOutput,
  startGroup,
  warning
} from "./chunk-DA6ERHLF.js";

// src/adapters/github/host.ts
import { resolve } from "node:path";

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

// node_modules/fflate/esm/index.mjs
import { createRequire } from "module";
var require2 = createRequire("/");
var _a;
var Worker;
var isMarkedAsUntransferable;
try {
  _a = require2("worker_threads"), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable;
} catch (e) {
}
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
  /* unused */
  0,
  0,
  /* impossible */
  0
]);
var fdeb = new u8([
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
  /* unused */
  0,
  0
]);
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
var freb = function(eb, start) {
  var b = new u16(31);
  for (var i2 = 0; i2 < 31; ++i2) {
    b[i2] = start += 1 << eb[i2 - 1];
  }
  var r = new i32(b[30]);
  for (var i2 = 1; i2 < 30; ++i2) {
    for (var j = b[i2]; j < b[i2 + 1]; ++j) {
      r[j] = j - b[i2] << 5 | i2;
    }
  }
  return { b, r };
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var revfd = _b.r;
var rev = new u16(32768);
for (i = 0; i < 32768; ++i) {
  x = (i & 43690) >> 1 | (i & 21845) << 1;
  x = (x & 52428) >> 2 | (x & 13107) << 2;
  x = (x & 61680) >> 4 | (x & 3855) << 4;
  rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var x;
var i;
var hMap = (function(cd, mb, r) {
  var s = cd.length;
  var i2 = 0;
  var l = new u16(mb);
  for (; i2 < s; ++i2) {
    if (cd[i2])
      ++l[cd[i2] - 1];
  }
  var le = new u16(mb);
  for (i2 = 1; i2 < mb; ++i2) {
    le[i2] = le[i2 - 1] + l[i2 - 1] << 1;
  }
  var co;
  if (r) {
    co = new u16(1 << mb);
    var rvb = 15 - mb;
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        var sv = i2 << 4 | cd[i2];
        var r_1 = mb - cd[i2];
        var v = le[cd[i2] - 1]++ << r_1;
        for (var m = v | (1 << r_1) - 1; v <= m; ++v) {
          co[rev[v] >> rvb] = sv;
        }
      }
    }
  } else {
    co = new u16(s);
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        co[i2] = rev[le[cd[i2] - 1]++] >> 15 - cd[i2];
      }
    }
  }
  return co;
});
var flt = new u8(288);
for (i = 0; i < 144; ++i)
  flt[i] = 8;
var i;
for (i = 144; i < 256; ++i)
  flt[i] = 9;
var i;
for (i = 256; i < 280; ++i)
  flt[i] = 7;
var i;
for (i = 280; i < 288; ++i)
  flt[i] = 8;
var i;
var fdt = new u8(32);
for (i = 0; i < 32; ++i)
  fdt[i] = 5;
var i;
var flrm = /* @__PURE__ */ hMap(flt, 9, 1);
var fdrm = /* @__PURE__ */ hMap(fdt, 5, 1);
var max = function(a) {
  var m = a[0];
  for (var i2 = 1; i2 < a.length; ++i2) {
    if (a[i2] > m)
      m = a[i2];
  }
  return m;
};
var bits = function(d, p, m) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
  return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v.length)
    e = v.length;
  return new u8(v.subarray(s, e));
};
var ec = [
  "unexpected EOF",
  "invalid block type",
  "invalid length/literal",
  "invalid distance",
  "stream finished",
  "no stream handler",
  ,
  // determined by compression function
  "no callback",
  "invalid UTF-8 data",
  "extra field too long",
  "date not in range 1980-2099",
  "filename too long",
  "stream finishing",
  "invalid zip data"
  // determined by unknown compression method
];
var err = function(ind, msg, nt) {
  var e = new Error(msg || ec[ind]);
  e.code = ind;
  if (Error.captureStackTrace)
    Error.captureStackTrace(e, err);
  if (!nt)
    throw e;
  return e;
};
var inflt = function(dat, st, buf, dict) {
  var sl = dat.length, dl = dict ? dict.length : 0;
  if (!sl || st.f && !st.l)
    return buf || new u8(0);
  var noBuf = !buf;
  var resize = noBuf || st.i != 2;
  var noSt = st.i;
  if (noBuf)
    buf = new u8(sl * 3);
  var cbuf = function(l2) {
    var bl = buf.length;
    if (l2 > bl) {
      var nbuf = new u8(Math.max(bl * 2, l2));
      nbuf.set(buf);
      buf = nbuf;
    }
  };
  var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
  var tbts = sl * 8;
  do {
    if (!lm) {
      final = bits(dat, pos, 1);
      var type = bits(dat, pos + 1, 3);
      pos += 3;
      if (!type) {
        var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
        if (t > sl) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + l);
        buf.set(dat.subarray(s, t), bt);
        st.b = bt += l, st.p = pos = t * 8, st.f = final;
        continue;
      } else if (type == 1)
        lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
      else if (type == 2) {
        var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
        var tl = hLit + bits(dat, pos + 5, 31) + 1;
        pos += 14;
        var ldt = new u8(tl);
        var clt = new u8(19);
        for (var i2 = 0; i2 < hcLen; ++i2) {
          clt[clim[i2]] = bits(dat, pos + i2 * 3, 7);
        }
        pos += hcLen * 3;
        var clb = max(clt), clbmsk = (1 << clb) - 1;
        var clm = hMap(clt, clb, 1);
        for (var i2 = 0; i2 < tl; ) {
          var r = clm[bits(dat, pos, clbmsk)];
          pos += r & 15;
          var s = r >> 4;
          if (s < 16) {
            ldt[i2++] = s;
          } else {
            var c = 0, n = 0;
            if (s == 16)
              n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i2 - 1];
            else if (s == 17)
              n = 3 + bits(dat, pos, 7), pos += 3;
            else if (s == 18)
              n = 11 + bits(dat, pos, 127), pos += 7;
            while (n--)
              ldt[i2++] = c;
          }
        }
        var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
        lbt = max(lt);
        dbt = max(dt);
        lm = hMap(lt, lbt, 1);
        dm = hMap(dt, dbt, 1);
      } else
        err(1);
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
    }
    if (resize)
      cbuf(bt + 131072);
    var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
    var lpos = pos;
    for (; ; lpos = pos) {
      var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
      pos += c & 15;
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
      if (!c)
        err(2);
      if (sym < 256)
        buf[bt++] = sym;
      else if (sym == 256) {
        lpos = pos, lm = null;
        break;
      } else {
        var add = sym - 254;
        if (sym > 264) {
          var i2 = sym - 257, b = fleb[i2];
          add = bits(dat, pos, (1 << b) - 1) + fl[i2];
          pos += b;
        }
        var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
        if (!d)
          err(3);
        pos += d & 15;
        var dt = fd[dsym];
        if (dsym > 3) {
          var b = fdeb[dsym];
          dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
        }
        if (pos > tbts) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + 131072);
        var end = bt + add;
        if (bt < dt) {
          var shift = dl - dt, dend = Math.min(dt, end);
          if (shift + bt < 0)
            err(3);
          for (; bt < dend; ++bt)
            buf[bt] = dict[shift + bt];
        }
        for (; bt < end; ++bt)
          buf[bt] = buf[bt - dt];
      }
    }
    st.l = lm, st.p = lpos, st.b = bt, st.f = final;
    if (lm)
      final = 1, st.m = lbt, st.d = dm, st.n = dbt;
  } while (!final);
  return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var et = /* @__PURE__ */ new u8(0);
var b2 = function(d, b) {
  return d[b] | d[b + 1] << 8;
};
var b4 = function(d, b) {
  return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var b8 = function(d, b) {
  return b4(d, b) + b4(d, b + 4) * 4294967296;
};
function inflateSync(data, opts) {
  return inflt(data, { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
var td = typeof TextDecoder != "undefined" && /* @__PURE__ */ new TextDecoder();
var tds = 0;
try {
  td.decode(et, { stream: true });
  tds = 1;
} catch (e) {
}
var dutf8 = function(d) {
  for (var r = "", i2 = 0; ; ) {
    var c = d[i2++];
    var eb = (c > 127) + (c > 223) + (c > 239);
    if (i2 + eb > d.length)
      return { s: r, r: slc(d, i2 - 1) };
    if (!eb)
      r += String.fromCharCode(c);
    else if (eb == 3) {
      c = ((c & 15) << 18 | (d[i2++] & 63) << 12 | (d[i2++] & 63) << 6 | d[i2++] & 63) - 65536, r += String.fromCharCode(55296 | c >> 10, 56320 | c & 1023);
    } else if (eb & 1)
      r += String.fromCharCode((c & 31) << 6 | d[i2++] & 63);
    else
      r += String.fromCharCode((c & 15) << 12 | (d[i2++] & 63) << 6 | d[i2++] & 63);
  }
};
function strFromU8(dat, latin1) {
  if (latin1) {
    var r = "";
    for (var i2 = 0; i2 < dat.length; i2 += 16384)
      r += String.fromCharCode.apply(null, dat.subarray(i2, i2 + 16384));
    return r;
  } else if (td) {
    return td.decode(dat);
  } else {
    var _a2 = dutf8(dat), s = _a2.s, r = _a2.r;
    if (r.length)
      err(8);
    return s;
  }
}
var slzh = function(d, b) {
  return b + 30 + b2(d, b + 26) + b2(d, b + 28);
};
var zh = function(d, b, z) {
  var fnl = b2(d, b + 28), efl = b2(d, b + 30), fn = strFromU8(d.subarray(b + 46, b + 46 + fnl), !(b2(d, b + 8) & 2048)), es = b + 46 + fnl;
  var _a2 = z64hs(d, es, efl, z, b4(d, b + 20), b4(d, b + 24), b4(d, b + 42)), sc = _a2[0], su = _a2[1], off = _a2[2];
  return [b2(d, b + 10), sc, su, fn, es + efl + b2(d, b + 32), off];
};
var z64hs = function(d, b, l, z, sc, su, off) {
  var nsc = sc == 4294967295, nsu = su == 4294967295, noff = off == 4294967295, e = b + l;
  var nf = nsc + nsu + noff;
  if (z && nf) {
    for (; b + 4 < e; b += 4 + b2(d, b + 2)) {
      if (b2(d, b) == 1) {
        return [
          nsc ? b8(d, b + 4 + 8 * nsu) : sc,
          nsu ? b8(d, b + 4) : su,
          noff ? b8(d, b + 4 + 8 * (nsu + nsc)) : off,
          1
        ];
      }
    }
    if (z < 2)
      err(13);
  }
  return [sc, su, off, 0];
};
function unzipSync(data, opts) {
  var files = {};
  var e = data.length - 22;
  for (; b4(data, e) != 101010256; --e) {
    if (!e || data.length - e > 65558)
      err(13);
  }
  ;
  var c = b2(data, e + 8);
  if (!c)
    return {};
  var o = b4(data, e + 16);
  var z = b4(data, e - 20) == 117853008;
  if (z) {
    var ze = b4(data, e - 12);
    z = b4(data, ze) == 101075792;
    if (z) {
      c = b4(data, ze + 32);
      o = b4(data, ze + 48);
    }
  }
  var fltr = opts && opts.filter;
  for (var i2 = 0; i2 < c; ++i2) {
    var _a2 = zh(data, o, z), c_2 = _a2[0], sc = _a2[1], su = _a2[2], fn = _a2[3], no = _a2[4], off = _a2[5], b = slzh(data, off);
    o = no;
    if (!fltr || fltr({
      name: fn,
      size: sc,
      originalSize: su,
      compression: c_2
    })) {
      if (!c_2)
        files[fn] = slc(data, b, b + sc);
      else if (c_2 == 8)
        files[fn] = inflateSync(data.subarray(b, b + sc), { out: new u8(su) });
      else
        err(14, "unknown compression type " + c_2);
    }
  }
  return files;
}

// src/adapters/github/zip.ts
function readZip(archive, limits) {
  let bytes = 0;
  let files = 0;
  let unpacked;
  try {
    unpacked = unzipSync(archive, {
      filter({ name, originalSize }) {
        if (name.endsWith("/")) return false;
        bytes += originalSize;
        files += 1;
        if (bytes > limits.bytes || files > limits.files)
          throw new ReadError(
            `the archive unpacks to more than ${limits.files} files or ${limits.bytes} bytes and was not read`
          );
        return true;
      }
    });
  } catch (error2) {
    if (error2 instanceof ReadError) throw error2;
    throw new ReadError(`not a readable zip archive: ${String(error2)}`, void 0, { cause: error2 });
  }
  return Object.fromEntries(
    Object.entries(unpacked).map(([name, content]) => [name, new TextDecoder().decode(content)])
  );
}

// src/adapters/github/artifacts.ts
var ownLimits = { download: 32 * 1024 * 1024, bytes: 256 * 1024 * 1024, files: 100 };
var pages = 5;
function githubArtifacts(options) {
  const { env, token, event, client, files, warn } = options;
  const listed = /* @__PURE__ */ new Map();
  async function list(query) {
    const [owner, repo] = await repository(event);
    if (token === void 0) return { found: [], ...reason(noToken(artifactNeed)) };
    const all = [];
    try {
      const { rest } = await client();
      for (let page = 1; page <= pages && !all.some((artifact) => isOf(artifact, query)); page++) {
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
    if (usable.length > 0) return { found: usable.map(described) };
    return { found: [], ...absence(query, all.length, ours.length) };
  }
  const listRun = async (run, prefix) => {
    const [owner, repo] = await repository(event);
    if (token === void 0) return { found: [], ...reason(noToken(artifactNeed)) };
    try {
      const { rest } = await client();
      const { data } = await rest.actions.listWorkflowRunArtifacts({
        owner,
        repo,
        run_id: Number(run),
        per_page: 100
      });
      const ofPrefix = data.artifacts.filter((artifact) => artifact.name.startsWith(prefix) && !artifact.expired).toSorted((a, b) => a.id - b.id);
      const newest = new Map(ofPrefix.map((artifact) => [artifact.name, artifact]));
      for (const artifact of newest.values()) listed.set(String(artifact.id), artifact);
      if (newest.size > 0) return { found: [...newest.values()].map(described) };
      return { found: [], why: `The run ${run} left no artifact "${prefix}…".` };
    } catch (error2) {
      return { found: [], ...reason(refusalOf(error2, artifactNeed, await event())) };
    }
  };
  const download = async ({ id, name }, limits = ownLimits) => {
    const artifact = listed.get(id);
    if (artifact === void 0 || token === void 0) return null;
    const directory = await files.temporary("artifact-");
    try {
      if (artifact.size_in_bytes > limits.download)
        throw new Error(`it is ${artifact.size_in_bytes} bytes, more than ${limits.download}`);
      const [repositoryOwner, repositoryName] = await repository(event);
      const { DefaultArtifactClient } = await import("./artifact-CZZ4E66B.js");
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
      return readZip(archive, limits);
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
      const { DefaultArtifactClient } = await import("./artifact-CZZ4E66B.js");
      await new DefaultArtifactClient().uploadArtifact(name, paths, directory);
      return { publisher, status: "done" };
    } catch (error2) {
      return { publisher, ...uploadRefusal(name, error2) };
    } finally {
      await files.remove(directory);
    }
  }
  return { find: list, findOfRun: listRun, download, upload };
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
      why: `All ${ours} artifacts "${name}" of the branch ${branch} have expired.`,
      fix: `Let the gate also run on pushes to ${branch}, and on a schedule: an artifact lasts 90 days.`
    };
  const fix = `Let the gate also run on pushes to ${branch}.`;
  if (all > 0)
    return {
      why: `There are ${all} artifacts "${name}", but none comes from the branch ${branch} of this repository.`,
      fix
    };
  return { why: `There is no artifact "${name}" yet: it is stored when the gate runs on ${branch}.`, fix };
}
function uploadRefusal(name, error2) {
  const message = messageOf(error2);
  if (error2 instanceof Error && error2.name === "GHESNotSupportedError")
    return {
      status: "skipped",
      why: "This GitHub Enterprise Server has no artifact service that the client can use."
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
var longestSummary = 65535;
var longestDescription = 140;
var someFile = "perf-gate.yml";
var levels = { error: "failure", warning: "warning", notice: "notice" };
var states = { success: "success", neutral: "success", failure: "failure", running: "pending" };
function checkWriter(client, event) {
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
    const { data } = known === void 0 ? await octokit.rest.checks.create({
      ...common,
      name,
      head_sha: commit,
      ...state,
      output: output(first),
      // A second check of the same name is worse than none.
      request: { retries: 0 }
    }) : await octokit.rest.checks.update({
      ...common,
      check_run_id: known,
      ...state,
      output: output(first)
    });
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
var attempts = 3;
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
        if (!isUncertain(error2) || unanswered >= attempts) throw error2;
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
  const check = checkWriter(client, event);
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
    const { createClient } = await import("./client-3SPBD27E.js");
    const baseUrl = env.GITHUB_API_URL ?? "https://api.github.com";
    return createClient({ token: token ?? "", baseUrl, env, version, warn: log.warning });
  });
  const git = nodeGit({ cwd, env });
  const forge = githubForge({ env, token, event, client, sleep: nodeClock.sleep, warn: log.warning });
  const artifacts = githubArtifacts({ env, token, event, client, files, warn: log.warning });
  return {
    files,
    log,
    git,
    processes: nodeProcesses({ env, masked: token === void 0 ? [] : [token] }),
    clock: nodeClock,
    compression: nodeCompression,
    machine: nodeMachine,
    forge: {
      ...forge,
      annotate(annotations) {
        log.unfold();
        return forge.annotate(annotations);
      }
    },
    artifactsIn: (folder) => folderArtifacts({
      directory: resolve(cwd, folder),
      files,
      git,
      clock: nodeClock,
      branch: async () => (await event()).branch ?? null
    }),
    // GitHub's artifact client tells the log about each of its steps.
    artifacts: {
      ...artifacts,
      upload(name, content) {
        log.fold("Artifacts");
        return artifacts.upload(name, content);
      },
      download(artifact, limits) {
        log.fold("Artifacts");
        return artifacts.download(artifact, limits);
      }
    },
    env,
    cwd,
    version
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
