import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-Z4OLDYZE.js";

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform3 = navigator.platform.toLowerCase();
        return platform3 === "win32" || platform3 === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
        return match === "\\" ? "" : match;
      });
    };
    exports.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      if (idx === -1) return input;
      if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
      return `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      if (output.startsWith("./")) {
        output = output.slice(2);
        state.prefix = "./";
      }
      return output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      const prepend = options.contains ? "" : "^";
      const append = options.contains ? "" : "$";
      let output = `${prepend}(?:${input})${append}`;
      if (state.negated === true) {
        output = `(?:^(?!${output}).*$)`;
      }
      return output;
    };
    exports.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code) => {
      return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan = (input, options) => {
      const opts = options || {};
      const length = input.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens = [];
      const parts = [];
      let str = input;
      let index = -1;
      let start2 = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished = false;
      let braces = 0;
      let prev;
      let code;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code = advance();
        let next;
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code = advance();
          if (code === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index === start2 + 1) {
            start2 += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code === CHAR_EXCLAMATION_MARK && index === start2) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code = advance())) {
                if (code === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_QUESTION_MARK) {
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start2) {
          negated = token.negated = true;
          start2++;
          continue;
        }
        if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
          isGlob = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code = advance())) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === true) {
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob = false;
      }
      let base = str;
      let prefix = "";
      let glob2 = "";
      if (start2 > 0) {
        prefix = str.slice(0, start2);
        str = str.slice(start2);
        lastIndex -= start2;
      }
      if (base && isGlob === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob2 = str.slice(lastIndex);
      } else if (isGlob === true) {
        base = "";
        glob2 = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob2) glob2 = utils.removeBackslashes(glob2);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start: start2,
        base,
        glob: glob2,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code)) {
          tokens.push(token);
        }
        state.tokens = tokens;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start2;
          const i2 = slashes[idx];
          const value2 = input.slice(n2, i2);
          if (opts.tokens) {
            if (idx === 0 && start2 !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i2 >= start2) {
            parts.push(value2);
            prevIndex = i2;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start2;
        const value = input.slice(n);
        parts.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
          tokens[tokens.length - 1].value = value;
          depth(tokens[tokens.length - 1]);
          state.maxDepth += tokens[tokens.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants3 = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants3;
    var expandRange = (args, options) => {
      if (typeof options.expandRange === "function") {
        return options.expandRange(...args, options);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    };
    var syntaxError = (type2, char) => {
      return `Missing ${type2}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input) => {
      const parts = [];
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let value = "";
      let escaped = false;
      for (const ch of input) {
        if (escaped === true) {
          value += ch;
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts.push(value);
      return parts;
    };
    var isPlainBranch = (branch) => {
      let escaped = false;
      for (const ch of branch) {
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed = true;
      while (changed === true) {
        changed = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i2 = 0; i2 < values.length; i2++) {
        for (let j = i2 + 1; j < values.length; j++) {
          const a = values[i2];
          const b = values[j];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
            continue;
          }
          if (a === b || a.startsWith(b) || b.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern, requireEnd = true) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let escaped = false;
      for (let i2 = 1; i2 < pattern.length; i2++) {
        const ch = pattern[i2];
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i2 !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i2),
              end: i2
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern) => {
      let index = 0;
      const chars = [];
      while (index < pattern.length) {
        const match = parseRepeatedExtglob(pattern.slice(index), false);
        if (!match || match.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index += match.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern) => {
      let depth = 0;
      let value = pattern.trim();
      let match = parseRepeatedExtglob(value);
      while (match) {
        depth++;
        value = match.body.trim();
        match = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max2 = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants3.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal = normalizeSimpleBranch(branch);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max2) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse3 = (input, options) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options };
      const max2 = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input.length;
      if (len > max2) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max2}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants3.globChars(opts.windows);
      const EXTGLOB_CHARS = constants3.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens
      };
      input = utils.removePrefix(input, state);
      len = input.length;
      const extglobs = [];
      const braces = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input[state.index + n];
      const advance = state.advance = () => input[++state.index] || "";
      const remaining = () => input.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count2 = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count2++;
        }
        if (count2 % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type2) => {
        state[type2]++;
        stack.push(type2);
      };
      const decrement = (type2) => {
        state[type2]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens.push(tok);
        prev = tok;
      };
      const extglobOpen = (type2, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens.length;
        const output = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type: type2, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open2 = tokens[token.tokensIndex];
          open2.type = "text";
          open2.value = literal;
          open2.output = safeOutput || utils.escapeRegex(literal);
          for (let i2 = token.tokensIndex + 1; i2 < tokens.length; i2++) {
            tokens[i2].value = "";
            tokens[i2].output = "";
            delete tokens[i2].suffix;
          }
          state.output = token.output + open2.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : "");
        let rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            const expression = parse3(rest, { ...options, fastpaths: false }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = false;
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest ? star : "");
            }
            return star;
          }
          return esc ? m : `\\${m}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m) => {
              return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
            });
          }
        }
        if (output === input && opts.contains === true) {
          state.output = input;
          return state;
        }
        state.output = utils.wrapOutput(output, state, options);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match && match[0].length > 2) {
            slashes = match[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest2 = prev.value.slice(idx + 2);
                const posix2 = POSIX_REGEX_SOURCE[rest2];
                if (posix2) {
                  prev.value = pre + posix2;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped;
            prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open2 = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open2);
          push(open2);
          continue;
        }
        if (value === "}") {
          const brace = braces[braces.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === true) {
            const arr = tokens.slice();
            const range = [];
            for (let i2 = arr.length - 1; i2 >= 0; i2--) {
              tokens.pop();
              if (arr[i2].type === "brace") {
                break;
              }
              if (arr[i2].type !== "dots") {
                range.unshift(arr[i2].value);
              }
            }
            output = expandRange(range, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output = "\\}";
            state.output = out;
            for (const t of toks) {
              state.output += t.output || t.value;
            }
          }
          push({ type: "brace", value, output });
          decrement("braces");
          braces.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value;
          const brace = braces[braces.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output = "|";
          }
          push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces[braces.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output = `\\${value}`;
            }
            push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match) {
            value += match[0];
            state.index += match[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest.slice(0, 3) === "/**") {
            const after = input[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest = rest.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            const end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse3.fastpaths = (input, options) => {
      const opts = { ...options };
      const max2 = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input.length;
      if (len > max2) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max2}`);
      }
      input = REPLACEMENTS[input] || input;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants3.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            const source2 = create(match[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match[2];
          }
        }
      };
      const output = utils.removePrefix(input, state);
      let source = create(output);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module.exports = parse3;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan();
    var parse3 = require_parse();
    var utils = require_utils();
    var constants3 = require_constants();
    var isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch4 = (glob2, options, returnState = false) => {
      if (Array.isArray(glob2)) {
        const fns = glob2.map((input) => picomatch4(input, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject(glob2) && glob2.tokens && glob2.input;
      if (glob2 === "" || typeof glob2 !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix2 = opts.windows;
      const regex = isState ? picomatch4.compileRe(glob2, options) : picomatch4.makeRe(glob2, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch4(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch4.test(input, regex, options, { glob: glob2, posix: posix2 });
        const result = { glob: glob2, state, regex, posix: posix2, input, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher.state = state;
      }
      return matcher;
    };
    picomatch4.test = (input, regex, options, { glob: glob2, posix: posix2 } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format = opts.format || (posix2 ? utils.toPosixSlashes : null);
      let match = input === glob2;
      let output = match && format ? format(input) : input;
      if (match === false) {
        output = format ? format(input) : input;
        match = output === glob2;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch4.matchBase(input, regex, options, posix2);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch4.matchBase = (input, glob2, options, posix2 = options && options.windows) => {
      const regex = glob2 instanceof RegExp ? glob2 : picomatch4.makeRe(glob2, options);
      return regex.test(utils.basename(input, { windows: posix2 }));
    };
    picomatch4.isMatch = (str, patterns, options) => picomatch4(patterns, options)(str);
    picomatch4.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch4.parse(p, options));
      return parse3(pattern, { ...options, fastpaths: false });
    };
    picomatch4.scan = (input, options) => scan(input, options);
    picomatch4.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch4.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch4.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed.output = parse3.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse3(input, options);
      }
      return picomatch4.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch4.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err2) {
        if (options && options.debug === true) throw err2;
        return /$^/;
      }
    };
    picomatch4.constants = constants3;
    module.exports = picomatch4;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch4(glob2, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob2, options, returnState);
    }
    Object.assign(picomatch4, pico);
    module.exports = picomatch4;
  }
});

// node_modules/pidusage/lib/bin.js
var require_bin = __commonJS({
  "node_modules/pidusage/lib/bin.js"(exports, module) {
    "use strict";
    var spawn3 = __require("child_process").spawn;
    function run2(cmd, args, options, done) {
      if (typeof options === "function") {
        done = options;
        options = void 0;
      }
      let executed = false;
      const ch = spawn3(cmd, args, options);
      let stdout = "";
      let stderr = "";
      ch.stdout.on("data", function(d) {
        stdout += d.toString();
      });
      ch.stderr.on("data", function(d) {
        stderr += d.toString();
      });
      ch.on("error", function(err2) {
        if (executed) return;
        executed = true;
        done(new Error(err2));
      });
      ch.on("close", function(code, signal2) {
        if (executed) return;
        executed = true;
        if (stderr) {
          return done(new Error(stderr));
        }
        done(null, stdout, code);
      });
    }
    module.exports = run2;
  }
});

// node_modules/pidusage/lib/history.js
var require_history = __commonJS({
  "node_modules/pidusage/lib/history.js"(exports, module) {
    "use strict";
    var DEFAULT_MAXAGE = 6e4;
    var expiration = {};
    var history = {};
    var expireListeners = {};
    var size = 0;
    var interval = null;
    function get2(pid, maxage) {
      if (maxage <= 0) {
        return;
      }
      if (history[pid] !== void 0) {
        expiration[pid] = Date.now() + (maxage || DEFAULT_MAXAGE);
      }
      return history[pid];
    }
    function set(pid, object, maxage, onExpire) {
      if (object === void 0 || maxage <= 0) return;
      expiration[pid] = Date.now() + (maxage || DEFAULT_MAXAGE);
      if (history[pid] === void 0) {
        size++;
        sheduleInvalidator(maxage);
      }
      history[pid] = object;
      if (onExpire) {
        expireListeners[pid] = onExpire;
      }
    }
    function sheduleInvalidator(maxage) {
      if (size > 0) {
        if (interval === null) {
          interval = setInterval(runInvalidator, (maxage || DEFAULT_MAXAGE) / 2);
          if (typeof interval.unref === "function") {
            interval.unref();
          }
        }
        return;
      }
      if (interval !== null) {
        clearInterval(interval);
        interval = null;
      }
    }
    function runInvalidator() {
      const now = Date.now();
      const pids = Object.keys(expiration);
      for (let i2 = 0; i2 < pids.length; i2++) {
        const pid = pids[i2];
        if (expiration[pid] < now) {
          size--;
          if (expireListeners[pid]) {
            expireListeners[pid](history[pid]);
          }
          delete history[pid];
          delete expiration[pid];
          delete expireListeners[pid];
        }
      }
      sheduleInvalidator();
    }
    function deleteLoop(obj) {
      for (const i2 in obj) {
        delete obj[i2];
      }
    }
    function clear() {
      if (interval !== null) {
        clearInterval(interval);
        interval = null;
      }
      deleteLoop(history);
      deleteLoop(expiration);
      deleteLoop(expireListeners);
    }
    module.exports = {
      get: get2,
      set,
      clear
    };
  }
});

// node_modules/pidusage/lib/ps.js
var require_ps = __commonJS({
  "node_modules/pidusage/lib/ps.js"(exports, module) {
    "use strict";
    var os2 = __require("os");
    var bin = require_bin();
    var history = require_history();
    var PLATFORM = os2.platform();
    function parseTime(timestr, centisec) {
      let time = 0;
      const tpart = timestr.split(/-|:|\./);
      let i2 = tpart.length - 1;
      if (i2 >= 0 && centisec && PLATFORM === "darwin") {
        time += parseInt(tpart[i2--], 10) * 10;
      }
      if (i2 >= 0) {
        time += parseInt(tpart[i2--], 10) * 1e3;
      }
      if (i2 >= 0) {
        time += parseInt(tpart[i2--], 10) * 6e4;
      }
      if (i2 >= 0) {
        time += parseInt(tpart[i2--], 10) * 36e5;
      }
      if (i2 >= 0) {
        time += parseInt(tpart[i2--], 10) * 864e5;
      }
      return time;
    }
    function ps2(pids, options, done) {
      const pArg = pids.join(",");
      let args = ["-o", "etime,pid,ppid,pcpu,rss,time", "-p", pArg];
      if (PLATFORM === "aix" || PLATFORM === "os400") {
        args = ["-o", "etime,pid,ppid,pcpu,rssize,time", "-p", pArg];
      }
      bin("ps", args, function(err2, stdout, code) {
        if (err2) {
          if (PLATFORM === "os390" && /no matching processes found/.test(err2)) {
            err2 = new Error("No matching pid found");
            err2.code = "ENOENT";
          }
          return done(err2);
        }
        if (code === 1) {
          const error = new Error("No matching pid found");
          error.code = "ENOENT";
          return done(error);
        }
        if (code !== 0) {
          return done(new Error("pidusage ps command exited with code " + code));
        }
        const date = Date.now();
        stdout = stdout.split(os2.EOL);
        const statistics = {};
        for (let i2 = 1; i2 < stdout.length; i2++) {
          const line = stdout[i2].trim().split(/\s+/);
          if (!line || line.length !== 6) {
            continue;
          }
          const pid = parseInt(line[1], 10);
          let hst = history.get(pid, options.maxage);
          if (hst === void 0) hst = {};
          const ppid = parseInt(line[2], 10);
          const memory = parseInt(line[4], 10) * 1024;
          const etime = parseTime(line[0]);
          const ctime = parseTime(line[5], true);
          const total = ctime - (hst.ctime || 0);
          const seconds = Math.abs(hst.elapsed !== void 0 ? etime - hst.elapsed : etime);
          const cpu = seconds > 0 ? total / seconds * 100 : 0;
          statistics[pid] = {
            cpu,
            memory,
            ppid,
            pid,
            ctime,
            elapsed: etime,
            timestamp: date
          };
          history.set(pid, statistics[pid], options.maxage);
        }
        done(null, statistics);
      });
    }
    module.exports = ps2;
  }
});

// node_modules/pidusage/lib/helpers/parallel.js
var require_parallel = __commonJS({
  "node_modules/pidusage/lib/helpers/parallel.js"(exports, module) {
    function parallel(fns, options, done) {
      if (typeof options === "function") {
        done = options;
        options = {};
      }
      let keys;
      if (!Array.isArray(fns)) {
        keys = Object.keys(fns);
      }
      const length = keys ? keys.length : fns.length;
      let pending = length;
      const results = keys ? {} : [];
      function each(i2, err2, result) {
        results[i2] = result;
        if (--pending === 0 || err2 && !options.graceful) {
          if (options.graceful && err2 && length > 1) {
            err2 = null;
          }
          done && done(err2, results);
          done = null;
        }
      }
      if (keys) {
        keys.forEach(function(key) {
          fns[key](function(err2, res) {
            each(key, err2, res);
          });
        });
      } else {
        fns.forEach(function(fn, i2) {
          fn(function(err2, res) {
            each(i2, err2, res);
          });
        });
      }
    }
    module.exports = parallel;
  }
});

// node_modules/pidusage/lib/helpers/cpu.js
var require_cpu = __commonJS({
  "node_modules/pidusage/lib/helpers/cpu.js"(exports, module) {
    var os2 = __require("os");
    var fs = __require("fs");
    var exec = __require("child_process").exec;
    var parallel = require_parallel();
    function updateCpu(cpu, next) {
      if (cpu !== null) {
        getRealUptime(function(err2, uptime) {
          if (err2) return next(err2);
          cpu.uptime = uptime;
          next(null, cpu);
        });
        return;
      }
      parallel([
        getClockAndPageSize,
        getRealUptime
      ], function(err2, data) {
        if (err2) return next(err2);
        cpu = {
          clockTick: data[0].clockTick,
          pageSize: data[0].pageSize,
          uptime: data[1]
        };
        next(null, cpu);
      });
    }
    module.exports = updateCpu;
    function getRealUptime(next) {
      fs.readFile("/proc/uptime", "utf8", function(err2, uptime) {
        if (err2 || uptime === void 0) {
          if (!process.env.PIDUSAGE_SILENT) {
            console.warn("[pidusage] We couldn't find uptime from /proc/uptime, using os.uptime() value");
          }
          return next(null, os2.uptime() || /* @__PURE__ */ new Date() / 1e3);
        }
        return next(null, parseFloat(uptime.split(" ")[0]));
      });
    }
    function getClockAndPageSize(next) {
      parallel([
        function getClockTick(cb) {
          getconf("CLK_TCK", { default: 100 }, cb);
        },
        function getPageSize(cb) {
          getconf("PAGESIZE", { default: 4096 }, cb);
        }
      ], function(err2, data) {
        if (err2) return next(err2);
        next(null, { clockTick: data[0], pageSize: data[1] });
      });
    }
    function getconf(keyword, options, next) {
      if (typeof options === "function") {
        next = options;
        options = { default: "" };
      }
      exec("getconf " + keyword, function(error, stdout, stderr) {
        if (error !== null) {
          if (!process.env.PIDUSAGE_SILENT) {
            console.error('Error while calling "getconf ' + keyword + '"', error);
          }
          return next(null, options.default);
        }
        stdout = parseInt(stdout);
        if (!isNaN(stdout)) {
          return next(null, stdout);
        }
        return next(null, options.default);
      });
    }
  }
});

// node_modules/pidusage/lib/procfile.js
var require_procfile = __commonJS({
  "node_modules/pidusage/lib/procfile.js"(exports, module) {
    var fs = __require("fs");
    var path = __require("path");
    var updateCpu = require_cpu();
    var parallel = require_parallel();
    var history = require_history();
    var cpuInfo = null;
    var SIZE = 1024;
    function noop() {
    }
    function open2(path2, history2, cb) {
      if (history2.fd) {
        return cb(null, history2.fd);
      }
      fs.open(path2, "r", cb);
    }
    function close(history2) {
      if (history2.fd) {
        fs.close(history2.fd, noop);
      }
    }
    function readUntilEnd(fd2, buf, cb) {
      let firstRead = false;
      if (typeof buf === "function") {
        cb = buf;
        buf = Buffer.alloc(SIZE);
        firstRead = true;
      }
      fs.read(fd2, buf, 0, SIZE, 0, function(err2, bytesRead, buffer) {
        if (err2) {
          cb(err2);
          return;
        }
        const data = Buffer.concat([buf, buffer], firstRead ? bytesRead : buf.length + bytesRead);
        if (bytesRead === SIZE) {
          readUntilEnd(fd2, data, cb);
          return;
        }
        cb(null, buf);
      });
    }
    function readProcFile(pid, options, done) {
      let hst = history.get(pid, options.maxage);
      let again = false;
      if (hst === void 0) {
        again = true;
        hst = {};
      }
      open2(path.join("/proc", "" + pid, "stat"), hst, function(err2, fd2) {
        if (err2) {
          if (err2.code === "ENOENT") {
            err2.message = "No matching pid found";
          }
          return done(err2, null);
        }
        if (err2) {
          return done(err2);
        }
        readUntilEnd(fd2, function(err3, buffer) {
          if (err3) {
            return done(err3);
          }
          let infos = buffer.toString("utf8");
          const date = Date.now();
          const index = infos.lastIndexOf(")");
          infos = infos.substr(index + 2).split(" ");
          const stat3 = {
            ppid: parseInt(infos[1]),
            utime: parseFloat(infos[11]) * 1e3 / cpuInfo.clockTick,
            stime: parseFloat(infos[12]) * 1e3 / cpuInfo.clockTick,
            cutime: parseFloat(infos[13]) * 1e3 / cpuInfo.clockTick,
            cstime: parseFloat(infos[14]) * 1e3 / cpuInfo.clockTick,
            start: parseFloat(infos[19]) * 1e3 / cpuInfo.clockTick,
            rss: parseFloat(infos[21]),
            uptime: cpuInfo.uptime * 1e3,
            fd: fd2
          };
          const memory = stat3.rss * cpuInfo.pageSize;
          const childrens = options.childrens ? stat3.cutime + stat3.cstime : 0;
          const total = stat3.stime - (hst.stime || 0) + stat3.utime - (hst.utime || 0) + childrens;
          const seconds = Math.abs(hst.uptime !== void 0 ? stat3.uptime - hst.uptime : stat3.start - stat3.uptime);
          const cpu = seconds > 0 ? total / seconds * 100 : 0;
          history.set(pid, stat3, options.maxage, close);
          if (again) {
            return readProcFile(pid, options, done);
          }
          return done(null, {
            cpu,
            memory,
            ctime: stat3.utime + stat3.stime,
            elapsed: stat3.uptime - stat3.start,
            timestamp: date,
            pid,
            ppid: stat3.ppid
          });
        });
      });
    }
    function procfile(pids, options, done) {
      updateCpu(cpuInfo, function(err2, result) {
        if (err2) return done(err2);
        cpuInfo = result;
        const fns = {};
        pids.forEach(function(pid, i2) {
          fns[pid] = function(cb) {
            readProcFile(pid, options, cb);
          };
        });
        parallel(fns, { graceful: true }, done);
      });
    }
    module.exports = procfile;
  }
});

