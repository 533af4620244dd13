import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);
import {
  array,
  benchmarkName,
  boolean,
  certaintyOf,
  change,
  closedJson,
  confidenceSequence,
  configNames,
  couldMatchBelow,
  counted,
  counted2,
  createLedger,
  createRandom,
  decide,
  decimal,
  decisions,
  defaultBudgets,
  describeBenchmark,
  describeReceipts,
  effectOf,
  emptyRun,
  exitCodeOf,
  findJson,
  flagsOf,
  fork,
  gate,
  getDotPath,
  harmless,
  harmless2,
  hodgesLehmann,
  is,
  isGlob,
  literal,
  loadSuite,
  loadTime,
  looseObject,
  mad,
  madToSigma,
  makePlan,
  matchesBenchmark,
  matchesGlob,
  measurePlan,
  metricsOf,
  minValue,
  minutes,
  needingAttention,
  none,
  nullable,
  number,
  object,
  oneLine,
  optional,
  pad,
  painted,
  pairsOfSeries,
  parse,
  parseJson,
  parseSuite,
  percent,
  percent2,
  picklist,
  pipe,
  prepare,
  progressLines,
  publishCommand,
  readFlags,
  readReport,
  readRun,
  record,
  recordReader,
  renderers,
  require_dist,
  resolveChange,
  safeParse,
  scalesOf,
  seriesKey,
  settingsOf,
  statisticFor,
  stopRuleOf,
  string,
  suiteForComparing,
  termsOf,
  transform,
  trialValue,
  tuple,
  union,
  unknown,
  unpainted,
  valuesOfSeries,
  whereOf,
  widthOf,
  worseBy,
  wrapped,
  writeDuration,
  writeReports,
  writeTerms,
  writtenPercent
} from "./chunks/chunk-OL76I7IW.js";
import {
  XMLParser,
  XMLValidator
} from "./chunks/chunk-DJ7VOYN3.js";
import {
  ConfigError,
  MeasureError,
  PerfGateError,
  ReadError,
  exitCodes,
  folderArtifacts,
  noArtifacts,
  nodeClock,
  nodeCompression,
  nodeFiles,
  nodeGit,
  nodeMachine,
  nodeProcesses
} from "./chunks/chunk-UXX2GRJO.js";
import {
  __commonJS,
  __export,
  __require,
  __toESM
} from "./chunks/chunk-Z4OLDYZE.js";

// node_modules/commander/lib/error.js
var require_error = __commonJS({
  "node_modules/commander/lib/error.js"(exports) {
    var CommanderError2 = class extends Error {
      /**
       * Constructs the CommanderError class
       * @param {number} exitCode suggested exit code which could be used with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       */
      constructor(exitCode, code, message) {
        super(message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
        this.code = code;
        this.exitCode = exitCode;
        this.nestedError = void 0;
      }
    };
    var InvalidArgumentError2 = class extends CommanderError2 {
      /**
       * Constructs the InvalidArgumentError class
       * @param {string} [message] explanation of why argument is invalid
       */
      constructor(message) {
        super(1, "commander.invalidArgument", message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
      }
    };
    exports.CommanderError = CommanderError2;
    exports.InvalidArgumentError = InvalidArgumentError2;
  }
});

// node_modules/commander/lib/argument.js
var require_argument = __commonJS({
  "node_modules/commander/lib/argument.js"(exports) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Argument2 = class {
      /**
       * Initialize a new command argument with the given name and description.
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @param {string} name
       * @param {string} [description]
       */
      constructor(name, description) {
        this.description = description || "";
        this.variadic = false;
        this.parseArg = void 0;
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.argChoices = void 0;
        switch (name[0]) {
          case "<":
            this.required = true;
            this._name = name.slice(1, -1);
            break;
          case "[":
            this.required = false;
            this._name = name.slice(1, -1);
            break;
          default:
            this.required = true;
            this._name = name;
            break;
        }
        if (this._name.endsWith("...")) {
          this.variadic = true;
          this._name = this._name.slice(0, -3);
        }
      }
      /**
       * Return argument name.
       *
       * @return {string}
       */
      name() {
        return this._name;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Argument}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Set the custom handler for processing CLI command arguments into argument values.
       *
       * @param {Function} [fn]
       * @return {Argument}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Only allow argument value to be one of choices.
       *
       * @param {string[]} values
       * @return {Argument}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Make argument required.
       *
       * @returns {Argument}
       */
      argRequired() {
        this.required = true;
        return this;
      }
      /**
       * Make argument optional.
       *
       * @returns {Argument}
       */
      argOptional() {
        this.required = false;
        return this;
      }
    };
    function humanReadableArgName(arg) {
      const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
      return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
    }
    exports.Argument = Argument2;
    exports.humanReadableArgName = humanReadableArgName;
  }
});

// node_modules/commander/lib/help.js
var require_help = __commonJS({
  "node_modules/commander/lib/help.js"(exports) {
    var { humanReadableArgName } = require_argument();
    var Help2 = class {
      constructor() {
        this.helpWidth = void 0;
        this.minWidthToWrap = 40;
        this.sortSubcommands = false;
        this.sortOptions = false;
        this.showGlobalOptions = false;
      }
      /**
       * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
       * and just before calling `formatHelp()`.
       *
       * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
       *
       * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
       */
      prepareContext(contextOptions) {
        this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
      }
      /**
       * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
       *
       * @param {Command} cmd
       * @returns {Command[]}
       */
      visibleCommands(cmd) {
        const visibleCommands = cmd.commands.filter((cmd2) => !cmd2._hidden);
        const helpCommand = cmd._getHelpCommand();
        if (helpCommand && !helpCommand._hidden) {
          visibleCommands.push(helpCommand);
        }
        if (this.sortSubcommands) {
          visibleCommands.sort((a, b) => {
            return a.name().localeCompare(b.name());
          });
        }
        return visibleCommands;
      }
      /**
       * Compare options for sort.
       *
       * @param {Option} a
       * @param {Option} b
       * @returns {number}
       */
      compareOptions(a, b) {
        const getSortKey = (option) => {
          return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
        };
        return getSortKey(a).localeCompare(getSortKey(b));
      }
      /**
       * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleOptions(cmd) {
        const visibleOptions = cmd.options.filter((option) => !option.hidden);
        const helpOption = cmd._getHelpOption();
        if (helpOption && !helpOption.hidden) {
          const removeShort = helpOption.short && cmd._findOption(helpOption.short);
          const removeLong = helpOption.long && cmd._findOption(helpOption.long);
          if (!removeShort && !removeLong) {
            visibleOptions.push(helpOption);
          } else if (helpOption.long && !removeLong) {
            visibleOptions.push(
              cmd.createOption(helpOption.long, helpOption.description)
            );
          } else if (helpOption.short && !removeShort) {
            visibleOptions.push(
              cmd.createOption(helpOption.short, helpOption.description)
            );
          }
        }
        if (this.sortOptions) {
          visibleOptions.sort(this.compareOptions);
        }
        return visibleOptions;
      }
      /**
       * Get an array of the visible global options. (Not including help.)
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleGlobalOptions(cmd) {
        if (!this.showGlobalOptions) return [];
        const globalOptions = [];
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          const visibleOptions = ancestorCmd.options.filter(
            (option) => !option.hidden
          );
          globalOptions.push(...visibleOptions);
        }
        if (this.sortOptions) {
          globalOptions.sort(this.compareOptions);
        }
        return globalOptions;
      }
      /**
       * Get an array of the arguments if any have a description.
       *
       * @param {Command} cmd
       * @returns {Argument[]}
       */
      visibleArguments(cmd) {
        if (cmd._argsDescription) {
          cmd.registeredArguments.forEach((argument) => {
            argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
          });
        }
        if (cmd.registeredArguments.find((argument) => argument.description)) {
          return cmd.registeredArguments;
        }
        return [];
      }
      /**
       * Get the command term to show in the list of subcommands.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandTerm(cmd) {
        const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
        return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + // simplistic check for non-help option
        (args ? " " + args : "");
      }
      /**
       * Get the option term to show in the list of options.
       *
       * @param {Option} option
       * @returns {string}
       */
      optionTerm(option) {
        return option.flags;
      }
      /**
       * Get the argument term to show in the list of arguments.
       *
       * @param {Argument} argument
       * @returns {string}
       */
      argumentTerm(argument) {
        return argument.name();
      }
      /**
       * Get the longest command term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestSubcommandTermLength(cmd, helper) {
        return helper.visibleCommands(cmd).reduce((max, command) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleSubcommandTerm(helper.subcommandTerm(command))
            )
          );
        }, 0);
      }
      /**
       * Get the longest option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestOptionTermLength(cmd, helper) {
        return helper.visibleOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest global option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestGlobalOptionTermLength(cmd, helper) {
        return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest argument term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestArgumentTermLength(cmd, helper) {
        return helper.visibleArguments(cmd).reduce((max, argument) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleArgumentTerm(helper.argumentTerm(argument))
            )
          );
        }, 0);
      }
      /**
       * Get the command usage to be displayed at the top of the built-in help.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandUsage(cmd) {
        let cmdName = cmd._name;
        if (cmd._aliases[0]) {
          cmdName = cmdName + "|" + cmd._aliases[0];
        }
        let ancestorCmdNames = "";
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
        }
        return ancestorCmdNames + cmdName + " " + cmd.usage();
      }
      /**
       * Get the description for the command.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandDescription(cmd) {
        return cmd.description();
      }
      /**
       * Get the subcommand summary to show in the list of subcommands.
       * (Fallback to description for backwards compatibility.)
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandDescription(cmd) {
        return cmd.summary() || cmd.description();
      }
      /**
       * Get the option description to show in the list of options.
       *
       * @param {Option} option
       * @return {string}
       */
      optionDescription(option) {
        const extraInfo = [];
        if (option.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (option.defaultValue !== void 0) {
          const showDefault = option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean";
          if (showDefault) {
            extraInfo.push(
              `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`
            );
          }
        }
        if (option.presetArg !== void 0 && option.optional) {
          extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
        }
        if (option.envVar !== void 0) {
          extraInfo.push(`env: ${option.envVar}`);
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (option.description) {
            return `${option.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return option.description;
      }
      /**
       * Get the argument description to show in the list of arguments.
       *
       * @param {Argument} argument
       * @return {string}
       */
      argumentDescription(argument) {
        const extraInfo = [];
        if (argument.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (argument.defaultValue !== void 0) {
          extraInfo.push(
            `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`
          );
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (argument.description) {
            return `${argument.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return argument.description;
      }
      /**
       * Format a list of items, given a heading and an array of formatted items.
       *
       * @param {string} heading
       * @param {string[]} items
       * @param {Help} helper
       * @returns string[]
       */
      formatItemList(heading7, items, helper) {
        if (items.length === 0) return [];
        return [helper.styleTitle(heading7), ...items, ""];
      }
      /**
       * Group items by their help group heading.
       *
       * @param {Command[] | Option[]} unsortedItems
       * @param {Command[] | Option[]} visibleItems
       * @param {Function} getGroup
       * @returns {Map<string, Command[] | Option[]>}
       */
      groupItems(unsortedItems, visibleItems, getGroup) {
        const result2 = /* @__PURE__ */ new Map();
        unsortedItems.forEach((item) => {
          const group = getGroup(item);
          if (!result2.has(group)) result2.set(group, []);
        });
        visibleItems.forEach((item) => {
          const group = getGroup(item);
          if (!result2.has(group)) {
            result2.set(group, []);
          }
          result2.get(group).push(item);
        });
        return result2;
      }
      /**
       * Generate the built-in help text.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {string}
       */
      formatHelp(cmd, helper) {
        const termWidth = helper.padWidth(cmd, helper);
        const helpWidth = helper.helpWidth ?? 80;
        function callFormatItem(term, description) {
          return helper.formatItem(term, termWidth, description, helper);
        }
        let output = [
          `${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`,
          ""
        ];
        const commandDescription = helper.commandDescription(cmd);
        if (commandDescription.length > 0) {
          output = output.concat([
            helper.boxWrap(
              helper.styleCommandDescription(commandDescription),
              helpWidth
            ),
            ""
          ]);
        }
        const argumentList = helper.visibleArguments(cmd).map((argument) => {
          return callFormatItem(
            helper.styleArgumentTerm(helper.argumentTerm(argument)),
            helper.styleArgumentDescription(helper.argumentDescription(argument))
          );
        });
        output = output.concat(
          this.formatItemList("Arguments:", argumentList, helper)
        );
        const optionGroups = this.groupItems(
          cmd.options,
          helper.visibleOptions(cmd),
          (option) => option.helpGroupHeading ?? "Options:"
        );
        optionGroups.forEach((options2, group) => {
          const optionList = options2.map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(this.formatItemList(group, optionList, helper));
        });
        if (helper.showGlobalOptions) {
          const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(
            this.formatItemList("Global Options:", globalOptionList, helper)
          );
        }
        const commandGroups = this.groupItems(
          cmd.commands,
          helper.visibleCommands(cmd),
          (sub) => sub.helpGroup() || "Commands:"
        );
        commandGroups.forEach((commands2, group) => {
          const commandList = commands2.map((sub) => {
            return callFormatItem(
              helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
              helper.styleSubcommandDescription(helper.subcommandDescription(sub))
            );
          });
          output = output.concat(this.formatItemList(group, commandList, helper));
        });
        return output.join("\n");
      }
      /**
       * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
       *
       * @param {string} str
       * @returns {number}
       */
      displayWidth(str) {
        return stripColor(str).length;
      }
      /**
       * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
       *
       * @param {string} str
       * @returns {string}
       */
      styleTitle(str) {
        return str;
      }
      styleUsage(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word === "[command]") return this.styleSubcommandText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleCommandText(word);
        }).join(" ");
      }
      styleCommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleOptionDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleSubcommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleArgumentDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleDescriptionText(str) {
        return str;
      }
      styleOptionTerm(str) {
        return this.styleOptionText(str);
      }
      styleSubcommandTerm(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleSubcommandText(word);
        }).join(" ");
      }
      styleArgumentTerm(str) {
        return this.styleArgumentText(str);
      }
      styleOptionText(str) {
        return str;
      }
      styleArgumentText(str) {
        return str;
      }
      styleSubcommandText(str) {
        return str;
      }
      styleCommandText(str) {
        return str;
      }
      /**
       * Calculate the pad width from the maximum term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      padWidth(cmd, helper) {
        return Math.max(
          helper.longestOptionTermLength(cmd, helper),
          helper.longestGlobalOptionTermLength(cmd, helper),
          helper.longestSubcommandTermLength(cmd, helper),
          helper.longestArgumentTermLength(cmd, helper)
        );
      }
      /**
       * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
       *
       * @param {string} str
       * @returns {boolean}
       */
      preformatted(str) {
        return /\n[^\S\r\n]/.test(str);
      }
      /**
       * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
       *
       * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
       *   TTT  DDD DDDD
       *        DD DDD
       *
       * @param {string} term
       * @param {number} termWidth
       * @param {string} description
       * @param {Help} helper
       * @returns {string}
       */
      formatItem(term, termWidth, description, helper) {
        const itemIndent = 2;
        const itemIndentStr = " ".repeat(itemIndent);
        if (!description) return itemIndentStr + term;
        const paddedTerm = term.padEnd(
          termWidth + term.length - helper.displayWidth(term)
        );
        const spacerWidth = 2;
        const helpWidth = this.helpWidth ?? 80;
        const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
        let formattedDescription;
        if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) {
          formattedDescription = description;
        } else {
          const wrappedDescription = helper.boxWrap(description, remainingWidth);
          formattedDescription = wrappedDescription.replace(
            /\n/g,
            "\n" + " ".repeat(termWidth + spacerWidth)
          );
        }
        return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `
${itemIndentStr}`);
      }
      /**
       * Wrap a string at whitespace, preserving existing line breaks.
       * Wrapping is skipped if the width is less than `minWidthToWrap`.
       *
       * @param {string} str
       * @param {number} width
       * @returns {string}
       */
      boxWrap(str, width) {
        if (width < this.minWidthToWrap) return str;
        const rawLines = str.split(/\r\n|\n/);
        const chunkPattern = /[\s]*[^\s]+/g;
        const wrappedLines = [];
        rawLines.forEach((line2) => {
          const chunks = line2.match(chunkPattern);
          if (chunks === null) {
            wrappedLines.push("");
            return;
          }
          let sumChunks = [chunks.shift()];
          let sumWidth = this.displayWidth(sumChunks[0]);
          chunks.forEach((chunk) => {
            const visibleWidth = this.displayWidth(chunk);
            if (sumWidth + visibleWidth <= width) {
              sumChunks.push(chunk);
              sumWidth += visibleWidth;
              return;
            }
            wrappedLines.push(sumChunks.join(""));
            const nextChunk = chunk.trimStart();
            sumChunks = [nextChunk];
            sumWidth = this.displayWidth(nextChunk);
          });
          wrappedLines.push(sumChunks.join(""));
        });
        return wrappedLines.join("\n");
      }
    };
    function stripColor(str) {
      const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
      return str.replace(sgrPattern, "");
    }
    exports.Help = Help2;
    exports.stripColor = stripColor;
  }
});

// node_modules/commander/lib/option.js
var require_option = __commonJS({
  "node_modules/commander/lib/option.js"(exports) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Option2 = class {
      /**
       * Initialize a new `Option` with the given `flags` and `description`.
       *
       * @param {string} flags
       * @param {string} [description]
       */
      constructor(flags, description) {
        this.flags = flags;
        this.description = description || "";
        this.required = flags.includes("<");
        this.optional = flags.includes("[");
        this.variadic = /\w\.\.\.[>\]]$/.test(flags);
        this.mandatory = false;
        const optionFlags = splitOptionFlags(flags);
        this.short = optionFlags.shortFlag;
        this.long = optionFlags.longFlag;
        this.negate = false;
        if (this.long) {
          this.negate = this.long.startsWith("--no-");
        }
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.presetArg = void 0;
        this.envVar = void 0;
        this.parseArg = void 0;
        this.hidden = false;
        this.argChoices = void 0;
        this.conflictsWith = [];
        this.implied = void 0;
        this.helpGroupHeading = void 0;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Option}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Preset to use when option used without option-argument, especially optional but also boolean and negated.
       * The custom processing (parseArg) is called.
       *
       * @example
       * new Option('--color').default('GREYSCALE').preset('RGB');
       * new Option('--donate [amount]').preset('20').argParser(parseFloat);
       *
       * @param {*} arg
       * @return {Option}
       */
      preset(arg) {
        this.presetArg = arg;
        return this;
      }
      /**
       * Add option name(s) that conflict with this option.
       * An error will be displayed if conflicting options are found during parsing.
       *
       * @example
       * new Option('--rgb').conflicts('cmyk');
       * new Option('--js').conflicts(['ts', 'jsx']);
       *
       * @param {(string | string[])} names
       * @return {Option}
       */
      conflicts(names) {
        this.conflictsWith = this.conflictsWith.concat(names);
        return this;
      }
      /**
       * Specify implied option values for when this option is set and the implied options are not.
       *
       * The custom processing (parseArg) is not called on the implied values.
       *
       * @example
       * program
       *   .addOption(new Option('--log', 'write logging information to file'))
       *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
       *
       * @param {object} impliedOptionValues
       * @return {Option}
       */
      implies(impliedOptionValues) {
        let newImplied = impliedOptionValues;
        if (typeof impliedOptionValues === "string") {
          newImplied = { [impliedOptionValues]: true };
        }
        this.implied = Object.assign(this.implied || {}, newImplied);
        return this;
      }
      /**
       * Set environment variable to check for option value.
       *
       * An environment variable is only used if when processed the current option value is
       * undefined, or the source of the current value is 'default' or 'config' or 'env'.
       *
       * @param {string} name
       * @return {Option}
       */
      env(name) {
        this.envVar = name;
        return this;
      }
      /**
       * Set the custom handler for processing CLI option arguments into option values.
       *
       * @param {Function} [fn]
       * @return {Option}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Whether the option is mandatory and must have a value after parsing.
       *
       * @param {boolean} [mandatory=true]
       * @return {Option}
       */
      makeOptionMandatory(mandatory = true) {
        this.mandatory = !!mandatory;
        return this;
      }
      /**
       * Hide option in help.
       *
       * @param {boolean} [hide=true]
       * @return {Option}
       */
      hideHelp(hide = true) {
        this.hidden = !!hide;
        return this;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Only allow option value to be one of choices.
       *
       * @param {string[]} values
       * @return {Option}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Return option name.
       *
       * @return {string}
       */
      name() {
        if (this.long) {
          return this.long.replace(/^--/, "");
        }
        return this.short.replace(/^-/, "");
      }
      /**
       * Return option name, in a camelcase format that can be used
       * as an object attribute key.
       *
       * @return {string}
       */
      attributeName() {
        if (this.negate) {
          return camelcase(this.name().replace(/^no-/, ""));
        }
        return camelcase(this.name());
      }
      /**
       * Set the help group heading.
       *
       * @param {string} heading
       * @return {Option}
       */
      helpGroup(heading7) {
        this.helpGroupHeading = heading7;
        return this;
      }
      /**
       * Check if `arg` matches the short or long flag.
       *
       * @param {string} arg
       * @return {boolean}
       * @package
       */
      is(arg) {
        return this.short === arg || this.long === arg;
      }
      /**
       * Return whether a boolean option.
       *
       * Options are one of boolean, negated, required argument, or optional argument.
       *
       * @return {boolean}
       * @package
       */
      isBoolean() {
        return !this.required && !this.optional && !this.negate;
      }
    };
    var DualOptions = class {
      /**
       * @param {Option[]} options
       */
      constructor(options2) {
        this.positiveOptions = /* @__PURE__ */ new Map();
        this.negativeOptions = /* @__PURE__ */ new Map();
        this.dualOptions = /* @__PURE__ */ new Set();
        options2.forEach((option) => {
          if (option.negate) {
            this.negativeOptions.set(option.attributeName(), option);
          } else {
            this.positiveOptions.set(option.attributeName(), option);
          }
        });
        this.negativeOptions.forEach((value, key3) => {
          if (this.positiveOptions.has(key3)) {
            this.dualOptions.add(key3);
          }
        });
      }
      /**
       * Did the value come from the option, and not from possible matching dual option?
       *
       * @param {*} value
       * @param {Option} option
       * @returns {boolean}
       */
      valueFromOption(value, option) {
        const optionKey = option.attributeName();
        if (!this.dualOptions.has(optionKey)) return true;
        const preset = this.negativeOptions.get(optionKey).presetArg;
        const negativeValue = preset !== void 0 ? preset : false;
        return option.negate === (negativeValue === value);
      }
    };
    function camelcase(str) {
      return str.split("-").reduce((str2, word) => {
        return str2 + word[0].toUpperCase() + word.slice(1);
      });
    }
    function splitOptionFlags(flags) {
      let shortFlag;
      let longFlag;
      const shortFlagExp = /^-[^-]$/;
      const longFlagExp = /^--[^-]/;
      const flagParts = flags.split(/[ |,]+/).concat("guard");
      if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
      if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
      if (!shortFlag && shortFlagExp.test(flagParts[0]))
        shortFlag = flagParts.shift();
      if (!shortFlag && longFlagExp.test(flagParts[0])) {
        shortFlag = longFlag;
        longFlag = flagParts.shift();
      }
      if (flagParts[0].startsWith("-")) {
        const unsupportedFlag = flagParts[0];
        const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
        if (/^-[^-][^-]/.test(unsupportedFlag))
          throw new Error(
            `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`
          );
        if (shortFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many short flags`);
        if (longFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many long flags`);
        throw new Error(`${baseError}
- unrecognised flag format`);
      }
      if (shortFlag === void 0 && longFlag === void 0)
        throw new Error(
          `option creation failed due to no flags found in '${flags}'.`
        );
      return { shortFlag, longFlag };
    }
    exports.Option = Option2;
    exports.DualOptions = DualOptions;
  }
});

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = __commonJS({
  "node_modules/commander/lib/suggestSimilar.js"(exports) {
    var maxDistance = 3;
    function editDistance(a, b) {
      if (Math.abs(a.length - b.length) > maxDistance)
        return Math.max(a.length, b.length);
      const d = [];
      for (let i = 0; i <= a.length; i++) {
        d[i] = [i];
      }
      for (let j = 0; j <= b.length; j++) {
        d[0][j] = j;
      }
      for (let j = 1; j <= b.length; j++) {
        for (let i = 1; i <= a.length; i++) {
          let cost = 1;
          if (a[i - 1] === b[j - 1]) {
            cost = 0;
          } else {
            cost = 1;
          }
          d[i][j] = Math.min(
            d[i - 1][j] + 1,
            // deletion
            d[i][j - 1] + 1,
            // insertion
            d[i - 1][j - 1] + cost
            // substitution
          );
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
            d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
          }
        }
      }
      return d[a.length][b.length];
    }
    function suggestSimilar(word, candidates) {
      if (!candidates || candidates.length === 0) return "";
      candidates = Array.from(new Set(candidates));
      const searchingOptions = word.startsWith("--");
      if (searchingOptions) {
        word = word.slice(2);
        candidates = candidates.map((candidate) => candidate.slice(2));
      }
      let similar = [];
      let bestDistance = maxDistance;
      const minSimilarity = 0.4;
      candidates.forEach((candidate) => {
        if (candidate.length <= 1) return;
        const distance = editDistance(word, candidate);
        const length = Math.max(word.length, candidate.length);
        const similarity = (length - distance) / length;
        if (similarity > minSimilarity) {
          if (distance < bestDistance) {
            bestDistance = distance;
            similar = [candidate];
          } else if (distance === bestDistance) {
            similar.push(candidate);
          }
        }
      });
      similar.sort((a, b) => a.localeCompare(b));
      if (searchingOptions) {
        similar = similar.map((candidate) => `--${candidate}`);
      }
      if (similar.length > 1) {
        return `
(Did you mean one of ${similar.join(", ")}?)`;
      }
      if (similar.length === 1) {
        return `
(Did you mean ${similar[0]}?)`;
      }
      return "";
    }
    exports.suggestSimilar = suggestSimilar;
  }
});

// node_modules/commander/lib/command.js
var require_command = __commonJS({
  "node_modules/commander/lib/command.js"(exports) {
    var EventEmitter = __require("node:events").EventEmitter;
    var childProcess = __require("node:child_process");
    var path = __require("node:path");
    var fs = __require("node:fs");
    var process7 = __require("node:process");
    var { Argument: Argument2, humanReadableArgName } = require_argument();
    var { CommanderError: CommanderError2 } = require_error();
    var { Help: Help2, stripColor } = require_help();
    var { Option: Option2, DualOptions } = require_option();
    var { suggestSimilar } = require_suggestSimilar();
    var Command2 = class _Command extends EventEmitter {
      /**
       * Initialize a new `Command`.
       *
       * @param {string} [name]
       */
      constructor(name) {
        super();
        this.commands = [];
        this.options = [];
        this.parent = null;
        this._allowUnknownOption = false;
        this._allowExcessArguments = false;
        this.registeredArguments = [];
        this._args = this.registeredArguments;
        this.args = [];
        this.rawArgs = [];
        this.processedArgs = [];
        this._scriptPath = null;
        this._name = name || "";
        this._optionValues = {};
        this._optionValueSources = {};
        this._storeOptionsAsProperties = false;
        this._actionHandler = null;
        this._executableHandler = false;
        this._executableFile = null;
        this._executableDir = null;
        this._defaultCommandName = null;
        this._exitCallback = null;
        this._aliases = [];
        this._combineFlagAndOptionalValue = true;
        this._description = "";
        this._summary = "";
        this._argsDescription = void 0;
        this._enablePositionalOptions = false;
        this._passThroughOptions = false;
        this._lifeCycleHooks = {};
        this._showHelpAfterError = false;
        this._showSuggestionAfterError = true;
        this._savedState = null;
        this._outputConfiguration = {
          writeOut: (str) => process7.stdout.write(str),
          writeErr: (str) => process7.stderr.write(str),
          outputError: (str, write) => write(str),
          getOutHelpWidth: () => process7.stdout.isTTY ? process7.stdout.columns : void 0,
          getErrHelpWidth: () => process7.stderr.isTTY ? process7.stderr.columns : void 0,
          getOutHasColors: () => useColor() ?? (process7.stdout.isTTY && process7.stdout.hasColors?.()),
          getErrHasColors: () => useColor() ?? (process7.stderr.isTTY && process7.stderr.hasColors?.()),
          stripColor: (str) => stripColor(str)
        };
        this._hidden = false;
        this._helpOption = void 0;
        this._addImplicitHelpCommand = void 0;
        this._helpCommand = void 0;
        this._helpConfiguration = {};
        this._helpGroupHeading = void 0;
        this._defaultCommandGroup = void 0;
        this._defaultOptionGroup = void 0;
      }
      /**
       * Copy settings that are useful to have in common across root command and subcommands.
       *
       * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
       *
       * @param {Command} sourceCommand
       * @return {Command} `this` command for chaining
       */
      copyInheritedSettings(sourceCommand) {
        this._outputConfiguration = sourceCommand._outputConfiguration;
        this._helpOption = sourceCommand._helpOption;
        this._helpCommand = sourceCommand._helpCommand;
        this._helpConfiguration = sourceCommand._helpConfiguration;
        this._exitCallback = sourceCommand._exitCallback;
        this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
        this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
        this._allowExcessArguments = sourceCommand._allowExcessArguments;
        this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
        this._showHelpAfterError = sourceCommand._showHelpAfterError;
        this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
        return this;
      }
      /**
       * @returns {Command[]}
       * @private
       */
      _getCommandAndAncestors() {
        const result2 = [];
        for (let command = this; command; command = command.parent) {
          result2.push(command);
        }
        return result2;
      }
      /**
       * Define a command.
       *
       * There are two styles of command: pay attention to where to put the description.
       *
       * @example
       * // Command implemented using action handler (description is supplied separately to `.command`)
       * program
       *   .command('clone <source> [destination]')
       *   .description('clone a repository into a newly created directory')
       *   .action((source, destination) => {
       *     console.log('clone command called');
       *   });
       *
       * // Command implemented using separate executable file (description is second parameter to `.command`)
       * program
       *   .command('start <service>', 'start named service')
       *   .command('stop [service]', 'stop named service, or all if no name supplied');
       *
       * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
       * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
       * @param {object} [execOpts] - configuration options (for executable)
       * @return {Command} returns new command for action handler, or `this` for executable command
       */
      command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
        let desc = actionOptsOrExecDesc;
        let opts = execOpts;
        if (typeof desc === "object" && desc !== null) {
          opts = desc;
          desc = null;
        }
        opts = opts || {};
        const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const cmd = this.createCommand(name);
        if (desc) {
          cmd.description(desc);
          cmd._executableHandler = true;
        }
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        cmd._hidden = !!(opts.noHelp || opts.hidden);
        cmd._executableFile = opts.executableFile || null;
        if (args) cmd.arguments(args);
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd.copyInheritedSettings(this);
        if (desc) return this;
        return cmd;
      }
      /**
       * Factory routine to create a new unattached command.
       *
       * See .command() for creating an attached subcommand, which uses this routine to
       * create the command. You can override createCommand to customise subcommands.
       *
       * @param {string} [name]
       * @return {Command} new command
       */
      createCommand(name) {
        return new _Command(name);
      }
      /**
       * You can customise the help with a subclass of Help by overriding createHelp,
       * or by overriding Help properties using configureHelp().
       *
       * @return {Help}
       */
      createHelp() {
        return Object.assign(new Help2(), this.configureHelp());
      }
      /**
       * You can customise the help by overriding Help properties using configureHelp(),
       * or with a subclass of Help by overriding createHelp().
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureHelp(configuration) {
        if (configuration === void 0) return this._helpConfiguration;
        this._helpConfiguration = configuration;
        return this;
      }
      /**
       * The default output goes to stdout and stderr. You can customise this for special
       * applications. You can also customise the display of errors by overriding outputError.
       *
       * The configuration properties are all functions:
       *
       *     // change how output being written, defaults to stdout and stderr
       *     writeOut(str)
       *     writeErr(str)
       *     // change how output being written for errors, defaults to writeErr
       *     outputError(str, write) // used for displaying errors and not used for displaying help
       *     // specify width for wrapping help
       *     getOutHelpWidth()
       *     getErrHelpWidth()
       *     // color support, currently only used with Help
       *     getOutHasColors()
       *     getErrHasColors()
       *     stripColor() // used to remove ANSI escape codes if output does not have colors
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureOutput(configuration) {
        if (configuration === void 0) return this._outputConfiguration;
        this._outputConfiguration = {
          ...this._outputConfiguration,
          ...configuration
        };
        return this;
      }
      /**
       * Display the help or a custom message after an error occurs.
       *
       * @param {(boolean|string)} [displayHelp]
       * @return {Command} `this` command for chaining
       */
      showHelpAfterError(displayHelp = true) {
        if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
        this._showHelpAfterError = displayHelp;
        return this;
      }
      /**
       * Display suggestion of similar commands for unknown commands, or options for unknown options.
       *
       * @param {boolean} [displaySuggestion]
       * @return {Command} `this` command for chaining
       */
      showSuggestionAfterError(displaySuggestion = true) {
        this._showSuggestionAfterError = !!displaySuggestion;
        return this;
      }
      /**
       * Add a prepared subcommand.
       *
       * See .command() for creating an attached subcommand which inherits settings from its parent.
       *
       * @param {Command} cmd - new subcommand
       * @param {object} [opts] - configuration options
       * @return {Command} `this` command for chaining
       */
      addCommand(cmd, opts) {
        if (!cmd._name) {
          throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
        }
        opts = opts || {};
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        if (opts.noHelp || opts.hidden) cmd._hidden = true;
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd._checkForBrokenPassThrough();
        return this;
      }
      /**
       * Factory routine to create a new unattached argument.
       *
       * See .argument() for creating an attached argument, which uses this routine to
       * create the argument. You can override createArgument to return a custom argument.
       *
       * @param {string} name
       * @param {string} [description]
       * @return {Argument} new argument
       */
      createArgument(name, description) {
        return new Argument2(name, description);
      }
      /**
       * Define argument syntax for command.
       *
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @example
       * program.argument('<input-file>');
       * program.argument('[output-file]');
       *
       * @param {string} name
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom argument processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      argument(name, description, parseArg, defaultValue) {
        const argument = this.createArgument(name, description);
        if (typeof parseArg === "function") {
          argument.default(defaultValue).argParser(parseArg);
        } else {
          argument.default(parseArg);
        }
        this.addArgument(argument);
        return this;
      }
      /**
       * Define argument syntax for command, adding multiple at once (without descriptions).
       *
       * See also .argument().
       *
       * @example
       * program.arguments('<cmd> [env]');
       *
       * @param {string} names
       * @return {Command} `this` command for chaining
       */
      arguments(names) {
        names.trim().split(/ +/).forEach((detail) => {
          this.argument(detail);
        });
        return this;
      }
      /**
       * Define argument syntax for command, adding a prepared argument.
       *
       * @param {Argument} argument
       * @return {Command} `this` command for chaining
       */
      addArgument(argument) {
        const previousArgument = this.registeredArguments.slice(-1)[0];
        if (previousArgument?.variadic) {
          throw new Error(
            `only the last argument can be variadic '${previousArgument.name()}'`
          );
        }
        if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) {
          throw new Error(
            `a default value for a required argument is never used: '${argument.name()}'`
          );
        }
        this.registeredArguments.push(argument);
        return this;
      }
      /**
       * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
       *
       * @example
       *    program.helpCommand('help [cmd]');
       *    program.helpCommand('help [cmd]', 'show help');
       *    program.helpCommand(false); // suppress default help command
       *    program.helpCommand(true); // add help command even if no subcommands
       *
       * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
       * @param {string} [description] - custom description
       * @return {Command} `this` command for chaining
       */
      helpCommand(enableOrNameAndArgs, description) {
        if (typeof enableOrNameAndArgs === "boolean") {
          this._addImplicitHelpCommand = enableOrNameAndArgs;
          if (enableOrNameAndArgs && this._defaultCommandGroup) {
            this._initCommandGroup(this._getHelpCommand());
          }
          return this;
        }
        const nameAndArgs = enableOrNameAndArgs ?? "help [command]";
        const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const helpDescription = description ?? "display help for command";
        const helpCommand = this.createCommand(helpName);
        helpCommand.helpOption(false);
        if (helpArgs) helpCommand.arguments(helpArgs);
        if (helpDescription) helpCommand.description(helpDescription);
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Add prepared custom help command.
       *
       * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
       * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
       * @return {Command} `this` command for chaining
       */
      addHelpCommand(helpCommand, deprecatedDescription) {
        if (typeof helpCommand !== "object") {
          this.helpCommand(helpCommand, deprecatedDescription);
          return this;
        }
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Lazy create help command.
       *
       * @return {(Command|null)}
       * @package
       */
      _getHelpCommand() {
        const hasImplicitHelpCommand = this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"));
        if (hasImplicitHelpCommand) {
          if (this._helpCommand === void 0) {
            this.helpCommand(void 0, void 0);
          }
          return this._helpCommand;
        }
        return null;
      }
      /**
       * Add hook for life cycle event.
       *
       * @param {string} event
       * @param {Function} listener
       * @return {Command} `this` command for chaining
       */
      hook(event, listener) {
        const allowedValues = ["preSubcommand", "preAction", "postAction"];
        if (!allowedValues.includes(event)) {
          throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        if (this._lifeCycleHooks[event]) {
          this._lifeCycleHooks[event].push(listener);
        } else {
          this._lifeCycleHooks[event] = [listener];
        }
        return this;
      }
      /**
       * Register callback to use as replacement for calling process.exit.
       *
       * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
       * @return {Command} `this` command for chaining
       */
      exitOverride(fn) {
        if (fn) {
          this._exitCallback = fn;
        } else {
          this._exitCallback = (err) => {
            if (err.code !== "commander.executeSubCommandAsync") {
              throw err;
            } else {
            }
          };
        }
        return this;
      }
      /**
       * Call process.exit, and _exitCallback if defined.
       *
       * @param {number} exitCode exit code for using with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       * @return never
       * @private
       */
      _exit(exitCode, code, message) {
        if (this._exitCallback) {
          this._exitCallback(new CommanderError2(exitCode, code, message));
        }
        process7.exit(exitCode);
      }
      /**
       * Register callback `fn` for the command.
       *
       * @example
       * program
       *   .command('serve')
       *   .description('start service')
       *   .action(function() {
       *      // do work here
       *   });
       *
       * @param {Function} fn
       * @return {Command} `this` command for chaining
       */
      action(fn) {
        const listener = (args) => {
          const expectedArgsCount = this.registeredArguments.length;
          const actionArgs = args.slice(0, expectedArgsCount);
          if (this._storeOptionsAsProperties) {
            actionArgs[expectedArgsCount] = this;
          } else {
            actionArgs[expectedArgsCount] = this.opts();
          }
          actionArgs.push(this);
          return fn.apply(this, actionArgs);
        };
        this._actionHandler = listener;
        return this;
      }
      /**
       * Factory routine to create a new unattached option.
       *
       * See .option() for creating an attached option, which uses this routine to
       * create the option. You can override createOption to return a custom option.
       *
       * @param {string} flags
       * @param {string} [description]
       * @return {Option} new option
       */
      createOption(flags, description) {
        return new Option2(flags, description);
      }
      /**
       * Wrap parseArgs to catch 'commander.invalidArgument'.
       *
       * @param {(Option | Argument)} target
       * @param {string} value
       * @param {*} previous
       * @param {string} invalidArgumentMessage
       * @private
       */
      _callParseArg(target2, value, previous, invalidArgumentMessage) {
        try {
          return target2.parseArg(value, previous);
        } catch (err) {
          if (err.code === "commander.invalidArgument") {
            const message = `${invalidArgumentMessage} ${err.message}`;
            this.error(message, { exitCode: err.exitCode, code: err.code });
          }
          throw err;
        }
      }
      /**
       * Check for option flag conflicts.
       * Register option if no conflicts found, or throw on conflict.
       *
       * @param {Option} option
       * @private
       */
      _registerOption(option) {
        const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
        if (matchingOption) {
          const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
          throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
        }
        this._initOptionGroup(option);
        this.options.push(option);
      }
      /**
       * Check for command name and alias conflicts with existing commands.
       * Register command if no conflicts found, or throw on conflict.
       *
       * @param {Command} command
       * @private
       */
      _registerCommand(command) {
        const knownBy = (cmd) => {
          return [cmd.name()].concat(cmd.aliases());
        };
        const alreadyUsed = knownBy(command).find(
          (name) => this._findCommand(name)
        );
        if (alreadyUsed) {
          const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
          const newCmd = knownBy(command).join("|");
          throw new Error(
            `cannot add command '${newCmd}' as already have command '${existingCmd}'`
          );
        }
        this._initCommandGroup(command);
        this.commands.push(command);
      }
      /**
       * Add an option.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addOption(option) {
        this._registerOption(option);
        const oname = option.name();
        const name = option.attributeName();
        if (option.negate) {
          const positiveLongFlag = option.long.replace(/^--no-/, "--");
          if (!this._findOption(positiveLongFlag)) {
            this.setOptionValueWithSource(
              name,
              option.defaultValue === void 0 ? true : option.defaultValue,
              "default"
            );
          }
        } else if (option.defaultValue !== void 0) {
          this.setOptionValueWithSource(name, option.defaultValue, "default");
        }
        const handleOptionValue = (val, invalidValueMessage, valueSource) => {
          if (val == null && option.presetArg !== void 0) {
            val = option.presetArg;
          }
          const oldValue = this.getOptionValue(name);
          if (val !== null && option.parseArg) {
            val = this._callParseArg(option, val, oldValue, invalidValueMessage);
          } else if (val !== null && option.variadic) {
            val = option._collectValue(val, oldValue);
          }
          if (val == null) {
            if (option.negate) {
              val = false;
            } else if (option.isBoolean() || option.optional) {
              val = true;
            } else {
              val = "";
            }
          }
          this.setOptionValueWithSource(name, val, valueSource);
        };
        this.on("option:" + oname, (val) => {
          const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
          handleOptionValue(val, invalidValueMessage, "cli");
        });
        if (option.envVar) {
          this.on("optionEnv:" + oname, (val) => {
            const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
            handleOptionValue(val, invalidValueMessage, "env");
          });
        }
        return this;
      }
      /**
       * Internal implementation shared by .option() and .requiredOption()
       *
       * @return {Command} `this` command for chaining
       * @private
       */
      _optionEx(config, flags, description, fn, defaultValue) {
        if (typeof flags === "object" && flags instanceof Option2) {
          throw new Error(
            "To add an Option object use addOption() instead of option() or requiredOption()"
          );
        }
        const option = this.createOption(flags, description);
        option.makeOptionMandatory(!!config.mandatory);
        if (typeof fn === "function") {
          option.default(defaultValue).argParser(fn);
        } else if (fn instanceof RegExp) {
          const regex2 = fn;
          fn = (val, def) => {
            const m = regex2.exec(val);
            return m ? m[0] : def;
          };
          option.default(defaultValue).argParser(fn);
        } else {
          option.default(fn);
        }
        return this.addOption(option);
      }
      /**
       * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
       * option-argument is indicated by `<>` and an optional option-argument by `[]`.
       *
       * See the README for more details, and see also addOption() and requiredOption().
       *
       * @example
       * program
       *     .option('-p, --pepper', 'add pepper')
       *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
       *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
       *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      option(flags, description, parseArg, defaultValue) {
        return this._optionEx({}, flags, description, parseArg, defaultValue);
      }
      /**
       * Add a required option which must have a value after parsing. This usually means
       * the option must be specified on the command line. (Otherwise the same as .option().)
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      requiredOption(flags, description, parseArg, defaultValue) {
        return this._optionEx(
          { mandatory: true },
          flags,
          description,
          parseArg,
          defaultValue
        );
      }
      /**
       * Alter parsing of short flags with optional values.
       *
       * @example
       * // for `.option('-f,--flag [value]'):
       * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
       * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
       *
       * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
       * @return {Command} `this` command for chaining
       */
      combineFlagAndOptionalValue(combine = true) {
        this._combineFlagAndOptionalValue = !!combine;
        return this;
      }
      /**
       * Allow unknown options on the command line.
       *
       * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
       * @return {Command} `this` command for chaining
       */
      allowUnknownOption(allowUnknown = true) {
        this._allowUnknownOption = !!allowUnknown;
        return this;
      }
      /**
       * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
       *
       * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
       * @return {Command} `this` command for chaining
       */
      allowExcessArguments(allowExcess = true) {
        this._allowExcessArguments = !!allowExcess;
        return this;
      }
      /**
       * Enable positional options. Positional means global options are specified before subcommands which lets
       * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
       * The default behaviour is non-positional and global options may appear anywhere on the command line.
       *
       * @param {boolean} [positional]
       * @return {Command} `this` command for chaining
       */
      enablePositionalOptions(positional = true) {
        this._enablePositionalOptions = !!positional;
        return this;
      }
      /**
       * Pass through options that come after command-arguments rather than treat them as command-options,
       * so actual command-options come before command-arguments. Turning this on for a subcommand requires
       * positional options to have been enabled on the program (parent commands).
       * The default behaviour is non-positional and options may appear before or after command-arguments.
       *
       * @param {boolean} [passThrough] for unknown options.
       * @return {Command} `this` command for chaining
       */
      passThroughOptions(passThrough = true) {
        this._passThroughOptions = !!passThrough;
        this._checkForBrokenPassThrough();
        return this;
      }
      /**
       * @private
       */
      _checkForBrokenPassThrough() {
        if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) {
          throw new Error(
            `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`
          );
        }
      }
      /**
       * Whether to store option values as properties on command object,
       * or store separately (specify false). In both cases the option values can be accessed using .opts().
       *
       * @param {boolean} [storeAsProperties=true]
       * @return {Command} `this` command for chaining
       */
      storeOptionsAsProperties(storeAsProperties = true) {
        if (this.options.length) {
          throw new Error("call .storeOptionsAsProperties() before adding options");
        }
        if (Object.keys(this._optionValues).length) {
          throw new Error(
            "call .storeOptionsAsProperties() before setting option values"
          );
        }
        this._storeOptionsAsProperties = !!storeAsProperties;
        return this;
      }
      /**
       * Retrieve option value.
       *
       * @param {string} key
       * @return {object} value
       */
      getOptionValue(key3) {
        if (this._storeOptionsAsProperties) {
          return this[key3];
        }
        return this._optionValues[key3];
      }
      /**
       * Store option value.
       *
       * @param {string} key
       * @param {object} value
       * @return {Command} `this` command for chaining
       */
      setOptionValue(key3, value) {
        return this.setOptionValueWithSource(key3, value, void 0);
      }
      /**
       * Store option value and where the value came from.
       *
       * @param {string} key
       * @param {object} value
       * @param {string} source - expected values are default/config/env/cli/implied
       * @return {Command} `this` command for chaining
       */
      setOptionValueWithSource(key3, value, source) {
        if (this._storeOptionsAsProperties) {
          this[key3] = value;
        } else {
          this._optionValues[key3] = value;
        }
        this._optionValueSources[key3] = source;
        return this;
      }
      /**
       * Get source of option value.
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSource(key3) {
        return this._optionValueSources[key3];
      }
      /**
       * Get source of option value. See also .optsWithGlobals().
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSourceWithGlobals(key3) {
        let source;
        this._getCommandAndAncestors().forEach((cmd) => {
          if (cmd.getOptionValueSource(key3) !== void 0) {
            source = cmd.getOptionValueSource(key3);
          }
        });
        return source;
      }
      /**
       * Get user arguments from implied or explicit arguments.
       * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
       *
       * @private
       */
      _prepareUserArgs(argv, parseOptions) {
        if (argv !== void 0 && !Array.isArray(argv)) {
          throw new Error("first parameter to parse must be array or undefined");
        }
        parseOptions = parseOptions || {};
        if (argv === void 0 && parseOptions.from === void 0) {
          if (process7.versions?.electron) {
            parseOptions.from = "electron";
          }
          const execArgv = process7.execArgv ?? [];
          if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) {
            parseOptions.from = "eval";
          }
        }
        if (argv === void 0) {
          argv = process7.argv;
        }
        this.rawArgs = argv.slice();
        let userArgs;
        switch (parseOptions.from) {
          case void 0:
          case "node":
            this._scriptPath = argv[1];
            userArgs = argv.slice(2);
            break;
          case "electron":
            if (process7.defaultApp) {
              this._scriptPath = argv[1];
              userArgs = argv.slice(2);
            } else {
              userArgs = argv.slice(1);
            }
            break;
          case "user":
            userArgs = argv.slice(0);
            break;
          case "eval":
            userArgs = argv.slice(1);
            break;
          default:
            throw new Error(
              `unexpected parse option { from: '${parseOptions.from}' }`
            );
        }
        if (!this._name && this._scriptPath)
          this.nameFromFilename(this._scriptPath);
        this._name = this._name || "program";
        return userArgs;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Use parseAsync instead of parse if any of your action handlers are async.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * program.parse(); // parse process.argv and auto-detect electron and special node flags
       * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
       * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv] - optional, defaults to process.argv
       * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
       * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
       * @return {Command} `this` command for chaining
       */
      parse(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        this._parseCommand([], userArgs);
        return this;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
       * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
       * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv]
       * @param {object} [parseOptions]
       * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
       * @return {Promise}
       */
      async parseAsync(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        await this._parseCommand([], userArgs);
        return this;
      }
      _prepareForParse() {
        if (this._savedState === null) {
          this.saveStateBeforeParse();
        } else {
          this.restoreStateBeforeParse();
        }
      }
      /**
       * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state saved.
       */
      saveStateBeforeParse() {
        this._savedState = {
          // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
          _name: this._name,
          // option values before parse have default values (including false for negated options)
          // shallow clones
          _optionValues: { ...this._optionValues },
          _optionValueSources: { ...this._optionValueSources }
        };
      }
      /**
       * Restore state before parse for calls after the first.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state restored.
       */
      restoreStateBeforeParse() {
        if (this._storeOptionsAsProperties)
          throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
        this._name = this._savedState._name;
        this._scriptPath = null;
        this.rawArgs = [];
        this._optionValues = { ...this._savedState._optionValues };
        this._optionValueSources = { ...this._savedState._optionValueSources };
        this.args = [];
        this.processedArgs = [];
      }
      /**
       * Throw if expected executable is missing. Add lots of help for author.
       *
       * @param {string} executableFile
       * @param {string} executableDir
       * @param {string} subcommandName
       */
      _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
        if (fs.existsSync(executableFile)) return;
        const executableDirMessage = executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory";
        const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
        throw new Error(executableMissing);
      }
      /**
       * Execute a sub-command executable.
       *
       * @private
       */
      _executeSubCommand(subcommand, args) {
        args = args.slice();
        let launchWithNode = false;
        const sourceExt = [".js", ".ts", ".tsx", ".mjs", ".cjs"];
        function findFile(baseDir, baseName) {
          const localBin = path.resolve(baseDir, baseName);
          if (fs.existsSync(localBin)) return localBin;
          if (sourceExt.includes(path.extname(baseName))) return void 0;
          const foundExt = sourceExt.find(
            (ext) => fs.existsSync(`${localBin}${ext}`)
          );
          if (foundExt) return `${localBin}${foundExt}`;
          return void 0;
        }
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
        let executableDir = this._executableDir || "";
        if (this._scriptPath) {
          let resolvedScriptPath;
          try {
            resolvedScriptPath = fs.realpathSync(this._scriptPath);
          } catch {
            resolvedScriptPath = this._scriptPath;
          }
          executableDir = path.resolve(
            path.dirname(resolvedScriptPath),
            executableDir
          );
        }
        if (executableDir) {
          let localFile = findFile(executableDir, executableFile);
          if (!localFile && !subcommand._executableFile && this._scriptPath) {
            const legacyName = path.basename(
              this._scriptPath,
              path.extname(this._scriptPath)
            );
            if (legacyName !== this._name) {
              localFile = findFile(
                executableDir,
                `${legacyName}-${subcommand._name}`
              );
            }
          }
          executableFile = localFile || executableFile;
        }
        launchWithNode = sourceExt.includes(path.extname(executableFile));
        let proc;
        if (process7.platform !== "win32") {
          if (launchWithNode) {
            args.unshift(executableFile);
            args = incrementNodeInspectorPort(process7.execArgv).concat(args);
            proc = childProcess.spawn(process7.argv[0], args, { stdio: "inherit" });
          } else {
            proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
          }
        } else {
          this._checkForMissingExecutable(
            executableFile,
            executableDir,
            subcommand._name
          );
          args.unshift(executableFile);
          args = incrementNodeInspectorPort(process7.execArgv).concat(args);
          proc = childProcess.spawn(process7.execPath, args, { stdio: "inherit" });
        }
        if (!proc.killed) {
          const signals2 = ["SIGUSR1", "SIGUSR2", "SIGTERM", "SIGINT", "SIGHUP"];
          signals2.forEach((signal) => {
            process7.on(signal, () => {
              if (proc.killed === false && proc.exitCode === null) {
                proc.kill(signal);
              }
            });
          });
        }
        const exitCallback = this._exitCallback;
        proc.on("close", (code) => {
          code = code ?? 1;
          if (!exitCallback) {
            process7.exit(code);
          } else {
            exitCallback(
              new CommanderError2(
                code,
                "commander.executeSubCommandAsync",
                "(close)"
              )
            );
          }
        });
        proc.on("error", (err) => {
          if (err.code === "ENOENT") {
            this._checkForMissingExecutable(
              executableFile,
              executableDir,
              subcommand._name
            );
          } else if (err.code === "EACCES") {
            throw new Error(`'${executableFile}' not executable`);
          }
          if (!exitCallback) {
            process7.exit(1);
          } else {
            const wrappedError = new CommanderError2(
              1,
              "commander.executeSubCommandAsync",
              "(error)"
            );
            wrappedError.nestedError = err;
            exitCallback(wrappedError);
          }
        });
        this.runningCommand = proc;
      }
      /**
       * @private
       */
      _dispatchSubcommand(commandName, operands, unknown2) {
        const subCommand = this._findCommand(commandName);
        if (!subCommand) this.help({ error: true });
        subCommand._prepareForParse();
        let promiseChain;
        promiseChain = this._chainOrCallSubCommandHook(
          promiseChain,
          subCommand,
          "preSubcommand"
        );
        promiseChain = this._chainOrCall(promiseChain, () => {
          if (subCommand._executableHandler) {
            this._executeSubCommand(subCommand, operands.concat(unknown2));
          } else {
            return subCommand._parseCommand(operands, unknown2);
          }
        });
        return promiseChain;
      }
      /**
       * Invoke help directly if possible, or dispatch if necessary.
       * e.g. help foo
       *
       * @private
       */
      _dispatchHelpCommand(subcommandName) {
        if (!subcommandName) {
          this.help();
        }
        const subCommand = this._findCommand(subcommandName);
        if (subCommand && !subCommand._executableHandler) {
          subCommand.help();
        }
        return this._dispatchSubcommand(
          subcommandName,
          [],
          [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]
        );
      }
      /**
       * Check this.args against expected this.registeredArguments.
       *
       * @private
       */
      _checkNumberOfArguments() {
        this.registeredArguments.forEach((arg, i) => {
          if (arg.required && this.args[i] == null) {
            this.missingArgument(arg.name());
          }
        });
        if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) {
          return;
        }
        if (this.args.length > this.registeredArguments.length) {
          this._excessArguments(this.args);
        }
      }
      /**
       * Process this.args using this.registeredArguments and save as this.processedArgs!
       *
       * @private
       */
      _processArguments() {
        const myParseArg = (argument, value, previous) => {
          let parsedValue = value;
          if (value !== null && argument.parseArg) {
            const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
            parsedValue = this._callParseArg(
              argument,
              value,
              previous,
              invalidValueMessage
            );
          }
          return parsedValue;
        };
        this._checkNumberOfArguments();
        const processedArgs = [];
        this.registeredArguments.forEach((declaredArg, index) => {
          let value = declaredArg.defaultValue;
          if (declaredArg.variadic) {
            if (index < this.args.length) {
              value = this.args.slice(index);
              if (declaredArg.parseArg) {
                value = value.reduce((processed, v) => {
                  return myParseArg(declaredArg, v, processed);
                }, declaredArg.defaultValue);
              }
            } else if (value === void 0) {
              value = [];
            }
          } else if (index < this.args.length) {
            value = this.args[index];
            if (declaredArg.parseArg) {
              value = myParseArg(declaredArg, value, declaredArg.defaultValue);
            }
          }
          processedArgs[index] = value;
        });
        this.processedArgs = processedArgs;
      }
      /**
       * Once we have a promise we chain, but call synchronously until then.
       *
       * @param {(Promise|undefined)} promise
       * @param {Function} fn
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCall(promise, fn) {
        if (promise?.then && typeof promise.then === "function") {
          return promise.then(() => fn());
        }
        return fn();
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallHooks(promise, event) {
        let result2 = promise;
        const hooks = [];
        this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
          hookedCommand._lifeCycleHooks[event].forEach((callback) => {
            hooks.push({ hookedCommand, callback });
          });
        });
        if (event === "postAction") {
          hooks.reverse();
        }
        hooks.forEach((hookDetail) => {
          result2 = this._chainOrCall(result2, () => {
            return hookDetail.callback(hookDetail.hookedCommand, this);
          });
        });
        return result2;
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {Command} subCommand
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallSubCommandHook(promise, subCommand, event) {
        let result2 = promise;
        if (this._lifeCycleHooks[event] !== void 0) {
          this._lifeCycleHooks[event].forEach((hook) => {
            result2 = this._chainOrCall(result2, () => {
              return hook(this, subCommand);
            });
          });
        }
        return result2;
      }
      /**
       * Process arguments in context of this command.
       * Returns action result, in case it is a promise.
       *
       * @private
       */
      _parseCommand(operands, unknown2) {
        const parsed = this.parseOptions(unknown2);
        this._parseOptionsEnv();
        this._parseOptionsImplied();
        operands = operands.concat(parsed.operands);
        unknown2 = parsed.unknown;
        this.args = operands.concat(unknown2);
        if (operands && this._findCommand(operands[0])) {
          return this._dispatchSubcommand(operands[0], operands.slice(1), unknown2);
        }
        if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) {
          return this._dispatchHelpCommand(operands[1]);
        }
        if (this._defaultCommandName) {
          this._outputHelpIfRequested(unknown2);
          return this._dispatchSubcommand(
            this._defaultCommandName,
            operands,
            unknown2
          );
        }
        if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) {
          this.help({ error: true });
        }
        this._outputHelpIfRequested(parsed.unknown);
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        const checkForUnknownOptions = () => {
          if (parsed.unknown.length > 0) {
            this.unknownOption(parsed.unknown[0]);
          }
        };
        const commandEvent = `command:${this.name()}`;
        if (this._actionHandler) {
          checkForUnknownOptions();
          this._processArguments();
          let promiseChain;
          promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
          promiseChain = this._chainOrCall(
            promiseChain,
            () => this._actionHandler(this.processedArgs)
          );
          if (this.parent) {
            promiseChain = this._chainOrCall(promiseChain, () => {
              this.parent.emit(commandEvent, operands, unknown2);
            });
          }
          promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
          return promiseChain;
        }
        if (this.parent?.listenerCount(commandEvent)) {
          checkForUnknownOptions();
          this._processArguments();
          this.parent.emit(commandEvent, operands, unknown2);
        } else if (operands.length) {
          if (this._findCommand("*")) {
            return this._dispatchSubcommand("*", operands, unknown2);
          }
          if (this.listenerCount("command:*")) {
            this.emit("command:*", operands, unknown2);
          } else if (this.commands.length) {
            this.unknownCommand();
          } else {
            checkForUnknownOptions();
            this._processArguments();
          }
        } else if (this.commands.length) {
          checkForUnknownOptions();
          this.help({ error: true });
        } else {
          checkForUnknownOptions();
          this._processArguments();
        }
      }
      /**
       * Find matching command.
       *
       * @private
       * @return {Command | undefined}
       */
      _findCommand(name) {
        if (!name) return void 0;
        return this.commands.find(
          (cmd) => cmd._name === name || cmd._aliases.includes(name)
        );
      }
      /**
       * Return an option matching `arg` if any.
       *
       * @param {string} arg
       * @return {Option}
       * @package
       */
      _findOption(arg) {
        return this.options.find((option) => option.is(arg));
      }
      /**
       * Display an error message if a mandatory option does not have a value.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForMissingMandatoryOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd.options.forEach((anOption) => {
            if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) {
              cmd.missingMandatoryOptionValue(anOption);
            }
          });
        });
      }
      /**
       * Display an error message if conflicting options are used together in this.
       *
       * @private
       */
      _checkForConflictingLocalOptions() {
        const definedNonDefaultOptions = this.options.filter((option) => {
          const optionKey = option.attributeName();
          if (this.getOptionValue(optionKey) === void 0) {
            return false;
          }
          return this.getOptionValueSource(optionKey) !== "default";
        });
        const optionsWithConflicting = definedNonDefaultOptions.filter(
          (option) => option.conflictsWith.length > 0
        );
        optionsWithConflicting.forEach((option) => {
          const conflictingAndDefined = definedNonDefaultOptions.find(
            (defined) => option.conflictsWith.includes(defined.attributeName())
          );
          if (conflictingAndDefined) {
            this._conflictingOption(option, conflictingAndDefined);
          }
        });
      }
      /**
       * Display an error message if conflicting options are used together.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForConflictingOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd._checkForConflictingLocalOptions();
        });
      }
      /**
       * Parse options from `argv` removing known options,
       * and return argv split into operands and unknown arguments.
       *
       * Side effects: modifies command by storing options. Does not reset state if called again.
       *
       * Examples:
       *
       *     argv => operands, unknown
       *     --known kkk op => [op], []
       *     op --known kkk => [op], []
       *     sub --unknown uuu op => [sub], [--unknown uuu op]
       *     sub -- --unknown uuu op => [sub --unknown uuu op], []
       *
       * @param {string[]} args
       * @return {{operands: string[], unknown: string[]}}
       */
      parseOptions(args) {
        const operands = [];
        const unknown2 = [];
        let dest = operands;
        function maybeOption(arg) {
          return arg.length > 1 && arg[0] === "-";
        }
        const negativeNumberArg = (arg) => {
          if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
          return !this._getCommandAndAncestors().some(
            (cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short))
          );
        };
        let activeVariadicOption = null;
        let activeGroup = null;
        let i = 0;
        while (i < args.length || activeGroup) {
          const arg = activeGroup ?? args[i++];
          activeGroup = null;
          if (arg === "--") {
            if (dest === unknown2) dest.push(arg);
            dest.push(...args.slice(i));
            break;
          }
          if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
            this.emit(`option:${activeVariadicOption.name()}`, arg);
            continue;
          }
          activeVariadicOption = null;
          if (maybeOption(arg)) {
            const option = this._findOption(arg);
            if (option) {
              if (option.required) {
                const value = args[i++];
                if (value === void 0) this.optionMissingArgument(option);
                this.emit(`option:${option.name()}`, value);
              } else if (option.optional) {
                let value = null;
                if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) {
                  value = args[i++];
                }
                this.emit(`option:${option.name()}`, value);
              } else {
                this.emit(`option:${option.name()}`);
              }
              activeVariadicOption = option.variadic ? option : null;
              continue;
            }
          }
          if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
            const option = this._findOption(`-${arg[1]}`);
            if (option) {
              if (option.required || option.optional && this._combineFlagAndOptionalValue) {
                this.emit(`option:${option.name()}`, arg.slice(2));
              } else {
                this.emit(`option:${option.name()}`);
                activeGroup = `-${arg.slice(2)}`;
              }
              continue;
            }
          }
          if (/^--[^=]+=/.test(arg)) {
            const index = arg.indexOf("=");
            const option = this._findOption(arg.slice(0, index));
            if (option && (option.required || option.optional)) {
              this.emit(`option:${option.name()}`, arg.slice(index + 1));
              continue;
            }
          }
          if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) {
            dest = unknown2;
          }
          if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown2.length === 0) {
            if (this._findCommand(arg)) {
              operands.push(arg);
              unknown2.push(...args.slice(i));
              break;
            } else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
              operands.push(arg, ...args.slice(i));
              break;
            } else if (this._defaultCommandName) {
              unknown2.push(arg, ...args.slice(i));
              break;
            }
          }
          if (this._passThroughOptions) {
            dest.push(arg, ...args.slice(i));
            break;
          }
          dest.push(arg);
        }
        return { operands, unknown: unknown2 };
      }
      /**
       * Return an object containing local option values as key-value pairs.
       *
       * @return {object}
       */
      opts() {
        if (this._storeOptionsAsProperties) {
          const result2 = {};
          const len = this.options.length;
          for (let i = 0; i < len; i++) {
            const key3 = this.options[i].attributeName();
            result2[key3] = key3 === this._versionOptionName ? this._version : this[key3];
          }
          return result2;
        }
        return this._optionValues;
      }
      /**
       * Return an object containing merged local and global option values as key-value pairs.
       *
       * @return {object}
       */
      optsWithGlobals() {
        return this._getCommandAndAncestors().reduce(
          (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
          {}
        );
      }
      /**
       * Display error message and exit (or call exitOverride).
       *
       * @param {string} message
       * @param {object} [errorOptions]
       * @param {string} [errorOptions.code] - an id string representing the error
       * @param {number} [errorOptions.exitCode] - used with process.exit
       */
      error(message, errorOptions) {
        this._outputConfiguration.outputError(
          `${message}
`,
          this._outputConfiguration.writeErr
        );
        if (typeof this._showHelpAfterError === "string") {
          this._outputConfiguration.writeErr(`${this._showHelpAfterError}
`);
        } else if (this._showHelpAfterError) {
          this._outputConfiguration.writeErr("\n");
          this.outputHelp({ error: true });
        }
        const config = errorOptions || {};
        const exitCode = config.exitCode || 1;
        const code = config.code || "commander.error";
        this._exit(exitCode, code, message);
      }
      /**
       * Apply any option related environment variables, if option does
       * not have a value from cli or client code.
       *
       * @private
       */
      _parseOptionsEnv() {
        this.options.forEach((option) => {
          if (option.envVar && option.envVar in process7.env) {
            const optionKey = option.attributeName();
            if (this.getOptionValue(optionKey) === void 0 || ["default", "config", "env"].includes(
              this.getOptionValueSource(optionKey)
            )) {
              if (option.required || option.optional) {
                this.emit(`optionEnv:${option.name()}`, process7.env[option.envVar]);
              } else {
                this.emit(`optionEnv:${option.name()}`);
              }
            }
          }
        });
      }
      /**
       * Apply any implied option values, if option is undefined or default value.
       *
       * @private
       */
      _parseOptionsImplied() {
        const dualHelper = new DualOptions(this.options);
        const hasCustomOptionValue = (optionKey) => {
          return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
        };
        this.options.filter(
          (option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option
          )
        ).forEach((option) => {
          Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              "implied"
            );
          });
        });
      }
      /**
       * Argument `name` is missing.
       *
       * @param {string} name
       * @private
       */
      missingArgument(name) {
        const message = `error: missing required argument '${name}'`;
        this.error(message, { code: "commander.missingArgument" });
      }
      /**
       * `Option` is missing an argument.
       *
       * @param {Option} option
       * @private
       */
      optionMissingArgument(option) {
        const message = `error: option '${option.flags}' argument missing`;
        this.error(message, { code: "commander.optionMissingArgument" });
      }
      /**
       * `Option` does not have a value, and is a mandatory option.
       *
       * @param {Option} option
       * @private
       */
      missingMandatoryOptionValue(option) {
        const message = `error: required option '${option.flags}' not specified`;
        this.error(message, { code: "commander.missingMandatoryOptionValue" });
      }
      /**
       * `Option` conflicts with another option.
       *
       * @param {Option} option
       * @param {Option} conflictingOption
       * @private
       */
      _conflictingOption(option, conflictingOption) {
        const findBestOptionFromValue = (option2) => {
          const optionKey = option2.attributeName();
          const optionValue = this.getOptionValue(optionKey);
          const negativeOption = this.options.find(
            (target2) => target2.negate && optionKey === target2.attributeName()
          );
          const positiveOption = this.options.find(
            (target2) => !target2.negate && optionKey === target2.attributeName()
          );
          if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) {
            return negativeOption;
          }
          return positiveOption || option2;
        };
        const getErrorMessage = (option2) => {
          const bestOption = findBestOptionFromValue(option2);
          const optionKey = bestOption.attributeName();
          const source = this.getOptionValueSource(optionKey);
          if (source === "env") {
            return `environment variable '${bestOption.envVar}'`;
          }
          return `option '${bestOption.flags}'`;
        };
        const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
        this.error(message, { code: "commander.conflictingOption" });
      }
      /**
       * Unknown option `flag`.
       *
       * @param {string} flag
       * @private
       */
      unknownOption(flag) {
        if (this._allowUnknownOption) return;
        let suggestion = "";
        if (flag.startsWith("--") && this._showSuggestionAfterError) {
          let candidateFlags = [];
          let command = this;
          do {
            const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
            candidateFlags = candidateFlags.concat(moreFlags);
            command = command.parent;
          } while (command && !command._enablePositionalOptions);
          suggestion = suggestSimilar(flag, candidateFlags);
        }
        const message = `error: unknown option '${flag}'${suggestion}`;
        this.error(message, { code: "commander.unknownOption" });
      }
      /**
       * Excess arguments, more than expected.
       *
       * @param {string[]} receivedArgs
       * @private
       */
      _excessArguments(receivedArgs) {
        if (this._allowExcessArguments) return;
        const expected = this.registeredArguments.length;
        const s = expected === 1 ? "" : "s";
        const forSubcommand = this.parent ? ` for '${this.name()}'` : "";
        const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
        this.error(message, { code: "commander.excessArguments" });
      }
      /**
       * Unknown command.
       *
       * @private
       */
      unknownCommand() {
        const unknownName = this.args[0];
        let suggestion = "";
        if (this._showSuggestionAfterError) {
          const candidateNames = [];
          this.createHelp().visibleCommands(this).forEach((command) => {
            candidateNames.push(command.name());
            if (command.alias()) candidateNames.push(command.alias());
          });
          suggestion = suggestSimilar(unknownName, candidateNames);
        }
        const message = `error: unknown command '${unknownName}'${suggestion}`;
        this.error(message, { code: "commander.unknownCommand" });
      }
      /**
       * Get or set the program version.
       *
       * This method auto-registers the "-V, --version" option which will print the version number.
       *
       * You can optionally supply the flags and description to override the defaults.
       *
       * @param {string} [str]
       * @param {string} [flags]
       * @param {string} [description]
       * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
       */
      version(str, flags, description) {
        if (str === void 0) return this._version;
        this._version = str;
        flags = flags || "-V, --version";
        description = description || "output the version number";
        const versionOption = this.createOption(flags, description);
        this._versionOptionName = versionOption.attributeName();
        this._registerOption(versionOption);
        this.on("option:" + versionOption.name(), () => {
          this._outputConfiguration.writeOut(`${str}
`);
          this._exit(0, "commander.version", str);
        });
        return this;
      }
      /**
       * Set the description.
       *
       * @param {string} [str]
       * @param {object} [argsDescription]
       * @return {(string|Command)}
       */
      description(str, argsDescription) {
        if (str === void 0 && argsDescription === void 0)
          return this._description;
        this._description = str;
        if (argsDescription) {
          this._argsDescription = argsDescription;
        }
        return this;
      }
      /**
       * Set the summary. Used when listed as subcommand of parent.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      summary(str) {
        if (str === void 0) return this._summary;
        this._summary = str;
        return this;
      }
      /**
       * Set an alias for the command.
       *
       * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
       *
       * @param {string} [alias]
       * @return {(string|Command)}
       */
      alias(alias) {
        if (alias === void 0) return this._aliases[0];
        let command = this;
        if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) {
          command = this.commands[this.commands.length - 1];
        }
        if (alias === command._name)
          throw new Error("Command alias can't be the same as its name");
        const matchingCommand = this.parent?._findCommand(alias);
        if (matchingCommand) {
          const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
          throw new Error(
            `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`
          );
        }
        command._aliases.push(alias);
        return this;
      }
      /**
       * Set aliases for the command.
       *
       * Only the first alias is shown in the auto-generated help.
       *
       * @param {string[]} [aliases]
       * @return {(string[]|Command)}
       */
      aliases(aliases2) {
        if (aliases2 === void 0) return this._aliases;
        aliases2.forEach((alias) => this.alias(alias));
        return this;
      }
      /**
       * Set / get the command usage `str`.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      usage(str) {
        if (str === void 0) {
          if (this._usage) return this._usage;
          const args = this.registeredArguments.map((arg) => {
            return humanReadableArgName(arg);
          });
          return [].concat(
            this.options.length || this._helpOption !== null ? "[options]" : [],
            this.commands.length ? "[command]" : [],
            this.registeredArguments.length ? args : []
          ).join(" ");
        }
        this._usage = str;
        return this;
      }
      /**
       * Get or set the name of the command.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      name(str) {
        if (str === void 0) return this._name;
        this._name = str;
        return this;
      }
      /**
       * Set/get the help group heading for this subcommand in parent command's help.
       *
       * @param {string} [heading]
       * @return {Command | string}
       */
      helpGroup(heading7) {
        if (heading7 === void 0) return this._helpGroupHeading ?? "";
        this._helpGroupHeading = heading7;
        return this;
      }
      /**
       * Set/get the default help group heading for subcommands added to this command.
       * (This does not override a group set directly on the subcommand using .helpGroup().)
       *
       * @example
       * program.commandsGroup('Development Commands:);
       * program.command('watch')...
       * program.command('lint')...
       * ...
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      commandsGroup(heading7) {
        if (heading7 === void 0) return this._defaultCommandGroup ?? "";
        this._defaultCommandGroup = heading7;
        return this;
      }
      /**
       * Set/get the default help group heading for options added to this command.
       * (This does not override a group set directly on the option using .helpGroup().)
       *
       * @example
       * program
       *   .optionsGroup('Development Options:')
       *   .option('-d, --debug', 'output extra debugging')
       *   .option('-p, --profile', 'output profiling information')
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      optionsGroup(heading7) {
        if (heading7 === void 0) return this._defaultOptionGroup ?? "";
        this._defaultOptionGroup = heading7;
        return this;
      }
      /**
       * @param {Option} option
       * @private
       */
      _initOptionGroup(option) {
        if (this._defaultOptionGroup && !option.helpGroupHeading)
          option.helpGroup(this._defaultOptionGroup);
      }
      /**
       * @param {Command} cmd
       * @private
       */
      _initCommandGroup(cmd) {
        if (this._defaultCommandGroup && !cmd.helpGroup())
          cmd.helpGroup(this._defaultCommandGroup);
      }
      /**
       * Set the name of the command from script filename, such as process.argv[1],
       * or require.main.filename, or __filename.
       *
       * (Used internally and public although not documented in README.)
       *
       * @example
       * program.nameFromFilename(require.main.filename);
       *
       * @param {string} filename
       * @return {Command}
       */
      nameFromFilename(filename) {
        this._name = path.basename(filename, path.extname(filename));
        return this;
      }
      /**
       * Get or set the directory for searching for executable subcommands of this command.
       *
       * @example
       * program.executableDir(__dirname);
       * // or
       * program.executableDir('subcommands');
       *
       * @param {string} [path]
       * @return {(string|null|Command)}
       */
      executableDir(path2) {
        if (path2 === void 0) return this._executableDir;
        this._executableDir = path2;
        return this;
      }
      /**
       * Return program help documentation.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
       * @return {string}
       */
      helpInformation(contextOptions) {
        const helper = this.createHelp();
        const context = this._getOutputContext(contextOptions);
        helper.prepareContext({
          error: context.error,
          helpWidth: context.helpWidth,
          outputHasColors: context.hasColors
        });
        const text = helper.formatHelp(this, helper);
        if (context.hasColors) return text;
        return this._outputConfiguration.stripColor(text);
      }
      /**
       * @typedef HelpContext
       * @type {object}
       * @property {boolean} error
       * @property {number} helpWidth
       * @property {boolean} hasColors
       * @property {function} write - includes stripColor if needed
       *
       * @returns {HelpContext}
       * @private
       */
      _getOutputContext(contextOptions) {
        contextOptions = contextOptions || {};
        const error = !!contextOptions.error;
        let baseWrite;
        let hasColors;
        let helpWidth;
        if (error) {
          baseWrite = (str) => this._outputConfiguration.writeErr(str);
          hasColors = this._outputConfiguration.getErrHasColors();
          helpWidth = this._outputConfiguration.getErrHelpWidth();
        } else {
          baseWrite = (str) => this._outputConfiguration.writeOut(str);
          hasColors = this._outputConfiguration.getOutHasColors();
          helpWidth = this._outputConfiguration.getOutHelpWidth();
        }
        const write = (str) => {
          if (!hasColors) str = this._outputConfiguration.stripColor(str);
          return baseWrite(str);
        };
        return { error, write, hasColors, helpWidth };
      }
      /**
       * Output help information for this command.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      outputHelp(contextOptions) {
        let deprecatedCallback;
        if (typeof contextOptions === "function") {
          deprecatedCallback = contextOptions;
          contextOptions = void 0;
        }
        const outputContext = this._getOutputContext(contextOptions);
        const eventContext = {
          error: outputContext.error,
          write: outputContext.write,
          command: this
        };
        this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
        this.emit("beforeHelp", eventContext);
        let helpInformation = this.helpInformation({ error: outputContext.error });
        if (deprecatedCallback) {
          helpInformation = deprecatedCallback(helpInformation);
          if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) {
            throw new Error("outputHelp callback must return a string or a Buffer");
          }
        }
        outputContext.write(helpInformation);
        if (this._getHelpOption()?.long) {
          this.emit(this._getHelpOption().long);
        }
        this.emit("afterHelp", eventContext);
        this._getCommandAndAncestors().forEach(
          (command) => command.emit("afterAllHelp", eventContext)
        );
      }
      /**
       * You can pass in flags and a description to customise the built-in help option.
       * Pass in false to disable the built-in help option.
       *
       * @example
       * program.helpOption('-?, --help' 'show help'); // customise
       * program.helpOption(false); // disable
       *
       * @param {(string | boolean)} flags
       * @param {string} [description]
       * @return {Command} `this` command for chaining
       */
      helpOption(flags, description) {
        if (typeof flags === "boolean") {
          if (flags) {
            if (this._helpOption === null) this._helpOption = void 0;
            if (this._defaultOptionGroup) {
              this._initOptionGroup(this._getHelpOption());
            }
          } else {
            this._helpOption = null;
          }
          return this;
        }
        this._helpOption = this.createOption(
          flags ?? "-h, --help",
          description ?? "display help for command"
        );
        if (flags || description) this._initOptionGroup(this._helpOption);
        return this;
      }
      /**
       * Lazy create help option.
       * Returns null if has been disabled with .helpOption(false).
       *
       * @returns {(Option | null)} the help option
       * @package
       */
      _getHelpOption() {
        if (this._helpOption === void 0) {
          this.helpOption(void 0, void 0);
        }
        return this._helpOption;
      }
      /**
       * Supply your own option to use for the built-in help option.
       * This is an alternative to using helpOption() to customise the flags and description etc.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addHelpOption(option) {
        this._helpOption = option;
        this._initOptionGroup(option);
        return this;
      }
      /**
       * Output help information and exit.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      help(contextOptions) {
        this.outputHelp(contextOptions);
        let exitCode = Number(process7.exitCode ?? 0);
        if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) {
          exitCode = 1;
        }
        this._exit(exitCode, "commander.help", "(outputHelp)");
      }
      /**
       * // Do a little typing to coordinate emit and listener for the help text events.
       * @typedef HelpTextEventContext
       * @type {object}
       * @property {boolean} error
       * @property {Command} command
       * @property {function} write
       */
      /**
       * Add additional text to be displayed with the built-in help.
       *
       * Position is 'before' or 'after' to affect just this command,
       * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
       *
       * @param {string} position - before or after built-in help
       * @param {(string | Function)} text - string to add, or a function returning a string
       * @return {Command} `this` command for chaining
       */
      addHelpText(position, text) {
        const allowedValues = ["beforeAll", "before", "after", "afterAll"];
        if (!allowedValues.includes(position)) {
          throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        const helpEvent = `${position}Help`;
        this.on(helpEvent, (context) => {
          let helpStr;
          if (typeof text === "function") {
            helpStr = text({ error: context.error, command: context.command });
          } else {
            helpStr = text;
          }
          if (helpStr) {
            context.write(`${helpStr}
`);
          }
        });
        return this;
      }
      /**
       * Output help information if help flags specified
       *
       * @param {Array} args - array of options to search for help flags
       * @private
       */
      _outputHelpIfRequested(args) {
        const helpOption = this._getHelpOption();
        const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
        if (helpRequested) {
          this.outputHelp();
          this._exit(0, "commander.helpDisplayed", "(outputHelp)");
        }
      }
    };
    function incrementNodeInspectorPort(args) {
      return args.map((arg) => {
        if (!arg.startsWith("--inspect")) {
          return arg;
        }
        let debugOption;
        let debugHost = "127.0.0.1";
        let debugPort = "9229";
        let match;
        if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
          debugOption = match[1];
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
          debugOption = match[1];
          if (/^\d+$/.test(match[3])) {
            debugPort = match[3];
          } else {
            debugHost = match[3];
          }
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
          debugOption = match[1];
          debugHost = match[3];
          debugPort = match[4];
        }
        if (debugOption && debugPort !== "0") {
          return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
        }
        return arg;
      });
    }
    function useColor() {
      if (process7.env.NO_COLOR || process7.env.FORCE_COLOR === "0" || process7.env.FORCE_COLOR === "false")
        return false;
      if (process7.env.FORCE_COLOR || process7.env.CLICOLOR_FORCE !== void 0)
        return true;
      return void 0;
    }
    exports.Command = Command2;
    exports.useColor = useColor;
  }
});

// node_modules/commander/index.js
var require_commander = __commonJS({
  "node_modules/commander/index.js"(exports) {
    var { Argument: Argument2 } = require_argument();
    var { Command: Command2 } = require_command();
    var { CommanderError: CommanderError2, InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var { Help: Help2 } = require_help();
    var { Option: Option2 } = require_option();
    exports.program = new Command2();
    exports.createCommand = (name) => new Command2(name);
    exports.createOption = (flags, description) => new Option2(flags, description);
    exports.createArgument = (name, description) => new Argument2(name, description);
    exports.Command = Command2;
    exports.Option = Option2;
    exports.Argument = Argument2;
    exports.Help = Help2;
    exports.CommanderError = CommanderError2;
    exports.InvalidArgumentError = InvalidArgumentError2;
    exports.InvalidOptionArgumentError = InvalidArgumentError2;
  }
});

// src/cli.ts
import { resolve as resolve3 } from "node:path";

// node_modules/commander/esm.mjs
var import_index = __toESM(require_commander(), 1);
var {
  program,
  createCommand,
  createArgument,
  createOption,
  CommanderError,
  InvalidArgumentError,
  InvalidOptionArgumentError,
  // deprecated old name
  Command,
  Argument,
  Option,
  Help
} = import_index.default;

// src/adapters/local/host.ts
import { resolve } from "node:path";

// src/adapters/local/forge.ts
function skipped(publisher, why2) {
  return { publisher, status: "skipped", why: why2 };
}
var files = "The same text is in the output directory.";
var localForge = {
  // Nobody to cut texts short for.
  limits: { comment: Number.MAX_SAFE_INTEGER, summary: Number.MAX_SAFE_INTEGER },
  event: async () => ({ kind: "local" }),
  upsertComment: async () => skipped("comment", `There is no pull request here to comment on. ${files}`),
  findPullRequest: async () => ({ why: "There is no pull request here." }),
  changedFiles: async () => null,
  labelledBy: async () => [],
  check: async () => skipped("check", "There are no checks outside of GitHub Actions."),
  writeSummary: async () => skipped("summary", `There is no job summary outside of GitHub Actions. ${files}`),
  annotate: async () => skipped("annotations", "There are no annotations outside of GitHub Actions."),
  setOutputs: async () => skipped("outputs", "There are no step outputs outside of GitHub Actions.")
};

// src/adapters/local/log.ts
import { styleText } from "node:util";

// node_modules/log-update/index.js
import process6 from "node:process";

// node_modules/ansi-escapes/base.js
var base_exports = {};
__export(base_exports, {
  ConEmu: () => ConEmu,
  beep: () => beep,
  beginSynchronizedOutput: () => beginSynchronizedOutput,
  clearScreen: () => clearScreen,
  clearTerminal: () => clearTerminal,
  clearViewport: () => clearViewport,
  cursorBackward: () => cursorBackward,
  cursorDown: () => cursorDown,
  cursorForward: () => cursorForward,
  cursorGetPosition: () => cursorGetPosition,
  cursorHide: () => cursorHide,
  cursorLeft: () => cursorLeft,
  cursorMove: () => cursorMove,
  cursorNextLine: () => cursorNextLine,
  cursorPrevLine: () => cursorPrevLine,
  cursorRestorePosition: () => cursorRestorePosition,
  cursorSavePosition: () => cursorSavePosition,
  cursorShow: () => cursorShow,
  cursorTo: () => cursorTo,
  cursorUp: () => cursorUp,
  endSynchronizedOutput: () => endSynchronizedOutput,
  enterAlternativeScreen: () => enterAlternativeScreen,
  eraseDown: () => eraseDown,
  eraseEndLine: () => eraseEndLine,
  eraseLine: () => eraseLine,
  eraseLines: () => eraseLines,
  eraseScreen: () => eraseScreen,
  eraseStartLine: () => eraseStartLine,
  eraseUp: () => eraseUp,
  exitAlternativeScreen: () => exitAlternativeScreen,
  iTerm: () => iTerm,
  image: () => image,
  link: () => link,
  scrollDown: () => scrollDown,
  scrollUp: () => scrollUp,
  setCwd: () => setCwd,
  synchronizedOutput: () => synchronizedOutput
});
import process2 from "node:process";
import os from "node:os";

// node_modules/environment/index.js
var isBrowser = globalThis.window?.document !== void 0;
var isNode = globalThis.process?.versions?.node !== void 0;
var isBun = globalThis.process?.versions?.bun !== void 0;
var isDeno = globalThis.Deno?.version?.deno !== void 0;
var isElectron = globalThis.process?.versions?.electron !== void 0;
var isJsDom = globalThis.navigator?.userAgent?.includes("jsdom") === true;
var isWebWorker = typeof WorkerGlobalScope !== "undefined" && globalThis instanceof WorkerGlobalScope;
var isDedicatedWorker = typeof DedicatedWorkerGlobalScope !== "undefined" && globalThis instanceof DedicatedWorkerGlobalScope;
var isSharedWorker = typeof SharedWorkerGlobalScope !== "undefined" && globalThis instanceof SharedWorkerGlobalScope;
var isServiceWorker = typeof ServiceWorkerGlobalScope !== "undefined" && globalThis instanceof ServiceWorkerGlobalScope;
var platform = globalThis.navigator?.userAgentData?.platform;
var isMacOs = platform === "macOS" || globalThis.navigator?.platform === "MacIntel" || globalThis.navigator?.userAgent?.includes(" Mac ") === true || globalThis.process?.platform === "darwin";
var isWindows = platform === "Windows" || globalThis.navigator?.platform === "Win32" || globalThis.process?.platform === "win32";
var isLinux = platform === "Linux" || globalThis.navigator?.platform?.startsWith("Linux") === true || globalThis.navigator?.userAgent?.includes(" Linux ") === true || globalThis.process?.platform === "linux";
var isIos = platform === "iOS" || globalThis.navigator?.platform === "MacIntel" && globalThis.navigator?.maxTouchPoints > 1 || /iPad|iPhone|iPod/.test(globalThis.navigator?.platform);
var isAndroid = platform === "Android" || globalThis.navigator?.platform === "Android" || globalThis.navigator?.userAgent?.includes(" Android ") === true || globalThis.process?.platform === "android";

// node_modules/ansi-escapes/base.js
var ESC = "\x1B[";
var OSC = "\x1B]";
var BEL = "\x07";
var SEP = ";";
var isTerminalApp = !isBrowser && process2.env.TERM_PROGRAM === "Apple_Terminal";
var isWindows2 = !isBrowser && process2.platform === "win32";
var isTmux = !isBrowser && (process2.env.TERM?.startsWith("screen") || process2.env.TERM?.startsWith("tmux") || process2.env.TMUX !== void 0);
var cwdFunction = isBrowser ? () => {
  throw new Error("`process.cwd()` only works in Node.js, not the browser.");
} : process2.cwd;
var wrapOsc = (sequence) => {
  if (isTmux) {
    return "\x1BPtmux;" + sequence.replaceAll("\x1B", "\x1B\x1B") + "\x1B\\";
  }
  return sequence;
};
var cursorTo = (x, y) => {
  if (typeof x !== "number") {
    throw new TypeError("The `x` argument is required");
  }
  if (typeof y !== "number") {
    return ESC + (x + 1) + "G";
  }
  return ESC + (y + 1) + SEP + (x + 1) + "H";
};
var cursorMove = (x, y) => {
  if (typeof x !== "number") {
    throw new TypeError("The `x` argument is required");
  }
  let returnValue = "";
  if (x < 0) {
    returnValue += ESC + -x + "D";
  } else if (x > 0) {
    returnValue += ESC + x + "C";
  }
  if (y < 0) {
    returnValue += ESC + -y + "A";
  } else if (y > 0) {
    returnValue += ESC + y + "B";
  }
  return returnValue;
};
var cursorUp = (count2 = 1) => ESC + count2 + "A";
var cursorDown = (count2 = 1) => ESC + count2 + "B";
var cursorForward = (count2 = 1) => ESC + count2 + "C";
var cursorBackward = (count2 = 1) => ESC + count2 + "D";
var cursorLeft = ESC + "G";
var cursorSavePosition = isTerminalApp ? "\x1B7" : ESC + "s";
var cursorRestorePosition = isTerminalApp ? "\x1B8" : ESC + "u";
var cursorGetPosition = ESC + "6n";
var cursorNextLine = ESC + "E";
var cursorPrevLine = ESC + "F";
var cursorHide = ESC + "?25l";
var cursorShow = ESC + "?25h";
var eraseLines = (count2) => {
  let clear = "";
  for (let i = 0; i < count2; i++) {
    clear += eraseLine + (i < count2 - 1 ? cursorUp() : "");
  }
  if (count2) {
    clear += cursorLeft;
  }
  return clear;
};
var eraseEndLine = ESC + "K";
var eraseStartLine = ESC + "1K";
var eraseLine = ESC + "2K";
var eraseDown = ESC + "J";
var eraseUp = ESC + "1J";
var eraseScreen = ESC + "2J";
var scrollUp = ESC + "S";
var scrollDown = ESC + "T";
var clearScreen = "\x1Bc";
var clearViewport = `${eraseScreen}${ESC}H`;
var isOldWindows = () => {
  if (isBrowser || !isWindows2) {
    return false;
  }
  const parts = os.release().split(".");
  const major = Number(parts[0]);
  const build2 = Number(parts[2] ?? 0);
  if (major < 10) {
    return true;
  }
  if (major === 10 && build2 < 10586) {
    return true;
  }
  return false;
};
var clearTerminal = isOldWindows() ? `${eraseScreen}${ESC}0f` : `${eraseScreen}${ESC}3J${ESC}H`;
var enterAlternativeScreen = ESC + "?1049h";
var exitAlternativeScreen = ESC + "?1049l";
var beginSynchronizedOutput = ESC + "?2026h";
var endSynchronizedOutput = ESC + "?2026l";
var synchronizedOutput = (text) => beginSynchronizedOutput + text + endSynchronizedOutput;
var beep = BEL;
var link = (text, url) => {
  const openLink = wrapOsc(`${OSC}8${SEP}${SEP}${url}${BEL}`);
  const closeLink = wrapOsc(`${OSC}8${SEP}${SEP}${BEL}`);
  return openLink + text + closeLink;
};
var image = (data2, options2 = {}) => {
  let returnValue = `${OSC}1337;File=inline=1`;
  if (options2.width) {
    returnValue += `;width=${options2.width}`;
  }
  if (options2.height) {
    returnValue += `;height=${options2.height}`;
  }
  if (options2.preserveAspectRatio === false) {
    returnValue += ";preserveAspectRatio=0";
  }
  const imageBuffer = Buffer.from(data2);
  return wrapOsc(returnValue + `;size=${imageBuffer.byteLength}:` + imageBuffer.toString("base64") + BEL);
};
var iTerm = {
  setCwd: (cwd = cwdFunction()) => wrapOsc(`${OSC}50;CurrentDir=${cwd}${BEL}`),
  annotation(message, options2 = {}) {
    let returnValue = `${OSC}1337;`;
    const hasX = options2.x !== void 0;
    const hasY = options2.y !== void 0;
    if ((hasX || hasY) && !(hasX && hasY && options2.length !== void 0)) {
      throw new Error("`x`, `y` and `length` must be defined when `x` or `y` is defined");
    }
    message = message.replaceAll("|", "");
    returnValue += options2.isHidden ? "AddHiddenAnnotation=" : "AddAnnotation=";
    if (options2.length > 0) {
      returnValue += (hasX ? [message, options2.length, options2.x, options2.y] : [options2.length, message]).join("|");
    } else {
      returnValue += message;
    }
    return wrapOsc(returnValue + BEL);
  }
};
var ConEmu = {
  setCwd: (cwd = cwdFunction()) => wrapOsc(`${OSC}9;9;${cwd}${BEL}`)
};
var setCwd = (cwd = cwdFunction()) => iTerm.setCwd(cwd) + ConEmu.setCwd(cwd);

// node_modules/cli-cursor/index.js
import process5 from "node:process";

// node_modules/restore-cursor/index.js
import process4 from "node:process";

// node_modules/mimic-function/index.js
var copyProperty = (to, from, property, ignoreNonConfigurable) => {
  if (property === "length" || property === "prototype") {
    return;
  }
  if (property === "arguments" || property === "caller") {
    return;
  }
  const toDescriptor = Object.getOwnPropertyDescriptor(to, property);
  const fromDescriptor = Object.getOwnPropertyDescriptor(from, property);
  if (!canCopyProperty(toDescriptor, fromDescriptor) && ignoreNonConfigurable) {
    return;
  }
  Object.defineProperty(to, property, fromDescriptor);
};
var canCopyProperty = function(toDescriptor, fromDescriptor) {
  return toDescriptor === void 0 || toDescriptor.configurable || toDescriptor.writable === fromDescriptor.writable && toDescriptor.enumerable === fromDescriptor.enumerable && toDescriptor.configurable === fromDescriptor.configurable && (toDescriptor.writable || toDescriptor.value === fromDescriptor.value);
};
var changePrototype = (to, from) => {
  const fromPrototype = Object.getPrototypeOf(from);
  if (fromPrototype === Object.getPrototypeOf(to)) {
    return;
  }
  Object.setPrototypeOf(to, fromPrototype);
};
var wrappedToString = (withName, fromBody) => `/* Wrapped ${withName}*/
${fromBody}`;
var toStringDescriptor = Object.getOwnPropertyDescriptor(Function.prototype, "toString");
var toStringName = Object.getOwnPropertyDescriptor(Function.prototype.toString, "name");
var changeToString = (to, from, name) => {
  const withName = name === "" ? "" : `with ${name.trim()}() `;
  const newToString = wrappedToString.bind(null, withName, from.toString());
  Object.defineProperty(newToString, "name", toStringName);
  const { writable, enumerable, configurable } = toStringDescriptor;
  Object.defineProperty(to, "toString", { value: newToString, writable, enumerable, configurable });
};
function mimicFunction(to, from, { ignoreNonConfigurable = false } = {}) {
  const { name } = to;
  for (const property of Reflect.ownKeys(from)) {
    copyProperty(to, from, property, ignoreNonConfigurable);
  }
  changePrototype(to, from);
  changeToString(to, from, name);
  return to;
}

// node_modules/onetime/index.js
var calledFunctions = /* @__PURE__ */ new WeakMap();
var onetime = (function_, options2 = {}) => {
  if (typeof function_ !== "function") {
    throw new TypeError("Expected a function");
  }
  let returnValue;
  let callCount = 0;
  const functionName = function_.displayName || function_.name || "<anonymous>";
  const onetime2 = function(...arguments_) {
    calledFunctions.set(onetime2, ++callCount);
    if (callCount === 1) {
      returnValue = function_.apply(this, arguments_);
      function_ = void 0;
    } else if (options2.throw === true) {
      throw new Error(`Function \`${functionName}\` can only be called once`);
    }
    return returnValue;
  };
  mimicFunction(onetime2, function_);
  calledFunctions.set(onetime2, callCount);
  return onetime2;
};
onetime.callCount = (function_) => {
  if (!calledFunctions.has(function_)) {
    throw new Error(`The given function \`${function_.name}\` is not wrapped by the \`onetime\` package`);
  }
  return calledFunctions.get(function_);
};
var onetime_default = onetime;

// node_modules/signal-exit/dist/mjs/signals.js
var signals = [];
signals.push("SIGHUP", "SIGINT", "SIGTERM");
if (process.platform !== "win32") {
  signals.push(
    "SIGALRM",
    "SIGABRT",
    "SIGVTALRM",
    "SIGXCPU",
    "SIGXFSZ",
    "SIGUSR2",
    "SIGTRAP",
    "SIGSYS",
    "SIGQUIT",
    "SIGIOT"
    // should detect profiler and enable/disable accordingly.
    // see #21
    // 'SIGPROF'
  );
}
if (process.platform === "linux") {
  signals.push("SIGIO", "SIGPOLL", "SIGPWR", "SIGSTKFLT");
}

// node_modules/signal-exit/dist/mjs/index.js
var processOk = (process7) => !!process7 && typeof process7 === "object" && typeof process7.removeListener === "function" && typeof process7.emit === "function" && typeof process7.reallyExit === "function" && typeof process7.listeners === "function" && typeof process7.kill === "function" && typeof process7.pid === "number" && typeof process7.on === "function";
var kExitEmitter = /* @__PURE__ */ Symbol.for("signal-exit emitter");
var global = globalThis;
var ObjectDefineProperty = Object.defineProperty.bind(Object);
var Emitter = class {
  emitted = {
    afterExit: false,
    exit: false
  };
  listeners = {
    afterExit: [],
    exit: []
  };
  count = 0;
  id = Math.random();
  constructor() {
    if (global[kExitEmitter]) {
      return global[kExitEmitter];
    }
    ObjectDefineProperty(global, kExitEmitter, {
      value: this,
      writable: false,
      enumerable: false,
      configurable: false
    });
  }
  on(ev, fn) {
    this.listeners[ev].push(fn);
  }
  removeListener(ev, fn) {
    const list = this.listeners[ev];
    const i = list.indexOf(fn);
    if (i === -1) {
      return;
    }
    if (i === 0 && list.length === 1) {
      list.length = 0;
    } else {
      list.splice(i, 1);
    }
  }
  emit(ev, code, signal) {
    if (this.emitted[ev]) {
      return false;
    }
    this.emitted[ev] = true;
    let ret = false;
    for (const fn of this.listeners[ev]) {
      ret = fn(code, signal) === true || ret;
    }
    if (ev === "exit") {
      ret = this.emit("afterExit", code, signal) || ret;
    }
    return ret;
  }
};
var SignalExitBase = class {
};
var signalExitWrap = (handler) => {
  return {
    onExit(cb, opts) {
      return handler.onExit(cb, opts);
    },
    load() {
      return handler.load();
    },
    unload() {
      return handler.unload();
    }
  };
};
var SignalExitFallback = class extends SignalExitBase {
  onExit() {
    return () => {
    };
  }
  load() {
  }
  unload() {
  }
};
var SignalExit = class extends SignalExitBase {
  // "SIGHUP" throws an `ENOSYS` error on Windows,
  // so use a supported signal instead
  /* c8 ignore start */
  #hupSig = process3.platform === "win32" ? "SIGINT" : "SIGHUP";
  /* c8 ignore stop */
  #emitter = new Emitter();
  #process;
  #originalProcessEmit;
  #originalProcessReallyExit;
  #sigListeners = {};
  #loaded = false;
  constructor(process7) {
    super();
    this.#process = process7;
    this.#sigListeners = {};
    for (const sig of signals) {
      this.#sigListeners[sig] = () => {
        const listeners = this.#process.listeners(sig);
        let { count: count2 } = this.#emitter;
        const p = process7;
        if (typeof p.__signal_exit_emitter__ === "object" && typeof p.__signal_exit_emitter__.count === "number") {
          count2 += p.__signal_exit_emitter__.count;
        }
        if (listeners.length === count2) {
          this.unload();
          const ret = this.#emitter.emit("exit", null, sig);
          const s = sig === "SIGHUP" ? this.#hupSig : sig;
          if (!ret)
            process7.kill(process7.pid, s);
        }
      };
    }
    this.#originalProcessReallyExit = process7.reallyExit;
    this.#originalProcessEmit = process7.emit;
  }
  onExit(cb, opts) {
    if (!processOk(this.#process)) {
      return () => {
      };
    }
    if (this.#loaded === false) {
      this.load();
    }
    const ev = opts?.alwaysLast ? "afterExit" : "exit";
    this.#emitter.on(ev, cb);
    return () => {
      this.#emitter.removeListener(ev, cb);
      if (this.#emitter.listeners["exit"].length === 0 && this.#emitter.listeners["afterExit"].length === 0) {
        this.unload();
      }
    };
  }
  load() {
    if (this.#loaded) {
      return;
    }
    this.#loaded = true;
    this.#emitter.count += 1;
    for (const sig of signals) {
      try {
        const fn = this.#sigListeners[sig];
        if (fn)
          this.#process.on(sig, fn);
      } catch (_) {
      }
    }
    this.#process.emit = (ev, ...a) => {
      return this.#processEmit(ev, ...a);
    };
    this.#process.reallyExit = (code) => {
      return this.#processReallyExit(code);
    };
  }
  unload() {
    if (!this.#loaded) {
      return;
    }
    this.#loaded = false;
    signals.forEach((sig) => {
      const listener = this.#sigListeners[sig];
      if (!listener) {
        throw new Error("Listener not defined for signal: " + sig);
      }
      try {
        this.#process.removeListener(sig, listener);
      } catch (_) {
      }
    });
    this.#process.emit = this.#originalProcessEmit;
    this.#process.reallyExit = this.#originalProcessReallyExit;
    this.#emitter.count -= 1;
  }
  #processReallyExit(code) {
    if (!processOk(this.#process)) {
      return 0;
    }
    this.#process.exitCode = code || 0;
    this.#emitter.emit("exit", this.#process.exitCode, null);
    return this.#originalProcessReallyExit.call(this.#process, this.#process.exitCode);
  }
  #processEmit(ev, ...args) {
    const og = this.#originalProcessEmit;
    if (ev === "exit" && processOk(this.#process)) {
      if (typeof args[0] === "number") {
        this.#process.exitCode = args[0];
      }
      const ret = og.call(this.#process, ev, ...args);
      this.#emitter.emit("exit", this.#process.exitCode, null);
      return ret;
    } else {
      return og.call(this.#process, ev, ...args);
    }
  }
};
var process3 = globalThis.process;
var {
  /**
   * Called when the process is exiting, whether via signal, explicit
   * exit, or running out of stuff to do.
   *
   * If the global process object is not suitable for instrumentation,
   * then this will be a no-op.
   *
   * Returns a function that may be used to unload signal-exit.
   */
  onExit,
  /**
   * Load the listeners.  Likely you never need to call this, unless
   * doing a rather deep integration with signal-exit functionality.
   * Mostly exposed for the benefit of testing.
   *
   * @internal
   */
  load,
  /**
   * Unload the listeners.  Likely you never need to call this, unless
   * doing a rather deep integration with signal-exit functionality.
   * Mostly exposed for the benefit of testing.
   *
   * @internal
   */
  unload
} = signalExitWrap(processOk(process3) ? new SignalExit(process3) : new SignalExitFallback());

// node_modules/restore-cursor/index.js
var terminal = process4.stderr.isTTY ? process4.stderr : process4.stdout.isTTY ? process4.stdout : void 0;
var restoreCursor = terminal ? onetime_default(() => {
  onExit(() => {
    terminal.write("\x1B[?25h");
  }, { alwaysLast: true });
}) : () => {
};
var restore_cursor_default = restoreCursor;

// node_modules/cli-cursor/index.js
var isHidden = false;
var cliCursor = {};
cliCursor.show = (writableStream = process5.stderr) => {
  if (!writableStream.isTTY) {
    return;
  }
  isHidden = false;
  writableStream.write("\x1B[?25h");
};
cliCursor.hide = (writableStream = process5.stderr) => {
  if (!writableStream.isTTY) {
    return;
  }
  restore_cursor_default();
  isHidden = true;
  writableStream.write("\x1B[?25l");
};
cliCursor.toggle = (force, writableStream) => {
  if (force !== void 0) {
    isHidden = force;
  }
  if (isHidden) {
    cliCursor.show(writableStream);
  } else {
    cliCursor.hide(writableStream);
  }
};
var cli_cursor_default = cliCursor;

// node_modules/ansi-regex/index.js
var ST = String.raw`(?:\u001B\u005C|\u009C)`;
var stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
var osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;
var controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;
var linuxPalette = String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`;
var csi = String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`;
var escape = String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`;
var pattern = `${linuxPalette}|${osc}|${controlString}|${csi}|${escape}`;
function ansiRegex({ onlyFirst = false } = {}) {
  return new RegExp(pattern, onlyFirst ? void 0 : "g");
}

// node_modules/strip-ansi/index.js
var regex = ansiRegex();
function stripAnsi(string2) {
  if (typeof string2 !== "string") {
    throw new TypeError(`Expected a \`string\`, got \`${typeof string2}\``);
  }
  if (!string2.includes("\x1B") && !string2.includes("")) {
    return string2;
  }
  return string2.replace(regex, "");
}

// node_modules/get-east-asian-width/lookup-data.js
var ambiguousMinimalCodePoint = 161;
var ambiguousMaximumCodePoint = 1114109;
var ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];
var fullwidthMinimalCodePoint = 12288;
var fullwidthMaximumCodePoint = 65510;
var fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];
var wideMinimalCodePoint = 4352;
var wideMaximumCodePoint = 262141;
var wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];

// node_modules/get-east-asian-width/utilities.js
var isInRange = (ranges, codePoint) => {
  let low = 0;
  let high = Math.floor(ranges.length / 2) - 1;
  while (low <= high) {
    const mid = Math.floor((low + high) / 2);
    const i = mid * 2;
    if (codePoint < ranges[i]) {
      high = mid - 1;
    } else if (codePoint > ranges[i + 1]) {
      low = mid + 1;
    } else {
      return true;
    }
  }
  return false;
};

// node_modules/get-east-asian-width/lookup.js
var commonCjkCodePoint = 19968;
var [wideFastPathStart, wideFastPathEnd] = /* @__PURE__ */ findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
  let fastPathStart = ranges[0];
  let fastPathEnd = ranges[1];
  for (let index = 0; index < ranges.length; index += 2) {
    const start = ranges[index];
    const end = ranges[index + 1];
    if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) {
      return [start, end];
    }
    if (end - start > fastPathEnd - fastPathStart) {
      fastPathStart = start;
      fastPathEnd = end;
    }
  }
  return [fastPathStart, fastPathEnd];
}
var isAmbiguous = (codePoint) => {
  if (codePoint < ambiguousMinimalCodePoint || codePoint > ambiguousMaximumCodePoint) {
    return false;
  }
  return isInRange(ambiguousRanges, codePoint);
};
var isFullwidth = (codePoint) => {
  if (codePoint < fullwidthMinimalCodePoint || codePoint > fullwidthMaximumCodePoint) {
    return false;
  }
  return isInRange(fullwidthRanges, codePoint);
};
var isWide = (codePoint) => {
  if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) {
    return true;
  }
  if (codePoint < wideMinimalCodePoint || codePoint > wideMaximumCodePoint) {
    return false;
  }
  return isInRange(wideRanges, codePoint);
};

// node_modules/get-east-asian-width/index.js
function validate(codePoint) {
  if (!Number.isSafeInteger(codePoint)) {
    throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
  }
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
  validate(codePoint);
  if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) {
    return 2;
  }
  return 1;
}

// node_modules/log-update/node_modules/string-width/index.js
var segmenter = new Intl.Segmenter();
var visibleCharacterRegex = new RegExp("[^\\p{Default_Ignorable_Code_Point}\\p{Control}\\p{Format}\\p{Nonspacing_Mark}\\p{Enclosing_Mark}\\p{Surrogate}]", "v");
var spacingMarkRegex = new RegExp("\\p{Spacing_Mark}", "v");
var rgiEmojiRegex = new RegExp("^\\p{RGI_Emoji}$", "v");
var unqualifiedKeycapRegex = /^[\d#*]\u20E3$/;
var extendedPictographicRegex = new RegExp("\\p{Extended_Pictographic}", "gu");
function isDoubleWidthNonRgiEmojiSequence(segment) {
  if (segment.length > 50) {
    return false;
  }
  if (unqualifiedKeycapRegex.test(segment)) {
    return true;
  }
  if (segment.includes("‍")) {
    const pictographics = segment.match(extendedPictographicRegex);
    return pictographics !== null && pictographics.length >= 2;
  }
  return false;
}
function baseVisible(segment) {
  const index = segment.search(visibleCharacterRegex);
  return index === -1 ? void 0 : segment.slice(index);
}
function isHangulLeadingJamo(codePoint) {
  return codePoint >= 4352 && codePoint <= 4447 || codePoint >= 43360 && codePoint <= 43388;
}
function isHangulVowelJamo(codePoint) {
  return codePoint >= 4448 && codePoint <= 4519 || codePoint >= 55216 && codePoint <= 55238;
}
function isHangulTrailingJamo(codePoint) {
  return codePoint >= 4520 && codePoint <= 4607 || codePoint >= 55243 && codePoint <= 55291;
}
function isHangulJamo(codePoint) {
  return isHangulLeadingJamo(codePoint) || isHangulVowelJamo(codePoint) || isHangulTrailingJamo(codePoint);
}
function hangulClusterWidth(visibleSegment, eastAsianWidthOptions) {
  const codePoints = [];
  for (const character of visibleSegment) {
    if (!visibleCharacterRegex.test(character)) {
      continue;
    }
    codePoints.push(character.codePointAt(0));
  }
  if (codePoints.length === 0) {
    return void 0;
  }
  let width = 0;
  for (let index = 0; index < codePoints.length; index++) {
    const codePoint = codePoints[index];
    if (!isHangulJamo(codePoint)) {
      if (width === 0) {
        return void 0;
      }
      for (let remaining = index; remaining < codePoints.length; remaining++) {
        width += eastAsianWidth(codePoints[remaining], eastAsianWidthOptions);
      }
      return width;
    }
    if (isHangulLeadingJamo(codePoint) && isHangulVowelJamo(codePoints[index + 1])) {
      width += 2;
      index += isHangulTrailingJamo(codePoints[index + 2]) ? 2 : 1;
      continue;
    }
    width += eastAsianWidth(codePoint, eastAsianWidthOptions);
  }
  return width;
}
function trailingWidth(visibleSegment, eastAsianWidthOptions) {
  let extra = 0;
  let first = true;
  for (const character of visibleSegment) {
    if (first) {
      first = false;
      continue;
    }
    if (spacingMarkRegex.test(character) || character >= "＀" && character <= "￯") {
      extra += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
    }
  }
  return extra;
}
function stringWidth(input, options2 = {}) {
  if (typeof input !== "string" || input.length === 0) {
    return 0;
  }
  const {
    ambiguousIsNarrow = true,
    countAnsiEscapeCodes = false
  } = options2;
  let string2 = input;
  if (!countAnsiEscapeCodes && (string2.includes("\x1B") || string2.includes(""))) {
    string2 = stripAnsi(string2);
  }
  if (string2.length === 0) {
    return 0;
  }
  if (/^[\u0020-\u007E]*$/.test(string2)) {
    return string2.length;
  }
  let width = 0;
  const eastAsianWidthOptions = { ambiguousAsWide: !ambiguousIsNarrow };
  for (const { segment } of segmenter.segment(string2)) {
    const visibleSegment = baseVisible(segment);
    if (visibleSegment === void 0) {
      continue;
    }
    if (rgiEmojiRegex.test(segment) || isDoubleWidthNonRgiEmojiSequence(segment)) {
      width += 2;
      continue;
    }
    const hangulWidth = hangulClusterWidth(visibleSegment, eastAsianWidthOptions);
    if (hangulWidth !== void 0) {
      width += hangulWidth;
      continue;
    }
    const codePoint = visibleSegment.codePointAt(0);
    width += eastAsianWidth(codePoint, eastAsianWidthOptions);
    width += trailingWidth(visibleSegment, eastAsianWidthOptions);
  }
  return width;
}

// node_modules/ansi-styles/index.js
var ANSI_BACKGROUND_OFFSET = 10;
var wrapAnsi16 = (offset = 0) => (code) => `\x1B[${code + offset}m`;
var wrapAnsi256 = (offset = 0) => (code) => `\x1B[${38 + offset};5;${code}m`;
var wrapAnsi16m = (offset = 0) => (red, green, blue) => `\x1B[${38 + offset};2;${red};${green};${blue}m`;
var styles = {
  modifier: {
    reset: [0, 0],
    // 21 isn't widely supported and 22 does the same thing
    bold: [1, 22],
    dim: [2, 22],
    italic: [3, 23],
    underline: [4, 24],
    overline: [53, 55],
    inverse: [7, 27],
    hidden: [8, 28],
    strikethrough: [9, 29]
  },
  color: {
    black: [30, 39],
    red: [31, 39],
    green: [32, 39],
    yellow: [33, 39],
    blue: [34, 39],
    magenta: [35, 39],
    cyan: [36, 39],
    white: [37, 39],
    // Bright color
    blackBright: [90, 39],
    gray: [90, 39],
    // Alias of `blackBright`
    grey: [90, 39],
    // Alias of `blackBright`
    redBright: [91, 39],
    greenBright: [92, 39],
    yellowBright: [93, 39],
    blueBright: [94, 39],
    magentaBright: [95, 39],
    cyanBright: [96, 39],
    whiteBright: [97, 39]
  },
  bgColor: {
    bgBlack: [40, 49],
    bgRed: [41, 49],
    bgGreen: [42, 49],
    bgYellow: [43, 49],
    bgBlue: [44, 49],
    bgMagenta: [45, 49],
    bgCyan: [46, 49],
    bgWhite: [47, 49],
    // Bright color
    bgBlackBright: [100, 49],
    bgGray: [100, 49],
    // Alias of `bgBlackBright`
    bgGrey: [100, 49],
    // Alias of `bgBlackBright`
    bgRedBright: [101, 49],
    bgGreenBright: [102, 49],
    bgYellowBright: [103, 49],
    bgBlueBright: [104, 49],
    bgMagentaBright: [105, 49],
    bgCyanBright: [106, 49],
    bgWhiteBright: [107, 49]
  }
};
var modifierNames = Object.keys(styles.modifier);
var foregroundColorNames = Object.keys(styles.color);
var backgroundColorNames = Object.keys(styles.bgColor);
var colorNames = [...foregroundColorNames, ...backgroundColorNames];
function assembleStyles() {
  const codes = /* @__PURE__ */ new Map();
  for (const [groupName, group] of Object.entries(styles)) {
    for (const [styleName, style] of Object.entries(group)) {
      styles[styleName] = {
        open: `\x1B[${style[0]}m`,
        close: `\x1B[${style[1]}m`
      };
      group[styleName] = styles[styleName];
      codes.set(style[0], style[1]);
    }
    Object.defineProperty(styles, groupName, {
      value: group,
      enumerable: false
    });
  }
  Object.defineProperty(styles, "codes", {
    value: codes,
    enumerable: false
  });
  styles.color.close = "\x1B[39m";
  styles.bgColor.close = "\x1B[49m";
  styles.color.ansi = wrapAnsi16();
  styles.color.ansi256 = wrapAnsi256();
  styles.color.ansi16m = wrapAnsi16m();
  styles.bgColor.ansi = wrapAnsi16(ANSI_BACKGROUND_OFFSET);
  styles.bgColor.ansi256 = wrapAnsi256(ANSI_BACKGROUND_OFFSET);
  styles.bgColor.ansi16m = wrapAnsi16m(ANSI_BACKGROUND_OFFSET);
  Object.defineProperties(styles, {
    rgbToAnsi256: {
      value(red, green, blue) {
        if (red === green && green === blue) {
          if (red < 8) {
            return 16;
          }
          if (red > 248) {
            return 231;
          }
          return Math.round((red - 8) / 247 * 24) + 232;
        }
        return 16 + 36 * Math.round(red / 255 * 5) + 6 * Math.round(green / 255 * 5) + Math.round(blue / 255 * 5);
      },
      enumerable: false
    },
    hexToRgb: {
      value(hex) {
        const matches = /[a-f\d]{6}|[a-f\d]{3}/i.exec(hex.toString(16));
        if (!matches) {
          return [0, 0, 0];
        }
        let [colorString] = matches;
        if (colorString.length === 3) {
          colorString = [...colorString].map((character) => character + character).join("");
        }
        const integer = Number.parseInt(colorString, 16);
        return [
          /* eslint-disable no-bitwise */
          integer >> 16 & 255,
          integer >> 8 & 255,
          integer & 255
          /* eslint-enable no-bitwise */
        ];
      },
      enumerable: false
    },
    hexToAnsi256: {
      value: (hex) => styles.rgbToAnsi256(...styles.hexToRgb(hex)),
      enumerable: false
    },
    ansi256ToAnsi: {
      value(code) {
        if (code < 8) {
          return 30 + code;
        }
        if (code < 16) {
          return 90 + (code - 8);
        }
        let red;
        let green;
        let blue;
        if (code >= 232) {
          red = ((code - 232) * 10 + 8) / 255;
          green = red;
          blue = red;
        } else {
          code -= 16;
          const remainder = code % 36;
          red = Math.floor(code / 36) / 5;
          green = Math.floor(remainder / 6) / 5;
          blue = remainder % 6 / 5;
        }
        const value = Math.max(red, green, blue) * 2;
        if (value === 0) {
          return 30;
        }
        let result2 = 30 + (Math.round(blue) << 2 | Math.round(green) << 1 | Math.round(red));
        if (value === 2) {
          result2 += 60;
        }
        return result2;
      },
      enumerable: false
    },
    rgbToAnsi: {
      value: (red, green, blue) => styles.ansi256ToAnsi(styles.rgbToAnsi256(red, green, blue)),
      enumerable: false
    },
    hexToAnsi: {
      value: (hex) => styles.ansi256ToAnsi(styles.hexToAnsi256(hex)),
      enumerable: false
    }
  });
  return styles;
}
var ansiStyles = assembleStyles();
var ansi_styles_default = ansiStyles;

// node_modules/log-update/node_modules/wrap-ansi/index.js
var ANSI_ESCAPE = "\x1B";
var ANSI_ESCAPE_BELL = "\x07";
var C1_CSI = "";
var ANSI_CSI = "[";
var ANSI_OSC = "]";
var ANSI_SGR_TERMINATOR = "m";
var ANSI_SGR_RESET = 0;
var ANSI_SGR_RESET_FOREGROUND = 39;
var ANSI_SGR_RESET_BACKGROUND = 49;
var ANSI_SGR_RESET_UNDERLINE_COLOR = 59;
var ANSI_SGR_FOREGROUND_EXTENDED = 38;
var ANSI_SGR_BACKGROUND_EXTENDED = 48;
var ANSI_SGR_UNDERLINE_COLOR_EXTENDED = 58;
var ANSI_SGR_COLOR_MODE_RGB = 2;
var ANSI_SGR_COLOR_MODE_256 = 5;
var ANSI_ESCAPE_LINK = `${ANSI_OSC}8;`;
var ESCAPES = /* @__PURE__ */ new Set([
  ANSI_ESCAPE,
  C1_CSI
]);
var ESCAPE_CHARACTERS = [...ESCAPES].join("");
var CSI_INTRODUCER = `(?:${ANSI_ESCAPE}\\${ANSI_CSI}|${C1_CSI})`;
var CSI_PARAMETERS = "[0-?]*[ -/]*[@-~]";
var SGR_PARAMETERS = `(?<sgr>[0-9;:]*)${ANSI_SGR_TERMINATOR}`;
var OSC_STRING_TERMINATOR = `(?:${ANSI_ESCAPE_BELL}|${ANSI_ESCAPE}\\\\)`;
var OSC_STRING_PAYLOAD = String.raw`[^\u0000-\u001F\u007F-\u009F]*`;
var LINK_PARAMETERS = String.raw`8;(?<parameters>[^;\u0000-\u001F\u007F-\u009F]*);(?<uri>${OSC_STRING_PAYLOAD})${OSC_STRING_TERMINATOR}`;
var OSC_STRING = `${OSC_STRING_PAYLOAD}${OSC_STRING_TERMINATOR}`;
var ANSI_ESCAPE_REGEX = new RegExp(
  `${CSI_INTRODUCER}(?:${SGR_PARAMETERS}|${CSI_PARAMETERS})|${ANSI_ESCAPE}\\${ANSI_OSC}(?:${LINK_PARAMETERS}|${OSC_STRING})`,
  "y"
);
var ANSI_SGR_MODIFIER_CLOSE_CODES = new Set(ansi_styles_default.codes.values());
ANSI_SGR_MODIFIER_CLOSE_CODES.delete(ANSI_SGR_RESET);
var segmenter2 = new Intl.Segmenter();
var getStringWidth = (string2) => stringWidth(string2, { countAnsiEscapeCodes: true });
var TAB_SIZE = 8;
var ESCAPE_INTRODUCER_REGEX = new RegExp(`[${ESCAPE_CHARACTERS}]`, "g");
var ROW_BOUNDARY_REGEX = new RegExp(`[\\n${ESCAPE_CHARACTERS}]`, "g");
var ASCII_PRINTABLE_REGEX = /^[ -~]*$/;
var wrapAnsiCode = (code) => `${ANSI_ESCAPE}${ANSI_CSI}${code}${ANSI_SGR_TERMINATOR}`;
var wrapAnsiHyperlink = (url, parameters = "") => `${ANSI_ESCAPE}${ANSI_ESCAPE_LINK}${parameters};${url}${ANSI_ESCAPE_BELL}`;
var matchAnsiEscape = (string2, index) => {
  if (!ESCAPES.has(string2[index])) {
    return;
  }
  ANSI_ESCAPE_REGEX.lastIndex = index;
  return ANSI_ESCAPE_REGEX.exec(string2) ?? void 0;
};
var forEachSegment = (string2, onPlainText, onEscape = () => {
}) => {
  let plainStart = 0;
  let index = 0;
  while (index < string2.length) {
    ESCAPE_INTRODUCER_REGEX.lastIndex = index;
    const introducer = ESCAPE_INTRODUCER_REGEX.exec(string2);
    if (!introducer) {
      break;
    }
    const escape2 = matchAnsiEscape(string2, introducer.index);
    if (!escape2) {
      index = introducer.index + 1;
      continue;
    }
    if (introducer.index > plainStart) {
      onPlainText(string2.slice(plainStart, introducer.index));
    }
    onEscape(escape2[0]);
    index = introducer.index + escape2[0].length;
    plainStart = index;
  }
  if (plainStart < string2.length) {
    onPlainText(string2.slice(plainStart));
  }
};
var getWidth = (string2) => {
  let plainText2 = "";
  forEachSegment(string2, (part) => {
    plainText2 += part;
  });
  return getStringWidth(plainText2);
};
var getTokens = (string2) => {
  const tokens = [];
  forEachSegment(string2, (plainText2) => {
    if (ASCII_PRINTABLE_REGEX.test(plainText2)) {
      for (const character of plainText2) {
        tokens.push({ value: character, width: 1 });
      }
      return;
    }
    for (const { segment } of segmenter2.segment(plainText2)) {
      tokens.push({ value: segment, width: getStringWidth(segment) });
    }
  }, (escape2) => {
    tokens.push({ value: escape2, width: 0 });
  });
  return tokens;
};
var splitWords = (string2) => {
  let currentWord = { value: "", plainText: "" };
  const words2 = [currentWord];
  forEachSegment(string2, (plainText2) => {
    const parts = plainText2.split(" ");
    currentWord.value += parts[0];
    currentWord.plainText += parts[0];
    for (let index = 1; index < parts.length; index++) {
      currentWord = { value: parts[index], plainText: parts[index] };
      words2.push(currentWord);
    }
  }, (escape2) => {
    currentWord.value += escape2;
  });
  for (const word of words2) {
    word.width = getStringWidth(word.plainText);
  }
  return words2;
};
var getColonColorToken = (parameter) => {
  const parts = parameter.split(":");
  const code = Number.parseInt(parts[0], 10);
  const mode = Number.parseInt(parts[1], 10);
  if (![ANSI_SGR_FOREGROUND_EXTENDED, ANSI_SGR_BACKGROUND_EXTENDED, ANSI_SGR_UNDERLINE_COLOR_EXTENDED].includes(code)) {
    return;
  }
  if (mode === ANSI_SGR_COLOR_MODE_256 && parts.length === 3 && /^\d+$/.test(parts[2])) {
    return { code, open: parameter, hasArguments: true };
  }
  if (mode !== ANSI_SGR_COLOR_MODE_RGB) {
    return;
  }
  const components = parts.length === 6 ? parts.slice(3) : parts.slice(2);
  const colorSpace = parts.length === 6 ? parts[2] : void 0;
  if (components.length === 3 && components.every((component) => /^\d+$/.test(component)) && (colorSpace === void 0 || /^\d*$/.test(colorSpace))) {
    return { code, open: parameter, hasArguments: true };
  }
};
var getSgrTokens = (sgrParameters) => {
  const parameters = sgrParameters.split(";");
  const sgrTokens = [];
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index];
    if (parameter.includes(":")) {
      const colonColorToken = getColonColorToken(parameter);
      if (colonColorToken) {
        sgrTokens.push(colonColorToken);
      }
      continue;
    }
    const code = parameter === "" ? ANSI_SGR_RESET : Number.parseInt(parameter, 10);
    if (!Number.isFinite(code)) {
      continue;
    }
    if (code === ANSI_SGR_FOREGROUND_EXTENDED || code === ANSI_SGR_BACKGROUND_EXTENDED || code === ANSI_SGR_UNDERLINE_COLOR_EXTENDED) {
      if (index + 1 >= parameters.length) {
        break;
      }
      const mode = Number.parseInt(parameters[index + 1], 10);
      const colorIndex = Number.parseInt(parameters[index + 2], 10);
      if (mode === ANSI_SGR_COLOR_MODE_256 && Number.isFinite(colorIndex)) {
        sgrTokens.push({ code, open: [code, mode, colorIndex].join(";"), hasArguments: true });
        index += 2;
        continue;
      }
      const red = Number.parseInt(parameters[index + 2], 10);
      const green = Number.parseInt(parameters[index + 3], 10);
      const blue = Number.parseInt(parameters[index + 4], 10);
      if (mode === ANSI_SGR_COLOR_MODE_RGB && Number.isFinite(red) && Number.isFinite(green) && Number.isFinite(blue)) {
        sgrTokens.push({ code, open: [code, mode, red, green, blue].join(";"), hasArguments: true });
        index += 4;
        continue;
      }
      break;
    }
    sgrTokens.push({ code, open: String(code), hasArguments: false });
  }
  return sgrTokens;
};
var removeActiveStyle = (activeStyles, family) => {
  const activeStyleIndex = activeStyles.findIndex((activeStyle) => activeStyle.family === family);
  if (activeStyleIndex !== -1) {
    activeStyles.splice(activeStyleIndex, 1);
  }
};
var upsertActiveStyle = (activeStyles, nextActiveStyle) => {
  removeActiveStyle(activeStyles, nextActiveStyle.family);
  activeStyles.push(nextActiveStyle);
};
var removeModifierStylesByClose = (activeStyles, closeCode) => {
  for (let index = activeStyles.length - 1; index >= 0; index--) {
    const activeStyle = activeStyles[index];
    if (activeStyle.family.startsWith("modifier-") && activeStyle.close === closeCode) {
      activeStyles.splice(index, 1);
    }
  }
};
var getColorStyle = (sgrToken) => {
  const { code, open, hasArguments } = sgrToken;
  if (code >= 30 && code <= 37 || code >= 90 && code <= 97 || code === ANSI_SGR_FOREGROUND_EXTENDED && hasArguments) {
    return {
      family: "foreground",
      open,
      close: ANSI_SGR_RESET_FOREGROUND
    };
  }
  if (code >= 40 && code <= 47 || code >= 100 && code <= 107 || code === ANSI_SGR_BACKGROUND_EXTENDED && hasArguments) {
    return {
      family: "background",
      open,
      close: ANSI_SGR_RESET_BACKGROUND
    };
  }
  if (code === ANSI_SGR_UNDERLINE_COLOR_EXTENDED && hasArguments) {
    return {
      family: "underlineColor",
      open,
      close: ANSI_SGR_RESET_UNDERLINE_COLOR
    };
  }
};
var applySgrResetCode = (code, activeStyles) => {
  if (code === ANSI_SGR_RESET) {
    activeStyles.length = 0;
    return true;
  }
  if (code === ANSI_SGR_RESET_FOREGROUND) {
    removeActiveStyle(activeStyles, "foreground");
    return true;
  }
  if (code === ANSI_SGR_RESET_BACKGROUND) {
    removeActiveStyle(activeStyles, "background");
    return true;
  }
  if (code === ANSI_SGR_RESET_UNDERLINE_COLOR) {
    removeActiveStyle(activeStyles, "underlineColor");
    return true;
  }
  if (ANSI_SGR_MODIFIER_CLOSE_CODES.has(code)) {
    removeModifierStylesByClose(activeStyles, code);
    return true;
  }
  return false;
};
var applySgrToken = (sgrToken, activeStyles) => {
  const { code } = sgrToken;
  if (applySgrResetCode(code, activeStyles)) {
    return;
  }
  const colorStyle = getColorStyle(sgrToken);
  if (colorStyle) {
    upsertActiveStyle(activeStyles, colorStyle);
    return;
  }
  const close = ansi_styles_default.codes.get(code);
  if (close !== void 0 && close !== ANSI_SGR_RESET) {
    upsertActiveStyle(activeStyles, {
      family: `modifier-${code}`,
      open: sgrToken.open,
      close
    });
  }
};
var applySgrParameters = (sgrParameters, activeStyles) => {
  for (const sgrToken of getSgrTokens(sgrParameters)) {
    applySgrToken(sgrToken, activeStyles);
  }
};
var applySgrResets = (sgrParameters, activeStyles) => {
  for (const { code } of getSgrTokens(sgrParameters)) {
    applySgrResetCode(code, activeStyles);
  }
};
var applyLeadingSgrResets = (string2, startIndex, activeStyles) => {
  let index = startIndex;
  while (index < string2.length) {
    const match = matchAnsiEscape(string2, index);
    if (!match) {
      break;
    }
    if (match.groups.sgr !== void 0) {
      applySgrResets(match.groups.sgr, activeStyles);
    }
    index += match[0].length;
  }
};
var getClosingSgrSequence = (activeStyles) => [...activeStyles].reverse().map((activeStyle) => wrapAnsiCode(activeStyle.close)).join("");
var getOpeningSgrSequence = (activeStyles) => activeStyles.map((activeStyle) => wrapAnsiCode(activeStyle.open)).join("");
var wrapWord = (rows, word, columns2, rowWidth) => {
  const tokens = getTokens(word);
  let visible = rowWidth;
  for (let index = 0; index < tokens.length; index++) {
    const token2 = tokens[index];
    if (token2.width > 0 && visible > 0 && visible + token2.width > columns2) {
      rows.push("");
      visible = 0;
    }
    rows[rows.length - 1] += token2.value;
    visible += token2.width;
    if (visible === columns2 && index < tokens.length - 1) {
      rows.push("");
      visible = 0;
    }
  }
  if (!visible && rows.at(-1).length > 0 && rows.length > 1) {
    rows[rows.length - 2] += rows.pop();
  }
  return getWidth(rows.at(-1));
};
var stringVisibleTrimSpacesRight = (string2) => {
  if (!string2.includes(" ")) {
    return string2;
  }
  const segments = [];
  forEachSegment(string2, (plainText2) => {
    segments.push({ value: plainText2, isEscape: false });
  }, (escape2) => {
    segments.push({ value: escape2, isEscape: true });
  });
  for (let index = segments.length - 1; index >= 0; index--) {
    const segment = segments[index];
    if (segment.isEscape) {
      continue;
    }
    let end = segment.value.length;
    while (end > 0 && segment.value[end - 1] === " ") {
      end--;
    }
    segment.value = segment.value.slice(0, end);
    if (getStringWidth(segment.value) > 0) {
      break;
    }
  }
  return segments.map((segment) => segment.value).join("");
};
var expandTabs = (line2) => {
  if (!line2.includes("	")) {
    return line2;
  }
  let visible = 0;
  let expandedLine = "";
  let plainTextSinceTab = "";
  const expandPlainText = (plainText2) => {
    const segments = plainText2.split("	");
    for (const [index, segment] of segments.entries()) {
      expandedLine += segment;
      plainTextSinceTab += segment;
      if (index < segments.length - 1) {
        visible += getStringWidth(plainTextSinceTab);
        plainTextSinceTab = "";
        const spaces = TAB_SIZE - visible % TAB_SIZE;
        expandedLine += " ".repeat(spaces);
        visible += spaces;
      }
    }
  };
  forEachSegment(line2, expandPlainText, (escape2) => {
    expandedLine += escape2;
  });
  return expandedLine;
};
var restoreStylesAcrossRows = (preString) => {
  let returnValue = "";
  let activeHyperlink;
  const activeStyles = [];
  let index = 0;
  let copiedIndex = 0;
  while (index < preString.length) {
    ROW_BOUNDARY_REGEX.lastIndex = index;
    const boundary = ROW_BOUNDARY_REGEX.exec(preString);
    if (!boundary) {
      break;
    }
    index = boundary.index;
    if (boundary[0] !== "\n") {
      const escape2 = matchAnsiEscape(preString, index);
      if (!escape2) {
        index++;
        continue;
      }
      const { groups } = escape2;
      if (groups.sgr !== void 0) {
        applySgrParameters(groups.sgr, activeStyles);
      } else if (groups.uri !== void 0) {
        activeHyperlink = groups.uri.length === 0 ? void 0 : { parameters: groups.parameters, uri: groups.uri };
      }
      index += escape2[0].length;
      continue;
    }
    returnValue += preString.slice(copiedIndex, index);
    if (index > copiedIndex) {
      if (activeHyperlink) {
        returnValue += wrapAnsiHyperlink("");
      }
      returnValue += getClosingSgrSequence(activeStyles);
    }
    returnValue += "\n";
    index++;
    copiedIndex = index;
    if (index < preString.length && preString[index] !== "\n") {
      const openingStyles = [...activeStyles];
      applyLeadingSgrResets(preString, index, openingStyles);
      returnValue += getOpeningSgrSequence(openingStyles);
      if (activeHyperlink) {
        returnValue += wrapAnsiHyperlink(activeHyperlink.uri, activeHyperlink.parameters);
      }
    }
  }
  return returnValue + preString.slice(copiedIndex);
};
var exec = (string2, columns2, options2 = {}) => {
  if (options2.trim !== false && string2.trim() === "") {
    return "";
  }
  const words2 = splitWords(string2);
  let rows = [""];
  let rowLength = 0;
  let trimmedRowIndex = -1;
  let isFirstWord = true;
  for (const word of words2) {
    const rowIndex = rows.length - 1;
    if (options2.trim !== false && trimmedRowIndex !== rowIndex) {
      const row12 = rows[rowIndex];
      const trimmedRow = row12.trimStart();
      if (trimmedRow.length !== row12.length) {
        rows[rowIndex] = trimmedRow;
        rowLength = getWidth(trimmedRow);
      }
      if (trimmedRow.length > 0) {
        trimmedRowIndex = rowIndex;
      }
    }
    if (isFirstWord) {
      isFirstWord = false;
    } else {
      if (rowLength >= columns2 && (options2.wordWrap === false || options2.trim === false)) {
        rows.push("");
        rowLength = 0;
      }
      if (rowLength > 0 || options2.trim === false) {
        rows[rows.length - 1] += " ";
        rowLength++;
      }
    }
    if (options2.hard && options2.wordWrap !== false && word.width > columns2) {
      const remainingColumns = columns2 - rowLength;
      const breaksStartingThisLine = 1 + Math.floor((word.width - remainingColumns - 1) / columns2);
      const breaksStartingNextLine = Math.floor((word.width - 1) / columns2);
      if (breaksStartingNextLine < breaksStartingThisLine) {
        rows.push("");
        rowLength = 0;
      }
      rowLength = wrapWord(rows, word.value, columns2, rowLength);
      continue;
    }
    if (rowLength + word.width > columns2 && rowLength > 0 && word.width > 0) {
      if (options2.wordWrap === false && rowLength < columns2) {
        rowLength = wrapWord(rows, word.value, columns2, rowLength);
        continue;
      }
      rows.push("");
      rowLength = 0;
    }
    if (rowLength + word.width > columns2 && options2.wordWrap === false) {
      rowLength = wrapWord(rows, word.value, columns2, rowLength);
      continue;
    }
    rows[rows.length - 1] += word.value;
    rowLength += word.width;
  }
  if (options2.trim !== false) {
    rows = rows.map((row12) => stringVisibleTrimSpacesRight(row12));
  }
  return restoreStylesAcrossRows(rows.join("\n"));
};
var normalizeText = (string2) => {
  let normalizedString = "";
  forEachSegment(string2, (plainText2) => {
    normalizedString += plainText2.normalize();
  }, (escape2) => {
    normalizedString += escape2;
  });
  return normalizedString;
};
function wrapAnsi(string2, columns2, options2) {
  return normalizeText(String(string2)).replaceAll("\r\n", "\n").split("\n").map((line2) => exec(expandTabs(line2), columns2, options2)).join("\n");
}

// node_modules/is-fullwidth-code-point/index.js
function isFullwidthCodePoint(codePoint) {
  if (!Number.isInteger(codePoint)) {
    return false;
  }
  return isFullwidth(codePoint) || isWide(codePoint);
}

// node_modules/slice-ansi/tokenize-ansi.js
var ESCAPE_CODE_POINT = 27;
var C1_DCS_CODE_POINT = 144;
var C1_SOS_CODE_POINT = 152;
var C1_CSI_CODE_POINT = 155;
var C1_ST_CODE_POINT = 156;
var C1_OSC_CODE_POINT = 157;
var C1_PM_CODE_POINT = 158;
var C1_APC_CODE_POINT = 159;
var ESCAPES2 = /* @__PURE__ */ new Set([
  ESCAPE_CODE_POINT,
  C1_DCS_CODE_POINT,
  C1_SOS_CODE_POINT,
  C1_CSI_CODE_POINT,
  C1_ST_CODE_POINT,
  C1_OSC_CODE_POINT,
  C1_PM_CODE_POINT,
  C1_APC_CODE_POINT
]);
var ESCAPE = "\x1B";
var ANSI_BELL = "\x07";
var ANSI_CSI2 = "[";
var ANSI_OSC2 = "]";
var ANSI_DCS = "P";
var ANSI_SOS = "X";
var ANSI_PM = "^";
var ANSI_APC = "_";
var ANSI_SGR_TERMINATOR2 = "m";
var ANSI_OSC_TERMINATOR = "\\";
var ANSI_STRING_TERMINATOR = `${ESCAPE}${ANSI_OSC_TERMINATOR}`;
var C1_OSC = "";
var C1_STRING_TERMINATOR = "";
var ANSI_HYPERLINK_ESC_PREFIX = `${ESCAPE}${ANSI_OSC2}8;`;
var ANSI_HYPERLINK_C1_PREFIX = `${C1_OSC}8;`;
var ANSI_HYPERLINK_ESC_CLOSE = `${ANSI_HYPERLINK_ESC_PREFIX};`;
var ANSI_HYPERLINK_C1_CLOSE = `${ANSI_HYPERLINK_C1_PREFIX};`;
var CODE_POINT_0 = "0".codePointAt(0);
var CODE_POINT_9 = "9".codePointAt(0);
var CODE_POINT_SEMICOLON = ";".codePointAt(0);
var CODE_POINT_COLON = ":".codePointAt(0);
var CODE_POINT_CSI_PARAMETER_START = "0".codePointAt(0);
var CODE_POINT_CSI_PARAMETER_END = "?".codePointAt(0);
var CODE_POINT_CSI_INTERMEDIATE_START = " ".codePointAt(0);
var CODE_POINT_CSI_INTERMEDIATE_END = "/".codePointAt(0);
var CODE_POINT_CSI_FINAL_START = "@".codePointAt(0);
var CODE_POINT_CSI_FINAL_END = "~".codePointAt(0);
var REGIONAL_INDICATOR_SYMBOL_LETTER_A = 127462;
var REGIONAL_INDICATOR_SYMBOL_LETTER_Z = 127487;
var SGR_RESET_CODE = 0;
var SGR_EXTENDED_FOREGROUND_CODE = 38;
var SGR_DEFAULT_FOREGROUND_CODE = 39;
var SGR_EXTENDED_BACKGROUND_CODE = 48;
var SGR_DEFAULT_BACKGROUND_CODE = 49;
var SGR_COLOR_TYPE_ANSI_256 = 5;
var SGR_COLOR_TYPE_TRUECOLOR = 2;
var SGR_ANSI_256_FRAGMENT_LENGTH = 3;
var SGR_TRUECOLOR_FRAGMENT_LENGTH = 5;
var SGR_ANSI_256_LAST_PARAMETER_OFFSET = 2;
var SGR_TRUECOLOR_LAST_PARAMETER_OFFSET = 4;
var VARIATION_SELECTOR_16_CODE_POINT = 65039;
var COMBINING_ENCLOSING_KEYCAP_CODE_POINT = 8419;
var EMOJI_PRESENTATION_GRAPHEME_REGEX = new RegExp("\\p{Emoji_Presentation}", "u");
var GRAPHEME_SEGMENTER = new Intl.Segmenter(void 0, { granularity: "grapheme" });
var endCodeNumbers = /* @__PURE__ */ new Set();
for (const [, end] of ansi_styles_default.codes) {
  endCodeNumbers.add(end);
}
function isSgrParameterCharacter(codePoint) {
  return codePoint >= CODE_POINT_0 && codePoint <= CODE_POINT_9 || codePoint === CODE_POINT_SEMICOLON || codePoint === CODE_POINT_COLON;
}
function isCsiParameterCharacter(codePoint) {
  return codePoint >= CODE_POINT_CSI_PARAMETER_START && codePoint <= CODE_POINT_CSI_PARAMETER_END;
}
function isCsiIntermediateCharacter(codePoint) {
  return codePoint >= CODE_POINT_CSI_INTERMEDIATE_START && codePoint <= CODE_POINT_CSI_INTERMEDIATE_END;
}
function isCsiFinalCharacter(codePoint) {
  return codePoint >= CODE_POINT_CSI_FINAL_START && codePoint <= CODE_POINT_CSI_FINAL_END;
}
function isRegionalIndicatorCodePoint(codePoint) {
  return codePoint >= REGIONAL_INDICATOR_SYMBOL_LETTER_A && codePoint <= REGIONAL_INDICATOR_SYMBOL_LETTER_Z;
}
function createControlParseResult(code, endIndex) {
  return {
    token: {
      type: "control",
      code
    },
    endIndex
  };
}
function isEmojiStyleGrapheme(grapheme) {
  if (EMOJI_PRESENTATION_GRAPHEME_REGEX.test(grapheme)) {
    return true;
  }
  for (const character of grapheme) {
    const codePoint = character.codePointAt(0);
    if (codePoint === VARIATION_SELECTOR_16_CODE_POINT || codePoint === COMBINING_ENCLOSING_KEYCAP_CODE_POINT) {
      return true;
    }
  }
  return false;
}
function getGraphemeWidth(grapheme) {
  let regionalIndicatorCount = 0;
  for (const character of grapheme) {
    const codePoint = character.codePointAt(0);
    if (isFullwidthCodePoint(codePoint)) {
      return 2;
    }
    if (isRegionalIndicatorCodePoint(codePoint)) {
      regionalIndicatorCount++;
    }
  }
  if (regionalIndicatorCount >= 1) {
    return 2;
  }
  if (isEmojiStyleGrapheme(grapheme)) {
    return 2;
  }
  return 1;
}
function getSgrPrefix(code) {
  if (code.startsWith("")) {
    return "";
  }
  return `${ESCAPE}${ANSI_CSI2}`;
}
function createSgrCode(prefix2, values) {
  return `${prefix2}${values.join(";")}${ANSI_SGR_TERMINATOR2}`;
}
function getSgrFragments(code) {
  const fragments = [];
  const sgrPrefix = getSgrPrefix(code);
  let parameterString;
  if (code.startsWith(`${ESCAPE}${ANSI_CSI2}`)) {
    parameterString = code.slice(2, -1);
  } else if (code.startsWith("")) {
    parameterString = code.slice(1, -1);
  } else {
    return fragments;
  }
  const rawCodes = parameterString.length === 0 ? [String(SGR_RESET_CODE)] : parameterString.split(";");
  let index = 0;
  while (index < rawCodes.length) {
    const codeNumber = Number.parseInt(rawCodes[index], 10);
    if (Number.isNaN(codeNumber)) {
      index++;
      continue;
    }
    if (codeNumber === SGR_RESET_CODE) {
      fragments.push({ type: "reset" });
      index++;
      continue;
    }
    if (codeNumber === SGR_EXTENDED_FOREGROUND_CODE || codeNumber === SGR_EXTENDED_BACKGROUND_CODE) {
      const colorType = Number.parseInt(rawCodes[index + 1], 10);
      if (colorType === SGR_COLOR_TYPE_ANSI_256 && index + SGR_ANSI_256_LAST_PARAMETER_OFFSET < rawCodes.length) {
        const openCode3 = createSgrCode(sgrPrefix, rawCodes.slice(index, index + SGR_ANSI_256_FRAGMENT_LENGTH));
        fragments.push({
          type: "start",
          code: openCode3,
          endCode: ansi_styles_default.color.ansi(codeNumber === SGR_EXTENDED_FOREGROUND_CODE ? SGR_DEFAULT_FOREGROUND_CODE : SGR_DEFAULT_BACKGROUND_CODE)
        });
        index += SGR_ANSI_256_FRAGMENT_LENGTH;
        continue;
      }
      if (colorType === SGR_COLOR_TYPE_TRUECOLOR && index + SGR_TRUECOLOR_LAST_PARAMETER_OFFSET < rawCodes.length) {
        const openCode3 = createSgrCode(sgrPrefix, rawCodes.slice(index, index + SGR_TRUECOLOR_FRAGMENT_LENGTH));
        fragments.push({
          type: "start",
          code: openCode3,
          endCode: ansi_styles_default.color.ansi(codeNumber === SGR_EXTENDED_FOREGROUND_CODE ? SGR_DEFAULT_FOREGROUND_CODE : SGR_DEFAULT_BACKGROUND_CODE)
        });
        index += SGR_TRUECOLOR_FRAGMENT_LENGTH;
        continue;
      }
      const openCode2 = createSgrCode(sgrPrefix, [rawCodes[index]]);
      fragments.push({
        type: "start",
        code: openCode2,
        endCode: ansi_styles_default.color.ansi(codeNumber === SGR_EXTENDED_FOREGROUND_CODE ? SGR_DEFAULT_FOREGROUND_CODE : SGR_DEFAULT_BACKGROUND_CODE)
      });
      index++;
      continue;
    }
    if (endCodeNumbers.has(codeNumber)) {
      fragments.push({
        type: "end",
        endCode: ansi_styles_default.color.ansi(codeNumber)
      });
      index++;
      continue;
    }
    const mappedEndCode = ansi_styles_default.codes.get(codeNumber);
    if (mappedEndCode !== void 0) {
      const openCode2 = createSgrCode(sgrPrefix, [rawCodes[index]]);
      fragments.push({
        type: "start",
        code: openCode2,
        endCode: ansi_styles_default.color.ansi(mappedEndCode)
      });
      index++;
      continue;
    }
    const openCode = createSgrCode(sgrPrefix, [rawCodes[index]]);
    fragments.push({
      type: "start",
      code: openCode,
      endCode: ansi_styles_default.reset.open
    });
    index++;
  }
  if (fragments.length === 0) {
    fragments.push({ type: "reset" });
  }
  return fragments;
}
function parseCsiCode(string2, index) {
  const escapeCodePoint = string2.codePointAt(index);
  let sequenceStartIndex;
  if (escapeCodePoint === ESCAPE_CODE_POINT) {
    if (string2[index + 1] !== ANSI_CSI2) {
      return;
    }
    sequenceStartIndex = index + 2;
  } else if (escapeCodePoint === C1_CSI_CODE_POINT) {
    sequenceStartIndex = index + 1;
  } else {
    return;
  }
  let hasCanonicalSgrParameters = true;
  for (let sequenceIndex = sequenceStartIndex; sequenceIndex < string2.length; sequenceIndex++) {
    const codePoint = string2.codePointAt(sequenceIndex);
    if (isCsiFinalCharacter(codePoint)) {
      const code = string2.slice(index, sequenceIndex + 1);
      if (string2[sequenceIndex] !== ANSI_SGR_TERMINATOR2 || !hasCanonicalSgrParameters) {
        return createControlParseResult(code, sequenceIndex + 1);
      }
      return {
        token: {
          type: "sgr",
          code,
          fragments: getSgrFragments(code)
        },
        endIndex: sequenceIndex + 1
      };
    }
    if (isCsiParameterCharacter(codePoint)) {
      if (!isSgrParameterCharacter(codePoint)) {
        hasCanonicalSgrParameters = false;
      }
      continue;
    }
    if (isCsiIntermediateCharacter(codePoint)) {
      hasCanonicalSgrParameters = false;
      continue;
    }
    const endIndex = sequenceIndex;
    return createControlParseResult(string2.slice(index, endIndex), endIndex);
  }
  return createControlParseResult(string2.slice(index), string2.length);
}
function parseHyperlinkCode(string2, index) {
  let hyperlinkPrefix;
  let hyperlinkClose;
  const codePoint = string2.codePointAt(index);
  if (codePoint === ESCAPE_CODE_POINT && string2.startsWith(ANSI_HYPERLINK_ESC_PREFIX, index)) {
    hyperlinkPrefix = ANSI_HYPERLINK_ESC_PREFIX;
    hyperlinkClose = ANSI_HYPERLINK_ESC_CLOSE;
  } else if (codePoint === C1_OSC_CODE_POINT && string2.startsWith(ANSI_HYPERLINK_C1_PREFIX, index)) {
    hyperlinkPrefix = ANSI_HYPERLINK_C1_PREFIX;
    hyperlinkClose = ANSI_HYPERLINK_C1_CLOSE;
  } else {
    return;
  }
  const uriStart = string2.indexOf(";", index + hyperlinkPrefix.length);
  if (uriStart === -1) {
    return createControlParseResult(string2.slice(index), string2.length);
  }
  for (let sequenceIndex = uriStart + 1; sequenceIndex < string2.length; sequenceIndex++) {
    const character = string2[sequenceIndex];
    if (character === ANSI_BELL) {
      const code = string2.slice(index, sequenceIndex + 1);
      const action = sequenceIndex === uriStart + 1 ? "close" : "open";
      return {
        token: {
          type: "hyperlink",
          code,
          action,
          closePrefix: hyperlinkClose,
          terminator: ANSI_BELL
        },
        endIndex: sequenceIndex + 1
      };
    }
    if (character === ESCAPE && string2[sequenceIndex + 1] === ANSI_OSC_TERMINATOR) {
      const code = string2.slice(index, sequenceIndex + 2);
      const action = sequenceIndex === uriStart + 1 ? "close" : "open";
      return {
        token: {
          type: "hyperlink",
          code,
          action,
          closePrefix: hyperlinkClose,
          terminator: ANSI_STRING_TERMINATOR
        },
        endIndex: sequenceIndex + 2
      };
    }
    if (character === C1_STRING_TERMINATOR) {
      const code = string2.slice(index, sequenceIndex + 1);
      const action = sequenceIndex === uriStart + 1 ? "close" : "open";
      return {
        token: {
          type: "hyperlink",
          code,
          action,
          closePrefix: hyperlinkClose,
          terminator: C1_STRING_TERMINATOR
        },
        endIndex: sequenceIndex + 1
      };
    }
  }
  return createControlParseResult(string2.slice(index), string2.length);
}
function parseControlStringCode(string2, index) {
  const codePoint = string2.codePointAt(index);
  let sequenceStartIndex;
  let supportsBellTerminator = false;
  switch (codePoint) {
    case ESCAPE_CODE_POINT: {
      const command = string2[index + 1];
      switch (command) {
        case ANSI_OSC2: {
          sequenceStartIndex = index + 2;
          supportsBellTerminator = true;
          break;
        }
        case ANSI_DCS:
        case ANSI_SOS:
        case ANSI_PM:
        case ANSI_APC: {
          sequenceStartIndex = index + 2;
          break;
        }
        case ANSI_OSC_TERMINATOR: {
          return createControlParseResult(ANSI_STRING_TERMINATOR, index + 2);
        }
        default: {
          return;
        }
      }
      break;
    }
    case C1_OSC_CODE_POINT: {
      sequenceStartIndex = index + 1;
      supportsBellTerminator = true;
      break;
    }
    case C1_DCS_CODE_POINT:
    case C1_SOS_CODE_POINT:
    case C1_PM_CODE_POINT:
    case C1_APC_CODE_POINT: {
      sequenceStartIndex = index + 1;
      break;
    }
    case C1_ST_CODE_POINT: {
      return createControlParseResult(C1_STRING_TERMINATOR, index + 1);
    }
    default: {
      return;
    }
  }
  for (let sequenceIndex = sequenceStartIndex; sequenceIndex < string2.length; sequenceIndex++) {
    if (supportsBellTerminator && string2[sequenceIndex] === ANSI_BELL) {
      return createControlParseResult(string2.slice(index, sequenceIndex + 1), sequenceIndex + 1);
    }
    if (string2[sequenceIndex] === ESCAPE && string2[sequenceIndex + 1] === ANSI_OSC_TERMINATOR) {
      return createControlParseResult(string2.slice(index, sequenceIndex + 2), sequenceIndex + 2);
    }
    if (string2[sequenceIndex] === C1_STRING_TERMINATOR) {
      return createControlParseResult(string2.slice(index, sequenceIndex + 1), sequenceIndex + 1);
    }
  }
  return createControlParseResult(string2.slice(index), string2.length);
}
function parseAnsiCode(string2, index) {
  const codePoint = string2.codePointAt(index);
  if (codePoint === ESCAPE_CODE_POINT || codePoint === C1_OSC_CODE_POINT) {
    const hyperlinkCode = parseHyperlinkCode(string2, index);
    if (hyperlinkCode) {
      return hyperlinkCode;
    }
  }
  const controlStringCode = parseControlStringCode(string2, index);
  if (controlStringCode) {
    return controlStringCode;
  }
  return parseCsiCode(string2, index);
}
function appendTrailingAnsiTokens(string2, index, tokens) {
  while (index < string2.length) {
    const nextCodePoint = string2.codePointAt(index);
    if (!ESCAPES2.has(nextCodePoint)) {
      break;
    }
    const escapeCode2 = parseAnsiCode(string2, index);
    if (!escapeCode2) {
      break;
    }
    tokens.push(escapeCode2.token);
    index = escapeCode2.endIndex;
  }
  return index;
}
function parseCharacterTokenWithRawSegmentation(string2, index, graphemeSegments) {
  const segment = graphemeSegments.containing(index);
  if (!segment || segment.index !== index) {
    return;
  }
  return {
    token: {
      type: "character",
      // Intentionally preserve UAX29 behavior (GB3): CRLF is one grapheme cluster.
      value: segment.segment,
      visibleWidth: getGraphemeWidth(segment.segment),
      isGraphemeContinuation: false
    },
    endIndex: index + segment.segment.length
  };
}
function collectVisibleCharacters(string2) {
  const visibleCharacters = [];
  let index = 0;
  while (index < string2.length) {
    const codePoint = string2.codePointAt(index);
    if (ESCAPES2.has(codePoint)) {
      const code = parseAnsiCode(string2, index);
      if (code) {
        index = code.endIndex;
        continue;
      }
    }
    const value = String.fromCodePoint(codePoint);
    visibleCharacters.push({
      value,
      visibleWidth: 1,
      isGraphemeContinuation: false
    });
    index += value.length;
  }
  return visibleCharacters;
}
function applyGraphemeMetadata(visibleCharacters) {
  if (visibleCharacters.length === 0) {
    return;
  }
  const visibleString = visibleCharacters.map(({ value }) => value).join("");
  const scalarOffsets = [];
  let scalarOffset = 0;
  for (const visibleCharacter of visibleCharacters) {
    scalarOffsets.push(scalarOffset);
    scalarOffset += visibleCharacter.value.length;
  }
  let scalarIndex = 0;
  for (const segment of GRAPHEME_SEGMENTER.segment(visibleString)) {
    while (scalarIndex < visibleCharacters.length && scalarOffsets[scalarIndex] < segment.index) {
      scalarIndex++;
    }
    let graphemeIndex = scalarIndex;
    let isFirstInGrapheme = true;
    while (graphemeIndex < visibleCharacters.length && scalarOffsets[graphemeIndex] < segment.index + segment.segment.length) {
      visibleCharacters[graphemeIndex].visibleWidth = isFirstInGrapheme ? getGraphemeWidth(segment.segment) : 0;
      visibleCharacters[graphemeIndex].isGraphemeContinuation = !isFirstInGrapheme;
      isFirstInGrapheme = false;
      graphemeIndex++;
    }
    scalarIndex = graphemeIndex;
  }
}
function tokenizeAnsiWithVisibleSegmentation(string2, { endCharacter = Number.POSITIVE_INFINITY } = {}) {
  const tokens = [];
  const visibleCharacters = collectVisibleCharacters(string2);
  applyGraphemeMetadata(visibleCharacters);
  let index = 0;
  let visibleCharacterIndex = 0;
  let visibleCount = 0;
  while (index < string2.length) {
    const codePoint = string2.codePointAt(index);
    if (ESCAPES2.has(codePoint)) {
      const code = parseAnsiCode(string2, index);
      if (code) {
        tokens.push(code.token);
        index = code.endIndex;
        continue;
      }
    }
    const value = String.fromCodePoint(codePoint);
    const visibleCharacter = visibleCharacters[visibleCharacterIndex];
    let visibleWidth = isFullwidthCodePoint(codePoint) ? 2 : value.length;
    if (visibleCharacter) {
      visibleWidth = visibleCharacter.visibleWidth;
    }
    const token2 = {
      type: "character",
      value,
      visibleWidth,
      isGraphemeContinuation: visibleCharacter ? visibleCharacter.isGraphemeContinuation : false
    };
    tokens.push(token2);
    index += value.length;
    visibleCharacterIndex++;
    visibleCount += token2.visibleWidth;
    if (visibleCount >= endCharacter) {
      const nextVisibleCharacter = visibleCharacters[visibleCharacterIndex];
      if (!nextVisibleCharacter || !nextVisibleCharacter.isGraphemeContinuation) {
        index = appendTrailingAnsiTokens(string2, index, tokens);
        break;
      }
    }
  }
  return tokens;
}
function areValuesInSameGrapheme(leftValue, rightValue) {
  const pair2 = `${leftValue}${rightValue}`;
  const splitIndex = leftValue.length;
  for (const segment of GRAPHEME_SEGMENTER.segment(pair2)) {
    if (segment.index === splitIndex) {
      return false;
    }
    if (segment.index > splitIndex) {
      return true;
    }
  }
  return true;
}
function hasAnsiSplitContinuationAhead(string2, startIndex, previousVisibleValue, graphemeSegments) {
  if (!previousVisibleValue) {
    return false;
  }
  let index = startIndex;
  let hasAnsiCode = false;
  while (index < string2.length) {
    const codePoint = string2.codePointAt(index);
    if (ESCAPES2.has(codePoint)) {
      const code = parseAnsiCode(string2, index);
      if (code) {
        hasAnsiCode = true;
        index = code.endIndex;
        continue;
      }
    }
    if (!hasAnsiCode) {
      return false;
    }
    const characterToken = parseCharacterTokenWithRawSegmentation(string2, index, graphemeSegments);
    if (!characterToken) {
      return true;
    }
    return areValuesInSameGrapheme(previousVisibleValue, characterToken.token.value);
  }
  return false;
}
function tokenizeAnsi(string2, { endCharacter = Number.POSITIVE_INFINITY } = {}) {
  const tokens = [];
  const graphemeSegments = GRAPHEME_SEGMENTER.segment(string2);
  let index = 0;
  let visibleCount = 0;
  let previousVisibleValue;
  let hasAnsiSinceLastVisible = false;
  while (index < string2.length) {
    const codePoint = string2.codePointAt(index);
    if (ESCAPES2.has(codePoint)) {
      const code = parseAnsiCode(string2, index);
      if (code) {
        tokens.push(code.token);
        index = code.endIndex;
        hasAnsiSinceLastVisible = true;
        continue;
      }
    }
    const characterToken = parseCharacterTokenWithRawSegmentation(string2, index, graphemeSegments);
    if (!characterToken) {
      return tokenizeAnsiWithVisibleSegmentation(string2, { endCharacter });
    }
    if (hasAnsiSinceLastVisible && previousVisibleValue && areValuesInSameGrapheme(previousVisibleValue, characterToken.token.value)) {
      return tokenizeAnsiWithVisibleSegmentation(string2, { endCharacter });
    }
    tokens.push(characterToken.token);
    index = characterToken.endIndex;
    visibleCount += characterToken.token.visibleWidth;
    hasAnsiSinceLastVisible = false;
    previousVisibleValue = characterToken.token.value;
    if (visibleCount >= endCharacter) {
      if (hasAnsiSplitContinuationAhead(string2, index, previousVisibleValue, graphemeSegments)) {
        return tokenizeAnsiWithVisibleSegmentation(string2, { endCharacter });
      }
      index = appendTrailingAnsiTokens(string2, index, tokens);
      break;
    }
  }
  return tokens;
}

// node_modules/slice-ansi/index.js
function applySgrFragments(activeStyles, fragments) {
  for (const fragment of fragments) {
    switch (fragment.type) {
      case "reset": {
        activeStyles.clear();
        break;
      }
      case "end": {
        activeStyles.delete(fragment.endCode);
        break;
      }
      case "start": {
        activeStyles.delete(fragment.endCode);
        activeStyles.set(fragment.endCode, fragment.code);
        break;
      }
      default: {
        break;
      }
    }
  }
  return activeStyles;
}
function undoAnsiCodes(activeStyles) {
  return [...activeStyles.keys()].reverse().join("");
}
function closeHyperlink(hyperlinkToken) {
  return `${hyperlinkToken.closePrefix}${hyperlinkToken.terminator}`;
}
function shouldIncludeSgrAfterEnd(token2, activeStyles) {
  let hasStartFragment = false;
  let hasClosingEffect = false;
  for (const fragment of token2.fragments) {
    if (fragment.type === "start") {
      hasStartFragment = true;
      continue;
    }
    if (fragment.type === "reset" && activeStyles.size > 0) {
      hasClosingEffect = true;
      continue;
    }
    if (fragment.type === "end" && activeStyles.has(fragment.endCode)) {
      hasClosingEffect = true;
    }
  }
  return hasClosingEffect && !hasStartFragment;
}
function applySgrToken2({ token: token2, isPastEnd, activeStyles, returnValue, include, activeHyperlink, position }) {
  if (isPastEnd && !shouldIncludeSgrAfterEnd(token2, activeStyles)) {
    return {
      activeStyles,
      activeHyperlink,
      position,
      returnValue,
      include
    };
  }
  activeStyles = applySgrFragments(activeStyles, token2.fragments);
  if (include) {
    returnValue += token2.code;
  }
  return {
    activeStyles,
    activeHyperlink,
    position,
    returnValue,
    include
  };
}
function applyHyperlinkToken({ token: token2, isPastEnd, activeStyles, activeHyperlink, position, returnValue, include }) {
  if (isPastEnd && (token2.action !== "close" || !activeHyperlink)) {
    return {
      activeStyles,
      activeHyperlink,
      position,
      returnValue,
      include
    };
  }
  if (token2.action === "open") {
    activeHyperlink = token2;
  } else if (token2.action === "close") {
    activeHyperlink = void 0;
  }
  if (include) {
    returnValue += token2.code;
  }
  return {
    activeStyles,
    activeHyperlink,
    position,
    returnValue,
    include
  };
}
function applyControlToken({ token: token2, isPastEnd, activeStyles, activeHyperlink, position, returnValue, include }) {
  if (!isPastEnd && include) {
    returnValue += token2.code;
  }
  return {
    activeStyles,
    activeHyperlink,
    position,
    returnValue,
    include
  };
}
function applyCharacterToken({ token: token2, start, activeStyles, activeHyperlink, position, returnValue, include }) {
  if (!include && position >= start && !token2.isGraphemeContinuation) {
    include = true;
    returnValue = [...activeStyles.values()].join("");
    if (activeHyperlink) {
      returnValue += activeHyperlink.code;
    }
  }
  if (include) {
    returnValue += token2.value;
  }
  position += token2.visibleWidth;
  return {
    activeStyles,
    activeHyperlink,
    position,
    returnValue,
    include
  };
}
var tokenHandlers = {
  sgr: applySgrToken2,
  hyperlink: applyHyperlinkToken,
  control: applyControlToken,
  character: applyCharacterToken
};
function applyToken(parameters) {
  const tokenHandler = tokenHandlers[parameters.token.type];
  if (!tokenHandler) {
    const {
      activeStyles,
      activeHyperlink,
      position,
      returnValue,
      include
    } = parameters;
    return {
      activeStyles,
      activeHyperlink,
      position,
      returnValue,
      include
    };
  }
  return tokenHandler(parameters);
}
function createHasContinuationAheadMap(tokens) {
  const hasContinuationAhead = Array.from({ length: tokens.length }, () => false);
  let nextCharacterIsContinuation = false;
  for (let tokenIndex = tokens.length - 1; tokenIndex >= 0; tokenIndex--) {
    const token2 = tokens[tokenIndex];
    hasContinuationAhead[tokenIndex] = nextCharacterIsContinuation;
    if (token2.type === "character") {
      nextCharacterIsContinuation = Boolean(token2.isGraphemeContinuation);
    }
  }
  return hasContinuationAhead;
}
function sliceAnsi(string2, start, end) {
  const tokens = tokenizeAnsi(string2, { endCharacter: end });
  const hasContinuationAhead = createHasContinuationAheadMap(tokens);
  let activeStyles = /* @__PURE__ */ new Map();
  let activeHyperlink;
  let position = 0;
  let returnValue = "";
  let include = false;
  for (const [tokenIndex, token2] of tokens.entries()) {
    let isPastEnd = end !== void 0 && position >= end;
    if (isPastEnd && token2.type !== "character" && hasContinuationAhead[tokenIndex]) {
      isPastEnd = false;
    }
    if (isPastEnd && token2.type === "character" && !token2.isGraphemeContinuation) {
      break;
    }
    ({ activeStyles, activeHyperlink, position, returnValue, include } = applyToken({
      token: token2,
      isPastEnd,
      start,
      activeStyles,
      activeHyperlink,
      position,
      returnValue,
      include
    }));
  }
  if (!include) {
    return "";
  }
  if (activeHyperlink) {
    returnValue += closeHyperlink(activeHyperlink);
  }
  returnValue += undoAnsiCodes(activeStyles);
  return returnValue;
}

// node_modules/log-update/index.js
var getWidth2 = (stream, defaultWidth) => stream.columns ?? defaultWidth ?? 80;
var SYNCHRONIZED_OUTPUT_ENABLE = "\x1B[?2026h";
var SYNCHRONIZED_OUTPUT_DISABLE = "\x1B[?2026l";
var fitToTerminalHeight = (stream, wrappedText, defaultHeight) => {
  const terminalHeight = stream.rows ?? defaultHeight ?? 24;
  if (terminalHeight === void 0) {
    return { text: wrappedText, wasClipped: false };
  }
  if (terminalHeight === 0) {
    return { text: "", wasClipped: wrappedText !== "" };
  }
  const unstyled = stripAnsi(wrappedText);
  const newlineCount = [...unstyled].filter((character) => character === "\n").length;
  const linesCount = newlineCount + 1;
  const toRemove = Math.max(0, linesCount - terminalHeight);
  if (toRemove === 0) {
    return { text: wrappedText, wasClipped: false };
  }
  let seen = 0;
  let cut = 0;
  for (const [index, character] of [...unstyled].entries()) {
    if (character === "\n") {
      seen++;
      if (seen === toRemove) {
        cut = index + 1;
        break;
      }
    }
  }
  return { text: sliceAnsi(wrappedText, cut), wasClipped: true };
};
var diffFrames = (previousLines, nextLines) => {
  let start = 0;
  for (; start < previousLines.length && start < nextLines.length; start++) {
    if (previousLines[start] !== nextLines[start]) {
      break;
    }
  }
  let endPrevious = previousLines.length - 1;
  let endNext = nextLines.length - 1;
  while (endPrevious >= start && endNext >= start && previousLines[endPrevious] === nextLines[endNext]) {
    endPrevious--;
    endNext--;
  }
  return { start, endPrevious, endNext };
};
var buildPatch = ({
  prevCount,
  start,
  endPrevious,
  endNext,
  nextLines,
  nextWrappedEndsWithNewline
}) => {
  let sequence = "";
  const upCount = Math.max(0, prevCount - 1 - start);
  if (upCount > 0) {
    sequence += base_exports.cursorUp(upCount);
  }
  sequence += base_exports.cursorLeft;
  const linesToClear = Math.max(0, endPrevious - start + 1);
  for (let index = 0; index < linesToClear; index++) {
    sequence += base_exports.eraseLine;
    if (index < linesToClear - 1) {
      sequence += base_exports.cursorDown();
    }
  }
  if (linesToClear > 1) {
    sequence += base_exports.cursorUp(linesToClear - 1);
  }
  sequence += base_exports.cursorLeft;
  const wroteSlice = nextLines.slice(start, endNext + 1);
  if (wroteSlice.length > 0) {
    const chunk = wroteSlice.join("\n");
    sequence += chunk;
    sequence += base_exports.eraseEndLine;
    if (nextWrappedEndsWithNewline && !chunk.endsWith("\n")) {
      sequence += "\n";
    }
  }
  const currentLine = start + wroteSlice.length;
  const finalLine = nextLines.length - 1;
  const downCount = finalLine - currentLine;
  if (downCount > 0) {
    sequence += base_exports.cursorDown(downCount);
  }
  return sequence;
};
function createLogUpdate(stream, { showCursor = false, defaultWidth, defaultHeight } = {}) {
  let previousLineCount = 0;
  let previousWidth = getWidth2(stream, defaultWidth);
  let previousOutput = "";
  const useSynchronizedOutput = stream.isTTY === true;
  const write = (output) => {
    if (output === "") {
      return;
    }
    if (useSynchronizedOutput) {
      stream.write(SYNCHRONIZED_OUTPUT_ENABLE + output + SYNCHRONIZED_OUTPUT_DISABLE);
      return;
    }
    stream.write(output);
  };
  const computeFrame = (text, width) => {
    const textString = String(text);
    const raw = textString.endsWith("\n") ? textString : `${textString}
`;
    const wrapped2 = wrapAnsi(raw, width, { trim: false, hard: true, wordWrap: false });
    const { text: clippedText, wasClipped } = fitToTerminalHeight(stream, wrapped2, defaultHeight);
    const lines = clippedText === "" ? [] : clippedText.split("\n");
    return { wrapped: clippedText, lines, wasClipped };
  };
  const reset = () => {
    previousOutput = "";
    previousWidth = getWidth2(stream, defaultWidth);
    previousLineCount = 0;
  };
  const render = (...arguments_) => {
    if (!showCursor) {
      cli_cursor_default.hide();
    }
    const width = getWidth2(stream, defaultWidth);
    const { wrapped: wrapped2, lines, wasClipped } = computeFrame(arguments_.join(" "), width);
    if (lines.length === 0) {
      previousOutput = wrapped2;
      previousWidth = width;
      previousLineCount = 0;
      return;
    }
    if (wrapped2 === previousOutput && previousWidth === width) {
      return;
    }
    if (previousLineCount === 0) {
      write(wrapped2);
      previousOutput = wrapped2;
      previousWidth = width;
      previousLineCount = lines.length;
      return;
    }
    if (previousWidth !== width || wasClipped) {
      write(base_exports.eraseLines(previousLineCount) + wrapped2);
      previousOutput = wrapped2;
      previousWidth = width;
      previousLineCount = lines.length;
      return;
    }
    const previousLines = previousOutput === "" ? [] : previousOutput.split("\n");
    const { start, endPrevious, endNext } = diffFrames(previousLines, lines);
    if (start === lines.length && previousLineCount === lines.length) {
      return;
    }
    if (start === 0) {
      write(base_exports.eraseLines(previousLineCount) + wrapped2);
      previousOutput = wrapped2;
      previousWidth = width;
      previousLineCount = lines.length;
      return;
    }
    const patch = buildPatch({
      prevCount: previousLineCount,
      start,
      endPrevious,
      endNext,
      nextLines: lines,
      nextWrappedEndsWithNewline: wrapped2.endsWith("\n")
    });
    write(patch);
    previousOutput = wrapped2;
    previousWidth = width;
    previousLineCount = lines.length;
  };
  render.clear = () => {
    write(base_exports.eraseLines(previousLineCount));
    reset();
  };
  render.done = () => {
    reset();
    if (!showCursor) {
      cli_cursor_default.show();
    }
  };
  render.persist = (...arguments_) => {
    const erasePrevious = previousLineCount > 0 ? base_exports.eraseLines(previousLineCount) : "";
    if (previousLineCount > 0) {
      previousLineCount = 0;
    }
    const text = `${arguments_.join(" ")}`;
    const width = getWidth2(stream, defaultWidth);
    const { wrapped: wrappedText } = computeFrame(text, width);
    write(erasePrevious + wrappedText);
    reset();
  };
  return render;
}
var logUpdate = createLogUpdate(process6.stdout);
var logUpdateStderr = createLogUpdate(process6.stderr);

// src/adapters/local/progress-screen.ts
var barWidth = 10;
var nameWidth = 32;
function bar(progress2) {
  const share = Number.isFinite(progress2) ? Math.min(1, Math.max(0, progress2)) : 0;
  const full = Math.floor(share * barWidth);
  return "█".repeat(full) + "░".repeat(barWidth - full);
}
var shorten = (text, width) => text.length <= width ? text : `${text.slice(0, width - 1)}…`;
function loadStatus({ benchmark, side, elapsed, rate: rate2, errors, p95 }) {
  const failed5 = `${(errors * 100).toFixed(1)} % failed`;
  return `${oneLine(benchmark)} (${side}) ${elapsed.toFixed(0)} s: ${rate2.toFixed(0)}/s, p95 ${(p95 * 1e3).toFixed(1)} ms, ${failed5}`;
}
function progressScreen() {
  let status = "";
  let latest = null;
  const open = /* @__PURE__ */ new Map();
  const row12 = ({ benchmark, round, evidence }, name) => {
    const undecided = evidence.filter(({ state }) => state === "undecided");
    const slowest = undecided.sort((a, b) => a.progress - b.progress)[0];
    const current = latest?.benchmark === benchmark ? "▸" : " ";
    const label = shorten(oneLine(benchmark), name).padEnd(name);
    const pair2 = `pair ${String(round + 1).padStart(2)}`;
    const rest = slowest === void 0 ? [] : [bar(slowest.progress), change(slowest.ratio), oneLine(slowest.metric)];
    return [current, label, pair2, ...rest].join("  ");
  };
  return {
    observe(event) {
      switch (event.kind) {
        case "setup":
          status = `setup ${event.side}: ${oneLine(event.command)}`;
          return true;
        case "load":
          status = loadStatus(event);
          return true;
        case "calibrating":
          status = `calibrating ${oneLine(event.benchmark)}`;
          return true;
        case "pair": {
          status = "";
          latest = event;
          const settled = event.evidence.length > 0 && event.evidence.every(({ state }) => state !== "undecided");
          open.delete(event.benchmark);
          if (!settled) open.set(event.benchmark, event);
          return true;
        }
        case "failed":
          return open.delete(event.benchmark);
        case "note":
          return false;
      }
    },
    draw(columns2, rows) {
      const lines = [];
      if (latest !== null) {
        const left = minutes(latest.maxTime - latest.elapsed);
        lines.push(`${latest.open} of ${latest.of} benchmarks open, at most ${left} left`);
      }
      if (status !== "") lines.push(status);
      const pairs = [...open.values()].sort((a, b) => a.benchmark < b.benchmark ? -1 : 1);
      const room = Math.max(0, rows - lines.length);
      const shown2 = pairs.length > room ? pairs.slice(0, Math.max(0, room - 1)) : pairs;
      const name = Math.min(nameWidth, Math.max(0, ...shown2.map(({ benchmark }) => benchmark.length)));
      for (const pair2 of shown2) lines.push(row12(pair2, name));
      if (shown2.length < pairs.length) lines.push(`   and ${pairs.length - shown2.length} more`);
      return lines.slice(0, rows).map((line2) => shorten(line2.trimEnd(), columns2));
    }
  };
}

// src/adapters/local/log.ts
function isWatched({ stderr, env }) {
  return stderr.isTTY === true && !env.CI && env.TERM !== "dumb";
}
function localLog(options2) {
  const { stderr, color } = options2;
  const level = (name, style) => {
    const label = color ? styleText(style, name, { validateStream: false }) : name;
    return (message) => `${label}: ${harmless(message)}`;
  };
  const warning = level("warning", "yellow");
  const error = level("error", "red");
  return isWatched(options2) ? liveLog(stderr, warning, error) : plainLog(stderr, warning, error);
}
function plainLog(stderr, warning, error) {
  const lines = progressLines();
  const print = (line2) => stderr.write(`${line2}
`);
  return {
    progress: (event) => lines(event).forEach(print),
    info: (message) => void print(harmless(message)),
    warning: (message) => void print(warning(message)),
    error: (message) => void print(error(message)),
    done: () => {
    }
  };
}
function liveLog(stderr, warning, error) {
  const update = createLogUpdate(stderr, { showCursor: true });
  const screen = progressScreen();
  const lines = progressLines();
  const newDecisions = decisions();
  const redraw = () => {
    const picture = screen.draw(stderr.columns ?? 80, (stderr.rows ?? 24) - 1);
    if (picture.length > 0) update(picture.join("\n"));
  };
  const print = (line2) => {
    update.clear();
    stderr.write(`${line2}
`);
    redraw();
  };
  return {
    progress(event) {
      if (event.kind === "pair") newDecisions(event).forEach(print);
      if (event.kind === "failed" || event.kind === "note") lines(event).forEach(print);
      if (screen.observe(event)) redraw();
    },
    info: (message) => print(harmless(message)),
    warning: (message) => print(warning(message)),
    error: (message) => print(error(message)),
    done: () => update.clear()
  };
}

// src/adapters/local/host.ts
function localHost(options2) {
  const { cwd, env, stderr, version: version2, color, baselineDirectory } = options2;
  const files2 = nodeFiles(cwd, env.RUNNER_TEMP || void 0);
  const git = nodeGit({ cwd, env });
  const directory = baselineDirectory === void 0 ? void 0 : resolve(cwd, baselineDirectory);
  return {
    cwd,
    env,
    version: version2,
    files: files2,
    git,
    clock: nodeClock,
    compression: nodeCompression,
    machine: nodeMachine,
    processes: nodeProcesses({ env }),
    log: localLog({ stderr, env, color }),
    forge: localForge,
    artifactsIn: (folder) => folderArtifacts({ directory: resolve(cwd, folder), files: files2, git, clock: nodeClock }),
    artifacts: directory === void 0 ? noArtifacts : folderArtifacts({ directory, files: files2, git, clock: nodeClock })
  };
}

// src/compare/calibration-notices.ts
var noisy = 0.03;
var tied = 1 / 3;
function calibrationNotices(metric, grounds) {
  if (metric.exact) return [];
  const where = whereOf(metric);
  if (metric.statistics.length === 0)
    return [
      {
        code: "few-pairs",
        where,
        message: `${counted(grounds.effects.length, "usable pair")}: too few to say anything.`,
        fix: "Give it more time: `--max-time`."
      }
    ];
  return [
    // What is only shown may be noisy: the table says so.
    ...metric.terms.gating ? noiseNotices(metric, grounds, where) : [],
    ...biasNotices(metric, where),
    ...lengthNotices(metric, grounds, where),
    ...clockNotices(metric, grounds)
  ];
}
function noiseNotices(metric, { benchmark, head }, where) {
  const { inUse, recommended, statistics } = metric;
  const used = statistics.find(({ statistic }) => statistic === inUse);
  if (used === void 0 || used.noise <= noisy) return [];
  const other = recommended === inUse ? void 0 : statistics.find((each) => each.statistic === recommended);
  const isTask = benchmark?.kind === "task";
  const advice = [
    ...metric.metric === "wall" ? ["gate `cpu` instead, if the work is computing"] : [],
    isTask ? "make trials longer (`trial-time`)" : "make trials longer (`iterations`)",
    ...isTask && benchmark.trials === "plain" ? ["let both processes take turns (`trials: ping-pong`)"] : [],
    ...other === void 0 ? [] : [`take the ${recommended}, whose noise is ${percent(other.noise)}`],
    ...head.unit === "s" ? ["count instructions, which hardly vary (`metrics: [instructions]`)"] : []
  ];
  return [
    {
      code: "noisy-metric",
      where,
      message: `Pairs of one and the same program differ by ${percent(used.noise)}: above ${percent(noisy)} they say little.`,
      fix: `What helps, in this order: ${advice.join("; ")}.`
    }
  ];
}
function biasNotices({ bias, terms }, where) {
  if (bias === null) return [];
  const [low, high] = bias.interval;
  const least2 = low > 0 ? low : high < 0 ? -high : 0;
  if (least2 === 0) return [];
  const harmless3 = Math.abs(bias.change) < terms.ignoreBelow;
  const side = bias.change > 0 ? "Head" : "Base";
  return [
    {
      code: "same-program-differs",
      where,
      message: `${side} is ${percent(bias.change)} worse although both are the same program: where a checkout lies, or what it holds beside the code, changes its cost.`,
      fix: harmless3 ? `That is less than \`ignore-below\` (${percent(terms.ignoreBelow)}), which is there to absorb it.` : `Raise \`ignore-below\` above ${percent(bias.change)} in the budget of this metric.`
    }
  ];
}
function lengthNotices({ inUse, terms }, { base: base2, head, effects, miss }, where) {
  const ties = effects.filter((effect) => effect === 0).length;
  if (ties >= tied * effects.length)
    return [
      {
        code: "coarse-clock",
        where,
        message: `${ties} of ${effects.length} pairs show no difference at all: a trial is too short for the clock that times it.`,
        fix: "Make trials longer: `trial-time` of a task, `iterations` of a command."
      }
    ];
  const shifts = [base2, head].flatMap((series) => shiftsOf(series, inUse));
  const ends = confidenceSequence(shifts, scalesOf(shifts), miss);
  if (ends === null) return [];
  const shift = Math.expm1(hodgesLehmann(shifts));
  const settled = ends.low <= 0 && ends.high >= 0 || Math.abs(shift) < terms.ignoreBelow;
  if (settled) return [];
  return [
    {
      code: "short-trials",
      where,
      message: `The ${inUse} of a whole trial is ${percent(shift)} ${shift < 0 ? "below" : "above"} that of its first half: with more iterations it would say something else again.`,
      fix: "Raise `warm-up` and `trial-time` (or `iterations`) until the two agree."
    }
  ];
}
function shiftsOf(series, statistic) {
  if (series.evidence.kind !== "trials") return [];
  return series.evidence.trials.flatMap(({ samples }) => {
    if (samples.length < 4) return [];
    const whole = trialValue(samples, { ...series, statistic });
    const half = trialValue(samples.slice(0, samples.length >> 1), { ...series, statistic });
    if (whole.value === void 0 || half.value === void 0) return [];
    return effectOf(half.value, whole.value, "lower") ?? [];
  });
}
function clockNotices({ metric, benchmark }, { notices }) {
  if (metric !== "cpu") return [];
  const codes = /* @__PURE__ */ new Set(["short-samples", "few-samples", "cost-coarse"]);
  return notices.filter(({ code, where }) => codes.has(code) && (where ?? benchmark) === benchmark);
}

// src/compare/power.ts
var identity = { benchmark: "simulated", metric: "value", unit: "s", better: "lower" };
var key = seriesKey(identity);
function paceOf(effects, effect, answer, settings) {
  const random = createRandom(settings.seed);
  let pairs = 0;
  let right = 0;
  for (let repeat = 0; repeat < settings.repeats; repeat++) {
    const ended = measureOnce(effects, effect, random, settings);
    pairs += ended.pairs;
    if (ended.state === answer || answer === "no-change" && ended.state === "improvement") right++;
  }
  return { pairs: pairs / settings.repeats, share: right / settings.repeats };
}
function measureOnce(effects, effect, random, settings) {
  const { family, maxPairs, terms } = settings;
  const ledger = createLedger({
    ...settings,
    terms: () => ({ ...terms, gating: true, onRegression: "fail" })
  });
  for (let other = 1; other < family; other++)
    ledger.families.gating.update(String(other), { worse: 1, equivalent: 1, better: 1 });
  let state = "undecided";
  let round = 0;
  while (round < maxPairs && state === "undecided") {
    const drawn = (effects[random.integer(effects.length)] ?? 0) * (random.coin() ? 1 : -1);
    const first = random.coin() ? "base" : "head";
    const head = Math.exp(drawn + effect);
    ledger.record(identity, [{ round, base: { value: 1 }, head: { value: head }, exact: false, first }]);
    state = ledger.stateOf(key);
    round++;
  }
  return { state, pairs: round };
}
var wantedPower = 0.9;
var least = 1e-3;
var most = 3;
var precision = 0.04;
function smallestSlowdown(effects, settings) {
  const isFound = (slowdown) => {
    const terms = {
      regression: slowdown,
      ignoreBelow: Math.min(settings.terms.ignoreBelow, slowdown / 5)
    };
    const { share } = paceOf(effects, Math.log1p(slowdown), "regression", { ...settings, terms });
    return share >= wantedPower;
  };
  if (!isFound(most)) return null;
  let missed = Math.log(least);
  let found = Math.log(most);
  while (found - missed > precision) {
    const middle = (found + missed) / 2;
    if (isFound(Math.exp(middle))) found = middle;
    else missed = middle;
  }
  return Math.exp(found);
}

// src/compare/calibrate.ts
var timeStatistics = ["median", "mean", "lower-quartile", "min"];
var worthChanging = 0.9;
function calibrateRuns(request) {
  const { base: base2, head, settings, suite: suite2, seed } = request;
  const certainty = certaintyOf(settings);
  const bases = new Map(base2.series.map((series) => [seriesKey(series), series]));
  const both = head.series.flatMap((series) => {
    const opposite = bases.get(seriesKey(series));
    return opposite === void 0 ? [] : [{ base: opposite, head: series }];
  });
  const tested = both.filter((sides) => settings.terms(sides.head).gating && !isExact(sides));
  const family = Math.max(1, tested.length);
  const measured2 = both.map((sides) => measuredOf(sides, family, request));
  return {
    suite: suite2,
    seed,
    alpha: settings.alpha,
    maxPairs: certainty.maxPairs,
    family,
    metrics: measured2.map((one) => metricOf(one, measured2, request))
  };
}
function isExact({ base: base2, head }) {
  const pairs = valuesOfSeries(base2, head);
  const [first] = pairs;
  return pairs.every(
    (pair2) => pair2.exact || pair2.base.value === first?.base.value && pair2.head.value === first?.head.value
  );
}
function measuredOf(sides, family, { settings, benchmarks, seed, repeats = 200 }) {
  const { head } = sides;
  const exact = isExact(sides);
  const inUse = statisticFor(head);
  const power = {
    ...certaintyOf(settings),
    family,
    terms: settings.terms(head),
    seed: fork(seed, `calibrate/${seriesKey(head)}`),
    repeats
  };
  const tried = [inUse, ...statisticsFor(sides).filter((statistic) => statistic !== inUse)];
  return {
    ...sides,
    entry: entryOf(head.benchmark, benchmarks),
    exact,
    inUse,
    power,
    statistics: exact ? [] : tried.flatMap((statistic) => noiseOf(sides, statistic, power))
  };
}
function statisticsFor({
  base: base2,
  head
}) {
  const several = pairsOfSeries(base2, head).some(({ head: [seen] }) => {
    return seen?.value.kind === "samples" && seen.value.samples.length > 1;
  });
  return several && head.unit === "s" ? timeStatistics : [];
}
function entryOf(benchmark, entries) {
  const owners = entries.filter(({ name }) => benchmark === name || benchmark.startsWith(`${name}/`));
  return owners.reduce((longest2, { name }) => name.length > longest2.length ? name : longest2, "") || benchmark;
}
function effectsOf(sides, statistic) {
  const as = (series) => ({ ...series, statistic });
  return valuesOfSeries(as(sides.base), as(sides.head)).flatMap(({ base: base2, head }) => {
    if (base2.value === void 0 || head.value === void 0) return [];
    return effectOf(base2.value, head.value, sides.head.better) ?? [];
  });
}
function noiseOf(sides, statistic, power) {
  const effects = effectsOf(sides, statistic);
  if (effects.length < power.minPairs) return [];
  const mean = effects.reduce((sum, effect) => sum + effect, 0) / effects.length;
  const squares = effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0);
  return [
    {
      statistic,
      noise: madToSigma * mad(effects),
      deviation: Math.sqrt(squares / (effects.length - 1)),
      toClear: paceOf(effects, 0, "no-change", power),
      toCatch: paceOf(effects, Math.log1p(power.terms.regression), "regression", power)
    }
  ];
}
function recommendedFor(one, all) {
  const rows = all.filter(({ entry, head, exact }) => {
    return entry === one.entry && head.metric === one.head.metric && !exact;
  });
  const costOf = (statistic) => rows.reduce((sum, { statistics }) => {
    const found = statistics.find((each) => each.statistic === statistic);
    return sum + (found === void 0 ? Number.POSITIVE_INFINITY : found.toClear.pairs + found.toCatch.pairs);
  }, 0);
  let best = one.inUse;
  let least2 = costOf(one.inUse) * worthChanging;
  for (const { statistic } of one.statistics) {
    const cost = costOf(statistic);
    if (cost < least2) [best, least2] = [statistic, cost];
  }
  return best;
}
function metricOf(one, all, { settings, benchmarks, ...runs }) {
  const { base: base2, head, entry, exact, inUse, statistics, power } = one;
  const effects = exact ? [] : effectsOf(one, inUse);
  const enough = effects.length >= power.minPairs;
  const recommended = enough ? recommendedFor(one, all) : inUse;
  const benchmark = benchmarks.find(({ name }) => name === entry);
  const notices = [...runs.head.notices, ...runs.base.notices];
  const miss = power.alpha / (2 * Math.max(1, all.length));
  const found = {
    benchmark: head.benchmark,
    entry,
    metric: head.metric,
    pairs: exact ? valuesOfSeries(base2, head).length : effects.length,
    samples: samplesOf(head),
    terms: settings.terms(head),
    exact,
    inUse,
    recommended,
    statistics,
    bias: enough ? biasOf(effects, miss) : null,
    smallest: enough ? smallestSlowdown(effectsOf(one, recommended), power) : null
  };
  return { ...found, notices: calibrationNotices(found, { base: base2, head, effects, notices, benchmark, miss }) };
}
function samplesOf({ evidence }) {
  return evidence.kind === "trials" ? Math.max(0, ...evidence.trials.map(({ samples }) => samples.length)) : 1;
}
function biasOf(effects, miss) {
  const ends = confidenceSequence(effects, scalesOf(effects), miss);
  if (ends === null) return null;
  return {
    change: worseBy(hodgesLehmann(effects)),
    interval: [worseBy(ends.low), worseBy(ends.high)]
  };
}

// src/report/calibration-snippet.ts
var noisy2 = 0.03;
var mostTimesLonger = 4;
var tooShort = /* @__PURE__ */ new Set(["short-trials", "coarse-clock", "short-samples"]);
function calibrationSnippet({ metrics: metrics2 }, benchmarks) {
  const entries = benchmarks.flatMap((benchmark) => {
    const rows = metrics2.filter(({ entry, exact }) => entry === benchmark.name && !exact);
    const lines = [...statisticLines(rows), ...lengthLines(rows, benchmark)];
    return lines.length === 0 ? [] : [`  ${key2(benchmark.name)}:`, ...lines.map((line2) => `    ${line2}`)];
  });
  return entries.length === 0 ? null : ["benchmarks:", ...entries].join("\n");
}
function statisticLines(rows) {
  const changed = new Map(
    rows.filter(({ inUse, recommended }) => inUse !== recommended).map(({ metric, recommended }) => [metric, recommended])
  );
  if (changed.size === 0) return [];
  return [`statistic: { ${[...changed].map(([metric, statistic]) => `${metric}: ${statistic}`).join(", ")} }`];
}
function lengthLines(rows, benchmark) {
  const longer = Math.max(1, ...rows.filter(({ terms }) => terms.gating).map(timesLonger));
  if (longer === 1) return [];
  if (benchmark.kind === "task")
    return [`trial-time: ${writeDuration(Number((benchmark.trialTime * longer).toPrecision(3)))}`];
  if (benchmark.kind !== "command") return [];
  const runs = Math.max(1, ...rows.map(({ samples }) => samples));
  return [`iterations: ${Math.ceil(runs * longer)}`];
}
function timesLonger({ statistics, recommended, notices }) {
  const noise = statistics.find(({ statistic }) => statistic === recommended)?.noise ?? 0;
  const forNoise = noise <= noisy2 ? 1 : Math.ceil((noise / noisy2) ** 2);
  const forLength = notices.some(({ code }) => tooShort.has(code)) ? 2 : 1;
  return Math.min(mostTimesLonger, Math.max(forNoise, forLength));
}
function key2(name) {
  const plain2 = /^[A-Za-z_][\w/.-]*$/.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name);
  return plain2 ? name : JSON.stringify(name);
}

// src/report/calibration.ts
var titles = [
  "benchmark",
  "metric",
  "statistic",
  "noise",
  "sd",
  "clears in",
  "finds it in",
  "smallest"
];
var firstNumber = 3;
function describeCalibration(view) {
  const { calibration, benchmarks, notices } = view;
  const paint = view.color === true ? painted : unpainted;
  const width = view.width ?? Number.POSITIVE_INFINITY;
  const snippet = calibrationSnippet(calibration, benchmarks);
  const all = [...notices, ...calibration.metrics.flatMap((metric) => metric.notices)];
  const blocks = [
    table(calibration.metrics, paint),
    legend(calibration).map((line2) => wrapped(paint("dim", line2), width)),
    ...all.map((notice) => [wrapped(`${paint("caution", "!")} ${sentenceOf(notice)}`, width)]),
    snippet === null ? ["Nothing to change in the suite."] : [paint("bold", "For the suite:"), "", ...snippet.split("\n")]
  ];
  return blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n");
}
function sentenceOf({ where, message, fix: fix2 }) {
  const said2 = [message, fix2].filter((part) => part !== void 0).join(" ");
  return harmless2(where === void 0 ? said2 : `${where}: ${said2}`);
}
function legend({ suite: suite2, seed, alpha, family, maxPairs, metrics: metrics2 }) {
  const pairs = Math.max(0, ...metrics2.map((metric) => metric.pairs));
  return [
    `${harmless2(suite2)}: base against base, ${counted2(pairs, "pair")}, seed ${seed}. ${counted2(family, "metric")} ${family === 1 ? "has" : "share"} alpha ${alpha}; at most ${counted2(maxPairs, "pair")}.`,
    'noise: what pairs of one program usually differ by (1.4826 · MAD of log ratios); sd: their standard deviation. clears in, finds it in: pairs until an unchanged program is cleared, and until a slowdown as large as the declared "regression" is found, on average; behind it how often, where that is not always. smallest: the smallest slowdown that is found in 9 of 10 measurements when "regression" asks for it. *: in use; →: better here.'
  ];
}
function table(metrics2, paint) {
  const rows = metrics2.flatMap(rowsOf);
  if (rows.length === 0) return ["No metric was measured on both sides."];
  const widths = titles.map(
    (title, column) => Math.max(widthOf(title), ...rows.map((cells) => widthOf(cells[column] ?? "")))
  );
  const line2 = (cells) => cells.map((cell2, column) => pad(cell2, widths[column] ?? 0, column < firstNumber ? "left" : "right")).join("  ").trimEnd();
  return [paint("dim", line2(titles)), ...rows.map(line2)];
}
function rowsOf(metric) {
  const { benchmark, statistics, exact, inUse, recommended, smallest, terms } = metric;
  const name = [harmless2(benchmark), harmless2(metric.metric)];
  if (exact) return [[...name, "exact", ...Array.from({ length: 4 }, () => none), none]];
  if (statistics.length === 0) return [[...name, `${inUse} *`, ...Array.from({ length: 5 }, () => none)]];
  return statistics.map((each, index) => {
    const { statistic, noise, deviation, toClear, toCatch } = each;
    const mark = statistic === recommended && statistic !== inUse ? " →" : statistic === inUse ? " *" : "";
    return [
      ...index === 0 ? name : ["", ""],
      `${statistic}${mark}`,
      percent2(noise),
      percent2(deviation),
      pace(toClear),
      `${pace(toCatch)} (${writtenPercent(terms.regression)})`,
      isMain(each, metric) ? percent2(smallest) : ""
    ];
  });
}
function isMain({ statistic }, { recommended }) {
  return statistic === recommended;
}
function pace({ pairs, share }) {
  const shown2 = decimal(pairs, { maximumFractionDigits: pairs < 10 ? 1 : 0 });
  return share >= 0.995 ? shown2 : `${shown2}, ${decimal(share * 100, { maximumFractionDigits: 0 })} %`;
}

// src/commands/calibrate.ts
async function calibrateCommand(request, display2, host2) {
  const { suite: suite2, notices } = await loadSuite({ files: host2.files, path: request.config });
  const { change: change2, notices: doubts } = await sameProgram(host2);
  const plan = planOf(suite2, change2, request, host2);
  const decider = stopRuleOf(suite2, plan);
  const { runs } = await measurePlan(
    { suite: suite2, plan, stop: { ...decider, settled: () => false } },
    { out: `${request.out}/calibrate` },
    host2
  );
  const benchmarks = plan.benchmarks.map(({ benchmark }) => benchmark);
  const calibration = calibrateRuns({
    ...runs,
    suite: suite2.name,
    settings: settingsOf(suite2),
    benchmarks,
    seed: plan.seed
  });
  const failures = [...runs.head.failures, ...runs.base.failures];
  const failed5 = failures.map(
    ({ benchmark, code, reason }) => ({ code, where: benchmark, message: `It failed: ${reason}` })
  );
  if (calibration.metrics.length === 0)
    throw new MeasureError(
      ["Nothing was measured on both sides.", ...failed5.map((one) => `${one.where}: ${one.message}`)].join(
        "\n"
      )
    );
  const all = [...notices, ...doubts, ...failed5];
  return {
    exitCode: failed5.length > 0 ? exitCodes.unmeasured : exitCodes.pass,
    output: display2.json ? JSON.stringify({ ...calibration, notices: all, snippet: calibrationSnippet(calibration, benchmarks) }) : describeCalibration({ calibration, benchmarks, notices: all, ...display2 })
  };
}
async function sameProgram({ git, cwd }) {
  const commit = await git.root() === null ? null : await git.resolve("HEAD");
  const dirty = commit !== null && await git.dirty();
  if (commit !== null && !dirty)
    return {
      change: { base: { commit }, head: { commit, directory: cwd }, reason: "named", distance: 0 },
      notices: []
    };
  const side = { directory: cwd, ...commit === null ? {} : { commit, dirty } };
  return {
    change: { base: side, head: side, reason: "folders" },
    notices: [
      {
        code: "one-place",
        message: `Both sides are the same folder${dirty ? ", because it holds changes that no commit has" : ""}: what the place of a checkout does to its cost does not show.`,
        ...dirty ? { fix: "Commit them, and calibrate again." } : {}
      }
    ]
  };
}
function planOf(suite2, change2, { pairs, ...request }, host2) {
  const varying = suite2.benchmarks.filter(({ kind }) => kind !== "files");
  if (varying.length === 0)
    throw new ConfigError("The suite holds files only: their sizes have no noise to calibrate.");
  const planned = makePlan({
    // Coins for as many pairs as are wanted; what the suite allows is for the decision, not for measuring here.
    suite: {
      ...suite2,
      benchmarks: varying,
      gate: { ...suite2.gate, maxPairs: Math.max(pairs, suite2.gate.maxPairs) }
    },
    change: change2,
    seed: request.seed ?? host2.clock.seed(),
    only: request.only,
    maxTime: request.maxTime
  });
  if ("faults" in planned)
    throw new ConfigError(planned.faults.map(({ message }) => message).join("\n"), planned.faults);
  return { ...planned.plan, maxPairs: pairs };
}

// src/commands/result.ts
function shown(report, { json, color, width }, config) {
  if (json) return renderers.json(report);
  return renderers.terminal(report, {
    color,
    ...width === void 0 ? {} : { width },
    ...config === void 0 ? {} : { programArguments: ["--config", config] }
  });
}

// src/commands/compare.ts
async function compareCommand(request, display2, host2) {
  const loaded = request.config === void 0 ? { suite: suiteForComparing(), notices: [] } : await loadSuite({ files: host2.files, path: request.config, purpose: "compare" });
  const bases = await readRuns(request.base, host2);
  const heads = await readRuns(request.head, host2);
  const [head, ...confirm] = heads;
  const [base2] = bases;
  if (head === void 0 || base2 === void 0)
    throw new ConfigError("compare needs Runs of both sides.", [], "Give `--base FILE --head FILE`.");
  const partner = bases.find((run) => run.measurement !== void 0 && run.measurement === head.measurement);
  const report = decide({
    suite: loaded.suite,
    runs: { base: partner ?? base2, head },
    earlier: bases.length === 1 ? [] : bases.filter((run) => run !== partner),
    ...partner === void 0 && bases.length > 1 ? { unpaired: { confirm } } : {},
    change: { base: base2.subject, head: head.subject, reason: "files" },
    notices: loaded.notices,
    host: host2
  });
  if (request.out !== void 0) await writeReports(report, request.out, host2);
  return { exitCode: exitCodeOf(report), output: shown(report, display2) };
}
async function readRuns(paths, { files: files2 }) {
  return Promise.all(
    paths.map(async (path) => {
      const text = await files2.read(path);
      if (text === null) throw new ConfigError(`${path}: there is no such file.`);
      const read10 = readRun(text);
      if ("why" in read10)
        throw new ReadError(`${path} ${read10.why}`, "Runs are what `perf-gate run` leaves as *.run.json.");
      return read10.value;
    })
  );
}

// src/commands/doctor.ts
async function doctorCommand({ config }, { json }, host2) {
  const findings = [
    await finding("suite", () => suite(config, host2)),
    await finding("git", () => repository(host2)),
    await finding("base", () => base(host2)),
    await finding("machine", () => machine(host2)),
    await finding("token", () => token(host2))
  ];
  const exitCode = findings.some(({ state }) => state === "fault") ? exitCodes.usage : exitCodes.pass;
  return { exitCode, output: json ? JSON.stringify(findings) : findings.flatMap(written).join("\n") };
}
async function finding(what, ask) {
  try {
    return { what, ...await ask() };
  } catch (error) {
    if (!(error instanceof PerfGateError)) throw error;
    const { message, fix: fix2 } = error;
    return { what, state: "fault", detail: message, ...fix2 === void 0 ? {} : { fix: fix2 } };
  }
}
async function suite(config, { files: files2 }) {
  const { suite: suite2, path, notices } = await loadSuite({ files: files2, path: config });
  const detail = `${path}: ${counted2(suite2.benchmarks.length, "benchmark")}, ${counted2(suite2.budgets.length, "budget")}`;
  const [first] = notices;
  if (first === void 0) return { state: "ok", detail };
  return { state: "remark", detail: `${detail}. ${first.where ?? path}: ${first.message}` };
}
async function repository({ git, cwd }) {
  const root = await git.root();
  if (root === null)
    throw new ConfigError(
      `${cwd} is in no git repository.`,
      [],
      "Compare two folders: `--base-dir` and `--head-dir`."
    );
  const dirty = await git.dirty();
  return { state: "ok", detail: dirty ? `${root}, with uncommitted changes: they are measured too` : root };
}
async function base({ git, forge, cwd }) {
  const change2 = await resolveChange({ git, event: await forge.event(), cwd });
  const { base: base2, reason, notices = [] } = change2;
  const [first] = notices;
  const detail = `${(base2.commit ?? "").slice(0, 7)}, ${reason.replaceAll("-", " ")}`;
  if (first === void 0) return { state: "ok", detail };
  return {
    state: "remark",
    detail: `${detail}. ${first.message}`,
    ...first.fix === void 0 ? {} : { fix: first.fix }
  };
}
async function machine({ env }) {
  const ci = env.GITHUB_ACTIONS === "true" ? "a step of GitHub Actions" : env.CI === void 0 ? "no CI" : "a CI that is not GitHub Actions";
  return { state: "ok", detail: ci };
}
async function token({ env, forge }) {
  const { kind, fromFork } = await forge.event();
  if (kind === "local") return { state: "ok", detail: "none is needed here: there is nothing to comment on" };
  if (fromFork === true)
    return {
      state: "remark",
      detail: "a pull request from a fork gets a token that only reads",
      fix: "Post its results with a workflow of the default branch: `perf-gate init` writes one."
    };
  if (env.ACTIONS_RUNTIME_TOKEN === void 0)
    return {
      state: "remark",
      detail: "a `run:` step cannot store artifacts, so there are no baselines",
      fix: "Use the action instead: `uses: org/perf-gate@v1`."
    };
  return { state: "ok", detail: "artifacts can be stored" };
}
var signs = { ok: "✓", remark: "!", fault: "✗" };
function written({ what, state, detail, fix: fix2 }) {
  const [first = "", ...more] = detail.split("\n");
  return [
    `${signs[state]} ${what.padEnd(8)} ${first}`,
    ...more.map((line2) => `${" ".repeat(11)}${line2}`),
    ...fix2 === void 0 ? [] : fix2.split("\n").map((line2) => `${" ".repeat(11)}${line2}`)
  ];
}

// src/formats/aliases.ts
var aliases = [
  ...[
    ["cargo", "cargo"],
    ["go", "go"],
    ["benchmarkjs", "benchmarkjs"],
    ["pytest", "pytest-benchmark"],
    ["googlecpp", "google-benchmark"],
    ["catch2", "catch2"],
    ["julia", "julia"],
    ["jmh", "jmh"],
    ["benchmarkdotnet", "benchmarkdotnet"],
    ["benchmarkluau", "luau"]
  ].map(([word, means]) => ({ word, means, from: "github-action-benchmark" })),
  { word: "customBiggerIsBetter", means: "custom-json", better: "higher", from: "github-action-benchmark" },
  { word: "customSmallerIsBetter", means: "custom-json", better: "lower", from: "github-action-benchmark" },
  ...[
    ["json", "bmf-json"],
    ["c_sharp_dot_net", "benchmarkdotnet"],
    ["cpp_catch2", "catch2"],
    ["cpp_google", "google-benchmark"],
    ["dart_benchmark_harness", "dart-harness"],
    ["go_bench", "go"],
    ["java_jmh", "jmh"],
    ["js_benchmark", "benchmarkjs"],
    ["js_time", "js-console-time"],
    ["js_vitest", "vitest"],
    ["python_asv", "asv"],
    ["python_pytest", "pytest-benchmark"],
    ["ruby_benchmark", "ruby-benchmark"],
    ["rust_bench", "cargo"],
    ["rust_criterion", "criterion"],
    ["rust_iai", "iai"],
    ["rust_gungraun", "gungraun"],
    ["rust_iai_callgrind", "gungraun"],
    ["shell_hyperfine", "hyperfine"]
  ].map(([word, means]) => ({ word, means, from: "Bencher" })),
  { word: "nyrkioJson", means: "nyrkio-json", from: "Nyrkiö" },
  { word: "criterion", means: "criterion", from: "Nyrkiö" }
];

// src/formats/reading/number.ts
function figure(written3) {
  if (typeof written3 === "number") return Number.isFinite(written3) ? written3 : null;
  if (typeof written3 !== "string") return null;
  const text = written3.trim().replace(/(?<=\d)[,_'\u00a0\u202f](?=\d{3})/g, "");
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
function scaleBy(value, scale) {
  const inverse = Math.round(1 / scale);
  return scale < 1 && Math.abs(scale * inverse - 1) < 1e-9 ? value / inverse : value * scale;
}
var scales = {
  "": 1,
  m: 1e-3,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  B: 1e9,
  G: 1e9,
  T: 1e12,
  Q: 1e15,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40
};
function scaledFigure(written3, thousand = 1e3) {
  const match = /^([+-]?[\d.,]+(?:e[+-]?\d+)?)\s*([A-Za-z]{0,2})$/i.exec(written3.trim());
  const value = figure(match?.[1]);
  const suffix2 = match?.[2] ?? "";
  const scale = Object.hasOwn(scales, suffix2) ? scales[suffix2] : void 0;
  if (value === null || scale === void 0) return null;
  return value * (thousand === 1024 && scale >= 1e3 ? 1024 ** Math.round(Math.log10(scale) / 3) : scale);
}

// src/formats/reading/figures.ts
function figuresOf(written3, scale, nonNegative) {
  const usable = (value) => value !== null && Number.isFinite(value) && !(nonNegative && value < 0);
  const figures2 = {};
  for (const key3 of ["mean", "standardDeviation", "median", "min", "max"]) {
    const value = scaled(written3[key3], scale);
    if (usable(value) && !(key3 === "standardDeviation" && value < 0)) figures2[key3] = value;
  }
  const n = figure(written3.n);
  if (n !== null && n >= 0) figures2.n = n;
  const quantiles = Object.entries(written3.quantiles ?? {}).flatMap(([key3, one]) => {
    const value = scaled(one, scale);
    const name = quantileName(key3);
    return name !== null && usable(value) ? [[name, value]] : [];
  });
  if (quantiles.length > 0) figures2.quantiles = Object.fromEntries(quantiles);
  return figures2;
}
function scaled(written3, scale) {
  const value = figure(written3);
  return value === null ? null : scaleBy(value, scale);
}
function quantileName(written3) {
  const match = /^p?\(?(\d{1,3}(?:[._]\d+)?)\)?(?:th|st|nd|rd|%)?$/i.exec(written3.trim());
  const value = match === null ? Number.NaN : Number(match[1]?.replace("_", "."));
  return value >= 0 && value <= 100 ? `p${value}` : null;
}

// src/formats/reading/name.ts
function cleanName(name) {
  return name.replace(/[\p{Cc}\s]+/gu, " ").trim() || "unnamed";
}
function withParameters(name, parameters) {
  const parts = Object.entries(parameters ?? {}).filter(([, value]) => value !== void 0 && value !== null && value !== "").map(
    ([key3, value]) => `/${cleanName(key3)}=${cleanName(typeof value === "object" ? JSON.stringify(value) : String(value))}`
  );
  const clean = cleanName(name);
  return parts.length === 0 ? clean : `${clean.replace(/\/+$/, "") || clean}${parts.join("")}`;
}
function joinName(...parts) {
  return cleanName(
    parts.filter((part) => part !== null && part !== void 0 && part.trim() !== "").join("/")
  );
}

// src/formats/reading/summarize.ts
var samplesKept = 1e4;
var kept = [0.05, 0.25, 0.75, 0.9, 0.95, 0.99, 0.999];
function summarize(samples) {
  const sorted = Float64Array.from(samples).sort();
  const n = sorted.length;
  let mean = 0;
  let squares = 0;
  for (const [index, value] of sorted.entries()) {
    const delta = value - mean;
    mean += delta / (index + 1);
    squares += delta * (value - mean);
  }
  const rank = (share) => sorted[Math.min(n - 1, Math.max(0, Math.ceil(share * n) - 1))] ?? mean;
  return {
    mean,
    ...n > 1 ? { standardDeviation: Math.sqrt(squares / (n - 1)) } : {},
    n,
    median: rank(0.5),
    min: rank(0),
    max: rank(1),
    quantiles: Object.fromEntries(kept.map((share) => [`p${Number((share * 100).toFixed(1))}`, rank(share)]))
  };
}
function deviationOfMargin(mean, marginPercent, n) {
  if (!(n > 1) || !(marginPercent >= 0) || !Number.isFinite(mean)) return void 0;
  const critical = studentAt95[Math.round(n - 1) - 1] ?? 1.96;
  return marginPercent / 100 * mean * Math.sqrt(n) / critical;
}
var studentAt95 = [
  12.706,
  4.303,
  3.182,
  2.776,
  2.571,
  2.447,
  2.365,
  2.306,
  2.262,
  2.228,
  2.201,
  2.179,
  2.16,
  2.145,
  2.131,
  2.12,
  2.11,
  2.101,
  2.093,
  2.086,
  2.08,
  2.074,
  2.069,
  2.064,
  2.06,
  2.056,
  2.052,
  2.048,
  2.045,
  2.042
];

// src/formats/reading/collect.ts
function collector() {
  const entries = /* @__PURE__ */ new Map();
  const failures = /* @__PURE__ */ new Map();
  const notices = /* @__PURE__ */ new Map();
  function entryOf2(measured2) {
    const named2 = {
      ...measured2,
      benchmark: cleanName(measured2.benchmark),
      metric: cleanName(measured2.metric)
    };
    for (let metric = named2.metric; ; metric = `${metric} (${named2.unit})`) {
      const key3 = seriesKey({ benchmark: named2.benchmark, metric });
      const known3 = entries.get(key3);
      if (known3 !== void 0 && known3.measured.unit !== named2.unit) continue;
      const entry = known3 ?? {
        measured: { ...named2, metric },
        trials: /* @__PURE__ */ new Map(),
        summaries: [],
        exact: [],
        histograms: []
      };
      if (known3 === void 0) entries.set(key3, entry);
      return entry;
    }
  }
  function fail(failure) {
    const clean = { ...failure, benchmark: cleanName(failure.benchmark) };
    failures.set(JSON.stringify([clean.benchmark, clean.metric, clean.code, clean.reason]), clean);
  }
  function usable(measured2, written3) {
    const problem = unusable(measured2, written3);
    if (problem === null) return scaleBy(figure(written3) ?? 0, measured2.scale ?? 1);
    fail({ benchmark: measured2.benchmark, metric: measured2.metric, ...problem });
    return null;
  }
  return {
    sample(measured2, written3, trial = 0) {
      const value = usable(measured2, written3);
      if (value === null) return;
      const { trials } = entryOf2(measured2);
      const samples = trials.get(trial);
      if (samples === void 0) trials.set(trial, [value]);
      else samples.push(value);
    },
    samples(measured2, written3, trial = 0) {
      for (const one of written3) this.sample(measured2, one, trial);
    },
    summary(measured2, written3) {
      const centre = written3.mean ?? written3.median;
      if (usable(measured2, centre) === null) return;
      const { summaries: summaries2 } = entryOf2(measured2);
      summaries2.push(figuresOf(written3, measured2.scale ?? 1, measured2.unit === "s"));
      if (summaries2.length === 2)
        this.note({
          code: "repeated-summary",
          message: "The file holds this more than once: the mean of each is one trial; their percentiles cannot be merged.",
          where: cleanName(measured2.benchmark)
        });
    },
    exact(measured2, written3) {
      const value = usable({ ...measured2, zeroIsAnAnswer: true }, written3);
      if (value !== null) entryOf2(measured2).exact.push(value);
    },
    histogram(measured2, encoded) {
      entryOf2(measured2).histograms.push(encoded);
    },
    fail,
    note(notice) {
      notices.set(`${notice.code}\0${notice.where ?? ""}`, notice);
    },
    result() {
      return {
        series: [...entries.values()].flatMap((entry) => seriesOf(entry)),
        failures: [...failures.values()],
        notices: [...notices.values()]
      };
    }
  };
}
function unusable(measured2, written3) {
  const value = figure(written3);
  const shown2 = typeof written3 === "number" ? String(written3) : JSON.stringify(written3) ?? "nothing";
  if (value === null || !Number.isFinite(scaleBy(value, measured2.scale ?? 1)))
    return { code: "not-a-number", reason: `The tool reported ${shown2} for ${measured2.metric}.` };
  const physical = ["s", "B", "/s", "B/s", "ratio"].includes(measured2.unit);
  if (value < 0 && physical)
    return {
      code: "negative",
      reason: `The tool reported ${shown2} for ${measured2.metric}, which cannot be negative.`
    };
  const vanished = scaleBy(value, measured2.scale ?? 1) === 0 && measured2.zeroIsAnAnswer !== true;
  if (vanished && measured2.unit === "s")
    return {
      code: "zero-time",
      reason: `The tool reported ${shown2} for ${measured2.metric}: nothing was run, or it was too quick for its clock.`
    };
  if (vanished && ["/s", "B/s"].includes(measured2.unit))
    return {
      code: "zero-rate",
      reason: `The tool reported ${shown2} for ${measured2.metric}: nothing was done.`
    };
  return null;
}
function seriesOf({ measured: measured2, trials, summaries: summaries2, exact, histograms }) {
  const { benchmark, metric, unit, better, statistic } = measured2;
  const identity2 = { benchmark, metric, unit, better, ...statistic === void 0 ? {} : { statistic } };
  const [summary] = summaries2;
  const [count2] = exact;
  if (histograms.length > 0) {
    const rounds = histograms.map((histogram, round) => ({ round, histogram }));
    return [{ ...identity2, evidence: { kind: "histogram", rounds } }];
  }
  if (trials.size === 0 && exact.length === 0 && summaries2.length === 1 && summary !== void 0)
    return [{ ...identity2, evidence: { kind: "summary", ...summary } }];
  if (trials.size === 0 && summaries2.length === 0 && count2 !== void 0 && exact.every((value) => value === count2))
    return [{ ...identity2, evidence: { kind: "exact", value: count2 } }];
  const values = [
    ...trials.values(),
    ...summaries2.map((one) => [one.mean ?? one.median ?? 0]),
    ...exact.map((one) => [one])
  ];
  if (values.length === 0) return [];
  const [only] = values;
  if (values.length === 1 && only !== void 0 && only.length > samplesKept)
    return [{ ...identity2, evidence: { kind: "summary", ...summarize(only) } }];
  return [
    {
      ...identity2,
      evidence: { kind: "trials", trials: values.map((samples, round) => ({ round, samples })) }
    }
  ];
}

// src/formats/reading/measured.ts
var wall = (benchmark, scale = 1) => ({
  benchmark,
  metric: "wall",
  unit: "s",
  better: "lower",
  scale
});
var cpu = (benchmark, scale = 1) => ({ ...wall(benchmark, scale), metric: "cpu" });
var latency = (benchmark, scale = 1) => ({
  ...wall(benchmark, scale),
  metric: "latency"
});
var throughput = (benchmark, scale = 1) => ({
  benchmark,
  metric: "throughput",
  unit: "/s",
  better: "higher",
  scale
});
var transfer = (benchmark, scale = 1) => ({
  benchmark,
  metric: "transfer",
  unit: "B/s",
  better: "higher",
  scale,
  zeroIsAnAnswer: true
});
var allocated = (benchmark, scale = 1) => ({
  benchmark,
  metric: "allocated",
  unit: "B",
  better: "lower",
  scale,
  zeroIsAnAnswer: true
});
var allocations = (benchmark) => ({
  benchmark,
  metric: "allocations",
  unit: "count",
  better: "lower",
  zeroIsAnAnswer: true
});
var memory = (benchmark, scale = 1) => ({
  ...allocated(benchmark, scale),
  metric: "memory"
});
var bytes = (benchmark, scale = 1) => ({
  ...allocated(benchmark, scale),
  metric: "bytes"
});
var count = (benchmark, metric, better = "lower") => ({
  benchmark,
  metric,
  unit: "count",
  better,
  zeroIsAnAnswer: true
});

// src/formats/reading/shape.ts
var figureSchema = optional(nullable(union([number(), string(), boolean()])));
var optionalText = optional(nullable(string()));
var anyRecord = record(string(), unknown());
function shaped(source, schema, value = source.json()) {
  if (value === void 0) {
    const problem = source.jsonProblem();
    throw new ReadError(`line ${problem.line}: ${problem.message}`);
  }
  const result2 = safeParse(schema, value);
  if (result2.success) return result2.output;
  const [issue] = result2.issues;
  const key3 = getDotPath(issue) ?? "the whole";
  throw new ReadError(`${key3}: expected ${issue.expected ?? "something else"}, found ${issue.received}`);
}
function matching(schema, value) {
  const result2 = safeParse(schema, value);
  return result2.success ? [result2.output] : [];
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function at(value, ...path) {
  let here = value;
  for (const key3 of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key3)) return void 0;
    here = Array.isArray(here) ? here[Number(key3)] : here[key3];
  }
  return here;
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function textOf(value) {
  return typeof value === "string" && value !== "" ? value : void 0;
}

// src/formats/harness/criterion-json.ts
var nanoseconds = 1e-9;
var figures = array(figureSchema);
var SampleSchema = union([
  looseObject({ iters: figures, times: figures }),
  pipe(
    tuple([figures, figures]),
    transform(([iters, times2]) => ({ iters, times: times2 }))
  )
]);
var EstimateSchema = looseObject({ point_estimate: figureSchema });
var EstimatesSchema = looseObject({
  mean: EstimateSchema,
  median: EstimateSchema,
  std_dev: optional(EstimateSchema)
});
var criterionJson = {
  name: "criterion-json",
  tool: "criterion",
  title: "Criterion.rs, sample.json and estimates.json",
  produce: "cargo bench  (then target/criterion/NAME/new/sample.json)",
  documentation: "https://bheisler.github.io/criterion.rs/book/user_guide/user_guide.html",
  detect(source) {
    const json = source.json();
    return is(SampleSchema, json) || isEstimates(json) || isNameOnly(json);
  },
  parse(source) {
    const collect = collector();
    const json = source.json();
    const benchmark = criterionName(source.file);
    if (isNameOnly(json))
      throw new ReadError(
        `it names ${JSON.stringify(at(json, "full_id"))} and holds no times; import sample.json beside it`
      );
    if (isEstimates(json)) {
      const { mean, median, std_dev: deviation } = shaped(source, EstimatesSchema);
      collect.summary(wall(benchmark, nanoseconds), {
        mean: mean.point_estimate,
        median: median.point_estimate,
        standardDeviation: deviation?.point_estimate
      });
      return collect.result();
    }
    const { iters, times: times2 } = shaped(source, SampleSchema);
    for (const [index, time3] of times2.entries()) {
      const iterations = figure(iters[index]);
      const total2 = figure(time3);
      const perIteration = iterations !== null && total2 !== null && iterations > 0 ? total2 / iterations : time3;
      collect.sample(wall(benchmark, nanoseconds), perIteration);
    }
    if (times2.length === 0) collect.fail({ benchmark, code: "no-samples", reason: "The sample is empty." });
    return collect.result();
  }
};
function isEstimates(json) {
  return at(json, "median_abs_dev", "point_estimate") !== void 0 && at(json, "mean", "confidence_interval") !== void 0;
}
function isNameOnly(json) {
  return isRecord(json) && "group_id" in json && "full_id" in json && "directory_name" in json;
}
function criterionId(source) {
  if (!source.head.includes('"full_id"')) return null;
  const id = at(source.json(), "full_id");
  return isNameOnly(source.json()) && typeof id === "string" ? id : null;
}
function criterionName(file) {
  const parts = file.split(/[\\/]/);
  const root = parts.lastIndexOf("criterion");
  const end = /^(?:new|base|change)$/.test(parts.at(-2) ?? "") ? -2 : -1;
  const name = root === -1 ? "" : parts.slice(root + 1, end).join("/");
  return name === "" ? "criterion" : name;
}

// src/formats/reading/plain-text.ts
var escapeCode = String.fromCharCode(27);
var byteOrderMark = String.fromCharCode(65279);
var ansi = new RegExp(
  `${escapeCode}\\[[0-9;?]*[ -/]*[@-~]|${escapeCode}\\][^\\u0007${escapeCode}]*(?:\\u0007|${escapeCode}\\\\)`,
  "g"
);
var widestGap = 200;
var wideGap = new RegExp(`[ \\t]{${widestGap + 1},}`, "g");
function plainText(text) {
  const unmarked = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const uncoloured = unmarked.includes(escapeCode) ? unmarked.replace(ansi, "") : unmarked;
  const narrow = uncoloured.replace(wideGap, " ".repeat(widestGap));
  return narrow.includes("\r") ? narrow.replaceAll("\r\n", "\n").replaceAll("\r", "\n") : narrow;
}

// src/formats/reading/source.ts
var headLength = 65536;
function sourceOf(file, written3, better) {
  const text = plainText(written3);
  const lines = once(() => text.split("\n"));
  const json = once(() => findJson(text));
  const jsonLines = once(() => {
    const found = [];
    for (const [index, line2] of lines().entries()) {
      const start = line2.trimStart();
      if (!start.startsWith("{")) continue;
      const parsed = parseJson(start);
      if ("value" in parsed) found.push({ line: index + 1, value: parsed.value });
    }
    return found;
  });
  return {
    file,
    text,
    head: text.slice(0, headLength),
    ...better === void 0 ? {} : { better },
    lines,
    json: () => {
      const found = json();
      return "value" in found ? found.value : void 0;
    },
    jsonProblem: () => {
      const found = json();
      return "value" in found ? { line: 1, message: "it is JSON, of another shape" } : found;
    },
    jsonLines
  };
}
function once(work) {
  let done;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

// src/formats/reading/size.ts
var steps = { "": 0, k: 1, m: 2, g: 3, t: 4, p: 5 };
var words = {
  byte: "b",
  bytes: "b",
  kilobytes: "kb",
  megabytes: "mb",
  gigabytes: "gb",
  kbytes: "kb",
  mbytes: "mb",
  gbytes: "gb",
  kibibytes: "kib",
  mebibytes: "mib",
  gibibytes: "gib",
  kilobyte: "kb",
  megabyte: "mb",
  gigabyte: "gb"
};
function bytesIn(unit, thousand = 1e3) {
  const word = unit.trim();
  const spelled = Object.hasOwn(words, word.toLowerCase()) ? words[word.toLowerCase()] ?? "" : word;
  const match = /^([kmgtp]?)(i?)(b|bits?|bytes?)$/i.exec(spelled);
  if (match === null) return null;
  const bits = /^bit/i.test(match[3] ?? "") || /^[kmgtp]i?b$/i.test(word) && word.endsWith("b") && word !== word.toLowerCase();
  const power = steps[(match[1] ?? "").toLowerCase()] ?? 0;
  return (match[2] === "" ? thousand : 1024) ** power / (bits ? 8 : 1);
}
function sizeOf(written3, thousand = 1e3) {
  const match = /^([\d.,]+)\s*([A-Za-z]+)$/.exec(written3.trim());
  const amount2 = figure(match?.[1]);
  const scale = bytesIn(match?.[2] ?? "", thousand);
  return amount2 === null || scale === null ? null : amount2 * scale;
}

// src/formats/reading/time.ts
var secondsPer = {
  fs: 1e-15,
  ps: 1e-12,
  ns: 1e-9,
  us: 1e-6,
  ms: 1e-3,
  cs: 0.01,
  s: 1,
  m: 60,
  min: 60,
  h: 3600,
  d: 86400,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  minute: 60,
  minutes: 60,
  hour: 3600,
  hours: 3600,
  hr: 3600,
  day: 86400,
  days: 86400,
  picosecond: 1e-12,
  picoseconds: 1e-12,
  nanosecond: 1e-9,
  nanoseconds: 1e-9,
  nano: 1e-9,
  nanos: 1e-9,
  microsecond: 1e-6,
  microseconds: 1e-6,
  usec: 1e-6,
  usecs: 1e-6,
  micros: 1e-6,
  millisecond: 1e-3,
  milliseconds: 1e-3,
  msec: 1e-3,
  msecs: 1e-3,
  millis: 1e-3
};
function secondsIn(unit) {
  const word = unit.trim().replace(/^[µμ](?=s)/u, "u").replace(/^[µμ](?=sec)/u, "u");
  for (const spelling of [word, word.toLowerCase()])
    if (Object.hasOwn(secondsPer, spelling)) return secondsPer[spelling] ?? null;
  return null;
}
function durationOf(written3) {
  const text = written3.trim();
  const parts = [...text.matchAll(/([\d.,]+(?:e[+-]?\d+)?)\s*([µμ]?[a-z]+)\s*/giu)];
  if (parts.length === 0 || parts.map((part) => part[0]).join("") !== text) return null;
  let total2 = 0;
  for (const part of parts) {
    const amount2 = figure(part[1]);
    const scale = secondsIn(part[2] ?? "");
    if (amount2 === null || scale === null) return null;
    total2 += scaleBy(amount2, scale);
  }
  return Number.isFinite(total2) ? total2 : null;
}

// src/formats/reading/unit.ts
var rateWords = /^(?:hz|rps|qps|tps|fps|ops|iops|ips|req\/s)$/i;
var countWords = /^(?:|count|counts|1|unitless|element|elements|instructions?|cycles?|allocs?|allocations?|number)$/i;
function unitMeaning(written3) {
  const word = written3.trim();
  const per = word.lastIndexOf("/");
  if (per > 0) {
    const above = word.slice(0, per).trim();
    const below = word.slice(per + 1).trim();
    const divisor = secondsIn(below);
    if (divisor !== null && !/^(?:op|iter|call|run|req|item)/i.test(below)) return rate(above, divisor);
    const amount2 = unitMeaning(above);
    return amount2.unit === above && !amount2.sure ? { ...amount2, unit: word } : amount2;
  }
  const perWord = /^(.+?)\s+per\s+(\w+)$/i.exec(word);
  const spelledDivisor = perWord === null ? null : secondsIn(perWord[2] ?? "");
  if (spelledDivisor !== null) return rate(perWord?.[1] ?? "", spelledDivisor);
  if (rateWords.test(word)) return { unit: "/s", scale: 1, better: "higher", sure: true };
  const bitRate = /^([kmg])bps$/i.exec(word);
  if (bitRate !== null) return rate(`${bitRate[1]}bit`, 1);
  const seconds = /^[md]$/.test(word) ? null : secondsIn(word);
  if (seconds !== null) return { unit: "s", scale: seconds, better: "lower", sure: true };
  const bytes2 = bytesIn(word);
  if (bytes2 !== null) return { unit: "B", scale: bytes2, better: "lower", sure: true };
  if (/^(?:%|percent|percentage)$/i.test(word))
    return { unit: "ratio", scale: 0.01, better: "lower", sure: false };
  if (/^(?:ratio|fraction)$/i.test(word)) return { unit: "ratio", scale: 1, better: "lower", sure: false };
  return { unit: countWords.test(word) ? "count" : word, scale: 1, better: "lower", sure: false };
}
function rate(what, seconds) {
  const bytes2 = bytesIn(what);
  if (bytes2 !== null) return { unit: "B/s", scale: bytes2 / seconds, better: "higher", sure: true };
  return { unit: "/s", scale: 1 / seconds, better: "higher", sure: true };
}
var higherWords = /(?:higher|bigger|larger|more)[-_ ]?is[-_ ]?better|throughput|per[-_ ]?sec|\brps\b|\bqps\b|\bfps\b|\bops\b|success|succeeded|passed|\bok\b|score|hit[-_ ]?rate|\bhits\b|accuracy|coverage|available|\bfree\b|efficiency|speed-?up/i;
var lowerWords = /(?:smaller|lower|less)[-_ ]?is[-_ ]?better|fail|error|miss|latency|duration|elapsed|time|size|bytes|memory|alloc|dropped|timeout/i;
function betterByName(name) {
  const words2 = name.replaceAll("_", " ");
  if (higherWords.test(words2)) return "higher";
  return lowerWords.test(words2) ? "lower" : null;
}

// src/formats/reading/guess.ts
function guessedBetter(collect, metric, fallback, fix2) {
  const told = betterByName(metric);
  if (told !== null) return told;
  const taken = fallback === "lower" ? "less" : "more";
  collect.note({
    code: "guessed-direction",
    message: `Nothing says whether more or less of ${metric} is better; ${taken} is taken to be.`,
    where: metric,
    ...fix2 === void 0 ? {} : { fix: fix2 }
  });
  return fallback;
}

// src/formats/gates/bmf-json.ts
var MetricSchema = looseObject({
  value: figureSchema,
  lower_value: figureSchema,
  upper_value: figureSchema
});
var units = {
  latency: "ns",
  throughput: "ops/s",
  "build-time": "s",
  "file-size": "B",
  allocated: "B"
};
var bmfJson = {
  name: "bmf-json",
  tool: "bencher",
  title: "Bencher Metric Format",
  produce: '{ "benchmark": { "latency": { "value": 12.3 } } }  (nanoseconds for latency)',
  documentation: "https://bencher.dev/docs/reference/bencher-metric-format/",
  detect(source) {
    const json = source.json();
    if (!isRecord(json)) return false;
    const measures = Object.values(json);
    return measures.length > 0 && measures.every(
      (one) => isRecord(one) && Object.values(one).length > 0 && Object.values(one).every(isMetric)
    );
  },
  parse(source) {
    const collect = collector();
    const file = shaped(source, record(string(), record(string(), MetricSchema)));
    for (const [benchmark, measures] of Object.entries(file))
      for (const [measure, metric] of Object.entries(measures))
        collectMetric(collect, benchmark, measure, metric);
    return collect.result();
  }
};
var known = /* @__PURE__ */ new Set(["value", "lower_value", "upper_value"]);
function isMetric(one) {
  return isRecord(one) && "value" in one && Object.keys(one).every((key3) => known.has(key3));
}
function collectMetric(collect, benchmark, measure, { value, lower_value: min, upper_value: max }) {
  const meaning = unitMeaning(units[measure] ?? "");
  const better = meaning.sure ? meaning.better : guessedBetter(collect, measure, "lower");
  const measured2 = {
    benchmark,
    metric: measure,
    unit: meaning.unit,
    scale: meaning.scale,
    better,
    zeroIsAnAnswer: measure !== "latency"
  };
  if (min === void 0 && max === void 0) collect.sample(measured2, value);
  else collect.summary(measured2, { mean: value, min, max });
}
var PerfSchema = looseObject({
  results: array(
    looseObject({
      benchmark: looseObject({ name: string() }),
      measure: looseObject({ slug: string() }),
      metrics: array(
        looseObject({
          start_time: string(),
          version: looseObject({ number: figureSchema, hash: optional(nullable(string())) }),
          metric: MetricSchema
        })
      )
    })
  )
});
var bencherPerf = {
  name: "bencher-perf",
  tool: "bencher",
  title: "Bencher's history, as its API answers",
  produce: "bencher perf PROJECT --branches … --testbeds … --benchmarks … --measures … > perf.json",
  documentation: "https://bencher.dev/docs/api/projects/perf/",
  detect: (source) => listOf(at(source.json(), "results")).some(
    (one) => at(one, "testbed") !== void 0 && at(one, "measure") !== void 0
  ),
  parse(source) {
    const points = bencherHistory(source);
    const newest = points.at(-1);
    if (newest === void 0) return { series: [], failures: [], notices: [] };
    const message = `The file holds ${points.length} results; the newest was read.`;
    return {
      ...newest.imported,
      notices: [...newest.imported.notices, ...points.length > 1 ? [{ code: "history", message }] : []]
    };
  }
};
function bencherHistory(source) {
  const versions = /* @__PURE__ */ new Map();
  for (const { benchmark, measure, metrics: metrics2 } of shaped(source, PerfSchema).results)
    for (const { start_time: started2, version: version2, metric } of metrics2) {
      const key3 = version2.hash ?? `version ${version2.number}`;
      const time3 = Date.parse(started2);
      const point = versions.get(key3) ?? { at: time3, commit: version2.hash ?? void 0, collect: collector() };
      versions.set(key3, { ...point, at: Math.min(point.at, time3) });
      collectMetric(point.collect, benchmark.name, measure.slug, metric);
    }
  return [...versions.values()].sort((a, b) => a.at - b.at).map(({ at: time3, commit, collect }) => ({
    ...commit === void 0 ? {} : { commit },
    ...Number.isFinite(time3) ? { at: time3 } : {},
    imported: collect.result()
  }));
}

// src/formats/reading/csv.ts
var options = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true };
function csvOf(text, delimiter = ",") {
  try {
    const [header = []] = parse(text, { ...options, delimiter, to: 1 });
    const parsed = parse(text, {
      ...options,
      delimiter,
      columns: [...header],
      from: 2,
      info: true
    });
    return { header, rows: parsed.map(({ record: record2, info }) => ({ line: info.lines, cells: record2 })) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ReadError(`line ${/\bline (\d+)/.exec(message)?.[1] ?? 1}: it is not whole CSV (${message})`);
  }
}
function csvHeader(text) {
  const [first = ""] = text.trimStart().split("\n", 1);
  if (!first.includes(",") || first.length > 2e4) return [];
  try {
    return parse(first, options)[0] ?? [];
  } catch {
    return [];
  }
}
function hasHeadings(text, ...headings) {
  const header = csvHeader(text);
  return headings.every((heading7) => header.includes(heading7));
}

// src/formats/gates/csv.ts
var lowered = (header) => header.map((heading7) => heading7.toLowerCase());
var nameColumns = ["name", "benchmark"];
var csv = {
  name: "csv",
  tool: "csv",
  title: "CSV of names and values",
  produce: "a file with the headings name,metric,unit,better,value (metric, unit and better may be left out)",
  documentation: "https://www.rfc-editor.org/rfc/rfc4180",
  detect(source) {
    const header = lowered(csvHeader(source.head));
    return header.includes("value") && nameColumns.some((name) => header.includes(name));
  },
  parse(source) {
    const collect = collector();
    for (const row12 of csvOf(source.text).rows) {
      const cells = new Map(
        Object.entries(row12.cells).map(([heading7, value]) => [heading7.toLowerCase(), value])
      );
      const cell2 = (...names) => names.map((name) => cells.get(name)).find((value) => value) ?? "";
      const meaning = unitMeaning(cell2("unit", "units"));
      const metric = cell2("metric", "measure") || (meaning.unit === "s" ? "wall" : meaning.unit === "B" ? "bytes" : "value");
      const said2 = cell2("better", "direction").toLowerCase();
      const told = /high|big|up|more/.test(said2) ? "higher" : /low|small|down|less/.test(said2) ? "lower" : source.better;
      const better = told ?? (meaning.sure ? meaning.better : guessedBetter(collect, metric, "lower", 'Add a column "better" with higher or lower.'));
      const benchmark = cell2(...nameColumns);
      const trial = figure(cell2("trial", "round", "run")) ?? 0;
      collect.sample(
        {
          benchmark,
          metric,
          unit: meaning.unit,
          scale: meaning.scale,
          better,
          zeroIsAnAnswer: meaning.unit !== "s"
        },
        cell2("value"),
        trial
      );
    }
    return collect.result();
  }
};

// src/formats/gates/csv-series.ts
var timeColumn = /^(?:time|timestamp|date|datetime)$/i;
var commitColumn = /^(?:commit|sha|revision|version|git_commit)$/i;
var attribute = /^(?:branch|ref|tag|author|message)$/i;
var csvSeries = {
  name: "csv-series",
  tool: "otava",
  title: "CSV with a row per commit (Otava, Hunter)",
  produce: "a file with the headings time,commit,METRIC,METRIC…",
  documentation: "https://otava.apache.org/docs/csv",
  detect(source) {
    const header = csvHeader(source.head);
    return header.some((heading7) => timeColumn.test(heading7)) && header.some((heading7) => commitColumn.test(heading7)) && header.length > 2;
  },
  parse(source) {
    const points = csvHistory(source);
    const newest = points.at(-1);
    if (newest === void 0) return { series: [], failures: [], notices: [] };
    const message = `The file holds ${points.length} commits; the newest was read.`;
    return {
      ...newest.imported,
      notices: [...newest.imported.notices, ...points.length > 1 ? [{ code: "history", message }] : []]
    };
  }
};
function csvHistory(source) {
  const { header, rows } = csvOf(source.text);
  const metrics2 = header.filter(
    (heading7) => !timeColumn.test(heading7) && !commitColumn.test(heading7) && !attribute.test(heading7) && isNumeric(rows, heading7)
  );
  return rows.map(({ cells }) => {
    const collect = collector();
    for (const metric of metrics2)
      collect.sample(
        {
          benchmark: "series",
          metric,
          unit: "count",
          better: guessedBetter(collect, metric, "lower"),
          zeroIsAnAnswer: true
        },
        cells[metric]
      );
    const cell2 = (wanted) => cells[header.find((heading7) => wanted.test(heading7)) ?? ""];
    const time3 = timeOf(cell2(timeColumn) ?? "");
    const commit = cell2(commitColumn);
    return {
      ...commit ? { commit } : {},
      ...time3 === null ? {} : { at: time3 },
      imported: collect.result()
    };
  });
}
function isNumeric(rows, heading7) {
  return rows.some(({ cells }) => figure(cells[heading7]) !== null);
}
function timeOf(written3) {
  const value = figure(written3);
  if (value !== null) return value > 1e11 ? value : value * 1e3;
  const [, year, month, day, hour = "0", rest = ""] = /^(\d{4})[./-](\d{2})[./-](\d{2})[ T]?(\d{1,2})?(.*)$/.exec(written3) ?? [];
  const parsed = Date.parse(
    year === void 0 ? written3 : `${year}-${month}-${day}T${hour.padStart(2, "0")}${rest.replace(/ ([+-]\d{2})(\d{2})$/, "$1:$2")}`
  );
  return Number.isNaN(parsed) ? null : parsed;
}

// src/formats/gates/custom-json.ts
var CustomRowSchema = looseObject({
  name: string(),
  unit: optional(nullable(string())),
  value: figureSchema,
  range: figureSchema
});
var customJson = {
  name: "custom-json",
  tool: "custom-json",
  title: "github-action-benchmark, custom JSON",
  produce: '[{ "name": "…", "unit": "ms", "value": 12.3 }]  (say customBiggerIsBetter or customSmallerIsBetter as the format)',
  documentation: "https://github.com/benchmark-action/github-action-benchmark#examples",
  detect: (source) => listOf(source.json()).some(
    (one) => typeof at(one, "name") === "string" && at(one, "unit") !== void 0 && at(one, "value") !== void 0
  ),
  parse(source) {
    const collect = collector();
    for (const row12 of shaped(source, array(CustomRowSchema))) collectCustom(collect, row12, source.better);
    return collect.result();
  }
};
function collectCustom(collect, { name, unit, value, range: range2 }, better) {
  const meaning = unitMeaning(unit ?? "");
  const told = betterByName(name);
  const direction = better ?? (told === "higher" ? told : meaning.sure ? meaning.better : guessedBetter(collect, name, "lower", fix));
  const metric = meaning.unit === "s" ? "wall" : meaning.unit === "B" ? "bytes" : ["/s", "B/s"].includes(meaning.unit) ? "throughput" : "value";
  const measured2 = {
    benchmark: name,
    metric,
    unit: meaning.unit,
    scale: meaning.scale,
    better: direction,
    zeroIsAnAnswer: meaning.unit !== "s"
  };
  const spread = figure(typeof range2 === "string" ? range2.replace(/^±\s*/, "") : range2);
  if (spread === null) collect.sample(measured2, value);
  else collect.summary(measured2, { mean: value, standardDeviation: spread });
}
var fix = "Say --format customBiggerIsBetter or customSmallerIsBetter.";

// src/formats/harness/go-bench-lines.ts
var result = /^(Benchmark\S*)\s+(\d+)\s+(\S.*)$/;
var started = /^(Benchmark\S*)\s*(?:\t.*)?$/;
var orphan = /^\s*(\d+)\s+([\d.e+-]+ ns\/op.*)$/;
var pair = /([+-]?(?:[\d.]+(?:e[+-]?\d+)?|NaN|Inf))\s+([^\s\d]\S*)/gi;
var failed = /^\s*--- (FAIL|SKIP): (Benchmark\S*)/;
var ownSetting = /^(?:goos|goarch|pkg|cpu|toolchain): /;
var setting = /^([a-z][^\s:A-Z]*):\s*(.*)$/;
function goLines(lines) {
  const rows = [];
  const failures = [];
  const units2 = /* @__PURE__ */ new Map();
  let configuration = {};
  let process7 = 0;
  let open = null;
  const named2 = (name) => configuration.pkg ? `${configuration.pkg}.${name}` : name;
  for (const [index, line2] of lines.entries()) {
    const before = (lines[index - 1] ?? "").trim();
    const found = result.exec(line2);
    const pushed = found === null && open !== null ? orphan.exec(line2) : null;
    const broken2 = failed.exec(line2);
    const set = setting.exec(line2);
    if (found !== null || pushed !== null) {
      const { name, processors } = withoutProcessors(found?.[1] ?? open ?? "");
      const pairs = [...(found?.[3] ?? pushed?.[2] ?? "").matchAll(pair)].map(
        (one) => [one[1] ?? "", one[2] ?? ""]
      );
      if (pairs.length > 0)
        rows.push({ name, processors, configuration: { ...configuration }, pairs, process: process7 });
      open = null;
    } else if (broken2 !== null) {
      const name = withoutProcessors(broken2[2] ?? "").name;
      const skipped2 = broken2[1] === "SKIP";
      failures.push({
        benchmark: named2(name),
        code: skipped2 ? "skipped" : "failed",
        reason: skipped2 ? "go test skipped it." : "go test reported --- FAIL.",
        ...outputAfter(lines, index)
      });
      open = null;
    } else if (/^panic: |^fatal error: /.test(line2)) {
      const running = open ?? benchmarkOnStack(lines, index);
      const benchmark = running === null ? configuration.pkg ?? "go test" : named2(withoutProcessors(running).name);
      failures.push({ benchmark, code: "panicked", reason: line2.trim() });
      open = null;
    } else if (line2.startsWith("Unit ")) {
      const [, unit = "", ...words2] = line2.trim().split(/\s+/);
      units2.set(unit, Object.fromEntries(words2.map((word) => word.split("=", 2))));
    } else if (set !== null && (ownSetting.test(line2) || before === "" || setting.test(before))) {
      if (set[1] === "goos") {
        process7 += 1;
        configuration = {};
      }
      configuration[set[1] ?? ""] = (set[2] ?? "").trim();
    } else if (line2 === "PASS") process7 += 1;
    else if (/^FAIL\t/.test(line2)) {
      process7 += 1;
      const [, name = "go test", how = ""] = line2.split(/\t/);
      const [benchmark = name, inline] = name.split(" [");
      const explained = failures.some((one) => one.benchmark.startsWith(benchmark));
      if (!explained)
        failures.push({ benchmark, code: "failed", reason: `go test failed: ${inline ? `[${inline}` : how}` });
    } else if (started.test(line2)) open = started.exec(line2)?.[1] ?? null;
  }
  return { rows, failures, units: units2 };
}
function outputAfter(lines, index) {
  const output = [];
  for (let next = index + 1; /^\s{4,}\S/.test(lines[next] ?? "") && output.length < 20; next += 1)
    output.push((lines[next] ?? "").trim());
  return output.length === 0 ? {} : { output: output.join("\n") };
}
function benchmarkOnStack(lines, index) {
  for (const line2 of lines.slice(index, index + 60)) {
    const found = /^([\w./-]+\.Benchmark\w*)(?:\.func\d+)*\(/.exec(line2);
    if (found !== null) return found[1] ?? null;
  }
  return null;
}
function withoutProcessors(written3) {
  const match = /^(.+)-(\d+)$/.exec(written3);
  return match === null ? { name: written3, processors: null } : { name: match[1] ?? written3, processors: Number(match[2]) };
}

// src/formats/harness/go-bench.ts
var goBench = {
  name: "go-bench",
  tool: "go",
  title: "go test -bench, text",
  produce: "go test -run '^$' -bench . -benchmem -count 10 ./...",
  documentation: "https://go.dev/design/14313-benchmark-format",
  detect: (source) => source.lines().some(
    (line2) => /^Benchmark\S*\s+\d+\s+[\d.e+-]+\s+\S|^\s*--- FAIL: Benchmark|^FAIL\t\S+\s+\[build failed\]/.test(
      line2
    )
  ),
  parse: (source) => importGo(goLines(source.lines()))
};
function importGo({ rows, failures, units: units2 }) {
  const collect = collector();
  const named2 = namer(rows);
  for (const row12 of rows) {
    const benchmark = named2(row12);
    for (const [value, unit] of row12.pairs) {
      const measured2 = goMetric(benchmark, unit, units2.get(unit));
      if (units2.get(unit)?.assume === "exact") collect.exact(measured2, value);
      else collect.sample(measured2, value, row12.process);
      if (!measured2.sure) noteGuess(collect, measured2);
    }
  }
  for (const failure of failures) collect.fail(failure);
  return collect.result();
}
function namer(rows) {
  const processors = /* @__PURE__ */ new Map();
  const settings = /* @__PURE__ */ new Map();
  for (const { name, processors: count2, configuration } of rows) {
    const key3 = `${configuration.pkg ?? ""} ${name}`;
    processors.set(key3, (processors.get(key3) ?? /* @__PURE__ */ new Set()).add(count2));
    for (const [setting2, value] of Object.entries(configuration))
      if (setting2 !== "pkg") settings.set(setting2, (settings.get(setting2) ?? /* @__PURE__ */ new Set()).add(value));
  }
  const varying = [...settings].flatMap(([setting2, values]) => values.size > 1 ? [setting2] : []);
  return ({ name, processors: count2, configuration }) => {
    const several = (processors.get(`${configuration.pkg ?? ""} ${name}`)?.size ?? 0) > 1;
    const parameters = {
      ...Object.fromEntries(varying.map((setting2) => [setting2, configuration[setting2]])),
      ...several ? { gomaxprocs: count2 ?? 1 } : {}
    };
    return withParameters(configuration.pkg ? `${configuration.pkg}.${name}` : name, parameters);
  };
}
function goMetric(benchmark, unit, declared) {
  if (unit === "ns/op") return { ...wall(benchmark, 1e-9), sure: true };
  if (unit === "B/op") return { ...allocated(benchmark), sure: true };
  if (unit === "allocs/op") return { ...allocations(benchmark), sure: true };
  if (unit === "MB/s")
    return { benchmark, metric: "throughput", unit: "B/s", better: "higher", scale: 1e6, sure: true };
  const meaning = /(?:^|-)ns$/.test(unit) ? unitMeaning("ns") : unitMeaning(unit);
  const said2 = declared?.better;
  const better = said2 === "higher" || said2 === "lower" ? said2 : meaning.sure ? meaning.better : betterByName(unit);
  return {
    benchmark,
    metric: unit,
    unit: meaning.unit,
    scale: meaning.scale,
    better: better ?? "lower",
    zeroIsAnAnswer: true,
    sure: better !== null
  };
}
function noteGuess(collect, { metric }) {
  collect.note({
    code: "guessed-direction",
    message: `Nothing says whether more or less of ${metric} is better; less is taken to be.`,
    where: metric,
    fix: `Print the line "Unit ${metric} better=higher" before the results if more is better.`
  });
}

// src/formats/harness/jmh.ts
var MetricSchema2 = looseObject({
  score: figureSchema,
  scorePercentiles: optional(nullable(record(string(), figureSchema))),
  scoreUnit: string(),
  rawData: optional(nullable(array(nullable(array(figureSchema)))))
});
var RowSchema = looseObject({
  benchmark: string(),
  mode: string(),
  params: optional(nullable(anyRecord)),
  primaryMetric: MetricSchema2,
  secondaryMetrics: optional(nullable(record(string(), MetricSchema2)))
});
var metrics = {
  thrpt: "throughput",
  avgt: "wall",
  sample: "latency",
  ss: "single-shot"
};
var jmh = {
  name: "jmh",
  tool: "jmh",
  title: "JMH, JSON",
  produce: "java -jar benchmarks.jar -rf json -rff jmh.json",
  documentation: "https://github.com/openjdk/jmh",
  detect: (source) => listOf(source.json()).some(
    (row12) => at(row12, "primaryMetric") !== void 0 && at(row12, "mode") !== void 0
  ),
  parse(source) {
    const collect = collector();
    for (const row12 of shaped(source, array(RowSchema))) {
      const benchmark = withParameters(row12.benchmark, row12.params);
      read(
        collect,
        jmhMetric(benchmark, metrics[row12.mode] ?? row12.mode, row12.primaryMetric.scoreUnit),
        row12.primaryMetric
      );
      for (const [name, metric] of Object.entries(row12.secondaryMetrics ?? {}))
        read(
          collect,
          { ...jmhMetric(benchmark, name.replace(/^·/, ""), metric.scoreUnit), zeroIsAnAnswer: true },
          metric
        );
    }
    return collect.result();
  }
};
function read(collect, measured2, metric) {
  const forks = (metric.rawData ?? []).flatMap((fork2) => fork2 && fork2.length > 0 ? [fork2] : []);
  for (const [fork2, iterations] of forks.entries()) collect.samples(measured2, iterations, fork2);
  if (forks.length === 0)
    collect.summary(measured2, { mean: metric.score, quantiles: metric.scorePercentiles ?? {} });
}
function jmhMetric(benchmark, named2, unit) {
  const meaning = unitMeaning(unit === "---" || unit === "?" ? "" : unit);
  const isTime = meaning.unit === "s";
  const metric = named2 === "throughput" && isTime ? "wall" : named2 === "wall" && !isTime ? "throughput" : named2;
  const better = meaning.sure ? meaning.better : betterByName(metric) ?? "lower";
  const cost = /alloc|churn|gc\./i.test(metric);
  return { benchmark, metric, unit: meaning.unit, scale: meaning.scale, better: cost ? "lower" : better };
}

// src/formats/gates/data-js-rows.ts
var direct = (measured2) => (collect, { name, value }, unit) => collect.sample(measured2(name, unitMeaning(unit).scale), value);
var custom = (better) => (collect, row12) => collectCustom(collect, { ...row12, range: void 0 }, better);
var readers = {
  cargo: direct(wall),
  googlecpp: direct(wall),
  catch2: direct(wall),
  julia: direct(wall),
  benchmarkdotnet: direct(wall),
  benchmarkluau: direct(wall),
  benchmarkjs: direct(throughput),
  // `ops` is the inverse of the mean that we take.
  pytest: (collect, { name, value }) => {
    const rate2 = figure(value);
    collect.sample(wall(name), rate2 === null || rate2 <= 0 ? value : 1 / rate2);
  },
  // `BenchmarkFoo (example.com/pkg) - B/op`
  go: (collect, { name, value }, unit) => {
    const [, bare = name, path] = /^(.*?)(?: \(([^)]+)\))?(?: - \S+)?$/.exec(name) ?? [];
    const { sure, ...measured2 } = goMetric(path === void 0 ? bare : `${path}.${bare}`, unit, void 0);
    collect.sample({ ...measured2, better: sure ? measured2.better : "lower" }, value);
  },
  // `com.example.Bench.run ( {"size":"10"} )`
  jmh: (collect, { name, value }, unit) => {
    const [, bare = name, written3 = "{}"] = /^(.*?) \( (\{.*\}) \)$/.exec(name) ?? [];
    const parsed = parseJson(written3);
    const parameters = "value" in parsed && isRecord(parsed.value) ? parsed.value : {};
    const isTime = unitMeaning(unit).unit === "s";
    collect.sample(jmhMetric(withParameters(bare, parameters), isTime ? "wall" : "throughput", unit), value);
  },
  customBiggerIsBetter: custom("higher"),
  customSmallerIsBetter: custom("lower")
};
function readBenches(collect, tool2, benches) {
  const read10 = tool2 && Object.hasOwn(readers, tool2) ? readers[tool2] : void 0;
  const repeated2 = new Set(
    tool2 === "go" ? benches.flatMap(({ name }) => name.endsWith(" - ns/op") ? [name.slice(0, -8)] : []) : []
  );
  for (const row12 of benches) {
    if (repeated2.has(row12.name)) continue;
    const [unit = ""] = (row12.unit ?? "").split(/[\t\n]/);
    if (read10 === void 0) collectCustom(collect, { ...row12, unit, range: void 0 }, void 0);
    else read10(collect, row12, unit.trim());
  }
}

// src/formats/gates/data-js.ts
var FileSchema = looseObject({
  entries: record(
    string(),
    array(
      looseObject({
        commit: looseObject({ id: string(), timestamp: optionalText }),
        date: figureSchema,
        tool: optionalText,
        benches: array(CustomRowSchema)
      })
    )
  )
});
var assignment = /^\s*(?:window\.)?BENCHMARK_DATA\s*=\s*/;
var gabDataJs = {
  name: "gab-data-js",
  tool: "github-action-benchmark",
  title: "github-action-benchmark, data.js",
  produce: "git show gh-pages:dev/bench/data.js > data.js",
  documentation: "https://github.com/benchmark-action/github-action-benchmark#charts-on-github-pages-1",
  detect: (source) => assignment.test(source.head) || /^\s*\{\s*"lastUpdate":\s*\d+,\s*"repoUrl"/.test(source.head),
  parse(source) {
    const collect = collector();
    const entries = entriesOf(source);
    for (const points of Object.values(entries)) {
      const newest = points.at(-1);
      if (newest !== void 0) readBenches(collect, newest.tool, newest.benches);
    }
    const commits = Object.values(entries).reduce((sum, points) => sum + points.length, 0);
    if (commits > 1)
      collect.note({
        code: "history",
        message: `The file holds ${commits} results; the newest of each suite was read.`,
        fix: "Use perf-gate history import to read them all."
      });
    return collect.result();
  }
};
function dataJsHistory(source) {
  return Object.entries(entriesOf(source)).flatMap(
    ([suite2, points]) => points.map((point) => {
      const collect = collector();
      readBenches(collect, point.tool, point.benches);
      const at2 = Number(point.date);
      return {
        suite: suite2,
        commit: point.commit.id,
        ...Number.isFinite(at2) ? { at: at2 } : {},
        imported: collect.result()
      };
    })
  );
}
function entriesOf(source) {
  const written3 = source.text.replace(assignment, "").replace(/;\s*$/, "");
  const parsed = parseJson(written3);
  if (!("value" in parsed)) throw new ReadError(`line ${parsed.line}: ${parsed.message}`);
  return shaped(source, FileSchema, parsed.value).entries;
}

// src/formats/gates/jenkins-benchmark.ts
var ResultSchema = looseObject({
  name: string(),
  unit: optionalText,
  dblValue: figureSchema,
  intValue: figureSchema,
  boolValue: optional(nullable(boolean())),
  thresholds: optional(
    array(looseObject({ method: optionalText, minimum: figureSchema, maximum: figureSchema }))
  )
});
var TestSchema = looseObject({
  name: string(),
  parameters: optional(array(looseObject({ name: string(), value: optional(unknown()) })), []),
  results: array(ResultSchema)
});
var FileSchema2 = looseObject({
  groups: array(
    looseObject({
      name: string(),
      tests: optional(array(TestSchema), []),
      results: optional(array(ResultSchema), [])
    })
  )
});
var jenkinsBenchmark = {
  name: "jenkins-benchmark",
  tool: "jenkins-benchmark",
  title: "Jenkins' benchmark plugin, JSON",
  produce: "a file by the schema of the plugin",
  documentation: "https://plugins.jenkins.io/benchmark/",
  detect: (source) => listOf(at(source.json(), "groups")).some(
    (one) => Array.isArray(at(one, "tests")) || Array.isArray(at(one, "results"))
  ),
  parse(source) {
    const collect = collector();
    for (const { name: group, tests, results } of shaped(source, FileSchema2).groups) {
      readResults(collect, group, results);
      for (const test of tests) {
        const parameters = Object.fromEntries(test.parameters.map(({ name, value }) => [name, value]));
        readResults(collect, withParameters(joinName(group, test.name), parameters), test.results);
      }
    }
    return collect.result();
  }
};
function readResults(collect, benchmark, results) {
  for (const { name: metric, unit, dblValue, intValue, boolValue, thresholds } of results) {
    const value = dblValue ?? intValue;
    if (value === void 0 || value === null) {
      if (boolValue === false)
        collect.fail({ benchmark, metric, code: "failed", reason: "The result is false." });
      else if (boolValue === true)
        collect.note({
          code: "no-figure",
          message: `${metric} is true or false, which is not compared.`,
          where: benchmark
        });
      else collect.fail({ benchmark, metric, code: "not-a-number", reason: "The result holds no number." });
      continue;
    }
    const meaning = unitMeaning(unit ?? "");
    const better = meaning.sure ? meaning.better : guessedBetter(collect, metric, "lower");
    collect.sample(
      { benchmark, metric, unit: meaning.unit, scale: meaning.scale, better, zeroIsAnAnswer: true },
      value
    );
    const number2 = figure(value) ?? 0;
    for (const { method, minimum, maximum } of thresholds ?? [])
      if (method === "absolute" && (number2 < (figure(minimum) ?? -Infinity) || number2 > (figure(maximum) ?? Infinity)))
        collect.fail({
          benchmark,
          metric,
          code: "limit-exceeded",
          reason: `${number2} is outside its own threshold.`
        });
  }
}

// src/formats/gates/nyrkio-json.ts
var PointSchema = looseObject({
  timestamp: figureSchema,
  metrics: array(
    looseObject({ name: string(), unit: optionalText, value: figureSchema, direction: optionalText })
  ),
  attributes: optional(
    nullable(looseObject({ git_commit: optionalText, branch: optionalText, test_name: optionalText }))
  ),
  passed: optional(nullable(boolean()))
});
var nyrkioJson = {
  name: "nyrkio-json",
  tool: "nyrkio",
  title: "Nyrkiö, JSON",
  produce: '[{ "timestamp": 1706220908, "metrics": [{ "name": "p50", "unit": "us", "value": 56 }], "attributes": { … } }]',
  documentation: "https://nyrkio.com/docs/getting-started-http",
  detect: (source) => listOf(pointsIn(source)).some(
    (one) => Array.isArray(at(one, "metrics")) && at(one, "timestamp") !== void 0
  ),
  parse(source) {
    const points = nyrkioHistory(source);
    const newest = points.at(-1);
    if (newest === void 0) return { series: [], failures: [], notices: [] };
    const message = `The file holds ${points.length} results; the newest was read.`;
    return {
      ...newest.imported,
      notices: [...newest.imported.notices, ...points.length > 1 ? [{ code: "history", message }] : []]
    };
  }
};
function nyrkioHistory(source) {
  const points = shaped(source, array(PointSchema), pointsIn(source));
  return points.map((point) => ({ point, seconds: Number(point.timestamp ?? Number.NaN) })).sort((a, b) => a.seconds - b.seconds).map(({ point, seconds }) => {
    const collect = collector();
    const benchmark = point.attributes?.test_name ?? "nyrkio";
    for (const { name, unit, value, direction } of point.metrics) {
      const meaning = unitMeaning(unit ?? "");
      const told = /higher/i.test(direction ?? "") ? "higher" : /lower/i.test(direction ?? "") ? "lower" : void 0;
      const better = told ?? (meaning.sure ? meaning.better : guessedBetter(collect, name, "lower", 'Add "direction": "higher_is_better" to the metric.'));
      collect.sample(
        {
          benchmark,
          metric: name,
          unit: meaning.unit,
          scale: meaning.scale,
          better,
          zeroIsAnAnswer: meaning.unit !== "s"
        },
        value
      );
    }
    if (point.passed === false)
      collect.fail({ benchmark, code: "failed", reason: "The point says that its test did not pass." });
    return {
      ...point.attributes?.git_commit ? { commit: point.attributes.git_commit } : {},
      ...point.attributes?.branch ? { ref: point.attributes.branch } : {},
      ...Number.isFinite(seconds) ? { at: seconds * 1e3 } : {},
      imported: collect.result()
    };
  });
}
function pointsIn(source) {
  const json = source.json();
  return Array.isArray(json) ? json : [json];
}

// src/formats/gates/tachometer.ts
var FileSchema3 = looseObject({
  benchmarks: array(
    looseObject({
      name: string(),
      version: optionalText,
      bytesSent: figureSchema,
      measurement: optional(nullable(looseObject({ name: optionalText, mode: optionalText }))),
      browser: optional(nullable(looseObject({ name: optionalText }))),
      samples: array(figureSchema)
    })
  )
});
var modes = /* @__PURE__ */ new Set(["performance", "callback", "expression"]);
var tachometer = {
  name: "tachometer",
  tool: "tachometer",
  title: "tachometer, JSON",
  produce: "tachometer --json-file result.json …",
  documentation: "https://github.com/google/tachometer",
  detect: (source) => {
    const first = listOf(at(source.json(), "benchmarks"))[0];
    return at(first, "bytesSent") !== void 0 && at(first, "browser") !== void 0;
  },
  parse(source) {
    const collect = collector();
    for (const { name, version: version2, measurement, browser, bytesSent, samples } of shaped(source, FileSchema3).benchmarks) {
      const benchmark = withParameters(name, {
        version: version2,
        measurement: measurement?.name,
        browser: browser?.name
      });
      if (samples.length === 0) collect.fail({ benchmark, code: "no-samples", reason: "It has no samples." });
      for (const [trial, sample] of samples.entries()) collect.sample(wall(benchmark, 1e-3), sample, trial);
      if (bytesSent !== void 0 && bytesSent !== null) collect.exact(bytes(benchmark), bytesSent);
      const mode = measurement?.mode;
      if (mode && !modes.has(mode))
        collect.note({
          code: "unknown-mode",
          message: `tachometer knows no measurement mode ${JSON.stringify(mode)}; its samples are taken as milliseconds.`,
          where: benchmark
        });
    }
    return collect.result();
  }
};

// src/formats/harness/asv-json.ts
var FileSchema4 = looseObject({ results: anyRecord, result_columns: optional(array(string())) });
var asvJson = {
  name: "asv-json",
  tool: "asv",
  title: "airspeed velocity, result file",
  produce: "asv run  (then .asv/results/MACHINE/COMMIT-ENVIRONMENT.json)",
  documentation: "https://asv.readthedocs.io/en/stable/dev.html#benchmark-result-file",
  detect: (source) => isRecord(at(source.json(), "results")) && at(source.json(), "commit_hash") !== void 0 && at(source.json(), "python") !== void 0,
  parse(source) {
    const collect = collector();
    const { results, result_columns: columns2 } = shaped(source, FileSchema4);
    for (const [name, written3] of Object.entries(results)) {
      const { values, parameters, samples } = resultOf(written3, columns2);
      const combinations = product(parameters);
      for (const [index, value] of values.entries()) {
        const named2 = combinations[index]?.map((one, place) => [`param${place + 1}`, one]) ?? [];
        const benchmark = withParameters(name, Object.fromEntries(named2));
        read2(collect, asvMetric(name, benchmark), value, listOf(samples[index]));
      }
      if (values.length === 0)
        collect.fail({
          benchmark: name,
          code: "failed",
          reason: "asv recorded no result: the benchmark failed."
        });
    }
    return collect.result();
  }
};
function asvMetric(name, benchmark) {
  const kind = /(?:^|\.)(time|timeraw|mem|peakmem|track)_?[^.]*$/.exec(name)?.[1] ?? "time";
  if (kind === "mem") return { ...memory(benchmark), metric: "size" };
  if (kind === "peakmem") return memory(benchmark);
  if (kind === "track")
    return { benchmark, metric: "value", unit: "count", better: "lower", zeroIsAnAnswer: true };
  return wall(benchmark);
}
function read2(collect, measured2, value, samples) {
  const { benchmark } = measured2;
  if (value === null)
    collect.fail({ benchmark, code: "failed", reason: "asv recorded null: the benchmark failed." });
  else if (value === "NaN")
    collect.fail({ benchmark, code: "skipped", reason: "asv recorded NaN: the benchmark was skipped." });
  else if (samples.length > 0) collect.samples(measured2, samples);
  else collect.sample(measured2, value);
}
function resultOf(written3, columns2) {
  if (columns2 !== void 0) {
    const column = (name) => listOf(written3)[columns2.indexOf(name)];
    const list = (value) => value === void 0 || value === null ? [] : listOf(value);
    return {
      values: list(column("result")),
      parameters: list(column("params")).map(listOf),
      samples: list(column("samples"))
    };
  }
  if (!isRecord(written3)) return { values: [written3], parameters: [], samples: [] };
  const result2 = written3.result;
  const values = Array.isArray(result2) ? result2 : [result2 ?? null];
  const samples = listOf(written3.samples);
  const nested = samples.length > 0 && !Array.isArray(samples[0]) && samples[0] !== null ? [samples] : samples;
  return { values, parameters: listOf(written3.params).map(listOf), samples: nested };
}
function product(lists) {
  if (lists.length === 0) return [];
  const total2 = lists.reduce((count2, list) => count2 * list.length, 1);
  if (total2 > 1e6) return [];
  return lists.reduce(
    (rows, list) => rows.flatMap((row12) => list.map((one) => [...row12, one])),
    [[]]
  );
}

// src/formats/harness/asv-text.ts
var progress = /^\s*\[\s*[\d.]+%\]\s+·+\s+(.*)$/;
var outcome = /^(\S+)\s+(\S.*)$/;
var rule = /^(?:\[\s*[\d.]+%\]\s+·+)?\s*=+(?: =+)+\s*$/;
var asvText = {
  name: "asv-text",
  tool: "asv",
  title: "airspeed velocity, printed",
  produce: "asv run",
  documentation: "https://asv.readthedocs.io/en/stable/using.html#running-benchmarks",
  detect: (source) => /^[ \t]*\[\s*[\d.]+%\]\s+·+\s/m.test(source.text) && /^[ \t]*·\s|·· Benchmarking |··· \S/m.test(source.text),
  parse(source) {
    const collect = collector();
    const lines = source.lines();
    const environments = new Set([...source.text.matchAll(/·· Benchmarking (\S+)/g)].map((match) => match[1]));
    let environment = "";
    for (let index = 0; index < lines.length; index += 1) {
      const said2 = progress.exec(lines[index] ?? "")?.[1] ?? "";
      environment = /^Benchmarking (\S+)/.exec(said2)?.[1] ?? environment;
      const found = outcome.exec(said2);
      const [, name = "", value = ""] = found ?? [];
      if (!/^[\w.]+\.\w+$/.test(name) || /^Running|^Building|^Setting/.test(said2)) continue;
      const place = environments.size > 1 ? { environment } : {};
      if (rule.test(lines[index + 1] ?? "")) index = readTable(collect, name, lines, index + 1, place);
      else readValue(collect, name, withParameters(name, place), value);
    }
    return collect.result();
  }
};
function readValue(collect, name, benchmark, written3) {
  const [centre = ""] = written3.split("±");
  const unit = /([a-zµμ]*)$/iu.exec(written3.trim())?.[1] ?? "";
  const measured2 = asvMetric(name, benchmark);
  const amount2 = centre.trim().replace(/[µμa-z]+$/iu, "");
  const seconds = secondsIn(unit);
  if (/^failed/.test(written3) || /^\d+\/\d+ failed/.test(written3))
    collect.fail({ benchmark, code: "failed", reason: 'asv printed "failed".' });
  else if (/^(?:n\/a|skipped)/.test(written3))
    collect.fail({ benchmark, code: "skipped", reason: `asv printed ${JSON.stringify(written3)}.` });
  else if (measured2.unit === "s" && seconds !== null) collect.sample({ ...measured2, scale: seconds }, amount2);
  else if (measured2.unit === "B")
    collect.sample({ ...measured2, scale: 1 }, scaledFigure(centre.trim()) ?? written3);
  else collect.sample({ ...measured2, scale: 1 }, scaledFigure(centre.trim()) ?? amount2);
}
function readTable(collect, name, lines, first, place) {
  const bare = (line2) => line2.replace(/^\s*\[\s*[\d.]+%\]\s+·+/, (prefix2) => " ".repeat(prefix2.length));
  const spans = [...bare(lines[first] ?? "").matchAll(/=+/g)].map(
    (match) => [match.index, match.index + match[0].length]
  );
  const cellsOf2 = (line2) => spans.map(
    ([from, to], column) => bare(line2).slice(from, column === spans.length - 1 ? void 0 : to + 1).trim()
  );
  const block = [];
  const rules = [];
  let index = first;
  for (; index < lines.length && (lines[index] ?? "").trim() !== "" && rules.length < 3; index += 1) {
    const line2 = lines[index] ?? "";
    if (rule.test(line2)) rules.push(block.length);
    else if (!/^\s*-{2,}[\s-]*$/.test(line2)) block.push({ cells: cellsOf2(line2), line: line2 });
    if (rules.length === 2 && /^\s*For parameters|Traceback/.test(lines[index + 1] ?? "")) break;
  }
  const wide = rules.length === 3;
  const [top, names] = block;
  const ends = wide ? rules[2] : rules[1];
  const fixed2 = wide ? top?.line.trim().split(/\s+/).filter((word) => /^-+$/.test(word)).length ?? 0 : spans.length - 1;
  const heading7 = (wide ? names?.cells : top?.cells) ?? [];
  const spanning = top?.line.trim().split(/\s+/).find((word) => !/^-+$/.test(word)) ?? "param";
  for (const { cells } of block.slice(wide ? rules[1] : 1, ends)) {
    const own = Object.fromEntries(
      cells.slice(0, fixed2).map((value, column) => [heading7[column] || `param${column + 1}`, value])
    );
    for (const [column, value] of cells.entries()) {
      if (column < fixed2 || value === "") continue;
      const parameters = { ...own, ...wide ? { [spanning]: heading7[column] } : {}, ...place };
      readValue(collect, name, withParameters(name, parameters), value);
    }
  }
  return index - 1;
}

// src/formats/harness/benchmarkdotnet.ts
var nanoseconds2 = 1e-9;
var StatisticsSchema = looseObject({
  OriginalValues: optional(nullable(array(figureSchema))),
  N: figureSchema,
  Mean: figureSchema,
  Median: figureSchema,
  Min: figureSchema,
  Max: figureSchema,
  StandardDeviation: figureSchema
});
var MeasurementSchema = looseObject({
  IterationStage: optionalText,
  IterationMode: optionalText,
  LaunchIndex: figureSchema,
  Operations: figureSchema,
  Nanoseconds: figureSchema
});
var BenchmarkSchema = looseObject({
  DisplayInfo: optionalText,
  FullName: optionalText,
  Namespace: optionalText,
  Type: optionalText,
  Method: optionalText,
  Parameters: optionalText,
  Statistics: optional(nullable(StatisticsSchema)),
  Memory: optional(nullable(looseObject({ BytesAllocatedPerOperation: figureSchema }))),
  Measurements: optional(nullable(array(MeasurementSchema)))
});
var benchmarkdotnet = {
  name: "benchmarkdotnet",
  tool: "benchmarkdotnet",
  title: "BenchmarkDotNet, JSON",
  produce: "dotnet run -c Release -- --exporters json",
  documentation: "https://benchmarkdotnet.org/articles/configs/exporters.html",
  detect: (source) => Array.isArray(at(source.json(), "Benchmarks")) && at(source.json(), "HostEnvironmentInfo") !== void 0,
  parse(source) {
    const collect = collector();
    const { Benchmarks: benchmarks } = shaped(source, looseObject({ Benchmarks: array(BenchmarkSchema) }));
    const names = benchmarks.map((one) => nameOf(one));
    for (const [index, one] of benchmarks.entries()) {
      const name = names[index] ?? "";
      const several = names.indexOf(name) !== names.lastIndexOf(name);
      read3(collect, several ? withParameters(name, { job: jobOf(one) }) : name, one);
    }
    return collect.result();
  }
};
function read3(collect, benchmark, one) {
  const { Statistics: statistics, Memory: memory2 } = one;
  if (!statistics || figure(statistics.N) === 0) {
    collect.fail({ benchmark, code: "no-samples", reason: "It has no statistics: the benchmark failed." });
    return;
  }
  const launches = (one.Measurements ?? []).filter(
    ({ IterationStage: stage, IterationMode: mode }) => stage === "Result" && mode !== "Overhead" || mode === "Result"
  );
  const values = statistics.OriginalValues ?? [];
  if (launches.length > 0)
    for (const { LaunchIndex: launch, Operations: operations, Nanoseconds: time3 } of launches) {
      const total2 = figure(time3);
      const count2 = figure(operations);
      const perOperation = total2 !== null && count2 !== null && count2 > 0 ? total2 / count2 : time3;
      collect.sample(wall(benchmark, nanoseconds2), perOperation, figure(launch) ?? 0);
    }
  else if (values.length > 0) collect.samples(wall(benchmark, nanoseconds2), values);
  else
    collect.summary(wall(benchmark, nanoseconds2), {
      mean: statistics.Mean,
      median: statistics.Median,
      standardDeviation: statistics.StandardDeviation,
      n: statistics.N,
      min: statistics.Min,
      max: statistics.Max
    });
  const bytes2 = memory2?.BytesAllocatedPerOperation;
  if (bytes2 !== void 0 && bytes2 !== null) collect.sample(allocated(benchmark), bytes2);
}
function nameOf({
  Namespace: space,
  Type: type,
  Method: method,
  Parameters: parameters,
  FullName: full
}) {
  const name = [space, type, method].filter((part) => part).join(".");
  const pairs = (parameters ?? "").split(/&|, /).flatMap((pair2) => {
    const [key3 = "", value] = pair2.split(/=(.*)/s);
    return value === void 0 ? [] : [[key3.trim(), value.trim()]];
  });
  return withParameters(name === "" ? full ?? "" : name, Object.fromEntries(pairs));
}
function jobOf({ DisplayInfo: info }) {
  const job = (info ?? "").replace(/^.*?: /, "").replace(/ \[[^\]]*\]$/, "");
  return /^Job-\w+\((.*)\)$/.exec(job)?.[1] ?? (job || "default");
}

// src/formats/harness/benchmarkjs.ts
var row = /^(.+) x ([\d,.]+|Infinity|NaN) ops\/sec(?: ±([\d.]+|NaN)%)?(?: \((\d+) runs? sampled\))?\s*$/;
var failed2 = /^(\S.*?): ?((?:\w*Error)?:? ?.*)$/;
var benchmarkjs = {
  name: "benchmarkjs",
  tool: "benchmarkjs",
  title: "benchmark.js, printed",
  produce: "suite.on('cycle', (event) => console.log(String(event.target)))",
  documentation: "https://benchmarkjs.com/docs/",
  detect: (source) => source.lines().some((line2) => row.test(line2)),
  parse(source) {
    const collect = collector();
    for (const line2 of source.lines()) {
      const found = row.exec(line2);
      if (found !== null) {
        const [, benchmark = "", hz, margin] = found;
        const n = figure(found[4]) ?? void 0;
        const mean = figure(hz);
        const percent3 = figure(margin);
        const deviation = n === void 0 || mean === null || percent3 === null ? void 0 : deviationOfMargin(mean, percent3, n);
        collect.summary(throughput(benchmark), { mean: mean ?? hz, n, standardDeviation: deviation });
        continue;
      }
      const broken2 = failed2.exec(line2);
      if (broken2 !== null && (broken2[2] === "" || /Error\b/.test(broken2[2] ?? "")))
        collect.fail({
          benchmark: broken2[1] ?? "",
          code: "threw",
          reason: broken2[2] === "" ? "The benchmark threw." : `The benchmark threw: ${broken2[2]}`
        });
    }
    return collect.result();
  }
};

// src/formats/harness/criterion-lines.ts
var amount = "([\\d.,]+|NaN|inf) ([pnµμum]?s|min|h)";
var timeLine = new RegExp(`^(.*?)\\s*time:\\s+\\[${amount} ${amount} ${amount}\\]`);
var collecting = /^(?:Benchmarking )?(.+?): Collecting (\d+) samples/;
var warming = /^Benchmarking (.+?)(?:: (?:Warming up|Collecting|Analyzing).*)?$/;
var isCriterionRow = (line2) => timeLine.test(line2);
function readCriterion(collect, lines) {
  const sizes = /* @__PURE__ */ new Map();
  let above = "";
  let open = null;
  for (const line2 of lines) {
    const size = collecting.exec(line2);
    if (size !== null) sizes.set(size[1] ?? "", Number(size[2]));
    const found = timeLine.exec(line2);
    if (found !== null) {
      const benchmark = (found[1] ?? "").trim() || above;
      const [low, middle, high] = [2, 4, 6].map(
        (at2) => (figure(found[at2]) ?? Number.NaN) * (secondsIn(found[at2 + 1] ?? "") ?? 1)
      );
      const n = sizes.get(benchmark);
      const deviation = n === void 0 ? void 0 : ((high ?? 0) - (low ?? 0)) / 2 / 1.96 * Math.sqrt(n);
      collect.summary(wall(benchmark), { mean: middle, standardDeviation: deviation, n });
      open = null;
    } else {
      open = warming.exec(line2)?.[1] ?? open;
      if (/^thread '.*' (?:\(\d+\) )?panicked at /.test(line2) && open !== null) {
        collect.fail({ benchmark: open, code: "panicked", reason: line2 });
        open = null;
      }
      if (/^\S/.test(line2)) above = line2.trim();
    }
  }
  if (open !== null)
    collect.fail({
      benchmark: open,
      code: "not-completed",
      reason: "Criterion began it and printed no time for it."
    });
}

// src/formats/harness/libtest-lines.ts
var measuredLine = /^test (.+?)\s+\.\.\. bench:\s+([\d,.]+|NaN|inf) ([num]?s)\/iter \(\+\/- ([\d,.]+|NaN|inf)\)(?: = ([\d,.]+) MB\/s)?/;
var otherLine = /^test (.+?)\s+\.\.\. (FAILED|ignored)\b/;
var target = /^\s+Running (?:unittests )?(\S+)/;
var section = /^running \d+ tests?$/;
var isLibtestRow = (line2) => measuredLine.test(line2) || /^test (.+?)\s+\.\.\. FAILED\b/.test(line2);
function readLibtest(collect, lines) {
  const rows = [];
  let place = "";
  let sections = 0;
  for (const line2 of lines) {
    place = target.exec(line2)?.[1] ?? place;
    if (section.test(line2)) sections += 1;
    if (measuredLine.test(line2) || otherLine.test(line2)) rows.push({ line: line2, target: place, section: sections });
  }
  const benched = new Set(rows.flatMap((row12) => isLibtestRow(row12.line) ? [row12.section] : []));
  const named2 = namer2(rows);
  let unitTests = 0;
  for (const row12 of rows) {
    const found = measuredLine.exec(row12.line);
    const benchmark = named2(row12);
    if (found !== null) {
      collect.summary(wall(benchmark, secondsIn(found[3] ?? "") ?? 1e-9), { median: found[2] });
      if (found[5] !== void 0)
        collect.sample({ ...throughput(benchmark, 1e6), unit: "B/s" }, figure(found[5]));
      continue;
    }
    if (otherLine.exec(row12.line)?.[2] === "FAILED")
      collect.fail({
        benchmark,
        code: "failed",
        reason: "cargo bench printed FAILED.",
        ...outputOf(lines, benchmark)
      });
    else if (benched.has(row12.section))
      collect.fail({
        benchmark,
        code: "ignored",
        reason: "cargo bench ignored it: it is marked #[ignore], or it is a #[test]."
      });
    else unitTests += 1;
  }
  if (unitTests > 0)
    collect.note({
      code: "ignored-tests",
      message: `${unitTests} unit tests were listed as ignored, in targets without benchmarks.`,
      fix: "Run cargo bench --benches, or set bench = false for the library target."
    });
}
function namer2(rows) {
  const name = (row12) => (measuredLine.exec(row12.line) ?? otherLine.exec(row12.line))?.[1] ?? "";
  const targets = /* @__PURE__ */ new Map();
  for (const row12 of rows) targets.set(name(row12), (targets.get(name(row12)) ?? /* @__PURE__ */ new Set()).add(row12.target));
  return (row12) => (targets.get(name(row12))?.size ?? 0) > 1 && row12.target !== "" ? `${row12.target}/${name(row12)}` : name(row12);
}
function outputOf(lines, benchmark) {
  const start = lines.indexOf(`---- ${benchmark} stdout ----`);
  if (start === -1) return {};
  const end = lines.findIndex((line2, index) => index > start && line2.trim() === "");
  return { output: lines.slice(start + 1, end === -1 ? start + 20 : Math.min(end, start + 20)).join("\n") };
}

// src/formats/harness/cargo-bench.ts
var cargoBench = {
  name: "cargo-bench",
  tool: "cargo",
  title: "cargo bench, libtest",
  produce: "cargo +nightly bench",
  documentation: "https://doc.rust-lang.org/cargo/commands/cargo-bench.html",
  // Output of both harnesses together is read by criterion-text.
  detect: (source) => source.lines().some(isLibtestRow) && !source.lines().some(isCriterionRow),
  parse(source) {
    const collect = collector();
    readLibtest(collect, source.lines());
    return collect.result();
  }
};

// src/formats/harness/cargo-bench-json.ts
var EventSchema = looseObject({
  type: picklist(["bench", "test"]),
  name: string(),
  event: optionalText,
  median: figureSchema,
  mib_per_second: figureSchema,
  stdout: optionalText
});
var cargoBenchJson = {
  name: "cargo-bench-json",
  tool: "cargo",
  title: "cargo bench, libtest JSON",
  produce: "cargo +nightly bench -- -Z unstable-options --format json",
  documentation: "https://doc.rust-lang.org/rustc/tests/index.html#--format-format",
  detect: (source) => /"type":\s*"(?:bench|suite)"/.test(source.head) && source.jsonLines().some(({ value }) => at(value, "type") === "bench" || at(value, "test_count") !== void 0),
  parse(source) {
    const collect = collector();
    for (const { value } of source.jsonLines()) {
      if (!is(EventSchema, value)) continue;
      const { type, name: benchmark, event, median, mib_per_second: rate2, stdout } = value;
      if (type === "bench") {
        collect.summary(wall(benchmark, 1e-9), { median });
        if (rate2 !== void 0 && rate2 !== null)
          collect.sample({ ...throughput(benchmark, 2 ** 20), unit: "B/s" }, rate2);
      } else if (event === "failed")
        collect.fail({
          benchmark,
          code: "failed",
          reason: "cargo bench reported it as failed.",
          ...stdout ? { output: stdout } : {}
        });
      else if (event === "ignored")
        collect.fail({ benchmark, code: "ignored", reason: "cargo bench ignored it." });
    }
    return collect.result();
  }
};

// src/formats/harness/cargo-criterion.ts
var MessageSchema = looseObject({
  reason: literal("benchmark-complete"),
  id: string(),
  iteration_count: array(figureSchema),
  measured_values: array(figureSchema),
  unit: string()
});
var cargoCriterion = {
  name: "cargo-criterion",
  tool: "criterion",
  title: "cargo-criterion, messages",
  produce: "cargo criterion --message-format=json",
  documentation: "https://bheisler.github.io/criterion.rs/book/cargo_criterion/external_tools.html",
  detect: (source) => source.head.includes('"reason"') && source.jsonLines().some(({ value }) => at(value, "reason") === "benchmark-complete"),
  parse(source) {
    const collect = collector();
    for (const { value } of source.jsonLines()) {
      if (!is(MessageSchema, value)) continue;
      const scale = secondsIn(value.unit) ?? 1e-9;
      for (const [index, total2] of value.measured_values.entries()) {
        const count2 = figure(value.iteration_count[index]);
        const time3 = figure(total2);
        collect.sample(
          wall(value.id, scale),
          count2 !== null && count2 > 0 && time3 !== null ? time3 / count2 : total2
        );
      }
    }
    return collect.result();
  }
};

// src/formats/harness/catch2.ts
var heading = /^benchmark name\s+samples\s+iterations\s+est/;
var rule2 = /^-{60,}\s*$/;
var durations = /([\d.]+(?:e[+-]?\d+)?) ([nmuµ]?s|m|h)\b/g;
var failed3 = /\s*(?:Benchmark failed|benchmark failed)(?: \((.*)\))?\s*$/;
var catch2 = {
  name: "catch2",
  tool: "catch2",
  title: "Catch2, printed",
  produce: './tests "[!benchmark]"',
  documentation: "https://github.com/catchorg/Catch2/blob/devel/docs/benchmarks.md",
  detect: (source) => /^benchmark name\s+samples\s+iterations\s+est/m.test(source.text),
  parse(source) {
    const collect = collector();
    const lines = source.lines();
    let path = [];
    for (let index = 0; index < lines.length; index += 1) {
      const line2 = lines[index] ?? "";
      if (rule2.test(line2) && (lines[index + 1] ?? "").trim() !== "" && !rule2.test(lines[index + 1] ?? "")) {
        const end = lines.findIndex((one, at2) => at2 > index && rule2.test(one));
        if (end !== -1 && end - index <= 12) {
          path = lines.slice(index + 1, end).map((one) => one.trim());
          index = end;
        }
      } else if (heading.test(line2)) index = readTable2(collect, path, lines, index);
    }
    return collect.result();
  }
};
function readTable2(collect, path, lines, start) {
  const width = (lines[start] ?? "").indexOf("samples");
  let index = start + 1;
  while (index < lines.length && !rule2.test(lines[index] ?? "")) index += 1;
  let name = [];
  for (index += 1; index < lines.length; index += 1) {
    const line2 = lines[index] ?? "";
    if (rule2.test(line2) || /^={60,}/.test(line2)) break;
    if (line2.trim() === "") {
      if (name.length > 0 && (lines[index + 1] ?? "").trim() === "") break;
      continue;
    }
    const broken2 = failed3.exec(line2);
    if (broken2 !== null) {
      name.push(line2.slice(0, broken2.index).trim());
      collect.fail({
        benchmark: joinName(...path, name.join(" ")),
        code: "failed",
        reason: `Benchmark failed: ${broken2[1] ?? "no message"}`
      });
      name = [];
      continue;
    }
    name.push(line2.slice(0, width).trim());
    const samples = /^\s*(\d+)\s+\d+\s+\S/.exec(line2.slice(width))?.[1];
    if (samples === void 0) continue;
    const [mean] = durationsIn(lines[index + 1]);
    const [deviation] = durationsIn(lines[index + 2]);
    const benchmark = joinName(...path, name.join(" "));
    if (mean === void 0)
      collect.fail({ benchmark, code: "no-samples", reason: "It was begun and no mean was printed." });
    else collect.summary(wall(benchmark), { mean, standardDeviation: deviation, n: figure(samples) });
    name = [];
    index += mean === void 0 ? 0 : 2;
  }
  return index - 1;
}
function durationsIn(line2) {
  return [...(line2 ?? "").matchAll(durations)].map(
    (match) => durationOf(`${match[1]} ${match[2]}`) ?? void 0
  );
}

// src/formats/reading/xml.ts
var parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: true,
  allowBooleanAttributes: true
});
function xmlOf(text) {
  const from = text.indexOf("<");
  const document = from === -1 ? "" : text.slice(from);
  const valid = document === "" ? null : XMLValidator.validate(document, { allowBooleanAttributes: true });
  if (valid !== true) {
    const skipped2 = text.slice(0, Math.max(0, from)).split("\n").length - 1;
    throw new ReadError(
      `line ${(valid?.err.line ?? 1) + skipped2}: it is not whole XML (${valid?.err.msg ?? "no element"})`
    );
  }
  try {
    const parsed = parser.parse(document);
    return elementsOf(parsed);
  } catch (error) {
    throw new ReadError(
      `it is not XML that can be read (${error instanceof Error ? error.message : String(error)})`
    );
  }
}
function descendants(elements, ...names) {
  return elements.flatMap((element) => [
    ...names.includes(element.name) ? [element] : [],
    ...descendants(element.children, ...names)
  ]);
}
function child(element, name) {
  return element.children.find((one) => one.name === name);
}
function elementsOf(nodes) {
  if (!Array.isArray(nodes)) return [];
  return nodes.filter(isRecord).flatMap((node) => {
    const name = Object.keys(node).find((key3) => key3 !== ":@");
    if (name === void 0 || name.startsWith("#") || name.startsWith("?")) return [];
    const inside = node[name];
    const attributes = isRecord(node[":@"]) ? node[":@"] : {};
    const texts = Array.isArray(inside) ? inside.filter(isRecord).map((one) => one["#text"] ?? "") : [];
    return [
      {
        name,
        attributes: Object.fromEntries(
          Object.entries(attributes).map(([key3, value]) => [key3, String(value)])
        ),
        children: elementsOf(inside),
        text: texts.map(String).join("").trim()
      }
    ];
  });
}

// src/formats/harness/catch2-xml.ts
var catch2Xml = {
  name: "catch2-xml",
  tool: "catch2",
  title: "Catch2, XML",
  produce: './tests "[!benchmark]" --reporter xml',
  documentation: "https://github.com/catchorg/Catch2/blob/devel/docs/reporters.md",
  detect: (source) => /<(?:Catch|Catch2TestRun)\b[^>]*>/.test(source.head),
  parse(source) {
    const collect = collector();
    read4(collect, [], xmlOf(source.text));
    return collect.result();
  }
};
function read4(collect, path, elements) {
  for (const element of elements) {
    const named2 = element.name === "TestCase" || element.name === "Section";
    if (element.name !== "BenchmarkResults") {
      read4(collect, named2 ? [...path, element.attributes.name ?? ""] : path, element.children);
      continue;
    }
    const benchmark = joinName(...path, element.attributes.name);
    const failed5 = child(element, "failed");
    const value = (name) => child(element, name)?.attributes.value;
    if (failed5 !== void 0)
      collect.fail({
        benchmark,
        code: "failed",
        reason: `Benchmark failed: ${failed5.attributes.message ?? "no message"}`
      });
    else
      collect.summary(wall(benchmark, 1e-9), {
        mean: value("mean"),
        standardDeviation: value("standardDeviation"),
        n: element.attributes.samples
      });
  }
}

// src/formats/harness/criterion-csv.ts
var criterionCsv = {
  name: "criterion-csv",
  tool: "criterion",
  title: "Criterion.rs, raw.csv",
  produce: "cargo bench  (then target/criterion/NAME/new/raw.csv)",
  documentation: "https://bheisler.github.io/criterion.rs/book/user_guide/csv_output.html",
  detect: (source) => hasHeadings(source.head, "group", "function", "value", "iteration_count") && (hasHeadings(source.head, "sample_time_nanos") || hasHeadings(source.head, "sample_measured_value")),
  parse(source) {
    const collect = collector();
    for (const { cells } of csvOf(source.text).rows) {
      const benchmark = joinName(cells.group, cells.function, cells.value);
      const written3 = cells.sample_time_nanos ?? cells.sample_measured_value;
      const time3 = figure(written3);
      const iterations = figure(cells.iteration_count);
      const scale = secondsIn(cells.unit ?? "ns") ?? 1e-9;
      const usable = time3 !== null && iterations !== null && iterations > 0;
      collect.sample(wall(benchmark, scale), usable ? time3 / iterations : written3);
    }
    return collect.result();
  }
};

// src/formats/harness/criterion-text.ts
var criterionText = {
  name: "criterion-text",
  tool: "criterion",
  title: "Criterion.rs, printed",
  produce: "cargo bench",
  documentation: "https://bheisler.github.io/criterion.rs/book/user_guide/command_line_output.html",
  detect: (source) => source.lines().some(isCriterionRow),
  parse(source) {
    const collect = collector();
    readCriterion(collect, source.lines());
    readLibtest(collect, source.lines());
    return collect.result();
  }
};

// src/formats/harness/dart-harness.ts
var row2 = /^(.+?)\((RunTime(?:Raw)?|CodeSize|MemoryUse|Score|Latency|\w*)\): ([\d.eE+-]+|NaN|Infinity) ?([a-zA-Zµμ/]+)?\.?\s*$/;
var dartHarness = {
  name: "dart-harness",
  tool: "dart-harness",
  title: "Dart benchmark_harness, printed",
  produce: "dart run benchmark/main.dart",
  documentation: "https://pub.dev/packages/benchmark_harness",
  detect: (source) => source.lines().some((line2) => /^.+?\(RunTime(?:Raw)?\): \S+ us\.\s*$/.test(line2)),
  parse(source) {
    const collect = collector();
    for (const line2 of source.lines()) {
      const found = row2.exec(line2);
      if (found === null) continue;
      const [, benchmark = "", metric = "", value, unit = "us"] = found;
      const seconds = secondsIn(unit);
      if (seconds !== null) collect.sample(wall(benchmark, seconds), value);
      else if (/size|memory/i.test(metric))
        collect.sample({ ...allocated(benchmark), metric: metric.toLowerCase() }, value);
      else collect.sample({ benchmark, metric, ...unitMeaning(unit), zeroIsAnAnswer: true }, value);
    }
    return collect.result();
  }
};

// src/formats/harness/deno-bench.ts
var documentation = "https://docs.deno.com/runtime/reference/cli/bench/";
var FileSchema5 = looseObject({
  benches: array(
    looseObject({
      origin: optionalText,
      group: optionalText,
      name: string(),
      results: array(
        looseObject({
          ok: optional(nullable(record(string(), figureSchema))),
          failed: optional(nullable(anyRecord))
        })
      )
    })
  )
});
var denoBench = {
  name: "deno-bench",
  tool: "deno",
  title: "deno bench, JSON",
  produce: "deno bench --json > bench.json",
  documentation,
  detect: (source) => listOf(at(source.json(), "benches")).length > 0 || /^Deno\//.test(String(at(source.json(), "runtime"))),
  parse(source) {
    const collect = collector();
    for (const { origin, group, name, results } of shaped(source, FileSchema5).benches) {
      const benchmark = joinName(origin?.split(/[\\/]/).at(-1), group, name);
      if (results.length === 0)
        collect.fail({ benchmark, code: "skipped", reason: "deno bench gave no result for it." });
      for (const { ok, failed: failed5 } of results)
        if (ok) {
          const { avg: mean, n, min, max, p75, p99, p995, p999 } = ok;
          collect.summary(wall(benchmark, 1e-9), {
            mean,
            n,
            min,
            max,
            quantiles: { p75, p99, "p99.5": p995, "p99.9": p999 }
          });
        } else {
          const said2 = textOf(at(failed5, "message")) ?? "it gave no message";
          collect.fail({ benchmark, code: "threw", reason: `The benchmark failed: ${said2}` });
        }
    }
    return collect.result();
  }
};
var heading2 = /^\|?\s*benchmark\s+\|?\s+time(?:\/iter)? \(avg\)\s+\|?\s+iter\/s\s/;
var time = "([\\d.,]+ ?[nµμum]?s)";
var row3 = new RegExp(
  `^\\|?\\s*(\\S.*?)\\s+(?:\\|\\s+)?${time}(?:/iter)?\\s+(?:\\|\\s+)?[\\d.,]+\\s+(?:\\|\\s+)?\\(\\s*${time} …\\s+${time}\\)`
);
var failed4 = /^\|?\s*(\S.*?)\s+(?:\|\s+)?error: (.*?)\s*$/;
var denoBenchText = {
  name: "deno-bench-text",
  tool: "deno",
  title: "deno bench, printed",
  produce: "deno bench",
  documentation,
  detect: (source) => source.lines().some((line2) => heading2.test(line2)),
  parse(source) {
    const collect = collector();
    let file = "";
    let group = "";
    for (const line2 of source.lines()) {
      const origin = /^file:\/\/\S*?([^/\s]+)\s*$/.exec(line2);
      if (origin !== null) {
        file = origin[1] ?? "";
        group = "";
      }
      group = /^group (.+?)\s*$/.exec(line2)?.[1] ?? (line2.startsWith("summary") ? "" : group);
      const found = row3.exec(line2);
      const broken2 = failed4.exec(line2);
      if (found !== null) {
        const [, name, mean = "", min = "", max = ""] = found;
        collect.summary(wall(joinName(file, group, name)), {
          mean: durationOf(mean),
          min: durationOf(min),
          max: durationOf(max)
        });
      } else if (broken2 !== null && !/^error$/.test(broken2[1] ?? "") && !line2.startsWith("error:"))
        collect.fail({
          benchmark: joinName(file, group, broken2[1]),
          code: "threw",
          reason: `The benchmark failed: ${broken2[2]}`
        });
    }
    return collect.result();
  }
};

// src/formats/harness/divan.ts
var heading3 = /^(\S.*?)\s+fastest\s+│ slowest\s+│ median\s+│ mean\s+│ samples\s+│ iters\s*$/;
var branch = /^((?:[│ ] {2})*)([├╰])─ (.*)$/;
var divan = {
  name: "divan",
  tool: "divan",
  title: "divan, printed",
  produce: "cargo bench  (divan)",
  documentation: "https://docs.rs/divan/",
  detect: (source) => source.lines().some((line2) => heading3.test(line2)),
  parse(source) {
    const collect = collector();
    let path = [];
    let benchmark = "";
    let label = "";
    for (const line2 of source.lines()) {
      const opened = heading3.exec(line2);
      const found = branch.exec(line2);
      if (opened !== null) path = [opened[1] ?? ""];
      else if (found !== null && path.length > 0) {
        const depth = (found[1] ?? "").length / 3 + 1;
        const [first = "", ...rest] = (found[3] ?? "").split("│").map((cell2) => cell2.trim());
        const [name = "", fastest = ""] = splitName(first);
        path = [...path.slice(0, depth), name];
        benchmark = joinName(...path);
        label = "";
        if (/^\(ignored\)$/.test(fastest))
          collect.fail({ benchmark, code: "ignored", reason: "divan ignored it." });
        else if (fastest !== "") readTimes(collect, benchmark, [fastest, ...rest]);
      } else if (benchmark !== "" && line2.includes("│")) label = readBelow(collect, benchmark, line2, label);
    }
    return collect.result();
  }
};
function splitName(cell2) {
  const match = /^(.*?)\s{2,}(\S.*)$/.exec(cell2);
  return match === null ? [cell2, ""] : [match[1] ?? "", match[2] ?? ""];
}
function readTimes(collect, benchmark, [fastest = "", slowest = "", median = "", mean = "", samples = ""]) {
  collect.summary(wall(benchmark), {
    mean: durationOf(mean),
    median: durationOf(median),
    min: durationOf(fastest),
    max: durationOf(slowest),
    n: figure(samples)
  });
}
function readBelow(collect, benchmark, line2, label) {
  const cells = line2.replace(/^[│ ]+/, "").split("│").map((cell2) => cell2.trim());
  const [first = "", , median = ""] = cells;
  const opened = /^(max alloc|alloc|dealloc|grow|shrink):$/.exec(first);
  if (opened !== null) return opened[1] ?? "";
  const rate2 = /^([\d.]+ ?\w*)\/s$/.exec(median);
  if (rate2 !== null) {
    const bytes2 = sizeOf(rate2[1] ?? "");
    const items = scaledFigure((rate2[1] ?? "").replace(/(?:item|char|cycle)s?$/, "").trim());
    if (bytes2 !== null) collect.sample({ ...throughput(benchmark), unit: "B/s" }, bytes2);
    else if (items !== null) collect.sample(throughput(benchmark), items);
    return "";
  }
  if (label !== "alloc") return label;
  const size = sizeOf(median);
  if (size !== null) collect.sample(allocated(benchmark), size);
  else if (figure(median) !== null) collect.sample(allocations(benchmark), median);
  return label;
}

// src/formats/harness/go-bench-json.ts
var EventSchema2 = object({
  Action: string(),
  Package: optional(string()),
  Output: optional(string())
});
var goBenchJson = {
  name: "go-bench-json",
  tool: "go",
  title: "go test -bench -json",
  produce: "go test -json -run '^$' -bench . -benchmem -count 10 ./...",
  documentation: "https://pkg.go.dev/cmd/test2json",
  detect(source) {
    if (!/"Action":\s*"/.test(source.head)) return false;
    const events = source.jsonLines();
    return events.some(({ value }) => at(value, "Action") === "output") && events.some(
      ({ value }) => is(anyRecord, value) && /^Benchmark|--- FAIL: Benchmark|^FAIL/.test(String(value.Output))
    );
  },
  parse(source) {
    const texts = /* @__PURE__ */ new Map();
    for (const { value } of source.jsonLines()) {
      if (!is(EventSchema2, value) || value.Output === void 0) continue;
      const name = value.Package ?? "";
      texts.set(name, `${texts.get(name) ?? ""}${value.Output}`);
    }
    const lines = [...texts].flatMap(([name, text]) => {
      const known3 = name === "" || /^pkg: /m.test(text);
      return [...known3 ? [] : [`pkg: ${name}`], ...text.split("\n")];
    });
    return importGo(goLines(lines));
  }
};

// src/formats/harness/google-benchmark-rows.ts
var suffix = /^(.+)_(mean|median|stddev|cv|min|max|BigO|RMS)$/;
function markAggregates(rows) {
  const names = new Set(rows.map((row12) => row12.name));
  const stems = /* @__PURE__ */ new Map();
  for (const { name } of rows) {
    const stem = suffix.exec(name)?.[1];
    if (stem !== void 0) stems.set(stem, (stems.get(stem) ?? 0) + 1);
  }
  return rows.map((row12) => {
    const [, stem = "", kind] = suffix.exec(row12.name) ?? [];
    return kind !== void 0 && (names.has(stem) || (stems.get(stem) ?? 0) > 1) ? { ...row12, aggregate: kind } : row12;
  });
}
function importGoogle(rows) {
  const collect = collector();
  const single = rows.filter((row12) => row12.aggregate === void 0);
  for (const row12 of single) {
    if (row12.error !== void 0) {
      collect.fail({
        benchmark: row12.name,
        code: "error",
        reason: `The benchmark reported an error: ${row12.error}`
      });
      continue;
    }
    for (const [measured2, value] of figuresOf2(row12.name, row12)) collect.sample(measured2, value);
  }
  const known3 = new Set(single.map((row12) => row12.name));
  const groups = /* @__PURE__ */ new Map();
  for (const row12 of rows)
    if (typeof row12.aggregate === "string" && !known3.has(stemOf(row12)))
      groups.set(stemOf(row12), [...groups.get(stemOf(row12)) ?? [], row12]);
  for (const [benchmark, aggregates] of groups) {
    const by = new Map(aggregates.map((row12) => [row12.aggregate, row12]));
    const mean = by.get("mean") ?? by.get("median");
    if (mean === void 0) continue;
    for (const [measured2, value] of figuresOf2(benchmark, mean)) {
      const other = (kind) => {
        const row12 = by.get(kind);
        return row12 === void 0 ? void 0 : figuresOf2(benchmark, row12).find(([one]) => one.metric === measured2.metric)?.[1];
      };
      collect.summary(measured2, {
        mean: by.has("mean") ? value : void 0,
        median: other("median"),
        standardDeviation: other("stddev"),
        n: mean.repetitions,
        min: other("min"),
        max: other("max")
      });
    }
  }
  const bare = new Set(
    rows.filter((row12) => row12.aggregate === true && !known3.has(row12.name)).map((row12) => row12.name)
  );
  for (const benchmark of bare)
    collect.fail({
      benchmark,
      code: "aggregate-only",
      reason: "Only aggregate rows were written for it, without saying which."
    });
  return collect.result();
}
function stemOf(row12) {
  const end = `_${row12.aggregate}`;
  return row12.name.endsWith(end) ? row12.name.slice(0, -end.length) : row12.name;
}
function figuresOf2(benchmark, row12) {
  const scale = secondsIn(row12.timeUnit) ?? 1e-9;
  const processor = figure(row12.cpuTime) === 0 ? [] : [[cpu(benchmark, scale), row12.cpuTime]];
  const counters2 = Object.entries(row12.counters).map(
    ([name, value]) => [counter(benchmark, name), value]
  );
  return [[wall(benchmark, scale), row12.realTime], ...processor, ...counters2];
}
function counter(benchmark, name) {
  if (name === "bytes_per_second")
    return { benchmark, metric: "throughput", unit: "B/s", better: "higher", zeroIsAnAnswer: true };
  const perSecond = name === "items_per_second";
  const better = perSecond ? "higher" : betterByName(name) ?? (/rate/i.test(name) ? "higher" : "lower");
  return { benchmark, metric: name, unit: perSecond ? "/s" : "count", better, zeroIsAnAnswer: true };
}

// src/formats/harness/google-benchmark.ts
var RowSchema2 = looseObject({
  name: string(),
  run_type: optionalText,
  aggregate_name: optionalText,
  repetitions: figureSchema,
  real_time: figureSchema,
  cpu_time: figureSchema,
  time_unit: optionalText,
  error_occurred: optional(union([boolean(), string()])),
  error_message: optionalText,
  skipped: optional(unknown()),
  skip_message: optionalText
});
var known2 = /* @__PURE__ */ new Set([
  "family_index",
  "per_family_instance_index",
  "repetitions",
  "repetition_index",
  "threads",
  "iterations",
  "real_time",
  "cpu_time",
  "cpu_coefficient",
  "real_coefficient",
  "rms",
  "allocs_per_iter",
  "max_bytes_used",
  "total_allocated_bytes",
  "net_heap_growth"
]);
var googleBenchmark = {
  name: "google-benchmark",
  tool: "google-benchmark",
  title: "Google Benchmark, JSON",
  produce: "./bench --benchmark_out=bench.json --benchmark_out_format=json",
  documentation: "https://google.github.io/benchmark/user_guide.html#output-formats",
  detect(source) {
    const json = source.json();
    const rows = listOf(at(json, "benchmarks"));
    const context = at(json, "context");
    const described = isRecord(context) && ("library_build_type" in context || "num_cpus" in context);
    return described || rows.some((row12) => at(row12, "real_time") !== void 0 && at(row12, "time_unit") !== void 0);
  },
  parse(source) {
    const { benchmarks } = shaped(source, looseObject({ benchmarks: array(RowSchema2) }));
    const rows = benchmarks.map(rowOf);
    const marked = benchmarks.some((row12) => typeof row12.run_type === "string");
    return importGoogle(marked ? rows : markAggregates(rows));
  }
};
function rowOf(row12) {
  const counters2 = Object.entries(row12).filter(
    ([key3, value]) => !known2.has(key3) && figure(value) !== null && typeof value === "number"
  );
  const broken2 = row12.error_occurred === true || row12.error_occurred === "true" || Boolean(row12.skipped);
  return {
    name: row12.name,
    ...row12.run_type === "aggregate" ? { aggregate: row12.aggregate_name ?? true } : {},
    realTime: row12.real_time,
    cpuTime: row12.cpu_time,
    timeUnit: row12.time_unit ?? "ns",
    repetitions: row12.repetitions,
    ...broken2 ? { error: row12.error_message ?? row12.skip_message ?? "it gave no message" } : {},
    counters: Object.fromEntries(counters2)
  };
}

// src/formats/harness/google-benchmark-console.ts
var row4 = /^(\S.*?)\s+([\d.e+-]+|nan|inf) (ns|us|ms|s)\s+([\d.e+-]+|nan|inf) (ns|us|ms|s)\s+(\d+)(?:\s+(.*))?$/;
var percentages = /^(\S.*?)_cv\s+[\d.]+ %\s+[\d.]+ %/;
var broken = /^(\S.*?)\s+(?:ERROR OCCURRED|SKIPPED): '(.*)'\s*$/;
var googleBenchmarkConsole = {
  name: "google-benchmark-console",
  tool: "google-benchmark",
  title: "Google Benchmark, printed",
  produce: "./bench",
  documentation: "https://google.github.io/benchmark/user_guide.html#output-formats",
  detect: (source) => /^Benchmark\s+Time\s+CPU\s+Iterations\b/m.test(source.text),
  parse(source) {
    const rows = [];
    for (const line2 of source.lines()) {
      const found = row4.exec(line2);
      const error = broken.exec(line2);
      if (error !== null)
        rows.push({
          name: error[1] ?? "",
          error: error[2] ?? "",
          realTime: 0,
          cpuTime: 0,
          timeUnit: "ns",
          counters: {}
        });
      if (found === null || percentages.test(line2)) continue;
      const [, name = "", realTime, timeUnit = "ns", cpuTime, , iterations, rest] = found;
      rows.push({
        name,
        realTime,
        cpuTime,
        timeUnit,
        repetitions: iterations,
        counters: countersOf(rest ?? "")
      });
    }
    return importGoogle(markAggregates(rows));
  }
};
function countersOf(text) {
  const pairs = [...text.matchAll(/(\S+?)=([\d.e+-]+(?:[kKMGT]i?)?)(?:\/s)?(?=\s|$)/g)];
  return Object.fromEntries(
    pairs.flatMap(([, name = "", written3 = ""]) => {
      const value = scaledFigure(written3, name === "bytes_per_second" ? 1024 : 1e3);
      return value === null ? [] : [[name, value]];
    })
  );
}

// src/formats/harness/google-benchmark-csv.ts
var heading4 = /^name,iterations,real_time,cpu_time,time_unit,/m;
var fixed = [
  "name",
  "iterations",
  "real_time",
  "cpu_time",
  "time_unit",
  "label",
  "error_occurred",
  "error_message"
];
var googleBenchmarkCsv = {
  name: "google-benchmark-csv",
  tool: "google-benchmark",
  title: "Google Benchmark, CSV",
  produce: "./bench --benchmark_out=bench.csv --benchmark_out_format=csv",
  documentation: "https://google.github.io/benchmark/user_guide.html#output-formats",
  detect: (source) => heading4.test(source.head),
  parse(source) {
    const start = heading4.exec(source.text)?.index ?? 0;
    const rows = csvOf(source.text.slice(start)).rows.map(({ cells }) => ({
      name: cells.name ?? "",
      realTime: cells.real_time,
      cpuTime: cells.cpu_time,
      timeUnit: cells.time_unit || "ns",
      repetitions: cells.iterations,
      ...cells.error_occurred === "true" ? { error: cells.error_message || "it gave no message" } : {},
      counters: Object.fromEntries(
        Object.entries(cells).filter(([name, value]) => !fixed.includes(name) && figure(value) !== null)
      )
    }));
    return importGoogle(markAggregates(rows));
  }
};

// src/formats/harness/iai-rows.ts
function countName(label) {
  return label.trim().toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
function collectCount(collect, benchmark, label, value) {
  const metric = countName(label);
  const number2 = figure(value);
  if (number2 === 0 && metric === "instructions")
    collect.fail({
      benchmark,
      metric,
      code: "zero-count",
      reason: "No instructions were counted: nothing was run."
    });
  else collect.exact({ ...count(benchmark, metric), .../bytes/.test(metric) ? { unit: "B" } : {} }, value);
}

// src/formats/harness/gungraun.ts
var row5 = /^ {2}([A-Z][\w +&()/.%-]*):\s+([\d,.]+|N\/A)\s*\|\s*([\d,.]+|N\/A)?(?:\s+\(.*)?\s*$/;
var opening = /^[\w-]+(?:::[\w<>-]+)+(?:\s+\S.*)?$/;
var tool = /^ {2}(?:=======|-------) (\S+)/;
var gungraun = {
  name: "gungraun",
  tool: "gungraun",
  title: "gungraun or iai-callgrind, printed",
  produce: "cargo bench  (gungraun)",
  documentation: "https://gungraun.github.io/gungraun/latest/html/index.html",
  detect: (source) => source.lines().some((line2) => row5.test(line2)) && source.lines().some((line2) => opening.test(line2)),
  parse(source) {
    const collect = collector();
    let name = [];
    let prefix2 = "";
    let counted4 = true;
    for (const line2 of source.lines()) {
      const found = row5.exec(line2);
      const section4 = tool.exec(line2)?.[1];
      if (section4 !== void 0) prefix2 = /callgrind/i.test(section4) ? "" : `${section4} `;
      else if (found !== null) {
        counted4 = true;
        if (found[2] !== "N/A" && name.length > 0)
          collectCount(collect, name.join(" "), `${prefix2}${found[1]}`, found[2]);
      } else if (opening.test(line2)) {
        name = [line2.trim()];
        prefix2 = "";
        counted4 = false;
      } else if (/^\S/.test(line2) && !counted4 && name.length > 0) name.push(line2.trim());
    }
    return collect.result();
  }
};

// src/formats/harness/gungraun-json.ts
var SummarySchema = looseObject({
  module_path: string(),
  id: optionalText,
  profiles: array(anyRecord)
});
var gungraunJson = {
  name: "gungraun-json",
  tool: "gungraun",
  title: "gungraun, JSON",
  produce: "cargo bench -- --output-format=json",
  documentation: "https://gungraun.github.io/gungraun/latest/html/cli_and_env/output.html",
  detect: (source) => source.text.includes('"module_path"') && summaries(source).length > 0,
  parse(source) {
    const collect = collector();
    for (const { module_path: path, id, profiles } of summaries(source)) {
      const benchmark = withParameters(path, { id });
      for (const profile of profiles) {
        const tool2 = String(profile.tool ?? "");
        const kinds = at(profile, "summaries", "total", "summary");
        for (const metrics2 of isRecord(kinds) ? Object.values(kinds) : [])
          for (const [label, metric] of Object.entries(isRecord(metrics2) ? metrics2 : {})) {
            const value = newValue(at(metric, "metrics"));
            const named2 = /callgrind/i.test(tool2) ? spaced(label) : joinName(tool2.toLowerCase(), spaced(label)).replace("/", " ");
            if (value !== void 0) collectCount(collect, benchmark, named2, value);
          }
        for (const regression of listOf(at(profile, "summaries", "total", "regressions")))
          collect.fail({
            benchmark,
            code: "limit-exceeded",
            reason: `gungraun's own limit was exceeded: ${JSON.stringify(regression)}`
          });
      }
    }
    return collect.result();
  }
};
function summaries(source) {
  return source.jsonLines().flatMap(({ value }) => is(SummarySchema, value) ? [value] : []);
}
function newValue(metrics2) {
  const left = at(metrics2, "Left") ?? at(metrics2, "Both", 0) ?? at(metrics2, "Both", "new");
  return at(left, "Int") ?? at(left, "Float");
}
function spaced(label) {
  return label === "Ir" ? "Instructions" : label.replace(/([a-z])([A-Z])/g, "$1 $2");
}

// src/formats/harness/hyperfine.ts
var ResultSchema2 = looseObject({
  command: string(),
  mean: figureSchema,
  stddev: figureSchema,
  median: figureSchema,
  user: figureSchema,
  system: figureSchema,
  min: figureSchema,
  max: figureSchema,
  times: optional(nullable(array(figureSchema))),
  exit_codes: optional(nullable(array(nullable(number())))),
  memory_usage_byte: optional(nullable(array(figureSchema))),
  parameters: optional(nullable(anyRecord))
});
var hyperfine = {
  name: "hyperfine",
  tool: "hyperfine",
  title: "hyperfine, JSON",
  produce: "hyperfine --export-json FILE COMMAND…",
  documentation: "https://github.com/sharkdp/hyperfine#export-results",
  detect: (source) => listOf(at(source.json(), "results")).some(
    (one) => typeof at(one, "command") === "string" && at(one, "user") !== void 0 && at(one, "system") !== void 0
  ),
  parse(source) {
    const collect = collector();
    for (const result2 of shaped(source, looseObject({ results: array(ResultSchema2) })).results) {
      const benchmark = withParameters(result2.command, result2.parameters);
      const failed5 = failedRuns(result2);
      if (failed5 !== null) collect.fail({ benchmark, code: "exit-code", reason: failed5 });
      readTimes2(collect, benchmark, result2);
      const processor = (figure(result2.user) ?? 0) + (figure(result2.system) ?? 0);
      if (processor > 0 && failed5 === null)
        collect.summary(cpu(benchmark), { mean: processor, n: result2.times?.length });
      for (const [run, bytes2] of (result2.memory_usage_byte ?? []).entries())
        if (figure(bytes2) !== 0) collect.sample(memory(benchmark), bytes2, run);
    }
    return collect.result();
  }
};
function failedRuns({ exit_codes: codes }) {
  const failed5 = (codes ?? []).filter((code) => code !== 0);
  if (failed5.length === 0) return null;
  const kinds = [...new Set(failed5.map((code) => code === null ? "a signal" : `exit code ${code}`))];
  return `${failed5.length} of ${codes?.length} runs ended with ${kinds.join(", ")}.`;
}
function readTimes2(collect, benchmark, result2) {
  const { times: times2, exit_codes: codes } = result2;
  if (!times2 || times2.length === 0) {
    const { mean: mean2, stddev: stddev2, median: median2, min: min2, max: max2 } = result2;
    collect.summary(wall(benchmark), { mean: mean2, standardDeviation: stddev2, median: median2, min: min2, max: max2 });
    return;
  }
  const good = times2.filter((_, run) => (codes?.[run] ?? (codes ? null : 0)) === 0);
  const zeros = good.filter((time3) => figure(time3) === 0).length;
  if (zeros === 0 || zeros === good.length) {
    for (const [run, time3] of good.entries()) collect.sample(wall(benchmark), time3, run);
    return;
  }
  collect.note({
    code: "below-resolution",
    message: `${zeros} of ${good.length} runs took no longer than starting a shell.`,
    where: benchmark,
    fix: "Run hyperfine with --shell=none, or measure more work per run."
  });
  const { mean, stddev, median, min, max } = result2;
  collect.summary(wall(benchmark), { mean, standardDeviation: stddev, n: good.length, median, min, max });
}

// src/formats/harness/hyperfine-csv.ts
var hyperfineCsv = {
  name: "hyperfine-csv",
  tool: "hyperfine",
  title: "hyperfine, CSV",
  produce: "hyperfine --export-csv FILE COMMAND…",
  documentation: "https://github.com/sharkdp/hyperfine#export-results",
  detect: (source) => hasHeadings(source.head, "command", "mean", "stddev", "user", "system"),
  parse(source) {
    const collect = collector();
    for (const { cells } of csvOf(source.text).rows) {
      const parameters = Object.entries(cells).flatMap(
        ([heading7, value]) => heading7.startsWith("parameter_") ? [[heading7.slice("parameter_".length), value]] : []
      );
      const benchmark = withParameters(cells.command ?? "", Object.fromEntries(parameters));
      const { mean, stddev, median, min, max } = cells;
      collect.summary(wall(benchmark), { mean, standardDeviation: stddev, median, min, max });
      const processor = (figure(cells.user) ?? 0) + (figure(cells.system) ?? 0);
      if (processor > 0) collect.summary(cpu(benchmark), { mean: processor });
    }
    return collect.result();
  }
};

// src/formats/reading/table.ts
function markdownTables(lines) {
  const tables = [];
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const header = cellsOf(lines[index] ?? "", "|");
    if (header === null || !/^\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$/.test(lines[index + 1] ?? "")) continue;
    const rows = [];
    let next = index + 2;
    for (; next < lines.length; next += 1) {
      const cells = cellsOf(lines[next] ?? "", "|");
      if (cells === null) break;
      rows.push({ line: next + 1, cells: fitted(cells, header.length) });
    }
    tables.push({ line: index + 1, header, rows });
    index = next - 1;
  }
  return tables;
}
function boxTables(lines) {
  const tables = [];
  let open;
  for (const [index, text] of lines.entries()) {
    const line2 = text.trim();
    if (line2.startsWith("┌")) open = { line: index + 1, rows: [] };
    else if (open !== void 0 && line2.startsWith("└")) {
      if (open.header !== void 0) tables.push({ line: open.line, header: open.header, rows: open.rows });
      open = void 0;
    } else if (open !== void 0 && line2.startsWith("│")) {
      const cells = (cellsOf(line2, "│") ?? []).map((cell2) => cell2.replace(/^'(.*)'$/s, "$1"));
      if (open.header === void 0) open.header = cells;
      else open.rows.push({ line: index + 1, cells: fitted(cells, open.header.length) });
    }
  }
  return tables;
}
function cell(table2, row12, heading7) {
  const column = table2.header.findIndex((text) => heading7.test(text));
  return column === -1 ? void 0 : row12.cells[column];
}
function cellsOf(line2, divider) {
  const trimmed = line2.trim();
  if (!trimmed.startsWith(divider) || trimmed.length < 2) return null;
  const inner = trimmed.endsWith(divider) ? trimmed.slice(1, -1) : trimmed.slice(1);
  const parts = divider === "|" ? inner.split(/(?<!\\)\|/) : inner.split(divider);
  return parts.map((text) => text.trim().replaceAll("\\|", "|"));
}
function fitted(cells, columns2) {
  const extra = cells.length - columns2;
  return extra > 0 && columns2 > 0 ? [cells.slice(0, extra + 1).join(" | "), ...cells.slice(extra + 1)] : cells;
}

// src/formats/harness/hyperfine-markdown.ts
var hyperfineMarkdown = {
  name: "hyperfine-markdown",
  tool: "hyperfine",
  title: "hyperfine, Markdown",
  produce: "hyperfine --export-markdown FILE COMMAND…",
  documentation: "https://github.com/sharkdp/hyperfine#export-results",
  detect: (source) => tablesOf(source).length > 0,
  parse(source) {
    const collect = collector();
    for (const table2 of tablesOf(source)) {
      const unit = /^Mean \[(.+)\]$/.exec(table2.header[1] ?? "")?.[1] ?? "s";
      const scale = secondsIn(unit) ?? 1;
      for (const row12 of table2.rows) {
        const benchmark = (row12.cells[0] ?? "").replace(/^`(.*)`$/, "$1");
        const [mean, standardDeviation] = (row12.cells[1] ?? "").split("±");
        const min = cell(table2, row12, /^Min/);
        const max = cell(table2, row12, /^Max/);
        collect.summary(wall(benchmark, scale), { mean, standardDeviation, min, max });
      }
    }
    return collect.result();
  }
};
function tablesOf(source) {
  if (!source.text.includes("| Mean [")) return [];
  return markdownTables(source.lines()).filter(
    ({ header }) => header[0] === "Command" && /^Mean \[/.test(header[1] ?? "")
  );
}

// src/formats/harness/iai.ts
var row6 = /^ {2}(\S[^:]*):\s+([\d,]+)(?:\s+\(.*\))?\s*$/;
var iai = {
  name: "iai",
  tool: "iai",
  title: "iai, printed",
  produce: "cargo bench  (iai)",
  documentation: "https://github.com/bheisler/iai",
  detect: (source) => /^ {2}Instructions:\s+[\d,]+(?:\s+\([^|]*\))?[ \t]*$/m.test(source.text) && /^ {2}L1 Accesses:/m.test(source.text),
  parse(source) {
    const collect = collector();
    let benchmark = "";
    for (const line2 of source.lines()) {
      const found = row6.exec(line2);
      if (found !== null) collectCount(collect, benchmark, found[1] ?? "", found[2]);
      else if (/^\S/.test(line2)) benchmark = line2.trim();
    }
    return collect.result();
  }
};

// src/formats/harness/js-console-time.ts
var plain = /^(.+): ([\d.]+ ?(?:ns|[µμu]s|ms|s))(?: - timer ended)?$/u;
var clock = /^(.+): (?:(\d+):)?(\d+):(\d+(?:\.\d+)?) \((?:h:m)?m:ss\.mmm\)$/;
var bun = /^\[([\d.]+ ?(?:ns|[µμu]s|ms|s))\] (.+)$/u;
var jsConsoleTime = {
  name: "js-console-time",
  tool: "console.time",
  title: "console.time",
  produce: "console.time('name'); …; console.timeEnd('name')",
  documentation: "https://developer.mozilla.org/docs/Web/API/console/timeEnd_static",
  // Any program can print such a line, so nearly all lines must be of this kind.
  detect(source) {
    const lines = source.lines().filter((line2) => line2.trim() !== "");
    const timed = lines.filter((line2) => timeOf2(line2) !== null);
    return timed.length > 0 && timed.length >= 0.8 * lines.length;
  },
  parse(source) {
    const collect = collector();
    for (const line2 of source.lines()) {
      const found = timeOf2(line2);
      if (found !== null) collect.sample(wall(found.name), found.seconds);
    }
    return collect.result();
  }
};
function timeOf2(line2) {
  const text = line2.trim();
  const clocked = clock.exec(text);
  if (clocked !== null) {
    const [, name = "", hours = "0", minutes2 = "0", seconds = "0"] = clocked;
    return { name, seconds: Number(hours) * 3600 + Number(minutes2) * 60 + Number(seconds) };
  }
  const named2 = plain.exec(text);
  if (named2 !== null) return { name: named2[1] ?? "", seconds: durationOf(named2[2] ?? "") };
  const bracketed = bun.exec(text);
  return bracketed === null ? null : { name: bracketed[2] ?? "", seconds: durationOf(bracketed[1] ?? "") };
}

// src/formats/harness/julia.ts
var nanoseconds3 = 1e-9;
var julia = {
  name: "julia",
  tool: "julia",
  title: "BenchmarkTools.jl, JSON",
  produce: 'BenchmarkTools.save("output.json", run(suite))',
  documentation: "https://juliaci.github.io/BenchmarkTools.jl/stable/",
  detect: (source) => at(source.json(), 0, "BenchmarkTools") !== void 0,
  parse(source) {
    const collect = collector();
    for (const value of listOf(at(source.json(), 1))) read5(collect, [], value);
    return collect.result();
  }
};
function read5(collect, path, value) {
  const [written3, fields] = listOf(value);
  const type = typeof written3 === "string" ? written3.replace("BenchmarkTools.", "") : written3;
  const benchmark = joinName(...path) === "unnamed" ? "benchmark" : joinName(...path);
  if (type === "BenchmarkGroup" && isRecord(at(fields, "data")))
    for (const [key3, inner] of Object.entries(at(fields, "data") ?? {})) read5(collect, [...path, key3], inner);
  else if (type === "Trial" || type === "TrialEstimate") {
    const times2 = at(fields, type === "Trial" ? "times" : "time");
    if (Array.isArray(times2)) {
      collect.samples(wall(benchmark, nanoseconds3), times2);
      if (times2.length === 0)
        collect.fail({ benchmark, code: "no-samples", reason: "The trial holds no times." });
    } else collect.summary(wall(benchmark, nanoseconds3), { mean: times2 });
    if (at(fields, "memory") !== void 0) collect.sample(allocated(benchmark), at(fields, "memory"));
    if (at(fields, "allocs") !== void 0) collect.sample(allocations(benchmark), at(fields, "allocs"));
  } else if (typeof type === "string")
    collect.fail({
      benchmark,
      code: "unknown-type",
      reason: `BenchmarkTools saved a ${type}, which holds no times.`
    });
}

// src/formats/harness/luau.ts
var line1 = /^(SUCCESS|FAILED|ERROR|TIMEOUT|FAIL): (.+?)\s+:\s+(.*)$/;
var row7 = /^(.+?)\s*\|\s*([\d.]+m?s)\s*\|\s*([\d.]+m?s)\s*\|\s*([\d.]+|-+)%?\s*\|\s*(.+?)\s*$/;
var luau = {
  name: "luau",
  tool: "luau",
  title: "Luau bench.py, printed",
  produce: "python bench/bench.py --vm luau",
  documentation: "https://github.com/luau-lang/luau/tree/master/bench",
  detect: (source) => /^Test\s*\|\s*Min\s*\|\s*Average\s*\|\s*StdDev%\s*\|/m.test(source.text),
  parse(source) {
    const collect = collector();
    const rows = source.lines().flatMap((line2) => {
      const found = row7.exec(line2);
      return found === null || found[1] === "Total" ? [] : [found];
    });
    const drivers = new Set(rows.map((found) => found[5]));
    for (const found of rows) {
      const [, name = "", min = "", average2 = "", percent3, driver] = found;
      const mean = durationOf(average2);
      const spread = figure(percent3);
      collect.summary(wall(withParameters(name, drivers.size > 1 ? { driver } : {})), {
        mean,
        min: durationOf(min),
        standardDeviation: mean === null || spread === null ? void 0 : mean * spread / 100
      });
    }
    const measured2 = new Set(rows.map((found) => found[1]));
    for (const line2 of source.lines()) {
      const [, outcome3, name = "", reason = ""] = line1.exec(line2) ?? [];
      if (outcome3 !== void 0 && outcome3 !== "SUCCESS" && !measured2.has(name))
        collect.fail({ benchmark: name, code: "failed", reason: `bench.py printed ${outcome3}: ${reason}` });
    }
    return collect.result();
  }
};

// src/formats/harness/mitata.ts
var nanoseconds4 = 1e-9;
var StatsSchema = looseObject({
  samples: optional(nullable(array(figureSchema))),
  min: figureSchema,
  max: figureSchema,
  avg: figureSchema,
  p50: figureSchema,
  heap: optional(
    nullable(looseObject({ _: figureSchema, min: figureSchema, max: figureSchema, avg: figureSchema }))
  )
});
var RunSchema = looseObject({
  name: optionalText,
  args: optional(nullable(anyRecord)),
  stats: optional(nullable(StatsSchema)),
  error: optional(unknown())
});
var FileSchema6 = looseObject({
  layout: optional(array(looseObject({ name: optionalText }))),
  benchmarks: array(
    looseObject({
      alias: optionalText,
      group: optional(nullable(union([number(), string()]))),
      runs: optional(array(RunSchema)),
      ...RunSchema.entries
    })
  )
});
var mitata = {
  name: "mitata",
  tool: "mitata",
  title: "mitata, JSON",
  produce: "await run({ format: 'json' })",
  documentation: "https://github.com/evanwashere/mitata",
  detect: (source) => listOf(at(source.json(), "benchmarks")).some((one) => {
    const run = at(one, "runs", 0) ?? one;
    return at(run, "stats", "ticks") !== void 0 || at(run, "stats", "debug") !== void 0 || isMitataError(one);
  }),
  parse(source) {
    const collect = collector();
    const file = shaped(source, FileSchema6);
    for (const entry of file.benchmarks) {
      const group = typeof entry.group === "number" ? file.layout?.[entry.group]?.name : entry.group;
      for (const run of entry.runs ?? [entry]) {
        const named2 = run.name ?? entry.alias ?? "";
        const benchmark = joinName(
          group,
          entry.alias?.includes("$") ? named2 : withParameters(named2, run.args)
        );
        if (!run.stats) {
          const said2 = textOf(at(run.error, "message")) ?? textOf(run.error) ?? "it gave no statistics";
          collect.fail({ benchmark, code: "threw", reason: `The benchmark failed: ${said2}` });
          continue;
        }
        const { samples, heap, ...stats } = run.stats;
        if (samples && samples.length > 0) collect.samples(wall(benchmark, nanoseconds4), samples);
        else
          collect.summary(wall(benchmark, nanoseconds4), {
            mean: stats.avg,
            median: stats.p50,
            min: stats.min,
            max: stats.max,
            quantiles: { p25: stats.p25, p75: stats.p75, p99: stats.p99, "p99.9": stats.p999 }
          });
        if (heap?.avg !== void 0 && typeof heap.avg === "number")
          collect.summary(allocated(benchmark), { mean: heap.avg, min: heap.min, max: heap.max, n: heap._ });
      }
    }
    return collect.result();
  }
};
function isMitataError(entry) {
  return (at(entry, "runs", 0, "error") ?? (at(entry, "time") === void 0 ? void 0 : at(entry, "error"))) !== void 0;
}

// src/formats/harness/mitata-text.ts
var time2 = "([\\d.,']+) ?([pnµμum]?s)";
var headline = /^(?:\| )?\s*(?:• )?.*?\s(?:time \(avg\)|avg(?: \(min … max\)|\s+\|\s+min))/;
var average = new RegExp(`^(?:\\| )?(.+?)\\s+(?:\\| \`\\s*)?${time2}/iter\\b(.*)$`);
var range = new RegExp(`\\(\\s*${time2} … ${time2}\\)`);
var mitataText = {
  name: "mitata-text",
  tool: "mitata",
  title: "mitata, the printed table",
  produce: "node bench.mjs  (await run() of mitata)",
  documentation: "https://github.com/evanwashere/mitata",
  detect: (source) => isMitata(source) && source.lines().some((line2) => average.test(line2) || /\berror: /.test(line2)),
  parse(source) {
    const collect = collector();
    let group = "";
    const lines = source.lines();
    for (const [index, line2] of lines.entries()) {
      const groupLine = /^(?:\| )?• (.+?)(?:\s+\||\s*$)/.exec(line2);
      if (groupLine !== null) group = groupLine[1] ?? "";
      else if (/^-{10,}/.test(line2) && !/^• /.test(lines[index - 1] ?? "")) group = "";
      else if (/^\|\s+\|\s+avg/.test(line2)) group = "";
      const failed5 = /^(?:\| )?(\S.*?)\s+(?:\| )?error: (.*?)(?: \|)?\s*$/.exec(line2);
      if (failed5 !== null) {
        collect.fail({
          benchmark: joinName(group, failed5[1]),
          code: "threw",
          reason: `The benchmark failed: ${failed5[2]}`
        });
        continue;
      }
      const found = average.exec(line2);
      if (found === null) continue;
      const [, name, mean, unit, rest] = found;
      const [low, high] = rangeOf(`${rest ?? ""} ${range.test(rest ?? "") ? "" : lines[index + 1] ?? ""}`);
      const seconds = secondsIn(unit ?? "") ?? 1;
      collect.summary(wall(joinName(group, name)), {
        mean: (figure(mean) ?? Number.NaN) * seconds,
        min: low,
        max: high
      });
    }
    return collect.result();
  }
};
function isMitata(source) {
  const [head] = source.head.split("\n", 1);
  const announced = /^(?:clk: |cpu: )/m.test(source.head) && /^runtime: /m.test(source.head);
  return (announced || head !== void 0) && source.lines().some((line2) => headline.test(line2)) && !/^[ \t]*DENO|^Check file:/m.test(source.head);
}
function rangeOf(text) {
  const found = range.exec(text);
  if (found === null) return [void 0, void 0];
  const value = (amount2, unit) => (figure(amount2) ?? Number.NaN) * (secondsIn(unit ?? "") ?? 1);
  return [value(found[1], found[2]), value(found[3], found[4])];
}

// src/formats/harness/nanobench.ts
var documentation2 = "https://nanobench.ankerl.com/tutorial.html#rendering-mustache-like-templates";
var FileSchema7 = looseObject({
  results: array(
    looseObject({
      title: optionalText,
      name: string(),
      "median(elapsed)": figureSchema,
      measurements: optional(array(looseObject({ elapsed: figureSchema })))
    })
  )
});
var nanobench = {
  name: "nanobench",
  tool: "nanobench",
  title: "nanobench, JSON template",
  produce: "bench.render(ankerl::nanobench::templates::json(), file)",
  documentation: documentation2,
  detect: (source) => listOf(at(source.json(), "results")).some((one) => at(one, "median(elapsed)") !== void 0),
  parse(source) {
    const collect = collector();
    for (const one of shaped(source, FileSchema7).results) {
      const benchmark = joinName(one.title, one.name);
      const epochs = one.measurements ?? [];
      if (epochs.length > 0)
        collect.samples(
          wall(benchmark),
          epochs.map((epoch) => epoch.elapsed)
        );
      else collect.summary(wall(benchmark), { median: one["median(elapsed)"] });
    }
    return collect.result();
  }
};
var csvHeading = /^"?title"?;"?name"?;"?unit"?;"?batch"?;"?elapsed"?;/;
var nanobenchCsv = {
  name: "nanobench-csv",
  tool: "nanobench",
  title: "nanobench, CSV template",
  produce: "bench.render(ankerl::nanobench::templates::csv(), file)",
  documentation: documentation2,
  detect: (source) => csvHeading.test(source.head),
  parse(source) {
    const collect = collector();
    for (const { cells } of csvOf(source.text, ";").rows)
      collect.summary(wall(joinName(cells.title, cells.name)), { median: cells.elapsed });
    return collect.result();
  }
};
var headingCell = /^(?:[pnµμum]?s)\/\S+$/;
var nanobenchText = {
  name: "nanobench-text",
  tool: "nanobench",
  title: "nanobench, printed",
  produce: "./bench",
  documentation: "https://nanobench.ankerl.com/tutorial.html",
  detect: (source) => tablesOf2(source).length > 0,
  parse(source) {
    const collect = collector();
    for (const table2 of tablesOf2(source)) {
      const column = table2.header.findIndex((cell2) => headingCell.test(cell2));
      const scale = secondsIn((table2.header[column] ?? "").split("/")[0] ?? "") ?? 1e-9;
      const errors = table2.header.indexOf("err%");
      const width = table2.header.indexOf("total");
      const title = table2.header.slice(width + 1).join(" | ");
      for (const { cells } of table2.rows) {
        const written3 = cells.slice(width + 1).join(" | ");
        const name = /`(.*?)`(?= \(Unstable|\s*$)/.exec(written3)?.[1] ?? written3;
        const benchmark = joinName(title === "benchmark" ? "" : title, name);
        const median = figure(cells[column]);
        const spread = figure((cells[errors] ?? "").replace("%", ""));
        collect.summary(wall(benchmark, scale), { median: cells[column] });
        if (/:wavy_dash:|Unstable/.test(written3))
          collect.note({
            code: "unstable",
            message: `nanobench calls it unstable (±${spread ?? "?"} % of ${median ?? "?"}).`,
            where: benchmark
          });
      }
    }
    return collect.result();
  }
};
function tablesOf2(source) {
  if (!source.text.includes("err%")) return [];
  return markdownTables(source.lines()).flatMap((table2) => {
    const lines = source.lines();
    if (!table2.header.includes("err%") || !table2.header.some((cell2) => headingCell.test(cell2))) return [];
    const rows = table2.rows.map(({ line: line2 }) => ({
      line: line2,
      cells: (lines[line2 - 1] ?? "").split("|").slice(1).map((cell2) => cell2.trim())
    }));
    return [{ ...table2, rows }];
  });
}

// src/formats/harness/phpbench.ts
var phpbench = {
  name: "phpbench",
  tool: "phpbench",
  title: "phpbench, XML",
  produce: "phpbench run --dump-file=phpbench.xml",
  documentation: "https://phpbench.readthedocs.io/en/latest/",
  detect: (source) => /<phpbench\b/.test(source.head),
  parse(source) {
    const collect = collector();
    for (const benchmark of descendants(xmlOf(source.text), "benchmark"))
      for (const subject of descendants(benchmark.children, "subject"))
        for (const variant of descendants(subject.children, "variant")) {
          const name = `${(benchmark.attributes.class ?? "").replace(/^\\/, "")}::${subject.attributes.name ?? ""}`;
          const named2 = withParameters(name, parametersOf(variant));
          const error = descendants(variant.children, "error")[0];
          if (error !== void 0)
            collect.fail({
              benchmark: named2,
              code: "threw",
              reason: `The benchmark threw: ${error.text.split("\n", 1)[0]}`
            });
          const failures = descendants(variant.children, "failure");
          for (const failure of failures)
            collect.fail({
              benchmark: named2,
              code: "assertion-failed",
              reason: `phpbench's own assertion failed: ${failure.text}`
            });
          const iterations = variant.children.filter((one) => one.name === "iteration");
          if (iterations.length === 0 && error === void 0)
            collect.fail({ benchmark: named2, code: "no-samples", reason: "It has no iterations." });
          for (const [trial, { attributes }] of iterations.entries()) {
            collect.sample(wall(named2, 1e-6), attributes["time-avg"], trial);
            if (figure(attributes["mem-peak"]) !== null)
              collect.sample(memory(named2), attributes["mem-peak"], trial);
          }
        }
    return collect.result();
  }
};
function parametersOf(variant) {
  const set = child(variant, "parameter-set");
  const all = set?.children.filter((one) => one.name === "parameter") ?? [];
  if (all.length > 0)
    return Object.fromEntries(all.map(({ attributes }) => [attributes.name ?? "", attributes.value]));
  const name = set?.attributes.name;
  return name && name !== "0" ? { set: name } : {};
}

// src/formats/harness/pyperf.ts
var Metadata = optional(nullable(anyRecord));
var FileSchema8 = looseObject({
  metadata: Metadata,
  benchmarks: array(
    looseObject({
      metadata: Metadata,
      runs: array(
        looseObject({ metadata: Metadata, values: optional(nullable(array(figureSchema))) })
      )
    })
  )
});
var pyperf = {
  name: "pyperf",
  tool: "pyperf",
  title: "pyperf, JSON",
  produce: "python bench.py -o bench.json  (pyperf)",
  documentation: "https://pyperf.readthedocs.io/",
  detect: (source) => {
    const first = listOf(at(source.json(), "benchmarks"))[0];
    return Array.isArray(at(first, "runs")) && at(source.json(), "version") !== void 0 && at(first, "alias") === void 0;
  },
  parse(source) {
    const collect = collector();
    const file = shaped(source, FileSchema8);
    for (const [index, one] of file.benchmarks.entries()) {
      const shared = { ...file.metadata, ...one.metadata, ...one.runs[0]?.metadata ?? {} };
      const benchmark = typeof shared.name === "string" ? shared.name : `benchmark ${index + 1}`;
      const measured2 = measuredOf2(benchmark, shared.unit);
      const runs = one.runs.filter(({ values }) => values && values.length > 0);
      if (runs.length === 0)
        collect.fail({ benchmark, code: "no-samples", reason: "It holds calibration runs only." });
      for (const [trial, run] of runs.entries()) {
        collect.samples(measured2, run.values ?? [], trial);
        const peak = isRecord(run.metadata) ? figure(run.metadata.mem_max_rss) : null;
        if (peak !== null) collect.sample(memory(benchmark), peak, trial);
      }
    }
    return collect.result();
  }
};
function measuredOf2(benchmark, unit) {
  if (unit === "byte") return { ...memory(benchmark), metric: "bytes" };
  if (unit === "integer")
    return { benchmark, metric: "value", unit: "count", better: "lower", zeroIsAnAnswer: true };
  return wall(benchmark);
}

// src/formats/harness/pytest-benchmark.ts
var StatsSchema2 = looseObject({
  mean: figureSchema,
  stddev: figureSchema,
  median: figureSchema,
  min: figureSchema,
  max: figureSchema,
  rounds: figureSchema,
  q1: figureSchema,
  q3: figureSchema,
  data: optional(nullable(array(unknown())))
});
var FileSchema9 = looseObject({
  benchmarks: array(
    looseObject({ fullname: optionalText, name: optionalText, stats: optional(nullable(StatsSchema2)) })
  )
});
var pytestBenchmark = {
  name: "pytest-benchmark",
  tool: "pytest-benchmark",
  title: "pytest-benchmark, JSON",
  produce: "pytest --benchmark-json=bench.json",
  documentation: "https://pytest-benchmark.readthedocs.io/",
  detect(source) {
    const json = source.json();
    const first = listOf(at(json, "benchmarks"))[0];
    return isRecord(at(json, "machine_info")) && (first === void 0 || at(first, "fullname") !== void 0);
  },
  parse(source) {
    const collect = collector();
    for (const { fullname, name, stats } of shaped(source, FileSchema9).benchmarks) {
      const benchmark = fullname ?? name ?? "";
      if (!stats || figure(stats.rounds) === 0) {
        collect.fail({
          benchmark,
          code: "no-samples",
          reason: "It has no statistics: the test failed before it was measured."
        });
        continue;
      }
      const { data: data2, mean, stddev, median, min, max, rounds, q1, q3 } = stats;
      const whole = data2?.every((value) => typeof value === "number") === true && data2.length > 0;
      if (whole) collect.samples(wall(benchmark), data2);
      else
        collect.summary(wall(benchmark), {
          mean,
          standardDeviation: stddev,
          n: rounds,
          median,
          min,
          max,
          quantiles: { p25: q1, p75: q3 }
        });
    }
    return collect.result();
  }
};

// src/formats/harness/ruby-benchmark.ts
var row8 = /^(.*?)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+\(\s*([\d.]+|NaN)\)\s*$/;
var rehearsal = /^Rehearsal -+$/;
var rubyBenchmark = {
  name: "ruby-benchmark",
  tool: "ruby-benchmark",
  title: "Ruby Benchmark, printed",
  produce: "ruby bench.rb  (Benchmark.bm or bmbm)",
  documentation: "https://ruby-doc.org/stdlib/libdoc/benchmark/rdoc/Benchmark.html",
  detect: (source) => /^[ \t]+user\s+system\s+total\s+real[ \t]*$/m.test(source.text) || /^Rehearsal -+$/m.test(source.text) && source.lines().some((line2) => row8.test(line2)),
  parse(source) {
    const collect = collector();
    let rehearsing = false;
    let unnamed = 0;
    for (const line2 of source.lines()) {
      if (rehearsal.test(line2)) rehearsing = true;
      else if (/^-+ total: /.test(line2)) rehearsing = false;
      const found = row8.exec(line2);
      if (found === null || rehearsing) continue;
      const [, label = "", , , total2, real] = found;
      if (label.startsWith(">")) continue;
      if (label.trim() === "") unnamed += 1;
      const benchmark = label.trim().replace(/:$/, "") || `report ${unnamed}`;
      collect.sample(wall(benchmark), real);
      if ((figure(total2) ?? 0) > 0) collect.sample(cpu(benchmark), total2);
    }
    return collect.result();
  }
};

// src/formats/harness/ruby-ips.ts
var row9 = /^\s*(.*?)\s*([\d.,]+[kMBTQ]?|NaN|Infinity)\s+\((?:±\s*)?([\d.]+|NaN)%\)\s+i\/s\b/;
var calculating = /^Calculating -+$/;
var rubyIps = {
  name: "ruby-ips",
  tool: "ruby-ips",
  title: "benchmark-ips, printed",
  produce: "ruby bench.rb  (Benchmark.ips)",
  documentation: "https://github.com/evanphx/benchmark-ips",
  detect: (source) => source.lines().some((line2) => line2.includes("i/s") && row9.test(line2)),
  parse(source) {
    const collect = collector();
    let above = "";
    for (const line2 of source.lines()) {
      if (calculating.test(line2)) {
        above = "";
        continue;
      }
      const found = line2.includes("i/s") ? row9.exec(line2) : null;
      if (found === null) {
        above = line2.trim();
        continue;
      }
      const [, name, rate2 = "", percent3] = found;
      const mean = scaledFigure(rate2);
      const deviation = mean === null ? null : mean * (figure(percent3) ?? Number.NaN) / 100;
      collect.summary(throughput(name || above), { mean: mean ?? rate2, standardDeviation: deviation });
    }
    return collect.result();
  }
};

// src/formats/harness/ruby-ips-json.ts
var ReportSchema = looseObject({
  name: string(),
  central_tendency: figureSchema,
  ips: figureSchema,
  error: figureSchema,
  stddev: figureSchema
});
var rubyIpsJson = {
  name: "ruby-ips-json",
  tool: "ruby-ips",
  title: "benchmark-ips, JSON",
  produce: 'ruby bench.rb  (x.json! "ips.json")',
  documentation: "https://github.com/evanphx/benchmark-ips",
  detect: (source) => listOf(source.json()).some(
    (one) => at(one, "cycles") !== void 0 && (at(one, "ips") ?? at(one, "central_tendency")) !== void 0
  ),
  parse(source) {
    const collect = collector();
    for (const one of shaped(source, array(ReportSchema)))
      collect.summary(throughput(one.name), {
        mean: one.central_tendency ?? one.ips,
        standardDeviation: one.error ?? one.stddev
      });
    return collect.result();
  }
};

// src/formats/harness/sightglass.ts
var MeasurementSchema2 = looseObject({
  engine: optional(nullable(string())),
  wasm: string(),
  process: figureSchema,
  phase: string(),
  event: string(),
  count: figureSchema
});
var StatsSchema3 = looseObject({
  mean: figureSchema,
  median: figureSchema,
  min: figureSchema,
  max: figureSchema,
  std_dev: figureSchema
});
var SummarySchema2 = record(string(), record(string(), StatsSchema3));
var sightglass = {
  name: "sightglass",
  tool: "sightglass",
  title: "sightglass, raw or summarised JSON",
  produce: "sightglass-cli benchmark --raw --output-format json …",
  documentation: "https://github.com/bytecodealliance/sightglass",
  detect(source) {
    const json = source.json();
    if (Array.isArray(json))
      return listOf(json).some((one) => at(one, "wasm") !== void 0 && at(one, "phase") !== void 0);
    const [phases] = isRecord(json) ? Object.values(json) : [];
    return isRecord(phases) && Object.values(phases).some((one) => at(one, "std_dev") !== void 0 && at(one, "mean") !== void 0);
  },
  parse(source) {
    const collect = collector();
    if (Array.isArray(source.json())) readRaw(collect, shaped(source, array(MeasurementSchema2)));
    else
      for (const [name, phases] of Object.entries(shaped(source, SummarySchema2)))
        for (const [phase, { mean, median, min, max, std_dev: deviation }] of Object.entries(phases)) {
          const benchmark = joinName(name, phase);
          if (figure(mean) === 0)
            collect.fail({ benchmark, code: "zero-count", reason: "Its mean is 0: nothing was run." });
          else
            collect.summary(
              { ...cycles(benchmark), metric: "count" },
              { mean, median, min, max, standardDeviation: deviation }
            );
        }
    return collect.result();
  }
};
function readRaw(collect, measurements) {
  const processes = /* @__PURE__ */ new Map();
  const engines = new Set(measurements.map((one) => one.engine));
  for (const { wasm, engine, process: process7, phase, event, count: count2 } of measurements) {
    const trial = processes.get(process7) ?? processes.size;
    processes.set(process7, trial);
    const named2 = joinName(wasm.split(/[\\/]/).slice(-2).join("/"), phase);
    const benchmark = withParameters(named2, engines.size > 1 ? { engine: engine?.split(/[\\/]/).at(-1) } : {});
    const measured2 = event === "nanoseconds" ? { benchmark, metric: "wall", unit: "s", better: "lower", scale: 1e-9 } : { ...cycles(benchmark), metric: event };
    if (figure(count2) === 0)
      collect.fail({
        benchmark,
        metric: measured2.metric,
        code: "zero-count",
        reason: `It counted no ${event}: nothing was run.`
      });
    else collect.sample(measured2, count2, trial);
  }
}
var cycles = (benchmark) => ({
  benchmark,
  metric: "cycles",
  unit: "count",
  better: "lower",
  zeroIsAnAnswer: true
});

// src/formats/harness/tinybench.ts
var milliseconds = 1e-3;
var StatisticsSchema2 = looseObject({
  mean: figureSchema,
  sd: figureSchema,
  p50: figureSchema,
  min: figureSchema,
  max: figureSchema,
  samples: optional(nullable(array(figureSchema))),
  samplesCount: figureSchema,
  df: figureSchema
});
var TasksSchema = array(
  looseObject({ name: optional(string()), result: optional(nullable(anyRecord)) })
);
var tinybench = {
  name: "tinybench",
  tool: "tinybench",
  title: "tinybench, tasks as JSON",
  produce: "console.log(JSON.stringify(bench.tasks.map(({ name, result }) => ({ name, result }))))",
  documentation: "https://github.com/tinylibs/tinybench",
  detect: (source) => tasksOf(source.json()).some((task) => looksMeasured(isRecord(task) ? task.result ?? task : task)),
  parse(source) {
    const collect = collector();
    const written3 = tasksOf(source.json()).map(
      (task) => isRecord(task) && "result" in task ? task : { result: task }
    );
    for (const [index, task] of shaped(source, TasksSchema, written3).entries()) {
      const benchmark = task.name ?? `task ${index + 1}`;
      const { result: result2 } = task;
      if (task.name === void 0)
        collect.note({
          code: "no-names",
          message: "bench.results keeps no names; its tasks are numbered.",
          fix: "Write bench.tasks.map(({ name, result }) => ({ name, result })) instead."
        });
      const error = result2?.error;
      if (result2 === null || result2 === void 0 || error !== void 0 || /err|abort/.test(String(result2.state))) {
        const said2 = textOf(at(error, "message")) ?? textOf(error);
        const reason = said2 === void 0 ? "The task did not complete." : `The task threw: ${said2}`;
        collect.fail({ benchmark, code: error === void 0 ? "not-completed" : "threw", reason });
        continue;
      }
      const { samples, ...figures2 } = shaped(source, StatisticsSchema2, result2.latency ?? result2);
      if (samples && samples.length > 0) collect.samples(wall(benchmark, milliseconds), samples);
      else collect.summary(wall(benchmark, milliseconds), summaryOf(figures2));
    }
    return collect.result();
  }
};
function tasksOf(json) {
  return listOf(isRecord(json) ? json.tasks ?? json.results : json);
}
function looksMeasured(result2) {
  if (!isRecord(result2)) return false;
  const latency2 = result2.latency;
  const heirs = isRecord(latency2) && isRecord(result2.throughput) && "rme" in latency2;
  return heirs || "hz" in result2 && "rme" in result2 && "critical" in result2 || "timestampProviderName" in result2;
}
function summaryOf(figures2) {
  const { mean, sd, p50, min, max, samplesCount, df } = figures2;
  return {
    mean,
    standardDeviation: sd,
    n: samplesCount ?? (typeof df === "number" ? df + 1 : void 0),
    median: p50,
    min,
    max,
    quantiles: { p75: figures2.p75, p99: figures2.p99, "p99.5": figures2.p995, "p99.9": figures2.p999 }
  };
}

// src/formats/harness/tinybench-table.ts
var tinybenchTable = {
  name: "tinybench-table",
  tool: "tinybench",
  title: "tinybench, bench.table()",
  produce: "console.table(bench.table())",
  documentation: "https://github.com/tinylibs/tinybench",
  detect: (source) => rowsOf2(source).some((row12) => nameOf2(row12) !== void 0 && under(row12, timeHeading) !== void 0),
  parse(source) {
    const collect = collector();
    for (const row12 of rowsOf2(source)) {
      const benchmark = nameOf2(row12);
      if (benchmark === void 0) continue;
      const error = under(row12, /^error$/i);
      const [mean, margin] = String(under(row12, timeHeading) ?? "").split("±");
      if (error !== void 0 || mean === void 0 || mean.trim() === "") {
        collect.fail({
          benchmark,
          code: "threw",
          reason: `The task threw${error === void 0 ? "." : `: ${error}`}`
        });
        continue;
      }
      const n = figure(under(row12, /^samples$/i)) ?? 0;
      const percent3 = figure(String(margin ?? under(row12, /^margin$/i) ?? "").replace(/[±%\s]/g, ""));
      const deviation = percent3 === null ? void 0 : deviationOfMargin(figure(mean) ?? 0, percent3, n);
      const median = String(under(row12, /(?:latency|time) med/i) ?? "").split("±")[0];
      const nanoseconds5 = 1e-9;
      collect.summary(wall(benchmark, nanoseconds5), { mean, standardDeviation: deviation, n, median });
    }
    return collect.result();
  }
};
var timeHeading = /(?:latency (?:avg|average)|average time) \(ns\)/i;
function rowsOf2(source) {
  const json = listOf(source.json()).filter(isRecord);
  if (json.length > 0) return json;
  return boxTables(source.lines()).flatMap(
    (table2) => table2.rows.map(
      (row12) => Object.fromEntries(table2.header.map((heading7, index) => [heading7, row12.cells[index]]))
    )
  );
}
function nameOf2(row12) {
  const name = under(row12, /^task name$/i);
  return name === void 0 ? void 0 : String(name);
}
function under(row12, heading7) {
  const key3 = Object.keys(row12).find((text) => heading7.test(text));
  const value = key3 === void 0 ? void 0 : row12[key3];
  return value === "" || value === null || value === "N/A" ? void 0 : value;
}

// src/formats/harness/vitest-bench.ts
var milliseconds2 = 1e-3;
var BenchmarkSchema2 = looseObject({
  name: optionalText,
  mean: figureSchema,
  median: figureSchema,
  sd: figureSchema,
  min: figureSchema,
  max: figureSchema,
  sampleCount: figureSchema,
  df: figureSchema,
  samples: optional(nullable(array(figureSchema)))
});
var FilesSchema = looseObject({
  files: array(
    looseObject({
      filepath: optionalText,
      groups: array(looseObject({ fullName: optionalText, benchmarks: array(BenchmarkSchema2) }))
    })
  )
});
var OldSchema = looseObject({ testResults: record(string(), array(BenchmarkSchema2)) });
var vitestBench = {
  name: "vitest-bench",
  tool: "vitest",
  title: "vitest bench, JSON",
  produce: "vitest bench --run --outputJson=bench.json",
  documentation: "https://vitest.dev/guide/features#benchmarking",
  detect(source) {
    const json = source.json();
    const old = at(json, "testResults");
    if (isRecord(old)) return Object.values(old).some((suite2) => at(suite2, 0, "rank") !== void 0);
    return listOf(at(json, "files")).some(
      (file) => Array.isArray(at(file, "groups")) && at(file, "filepath") !== void 0
    );
  },
  parse(source) {
    const collect = collector();
    if (at(source.json(), "testResults") !== void 0) {
      const { testResults } = shaped(source, OldSchema);
      for (const [suite2, benchmarks] of Object.entries(testResults))
        read6(collect, suite2.split(" > "), benchmarks);
      return collect.result();
    }
    for (const { groups } of shaped(source, FilesSchema).files)
      for (const group of groups) read6(collect, (group.fullName ?? "").split(" > "), group.benchmarks);
    return collect.result();
  }
};
function read6(collect, path, rows) {
  const seen = /* @__PURE__ */ new Map();
  for (const row12 of rows) {
    const benchmark = joinName(...path, row12.name);
    const trial = seen.get(benchmark) ?? 0;
    seen.set(benchmark, trial + 1);
    if (row12.mean === void 0 || row12.mean === null || row12.sampleCount === 0) {
      collect.fail({ benchmark, code: "no-samples", reason: "It has no mean: it threw, or it was not run." });
      continue;
    }
    if (row12.samples && row12.samples.length > 0)
      collect.samples(wall(benchmark, milliseconds2), row12.samples, trial);
    else
      collect.summary(wall(benchmark, milliseconds2), {
        mean: row12.mean,
        standardDeviation: row12.sd,
        n: row12.sampleCount ?? (typeof row12.df === "number" ? row12.df + 1 : void 0),
        median: row12.median,
        min: row12.min,
        max: row12.max,
        quantiles: { p75: row12.p75, p99: row12.p99, "p99.5": row12.p995, "p99.9": row12.p999 }
      });
  }
}

// src/formats/harness/vitest-bench-stdout.ts
var suiteLine = /^\s*[✓✗×❯⠋√]\s+(?:\|.*?\|\s+)?(.+?)(?:\s+\d+(?:\.\d+)?m?s)?\s*$/u;
var headLine = /^\s*name\s+hz\s+min\s+max\s+mean\b/;
var row10 = /^\s*[·*-]\s(.+?)\s+([\d,.]+|NaN|Infinity)((?:\s+(?:[\d,.]+|NaN)){7})\s+±([\d.]+|NaN)%\s+([\d,]+)(?:\s+(?:fastest|slowest))?\s*$/;
var skippedLine = /^\s*↓\s(.+?)(?:\s\[skipped\])?\s*$/;
var winner = /^ {2}(\S.*?) - (.+)$/;
var notANumber = /^\s+NaNx faster than (.+)$/;
var vitestBenchStdout = {
  name: "vitest-bench-stdout",
  tool: "vitest",
  title: "vitest bench, printed",
  produce: "vitest bench --run",
  documentation: "https://vitest.dev/guide/features#benchmarking",
  detect: (source) => /^[ \t]*RUN\s+v\d/m.test(source.text) && /^[ \t]*BENCH\s+Summary|^[ \t]*name\s+hz\s+min\s/m.test(source.text),
  parse(source) {
    const collect = collector();
    const seen = /* @__PURE__ */ new Set();
    let suite2 = [];
    let won = "";
    for (const line2 of source.lines()) {
      const found = row10.exec(line2);
      const skipped2 = skippedLine.exec(line2);
      if (found !== null) {
        const benchmark = joinName(...suite2, found[1]);
        const hz = figure(found[2]) ?? 0;
        const n = figure(found[5]) ?? 0;
        seen.add(benchmark);
        if (n === 0 || hz <= 0)
          collect.fail({
            benchmark,
            code: "no-samples",
            reason: "It has no samples: it threw, or it was not run."
          });
        else
          collect.summary(wall(benchmark), {
            mean: 1 / hz,
            n,
            standardDeviation: deviationOfMargin(1 / hz, figure(found[4]) ?? Number.NaN, n)
          });
      } else if (skipped2 !== null && suite2.length > 0) {
        const benchmark = joinName(...suite2, skipped2[1]);
        collect.fail({ benchmark, code: "skipped", reason: "vitest skipped it." });
      } else if (!headLine.test(line2)) {
        const opened = suiteLine.exec(line2);
        if (opened !== null) suite2 = (opened[1] ?? "").split(" > ");
      }
      const best = winner.exec(line2);
      if (best !== null) won = joinName(...(best[2] ?? "").split(" > "), best[1]);
      const other = notANumber.exec(line2)?.[1];
      if (other === void 0) continue;
      const sibling = joinName(won.slice(0, won.lastIndexOf("/")), other);
      for (const benchmark of [won, sibling])
        if (!seen.has(benchmark))
          collect.fail({
            benchmark,
            code: "no-samples",
            reason: "vitest printed no figures: a benchmark of its suite threw."
          });
    }
    return collect.result();
  }
};

// src/formats/harness/xctest.ts
var measured = /Test Case '(?:-\[)?([^'\]]+)\]?' measured \[([^,\]]+), ([^\]]+)\] average: ([\d.]+|nan|inf),.*? values: \[([^\]]*)\]/;
var outcome2 = /Test Case '(?:-\[)?([^'\]]+)\]?' (failed|skipped) \(/;
var xctest = {
  name: "xctest",
  tool: "xctest",
  title: "XCTest, measure",
  produce: "swift test  or  xcodebuild test",
  documentation: "https://developer.apple.com/documentation/xctest/performance-tests",
  detect: (source) => source.lines().some((line2) => measured.test(line2)),
  parse(source) {
    const collect = collector();
    const names = new Set(source.lines().flatMap((line2) => nameOf3(measured.exec(line2)?.[1]) ?? []));
    for (const line2 of source.lines()) {
      const found = measured.exec(line2);
      const broken2 = outcome2.exec(line2);
      const benchmark = nameOf3(found?.[1] ?? broken2?.[1]) ?? "";
      if (found !== null) {
        const [, , metric = "", unit = "", , values = ""] = found;
        const written3 = values.split(",").map((value) => value.trim());
        if (/^(?:Clock Monotonic )?(?:Wall Clock )?Time$/i.test(metric) || unit === "seconds" && metric === "Time")
          collect.samples(wall(benchmark), written3);
        else {
          const meaning = unitMeaning(unit);
          const better = meaning.sure ? meaning.better : guessedBetter(collect, metric, "lower");
          collect.samples({ benchmark, metric, ...meaning, better, zeroIsAnAnswer: true }, written3);
        }
      } else if (broken2 !== null && (broken2[2] === "failed" || names.has(benchmark)))
        collect.fail({ benchmark, code: broken2[2] ?? "failed", reason: `XCTest reports it as ${broken2[2]}.` });
    }
    return collect.result();
  }
};
function nameOf3(written3) {
  return written3?.replace(/[ .](?=[^ .]+$)/, "/");
}

// src/formats/reading/load.ts
var toleratedErrors = 0.01;
function collectLoad(collect, load2) {
  const { benchmark } = load2;
  const complaint = load2.complaint?.trim().split("\n", 1)[0];
  const requests2 = figure(load2.requests);
  const errors = figure(load2.errors) ?? 0;
  const said2 = complaint === void 0 ? "" : ` It said: ${complaint}`;
  if (requests2 === null || requests2 <= 0) {
    collect.fail({ benchmark, code: "no-answers", reason: `No request was answered.${said2}` });
    return false;
  }
  const share = Math.min(1, errors / requests2);
  collect.sample(count(benchmark, "requests", "higher"), requests2);
  collect.exact(count(benchmark, "errors"), errors);
  collect.sample({ ...count(benchmark, "error-rate"), unit: "ratio" }, share);
  const shown2 = `${errors} of ${requests2} requests failed (${Number((share * 100).toPrecision(3))} %)`;
  if (errors >= requests2) {
    collect.fail({ benchmark, code: "no-answers", reason: `No request was answered well: ${shown2}.${said2}` });
    return false;
  }
  if (share > toleratedErrors) {
    const reason = `${shown2}: refusals are quick, so this says nothing of the service.${said2}`;
    const spoilt = [
      ...load2.latency === void 0 ? [] : ["latency"],
      ...load2.throughput === void 0 ? [] : ["throughput"]
    ];
    for (const metric of spoilt) collect.fail({ benchmark, metric, code: "too-many-errors", reason });
    return false;
  }
  if (errors > 0)
    collect.note({
      code: "some-errors",
      message: `${shown2}; they are counted in its figures.${said2}`,
      where: benchmark
    });
  if (load2.throughput !== void 0) collect.sample(throughput(benchmark), load2.throughput);
  if (load2.transfer !== void 0) collect.sample(transfer(benchmark), load2.transfer);
  if (load2.latency?.kind === "histogram") collect.histogram(latency(benchmark), load2.latency.encoded);
  if (load2.latency?.kind === "summary") {
    collect.summary(latency(benchmark, load2.latency.scale ?? 1), load2.latency.figures);
    if (figure(load2.latency.figures.median) === 0)
      collect.note({
        code: "below-resolution",
        message: "Half of the answers took less than the tool can show: its percentiles are too coarse to compare.",
        where: benchmark
      });
  }
  return true;
}
function noteClosedModel(collect, tool2) {
  collect.note({
    code: "closed-model",
    message: `${tool2} waits for an answer before it sends the next request, so its latencies leave out the waiting that users would have seen (coordinated omission).`,
    fix: "For latencies at a given rate use an open model: `load:` in the suite, k6 constant-arrival-rate, wrk2, vegeta or oha -q with --latency-correction."
  });
}

// src/formats/reading/histogram.ts
var import_hdr_histogram_js = __toESM(require_dist(), 1);
var microseconds = 1e6;
var longest = 3600 * microseconds;
var mostCounted = 2 ** 31 - 1;
function recorder() {
  const histogram = (0, import_hdr_histogram_js.build)({
    bitBucketSize: 32,
    lowestDiscernibleValue: 1,
    highestTrackableValue: longest,
    numberOfSignificantValueDigits: 3
  });
  let count2 = 0;
  let refused2 = 0;
  let max = 0;
  return {
    record(seconds, times2 = 1) {
      const countable = Number.isInteger(times2) && times2 >= 1 && count2 + times2 <= mostCounted;
      if (!(seconds >= 0) || !Number.isFinite(seconds) || !countable) {
        refused2 += 1;
        return;
      }
      const value = Math.min(longest, Math.round(seconds * microseconds));
      if (times2 === 1) histogram.recordValue(value);
      else histogram.recordValueWithCount(value, times2);
      count2 += times2;
      max = Math.max(max, seconds);
    },
    get count() {
      return count2;
    },
    get refused() {
      return refused2;
    },
    get max() {
      return max;
    },
    encode: () => (0, import_hdr_histogram_js.encodeIntoCompressedBase64)(histogram)
  };
}

// src/formats/reading/requests.ts
function requests() {
  const tallies = /* @__PURE__ */ new Map();
  return {
    add({ benchmark, latency: latency2, failed: failed5, startedAt, complaint }) {
      let tally = tallies.get(benchmark);
      if (tally === void 0) {
        tally = { latencies: recorder(), requests: 0, errors: 0, first: Infinity, last: -Infinity };
        tallies.set(benchmark, tally);
      }
      tally.requests += 1;
      tally.latencies.record(latency2);
      if (failed5) {
        tally.errors += 1;
        tally.complaint ??= complaint;
      }
      if (startedAt === null || !Number.isFinite(startedAt) || !Number.isFinite(latency2)) return;
      tally.first = Math.min(tally.first, startedAt);
      tally.last = Math.max(tally.last, startedAt + latency2);
    },
    collectInto(collect) {
      for (const [benchmark, { latencies, requests: total2, errors, first, last, complaint }] of tallies) {
        const elapsed = last - first;
        if (latencies.refused > 0)
          collect.fail({
            benchmark,
            metric: "latency",
            code: "not-a-number",
            reason: `${latencies.refused} of ${total2} latencies are no durations.`
          });
        if (latencies.count > 0 && latencies.max === 0) {
          const reason = `All ${total2} latencies are 0: they are below the tool's resolution.`;
          collect.fail({ benchmark, metric: "latency", code: "zero-time", reason });
        }
        const usable = latencies.count > 0 && latencies.max > 0;
        collectLoad(collect, {
          benchmark,
          requests: total2,
          errors,
          complaint,
          ...total2 > 1 && elapsed > 0 && Number.isFinite(elapsed) ? { throughput: total2 / elapsed } : {},
          ...usable ? { latency: { kind: "histogram", encoded: latencies.encode() } } : {}
        });
      }
    }
  };
}

// src/formats/load/ab.ts
var documentation3 = "https://httpd.apache.org/docs/current/programs/ab.html";
var ab = {
  name: "ab",
  tool: "ab",
  title: "ApacheBench, printed",
  produce: "ab -n 10000 -c 10 http://127.0.0.1:3000/",
  documentation: documentation3,
  detect: (source) => /^This is ApacheBench, Version/m.test(source.head),
  parse(source) {
    const { text } = source;
    const collect = collector();
    const field = (name) => new RegExp(`^${name}:[ \\t]+(.+?)[ \\t]*$`, "m").exec(text)?.[1];
    const number2 = (name) => figure(/^[\d.]+/.exec(field(name) ?? "")?.[0]);
    const host2 = field("Server Hostname") ?? /^Benchmarking (\S+)/m.exec(text)?.[1] ?? "ab";
    const url = `http://${host2}${field("Server Port") ? `:${field("Server Port")}` : ""}${field("Document Path") ?? ""}`;
    const benchmark = withParameters(url, { concurrency: field("Concurrency Level") });
    const detail = /\(Connect: (\d+), Receive: (\d+), Length: (\d+), Exceptions: (\d+)\)/.exec(text);
    const [, connect = 0, receive = 0, length = 0, exceptions = 0] = detail?.map(Number) ?? [];
    const failed5 = number2("Failed requests") ?? 0;
    const broken2 = detail === null ? failed5 : connect + receive + exceptions;
    if (length > 0)
      collect.note({
        code: "differing-length",
        message: `${length} answers were not as long as the first; ab calls them failed, here they are not counted as such.`,
        where: benchmark,
        fix: "Use ab -l when pages may differ in length."
      });
    const [, min, , deviation, median, max] = /^Total:\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)/m.exec(text) ?? [];
    const quantiles = [...text.matchAll(/^[ \t]+(\d+)%\s+([\d.]+)/gm)].map(
      ([, share, value]) => [`p${share}`, value]
    );
    collectLoad(collect, {
      benchmark,
      requests: number2("Complete requests"),
      errors: broken2 + (number2("Non-2xx responses") ?? 0),
      throughput: number2("Requests per second") ?? void 0,
      transfer: (number2("Transfer rate") ?? 0) * 1024,
      complaint: /apr_\w+: .*$/m.exec(text)?.[0],
      latency: {
        kind: "summary",
        scale: 1e-3,
        figures: {
          mean: number2("Time per request"),
          standardDeviation: deviation,
          n: number2("Complete requests"),
          median,
          min,
          max,
          quantiles: Object.fromEntries(quantiles)
        }
      }
    });
    noteClosedModel(collect, "ab");
    return collect.result();
  }
};
var abCsv = {
  name: "ab-csv",
  tool: "ab",
  title: "ApacheBench, percentiles as CSV",
  produce: "ab -e percentiles.csv -n 10000 -c 10 http://127.0.0.1:3000/",
  documentation: documentation3,
  detect: (source) => csvHeader(source.head).join() === "Percentage served,Time in ms",
  parse(source) {
    const collect = collector();
    const rows = csvOf(source.text).rows.map(
      ({ cells }) => [Number(cells["Percentage served"]), cells["Time in ms"]]
    );
    const value = (share) => rows.find(([one]) => one === share)?.[1];
    const quantiles = rows.flatMap(
      ([share, time3]) => share > 0 && share < 100 ? [[`p${share}`, time3]] : []
    );
    collect.summary(latency("ab", 1e-3), {
      median: value(50),
      min: value(0),
      max: value(100),
      quantiles: Object.fromEntries(quantiles)
    });
    collect.note({
      code: "errors-unknown",
      message: "ab -e writes no errors: a run that failed cannot be told from a good one.",
      fix: "Import what ab prints instead."
    });
    noteClosedModel(collect, "ab");
    return collect.result();
  }
};
var abGnuplot = {
  name: "ab-gnuplot",
  tool: "ab",
  title: "ApacheBench, requests for gnuplot",
  produce: "ab -g requests.tsv -n 10000 -c 10 http://127.0.0.1:3000/",
  documentation: documentation3,
  detect: (source) => /^starttime\tseconds\tctime\tdtime\tttime\twait[ \t]*$/m.test(source.head.split("\n", 1)[0] ?? ""),
  parse(source) {
    const collect = collector();
    const all = requests();
    for (const { cells } of csvOf(source.text, "	").rows)
      all.add({
        benchmark: "ab",
        latency: (figure(cells.ttime) ?? Number.NaN) / 1e3,
        failed: false,
        // Whole seconds say too little for a rate.
        startedAt: null
      });
    all.collectInto(collect);
    collect.note({
      code: "errors-unknown",
      message: "ab -g writes no errors: a run that failed cannot be told from a good one.",
      fix: "Import what ab prints instead."
    });
    noteClosedModel(collect, "ab");
    return collect.result();
  }
};

// src/formats/load/artillery-counters.ts
function artilleryCounts(counters2) {
  const entries = Object.entries(counters2).map(([name, value]) => [name, figure(value) ?? 0]);
  const sum = (wanted) => entries.reduce((total2, [name, value]) => wanted.test(name) ? total2 + value : total2, 0);
  const errors = entries.find(([name, value]) => name.startsWith("errors.") && value > 0);
  return {
    requests: figure(counters2["http.requests"]) ?? sum(/^(?:socketio|websocket|ws|engine\.\w+)\.(?:emit|messages_sent|requests)$/) ?? 0,
    errors: sum(/^http\.codes\.[45]\d\d$/) + sum(/^errors\./),
    ...errors === void 0 ? {} : { complaint: errors[0].slice("errors.".length) }
  };
}
var endpointCode = /^plugins\.metrics-by-endpoint\.(.+)\.codes\.(\d{3})$/;
var endpointError = /^plugins\.metrics-by-endpoint\.(.+)\.errors\./;
var endpointTime = /^plugins\.metrics-by-endpoint\.response_time\.(.+)$/;
function endpointCounts(counters2) {
  const counts = /* @__PURE__ */ new Map();
  for (const [name, value] of Object.entries(counters2)) {
    const [, endpoint, code] = endpointCode.exec(name) ?? endpointError.exec(name) ?? [];
    if (endpoint === void 0) continue;
    const known3 = counts.get(endpoint) ?? { requests: 0, errors: 0 };
    const n = figure(value) ?? 0;
    const bad = code === void 0 || Number(code) >= 400;
    counts.set(endpoint, { requests: known3.requests + n, errors: known3.errors + (bad ? n : 0) });
  }
  return counts;
}
var endpointOf = (histogram) => endpointTime.exec(histogram)?.[1];

// src/formats/load/artillery.ts
var SummarySchema3 = record(string(), figureSchema);
var FileSchema10 = looseObject({
  aggregate: looseObject({
    counters: anyRecord,
    summaries: optional(record(string(), SummarySchema3), {}),
    firstMetricAt: figureSchema,
    lastMetricAt: figureSchema
  })
});
var artillery = {
  name: "artillery",
  tool: "artillery",
  title: "Artillery, report",
  produce: "artillery run --output report.json script.yml",
  documentation: "https://www.artillery.io/docs/reference/cli/run",
  detect: (source) => isRecord(at(source.json(), "aggregate", "counters")),
  parse(source) {
    const collect = collector();
    const { counters: counters2, summaries: summaries2, firstMetricAt, lastMetricAt } = shaped(source, FileSchema10).aggregate;
    const { requests: requests2, errors, complaint } = artilleryCounts(counters2);
    const elapsed = ((figure(lastMetricAt) ?? 0) - (figure(firstMetricAt) ?? 0)) / 1e3;
    collectLoad(collect, {
      benchmark: "artillery",
      requests: requests2,
      errors,
      complaint,
      ...elapsed > 0 ? { throughput: requests2 / elapsed } : {},
      ...timesOf(summaries2["http.response_time"])
    });
    const endpoints = endpointCounts(counters2);
    for (const [name, summary] of Object.entries(summaries2)) {
      const endpoint = endpointOf(name);
      if (endpoint === void 0) continue;
      const counts = endpoints.get(endpoint) ?? { requests: summary.count, errors: 0 };
      collectLoad(collect, {
        benchmark: withParameters("artillery", { endpoint }),
        ...counts,
        ...timesOf(summary)
      });
    }
    const session = summaries2["vusers.session_length"];
    if (session !== void 0 && requests2 > 0)
      collect.summary({ ...wall("artillery", 1e-3), metric: "session" }, figuresOf3(session));
    return collect.result();
  }
};
function timesOf(summary) {
  if (summary === void 0 || figure(summary.max) === 0) return {};
  return { latency: { kind: "summary", figures: figuresOf3(summary), scale: 1e-3 } };
}
function figuresOf3({
  mean,
  count: n,
  median,
  min,
  max,
  p75,
  p90,
  p95,
  p99,
  p999
}) {
  return { mean, n, median, min, max, quantiles: { p75, p90, p95, p99, "p99.9": p999 } };
}

// src/formats/load/artillery-sketch.ts
var SketchSchema = looseObject({
  gamma: pipe(number(), minValue(1.000001)),
  offset: optional(number(), 0),
  zero: figureSchema,
  bins: array(tuple([number(), number()]))
});
var PeriodSchema = looseObject({
  type: picklist(["stats", "done"]),
  period: figureSchema,
  counters: anyRecord,
  histograms: record(string(), SketchSchema)
});
var artillerySketch = {
  name: "artillery-sketch",
  tool: "artillery",
  title: "Artillery, sketches per period",
  produce: "artillery run with a plugin that writes counters and DDSketch bins of each `stats` event as a JSON line",
  documentation: "https://www.artillery.io/docs/reference/reported-metrics",
  detect: (source) => source.head.includes('"histograms"') && source.jsonLines().some(({ value }) => at(value, "histograms") !== void 0 && at(value, "counters") !== void 0),
  parse(source) {
    const collect = collector();
    const periods = source.jsonLines().flatMap(({ value }) => matching(PeriodSchema, value));
    const whole = periods.filter((period) => period.type === "done");
    const parts = whole.length > 0 ? whole : periods;
    const counters2 = summed(parts);
    const times2 = merged(parts);
    for (const [name, { refused: refused2, count: count2 }] of times2)
      if (refused2 > 0)
        collect.fail({
          benchmark: "artillery",
          metric: name,
          code: "not-a-number",
          reason: `${refused2} of ${refused2 + count2} values are no durations.`
        });
    const { requests: requests2, errors, complaint } = artilleryCounts(counters2);
    collectLoad(collect, {
      benchmark: "artillery",
      requests: requests2,
      errors,
      complaint,
      ...latencyOf(times2.get("http.response_time"))
    });
    const endpoints = endpointCounts(counters2);
    for (const [name, recorded] of times2) {
      const endpoint = endpointOf(name);
      if (endpoint === void 0) continue;
      const counts = endpoints.get(endpoint) ?? { requests: recorded.count, errors: 0 };
      collectLoad(collect, {
        benchmark: withParameters("artillery", { endpoint }),
        ...counts,
        ...latencyOf(recorded)
      });
    }
    const session = times2.get("vusers.session_length");
    if (session !== void 0 && session.count > 0)
      collect.histogram({ ...wall("artillery"), metric: "session" }, session.encode());
    return collect.result();
  }
};
function summed(periods) {
  const totals = /* @__PURE__ */ new Map();
  for (const { counters: counters2 } of periods)
    for (const [name, value] of Object.entries(counters2))
      totals.set(name, (totals.get(name) ?? 0) + (figure(value) ?? 0));
  return Object.fromEntries(totals);
}
function merged(periods) {
  const times2 = /* @__PURE__ */ new Map();
  for (const { histograms } of periods)
    for (const [name, { gamma, offset, zero, bins }] of Object.entries(histograms)) {
      const recorded = times2.get(name) ?? recorder();
      times2.set(name, recorded);
      const none2 = figure(zero) ?? 0;
      if (none2 > 0) recorded.record(0, none2);
      for (const [key3, times3] of bins)
        recorded.record(2 * gamma ** (key3 - offset) / (1 + gamma) / 1e3, times3);
    }
  return times2;
}
function latencyOf(recorded) {
  if (recorded === void 0 || recorded.count === 0 || recorded.max === 0) return {};
  return { latency: { kind: "histogram", encoded: recorded.encode() } };
}

// src/formats/load/autocannon.ts
var HistogramSchema = looseObject({
  average: figureSchema,
  stddev: figureSchema,
  min: figureSchema,
  max: figureSchema
});
var ResultSchema3 = looseObject({
  title: optionalText,
  url: optionalText,
  connections: figureSchema,
  pipelining: figureSchema,
  duration: figureSchema,
  errors: figureSchema,
  timeouts: figureSchema,
  non2xx: figureSchema,
  mismatches: figureSchema,
  latency: HistogramSchema,
  requests: looseObject({ ...HistogramSchema.entries, total: figureSchema, sent: figureSchema }),
  throughput: optional(HistogramSchema)
});
var autocannon = {
  name: "autocannon",
  tool: "autocannon",
  title: "autocannon, JSON",
  produce: "autocannon -j http://127.0.0.1:3000 > result.json",
  documentation: "https://github.com/mcollina/autocannon",
  detect: (source) => resultsOf(source.json()).some(
    (one) => at(one, "latency", "p97_5") !== void 0 && at(one, "requests", "average") !== void 0
  ),
  parse(source) {
    const collect = collector();
    for (const result2 of shaped(source, array(ResultSchema3), resultsOf(source.json()))) {
      const { latency: latency2, requests: requests2, throughput: throughput2 } = result2;
      const benchmark = result2.title ?? result2.url ?? "autocannon";
      const answered = figure(requests2.total) ?? 0;
      const inFlight = (figure(result2.connections) ?? 0) * (figure(result2.pipelining) ?? 1);
      const total2 = figure(latency2.totalCount);
      const rateMode = total2 !== null && total2 > answered;
      const lost = rateMode ? 0 : Math.max(
        0,
        (figure(requests2.sent) ?? answered) - answered - inFlight - (figure(result2.errors) ?? 0)
      );
      const broken2 = (figure(result2.errors) ?? 0) + lost;
      if (rateMode)
        collect.note({
          code: "corrected-latency",
          message: `autocannon wrote ${total2} latencies for ${answered} answers: with -R it fills in samples at a wrong interval, so its percentiles are made up.`,
          where: benchmark,
          fix: "Use --ignoreCoordinatedOmission for raw latencies, or an open-model generator for a rate."
        });
      collectLoad(collect, {
        benchmark,
        requests: answered + broken2,
        errors: broken2 + (figure(result2.non2xx) ?? 0) + (figure(result2.mismatches) ?? 0),
        throughput: requests2.average,
        transfer: throughput2?.average,
        complaint: lost > 0 ? `${lost} requests were sent and never answered.` : void 0,
        latency: {
          kind: "summary",
          scale: 1e-3,
          figures: {
            mean: latency2.average ?? latency2.mean,
            standardDeviation: latency2.stddev,
            n: total2 ?? answered,
            median: latency2.p50,
            min: latency2.min,
            max: latency2.max,
            quantiles: Object.fromEntries(Object.entries(latency2).filter(([key3]) => /^p\d/.test(key3)))
          }
        }
      });
      noteClosedModel(collect, "autocannon");
    }
    return collect.result();
  }
};
function resultsOf(json) {
  return Array.isArray(json) ? listOf(json) : [json];
}

// src/formats/load/gatling.ts
var produce = "a Gatling run  (then target/gatling/SIMULATION-TIME/js/stats.json)";
var documentation4 = "https://docs.gatling.io/concepts/reports/oss/";
var SplitSchema = looseObject({ total: figureSchema, ok: figureSchema, ko: figureSchema });
var StatsSchema4 = looseObject({
  numberOfRequests: SplitSchema,
  minResponseTime: SplitSchema,
  maxResponseTime: SplitSchema,
  meanResponseTime: SplitSchema,
  standardDeviation: SplitSchema,
  percentiles1: SplitSchema,
  percentiles2: SplitSchema,
  percentiles3: SplitSchema,
  percentiles4: SplitSchema,
  meanNumberOfRequestsPerSecond: SplitSchema
});
var gatlingStats = {
  name: "gatling-stats",
  tool: "gatling",
  title: "Gatling, stats.json",
  produce,
  documentation: documentation4,
  detect: (source) => isRecord(at(source.json(), "stats", "numberOfRequests")) || isRecord(at(source.json(), "numberOfRequests")),
  parse(source) {
    const collect = collector();
    const json = source.json();
    if (at(json, "stats") === void 0) readStats(collect, nameOf4(json), shaped(source, StatsSchema4));
    else
      for (const { path, stats } of leaves(json, [])) {
        if (path.length > 0 || !hasContents(json))
          readStats(collect, joinName(...path) || nameOf4(json), shaped(source, StatsSchema4, stats));
      }
    return collect.result();
  }
};
var AssertionsSchema = looseObject({
  assertions: array(
    looseObject({
      path: optionalText,
      target: optionalText,
      message: optionalText,
      result: boolean(),
      actualValue: optional(union([array(figureSchema), figureSchema]))
    })
  )
});
var gatlingAssertions = {
  name: "gatling-assertions",
  tool: "gatling",
  title: "Gatling, assertions.json",
  produce: "a Gatling run with assertions  (then js/assertions.json)",
  documentation: "https://docs.gatling.io/concepts/assertions/",
  detect: (source) => Array.isArray(at(source.json(), "assertions")) && at(source.json(), "simulation") !== void 0,
  parse(source) {
    const collect = collector();
    for (const { path, target: target2, message, result: result2, actualValue } of shaped(source, AssertionsSchema).assertions) {
      const benchmark = path || "Global";
      const metric = target2 || "value";
      if (!result2)
        collect.fail({
          benchmark,
          metric,
          code: "assertion-failed",
          reason: `Gatling's own assertion failed: ${message ?? metric}`
        });
      const value = Array.isArray(actualValue) ? actualValue[0] : actualValue;
      if (figure(value) === null) continue;
      const isTime = /response time/i.test(metric);
      if (isTime) collect.sample({ ...latency(benchmark, 1e-3), metric }, value);
      else
        collect.sample(
          {
            benchmark,
            metric,
            unit: "count",
            better: /fail/i.test(metric) ? "lower" : "higher",
            zeroIsAnAnswer: true
          },
          value
        );
    }
    return collect.result();
  }
};
function readStats(collect, benchmark, stats) {
  collectLoad(collect, {
    benchmark,
    requests: stats.numberOfRequests.total,
    errors: stats.numberOfRequests.ko,
    throughput: stats.meanNumberOfRequestsPerSecond.total,
    latency: {
      kind: "summary",
      scale: 1e-3,
      figures: {
        mean: stats.meanResponseTime.ok,
        standardDeviation: stats.standardDeviation.ok,
        n: stats.numberOfRequests.ok,
        median: stats.percentiles1.ok,
        min: stats.minResponseTime.ok,
        max: stats.maxResponseTime.ok,
        quantiles: { p75: stats.percentiles2.ok, p95: stats.percentiles3.ok, p99: stats.percentiles4.ok }
      }
    }
  });
}
function leaves(node, path) {
  const contents = at(node, "contents");
  const children = isRecord(contents) ? Object.values(contents) : listOf(contents);
  if (children.length === 0) return [{ path, stats: at(node, "stats") }];
  return children.flatMap((one) => leaves(one, [...path, textOf(at(one, "name")) ?? "unnamed"]));
}
function hasContents(node) {
  return Object.keys(at(node, "contents") ?? {}).length > 0;
}
function nameOf4(json) {
  return textOf(at(json, "name")) ?? "Global Information";
}

// src/formats/load/h2load.ts
var h2load = {
  name: "h2load",
  tool: "h2load",
  title: "h2load, printed",
  produce: "h2load -n 10000 -c 10 http://127.0.0.1:3000",
  documentation: "https://nghttp2.org/documentation/h2load.1.html",
  detect: (source) => /^finished in \S+, [\d.]+ req\/s/m.test(source.text) && /^requests: \d+ total/m.test(source.text),
  parse(source) {
    const { text } = source;
    const collect = collector();
    const [, rate2, size = ""] = /^finished in \S+, ([\d.]+) req\/s, (\S+)\/s/m.exec(text) ?? [];
    const [, total2 = 0, , done = 0, , failed5 = 0, errored = 0, timeouts = 0] = /^requests: (\d+) total, (\d+) started, (\d+) done, (\d+) succeeded, (\d+) failed, (\d+) errored, (\d+) timeout/m.exec(text)?.map(Number) ?? [];
    const [, bad4 = 0, bad5 = 0] = /\b(\d+) 4xx, (\d+) 5xx/.exec(text)?.map(Number) ?? [];
    const headings = /^[ \t]+(min\s+max\s+.*)$/m.exec(text)?.[1]?.split(/\s{2,}/) ?? [];
    const cells = /^(?:time for request|request\s*):\s+(.*)$/m.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
    const time3 = (name) => durationOf(cells[headings.indexOf(name)] ?? "");
    collectLoad(collect, {
      benchmark: "h2load",
      requests: Math.max(total2, done),
      errors: Math.max(failed5, bad4 + bad5, errored + timeouts),
      throughput: rate2,
      transfer: sizeOf(size, 1024) ?? void 0,
      latency: {
        kind: "summary",
        figures: {
          mean: time3("mean"),
          standardDeviation: time3("sd"),
          n: done,
          median: time3("median") ?? void 0,
          min: time3("min"),
          max: time3("max"),
          quantiles: { p95: time3("95th") ?? time3("p95"), p99: time3("99th") ?? time3("p99") }
        }
      }
    });
    noteClosedModel(collect, "h2load");
    return collect.result();
  }
};

// src/formats/load/summary-report.ts
var cutOff = /aborted due to deadline/;
function readSummaryReport(collect, benchmark, text) {
  const statuses = [...section2(text, "Status code distribution").matchAll(/\[(\d{3})\]\s+(\d+) responses/g)];
  const errors = [...section2(text, "Error distribution").matchAll(/\[(\d+)\]\s+(.+)/g)].filter(
    ([, , said2 = ""]) => !cutOff.test(said2)
  );
  const answered = statuses.reduce((sum, [, , n]) => sum + Number(n), 0);
  const bad = statuses.reduce((sum, [, status, n]) => Number(status) >= 400 ? sum + Number(n) : sum, 0);
  const broken2 = errors.reduce((sum, [, n]) => sum + Number(n), 0);
  const field = (name) => new RegExp(`^[ \\t]*${name}:[ \\t]+(.+?)[ \\t]*$`, "m").exec(text)?.[1] ?? "";
  const quantiles = [...text.matchAll(/^[ \t]*([\d.]+)%%? in ([\d.]+) ?(\w+)/gm)].map(
    ([, share, value, unit]) => [`p${Number(share)}`, durationOf(`${value}${unit}`)]
  );
  collectLoad(collect, {
    benchmark,
    requests: answered + broken2,
    errors: bad + broken2,
    throughput: field("Requests/sec"),
    complaint: errors[0]?.[2]?.trim(),
    latency: {
      kind: "summary",
      figures: {
        mean: durationOf(field("Average")),
        n: answered,
        median: quantiles.find(([name]) => name === "p50")?.[1],
        min: durationOf(field("Fastest")),
        max: durationOf(field("Slowest")),
        quantiles: Object.fromEntries(quantiles)
      }
    }
  });
}
function section2(text, title) {
  const start = text.search(new RegExp(`^${title}:`, "mi"));
  if (start === -1) return "";
  const rest = text.slice(start + title.length + 1);
  const end = rest.search(/\n\s*\n(?=\S)/);
  return end === -1 ? rest : rest.slice(0, end);
}

// src/formats/load/hey.ts
var hey = {
  name: "hey",
  tool: "hey",
  title: "hey, printed",
  produce: "hey -z 10s http://127.0.0.1:3000",
  documentation: "https://github.com/rakyll/hey",
  detect: (source) => /^Summary:\n\s+Total:\s.*\n\s+Slowest:/m.test(source.text) && /^[ \t]+Requests\/sec:/m.test(source.text),
  parse(source) {
    const collect = collector();
    readSummaryReport(collect, "hey", source.text);
    noteClosedModel(collect, "hey");
    return collect.result();
  }
};

// src/formats/load/hey-csv.ts
var heyCsv = {
  name: "hey-csv",
  tool: "hey",
  title: "hey, CSV",
  produce: "hey -o csv -z 10s http://127.0.0.1:3000 > hey.csv",
  documentation: "https://github.com/rakyll/hey",
  detect: (source) => hasHeadings(source.head, "response-time", "status-code", "offset"),
  parse(source) {
    const collect = collector();
    const all = requests();
    const { rows } = csvOf(source.text);
    for (const { cells } of rows)
      all.add({
        benchmark: "hey",
        latency: figure(cells["response-time"]) ?? Number.NaN,
        failed: Number(cells["status-code"]) >= 400,
        startedAt: figure(cells.offset),
        complaint: `status ${cells["status-code"]}`
      });
    all.collectInto(collect);
    if (rows.length === 0)
      collect.fail({ benchmark: "hey", code: "no-answers", reason: "No request was answered." });
    noteClosedModel(collect, "hey");
    return collect.result();
  }
};

// src/formats/load/histostats.ts
var heading5 = /^#Tag,Interval_Start,Interval_Length,count,(.*)$/m;
var digits = { p999: "p99.9", p9999: "p99.99" };
var histostats = {
  name: "histostats",
  tool: "nosqlbench",
  title: "NoSQLBench, histogram statistics",
  produce: "nb5 … --log-histostats stats.csv:.*:10s",
  documentation: "https://docs.nosqlbench.io/reference/cli/options/",
  detect: (source) => heading5.test(source.head),
  parse(source) {
    const collect = collector();
    const columns2 = (heading5.exec(source.text)?.[1] ?? "").split(",").map((name) => name.trim());
    const unit = /^#\[TimeUnit: (\w+)\]/m.exec(source.text)?.[1]?.toLowerCase() ?? "nanoseconds";
    const scale = secondsIn(unit) ?? 1e-9;
    const counts = /* @__PURE__ */ new Map();
    for (const line2 of source.lines()) {
      const [, tag = "", rest = ""] = /^Tag=([^,]*),(.*)$/.exec(line2) ?? [];
      if (tag === "") continue;
      const [, , count2, ...values] = rest.split(",");
      const n = figure(count2) ?? 0;
      counts.set(tag, (counts.get(tag) ?? 0) + n);
      if (n === 0) continue;
      for (const [index, name] of columns2.entries())
        collect.sample(
          {
            benchmark: tag,
            metric: `latency.${digits[name] ?? name}`,
            unit: "s",
            better: "lower",
            scale,
            zeroIsAnAnswer: true
          },
          values[index]
        );
    }
    for (const [benchmark, n] of counts)
      if (n === 0)
        collect.fail({ benchmark, code: "no-answers", reason: "Nothing was recorded in any interval." });
    return collect.result();
  }
};

// src/formats/load/iago.ts
var line = /^\w{3} \[\d{8}-[\d:.]+\] stats: (\{.*\})\s*$/;
var prefix = "client/request_latency_ms_";
var iago = {
  name: "iago",
  tool: "iago",
  title: "Iago, server log",
  produce: "Iago  (then parrot-server.log)",
  documentation: "https://twitter.github.io/iago/metrics.html",
  detect: (source) => source.lines().some((one) => line.test(one) && one.includes("request_latency_ms_")),
  parse(source) {
    const collect = collector();
    let minute = 0;
    for (const one of source.lines()) {
      const written3 = line.exec(one)?.[1];
      if (written3 === void 0) continue;
      const parsed = parseJson(written3);
      if (!("value" in parsed) || !isRecord(parsed.value)) continue;
      const stats = parsed.value;
      const value = (name) => stats[`${prefix}${name}`];
      minute += 1;
      collectLoad(collect, {
        benchmark: withParameters(typeof stats.service === "string" ? stats.service : "iago", { minute }),
        requests: stats["client/requests"] ?? stats.requests_sent,
        errors: (figure(stats["client/requests"]) ?? 0) - (figure(stats["client/success"]) ?? 0),
        latency: {
          kind: "summary",
          scale: 1e-3,
          figures: {
            mean: value("average"),
            n: value("count"),
            median: value("p50"),
            min: value("minimum"),
            max: value("maximum"),
            quantiles: { p90: value("p90"), p95: value("p95"), p99: value("p99"), "p99.9": value("p999") }
          }
        }
      });
    }
    return collect.result();
  }
};

// src/formats/load/jmeter-csv.ts
var jmeterCsv = {
  name: "jmeter-csv",
  tool: "jmeter",
  title: "JMeter, result file as CSV",
  produce: "jmeter -n -t plan.jmx -l result.csv",
  documentation: "https://jmeter.apache.org/usermanual/listeners.html#csvlogformat",
  detect(source) {
    const header = csvHeader(source.head);
    return header.includes("elapsed") && header.includes("label") && (header.includes("timeStamp") || header.includes("success"));
  },
  parse(source) {
    const reading = read7();
    reading.write(source.text);
    return reading.end();
  },
  async parseChunks(chunks) {
    const reading = read7();
    for await (const chunk of chunks) reading.write(chunk);
    return reading.end();
  }
};
function read7() {
  const all = requests();
  let columns2;
  const records = recordReader((cells) => {
    if (columns2 === void 0) {
      columns2 = Object.fromEntries(cells.map((name, index) => [name, index]));
      return;
    }
    const cell2 = (name) => cells[columns2?.[name] ?? -1] ?? "";
    all.add({
      benchmark: cell2("label"),
      latency: (figure(cell2("elapsed")) ?? Number.NaN) / 1e3,
      failed: cell2("success") === "false" || cell2("success") === "" && Number(cell2("responseCode")) >= 400,
      startedAt: timeOf3(cell2("timeStamp")),
      complaint: [cell2("responseCode"), cell2("failureMessage") || cell2("responseMessage")].filter((part) => part).join(" ")
    });
  });
  return {
    write: (chunk) => records.write(chunk),
    end() {
      records.end();
      const collect = collector();
      all.collectInto(collect);
      noteClosedModel(collect, "JMeter");
      return collect.result();
    }
  };
}
function timeOf3(written3) {
  const value = figure(written3);
  if (value !== null) return value / 1e3;
  const parsed = Date.parse(written3.replaceAll("/", "-"));
  return Number.isNaN(parsed) ? null : parsed / 1e3;
}

// src/formats/load/jmeter-statistics.ts
var FileSchema11 = record(
  string(),
  looseObject({
    sampleCount: figureSchema,
    errorCount: figureSchema,
    meanResTime: figureSchema,
    medianResTime: figureSchema,
    minResTime: figureSchema,
    maxResTime: figureSchema,
    pct1ResTime: figureSchema,
    pct2ResTime: figureSchema,
    pct3ResTime: figureSchema,
    throughput: figureSchema,
    receivedKBytesPerSec: figureSchema
  })
);
var jmeterStatistics = {
  name: "jmeter-statistics",
  tool: "jmeter",
  title: "JMeter dashboard, statistics.json",
  produce: "jmeter -n -t plan.jmx -l result.csv -e -o dashboard  (then dashboard/statistics.json)",
  documentation: "https://jmeter.apache.org/usermanual/generating-dashboard.html",
  detect: (source) => {
    const json = source.json();
    return isRecord(json) && Object.values(json).some(
      (one) => at(one, "sampleCount") !== void 0 && at(one, "meanResTime") !== void 0
    );
  },
  parse(source) {
    const collect = collector();
    const rows = Object.entries(shaped(source, FileSchema11));
    const single = rows.filter(([name]) => name !== "Total");
    for (const [benchmark, row12] of single.length > 0 ? single : rows)
      collectLoad(collect, {
        benchmark,
        requests: row12.sampleCount,
        errors: row12.errorCount,
        throughput: row12.throughput,
        transfer: (figure(row12.receivedKBytesPerSec) ?? 0) * 1024,
        latency: {
          kind: "summary",
          scale: 1e-3,
          figures: {
            mean: row12.meanResTime,
            n: row12.sampleCount,
            median: row12.medianResTime,
            min: row12.minResTime,
            max: row12.maxResTime,
            quantiles: { p90: row12.pct1ResTime, p95: row12.pct2ResTime, p99: row12.pct3ResTime }
          }
        }
      });
    noteClosedModel(collect, "JMeter");
    return collect.result();
  }
};

// src/formats/load/jmeter-summariser.ts
var total = /(?:^|[Ss]ummariser: |^|INFO o\.a\.j\.r\.Summariser: )([\w .-]+?)\s+=\s+(\d+) in\s+([\d.:]+)s?\s*=\s+([\d.]+)\/s Avg:\s+(\d+) Min:\s+(\d+) Max:\s+(\d+) Err:\s+(\d+) \(/;
var jmeterSummariser = {
  name: "jmeter-summariser",
  tool: "jmeter",
  title: "JMeter, summary lines",
  produce: "jmeter -n -t plan.jmx  (its log or output)",
  documentation: "https://jmeter.apache.org/usermanual/component_reference.html#Generate_Summary_Results",
  detect: (source) => source.lines().some((line2) => total.test(line2)),
  parse(source) {
    const collect = collector();
    const last = /* @__PURE__ */ new Map();
    for (const line2 of source.lines()) {
      const found = total.exec(line2);
      if (found !== null) last.set((found[1] ?? "").trim(), found);
    }
    for (const [benchmark, [, , requests2, , throughput2, mean, min, max, errors]] of last)
      collectLoad(collect, {
        benchmark,
        requests: requests2,
        errors,
        throughput: throughput2,
        latency: { kind: "summary", scale: 1e-3, figures: { mean, n: requests2, min, max } }
      });
    noteClosedModel(collect, "JMeter");
    return collect.result();
  }
};

// src/formats/load/jmeter-xml.ts
var jmeterXml = {
  name: "jmeter-xml",
  tool: "jmeter",
  title: "JMeter, result file as XML",
  produce: "jmeter -n -t plan.jmx -l result.jtl -Jjmeter.save.saveservice.output_format=xml",
  documentation: "https://jmeter.apache.org/usermanual/listeners.html#xmlformat2.1",
  detect: (source) => /<testResults\b/.test(source.head),
  parse(source) {
    const collect = collector();
    const all = requests();
    for (const { attributes } of descendants(xmlOf(source.text), "httpSample", "sample")) {
      const started2 = figure(attributes.ts);
      all.add({
        benchmark: attributes.lb ?? "",
        latency: (figure(attributes.t) ?? Number.NaN) / 1e3,
        failed: attributes.s === "false",
        startedAt: started2 === null ? null : started2 / 1e3,
        complaint: [attributes.rc, attributes.rm].filter((part) => part).join(" ")
      });
    }
    all.collectInto(collect);
    noteClosedModel(collect, "JMeter");
    return collect.result();
  }
};

// src/formats/load/junit-xml.ts
var junitXml = {
  name: "junit-xml",
  tool: "junit",
  title: "JUnit, durations of tests",
  produce: "any test runner with a JUnit reporter",
  documentation: "https://github.com/testmoapp/junitxml",
  detect: (source) => /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:testsuites?)\b/.test(source.head),
  parse(source) {
    const collect = collector();
    const cases = descendants(xmlOf(source.text), "testcase");
    let instant = 0;
    for (const one of cases) {
      const benchmark = joinName(one.attributes.classname ?? one.attributes.class, one.attributes.name);
      const broken2 = child(one, "error") ?? child(one, "failure");
      const skipped2 = child(one, "skipped");
      if (broken2 !== void 0)
        collect.fail({ benchmark, code: "failed", reason: said("The test failed", broken2) });
      else if (skipped2 !== void 0)
        collect.fail({ benchmark, code: "skipped", reason: said("The test was skipped", skipped2) });
      else {
        if (figure(one.attributes.time) === 0) instant += 1;
        collect.sample({ ...wall(benchmark), zeroIsAnAnswer: true }, one.attributes.time);
      }
    }
    if (instant > 0)
      collect.note({
        code: "below-resolution",
        message: `${instant} of ${cases.length} tests took 0 s: less than the runner's clock shows.`
      });
    return collect.result();
  }
};
function said(what, { attributes, text }) {
  const why2 = (attributes.message ?? text ?? attributes.type ?? "").split("\n", 1)[0];
  return why2 ? `${what}: ${why2}` : `${what}.`;
}

// src/formats/load/k6-metrics.ts
var failureRates = /fail|error|drop|timeout/i;
var builtInTimes = /^(?:http_req_|grpc_req_duration|iteration_duration|group_duration|ws_|browser_)/;
var requestTimes = /^(?:http_req_|grpc_req_duration|iteration_duration|group_duration)/;
var data = /^(?:data_sent|data_received)$/;
function importK6(metrics2, seconds) {
  const collect = collector();
  const groups = /* @__PURE__ */ new Map();
  for (const metric of metrics2) {
    const { benchmark } = nameOf5(metric);
    groups.set(benchmark, [...groups.get(benchmark) ?? [], metric]);
  }
  for (const [benchmark, own] of groups) readGroup(collect, benchmark, own, seconds);
  for (const metric of metrics2)
    for (const expression of metric.crossed)
      collect.fail({
        benchmark: nameOf5(metric).benchmark,
        metric: shownAs(nameOf5(metric).metric),
        code: "threshold-crossed",
        reason: `k6's own threshold ${expression} on ${metric.name} was crossed.`
      });
  return collect.result();
}
function nameOf5({ name }) {
  const [, metric = name, tags = ""] = /^([^{]+)\{(.*)\}$/s.exec(name) ?? [];
  const pairs = tags.split(",").flatMap((tag) => {
    const [key3 = "", value] = tag.trim().split(/[:=](.*)/s);
    return value === void 0 ? [] : [[key3.trim(), value.trim()]];
  });
  return { benchmark: withParameters("k6", Object.fromEntries(pairs)), metric };
}
var shownAs = (metric) => metric === "http_req_duration" ? "latency" : metric;
function readGroup(collect, benchmark, metrics2, seconds) {
  const by = new Map(metrics2.map((metric) => [nameOf5(metric).metric, metric]));
  const requests2 = by.get("http_reqs");
  const duration = by.get("http_req_duration");
  const total2 = figure(requests2?.values.count);
  const failed5 = by.get("http_req_failed");
  let sound = true;
  if (requests2 !== void 0 && total2 !== null) {
    const rate2 = requests2.values.rate ?? (seconds === null ? void 0 : total2 / seconds);
    sound = collectLoad(collect, {
      benchmark,
      requests: total2,
      errors: failedRequests(failed5, total2),
      throughput: rate2,
      ...duration === void 0 ? {} : {
        latency: {
          kind: "summary",
          figures: { ...trend(duration.values), n: duration.values.count ?? total2 },
          scale: 1e-3
        }
      }
    });
  } else if (duration !== void 0) collect.summary(latency(benchmark, 1e-3), trend(duration.values));
  collectDropped(
    collect,
    benchmark,
    by.get("dropped_iterations")?.values.count,
    by.get("iterations")?.values.count
  );
  const covered = /* @__PURE__ */ new Set([
    "http_reqs",
    "http_req_duration",
    "http_req_failed",
    "dropped_iterations",
    "vus",
    "vus_max"
  ]);
  for (const [name, metric] of by)
    if (!covered.has(name) && (sound || !requestTimes.test(name))) readOther(collect, benchmark, name, metric);
}
function failedRequests(failed5, total2) {
  if (failed5 === void 0) return 0;
  const share = figure(failed5.values.rate ?? failed5.values.value);
  return figure(failed5.values.passes ?? failed5.values.matches) ?? (share === null ? 0 : Math.round(share * total2));
}
function collectDropped(collect, benchmark, dropped, started2) {
  const lost = figure(dropped) ?? 0;
  if (lost <= 0) return;
  collect.exact(count(benchmark, "dropped-iterations"), lost);
  collect.fail({
    benchmark,
    metric: "dropped-iterations",
    code: "dropped-iterations",
    reason: `${lost} of ${lost + (figure(started2) ?? 0)} iterations were never started: k6 had no free virtual user, so its latencies leave out the worst.`
  });
}
function readOther(collect, benchmark, name, { type, contains, values }) {
  const isTime = contains === "time" || contains === void 0 && builtInTimes.test(name);
  const isData = contains === "data" || data.test(name);
  const base2 = {
    benchmark,
    metric: name,
    unit: isTime ? "s" : isData ? "B" : "count",
    better: "lower",
    scale: isTime ? 1e-3 : 1,
    zeroIsAnAnswer: true
  };
  if (type === "trend") collect.summary(base2, { ...trend(values), n: values.count });
  else if (type === "rate") {
    const better = name === "checks" ? "higher" : failureRates.test(name) ? "lower" : guessedBetter(collect, name, "higher");
    collect.sample({ ...base2, unit: "ratio", scale: 1, better }, values.rate ?? values.value);
    const fails = figure(values.fails) ?? 0;
    if (name === "checks" && fails > 0)
      collect.note({ code: "failed-checks", message: `${fails} checks failed.`, where: benchmark });
  } else if (type === "counter") {
    const better = name === "iterations" ? "higher" : isData ? "lower" : guessedBetter(collect, name, "lower");
    collect.sample({ ...base2, better }, values.count);
  } else collect.sample({ ...base2, better: guessedBetter(collect, name, "lower") }, values.value);
}
function trend(values) {
  const quantiles = Object.fromEntries(Object.entries(values).filter(([key3]) => /^p\(?\d/.test(key3)));
  return { mean: values.avg, median: values.med, min: values.min, max: values.max, quantiles };
}

// src/formats/load/k6-points.ts
var times = /^(?:http_req_(?!failed)|grpc_req_duration|iteration_duration|group_duration|ws_(?:connecting|session_duration|ping)|browser_web_vital_(?!cls))/;
var counters = /^(?:http_reqs|iterations|dropped_iterations|data_sent|data_received|ws_msgs_\w+|ws_sessions)$/;
function k6Points() {
  const scenarios = /* @__PURE__ */ new Map();
  const definitions = /* @__PURE__ */ new Map();
  const isTime = (metric) => {
    const known3 = definitions.get(metric);
    return known3 === void 0 ? times.test(metric) : known3.type === "trend" && known3.contains === "time";
  };
  const isCounter = (metric) => {
    const known3 = definitions.get(metric);
    return known3 === void 0 ? counters.test(metric) : known3.type === "counter";
  };
  return {
    define(metric, type, contains) {
      definitions.set(metric, { type, contains });
    },
    add({ metric, value, scenario, time: time3, complaint }) {
      if (!Number.isFinite(value)) return;
      let own = scenarios.get(scenario);
      if (own === void 0) {
        own = { times: /* @__PURE__ */ new Map(), sums: /* @__PURE__ */ new Map(), others: /* @__PURE__ */ new Map(), first: Infinity, last: -Infinity };
        scenarios.set(scenario, own);
      }
      if (isTime(metric)) {
        const histogram = own.times.get(metric) ?? recorder();
        own.times.set(metric, histogram);
        histogram.record(value / 1e3);
      } else if (isCounter(metric) || metric === "http_req_failed" || metric === "checks") {
        own.sums.set(metric, (own.sums.get(metric) ?? 0) + value);
        own.sums.set(`${metric} n`, (own.sums.get(`${metric} n`) ?? 0) + 1);
        if (metric === "http_reqs" && Number.isFinite(time3)) {
          own.first = Math.min(own.first, time3);
          own.last = Math.max(own.last, time3);
        }
      } else if (metric !== "vus" && metric !== "vus_max") keep(own.others, metric, value);
      own.complaint ??= complaint;
    },
    result() {
      const collect = collector();
      for (const [name, own] of scenarios)
        readScenario(collect, withParameters("k6", { scenario: name }), own);
      return collect.result();
    }
  };
}
function keep(others, metric, value) {
  const one = others.get(metric) ?? { n: 0, mean: 0, squares: 0, min: Infinity, max: -Infinity };
  const delta = value - one.mean;
  one.n += 1;
  one.mean += delta / one.n;
  one.squares += delta * (value - one.mean);
  one.min = Math.min(one.min, value);
  one.max = Math.max(one.max, value);
  others.set(metric, one);
}
function readScenario(collect, benchmark, own) {
  const { times: histograms, sums, others } = own;
  const duration = histograms.get("http_req_duration");
  const total2 = sums.get("http_reqs");
  const sound = total2 === void 0 || collectLoad(collect, {
    benchmark,
    requests: total2,
    errors: sums.get("http_req_failed") ?? 0,
    complaint: own.complaint,
    ...own.last > own.first ? { throughput: total2 / (own.last - own.first) } : {},
    ...duration === void 0 ? {} : { latency: { kind: "histogram", encoded: duration.encode() } }
  });
  collectDropped(collect, benchmark, sums.get("dropped_iterations"), sums.get("iterations"));
  const measured2 = (metric, unit, better) => ({
    benchmark,
    metric,
    unit,
    better,
    zeroIsAnAnswer: true
  });
  for (const [metric, { refused: refused2, count: count2 }] of histograms)
    if (refused2 > 0)
      collect.fail({
        benchmark,
        metric: metric === "http_req_duration" ? "latency" : metric,
        code: "not-a-number",
        reason: `${refused2} of ${refused2 + count2} values are no durations.`
      });
  for (const [metric, histogram] of histograms)
    if (metric !== "http_req_duration" && histogram.max > 0 && (sound || !requestTimes.test(metric)))
      collect.histogram(measured2(metric, "s", "lower"), histogram.encode());
  for (const metric of ["data_sent", "data_received"])
    if (sums.has(metric)) collect.sample(measured2(metric, "B", "lower"), sums.get(metric));
  if (sums.has("iterations"))
    collect.sample(measured2("iterations", "count", "higher"), sums.get("iterations"));
  for (const [metric, sum] of sums)
    if (!counters.test(metric) && !/ n$|^(?:http_req_failed|checks)$/.test(metric))
      collect.sample(measured2(metric, "count", guessedBetter(collect, metric, "lower")), sum);
  const checks = sums.get("checks n");
  if (checks !== void 0)
    collect.sample(measured2("checks", "ratio", "higher"), (sums.get("checks") ?? 0) / checks);
  for (const [metric, { n, mean, squares, min, max }] of others)
    collect.summary(measured2(metric, "count", guessedBetter(collect, metric, "lower")), {
      mean,
      standardDeviation: n > 1 ? Math.sqrt(squares / (n - 1)) : void 0,
      n,
      min,
      max
    });
}
function k6Time(written3) {
  const value = figure(written3);
  if (value === null) return Date.parse(written3) / 1e3;
  if (value > 1e17) return value / 1e9;
  if (value > 1e14) return value / 1e6;
  return value > 1e11 ? value / 1e3 : value;
}

// src/formats/load/k6-csv.ts
var heading6 = /^metric_name,timestamp,metric_value,/;
var k6Csv = {
  name: "k6-csv",
  tool: "k6",
  title: "k6, CSV of all points",
  produce: "K6_CSV_TIME_FORMAT=unix_micro k6 run --out csv=points.csv script.js",
  documentation: "https://grafana.com/docs/k6/latest/results-output/real-time/csv/",
  detect: (source) => heading6.test(source.head),
  parse(source) {
    const reading = read8();
    reading.write(source.text);
    return reading.end();
  },
  async parseChunks(chunks) {
    const reading = read8();
    for await (const chunk of chunks) reading.write(chunk);
    return reading.end();
  }
};
function read8() {
  const points = k6Points();
  let columns2;
  let rows = 0;
  const records = recordReader((cells, line2) => {
    if (columns2 === void 0) {
      columns2 = Object.fromEntries(cells.map((name, index) => [name, index]));
      return;
    }
    const cell2 = (name) => cells[columns2?.[name] ?? -1] ?? "";
    const value = figure(cell2("metric_value"));
    if (value === null)
      throw new ReadError(
        `line ${line2}: metric_value is ${JSON.stringify(cell2("metric_value"))}; the file was cut or mixed`
      );
    rows += 1;
    points.add({
      metric: cell2("metric_name"),
      value,
      scenario: cell2("scenario"),
      time: k6Time(cell2("timestamp")),
      complaint: cell2("error") || void 0
    });
  });
  return {
    write: (chunk) => records.write(chunk),
    end() {
      records.end();
      const imported = points.result();
      if (rows > 0) return imported;
      const reason = "The file holds no points: the test made no request.";
      return { ...imported, failures: [{ benchmark: "k6", code: "no-answers", reason }] };
    }
  };
}

// src/formats/load/k6-handlesummary.ts
var MetricSchema3 = looseObject({
  type: picklist(["trend", "counter", "rate", "gauge"]),
  contains: optionalText,
  values: anyRecord,
  thresholds: optional(nullable(anyRecord))
});
var k6Handlesummary = {
  name: "k6-handlesummary",
  tool: "k6",
  title: "k6, handleSummary()",
  produce: "export function handleSummary(data) { return { 'summary.json': JSON.stringify(data) } }",
  documentation: "https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/",
  detect(source) {
    const metrics2 = at(source.json(), "metrics");
    return isRecord(metrics2) && Object.values(metrics2).some(
      (metric) => isRecord(at(metric, "values")) && typeof at(metric, "type") === "string"
    );
  },
  parse(source) {
    const { metrics: metrics2 } = shaped(source, looseObject({ metrics: record(string(), MetricSchema3) }));
    const milliseconds4 = figure(at(source.json(), "state", "testRunDurationMs"));
    return importK6(
      Object.entries(metrics2).map(([name, metric]) => metricOf2(name, metric)),
      milliseconds4 === null ? null : milliseconds4 / 1e3
    );
  }
};
function metricOf2(name, metric) {
  const crossed = Object.entries(metric.thresholds ?? {}).flatMap(
    ([expression, state]) => at(state, "ok") === false ? [expression] : []
  );
  return { name, type: metric.type, contains: metric.contains ?? void 0, values: metric.values, crossed };
}

// src/formats/load/k6-json.ts
var PointSchema2 = looseObject({
  type: literal("Point"),
  metric: string(),
  data: looseObject({
    time: string(),
    value: figureSchema,
    tags: optional(nullable(record(string(), string())))
  })
});
var DefinitionSchema = looseObject({
  type: literal("Metric"),
  metric: string(),
  data: looseObject({ type: string(), contains: optional(string()) })
});
var k6Json = {
  name: "k6-json",
  tool: "k6",
  title: "k6, JSON lines of all points",
  produce: "k6 run --out json=points.json script.js",
  documentation: "https://grafana.com/docs/k6/latest/results-output/real-time/json/",
  detect(source) {
    const [first = ""] = source.head.trimStart().split("\n", 1);
    return /^\{.*"type":\s*"(?:Point|Metric)"/.test(first) && /"metric":\s*"/.test(first);
  },
  parse(source) {
    const reading = read9();
    reading.write(source.text);
    return reading.end();
  },
  async parseChunks(chunks) {
    const reading = read9();
    for await (const chunk of chunks) reading.write(chunk);
    return reading.end();
  }
};
function read9() {
  const points = k6Points();
  let rest = "";
  function take(line2) {
    if (!line2.startsWith("{")) return;
    const parsed = parseJson(line2);
    if (!("value" in parsed)) return;
    if (is(DefinitionSchema, parsed.value))
      points.define(parsed.value.metric, parsed.value.data.type, parsed.value.data.contains);
    if (!is(PointSchema2, parsed.value)) return;
    const { metric, data: data2 } = parsed.value;
    points.add({
      metric,
      value: figure(data2.value) ?? Number.NaN,
      scenario: data2.tags?.scenario ?? "",
      time: k6Time(data2.time),
      complaint: data2.tags?.error
    });
  }
  return {
    write(chunk) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line2 of lines) take(line2);
    },
    end() {
      take(rest);
      return points.result();
    }
  };
}

// src/formats/load/k6-machine-readable.ts
var FileSchema12 = looseObject({
  results: looseObject({
    metrics: array(
      looseObject({
        name: string(),
        type: picklist(["trend", "counter", "rate", "gauge"]),
        contains: optionalText,
        values: anyRecord
      })
    ),
    checks: optional(unknown())
  })
});
var k6MachineReadable = {
  name: "k6-machine-readable",
  tool: "k6",
  title: "k6, machine-readable summary",
  produce: "k6 run --new-machine-readable-summary --summary-export=summary.json script.js",
  documentation: "https://grafana.com/docs/k6/latest/results-output/end-of-test/",
  detect: (source) => Array.isArray(at(source.json(), "results", "metrics")) && at(source.json(), "metadata", "k6_version") !== void 0,
  parse(source) {
    const { metrics: metrics2, checks } = shaped(source, FileSchema12).results;
    const succeeded = at(checks, "metrics");
    const rate2 = Array.isArray(succeeded) ? succeeded.find((one) => at(one, "name") === "checks_succeeded") : void 0;
    const values = at(rate2, "values");
    const all = metrics2.map(({ name, type, contains, values: own }) => ({
      name,
      type,
      contains: contains ?? void 0,
      values: own,
      crossed: []
    }));
    const fails = (figure(at(values, "total")) ?? 0) - (figure(at(values, "matches")) ?? 0);
    const checked = values === void 0 ? [] : [
      {
        name: "checks",
        type: "rate",
        contains: "default",
        values: { rate: at(values, "rate"), fails },
        crossed: []
      }
    ];
    return importK6([...all, ...checked], figure(at(source.json(), "config", "duration")));
  }
};

// src/formats/load/k6-summary-export.ts
var k6SummaryExport = {
  name: "k6-summary-export",
  tool: "k6",
  title: "k6, --summary-export",
  produce: "k6 run --summary-export=summary.json script.js",
  documentation: "https://grafana.com/docs/k6/latest/results-output/end-of-test/",
  detect(source) {
    const metrics2 = at(source.json(), "metrics");
    if (!isRecord(metrics2) || at(source.json(), "root_group") === void 0) return false;
    return Object.values(metrics2).every((metric) => isRecord(metric) && at(metric, "values") === void 0);
  },
  parse(source) {
    const { metrics: metrics2 } = shaped(source, looseObject({ metrics: record(string(), anyRecord) }));
    return importK6(
      Object.entries(metrics2).map(([name, values]) => metricOf3(name, values)),
      null
    );
  }
};
function metricOf3(name, values) {
  const type = "avg" in values ? "trend" : "passes" in values ? "rate" : "count" in values ? "counter" : "gauge";
  const thresholds = isRecord(values.thresholds) ? values.thresholds : {};
  const crossed = Object.entries(thresholds).flatMap(
    ([expression, failed5]) => failed5 === true ? [expression] : []
  );
  return { name, type, contains: void 0, values, crossed };
}

// src/formats/load/locust.ts
var documentation5 = "https://docs.locust.io/en/stable/retrieving-stats.html";
var milliseconds3 = 1e-3;
var locustCsv = {
  name: "locust-csv",
  tool: "locust",
  title: "Locust, statistics as CSV",
  produce: "locust --headless --csv NAME  (then NAME_stats.csv)",
  documentation: documentation5,
  detect: (source) => hasHeadings(source.head, "Type", "Name", "Request Count", "Failure Count"),
  parse(source) {
    const collect = collector();
    const rows = csvOf(source.text).rows.map((row12) => row12.cells);
    const single = rows.filter((cells) => cells.Name !== "Aggregated");
    for (const cells of single.length > 0 ? single : rows) {
      const quantiles = Object.entries(cells).filter(
        ([heading7]) => /^\d+(?:\.\d+)?%$/.test(heading7) && heading7 !== "100%"
      );
      collectLoad(collect, {
        benchmark: [cells.Type, decoded(cells.Name ?? "")].filter((part) => part).join(" "),
        requests: cells["Request Count"],
        errors: cells["Failure Count"],
        throughput: cells["Requests/s"],
        latency: {
          kind: "summary",
          scale: milliseconds3,
          figures: {
            mean: cells["Average Response Time"],
            n: cells["Request Count"],
            median: cells["Median Response Time"],
            min: cells["Min Response Time"],
            max: cells["Max Response Time"],
            quantiles: Object.fromEntries(quantiles)
          }
        }
      });
    }
    noteClosedModel(collect, "Locust");
    return collect.result();
  }
};
var EntrySchema = looseObject({
  name: string(),
  method: optionalText,
  num_requests: figureSchema,
  num_failures: figureSchema,
  start_time: figureSchema,
  last_request_timestamp: figureSchema,
  total_response_time: figureSchema,
  min_response_time: figureSchema,
  max_response_time: figureSchema,
  response_times: record(string(), number())
});
var locustJson = {
  name: "locust-json",
  tool: "locust",
  title: "Locust, JSON",
  produce: "locust --headless --json > locust.json",
  documentation: documentation5,
  detect: (source) => listOf(source.json()).some(
    (one) => at(one, "num_requests") !== void 0 && at(one, "response_times") !== void 0
  ),
  parse(source) {
    const collect = collector();
    for (const entry of shaped(source, array(EntrySchema))) {
      const requests2 = figure(entry.num_requests) ?? 0;
      const elapsed = (figure(entry.last_request_timestamp) ?? 0) - (figure(entry.start_time) ?? 0);
      const times2 = Object.entries(entry.response_times).map(([time3, n]) => [Number(time3), n]).sort(([a], [b]) => a - b);
      const quantile = (share) => {
        let below = 0;
        for (const [time3, n] of times2) {
          below += n;
          if (below >= share * requests2) return time3;
        }
        return void 0;
      };
      collectLoad(collect, {
        benchmark: [entry.method, decoded(entry.name)].filter((part) => part).join(" "),
        requests: requests2,
        errors: entry.num_failures,
        ...elapsed > 0 ? { throughput: requests2 / elapsed } : {},
        latency: {
          kind: "summary",
          scale: milliseconds3,
          figures: {
            mean: requests2 > 0 ? (figure(entry.total_response_time) ?? 0) / requests2 : void 0,
            n: requests2,
            median: quantile(0.5),
            min: entry.min_response_time,
            max: entry.max_response_time,
            quantiles: { p90: quantile(0.9), p95: quantile(0.95), p99: quantile(0.99) }
          }
        }
      });
    }
    noteClosedModel(collect, "Locust");
    return collect.result();
  }
};
function decoded(name) {
  try {
    return decodeURI(name);
  } catch {
    return name;
  }
}

// src/formats/load/oha.ts
var FileSchema13 = looseObject({
  summary: looseObject({
    average: figureSchema,
    fastest: figureSchema,
    slowest: figureSchema,
    requestsPerSec: figureSchema,
    sizePerSec: figureSchema
  }),
  latencyPercentiles: optional(nullable(anyRecord)),
  statusCodeDistribution: optional(nullable(record(string(), number())), {}),
  errorDistribution: optional(nullable(record(string(), number())), {})
});
var oha = {
  name: "oha",
  tool: "oha",
  title: "oha, JSON",
  produce: "oha --no-tui --output-format json -q 100 --latency-correction -z 10s http://127.0.0.1:3000",
  documentation: "https://github.com/hatoo/oha",
  detect: (source) => at(source.json(), "latencyPercentiles") !== void 0 && at(source.json(), "summary") !== void 0,
  parse(source) {
    const collect = collector();
    const {
      summary,
      latencyPercentiles: quantiles,
      statusCodeDistribution,
      errorDistribution
    } = shaped(source, FileSchema13);
    const statuses = Object.entries(statusCodeDistribution ?? {});
    const errors = Object.entries(errorDistribution ?? {});
    const sum = (rows) => rows.reduce((total2, [, n]) => total2 + n, 0);
    const answered = sum(statuses);
    const broken2 = sum(errors.filter(([said2]) => answered === 0 || !/aborted due to deadline/.test(said2)));
    collectLoad(collect, {
      benchmark: "oha",
      requests: answered + broken2,
      errors: broken2 + sum(statuses.filter(([status]) => Number(status) >= 400)),
      throughput: summary.requestsPerSec,
      ...figure(summary.sizePerSec) === null ? {} : { transfer: summary.sizePerSec },
      complaint: errors[0]?.[0],
      latency: {
        kind: "summary",
        figures: {
          mean: summary.average,
          n: answered,
          median: quantiles?.p50,
          min: summary.fastest,
          max: summary.slowest,
          quantiles: quantiles ?? {}
        }
      }
    });
    return collect.result();
  }
};
var ohaText = {
  name: "oha-text",
  tool: "oha",
  title: "oha, printed",
  produce: "oha --no-tui -q 100 --latency-correction -z 10s http://127.0.0.1:3000",
  documentation: "https://github.com/hatoo/oha",
  detect: (source) => /^Summary:\n\s+Success rate:\s.*\n\s+Total:/m.test(source.text),
  parse(source) {
    const collect = collector();
    readSummaryReport(collect, "oha", source.text);
    return collect.result();
  }
};

// src/formats/load/siege.ts
var siege = {
  name: "siege",
  tool: "siege",
  title: "siege, JSON or printed",
  produce: "siege -j -t10s http://127.0.0.1:3000",
  documentation: "https://www.joedog.org/siege-manual/",
  detect: (source) => at(source.json(), "transactions") !== void 0 && at(source.json(), "availability") !== void 0 || /^Transactions:\s+\d+ hits/m.test(source.text) && /^Availability:/m.test(source.text),
  parse(source) {
    const collect = collector();
    const value = fieldsOf(source);
    const answered = value("transactions") ?? 0;
    const failed5 = value("failed_transactions") ?? 0;
    const elapsed = value("elapsed_time") ?? 0;
    const printed = value("response_time");
    const derived = answered > 0 ? (value("concurrency") ?? 0) * elapsed / answered : 0;
    const rounded = printed === 0 && derived > 0;
    if (rounded)
      collect.note({
        code: "below-resolution",
        message: "siege rounds answer times to 0.01 s; the mean was taken from its concurrency."
      });
    collectLoad(collect, {
      benchmark: "siege",
      requests: answered + failed5,
      errors: failed5,
      throughput: value("transaction_rate") ?? void 0,
      ...value("throughput") ? { transfer: (value("throughput") ?? 0) * 2 ** 20 } : {},
      latency: {
        kind: "summary",
        figures: {
          mean: rounded ? derived : printed,
          n: answered,
          max: value("longest_transaction"),
          min: rounded ? void 0 : value("shortest_transaction")
        }
      }
    });
    noteClosedModel(collect, "siege");
    return collect.result();
  }
};
function fieldsOf(source) {
  const json = source.json();
  if (isRecord(json)) return (name) => figure(json[name]);
  const rows = [...source.text.matchAll(/^([A-Z][A-Za-z ]+):\s+([\d.]+)/gm)].map(
    ([, name = "", amount2]) => [name.trim().toLowerCase().replaceAll(" ", "_"), figure(amount2)]
  );
  const fields = new Map(rows);
  return (name) => fields.get(name) ?? null;
}

// src/formats/load/taurus-xml.ts
var taurusXml = {
  name: "taurus-xml",
  tool: "taurus",
  title: "Taurus, final statistics as XML",
  produce: "bzt test.yml  (reporting: module final-stats, dump-xml: stats.xml)",
  documentation: "https://gettaurus.org/docs/Reporting/",
  detect: (source) => /<FinalStatus\b/.test(source.head),
  parse(source) {
    const collect = collector();
    const root = xmlOf(source.text);
    const seconds = figure(descendants(root, "TestDuration")[0]?.text) ?? 0;
    const groups = descendants(root, "Group");
    const single = groups.filter((group) => group.attributes.label);
    for (const group of single.length > 0 ? single : groups) {
      const value = (name) => figure(child(group, name)?.attributes.value);
      const requests2 = value("throughput") ?? (value("succ") ?? 0) + (value("fail") ?? 0);
      collectLoad(collect, {
        benchmark: group.attributes.label || "taurus",
        requests: requests2,
        errors: value("fail"),
        // `throughput` counts samples.
        ...seconds > 0 ? { throughput: requests2 / seconds } : {},
        latency: {
          kind: "summary",
          figures: {
            mean: value("avg_rt"),
            standardDeviation: value("stdev_rt"),
            n: requests2,
            median: percentile(group, "50.0"),
            min: percentile(group, "0.0"),
            max: percentile(group, "100.0"),
            quantiles: Object.fromEntries(
              ["90.0", "95.0", "99.0", "99.9"].map((share) => [share, percentile(group, share)])
            )
          }
        }
      });
    }
    return collect.result();
  }
};
function percentile(group, share) {
  return group.children.find((one) => one.name === "perc" && one.attributes.param === share)?.attributes.value;
}

// src/formats/load/vegeta.ts
var FileSchema14 = looseObject({
  latencies: record(string(), figureSchema),
  bytes_in: optional(looseObject({ total: figureSchema })),
  duration: figureSchema,
  requests: figureSchema,
  throughput: figureSchema,
  success: figureSchema,
  errors: optional(nullable(array(string())))
});
var vegetaJson = {
  name: "vegeta-json",
  tool: "vegeta",
  title: "vegeta report, JSON",
  produce: "vegeta attack -rate 100 -duration 10s … | vegeta report -type json",
  documentation: "https://github.com/tsenart/vegeta#report-command",
  detect: (source) => at(source.json(), "latencies") !== void 0 && at(source.json(), "success") !== void 0,
  parse(source) {
    const collect = collector();
    const file = shaped(source, FileSchema14);
    const { mean, min, max, ...others } = file.latencies;
    const requests2 = figure(file.requests) ?? 0;
    const seconds = (figure(file.duration) ?? 0) * 1e-9;
    const received = figure(file.bytes_in?.total);
    collectLoad(collect, {
      benchmark: "vegeta",
      requests: requests2,
      errors: Math.round(requests2 * (1 - (figure(file.success) ?? 0))),
      throughput: file.throughput ?? (seconds > 0 ? requests2 / seconds : void 0),
      ...received === null || seconds <= 0 ? {} : { transfer: received / seconds },
      complaint: file.errors?.[0],
      latency: {
        kind: "summary",
        scale: 1e-9,
        figures: { mean, n: requests2, median: others["50th"], min, max, quantiles: others }
      }
    });
    return collect.result();
  }
};
var row11 = /^(Requests|Duration|Latencies|Success|Bytes In)\s+\[([^\]]*)\]\s+(.*)$/;
var vegetaText = {
  name: "vegeta-text",
  tool: "vegeta",
  title: "vegeta report, text",
  produce: "vegeta attack -rate 100 -duration 10s … | vegeta report",
  documentation: "https://github.com/tsenart/vegeta#report-command",
  detect: (source) => /^Requests\s+\[total,/m.test(source.text) && /^Latencies\s+\[/m.test(source.text),
  parse(source) {
    const collect = collector();
    const starts = [...source.text.matchAll(/^Requests\s+\[total,/gm)].map((match) => match.index);
    for (const [run, start] of starts.entries()) {
      const text = source.text.slice(start, starts[run + 1]);
      const rows = /* @__PURE__ */ new Map();
      for (const line2 of text.split("\n")) {
        const [, name = "", headings = "", values = ""] = row11.exec(line2) ?? [];
        const cells = values.split(/,\s*/);
        if (name !== "")
          rows.set(
            name,
            new Map(headings.split(/,\s*/).map((heading7, index) => [heading7, cells[index] ?? ""]))
          );
      }
      const cell2 = (name, heading7) => rows.get(name)?.get(heading7) ?? "";
      const requests2 = figure(cell2("Requests", "total")) ?? 0;
      const success = figure(cell2("Success", "ratio").replace("%", "")) ?? 0;
      const latencies = [...rows.get("Latencies") ?? []].map(
        ([heading7, written3]) => [heading7, durationOf(written3)]
      );
      const time3 = Object.fromEntries(latencies);
      const quantiles = Object.fromEntries(latencies.filter(([heading7]) => /^\d/.test(heading7)));
      collectLoad(collect, {
        benchmark: "vegeta",
        requests: requests2,
        errors: Math.round(requests2 * (1 - success / 100)),
        throughput: cell2("Requests", "throughput") || cell2("Requests", "rate"),
        complaint: /^Error Set:\n(.+)$/m.exec(text)?.[1],
        latency: {
          kind: "summary",
          figures: {
            mean: time3.mean,
            n: requests2,
            median: time3["50"],
            min: time3.min,
            max: time3.max,
            quantiles
          }
        }
      });
    }
    return collect.result();
  }
};

// src/formats/load/vegeta-results.ts
var ResultSchema4 = looseObject({
  attack: optionalText,
  code: number(),
  timestamp: string(),
  latency: number(),
  error: optionalText
});
var csvRow = /^\d{18,19},\d{1,3},\d+,\d+,\d+,/;
var vegetaResults = {
  name: "vegeta-results",
  tool: "vegeta",
  title: "vegeta encode, JSON lines or CSV",
  produce: "vegeta attack -rate 100 -duration 10s … | vegeta encode --to json",
  documentation: "https://github.com/tsenart/vegeta#encode-command",
  detect: (source) => csvRow.test(source.head) || source.head.includes('"bytes_out"') && source.jsonLines().some(({ value }) => at(value, "seq") !== void 0 && at(value, "latency") !== void 0),
  parse(source) {
    const collect = collector();
    const all = requests();
    const add = (attack, code, startedAt, latency2, error) => all.add({
      benchmark: attack || "vegeta",
      latency: latency2 * 1e-9,
      failed: code < 200 || code >= 400,
      startedAt,
      complaint: error || `status ${code}`
    });
    if (csvRow.test(source.head)) {
      const reader = recordReader(
        ([time3 = "", code = "", latency2 = "", , , error = "", , attack = ""]) => add(
          attack,
          figure(code) ?? 0,
          (figure(time3) ?? Number.NaN) * 1e-9,
          figure(latency2) ?? Number.NaN,
          error
        )
      );
      reader.write(source.text);
      reader.end();
    } else
      for (const { value } of source.jsonLines())
        if (is(ResultSchema4, value))
          add(
            value.attack ?? "",
            value.code,
            Date.parse(value.timestamp) / 1e3,
            value.latency,
            value.error ?? ""
          );
    all.collectInto(collect);
    return collect.result();
  }
};

// src/formats/load/wrk.ts
var opening2 = /^Running \S+ test @ (\S+)/;
var pairsOnly = /^[\w.-]+=\S+(?:\s+[\w.-]+=\S+)*$/;
var ownWords = /^(?:threads?|connections?|conn|duration)$/;
var refused = /^unable to (?:connect|resolve)\b.*/;
var wrk = {
  name: "wrk",
  tool: "wrk",
  title: "wrk or wrk2, printed",
  produce: "wrk --latency -t2 -c20 -d30s http://127.0.0.1:3000",
  documentation: "https://github.com/wg/wrk",
  detect: (source) => /^Running \S+ test @ \S+\n\s+\d+ threads? and \d+ connections?/m.test(source.text) || /^unable to connect to \S+ /m.test(source.head),
  parse(source) {
    const collect = collector();
    let block = [];
    let url = "";
    let parameters = {};
    const finish = () => {
      if (block.length > 0) readRun2(collect, url, parameters, block);
      block = [];
    };
    for (const line2 of source.lines()) {
      const opened = opening2.exec(line2);
      if (opened !== null) {
        finish();
        url = opened[1] ?? "";
        block = [line2];
      } else if (refused.test(line2)) {
        finish();
        const host2 = /(?:connect to|resolve) (\S+)/.exec(line2)?.[1] ?? "wrk";
        collect.fail({ benchmark: host2, code: "no-answers", reason: `wrk printed: ${line2.trim()}` });
      } else if (pairsOnly.test(line2.trim())) {
        finish();
        parameters = { ...parameters, ...pairsIn(line2) };
      } else if (block.length > 0) block.push(line2);
    }
    finish();
    return collect.result();
  }
};
function pairsIn(line2) {
  const pairs = line2.trim().split(/\s+/).map((pair2) => pair2.split(/=(.*)/s));
  return Object.fromEntries(
    pairs.flatMap(([key3 = "", value = ""]) => ownWords.test(key3) ? [] : [[key3, value]])
  );
}
function readRun2(collect, url, said2, block) {
  const detail = block.findIndex((line2) => /Detailed Percentile spectrum/.test(line2));
  const after = block.findIndex((line2, index) => index > detail && /requests in /.test(line2));
  const text = [
    ...block.slice(0, detail === -1 ? void 0 : detail),
    ...detail === -1 ? [] : block.slice(after)
  ].join("\n");
  const [, threads, connections] = /(\d+) threads? and (\d+) connections?/.exec(text) ?? [];
  const benchmark = withParameters(url, { ...said2, threads, connections });
  const [, total2, took = ""] = /([\d.]+) requests in ([\d.]+\w+)/.exec(text) ?? [];
  const [, connect = 0, read10 = 0, write = 0, timeout = 0] = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text)?.map(Number) ?? [];
  const refusals = connect + read10 + write;
  const non2xx = Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0);
  if (total2 === void 0) {
    collect.fail({
      benchmark,
      code: "not-completed",
      reason: `wrk printed no count of requests; it ended with: ${block.at(-1)?.trim()}`
    });
    return;
  }
  const [, average2 = "", deviation = "", max = ""] = /^[ \t]+Latency\s+(\S+)\s+(\S+)\s+(\S+)/m.exec(text) ?? [];
  const quantiles = [...text.matchAll(/^[ \t]*([\d.]+)%\s+([\d.]+[a-z]+)[ \t]*$/gm)].map(
    ([, share, value = ""]) => [`p${Number(share)}`, durationOf(value)]
  );
  const seconds = durationOf(took);
  collectLoad(collect, {
    benchmark,
    requests: Number(total2) + refusals,
    errors: refusals + timeout + non2xx,
    throughput: /Requests\/sec:\s+([\d.]+)/.exec(text)?.[1] ?? (seconds ? Number(total2) / seconds : void 0),
    transfer: sizeOf(/Transfer\/sec:\s+(\S+)/.exec(text)?.[1] ?? "", 1024) ?? void 0,
    latency: {
      kind: "summary",
      figures: {
        mean: durationOf(average2),
        standardDeviation: durationOf(deviation),
        n: total2,
        max: durationOf(max),
        median: quantiles.find(([name]) => name === "p50")?.[1],
        quantiles: Object.fromEntries(quantiles)
      }
    }
  });
  if (/calibration:|HdrHistogram/.test(text) || figure(total2) === 0) return;
  collect.note({
    code: "corrected-latency",
    message: "wrk waits for an answer before it sends again and fills in the latencies it believes it missed: they are neither raw nor those of a given rate.",
    fix: "Compare its throughput; for latencies at a rate use wrk2, k6, vegeta or `load:` in the suite."
  });
}

// src/formats/pages/asset-name.ts
var hexadecimal = /([.-])[0-9a-f]{8,64}(?=\.)/g;
var base64 = /([.-])([A-Za-z0-9_-]{8}|[A-Z0-9]{8})(?=\.\w+(?:\.map)?$)/;
function assetName(file, known3 = []) {
  let name = file;
  for (const hash of known3) if (hash.length >= 4) name = name.replaceAll(hash, "[hash]");
  name = name.replace(hexadecimal, "$1[hash]");
  return name.replace(
    base64,
    (whole, mark, hash) => looksRandom(hash) ? `${mark}[hash]` : whole
  );
}
function looksRandom(text) {
  return /\d/.test(text) && /[A-Za-z]/.test(text) || /[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Z][a-z]+[A-Z]/.test(text) || /^[A-Z]{8}$/.test(text);
}

// src/formats/pages/assets.ts
function collectAssets(collect, assets, metric = "bytes") {
  const sizes = /* @__PURE__ */ new Map();
  let total2 = 0;
  for (const { name, size } of assets) {
    const value = figure(size);
    if (value === null) collect.exact({ ...bytes(name), metric }, size);
    else {
      sizes.set(name, (sizes.get(name) ?? 0) + value);
      total2 += value;
    }
  }
  for (const [name, size] of sizes) collect.exact({ ...bytes(name), metric }, size);
  if (sizes.size > 1) collect.exact({ ...bytes("total"), metric }, total2);
}

// src/formats/pages/esbuild-metafile.ts
var esbuildMetafile = {
  name: "esbuild-metafile",
  tool: "esbuild",
  title: "esbuild, metafile",
  produce: "esbuild src/index.js --bundle --metafile=meta.json --outdir=dist",
  documentation: "https://esbuild.github.io/api/#metafile",
  detect: (source) => isRecord(at(source.json(), "inputs")) && Object.values(at(source.json(), "outputs") ?? {}).some((one) => at(one, "bytes") !== void 0),
  parse(source) {
    const collect = collector();
    const { outputs } = shaped(
      source,
      looseObject({ outputs: record(string(), looseObject({ bytes: figureSchema })) })
    );
    const files2 = Object.entries(outputs).filter(([file]) => !file.endsWith(".map"));
    collectAssets(
      collect,
      files2.map(([file, { bytes: bytes2 }]) => ({ name: assetName(file), size: bytes2 }))
    );
    return collect.result();
  }
};

// src/formats/pages/lighthouse.ts
var ReportSchema2 = looseObject({
  requestedUrl: optionalText,
  finalUrl: optionalText,
  finalDisplayedUrl: optionalText,
  runtimeError: optional(nullable(looseObject({ code: optionalText, message: optionalText }))),
  audits: record(
    string(),
    looseObject({
      numericValue: figureSchema,
      numericUnit: optionalText,
      scoreDisplayMode: optionalText,
      errorMessage: optionalText
    })
  ),
  categories: optional(nullable(record(string(), looseObject({ score: figureSchema }))))
});
var repeated = /* @__PURE__ */ new Set(["metrics", "diagnostics", "network-requests", "main-thread-tasks"]);
var lighthouse = {
  name: "lighthouse",
  tool: "lighthouse",
  title: "Lighthouse, JSON report",
  produce: "lighthouse http://127.0.0.1:3000 --output json --output-path report.json",
  documentation: "https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md",
  detect: (source) => at(reportIn(source.json()), "lighthouseVersion") !== void 0,
  parse(source) {
    const collect = collector();
    const report = shaped(source, ReportSchema2, reportIn(source.json()));
    const benchmark = report.requestedUrl ?? report.finalDisplayedUrl ?? report.finalUrl ?? "lighthouse";
    const error = report.runtimeError;
    if (error && error.code !== "NO_ERROR")
      collect.fail({
        benchmark,
        code: "runtime-error",
        reason: `Lighthouse could not measure the page: ${error.message ?? error.code}`
      });
    for (const [metric, audit] of Object.entries(report.audits)) {
      if (audit.scoreDisplayMode === "error")
        collect.fail({
          benchmark,
          metric,
          code: "audit-error",
          reason: `The audit failed: ${audit.errorMessage ?? "no message"}`
        });
      else if (audit.numericValue !== void 0 && audit.numericValue !== null && !repeated.has(metric)) {
        const { unit, scale } = unitMeaning(audit.numericUnit ?? "");
        collect.sample(
          { benchmark, metric, unit, scale, better: "lower", zeroIsAnAnswer: true },
          audit.numericValue
        );
      }
    }
    for (const [name, { score }] of Object.entries(report.categories ?? {})) {
      const metric = `score.${name}`;
      if (score === null || score === void 0)
        collect.fail({
          benchmark,
          metric,
          code: "no-score",
          reason: "Lighthouse gave no score: an audit it rests on failed."
        });
      else collect.sample({ benchmark, metric, unit: "ratio", better: "higher", zeroIsAnAnswer: true }, score);
    }
    return collect.result();
  }
};
function reportIn(json) {
  return at(json, "lighthouseResult") ?? json;
}

// src/formats/pages/rollup-visualizer.ts
var VisualizerSchema = looseObject({
  tree: looseObject({ children: optional(array(unknown()), []) }),
  nodeParts: record(
    string(),
    looseObject({ renderedLength: figureSchema, gzipLength: figureSchema, brotliLength: figureSchema })
  )
});
var rollupVisualizer = {
  name: "rollup-visualizer",
  tool: "rollup",
  title: "rollup-plugin-visualizer, raw data",
  produce: "visualizer({ template: 'raw-data', filename: 'stats.json', gzipSize: true })",
  documentation: "https://github.com/btd/rollup-plugin-visualizer",
  detect: (source) => isRecord(at(source.json(), "nodeParts")) && isRecord(at(source.json(), "tree")),
  parse(source) {
    const collect = collector();
    const { tree, nodeParts } = shaped(source, VisualizerSchema);
    const chunks = tree.children.map((chunk) => ({
      name: assetName(String(at(chunk, "name") ?? "unnamed")),
      parts: partsOf(chunk).flatMap((id) => nodeParts[id] ?? [])
    }));
    const sum = (parts, key3) => parts.reduce((total2, part) => total2 + Number(at(part, key3) ?? 0), 0);
    for (const [key3, metric] of [
      ["renderedLength", "bytes"],
      ["gzipLength", "bytes.gzip"],
      ["brotliLength", "bytes.brotli"]
    ]) {
      const assets = chunks.map(({ name, parts }) => ({ name, size: sum(parts, key3) }));
      if (assets.some(({ size }) => size > 0)) collectAssets(collect, assets, metric);
    }
    return collect.result();
  }
};
function partsOf(node) {
  const id = at(node, "uid");
  return [...typeof id === "string" ? [id] : [], ...listOf(at(node, "children")).flatMap(partsOf)];
}

// src/formats/pages/size-limit.ts
var SizeLimitSchema = array(
  looseObject({
    name: optionalText,
    passed: optional(nullable(boolean())),
    size: figureSchema,
    sizeLimit: figureSchema,
    running: figureSchema,
    loading: figureSchema
  })
);
var sizeLimit = {
  name: "size-limit",
  tool: "size-limit",
  title: "size-limit, JSON",
  produce: "size-limit --json",
  documentation: "https://github.com/ai/size-limit",
  detect: (source) => listOf(source.json()).some(
    (one) => at(one, "size") !== void 0 && at(one, "name") !== void 0 && at(one, "value") === void 0
  ),
  parse(source) {
    const collect = collector();
    for (const [index, { name, passed, size, sizeLimit: limit, running, loading }] of shaped(
      source,
      SizeLimitSchema
    ).entries()) {
      const benchmark = name || `entry ${index + 1}`;
      collect.exact({ benchmark, metric: "bytes", unit: "B", better: "lower" }, size);
      for (const [metric, value] of [
        ["running", running],
        ["loading", loading]
      ])
        if (value !== void 0 && value !== null)
          collect.sample({ benchmark, metric, unit: "s", better: "lower", zeroIsAnAnswer: true }, value);
      if (passed === false)
        collect.fail({
          benchmark,
          metric: "bytes",
          code: "limit-exceeded",
          reason: `size-limit's own limit${limit ? ` of ${limit} bytes` : ""} was exceeded.`
        });
    }
    return collect.result();
  }
};

// src/formats/pages/webpack-stats.ts
var WebpackSchema = looseObject({
  errors: optional(array(unknown())),
  assets: optional(
    array(looseObject({ name: string(), size: figureSchema, info: optional(nullable(anyRecord)) }))
  ),
  children: optional(array(unknown()))
});
var webpackStats = {
  name: "webpack-stats",
  tool: "webpack",
  title: "webpack or rspack, stats",
  produce: "webpack --json=stats.json",
  documentation: "https://webpack.js.org/api/stats/",
  detect: (source) => {
    const json = source.json();
    const several = at(json, "children", 0, "assets") !== void 0;
    return (several || Array.isArray(at(json, "assets")) || Array.isArray(at(json, "errors"))) && at(json, "hash") !== void 0;
  },
  parse(source) {
    const collect = collector();
    const json = source.json();
    const builds = Array.isArray(at(json, "assets")) ? [json] : listOf(at(json, "children"));
    const assets = (builds.length > 0 ? builds : [json]).flatMap((build2) => {
      const { errors, assets: own } = shaped(source, WebpackSchema, build2);
      for (const error of errors ?? []) {
        const said2 = String(at(error, "message") ?? error).split("\n", 1)[0];
        collect.fail({ benchmark: "webpack", code: "build-failed", reason: `The build failed: ${said2}` });
      }
      return own ?? [];
    });
    const sized = assets.filter(
      ({ name, info }) => at(info, "development") !== true && !name.endsWith(".map")
    );
    collectAssets(
      collect,
      sized.map(({ name, size, info }) => ({
        name: assetName(
          name,
          ["contenthash", "chunkhash", "fullhash", "modulehash"].flatMap((key3) => hashesIn(at(info, key3)))
        ),
        size
      }))
    );
    return collect.result();
  }
};
function hashesIn(value) {
  return (Array.isArray(value) ? value : [value]).filter((hash) => typeof hash === "string");
}

// src/formats/registry.ts
var formats = [
  // JavaScript
  tinybench,
  tinybenchTable,
  mitata,
  mitataText,
  vitestBench,
  vitestBenchStdout,
  benchmarkjs,
  denoBench,
  denoBenchText,
  jsConsoleTime,
  // Commands
  hyperfine,
  hyperfineCsv,
  hyperfineMarkdown,
  // Go
  goBench,
  goBenchJson,
  // Python
  pytestBenchmark,
  pyperf,
  asvJson,
  asvText,
  // Rust
  cargoBench,
  cargoBenchJson,
  criterionText,
  criterionJson,
  criterionCsv,
  cargoCriterion,
  divan,
  iai,
  gungraun,
  gungraunJson,
  // C++
  googleBenchmark,
  googleBenchmarkConsole,
  googleBenchmarkCsv,
  catch2,
  catch2Xml,
  nanobench,
  nanobenchCsv,
  nanobenchText,
  // JVM and .NET
  jmh,
  benchmarkdotnet,
  // Other languages
  julia,
  rubyBenchmark,
  rubyIps,
  rubyIpsJson,
  phpbench,
  dartHarness,
  luau,
  xctest,
  sightglass,
  // Load tests
  k6SummaryExport,
  k6Handlesummary,
  k6MachineReadable,
  k6Csv,
  k6Json,
  artillery,
  artillerySketch,
  autocannon,
  wrk,
  hey,
  heyCsv,
  oha,
  ohaText,
  vegetaJson,
  vegetaText,
  vegetaResults,
  ab,
  abCsv,
  abGnuplot,
  h2load,
  siege,
  locustCsv,
  locustJson,
  gatlingStats,
  gatlingAssertions,
  jmeterCsv,
  jmeterXml,
  jmeterStatistics,
  jmeterSummariser,
  taurusXml,
  iago,
  histostats,
  junitXml,
  // Pages and sizes
  lighthouse,
  sizeLimit,
  webpackStats,
  esbuildMetafile,
  rollupVisualizer,
  // Other gates, and anything else
  customJson,
  gabDataJs,
  bmfJson,
  bencherPerf,
  nyrkioJson,
  tachometer,
  jenkinsBenchmark,
  csvSeries,
  csv
];

// src/formats/import.ts
var longestText = 400 * 2 ** 20;
function importText({ text, file, format, better }) {
  const wanted = resolve2(format);
  const source = sourceOf(file, text, better ?? wanted.better);
  const chosen = choose(wanted.candidates, source, format);
  return {
    format: chosen,
    imported: notEmpty(
      chosen,
      file,
      withTool(chosen, file, () => chosen.parse(source))
    )
  };
}
async function importChunks(request) {
  const { chunks, file, format } = request;
  const wanted = resolve2(format);
  const iterator = chunks[Symbol.asyncIterator]();
  let text = "";
  let ended = false;
  while (!ended && text.length < headLength) ended = await more();
  const source = sourceOf(file, text, request.better ?? wanted.better);
  const streaming = wanted.candidates.find((one) => one.parseChunks !== void 0 && one.detect(source));
  if (streaming?.parseChunks !== void 0) {
    const rest = { [Symbol.asyncIterator]: () => iterator };
    const head = text;
    const whole = (async function* () {
      yield head;
      if (!ended) yield* rest;
    })();
    const imported = await withToolAsync(streaming, file, streaming.parseChunks(whole, file));
    return { format: streaming, imported: notEmpty(streaming, file, imported) };
  }
  while (!ended) {
    ended = await more();
    if (text.length > longestText)
      throw new ReadError(
        `${file}: more than ${longestText / 2 ** 20} MiB, and not of a format that is read as a stream.`,
        `Streams are read of ${formats.flatMap((one) => one.parseChunks === void 0 ? [] : [one.name]).join(", ")}.`
      );
  }
  return importText({ ...request, text });
  async function more() {
    const next = await iterator.next();
    if (next.done !== true) text += next.value;
    return next.done === true;
  }
}
function resolve2(word) {
  if (word === "auto" || word === "magic") return { candidates: formats };
  const alias = aliases.find((one) => one.word === word);
  const name = alias?.means ?? word;
  const candidates = formats.filter((one) => one.name === name || one.tool === name);
  if (candidates.length === 0)
    throw new ReadError(
      `unknown format ${JSON.stringify(word)}${nearest(word)}`,
      `One of: auto, ${formats.map((one) => one.name).join(", ")}.`
    );
  return { candidates, ...alias?.better === void 0 ? {} : { better: alias.better } };
}
function choose(candidates, source, word) {
  const [only] = candidates;
  if (source.text.trim() === "")
    throw new ReadError(`${source.file}: it is empty, so nothing was measured.`, producedBy(candidates));
  if (candidates.length === 1 && only !== void 0) return only;
  const found = candidates.filter((one) => one.detect(source));
  const [first] = found;
  if (found.length === 1 && first !== void 0) return first;
  if (found.length > 1)
    throw new ReadError(
      `${source.file}: it could be ${found.map((one) => one.title).join(" or ")}.`,
      `Say which: --format ${found.map((one) => one.name).join(" or ")}.`
    );
  const exact = candidates.find((one) => one.name === word);
  if (exact !== void 0) return exact;
  refuse(candidates, source, word);
}
function refuse(candidates, source, word) {
  const broken2 = /^\s*[[{]/.test(source.text) && source.json() === void 0;
  const problem = source.jsonProblem();
  const closed = broken2 ? closedJson(source.text) : null;
  const like = closed === null ? [] : candidates.filter((one) => one.detect(sourceOf(source.file, closed)));
  const [first] = like;
  if (first !== void 0)
    throw new ReadError(
      `${source.file}: ${first.title}: line ${problem.line}: ${problem.message}; the file was cut off.`,
      producedBy(like)
    );
  const expected = candidates === formats ? "of no format that perf-gate reads" : `no output of ${word}`;
  const line2 = JSON.stringify(source.text.trim().split("\n", 1)[0]?.slice(0, 80) ?? "");
  const said2 = broken2 ? ` Line ${problem.line}: ${problem.message}.` : "";
  throw new ReadError(`${source.file}: it is ${expected}; line 1 is ${line2}.${said2}`, producedBy(candidates));
}
function notEmpty(format, file, imported) {
  if (imported.series.length > 0 || imported.failures.length > 0) return imported;
  throw new ReadError(
    `${file}: ${format.title}: it holds no benchmarks, so nothing was measured.`,
    producedBy([format])
  );
}
function withTool(format, file, parse2) {
  try {
    return parse2();
  } catch (error) {
    throw named(format, file, error);
  }
}
async function withToolAsync(format, file, parsing) {
  try {
    return await parsing;
  } catch (error) {
    throw named(format, file, error);
  }
}
function named(format, file, error) {
  if (!(error instanceof ReadError)) return error;
  return new ReadError(`${file}: ${format.title}: ${error.message}`, producedBy([format]), { cause: error });
}
function producedBy(candidates) {
  if (candidates === formats)
    return "Name the format with --format; `perf-gate formats` lists them with the command that writes each.";
  return `perf-gate reads what this writes: ${candidates.map((one) => one.produce).join("   or   ")}`;
}
function nearest(word) {
  const start = word.toLowerCase().slice(0, 3);
  const near = formats.filter((one) => one.name.startsWith(start) || one.tool.startsWith(start)).map((one) => one.name);
  return near.length === 0 ? "" : `; did you mean ${near.slice(0, 3).join(" or ")}?`;
}

// src/formats/merge.ts
function mergeImported(parts) {
  const groups = /* @__PURE__ */ new Map();
  for (const series of parts.flatMap((part) => part.series)) {
    const key3 = seriesKey(series);
    groups.set(key3, [...groups.get(key3) ?? [], series]);
  }
  return {
    series: [...groups.values()].flatMap(together),
    failures: unique(parts.flatMap((part) => part.failures)),
    notices: unique(parts.flatMap((part) => part.notices))
  };
}
function together(group) {
  const [first] = group;
  if (first === void 0 || group.length === 1) return [...group];
  const alien = group.filter((one) => one.unit !== first.unit);
  const alike = group.filter((one) => one.unit === first.unit);
  const renamed2 = alien.map((one) => ({ ...one, metric: `${one.metric} (${one.unit})` }));
  return [{ ...first, evidence: joined(alike.map((one) => one.evidence)) }, ...renamed2];
}
function joined(evidence) {
  const [first] = evidence;
  if (first === void 0) return { kind: "trials", trials: [] };
  const exact = evidence.flatMap((one) => one.kind === "exact" ? [one.value] : []);
  if (exact.length === evidence.length && new Set(exact).size === 1) return first;
  const rounds = evidence.flatMap(
    (one) => one.kind === "histogram" ? one.rounds : []
  );
  if (evidence.every((one) => one.kind === "histogram"))
    return { kind: "histogram", rounds: rounds.map((one, round) => ({ ...one, round })) };
  const trials = evidence.flatMap((one) => {
    if (one.kind === "trials") return one.trials;
    if (one.kind === "exact") return [{ samples: [one.value] }];
    const centre = one.kind === "summary" ? one.mean ?? one.median : void 0;
    return centre === void 0 ? [] : [{ samples: [centre] }];
  });
  return { kind: "trials", trials: trials.map((one, round) => ({ ...one, round })) };
}
function unique(values) {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

// src/formats/files.ts
var besideSample = /(?:^|[\\/])(?:benchmark|estimates|tukey)\.json$/;
async function importFiles(files2, format, better) {
  const sampled = new Set(
    files2.flatMap(({ file }) => /(?:^|[\\/])sample\.json$/.test(file) ? [folderOf(file)] : [])
  );
  const names = /* @__PURE__ */ new Map();
  const rest = [];
  for (const one of files2) {
    if (!besideSample.test(one.file) || !sampled.has(folderOf(one.file))) {
      rest.push(one);
      continue;
    }
    const id = criterionId(sourceOf(one.file, await wholeText(one.chunks)));
    if (id !== null) names.set(folderOf(one.file), id);
  }
  const read10 = [];
  for (const { file, chunks } of rest) {
    const found = await importChunks({ chunks, file, format, ...better === void 0 ? {} : { better } });
    const id = found.format === criterionJson ? names.get(folderOf(file)) : void 0;
    read10.push({ ...found, file, imported: id === void 0 ? found.imported : renamed(found.imported, id) });
  }
  if (read10.length === 0)
    throw new ReadError("no file holds a result", "Name the files that the benchmark tool wrote.");
  return { read: read10, imported: mergeImported(read10.map((one) => one.imported)) };
}
async function wholeText(chunks) {
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return text;
}
function renamed(imported, benchmark) {
  return {
    ...imported,
    series: imported.series.map((one) => ({ ...one, benchmark })),
    failures: imported.failures.map((one) => ({ ...one, benchmark }))
  };
}
function folderOf(file) {
  return file.replace(/[^\\/]*$/, "");
}

// src/formats/history.ts
var historyFormats = [
  { format: gabDataJs, points: dataJsHistory },
  { format: bencherPerf, points: bencherHistory },
  { format: nyrkioJson, points: nyrkioHistory },
  { format: csvSeries, points: csvHistory }
];
function importHistory({ text, file }) {
  const source = sourceOf(file, text);
  const found = historyFormats.find(({ format }) => format.detect(source));
  if (found === void 0)
    throw new ReadError(
      `${file}: it is no history that perf-gate reads.`,
      `It reads ${historyFormats.map(({ format }) => format.title).join("; ")}.`
    );
  const runs = runsOf(found.points(source), found.format);
  if (runs.length === 0) throw new ReadError(`${file}: ${found.format.title}: it holds no results.`);
  return { format: found.format, runs };
}
function runsOf(points, format) {
  const runs = /* @__PURE__ */ new Map();
  for (const [index, { commit, ref, at: at2, suite: suite2, imported }] of points.entries()) {
    const key3 = commit ?? `${at2 ?? index}`;
    const known3 = runs.get(key3);
    const subject = { ...commit === void 0 ? {} : { commit }, ...ref === void 0 ? {} : { ref } };
    const date = new Date(at2 ?? Number.NaN);
    const created = Number.isNaN(date.getTime()) ? {} : { createdAt: date.toISOString() };
    const notice = {
      code: "imported-history",
      message: `Imported from ${format.title}; its machine is unknown.`
    };
    const run = known3 ?? emptyRun({ subject, ...created, notices: [notice] });
    const taken = new Set(run.series.map((one) => one.benchmark));
    const series = imported.series.map(
      (one) => suite2 !== void 0 && taken.has(one.benchmark) ? { ...one, benchmark: `${suite2}/${one.benchmark}` } : one
    );
    const merged2 = mergeImported([run, { ...imported, series }]);
    runs.set(key3, {
      ...run,
      series: [...merged2.series],
      failures: [...merged2.failures],
      notices: [...merged2.notices]
    });
  }
  const filled = [...runs.values()].filter((run) => run.series.length > 0 || run.failures.length > 0);
  return filled.sort((a, b) => (a.createdAt ?? "").localeCompare(b.createdAt ?? ""));
}

// src/commands/import.ts
async function importCommand(request, { json }, host2) {
  const opened = [];
  for (const file of request.files) {
    const chunks = await host2.files.chunks(file);
    if (chunks === null) throw new ConfigError(`${file}: there is no such file.`);
    opened.push({ file, chunks });
  }
  const { read: read10, imported } = await importFiles(opened, request.format, request.better);
  const run = emptyRun({
    series: [...imported.series],
    failures: [...imported.failures],
    notices: [...imported.notices],
    createdAt: new Date(host2.clock.now()).toISOString(),
    environment: { perfGate: host2.version }
  });
  if (request.output !== void 0) await host2.files.write(request.output, JSON.stringify(run));
  const exitCode = imported.failures.length > 0 ? exitCodes.fail : exitCodes.pass;
  if (json) return { exitCode, output: JSON.stringify(run) };
  const sources = read10.map(({ file, format }) => `${file}: ${format.title}`);
  return { exitCode, output: [...sources, ...describeRun(run), ...written2(request.output)].join("\n") };
}
var written2 = (output) => output === void 0 ? [] : [`Run written to ${output}`];
function describeRun({ series, failures, notices }) {
  const benchmarks = /* @__PURE__ */ new Map();
  for (const { benchmark, metric, unit } of series)
    benchmarks.set(benchmark, [...benchmarks.get(benchmark) ?? [], `${metric} (${unit})`]);
  return [
    `${benchmarks.size} ${benchmarks.size === 1 ? "benchmark" : "benchmarks"}, ${series.length} series, ${failures.length} failed`,
    ...[...benchmarks].map(([name, metrics2]) => `  ${name}: ${metrics2.join(", ")}`),
    ...failures.map(({ benchmark, reason }) => `  failed: ${benchmark}: ${reason}`),
    ...notices.map(({ message, fix: fix2 }) => `  note: ${[message, fix2].filter(Boolean).join(" ")}`)
  ];
}
function formatsCommand({ json }) {
  const rows = formats.map(({ name, title, produce: produce2 }) => ({ name, title, produce: produce2 }));
  const width = Math.max(...rows.map(({ name }) => name.length));
  return {
    exitCode: exitCodes.pass,
    output: json ? JSON.stringify(rows) : rows.map(
      ({ name, title, produce: produce2 }) => `${name.padEnd(width)}  ${title}
${" ".repeat(width)}    ${produce2}`
    ).join("\n")
  };
}
async function historyCommand({ file, output }, { json }, { files: files2 }) {
  const text = await files2.read(file);
  if (text === null) throw new ConfigError(`${file}: there is no such file.`);
  const { format, runs } = importHistory({ text, file });
  const width = String(runs.length).length;
  const paths = [];
  for (const [index, run] of runs.entries()) {
    const commit = (run.subject.commit ?? "unknown").replace(/[^0-9A-Za-z-]/g, "").slice(0, 12);
    const path = `${output}/${String(index + 1).padStart(width, "0")}-${commit}.run.json`;
    await files2.write(path, JSON.stringify(run));
    paths.push(path);
  }
  const said2 = `${file}: ${format.title}, ${runs.length} ${runs.length === 1 ? "Run" : "Runs"} written to ${output}`;
  return {
    exitCode: exitCodes.pass,
    output: json ? JSON.stringify({ format: format.name, runs: paths }) : said2
  };
}

// src/config/starter.ts
var checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
var setupNode = "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0";
var workflowPaths = {
  measure: ".github/workflows/perf-gate.yml",
  publish: ".github/workflows/perf-gate-publish.yml"
};
function measuringWorkflow(branch2) {
  return `# Measures pull requests against their base, and the default branch for later ones to be compared with.
name: perf-gate

on:
  pull_request:
  push:
    branches: [${JSON.stringify(branch2)}]
  merge_group:
  schedule:
    # Artifacts last 90 days: a quiet repository keeps a baseline all the same.
    - cron: '17 4 * * 1'
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: perf-gate-\${{ github.ref }}
  # A newer push replaces the run of an older one; a run of the default branch is never cancelled, it is a baseline.
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  gate:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
      # The comment. A pull request from a fork gets a token that only reads, whatever stands here: its report is
      # posted by perf-gate-publish.yml.
      pull-requests: write
      # Finding what earlier runs have stored.
      actions: read
    steps:
      - uses: ${checkout}
        with:
          # The code of the pull request runs here: it must not find a token.
          persist-credentials: false
          # All commits: without credentials a private clone could not be deepened later.
          fetch-depth: 0
      - uses: ${setupNode}
        with:
          node-version: 24
      # Pin it to a commit of a release: uses: org/perf-gate@<commit> # v1.0.0
      - uses: org/perf-gate@v1
`;
}
var publishingWorkflow = `# Posts the results of pull requests from forks, whose own runs may not write. It runs this file as it is on the default
# branch, checks out nothing, runs nothing of the pull request, and believes nothing of the report but its numbers.
name: perf-gate-publish

on:
  workflow_run:
    workflows: [perf-gate]
    types: [completed]

permissions: {}

concurrency:
  group: perf-gate-publish-\${{ github.event.workflow_run.head_repository.full_name }}-\${{ github.event.workflow_run.head_branch }}

jobs:
  publish:
    if: github.event.workflow_run.event == 'pull_request'
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      # The report, as an artifact of the run that has ended.
      actions: read
      # Which pull request it was, and its comment.
      pull-requests: write
      # A check on the pull request's own commit, for branch protection.
      checks: write
    steps:
      - uses: org/perf-gate@v1
        with:
          command: publish
          check: always
`;
var installs = [
  ["pnpm-lock.yaml", "corepack pnpm install --frozen-lockfile"],
  ["yarn.lock", "corepack yarn install --immutable"],
  ["bun.lock", "bun install --frozen-lockfile"],
  ["package-lock.json", "npm ci"],
  ["npm-shrinkwrap.json", "npm ci"]
];
var benchmarkFile = /^(?:.*\/)?(?:bench(?:mark)?s?\/[^/]+|[^/]+\.bench(?:mark)?)\.[cm]?[jt]s$/;
function firstSuite({ files: files2 }) {
  const install = installs.find(([lockfile]) => files2.includes(lockfile))?.[1];
  const modules = files2.filter((file) => benchmarkFile.test(file)).slice(0, 12);
  const named2 = modules.map((file) => [nameOf6(file), file]);
  const benchmarks = named2.length > 0 ? named2.map(([name, file]) => `  ${JSON.stringify(name)}:
    task: ${JSON.stringify(file)}
`) : [
    "  # A module whose exported functions are measured, one row each:\n",
    "  #   parse: { task: bench/parse.js }\n",
    "  start:\n    command: node --version # a command of yours\n"
  ];
  return [
    "# What is measured, base against head, on every pull request: docs/configuration.md\n",
    ...install === void 0 ? [] : [`setup: ${install}
`],
    "benchmarks:\n",
    ...benchmarks
  ].join("");
}
function nameOf6(file) {
  const name = file.replace(/^.*\//, "").replace(/(?:\.bench(?:mark)?)?\.[cm]?[jt]s$/, "");
  return benchmarkName.test(name) ? name : "benchmark";
}

// src/commands/init.ts
var elsewhere = /^(?:.*\/)?(?:node_modules|dist|coverage|\.git|\.perf-gate)\//;
async function initCommand({
  files: files2,
  git,
  cwd
}) {
  const lines = [];
  const branch2 = await git.defaultBranch() ?? await git.currentBranch() ?? "main";
  const present = await firstPresent(configNames, files2);
  const [suitePath] = configNames;
  if (present === null) {
    const patterns = ["*", "{src,bench,benches,benchmark,benchmarks,test,tests,packages}/**/*"];
    const found = (await files2.glob(patterns, cwd)).filter((file) => !elsewhere.test(file));
    const suite2 = firstSuite({ files: found });
    parseSuite(suite2, suitePath);
    await files2.write(suitePath, suite2);
    lines.push(`wrote ${suitePath}`);
  } else lines.push(`kept ${present}`);
  const workflows = [
    [workflowPaths.measure, measuringWorkflow(branch2)],
    [workflowPaths.publish, publishingWorkflow]
  ];
  for (const [path, content] of workflows) {
    if (await files2.exists(path)) lines.push(`kept ${path}`);
    else {
      await files2.write(path, content);
      lines.push(`wrote ${path}`);
    }
  }
  lines.push("", "Next: `perf-gate validate` shows what was understood, `perf-gate run` measures.");
  return { exitCode: exitCodes.pass, output: lines.join("\n") };
}
async function firstPresent(paths, files2) {
  for (const path of paths) if (await files2.exists(path)) return path;
  return null;
}

// src/plan/describe.ts
function describePlan(plan, budgets) {
  const count2 = plan.benchmarks.length;
  return [
    `${plan.suite}: ${count2} ${count2 === 1 ? "benchmark" : "benchmarks"}, base against head`,
    `base   ${sideText(plan.change.base)}: ${why(plan.change)}`,
    `head   ${sideText(plan.change.head)}`,
    ...plan.setup.map((command) => `setup  ${command}, once per side`),
    `seed   ${plan.seed}: decides which side runs first in each pair`,
    `time   ${limitText(plan)}`,
    ...plan.benchmarks.flatMap(({ benchmark }) => [
      "",
      ...benchmarkLines(benchmark, plan),
      ...budgetLines(benchmark, budgets)
    ])
  ];
}
function sideText({ commit, ref, directory, dirty }) {
  const named2 = [ref, commit?.slice(0, 7)].filter(
    (word, index, all) => word !== void 0 && all.indexOf(word) === index
  );
  const place = named2.length === 0 ? directory ?? "the working tree" : named2.join(" ");
  return dirty === true ? `${place} with uncommitted changes` : place;
}
function why({ reason, distance }) {
  const back = distance === void 0 ? "" : `, ${distance} ${distance === 1 ? "commit" : "commits"} back`;
  switch (reason) {
    case "merge-base":
      return `where the branch left its target${back}`;
    case "previous-commit":
      return `the commit before this push${back}`;
    case "last-commit":
      return `the last commit${back}`;
    case "named":
      return `asked for by name${back}`;
    case "folders":
      return "a folder that was given";
  }
}
function limitText({ benchmarks, maxTime }) {
  const timeouts = benchmarks.map(({ benchmark }) => timeoutOf(benchmark));
  const pair2 = 2 * Math.max(0, ...timeouts);
  const more = pair2 === 0 ? "" : `; at worst a last pair takes ${writeDuration(pair2)} more`;
  return `at most ${writeDuration(maxTime)} after setup, less when all is decided earlier${more}`;
}
function timeoutOf(benchmark) {
  if (benchmark.kind === "files") return 0;
  return benchmark.kind === "load" ? loadTime(benchmark) + benchmark.load.gracefulStop : benchmark.timeout;
}
function benchmarkLines(benchmark, { minPairs, maxPairs, only = [] }) {
  const title = `${benchmark.name}  (${describeBenchmark(benchmark)})`;
  if (benchmark.kind === "files") return [title, "  read once per side, compared exactly"];
  const asked = only.some((pattern2) => matchesBenchmark(pattern2, benchmark.name));
  const rows = asked ? [] : only.filter((pattern2) => couldMatchBelow(pattern2, benchmark.name));
  const pairs = `  ${minPairs} to ${maxPairs} pairs`;
  if (benchmark.kind === "load")
    return [
      title,
      `${pairs}; a trial is one round of load, about ${writeDuration(Math.ceil(loadTime(benchmark)))}`
    ];
  if (benchmark.kind !== "task")
    return [title, `${pairs}; a trial is killed after ${writeDuration(benchmark.timeout)}`];
  const trial = benchmark.warmUp + benchmark.trialTime;
  const [least2, most2] = [minPairs, maxPairs].map(
    (count2) => writeDuration(Math.round(20 * count2 * trial) / 10)
  );
  const which = rows.length === 0 ? "each function" : rows.join(", ");
  return [title, `${pairs} for ${which}: about ${writeDuration(trial)} a trial, ${least2} to ${most2} in all`];
}
function budgetLines(benchmark, budgets) {
  const { name } = benchmark;
  const lines = metricsOf(benchmark).map((metric) => {
    const terms = termsOf(budgets, { benchmark: name, metric });
    return `  ${metric}: ${terms.gating ? writeTerms(terms) : "shown, without a budget"}`;
  });
  const rows = budgets.filter(
    (budget) => !isGlob(budget.benchmark) && budget.benchmark.startsWith(`${name}/`)
  );
  return [
    ...lines,
    ...rows.map((budget) => {
      const terms = termsOf(budgets, { benchmark: budget.benchmark, metric: budget.metric });
      return `  ${budget.metric} of ${budget.benchmark}: ${writeTerms(terms)}`;
    })
  ];
}

// src/commands/plan.ts
async function planCommand(request, display2, host2) {
  const { plan, suite: suite2 } = await prepare(request, host2);
  return {
    exitCode: exitCodes.pass,
    output: display2.json ? JSON.stringify(plan) : describePlan(plan, suite2.budgets).join("\n")
  };
}

// src/commands/report.ts
async function reportCommand({ file, format, output }, { color, width }, { files: files2 }) {
  const saved = await files2.read(file);
  if (saved === null) throw new ConfigError(`${file}: there is no such file.`);
  const read10 = readReport(saved);
  if ("why" in read10)
    throw new ReadError(`${file} ${read10.why}`, "Reports are what `perf-gate run` leaves as report.json.");
  const text = renderers[format](read10.value, { color, ...width === void 0 ? {} : { width } });
  if (output === void 0) return { exitCode: exitCodes.pass, output: text };
  await files2.write(output, text);
  return { exitCode: exitCodes.pass, output: `${format} written to ${output}` };
}

// src/commands/run.ts
async function runCommand(request, display2, host2) {
  const { report, receipts, exitCode } = await gate(request, host2);
  for (const line2 of describeReceipts(needingAttention(receipts))) host2.log.info(line2);
  return { exitCode, output: shown(report, display2, request.config) };
}

// src/config/describe.ts
function describeSuite(suite2, path) {
  return [
    `${path}: suite "${suite2.name}", ${counted3(suite2.benchmarks)}`,
    ...section3("setup, once per side", suite2.setup),
    ...section3(
      "benchmarks",
      columns(suite2.benchmarks.map((one) => [one.name, describeBenchmark(one), metricsOf(one).join(", ")]))
    ),
    ...section3(
      suite2.budgets === defaultBudgets ? "budgets (the defaults: the suite has none)" : "budgets",
      suite2.budgets.flatMap((budget, index) => budgetLines2(budget, index, suite2))
    ),
    ...section3("measured and shown, without a budget", ungated(suite2)),
    ...section3("gate", columns(gateRows(suite2)))
  ];
}
function counted3(benchmarks) {
  const kinds = /* @__PURE__ */ new Map();
  for (const { kind } of benchmarks) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const parts = [...kinds].map(([kind, count2]) => `${count2} ${kind}`);
  const all = `${benchmarks.length} ${benchmarks.length === 1 ? "benchmark" : "benchmarks"}`;
  return parts.length === 0 ? all : `${all} (${parts.join(", ")})`;
}
function budgetLines2(budget, index, { benchmarks }) {
  const terms = writeTerms(
    termsOf([{ ...budget, benchmark: "**", metric: "**" }], { benchmark: "any", metric: budget.metric })
  );
  const rows = benchmarks.flatMap((benchmark) => {
    const { name } = benchmark;
    const below = !matchesBenchmark(budget.benchmark, name);
    if (below && !couldMatchBelow(budget.benchmark, name)) return [];
    const metrics2 = metricsOf(benchmark).filter((metric) => matchesGlob(budget.metric, metric));
    return metrics2.map((metric) => `${below ? budget.benchmark : name} ${metric}`);
  });
  if (rows.length === 0 && defaultBudgets.includes(budget)) return [];
  return [
    `[${index}] ${budget.benchmark === "**" ? "every benchmark" : budget.benchmark}, ${budget.metric}: ${terms}`,
    `    for ${rows.length === 0 ? "nothing that is measured here" : rows.join(", ")}`
  ];
}
function ungated({ benchmarks, budgets }) {
  return benchmarks.flatMap((benchmark) => {
    const metrics2 = metricsOf(benchmark).filter(
      (metric) => !termsOf(budgets, { benchmark: benchmark.name, metric }).gating
    );
    return metrics2.length === 0 ? [] : [`${benchmark.name}: ${metrics2.join(", ")}`];
  });
}
function gateRows({ gate: gate2, baseline }) {
  return [
    ["alpha", `${gate2.alpha}: at most 1 in ${Math.round(1 / gate2.alpha)} unchanged pull requests is stopped`],
    ["max-time", `${writeDuration(gate2.maxTime)} of measuring, after setup`],
    ["max-pairs", `${gate2.maxPairs} per benchmark`],
    ["on-inconclusive", gate2.onInconclusive],
    ["confirm", `${gate2.confirm} fresh jobs, where only recorded Runs are compared`],
    ["baseline", baseline.from]
  ];
}
function section3(title, lines) {
  return lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line2) => `  ${line2}`.trimEnd())];
}
function columns(rows) {
  const widths = rows.reduce(
    (widest, row12) => row12.map((cell2, index) => Math.max(widest[index] ?? 0, cell2.length)),
    []
  );
  return rows.map((row12) => row12.map((cell2, index) => cell2.padEnd(widths[index] ?? 0)).join("  "));
}

// src/commands/validate.ts
async function validateCommand({ config }, { json }, { files: files2 }) {
  const { suite: suite2, notices, path } = await loadSuite({ files: files2, path: config });
  const warnings = notices.map(({ where, message }) => `${where ?? path}: ${message}`);
  return {
    exitCode: exitCodes.pass,
    output: json ? JSON.stringify({ suite: suite2, notices }) : [...describeSuite(suite2, path), ...warnings].join("\n")
  };
}

// src/cli.ts
var version = true ? "0.1.0" : "source";
var commands = {
  run: {
    help: "Measure head against base, decide, report; exits 1 when the gate stops the change.",
    act: (written3) => {
      const flags = readFlags("run", written3);
      return runCommand(flags, display(flags), host(flags));
    }
  },
  plan: {
    help: "Show what `run` would measure and compare, without measuring.",
    act: (written3) => {
      const flags = readFlags("plan", written3);
      return planCommand({ ...flags, out: ".perf-gate" }, display(flags), host(flags));
    }
  },
  validate: {
    help: "Check the suite and show what was understood.",
    act: (written3) => {
      const flags = readFlags("validate", written3);
      return validateCommand(flags, display(flags), host(flags));
    }
  },
  compare: {
    help: "Compare Run files; needs no repository and measures nothing.",
    act: (written3) => {
      const flags = readFlags("compare", written3);
      return compareCommand(
        { config: flags.config, base: flags.baseRuns, head: flags.headRuns },
        display(flags),
        host(flags)
      );
    }
  },
  calibrate: {
    help: "Measure base against base: how noisy each metric is, what could be found, and what to change.",
    act: (written3) => {
      const flags = readFlags("calibrate", written3);
      return calibrateCommand(flags, display(flags), host(flags));
    }
  },
  import: {
    help: "Read results of other tools into a Run; exits 1 when they hold failed benchmarks.",
    arguments: "<files...>",
    act: (written3, files2) => {
      const flags = readFlags("import", written3);
      const { importFormat: format, better, outputFile: output } = flags;
      return importCommand({ files: files2, format, better, output }, flags, host({}));
    }
  },
  history: {
    help: "Read the history of another gate (`history import FILE`) into one Run per commit.",
    arguments: "<import> <file>",
    act: (written3, [verb, file = ""]) => {
      const flags = readFlags("history", written3);
      if (verb !== "import")
        throw new ConfigError(
          `history ${verb ?? ""}: it can only import.`,
          [],
          "perf-gate history import FILE"
        );
      return historyCommand({ file, output: flags.historyOut }, flags, host({}));
    }
  },
  formats: {
    help: "List the formats that `import` reads, with the command that writes each.",
    act: (written3) => formatsCommand(readFlags("formats", written3))
  },
  init: {
    help: "Write a first suite and the workflows; overwrites nothing.",
    act: (written3) => initCommand(host(readFlags("init", written3)))
  },
  doctor: {
    help: "Look for what would keep the gate from working here, and say what to do about it.",
    act: (written3) => {
      const flags = readFlags("doctor", written3);
      return doctorCommand(flags, flags, host(flags));
    }
  },
  publish: {
    help: "Post reports that another job measured; in a workflow_run those that the ended run has left.",
    arguments: "[files...]",
    act: async (written3, files2) => publishCommand(files2, readFlags("publish", written3), await publishingHost())
  },
  report: {
    help: "Write a saved report.json down in another shape.",
    arguments: "<file>",
    act: (written3, [file = ""]) => {
      const flags = readFlags("report", written3);
      const { reportFormat: format, outputFile: output } = flags;
      return reportCommand({ file, format, output }, display({ ...flags, json: false }), host(flags));
    }
  }
};
async function publishingHost() {
  const { env } = process;
  if (env.GITHUB_ACTIONS !== "true") return host({});
  const { githubHost } = await import("./chunks/host-HDD4NPSZ.js");
  const token2 = env.GITHUB_TOKEN === "" ? void 0 : env.GITHUB_TOKEN;
  return githubHost({ env, cwd: process.cwd(), version, token: token2, progressLine: () => null });
}
var wantsColor = ({ color }, stream) => color ?? (process.env.NO_COLOR === void 0 && stream.isTTY === true);
function display(flags) {
  const { columns: columns2 } = process.stdout;
  return {
    json: flags.json,
    color: wantsColor(flags, process.stdout),
    ...columns2 === void 0 ? {} : { width: columns2 }
  };
}
function host(flags) {
  const local = localHost({
    cwd: resolve3(flags.workingDirectory ?? "."),
    env: process.env,
    stderr: process.stderr,
    version,
    color: wantsColor(flags, process.stderr)
  });
  return flags.quiet === true ? { ...local, log: { ...local.log, progress: () => {
  }, info: () => {
  } } } : local;
}
function program2() {
  const root = new Command("perf-gate").description("A performance gate for changes: measures base and head, decides, and says how sure it is.").version(version).showSuggestionAfterError().exitOverride();
  for (const [name, { help, arguments: takes, act }] of Object.entries(commands)) {
    const command = root.command(name).description(help).exitOverride();
    if (takes !== void 0) command.arguments(takes);
    for (const flag of flagsOf(name)) {
      const option = new Option(flag.flags, flag.help);
      if (flag.default !== void 0) option.default(flag.default);
      if (flag.required) option.makeOptionMandatory();
      command.addOption(option);
    }
    command.action(async () => {
      const { exitCode, output } = await act(command.opts(), command.args);
      process.stdout.write(`${output.replace(/\n$/, "")}
`);
      process.exitCode = exitCode;
    });
  }
  return root;
}
function tell(error) {
  process.stderr.write(`perf-gate: ${error.message}
`);
  if (error.fix !== void 0) process.stderr.write(`${error.fix}
`);
}
try {
  await program2().parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.pass : exitCodes.usage;
  } else if (error instanceof PerfGateError) {
    tell(error);
    process.exitCode = error.exitCode;
  } else {
    process.stderr.write(`perf-gate: this is a fault of perf-gate itself, please report it.
`);
    process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}
`);
    process.exitCode = exitCodes.unmeasured;
  }
}
