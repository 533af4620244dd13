import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  runLoad
} from "./chunks/chunk-HA73SAQZ.js";
import "./chunks/chunk-OEXZQEQP.js";

// src/measure/load/host-worker.ts
import { parentPort, workerData } from "node:worker_threads";
var plan = workerData;
var result = await runLoad(plan, null, (event) => parentPort?.postMessage(event));
parentPort?.postMessage(result);