// node_modules/pidusage/lib/wmic.js
var require_wmic = __commonJS({
  "node_modules/pidusage/lib/wmic.js"(exports, module) {
    "use strict";
    var os2 = __require("os");
    var bin = require_bin();
    var history = require_history();
    function parseDate(datestr) {
      const year = datestr.substring(0, 4);
      const month = datestr.substring(4, 6);
      const day = datestr.substring(6, 8);
      const hour = datestr.substring(8, 10);
      const minutes = datestr.substring(10, 12);
      const seconds = datestr.substring(12, 14);
      const useconds = datestr.substring(15, 21);
      const sign = datestr.substring(21, 22);
      const tmz = parseInt(datestr.substring(22, 25), 10);
      const tmzh = Math.floor(tmz / 60);
      const tmzm = tmz % 60;
      return /* @__PURE__ */ new Date(
        year + "-" + month + "-" + day + "T" + hour + ":" + minutes + ":" + seconds + "." + useconds + sign + (tmzh > 9 ? tmzh : "0" + tmzh) + (tmzm > 9 ? tmzm : "0" + tmzm)
      );
    }
    function wmic2(pids, options, done) {
      let whereClause = "ProcessId=" + pids[0];
      for (let i2 = 1; i2 < pids.length; i2++) {
        whereClause += " or ProcessId=" + pids[i2];
      }
      const args = [
        "PROCESS",
        "where",
        '"' + whereClause + '"',
        "get",
        "CreationDate,KernelModeTime,ParentProcessId,ProcessId,UserModeTime,WorkingSetSize"
      ];
      bin("wmic", args, { windowsHide: true, windowsVerbatimArguments: true }, function(err2, stdout, code) {
        if (err2) {
          if (err2.message.indexOf("No Instance(s) Available.") !== -1) {
            const error = new Error("No matching pid found");
            error.code = "ENOENT";
            return done(error);
          }
          return done(err2);
        }
        if (code !== 0) {
          return done(new Error("pidusage wmic command exited with code " + code));
        }
        const date = Date.now();
        const uptime = Math.floor(os2.uptime() || date / 1e3);
        stdout = stdout.split(os2.EOL);
        let again = false;
        const statistics = {};
        for (let i2 = 1; i2 < stdout.length; i2++) {
          const line = stdout[i2].trim().split(/\s+/);
          if (!line || line.length !== 6) {
            continue;
          }
          const creation = parseDate(line[0]);
          const ppid = parseInt(line[2], 10);
          const pid = parseInt(line[3], 10);
          const kerneltime = Math.round(parseInt(line[1], 10) / 1e4);
          const usertime = Math.round(parseInt(line[4], 10) / 1e4);
          const memory = parseInt(line[5], 10);
          let hst = history.get(pid, options.maxage);
          if (hst === void 0) {
            again = true;
            hst = { ctime: kerneltime + usertime, uptime };
          }
          const total = (kerneltime + usertime - hst.ctime) / 1e3;
          const seconds = uptime - hst.uptime;
          const cpu = seconds > 0 ? total / seconds * 100 : 0;
          history.set(pid, { ctime: usertime + kerneltime, uptime }, options.maxage);
          statistics[pid] = {
            cpu,
            memory,
            ppid,
            pid,
            ctime: usertime + kerneltime,
            elapsed: date - creation.getTime(),
            timestamp: date
          };
        }
        if (again) {
          return wmic2(pids, options, function(err3, stats) {
            if (err3) return done(err3);
            done(null, Object.assign(statistics, stats));
          });
        }
        done(null, statistics);
      });
    }
    module.exports = wmic2;
  }
});

// node_modules/pidusage/lib/gwmi.js
var require_gwmi = __commonJS({
  "node_modules/pidusage/lib/gwmi.js"(exports, module) {
    "use strict";
    var os2 = __require("os");
    var bin = require_bin();
    var history = require_history();
    function parseDate(datestr) {
      const year = datestr.substring(0, 4);
      const month = datestr.substring(4, 6);
      const day = datestr.substring(6, 8);
      const hour = datestr.substring(8, 10);
      const minutes = datestr.substring(10, 12);
      const seconds = datestr.substring(12, 14);
      const useconds = datestr.substring(15, 21);
      const sign = datestr.substring(21, 22);
      const tmz = parseInt(datestr.substring(22, 25), 10);
      const tmzh = Math.floor(tmz / 60);
      const tmzm = tmz % 60;
      return /* @__PURE__ */ new Date(
        year + "-" + month + "-" + day + "T" + hour + ":" + minutes + ":" + seconds + "." + useconds + sign + (tmzh > 9 ? tmzh : "0" + tmzh) + (tmzm > 9 ? tmzm : "0" + tmzm)
      );
    }
    function gwmi(pids, options, done) {
      let whereClause = "ProcessId=" + pids[0];
      for (let i2 = 1; i2 < pids.length; i2++) {
        whereClause += " or ProcessId=" + pids[i2];
      }
      const property = "CreationDate,KernelModeTime,ParentProcessId,ProcessId,UserModeTime,WorkingSetSize";
      const command = "gwmi win32_process -Filter '" + whereClause + "' | select " + property + " | format-table";
      bin("powershell.exe", ["-NoProfile", "-NonInteractive", "-Command", command], { windowsHide: true }, function(err2, stdout, code) {
        if (err2) {
          if (err2.message.indexOf("No Instance(s) Available.") !== -1) {
            const error = new Error("No matching pid found");
            error.code = "ENOENT";
            return done(error);
          }
          return done(err2);
        }
        if (code !== 0) {
          return done(new Error("pidusage gwmi command exited with code " + code));
        }
        const date = Date.now();
        const uptime = Math.floor(os2.uptime() || date / 1e3);
        stdout = stdout.split(os2.EOL).slice(1);
        const index = stdout.findIndex((v) => !!v);
        stdout = stdout.slice(index + 2);
        if (!stdout.length) {
          const error = new Error("No matching pid found");
          error.code = "ENOENT";
          return done(error);
        }
        let again = false;
        const statistics = {};
        for (let i2 = 0; i2 < stdout.length; i2++) {
          const line = stdout[i2].trim().split(/\s+/);
          if (!line || line.length === 1) {
            continue;
          }
          const creation = parseDate(line[0]);
          const ppid = parseInt(line[2], 10);
          const pid = parseInt(line[3], 10);
          const kerneltime = Math.round(parseInt(line[1], 10) / 1e4);
          const usertime = Math.round(parseInt(line[4], 10) / 1e4);
          const memory = parseInt(line[5], 10);
          let hst = history.get(pid, options.maxage);
          if (hst === void 0) {
            again = true;
            hst = { ctime: kerneltime + usertime, uptime };
          }
          const total = (kerneltime + usertime - hst.ctime) / 1e3;
          const seconds = uptime - hst.uptime;
          const cpu = seconds > 0 ? total / seconds * 100 : 0;
          history.set(pid, { ctime: usertime + kerneltime, uptime }, options.maxage);
          statistics[pid] = {
            cpu,
            memory,
            ppid,
            pid,
            ctime: usertime + kerneltime,
            elapsed: date - creation.getTime(),
            timestamp: date
          };
        }
        if (again) {
          return gwmi(pids, options, function(err3, stats) {
            if (err3) return done(err3);
            done(null, Object.assign(statistics, stats));
          });
        }
        done(null, statistics);
      });
    }
    module.exports = gwmi;
  }
});

// node_modules/pidusage/lib/stats.js
var require_stats = __commonJS({
  "node_modules/pidusage/lib/stats.js"(exports, module) {
    "use strict";
    var fs = __require("fs");
    var os2 = __require("os");
    var path = __require("path");
    var requireMap = {
      ps: () => require_ps(),
      procfile: () => require_procfile(),
      wmic: () => require_wmic(),
      gwmi: () => require_gwmi()
    };
    var platformToMethod2 = {
      aix: "ps",
      os400: "ps",
      android: "procfile",
      alpine: "procfile",
      darwin: "ps",
      freebsd: "ps",
      os390: "ps",
      linux: "procfile",
      netbsd: "procfile",
      openbsd: "ps",
      sunos: "ps",
      win: "wmic"
    };
    var platform3 = os2.platform();
    if (fs.existsSync("/etc/alpine-release")) {
      platform3 = "alpine";
    }
    if (platform3.match(/^win/)) {
      platform3 = "win";
    }
    var stat3;
    try {
      stat3 = requireMap[platformToMethod2[platform3]]();
    } catch (err2) {
    }
    var wmicAvailable;
    function hasWmic() {
      if (wmicAvailable === void 0) {
        wmicAvailable = fs.existsSync(path.join(process.env.SystemRoot || "C:\\Windows", "System32", "wbem", "WMIC.exe"));
      }
      return wmicAvailable;
    }
    function get2(pids, options, callback2) {
      let fn = stat3;
      if (platform3 !== "win" && options.usePs === true) {
        fn = requireMap.ps();
      }
      if (platform3 === "win") {
        fn = options.useGwmi === true || !hasWmic() ? requireMap.gwmi() : requireMap.wmic();
      }
      if (fn === void 0) {
        return callback2(new Error(os2.platform() + " is not supported yet, please open an issue (https://github.com/soyuka/pidusage)"));
      }
      let single = false;
      if (!Array.isArray(pids)) {
        single = true;
        pids = [pids];
      }
      if (pids.length === 0) {
        return callback2(new TypeError("You must provide at least one pid"));
      }
      for (let i2 = 0; i2 < pids.length; i2++) {
        pids[i2] = parseInt(pids[i2], 10);
        if (isNaN(pids[i2]) || pids[i2] < 0) {
          return callback2(new TypeError("One of the pids provided is invalid"));
        }
      }
      fn(pids, options, function(err2, stats) {
        if (err2) {
          return callback2(err2);
        }
        if (single) {
          callback2(null, stats[pids[0]]);
        } else {
          callback2(null, stats);
        }
      });
    }
    module.exports = get2;
  }
});

// node_modules/pidusage/index.js
var require_pidusage = __commonJS({
  "node_modules/pidusage/index.js"(exports, module) {
    "use strict";
    var stats = require_stats();
    function pidusage2(pids, options, callback2) {
      if (typeof options === "function") {
        callback2 = options;
        options = {};
      }
      if (options === void 0) {
        options = {};
      }
      options = Object.assign({
        usePs: /^true$/i.test(process.env.PIDUSAGE_USE_PS),
        maxage: process.env.PIDUSAGE_MAXAGE
      }, options);
      if (typeof callback2 === "function") {
        stats(pids, options, callback2);
        return;
      }
      return new Promise(function(resolve6, reject) {
        stats(pids, options, function(err2, data) {
          if (err2) return reject(err2);
          resolve6(data);
        });
      });
    }
    module.exports = pidusage2;
    module.exports.clear = require_history().clear;
  }
});

// src/errors.ts
var exitCodes = { pass: 0, fail: 1, usage: 2, unmeasured: 3 };
var PerfGateError = class extends Error {
  exitCode;
  /** What to do about it. */
  fix;
  constructor(message, exitCode, fix, options) {
    super(message, options);
    this.exitCode = exitCode;
    this.fix = fix;
  }
};
var ConfigError = class extends PerfGateError {
  name = "ConfigError";
  notices;
  constructor(message, notices = [], fix) {
    super(message, exitCodes.usage, fix);
    this.notices = notices;
  }
};
var MeasureError = class extends PerfGateError {
  name = "MeasureError";
  constructor(message, fix, options) {
    super(message, exitCodes.unmeasured, fix, options);
  }
};
var ReadError = class extends PerfGateError {
  name = "ReadError";
  constructor(message, fix, options) {
    super(message, exitCodes.unmeasured, fix, options);
  }
};

