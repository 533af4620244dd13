import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  githubHost
} from "./chunk-Z5EUAT7R.js";
import "./chunk-XZYFVSAU.js";
import "./chunk-DA6ERHLF.js";
import "./chunk-Z4OLDYZE.js";
export {
  githubHost
};
