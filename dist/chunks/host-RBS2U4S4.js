import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  githubHost
} from "./chunk-BCVZSHHR.js";
import "./chunk-L2EKVZC7.js";
import "./chunk-7L7RHCRA.js";
import "./chunk-Z4OLDYZE.js";
export {
  githubHost
};