// src/adapters/node/archive.ts
import { createHash } from "node:crypto";

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
var freb = function(eb, start2) {
  var b = new u16(31);
  for (var i2 = 0; i2 < 31; ++i2) {
    b[i2] = start2 += 1 << eb[i2 - 1];
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
var flm = /* @__PURE__ */ hMap(flt, 9, 0);
var flrm = /* @__PURE__ */ hMap(flt, 9, 1);
var fdm = /* @__PURE__ */ hMap(fdt, 5, 0);
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
      var type2 = bits(dat, pos + 1, 3);
      pos += 3;
      if (!type2) {
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
      } else if (type2 == 1)
        lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
      else if (type2 == 2) {
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
var wbits = function(d, p, v) {
  v <<= p & 7;
  var o = p / 8 | 0;
  d[o] |= v;
  d[o + 1] |= v >> 8;
};
var wbits16 = function(d, p, v) {
  v <<= p & 7;
  var o = p / 8 | 0;
  d[o] |= v;
  d[o + 1] |= v >> 8;
  d[o + 2] |= v >> 16;
};
var hTree = function(d, mb) {
  var t = [];
  for (var i2 = 0; i2 < d.length; ++i2) {
    if (d[i2])
      t.push({ s: i2, f: d[i2] });
  }
  var s = t.length;
  var t2 = t.slice();
  if (!s)
    return { t: et, l: 0 };
  if (s == 1) {
    var v = new u8(t[0].s + 1);
    v[t[0].s] = 1;
    return { t: v, l: 1 };
  }
  t.sort(function(a, b) {
    return a.f - b.f;
  });
  t.push({ s: -1, f: 25001 });
  var l = t[0], r = t[1], i0 = 0, i1 = 1, i22 = 2;
  t[0] = { s: -1, f: l.f + r.f, l, r };
  while (i1 != s - 1) {
    l = t[t[i0].f < t[i22].f ? i0++ : i22++];
    r = t[i0 != i1 && t[i0].f < t[i22].f ? i0++ : i22++];
    t[i1++] = { s: -1, f: l.f + r.f, l, r };
  }
  var maxSym = t2[0].s;
  for (var i2 = 1; i2 < s; ++i2) {
    if (t2[i2].s > maxSym)
      maxSym = t2[i2].s;
  }
  var tr = new u16(maxSym + 1);
  var mbt = ln(t[i1 - 1], tr, 0);
  if (mbt > mb) {
    var i2 = 0, dt = 0;
    var lft = mbt - mb, cst = 1 << lft;
    t2.sort(function(a, b) {
      return tr[b.s] - tr[a.s] || a.f - b.f;
    });
    for (; i2 < s; ++i2) {
      var i2_1 = t2[i2].s;
      if (tr[i2_1] > mb) {
        dt += cst - (1 << mbt - tr[i2_1]);
        tr[i2_1] = mb;
      } else
        break;
    }
    dt >>= lft;
    while (dt > 0) {
      var i2_2 = t2[i2].s;
      if (tr[i2_2] < mb)
        dt -= 1 << mb - tr[i2_2]++ - 1;
      else
        ++i2;
    }
    for (; i2 >= 0 && dt; --i2) {
      var i2_3 = t2[i2].s;
      if (tr[i2_3] == mb) {
        --tr[i2_3];
        ++dt;
      }
    }
    mbt = mb;
  }
  return { t: new u8(tr), l: mbt };
};
var ln = function(n, l, d) {
  return n.s == -1 ? Math.max(ln(n.l, l, d + 1), ln(n.r, l, d + 1)) : l[n.s] = d;
};
var lc = function(c) {
  var s = c.length;
  while (s && !c[--s])
    ;
  var cl = new u16(++s);
  var cli = 0, cln = c[0], cls = 1;
  var w = function(v) {
    cl[cli++] = v;
  };
  for (var i2 = 1; i2 <= s; ++i2) {
    if (c[i2] == cln && i2 != s)
      ++cls;
    else {
      if (!cln && cls > 2) {
        for (; cls > 138; cls -= 138)
          w(32754);
        if (cls > 2) {
          w(cls > 10 ? cls - 11 << 5 | 28690 : cls - 3 << 5 | 12305);
          cls = 0;
        }
      } else if (cls > 3) {
        w(cln), --cls;
        for (; cls > 6; cls -= 6)
          w(8304);
        if (cls > 2)
          w(cls - 3 << 5 | 8208), cls = 0;
      }
      while (cls--)
        w(cln);
      cls = 1;
      cln = c[i2];
    }
  }
  return { c: cl.subarray(0, cli), n: s };
};
var clen = function(cf, cl) {
  var l = 0;
  for (var i2 = 0; i2 < cl.length; ++i2)
    l += cf[i2] * cl[i2];
  return l;
};
var wfblk = function(out, pos, dat) {
  var s = dat.length;
  var o = shft(pos + 2);
  out[o] = s & 255;
  out[o + 1] = s >> 8;
  out[o + 2] = out[o] ^ 255;
  out[o + 3] = out[o + 1] ^ 255;
  for (var i2 = 0; i2 < s; ++i2)
    out[o + i2 + 4] = dat[i2];
  return (o + 4 + s) * 8;
};
var wblk = function(dat, out, final, syms, lf, df, eb, li, bs, bl, p) {
  wbits(out, p++, final);
  ++lf[256];
  var _a2 = hTree(lf, 15), dlt = _a2.t, mlb = _a2.l;
  var _b2 = hTree(df, 15), ddt = _b2.t, mdb = _b2.l;
  var _c = lc(dlt), lclt = _c.c, nlc = _c.n;
  var _d = lc(ddt), lcdt = _d.c, ndc = _d.n;
  var lcfreq = new u16(19);
  for (var i2 = 0; i2 < lclt.length; ++i2)
    ++lcfreq[lclt[i2] & 31];
  for (var i2 = 0; i2 < lcdt.length; ++i2)
    ++lcfreq[lcdt[i2] & 31];
  var _e = hTree(lcfreq, 7), lct = _e.t, mlcb = _e.l;
  var nlcc = 19;
  for (; nlcc > 4 && !lct[clim[nlcc - 1]]; --nlcc)
    ;
  var flen = bl + 5 << 3;
  var ftlen = clen(lf, flt) + clen(df, fdt) + eb;
  var dtlen = clen(lf, dlt) + clen(df, ddt) + eb + 14 + 3 * nlcc + clen(lcfreq, lct) + 2 * lcfreq[16] + 3 * lcfreq[17] + 7 * lcfreq[18];
  if (bs >= 0 && flen <= ftlen && flen <= dtlen)
    return wfblk(out, p, dat.subarray(bs, bs + bl));
  var lm, ll, dm, dl;
  wbits(out, p, 1 + (dtlen < ftlen)), p += 2;
  if (dtlen < ftlen) {
    lm = hMap(dlt, mlb, 0), ll = dlt, dm = hMap(ddt, mdb, 0), dl = ddt;
    var llm = hMap(lct, mlcb, 0);
    wbits(out, p, nlc - 257);
    wbits(out, p + 5, ndc - 1);
    wbits(out, p + 10, nlcc - 4);
    p += 14;
    for (var i2 = 0; i2 < nlcc; ++i2)
      wbits(out, p + 3 * i2, lct[clim[i2]]);
    p += 3 * nlcc;
    var lcts = [lclt, lcdt];
    for (var it = 0; it < 2; ++it) {
      var clct = lcts[it];
      for (var i2 = 0; i2 < clct.length; ++i2) {
        var len = clct[i2] & 31;
        wbits(out, p, llm[len]), p += lct[len];
        if (len > 15)
          wbits(out, p, clct[i2] >> 5 & 127), p += clct[i2] >> 12;
      }
    }
  } else {
    lm = flm, ll = flt, dm = fdm, dl = fdt;
  }
  for (var i2 = 0; i2 < li; ++i2) {
    var sym = syms[i2];
    if (sym > 255) {
      var len = sym >> 18 & 31;
      wbits16(out, p, lm[len + 257]), p += ll[len + 257];
      if (len > 7)
        wbits(out, p, sym >> 23 & 31), p += fleb[len];
      var dst = sym & 31;
      wbits16(out, p, dm[dst]), p += dl[dst];
      if (dst > 3)
        wbits16(out, p, sym >> 5 & 8191), p += fdeb[dst];
    } else {
      wbits16(out, p, lm[sym]), p += ll[sym];
    }
  }
  wbits16(out, p, lm[256]);
  return p + ll[256];
};
var deo = /* @__PURE__ */ new i32([65540, 131080, 131088, 131104, 262176, 1048704, 1048832, 2114560, 2117632]);
var et = /* @__PURE__ */ new u8(0);
var dflt = function(dat, lvl, plvl, pre, post, st) {
  var s = st.z || dat.length;
  var o = new u8(pre + s + 5 * (1 + Math.ceil(s / 7e3)) + post);
  var w = o.subarray(pre, o.length - post);
  var lst = st.l;
  var pos = (st.r || 0) & 7;
  if (lvl) {
    if (pos)
      w[0] = st.r >> 3;
    var opt = deo[lvl - 1];
    var n = opt >> 13, c = opt & 8191;
    var msk_1 = (1 << plvl) - 1;
    var prev = st.p || new u16(32768), head = st.h || new u16(msk_1 + 1);
    var bs1_1 = Math.ceil(plvl / 3), bs2_1 = 2 * bs1_1;
    var hsh = function(i3) {
      return (dat[i3] ^ dat[i3 + 1] << bs1_1 ^ dat[i3 + 2] << bs2_1) & msk_1;
    };
    var syms = new i32(25e3);
    var lf = new u16(288), df = new u16(32);
    var lc_1 = 0, eb = 0, i2 = st.i || 0, li = 0, wi = st.w || 0, bs = 0;
    for (; i2 + 2 < s; ++i2) {
      var hv = hsh(i2);
      var imod = i2 & 32767, pimod = head[hv];
      prev[imod] = pimod;
      head[hv] = imod;
      if (wi <= i2) {
        var rem = s - i2;
        if ((lc_1 > 7e3 || li > 24576) && (rem > 423 || !lst)) {
          pos = wblk(dat, w, 0, syms, lf, df, eb, li, bs, i2 - bs, pos);
          li = lc_1 = eb = 0, bs = i2;
          for (var j = 0; j < 286; ++j)
            lf[j] = 0;
          for (var j = 0; j < 30; ++j)
            df[j] = 0;
        }
        var l = 2, d = 0, ch_1 = c, dif = imod - pimod & 32767;
        if (rem > 2 && hv == hsh(i2 - dif)) {
          var maxn = Math.min(n, rem) - 1;
          var maxd = Math.min(32767, i2);
          var ml = Math.min(258, rem);
          while (dif <= maxd && --ch_1 && imod != pimod) {
            if (dat[i2 + l] == dat[i2 + l - dif]) {
              var nl = 0;
              for (; nl < ml && dat[i2 + nl] == dat[i2 + nl - dif]; ++nl)
                ;
              if (nl > l) {
                l = nl, d = dif;
                if (nl > maxn)
                  break;
                var mmd = Math.min(dif, nl - 2);
                var md = 0;
                for (var j = 0; j < mmd; ++j) {
                  var ti = i2 - dif + j & 32767;
                  var pti = prev[ti];
                  var cd = ti - pti & 32767;
                  if (cd > md)
                    md = cd, pimod = ti;
                }
              }
            }
            imod = pimod, pimod = prev[imod];
            dif += imod - pimod & 32767;
          }
        }
        if (d) {
          syms[li++] = 268435456 | revfl[l] << 18 | revfd[d];
          var lin = revfl[l] & 31, din = revfd[d] & 31;
          eb += fleb[lin] + fdeb[din];
          ++lf[257 + lin];
          ++df[din];
          wi = i2 + l;
          ++lc_1;
        } else {
          syms[li++] = dat[i2];
          ++lf[dat[i2]];
        }
      }
    }
    for (i2 = Math.max(i2, wi); i2 < s; ++i2) {
      syms[li++] = dat[i2];
      ++lf[dat[i2]];
    }
    pos = wblk(dat, w, lst, syms, lf, df, eb, li, bs, i2 - bs, pos);
    if (!lst) {
      st.r = pos & 7 | w[pos / 8 | 0] << 3;
      pos -= 7;
      st.h = head, st.p = prev, st.i = i2, st.w = wi;
    }
  } else {
    for (var i2 = st.w || 0; i2 < s + lst; i2 += 65535) {
      var e = i2 + 65535;
      if (e >= s) {
        w[pos / 8 | 0] = lst;
        e = s;
      }
      pos = wfblk(w, pos + 1, dat.subarray(i2, e));
    }
    st.i = s;
  }
  return slc(o, 0, pre + shft(pos) + post);
};
var crct = /* @__PURE__ */ (function() {
  var t = new Int32Array(256);
  for (var i2 = 0; i2 < 256; ++i2) {
    var c = i2, k = 9;
    while (--k)
      c = (c & 1 && -306674912) ^ c >>> 1;
    t[i2] = c;
  }
  return t;
})();
var crc = function() {
  var c = -1;
  return {
    p: function(d) {
      var cr = c;
      for (var i2 = 0; i2 < d.length; ++i2)
        cr = crct[cr & 255 ^ d[i2]] ^ cr >>> 8;
      c = cr;
    },
    d: function() {
      return ~c;
    }
  };
};
var dopt = function(dat, opt, pre, post, st) {
  if (!st) {
    st = { l: 1 };
    if (opt.dictionary) {
      var dict = opt.dictionary.subarray(-32768);
      var newDat = new u8(dict.length + dat.length);
      newDat.set(dict);
      newDat.set(dat, dict.length);
      dat = newDat;
      st.w = dict.length;
    }
  }
  return dflt(dat, opt.level == null ? 6 : opt.level, opt.mem == null ? st.l ? Math.ceil(Math.max(8, Math.min(13, Math.log(dat.length))) * 1.5) : 20 : 12 + opt.mem, pre, post, st);
};
var mrg = function(a, b) {
  var o = {};
  for (var k in a)
    o[k] = a[k];
  for (var k in b)
    o[k] = b[k];
  return o;
};
var b2 = function(d, b) {
  return d[b] | d[b + 1] << 8;
};
var b4 = function(d, b) {
  return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var b8 = function(d, b) {
  return b4(d, b) + b4(d, b + 4) * 4294967296;
};
var wbytes = function(d, b, v) {
  for (; v; ++b)
    d[b] = v, v >>>= 8;
};
function deflateSync(data, opts) {
  return dopt(data, opts || {}, 0, 0);
}
function inflateSync(data, opts) {
  return inflt(data, { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
var fltn = function(d, p, t, o) {
  for (var k in d) {
    var val = d[k], n = p + k, op = o;
    if (Array.isArray(val))
      op = mrg(o, val[1]), val = val[0];
    if (ArrayBuffer.isView(val))
      t[n] = [val, op];
    else {
      t[n += "/"] = [new u8(0), op];
      fltn(val, n, t, o);
    }
  }
};
var te = typeof TextEncoder != "undefined" && /* @__PURE__ */ new TextEncoder();
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
function strToU8(str, latin1) {
  if (latin1) {
    var ar_1 = new u8(str.length);
    for (var i2 = 0; i2 < str.length; ++i2)
      ar_1[i2] = str.charCodeAt(i2);
    return ar_1;
  }
  if (te)
    return te.encode(str);
  var l = str.length;
  var ar = new u8(str.length + (str.length >> 1));
  var ai = 0;
  var w = function(v) {
    ar[ai++] = v;
  };
  for (var i2 = 0; i2 < l; ++i2) {
    if (ai + 5 > ar.length) {
      var n = new u8(ai + 8 + (l - i2 << 1));
      n.set(ar);
      ar = n;
    }
    var c = str.charCodeAt(i2);
    if (c < 128 || latin1)
      w(c);
    else if (c < 2048)
      w(192 | c >> 6), w(128 | c & 63);
    else if (c > 55295 && c < 57344)
      c = 65536 + (c & 1023 << 10) | str.charCodeAt(++i2) & 1023, w(240 | c >> 18), w(128 | c >> 12 & 63), w(128 | c >> 6 & 63), w(128 | c & 63);
    else
      w(224 | c >> 12), w(128 | c >> 6 & 63), w(128 | c & 63);
  }
  return slc(ar, 0, ai);
}
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
var exfl = function(ex) {
  var le = 0;
  if (ex) {
    for (var k in ex) {
      var l = ex[k].length;
      if (l > 65535)
        err(9);
      le += l + 4;
    }
  }
  return le;
};
var wzh = function(d, b, f, fn, u, c, ce, co) {
  var fl2 = fn.length, ex = f.extra, col = co && co.length;
  var exl = exfl(ex);
  wbytes(d, b, ce != null ? 33639248 : 67324752), b += 4;
  if (ce != null)
    d[b++] = 20, d[b++] = f.os;
  d[b] = 20, b += 2;
  d[b++] = f.flag << 1 | (c < 0 && 8), d[b++] = u && 8;
  d[b++] = f.compression & 255, d[b++] = f.compression >> 8;
  var dt = new Date(f.mtime == null ? Date.now() : f.mtime), y = dt.getFullYear() - 1980;
  if (y < 0 || y > 119)
    err(10);
  wbytes(d, b, y << 25 | dt.getMonth() + 1 << 21 | dt.getDate() << 16 | dt.getHours() << 11 | dt.getMinutes() << 5 | dt.getSeconds() >> 1), b += 4;
  if (c != -1) {
    wbytes(d, b, f.crc);
    wbytes(d, b + 4, c < 0 ? -c - 2 : c);
    wbytes(d, b + 8, f.size);
  }
  wbytes(d, b + 12, fl2);
  wbytes(d, b + 14, exl), b += 16;
  if (ce != null) {
    wbytes(d, b, col);
    wbytes(d, b + 6, f.attrs);
    wbytes(d, b + 10, ce), b += 14;
  }
  d.set(fn, b);
  b += fl2;
  if (exl) {
    for (var k in ex) {
      var exf = ex[k], l = exf.length;
      wbytes(d, b, +k);
      wbytes(d, b + 2, l);
      d.set(exf, b + 4), b += 4 + l;
    }
  }
  if (col)
    d.set(co, b), b += col;
  return b;
};
var wzf = function(o, b, c, d, e) {
  wbytes(o, b, 101010256);
  wbytes(o, b + 8, c);
  wbytes(o, b + 10, c);
  wbytes(o, b + 12, d);
  wbytes(o, b + 16, e);
};
function zipSync(data, opts) {
  if (!opts)
    opts = {};
  var r = {};
  var files = [];
  fltn(data, "", r, opts);
  var o = 0;
  var tot = 0;
  for (var fn in r) {
    var _a2 = r[fn], file = _a2[0], p = _a2[1];
    var compression = p.level == 0 ? 0 : 8;
    var f = strToU8(fn), s = f.length;
    var com = p.comment, m = com && strToU8(com), ms = m && m.length;
    var exl = exfl(p.extra);
    if (s > 65535)
      err(11);
    var d = compression ? deflateSync(file, p) : file, l = d.length;
    var c = crc();
    c.p(file);
    files.push(mrg(p, {
      size: file.length,
      crc: c.d(),
      c: d,
      f,
      m,
      u: s != fn.length || m && com.length != ms,
      o,
      compression
    }));
    o += 30 + s + exl + l;
    tot += 76 + 2 * (s + exl) + (ms || 0) + l;
  }
  var out = new u8(tot + 22), oe = o, cdl = tot - o;
  for (var i2 = 0; i2 < files.length; ++i2) {
    var f = files[i2];
    wzh(out, f.o, f, f.f, f.u, f.c.length);
    var badd = 30 + f.f.length + exfl(f.extra);
    out.set(f.c, f.o + badd);
    wzh(out, o, f, f.f, f.u, f.c.length, f.o, f.m), o += 16 + badd + (f.m ? f.m.length : 0);
  }
  wzf(out, o, files.length, cdl, oe);
  return out;
}
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

// src/adapters/node/zip.ts
function unzip(archive, limits) {
  let bytes = 0;
  let files = 0;
  try {
    return unzipSync(archive, {
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
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError(`not a readable zip archive: ${String(error)}`, void 0, { cause: error });
  }
}

// src/adapters/node/archive.ts
var noTime = new Date(1980, 0, 1);
var nodeArchive = {
  pack: (files) => zipSync({ ...files }, { mtime: noTime, level: 6 }),
  unpack: unzip,
  digest: (content) => createHash("sha256").update(content).digest("hex")
};

// src/adapters/node/clock.ts
import { randomInt } from "node:crypto";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
var nodeClock = {
  now: () => Date.now(),
  elapsed: () => performance.now() / 1e3,
  sleep: (seconds) => pause(seconds * 1e3),
  seed: () => randomInt(0, 2 ** 32)
};

// src/adapters/node/compression.ts
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
var compressors = {
  gzip: (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
  brotli: (content) => promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length
    }
  })
};
var nodeCompression = {
  compressedSize: async (content, method2) => (await compressors[method2](content)).length
};

// src/adapters/node/files.ts
import { randomBytes } from "node:crypto";
import { mkdir as mkdir2, mkdtemp, readFile, realpath as realpath2, rename, rm as rm2, stat as stat2, writeFile as writeFile2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname as dirname3, join as join2, resolve as resolve4 } from "node:path";

// node_modules/tinyglobby/dist/index.mjs
import { readdir, readdirSync, realpath, realpathSync, stat, statSync } from "fs";
import { isAbsolute, posix, resolve as resolve2 } from "path";
import { fileURLToPath } from "url";

// node_modules/fdir/dist/index.mjs
import { createRequire as createRequire2 } from "module";
import { basename, dirname, normalize, relative, resolve, sep } from "path";
import * as nativeFs from "fs";
var __require2 = /* @__PURE__ */ createRequire2(import.meta.url);
function cleanPath(path) {
  let normalized = normalize(path);
  if (normalized.length > 1 && normalized[normalized.length - 1] === sep) normalized = normalized.substring(0, normalized.length - 1);
  return normalized;
}
var SLASHES_REGEX = /[\\/]/g;
function convertSlashes(path, separator) {
  return path.replace(SLASHES_REGEX, separator);
}
var WINDOWS_ROOT_DIR_REGEX = /^[a-z]:[\\/]$/i;
function isRootDirectory(path) {
  return path === "/" || WINDOWS_ROOT_DIR_REGEX.test(path);
}
function normalizePath(path, options) {
  const { resolvePaths, normalizePath: normalizePath$1, pathSeparator } = options;
  const pathNeedsCleaning = process.platform === "win32" && path.includes("/") || path.startsWith(".");
  if (resolvePaths) path = resolve(path);
  if (normalizePath$1 || pathNeedsCleaning) path = cleanPath(path);
  if (path === ".") return "";
  const needsSeperator = path[path.length - 1] !== pathSeparator;
  return convertSlashes(needsSeperator ? path + pathSeparator : path, pathSeparator);
}
function joinPathWithBasePath(filename, directoryPath) {
  return directoryPath + filename;
}
function joinPathWithRelativePath(root2, options) {
  return function(filename, directoryPath) {
    const sameRoot = directoryPath.startsWith(root2);
    if (sameRoot) return directoryPath.slice(root2.length) + filename;
    else return convertSlashes(relative(root2, directoryPath), options.pathSeparator) + options.pathSeparator + filename;
  };
}
function joinPath(filename) {
  return filename;
}
function joinDirectoryPath(filename, directoryPath, separator) {
  return directoryPath + filename + separator;
}
function build$7(root2, options) {
  const { relativePaths, includeBasePath } = options;
  return relativePaths && root2 ? joinPathWithRelativePath(root2, options) : includeBasePath ? joinPathWithBasePath : joinPath;
}
function pushDirectoryWithRelativePath(root2) {
  return function(directoryPath, paths) {
    paths.push(directoryPath.substring(root2.length) || ".");
  };
}
function pushDirectoryFilterWithRelativePath(root2) {
  return function(directoryPath, paths, filters) {
    const relativePath = directoryPath.substring(root2.length) || ".";
    if (filters.every((filter) => filter(relativePath, true))) paths.push(relativePath);
  };
}
var pushDirectory = (directoryPath, paths) => {
  paths.push(directoryPath || ".");
};
var pushDirectoryFilter = (directoryPath, paths, filters) => {
  const path = directoryPath || ".";
  if (filters.every((filter) => filter(path, true))) paths.push(path);
};
var empty$2 = () => {
};
function build$6(root2, options) {
  const { includeDirs, filters, relativePaths } = options;
  if (!includeDirs) return empty$2;
  if (relativePaths) return filters && filters.length ? pushDirectoryFilterWithRelativePath(root2) : pushDirectoryWithRelativePath(root2);
  return filters && filters.length ? pushDirectoryFilter : pushDirectory;
}
var pushFileFilterAndCount = (filename, _paths, counts, filters) => {
  if (filters.every((filter) => filter(filename, false))) counts.files++;
};
var pushFileFilter = (filename, paths, _counts, filters) => {
  if (filters.every((filter) => filter(filename, false))) paths.push(filename);
};
var pushFileCount = (_filename, _paths, counts, _filters) => {
  counts.files++;
};
var pushFile = (filename, paths) => {
  paths.push(filename);
};
var empty$1 = () => {
};
function build$5(options) {
  const { excludeFiles, filters, onlyCounts } = options;
  if (excludeFiles) return empty$1;
  if (filters && filters.length) return onlyCounts ? pushFileFilterAndCount : pushFileFilter;
  else if (onlyCounts) return pushFileCount;
  else return pushFile;
}
var getArray = (paths) => {
  return paths;
};
var getArrayGroup = () => {
  return [""].slice(0, 0);
};
function build$4(options) {
  return options.group ? getArrayGroup : getArray;
}
var groupFiles = (groups, directory, files) => {
  groups.push({
    directory,
    files,
    dir: directory
  });
};
var empty = () => {
};
function build$3(options) {
  return options.group ? groupFiles : empty;
}
var resolveSymlinksAsync = function(path, state, callback$1) {
  const { queue, fs, options: { suppressErrors } } = state;
  queue.enqueue();
  fs.realpath(path, (error, resolvedPath) => {
    if (error) return queue.dequeue(suppressErrors ? null : error, state);
    fs.stat(resolvedPath, (error$1, stat3) => {
      if (error$1) return queue.dequeue(suppressErrors ? null : error$1, state);
      if (stat3.isDirectory() && isRecursive(path, resolvedPath, state)) return queue.dequeue(null, state);
      callback$1(stat3, resolvedPath);
      queue.dequeue(null, state);
    });
  });
};
var resolveSymlinks = function(path, state, callback$1) {
  const { queue, fs, options: { suppressErrors } } = state;
  queue.enqueue();
  try {
    const resolvedPath = fs.realpathSync(path);
    const stat3 = fs.statSync(resolvedPath);
    if (stat3.isDirectory() && isRecursive(path, resolvedPath, state)) return;
    callback$1(stat3, resolvedPath);
  } catch (e) {
    if (!suppressErrors) throw e;
  }
};
function build$2(options, isSynchronous) {
  if (!options.resolveSymlinks || options.excludeSymlinks) return null;
  return isSynchronous ? resolveSymlinks : resolveSymlinksAsync;
}
function isRecursive(path, resolved, state) {
  if (state.options.useRealPaths) return isRecursiveUsingRealPaths(resolved, state);
  let parent = dirname(path);
  let depth = 1;
  while (parent !== state.root && depth < 2) {
    const resolvedPath = state.symlinks.get(parent);
    const isSameRoot = !!resolvedPath && (resolvedPath === resolved || resolvedPath.startsWith(resolved) || resolved.startsWith(resolvedPath));
    if (isSameRoot) depth++;
    else parent = dirname(parent);
  }
  state.symlinks.set(path, resolved);
  return depth > 1;
}
function isRecursiveUsingRealPaths(resolved, state) {
  return state.visited.includes(resolved + state.options.pathSeparator);
}
var onlyCountsSync = (state) => {
  return state.counts;
};
var groupsSync = (state) => {
  return state.groups;
};
var defaultSync = (state) => {
  return state.paths;
};
var limitFilesSync = (state) => {
  return state.paths.slice(0, state.options.maxFiles);
};
var onlyCountsAsync = (state, error, callback$1) => {
  report(error, callback$1, state.counts, state.options.suppressErrors);
  return null;
};
var defaultAsync = (state, error, callback$1) => {
  report(error, callback$1, state.paths, state.options.suppressErrors);
  return null;
};
var limitFilesAsync = (state, error, callback$1) => {
  report(error, callback$1, state.paths.slice(0, state.options.maxFiles), state.options.suppressErrors);
  return null;
};
var groupsAsync = (state, error, callback$1) => {
  report(error, callback$1, state.groups, state.options.suppressErrors);
  return null;
};
function report(error, callback$1, output, suppressErrors) {
  if (error && !suppressErrors) callback$1(error, output);
  else callback$1(null, output);
}
function build$1(options, isSynchronous) {
  const { onlyCounts, group: group2, maxFiles } = options;
  if (onlyCounts) return isSynchronous ? onlyCountsSync : onlyCountsAsync;
  else if (group2) return isSynchronous ? groupsSync : groupsAsync;
  else if (maxFiles) return isSynchronous ? limitFilesSync : limitFilesAsync;
  else return isSynchronous ? defaultSync : defaultAsync;
}
var readdirOpts = { withFileTypes: true };
var walkAsync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
  state.queue.enqueue();
  if (currentDepth < 0) return state.queue.dequeue(null, state);
  const { fs } = state;
  state.visited.push(crawlPath);
  state.counts.directories++;
  fs.readdir(crawlPath || ".", readdirOpts, (error, entries = []) => {
    callback$1(entries, directoryPath, currentDepth);
    state.queue.dequeue(state.options.suppressErrors ? null : error, state);
  });
};
var walkSync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
  const { fs } = state;
  if (currentDepth < 0) return;
  state.visited.push(crawlPath);
  state.counts.directories++;
  let entries = [];
  try {
    entries = fs.readdirSync(crawlPath || ".", readdirOpts);
  } catch (e) {
    if (!state.options.suppressErrors) throw e;
  }
  callback$1(entries, directoryPath, currentDepth);
};
function build(isSynchronous) {
  return isSynchronous ? walkSync : walkAsync;
}
var Queue = class {
  count = 0;
  constructor(onQueueEmpty) {
    this.onQueueEmpty = onQueueEmpty;
  }
  enqueue() {
    this.count++;
    return this.count;
  }
  dequeue(error, output) {
    if (this.onQueueEmpty && (--this.count <= 0 || error)) {
      this.onQueueEmpty(error, output);
      if (error) {
        output.controller.abort();
        this.onQueueEmpty = void 0;
      }
    }
  }
};
var Counter = class {
  _files = 0;
  _directories = 0;
  set files(num) {
    this._files = num;
  }
  get files() {
    return this._files;
  }
  set directories(num) {
    this._directories = num;
  }
  get directories() {
    return this._directories;
  }
  /**
  * @deprecated use `directories` instead
  */
  /* c8 ignore next 3 */
  get dirs() {
    return this._directories;
  }
};
var Aborter = class {
  aborted = false;
  abort() {
    this.aborted = true;
  }
};
var Walker = class {
  root;
  isSynchronous;
  state;
  joinPath;
  pushDirectory;
  pushFile;
  getArray;
  groupFiles;
  resolveSymlink;
  walkDirectory;
  callbackInvoker;
  constructor(root2, options, callback$1) {
    this.isSynchronous = !callback$1;
    this.callbackInvoker = build$1(options, this.isSynchronous);
    this.root = normalizePath(root2, options);
    this.state = {
      root: isRootDirectory(this.root) ? this.root : this.root.slice(0, -1),
      paths: [""].slice(0, 0),
      groups: [],
      counts: new Counter(),
      options,
      queue: new Queue((error, state) => this.callbackInvoker(state, error, callback$1)),
      symlinks: /* @__PURE__ */ new Map(),
      visited: [""].slice(0, 0),
      controller: new Aborter(),
      fs: options.fs || nativeFs
    };
    this.joinPath = build$7(this.root, options);
    this.pushDirectory = build$6(this.root, options);
    this.pushFile = build$5(options);
    this.getArray = build$4(options);
    this.groupFiles = build$3(options);
    this.resolveSymlink = build$2(options, this.isSynchronous);
    this.walkDirectory = build(this.isSynchronous);
  }
  start() {
    this.pushDirectory(this.root, this.state.paths, this.state.options.filters);
    this.walkDirectory(this.state, this.root, this.root, this.state.options.maxDepth, this.walk);
    return this.isSynchronous ? this.callbackInvoker(this.state, null) : null;
  }
  walk = (entries, directoryPath, depth) => {
    const { paths, options: { filters, resolveSymlinks: resolveSymlinks$1, excludeSymlinks, exclude, maxFiles, signal: signal2, useRealPaths, pathSeparator }, controller } = this.state;
    if (controller.aborted || signal2 && signal2.aborted || maxFiles && paths.length > maxFiles) return;
    const files = this.getArray(this.state.paths);
    for (let i2 = 0; i2 < entries.length; ++i2) {
      const entry2 = entries[i2];
      if (entry2.isFile() || entry2.isSymbolicLink() && !resolveSymlinks$1 && !excludeSymlinks) {
        const filename = this.joinPath(entry2.name, directoryPath);
        this.pushFile(filename, files, this.state.counts, filters);
      } else if (entry2.isDirectory()) {
        let path = joinDirectoryPath(entry2.name, directoryPath, this.state.options.pathSeparator);
        if (exclude && exclude(entry2.name, path)) continue;
        this.pushDirectory(path, paths, filters);
        this.walkDirectory(this.state, path, path, depth - 1, this.walk);
      } else if (this.resolveSymlink && entry2.isSymbolicLink()) {
        let path = joinPathWithBasePath(entry2.name, directoryPath);
        this.resolveSymlink(path, this.state, (stat3, resolvedPath) => {
          if (stat3.isDirectory()) {
            resolvedPath = normalizePath(resolvedPath, this.state.options);
            if (exclude && exclude(entry2.name, useRealPaths ? resolvedPath : path + pathSeparator)) return;
            this.walkDirectory(this.state, resolvedPath, useRealPaths ? resolvedPath : path + pathSeparator, depth - 1, this.walk);
          } else {
            resolvedPath = useRealPaths ? resolvedPath : path;
            const filename = basename(resolvedPath);
            const directoryPath$1 = normalizePath(dirname(resolvedPath), this.state.options);
            resolvedPath = this.joinPath(filename, directoryPath$1);
            this.pushFile(resolvedPath, files, this.state.counts, filters);
          }
        });
      }
    }
    this.groupFiles(this.state.groups, directoryPath, files);
  };
};
function promise(root2, options) {
  return new Promise((resolve$1, reject) => {
    callback(root2, options, (err2, output) => {
      if (err2) return reject(err2);
      resolve$1(output);
    });
  });
}
function callback(root2, options, callback$1) {
  let walker = new Walker(root2, options, callback$1);
  walker.start();
}
function sync(root2, options) {
  const walker = new Walker(root2, options);
  return walker.start();
}
var APIBuilder = class {
  constructor(root2, options) {
    this.root = root2;
    this.options = options;
  }
  withPromise() {
    return promise(this.root, this.options);
  }
  withCallback(cb) {
    callback(this.root, this.options, cb);
  }
  sync() {
    return sync(this.root, this.options);
  }
};
var pm = null;
try {
  __require2.resolve("picomatch");
  pm = __require2("picomatch");
} catch {
}
var Builder = class {
  globCache = {};
  options = {
    maxDepth: Infinity,
    suppressErrors: true,
    pathSeparator: sep,
    filters: []
  };
  globFunction;
  constructor(options) {
    this.options = {
      ...this.options,
      ...options
    };
    this.globFunction = this.options.globFunction;
  }
  group() {
    this.options.group = true;
    return this;
  }
  withPathSeparator(separator) {
    this.options.pathSeparator = separator;
    return this;
  }
  withBasePath() {
    this.options.includeBasePath = true;
    return this;
  }
  withRelativePaths() {
    this.options.relativePaths = true;
    return this;
  }
  withDirs() {
    this.options.includeDirs = true;
    return this;
  }
  withMaxDepth(depth) {
    this.options.maxDepth = depth;
    return this;
  }
  withMaxFiles(limit2) {
    this.options.maxFiles = limit2;
    return this;
  }
  withFullPaths() {
    this.options.resolvePaths = true;
    this.options.includeBasePath = true;
    return this;
  }
  withErrors() {
    this.options.suppressErrors = false;
    return this;
  }
  withSymlinks({ resolvePaths = true } = {}) {
    this.options.resolveSymlinks = true;
    this.options.useRealPaths = resolvePaths;
    return this.withFullPaths();
  }
  withAbortSignal(signal2) {
    this.options.signal = signal2;
    return this;
  }
  normalize() {
    this.options.normalizePath = true;
    return this;
  }
  filter(predicate) {
    this.options.filters.push(predicate);
    return this;
  }
  onlyDirs() {
    this.options.excludeFiles = true;
    this.options.includeDirs = true;
    return this;
  }
  exclude(predicate) {
    this.options.exclude = predicate;
    return this;
  }
  onlyCounts() {
    this.options.onlyCounts = true;
    return this;
  }
  crawl(root2) {
    return new APIBuilder(root2 || ".", this.options);
  }
  withGlobFunction(fn) {
    this.globFunction = fn;
    return this;
  }
  /**
  * @deprecated Pass options using the constructor instead:
  * ```ts
  * new fdir(options).crawl("/path/to/root");
  * ```
  * This method will be removed in v7.0
  */
  /* c8 ignore next 4 */
  crawlWithOptions(root2, options) {
    this.options = {
      ...this.options,
      ...options
    };
    return new APIBuilder(root2 || ".", this.options);
  }
  glob(...patterns) {
    if (this.globFunction) return this.globWithOptions(patterns);
    return this.globWithOptions(patterns, ...[{ dot: true }]);
  }
  globWithOptions(patterns, ...options) {
    const globFn = this.globFunction || pm;
    if (!globFn) throw new Error("Please specify a glob function to use glob matching.");
    var isMatch = this.globCache[patterns.join("\0")];
    if (!isMatch) {
      isMatch = globFn(patterns, ...options);
      this.globCache[patterns.join("\0")] = isMatch;
    }
    this.options.filters.push((path) => isMatch(path));
    return this;
  }
};

// node_modules/tinyglobby/dist/index.mjs
var import_picomatch = __toESM(require_picomatch2(), 1);
var isReadonlyArray = Array.isArray;
var BACKSLASHES = /\\/g;
var DRIVE_RELATIVE_PATH = /^[A-Za-z]:$/;
var isWin = process.platform === "win32";
var ONLY_PARENT_DIRECTORIES = /^(\/?\.\.)+$/;
function getPartialMatcher(patterns, options = {}) {
  const patternsCount = patterns.length;
  const patternsParts = Array(patternsCount);
  const matchers = Array(patternsCount);
  let i2, j;
  for (i2 = 0; i2 < patternsCount; i2++) {
    const parts = splitPattern(patterns[i2]);
    patternsParts[i2] = parts;
    const partsCount = parts.length;
    const partMatchers = Array(partsCount);
    for (j = 0; j < partsCount; j++) partMatchers[j] = (0, import_picomatch.default)(parts[j], options);
    matchers[i2] = partMatchers;
  }
  return (input) => {
    const inputParts = input.split("/");
    if (inputParts[0] === ".." && ONLY_PARENT_DIRECTORIES.test(input)) return true;
    for (i2 = 0; i2 < patternsCount; i2++) {
      const patternParts = patternsParts[i2];
      const matcher = matchers[i2];
      const inputPatternCount = inputParts.length;
      const minParts = Math.min(inputPatternCount, patternParts.length);
      j = 0;
      while (j < minParts) {
        const part2 = patternParts[j];
        if (part2.includes("/")) return true;
        if (!matcher[j](inputParts[j])) break;
        if (!options.noglobstar && part2 === "**") return true;
        j++;
      }
      if (j === inputPatternCount) return true;
    }
    return false;
  };
}
var WIN32_ROOT_DIR = /^[A-Z]:\/$/i;
var isRoot = isWin ? (p) => WIN32_ROOT_DIR.test(p) : (p) => p === "/";
function buildFormat(cwd, root2, absolute) {
  if (cwd === root2 || root2.startsWith(`${cwd}/`)) {
    if (absolute) {
      const start2 = cwd.length + +!isRoot(cwd);
      return (p, isDir) => p.slice(start2, isDir ? -1 : void 0) || ".";
    }
    const prefix = root2.slice(cwd.length + 1);
    if (prefix) return (p, isDir) => {
      if (p === ".") return prefix;
      const result = `${prefix}/${p}`;
      return isDir ? result.slice(0, -1) : result;
    };
    return (p, isDir) => isDir && p !== "." ? p.slice(0, -1) : p;
  }
  if (absolute) return (p) => posix.relative(cwd, p) || ".";
  return (p) => posix.relative(cwd, `${root2}/${p}`) || ".";
}
function buildRelative(cwd, root2) {
  if (root2.startsWith(`${cwd}/`)) {
    const prefix = root2.slice(cwd.length + 1);
    return (p) => `${prefix}/${p}`;
  }
  return (p) => {
    const result = posix.relative(cwd, `${root2}/${p}`);
    return p[p.length - 1] === "/" && result !== "" ? `${result}/` : result || ".";
  };
}
function ensureNonDriveRelativePath(path) {
  return path.replace(DRIVE_RELATIVE_PATH, (match) => `${match}/`);
}
var splitPatternOptions = { parts: true };
function splitPattern(path) {
  var _result$parts;
  const result = import_picomatch.default.scan(path, splitPatternOptions);
  return ((_result$parts = result.parts) === null || _result$parts === void 0 ? void 0 : _result$parts.length) ? result.parts : [path];
}
var POSIX_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}*?|]|^!|[!+@](?=\()|\\(?![()[\]{}!*+?@|]))/g;
var WIN32_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}]|^!|[!+@](?=\())/g;
var escapePosixPath = (path) => path.replace(POSIX_UNESCAPED_GLOB_SYMBOLS, "\\$&");
var escapeWin32Path = (path) => path.replace(WIN32_UNESCAPED_GLOB_SYMBOLS, "\\$&");
var escapePath = isWin ? escapeWin32Path : escapePosixPath;
function isDynamicPattern(pattern, options) {
  if ((options === null || options === void 0 ? void 0 : options.caseSensitiveMatch) === false) return true;
  const scan = import_picomatch.default.scan(pattern);
  return scan.isGlob || scan.negated;
}
function log(...tasks) {
  console.log(`[tinyglobby ${(/* @__PURE__ */ new Date()).toLocaleTimeString("es")}]`, ...tasks);
}
function ensureStringArray(value) {
  return typeof value === "string" ? [value] : value !== null && value !== void 0 ? value : [];
}
var PARENT_DIRECTORY = /^(\/?\.\.)+/;
var ESCAPING_BACKSLASHES = /\\(?=[()[\]{}!*+?@|])/g;
function normalizePattern(pattern, opts, props, isIgnore) {
  var _PARENT_DIRECTORY$exe;
  const cwd = opts.cwd;
  let result = pattern;
  if (pattern[pattern.length - 1] === "/") result = pattern.slice(0, -1);
  if (result[result.length - 1] !== "*" && opts.expandDirectories) result += "/**";
  const escapedCwd = escapePath(cwd);
  result = isAbsolute(result.replace(ESCAPING_BACKSLASHES, "")) ? posix.relative(escapedCwd, result) : posix.normalize(result);
  const parentDir = (_PARENT_DIRECTORY$exe = PARENT_DIRECTORY.exec(result)) === null || _PARENT_DIRECTORY$exe === void 0 ? void 0 : _PARENT_DIRECTORY$exe[0];
  const parts = splitPattern(result);
  if (parentDir) {
    const n = (parentDir.length + 1) / 3;
    let i2 = 0;
    const cwdParts = escapedCwd.split("/");
    while (i2 < n && parts[i2 + n] === cwdParts[cwdParts.length + i2 - n]) {
      result = result.slice(0, (n - i2 - 1) * 3) + result.slice((n - i2) * 3 + parts[i2 + n].length + 1) || ".";
      i2++;
    }
    const potentialRoot = posix.join(cwd, parentDir.slice(i2 * 3));
    if (potentialRoot[0] !== "." && props.root.length > potentialRoot.length) {
      props.root = ensureNonDriveRelativePath(potentialRoot);
      props.depthOffset = -n + i2;
    }
  }
  if (!isIgnore && props.depthOffset >= 0) {
    var _props$commonPath;
    (_props$commonPath = props.commonPath) !== null && _props$commonPath !== void 0 || (props.commonPath = parts);
    const newCommonPath = [];
    const length = Math.min(props.commonPath.length, parts.length);
    for (let i2 = 0; i2 < length; i2++) {
      const part2 = parts[i2];
      if (part2 === "**" && !parts[i2 + 1]) {
        newCommonPath.pop();
        break;
      }
      if (i2 === parts.length - 1 || part2 !== props.commonPath[i2] || isDynamicPattern(part2)) break;
      newCommonPath.push(part2);
    }
    props.depthOffset = newCommonPath.length;
    props.commonPath = newCommonPath;
    props.root = ensureNonDriveRelativePath(newCommonPath.length > 0 ? posix.join(cwd, ...newCommonPath) : cwd);
  }
  return result;
}
function processPatterns(options, patterns, props) {
  const matchPatterns = [];
  const ignorePatterns = [];
  for (const pattern of options.ignore) {
    if (!pattern) continue;
    if (pattern[0] !== "!" || pattern[1] === "(") ignorePatterns.push(normalizePattern(pattern, options, props, true));
  }
  for (const pattern of patterns) {
    if (!pattern) continue;
    if (pattern[0] !== "!" || pattern[1] === "(") matchPatterns.push(normalizePattern(pattern, options, props, false));
    else if (pattern[1] !== "!" || pattern[2] === "(") ignorePatterns.push(normalizePattern(pattern.slice(1), options, props, true));
  }
  return {
    match: matchPatterns,
    ignore: ignorePatterns
  };
}
function buildCrawler(options, patterns) {
  const cwd = options.cwd;
  const props = {
    root: cwd,
    depthOffset: 0
  };
  const processed = processPatterns(options, patterns, props);
  if (options.debug) log("internal processing patterns:", processed);
  const { absolute, caseSensitiveMatch, debug, dot, followSymbolicLinks, onlyDirectories } = options;
  const root2 = props.root.replace(BACKSLASHES, "");
  const matchOptions = {
    dot,
    nobrace: options.braceExpansion === false,
    nocase: !caseSensitiveMatch,
    noextglob: options.extglob === false,
    noglobstar: options.globstar === false,
    posix: true
  };
  const matcher = (0, import_picomatch.default)(processed.match, matchOptions);
  const ignore = (0, import_picomatch.default)(processed.ignore, matchOptions);
  const partialMatcher = getPartialMatcher(processed.match, matchOptions);
  const format = buildFormat(cwd, root2, absolute);
  const excludeFormatter = absolute ? format : buildFormat(cwd, root2, true);
  const excludePredicate = (_, p) => {
    const relativePath = excludeFormatter(p, true);
    return relativePath !== "." && !partialMatcher(relativePath) || ignore(relativePath);
  };
  let maxDepth;
  if (options.deep !== void 0) maxDepth = Math.round(options.deep - props.depthOffset);
  const crawler = new Builder({
    filters: [debug ? (p, isDirectory) => {
      const path = format(p, isDirectory);
      const matches = matcher(path) && !ignore(path);
      if (matches) log(`matched ${path}`);
      return matches;
    } : (p, isDirectory) => {
      const path = format(p, isDirectory);
      return matcher(path) && !ignore(path);
    }],
    exclude: debug ? (_, p) => {
      const skipped = excludePredicate(_, p);
      log(`${skipped ? "skipped" : "crawling"} ${p}`);
      return skipped;
    } : excludePredicate,
    fs: options.fs,
    pathSeparator: "/",
    relativePaths: !absolute,
    resolvePaths: absolute,
    includeBasePath: absolute,
    resolveSymlinks: followSymbolicLinks,
    excludeSymlinks: !followSymbolicLinks,
    excludeFiles: onlyDirectories,
    includeDirs: onlyDirectories || !options.onlyFiles,
    maxDepth,
    signal: options.signal
  }).crawl(root2);
  if (options.debug) log("internal properties:", {
    ...props,
    root: root2
  });
  return [crawler, cwd !== root2 && !absolute && buildRelative(cwd, root2)];
}
function formatPaths(paths, mapper) {
  if (mapper) for (let i2 = paths.length - 1; i2 >= 0; i2--) paths[i2] = mapper(paths[i2]);
  return paths;
}
var defaultOptions = {
  caseSensitiveMatch: true,
  debug: !!process.env.TINYGLOBBY_DEBUG,
  expandDirectories: true,
  followSymbolicLinks: true,
  onlyFiles: true
};
function getOptions(options) {
  const opts = Object.assign({}, options);
  for (const key in defaultOptions) if (opts[key] === void 0) Object.assign(opts, { [key]: defaultOptions[key] });
  opts.cwd = (opts.cwd instanceof URL ? fileURLToPath(opts.cwd) : resolve2(opts.cwd || process.cwd())).replace(BACKSLASHES, "/");
  opts.ignore = ensureStringArray(opts.ignore);
  opts.fs && (opts.fs = {
    readdir: opts.fs.readdir || readdir,
    readdirSync: opts.fs.readdirSync || readdirSync,
    realpath: opts.fs.realpath || realpath,
    realpathSync: opts.fs.realpathSync || realpathSync,
    stat: opts.fs.stat || stat,
    statSync: opts.fs.statSync || statSync
  });
  if (opts.debug) log("globbing with options:", opts);
  return opts;
}
function getCrawler(globInput, inputOptions = {}) {
  var _ref;
  if (globInput && (inputOptions === null || inputOptions === void 0 ? void 0 : inputOptions.patterns)) throw new Error("Cannot pass patterns as both an argument and an option");
  const isModern = isReadonlyArray(globInput) || typeof globInput === "string";
  const patterns = ensureStringArray((_ref = isModern ? globInput : globInput.patterns) !== null && _ref !== void 0 ? _ref : "**/*");
  const options = getOptions(isModern ? inputOptions : globInput);
  return patterns.length > 0 ? buildCrawler(options, patterns) : [];
}
async function glob(globInput, options) {
  const [crawler, relative3] = getCrawler(globInput, options);
  return crawler ? formatPaths(await crawler.withPromise(), relative3) : [];
}

// src/adapters/node/files-below.ts
var import_picomatch2 = __toESM(require_picomatch2(), 1);
import { chmod, lstat, mkdir, readdir as readdir2, rm, writeFile } from "node:fs/promises";
import { dirname as dirname2, join, relative as relative2, resolve as resolve3, sep as sep2 } from "node:path";
async function listBelow(patterns, directory) {
  const found = /* @__PURE__ */ new Map();
  for (const pattern of patterns) {
    const plain = pattern.replace(/^\.\//, "").replace(/\/+$/, "");
    const matches = (0, import_picomatch2.default)([plain, `${plain}/**`], { dot: true });
    for (const path of await walk(directory, import_picomatch2.default.scan(plain).base)) {
      if (!matches(path)) continue;
      const entry2 = await lstat(join(directory, path));
      const link = entry2.isSymbolicLink();
      found.set(path, { path, bytes: entry2.size, executable: (entry2.mode & 64) !== 0, link });
    }
  }
  return [...found.values()].sort((a, b) => a.path < b.path ? -1 : 1);
}
async function walk(directory, path) {
  const at = path === "." || path === "" ? "" : path;
  const entry2 = await lstat(join(directory, at)).catch(() => null);
  if (entry2 === null) return [];
  if (!entry2.isDirectory()) return entry2.isFile() || entry2.isSymbolicLink() ? [at] : [];
  const names = await readdir2(join(directory, at));
  const below = names.filter((name) => name !== ".git").map((name) => at === "" ? name : `${at}/${name}`);
  return (await Promise.all(below.map((name) => walk(directory, name)))).flat();
}
async function writeBelow(directory, path, content, executable) {
  const target = resolve3(directory, path);
  const parts = relative2(directory, target).split(sep2);
  if (parts[0] === ".." || parts[0] === "" || resolve3(directory, parts.join(sep2)) !== target)
    throw new ReadError(`${path} lies outside of it`);
  let at = directory;
  for (const part2 of parts) {
    at = join(at, part2);
    const entry2 = await lstat(at).catch(() => null);
    if (entry2?.isSymbolicLink()) throw new ReadError(`${relative2(directory, at)} is a link there`);
    if (entry2 !== null && at !== target && !entry2.isDirectory())
      throw new ReadError(`${relative2(directory, at)} is a file there`);
    if (at === target && entry2?.isDirectory()) throw new ReadError(`${path} is a directory there`);
  }
  await mkdir(dirname2(target), { recursive: true });
  await rm(target, { force: true });
  await writeFile(target, content, { flag: "wx" });
  if (executable) await chmod(target, 493);
}

// src/adapters/node/text-chunks.ts
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
async function textChunks(path) {
  const handle = await open(path);
  const magic = new Uint8Array(2);
  try {
    if ((await handle.stat()).isDirectory()) throw Object.assign(new Error("a directory"), { code: "EISDIR" });
    await handle.read(magic, 0, 2, 0);
  } finally {
    await handle.close();
  }
  const zipped = magic[0] === 31 && magic[1] === 139;
  return decoded(path, zipped);
}
async function* decoded(path, zipped) {
  const decoder = new TextDecoder("utf-8");
  const file = createReadStream(path);
  const bytes = zipped ? file.pipe(createGunzip()) : file;
  try {
    for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  } catch (error) {
    throw new ReadError(
      `${path}: ${error instanceof Error ? error.message : String(error)}`,
      "Is the file whole?"
    );
  }
  yield decoder.decode();
}

// src/adapters/node/files.ts
var absent = /* @__PURE__ */ new Set(["ENOENT", "ENOTDIR", "EISDIR"]);
function nodeFiles(cwd, temporaryRoot = tmpdir()) {
  const at = (path) => resolve4(cwd, path);
  const readBytes = async (path) => {
    try {
      return await readFile(at(path));
    } catch (error) {
      if (absent.has(codeOf(error))) return null;
      throw error;
    }
  };
  return {
    readBytes,
    async chunks(path) {
      try {
        return await textChunks(at(path));
      } catch (error) {
        if (absent.has(codeOf(error))) return null;
        throw error;
      }
    },
    read: async (path) => (await readBytes(path))?.toString("utf8") ?? null,
    async write(path, content) {
      const target = at(path);
      await mkdir2(dirname3(target), { recursive: true });
      const draft = `${target}.${randomBytes(4).toString("hex")}.tmp`;
      try {
        await writeFile2(draft, content);
        await rename(draft, target);
      } catch (error) {
        await rm2(draft, { force: true });
        throw error;
      }
    },
    exists: (path) => stat2(at(path)).then(
      () => true,
      () => false
    ),
    modified: (path) => stat2(at(path)).then(
      ({ mtimeMs }) => mtimeMs,
      () => null
    ),
    async glob(patterns, directory) {
      const found = await glob([...patterns], {
        cwd: at(directory),
        onlyFiles: true,
        expandDirectories: false
      });
      return found.sort();
    },
    list: (patterns, directory) => listBelow(patterns, at(directory)),
    writeBelow: (directory, ...file) => writeBelow(at(directory), ...file),
    remove: (path) => rm2(at(path), { recursive: true, force: true, maxRetries: 3 }),
    async temporary(prefix, beside) {
      await mkdir2(temporaryRoot, { recursive: true });
      const usual = await realpath2(temporaryRoot);
      if (beside !== void 0 && await device(usual) !== await device(at(beside))) {
        try {
          return await mkdtemp(join2(dirname3(await realpath2(at(beside))), prefix));
        } catch {
        }
      }
      return mkdtemp(join2(usual, prefix));
    }
  };
}
var device = (path) => stat2(path).then(
  ({ dev }) => dev,
  () => null
);
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

// src/adapters/node/git-command.ts
import { spawnSync as spawnSync2 } from "node:child_process";

// src/adapters/node/program.ts
import { spawn as spawn2 } from "node:child_process";
import { randomBytes as randomBytes2 } from "node:crypto";
import { existsSync } from "node:fs";
import { Socket } from "node:net";
import { performance as performance3 } from "node:perf_hooks";

// src/adapters/node/ending.ts
var signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
var cleanUps = /* @__PURE__ */ new Set();
function runAll() {
  for (const cleanUp of [...cleanUps].reverse()) {
    cleanUps.delete(cleanUp);
    try {
      cleanUp();
    } catch {
    }
  }
  stopListening();
}
function onSignal(name) {
  runAll();
  process.kill(process.pid, name);
  process.exit(128 + signals[name]);
}
function listen() {
  process.on("exit", runAll);
  for (const name of Object.keys(signals)) process.on(name, onSignal);
}
function stopListening() {
  process.off("exit", runAll);
  for (const name of Object.keys(signals)) process.off(name, onSignal);
}
function onExit(cleanUp) {
  const registered = () => cleanUp();
  if (cleanUps.size === 0) listen();
  cleanUps.add(registered);
  return () => {
    cleanUps.delete(registered);
    if (cleanUps.size === 0) stopListening();
  };
}

// src/adapters/node/monitor.ts
import { availableParallelism, loadavg } from "node:os";
import { performance as performance2 } from "node:perf_hooks";
import { setTimeout as pause3 } from "node:timers/promises";

// src/adapters/node/cgroup.ts
import { readFileSync } from "node:fs";
var root = "/sys/fs/cgroup";
var noLimit = 2 ** 60;
function readText(path) {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return null;
  }
}
function groupOf(read2 = readText) {
  const lines = (read2("/proc/self/cgroup") ?? "").split("\n").map((line) => line.split(":"));
  const unified = lines.find(([id, controllers]) => id === "0" && controllers === "");
  const pathOf = (controller) => lines.find(([, controllers = ""]) => controllers.split(",").includes(controller))?.[2];
  const memoryPath = pathOf("memory");
  return memoryPath === void 0 ? version2(inDirectory(read2, root, unified?.[2])) : version1(
    inDirectory(read2, `${root}/memory`, memoryPath),
    inDirectory(read2, `${root}/cpu`, pathOf("cpu"))
  );
}
function inDirectory(read2, mount, path = "/") {
  return (name) => read2(`${mount}${path === "/" ? "" : path}/${name}`) ?? read2(`${mount}/${name}`);
}
function version2(read2) {
  const micros = entry(read2("cpu.stat"), "throttled_usec");
  return group({
    limit: number(read2("memory.max")),
    used: number(read2("memory.current")),
    cache: entry(read2("memory.stat"), "inactive_file"),
    peak: number(read2("memory.peak")),
    throttled: micros === null ? null : micros / 1e6
  });
}
function version1(memory, cpu) {
  const nanos = entry(cpu("cpu.stat"), "throttled_time");
  return group({
    limit: number(memory("memory.limit_in_bytes")),
    used: number(memory("memory.usage_in_bytes")),
    cache: entry(memory("memory.stat"), "total_inactive_file"),
    peak: number(memory("memory.max_usage_in_bytes")),
    throttled: nanos === null ? null : nanos / 1e9
  });
}
function group(found) {
  const { limit: limit2, used, cache, peak, throttled } = found;
  return {
    // Pages of files that nobody uses are given back before anything is ended.
    ...limit2 === null || used === null || limit2 >= noLimit ? {} : { available: Math.max(0, limit2 - used + (cache ?? 0)) },
    ...peak === null ? {} : { peakMemory: peak },
    ...throttled === null ? {} : { throttled }
  };
}
function number(text) {
  return text !== null && /^\d+\s*$/.test(text) ? Number(text) : null;
}
function entry(text, name) {
  const [, value] = new RegExp(`^${name} (\\d+)$`, "m").exec(text ?? "") ?? [];
  return value === void 0 ? null : Number(value);
}

// src/adapters/node/proc.ts
import { readdirSync as readdirSync2 } from "node:fs";
import { cpus, freemem } from "node:os";
var ticksPerSecond = 100;
var mostThreads = 64;
function count(directory) {
  try {
    return readdirSync2(directory).length;
  } catch {
    return 0;
  }
}
function field(status, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
}
function processState(pid) {
  const stat3 = readText(`/proc/${pid}/stat`);
  const status = readText(`/proc/${pid}/status`);
  if (stat3 === null || status === null) return null;
  const fields = stat3.slice(stat3.lastIndexOf(")") + 2).split(" ");
  const at = (number2) => Number(fields[number2 - 3] ?? 0);
  const threads2 = at(20);
  const io = readText(`/proc/${pid}/io`);
  return {
    pid,
    parent: at(4),
    startedAt: at(22),
    cpu: (at(14) + at(15)) / ticksPerSecond,
    childrenCpu: (at(16) + at(17)) / ticksPerSecond,
    memory: field(status, "VmRSS") * 1024,
    peakMemory: field(status, "VmHWM") * 1024,
    threads: threads2,
    descriptors: count(`/proc/${pid}/fd`),
    switches: threads2 > mostThreads ? switchesIn(status) : threadSwitches(pid, status),
    io: io === null ? null : { read: field(io, "read_bytes"), written: field(io, "write_bytes") }
  };
}
var switchesIn = (status) => field(status, "voluntary_ctxt_switches") + field(status, "nonvoluntary_ctxt_switches");
function threadSwitches(pid, status) {
  let sum2 = 0;
  try {
    for (const thread of readdirSync2(`/proc/${pid}/task`))
      sum2 += switchesIn(readText(`/proc/${pid}/task/${thread}/status`) ?? "");
    return sum2;
  } catch {
    return switchesIn(status);
  }
}
function machineTicks() {
  const line = /^cpu\s+(.+)$/m.exec(readText("/proc/stat") ?? "")?.[1];
  if (line === void 0) return portableTicks();
  const ticks = line.split(/\s+/).slice(0, 8).map(Number);
  const all = ticks.reduce((sum2, each) => sum2 + each, 0);
  return { all, idle: (ticks[3] ?? 0) + (ticks[4] ?? 0), steal: ticks[7] ?? 0 };
}
function portableTicks() {
  const times = cpus().map((core) => core.times);
  const sum2 = (values) => values.reduce((total, each) => total + each, 0);
  return { all: sum2(times.map((each) => sum2(Object.values(each)))), idle: sum2(times.map(({ idle }) => idle)) };
}
function availableMemory() {
  const kilobytes = /^MemAvailable:\s+(\d+)/m.exec(readText("/proc/meminfo") ?? "")?.[1];
  const machine2 = kilobytes === void 0 ? freemem() : Number(kilobytes) * 1024;
  return Math.min(machine2, groupOf().available ?? machine2);
}

// node_modules/pidtree/index.js
import { promisify as promisify2 } from "node:util";

// node_modules/pidtree/lib/get.js
import os from "node:os";

// node_modules/pidtree/lib/bin.js
import { spawn } from "node:child_process";
function stripStderr(stderr) {
  if (!stderr) return;
  stderr = stderr.trim();
  const regex = /your \d+x\d+ screen size is bogus\. expect trouble/gi;
  stderr = stderr.replaceAll(regex, "");
  return stderr.trim();
}
function run(cmd, args, options, done) {
  if (typeof options === "function") {
    done = options;
    options = void 0;
  }
  let executed = false;
  const child = spawn(cmd, args, options);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data) => {
    stdout += data.toString();
  });
  child.stderr.on("data", (data) => {
    stderr += data.toString();
  });
  child.on("error", (error) => {
    if (executed) return;
    executed = true;
    done(error);
  });
  child.on("close", (code) => {
    if (executed) return;
    executed = true;
    stderr = stripStderr(stderr);
    if (stderr) {
      done(new Error(stderr));
      return;
    }
    done(null, stdout, code);
  });
}

