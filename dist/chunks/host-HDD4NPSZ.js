import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  githubHost
} from "./chunk-7QGJNGDX.js";
import "./chunk-UXX2GRJO.js";
import "./chunk-DA6ERHLF.js";
import "./chunk-Z4OLDYZE.js";
export {
  githubHost
};
