import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  require_undici
} from "./chunk-ZREDGAVK.js";
import "./chunk-Z4OLDYZE.js";
export default require_undici();
