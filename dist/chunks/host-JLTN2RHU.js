import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  githubHost
} from "./chunk-TGBFKL34.js";
import "./chunk-377YDJ5D.js";
import "./chunk-7L7RHCRA.js";
import "./chunk-Z4OLDYZE.js";
export {
  githubHost
};