// node_modules/pidtree/lib/parse.js
function parse(stdout) {
  const list = [];
  for (const rawLine of stdout.split(/\r*\n/)) {
    const line = rawLine.trim();
    if (!line) continue;
    const [rawPpid, rawPid] = line.split(/\s+/);
    const ppid = Number.parseInt(rawPpid, 10);
    const pid = Number.parseInt(rawPid, 10);
    if (Number.isNaN(ppid) || Number.isNaN(pid)) continue;
    list.push([ppid, pid]);
  }
  return list;
}

// node_modules/pidtree/lib/ps.js
function ps(callback2, run2 = run) {
  run2("ps", ["-A", "-o", "ppid,pid"], (error, stdout, code) => {
    if (error) {
      callback2(error);
      return;
    }
    if (code !== 0) {
      callback2(new Error("pidtree ps command exited with code " + code));
      return;
    }
    try {
      callback2(null, parse(stdout));
    } catch (error2) {
      callback2(error2);
    }
  });
}

// node_modules/pidtree/lib/wmic.js
function wmic(callback2, run2 = run) {
  const args = ["PROCESS", "get", "ParentProcessId,ProcessId"];
  const options = { windowsHide: true, windowsVerbatimArguments: true };
  run2("wmic", args, options, (error, stdout, code) => {
    if (error) {
      callback2(error);
      return;
    }
    if (code !== 0) {
      callback2(new Error("pidtree wmic command exited with code " + code));
      return;
    }
    try {
      callback2(null, parse(stdout));
    } catch (error2) {
      callback2(error2);
    }
  });
}

