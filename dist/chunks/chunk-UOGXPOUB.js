import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);

// src/measure/profile/host-inlining.ts
import { setFlagsFromString } from "node:v8";
function withoutInlining() {
  setFlagsFromString("--no-turbo-inlining");
  setFlagsFromString("--no-maglev-inlining");
}

export {
  withoutInlining
};