// node_modules/pidtree/lib/powershell.js
var COMMAND = `$ProgressPreference = 'SilentlyContinue'; Get-CimInstance -ClassName Win32_Process | ForEach-Object { "$($_.ParentProcessId) $($_.ProcessId)" }`;
var ENCODED = Buffer.from(COMMAND, "utf16le").toString("base64");
function powershell(callback2, run2 = run) {
  const args = ["-NoProfile", "-NonInteractive", "-EncodedCommand", ENCODED];
  const options = { windowsHide: true };
  run2("powershell", args, options, (error, stdout, code) => {
    if (error) {
      callback2(error);
      return;
    }
    if (code !== 0) {
      callback2(
        new Error("pidtree powershell command exited with code " + code)
      );
      return;
    }
    try {
      callback2(null, parse(stdout));
    } catch (error2) {
      callback2(error2);
    }
  });
}

// node_modules/pidtree/lib/get.js
var platformToMethod = {
  darwin: "ps",
  sunos: "ps",
  freebsd: "ps",
  netbsd: "ps",
  win: "win",
  linux: "ps",
  aix: "ps"
};
var platform = os.platform();
if (platform.startsWith("win")) {
  platform = "win";
}
var method = platformToMethod[platform];
function getWindows(callback2, wmicFn = wmic, powershellFn = powershell) {
  wmicFn((error, list) => {
    if (error && error.code === "ENOENT") {
      powershellFn(callback2);
      return;
    }
    callback2(error, list);
  });
}
function get(callback2) {
  if (method === void 0) {
    callback2(
      new Error(
        os.platform() + " is not supported yet, please open an issue (https://github.com/simonepri/pidtree)"
      )
    );
    return;
  }
  if (method === "win") {
    getWindows(callback2);
    return;
  }
  ps(callback2);
}

// node_modules/pidtree/lib/pidtree.js
function pidtreeCallback(pid, options, callback2) {
  if (typeof options === "function") {
    callback2 = options;
    options = {};
  }
  if (typeof options !== "object" || options === null) {
    options = {};
  }
  pid = Number.parseInt(pid, 10);
  if (Number.isNaN(pid) || pid < -1) {
    callback2(new TypeError("The pid provided is invalid"));
    return;
  }
  get((error, list) => {
    if (error) {
      callback2(error);
      return;
    }
    if (pid === -1) {
      const all = list.map(
        (entry2) => options.advanced ? { ppid: entry2[0], pid: entry2[1] } : entry2[1]
      );
      callback2(null, all);
      return;
    }
    let root2;
    for (const entry2 of list) {
      if (entry2[1] === pid) {
        root2 = options.advanced ? { ppid: entry2[0], pid } : pid;
        break;
      }
      if (entry2[0] === pid) {
        root2 = options.advanced ? { pid } : pid;
      }
    }
    if (root2 === void 0) {
      callback2(new Error("No matching pid found"));
      return;
    }
    const tree = {};
    for (const [parentPid, childPid] of list) {
      if (tree[parentPid]) {
        tree[parentPid].push(childPid);
      } else {
        tree[parentPid] = [childPid];
      }
    }
    const pids = [root2];
    let index = 0;
    while (index < pids.length) {
      const current = options.advanced ? pids[index].pid : pids[index];
      index++;
      const children = tree[current];
      if (!children) continue;
      for (const childPid of children) {
        pids.push(options.advanced ? { ppid: current, pid: childPid } : childPid);
      }
      delete tree[current];
    }
    if (!options.root) {
      pids.shift();
    }
    callback2(null, pids);
  });
}

// node_modules/pidtree/index.js
var pidtreeAsync = promisify2(pidtreeCallback);
function pidtree(pid, options, callback2) {
  if (typeof options === "function") {
    callback2 = options;
    options = void 0;
  }
  if (typeof callback2 === "function") {
    pidtreeCallback(pid, options, callback2);
    return;
  }
  return pidtreeAsync(pid, options);
}
var pidtree_default = pidtree;

// src/adapters/node/process-table.ts
var import_pidusage = __toESM(require_pidusage(), 1);

// src/adapters/node/process-tree.ts
import { spawnSync } from "node:child_process";
import { readdirSync as readdirSync3, readFileSync as readFileSync2 } from "node:fs";
import { setTimeout as pause2 } from "node:timers/promises";
var marker = "PERF_GATE_TRIAL";
function processes() {
  let names;
  try {
    names = readdirSync3("/proc");
  } catch {
    return null;
  }
  return names.flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat3 = readFileSync2(`/proc/${name}/stat`, "latin1");
      const [state, parent, group2, session] = stat3.slice(stat3.lastIndexOf(")") + 2).split(" ");
      if (state === void 0 || "ZXx".includes(state)) return [];
      return [{ pid: Number(name), parent: Number(parent), group: Number(group2), session: Number(session) }];
    } catch {
      return [];
    }
  });
}
function carriesMarker(pid, id) {
  try {
    return readFileSync2(`/proc/${pid}/environ`, "latin1").includes(`${marker}=${id}\0`);
  } catch {
    return false;
  }
}
function members({ root: root2, id }) {
  const all = processes();
  if (all === null || all.length === 0) return null;
  const children = /* @__PURE__ */ new Map();
  for (const { pid, parent } of all) children.set(parent, [...children.get(parent) ?? [], pid]);
  const found = /* @__PURE__ */ new Set();
  const visit = (pid) => {
    if (found.has(pid) || pid === process.pid) return;
    found.add(pid);
    for (const child of children.get(pid) ?? []) visit(child);
  };
  for (const { pid, group: group2, session } of all)
    if (pid === root2 || group2 === root2 || session === root2 || carriesMarker(pid, id)) visit(pid);
  return [...found];
}
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
  }
}
function killTree(tree) {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(tree.root), "/T", "/F"], { stdio: "ignore", windowsHide: true });
    return;
  }
  for (let look = 0; look < 20; look += 1) {
    const found = members(tree);
    if (found === null) signal(-tree.root, "SIGKILL");
    if (found === null || found.length === 0) return;
    for (const pid of found.reverse()) signal(pid, "SIGKILL");
  }
}
async function membersAnywhere(tree) {
  const found = members(tree);
  if (found !== null) return found;
  const running = (pid) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  const below = await pidtree_default(tree.root).catch(() => []);
  return [tree.root, ...below].filter(running);
}
async function endTree(tree, grace2) {
  if (process.platform === "win32") return killTree(tree);
  const asked = /* @__PURE__ */ new Set();
  const steps2 = Math.ceil(grace2 / 0.02);
  for (let step = 0; step < steps2; step += 1) {
    const found = await membersAnywhere(tree);
    if (found.length === 0) break;
    for (const pid of found) {
      if (!asked.has(pid)) signal(pid, "SIGTERM");
      asked.add(pid);
    }
    await pause2(20);
  }
  for (const pid of await membersAnywhere(tree)) signal(pid, "SIGKILL");
  killTree(tree);
}

// src/adapters/node/process-table.ts
var linuxTable = (tree) => members(tree)?.flatMap((pid) => processState(pid) ?? []) ?? null;
var portableTable = async ({ root: root2 }) => {
  const below = await pidtree_default(root2).catch(() => []);
  const found = await Promise.all([root2, ...below].map((pid) => (0, import_pidusage.default)(pid).catch(() => null)));
  return found.flatMap(
    (usage) => usage === null ? [] : [
      {
        pid: usage.pid,
        parent: usage.ppid,
        // Milliseconds since the process began are told; when it began is the same at every look, within a second.
        startedAt: Math.round((usage.timestamp - usage.elapsed) / 1e3),
        cpu: usage.ctime / 1e3,
        childrenCpu: 0,
        memory: usage.memory
      }
    ]
  );
};
var processTable = process.platform === "linux" ? linuxTable : portableTable;

// src/adapters/node/monitor.ts
var looksForGone = 10;
function watchTree(tree, interval, { running = false, table = processTable } = {}) {
  const startedAt = performance2.now();
  const atStart = { ticks: machineTicks(), group: groupOf() };
  const seen = /* @__PURE__ */ new Map();
  const most = /* @__PURE__ */ new Map();
  let peakMemory = 0;
  let processes2 = 0;
  let samples = 0;
  let memorySum = 0;
  let available = availableMemory();
  let hidden = false;
  let looking = null;
  function look() {
    if (looking !== null) return;
    const states = table(tree);
    if (states instanceof Promise)
      looking = states.then(take).finally(() => {
        looking = null;
      });
    else take(states);
  }
  function take(states) {
    hidden = states === null;
    if (states === null) return;
    const isFirst = samples === 0;
    const present2 = new Set(states.map(({ pid }) => pid));
    for (const each of seen.values()) {
      if (each.alive && !present2.has(each.state.pid)) each.inParent = present2.has(each.state.parent);
      each.alive = false;
    }
    for (const state of states) {
      const key = `${state.pid} ${state.startedAt}`;
      const before = seen.get(key)?.before ?? (running && isFirst ? state : null);
      seen.set(key, { state, before, alive: true, inParent: false });
    }
    available = Math.min(available, availableMemory());
    if (states.length === 0) return;
    samples += 1;
    const memory = sum(states, (state) => state.memory) ?? 0;
    memorySum += memory;
    peakMemory = Math.max(peakMemory, memory, ...states.map((state) => state.peakMemory ?? 0));
    processes2 = Math.max(processes2, states.length);
    for (const figure of [threads, descriptors]) {
      const now = sum(states, figure);
      if (now !== void 0) most.set(figure, Math.max(most.get(figure) ?? 0, now));
    }
  }
  function used(figure, which = () => true) {
    const values = [...seen.values()].filter(which).flatMap(({ state, before }) => {
      const now = figure(state);
      return now === void 0 ? [] : [Math.max(0, now - (before === null ? 0 : figure(before) ?? 0))];
    });
    return values.length === 0 ? void 0 : values.reduce((all, each) => all + each, 0);
  }
  async function lookOnce() {
    await looking;
    look();
    await looking;
  }
  look();
  const timer = setInterval(look, Math.max(1, interval * 1e3));
  timer.unref();
  return {
    async stop() {
      const elapsed = (performance2.now() - startedAt) / 1e3;
      clearInterval(timer);
      await lookOnce();
      const living = () => [...seen.values()].filter(({ alive }) => alive).length;
      for (let again = 0; !running && living() > 0 && again < looksForGone; again += 1) {
        await pause3(20);
        await lookOnce();
      }
      const left = living();
      const counted = ({ inParent }) => !inParent;
      return {
        elapsed,
        samples,
        cpu: used((state) => state.cpu + state.childrenCpu, counted) ?? 0,
        peakMemory,
        meanMemory: samples === 0 ? 0 : memorySum / samples,
        processes: processes2,
        ...present("threads", most.get(threads)),
        ...present("descriptors", most.get(descriptors)),
        ...present(
          "switches",
          used((state) => state.switches)
        ),
        ...present(
          "read",
          used((state) => state.io?.read, counted)
        ),
        ...present(
          "written",
          used((state) => state.io?.written, counted)
        ),
        machine: machine(atStart, available),
        notices: noticesOf({ samples, hidden, partly: !most.has(threads), left: running ? 0 : left })
      };
    }
  };
}
var threads = (state) => state.threads;
var descriptors = (state) => state.descriptors;
function sum(states, figure) {
  const values = states.flatMap((state) => figure(state) ?? []);
  return values.length === 0 ? void 0 : values.reduce((all, each) => all + each, 0);
}
function present(name, value) {
  return value === void 0 ? {} : { [name]: value };
}
function noticesOf({
  samples,
  hidden,
  partly,
  left
}) {
  if (hidden)
    return [
      {
        code: "not-watched",
        message: "Its processes could not be watched: /proc is missing or hidden here. Only the machine and what Node.js says of itself are known.",
        fix: "Mount /proc, without `hidepid`, where perf-gate runs."
      }
    ];
  if (samples === 0)
    return [
      {
        code: "not-watched",
        message: "It ended before anybody could look at it: its threads, descriptors and I/O are unknown."
      }
    ];
  return [...partly ? [partlyWatched] : [], ...leftBehind(left)];
}
var partlyWatched = {
  code: "partly-watched",
  message: "This system tells CPU time and memory of processes at the moment of each look: peaks between two looks, threads, descriptors, context switches and I/O are unknown.",
  fix: "Measure on Linux to know them."
};
function leftBehind(left) {
  if (left === 0) return [];
  const message = `It left ${left} ${left === 1 ? "process" : "processes"} behind when it ended: what they took until then counts, and they were ended.`;
  return [{ code: "left-behind", message, fix: "Let the command wait for what it starts." }];
}
function machine({
  ticks,
  group: group2
}, available) {
  const end = machineTicks();
  const all = end.all - ticks.all;
  const now = groupOf();
  const stolen = end.steal === void 0 || ticks.steal === void 0 ? void 0 : end.steal - ticks.steal;
  return {
    cores: availableParallelism(),
    ...all <= 0 ? {} : { busy: Math.max(0, 1 - (end.idle - ticks.idle) / all) },
    ...all <= 0 || stolen === void 0 ? {} : { steal: Math.max(0, stolen / all) },
    load: loadavg()[0] ?? 0,
    available,
    ...now.peakMemory !== void 0 && now.peakMemory > (group2.peakMemory ?? now.peakMemory) ? { groupPeak: now.peakMemory } : {},
    ...now.throttled === void 0 ? {} : { throttled: Math.max(0, now.throttled - (group2.throttled ?? now.throttled)) }
  };
}

// src/adapters/node/tail.ts
function tail(limit2) {
  let older = [];
  let younger = [];
  let youngerLength = 0;
  let total = 0;
  return {
    add(chunk) {
      if (youngerLength >= limit2) {
        older = younger;
        younger = [];
        youngerLength = 0;
      }
      younger.push(chunk);
      youngerLength += chunk.length;
      total += chunk.length;
    },
    text() {
      const held = Buffer.concat([...older, ...younger]);
      let start2 = Math.max(0, held.length - limit2);
      for (let skipped = 0; total > limit2 && skipped < 3 && ((held[start2] ?? 0) & 192) === 128; skipped += 1)
        start2 += 1;
      return held.subarray(start2).toString("utf8");
    },
    truncated: () => total > limit2
  };
}

// src/adapters/node/program.ts
var grace = 2;
var defaultKeep = 2 ** 20;
var longest = 2 ** 31 - 1;
async function runProgram(program) {
  const id = randomBytes2(8).toString("hex");
  const started = performance3.now();
  const child = start(program, id);
  if (child instanceof Error) return neverRan(program, child);
  const keep3 = program.keep ?? defaultKeep;
  const stdout = drain(child.stdout, keep3, program.heard);
  const stderr = drain(child.stderr, keep3, program.heard);
  const report2 = drain(child.stdio[3], keep3);
  child.stdin?.on("error", () => {
  });
  child.stdin?.end(program.input);
  const tree = child.pid === void 0 ? null : { root: child.pid, id };
  const watching = tree === null || program.monitor === void 0 ? void 0 : watchTree(tree, program.monitor);
  const callOff = tree === null ? () => {
  } : onExit(() => killTree(tree));
  let timedOut = false;
  let ending;
  const end = () => {
    if (tree !== null) ending ??= endTree(tree, grace);
  };
  const outOfTime = () => {
    timedOut = true;
    end();
  };
  if (tree !== null) program.started?.(tree, end);
  const channel = child.stdio[3];
  if (channel instanceof Socket) program.talk?.(channel, end);
  const timer = program.timeout === void 0 ? void 0 : setTimeout(outOfTime, Math.min(program.timeout * 1e3, longest));
  try {
    const { exitCode, signal: signal2, error } = await ended(child);
    program.ended?.();
    const wall = (performance3.now() - started) / 1e3;
    clearTimeout(timer);
    const resources = await watching?.stop();
    if (error !== null) return neverRan(program, error);
    if (program.sweep) end();
    await ending;
    await Promise.all([stdout.done(), stderr.done(), report2.done()]);
    return {
      exitCode,
      signal: signal2,
      timedOut,
      wall,
      stdout: stdout.tail.text(),
      stderr: stderr.tail.text(),
      truncated: stdout.tail.truncated() || stderr.tail.truncated(),
      report: report2.tail.text(),
      ...resources === void 0 ? {} : { resources }
    };
  } finally {
    callOff();
  }
}
function start(program, id) {
  try {
    return spawn2(program.file, program.args, {
      cwd: program.cwd,
      // The marker has one length for all: the size of the environment moves the stack, and with it the time.
      env: { ...program.env, [marker]: id },
      stdio: [
        program.input === void 0 ? "ignore" : "pipe",
        "pipe",
        "pipe",
        program.report || program.talk ? "pipe" : "ignore"
      ],
      detached: process.platform !== "win32",
      windowsHide: true,
      shell: program.shell ?? false
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
function neverRan(program, error) {
  const where = existsSync(program.cwd) ? "" : `: there is no directory ${program.cwd}`;
  const stderr = `perf-gate: cannot run ${program.file}${where || `: ${error.message}`}
`;
  const empty2 = { signal: null, timedOut: false, truncated: false, stdout: "", report: "", wall: 0 };
  return { ...empty2, exitCode: 127, stderr };
}
function ended(child) {
  return new Promise((resolve6) => {
    child.on("error", (error) => {
      if (child.pid === void 0) resolve6({ exitCode: null, signal: null, error });
    });
    child.once("exit", (exitCode, signal2) => resolve6({ exitCode, signal: signal2, error: null }));
  });
}
function drain(stream, keep3, heard) {
  const kept = tail(keep3);
  if (!(stream instanceof Socket)) return { tail: kept, done: async () => {
  } };
  let reads = 0;
  let open2 = true;
  stream.on("data", (chunk) => {
    reads += 1;
    kept.add(chunk);
    heard?.(chunk);
  });
  stream.on("error", () => {
  });
  const closed = new Promise((resolve6) => {
    stream.on("close", () => {
      open2 = false;
      resolve6();
    });
  });
  const silent = async () => {
    for (let seen = -1; open2 && seen !== reads; ) {
      seen = reads;
      await new Promise((resolve6) => setTimeout(resolve6, 50).unref());
    }
    stream.unref();
  };
  return { tail: kept, done: () => Promise.race([closed, silent()]) };
}

// src/adapters/node/git-command.ts
var settings = [
  "core.hooksPath=/dev/null",
  "advice.detachedHead=false",
  "gc.auto=0",
  "maintenance.auto=false"
];
var inherited = /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR)$/;
var limit = 600;
var keep = 2 ** 26;
function gitCommand({ cwd, env }) {
  const environment = {};
  for (const [name, value] of Object.entries(env))
    if (value !== void 0 && !inherited.test(name)) environment[name] = value;
  Object.assign(environment, { LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0" });
  const options = settings.flatMap((setting) => ["-c", setting]);
  const ask = async (args, directory = cwd, more = {}) => {
    const program = {
      file: "git",
      args: [...options, ...args],
      cwd: directory,
      env: { ...environment, ...more.env },
      timeout: limit,
      keep,
      ...more.input === void 0 ? {} : { input: more.input }
    };
    const { exitCode, stdout, stderr, timedOut } = await runProgram(program);
    return {
      ok: exitCode === 0,
      stdout: stdout.trim(),
      stderr: timedOut ? `no answer within ${limit} seconds` : stderr.trim()
    };
  };
  return {
    ask,
    async answer(...args) {
      const { ok, stdout } = await ask(args);
      return ok ? stdout : null;
    },
    async must(...args) {
      const { ok, stdout, stderr } = await ask(args);
      if (!ok) throw new MeasureError(`git ${args.join(" ")} failed: ${stderr}`);
      return stdout;
    },
    atOnce: (...args) => spawnSync2("git", [...options, ...args], { cwd, env: environment, stdio: "ignore", windowsHide: true }).status === 0
  };
}

// src/adapters/node/git-history.ts
import { readFile as readFile2 } from "node:fs/promises";
import { resolve as resolvePath } from "node:path";
var steps = [50, 200, 1e3];
var wholeHistory = "Fetch the whole history: `fetch-depth: 0` for actions/checkout, or `git fetch --unshallow`.";
var lookedThrough = 2e4;
function gitHistory(git, cwd) {
  const shallow = async () => await git.answer("rev-parse", "--is-shallow-repository") === "true";
  const cutOff = async () => {
    if (!await shallow()) return /* @__PURE__ */ new Set();
    const file = await git.must("rev-parse", "--git-path", "shallow");
    return new Set((await readFile2(resolvePath(cwd, file), "utf8")).split("\n").filter((line) => line !== ""));
  };
  const complete = async (tips, base) => {
    const cut = await cutOff();
    if (cut.size === 0) return true;
    const above = await git.must("rev-list", ...tips, ...base === null ? [] : [`^${base}`]);
    return !above.split("\n").some((commit) => cut.has(commit));
  };
  const deepen = async (tips, commits) => {
    const depth = commits === void 0 ? "--unshallow" : `--deepen=${commits}`;
    const some = await git.ask(["fetch", "--quiet", "--no-tags", depth, "origin", ...tips]);
    if (some.ok) return;
    const all = await git.ask(["fetch", "--quiet", "--no-tags", depth, "origin"]);
    if (!all.ok)
      throw new MeasureError(
        `The history of this shallow clone is too short, and more could not be fetched from origin: ${all.stderr}`,
        wholeHistory
      );
  };
  const distance = async (ancestor, descendant) => {
    const isAncestor = (await git.ask(["merge-base", "--is-ancestor", ancestor, descendant])).ok;
    if (!isAncestor || !await complete([descendant], ancestor)) return null;
    const count2 = Number(await git.answer("rev-list", "--count", `${ancestor}..${descendant}`));
    return Number.isInteger(count2) ? count2 : null;
  };
  const ranked = async (descendant, candidates, enough) => {
    const args = ["rev-list", `--max-count=${lookedThrough}`, descendant];
    const past = (await git.answer(...args) ?? "").split("\n");
    const distances = [];
    for (const commit of past.filter((one) => candidates.has(one)).slice(0, enough)) {
      const known = await distance(commit, descendant);
      if (known !== null) distances.push([commit, known]);
    }
    return new Map(distances.sort(([, a], [, b]) => a - b));
  };
  return {
    shallow,
    async mergeBase(a, b) {
      for (const commits of [...steps, void 0]) {
        const base = await git.answer("merge-base", a, b) || null;
        if (await complete([a, b], base)) return base;
        await deepen([a, b], commits);
      }
      return await git.answer("merge-base", a, b) || null;
    },
    distance,
    async ancestors(descendant, candidates, enough) {
      const wanted = new Set(candidates);
      const most = Math.min(enough, wanted.size);
      let found = await ranked(descendant, wanted, enough);
      for (const commits of steps) {
        if (found.size >= most || !await shallow()) return found;
        try {
          await deepen([descendant], commits);
        } catch (error) {
          if (error instanceof MeasureError) return found;
          throw error;
        }
        const before = found.size;
        found = await ranked(descendant, wanted, enough);
        if (before > 0 && found.size === before) return found;
      }
      return found;
    }
  };
}

// src/adapters/node/git-worktrees.ts
import { rmSync } from "node:fs";
import { readdir as readdir3, readFile as readFile3, rm as rm3, writeFile as writeFile3 } from "node:fs/promises";
import { dirname as dirname4, join as join3, resolve as resolve5 } from "node:path";
var ownerFile = "perf-gate";
function gitWorktrees(git, cwd) {
  const records = /* @__PURE__ */ new Map();
  const removeWorktree = async (directory, record2 = records.get(directory)) => {
    await git.ask(["worktree", "remove", "--force", "--force", directory]);
    await rm3(directory, { recursive: true, force: true, maxRetries: 3 });
    if (record2 !== void 0) await rm3(record2, { recursive: true, force: true });
    records.delete(directory);
  };
  return {
    async addWorktree(directory, commit) {
      await git.must("worktree", "add", "--quiet", "--detach", "--force", directory, commit);
      const record2 = (await git.ask(["rev-parse", "--absolute-git-dir"], directory)).stdout;
      records.set(directory, record2);
      await writeFile3(join3(record2, ownerFile), String(process.pid));
    },
    async fillSubmodules(directory) {
      const ours = await git.answer("submodule", "status", "--recursive");
      if (ours === null || !ours.split("\n").some((line) => line !== "" && !line.startsWith("-"))) return null;
      const { ok, stderr } = await git.ask(
        ["submodule", "--quiet", "update", "--init", "--recursive"],
        directory
      );
      return ok ? null : stderr;
    },
    removeWorktree: (directory) => removeWorktree(directory),
    async removeStaleWorktrees() {
      const common = await git.answer("rev-parse", "--git-common-dir");
      if (common === null) return;
      const all = resolve5(cwd, common, "worktrees");
      for (const name of await readdir3(all).catch(() => [])) {
        const record2 = join3(all, name);
        const owner = Number(await readFile3(join3(record2, ownerFile), "utf8").catch(() => ""));
        const gitFile = (await readFile3(join3(record2, "gitdir"), "utf8").catch(() => "")).trim();
        if (owner > 0 && !isRunning(owner) && gitFile !== "")
          await removeWorktree(dirname4(gitFile), record2).catch(() => {
          });
      }
    },
    discardWorktree(directory) {
      const record2 = records.get(directory);
      git.atOnce("worktree", "remove", "--force", "--force", directory);
      rmSync(directory, { recursive: true, force: true });
      if (record2 !== void 0) rmSync(record2, { recursive: true, force: true });
      records.delete(directory);
    }
  };
}
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

// src/adapters/node/git.ts
function nodeGit(options) {
  const git = gitCommand(options);
  const history = gitHistory(git, options.cwd);
  const known = (ref) => git.answer("rev-parse", "--verify", "--quiet", "--end-of-options", ref);
  return {
    ...gitWorktrees(git, options.cwd),
    mergeBase: history.mergeBase,
    distance: history.distance,
    ancestors: history.ancestors,
    async root() {
      const { ok, stdout, stderr } = await git.ask(["rev-parse", "--show-toplevel"]);
      if (ok && stdout !== "") return stdout;
      if (/not a git repository|must be run in a work tree/.test(stderr)) return null;
      if (stderr.includes("dubious ownership"))
        throw new MeasureError(
          `git does not trust ${options.cwd}: it belongs to another user.`,
          `Run \`git config --global --add safe.directory "${options.cwd}"\` before perf-gate.`
        );
      throw new MeasureError(
        `git does not answer in ${options.cwd}: ${stderr}`,
        "Install git, or give two folders: `--base-dir` and `--head-dir`."
      );
    },
    prefix: async () => await git.answer("rev-parse", "--show-prefix") ?? "",
    // `./` is what makes a path relative to where we are, not to the root.
    read: (commit, path) => git.answer("cat-file", "blob", `${commit}:./${path}`),
    resolve: (ref) => known(`${ref}^{commit}`),
    async committedAt(commit) {
      const text = await git.answer("cat-file", "commit", commit) ?? "";
      const seconds = /^committer .* (\d+) [+-]\d{4}$/m.exec(text.split("\n\n")[0] ?? "")?.[1];
      return seconds === void 0 ? null : 1e3 * Number(seconds);
    },
    async parents(commit) {
      const text = await git.answer("cat-file", "commit", commit) ?? "";
      const header = text.split("\n\n")[0] ?? "";
      return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id = ""]) => id);
    },
    async defaultBranch() {
      const head = await git.answer("symbolic-ref", "--short", "--quiet", "refs/remotes/origin/HEAD");
      if (head) return head.slice("origin/".length);
      for (const place of ["refs/remotes/origin", "refs/heads"])
        for (const branch of ["main", "master"]) if (await known(`${place}/${branch}`)) return branch;
      return null;
    },
    currentBranch: async () => await git.answer("symbolic-ref", "--short", "--quiet", "HEAD") || null,
    // Files that git does not know yet are as often results as sources: they do not count.
    dirty: async () => Boolean(await git.answer("status", "--porcelain", "--untracked-files=no")),
    async fetch(ref) {
      const isCommit = /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(ref);
      const branch = `+refs/heads/${ref}:refs/remotes/origin/${ref}`;
      const wanted = isCommit ? [ref] : [branch, `+refs/tags/${ref}:refs/tags/${ref}`];
      const shallow = await history.shallow();
      const here = isCommit ? null : await known(`refs/remotes/origin/${ref}`);
      const depth = shallow && !here ? ["--depth=1"] : [];
      for (const refspec of wanted)
        if ((await git.ask(["fetch", "--quiet", "--no-tags", ...depth, "origin", refspec])).ok) return true;
      return false;
    }
  };
}

// src/adapters/node/git-tree-files.ts
var import_picomatch3 = __toESM(require_picomatch2(), 1);
import { mkdtemp as mkdtemp2, rm as rm4 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join4 } from "node:path";
async function treeFiles(git, commit) {
  const blobs = /* @__PURE__ */ new Map();
  const listing = commit === null ? "" : await git.must("ls-tree", "-r", "-z", "--full-tree", commit);
  for (const entry2 of listing.split("\0")) {
    const [, type2, id, path] = /^\d+ (\w+) (\w+)\t([\s\S]+)$/.exec(entry2) ?? [];
    if (type2 === "blob" && id !== void 0 && path !== void 0) blobs.set(path, id);
  }
  const read2 = async (path) => {
    const id = blobs.get(path);
    return id === void 0 ? null : git.must("cat-file", "blob", id);
  };
  return {
    read: read2,
    readBytes: async (path) => {
      const text = await read2(path);
      return text === null ? null : new TextEncoder().encode(text);
    },
    async write(path, content) {
      const input = typeof content === "string" ? content : new TextDecoder().decode(content);
      const { ok, stdout, stderr } = await git.ask(
        ["hash-object", "-w", "--no-filters", "--stdin"],
        void 0,
        { input }
      );
      if (!ok) throw new MeasureError(`git could not store ${path}: ${stderr}`);
      blobs.set(path, stdout);
    },
    async glob(patterns, directory) {
      const matches = (0, import_picomatch3.default)([...patterns]);
      const below = `${directory}/`;
      return [...blobs.keys()].filter((path) => path.startsWith(below) && matches(path.slice(below.length))).map((path) => path.slice(below.length)).sort();
    },
    async remove(path) {
      for (const known of [...blobs.keys()])
        if (known === path || known.startsWith(`${path}/`)) blobs.delete(known);
    },
    async writeTree() {
      const directory = await mkdtemp2(join4(tmpdir2(), "perf-gate-index-"));
      const env = { GIT_INDEX_FILE: join4(directory, "index") };
      try {
        const input = [...blobs].map(([path, id]) => `100644 blob ${id}	${path}\0`).join("");
        const filled = await git.ask(["update-index", "-z", "--index-info"], void 0, { env, input });
        const written = await git.ask(["write-tree"], void 0, { env });
        if (filled.ok && written.ok) return written.stdout;
        throw new MeasureError(`git could not write a tree: ${filled.stderr || written.stderr}`);
      } finally {
        await rm4(directory, { recursive: true, force: true });
      }
    }
  };
}

// src/adapters/node/git-branch.ts
var author = ["AUTHOR", "COMMITTER"].flatMap((role) => [
  [`GIT_${role}_NAME`, "perf-gate"],
  [`GIT_${role}_EMAIL`, "perf-gate@invalid"]
]);
function gitBranch(options) {
  const { branch, credentials, git = gitCommand(options) } = options;
  const ref = `refs/heads/${branch}`;
  const seen = `refs/remotes/origin/${branch}`;
  const known = (name) => git.answer("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`);
  const remote = async () => {
    const url = await git.answer("remote", "get-url", "origin");
    return url ? await credentials?.(git, url) ?? {} : null;
  };
  const state = async (commit, stale) => ({
    commit,
    files: await treeFiles(git, commit),
    ...stale === void 0 ? {} : { stale }
  });
  return {
    async read() {
      const env = await remote();
      if (env === null) return state(await known(ref));
      const listed = await git.ask(["ls-remote", "--quiet", "origin", ref], void 0, { env });
      if (!listed.ok) return state(await known(seen) ?? await known(ref), lastLine(listed.stderr));
      const commit = listed.stdout.split(/\s/)[0] || null;
      if (commit !== null && await known(commit) === null) {
        const args = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "origin", `+${ref}:${seen}`];
        const fetched = await git.ask(args, void 0, { env });
        if (!fetched.ok || await known(commit) === null)
          return state(await known(seen), fetched.ok ? void 0 : lastLine(fetched.stderr));
      }
      return state(commit);
    },
    async replace({ commit: before, files }, message) {
      const tree = await files.writeTree();
      const made = await git.ask(["commit-tree", tree, "-m", message], void 0, {
        env: Object.fromEntries(author)
      });
      if (!made.ok) return { kind: "failed", why: lastLine(made.stderr) };
      const env = await remote();
      if (env === null) {
        const nothing = "0".repeat(made.stdout.length);
        const moved = await git.ask(["update-ref", ref, made.stdout, before ?? nothing]);
        return moved.ok ? { kind: "done" } : refusal(moved.stderr);
      }
      const lease = `--force-with-lease=${ref}:${before ?? ""}`;
      const pushed = await git.ask(
        ["push", "--porcelain", "--no-verify", lease, "origin", `${made.stdout}:${ref}`],
        void 0,
        { env }
      );
      return pushed.ok ? { kind: "done" } : refusal(`${pushed.stdout}
${pushed.stderr}`);
    }
  };
}
var raced = /stale info|cannot lock ref|failed to update ref|unable to update|fetch first|non-fast-forward|reference already exists|but expected/;
function refusal(output) {
  const why = lastLine(output);
  if (/protected branch|GH006|GH013|repository rule|hook declined|denyNonFastForwards/i.test(output))
    return { kind: "protected", why };
  if (/denied|forbidden|error: 40[13]|write access|could not read (username|password)|authentication failed|not allowed to push|read.only/i.test(
    output
  ))
    return { kind: "not-permitted", why };
  if (raced.test(output)) return { kind: "raced" };
  return { kind: "failed", why };
}
function lastLine(output) {
  const lines = output.split("\n").filter((line2) => line2.trim() !== "");
  const telling = lines.find(
    (line2) => /^remote: .*(error|denied|denies|declined|protected|not granted)/i.test(line2)
  );
  const fatal = lines.find((line2) => /^(fatal|error): /.test(line2));
  const rejected = lines.find((line2) => line2.startsWith("!"));
  const line = telling ?? rejected ?? fatal ?? lines.at(-1) ?? "git said nothing";
  return line.replace(/^remote: /, "").replaceAll("	", " ").trim().replace(/\.$/, "");
}

// src/adapters/node/machine.ts
import { readFile as readFile4 } from "node:fs/promises";
import { arch, availableParallelism as availableParallelism2, cpus as cpus2, platform as platform2, release, totalmem, type } from "node:os";
function prettyName(osRelease) {
  const line = /^PRETTY_NAME=(.*)$/m.exec(osRelease)?.[1]?.trim();
  return line?.replace(/^(["'])(.*)\1$/, "$2") || null;
}
var nodeMachine = {
  async facts() {
    const cpu = cpus2()[0]?.model.trim().replace(/\s+/g, " ");
    const osRelease = platform2() === "linux" ? await readFile4("/etc/os-release", "utf8").catch(() => "") : "";
    return {
      ...cpu ? { cpu } : {},
      cores: availableParallelism2(),
      memory: totalmem(),
      os: prettyName(osRelease) ?? type(),
      arch: arch(),
      kernel: release(),
      runtimes: { node: process.versions.node }
    };
  }
};

// src/adapters/node/processes.ts
import { fileURLToPath as fileURLToPath2 } from "node:url";

// src/adapters/node/child-environment.ts
var secretNames = /* @__PURE__ */ new Set([
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "GITHUB_ENTERPRISE_TOKEN",
  "GH_ENTERPRISE_TOKEN",
  "GITHUB_ENV",
  "GITHUB_OUTPUT",
  "GITHUB_PATH",
  "GITHUB_STATE",
  "GITHUB_STEP_SUMMARY"
]);
var secretPrefixes = ["ACTIONS_", "INPUT_"];
var shortestPart = 8;
function childEnvironment(environment, masked = []) {
  const secrets = masked.filter((secret) => secret !== "");
  const holdsSecret = (value) => secrets.some((secret) => value === secret || secret.length >= shortestPart && value.includes(secret));
  const kept = {};
  for (const [name, value] of Object.entries(environment)) {
    const upper = name.toUpperCase();
    if (value === void 0 || secretNames.has(upper)) continue;
    if (secretPrefixes.some((prefix) => upper.startsWith(prefix)) || holdsSecret(value)) continue;
    kept[name] = value;
  }
  return kept;
}

// src/adapters/node/conversation.ts
import { StringDecoder } from "node:string_decoder";
function converse(program) {
  const unread = [];
  let waiting = null;
  let channel = null;
  let end = () => {
  };
  let over = false;
  function arrived(line) {
    if (waiting === null) unread.push(line);
    else {
      waiting(line);
      waiting = null;
    }
  }
  function talk(socket, endTree2) {
    channel = socket;
    end = endTree2;
    let partial = "";
    const decoder = new StringDecoder("utf8");
    socket.on("data", (chunk) => {
      const lines = (partial + decoder.write(chunk)).split("\n");
      partial = lines.pop() ?? "";
      for (const line of lines) arrived(line);
    });
  }
  async function run2() {
    const { report: _, wall: __, ...finished2 } = await runProgram({ ...program, talk, sweep: true });
    over = true;
    waiting?.(void 0);
    return finished2;
  }
  const finished = run2();
  return {
    finished,
    send: (message) => void channel?.write(`${JSON.stringify(message)}
`),
    async receive() {
      const line = unread.shift() ?? (over ? void 0 : await new Promise((resolve6) => waiting = resolve6));
      return line === void 0 ? void 0 : parse2(line);
    },
    stop: () => end()
  };
}
function parse2(line) {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

// src/adapters/node/cost.ts
import { accessSync, constants as constants2 } from "node:fs";
import { constants as osConstants } from "node:os";
import { delimiter, join as join5 } from "node:path";
function findProgram(name, path) {
  for (const directory of ["/usr/bin", "/bin", ...(path ?? "").split(delimiter)]) {
    if (directory === "") continue;
    try {
      accessSync(join5(directory, name), constants2.X_OK);
      return join5(directory, name);
    } catch {
    }
  }
  return null;
}
async function chooseLauncher(launchers, env) {
  for (const launcher of launchers) {
    const program = findProgram(launcher.name, env.PATH);
    if (program === null) continue;
    const launch = launcher.launch(program, ["/bin/sh", "-c", "exit 7"], env);
    const ran = await runProgram({ ...launch, cwd: "/", timeout: 10, report: true });
    const account2 = launcher.read(ran.report);
    if (account2 !== null && account2.status === 7 * 256 && !ran.timedOut) return { launcher, program };
  }
  return null;
}
async function measureProgram(program, chosen) {
  if (chosen === null) return account(await runProgram({ ...program, sweep: true }), null);
  const { launcher } = chosen;
  const launch = launcher.launch(chosen.program, [program.file, ...program.args], program.env);
  const ran = await runProgram({ ...program, ...launch, report: true, sweep: !launcher.sweeps });
  return account(ran, launcher.read(ran.report));
}
function account(ran, found) {
  const { report: _, wall, ...finished } = ran;
  if (found === null) return { ...finished, cost: { wall, cpu: null, peakMemory: null } };
  return {
    ...finished,
    ...endOf(found.status),
    cost: { wall: found.wall ?? wall, cpu: found.cpu, peakMemory: found.peakMemory }
  };
}
function endOf(status) {
  const number2 = status & 127;
  if (number2 === 0) return { exitCode: status >> 8, signal: null };
  const name = Object.entries(osConstants.signals).find(([, value]) => value === number2)?.[0];
  return { exitCode: null, signal: name ?? `signal ${number2}` };
}
function costLimits(chosen, platform3) {
  if (chosen === null) {
    return [
      {
        code: "cost-wall-only",
        message: `CPU time and memory of commands cannot be read on ${platform3}: only their wall time is measured.`,
        fix: platform3 === "win32" ? "Gate on `wall`, or run perf-gate on Linux or macOS." : "Install perl or python3 on the machine that measures."
      }
    ];
  }
  const { launcher } = chosen;
  if (launcher.knowsMemory) return [];
  return [
    {
      code: "cost-coarse",
      message: `CPU time of commands is counted in steps of ${launcher.step * 1e3} ms and their memory is unknown: neither perl nor python3 was found.`,
      fix: "Install perl or python3 on the machine that measures."
    }
  ];
}

// src/adapters/node/launcher-programs.ts
var perlProgram = String.raw`
my ($getrusage, $clock_gettime, $prctl, $variables) = splice @ARGV, 0, 4;
my %variables = splice @ARGV, 0, 2 * $variables;
open my $report, '>&=', 3 or die "descriptor 3: $!";
sub elapsed {
  my $time = "\0" x 16;
  syscall $clock_gettime, 1, $time;
  my ($seconds, $nanoseconds) = unpack 'q2', $time;
  $seconds + $nanoseconds / 1e9;
}
sub parent {
  open my $stat, '<', "/proc/$_[0]/stat" or return 0;
  my $line = <$stat>;
  defined $line && $line =~ /.*\) \S (\d+)/s ? $1 : 0;
}
sub children {
  opendir my $processes, '/proc' or return;
  grep { /^\d+$/ && parent($_) == $$ } readdir $processes;
}
sub sweep {
  my ($end, %asked) = elapsed() + 1;
  while () {
    while (waitpid(-1, 1) > 0) {}
    my @left = children() or last;
    if (elapsed() > $end) { kill KILL => @left } else { $asked{$_}++ or kill TERM => $_ for @left }
    select undef, undef, undef, 0.005;
  }
}
$SIG{$_} = sub {} for qw(TERM INT HUP);
$SIG{USR2} = sub { sweep(); exit 1 };
syscall $prctl, 36, 1, 0, 0, 0;
syscall $prctl, 1, 12, 0, 0, 0;
my $start = elapsed();
my $command = fork;
defined $command or die "fork: $!";
if (!$command) {
  close $report;
  delete $ENV{PERL_BADLANG};
  $ENV{$_} = $variables{$_} for keys %variables;
  exec { $ARGV[0] } @ARGV or print STDERR "perf-gate: cannot run $ARGV[0]: $!\n";
  exit 127;
}
my $status = 0;
while ((my $ended = wait) > 0) {
  if ($ended == $command) { $status = $?; last }
}
my $wall = elapsed() - $start;
sweep() if waitpid(-1, 1) >= 0;
my $usage = "\0" x 144;
syscall $getrusage, -1, $usage;
my ($user, $user_micros, $system, $system_micros, $peak) = unpack 'q5', $usage;
printf $report "%.9f %.6f %d %d\n",
  $wall, $user + $system + ($user_micros + $system_micros) / 1e6, $peak * 1024, $status;
`;
var pythonProgram = String.raw`
import os, signal, sys, time
os.set_inheritable(3, False)
locale, command = sys.argv[1], sys.argv[2:]
start = time.monotonic()
child = os.fork()
if child == 0:
    try:
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        os.environ.pop("LC_CTYPE", None)
        if locale:
            os.environ["LC_CTYPE"] = locale[1:]
        os.execvp(command[0], command)
    except OSError as error:
        os.write(2, ("perf-gate: cannot run %s: %s\n" % (command[0], error.strerror)).encode())
    os._exit(127)
for name in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
    signal.signal(name, lambda *ignored: None)
_, status, usage = os.wait4(child, 0)
wall = time.monotonic() - start
unit = 1 if sys.platform == "darwin" else 1024
account = "%.9f %.6f %d %d\n" % (wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit, status)
os.write(3, account.encode())
`;
var shellProgram = `
trap : TERM INT HUP
"$@" 3>&-
code=$?
{ times; echo "$code"; } >&3
exit "$code"
`;

// src/adapters/node/launchers.ts
function readFour(report2) {
  const [wall, cpu, peakMemory, status, ...rest] = report2.trim().split(" ").map(Number);
  if (wall === void 0 || cpu === void 0 || peakMemory === void 0 || status === void 0) return null;
  if (rest.length > 0 || ![wall, cpu, peakMemory, status].every((n) => Number.isFinite(n) && n >= 0))
    return null;
  return { wall, cpu, peakMemory, status };
}
var systemCalls = {
  x64: ["98", "228", "157"],
  arm64: ["165", "113", "167"]
};
function perlLauncher(architecture) {
  const calls = systemCalls[architecture];
  if (calls === void 0) return null;
  return {
    name: "perl",
    step: 1e-6,
    knowsMemory: true,
    sweeps: true,
    launch(file, command, env) {
      const entries = Object.entries(env);
      const forPerl = entries.filter(([name]) => name.startsWith("PERL"));
      const others = entries.filter(([name]) => !name.startsWith("PERL"));
      return {
        file,
        args: ["-e", perlProgram, "--", ...calls, String(forPerl.length), ...forPerl.flat(), ...command],
        // Perl complains about an unknown locale on the command's stderr.
        env: { ...Object.fromEntries(others), PERL_BADLANG: "0" }
      };
    },
    read: readFour
  };
}
var pythonLauncher = {
  name: "python3",
  step: 1e-6,
  knowsMemory: true,
  sweeps: false,
  launch(file, command, env) {
    const locale = env.LC_CTYPE === void 0 ? "" : `=${env.LC_CTYPE}`;
    return { file, args: ["-I", "-S", "-c", pythonProgram, locale, ...command], env };
  },
  read: readFour
};
var shellLauncher = {
  name: "sh",
  step: 0.01,
  knowsMemory: false,
  sweeps: false,
  launch: (file, command, env) => ({ file, args: ["-c", shellProgram, "sh", ...command], env }),
  read(report2) {
    const lines = report2.trim().split("\n");
    const times = /^(\d+)m(\d+[.,]\d+)s (\d+)m(\d+[.,]\d+)s$/.exec(lines[1]?.trim() ?? "");
    const code = Number(lines[2]);
    if (lines.length !== 3 || times === null || !Number.isInteger(code)) return null;
    const [, userMinutes, user = "", systemMinutes, system = ""] = times;
    const seconds = Number(user.replace(",", ".")) + Number(system.replace(",", "."));
    return {
      wall: null,
      cpu: 60 * (Number(userMinutes) + Number(systemMinutes)) + seconds,
      peakMemory: null,
      // The shell says 128 + n for signal n.
      status: code > 128 ? code - 128 : code * 256
    };
  }
};
function launchersFor(platform3, architecture) {
  if (platform3 === "win32") return [];
  const perl = platform3 === "linux" ? perlLauncher(architecture) : null;
  return [...perl === null ? [] : [perl], pythonLauncher, shellLauncher];
}

// src/adapters/node/usage.ts
import { readdirSync as readdirSync4, readFileSync as readFileSync3 } from "node:fs";
var pageSize = 4096;
var ticksPerSecond2 = 100;
function usageOf(tree) {
  const found = members(tree);
  if (found === null || found.length === 0) return null;
  let cpu = 0;
  let memory = 0;
  for (const pid of found) {
    cpu += cpuOf(pid);
    memory += memoryOf(pid);
  }
  return { cpu, memory };
}
function read(path) {
  try {
    return readFileSync3(path, "latin1");
  } catch {
    return null;
  }
}
function cpuOf(pid) {
  const stat3 = read(`/proc/${pid}/stat`);
  if (stat3 === null) return 0;
  const fields = stat3.slice(stat3.lastIndexOf(")") + 2).split(" ");
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15).map(Number);
  const children = (childUser + childSystem) / ticksPerSecond2;
  return (threadsOf(pid) ?? (user + system) / ticksPerSecond2) + children;
}
function threadsOf(pid) {
  let threads2;
  try {
    threads2 = readdirSync4(`/proc/${pid}/task`);
  } catch {
    return null;
  }
  let nanoseconds = 0;
  for (const thread of threads2) {
    const ran = Number(read(`/proc/${pid}/task/${thread}/schedstat`)?.split(" ")[0]);
    if (!Number.isFinite(ran)) return null;
    nanoseconds += ran;
  }
  return nanoseconds / 1e9;
}
function memoryOf(pid) {
  const resident = Number(read(`/proc/${pid}/statm`)?.split(" ")[1]);
  return Number.isFinite(resident) ? resident * pageSize : 0;
}

// src/adapters/node/running.ts
var keep2 = 2 ** 18;
function startProgram(program) {
  const printed = tail(keep2);
  let tree = null;
  let end = () => {
  };
  let wantsEnd = false;
  let over = false;
  const finished = runProgram({
    ...program,
    keep: keep2,
    sweep: true,
    heard: (chunk) => printed.add(chunk),
    ended: () => {
      over = true;
    },
    started(started, endTree2) {
      tree = started;
      end = endTree2;
      if (wantsEnd) end();
    }
  }).then(({ report: _, wall: __, ...rest }) => rest);
  return {
    finished,
    output: () => printed.text(),
    usage: () => tree === null ? null : usageOf(tree),
    // A program that never ran is seen by nobody, like one that is gone.
    watch: (interval) => watchTree(tree ?? { root: -1, id: "" }, interval, { running: true }),
    hasEnded: () => over,
    async stop() {
      wantsEnd = true;
      end();
      return finished;
    }
  };
}

// src/adapters/node/words.ts
var shellWords = new Set(
  `. : [ alias bg break builtin case cd command continue declare do done echo elif else esac eval exec exit export
  false fc fg fi for function getopts hash if in jobs kill let local printf pwd read readonly return select set shift
  source test then time times trap true type typeset ulimit umask unalias unset until wait while`.split(
    /\s+/
  )
);
function plainWords(commandLine) {
  if (!/^[\w@%+=:,./ -]+$/.test(commandLine)) return null;
  const [program, ...rest] = commandLine.split(" ").filter((word) => word !== "");
  if (program === void 0 || /^[-%]|=/.test(program) || shellWords.has(program)) return null;
  return [program, ...rest];
}

// src/adapters/node/processes.ts
var bundles = {
  "task-host": "measure/task/host.ts",
  "task-host-typescript": "measure/task/host-typescript.ts",
  "profile-host": "measure/profile/host.ts",
  "load-host": "measure/load/host.ts",
  "load-worker": "measure/load/host-worker.ts",
  "monitor-host": "measure/monitor/host.ts",
  "leak-host": "measure/leak/host.ts"
};
function nodeProcesses(options) {
  const inherited2 = childEnvironment(options.env, options.masked);
  const launchers = options.launchers ?? launchersFor(process.platform, process.arch);
  let choice;
  const choose = () => {
    choice ??= chooseLauncher(launchers, inherited2);
    return choice;
  };
  return {
    async run(command) {
      const {
        report: _,
        wall: __,
        ...finished
      } = await runProgram({
        ...programOf(command, inherited2),
        // A watched run is a trial: what it leaves behind must not disturb the next one.
        ...command.monitor === void 0 ? {} : { sweep: true }
      });
      return finished;
    },
    measure: async (command) => measureProgram(programOf(command, inherited2), await choose()),
    converse: (command) => converse(programOf(command, inherited2)),
    start: (command) => startProgram(programOf(command, inherited2)),
    costLimits: async () => costLimits(await choose(), process.platform),
    bundle: bundlePath,
    onExit
  };
}
function programOf(command, inherited2) {
  const shared = {
    cwd: command.cwd,
    // As a shell would: what was inherited names the directory that perf-gate runs in.
    env: { ...inherited2, PWD: command.cwd, ...command.env },
    ...command.timeout === void 0 ? {} : { timeout: command.timeout },
    ...command.input === void 0 ? {} : { input: command.input },
    ...command.keep === void 0 ? {} : { keep: command.keep },
    ...command.monitor === void 0 ? {} : { monitor: command.monitor }
  };
  const line = command.command;
  const words = command.argv ?? (line === void 0 ? null : plainWords(line));
  const [file, ...args] = words ?? [];
  if (process.platform === "win32" && line !== void 0)
    return { ...shared, file: line, args: [], shell: true };
  if (file !== void 0) return { ...shared, file, args };
  if (line === void 0) throw new Error("a command needs `command` or `argv`");
  return { ...shared, file: "/bin/sh", args: ["-c", line] };
}
function bundlePath(name) {
  const source = bundles[name];
  if (source === void 0) throw new Error(`perf-gate has no bundle "${name}"`);
  const here = import.meta.url;
  if (here.endsWith(".ts")) return fileURLToPath2(new URL(`../../${source}`, here));
  return fileURLToPath2(new URL(/\/chunks\/[^/]+$/.test(here) ? `../${name}.js` : `./${name}.js`, here));
}

// src/adapters/local/artifacts.ts
var noFolder = "No folder to keep Runs in was named.";
var nameOne = "Name one that outlives the job: `--baseline-dir DIR`.";
var noRuns = "There are no workflow runs outside of GitHub Actions.";
var noArtifacts = {
  upload: async () => ({ publisher: "artifact", status: "skipped", why: noFolder, fix: nameOne }),
  find: async () => ({ found: [], why: noFolder, fix: nameOne }),
  findOfRun: async () => ({ found: [], why: noRuns }),
  download: async () => null,
  downloadBytes: async () => null
};
var record = "artifact.json";
function part(text) {
  return encodeURIComponent(text).replaceAll("*", "%2A").replace(/^\.+/, (dots) => "%2E".repeat(dots.length));
}
function folderArtifacts(options) {
  const { directory, place: called = directory, files, git, clock, branch: known } = options;
  async function list(name, branch) {
    const place = `${directory}/${part(name)}/${part(branch)}`;
    const found = [];
    for (const path of await files.glob([`*/${record}`], place)) {
      const id = path.split("/")[0] ?? "";
      const artifact = readRecord(await files.read(`${place}/${path}`), id);
      if (artifact !== null && artifact.name === name && artifact.branch === branch)
        found.push({ ...artifact, id: `${part(name)}/${part(branch)}/${id}` });
    }
    return found.sort((a, b) => (a.createdAt ?? "") < (b.createdAt ?? "") ? 1 : -1);
  }
  async function read2(id, file) {
    const place = `${directory}/${id}`;
    if (await files.read(`${place}/${record}`) === null) return null;
    const content = {};
    for (const path of await files.glob(["*"], `${place}/files`)) {
      const read3 = await file(`${place}/files/${path}`);
      if (read3 !== null) content[decodeURIComponent(path)] = read3;
    }
    return content;
  }
  return {
    async upload(name, content, { newest: newest2 } = {}) {
      const branch = await git.currentBranch() ?? await known?.() ?? null;
      if (branch === null)
        return {
          publisher: "artifact",
          status: "skipped",
          why: "No branch is checked out to keep this Run for."
        };
      const createdAt = new Date(clock.now()).toISOString();
      const place = `${createdAt.replaceAll(":", "-")}-${clock.seed().toString(16).padStart(8, "0")}`;
      const id = `${part(name)}/${part(branch)}/${part(place)}`;
      const commit = await git.resolve("HEAD");
      const found = { id, name, branch, createdAt, ...commit === null ? {} : { commit } };
      try {
        for (const [file, text] of Object.entries(content))
          await files.write(`${directory}/${id}/files/${part(file)}`, text);
        await files.write(`${directory}/${id}/${record}`, `${JSON.stringify(found, null, 2)}
`);
        if (newest2 !== void 0)
          for (const { id: old } of (await list(name, branch)).slice(newest2))
            await files.remove(`${directory}/${old}`);
      } catch (error) {
        const why = `${called} could not be written: ${error instanceof Error ? error.message : String(error)}`;
        return { publisher: "artifact", status: "failed", why };
      }
      return { publisher: "artifact", status: "done" };
    },
    async find(query) {
      if ("run" in query) return { found: [], why: "There are no workflow runs here." };
      const { name, branch } = query;
      const found = await list(name, branch);
      if (found.length > 0) return { found };
      const parts = await files.glob(["*/files/*"], `${directory}/${part(name)}/${part(branch)}`);
      const begun = parts.length > 0 ? " that is whole: an upload was cut short" : " yet";
      return { found, why: `${called} holds no "${name}" of ${branch}${begun}.` };
    },
    findOfRun: async () => ({ found: [], why: noRuns }),
    download: ({ id }) => read2(id, files.read),
    downloadBytes: ({ id }) => read2(id, files.readBytes)
  };
}
function readRecord(text, id) {
  try {
    const read2 = JSON.parse(text ?? "");
    if (typeof read2 !== "object" || read2 === null) return null;
    const fields = Object.entries(read2).filter(([, value]) => typeof value === "string");
    const { name, branch, commit, createdAt } = Object.fromEntries(fields);
    if (name === void 0 || branch === void 0 || createdAt === void 0) return null;
    return { id, name, branch, createdAt, ...commit === void 0 ? {} : { commit } };
  } catch {
    return null;
  }
}

// src/adapters/local/branch-artifacts.ts
var newest = 50;
var attempts = 5;
var readme = "README.md";
var title = "# Baselines of perf-gate";
var explanation = `${title}

Runs of the default branch, kept by \`baseline: { from: branch }\` of perf-gate.yml: the newest ${newest} of each suite.
Each writer replaces the one commit of this branch; there is no history to keep. Delete the branch to start afresh.
`;
function branchArtifacts({ name, store, writes, ...folder }) {
  const place = `The branch ${name}`;
  const open2 = ({ files }) => folderArtifacts({ ...folder, files, directory: "runs", place });
  let latest;
  return {
    async upload(artifact, content, options = {}) {
      const publisher = "artifact";
      if (!writes)
        return { publisher, status: "skipped", why: `${place} is written by CI only, and this is not one.` };
      for (let attempt = 0; attempt < attempts; attempt++) {
        const state = await store.read();
        const { files, commit, stale } = state;
        if (stale !== void 0)
          return { publisher, status: "failed", why: `${place} could not be read from origin: ${stale}.` };
        if (commit !== null && (await files.read(readme))?.startsWith(title) !== true)
          return {
            publisher,
            status: "failed",
            why: `${place} holds something else, and was left as it is.`,
            fix: "Name a branch that is for baselines alone: `baseline: { from: branch, branch: NAME }`."
          };
        await files.write(readme, explanation);
        const written = await open2(state).upload(artifact, content, { newest, ...options });
        if (written.status !== "done") return written;
        const replaced = await store.replace(state, `${artifact} [skip ci]`);
        if (replaced.kind === "done") return { publisher, status: "done" };
        if (replaced.kind !== "raced") return { publisher, ...refused(name, replaced) };
      }
      return {
        publisher,
        status: "failed",
        why: `${place} was replaced by another writer ${attempts} times in a row; this Run is not kept.`
      };
    },
    async find(query) {
      latest = await store.read();
      const { commit, stale } = latest;
      const read2 = stale === void 0 ? "" : ` It could not be read from origin: ${stale}.`;
      if (commit === null)
        return {
          found: [],
          why: `There is no branch ${name} yet: it is made when the gate runs on the default branch.${read2}`,
          ...stale === void 0 ? {} : { fix: `Fetch it before: \`git fetch origin ${name}\`.` }
        };
      const answer = await open2(latest).find(query);
      if (stale === void 0) return answer;
      const notice = {
        code: "baseline-not-fetched",
        message: `${place} is taken as it was last seen here.${read2}`
      };
      return { ...answer, notices: [notice] };
    },
    findOfRun: async () => ({ found: [], why: "There are no workflow runs here." }),
    download: async (artifact) => latest === void 0 ? null : open2(latest).download(artifact),
    downloadBytes: async (artifact) => latest === void 0 ? null : open2(latest).downloadBytes(artifact)
  };
}
function refused(branch, { kind, why }) {
  switch (kind) {
    case "not-permitted":
      return {
        status: "skipped",
        why: `The token may not push the branch ${branch}: ${why}.`,
        fix: "permissions:\n  contents: write"
      };
    case "protected":
      return {
        status: "failed",
        why: `The branch ${branch} is protected: ${why}.`,
        fix: `Take ${branch} out of the branch protection: it is replaced as a whole (force push).`
      };
    case "failed":
      return { status: "failed", why: `The branch ${branch} could not be written: ${why}.` };
  }
}

export {
  exitCodes,
  PerfGateError,
  ConfigError,
  MeasureError,
  ReadError,
  unzip,
  nodeArchive,
  nodeClock,
  nodeCompression,
  nodeFiles,
  nodeGit,
  gitBranch,
  nodeMachine,
  nodeProcesses,
  noArtifacts,
  folderArtifacts,
  branchArtifacts
};
