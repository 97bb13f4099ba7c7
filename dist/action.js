import { o as __toESM, t as __commonJSMin } from "./chunks/rolldown-runtime.js";
import { r as pathsOf$1, t as CountersignError } from "./chunks/errors.js";
import { t as isJsonObject } from "./chunks/json.js";
import { t as parseJson } from "./chunks/parse-json.js";
import { _ as cut, a as CHECK_LIMIT, c as sizeOf$1, d as listed$1, f as markdown, g as codeBlock, h as strong, i as shortDigest, m as said, n as capitalized, o as COMMENT_LIMIT, p as plain, r as count, s as fit, t as TRIAL_SENTENCE, u as data, v as grouped, x as visible, y as logLine } from "./chunks/words.js";
import { r as loadProviders, t as loadApplier } from "./chunks/registry2.js";
import { i as parseAddress, t as compareText } from "./chunks/address.js";
import { a as sha256, i as planDigest, n as hashJson, t as canonicalize } from "./chunks/digest.js";
import { n as drawMark, t as commitmentOf } from "./chunks/creation-mark.js";
import { a as sameLeaf, l as isPatternMark, r as leavesOf, u as isUnknownMark } from "./chunks/leaves.js";
import { d as adoptionOf, i as unappliedRequirements, l as AssessedAccess, p as claimReason } from "./chunks/requirements.js";
import { t as levelOf$1 } from "./chunks/level.js";
import { i as unreadablePhrase, n as errorsVerdict, r as renderErrors, t as diagnosticPhrase } from "./chunks/errors2.js";
import { A as othersLines, B as sufficesSomehow, C as riskPhrase, F as accessPhrase, G as viewOf, H as identityOf, I as groupAccess, K as pathOf, L as byChoice, R as spareSomehow, S as changeSentence, V as denialText, a as irreversibleLines, c as needLines, d as requirementPhrase, f as takenInLines, h as verdictPhrase, i as governanceLines, l as noteLines, m as eitherPhrase, n as findingPhrase, o as leadLines, p as approverPhrase, q as pathText, r as gainLines, s as leadSection, t as blockedLines, u as policyLines, v as nextPhrase, y as exceptionLines, z as standingsOf$1 } from "./chunks/sections.js";
import { n as askText, t as approverText } from "./chunks/asking.js";
import { D as sameLogin, O as teamOf, T as memberOf, _ as ineligible, b as reason$1, c as PULL_LIMITS, d as teamsRead, g as contributorProblems, h as contributingBots, m as barred, n as NO_POLICIES, p as answersFor, r as newlyWrong, v as mayWrite, w as isTeam, x as withAuthor, y as means } from "./chunks/set.js";
import { a as isPolicyFile, c as literalFolder, d as CODE_OWNERS_PATHS, f as NO_CODE_OWNERS, i as isInput, m as ownershipOf, n as parseConfiguration, r as classifier, s as judgesOthers, t as overlookedFiles, u as CONFIGURATION_PATH } from "./chunks/overlooked.js";
import { s as writtenRemoval, t as API_VERSION$1 } from "./chunks/envelope.js";
import { t as writeYaml } from "./chunks/write.js";
import { a as plannedIn, c as entriesOfPullRequest, d as readBlob$1, f as stateOf, g as controlsReport, i as pastPlan, l as entriesSince, m as controlsFold, o as keptPlan, p as unappliedOf, r as tryOn, s as parsed$1, t as isUntold, u as excludedBy } from "./chunks/trial.js";
import { a as checkFold, c as movedFold, d as unmanagedFold, i as credentialsFold, l as notModelledFold, n as renderReport, o as editsFold, r as tableLines, s as foldMarkdown, t as renderTerminal, u as readFold } from "./chunks/terminal.js";
import { r as load } from "./chunks/outside.js";
import { n as warningOf, t as unmatchedNames } from "./chunks/unmatched.js";
import { a as bringsRules, c as unknownReasons, d as ownErrors, f as desiredOf, i as blockedByNext, l as reworded, m as scopeOf$1, n as planWithAccess, o as sourcesTouched, p as requestsIn, r as NO_RULES, u as forbiddenBy } from "./chunks/plan-live.js";
import { A as HEAD_PATH, D as sealEntry, L as anchorText, N as blobPath, P as entryPath, R as readAnchor, S as openLedger, T as openEntry, a as audienceOf, b as entriesAt, c as oidcVerifier, d as StateBuilder, g as readState, i as unsigned, l as pinnedKeys, n as ed25519Verifier, o as endOf, r as keyIdOf, s as issuerKey, t as ed25519Signer } from "./chunks/signing.js";
import { n as joined, p as keyOf, r as riskOf } from "./chunks/risk.js";
import { t as judgeBy } from "./chunks/policy.js";
import { n as riskFacts } from "./chunks/facts.js";
import { t as parseYaml } from "./chunks/yaml.js";
import { c as decodeHandedState, l as encodeHandedState, r as readLive, s as HANDED_STATE_LIMIT, u as handedStates } from "./chunks/read-live.js";
import { a as isAssessedCredentials } from "./chunks/credentials.js";
import { t as isAssessedAccess } from "./chunks/decode.js";
import { a as gainsUnshown } from "./chunks/room.js";
import { t as readForOthers } from "./chunks/read-source.js";
import { t as VERSION$8 } from "./chunks/version.js";
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { lstatSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";

// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os.EOL);
}
/**
* Begin an output group.
*
* Output until the next `groupEnd` will be foldable in this group
*
* @param name The name of the output group
*/
function startGroup(name) {
	issue("group", name);
}
/**
* End an output group.
*/
function endGroup() {
	issue("endgroup");
}
/**
* Wrap an asynchronous function call in a group.
*
* Returns the same type as the function itself.
*
* @param name The name of the group
* @param fn The function to wrap in the group
*/
function group(name, fn) {
	return __awaiter(this, void 0, void 0, function* () {
		startGroup(name);
		let result;
		try {
			result = yield fn();
		} finally {
			endGroup();
		}
		return result;
	});
}

// src/action/event.ts
/** Events by which an apply runs; a tripwire runs by none of them. */
const APPLY_EVENTS = /* @__PURE__ */ new Set([
	"push",
	"schedule",
	"workflow_dispatch"
]);
/** @throws CountersignError `event-unreadable`. */
function meantBy(asked, { pull_request: pull, workflow_run: run }) {
	if (typeof asked === "number") return {
		kind: "number",
		number: asked
	};
	if (asked === "all") return { kind: "all" };
	if (isNumber(pull?.number)) return {
		kind: "number",
		number: pull.number
	};
	if (run?.event === "merge_group") return {
		kind: "group",
		group: groupOf$1(run)
	};
	if (APPLY_EVENTS.has(run?.event) && isNumber(run?.id) && isNumber(run.run_attempt)) return {
		kind: "applied",
		run: {
			id: run.id,
			attempt: run.run_attempt
		}
	};
	return run?.head_sha === void 0 ? { kind: "all" } : {
		kind: "head",
		head: run.head_sha
	};
}
function groupOf$1({ head_sha: head, head_branch: branch }) {
	if (typeof head === "string" && /^[0-9a-f]{40}$/u.test(head) && typeof branch === "string") return {
		head,
		branch
	};
	throw unreadable$1("The event's merge group has no commit or no branch.");
}
function isNumber(value) {
	return Number.isSafeInteger(value) && Number(value) > 0;
}
/** @throws CountersignError `event-unreadable`. */
function parseEvent(text) {
	let event;
	try {
		event = parseJson(text);
	} catch (cause) {
		throw unreadable$1("The event's payload is not JSON.", cause);
	}
	if (isJsonObject(event)) return event;
	throw unreadable$1("The event's payload is not an object.");
}
function unreadable$1(message, cause) {
	return new CountersignError("event-unreadable", message, {
		mend: "Run this as a step of a workflow.",
		cause
	});
}

// src/action/inputs.ts
const COMMANDS = [
	"plan",
	"publish",
	"apply",
	"init",
	"doctor",
	"read"
];
/** @throws CountersignError `input-invalid` naming the input. */
function readInputs(input) {
	const command = COMMANDS.find((known) => known === input("command"));
	if (command === void 0) throw invalid("command", `Use one of ${COMMANDS.join(", ")}.`);
	return {
		command,
		token: input("token"),
		pullRequest: pullRequestOf(input("pull-request")),
		forkHead: forkHeadOf(input("fork-head")),
		bundle: input("bundle"),
		source: input("source") === "" ? null : input("source"),
		liveState: pathsOf(input("live-state")),
		ledgerToken: input("ledger-token") === "" ? null : input("ledger-token"),
		writeInterval: intervalOf(input("write-interval"))
	};
}
function pullRequestOf(text) {
	if (text === "") return "event";
	if (text === "all") return "all";
	if (/^[1-9]\d{0,9}$/u.test(text)) return Number(text);
	throw invalid("pull-request", "Give a number, all, or nothing.");
}
function forkHeadOf(text) {
	if (text === "") return null;
	if (/^[0-9a-f]{40}$/u.test(text)) return text;
	throw invalid("fork-head", "Give the full commit id, forty hexadecimal digits in lower case.");
}
/** One a line. */
function pathsOf(text) {
	return text.split("\n").map((line) => line.trim()).filter((path) => path !== "");
}
function intervalOf(text) {
	if (/^\d{1,5}$/u.test(text)) return Number(text);
	throw invalid("write-interval", "Give milliseconds, from 0 to 99999.");
}
function invalid(name, mend) {
	return new CountersignError("input-invalid", `The input ${name} is not valid.`, { mend });
}

// src/action/report.ts
/** One line that shows whatever it was made of and that neither a terminal nor the runner obeys. */
function inert(text) {
	return logLine(seen$1(text));
}
/** A log keeps the spaces that a page would swallow, so indentation stays what it is. */
function seen$1(text) {
	return text.replace(/[^ ]+(?: [^ ]+)*/gu, visible);
}
/** Cause, evidence and mend; of an unforeseen error only its kind and places, since its message may quote anything. */
function explainError(error) {
	if (error instanceof CountersignError) {
		const evidence = error.evidence === void 0 ? "" : ` (${error.evidence})`;
		return `${error.code}: ${error.message}${evidence} ${error.mend}`;
	}
	if (!(error instanceof Error)) return "unexpected: The run failed without saying why.";
	const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line)).slice(0, 8);
	return `unexpected: The run failed with ${error.name}. Please report this.${places.join("")}`;
}
/** GitHub takes a megabyte of summary for a step. */
const SUMMARY_LINES = 3e3;
/** The lines as a block that shows them and obeys none of them. */
function summaryOf$2(lines) {
	const more = lines.length - SUMMARY_LINES;
	const shown = more > 0 ? [...lines.slice(0, SUMMARY_LINES), `… and ${more} more lines, see the log`] : lines;
	return `${codeBlock(shown.map(seen$1), "text")}\n`;
}

// src/core/apply/failures.ts
function retriesExhausted(step, attempts, cause) {
	return {
		code: "step-retries-exhausted",
		severity: "error",
		cause: `The live system asked ${attempts} times to repeat ${step.id}.`,
		mend: "Nothing is lost: the next run of the apply workflow continues here.",
		...cause === null ? {} : { evidence: cause.cause }
	};
}
function targetMismatch(source, evidence) {
	return {
		code: "target-mismatch",
		severity: "error",
		cause: `The write connection of ${source} leads to another system than the one that was planned.`,
		mend: "Correct the write credential, then ask for the same again with a Reconciliation, which is planned and approved anew.",
		evidence
	};
}
/** What keeps a source or an identity from being read before or after a write; rethrows what is no CountersignError. */
function unread$1(what, error) {
	if (!(error instanceof CountersignError)) throw error;
	const { code, message, mend, evidence } = error;
	return {
		code: "live-state-unread",
		severity: "error",
		cause: `${what} could not be read through the write connection: ${message}`,
		mend: `${mend} Nothing is lost: the next run of the apply workflow continues here.`,
		evidence: evidence === void 0 ? code : `${code}: ${evidence}`
	};
}

// src/core/apply/judge.ts
/** What a conflict says of an identity as a whole. */
const EXISTENCE = {
	none: "does not exist",
	some: "exists"
};
const EXPECT = { kind: "expect" };
/**
* What a step may do with what it finds (the table of verdicts): execute on exactly the planned state, skip what is done,
* and refuse everything else, naming one attribute with its planned and its found value.
* @param incarnation the object's planned or read-back incarnation; null while it does not exist
* @param intended whether the ledger holds this apply's intent for the step
*/
function judgeStep(chain, step, found, incarnation, intended) {
	const stranger = step.expect === null ? null : otherIncarnation(found, incarnation);
	if (stranger !== null) return {
		kind: "conflict",
		...stranger
	};
	if (isReached(chain, step, found)) {
		if (step.expect === null && !intended) return {
			kind: "conflict",
			pointer: "",
			planned: null,
			found: "exists, and was not created by this apply"
		};
		return { kind: "already-applied" };
	}
	const mismatch = firstMismatch(step.expect, found.attributes, EXPECT);
	if (mismatch === null) return { kind: "execute" };
	return isPassed(chain, step, found) ? { kind: "already-applied" } : {
		kind: "conflict",
		...mismatch
	};
}
/** Judges what is found after a write, before it is committed where the system can. */
function confirmStep(step, found) {
	const mismatch = afterwards(step.expect, step.result, found);
	return mismatch === null ? { kind: "already-applied" } : {
		kind: "conflict",
		...mismatch
	};
}
function isReached(chain, step, found) {
	if (afterwards(step.expect, step.result, found) === null) return true;
	return chain.slice(chain.indexOf(step) + 1).filter((candidate) => sameDomain(candidate, step)).some((candidate) => afterwards(candidate.expect, candidate.result, found) === null);
}
/**
* Whether what is found is this step's part of the state once later ones are done, too. Steps that each write one member of a list,
* and read all of it, do not have the same leaves; those of a later one count where this one reads each of them.
*/
function isPassed(chain, step, { attributes }) {
	if (step.expect === null || attributes === null) return false;
	const [reads, leaves] = [readBy(step), leavesOf(attributes)];
	let state = leavesOf(step.expect);
	for (const later of chain.slice(chain.indexOf(step))) {
		if (later.result === null || ![...leavesOfStep(later)].every(reads)) return false;
		state = stateAfter(state, later);
		if (firstLeafMismatch(state, leaves, {
			kind: "result",
			from: later.expect
		}) === null) return true;
	}
	return false;
}
/** The leaves that a step predicts, and those that would be found in a list of which it predicts all members. */
function readBy(step) {
	const own = leavesOfStep(step);
	const lists = [...own].flatMap((pointer) => {
		if (!pointer.endsWith("/others")) return [];
		return [step.expect, step.result].map((side) => leavesOf(side).get(pointer)).every((others) => others === "remove") ? [`${pointer.slice(0, -6)}values/`] : [];
	});
	return (pointer) => own.has(pointer) || lists.some((list) => pointer.startsWith(list));
}
function leavesOfStep({ expect, result }) {
	return /* @__PURE__ */ new Set([...leavesOf(expect).keys(), ...leavesOf(result).keys()]);
}
/** A later step's result can only be recognised by what this step reads when both read the same. */
function sameDomain(left, right) {
	return domainOf(left) === domainOf(right);
}
function domainOf(step) {
	return JSON.stringify([...leavesOfStep(step)].sort());
}
function otherIncarnation(found, incarnation) {
	if (incarnation === null || found.attributes === null || found.incarnation === incarnation) return null;
	return {
		pointer: "/incarnation",
		planned: incarnation,
		found: found.incarnation
	};
}
/**
* Judges the whole identity before its first write. `begun` says that the ledger knows of a write, or of the intent of a creation:
* then each step's own verdict decides. Otherwise the identity must be in one of the plan's predicted states.
*/
function judgeWhole(change, found, begun) {
	if (begun) return { kind: "execute" };
	const stranger = change.before === null ? null : otherIncarnation(found, change.incarnation);
	if (stranger !== null) return {
		kind: "conflict",
		...stranger
	};
	const mismatch = firstMismatch(change.before, found.attributes, EXPECT);
	if (mismatch === null) return { kind: "execute" };
	if (change.before === null) return {
		kind: "conflict",
		pointer: "",
		planned: null,
		found: "exists, and was not created by this apply"
	};
	return isPredicted(change, found) ? { kind: "execute" } : {
		kind: "conflict",
		...mismatch
	};
}
/** The states between steps: `before` with the leaves that the first steps change. Steps that ran without their receipts leave one of these. */
function isPredicted(change, found) {
	if (afterwards(change.before, change.after, found) === null) return true;
	const leaves = found.attributes === null ? null : leavesOf(found.attributes);
	let state = leavesOf(change.before);
	for (const step of change.steps.slice(0, -1)) {
		state = step.result === null ? null : stateAfter(state ?? /* @__PURE__ */ new Map(), step);
		if (state === null || leaves === null) {
			if (state === leaves) return true;
		} else if (firstLeafMismatch(state, leaves, EXPECT) === null) return true;
	}
	return false;
}
function stateAfter(before, step) {
	const state = new Map(before);
	const [expect, result] = [leavesOf(step.expect), leavesOf(step.result)];
	for (const pointer of expect.keys()) if (!result.has(pointer)) state.delete(pointer);
	for (const [pointer, leaf] of result) state.set(pointer, leaf);
	return state;
}
/** Null when what was found is what was predicted for after a write. */
function afterwards(before, after, { attributes }) {
	return firstMismatch(after, attributes, {
		kind: "result",
		from: before
	});
}
/** Null when what was found is what was predicted. An identity that exists never equals one that does not. */
function firstMismatch(planned, found, side) {
	if (planned === null || found === null) {
		if (planned === found) return null;
		const existence = (attributes) => attributes === null ? EXISTENCE.none : EXISTENCE.some;
		return {
			pointer: "",
			planned: existence(planned),
			found: existence(found)
		};
	}
	return firstLeafMismatch(leavesOf(planned), leavesOf(found), side);
}
function firstLeafMismatch(planned, found, side) {
	const standing = side.kind === "expect" ? planned : leavesOf(side.from);
	const pointers = [.../* @__PURE__ */ new Set([...planned.keys(), ...found.keys()])].sort(compareText);
	for (const pointer of pointers) {
		const [left, right] = [planned.get(pointer), found.get(pointer)];
		if (isPatternMark(left) && sameLeaf(left, standing.get(pointer))) continue;
		if (!leafFits(left, right)) return {
			pointer,
			planned: left ?? null,
			found: right ?? null
		};
	}
	return null;
}
function leafFits(planned, found) {
	if (isUnknownMark(planned)) return found !== void 0;
	if (isPatternMark(planned)) return isPatternMark(found) && patternFits(planned, found);
	if (planned === void 0 && isPatternMark(found)) return true;
	return sameLeaf(planned, found);
}
function patternFits(planned, found) {
	return found.state === "empty" || found.state === planned.state;
}

// src/core/apply/receipt.ts
/** Receipts that a resumed apply takes as they are; the others are tried again. */
function isDone(receipt) {
	return receipt?.kind === "applied" || receipt?.kind === "already-applied";
}
/** Ends the step within this apply, for better or worse. */
function isTerminal(receipt) {
	return receipt.kind !== "ambiguous" && receipt.kind !== "waiting" && !(receipt.kind === "failed" && isTransient(receipt.failure));
}
const TRANSIENT = /* @__PURE__ */ new Set(["step-retries-exhausted", "live-state-unread"]);
/** Failures that may pass by themselves: the apply stays unfinished and the next run takes it up. */
function isTransient(failure) {
	return failure !== null && TRANSIENT.has(failure.code);
}
function receiptOf(stepId, kind, details = {}) {
	return {
		stepId,
		kind,
		incarnation: null,
		found: null,
		issued: [],
		remains: [],
		conflict: null,
		failure: null,
		note: null,
		...details
	};
}

// src/core/apply/attempt.ts
/** How often a step that the system itself asked to repeat is tried within one run. */
const MAXIMUM_ATTEMPTS = 3;
/** One step until it has a receipt: repeated where the system asks for it, read again where nobody knows. */
async function attemptStep(attempt) {
	const { step, guard } = attempt;
	let cause = null;
	for (let count = 1; count <= MAXIMUM_ATTEMPTS; count += 1) {
		const outcome = await attempt.run(guard);
		if (outcome.kind === "ambiguous") return await settled(attempt, outcome.cause);
		if (outcome.kind !== "retryable") return receiptFrom(step, outcome);
		cause = outcome.cause;
	}
	return receiptOf(step.id, "failed", { failure: retriesExhausted(step, MAXIMUM_ATTEMPTS, cause) });
}
/** A call that may or may not have happened is recorded, then read; only a step that can do no harm twice runs again. */
async function settled(attempt, cause) {
	const { step, guard } = attempt;
	const ambiguous = receiptOf(step.id, "ambiguous", { failure: cause });
	await attempt.note(ambiguous);
	let undecided = false;
	const outcome = await attempt.run({
		...guard,
		judge: (found) => {
			if (step.expect === null && confirmStep(step, found).kind === "already-applied") return { kind: "already-applied" };
			const verdict = guard.judge(found);
			undecided = verdict.kind === "execute" && step.repeat === "intent";
			return undecided ? {
				kind: "conflict",
				pointer: "",
				planned: "done or not done",
				found: "unknown"
			} : verdict;
		}
	});
	if (undecided) return ambiguous;
	const receipt = receiptFrom(step, outcome);
	return isDone(receipt) || receipt.kind === "conflict" ? receipt : ambiguous;
}
function receiptFrom(step, outcome) {
	switch (outcome.kind) {
		case "applied":
		case "already-applied": {
			const { found, issued, remains } = outcome;
			return receiptOf(step.id, outcome.kind, {
				incarnation: found.incarnation,
				found: found.attributes,
				issued,
				remains
			});
		}
		case "conflict": {
			const { pointer, planned, found } = outcome;
			return receiptOf(step.id, "conflict", { conflict: {
				pointer,
				planned,
				found
			} });
		}
		case "ambiguous": return receiptOf(step.id, "ambiguous", { failure: outcome.cause });
		case "failed":
		case "retryable": return receiptOf(step.id, "failed", { failure: outcome.cause });
		case "waiting": return receiptOf(step.id, "waiting", { note: outcome.until.description });
	}
}

// src/core/apply/claims.ts
/**
* What a step may do once another tool's claim on what it finds counts, too: a plan was made of an object that nobody else manages, or
* that its document adopts from the one that does. A mark as the plan itself writes it is no claim of anybody else.
*/
function judgeClaim({ metadata, after }, { managedBy }, verdict) {
	if (verdict.kind !== "execute" || managedBy === void 0) return verdict;
	const { pointer, value } = managedBy;
	if (pointer !== void 0 && value !== void 0 && leavesOf(after).get(pointer) === value) return verdict;
	const reason = claimReason(adoptionOf({ managedBy }, metadata));
	if (reason === null) return verdict;
	const adopts = (metadata.after ?? metadata.before)?.adopts ?? null;
	const planned = adopts === null ? "managed by no other tool" : `adopted from ${adopts}`;
	return {
		kind: "conflict",
		pointer: pointer ?? "",
		planned,
		found: reason.message
	};
}

// src/core/apply/execution-order.ts
/** Changes so that everything that is waited for comes first; otherwise in the order given. Nothing is lost, even on a cycle. */
function executionOrder(changes) {
	const byStep = new Map(changes.flatMap((change) => change.steps.map((step) => [step.id, change])));
	const sorted = /* @__PURE__ */ new Set();
	const entered = /* @__PURE__ */ new Set();
	for (const change of changes) place(change);
	return [...sorted];
	function place(first) {
		const stack = [first];
		for (let change = stack.at(-1); change !== void 0; change = stack.at(-1)) {
			entered.add(change);
			const open = waitedFor(change).filter((needed) => !entered.has(needed));
			if (open.length > 0) stack.push(...open.toReversed());
			else sorted.add(stack.pop() ?? change);
		}
	}
	function waitedFor(change) {
		return change.steps.flatMap((step) => step.dependsOn).flatMap((id) => byStep.get(id) ?? []);
	}
}

// src/core/apply/execute.ts
/**
* Executes exactly the plan's steps, each under its own precondition, and records what happened to each.
* A conflict or failure stops what depends on it and nothing else. Running it again with the recorded history resumes.
*/
async function executePlan(request) {
	const run = new ApplyRun$1(request);
	const changes = executionOrder(request.plan.changes);
	const forbidden = blockedReason(changes);
	for (const change of changes) {
		const withheld = noLongerAllowed(change, request.finishing) ?? forbidden;
		if (withheld === null) await run.change(change);
		else await run.refuse(change, receiptOf("", "not-attempted", { note: withheld }));
	}
	return run.report();
}
const SHOWN_REASONS = 5;
function noLongerAllowed({ address }, finishing) {
	if (finishing === void 0 || finishing.begun.has(address)) return null;
	return ["it was not begun when the apply was interrupted, and is no longer allowed", ...finishing.reasons.slice(0, SHOWN_REASONS).map(({ code, message }) => `${message} (${code})`)].join(": ");
}
var ApplyRun$1 = class {
	#request;
	#receipts = /* @__PURE__ */ new Map();
	#unverified = [];
	#sources = /* @__PURE__ */ new Map();
	#marks = /* @__PURE__ */ new Map();
	constructor(request) {
		this.#request = request;
	}
	async change(change) {
		if (change.steps.length === 0) return;
		const refusal = await this.#refusal(change);
		if (refusal !== null) return await this.refuse(change, refusal);
		let incarnation = change.incarnation;
		for (const step of change.steps) {
			const receipt = await this.#step(change, step, incarnation);
			if (!isDone(receipt)) return await this.refuse(change, receiptOf("", "not-attempted", { note: `${step.id} ended in ${receipt.kind}` }));
			incarnation = step.result === null ? null : receipt.incarnation ?? incarnation;
		}
		await this.#readBack(change);
	}
	/** Ends what has no receipt of this run: what an earlier run did stays done, the first other step carries the reason. */
	async refuse(change, reason) {
		let receipt = reason;
		for (const { id } of change.steps.filter((step) => !this.#receipts.has(step.id))) {
			const known = this.#request.history.receipts.get(id);
			if (known !== void 0 && isDone(known)) {
				this.#receipts.set(id, known);
				continue;
			}
			await this.#record({
				...receipt,
				stepId: id
			});
			receipt = receiptOf("", "not-attempted", { note: `${change.address} was stopped before this step` });
		}
	}
	report() {
		const receipts = [...this.#receipts.values()];
		const done = receipts.filter(isDone).length;
		return {
			result: result(),
			receipts,
			unverified: this.#unverified
		};
		function result() {
			if (receipts.length === 0) return "nothing";
			if (receipts.some((receipt) => !isTerminal(receipt))) return "unfinished";
			if (done === receipts.length) return "applied";
			return done === 0 ? "refused" : "partial";
		}
	}
	/** Why none of the change's steps may run: another target, an earlier step missing, or drift in what was planned. */
	async #refusal(change) {
		const mistaken = await this.#sourceProblem(parseAddress(change.address).source);
		if (mistaken !== null) return receiptOf("", "failed", { failure: mistaken });
		const missing = change.steps.flatMap((step) => step.dependsOn).find((id) => !isDone(this.#receipts.get(id)));
		if (missing !== void 0) return receiptOf("", "not-attempted", { note: `${missing} was not applied` });
		if (change.steps.every((step) => isDone(this.#request.history.receipts.get(step.id)))) return null;
		return await this.#wholeConflict(change);
	}
	async #wholeConflict(change) {
		const { history } = this.#request;
		const written = change.steps.some((step) => isDone(history.receipts.get(step.id)));
		const created = change.before === null && change.steps.some((step) => history.intents.has(step.id));
		try {
			const found = await this.#writer(change.address).observe(change.address, guideOf(change));
			const verdict = judgeWhole(change, found, written || created);
			if (verdict.kind !== "conflict") return null;
			const { pointer, planned } = verdict;
			return receiptOf("", "conflict", {
				incarnation: found.incarnation,
				conflict: {
					pointer,
					planned,
					found: verdict.found
				}
			});
		} catch (error) {
			return receiptOf("", "failed", { failure: unread$1(change.address, error) });
		}
	}
	async #sourceProblem(source) {
		const known = this.#sources.get(source);
		if (known !== void 0) return known;
		const problem = await this.#compareTarget(source);
		this.#sources.set(source, problem);
		return problem;
	}
	async #compareTarget(source) {
		const planned = this.#request.plan.sources.find(({ name }) => name === source)?.target;
		try {
			const found = await this.#writerOf(source).identify();
			if (planned !== void 0 && canonicalize(planned) === canonicalize(found)) return null;
			return targetMismatch(source, `planned ${canonicalize(planned ?? null)}, found ${canonicalize(found)}`);
		} catch (error) {
			return unread$1(source, error);
		}
	}
	async #step(change, step, incarnation) {
		const known = this.#request.history.receipts.get(step.id);
		if (known !== void 0 && isDone(known)) {
			this.#receipts.set(step.id, known);
			return known;
		}
		this.#request.progress(`${change.address}: step ${step.id.slice(step.id.lastIndexOf("#") + 1)} of ${change.steps.length}`);
		const intended = this.#request.history.intents.has(step.id);
		if (step.repeat === "intent") {
			await this.#request.fence();
			await this.#request.recorder.intent(step.id, commitmentOf(this.#marksOf(change).mark));
		}
		const attempt = {
			step,
			guard: {
				judge: (found) => judgeClaim(change, found, judgeStep(change.steps, step, found, incarnation, intended)),
				confirm: (found) => confirmStep(step, found),
				fence: () => this.#request.fence()
			},
			run: (judging) => this.#run(change, step, judging),
			note: (receipt) => this.#record(receipt)
		};
		return await this.#record(await attemptStep(attempt));
	}
	async #run(change, step, guard) {
		const request = {
			address: change.address,
			step,
			marks: this.#marksOf(change)
		};
		return await this.#writer(change.address).run(request, guard, this.#request.sink);
	}
	/** Drawn once: a step that is sent again writes the same mark, and a later step finds it. */
	#marksOf({ address, steps }) {
		const known = this.#marks.get(address);
		if (known !== void 0) return known;
		const { random, history } = this.#request;
		const drawn = drawMark(random, steps.flatMap(({ id }) => [...history.intents.get(id) ?? []]));
		this.#marks.set(address, drawn);
		return drawn;
	}
	async #record(receipt) {
		if (this.#receipts.get(receipt.stepId) === receipt) return receipt;
		await this.#request.recorder.receipt(receipt);
		this.#receipts.set(receipt.stepId, receipt);
		return receipt;
	}
	async #readBack(change) {
		if (!await this.#isAsPlanned(change)) this.#unverified.push(change.address);
	}
	/** Everything is written by now, so a read that fails ends nothing: it only leaves the identity unverified. */
	async #isAsPlanned(change) {
		try {
			const found = await this.#writer(change.address).observe(change.address, guideOf(change));
			return afterwards(change.before, change.after, found) === null;
		} catch (error) {
			unread$1(change.address, error);
			return false;
		}
	}
	#writer(address) {
		return this.#writerOf(parseAddress(address).source);
	}
	#writerOf(source) {
		const writer = this.#request.writers.get(source);
		if (writer !== void 0) return writer;
		throw new CountersignError("writer-missing", `There is no write connection for the source ${source}.`, { mend: "Give the apply workflow the source's write credential under the environment variable that the configuration names." });
	}
};
/** What was managed when the plan was made: the same guide gives the same view of the live system. */
function guideOf(change) {
	return change.after === null ? null : {
		base: change.before,
		head: change.after
	};
}
/** The gate lets no blocked plan pass; the executor, the last door, does not rely on it. */
function blockedReason(changes) {
	for (const { address, blocked } of changes) {
		const [first] = blocked;
		if (first !== void 0) return `the plan is blocked: ${address}: ${first.code}`;
	}
	return null;
}

// node_modules/universal-user-agent/index.js
function getUserAgent() {
	if (typeof navigator === "object" && "userAgent" in navigator) return navigator.userAgent;
	if (typeof process === "object" && process.version !== void 0) return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
	return "<environment undetectable>";
}

// node_modules/before-after-hook/lib/register.js
function register(state, name, method, options) {
	if (typeof method !== "function") throw new Error("method for before hook must be a function");
	if (!options) options = {};
	if (Array.isArray(name)) return name.reverse().reduce((callback, name) => {
		return register.bind(null, state, name, callback, options);
	}, method)();
	return Promise.resolve().then(() => {
		if (!state.registry[name]) return method(options);
		return state.registry[name].reduce((method, registered) => {
			return registered.hook.bind(null, method, options);
		}, method)();
	});
}

// node_modules/before-after-hook/lib/add.js
function addHook(state, kind, name, hook) {
	const orig = hook;
	if (!state.registry[name]) state.registry[name] = [];
	if (kind === "before") hook = (method, options) => {
		return Promise.resolve().then(orig.bind(null, options)).then(method.bind(null, options));
	};
	if (kind === "after") hook = (method, options) => {
		let result;
		return Promise.resolve().then(method.bind(null, options)).then((result_) => {
			result = result_;
			return orig(result, options);
		}).then(() => {
			return result;
		});
	};
	if (kind === "error") hook = (method, options) => {
		return Promise.resolve().then(method.bind(null, options)).catch((error) => {
			return orig(error, options);
		});
	};
	state.registry[name].push({
		hook,
		orig
	});
}

// node_modules/before-after-hook/lib/remove.js
function removeHook(state, name, method) {
	if (!state.registry[name]) return;
	const index = state.registry[name].map((registered) => {
		return registered.orig;
	}).indexOf(method);
	if (index === -1) return;
	state.registry[name].splice(index, 1);
}

// node_modules/before-after-hook/index.js
const bind = Function.bind;
const bindable = bind.bind(bind);
function bindApi(hook, state, name) {
	const removeHookRef = bindable(removeHook, null).apply(null, name ? [state, name] : [state]);
	hook.api = { remove: removeHookRef };
	hook.remove = removeHookRef;
	[
		"before",
		"error",
		"after",
		"wrap"
	].forEach((kind) => {
		const args = name ? [
			state,
			kind,
			name
		] : [state, kind];
		hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
	});
}
function Singular() {
	const singularHookName = Symbol("Singular");
	const singularHookState = { registry: {} };
	const singularHook = register.bind(null, singularHookState, singularHookName);
	bindApi(singularHook, singularHookState, singularHookName);
	return singularHook;
}
function Collection() {
	const state = { registry: {} };
	const hook = register.bind(null, state);
	bindApi(hook, state);
	return hook;
}
var before_after_hook_default = {
	Singular,
	Collection
};

// node_modules/@octokit/endpoint/dist-bundle/index.js
var DEFAULTS = {
	method: "GET",
	baseUrl: "https://api.github.com",
	headers: {
		accept: "application/vnd.github.v3+json",
		"user-agent": `octokit-endpoint.js/0.0.0-development ${getUserAgent()}`
	},
	mediaType: { format: "" }
};
function lowercaseKeys(object) {
	if (!object) return {};
	return Object.keys(object).reduce((newObj, key) => {
		newObj[key.toLowerCase()] = object[key];
		return newObj;
	}, {});
}
function isPlainObject$1(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
function mergeDeep(defaults, options) {
	const result = Object.assign({}, defaults);
	Object.keys(options).forEach((key) => {
		if (isPlainObject$1(options[key])) {
			if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
			else result[key] = mergeDeep(defaults[key], options[key]);
		} else Object.assign(result, { [key]: options[key] });
	});
	return result;
}
function removeUndefinedProperties(obj) {
	for (const key in obj) if (obj[key] === void 0) delete obj[key];
	return obj;
}
function merge(defaults, route, options) {
	if (typeof route === "string") {
		let [method, url] = route.split(" ");
		options = Object.assign(url ? {
			method,
			url
		} : { url: method }, options);
	} else options = Object.assign({}, route);
	options.headers = lowercaseKeys(options.headers);
	removeUndefinedProperties(options);
	removeUndefinedProperties(options.headers);
	const mergedOptions = mergeDeep(defaults || {}, options);
	if (options.url === "/graphql") {
		if (defaults && defaults.mediaType.previews?.length) mergedOptions.mediaType.previews = defaults.mediaType.previews.filter((preview) => !mergedOptions.mediaType.previews.includes(preview)).concat(mergedOptions.mediaType.previews);
		mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
	}
	return mergedOptions;
}
function addQueryParameters(url, parameters) {
	const separator = /\?/.test(url) ? "&" : "?";
	const names = Object.keys(parameters);
	if (names.length === 0) return url;
	return url + separator + names.map((name) => {
		if (name === "q") return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
		return `${name}=${encodeURIComponent(parameters[name])}`;
	}).join("&");
}
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
	return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
	const matches = url.match(urlVariableRegex);
	if (!matches) return [];
	return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}
function omit(object, keysToOmit) {
	const result = { __proto__: null };
	for (const key of Object.keys(object)) if (keysToOmit.indexOf(key) === -1) result[key] = object[key];
	return result;
}
function encodeReserved(str) {
	return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
		if (!/%[0-9A-Fa-f]/.test(part)) part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
		return part;
	}).join("");
}
function encodeUnreserved(str) {
	return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
		return "%" + c.charCodeAt(0).toString(16).toUpperCase();
	});
}
function encodeValue(operator, value, key) {
	value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
	if (key) return encodeUnreserved(key) + "=" + value;
	else return value;
}
function isDefined(value) {
	return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
	return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
	var value = context[key], result = [];
	if (isDefined(value) && value !== "") {
		if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
			value = value.toString();
			if (modifier && modifier !== "*") value = value.substring(0, parseInt(modifier, 10));
			result.push(encodeValue(operator, value, isKeyOperator(operator) ? key : ""));
		} else if (modifier === "*") {
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				result.push(encodeValue(operator, value2, isKeyOperator(operator) ? key : ""));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) result.push(encodeValue(operator, value[k], k));
			});
		} else {
			const tmp = [];
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				tmp.push(encodeValue(operator, value2));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) {
					tmp.push(encodeUnreserved(k));
					tmp.push(encodeValue(operator, value[k].toString()));
				}
			});
			if (isKeyOperator(operator)) result.push(encodeUnreserved(key) + "=" + tmp.join(","));
			else if (tmp.length !== 0) result.push(tmp.join(","));
		}
	} else if (operator === ";") {
		if (isDefined(value)) result.push(encodeUnreserved(key));
	} else if (value === "" && (operator === "&" || operator === "?")) result.push(encodeUnreserved(key) + "=");
	else if (value === "") result.push("");
	return result;
}
function parseUrl(template) {
	return { expand: expand.bind(null, template) };
}
function expand(template, context) {
	var operators = [
		"+",
		"#",
		".",
		"/",
		";",
		"?",
		"&"
	];
	template = template.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g, function(_, expression, literal) {
		if (expression) {
			let operator = "";
			const values = [];
			if (operators.indexOf(expression.charAt(0)) !== -1) {
				operator = expression.charAt(0);
				expression = expression.substr(1);
			}
			expression.split(/,/g).forEach(function(variable) {
				var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
				values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
			});
			if (operator && operator !== "+") {
				var separator = ",";
				if (operator === "?") separator = "&";
				else if (operator !== "#") separator = operator;
				return (values.length !== 0 ? operator : "") + values.join(separator);
			} else return values.join(",");
		} else return encodeReserved(literal);
	});
	if (template === "/") return template;
	else return template.replace(/\/$/, "");
}
function parse$2(options) {
	let method = options.method.toUpperCase();
	let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
	let headers = Object.assign({}, options.headers);
	let body;
	let parameters = omit(options, [
		"method",
		"baseUrl",
		"url",
		"headers",
		"request",
		"mediaType"
	]);
	const urlVariableNames = extractUrlVariableNames(url);
	url = parseUrl(url).expand(parameters);
	if (!/^http/.test(url)) url = options.baseUrl + url;
	const remainingParameters = omit(parameters, Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl"));
	if (!/application\/octet-stream/i.test(headers.accept)) {
		if (options.mediaType.format) headers.accept = headers.accept.split(/,/).map((format) => format.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/, `application/vnd$1$2.${options.mediaType.format}`)).join(",");
		if (url.endsWith("/graphql")) {
			if (options.mediaType.previews?.length) headers.accept = (headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || []).concat(options.mediaType.previews).map((preview) => {
				return `application/vnd.github.${preview}-preview${options.mediaType.format ? `.${options.mediaType.format}` : "+json"}`;
			}).join(",");
		}
	}
	if (["GET", "HEAD"].includes(method)) url = addQueryParameters(url, remainingParameters);
	else if ("data" in remainingParameters) body = remainingParameters.data;
	else if (Object.keys(remainingParameters).length) body = remainingParameters;
	if (!headers["content-type"] && typeof body !== "undefined") headers["content-type"] = "application/json; charset=utf-8";
	if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") body = "";
	return Object.assign({
		method,
		url,
		headers
	}, typeof body !== "undefined" ? { body } : null, options.request ? { request: options.request } : null);
}
function endpointWithDefaults(defaults, route, options) {
	return parse$2(merge(defaults, route, options));
}
function withDefaults$2(oldDefaults, newDefaults) {
	const DEFAULTS2 = merge(oldDefaults, newDefaults);
	const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
	return Object.assign(endpoint2, {
		DEFAULTS: DEFAULTS2,
		defaults: withDefaults$2.bind(null, DEFAULTS2),
		merge: merge.bind(null, DEFAULTS2),
		parse: parse$2
	});
}
var endpoint = withDefaults$2(null, DEFAULTS);

// node_modules/content-type/dist/index.js
/*!
* content-type
* Copyright(c) 2015 Douglas Christopher Wilson
* MIT Licensed
*/
const SP = 32;
const HTAB = 9;
const SEMI = 59;
const EQ = 61;
const DQUOTE = 34;
const BSLASH = 92;
const COMMA = 44;
const LOWER_CASE = 1;
const OWS = 2;
const SEMI_FLAG = 4;
const COMMA_FLAG = 8;
const TOKEN_FLAG = 16;
const NON_ASCII = 65280;
const CASE_FLAGS = 65281;
/**
* Character flags used to normalize HTTP field values while scanning.
* Out-of-range reads intentionally coerce to zero in bitwise expressions.
*/
const CHAR_MAP = /* @__PURE__ */ new Uint8Array(256);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 128; code <= 255; code++) CHAR_MAP[code] |= LOWER_CASE;
for (const char of "!#$%&'*+-.^_`|~") CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
for (let code = 48; code <= 57; code++) CHAR_MAP[code] |= TOKEN_FLAG;
for (let code = 65; code <= 90; code++) CHAR_MAP[code] |= 17;
for (let code = 97; code <= 122; code++) CHAR_MAP[code] |= TOKEN_FLAG;
/**
* Null object perf optimization. Faster than `Object.create(null)` and `{ __proto__: null }`.
*/
const NullObject = /* @__PURE__ */ (() => {
	const C = function() {};
	C.prototype = Object.create(null);
	return C;
})();
/**
* Parse a `Content-Type` header.
*/
function parse$1(header, options) {
	const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
	const len = header.length;
	let valueStart = options?.start ?? 0;
	while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) valueStart++;
	let index = valueStart;
	let typeFlags = 0;
	let whitespace = -1;
	let stop = options?.parameters === false ? COMMA_FLAG : 0;
	while (index < len) {
		const code = header.charCodeAt(index);
		const flags = CHAR_MAP[code];
		if ((flags & stopFlags) !== 0) {
			stop |= flags & COMMA_FLAG;
			break;
		}
		if ((flags & OWS) !== 0) {
			if (whitespace === -1) whitespace = index;
		} else whitespace = -1;
		typeFlags |= code & NON_ASCII | flags;
		index++;
	}
	const valueEnd = whitespace === -1 ? index : whitespace;
	const value = header.slice(valueStart, valueEnd);
	const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
	if (index === len || stop !== 0) return {
		type,
		index,
		parameters: new NullObject()
	};
	return parseParameters(header, type, index, len, stopFlags);
}
/**
* Parses the parameters of a `Content-Type` header starting at the given index.
*/
function parseParameters(header, type, index, len, stopFlags) {
	const parameters = new NullObject();
	parameter: while (index < len) {
		index++;
		while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
		const keyStart = index;
		let keyFlags = 0;
		let keyWhitespace = -1;
		while (index < len) {
			const code = header.charCodeAt(index);
			const flags = CHAR_MAP[code];
			if ((flags & stopFlags) !== 0) {
				if ((flags & COMMA_FLAG) !== 0) break parameter;
				continue parameter;
			}
			if (code === EQ) {
				const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
				const value = header.slice(keyStart, keyEnd);
				const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
				index++;
				while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
				if (index < len && header.charCodeAt(index) === DQUOTE) {
					const quotedStart = ++index;
					let escaped = false;
					while (index < len) {
						const code = header.charCodeAt(index);
						if (code === DQUOTE) {
							if (parameters[key] === void 0) parameters[key] = escaped ? unescapeQuotedPairs(header, quotedStart, index) : header.slice(quotedStart, index);
							index++;
							let stop = 0;
							while (index < len) {
								const code = header.charCodeAt(index);
								const flags = CHAR_MAP[code];
								if ((flags & stopFlags) !== 0) {
									stop = flags & COMMA_FLAG;
									break;
								}
								index++;
							}
							if (stop !== 0) break parameter;
							continue parameter;
						}
						if (code === BSLASH && index + 1 < len) {
							escaped = true;
							index += 2;
							continue;
						}
						index++;
					}
					continue parameter;
				}
				const valueStart = index;
				let stop = 0;
				let valueWhitespace = -1;
				while (index < len) {
					const code = header.charCodeAt(index);
					const flags = CHAR_MAP[code];
					if ((flags & stopFlags) !== 0) {
						stop = flags & COMMA_FLAG;
						break;
					}
					if ((flags & OWS) !== 0) {
						if (valueWhitespace === -1) valueWhitespace = index;
					} else valueWhitespace = -1;
					index++;
				}
				if (parameters[key] === void 0) {
					const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
					parameters[key] = header.slice(valueStart, valueEnd);
				}
				if (stop !== 0) break parameter;
				continue parameter;
			}
			if ((flags & OWS) !== 0) {
				if (keyWhitespace === -1) keyWhitespace = index;
			} else keyWhitespace = -1;
			keyFlags |= code & NON_ASCII | flags;
			index++;
		}
	}
	return {
		type,
		index,
		parameters
	};
}
/**
* Remove backslashes from quoted pairs in a known-terminated quoted string body.
*/
function unescapeQuotedPairs(str, start, end) {
	let result = "";
	for (let index = start; index < end; index++) if (str.charCodeAt(index) === BSLASH) {
		result += str.slice(start, index);
		start = ++index;
	}
	return result + str.slice(start, end);
}

// node_modules/json-with-bigint/json-with-bigint.js
const intRegex = /^-?\d+$/;
const noiseValue = /^-?\d+n+$/;
const originalStringify = JSON.stringify;
const originalParse = JSON.parse;
const customFormat = /^-?\d+n$/;
const bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
const noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;
/**
* @typedef {(this: any, key: string | number | undefined, value: any) => any} Replacer
* @typedef {(key: string | number | undefined, value: any, context?: { source: string }) => any} Reviver
*/
/**
* Checks if a value is unstringifiable according to native JSON.stringify rules.
*
* @param {any} val The value to check.
* @returns {boolean} True if the value is undefined, a function, or a symbol.
*/
const isUnstringifiable = (val) => val === void 0 || typeof val === "function" || typeof val === "symbol";
/**
* Checks if a value is a native JSON.rawJSON object (Node.js 22+).
*
* @param {any} val The value to check.
* @returns {boolean} True if the value is a RawJSON instance.
*/
const isRawJSON = (val) => val !== null && typeof val === "object" && val.constructor && val.constructor.name === "RawJSON";
/**
* Iteratively converts a JS value to a JSON string.
* Used as a fallback when the native JSON.stringify hits the Maximum Call Stack size.
* Fully compliant with JSON formatting (space), replacers, and toJSON behaviors.
*
* @param {any} rootValue The value to stringify.
* @param {Replacer | Array<string | number> | null} [replacer] User's custom replacer function.
* @param {string | number} [spaceParam] Indentation for pretty-printing.
* @returns {string | undefined} The generated JSON string.
*/
const stringifyIteratively = (rootValue, replacer, spaceParam) => {
	let space = "";
	if (typeof spaceParam === "number") space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
	else if (typeof spaceParam === "string") space = spaceParam.slice(0, 10);
	const isFunctionReplacer = typeof replacer === "function";
	const propertyList = Array.isArray(replacer) ? new Set(replacer.map(String)) : null;
	/**
	* Prepares a value for stringification by resolving toJSON, handling BigInts,
	* applying custom replacers, and unwrapping primitive objects.
	*
	* @param {object|Array} parent The parent object or array holding the value.
	* @param {string} key The key associated with the value.
	* @param {any} val The raw value to process.
	* @returns {any} The processed value ready for stringification.
	*/
	const prepareVal = (parent, key, val) => {
		if (val !== null && typeof val === "object" && typeof val.toJSON === "function") val = val.toJSON(key);
		if (typeof val === "string" && noiseValue.test(val)) return val + "n";
		if (typeof val === "bigint") {
			if ("rawJSON" in JSON) return JSON.rawJSON(val.toString());
			return val.toString() + "n";
		}
		if (isFunctionReplacer) val = replacer.call(parent, key, val);
		if (val !== null && typeof val === "object") {
			if (val instanceof Number || val instanceof String || val instanceof Boolean) val = val.valueOf();
		}
		return val;
	};
	const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);
	if (isUnstringifiable(rootProcessed)) return;
	const isRootPrimitive = rootProcessed === null || typeof rootProcessed !== "object";
	const isRootNativeRawJSON = isRawJSON(rootProcessed);
	if (isRootPrimitive || isRootNativeRawJSON) return originalStringify(rootProcessed);
	const chunks = [];
	let level = 0;
	const stack = [{
		parent: { "": rootProcessed },
		key: "",
		val: rootProcessed,
		isArray: Array.isArray(rootProcessed),
		keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
		index: 0,
		first: true
	}];
	const visited = new WeakSet([rootProcessed]);
	while (stack.length > 0) {
		const node = stack[stack.length - 1];
		if (node.index === 0) {
			chunks.push(node.isArray ? "[" : "{");
			level++;
		}
		let isDone = false;
		if (node.isArray) {
			if (node.index < node.val.length) {
				if (!node.first) chunks.push(",");
				if (space) chunks.push("\n" + space.repeat(level));
				const childRaw = node.val[node.index];
				const childVal = prepareVal(node.val, String(node.index), childRaw);
				if (isUnstringifiable(childVal)) {
					chunks.push("null");
					node.first = false;
					node.index++;
				} else {
					const isComplexObject = childVal !== null && typeof childVal === "object";
					const isNativeRaw = isRawJSON(childVal);
					if (isComplexObject && !isNativeRaw) {
						if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
						visited.add(childVal);
						stack.push({
							parent: node.val,
							key: String(node.index),
							val: childVal,
							isArray: Array.isArray(childVal),
							keys: Array.isArray(childVal) ? null : Object.keys(childVal),
							index: 0,
							first: true
						});
						node.first = false;
						node.index++;
					} else {
						chunks.push(originalStringify(childVal));
						node.first = false;
						node.index++;
					}
				}
			} else isDone = true;
		} else {
			while (node.index < node.keys.length) {
				const k = node.keys[node.index++];
				if (propertyList && !propertyList.has(k)) continue;
				const childRaw = node.val[k];
				const childVal = prepareVal(node.val, k, childRaw);
				if (isUnstringifiable(childVal)) continue;
				if (!node.first) chunks.push(",");
				if (space) chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
				else chunks.push(originalStringify(k) + ":");
				const isComplexObject = childVal !== null && typeof childVal === "object";
				const isNativeRaw = isRawJSON(childVal);
				if (isComplexObject && !isNativeRaw) {
					if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
					visited.add(childVal);
					stack.push({
						parent: node.val,
						key: k,
						val: childVal,
						isArray: Array.isArray(childVal),
						keys: Array.isArray(childVal) ? null : Object.keys(childVal),
						index: 0,
						first: true
					});
					node.first = false;
					break;
				} else {
					chunks.push(originalStringify(childVal));
					node.first = false;
				}
			}
			if (node.index >= node.keys.length && stack[stack.length - 1] === node) isDone = true;
		}
		if (isDone) {
			level--;
			if (!node.first && space) chunks.push("\n" + space.repeat(level));
			chunks.push(node.isArray ? "]" : "}");
			visited.delete(node.val);
			stack.pop();
		}
	}
	return chunks.join("");
};
/**
* Converts a JavaScript value to a JSON string.
*
* Supports serialization of BigInt values using two strategies:
* 1. Custom format "123n" → "123" (universal fallback)
* 2. Native JSON.rawJSON() (Node.js 22+, fastest) when available
*
* All other values are serialized exactly like native JSON.stringify().
*
* @param {*} value The value to convert to a JSON string.
* @param {Replacer | Array<string | number> | null} [replacer]
* A function that alters the behavior of the stringification process,
* or an array of strings/numbers to indicate properties to exclude.
* @param {string | number} [space]
* A string or number to specify indentation or pretty-printing.
* @returns {string} The JSON string representation.
*/
const JSONStringify = (value, replacer, space) => {
	try {
		if ("rawJSON" in JSON) return originalStringify(value, (key, val) => {
			if (typeof val === "bigint") return JSON.rawJSON(val.toString());
			if (typeof replacer === "function") return replacer(key, val);
			if (Array.isArray(replacer) && replacer.includes(key)) return val;
			return val;
		}, space);
		if (!value) return originalStringify(value, replacer, space);
		return originalStringify(value, (key, val) => {
			if (typeof val === "string" && noiseValue.test(val)) return val.toString() + "n";
			if (typeof val === "bigint") return val.toString() + "n";
			if (typeof replacer === "function") return replacer(key, val);
			if (Array.isArray(replacer) && replacer.includes(key)) return val;
			return val;
		}, space).replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
	} catch (error) {
		if (error instanceof RangeError) {
			const convertedJSON = stringifyIteratively(value, replacer, space);
			if (convertedJSON === void 0) return void 0;
			if ("rawJSON" in JSON) return convertedJSON;
			return convertedJSON.replace(bigIntsStringify, "$1$2$3").replace(noiseStringify, "$1$2$3");
		}
		throw error;
	}
};
const featureCache = /* @__PURE__ */ new Map();
/**
* Detects if the current JSON.parse implementation supports the context.source feature.
*
* Uses toString() fingerprinting to cache results and automatically detect runtime
* replacements of JSON.parse (polyfills, mocks, etc.).
*
* @returns {boolean} true if context.source is supported, false otherwise.
*/
const isContextSourceSupported = () => {
	const parseFingerprint = JSON.parse.toString();
	if (featureCache.has(parseFingerprint)) return featureCache.get(parseFingerprint);
	try {
		const result = JSON.parse("1", (_, __, context) => !!context?.source && context.source === "1");
		featureCache.set(parseFingerprint, result);
		return result;
	} catch {
		featureCache.set(parseFingerprint, false);
		return false;
	}
};
/**
* Reviver function that converts custom-format BigInt strings back to BigInt values.
* Also handles "noise" strings that accidentally match the BigInt format.
*
* @param {string | number | undefined} key The object key.
* @param {*} value The value being parsed.
* @param {object} [context] Parse context (if supported by JSON.parse).
* @param {Reviver} [userReviver] User's custom reviver function.
* @returns {any} The transformed value.
*/
const convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
	if (typeof value === "string" && customFormat.test(value)) return BigInt(value.slice(0, -1));
	if (typeof value === "string" && noiseValue.test(value)) return value.slice(0, -1);
	if (!(typeof userReviver === "function")) return value;
	return userReviver(key, value, context);
};
/**
* Fast JSON.parse implementation (~2x faster than classic fallback).
* Uses JSON.parse's context.source feature to detect integers and convert
* large numbers directly to BigInt without string manipulation.
*
* Does not support legacy custom format from v1 of this library.
*
* @param {string} text JSON string to parse.
* @param {Reviver} [reviver] Transform function to apply to each value.
* @returns {any} Parsed JavaScript value.
*/
const JSONParseV2 = (text, reviver) => {
	return JSON.parse(text, (key, value, context) => {
		const isBigNumber = typeof value === "number" && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER);
		const isInt = context && intRegex.test(context.source);
		if (isBigNumber && isInt) return BigInt(context.source);
		if (!(typeof reviver === "function")) return value;
		return reviver(key, value, context);
	});
};
const MAX_INT = Number.MAX_SAFE_INTEGER.toString();
const MAX_DIGITS = MAX_INT.length;
const stringsOrLargeNumbers = /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
const noiseValueWithQuotes = /^"-?\d+n+"$/;
/**
* Iteratively traverses the parsed object bottom-up (post-order),
* emulating the native JSON.parse reviver behavior.
* This avoids Call Stack overflows (RangeError) on deeply nested structures.
*
* @param {any} parsed The natively parsed JSON object.
* @param {Reviver} [userReviver] User's custom reviver function.
* @returns {any} The fully processed object.
*/
const applyReviverIteratively = (parsed, userReviver) => {
	const rootHolder = { "": parsed };
	const stack = [{
		parent: rootHolder,
		key: "",
		visited: false
	}];
	while (stack.length > 0) {
		const node = stack[stack.length - 1];
		if (!node.visited) {
			node.visited = true;
			const value = node.parent[node.key];
			if (value !== null && typeof value === "object") {
				const keys = Object.keys(value);
				for (let i = keys.length - 1; i >= 0; i--) stack.push({
					parent: value,
					key: keys[i],
					visited: false
				});
			}
		} else {
			const { parent, key } = node;
			let value = parent[key];
			if (typeof value === "string") {
				if (customFormat.test(value)) value = BigInt(value.slice(0, -1));
				else if (noiseValue.test(value)) value = value.slice(0, -1);
			}
			if (typeof userReviver === "function") value = userReviver.call(parent, key, value);
			if (value === void 0) delete parent[key];
			else parent[key] = value;
			stack.pop();
		}
	}
	return rootHolder[""];
};
/**
* Pre-processes the JSON string to mark large numbers with an 'n' suffix.
*
* @param {string} text The raw JSON string.
* @returns {string} The serialized string with marked BigInts.
*/
const serializeBigInts = (text) => {
	return text.replace(stringsOrLargeNumbers, (match, digits, fractional, exponential) => {
		const isString = match[0] === "\"";
		if (isString && noiseValueWithQuotes.test(match)) return match.substring(0, match.length - 1) + "n\"";
		const hasFractionalOrExponential = fractional || exponential;
		const isLessThanMaxSafeInt = digits && (digits.length < MAX_DIGITS || digits.length === MAX_DIGITS && digits <= MAX_INT);
		if (isString || hasFractionalOrExponential || isLessThanMaxSafeInt) return match;
		return "\"" + match + "n\"";
	});
};
/**
* Converts a JSON string into a JavaScript value.
*
* Supports parsing of large integers using two strategies:
* 1. Classic fallback: Marks large numbers with "123n" format, then converts to BigInt
* 2. Fast path (JSONParseV2): Uses context.source feature (~2x faster) when available
*
* All other JSON values are parsed exactly like native JSON.parse().
*
* @param {string} text A valid JSON string.
* @param {Reviver} [reviver]
* A function that transforms the results. This function is called for each member
* of the object. If a member contains nested objects, the nested objects are
* transformed before the parent object is.
* @returns {any} The parsed JavaScript value.
* @throws {SyntaxError} If text is not valid JSON.
*/
const JSONParse = (text, reviver) => {
	if (!text) return originalParse(text, reviver);
	try {
		if (isContextSourceSupported()) return JSONParseV2(text, reviver);
		const serializedData = serializeBigInts(text);
		return originalParse(serializedData, (key, value, context) => convertMarkedBigIntsReviver(key, value, context, reviver));
	} catch (error) {
		if (error instanceof RangeError) {
			const serializedData = serializeBigInts(text);
			const parsed = originalParse(serializedData);
			return applyReviverIteratively(parsed, reviver);
		}
		throw error;
	}
};

// node_modules/@octokit/request-error/dist-src/index.js
var RequestError = class extends Error {
	name;
	/**
	* http status code
	*/
	status;
	/**
	* Request options that lead to the error.
	*/
	request;
	/**
	* Response object if a response was received
	*/
	response;
	constructor(message, statusCode, options) {
		super(message, { cause: options.cause });
		this.name = "HttpError";
		this.status = Number.parseInt(statusCode);
		if (Number.isNaN(this.status)) this.status = 0;
		/* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
		if ("response" in options) this.response = options.response;
		const requestCopy = Object.assign({}, options.request);
		if (options.request.headers.authorization) requestCopy.headers = Object.assign({}, options.request.headers, { authorization: options.request.headers.authorization.replace(/(?<! ) .*$/, " [REDACTED]") });
		requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
		this.request = requestCopy;
	}
};

// node_modules/@octokit/request/dist-bundle/index.js
var defaults_default = { headers: { "user-agent": `octokit-request.js/10.0.16 ${getUserAgent()}` } };
function isPlainObject(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
var noop$2 = () => "";
async function fetchWrapper(requestOptions) {
	const fetch = requestOptions.request?.fetch || globalThis.fetch;
	if (!fetch) throw new Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing");
	const log = requestOptions.request?.log || console;
	const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
	const body = isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
	const requestHeaders = Object.fromEntries(Object.entries(requestOptions.headers).map(([name, value]) => [name, String(value)]));
	let fetchResponse;
	try {
		fetchResponse = await fetch(requestOptions.url, {
			method: requestOptions.method,
			body,
			redirect: requestOptions.request?.redirect,
			headers: requestHeaders,
			signal: requestOptions.request?.signal,
			...requestOptions.body && { duplex: "half" }
		});
	} catch (error) {
		let message = "Unknown Error";
		if (error instanceof Error) {
			if (error.name === "AbortError") {
				error.status = 500;
				throw error;
			}
			message = error.message;
			if (error.name === "TypeError" && "cause" in error) {
				if (error.cause instanceof Error) message = error.cause.message;
				else if (typeof error.cause === "string") message = error.cause;
			}
		}
		const requestError = new RequestError(message, 500, { request: requestOptions });
		requestError.cause = error;
		throw requestError;
	}
	const status = fetchResponse.status;
	const url = fetchResponse.url;
	const responseHeaders = {};
	for (const [key, value] of fetchResponse.headers) responseHeaders[key] = value;
	const octokitResponse = {
		url,
		status,
		headers: responseHeaders,
		data: ""
	};
	if ("deprecation" in responseHeaders) {
		const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
		const deprecationLink = matches && matches.pop();
		log.warn(`[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`);
	}
	if (status === 204 || status === 205) return octokitResponse;
	if (requestOptions.method === "HEAD") {
		if (status < 400) return octokitResponse;
		throw new RequestError(fetchResponse.statusText, status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status === 304) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError("Not modified", status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status >= 400) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError(toErrorMessage(octokitResponse.data), status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
	return octokitResponse;
}
async function getResponseData(response) {
	const contentType = response.headers.get("content-type");
	if (!contentType) return response.text().catch(noop$2);
	const mimetype = parse$1(contentType);
	if (isJSONResponse(mimetype)) {
		let text = "";
		try {
			text = await response.text();
			return JSONParse(text);
		} catch (err) {
			return text;
		}
	} else if (mimetype.type.startsWith("text/") || mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") return response.text().catch(noop$2);
	else return response.arrayBuffer().catch(
		/* v8 ignore next -- @preserve */
		() => /* @__PURE__ */ new ArrayBuffer(0)
	);
}
function isJSONResponse(mimetype) {
	return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
	if (typeof data === "string") return data;
	if (data instanceof ArrayBuffer) return "Unknown error";
	if (typeof data === "object" && data !== null && "message" in data) {
		const objectData = data;
		const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
		return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
	}
	return `Unknown error: ${JSON.stringify(data)}`;
}
function withDefaults$1(oldEndpoint, newDefaults) {
	const endpoint2 = oldEndpoint.defaults(newDefaults);
	const newApi = function(route, parameters) {
		const endpointOptions = endpoint2.merge(route, parameters);
		if (!endpointOptions.request || !endpointOptions.request.hook) return fetchWrapper(endpoint2.parse(endpointOptions));
		const request2 = (route2, parameters2) => {
			return fetchWrapper(endpoint2.parse(endpoint2.merge(route2, parameters2)));
		};
		Object.assign(request2, {
			endpoint: endpoint2,
			defaults: withDefaults$1.bind(null, endpoint2)
		});
		return endpointOptions.request.hook(request2, endpointOptions);
	};
	return Object.assign(newApi, {
		endpoint: endpoint2,
		defaults: withDefaults$1.bind(null, endpoint2)
	});
}
var request$1 = withDefaults$1(endpoint, defaults_default);
/* v8 ignore next -- @preserve */
/* v8 ignore else -- @preserve */

// node_modules/@octokit/graphql/dist-bundle/index.js
var VERSION$7 = "0.0.0-development";
function _buildMessageForResponseErrors(data) {
	return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
	constructor(request2, headers, response) {
		super(_buildMessageForResponseErrors(response));
		this.request = request2;
		this.headers = headers;
		this.response = response;
		this.errors = response.errors;
		this.data = response.data;
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	request;
	headers;
	response;
	name = "GraphqlResponseError";
	errors;
	data;
};
var NON_VARIABLE_OPTIONS = [
	"method",
	"baseUrl",
	"url",
	"headers",
	"request",
	"query",
	"mediaType",
	"operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = [
	"query",
	"method",
	"url"
];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
function graphql(request2, query, options) {
	if (options) {
		if (typeof query === "string" && "query" in options) return Promise.reject(/* @__PURE__ */ new Error(`[@octokit/graphql] "query" cannot be used as variable name`));
		for (const key in options) {
			if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
			return Promise.reject(/* @__PURE__ */ new Error(`[@octokit/graphql] "${key}" cannot be used as variable name`));
		}
	}
	const parsedOptions = typeof query === "string" ? Object.assign({ query }, options) : query;
	const requestOptions = Object.keys(parsedOptions).reduce((result, key) => {
		if (NON_VARIABLE_OPTIONS.includes(key)) {
			result[key] = parsedOptions[key];
			return result;
		}
		if (!result.variables) result.variables = {};
		result.variables[key] = parsedOptions[key];
		return result;
	}, {});
	const baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
	if (GHES_V3_SUFFIX_REGEX.test(baseUrl)) requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
	return request2(requestOptions).then((response) => {
		if (response.data.errors) {
			const headers = {};
			for (const key of Object.keys(response.headers)) headers[key] = response.headers[key];
			throw new GraphqlResponseError(requestOptions, headers, response.data);
		}
		return response.data.data;
	});
}
function withDefaults(request2, newDefaults) {
	const newRequest = request2.defaults(newDefaults);
	const newApi = (query, options) => {
		return graphql(newRequest, query, options);
	};
	return Object.assign(newApi, {
		defaults: withDefaults.bind(null, newRequest),
		endpoint: newRequest.endpoint
	});
}
var graphql2 = withDefaults(request$1, {
	headers: { "user-agent": `octokit-graphql.js/${VERSION$7} ${getUserAgent()}` },
	method: "POST",
	url: "/graphql"
});
function withCustomRequest(customRequest) {
	return withDefaults(customRequest, {
		method: "POST",
		url: "/graphql"
	});
}
/* v8 ignore if -- @preserve */

// node_modules/@octokit/auth-token/dist-bundle/index.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep$1 = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep$1}${b64url}${sep$1}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);
async function auth(token) {
	const isApp = isJWT(token);
	const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
	const isUserToServer = token.startsWith("ghu_");
	return {
		type: "token",
		token,
		tokenType: isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth"
	};
}
function withAuthorizationPrefix(token) {
	if (token.split(/\./).length === 3) return `bearer ${token}`;
	return `token ${token}`;
}
async function hook(token, request, route, parameters) {
	const endpoint = request.endpoint.merge(route, parameters);
	endpoint.headers.authorization = withAuthorizationPrefix(token);
	return request(endpoint);
}
var createTokenAuth = function createTokenAuth2(token) {
	if (!token) throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
	if (typeof token !== "string") throw new Error("[@octokit/auth-token] Token passed to createTokenAuth is not a string");
	token = token.replace(/^(token|bearer) +/i, "");
	return Object.assign(auth.bind(null, token), { hook: hook.bind(null, token) });
};

// node_modules/@octokit/core/dist-src/version.js
const VERSION$6 = "7.0.8";

// node_modules/@octokit/core/dist-src/index.js
const noop$1 = () => {};
const consoleWarn = console.warn.bind(console);
const consoleError = console.error.bind(console);
function createLogger(logger = {}) {
	if (typeof logger.debug !== "function") logger.debug = noop$1;
	if (typeof logger.info !== "function") logger.info = noop$1;
	if (typeof logger.warn !== "function") logger.warn = consoleWarn;
	if (typeof logger.error !== "function") logger.error = consoleError;
	return logger;
}
const userAgentTrail = `octokit-core.js/${VERSION$6} ${getUserAgent()}`;
var Octokit$1 = class {
	static VERSION = VERSION$6;
	static defaults(defaults) {
		const OctokitWithDefaults = class extends this {
			constructor(...args) {
				const options = args[0] || {};
				if (typeof defaults === "function") {
					super(defaults(options));
					return;
				}
				super(Object.assign({}, defaults, options, options.userAgent && defaults.userAgent ? { userAgent: `${options.userAgent} ${defaults.userAgent}` } : null));
			}
		};
		return OctokitWithDefaults;
	}
	static plugins = [];
	/**
	* Attach a plugin (or many) to your Octokit instance.
	*
	* @example
	* const API = Octokit.plugin(plugin1, plugin2, plugin3, ...)
	*/
	static plugin(...newPlugins) {
		const currentPlugins = this.plugins;
		const NewOctokit = class extends this {
			static plugins = currentPlugins.concat(newPlugins.filter((plugin) => !currentPlugins.includes(plugin)));
		};
		return NewOctokit;
	}
	constructor(options = {}) {
		const hook = new before_after_hook_default.Collection();
		const requestDefaults = {
			baseUrl: request$1.endpoint.DEFAULTS.baseUrl,
			headers: {},
			request: Object.assign({}, options.request, { hook: hook.bind(null, "request") }),
			mediaType: {
				previews: [],
				format: ""
			}
		};
		requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
		if (options.baseUrl) requestDefaults.baseUrl = options.baseUrl;
		if (options.previews) requestDefaults.mediaType.previews = options.previews;
		if (options.timeZone) requestDefaults.headers["time-zone"] = options.timeZone;
		this.request = request$1.defaults(requestDefaults);
		this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
		this.log = createLogger(options.log);
		this.hook = hook;
		if (!options.authStrategy) {
			if (!options.auth) this.auth = async () => ({ type: "unauthenticated" });
			else {
				const auth = createTokenAuth(options.auth);
				hook.wrap("request", auth.hook);
				this.auth = auth;
			}
		} else {
			const { authStrategy, ...otherOptions } = options;
			const auth = authStrategy(Object.assign({
				request: this.request,
				log: this.log,
				octokit: this,
				octokitOptions: otherOptions
			}, options.auth));
			hook.wrap("request", auth.hook);
			this.auth = auth;
		}
		const classConstructor = this.constructor;
		for (let i = 0; i < classConstructor.plugins.length; ++i) Object.assign(this, classConstructor.plugins[i](this, options));
	}
	request;
	graphql;
	log;
	hook;
	auth;
};

// node_modules/@octokit/plugin-request-log/dist-src/version.js
const VERSION$5 = "6.0.0";

// node_modules/@octokit/plugin-request-log/dist-src/index.js
function requestLog(octokit) {
	octokit.hook.wrap("request", (request, options) => {
		octokit.log.debug("request", options);
		const start = Date.now();
		const requestOptions = octokit.request.endpoint.parse(options);
		const path = requestOptions.url.replace(options.baseUrl, "");
		return request(options).then((response) => {
			const requestId = response.headers["x-github-request-id"];
			octokit.log.info(`${requestOptions.method} ${path} - ${response.status} with id ${requestId} in ${Date.now() - start}ms`);
			return response;
		}).catch((error) => {
			const requestId = error.response?.headers["x-github-request-id"] || "UNKNOWN";
			octokit.log.error(`${requestOptions.method} ${path} - ${error.status} with id ${requestId} in ${Date.now() - start}ms`);
			throw error;
		});
	});
}
requestLog.VERSION = VERSION$5;

// node_modules/@octokit/plugin-paginate-rest/dist-bundle/index.js
var VERSION$4 = "0.0.0-development";
function normalizePaginatedListResponse(response) {
	if (!response.data) return {
		...response,
		data: []
	};
	if (!(("total_count" in response.data || "total_commits" in response.data) && !("url" in response.data))) return response;
	const incompleteResults = response.data.incomplete_results;
	const repositorySelection = response.data.repository_selection;
	const totalCount = response.data.total_count;
	const totalCommits = response.data.total_commits;
	delete response.data.incomplete_results;
	delete response.data.repository_selection;
	delete response.data.total_count;
	delete response.data.total_commits;
	const namespaceKey = Object.keys(response.data)[0];
	response.data = response.data[namespaceKey];
	if (typeof incompleteResults !== "undefined") response.data.incomplete_results = incompleteResults;
	if (typeof repositorySelection !== "undefined") response.data.repository_selection = repositorySelection;
	response.data.total_count = totalCount;
	response.data.total_commits = totalCommits;
	return response;
}
function iterator(octokit, route, parameters) {
	const options = typeof route === "function" ? route.endpoint(parameters) : octokit.request.endpoint(route, parameters);
	const requestMethod = typeof route === "function" ? route : octokit.request;
	const method = options.method;
	const headers = options.headers;
	let url = options.url;
	return { [Symbol.asyncIterator]: () => ({ async next() {
		if (!url) return { done: true };
		try {
			const normalizedResponse = normalizePaginatedListResponse(await requestMethod({
				method,
				url,
				headers
			}));
			url = ((normalizedResponse.headers.link || "").match(/<([^<>]+)>;\s*rel="next"/) || [])[1];
			if (!url && "total_commits" in normalizedResponse.data) {
				const parsedUrl = new URL(normalizedResponse.url);
				const params = parsedUrl.searchParams;
				const page = parseInt(params.get("page") || "1", 10);
				if (page * parseInt(params.get("per_page") || "250", 10) < normalizedResponse.data.total_commits) {
					params.set("page", String(page + 1));
					url = parsedUrl.toString();
				}
			}
			return { value: normalizedResponse };
		} catch (error) {
			if (error.status !== 409) throw error;
			url = "";
			return { value: {
				status: 200,
				headers: {},
				data: []
			} };
		}
	} }) };
}
function paginate(octokit, route, parameters, mapFn) {
	if (typeof parameters === "function") {
		mapFn = parameters;
		parameters = void 0;
	}
	return gather$1(octokit, [], iterator(octokit, route, parameters)[Symbol.asyncIterator](), mapFn);
}
function gather$1(octokit, results, iterator2, mapFn) {
	return iterator2.next().then((result) => {
		if (result.done) return results;
		let earlyExit = false;
		function done() {
			earlyExit = true;
		}
		results = results.concat(mapFn ? mapFn(result.value, done) : result.value.data);
		if (earlyExit) return results;
		return gather$1(octokit, results, iterator2, mapFn);
	});
}
var composePaginateRest = Object.assign(paginate, { iterator });
function paginateRest(octokit) {
	return { paginate: Object.assign(paginate.bind(null, octokit), { iterator: iterator.bind(null, octokit) }) };
}
paginateRest.VERSION = VERSION$4;

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/version.js
const VERSION$3 = "17.0.0";

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/generated/endpoints.js
var endpoints_default = {
	actions: {
		addCustomLabelsToSelfHostedRunnerForOrg: ["POST /orgs/{org}/actions/runners/{runner_id}/labels"],
		addCustomLabelsToSelfHostedRunnerForRepo: ["POST /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],
		addRepoAccessToSelfHostedRunnerGroupInOrg: ["PUT /orgs/{org}/actions/runner-groups/{runner_group_id}/repositories/{repository_id}"],
		addSelectedRepoToOrgSecret: ["PUT /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}"],
		addSelectedRepoToOrgVariable: ["PUT /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"],
		approveWorkflowRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve"],
		cancelWorkflowRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel"],
		createEnvironmentVariable: ["POST /repos/{owner}/{repo}/environments/{environment_name}/variables"],
		createHostedRunnerForOrg: ["POST /orgs/{org}/actions/hosted-runners"],
		createOrUpdateEnvironmentSecret: ["PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],
		createOrUpdateOrgSecret: ["PUT /orgs/{org}/actions/secrets/{secret_name}"],
		createOrUpdateRepoSecret: ["PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}"],
		createOrgVariable: ["POST /orgs/{org}/actions/variables"],
		createRegistrationTokenForOrg: ["POST /orgs/{org}/actions/runners/registration-token"],
		createRegistrationTokenForRepo: ["POST /repos/{owner}/{repo}/actions/runners/registration-token"],
		createRemoveTokenForOrg: ["POST /orgs/{org}/actions/runners/remove-token"],
		createRemoveTokenForRepo: ["POST /repos/{owner}/{repo}/actions/runners/remove-token"],
		createRepoVariable: ["POST /repos/{owner}/{repo}/actions/variables"],
		createWorkflowDispatch: ["POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches"],
		deleteActionsCacheById: ["DELETE /repos/{owner}/{repo}/actions/caches/{cache_id}"],
		deleteActionsCacheByKey: ["DELETE /repos/{owner}/{repo}/actions/caches{?key,ref}"],
		deleteArtifact: ["DELETE /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"],
		deleteCustomImageFromOrg: ["DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"],
		deleteCustomImageVersionFromOrg: ["DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"],
		deleteEnvironmentSecret: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],
		deleteEnvironmentVariable: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"],
		deleteHostedRunnerForOrg: ["DELETE /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"],
		deleteOrgSecret: ["DELETE /orgs/{org}/actions/secrets/{secret_name}"],
		deleteOrgVariable: ["DELETE /orgs/{org}/actions/variables/{name}"],
		deleteRepoSecret: ["DELETE /repos/{owner}/{repo}/actions/secrets/{secret_name}"],
		deleteRepoVariable: ["DELETE /repos/{owner}/{repo}/actions/variables/{name}"],
		deleteSelfHostedRunnerFromOrg: ["DELETE /orgs/{org}/actions/runners/{runner_id}"],
		deleteSelfHostedRunnerFromRepo: ["DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}"],
		deleteWorkflowRun: ["DELETE /repos/{owner}/{repo}/actions/runs/{run_id}"],
		deleteWorkflowRunLogs: ["DELETE /repos/{owner}/{repo}/actions/runs/{run_id}/logs"],
		disableSelectedRepositoryGithubActionsOrganization: ["DELETE /orgs/{org}/actions/permissions/repositories/{repository_id}"],
		disableWorkflow: ["PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/disable"],
		downloadArtifact: ["GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}"],
		downloadJobLogsForWorkflowRun: ["GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs"],
		downloadWorkflowRunAttemptLogs: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/logs"],
		downloadWorkflowRunLogs: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/logs"],
		enableSelectedRepositoryGithubActionsOrganization: ["PUT /orgs/{org}/actions/permissions/repositories/{repository_id}"],
		enableWorkflow: ["PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/enable"],
		forceCancelWorkflowRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/force-cancel"],
		generateRunnerJitconfigForOrg: ["POST /orgs/{org}/actions/runners/generate-jitconfig"],
		generateRunnerJitconfigForRepo: ["POST /repos/{owner}/{repo}/actions/runners/generate-jitconfig"],
		getActionsCacheList: ["GET /repos/{owner}/{repo}/actions/caches"],
		getActionsCacheUsage: ["GET /repos/{owner}/{repo}/actions/cache/usage"],
		getActionsCacheUsageByRepoForOrg: ["GET /orgs/{org}/actions/cache/usage-by-repository"],
		getActionsCacheUsageForOrg: ["GET /orgs/{org}/actions/cache/usage"],
		getAllowedActionsOrganization: ["GET /orgs/{org}/actions/permissions/selected-actions"],
		getAllowedActionsRepository: ["GET /repos/{owner}/{repo}/actions/permissions/selected-actions"],
		getArtifact: ["GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"],
		getCustomImageForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"],
		getCustomImageVersionForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"],
		getCustomOidcSubClaimForRepo: ["GET /repos/{owner}/{repo}/actions/oidc/customization/sub"],
		getEnvironmentPublicKey: ["GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key"],
		getEnvironmentSecret: ["GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],
		getEnvironmentVariable: ["GET /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"],
		getGithubActionsDefaultWorkflowPermissionsOrganization: ["GET /orgs/{org}/actions/permissions/workflow"],
		getGithubActionsDefaultWorkflowPermissionsRepository: ["GET /repos/{owner}/{repo}/actions/permissions/workflow"],
		getGithubActionsPermissionsOrganization: ["GET /orgs/{org}/actions/permissions"],
		getGithubActionsPermissionsRepository: ["GET /repos/{owner}/{repo}/actions/permissions"],
		getHostedRunnerForOrg: ["GET /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"],
		getHostedRunnersGithubOwnedImagesForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/github-owned"],
		getHostedRunnersLimitsForOrg: ["GET /orgs/{org}/actions/hosted-runners/limits"],
		getHostedRunnersMachineSpecsForOrg: ["GET /orgs/{org}/actions/hosted-runners/machine-sizes"],
		getHostedRunnersPartnerImagesForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/partner"],
		getHostedRunnersPlatformsForOrg: ["GET /orgs/{org}/actions/hosted-runners/platforms"],
		getJobForWorkflowRun: ["GET /repos/{owner}/{repo}/actions/jobs/{job_id}"],
		getOrgPublicKey: ["GET /orgs/{org}/actions/secrets/public-key"],
		getOrgSecret: ["GET /orgs/{org}/actions/secrets/{secret_name}"],
		getOrgVariable: ["GET /orgs/{org}/actions/variables/{name}"],
		getPendingDeploymentsForRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"],
		getRepoPermissions: [
			"GET /repos/{owner}/{repo}/actions/permissions",
			{},
			{ renamed: ["actions", "getGithubActionsPermissionsRepository"] }
		],
		getRepoPublicKey: ["GET /repos/{owner}/{repo}/actions/secrets/public-key"],
		getRepoSecret: ["GET /repos/{owner}/{repo}/actions/secrets/{secret_name}"],
		getRepoVariable: ["GET /repos/{owner}/{repo}/actions/variables/{name}"],
		getReviewsForRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals"],
		getSelfHostedRunnerForOrg: ["GET /orgs/{org}/actions/runners/{runner_id}"],
		getSelfHostedRunnerForRepo: ["GET /repos/{owner}/{repo}/actions/runners/{runner_id}"],
		getWorkflow: ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}"],
		getWorkflowAccessToRepository: ["GET /repos/{owner}/{repo}/actions/permissions/access"],
		getWorkflowRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}"],
		getWorkflowRunAttempt: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}"],
		getWorkflowRunUsage: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/timing"],
		getWorkflowUsage: ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/timing"],
		listArtifactsForRepo: ["GET /repos/{owner}/{repo}/actions/artifacts"],
		listCustomImageVersionsForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions"],
		listCustomImagesForOrg: ["GET /orgs/{org}/actions/hosted-runners/images/custom"],
		listEnvironmentSecrets: ["GET /repos/{owner}/{repo}/environments/{environment_name}/secrets"],
		listEnvironmentVariables: ["GET /repos/{owner}/{repo}/environments/{environment_name}/variables"],
		listGithubHostedRunnersInGroupForOrg: ["GET /orgs/{org}/actions/runner-groups/{runner_group_id}/hosted-runners"],
		listHostedRunnersForOrg: ["GET /orgs/{org}/actions/hosted-runners"],
		listJobsForWorkflowRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs"],
		listJobsForWorkflowRunAttempt: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs"],
		listLabelsForSelfHostedRunnerForOrg: ["GET /orgs/{org}/actions/runners/{runner_id}/labels"],
		listLabelsForSelfHostedRunnerForRepo: ["GET /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],
		listOrgSecrets: ["GET /orgs/{org}/actions/secrets"],
		listOrgVariables: ["GET /orgs/{org}/actions/variables"],
		listRepoOrganizationSecrets: ["GET /repos/{owner}/{repo}/actions/organization-secrets"],
		listRepoOrganizationVariables: ["GET /repos/{owner}/{repo}/actions/organization-variables"],
		listRepoSecrets: ["GET /repos/{owner}/{repo}/actions/secrets"],
		listRepoVariables: ["GET /repos/{owner}/{repo}/actions/variables"],
		listRepoWorkflows: ["GET /repos/{owner}/{repo}/actions/workflows"],
		listRunnerApplicationsForOrg: ["GET /orgs/{org}/actions/runners/downloads"],
		listRunnerApplicationsForRepo: ["GET /repos/{owner}/{repo}/actions/runners/downloads"],
		listSelectedReposForOrgSecret: ["GET /orgs/{org}/actions/secrets/{secret_name}/repositories"],
		listSelectedReposForOrgVariable: ["GET /orgs/{org}/actions/variables/{name}/repositories"],
		listSelectedRepositoriesEnabledGithubActionsOrganization: ["GET /orgs/{org}/actions/permissions/repositories"],
		listSelfHostedRunnersForOrg: ["GET /orgs/{org}/actions/runners"],
		listSelfHostedRunnersForRepo: ["GET /repos/{owner}/{repo}/actions/runners"],
		listWorkflowRunArtifacts: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts"],
		listWorkflowRuns: ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs"],
		listWorkflowRunsForRepo: ["GET /repos/{owner}/{repo}/actions/runs"],
		reRunJobForWorkflowRun: ["POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun"],
		reRunWorkflow: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun"],
		reRunWorkflowFailedJobs: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs"],
		removeAllCustomLabelsFromSelfHostedRunnerForOrg: ["DELETE /orgs/{org}/actions/runners/{runner_id}/labels"],
		removeAllCustomLabelsFromSelfHostedRunnerForRepo: ["DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],
		removeCustomLabelFromSelfHostedRunnerForOrg: ["DELETE /orgs/{org}/actions/runners/{runner_id}/labels/{name}"],
		removeCustomLabelFromSelfHostedRunnerForRepo: ["DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels/{name}"],
		removeSelectedRepoFromOrgSecret: ["DELETE /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}"],
		removeSelectedRepoFromOrgVariable: ["DELETE /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"],
		reviewCustomGatesForRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule"],
		reviewPendingDeploymentsForRun: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"],
		setAllowedActionsOrganization: ["PUT /orgs/{org}/actions/permissions/selected-actions"],
		setAllowedActionsRepository: ["PUT /repos/{owner}/{repo}/actions/permissions/selected-actions"],
		setCustomLabelsForSelfHostedRunnerForOrg: ["PUT /orgs/{org}/actions/runners/{runner_id}/labels"],
		setCustomLabelsForSelfHostedRunnerForRepo: ["PUT /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],
		setCustomOidcSubClaimForRepo: ["PUT /repos/{owner}/{repo}/actions/oidc/customization/sub"],
		setGithubActionsDefaultWorkflowPermissionsOrganization: ["PUT /orgs/{org}/actions/permissions/workflow"],
		setGithubActionsDefaultWorkflowPermissionsRepository: ["PUT /repos/{owner}/{repo}/actions/permissions/workflow"],
		setGithubActionsPermissionsOrganization: ["PUT /orgs/{org}/actions/permissions"],
		setGithubActionsPermissionsRepository: ["PUT /repos/{owner}/{repo}/actions/permissions"],
		setSelectedReposForOrgSecret: ["PUT /orgs/{org}/actions/secrets/{secret_name}/repositories"],
		setSelectedReposForOrgVariable: ["PUT /orgs/{org}/actions/variables/{name}/repositories"],
		setSelectedRepositoriesEnabledGithubActionsOrganization: ["PUT /orgs/{org}/actions/permissions/repositories"],
		setWorkflowAccessToRepository: ["PUT /repos/{owner}/{repo}/actions/permissions/access"],
		updateEnvironmentVariable: ["PATCH /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"],
		updateHostedRunnerForOrg: ["PATCH /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"],
		updateOrgVariable: ["PATCH /orgs/{org}/actions/variables/{name}"],
		updateRepoVariable: ["PATCH /repos/{owner}/{repo}/actions/variables/{name}"]
	},
	activity: {
		checkRepoIsStarredByAuthenticatedUser: ["GET /user/starred/{owner}/{repo}"],
		deleteRepoSubscription: ["DELETE /repos/{owner}/{repo}/subscription"],
		deleteThreadSubscription: ["DELETE /notifications/threads/{thread_id}/subscription"],
		getFeeds: ["GET /feeds"],
		getRepoSubscription: ["GET /repos/{owner}/{repo}/subscription"],
		getThread: ["GET /notifications/threads/{thread_id}"],
		getThreadSubscriptionForAuthenticatedUser: ["GET /notifications/threads/{thread_id}/subscription"],
		listEventsForAuthenticatedUser: ["GET /users/{username}/events"],
		listNotificationsForAuthenticatedUser: ["GET /notifications"],
		listOrgEventsForAuthenticatedUser: ["GET /users/{username}/events/orgs/{org}"],
		listPublicEvents: ["GET /events"],
		listPublicEventsForRepoNetwork: ["GET /networks/{owner}/{repo}/events"],
		listPublicEventsForUser: ["GET /users/{username}/events/public"],
		listPublicOrgEvents: ["GET /orgs/{org}/events"],
		listReceivedEventsForUser: ["GET /users/{username}/received_events"],
		listReceivedPublicEventsForUser: ["GET /users/{username}/received_events/public"],
		listRepoEvents: ["GET /repos/{owner}/{repo}/events"],
		listRepoNotificationsForAuthenticatedUser: ["GET /repos/{owner}/{repo}/notifications"],
		listReposStarredByAuthenticatedUser: ["GET /user/starred"],
		listReposStarredByUser: ["GET /users/{username}/starred"],
		listReposWatchedByUser: ["GET /users/{username}/subscriptions"],
		listStargazersForRepo: ["GET /repos/{owner}/{repo}/stargazers"],
		listWatchedReposForAuthenticatedUser: ["GET /user/subscriptions"],
		listWatchersForRepo: ["GET /repos/{owner}/{repo}/subscribers"],
		markNotificationsAsRead: ["PUT /notifications"],
		markRepoNotificationsAsRead: ["PUT /repos/{owner}/{repo}/notifications"],
		markThreadAsDone: ["DELETE /notifications/threads/{thread_id}"],
		markThreadAsRead: ["PATCH /notifications/threads/{thread_id}"],
		setRepoSubscription: ["PUT /repos/{owner}/{repo}/subscription"],
		setThreadSubscription: ["PUT /notifications/threads/{thread_id}/subscription"],
		starRepoForAuthenticatedUser: ["PUT /user/starred/{owner}/{repo}"],
		unstarRepoForAuthenticatedUser: ["DELETE /user/starred/{owner}/{repo}"]
	},
	apps: {
		addRepoToInstallation: [
			"PUT /user/installations/{installation_id}/repositories/{repository_id}",
			{},
			{ renamed: ["apps", "addRepoToInstallationForAuthenticatedUser"] }
		],
		addRepoToInstallationForAuthenticatedUser: ["PUT /user/installations/{installation_id}/repositories/{repository_id}"],
		checkToken: ["POST /applications/{client_id}/token"],
		createFromManifest: ["POST /app-manifests/{code}/conversions"],
		createInstallationAccessToken: ["POST /app/installations/{installation_id}/access_tokens"],
		deleteAuthorization: ["DELETE /applications/{client_id}/grant"],
		deleteInstallation: ["DELETE /app/installations/{installation_id}"],
		deleteToken: ["DELETE /applications/{client_id}/token"],
		getAuthenticated: ["GET /app"],
		getBySlug: ["GET /apps/{app_slug}"],
		getInstallation: ["GET /app/installations/{installation_id}"],
		getOrgInstallation: ["GET /orgs/{org}/installation"],
		getRepoInstallation: ["GET /repos/{owner}/{repo}/installation"],
		getSubscriptionPlanForAccount: ["GET /marketplace_listing/accounts/{account_id}"],
		getSubscriptionPlanForAccountStubbed: ["GET /marketplace_listing/stubbed/accounts/{account_id}"],
		getUserInstallation: ["GET /users/{username}/installation"],
		getWebhookConfigForApp: ["GET /app/hook/config"],
		getWebhookDelivery: ["GET /app/hook/deliveries/{delivery_id}"],
		listAccountsForPlan: ["GET /marketplace_listing/plans/{plan_id}/accounts"],
		listAccountsForPlanStubbed: ["GET /marketplace_listing/stubbed/plans/{plan_id}/accounts"],
		listInstallationReposForAuthenticatedUser: ["GET /user/installations/{installation_id}/repositories"],
		listInstallationRequestsForAuthenticatedApp: ["GET /app/installation-requests"],
		listInstallations: ["GET /app/installations"],
		listInstallationsForAuthenticatedUser: ["GET /user/installations"],
		listPlans: ["GET /marketplace_listing/plans"],
		listPlansStubbed: ["GET /marketplace_listing/stubbed/plans"],
		listReposAccessibleToInstallation: ["GET /installation/repositories"],
		listSubscriptionsForAuthenticatedUser: ["GET /user/marketplace_purchases"],
		listSubscriptionsForAuthenticatedUserStubbed: ["GET /user/marketplace_purchases/stubbed"],
		listWebhookDeliveries: ["GET /app/hook/deliveries"],
		redeliverWebhookDelivery: ["POST /app/hook/deliveries/{delivery_id}/attempts"],
		removeRepoFromInstallation: [
			"DELETE /user/installations/{installation_id}/repositories/{repository_id}",
			{},
			{ renamed: ["apps", "removeRepoFromInstallationForAuthenticatedUser"] }
		],
		removeRepoFromInstallationForAuthenticatedUser: ["DELETE /user/installations/{installation_id}/repositories/{repository_id}"],
		resetToken: ["PATCH /applications/{client_id}/token"],
		revokeInstallationAccessToken: ["DELETE /installation/token"],
		scopeToken: ["POST /applications/{client_id}/token/scoped"],
		suspendInstallation: ["PUT /app/installations/{installation_id}/suspended"],
		unsuspendInstallation: ["DELETE /app/installations/{installation_id}/suspended"],
		updateWebhookConfigForApp: ["PATCH /app/hook/config"]
	},
	billing: {
		getGithubActionsBillingOrg: ["GET /orgs/{org}/settings/billing/actions"],
		getGithubActionsBillingUser: ["GET /users/{username}/settings/billing/actions"],
		getGithubBillingPremiumRequestUsageReportOrg: ["GET /organizations/{org}/settings/billing/premium_request/usage"],
		getGithubBillingPremiumRequestUsageReportUser: ["GET /users/{username}/settings/billing/premium_request/usage"],
		getGithubBillingUsageReportOrg: ["GET /organizations/{org}/settings/billing/usage"],
		getGithubBillingUsageReportUser: ["GET /users/{username}/settings/billing/usage"],
		getGithubPackagesBillingOrg: ["GET /orgs/{org}/settings/billing/packages"],
		getGithubPackagesBillingUser: ["GET /users/{username}/settings/billing/packages"],
		getSharedStorageBillingOrg: ["GET /orgs/{org}/settings/billing/shared-storage"],
		getSharedStorageBillingUser: ["GET /users/{username}/settings/billing/shared-storage"]
	},
	campaigns: {
		createCampaign: ["POST /orgs/{org}/campaigns"],
		deleteCampaign: ["DELETE /orgs/{org}/campaigns/{campaign_number}"],
		getCampaignSummary: ["GET /orgs/{org}/campaigns/{campaign_number}"],
		listOrgCampaigns: ["GET /orgs/{org}/campaigns"],
		updateCampaign: ["PATCH /orgs/{org}/campaigns/{campaign_number}"]
	},
	checks: {
		create: ["POST /repos/{owner}/{repo}/check-runs"],
		createSuite: ["POST /repos/{owner}/{repo}/check-suites"],
		get: ["GET /repos/{owner}/{repo}/check-runs/{check_run_id}"],
		getSuite: ["GET /repos/{owner}/{repo}/check-suites/{check_suite_id}"],
		listAnnotations: ["GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations"],
		listForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/check-runs"],
		listForSuite: ["GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs"],
		listSuitesForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/check-suites"],
		rerequestRun: ["POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest"],
		rerequestSuite: ["POST /repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest"],
		setSuitesPreferences: ["PATCH /repos/{owner}/{repo}/check-suites/preferences"],
		update: ["PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}"]
	},
	codeScanning: {
		commitAutofix: ["POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix/commits"],
		createAutofix: ["POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"],
		createVariantAnalysis: ["POST /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses"],
		deleteAnalysis: ["DELETE /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}{?confirm_delete}"],
		deleteCodeqlDatabase: ["DELETE /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"],
		getAlert: [
			"GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}",
			{},
			{ renamedParameters: { alert_id: "alert_number" } }
		],
		getAnalysis: ["GET /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}"],
		getAutofix: ["GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"],
		getCodeqlDatabase: ["GET /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"],
		getDefaultSetup: ["GET /repos/{owner}/{repo}/code-scanning/default-setup"],
		getSarif: ["GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}"],
		getVariantAnalysis: ["GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}"],
		getVariantAnalysisRepoTask: ["GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}/repos/{repo_owner}/{repo_name}"],
		listAlertInstances: ["GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances"],
		listAlertsForOrg: ["GET /orgs/{org}/code-scanning/alerts"],
		listAlertsForRepo: ["GET /repos/{owner}/{repo}/code-scanning/alerts"],
		listAlertsInstances: [
			"GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances",
			{},
			{ renamed: ["codeScanning", "listAlertInstances"] }
		],
		listCodeqlDatabases: ["GET /repos/{owner}/{repo}/code-scanning/codeql/databases"],
		listRecentAnalyses: ["GET /repos/{owner}/{repo}/code-scanning/analyses"],
		updateAlert: ["PATCH /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}"],
		updateDefaultSetup: ["PATCH /repos/{owner}/{repo}/code-scanning/default-setup"],
		uploadSarif: ["POST /repos/{owner}/{repo}/code-scanning/sarifs"]
	},
	codeSecurity: {
		attachConfiguration: ["POST /orgs/{org}/code-security/configurations/{configuration_id}/attach"],
		attachEnterpriseConfiguration: ["POST /enterprises/{enterprise}/code-security/configurations/{configuration_id}/attach"],
		createConfiguration: ["POST /orgs/{org}/code-security/configurations"],
		createConfigurationForEnterprise: ["POST /enterprises/{enterprise}/code-security/configurations"],
		deleteConfiguration: ["DELETE /orgs/{org}/code-security/configurations/{configuration_id}"],
		deleteConfigurationForEnterprise: ["DELETE /enterprises/{enterprise}/code-security/configurations/{configuration_id}"],
		detachConfiguration: ["DELETE /orgs/{org}/code-security/configurations/detach"],
		getConfiguration: ["GET /orgs/{org}/code-security/configurations/{configuration_id}"],
		getConfigurationForRepository: ["GET /repos/{owner}/{repo}/code-security-configuration"],
		getConfigurationsForEnterprise: ["GET /enterprises/{enterprise}/code-security/configurations"],
		getConfigurationsForOrg: ["GET /orgs/{org}/code-security/configurations"],
		getDefaultConfigurations: ["GET /orgs/{org}/code-security/configurations/defaults"],
		getDefaultConfigurationsForEnterprise: ["GET /enterprises/{enterprise}/code-security/configurations/defaults"],
		getRepositoriesForConfiguration: ["GET /orgs/{org}/code-security/configurations/{configuration_id}/repositories"],
		getRepositoriesForEnterpriseConfiguration: ["GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}/repositories"],
		getSingleConfigurationForEnterprise: ["GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}"],
		setConfigurationAsDefault: ["PUT /orgs/{org}/code-security/configurations/{configuration_id}/defaults"],
		setConfigurationAsDefaultForEnterprise: ["PUT /enterprises/{enterprise}/code-security/configurations/{configuration_id}/defaults"],
		updateConfiguration: ["PATCH /orgs/{org}/code-security/configurations/{configuration_id}"],
		updateEnterpriseConfiguration: ["PATCH /enterprises/{enterprise}/code-security/configurations/{configuration_id}"]
	},
	codesOfConduct: {
		getAllCodesOfConduct: ["GET /codes_of_conduct"],
		getConductCode: ["GET /codes_of_conduct/{key}"]
	},
	codespaces: {
		addRepositoryForSecretForAuthenticatedUser: ["PUT /user/codespaces/secrets/{secret_name}/repositories/{repository_id}"],
		addSelectedRepoToOrgSecret: ["PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"],
		checkPermissionsForDevcontainer: ["GET /repos/{owner}/{repo}/codespaces/permissions_check"],
		codespaceMachinesForAuthenticatedUser: ["GET /user/codespaces/{codespace_name}/machines"],
		createForAuthenticatedUser: ["POST /user/codespaces"],
		createOrUpdateOrgSecret: ["PUT /orgs/{org}/codespaces/secrets/{secret_name}"],
		createOrUpdateRepoSecret: ["PUT /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],
		createOrUpdateSecretForAuthenticatedUser: ["PUT /user/codespaces/secrets/{secret_name}"],
		createWithPrForAuthenticatedUser: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/codespaces"],
		createWithRepoForAuthenticatedUser: ["POST /repos/{owner}/{repo}/codespaces"],
		deleteForAuthenticatedUser: ["DELETE /user/codespaces/{codespace_name}"],
		deleteFromOrganization: ["DELETE /orgs/{org}/members/{username}/codespaces/{codespace_name}"],
		deleteOrgSecret: ["DELETE /orgs/{org}/codespaces/secrets/{secret_name}"],
		deleteRepoSecret: ["DELETE /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],
		deleteSecretForAuthenticatedUser: ["DELETE /user/codespaces/secrets/{secret_name}"],
		exportForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/exports"],
		getCodespacesForUserInOrg: ["GET /orgs/{org}/members/{username}/codespaces"],
		getExportDetailsForAuthenticatedUser: ["GET /user/codespaces/{codespace_name}/exports/{export_id}"],
		getForAuthenticatedUser: ["GET /user/codespaces/{codespace_name}"],
		getOrgPublicKey: ["GET /orgs/{org}/codespaces/secrets/public-key"],
		getOrgSecret: ["GET /orgs/{org}/codespaces/secrets/{secret_name}"],
		getPublicKeyForAuthenticatedUser: ["GET /user/codespaces/secrets/public-key"],
		getRepoPublicKey: ["GET /repos/{owner}/{repo}/codespaces/secrets/public-key"],
		getRepoSecret: ["GET /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],
		getSecretForAuthenticatedUser: ["GET /user/codespaces/secrets/{secret_name}"],
		listDevcontainersInRepositoryForAuthenticatedUser: ["GET /repos/{owner}/{repo}/codespaces/devcontainers"],
		listForAuthenticatedUser: ["GET /user/codespaces"],
		listInOrganization: [
			"GET /orgs/{org}/codespaces",
			{},
			{ renamedParameters: { org_id: "org" } }
		],
		listInRepositoryForAuthenticatedUser: ["GET /repos/{owner}/{repo}/codespaces"],
		listOrgSecrets: ["GET /orgs/{org}/codespaces/secrets"],
		listRepoSecrets: ["GET /repos/{owner}/{repo}/codespaces/secrets"],
		listRepositoriesForSecretForAuthenticatedUser: ["GET /user/codespaces/secrets/{secret_name}/repositories"],
		listSecretsForAuthenticatedUser: ["GET /user/codespaces/secrets"],
		listSelectedReposForOrgSecret: ["GET /orgs/{org}/codespaces/secrets/{secret_name}/repositories"],
		preFlightWithRepoForAuthenticatedUser: ["GET /repos/{owner}/{repo}/codespaces/new"],
		publishForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/publish"],
		removeRepositoryForSecretForAuthenticatedUser: ["DELETE /user/codespaces/secrets/{secret_name}/repositories/{repository_id}"],
		removeSelectedRepoFromOrgSecret: ["DELETE /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"],
		repoMachinesForAuthenticatedUser: ["GET /repos/{owner}/{repo}/codespaces/machines"],
		setRepositoriesForSecretForAuthenticatedUser: ["PUT /user/codespaces/secrets/{secret_name}/repositories"],
		setSelectedReposForOrgSecret: ["PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories"],
		startForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/start"],
		stopForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/stop"],
		stopInOrganization: ["POST /orgs/{org}/members/{username}/codespaces/{codespace_name}/stop"],
		updateForAuthenticatedUser: ["PATCH /user/codespaces/{codespace_name}"]
	},
	copilot: {
		addCopilotSeatsForTeams: ["POST /orgs/{org}/copilot/billing/selected_teams"],
		addCopilotSeatsForUsers: ["POST /orgs/{org}/copilot/billing/selected_users"],
		cancelCopilotSeatAssignmentForTeams: ["DELETE /orgs/{org}/copilot/billing/selected_teams"],
		cancelCopilotSeatAssignmentForUsers: ["DELETE /orgs/{org}/copilot/billing/selected_users"],
		copilotMetricsForOrganization: ["GET /orgs/{org}/copilot/metrics"],
		copilotMetricsForTeam: ["GET /orgs/{org}/team/{team_slug}/copilot/metrics"],
		getCopilotOrganizationDetails: ["GET /orgs/{org}/copilot/billing"],
		getCopilotSeatDetailsForUser: ["GET /orgs/{org}/members/{username}/copilot"],
		listCopilotSeats: ["GET /orgs/{org}/copilot/billing/seats"]
	},
	credentials: { revoke: ["POST /credentials/revoke"] },
	dependabot: {
		addSelectedRepoToOrgSecret: ["PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"],
		createOrUpdateOrgSecret: ["PUT /orgs/{org}/dependabot/secrets/{secret_name}"],
		createOrUpdateRepoSecret: ["PUT /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],
		deleteOrgSecret: ["DELETE /orgs/{org}/dependabot/secrets/{secret_name}"],
		deleteRepoSecret: ["DELETE /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],
		getAlert: ["GET /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"],
		getOrgPublicKey: ["GET /orgs/{org}/dependabot/secrets/public-key"],
		getOrgSecret: ["GET /orgs/{org}/dependabot/secrets/{secret_name}"],
		getRepoPublicKey: ["GET /repos/{owner}/{repo}/dependabot/secrets/public-key"],
		getRepoSecret: ["GET /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],
		listAlertsForEnterprise: ["GET /enterprises/{enterprise}/dependabot/alerts"],
		listAlertsForOrg: ["GET /orgs/{org}/dependabot/alerts"],
		listAlertsForRepo: ["GET /repos/{owner}/{repo}/dependabot/alerts"],
		listOrgSecrets: ["GET /orgs/{org}/dependabot/secrets"],
		listRepoSecrets: ["GET /repos/{owner}/{repo}/dependabot/secrets"],
		listSelectedReposForOrgSecret: ["GET /orgs/{org}/dependabot/secrets/{secret_name}/repositories"],
		removeSelectedRepoFromOrgSecret: ["DELETE /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"],
		repositoryAccessForOrg: ["GET /organizations/{org}/dependabot/repository-access"],
		setRepositoryAccessDefaultLevel: ["PUT /organizations/{org}/dependabot/repository-access/default-level"],
		setSelectedReposForOrgSecret: ["PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories"],
		updateAlert: ["PATCH /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"],
		updateRepositoryAccessForOrg: ["PATCH /organizations/{org}/dependabot/repository-access"]
	},
	dependencyGraph: {
		createRepositorySnapshot: ["POST /repos/{owner}/{repo}/dependency-graph/snapshots"],
		diffRange: ["GET /repos/{owner}/{repo}/dependency-graph/compare/{basehead}"],
		exportSbom: ["GET /repos/{owner}/{repo}/dependency-graph/sbom"]
	},
	emojis: { get: ["GET /emojis"] },
	enterpriseTeamMemberships: {
		add: ["PUT /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"],
		bulkAdd: ["POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/add"],
		bulkRemove: ["POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/remove"],
		get: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"],
		list: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships"],
		remove: ["DELETE /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"]
	},
	enterpriseTeamOrganizations: {
		add: ["PUT /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"],
		bulkAdd: ["POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/add"],
		bulkRemove: ["POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/remove"],
		delete: ["DELETE /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"],
		getAssignment: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"],
		getAssignments: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations"]
	},
	enterpriseTeams: {
		create: ["POST /enterprises/{enterprise}/teams"],
		delete: ["DELETE /enterprises/{enterprise}/teams/{team_slug}"],
		get: ["GET /enterprises/{enterprise}/teams/{team_slug}"],
		list: ["GET /enterprises/{enterprise}/teams"],
		update: ["PATCH /enterprises/{enterprise}/teams/{team_slug}"]
	},
	gists: {
		checkIsStarred: ["GET /gists/{gist_id}/star"],
		create: ["POST /gists"],
		createComment: ["POST /gists/{gist_id}/comments"],
		delete: ["DELETE /gists/{gist_id}"],
		deleteComment: ["DELETE /gists/{gist_id}/comments/{comment_id}"],
		fork: ["POST /gists/{gist_id}/forks"],
		get: ["GET /gists/{gist_id}"],
		getComment: ["GET /gists/{gist_id}/comments/{comment_id}"],
		getRevision: ["GET /gists/{gist_id}/{sha}"],
		list: ["GET /gists"],
		listComments: ["GET /gists/{gist_id}/comments"],
		listCommits: ["GET /gists/{gist_id}/commits"],
		listForUser: ["GET /users/{username}/gists"],
		listForks: ["GET /gists/{gist_id}/forks"],
		listPublic: ["GET /gists/public"],
		listStarred: ["GET /gists/starred"],
		star: ["PUT /gists/{gist_id}/star"],
		unstar: ["DELETE /gists/{gist_id}/star"],
		update: ["PATCH /gists/{gist_id}"],
		updateComment: ["PATCH /gists/{gist_id}/comments/{comment_id}"]
	},
	git: {
		createBlob: ["POST /repos/{owner}/{repo}/git/blobs"],
		createCommit: ["POST /repos/{owner}/{repo}/git/commits"],
		createRef: ["POST /repos/{owner}/{repo}/git/refs"],
		createTag: ["POST /repos/{owner}/{repo}/git/tags"],
		createTree: ["POST /repos/{owner}/{repo}/git/trees"],
		deleteRef: ["DELETE /repos/{owner}/{repo}/git/refs/{ref}"],
		getBlob: ["GET /repos/{owner}/{repo}/git/blobs/{file_sha}"],
		getCommit: ["GET /repos/{owner}/{repo}/git/commits/{commit_sha}"],
		getRef: ["GET /repos/{owner}/{repo}/git/ref/{ref}"],
		getTag: ["GET /repos/{owner}/{repo}/git/tags/{tag_sha}"],
		getTree: ["GET /repos/{owner}/{repo}/git/trees/{tree_sha}"],
		listMatchingRefs: ["GET /repos/{owner}/{repo}/git/matching-refs/{ref}"],
		updateRef: ["PATCH /repos/{owner}/{repo}/git/refs/{ref}"]
	},
	gitignore: {
		getAllTemplates: ["GET /gitignore/templates"],
		getTemplate: ["GET /gitignore/templates/{name}"]
	},
	hostedCompute: {
		createNetworkConfigurationForOrg: ["POST /orgs/{org}/settings/network-configurations"],
		deleteNetworkConfigurationFromOrg: ["DELETE /orgs/{org}/settings/network-configurations/{network_configuration_id}"],
		getNetworkConfigurationForOrg: ["GET /orgs/{org}/settings/network-configurations/{network_configuration_id}"],
		getNetworkSettingsForOrg: ["GET /orgs/{org}/settings/network-settings/{network_settings_id}"],
		listNetworkConfigurationsForOrg: ["GET /orgs/{org}/settings/network-configurations"],
		updateNetworkConfigurationForOrg: ["PATCH /orgs/{org}/settings/network-configurations/{network_configuration_id}"]
	},
	interactions: {
		getRestrictionsForAuthenticatedUser: ["GET /user/interaction-limits"],
		getRestrictionsForOrg: ["GET /orgs/{org}/interaction-limits"],
		getRestrictionsForRepo: ["GET /repos/{owner}/{repo}/interaction-limits"],
		getRestrictionsForYourPublicRepos: [
			"GET /user/interaction-limits",
			{},
			{ renamed: ["interactions", "getRestrictionsForAuthenticatedUser"] }
		],
		removeRestrictionsForAuthenticatedUser: ["DELETE /user/interaction-limits"],
		removeRestrictionsForOrg: ["DELETE /orgs/{org}/interaction-limits"],
		removeRestrictionsForRepo: ["DELETE /repos/{owner}/{repo}/interaction-limits"],
		removeRestrictionsForYourPublicRepos: [
			"DELETE /user/interaction-limits",
			{},
			{ renamed: ["interactions", "removeRestrictionsForAuthenticatedUser"] }
		],
		setRestrictionsForAuthenticatedUser: ["PUT /user/interaction-limits"],
		setRestrictionsForOrg: ["PUT /orgs/{org}/interaction-limits"],
		setRestrictionsForRepo: ["PUT /repos/{owner}/{repo}/interaction-limits"],
		setRestrictionsForYourPublicRepos: [
			"PUT /user/interaction-limits",
			{},
			{ renamed: ["interactions", "setRestrictionsForAuthenticatedUser"] }
		]
	},
	issues: {
		addAssignees: ["POST /repos/{owner}/{repo}/issues/{issue_number}/assignees"],
		addBlockedByDependency: ["POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by"],
		addLabels: ["POST /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		addSubIssue: ["POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues"],
		checkUserCanBeAssigned: ["GET /repos/{owner}/{repo}/assignees/{assignee}"],
		checkUserCanBeAssignedToIssue: ["GET /repos/{owner}/{repo}/issues/{issue_number}/assignees/{assignee}"],
		create: ["POST /repos/{owner}/{repo}/issues"],
		createComment: ["POST /repos/{owner}/{repo}/issues/{issue_number}/comments"],
		createLabel: ["POST /repos/{owner}/{repo}/labels"],
		createMilestone: ["POST /repos/{owner}/{repo}/milestones"],
		deleteComment: ["DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}"],
		deleteLabel: ["DELETE /repos/{owner}/{repo}/labels/{name}"],
		deleteMilestone: ["DELETE /repos/{owner}/{repo}/milestones/{milestone_number}"],
		get: ["GET /repos/{owner}/{repo}/issues/{issue_number}"],
		getComment: ["GET /repos/{owner}/{repo}/issues/comments/{comment_id}"],
		getEvent: ["GET /repos/{owner}/{repo}/issues/events/{event_id}"],
		getLabel: ["GET /repos/{owner}/{repo}/labels/{name}"],
		getMilestone: ["GET /repos/{owner}/{repo}/milestones/{milestone_number}"],
		getParent: ["GET /repos/{owner}/{repo}/issues/{issue_number}/parent"],
		list: ["GET /issues"],
		listAssignees: ["GET /repos/{owner}/{repo}/assignees"],
		listComments: ["GET /repos/{owner}/{repo}/issues/{issue_number}/comments"],
		listCommentsForRepo: ["GET /repos/{owner}/{repo}/issues/comments"],
		listDependenciesBlockedBy: ["GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by"],
		listDependenciesBlocking: ["GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocking"],
		listEvents: ["GET /repos/{owner}/{repo}/issues/{issue_number}/events"],
		listEventsForRepo: ["GET /repos/{owner}/{repo}/issues/events"],
		listEventsForTimeline: ["GET /repos/{owner}/{repo}/issues/{issue_number}/timeline"],
		listForAuthenticatedUser: ["GET /user/issues"],
		listForOrg: ["GET /orgs/{org}/issues"],
		listForRepo: ["GET /repos/{owner}/{repo}/issues"],
		listLabelsForMilestone: ["GET /repos/{owner}/{repo}/milestones/{milestone_number}/labels"],
		listLabelsForRepo: ["GET /repos/{owner}/{repo}/labels"],
		listLabelsOnIssue: ["GET /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		listMilestones: ["GET /repos/{owner}/{repo}/milestones"],
		listSubIssues: ["GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues"],
		lock: ["PUT /repos/{owner}/{repo}/issues/{issue_number}/lock"],
		removeAllLabels: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		removeAssignees: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees"],
		removeDependencyBlockedBy: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}"],
		removeLabel: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}"],
		removeSubIssue: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue"],
		reprioritizeSubIssue: ["PATCH /repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority"],
		setLabels: ["PUT /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		unlock: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/lock"],
		update: ["PATCH /repos/{owner}/{repo}/issues/{issue_number}"],
		updateComment: ["PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}"],
		updateLabel: ["PATCH /repos/{owner}/{repo}/labels/{name}"],
		updateMilestone: ["PATCH /repos/{owner}/{repo}/milestones/{milestone_number}"]
	},
	licenses: {
		get: ["GET /licenses/{license}"],
		getAllCommonlyUsed: ["GET /licenses"],
		getForRepo: ["GET /repos/{owner}/{repo}/license"]
	},
	markdown: {
		render: ["POST /markdown"],
		renderRaw: ["POST /markdown/raw", { headers: { "content-type": "text/plain; charset=utf-8" } }]
	},
	meta: {
		get: ["GET /meta"],
		getAllVersions: ["GET /versions"],
		getOctocat: ["GET /octocat"],
		getZen: ["GET /zen"],
		root: ["GET /"]
	},
	migrations: {
		deleteArchiveForAuthenticatedUser: ["DELETE /user/migrations/{migration_id}/archive"],
		deleteArchiveForOrg: ["DELETE /orgs/{org}/migrations/{migration_id}/archive"],
		downloadArchiveForOrg: ["GET /orgs/{org}/migrations/{migration_id}/archive"],
		getArchiveForAuthenticatedUser: ["GET /user/migrations/{migration_id}/archive"],
		getStatusForAuthenticatedUser: ["GET /user/migrations/{migration_id}"],
		getStatusForOrg: ["GET /orgs/{org}/migrations/{migration_id}"],
		listForAuthenticatedUser: ["GET /user/migrations"],
		listForOrg: ["GET /orgs/{org}/migrations"],
		listReposForAuthenticatedUser: ["GET /user/migrations/{migration_id}/repositories"],
		listReposForOrg: ["GET /orgs/{org}/migrations/{migration_id}/repositories"],
		listReposForUser: [
			"GET /user/migrations/{migration_id}/repositories",
			{},
			{ renamed: ["migrations", "listReposForAuthenticatedUser"] }
		],
		startForAuthenticatedUser: ["POST /user/migrations"],
		startForOrg: ["POST /orgs/{org}/migrations"],
		unlockRepoForAuthenticatedUser: ["DELETE /user/migrations/{migration_id}/repos/{repo_name}/lock"],
		unlockRepoForOrg: ["DELETE /orgs/{org}/migrations/{migration_id}/repos/{repo_name}/lock"]
	},
	oidc: {
		getOidcCustomSubTemplateForOrg: ["GET /orgs/{org}/actions/oidc/customization/sub"],
		updateOidcCustomSubTemplateForOrg: ["PUT /orgs/{org}/actions/oidc/customization/sub"]
	},
	orgs: {
		addSecurityManagerTeam: [
			"PUT /orgs/{org}/security-managers/teams/{team_slug}",
			{},
			{ deprecated: "octokit.rest.orgs.addSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#add-a-security-manager-team" }
		],
		assignTeamToOrgRole: ["PUT /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}"],
		assignUserToOrgRole: ["PUT /orgs/{org}/organization-roles/users/{username}/{role_id}"],
		blockUser: ["PUT /orgs/{org}/blocks/{username}"],
		cancelInvitation: ["DELETE /orgs/{org}/invitations/{invitation_id}"],
		checkBlockedUser: ["GET /orgs/{org}/blocks/{username}"],
		checkMembershipForUser: ["GET /orgs/{org}/members/{username}"],
		checkPublicMembershipForUser: ["GET /orgs/{org}/public_members/{username}"],
		convertMemberToOutsideCollaborator: ["PUT /orgs/{org}/outside_collaborators/{username}"],
		createArtifactStorageRecord: ["POST /orgs/{org}/artifacts/metadata/storage-record"],
		createInvitation: ["POST /orgs/{org}/invitations"],
		createIssueType: ["POST /orgs/{org}/issue-types"],
		createWebhook: ["POST /orgs/{org}/hooks"],
		customPropertiesForOrgsCreateOrUpdateOrganizationValues: ["PATCH /organizations/{org}/org-properties/values"],
		customPropertiesForOrgsGetOrganizationValues: ["GET /organizations/{org}/org-properties/values"],
		customPropertiesForReposCreateOrUpdateOrganizationDefinition: ["PUT /orgs/{org}/properties/schema/{custom_property_name}"],
		customPropertiesForReposCreateOrUpdateOrganizationDefinitions: ["PATCH /orgs/{org}/properties/schema"],
		customPropertiesForReposCreateOrUpdateOrganizationValues: ["PATCH /orgs/{org}/properties/values"],
		customPropertiesForReposDeleteOrganizationDefinition: ["DELETE /orgs/{org}/properties/schema/{custom_property_name}"],
		customPropertiesForReposGetOrganizationDefinition: ["GET /orgs/{org}/properties/schema/{custom_property_name}"],
		customPropertiesForReposGetOrganizationDefinitions: ["GET /orgs/{org}/properties/schema"],
		customPropertiesForReposGetOrganizationValues: ["GET /orgs/{org}/properties/values"],
		delete: ["DELETE /orgs/{org}"],
		deleteAttestationsBulk: ["POST /orgs/{org}/attestations/delete-request"],
		deleteAttestationsById: ["DELETE /orgs/{org}/attestations/{attestation_id}"],
		deleteAttestationsBySubjectDigest: ["DELETE /orgs/{org}/attestations/digest/{subject_digest}"],
		deleteIssueType: ["DELETE /orgs/{org}/issue-types/{issue_type_id}"],
		deleteWebhook: ["DELETE /orgs/{org}/hooks/{hook_id}"],
		disableSelectedRepositoryImmutableReleasesOrganization: ["DELETE /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"],
		enableSelectedRepositoryImmutableReleasesOrganization: ["PUT /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"],
		get: ["GET /orgs/{org}"],
		getImmutableReleasesSettings: ["GET /orgs/{org}/settings/immutable-releases"],
		getImmutableReleasesSettingsRepositories: ["GET /orgs/{org}/settings/immutable-releases/repositories"],
		getMembershipForAuthenticatedUser: ["GET /user/memberships/orgs/{org}"],
		getMembershipForUser: ["GET /orgs/{org}/memberships/{username}"],
		getOrgRole: ["GET /orgs/{org}/organization-roles/{role_id}"],
		getOrgRulesetHistory: ["GET /orgs/{org}/rulesets/{ruleset_id}/history"],
		getOrgRulesetVersion: ["GET /orgs/{org}/rulesets/{ruleset_id}/history/{version_id}"],
		getWebhook: ["GET /orgs/{org}/hooks/{hook_id}"],
		getWebhookConfigForOrg: ["GET /orgs/{org}/hooks/{hook_id}/config"],
		getWebhookDelivery: ["GET /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}"],
		list: ["GET /organizations"],
		listAppInstallations: ["GET /orgs/{org}/installations"],
		listArtifactStorageRecords: ["GET /orgs/{org}/artifacts/{subject_digest}/metadata/storage-records"],
		listAttestationRepositories: ["GET /orgs/{org}/attestations/repositories"],
		listAttestations: ["GET /orgs/{org}/attestations/{subject_digest}"],
		listAttestationsBulk: ["POST /orgs/{org}/attestations/bulk-list{?per_page,before,after}"],
		listBlockedUsers: ["GET /orgs/{org}/blocks"],
		listFailedInvitations: ["GET /orgs/{org}/failed_invitations"],
		listForAuthenticatedUser: ["GET /user/orgs"],
		listForUser: ["GET /users/{username}/orgs"],
		listInvitationTeams: ["GET /orgs/{org}/invitations/{invitation_id}/teams"],
		listIssueTypes: ["GET /orgs/{org}/issue-types"],
		listMembers: ["GET /orgs/{org}/members"],
		listMembershipsForAuthenticatedUser: ["GET /user/memberships/orgs"],
		listOrgRoleTeams: ["GET /orgs/{org}/organization-roles/{role_id}/teams"],
		listOrgRoleUsers: ["GET /orgs/{org}/organization-roles/{role_id}/users"],
		listOrgRoles: ["GET /orgs/{org}/organization-roles"],
		listOrganizationFineGrainedPermissions: ["GET /orgs/{org}/organization-fine-grained-permissions"],
		listOutsideCollaborators: ["GET /orgs/{org}/outside_collaborators"],
		listPatGrantRepositories: ["GET /orgs/{org}/personal-access-tokens/{pat_id}/repositories"],
		listPatGrantRequestRepositories: ["GET /orgs/{org}/personal-access-token-requests/{pat_request_id}/repositories"],
		listPatGrantRequests: ["GET /orgs/{org}/personal-access-token-requests"],
		listPatGrants: ["GET /orgs/{org}/personal-access-tokens"],
		listPendingInvitations: ["GET /orgs/{org}/invitations"],
		listPublicMembers: ["GET /orgs/{org}/public_members"],
		listSecurityManagerTeams: [
			"GET /orgs/{org}/security-managers",
			{},
			{ deprecated: "octokit.rest.orgs.listSecurityManagerTeams() is deprecated, see https://docs.github.com/rest/orgs/security-managers#list-security-manager-teams" }
		],
		listWebhookDeliveries: ["GET /orgs/{org}/hooks/{hook_id}/deliveries"],
		listWebhooks: ["GET /orgs/{org}/hooks"],
		pingWebhook: ["POST /orgs/{org}/hooks/{hook_id}/pings"],
		redeliverWebhookDelivery: ["POST /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"],
		removeMember: ["DELETE /orgs/{org}/members/{username}"],
		removeMembershipForUser: ["DELETE /orgs/{org}/memberships/{username}"],
		removeOutsideCollaborator: ["DELETE /orgs/{org}/outside_collaborators/{username}"],
		removePublicMembershipForAuthenticatedUser: ["DELETE /orgs/{org}/public_members/{username}"],
		removeSecurityManagerTeam: [
			"DELETE /orgs/{org}/security-managers/teams/{team_slug}",
			{},
			{ deprecated: "octokit.rest.orgs.removeSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#remove-a-security-manager-team" }
		],
		reviewPatGrantRequest: ["POST /orgs/{org}/personal-access-token-requests/{pat_request_id}"],
		reviewPatGrantRequestsInBulk: ["POST /orgs/{org}/personal-access-token-requests"],
		revokeAllOrgRolesTeam: ["DELETE /orgs/{org}/organization-roles/teams/{team_slug}"],
		revokeAllOrgRolesUser: ["DELETE /orgs/{org}/organization-roles/users/{username}"],
		revokeOrgRoleTeam: ["DELETE /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}"],
		revokeOrgRoleUser: ["DELETE /orgs/{org}/organization-roles/users/{username}/{role_id}"],
		setImmutableReleasesSettings: ["PUT /orgs/{org}/settings/immutable-releases"],
		setImmutableReleasesSettingsRepositories: ["PUT /orgs/{org}/settings/immutable-releases/repositories"],
		setMembershipForUser: ["PUT /orgs/{org}/memberships/{username}"],
		setPublicMembershipForAuthenticatedUser: ["PUT /orgs/{org}/public_members/{username}"],
		unblockUser: ["DELETE /orgs/{org}/blocks/{username}"],
		update: ["PATCH /orgs/{org}"],
		updateIssueType: ["PUT /orgs/{org}/issue-types/{issue_type_id}"],
		updateMembershipForAuthenticatedUser: ["PATCH /user/memberships/orgs/{org}"],
		updatePatAccess: ["POST /orgs/{org}/personal-access-tokens/{pat_id}"],
		updatePatAccesses: ["POST /orgs/{org}/personal-access-tokens"],
		updateWebhook: ["PATCH /orgs/{org}/hooks/{hook_id}"],
		updateWebhookConfigForOrg: ["PATCH /orgs/{org}/hooks/{hook_id}/config"]
	},
	packages: {
		deletePackageForAuthenticatedUser: ["DELETE /user/packages/{package_type}/{package_name}"],
		deletePackageForOrg: ["DELETE /orgs/{org}/packages/{package_type}/{package_name}"],
		deletePackageForUser: ["DELETE /users/{username}/packages/{package_type}/{package_name}"],
		deletePackageVersionForAuthenticatedUser: ["DELETE /user/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		deletePackageVersionForOrg: ["DELETE /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		deletePackageVersionForUser: ["DELETE /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		getAllPackageVersionsForAPackageOwnedByAnOrg: [
			"GET /orgs/{org}/packages/{package_type}/{package_name}/versions",
			{},
			{ renamed: ["packages", "getAllPackageVersionsForPackageOwnedByOrg"] }
		],
		getAllPackageVersionsForAPackageOwnedByTheAuthenticatedUser: [
			"GET /user/packages/{package_type}/{package_name}/versions",
			{},
			{ renamed: ["packages", "getAllPackageVersionsForPackageOwnedByAuthenticatedUser"] }
		],
		getAllPackageVersionsForPackageOwnedByAuthenticatedUser: ["GET /user/packages/{package_type}/{package_name}/versions"],
		getAllPackageVersionsForPackageOwnedByOrg: ["GET /orgs/{org}/packages/{package_type}/{package_name}/versions"],
		getAllPackageVersionsForPackageOwnedByUser: ["GET /users/{username}/packages/{package_type}/{package_name}/versions"],
		getPackageForAuthenticatedUser: ["GET /user/packages/{package_type}/{package_name}"],
		getPackageForOrganization: ["GET /orgs/{org}/packages/{package_type}/{package_name}"],
		getPackageForUser: ["GET /users/{username}/packages/{package_type}/{package_name}"],
		getPackageVersionForAuthenticatedUser: ["GET /user/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		getPackageVersionForOrganization: ["GET /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		getPackageVersionForUser: ["GET /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}"],
		listDockerMigrationConflictingPackagesForAuthenticatedUser: ["GET /user/docker/conflicts"],
		listDockerMigrationConflictingPackagesForOrganization: ["GET /orgs/{org}/docker/conflicts"],
		listDockerMigrationConflictingPackagesForUser: ["GET /users/{username}/docker/conflicts"],
		listPackagesForAuthenticatedUser: ["GET /user/packages"],
		listPackagesForOrganization: ["GET /orgs/{org}/packages"],
		listPackagesForUser: ["GET /users/{username}/packages"],
		restorePackageForAuthenticatedUser: ["POST /user/packages/{package_type}/{package_name}/restore{?token}"],
		restorePackageForOrg: ["POST /orgs/{org}/packages/{package_type}/{package_name}/restore{?token}"],
		restorePackageForUser: ["POST /users/{username}/packages/{package_type}/{package_name}/restore{?token}"],
		restorePackageVersionForAuthenticatedUser: ["POST /user/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"],
		restorePackageVersionForOrg: ["POST /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"],
		restorePackageVersionForUser: ["POST /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"]
	},
	privateRegistries: {
		createOrgPrivateRegistry: ["POST /orgs/{org}/private-registries"],
		deleteOrgPrivateRegistry: ["DELETE /orgs/{org}/private-registries/{secret_name}"],
		getOrgPrivateRegistry: ["GET /orgs/{org}/private-registries/{secret_name}"],
		getOrgPublicKey: ["GET /orgs/{org}/private-registries/public-key"],
		listOrgPrivateRegistries: ["GET /orgs/{org}/private-registries"],
		updateOrgPrivateRegistry: ["PATCH /orgs/{org}/private-registries/{secret_name}"]
	},
	projects: {
		addItemForOrg: ["POST /orgs/{org}/projectsV2/{project_number}/items"],
		addItemForUser: ["POST /users/{username}/projectsV2/{project_number}/items"],
		deleteItemForOrg: ["DELETE /orgs/{org}/projectsV2/{project_number}/items/{item_id}"],
		deleteItemForUser: ["DELETE /users/{username}/projectsV2/{project_number}/items/{item_id}"],
		getFieldForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/fields/{field_id}"],
		getFieldForUser: ["GET /users/{username}/projectsV2/{project_number}/fields/{field_id}"],
		getForOrg: ["GET /orgs/{org}/projectsV2/{project_number}"],
		getForUser: ["GET /users/{username}/projectsV2/{project_number}"],
		getOrgItem: ["GET /orgs/{org}/projectsV2/{project_number}/items/{item_id}"],
		getUserItem: ["GET /users/{username}/projectsV2/{project_number}/items/{item_id}"],
		listFieldsForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/fields"],
		listFieldsForUser: ["GET /users/{username}/projectsV2/{project_number}/fields"],
		listForOrg: ["GET /orgs/{org}/projectsV2"],
		listForUser: ["GET /users/{username}/projectsV2"],
		listItemsForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/items"],
		listItemsForUser: ["GET /users/{username}/projectsV2/{project_number}/items"],
		updateItemForOrg: ["PATCH /orgs/{org}/projectsV2/{project_number}/items/{item_id}"],
		updateItemForUser: ["PATCH /users/{username}/projectsV2/{project_number}/items/{item_id}"]
	},
	pulls: {
		checkIfMerged: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
		create: ["POST /repos/{owner}/{repo}/pulls"],
		createReplyForReviewComment: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies"],
		createReview: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
		createReviewComment: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/comments"],
		deletePendingReview: ["DELETE /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"],
		deleteReviewComment: ["DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}"],
		dismissReview: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals"],
		get: ["GET /repos/{owner}/{repo}/pulls/{pull_number}"],
		getReview: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"],
		getReviewComment: ["GET /repos/{owner}/{repo}/pulls/comments/{comment_id}"],
		list: ["GET /repos/{owner}/{repo}/pulls"],
		listCommentsForReview: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments"],
		listCommits: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/commits"],
		listFiles: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/files"],
		listRequestedReviewers: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],
		listReviewComments: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/comments"],
		listReviewCommentsForRepo: ["GET /repos/{owner}/{repo}/pulls/comments"],
		listReviews: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
		merge: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
		removeRequestedReviewers: ["DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],
		requestReviewers: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],
		submitReview: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events"],
		update: ["PATCH /repos/{owner}/{repo}/pulls/{pull_number}"],
		updateBranch: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch"],
		updateReview: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"],
		updateReviewComment: ["PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}"]
	},
	rateLimit: { get: ["GET /rate_limit"] },
	reactions: {
		createForCommitComment: ["POST /repos/{owner}/{repo}/comments/{comment_id}/reactions"],
		createForIssue: ["POST /repos/{owner}/{repo}/issues/{issue_number}/reactions"],
		createForIssueComment: ["POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"],
		createForPullRequestReviewComment: ["POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions"],
		createForRelease: ["POST /repos/{owner}/{repo}/releases/{release_id}/reactions"],
		createForTeamDiscussionCommentInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"],
		createForTeamDiscussionInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"],
		deleteForCommitComment: ["DELETE /repos/{owner}/{repo}/comments/{comment_id}/reactions/{reaction_id}"],
		deleteForIssue: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id}"],
		deleteForIssueComment: ["DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}"],
		deleteForPullRequestComment: ["DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions/{reaction_id}"],
		deleteForRelease: ["DELETE /repos/{owner}/{repo}/releases/{release_id}/reactions/{reaction_id}"],
		deleteForTeamDiscussion: ["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions/{reaction_id}"],
		deleteForTeamDiscussionComment: ["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions/{reaction_id}"],
		listForCommitComment: ["GET /repos/{owner}/{repo}/comments/{comment_id}/reactions"],
		listForIssue: ["GET /repos/{owner}/{repo}/issues/{issue_number}/reactions"],
		listForIssueComment: ["GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"],
		listForPullRequestReviewComment: ["GET /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions"],
		listForRelease: ["GET /repos/{owner}/{repo}/releases/{release_id}/reactions"],
		listForTeamDiscussionCommentInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"],
		listForTeamDiscussionInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"]
	},
	repos: {
		acceptInvitation: [
			"PATCH /user/repository_invitations/{invitation_id}",
			{},
			{ renamed: ["repos", "acceptInvitationForAuthenticatedUser"] }
		],
		acceptInvitationForAuthenticatedUser: ["PATCH /user/repository_invitations/{invitation_id}"],
		addAppAccessRestrictions: [
			"POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
			{},
			{ mapToData: "apps" }
		],
		addCollaborator: ["PUT /repos/{owner}/{repo}/collaborators/{username}"],
		addStatusCheckContexts: [
			"POST /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
			{},
			{ mapToData: "contexts" }
		],
		addTeamAccessRestrictions: [
			"POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
			{},
			{ mapToData: "teams" }
		],
		addUserAccessRestrictions: [
			"POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
			{},
			{ mapToData: "users" }
		],
		cancelPagesDeployment: ["POST /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}/cancel"],
		checkAutomatedSecurityFixes: ["GET /repos/{owner}/{repo}/automated-security-fixes"],
		checkCollaborator: ["GET /repos/{owner}/{repo}/collaborators/{username}"],
		checkImmutableReleases: ["GET /repos/{owner}/{repo}/immutable-releases"],
		checkPrivateVulnerabilityReporting: ["GET /repos/{owner}/{repo}/private-vulnerability-reporting"],
		checkVulnerabilityAlerts: ["GET /repos/{owner}/{repo}/vulnerability-alerts"],
		codeownersErrors: ["GET /repos/{owner}/{repo}/codeowners/errors"],
		compareCommits: ["GET /repos/{owner}/{repo}/compare/{base}...{head}"],
		compareCommitsWithBasehead: ["GET /repos/{owner}/{repo}/compare/{basehead}"],
		createAttestation: ["POST /repos/{owner}/{repo}/attestations"],
		createAutolink: ["POST /repos/{owner}/{repo}/autolinks"],
		createCommitComment: ["POST /repos/{owner}/{repo}/commits/{commit_sha}/comments"],
		createCommitSignatureProtection: ["POST /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"],
		createCommitStatus: ["POST /repos/{owner}/{repo}/statuses/{sha}"],
		createDeployKey: ["POST /repos/{owner}/{repo}/keys"],
		createDeployment: ["POST /repos/{owner}/{repo}/deployments"],
		createDeploymentBranchPolicy: ["POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"],
		createDeploymentProtectionRule: ["POST /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules"],
		createDeploymentStatus: ["POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"],
		createDispatchEvent: ["POST /repos/{owner}/{repo}/dispatches"],
		createForAuthenticatedUser: ["POST /user/repos"],
		createFork: ["POST /repos/{owner}/{repo}/forks"],
		createInOrg: ["POST /orgs/{org}/repos"],
		createOrUpdateEnvironment: ["PUT /repos/{owner}/{repo}/environments/{environment_name}"],
		createOrUpdateFileContents: ["PUT /repos/{owner}/{repo}/contents/{path}"],
		createOrgRuleset: ["POST /orgs/{org}/rulesets"],
		createPagesDeployment: ["POST /repos/{owner}/{repo}/pages/deployments"],
		createPagesSite: ["POST /repos/{owner}/{repo}/pages"],
		createRelease: ["POST /repos/{owner}/{repo}/releases"],
		createRepoRuleset: ["POST /repos/{owner}/{repo}/rulesets"],
		createUsingTemplate: ["POST /repos/{template_owner}/{template_repo}/generate"],
		createWebhook: ["POST /repos/{owner}/{repo}/hooks"],
		customPropertiesForReposCreateOrUpdateRepositoryValues: ["PATCH /repos/{owner}/{repo}/properties/values"],
		customPropertiesForReposGetRepositoryValues: ["GET /repos/{owner}/{repo}/properties/values"],
		declineInvitation: [
			"DELETE /user/repository_invitations/{invitation_id}",
			{},
			{ renamed: ["repos", "declineInvitationForAuthenticatedUser"] }
		],
		declineInvitationForAuthenticatedUser: ["DELETE /user/repository_invitations/{invitation_id}"],
		delete: ["DELETE /repos/{owner}/{repo}"],
		deleteAccessRestrictions: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"],
		deleteAdminBranchProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"],
		deleteAnEnvironment: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}"],
		deleteAutolink: ["DELETE /repos/{owner}/{repo}/autolinks/{autolink_id}"],
		deleteBranchProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection"],
		deleteCommitComment: ["DELETE /repos/{owner}/{repo}/comments/{comment_id}"],
		deleteCommitSignatureProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"],
		deleteDeployKey: ["DELETE /repos/{owner}/{repo}/keys/{key_id}"],
		deleteDeployment: ["DELETE /repos/{owner}/{repo}/deployments/{deployment_id}"],
		deleteDeploymentBranchPolicy: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"],
		deleteFile: ["DELETE /repos/{owner}/{repo}/contents/{path}"],
		deleteInvitation: ["DELETE /repos/{owner}/{repo}/invitations/{invitation_id}"],
		deleteOrgRuleset: ["DELETE /orgs/{org}/rulesets/{ruleset_id}"],
		deletePagesSite: ["DELETE /repos/{owner}/{repo}/pages"],
		deletePullRequestReviewProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"],
		deleteRelease: ["DELETE /repos/{owner}/{repo}/releases/{release_id}"],
		deleteReleaseAsset: ["DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}"],
		deleteRepoRuleset: ["DELETE /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
		deleteWebhook: ["DELETE /repos/{owner}/{repo}/hooks/{hook_id}"],
		disableAutomatedSecurityFixes: ["DELETE /repos/{owner}/{repo}/automated-security-fixes"],
		disableDeploymentProtectionRule: ["DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}"],
		disableImmutableReleases: ["DELETE /repos/{owner}/{repo}/immutable-releases"],
		disablePrivateVulnerabilityReporting: ["DELETE /repos/{owner}/{repo}/private-vulnerability-reporting"],
		disableVulnerabilityAlerts: ["DELETE /repos/{owner}/{repo}/vulnerability-alerts"],
		downloadArchive: [
			"GET /repos/{owner}/{repo}/zipball/{ref}",
			{},
			{ renamed: ["repos", "downloadZipballArchive"] }
		],
		downloadTarballArchive: ["GET /repos/{owner}/{repo}/tarball/{ref}"],
		downloadZipballArchive: ["GET /repos/{owner}/{repo}/zipball/{ref}"],
		enableAutomatedSecurityFixes: ["PUT /repos/{owner}/{repo}/automated-security-fixes"],
		enableImmutableReleases: ["PUT /repos/{owner}/{repo}/immutable-releases"],
		enablePrivateVulnerabilityReporting: ["PUT /repos/{owner}/{repo}/private-vulnerability-reporting"],
		enableVulnerabilityAlerts: ["PUT /repos/{owner}/{repo}/vulnerability-alerts"],
		generateReleaseNotes: ["POST /repos/{owner}/{repo}/releases/generate-notes"],
		get: ["GET /repos/{owner}/{repo}"],
		getAccessRestrictions: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"],
		getAdminBranchProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"],
		getAllDeploymentProtectionRules: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules"],
		getAllEnvironments: ["GET /repos/{owner}/{repo}/environments"],
		getAllStatusCheckContexts: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts"],
		getAllTopics: ["GET /repos/{owner}/{repo}/topics"],
		getAppsWithAccessToProtectedBranch: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps"],
		getAutolink: ["GET /repos/{owner}/{repo}/autolinks/{autolink_id}"],
		getBranch: ["GET /repos/{owner}/{repo}/branches/{branch}"],
		getBranchProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection"],
		getBranchRules: ["GET /repos/{owner}/{repo}/rules/branches/{branch}"],
		getClones: ["GET /repos/{owner}/{repo}/traffic/clones"],
		getCodeFrequencyStats: ["GET /repos/{owner}/{repo}/stats/code_frequency"],
		getCollaboratorPermissionLevel: ["GET /repos/{owner}/{repo}/collaborators/{username}/permission"],
		getCombinedStatusForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/status"],
		getCommit: ["GET /repos/{owner}/{repo}/commits/{ref}"],
		getCommitActivityStats: ["GET /repos/{owner}/{repo}/stats/commit_activity"],
		getCommitComment: ["GET /repos/{owner}/{repo}/comments/{comment_id}"],
		getCommitSignatureProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"],
		getCommunityProfileMetrics: ["GET /repos/{owner}/{repo}/community/profile"],
		getContent: ["GET /repos/{owner}/{repo}/contents/{path}"],
		getContributorsStats: ["GET /repos/{owner}/{repo}/stats/contributors"],
		getCustomDeploymentProtectionRule: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}"],
		getDeployKey: ["GET /repos/{owner}/{repo}/keys/{key_id}"],
		getDeployment: ["GET /repos/{owner}/{repo}/deployments/{deployment_id}"],
		getDeploymentBranchPolicy: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"],
		getDeploymentStatus: ["GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses/{status_id}"],
		getEnvironment: ["GET /repos/{owner}/{repo}/environments/{environment_name}"],
		getLatestPagesBuild: ["GET /repos/{owner}/{repo}/pages/builds/latest"],
		getLatestRelease: ["GET /repos/{owner}/{repo}/releases/latest"],
		getOrgRuleSuite: ["GET /orgs/{org}/rulesets/rule-suites/{rule_suite_id}"],
		getOrgRuleSuites: ["GET /orgs/{org}/rulesets/rule-suites"],
		getOrgRuleset: ["GET /orgs/{org}/rulesets/{ruleset_id}"],
		getOrgRulesets: ["GET /orgs/{org}/rulesets"],
		getPages: ["GET /repos/{owner}/{repo}/pages"],
		getPagesBuild: ["GET /repos/{owner}/{repo}/pages/builds/{build_id}"],
		getPagesDeployment: ["GET /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}"],
		getPagesHealthCheck: ["GET /repos/{owner}/{repo}/pages/health"],
		getParticipationStats: ["GET /repos/{owner}/{repo}/stats/participation"],
		getPullRequestReviewProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"],
		getPunchCardStats: ["GET /repos/{owner}/{repo}/stats/punch_card"],
		getReadme: ["GET /repos/{owner}/{repo}/readme"],
		getReadmeInDirectory: ["GET /repos/{owner}/{repo}/readme/{dir}"],
		getRelease: ["GET /repos/{owner}/{repo}/releases/{release_id}"],
		getReleaseAsset: ["GET /repos/{owner}/{repo}/releases/assets/{asset_id}"],
		getReleaseByTag: ["GET /repos/{owner}/{repo}/releases/tags/{tag}"],
		getRepoRuleSuite: ["GET /repos/{owner}/{repo}/rulesets/rule-suites/{rule_suite_id}"],
		getRepoRuleSuites: ["GET /repos/{owner}/{repo}/rulesets/rule-suites"],
		getRepoRuleset: ["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
		getRepoRulesetHistory: ["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history"],
		getRepoRulesetVersion: ["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history/{version_id}"],
		getRepoRulesets: ["GET /repos/{owner}/{repo}/rulesets"],
		getStatusChecksProtection: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"],
		getTeamsWithAccessToProtectedBranch: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams"],
		getTopPaths: ["GET /repos/{owner}/{repo}/traffic/popular/paths"],
		getTopReferrers: ["GET /repos/{owner}/{repo}/traffic/popular/referrers"],
		getUsersWithAccessToProtectedBranch: ["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users"],
		getViews: ["GET /repos/{owner}/{repo}/traffic/views"],
		getWebhook: ["GET /repos/{owner}/{repo}/hooks/{hook_id}"],
		getWebhookConfigForRepo: ["GET /repos/{owner}/{repo}/hooks/{hook_id}/config"],
		getWebhookDelivery: ["GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}"],
		listActivities: ["GET /repos/{owner}/{repo}/activity"],
		listAttestations: ["GET /repos/{owner}/{repo}/attestations/{subject_digest}"],
		listAutolinks: ["GET /repos/{owner}/{repo}/autolinks"],
		listBranches: ["GET /repos/{owner}/{repo}/branches"],
		listBranchesForHeadCommit: ["GET /repos/{owner}/{repo}/commits/{commit_sha}/branches-where-head"],
		listCollaborators: ["GET /repos/{owner}/{repo}/collaborators"],
		listCommentsForCommit: ["GET /repos/{owner}/{repo}/commits/{commit_sha}/comments"],
		listCommitCommentsForRepo: ["GET /repos/{owner}/{repo}/comments"],
		listCommitStatusesForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/statuses"],
		listCommits: ["GET /repos/{owner}/{repo}/commits"],
		listContributors: ["GET /repos/{owner}/{repo}/contributors"],
		listCustomDeploymentRuleIntegrations: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/apps"],
		listDeployKeys: ["GET /repos/{owner}/{repo}/keys"],
		listDeploymentBranchPolicies: ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"],
		listDeploymentStatuses: ["GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"],
		listDeployments: ["GET /repos/{owner}/{repo}/deployments"],
		listForAuthenticatedUser: ["GET /user/repos"],
		listForOrg: ["GET /orgs/{org}/repos"],
		listForUser: ["GET /users/{username}/repos"],
		listForks: ["GET /repos/{owner}/{repo}/forks"],
		listInvitations: ["GET /repos/{owner}/{repo}/invitations"],
		listInvitationsForAuthenticatedUser: ["GET /user/repository_invitations"],
		listLanguages: ["GET /repos/{owner}/{repo}/languages"],
		listPagesBuilds: ["GET /repos/{owner}/{repo}/pages/builds"],
		listPublic: ["GET /repositories"],
		listPullRequestsAssociatedWithCommit: ["GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls"],
		listReleaseAssets: ["GET /repos/{owner}/{repo}/releases/{release_id}/assets"],
		listReleases: ["GET /repos/{owner}/{repo}/releases"],
		listTags: ["GET /repos/{owner}/{repo}/tags"],
		listTeams: ["GET /repos/{owner}/{repo}/teams"],
		listWebhookDeliveries: ["GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries"],
		listWebhooks: ["GET /repos/{owner}/{repo}/hooks"],
		merge: ["POST /repos/{owner}/{repo}/merges"],
		mergeUpstream: ["POST /repos/{owner}/{repo}/merge-upstream"],
		pingWebhook: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/pings"],
		redeliverWebhookDelivery: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"],
		removeAppAccessRestrictions: [
			"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
			{},
			{ mapToData: "apps" }
		],
		removeCollaborator: ["DELETE /repos/{owner}/{repo}/collaborators/{username}"],
		removeStatusCheckContexts: [
			"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
			{},
			{ mapToData: "contexts" }
		],
		removeStatusCheckProtection: ["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"],
		removeTeamAccessRestrictions: [
			"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
			{},
			{ mapToData: "teams" }
		],
		removeUserAccessRestrictions: [
			"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
			{},
			{ mapToData: "users" }
		],
		renameBranch: ["POST /repos/{owner}/{repo}/branches/{branch}/rename"],
		replaceAllTopics: ["PUT /repos/{owner}/{repo}/topics"],
		requestPagesBuild: ["POST /repos/{owner}/{repo}/pages/builds"],
		setAdminBranchProtection: ["POST /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"],
		setAppAccessRestrictions: [
			"PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
			{},
			{ mapToData: "apps" }
		],
		setStatusCheckContexts: [
			"PUT /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
			{},
			{ mapToData: "contexts" }
		],
		setTeamAccessRestrictions: [
			"PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
			{},
			{ mapToData: "teams" }
		],
		setUserAccessRestrictions: [
			"PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
			{},
			{ mapToData: "users" }
		],
		testPushWebhook: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/tests"],
		transfer: ["POST /repos/{owner}/{repo}/transfer"],
		update: ["PATCH /repos/{owner}/{repo}"],
		updateBranchProtection: ["PUT /repos/{owner}/{repo}/branches/{branch}/protection"],
		updateCommitComment: ["PATCH /repos/{owner}/{repo}/comments/{comment_id}"],
		updateDeploymentBranchPolicy: ["PUT /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"],
		updateInformationAboutPagesSite: ["PUT /repos/{owner}/{repo}/pages"],
		updateInvitation: ["PATCH /repos/{owner}/{repo}/invitations/{invitation_id}"],
		updateOrgRuleset: ["PUT /orgs/{org}/rulesets/{ruleset_id}"],
		updatePullRequestReviewProtection: ["PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"],
		updateRelease: ["PATCH /repos/{owner}/{repo}/releases/{release_id}"],
		updateReleaseAsset: ["PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}"],
		updateRepoRuleset: ["PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
		updateStatusCheckPotection: [
			"PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks",
			{},
			{ renamed: ["repos", "updateStatusCheckProtection"] }
		],
		updateStatusCheckProtection: ["PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"],
		updateWebhook: ["PATCH /repos/{owner}/{repo}/hooks/{hook_id}"],
		updateWebhookConfigForRepo: ["PATCH /repos/{owner}/{repo}/hooks/{hook_id}/config"],
		uploadReleaseAsset: ["POST /repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}", { baseUrl: "https://uploads.github.com" }]
	},
	search: {
		code: ["GET /search/code"],
		commits: ["GET /search/commits"],
		issuesAndPullRequests: ["GET /search/issues"],
		labels: ["GET /search/labels"],
		repos: ["GET /search/repositories"],
		topics: ["GET /search/topics"],
		users: ["GET /search/users"]
	},
	secretScanning: {
		createPushProtectionBypass: ["POST /repos/{owner}/{repo}/secret-scanning/push-protection-bypasses"],
		getAlert: ["GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"],
		getScanHistory: ["GET /repos/{owner}/{repo}/secret-scanning/scan-history"],
		listAlertsForOrg: ["GET /orgs/{org}/secret-scanning/alerts"],
		listAlertsForRepo: ["GET /repos/{owner}/{repo}/secret-scanning/alerts"],
		listLocationsForAlert: ["GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations"],
		listOrgPatternConfigs: ["GET /orgs/{org}/secret-scanning/pattern-configurations"],
		updateAlert: ["PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"],
		updateOrgPatternConfigs: ["PATCH /orgs/{org}/secret-scanning/pattern-configurations"]
	},
	securityAdvisories: {
		createFork: ["POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/forks"],
		createPrivateVulnerabilityReport: ["POST /repos/{owner}/{repo}/security-advisories/reports"],
		createRepositoryAdvisory: ["POST /repos/{owner}/{repo}/security-advisories"],
		createRepositoryAdvisoryCveRequest: ["POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/cve"],
		getGlobalAdvisory: ["GET /advisories/{ghsa_id}"],
		getRepositoryAdvisory: ["GET /repos/{owner}/{repo}/security-advisories/{ghsa_id}"],
		listGlobalAdvisories: ["GET /advisories"],
		listOrgRepositoryAdvisories: ["GET /orgs/{org}/security-advisories"],
		listRepositoryAdvisories: ["GET /repos/{owner}/{repo}/security-advisories"],
		updateRepositoryAdvisory: ["PATCH /repos/{owner}/{repo}/security-advisories/{ghsa_id}"]
	},
	teams: {
		addOrUpdateMembershipForUserInOrg: ["PUT /orgs/{org}/teams/{team_slug}/memberships/{username}"],
		addOrUpdateRepoPermissionsInOrg: ["PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"],
		checkPermissionsForRepoInOrg: ["GET /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"],
		create: ["POST /orgs/{org}/teams"],
		createDiscussionCommentInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"],
		createDiscussionInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions"],
		deleteDiscussionCommentInOrg: ["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],
		deleteDiscussionInOrg: ["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"],
		deleteInOrg: ["DELETE /orgs/{org}/teams/{team_slug}"],
		getByName: ["GET /orgs/{org}/teams/{team_slug}"],
		getDiscussionCommentInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],
		getDiscussionInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"],
		getMembershipForUserInOrg: ["GET /orgs/{org}/teams/{team_slug}/memberships/{username}"],
		list: ["GET /orgs/{org}/teams"],
		listChildInOrg: ["GET /orgs/{org}/teams/{team_slug}/teams"],
		listDiscussionCommentsInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"],
		listDiscussionsInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions"],
		listForAuthenticatedUser: ["GET /user/teams"],
		listMembersInOrg: ["GET /orgs/{org}/teams/{team_slug}/members"],
		listPendingInvitationsInOrg: ["GET /orgs/{org}/teams/{team_slug}/invitations"],
		listReposInOrg: ["GET /orgs/{org}/teams/{team_slug}/repos"],
		removeMembershipForUserInOrg: ["DELETE /orgs/{org}/teams/{team_slug}/memberships/{username}"],
		removeRepoInOrg: ["DELETE /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"],
		updateDiscussionCommentInOrg: ["PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],
		updateDiscussionInOrg: ["PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"],
		updateInOrg: ["PATCH /orgs/{org}/teams/{team_slug}"]
	},
	users: {
		addEmailForAuthenticated: [
			"POST /user/emails",
			{},
			{ renamed: ["users", "addEmailForAuthenticatedUser"] }
		],
		addEmailForAuthenticatedUser: ["POST /user/emails"],
		addSocialAccountForAuthenticatedUser: ["POST /user/social_accounts"],
		block: ["PUT /user/blocks/{username}"],
		checkBlocked: ["GET /user/blocks/{username}"],
		checkFollowingForUser: ["GET /users/{username}/following/{target_user}"],
		checkPersonIsFollowedByAuthenticated: ["GET /user/following/{username}"],
		createGpgKeyForAuthenticated: [
			"POST /user/gpg_keys",
			{},
			{ renamed: ["users", "createGpgKeyForAuthenticatedUser"] }
		],
		createGpgKeyForAuthenticatedUser: ["POST /user/gpg_keys"],
		createPublicSshKeyForAuthenticated: [
			"POST /user/keys",
			{},
			{ renamed: ["users", "createPublicSshKeyForAuthenticatedUser"] }
		],
		createPublicSshKeyForAuthenticatedUser: ["POST /user/keys"],
		createSshSigningKeyForAuthenticatedUser: ["POST /user/ssh_signing_keys"],
		deleteAttestationsBulk: ["POST /users/{username}/attestations/delete-request"],
		deleteAttestationsById: ["DELETE /users/{username}/attestations/{attestation_id}"],
		deleteAttestationsBySubjectDigest: ["DELETE /users/{username}/attestations/digest/{subject_digest}"],
		deleteEmailForAuthenticated: [
			"DELETE /user/emails",
			{},
			{ renamed: ["users", "deleteEmailForAuthenticatedUser"] }
		],
		deleteEmailForAuthenticatedUser: ["DELETE /user/emails"],
		deleteGpgKeyForAuthenticated: [
			"DELETE /user/gpg_keys/{gpg_key_id}",
			{},
			{ renamed: ["users", "deleteGpgKeyForAuthenticatedUser"] }
		],
		deleteGpgKeyForAuthenticatedUser: ["DELETE /user/gpg_keys/{gpg_key_id}"],
		deletePublicSshKeyForAuthenticated: [
			"DELETE /user/keys/{key_id}",
			{},
			{ renamed: ["users", "deletePublicSshKeyForAuthenticatedUser"] }
		],
		deletePublicSshKeyForAuthenticatedUser: ["DELETE /user/keys/{key_id}"],
		deleteSocialAccountForAuthenticatedUser: ["DELETE /user/social_accounts"],
		deleteSshSigningKeyForAuthenticatedUser: ["DELETE /user/ssh_signing_keys/{ssh_signing_key_id}"],
		follow: ["PUT /user/following/{username}"],
		getAuthenticated: ["GET /user"],
		getById: ["GET /user/{account_id}"],
		getByUsername: ["GET /users/{username}"],
		getContextForUser: ["GET /users/{username}/hovercard"],
		getGpgKeyForAuthenticated: [
			"GET /user/gpg_keys/{gpg_key_id}",
			{},
			{ renamed: ["users", "getGpgKeyForAuthenticatedUser"] }
		],
		getGpgKeyForAuthenticatedUser: ["GET /user/gpg_keys/{gpg_key_id}"],
		getPublicSshKeyForAuthenticated: [
			"GET /user/keys/{key_id}",
			{},
			{ renamed: ["users", "getPublicSshKeyForAuthenticatedUser"] }
		],
		getPublicSshKeyForAuthenticatedUser: ["GET /user/keys/{key_id}"],
		getSshSigningKeyForAuthenticatedUser: ["GET /user/ssh_signing_keys/{ssh_signing_key_id}"],
		list: ["GET /users"],
		listAttestations: ["GET /users/{username}/attestations/{subject_digest}"],
		listAttestationsBulk: ["POST /users/{username}/attestations/bulk-list{?per_page,before,after}"],
		listBlockedByAuthenticated: [
			"GET /user/blocks",
			{},
			{ renamed: ["users", "listBlockedByAuthenticatedUser"] }
		],
		listBlockedByAuthenticatedUser: ["GET /user/blocks"],
		listEmailsForAuthenticated: [
			"GET /user/emails",
			{},
			{ renamed: ["users", "listEmailsForAuthenticatedUser"] }
		],
		listEmailsForAuthenticatedUser: ["GET /user/emails"],
		listFollowedByAuthenticated: [
			"GET /user/following",
			{},
			{ renamed: ["users", "listFollowedByAuthenticatedUser"] }
		],
		listFollowedByAuthenticatedUser: ["GET /user/following"],
		listFollowersForAuthenticatedUser: ["GET /user/followers"],
		listFollowersForUser: ["GET /users/{username}/followers"],
		listFollowingForUser: ["GET /users/{username}/following"],
		listGpgKeysForAuthenticated: [
			"GET /user/gpg_keys",
			{},
			{ renamed: ["users", "listGpgKeysForAuthenticatedUser"] }
		],
		listGpgKeysForAuthenticatedUser: ["GET /user/gpg_keys"],
		listGpgKeysForUser: ["GET /users/{username}/gpg_keys"],
		listPublicEmailsForAuthenticated: [
			"GET /user/public_emails",
			{},
			{ renamed: ["users", "listPublicEmailsForAuthenticatedUser"] }
		],
		listPublicEmailsForAuthenticatedUser: ["GET /user/public_emails"],
		listPublicKeysForUser: ["GET /users/{username}/keys"],
		listPublicSshKeysForAuthenticated: [
			"GET /user/keys",
			{},
			{ renamed: ["users", "listPublicSshKeysForAuthenticatedUser"] }
		],
		listPublicSshKeysForAuthenticatedUser: ["GET /user/keys"],
		listSocialAccountsForAuthenticatedUser: ["GET /user/social_accounts"],
		listSocialAccountsForUser: ["GET /users/{username}/social_accounts"],
		listSshSigningKeysForAuthenticatedUser: ["GET /user/ssh_signing_keys"],
		listSshSigningKeysForUser: ["GET /users/{username}/ssh_signing_keys"],
		setPrimaryEmailVisibilityForAuthenticated: [
			"PATCH /user/email/visibility",
			{},
			{ renamed: ["users", "setPrimaryEmailVisibilityForAuthenticatedUser"] }
		],
		setPrimaryEmailVisibilityForAuthenticatedUser: ["PATCH /user/email/visibility"],
		unblock: ["DELETE /user/blocks/{username}"],
		unfollow: ["DELETE /user/following/{username}"],
		updateAuthenticated: ["PATCH /user"]
	}
};

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/endpoints-to-methods.js
const endpointMethodsMap = /* @__PURE__ */ new Map();
for (const [scope, endpoints] of Object.entries(endpoints_default)) for (const [methodName, endpoint] of Object.entries(endpoints)) {
	const [route, defaults, decorations] = endpoint;
	const [method, url] = route.split(/ /);
	const endpointDefaults = Object.assign({
		method,
		url
	}, defaults);
	if (!endpointMethodsMap.has(scope)) endpointMethodsMap.set(scope, /* @__PURE__ */ new Map());
	endpointMethodsMap.get(scope).set(methodName, {
		scope,
		methodName,
		endpointDefaults,
		decorations
	});
}
const handler = {
	has({ scope }, methodName) {
		return endpointMethodsMap.get(scope).has(methodName);
	},
	getOwnPropertyDescriptor(target, methodName) {
		return {
			value: this.get(target, methodName),
			configurable: true,
			writable: true,
			enumerable: true
		};
	},
	defineProperty(target, methodName, descriptor) {
		Object.defineProperty(target.cache, methodName, descriptor);
		return true;
	},
	deleteProperty(target, methodName) {
		delete target.cache[methodName];
		return true;
	},
	ownKeys({ scope }) {
		return [...endpointMethodsMap.get(scope).keys()];
	},
	set(target, methodName, value) {
		return target.cache[methodName] = value;
	},
	get({ octokit, scope, cache }, methodName) {
		if (cache[methodName]) return cache[methodName];
		const method = endpointMethodsMap.get(scope).get(methodName);
		if (!method) return;
		const { endpointDefaults, decorations } = method;
		if (decorations) cache[methodName] = decorate(octokit, scope, methodName, endpointDefaults, decorations);
		else cache[methodName] = octokit.request.defaults(endpointDefaults);
		return cache[methodName];
	}
};
function endpointsToMethods(octokit) {
	const newMethods = {};
	for (const scope of endpointMethodsMap.keys()) newMethods[scope] = new Proxy({
		octokit,
		scope,
		cache: {}
	}, handler);
	return newMethods;
}
function decorate(octokit, scope, methodName, defaults, decorations) {
	const requestWithDefaults = octokit.request.defaults(defaults);
	function withDecorations(...args) {
		let options = requestWithDefaults.endpoint.merge(...args);
		if (decorations.mapToData) {
			options = Object.assign({}, options, {
				data: options[decorations.mapToData],
				[decorations.mapToData]: void 0
			});
			return requestWithDefaults(options);
		}
		if (decorations.renamed) {
			const [newScope, newMethodName] = decorations.renamed;
			octokit.log.warn(`octokit.${scope}.${methodName}() has been renamed to octokit.${newScope}.${newMethodName}()`);
		}
		if (decorations.deprecated) octokit.log.warn(decorations.deprecated);
		if (decorations.renamedParameters) {
			const options2 = requestWithDefaults.endpoint.merge(...args);
			for (const [name, alias] of Object.entries(decorations.renamedParameters)) if (name in options2) {
				octokit.log.warn(`"${name}" parameter is deprecated for "octokit.${scope}.${methodName}()". Use "${alias}" instead`);
				if (!(alias in options2)) options2[alias] = options2[name];
				delete options2[name];
			}
			return requestWithDefaults(options2);
		}
		return requestWithDefaults(...args);
	}
	return Object.assign(withDecorations, requestWithDefaults);
}

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/index.js
function restEndpointMethods(octokit) {
	return { rest: endpointsToMethods(octokit) };
}
restEndpointMethods.VERSION = VERSION$3;
function legacyRestEndpointMethods(octokit) {
	const api = endpointsToMethods(octokit);
	return {
		...api,
		rest: api
	};
}
legacyRestEndpointMethods.VERSION = VERSION$3;

// node_modules/@octokit/rest/dist-src/version.js
const VERSION$2 = "22.0.1";

// node_modules/@octokit/rest/dist-src/index.js
const Octokit = Octokit$1.plugin(requestLog, legacyRestEndpointMethods, paginateRest).defaults({ userAgent: `octokit-rest.js/${VERSION$2}` });

// node_modules/bottleneck/light.js
var require_light = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	/**
	* This file contains the Bottleneck library (MIT), compiled to ES2017, and without Clustering support.
	* https://github.com/SGrondin/bottleneck
	*/
	(function(global, factory) {
		typeof exports === "object" && typeof module !== "undefined" ? module.exports = factory() : typeof define === "function" && define.amd ? define(factory) : global.Bottleneck = factory();
	})(this$1, (function() {
		"use strict";
		var commonjsGlobal = typeof globalThis !== "undefined" ? globalThis : typeof window !== "undefined" ? window : typeof global !== "undefined" ? global : typeof self !== "undefined" ? self : {};
		function getCjsExportFromNamespace(n) {
			return n && n["default"] || n;
		}
		var load = function(received, defaults, onto = {}) {
			var k, ref, v;
			for (k in defaults) {
				v = defaults[k];
				onto[k] = (ref = received[k]) != null ? ref : v;
			}
			return onto;
		};
		var overwrite = function(received, defaults, onto = {}) {
			var k, v;
			for (k in received) {
				v = received[k];
				if (defaults[k] !== void 0) onto[k] = v;
			}
			return onto;
		};
		var parser = {
			load,
			overwrite
		};
		var DLList_1 = class DLList {
			constructor(incr, decr) {
				this.incr = incr;
				this.decr = decr;
				this._first = null;
				this._last = null;
				this.length = 0;
			}
			push(value) {
				var node;
				this.length++;
				if (typeof this.incr === "function") this.incr();
				node = {
					value,
					prev: this._last,
					next: null
				};
				if (this._last != null) {
					this._last.next = node;
					this._last = node;
				} else this._first = this._last = node;
			}
			shift() {
				var value;
				if (this._first == null) return;
				else {
					this.length--;
					if (typeof this.decr === "function") this.decr();
				}
				value = this._first.value;
				if ((this._first = this._first.next) != null) this._first.prev = null;
				else this._last = null;
				return value;
			}
			first() {
				if (this._first != null) return this._first.value;
			}
			getArray() {
				var node = this._first, ref, results = [];
				while (node != null) results.push((ref = node, node = node.next, ref.value));
				return results;
			}
			forEachShift(cb) {
				var node = this.shift();
				while (node != null) cb(node), node = this.shift();
			}
			debug() {
				var node = this._first, ref, ref1, ref2, results = [];
				while (node != null) results.push((ref = node, node = node.next, {
					value: ref.value,
					prev: (ref1 = ref.prev) != null ? ref1.value : void 0,
					next: (ref2 = ref.next) != null ? ref2.value : void 0
				}));
				return results;
			}
		};
		var Events_1 = class Events {
			constructor(instance) {
				this.instance = instance;
				this._events = {};
				if (this.instance.on != null || this.instance.once != null || this.instance.removeAllListeners != null) throw new Error("An Emitter already exists for this object");
				this.instance.on = (name, cb) => {
					return this._addListener(name, "many", cb);
				};
				this.instance.once = (name, cb) => {
					return this._addListener(name, "once", cb);
				};
				this.instance.removeAllListeners = (name = null) => {
					if (name != null) return delete this._events[name];
					else return this._events = {};
				};
			}
			_addListener(name, status, cb) {
				var base;
				if ((base = this._events)[name] == null) base[name] = [];
				this._events[name].push({
					cb,
					status
				});
				return this.instance;
			}
			listenerCount(name) {
				if (this._events[name] != null) return this._events[name].length;
				else return 0;
			}
			async trigger(name, ...args) {
				var e, promises;
				try {
					if (name !== "debug") this.trigger("debug", `Event triggered: ${name}`, args);
					if (this._events[name] == null) return;
					this._events[name] = this._events[name].filter(function(listener) {
						return listener.status !== "none";
					});
					promises = this._events[name].map(async (listener) => {
						var e, returned;
						if (listener.status === "none") return;
						if (listener.status === "once") listener.status = "none";
						try {
							returned = typeof listener.cb === "function" ? listener.cb(...args) : void 0;
							if (typeof (returned != null ? returned.then : void 0) === "function") return await returned;
							else return returned;
						} catch (error) {
							e = error;
							this.trigger("error", e);
							return null;
						}
					});
					return (await Promise.all(promises)).find(function(x) {
						return x != null;
					});
				} catch (error) {
					e = error;
					this.trigger("error", e);
					return null;
				}
			}
		};
		var DLList$1 = DLList_1, Events$1 = Events_1;
		var Queues_1 = class Queues {
			constructor(num_priorities) {
				this.Events = new Events$1(this);
				this._length = 0;
				this._lists = (function() {
					var j, ref, results = [];
					for (j = 1, ref = num_priorities; 1 <= ref ? j <= ref : j >= ref; 1 <= ref ? ++j : --j) results.push(new DLList$1((() => {
						return this.incr();
					}), (() => {
						return this.decr();
					})));
					return results;
				}).call(this);
			}
			incr() {
				if (this._length++ === 0) return this.Events.trigger("leftzero");
			}
			decr() {
				if (--this._length === 0) return this.Events.trigger("zero");
			}
			push(job) {
				return this._lists[job.options.priority].push(job);
			}
			queued(priority) {
				if (priority != null) return this._lists[priority].length;
				else return this._length;
			}
			shiftAll(fn) {
				return this._lists.forEach(function(list) {
					return list.forEachShift(fn);
				});
			}
			getFirst(arr = this._lists) {
				var j = 0, len = arr.length, list;
				for (; j < len; j++) {
					list = arr[j];
					if (list.length > 0) return list;
				}
				return [];
			}
			shiftLastFrom(priority) {
				return this.getFirst(this._lists.slice(priority).reverse()).shift();
			}
		};
		var BottleneckError_1 = class BottleneckError extends Error {};
		var BottleneckError$1, DEFAULT_PRIORITY, Job, NUM_PRIORITIES = 10, parser$1;
		DEFAULT_PRIORITY = 5;
		parser$1 = parser;
		BottleneckError$1 = BottleneckError_1;
		Job = class Job {
			constructor(task, args, options, jobDefaults, rejectOnDrop, Events, _states, Promise) {
				this.task = task;
				this.args = args;
				this.rejectOnDrop = rejectOnDrop;
				this.Events = Events;
				this._states = _states;
				this.Promise = Promise;
				this.options = parser$1.load(options, jobDefaults);
				this.options.priority = this._sanitizePriority(this.options.priority);
				if (this.options.id === jobDefaults.id) this.options.id = `${this.options.id}-${this._randomIndex()}`;
				this.promise = new this.Promise((_resolve, _reject) => {
					this._resolve = _resolve;
					this._reject = _reject;
				});
				this.retryCount = 0;
			}
			_sanitizePriority(priority) {
				var sProperty = ~~priority !== priority ? DEFAULT_PRIORITY : priority;
				if (sProperty < 0) return 0;
				else if (sProperty > NUM_PRIORITIES - 1) return NUM_PRIORITIES - 1;
				else return sProperty;
			}
			_randomIndex() {
				return Math.random().toString(36).slice(2);
			}
			doDrop({ error, message = "This job has been dropped by Bottleneck" } = {}) {
				if (this._states.remove(this.options.id)) {
					if (this.rejectOnDrop) this._reject(error != null ? error : new BottleneckError$1(message));
					this.Events.trigger("dropped", {
						args: this.args,
						options: this.options,
						task: this.task,
						promise: this.promise
					});
					return true;
				} else return false;
			}
			_assertStatus(expected) {
				var status = this._states.jobStatus(this.options.id);
				if (!(status === expected || expected === "DONE" && status === null)) throw new BottleneckError$1(`Invalid job status ${status}, expected ${expected}. Please open an issue at https://github.com/SGrondin/bottleneck/issues`);
			}
			doReceive() {
				this._states.start(this.options.id);
				return this.Events.trigger("received", {
					args: this.args,
					options: this.options
				});
			}
			doQueue(reachedHWM, blocked) {
				this._assertStatus("RECEIVED");
				this._states.next(this.options.id);
				return this.Events.trigger("queued", {
					args: this.args,
					options: this.options,
					reachedHWM,
					blocked
				});
			}
			doRun() {
				if (this.retryCount === 0) {
					this._assertStatus("QUEUED");
					this._states.next(this.options.id);
				} else this._assertStatus("EXECUTING");
				return this.Events.trigger("scheduled", {
					args: this.args,
					options: this.options
				});
			}
			async doExecute(chained, clearGlobalState, run, free) {
				var error, eventInfo, passed;
				if (this.retryCount === 0) {
					this._assertStatus("RUNNING");
					this._states.next(this.options.id);
				} else this._assertStatus("EXECUTING");
				eventInfo = {
					args: this.args,
					options: this.options,
					retryCount: this.retryCount
				};
				this.Events.trigger("executing", eventInfo);
				try {
					passed = await (chained != null ? chained.schedule(this.options, this.task, ...this.args) : this.task(...this.args));
					if (clearGlobalState()) {
						this.doDone(eventInfo);
						await free(this.options, eventInfo);
						this._assertStatus("DONE");
						return this._resolve(passed);
					}
				} catch (error1) {
					error = error1;
					return this._onFailure(error, eventInfo, clearGlobalState, run, free);
				}
			}
			doExpire(clearGlobalState, run, free) {
				var error, eventInfo;
				if (this._states.jobStatus(this.options.id === "RUNNING")) this._states.next(this.options.id);
				this._assertStatus("EXECUTING");
				eventInfo = {
					args: this.args,
					options: this.options,
					retryCount: this.retryCount
				};
				error = new BottleneckError$1(`This job timed out after ${this.options.expiration} ms.`);
				return this._onFailure(error, eventInfo, clearGlobalState, run, free);
			}
			async _onFailure(error, eventInfo, clearGlobalState, run, free) {
				var retry, retryAfter;
				if (clearGlobalState()) {
					retry = await this.Events.trigger("failed", error, eventInfo);
					if (retry != null) {
						retryAfter = ~~retry;
						this.Events.trigger("retry", `Retrying ${this.options.id} after ${retryAfter} ms`, eventInfo);
						this.retryCount++;
						return run(retryAfter);
					} else {
						this.doDone(eventInfo);
						await free(this.options, eventInfo);
						this._assertStatus("DONE");
						return this._reject(error);
					}
				}
			}
			doDone(eventInfo) {
				this._assertStatus("EXECUTING");
				this._states.next(this.options.id);
				return this.Events.trigger("done", eventInfo);
			}
		};
		var Job_1 = Job;
		var BottleneckError$2, LocalDatastore, parser$2 = parser;
		BottleneckError$2 = BottleneckError_1;
		LocalDatastore = class LocalDatastore {
			constructor(instance, storeOptions, storeInstanceOptions) {
				this.instance = instance;
				this.storeOptions = storeOptions;
				this.clientId = this.instance._randomIndex();
				parser$2.load(storeInstanceOptions, storeInstanceOptions, this);
				this._nextRequest = this._lastReservoirRefresh = this._lastReservoirIncrease = Date.now();
				this._running = 0;
				this._done = 0;
				this._unblockTime = 0;
				this.ready = this.Promise.resolve();
				this.clients = {};
				this._startHeartbeat();
			}
			_startHeartbeat() {
				var base;
				if (this.heartbeat == null && (this.storeOptions.reservoirRefreshInterval != null && this.storeOptions.reservoirRefreshAmount != null || this.storeOptions.reservoirIncreaseInterval != null && this.storeOptions.reservoirIncreaseAmount != null)) return typeof (base = this.heartbeat = setInterval(() => {
					var amount, incr, maximum, now = Date.now(), reservoir;
					if (this.storeOptions.reservoirRefreshInterval != null && now >= this._lastReservoirRefresh + this.storeOptions.reservoirRefreshInterval) {
						this._lastReservoirRefresh = now;
						this.storeOptions.reservoir = this.storeOptions.reservoirRefreshAmount;
						this.instance._drainAll(this.computeCapacity());
					}
					if (this.storeOptions.reservoirIncreaseInterval != null && now >= this._lastReservoirIncrease + this.storeOptions.reservoirIncreaseInterval) {
						({reservoirIncreaseAmount: amount, reservoirIncreaseMaximum: maximum, reservoir} = this.storeOptions);
						this._lastReservoirIncrease = now;
						incr = maximum != null ? Math.min(amount, maximum - reservoir) : amount;
						if (incr > 0) {
							this.storeOptions.reservoir += incr;
							return this.instance._drainAll(this.computeCapacity());
						}
					}
				}, this.heartbeatInterval)).unref === "function" ? base.unref() : void 0;
				else return clearInterval(this.heartbeat);
			}
			async __publish__(message) {
				await this.yieldLoop();
				return this.instance.Events.trigger("message", message.toString());
			}
			async __disconnect__(flush) {
				await this.yieldLoop();
				clearInterval(this.heartbeat);
				return this.Promise.resolve();
			}
			yieldLoop(t = 0) {
				return new this.Promise(function(resolve, reject) {
					return setTimeout(resolve, t);
				});
			}
			computePenalty() {
				var ref;
				return (ref = this.storeOptions.penalty) != null ? ref : 15 * this.storeOptions.minTime || 5e3;
			}
			async __updateSettings__(options) {
				await this.yieldLoop();
				parser$2.overwrite(options, options, this.storeOptions);
				this._startHeartbeat();
				this.instance._drainAll(this.computeCapacity());
				return true;
			}
			async __running__() {
				await this.yieldLoop();
				return this._running;
			}
			async __queued__() {
				await this.yieldLoop();
				return this.instance.queued();
			}
			async __done__() {
				await this.yieldLoop();
				return this._done;
			}
			async __groupCheck__(time) {
				await this.yieldLoop();
				return this._nextRequest + this.timeout < time;
			}
			computeCapacity() {
				var maxConcurrent, reservoir;
				({maxConcurrent, reservoir} = this.storeOptions);
				if (maxConcurrent != null && reservoir != null) return Math.min(maxConcurrent - this._running, reservoir);
				else if (maxConcurrent != null) return maxConcurrent - this._running;
				else if (reservoir != null) return reservoir;
				else return null;
			}
			conditionsCheck(weight) {
				var capacity = this.computeCapacity();
				return capacity == null || weight <= capacity;
			}
			async __incrementReservoir__(incr) {
				var reservoir;
				await this.yieldLoop();
				reservoir = this.storeOptions.reservoir += incr;
				this.instance._drainAll(this.computeCapacity());
				return reservoir;
			}
			async __currentReservoir__() {
				await this.yieldLoop();
				return this.storeOptions.reservoir;
			}
			isBlocked(now) {
				return this._unblockTime >= now;
			}
			check(weight, now) {
				return this.conditionsCheck(weight) && this._nextRequest - now <= 0;
			}
			async __check__(weight) {
				var now;
				await this.yieldLoop();
				now = Date.now();
				return this.check(weight, now);
			}
			async __register__(index, weight, expiration) {
				var now, wait;
				await this.yieldLoop();
				now = Date.now();
				if (this.conditionsCheck(weight)) {
					this._running += weight;
					if (this.storeOptions.reservoir != null) this.storeOptions.reservoir -= weight;
					wait = Math.max(this._nextRequest - now, 0);
					this._nextRequest = now + wait + this.storeOptions.minTime;
					return {
						success: true,
						wait,
						reservoir: this.storeOptions.reservoir
					};
				} else return { success: false };
			}
			strategyIsBlock() {
				return this.storeOptions.strategy === 3;
			}
			async __submit__(queueLength, weight) {
				var blocked, now, reachedHWM;
				await this.yieldLoop();
				if (this.storeOptions.maxConcurrent != null && weight > this.storeOptions.maxConcurrent) throw new BottleneckError$2(`Impossible to add a job having a weight of ${weight} to a limiter having a maxConcurrent setting of ${this.storeOptions.maxConcurrent}`);
				now = Date.now();
				reachedHWM = this.storeOptions.highWater != null && queueLength === this.storeOptions.highWater && !this.check(weight, now);
				blocked = this.strategyIsBlock() && (reachedHWM || this.isBlocked(now));
				if (blocked) {
					this._unblockTime = now + this.computePenalty();
					this._nextRequest = this._unblockTime + this.storeOptions.minTime;
					this.instance._dropAllQueued();
				}
				return {
					reachedHWM,
					blocked,
					strategy: this.storeOptions.strategy
				};
			}
			async __free__(index, weight) {
				await this.yieldLoop();
				this._running -= weight;
				this._done += weight;
				this.instance._drainAll(this.computeCapacity());
				return { running: this._running };
			}
		};
		var LocalDatastore_1 = LocalDatastore;
		var BottleneckError$3 = BottleneckError_1;
		var States_1 = class States {
			constructor(status1) {
				this.status = status1;
				this._jobs = {};
				this.counts = this.status.map(function() {
					return 0;
				});
			}
			next(id) {
				var current = this._jobs[id], next = current + 1;
				if (current != null && next < this.status.length) {
					this.counts[current]--;
					this.counts[next]++;
					return this._jobs[id]++;
				} else if (current != null) {
					this.counts[current]--;
					return delete this._jobs[id];
				}
			}
			start(id) {
				var initial = 0;
				this._jobs[id] = initial;
				return this.counts[initial]++;
			}
			remove(id) {
				var current = this._jobs[id];
				if (current != null) {
					this.counts[current]--;
					delete this._jobs[id];
				}
				return current != null;
			}
			jobStatus(id) {
				var ref;
				return (ref = this.status[this._jobs[id]]) != null ? ref : null;
			}
			statusJobs(status) {
				var k, pos, ref, results, v;
				if (status != null) {
					pos = this.status.indexOf(status);
					if (pos < 0) throw new BottleneckError$3(`status must be one of ${this.status.join(", ")}`);
					ref = this._jobs;
					results = [];
					for (k in ref) {
						v = ref[k];
						if (v === pos) results.push(k);
					}
					return results;
				} else return Object.keys(this._jobs);
			}
			statusCounts() {
				return this.counts.reduce(((acc, v, i) => {
					acc[this.status[i]] = v;
					return acc;
				}), {});
			}
		};
		var DLList$2 = DLList_1;
		var Sync_1 = class Sync {
			constructor(name, Promise) {
				this.schedule = this.schedule.bind(this);
				this.name = name;
				this.Promise = Promise;
				this._running = 0;
				this._queue = new DLList$2();
			}
			isEmpty() {
				return this._queue.length === 0;
			}
			async _tryToRun() {
				var args, cb, error, reject, resolve, returned, task;
				if (this._running < 1 && this._queue.length > 0) {
					this._running++;
					({task, args, resolve, reject} = this._queue.shift());
					cb = await (async function() {
						try {
							returned = await task(...args);
							return function() {
								return resolve(returned);
							};
						} catch (error1) {
							error = error1;
							return function() {
								return reject(error);
							};
						}
					})();
					this._running--;
					this._tryToRun();
					return cb();
				}
			}
			schedule(task, ...args) {
				var promise, reject, resolve = reject = null;
				promise = new this.Promise(function(_resolve, _reject) {
					resolve = _resolve;
					return reject = _reject;
				});
				this._queue.push({
					task,
					args,
					resolve,
					reject
				});
				this._tryToRun();
				return promise;
			}
		};
		var version = "2.19.5";
		var version$2 = /*#__PURE__*/ Object.freeze({
			version,
			default: { version }
		});
		var require$$2 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$3 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$4 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var Events$2, Group, IORedisConnection$1, RedisConnection$1, Scripts$1, parser$3 = parser;
		Events$2 = Events_1;
		RedisConnection$1 = require$$2;
		IORedisConnection$1 = require$$3;
		Scripts$1 = require$$4;
		Group = (function() {
			class Group {
				constructor(limiterOptions = {}) {
					this.deleteKey = this.deleteKey.bind(this);
					this.limiterOptions = limiterOptions;
					parser$3.load(this.limiterOptions, this.defaults, this);
					this.Events = new Events$2(this);
					this.instances = {};
					this.Bottleneck = Bottleneck_1;
					this._startAutoCleanup();
					this.sharedConnection = this.connection != null;
					if (this.connection == null) {
						if (this.limiterOptions.datastore === "redis") this.connection = new RedisConnection$1(Object.assign({}, this.limiterOptions, { Events: this.Events }));
						else if (this.limiterOptions.datastore === "ioredis") this.connection = new IORedisConnection$1(Object.assign({}, this.limiterOptions, { Events: this.Events }));
					}
				}
				key(key = "") {
					var ref;
					return (ref = this.instances[key]) != null ? ref : (() => {
						var limiter = this.instances[key] = new this.Bottleneck(Object.assign(this.limiterOptions, {
							id: `${this.id}-${key}`,
							timeout: this.timeout,
							connection: this.connection
						}));
						this.Events.trigger("created", limiter, key);
						return limiter;
					})();
				}
				async deleteKey(key = "") {
					var deleted, instance = this.instances[key];
					if (this.connection) deleted = await this.connection.__runCommand__(["del", ...Scripts$1.allKeys(`${this.id}-${key}`)]);
					if (instance != null) {
						delete this.instances[key];
						await instance.disconnect();
					}
					return instance != null || deleted > 0;
				}
				limiters() {
					var k, ref = this.instances, results = [], v;
					for (k in ref) {
						v = ref[k];
						results.push({
							key: k,
							limiter: v
						});
					}
					return results;
				}
				keys() {
					return Object.keys(this.instances);
				}
				async clusterKeys() {
					var cursor, end, found, i, k, keys, len, next, start;
					if (this.connection == null) return this.Promise.resolve(this.keys());
					keys = [];
					cursor = null;
					start = `b_${this.id}-`.length;
					end = 9;
					while (cursor !== 0) {
						[next, found] = await this.connection.__runCommand__([
							"scan",
							cursor != null ? cursor : 0,
							"match",
							`b_${this.id}-*_settings`,
							"count",
							1e4
						]);
						cursor = ~~next;
						for (i = 0, len = found.length; i < len; i++) {
							k = found[i];
							keys.push(k.slice(start, -end));
						}
					}
					return keys;
				}
				_startAutoCleanup() {
					var base;
					clearInterval(this.interval);
					return typeof (base = this.interval = setInterval(async () => {
						var e, k, ref, results, time = Date.now(), v;
						ref = this.instances;
						results = [];
						for (k in ref) {
							v = ref[k];
							try {
								if (await v._store.__groupCheck__(time)) results.push(this.deleteKey(k));
								else results.push(void 0);
							} catch (error) {
								e = error;
								results.push(v.Events.trigger("error", e));
							}
						}
						return results;
					}, this.timeout / 2)).unref === "function" ? base.unref() : void 0;
				}
				updateSettings(options = {}) {
					parser$3.overwrite(options, this.defaults, this);
					parser$3.overwrite(options, options, this.limiterOptions);
					if (options.timeout != null) return this._startAutoCleanup();
				}
				disconnect(flush = true) {
					var ref;
					if (!this.sharedConnection) return (ref = this.connection) != null ? ref.disconnect(flush) : void 0;
				}
			}
			Group.prototype.defaults = {
				timeout: 3e5,
				connection: null,
				Promise,
				id: "group-key"
			};
			return Group;
		}).call(commonjsGlobal);
		var Group_1 = Group;
		var Batcher, Events$3, parser$4 = parser;
		Events$3 = Events_1;
		Batcher = (function() {
			class Batcher {
				constructor(options = {}) {
					this.options = options;
					parser$4.load(this.options, this.defaults, this);
					this.Events = new Events$3(this);
					this._arr = [];
					this._resetPromise();
					this._lastFlush = Date.now();
				}
				_resetPromise() {
					return this._promise = new this.Promise((res, rej) => {
						return this._resolve = res;
					});
				}
				_flush() {
					clearTimeout(this._timeout);
					this._lastFlush = Date.now();
					this._resolve();
					this.Events.trigger("batch", this._arr);
					this._arr = [];
					return this._resetPromise();
				}
				add(data) {
					var ret;
					this._arr.push(data);
					ret = this._promise;
					if (this._arr.length === this.maxSize) this._flush();
					else if (this.maxTime != null && this._arr.length === 1) this._timeout = setTimeout(() => {
						return this._flush();
					}, this.maxTime);
					return ret;
				}
			}
			Batcher.prototype.defaults = {
				maxTime: null,
				maxSize: null,
				Promise
			};
			return Batcher;
		}).call(commonjsGlobal);
		var Batcher_1 = Batcher;
		var require$$4$1 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$8 = getCjsExportFromNamespace(version$2);
		var Bottleneck, DEFAULT_PRIORITY$1, Events$4, Job$1, LocalDatastore$1, NUM_PRIORITIES$1, Queues$1, RedisDatastore$1, States$1, Sync$1, parser$5, splice = [].splice;
		NUM_PRIORITIES$1 = 10;
		DEFAULT_PRIORITY$1 = 5;
		parser$5 = parser;
		Queues$1 = Queues_1;
		Job$1 = Job_1;
		LocalDatastore$1 = LocalDatastore_1;
		RedisDatastore$1 = require$$4$1;
		Events$4 = Events_1;
		States$1 = States_1;
		Sync$1 = Sync_1;
		Bottleneck = (function() {
			class Bottleneck {
				constructor(options = {}, ...invalid) {
					var storeInstanceOptions, storeOptions;
					this._addToQueue = this._addToQueue.bind(this);
					this._validateOptions(options, invalid);
					parser$5.load(options, this.instanceDefaults, this);
					this._queues = new Queues$1(NUM_PRIORITIES$1);
					this._scheduled = {};
					this._states = new States$1([
						"RECEIVED",
						"QUEUED",
						"RUNNING",
						"EXECUTING"
					].concat(this.trackDoneStatus ? ["DONE"] : []));
					this._limiter = null;
					this.Events = new Events$4(this);
					this._submitLock = new Sync$1("submit", this.Promise);
					this._registerLock = new Sync$1("register", this.Promise);
					storeOptions = parser$5.load(options, this.storeDefaults, {});
					this._store = (function() {
						if (this.datastore === "redis" || this.datastore === "ioredis" || this.connection != null) {
							storeInstanceOptions = parser$5.load(options, this.redisStoreDefaults, {});
							return new RedisDatastore$1(this, storeOptions, storeInstanceOptions);
						} else if (this.datastore === "local") {
							storeInstanceOptions = parser$5.load(options, this.localStoreDefaults, {});
							return new LocalDatastore$1(this, storeOptions, storeInstanceOptions);
						} else throw new Bottleneck.prototype.BottleneckError(`Invalid datastore type: ${this.datastore}`);
					}).call(this);
					this._queues.on("leftzero", () => {
						var ref;
						return (ref = this._store.heartbeat) != null ? typeof ref.ref === "function" ? ref.ref() : void 0 : void 0;
					});
					this._queues.on("zero", () => {
						var ref;
						return (ref = this._store.heartbeat) != null ? typeof ref.unref === "function" ? ref.unref() : void 0 : void 0;
					});
				}
				_validateOptions(options, invalid) {
					if (!(options != null && typeof options === "object" && invalid.length === 0)) throw new Bottleneck.prototype.BottleneckError("Bottleneck v2 takes a single object argument. Refer to https://github.com/SGrondin/bottleneck#upgrading-to-v2 if you're upgrading from Bottleneck v1.");
				}
				ready() {
					return this._store.ready;
				}
				clients() {
					return this._store.clients;
				}
				channel() {
					return `b_${this.id}`;
				}
				channel_client() {
					return `b_${this.id}_${this._store.clientId}`;
				}
				publish(message) {
					return this._store.__publish__(message);
				}
				disconnect(flush = true) {
					return this._store.__disconnect__(flush);
				}
				chain(_limiter) {
					this._limiter = _limiter;
					return this;
				}
				queued(priority) {
					return this._queues.queued(priority);
				}
				clusterQueued() {
					return this._store.__queued__();
				}
				empty() {
					return this.queued() === 0 && this._submitLock.isEmpty();
				}
				running() {
					return this._store.__running__();
				}
				done() {
					return this._store.__done__();
				}
				jobStatus(id) {
					return this._states.jobStatus(id);
				}
				jobs(status) {
					return this._states.statusJobs(status);
				}
				counts() {
					return this._states.statusCounts();
				}
				_randomIndex() {
					return Math.random().toString(36).slice(2);
				}
				check(weight = 1) {
					return this._store.__check__(weight);
				}
				_clearGlobalState(index) {
					if (this._scheduled[index] != null) {
						clearTimeout(this._scheduled[index].expiration);
						delete this._scheduled[index];
						return true;
					} else return false;
				}
				async _free(index, job, options, eventInfo) {
					var e, running;
					try {
						({running} = await this._store.__free__(index, options.weight));
						this.Events.trigger("debug", `Freed ${options.id}`, eventInfo);
						if (running === 0 && this.empty()) return this.Events.trigger("idle");
					} catch (error1) {
						e = error1;
						return this.Events.trigger("error", e);
					}
				}
				_run(index, job, wait) {
					var clearGlobalState, free, run;
					job.doRun();
					clearGlobalState = this._clearGlobalState.bind(this, index);
					run = this._run.bind(this, index, job);
					free = this._free.bind(this, index, job);
					return this._scheduled[index] = {
						timeout: setTimeout(() => {
							return job.doExecute(this._limiter, clearGlobalState, run, free);
						}, wait),
						expiration: job.options.expiration != null ? setTimeout(function() {
							return job.doExpire(clearGlobalState, run, free);
						}, wait + job.options.expiration) : void 0,
						job
					};
				}
				_drainOne(capacity) {
					return this._registerLock.schedule(() => {
						var args, index, next, options, queue;
						if (this.queued() === 0) return this.Promise.resolve(null);
						queue = this._queues.getFirst();
						({options, args} = next = queue.first());
						if (capacity != null && options.weight > capacity) return this.Promise.resolve(null);
						this.Events.trigger("debug", `Draining ${options.id}`, {
							args,
							options
						});
						index = this._randomIndex();
						return this._store.__register__(index, options.weight, options.expiration).then(({ success, wait, reservoir }) => {
							var empty;
							this.Events.trigger("debug", `Drained ${options.id}`, {
								success,
								args,
								options
							});
							if (success) {
								queue.shift();
								empty = this.empty();
								if (empty) this.Events.trigger("empty");
								if (reservoir === 0) this.Events.trigger("depleted", empty);
								this._run(index, next, wait);
								return this.Promise.resolve(options.weight);
							} else return this.Promise.resolve(null);
						});
					});
				}
				_drainAll(capacity, total = 0) {
					return this._drainOne(capacity).then((drained) => {
						var newCapacity;
						if (drained != null) {
							newCapacity = capacity != null ? capacity - drained : capacity;
							return this._drainAll(newCapacity, total + drained);
						} else return this.Promise.resolve(total);
					}).catch((e) => {
						return this.Events.trigger("error", e);
					});
				}
				_dropAllQueued(message) {
					return this._queues.shiftAll(function(job) {
						return job.doDrop({ message });
					});
				}
				stop(options = {}) {
					var done, waitForExecuting;
					options = parser$5.load(options, this.stopDefaults);
					waitForExecuting = (at) => {
						var finished = () => {
							var counts = this._states.counts;
							return counts[0] + counts[1] + counts[2] + counts[3] === at;
						};
						return new this.Promise((resolve, reject) => {
							if (finished()) return resolve();
							else return this.on("done", () => {
								if (finished()) {
									this.removeAllListeners("done");
									return resolve();
								}
							});
						});
					};
					done = options.dropWaitingJobs ? (this._run = function(index, next) {
						return next.doDrop({ message: options.dropErrorMessage });
					}, this._drainOne = () => {
						return this.Promise.resolve(null);
					}, this._registerLock.schedule(() => {
						return this._submitLock.schedule(() => {
							var k, ref = this._scheduled, v;
							for (k in ref) {
								v = ref[k];
								if (this.jobStatus(v.job.options.id) === "RUNNING") {
									clearTimeout(v.timeout);
									clearTimeout(v.expiration);
									v.job.doDrop({ message: options.dropErrorMessage });
								}
							}
							this._dropAllQueued(options.dropErrorMessage);
							return waitForExecuting(0);
						});
					})) : this.schedule({
						priority: NUM_PRIORITIES$1 - 1,
						weight: 0
					}, () => {
						return waitForExecuting(1);
					});
					this._receive = function(job) {
						return job._reject(new Bottleneck.prototype.BottleneckError(options.enqueueErrorMessage));
					};
					this.stop = () => {
						return this.Promise.reject(new Bottleneck.prototype.BottleneckError("stop() has already been called"));
					};
					return done;
				}
				async _addToQueue(job) {
					var args, blocked, error, options, reachedHWM, shifted, strategy;
					({args, options} = job);
					try {
						({reachedHWM, blocked, strategy} = await this._store.__submit__(this.queued(), options.weight));
					} catch (error1) {
						error = error1;
						this.Events.trigger("debug", `Could not queue ${options.id}`, {
							args,
							options,
							error
						});
						job.doDrop({ error });
						return false;
					}
					if (blocked) {
						job.doDrop();
						return true;
					} else if (reachedHWM) {
						shifted = strategy === Bottleneck.prototype.strategy.LEAK ? this._queues.shiftLastFrom(options.priority) : strategy === Bottleneck.prototype.strategy.OVERFLOW_PRIORITY ? this._queues.shiftLastFrom(options.priority + 1) : strategy === Bottleneck.prototype.strategy.OVERFLOW ? job : void 0;
						if (shifted != null) shifted.doDrop();
						if (shifted == null || strategy === Bottleneck.prototype.strategy.OVERFLOW) {
							if (shifted == null) job.doDrop();
							return reachedHWM;
						}
					}
					job.doQueue(reachedHWM, blocked);
					this._queues.push(job);
					await this._drainAll();
					return reachedHWM;
				}
				_receive(job) {
					if (this._states.jobStatus(job.options.id) != null) {
						job._reject(new Bottleneck.prototype.BottleneckError(`A job with the same id already exists (id=${job.options.id})`));
						return false;
					} else {
						job.doReceive();
						return this._submitLock.schedule(this._addToQueue, job);
					}
				}
				submit(...args) {
					var cb, fn, job, options, ref, ref1, task;
					if (typeof args[0] === "function") {
						ref = args, [fn, ...args] = ref, [cb] = splice.call(args, -1);
						options = parser$5.load({}, this.jobDefaults);
					} else {
						ref1 = args, [options, fn, ...args] = ref1, [cb] = splice.call(args, -1);
						options = parser$5.load(options, this.jobDefaults);
					}
					task = (...args) => {
						return new this.Promise(function(resolve, reject) {
							return fn(...args, function(...args) {
								return (args[0] != null ? reject : resolve)(args);
							});
						});
					};
					job = new Job$1(task, args, options, this.jobDefaults, this.rejectOnDrop, this.Events, this._states, this.Promise);
					job.promise.then(function(args) {
						return typeof cb === "function" ? cb(...args) : void 0;
					}).catch(function(args) {
						if (Array.isArray(args)) return typeof cb === "function" ? cb(...args) : void 0;
						else return typeof cb === "function" ? cb(args) : void 0;
					});
					return this._receive(job);
				}
				schedule(...args) {
					var job, options, task;
					if (typeof args[0] === "function") {
						[task, ...args] = args;
						options = {};
					} else [options, task, ...args] = args;
					job = new Job$1(task, args, options, this.jobDefaults, this.rejectOnDrop, this.Events, this._states, this.Promise);
					this._receive(job);
					return job.promise;
				}
				wrap(fn) {
					var schedule = this.schedule.bind(this), wrapped = function(...args) {
						return schedule(fn.bind(this), ...args);
					};
					wrapped.withOptions = function(options, ...args) {
						return schedule(options, fn, ...args);
					};
					return wrapped;
				}
				async updateSettings(options = {}) {
					await this._store.__updateSettings__(parser$5.overwrite(options, this.storeDefaults));
					parser$5.overwrite(options, this.instanceDefaults, this);
					return this;
				}
				currentReservoir() {
					return this._store.__currentReservoir__();
				}
				incrementReservoir(incr = 0) {
					return this._store.__incrementReservoir__(incr);
				}
			}
			Bottleneck.default = Bottleneck;
			Bottleneck.Events = Events$4;
			Bottleneck.version = Bottleneck.prototype.version = require$$8.version;
			Bottleneck.strategy = Bottleneck.prototype.strategy = {
				LEAK: 1,
				OVERFLOW: 2,
				OVERFLOW_PRIORITY: 4,
				BLOCK: 3
			};
			Bottleneck.BottleneckError = Bottleneck.prototype.BottleneckError = BottleneckError_1;
			Bottleneck.Group = Bottleneck.prototype.Group = Group_1;
			Bottleneck.RedisConnection = Bottleneck.prototype.RedisConnection = require$$2;
			Bottleneck.IORedisConnection = Bottleneck.prototype.IORedisConnection = require$$3;
			Bottleneck.Batcher = Bottleneck.prototype.Batcher = Batcher_1;
			Bottleneck.prototype.jobDefaults = {
				priority: DEFAULT_PRIORITY$1,
				weight: 1,
				expiration: null,
				id: "<no-id>"
			};
			Bottleneck.prototype.storeDefaults = {
				maxConcurrent: null,
				minTime: 0,
				highWater: null,
				strategy: Bottleneck.prototype.strategy.LEAK,
				penalty: null,
				reservoir: null,
				reservoirRefreshInterval: null,
				reservoirRefreshAmount: null,
				reservoirIncreaseInterval: null,
				reservoirIncreaseAmount: null,
				reservoirIncreaseMaximum: null
			};
			Bottleneck.prototype.localStoreDefaults = {
				Promise,
				timeout: null,
				heartbeatInterval: 250
			};
			Bottleneck.prototype.redisStoreDefaults = {
				Promise,
				timeout: null,
				heartbeatInterval: 5e3,
				clientTimeout: 1e4,
				Redis: null,
				clientOptions: {},
				clusterNodes: null,
				clearDatastore: false,
				connection: null
			};
			Bottleneck.prototype.instanceDefaults = {
				datastore: "local",
				connection: null,
				id: "<no-id>",
				rejectOnDrop: true,
				trackDoneStatus: false,
				Promise
			};
			Bottleneck.prototype.stopDefaults = {
				enqueueErrorMessage: "This limiter has been stopped and cannot accept new jobs.",
				dropWaitingJobs: true,
				dropErrorMessage: "This limiter has been stopped."
			};
			return Bottleneck;
		}).call(commonjsGlobal);
		var Bottleneck_1 = Bottleneck;
		return Bottleneck_1;
	}));
}));

// node_modules/@octokit/plugin-retry/dist-bundle/index.js
var import_light = /* @__PURE__ */ __toESM(require_light(), 1);
var VERSION$1 = "0.0.0-development";
function isRequestError(error) {
	return error.request !== void 0;
}
async function errorRequest(state, octokit, error, options) {
	if (!isRequestError(error) || !error?.request.request) throw error;
	if (error.status >= 400 && !state.doNotRetry.includes(error.status)) {
		const retries = options.request.retries != null ? options.request.retries : state.retries;
		const retryAfter = Math.pow((options.request.retryCount || 0) + 1, 2);
		throw octokit.retry.retryRequest(error, retries, retryAfter);
	}
	throw error;
}
async function wrapRequest$1(state, octokit, request, options) {
	const limiter = new import_light.default();
	limiter.on("failed", function(error, info) {
		const maxRetries = ~~error.request.request?.retries;
		const after = ~~error.request.request?.retryAfter;
		options.request.retryCount = info.retryCount + 1;
		if (maxRetries > info.retryCount) return after * state.retryAfterBaseValue;
	});
	return limiter.schedule(requestWithGraphqlErrorHandling.bind(null, state, octokit, request), options);
}
async function requestWithGraphqlErrorHandling(state, octokit, request, options) {
	const response = await request(options);
	if (response.data && response.data.errors && response.data.errors.length > 0 && /Something went wrong while executing your query/.test(response.data.errors[0].message)) return errorRequest(state, octokit, new RequestError(response.data.errors[0].message, 500, {
		request: options,
		response
	}), options);
	return response;
}
function retry(octokit, octokitOptions) {
	const state = Object.assign({
		enabled: true,
		retryAfterBaseValue: 1e3,
		doNotRetry: [
			400,
			401,
			403,
			404,
			410,
			422,
			451
		],
		retries: 3
	}, octokitOptions.retry);
	const retryPlugin = { retry: { retryRequest: (error, retries, retryAfter) => {
		error.request.request = Object.assign({}, error.request.request, {
			retries,
			retryAfter
		});
		return error;
	} } };
	if (state.enabled) {
		octokit.hook.error("request", errorRequest.bind(null, state, retryPlugin));
		octokit.hook.wrap("request", wrapRequest$1.bind(null, state, retryPlugin));
	}
	return retryPlugin;
}
retry.VERSION = VERSION$1;

// node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var VERSION = "0.0.0-development";
var noop = () => Promise.resolve();
function wrapRequest(state, request, options) {
	return state.retryLimiter.schedule(doRequest, state, request, options);
}
async function doRequest(state, request, options) {
	const { pathname } = new URL(options.url, "http://github.test");
	const isAuth = isAuthRequest(options.method, pathname);
	const isWrite = !isAuth && options.method !== "GET" && options.method !== "HEAD";
	const isSearch = options.method === "GET" && pathname.startsWith("/search/");
	const isGraphQL = pathname.startsWith("/graphql");
	const jobOptions = ~~request.retryCount > 0 ? {
		priority: 0,
		weight: 0
	} : {};
	if (state.clustering) jobOptions.expiration = 6e4;
	if (isWrite || isGraphQL) await state.write.key(state.id).schedule(jobOptions, noop);
	if (isWrite && state.triggersNotification(pathname)) await state.notifications.key(state.id).schedule(jobOptions, noop);
	if (isSearch) await state.search.key(state.id).schedule(jobOptions, noop);
	const req = (isAuth ? state.auth : state.global).key(state.id).schedule(jobOptions, request, options);
	if (isGraphQL) {
		const res = await req;
		if (res.data.errors != null && res.data.errors.some((error) => error.type === "RATE_LIMITED")) throw Object.assign(/* @__PURE__ */ new Error("GraphQL Rate Limit Exceeded"), {
			response: res,
			data: res.data
		});
	}
	return req;
}
function isAuthRequest(method, pathname) {
	return method === "PATCH" && /^\/applications\/[^/]+\/token\/scoped$/.test(pathname) || method === "POST" && (/^\/applications\/[^/]+\/token$/.test(pathname) || /^\/app\/installations\/[^/]+\/access_tokens$/.test(pathname) || pathname === "/login/oauth/access_token");
}
var triggers_notification_paths_default = [
	"/orgs/{org}/invitations",
	"/orgs/{org}/invitations/{invitation_id}",
	"/orgs/{org}/teams/{team_slug}/discussions",
	"/orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments",
	"/repos/{owner}/{repo}/collaborators/{username}",
	"/repos/{owner}/{repo}/commits/{commit_sha}/comments",
	"/repos/{owner}/{repo}/issues",
	"/repos/{owner}/{repo}/issues/{issue_number}/comments",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issue",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority",
	"/repos/{owner}/{repo}/pulls",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
	"/repos/{owner}/{repo}/pulls/{pull_number}/merge",
	"/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
	"/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
	"/repos/{owner}/{repo}/releases",
	"/teams/{team_id}/discussions",
	"/teams/{team_id}/discussions/{discussion_number}/comments"
];
function routeMatcher(paths) {
	const regex2 = `^(?:${paths.map((path) => path.split("/").map((c) => c.startsWith("{") ? "(?:.+?)" : c).join("/")).map((r) => `(?:${r})`).join("|")})[^/]*$`;
	return new RegExp(regex2, "i");
}
var regex = routeMatcher(triggers_notification_paths_default);
var triggersNotification = regex.test.bind(regex);
var groups = {};
var createGroups = function(Bottleneck, common) {
	groups.global = new Bottleneck.Group({
		id: "octokit-global",
		maxConcurrent: 10,
		...common
	});
	groups.auth = new Bottleneck.Group({
		id: "octokit-auth",
		maxConcurrent: 1,
		...common
	});
	groups.search = new Bottleneck.Group({
		id: "octokit-search",
		maxConcurrent: 1,
		minTime: 2e3,
		...common
	});
	groups.write = new Bottleneck.Group({
		id: "octokit-write",
		maxConcurrent: 1,
		minTime: 1e3,
		...common
	});
	groups.notifications = new Bottleneck.Group({
		id: "octokit-notifications",
		maxConcurrent: 1,
		minTime: 3e3,
		...common
	});
};
function throttling(octokit, octokitOptions) {
	const { enabled = true, Bottleneck = import_light.default, id = "no-id", timeout = 12e4, connection } = octokitOptions.throttle || {};
	if (!enabled) return {};
	const common = { timeout };
	if (typeof connection !== "undefined") common.connection = connection;
	const state = Object.assign({
		clustering: connection != null,
		triggersNotification,
		fallbackSecondaryRateRetryAfter: 60,
		retryAfterBaseValue: 1e3,
		id
	}, octokitOptions.throttle);
	if (typeof state.onSecondaryRateLimit !== "function" || typeof state.onRateLimit !== "function") throw new Error(`octokit/plugin-throttling error:
        You must pass the onSecondaryRateLimit and onRateLimit error handlers.
        See https://octokit.github.io/rest.js/#throttling

        const octokit = new Octokit({
          throttle: {
            onSecondaryRateLimit: (retryAfter, options) => {/* ... */},
            onRateLimit: (retryAfter, options) => {/* ... */}
          }
        })
    `);
	let initialized = false;
	const initializeBottleneck = () => {
		if (initialized) return;
		initialized = true;
		if (groups.global == null) createGroups(Bottleneck, common);
		state.global = state.global ?? groups.global;
		state.auth = state.auth ?? groups.auth;
		state.search = state.search ?? groups.search;
		state.write = state.write ?? groups.write;
		state.notifications = state.notifications ?? groups.notifications;
		state.retryLimiter = state.retryLimiter ?? new Bottleneck();
		const events = {};
		const emitter = new Bottleneck.Events(events);
		events.on("secondary-limit", state.onSecondaryRateLimit);
		events.on("rate-limit", state.onRateLimit);
		events.on("error", (e) => octokit.log.warn("Error in throttling-plugin limit handler", e));
		state.retryLimiter.on("failed", async function(error, info) {
			const [state2, request, options] = info.args;
			const { pathname } = new URL(options.url, "http://github.test");
			if (!(pathname.startsWith("/graphql") && error.status !== 401 || error.status === 403 || error.status === 429)) return;
			const retryCount = ~~request.retryCount;
			request.retryCount = retryCount;
			options.request.retryCount = retryCount;
			const { wantRetry, retryAfter = 0 } = await (async function() {
				if (/\bsecondary rate\b/i.test(error.message)) {
					const retryAfter2 = Number(error.response.headers["retry-after"]) || state2.fallbackSecondaryRateRetryAfter;
					return {
						wantRetry: await emitter.trigger("secondary-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				if (error.response.headers != null && error.response.headers["x-ratelimit-remaining"] === "0" || (error.response.data?.errors ?? []).some((error2) => error2.type === "RATE_LIMITED")) {
					const rateLimitReset = (/* @__PURE__ */ new Date(~~error.response.headers["x-ratelimit-reset"] * 1e3)).getTime();
					const retryAfter2 = Math.max(Math.ceil((rateLimitReset - Date.now()) / 1e3) + 1, 0);
					return {
						wantRetry: await emitter.trigger("rate-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				return {};
			})();
			if (wantRetry) {
				request.retryCount++;
				return retryAfter * state2.retryAfterBaseValue;
			}
		});
	};
	octokit.hook.wrap("request", (request, options) => {
		initializeBottleneck();
		return wrapRequest(state, request, options);
	});
	return {};
}
throttling.VERSION = VERSION;
throttling.triggersNotification = triggersNotification;

// src/github/errors.ts
/**
* A request that GitHub refused, or that got no usable answer. `httpStatus` is null where there was no answer.
* Codes: `github-unauthorized`, `github-forbidden`, `github-not-found`, `github-conflict`, `github-stale`, `github-rejected`,
* `github-rate-limited`, `github-unavailable`, `github-unreachable`, `github-bad-answer`.
*/
var GitHubError = class extends CountersignError {
	httpStatus;
	effect;
	constructor(code, message, details) {
		super(code, message, details);
		this.name = "GitHubError";
		this.httpStatus = details.httpStatus;
		this.effect = details.effect;
	}
};
const REFUSALS = /* @__PURE__ */ new Set([
	"github-forbidden",
	"github-rejected",
	"github-not-found"
]);
/** GitHub's definite refusal of what was asked: asking again would end the same way. */
function isRefusal(error) {
	return error instanceof GitHubError && error.effect === "none" && REFUSALS.has(error.code);
}
/** Maps a failure to a code, a cause and a mend. Pure. */
function explainFailure(failure) {
	const outline = failure.status === null ? UNREACHABLE : outlineOf(failure, failure.status);
	return new GitHubError(outline.code, `${outline.message}: ${failure.request}`, {
		mend: outline.mend,
		evidence: evidenceOf(failure),
		cause: new Error(failure.message),
		httpStatus: failure.status,
		effect: outline.effect
	});
}
function evidenceOf(failure) {
	const parts = [failure.status === null ? "no answer" : `HTTP ${failure.status}`, failure.message.slice(0, 500)];
	if (failure.needed !== null) parts.push(`needs ${failure.needed}`);
	if (failure.requestId !== null) parts.push(`request ${failure.requestId}`);
	return parts.join("; ");
}
const UNREACHABLE = {
	code: "github-unreachable",
	message: "GitHub gave no complete answer",
	mend: "Run again. If it stays, check the network between this machine and the API address.",
	effect: "unknown"
};
function outlineOf(failure, status) {
	if (failure.limited) return {
		code: "github-rate-limited",
		message: "GitHub limits the rate of requests, for longer than this run may wait",
		mend: "Run again later; the next run continues where this one stopped.",
		effect: "none"
	};
	if (status >= 500) return {
		...UNREACHABLE,
		code: "github-unavailable",
		message: "GitHub had an error of its own"
	};
	return refusals[status] ?? {
		...REJECTED,
		message: `GitHub refused with status ${status}`
	};
}
const REJECTED = {
	code: "github-rejected",
	message: "GitHub did not accept what was sent",
	mend: "Read the evidence; if it names no setting of yours, report it as a defect of Countersign.",
	effect: "none"
};
const refusals = {
	401: {
		code: "github-unauthorized",
		message: "GitHub does not accept the token",
		mend: "Hand in a token that is valid and has not expired.",
		effect: "none"
	},
	403: {
		code: "github-forbidden",
		message: "the token may not do this",
		mend: "Grant the permission that the evidence names to the job or to the App.",
		effect: "none"
	},
	404: {
		code: "github-not-found",
		message: "it does not exist, or the token may not see it",
		mend: "Check the name, and that the token can read the repository.",
		effect: "none"
	},
	409: {
		code: "github-conflict",
		message: "the request conflicts with the state of the repository",
		mend: "Run again; an empty repository needs a first commit.",
		effect: "none"
	},
	422: REJECTED
};

// src/github/failures.ts
/** Reads what Octokit threw. `request` names method and path; query strings are left out. */
function failureOf(error, request) {
	const message = error instanceof Error ? error.message : "unknown error";
	const response = responseOf(error);
	const headers = response === null ? {} : recordOf(response["headers"]);
	const status = response === null ? null : Number(response["status"]);
	return {
		request,
		status,
		message,
		needed: textOf$1(headers["x-accepted-github-permissions"]),
		requestId: textOf$1(headers["x-github-request-id"]),
		limited: status !== null && isLimited(status, message, headers)
	};
}
function isLimited(status, message, headers) {
	if (status === 429) return true;
	return status === 403 && (headers["x-ratelimit-remaining"] === "0" || /\bsecondary rate\b/i.test(message));
}
function responseOf(error) {
	if (typeof error !== "object" || error === null || !("response" in error)) return null;
	const response = recordOf(error.response);
	return typeof response["status"] === "number" ? response : null;
}
/** The value as a record; an empty one when it is none. */
function recordOf(value) {
	return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
function textOf$1(value) {
	return typeof value === "string" ? value : null;
}

// src/github/graphql.ts
/**
* Sends one GraphQL request. The caller states the shape `T` of the data that its query selects.
* @throws GitHubError; an answer with any error in it is a failed one, whatever data came along.
*/
async function queryGraphql(octokit, url, query) {
	const response = await octokit.request(`POST ${url}`, {
		query: query.query,
		variables: query.variables,
		request: { retries: query.retries }
	});
	const { data, errors } = recordOf(response.data);
	if (Array.isArray(errors) && errors.length > 0) throw graphqlError(errors);
	if (typeof data !== "object" || data === null) throw new GitHubError("github-bad-answer", "GitHub answered a GraphQL request without data", {
		mend: "Run again; if it stays, check that the GraphQL address is right.",
		httpStatus: 200,
		effect: "unknown"
	});
	return data;
}
function graphqlError(errors) {
	const first = recordOf(errors[0]);
	const type = textOf$1(first["type"]) ?? "";
	const message = textOf$1(first["message"]) ?? "unknown error";
	if (type === "STALE_DATA") return new GitHubError("github-stale", "the branch has moved", {
		mend: "Read again and repeat.",
		evidence: message,
		httpStatus: 200,
		effect: "none"
	});
	return explainFailure({
		request: "POST /graphql",
		status: statuses[type] ?? (/something went wrong/i.test(message) ? 502 : 422),
		message,
		needed: null,
		requestId: null,
		limited: type === "RATE_LIMITED"
	});
}
/** The REST status that means the same as a GraphQL error type. */
const statuses = {
	NOT_FOUND: 404,
	FORBIDDEN: 403,
	INSUFFICIENT_SCOPES: 403,
	RATE_LIMITED: 429,
	INTERNAL: 502,
	SERVICE_UNAVAILABLE: 503
};

// src/github/pace.ts
const GITHUB_PACE = {
	write: 1e3,
	second: 1e3
};
/** Lets jobs start one after the other, `interval` milliseconds apart: the part of a Bottleneck group that the throttling plugin calls. */
var Pacer = class {
	#interval;
	#previous = Promise.resolve();
	constructor(interval) {
		this.#interval = interval;
	}
	key() {
		return this;
	}
	async schedule(_options, job) {
		const turn = this.#previous;
		this.#previous = turn.then(() => setTimeout$1(this.#interval));
		await turn;
		return job();
	}
};
/** The seconds that a client may still wait because GitHub limits its rate. */
var Patience = class {
	#seconds;
	#spent = 0;
	constructor(seconds) {
		this.#seconds = seconds;
	}
	/** Whether a wait of so many seconds is still within the budget; takes it from the budget when it is. */
	allows(seconds) {
		if (this.#spent + seconds > this.#seconds) return false;
		this.#spent += seconds;
		return true;
	}
};

// src/github/transport.ts
/**
* Fetches with a time limit and a size limit, and hands on only bodies that arrived whole: an answer that was cut
* rejects. Octokit would take a cut body for an empty one, and an empty one for an empty list.
*/
function wholeAnswers(fetch, limits) {
	return async (url, init) => {
		const response = await fetch(url, {
			...init,
			signal: AbortSignal.timeout(limits.timeout)
		});
		const body = await readWhole(response, limits.bytes);
		if (isJson(response) && body !== null) assertJson(body);
		const whole = new Response(body, {
			status: response.status,
			headers: response.headers
		});
		return Object.defineProperty(whole, "url", { value: response.url });
	};
}
async function readWhole(response, limit) {
	if (response.body === null || [
		101,
		204,
		205,
		304
	].includes(response.status)) return null;
	const parts = [];
	let size = 0;
	const reader = response.body.getReader();
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		size += part.value.byteLength;
		if (size > limit) {
			await reader.cancel();
			throw new Error(`the answer is larger than ${limit} bytes`);
		}
		parts.push(part.value);
	}
	return join$2(parts, size);
}
function join$2(parts, size) {
	const whole = new Uint8Array(size);
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.byteLength;
	}
	return whole;
}
function isJson(response) {
	return /^application\/([\w.+-]+\+)?json\b/.test(response.headers.get("content-type") ?? "");
}
function assertJson(body) {
	try {
		parseJson(new TextDecoder().decode(body));
	} catch (cause) {
		throw new Error("the answer says that it is JSON, and is not", { cause });
	}
}

// src/github/client.ts
/** Parameters of a request that must not be sent twice, because doing it twice is not the same as once. */
const ONCE = { request: { retries: 0 } };
/** The default until 2028 at least; what has been seen of GitHub (docs/github-facts.md) is this version's. */
const API_VERSION = "2022-11-28";
const RETRIES = 3;
const LIMIT_RETRIES = 5;
const TIMEOUT = 6e4;
const ANSWER_BYTES = 15e7;
const PATIENCE = 600;
const Kit = Octokit.plugin(throttling, retry);
/** @throws CountersignError `github-token-missing` when the token is empty. */
function createGitHub(options) {
	if (options.token === "") throw new CountersignError("github-token-missing", "the GitHub token is empty", { mend: "Hand the job token or an App token to the action." });
	const pace = options.pace ?? GITHUB_PACE;
	const octokit = new Kit({
		auth: options.token,
		baseUrl: options.baseUrl.replace(/\/+$/, ""),
		userAgent: options.userAgent,
		log: {
			...quiet(options.log),
			error: (message) => options.log.debug(message)
		},
		request: { fetch: wholeAnswers(options.fetch ?? fetch, {
			timeout: TIMEOUT,
			bytes: ANSWER_BYTES
		}) },
		retry: {
			retries: RETRIES,
			retryAfterBaseValue: pace.second,
			doNotRetry: [
				400,
				401,
				403,
				404,
				409,
				410,
				422,
				429,
				451
			]
		},
		throttle: limits(pace, new Patience(options.patience ?? PATIENCE), options.log)
	});
	octokit.hook.before("request", ({ headers }) => {
		headers["x-github-api-version"] = API_VERSION;
	});
	octokit.hook.error("request", (error, request) => {
		const { method, url } = octokit.request.endpoint(request);
		throw explainFailure(failureOf(error, `${method} ${new URL(url, options.baseUrl).pathname}`));
	});
	const graphqlUrl = options.graphqlUrl ?? derivedGraphqlUrl(options.baseUrl);
	return {
		rest: octokit.rest,
		paginate: octokit.paginate,
		graphql: (query, variables, repetition = "retry") => queryGraphql(octokit, graphqlUrl, {
			query,
			variables,
			retries: repetition === "once" ? 0 : RETRIES
		})
	};
}
/** Octokit announces each request at info; that is detail to people who read our log. */
function quiet(log) {
	return {
		debug: (message) => log.debug(message),
		info: (message) => log.debug(message),
		warn: (message) => log.warn(message)
	};
}
function limits(pace, patience, log) {
	const onLimit = (seconds, request, _octokit, retries) => {
		const waits = retries < LIMIT_RETRIES && patience.allows(seconds);
		log.warn(`GitHub limits the rate of ${request.method} requests for ${seconds} s: ${waits ? "waiting" : "giving up"}`);
		return waits;
	};
	const options = {
		onRateLimit: onLimit,
		onSecondaryRateLimit: onLimit,
		retryAfterBaseValue: pace.second
	};
	return Object.assign(options, {
		write: new Pacer(pace.write),
		notifications: new Pacer(0)
	});
}
function derivedGraphqlUrl(baseUrl) {
	const base = baseUrl.replace(/\/+$/, "");
	return base.endsWith("/api/v3") ? `${base.slice(0, -3)}/graphql` : `${base}/graphql`;
}

// src/github/persons.ts
/** The account that stands for deleted ones. */
const GHOST = {
	id: 10137,
	login: "ghost",
	type: "User"
};
/** The account as which GitHub itself commits what is done on its pages. */
const WEB_FLOW_ID = 19864447;
/** A type that is not known is nobody who could approve. */
function toPerson(account) {
	if (account?.id === void 0 || account.login === void 0) return null;
	return {
		id: account.id,
		login: account.login,
		type: toType(account.type)
	};
}
function toType(type) {
	return type === "User" || type === "Bot" || type === "Organization" ? type : "Mannequin";
}
/** The account with this id now, whatever it is called; null when it is gone. */
async function personById(github, id) {
	return await orNull(async () => {
		const { data } = await github.rest.users.getById({ account_id: id });
		return toPerson(data);
	});
}
async function personByLogin(github, login) {
	return await orNull(async () => {
		const { data } = await github.rest.users.getByUsername({ username: login });
		return toPerson(data);
	});
}
/** The account that this client's token acts as: a person, or an App's bot. */
async function ownAccount(github) {
	const { viewer } = await github.graphql("query { viewer { login databaseId } }", {});
	const { databaseId: id, login } = viewer;
	if (id === null) throw new GitHubError("github-bad-answer", `GitHub does not tell the id of ${login}`, {
		mend: "Use a token of a user or of an App.",
		httpStatus: 200,
		effect: "none"
	});
	return {
		id,
		login
	};
}
const BOT = /^(?<slug>.+)\[bot\]$/u;
/** Whom this client's token acts for. */
async function principalOf(github) {
	const { login } = await ownAccount(github);
	const slug = BOT.exec(login)?.groups?.["slug"];
	const app = slug === void 0 ? null : (await github.rest.apps.getBySlug({ app_slug: slug })).data;
	return app === null || slug === void 0 ? {
		kind: "person",
		login
	} : {
		kind: "app",
		id: app.id,
		slug
	};
}
/** Id of the App that posts check runs. @throws GitHubError `github-forbidden` where a person would. */
function postingApp(principal) {
	if (principal.kind === "app") return principal.id;
	throw new GitHubError("github-forbidden", `the token is that of ${principal.login}, and only an App may post check runs`, {
		mend: "Use the job's own token, or one of an App.",
		httpStatus: 200,
		effect: "none"
	});
}
/** Runs a read; null when GitHub says that it is not there. Only for reads where that is an answer. */
async function orNull(read) {
	try {
		return await read();
	} catch (error) {
		if (error instanceof GitHubError && error.httpStatus === 404) return null;
		throw error;
	}
}

// src/github/repository.ts
/** @throws CountersignError `repository-name` when `fullName` is not `owner/name`. */
function repositoryAt(github, fullName) {
	const [owner, repo, ...rest] = fullName.split("/");
	if (!owner || !repo || rest.length > 0) throw new CountersignError("repository-name", `not the name of a repository: ${fullName}`, { mend: "Write it as owner/name." });
	return {
		github,
		owner,
		repo
	};
}
/** The parameters by which REST requests name the repository. */
function at({ owner, repo }) {
	return {
		owner,
		repo
	};
}
async function repositoryFacts(repository) {
	const { data } = await repository.github.rest.repos.get(at(repository));
	return {
		id: data.id,
		fullName: data.full_name,
		defaultBranch: data.default_branch,
		visibility: data.visibility === "public" || data.visibility === "internal" ? data.visibility : "private"
	};
}
/**
* What is there, or null when it is gone. Absence is believed only in a repository that the token sees:
* GitHub answers "not found" to those who may not know, too.
*/
async function orAbsent(repository, read) {
	const found = await orNull(read);
	if (found === null) await repositoryFacts(repository);
	return found;
}
/** The commit at the tip of a branch; null when there is no such branch in a repository that can be read. */
async function branchTip(repository, branch) {
	const { data } = await repository.github.rest.git.listMatchingRefs({
		...at(repository),
		ref: `heads/${branch}`
	});
	return data.find(({ ref }) => ref === `refs/heads/${branch}`)?.object.sha ?? null;
}
/** The best common ancestor of two commits; null when there is none. */
async function mergeBase(repository, base, head) {
	const compared = await orNull(() => repository.github.rest.repos.compareCommitsWithBasehead({
		...at(repository),
		basehead: `${base}...${head}`,
		per_page: 1
	}));
	return compared === null ? null : compared.data.merge_base_commit.sha;
}
/** @throws GitHubError `github-not-found` when there is no such commit. */
async function commitAt$1(repository, sha) {
	const { data } = await repository.github.rest.repos.getCommit({
		...at(repository),
		ref: sha,
		per_page: 1
	});
	return toCommit(data);
}
function toCommit(answer) {
	return {
		sha: answer.sha,
		tree: answer.commit.tree.sha,
		parents: answer.parents.map(({ sha }) => sha),
		author: toSignature(answer.author, answer.commit.author),
		committer: toSignature(answer.committer, answer.commit.committer),
		message: answer.commit.message
	};
}
function toSignature(account, written) {
	return {
		account: toPerson(account),
		name: written?.name ?? "",
		email: written?.email ?? ""
	};
}
/** What each of these people may do now. Accounts are told apart by id: a login that was renamed, or taken over, is looked up again. */
async function permissionsOf(repository, people) {
	const byId = new Map(people.map((person) => [person.id, person]));
	return await Promise.all([...byId.values()].map((person) => permissionOf(repository, person)));
}
async function permissionOf(repository, person) {
	const known = await permissionByLogin(repository, person.login);
	if (known?.id === person.id) return known;
	const current = await personById(repository.github, person.id);
	const again = current === null ? null : await permissionByLogin(repository, current.login);
	return again?.id === person.id ? again : {
		id: person.id,
		permission: "none"
	};
}
async function permissionByLogin(repository, username) {
	const answer = await orNull(() => repository.github.rest.repos.getCollaboratorPermissionLevel({
		...at(repository),
		username
	}));
	if (answer === null || answer.data.user === null) return null;
	const { role_name: role, permission, user } = answer.data;
	return {
		id: user.id,
		permission: toPermission(role) ?? toPermission(permission) ?? "none"
	};
}
/** Null for a custom role; the answer's other field then names the role that it is built on. */
function toPermission(role) {
	switch (role) {
		case "admin":
		case "maintain":
		case "write":
		case "triage":
		case "read":
		case "none": return role;
		default: return null;
	}
}
/**
* The time by GitHub's clock, whole seconds. Asking does not count against the rate limit.
* @throws CountersignError `github-no-clock` when the answer bears no date.
*/
async function serverTime(github) {
	const { headers } = await github.rest.rateLimit.get();
	const time = new Date(headers.date ?? "");
	if (Number.isNaN(time.getTime())) throw new CountersignError("github-no-clock", "the answer of GitHub bears no date", { mend: "Check for a proxy that removes the Date header." });
	return time;
}
/** That time as RFC 3339 has it. @throws CountersignError `github-no-clock`. */
async function secondOf({ github }) {
	return (await serverTime(github)).toISOString().replace(".000Z", "Z");
}

// src/core/apply/history.ts
function recordedApply(entries, applyId) {
	const intents = /* @__PURE__ */ new Map();
	const receipts = /* @__PURE__ */ new Map();
	let approved = null;
	let finished = false;
	for (const { predicate, digest } of entries) {
		const { body } = predicate;
		if (!("applyId" in body) || body.applyId !== applyId) continue;
		if (body.type === "approved") approved = digest;
		else if (body.type === "intent") intents.set(body.stepId, (intents.get(body.stepId) ?? /* @__PURE__ */ new Set()).add(body.commitment));
		else if (body.type === "receipt") receipts.set(body.stepId, readReceipt(body));
		else if (body.type === "apply-finished") finished = true;
	}
	return {
		intents,
		receipts,
		approved,
		finished
	};
}
/** The commit as which the trusted entries of a pull request say that it landed; null: they say nothing of that. */
function landedAs(entries) {
	for (const { predicate: { body } } of entries) if (body.type === "approved" || body.type === "apply-started" || body.type === "apply-finished") return body.landing;
	return null;
}
/**
* The identities of which something was written, or may have been: what is half done is finished, whatever has changed since.
* A step that failed before it wrote anything has begun nothing.
*/
function begunChanges(plan, { intents, receipts }) {
	const begun = plan.changes.filter(({ steps }) => steps.some(({ id }) => intents.has(id) || mayHaveWritten(receipts.get(id))));
	return new Set(begun.map(({ address }) => address));
}
function mayHaveWritten(receipt) {
	return isDone(receipt) || receipt?.kind === "ambiguous" || receipt?.kind === "waiting";
}
/** A receipt as the ledger keeps it. */
function receiptBody(applyId, receipt) {
	const { kind, stepId, incarnation, found, conflict, issued, remains } = receipt;
	return {
		type: "receipt",
		applyId,
		stepId,
		kind,
		found: conflict === null ? {
			incarnation,
			attributes: found,
			issued
		} : {
			incarnation,
			...conflict
		},
		reasons: reasonsOf(receipt),
		remains
	};
}
function reasonsOf({ conflict, failure, note, kind }) {
	if (conflict !== null) return [{
		code: "conflict",
		message: `planned ${JSON.stringify(conflict.planned)}, found ${JSON.stringify(conflict.found)}`,
		pointer: conflict.pointer
	}];
	if (failure !== null) return [{
		code: failure.code,
		message: `${failure.cause} ${failure.mend}`
	}];
	return note === null ? [] : [{
		code: kind,
		message: note
	}];
}
/** Only what a resumed apply needs: whether the step is done, on which incarnation. */
function readReceipt(body) {
	const { incarnation, attributes } = isJsonObject(body.found) ? body.found : {};
	return receiptOf(body.stepId, body.kind, {
		incarnation: typeof incarnation === "string" ? incarnation : null,
		found: isJsonObject(attributes) ? attributes : null,
		remains: body.remains,
		note: body.reasons[0]?.message ?? null
	});
}

// src/core/apply/unapplied.ts
/** People named for all changes together, so that one entry of the ledger holds them. */
const MOST_NAMED = 2e4;
/**
* Who may not approve what follows up on each change that did not happen. What an earlier landing left unapplied may still stand in
* the document, whatever this one made of it: until the address is applied, those who contributed to it stay excluded.
* @param people those who pushed stand last, and are named first of all: no commit can name others in their place
* @param earlier what is left of earlier landings, by address
*/
function unappliedChanges(addresses, people, earlier) {
	const most = Math.max(1, Math.floor(MOST_NAMED / addresses.length));
	const inherited = Map.groupBy(earlier, ({ address }) => address);
	return addresses.map((address) => {
		const before = inherited.get(address) ?? [];
		const named = [...before.flatMap(({ contributors }) => contributors), ...people.contributors];
		const all = new Map(named.toReversed().map((actor) => [actor.id, actor]));
		const unknown = people.incomplete ?? before.find(({ incomplete }) => incomplete !== null)?.incomplete ?? null;
		return {
			address,
			contributors: [...all.values()].slice(0, most).toReversed(),
			incomplete: unknown ?? (all.size > most ? "contributors-incomplete" : null)
		};
	});
}

// src/core/rules-hash.ts
/** Names what a configuration says by itself, whatever stands in the files that it names. */
function configurationHash(configuration) {
	const { policySet: _policySet, codeOwners: _codeOwners, ...written } = configuration;
	return hashJson(written);
}
/** Names all of one commit's rules: the configuration, and the policies and owners if there are any. */
function rulesHash(configuration) {
	const written = configurationHash(configuration);
	const { policySet, codeOwners } = configuration;
	const policies = policySet.hash === null ? {} : { policies: policySet.hash };
	const owners = codeOwners === null ? {} : { owners: codeOwners };
	const beside = {
		...policies,
		...owners
	};
	return Object.keys(beside).length === 0 ? written : hashJson({
		configuration: written,
		...beside
	});
}

// src/github/pages.ts
/**
* What a list holds, one after another, for a reader who may stop before its end.
* @throws CountersignError `github-list-too-long`: part of a list never stands for the whole.
*/
async function* each(pages, { what, atMost }) {
	let count = 0;
	for await (const { data } of pages) {
		count += data.length;
		if (count > atMost) throw new CountersignError("github-list-too-long", `there are more than ${atMost} ${what}`, { mend: "Reduce their number; a list that is too long to be read whole is not read in part." });
		yield* data;
	}
}
/** Every page of a list. @throws CountersignError `github-list-too-long`. */
async function gather(pages, bound) {
	return await Array.fromAsync(each(pages, bound));
}

// src/github/comment.ts
const COMMENT_CHARACTERS = 65536;
const ATTEMPTS$4 = 3;
/**
* Posts a comment once. When an answer is lost, looks for the comment before sending it again.
* @throws CountersignError `comment-too-long`; `comment-altered` when GitHub keeps other bytes than it was sent; GitHubError.
*/
async function postComment(repository, draft) {
	if (draft.body.length > 65536) throw new CountersignError("comment-too-long", `the comment has ${draft.body.length} characters`, { mend: `GitHub takes ${COMMENT_CHARACTERS}; render less.` });
	for (let attempt = 1;; attempt += 1) try {
		return await create(repository, draft);
	} catch (error) {
		if (!(error instanceof GitHubError) || error.effect === "none") throw error;
		const found = await findOwnComment(repository, {
			...draft,
			hash: sha256(draft.body)
		});
		if (found !== null) return found;
		if (attempt >= ATTEMPTS$4) throw error;
	}
}
async function create(repository, { pullRequest, body }) {
	const query = {
		...at(repository),
		issue_number: pullRequest,
		body,
		...ONCE
	};
	const { data } = await repository.github.rest.issues.createComment(query);
	if (data.body !== body) throw new CountersignError("comment-altered", `GitHub keeps other bytes in comment ${data.id} than it was sent`, { mend: "Report it as a defect of Countersign, with the comment." });
	return {
		id: data.id,
		url: data.html_url,
		createdAt: data.created_at
	};
}
/** A comment by its id; null when it is gone. */
async function readComment(repository, id) {
	const answer = await orAbsent(repository, () => repository.github.rest.issues.getComment({
		...at(repository),
		comment_id: id
	}));
	if (answer === null) return null;
	const { data } = answer;
	const { node } = await repository.github.graphql("query ($id: ID!) { node(id: $id) { ... on IssueComment { lastEditedAt } } }", { id: data.node_id });
	return {
		id: data.id,
		url: data.html_url,
		createdAt: data.created_at,
		hash: sha256(data.body ?? ""),
		edited: node?.lastEditedAt !== null,
		authorId: data.user?.id ?? null
	};
}
/**
* The oldest comment on a pull request by one author with exactly this body: one that was posted by a run that ended
* before it could enter it. `since`, RFC 3339, leaves earlier ones out.
*/
async function findOwnComment(repository, query) {
	const { github } = repository;
	const parameters = {
		...at(repository),
		issue_number: query.pullRequest,
		per_page: 100,
		...query.since === void 0 ? {} : { since: query.since }
	};
	const own = (await gather(github.paginate.iterator(github.rest.issues.listComments, parameters), {
		what: "comments of a pull request",
		atMost: 2e4
	})).find((comment) => comment.user?.id === query.authorId && sha256(comment.body ?? "") === query.hash && (query.since === void 0 || Date.parse(comment.created_at) >= Date.parse(query.since)));
	return own === void 0 ? null : {
		id: own.id,
		url: own.html_url,
		createdAt: own.created_at
	};
}
/** A pull request's newest comments: among these the ones to fold are looked for. */
const NEWEST = 100;
/** Folds away as outdated those comments with these ids that are not folded yet; their bodies stay as they are. */
async function foldComments(repository, pullRequest, ids) {
	if (ids.size === 0) return;
	const { github, owner, repo } = repository;
	const newest = await github.graphql(`query ($owner: String!, $repo: String!, $number: Int!, $newest: Int!) {
      repository(owner: $owner, name: $repo) {
        pullRequest(number: $number) { comments(last: $newest) { nodes { id fullDatabaseId isMinimized } } }
      }
    }`, {
		owner,
		repo,
		number: pullRequest,
		newest: NEWEST
	});
	for (const node of newest.repository?.pullRequest?.comments.nodes ?? []) {
		if (node === null || node.isMinimized || !ids.has(Number(node.fullDatabaseId))) continue;
		await github.graphql(`mutation ($id: ID!) {
        minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } }
      }`, { id: node.id });
	}
}

// src/github/base-merges.ts
/** With more starts than this a merge is left out, unasked: whoever pushes decides how many there are. */
const MOST_STARTS = 4;
/** Merges that are looked at, oldest first: each costs requests of its own, and whoever pushes decides how many there are. */
const MOST_MERGES = 50;
/**
* The merges of the base among all commits of a pull request: a second parent that is none of them is on the base branch.
* GitHub names one best common ancestor even where there are several, and an author can arrange which. So they are told
* from the commits themselves: what one of them has of the base branch is what the commits of the base branch on which it
* rests have. A merge that brings no more than `mine` has, or that lacks some of it, is left out, and so is one of too many.
* @param commits every commit of the pull request; from part of a list nothing can be told
*/
async function baseMerges(repository, commits) {
	const own = new Map(commits.map((commit) => [commit.sha, commit]));
	const rests = /* @__PURE__ */ new Map();
	const merges = [];
	let looked = 0;
	for (const commit of parentsFirst(commits)) {
		const under = commit.parents.map((parent) => own.has(parent) ? rests.get(parent) ?? [] : [parent]);
		const [mine, base, ...more] = commit.parents;
		const starts = under[0] ?? [];
		const all = [...new Set(under.flat())];
		rests.set(commit.sha, all);
		if (mine === void 0 || base === void 0 || more.length > 0 || own.has(base) || looked >= MOST_MERGES) continue;
		looked += 1;
		if (!await holdsAll(repository, base, starts)) continue;
		rests.set(commit.sha, [base]);
		merges.push({
			mine,
			base,
			merge: commit.sha,
			starts
		});
	}
	return merges;
}
async function holdsAll(repository, base, starts) {
	if (starts.length === 0 || starts.length > MOST_STARTS) return false;
	for (const start of starts) if (await mergeBase(repository, base, start) !== start) return false;
	return true;
}
/** GitHub promises no order that would do. */
function parentsFirst(commits) {
	const waiting = new Map(commits.map((commit) => [commit.sha, commit]));
	const ordered = [];
	const visit = (commit) => {
		if (!waiting.delete(commit.sha)) return;
		for (const parent of commit.parents) {
			const first = waiting.get(parent);
			if (first !== void 0) visit(first);
		}
		ordered.push(commit);
	};
	for (const commit of commits) visit(commit);
	return ordered;
}

// src/github/co-authors.ts
const TRAILER = /^co-authored-by:([^<\r\n]*)<([^>\r\n]*)>/gim;
/** The people named by `Co-authored-by` lines of a commit message, whatever paragraph they stand in. */
function coAuthorLines(message) {
	return [...message.matchAll(TRAILER)].map(([, name = "", email = ""]) => ({
		name: name.trim(),
		email: email.trim()
	}));
}
/** The account id in GitHub's own addresses, `12345+login@users.noreply.github.com`; null in others. */
function noreplyId(email) {
	const id = Number(/^(\d{1,15})\+[^@]+@users\.noreply\.github\.com$/i.exec(email)?.[1] ?? NaN);
	return Number.isSafeInteger(id) ? id : null;
}
/** Addresses that are looked up at most, for all commits: whoever writes a message decides how many it names. */
const MOST = 100;
/** Stands for all whose addresses are not looked up, and so for somebody unknown. */
const FURTHER = {
	name: "one of more co-authors than are looked up",
	email: "",
	person: null
};
/** Resolves the co-authors of commits: by the account id in the address, or else as GitHub links the address. */
async function coAuthors(repository, commits) {
	const people = /* @__PURE__ */ new Map();
	const found = /* @__PURE__ */ new Map();
	const addresses = /* @__PURE__ */ new Set();
	for (const commit of commits) {
		const all = coAuthorLines(commit.message);
		if (all.length === 0) continue;
		const lines = all.filter(({ email }) => {
			if (addresses.size < MOST) addresses.add(email.toLowerCase());
			return addresses.has(email.toLowerCase());
		});
		const linked = lines.every(({ email }) => noreplyId(email) !== null) ? /* @__PURE__ */ new Map() : await linkedAuthors(repository, commit.sha);
		const resolve = async (email) => {
			const id = noreplyId(email);
			return id === null ? linked.get(email.toLowerCase()) ?? null : await byId(repository.github, id, people);
		};
		const known = await Promise.all(lines.map(async (line) => ({
			...line,
			person: await resolve(line.email)
		})));
		found.set(commit.sha, lines.length === all.length ? known : [...known, FURTHER]);
	}
	return found;
}
function byId(github, id, known) {
	const person = known.get(String(id)) ?? personById(github, id);
	known.set(String(id), person);
	return person;
}
const AUTHORS = `query ($owner: String!, $repo: String!, $oid: GitObjectID!) {
  repository(owner: $owner, name: $repo) {
    object(oid: $oid) { ... on Commit { authors(first: 100) { nodes { email user { databaseId login } } } } }
  }
}`;
/** Accounts that GitHub links to a commit's author and co-authors, by lower-cased address. */
async function linkedAuthors(repository, sha) {
	const answer = await repository.github.graphql(AUTHORS, {
		...at(repository),
		oid: sha
	});
	const people = /* @__PURE__ */ new Map();
	for (const { email, user } of answer.repository?.object?.authors?.nodes ?? []) {
		if (email === null || user === null || user.databaseId === null) continue;
		const person = toPerson({
			id: user.databaseId,
			login: user.login,
			type: "User"
		});
		if (person !== null) people.set(email.toLowerCase(), person);
	}
	return people;
}

// src/github/history.ts
const PAGE$1 = 100;
/**
* The first-parent history from `tip` back to `after`, which is left out; newest first.
* `after` null asks for everything. At most `bound` commits.
*/
async function firstParents(repository, tip, after, bound) {
	const known = /* @__PURE__ */ new Map();
	const commits = [];
	for (let next = tip; next !== void 0;) {
		if (next === after) return {
			commits,
			end: "reached"
		};
		if (commits.length >= bound) return {
			commits,
			end: "bounded"
		};
		const commit = await commitAt(repository, next, known);
		commits.push(commit);
		next = commit.parents[0];
	}
	return {
		commits,
		end: after === null ? "reached" : "unrelated"
	};
}
/**
* Visits the history of `tip` by any parent: its own line of first parents, then those of the other parents of what was
* visited, nearest first. What `isEnd` says true of is visited, and nothing that it descends from.
*/
async function visitHistory(repository, tip, bounds, isEnd) {
	const known = /* @__PURE__ */ new Map();
	const [heads, past] = [/* @__PURE__ */ new Set([tip]), /* @__PURE__ */ new Set()];
	let left = bounds.all;
	for (const head of heads) {
		let next = head;
		for (let line = bounds.line; next !== void 0 && !past.has(next) && line > 0; line -= 1, left -= 1) {
			if (left === 0) return;
			past.add(next);
			if (await isEnd(next)) {
				pass(next, known, past);
				break;
			}
			const [first, ...others] = (await commitAt(repository, next, known)).parents;
			for (const other of others) heads.add(other);
			next = first;
		}
	}
}
/** What is known of the commits that one descends from is past, too. */
function pass(commit, known, past) {
	const descended = /* @__PURE__ */ new Set([commit]);
	for (const one of descended) {
		past.add(one);
		for (const parent of known.get(one)?.parents ?? []) descended.add(parent);
	}
}
async function commitAt(repository, sha, known) {
	if (!known.has(sha)) await learn(repository, sha, known);
	const commit = known.get(sha);
	if (commit === void 0) throw missing(sha);
	return commit;
}
async function learn(repository, from, known) {
	const { data } = await repository.github.rest.repos.listCommits({
		...at(repository),
		sha: from,
		per_page: PAGE$1
	});
	for (const answer of data) known.set(answer.sha, toCommit(answer));
}
function missing(sha) {
	return new CountersignError("history-unreadable", `GitHub lists no commit ${sha}`, { mend: "Run again; if it stays, the history was rewritten." });
}

// src/github/overwritten-merges.ts
/** Overwritten pushes that are looked at, newest first: each costs requests of its own, and whoever pushes decides how many there are. */
const MOST_PUSHES = 20;
/**
* Merges of the base that were pushed by themselves, brought nothing of their own, and were overwritten since, as by a rebase:
* by commit, with the head that they were made on. One that GitHub does not have any more is not among them.
*/
async function overwrittenMerges(repository, { pull, pushes, commits, isClean }) {
	const held = new Set(commits.map(({ sha }) => sha));
	const overwritten = pushes.filter(({ creates, after }) => !creates && !held.has(after)).slice(0, MOST_PUSHES);
	const candidates = /* @__PURE__ */ new Map();
	const own = new Map(commits.map((commit) => [commit.sha, commit]));
	for (const { before, after } of overwritten) {
		const commit = await orNull(() => commitAt$1(repository, after));
		if (commit?.parents.length !== 2 || commit.parents[0] !== before) continue;
		const brought = await broughtBy(repository, pull, after);
		if (brought === null) continue;
		candidates.set(after, before);
		for (const each of brought) own.set(each.sha, each);
	}
	const merges = /* @__PURE__ */ new Map();
	if (candidates.size === 0) return merges;
	for (const found of await baseMerges(repository, [...own.values()])) if (candidates.get(found.merge) === found.mine && await isClean(found)) merges.set(found.merge, found.mine);
	return merges;
}
/** Commits that a head has and the base has not; null when GitHub does not list all of them at once. */
async function broughtBy(repository, { base }, head) {
	const query = {
		...at(repository),
		basehead: `${base.ref}...${head}`,
		per_page: 100
	};
	const compared = await orNull(() => repository.github.rest.repos.compareCommitsWithBasehead(query));
	if (compared === null || compared.data.total_commits > compared.data.commits.length) return null;
	return compared.data.commits.map(toCommit);
}

// src/github/pushes.ts
const BOUND = {
	what: "movements of a branch",
	atMost: 5e3
};
/**
* Who moved the head branch of a pull request, from the branch's beginning to the head, newest first.
* A branch that was made anew while the pull request existed counts from its earlier beginning.
*/
async function pushesOf(repository, pull) {
	if (pull.head.repository === null) return incomplete("head-repository-gone", "the fork was deleted, and with it the record of who pushed");
	return await ifReadable$1({
		branch: pull.head.ref,
		isFork: pull.head.repository.fork
	}, async () => {
		const pushes = sinceBeginning(untilMerge(await movements(repository, pull), pull), pull.createdAt);
		return {
			pushes: pushes.entries,
			incomplete: unbroken(pushes, pull.head.sha)
		};
	});
}
/** Who moved a branch of this repository across a stretch of it, newest first. One push may bring more than the stretch. */
async function pushesAcross(repository, stretch) {
	const { branch, before, commit, line } = stretch;
	return await ifReadable$1({
		branch,
		isFork: false
	}, async () => {
		const since = new Set(line.slice(0, line.indexOf(commit) + 1));
		const query = {
			...at(repository),
			ref: `refs/heads/${branch}`,
			per_page: 100
		};
		const pushes = [];
		let expected = line[0];
		const { github } = repository;
		for await (const activity of each(github.paginate.iterator(github.rest.repos.listActivities, query), BOUND)) {
			const push = toPush(activity);
			if (push.after !== expected) return {
				pushes,
				incomplete: unknownPusher(expected ?? commit)
			};
			expected = push.before;
			if (since.has(expected)) continue;
			pushes.push(push);
			if (line.includes(expected)) continue;
			return {
				pushes,
				incomplete: expected === before || await mergeBase(repository, expected, before) === expected ? null : unknownPusher(expected)
			};
		}
		return {
			pushes,
			incomplete: missingBeginning()
		};
	});
}
/**
* When a commit came, for the last time, upon a branch of this repository. GitHub's time, RFC 3339 in whole seconds.
* @param line the branch's first-parent line up to its tip, oldest first; `place` is the commit's in it
*/
async function arrivalOf(repository, branch, { line, place }) {
	const query = {
		...at(repository),
		ref: `refs/heads/${branch}`,
		per_page: 100
	};
	const { github } = repository;
	try {
		for await (const activity of each(github.paginate.iterator(github.rest.repos.listActivities, query), BOUND)) {
			const { before, after, at: time } = toPush(activity);
			const reached = line.indexOf(after);
			if (reached >= place && line.indexOf(before) < place) return {
				kind: "known",
				at: time
			};
			if (reached !== -1 && reached < place) return { kind: "unlisted" };
		}
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		if (error.code !== "github-list-too-long" && !isRefusal(error)) throw error;
	}
	return { kind: "unknown" };
}
/** @param place where the branch is; a refusal of a fork does not pass by itself. */
async function ifReadable$1({ branch, isFork }, read) {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		if (error.code === "github-list-too-long") return incomplete("pushers-too-many", `${branch} moved more often than the ${BOUND.atMost} times that are read`);
		if (!isRefusal(error)) throw error;
		const message = `the record of who pushed to ${branch} cannot be read (${error.code})`;
		return incomplete(isFork ? "fork-pushers-unreadable" : "pushers-unreadable", message);
	}
}
async function movements(repository, pull) {
	const { github } = repository;
	const { owner, repo } = pull.head.repository ?? repository;
	const query = {
		owner,
		repo,
		ref: `refs/heads/${pull.head.ref}`,
		per_page: 100
	};
	return (await gather(github.paginate.iterator(github.rest.repos.listActivities, query), BOUND)).filter(({ activity_type: type }) => type !== "branch_deletion").map(toPush);
}
function toPush({ actor, before, after, timestamp, activity_type: type }) {
	return {
		person: toPerson(actor),
		before,
		after,
		at: timestamp,
		creates: type === "branch_creation"
	};
}
/** A branch lives on after its pull request was merged, or is made anew; that is nothing that was merged. */
function untilMerge(newestFirst, { merged, head }) {
	if (merged === null) return newestFirst;
	const landed = Date.parse(merged.at);
	const before = newestFirst.filter(({ at }) => Date.parse(at) <= landed);
	const newest = before.findIndex(({ after }) => after === head.sha);
	return newest > 0 && before.slice(0, newest).every(({ at }) => Date.parse(at) === landed) ? before.slice(newest) : before;
}
function sinceBeginning(newestFirst, pullCreatedAt) {
	const opened = Date.parse(pullCreatedAt);
	const beginning = newestFirst.findIndex((push) => push.creates && Date.parse(push.at) <= opened);
	return beginning === -1 ? {
		entries: newestFirst,
		begins: false
	} : {
		entries: newestFirst.slice(0, beginning + 1),
		begins: true
	};
}
/** Null when the movements lead from the branch's beginning to the head without a gap. */
function unbroken({ entries, begins }, head) {
	let expected = head;
	for (const push of entries) {
		if (push.after !== expected) return unknownPusher(expected);
		if (push.creates) return begins ? null : missingBeginning();
		expected = push.before;
	}
	return missingBeginning();
}
function unknownPusher(commit) {
	return reason("pushers-incomplete", `GitHub does not tell who pushed ${commit.slice(0, 7)}`);
}
function missingBeginning() {
	return reason("pushers-incomplete", "GitHub's record of pushes does not reach back to the beginning of the branch");
}
function incomplete(code, message) {
	return {
		pushes: [],
		incomplete: reason(code, message)
	};
}
function reason(code, message) {
	return {
		code,
		message
	};
}

// src/github/contributors.ts
/** GitHub lists no more commits of a pull request than this. */
const LISTED_COMMITS = 250;
/** Everyone who put content into a pull request, each once, with the first way in which they did. */
async function contributorsOf(repository, query) {
	const { pull, own } = query;
	const commits = await commitsOf(repository, pull);
	const merges = await cleanMerges(repository, commits, query);
	const counted = commits.filter(({ sha }) => !merges.has(sha) && !own.commits.has(sha));
	const isOurs = commits.some(({ sha }) => own.commits.has(sha)) && pull.author?.id === own.account;
	const helpers = await coAuthors(repository, counted);
	const written = [...isOurs ? [] : [contributor(pull.author, "a deleted account", "opened the pull request")], ...counted.flatMap((commit) => ofCommit(commit, helpers.get(commit.sha) ?? []))];
	const pushed = await contentPushes(repository, {
		...query,
		commits,
		merges,
		known: written
	});
	return {
		contributors: distinct$1([
			...written,
			...pushed.pushes.map(ofPush),
			...query.senders.map((person) => contributor(person, person.login, "pushed, as a publication records"))
		]),
		incomplete: incompleteness(commits, pull) ?? pushed.incomplete
	};
}
/** Everyone who put content on a branch between two commits of its history, without a pull request. */
async function contributorsAcross(repository, { branch, before, commit }) {
	const { data } = await repository.github.rest.repos.compareCommitsWithBasehead({
		...at(repository),
		basehead: `${before}...${commit}`,
		per_page: 100
	});
	const commits = data.commits.map(toCommit);
	const tip = await branchTip(repository, branch) ?? commit;
	const line = (await firstParents(repository, tip, before, LINE)).commits.map(({ sha }) => sha);
	const pushed = await pushesAcross(repository, {
		branch,
		before,
		commit,
		line
	});
	const helpers = await coAuthors(repository, commits);
	return {
		contributors: distinct$1([...commits.flatMap((each) => ofCommit(each, helpers.get(each.sha) ?? [])), ...pushed.pushes.map(ofPush)]),
		incomplete: data.total_commits > commits.length ? TRUNCATED : pushed.incomplete
	};
}
/** Commits of a branch that are looked back at most. */
const LINE = 2e3;
const TRUNCATED = {
	code: "commits-truncated",
	message: "more commits were pushed than GitHub lists at once"
};
/** Those who pushed content, for publications to record: the list of pushes is short-lived. */
async function pushersOf(repository, query) {
	const commits = await commitsOf(repository, query.pull);
	const merges = await cleanMerges(repository, commits, query);
	const { pushes } = await contentPushes(repository, {
		...query,
		commits,
		merges,
		known: []
	});
	const people = pushes.flatMap(({ person }) => person === null ? [] : [person]);
	return [...new Map(people.map((person) => [person.id, person])).values()];
}
/** Commits of a pull request, oldest first; at most as many as GitHub lists. */
async function commitsOf(repository, pull) {
	const { github } = repository;
	const pages = github.paginate.iterator(github.rest.pulls.listCommits, {
		...at(repository),
		pull_number: pull.number,
		per_page: 100
	});
	return (await gather(pages, {
		what: "commits of a pull request",
		atMost: 250
	})).map(toCommit);
}
function incompleteness(commits, pull) {
	if (commits.length >= 250) return {
		code: "commits-truncated",
		message: `GitHub lists only ${250} commits of a pull request`
	};
	if (!commits.some(({ sha }) => sha === pull.head.sha)) return {
		code: "commits-moved",
		message: `the commits that GitHub lists do not contain the head ${pull.head.sha.slice(0, 7)}`
	};
	return null;
}
/** Merges of the base into the head that bring nothing of their own, by commit, with the head that they were made on. */
async function cleanMerges(repository, commits, query) {
	const merges = /* @__PURE__ */ new Map();
	if (commits.length >= 250) return merges;
	for (const merged of await baseMerges(repository, commits)) if (await query.isClean(merged)) merges.set(merged.merge, merged.mine);
	return merges;
}
/** The pushes but those that only brought the branch up to date with its base, and our own. */
async function contentPushes(repository, { pull, own, isClean, commits, merges, known }) {
	const { pushes, incomplete } = await pushesOf(repository, pull);
	const content = pushes.filter((push) => !isCleanMerge$1(push, merges) && !isOwn(push, own));
	if (commits.length >= 250) return {
		pushes: content,
		incomplete
	};
	const ids = new Set(known.map(({ person }) => person?.id));
	const asked = content.filter(({ person }) => !ids.has(person?.id));
	const overwritten = await overwrittenMerges(repository, {
		pull,
		pushes: asked,
		commits,
		isClean
	});
	return {
		pushes: content.filter((push) => !isCleanMerge$1(push, overwritten)),
		incomplete
	};
}
function isCleanMerge$1(push, merges) {
	return !push.creates && merges.get(push.after) === push.before;
}
/** Only the branch's beginning: whatever comes later was put there by somebody. */
function isOwn({ creates, after, person }, { account, commits }) {
	return creates && commits.has(after) && person?.id === account;
}
function ofCommit(commit, helpers) {
	const short = commit.sha.slice(0, 7);
	return [
		signed(commit.author, `author of ${short}`),
		...commit.committer.account?.id === 19864447 ? [] : [signed(commit.committer, `committer of ${short}`)],
		...helpers.map(({ person, name, email }) => contributor(person, nameOf$2(name, email), `co-author of ${short}`))
	];
}
function ofPush(push) {
	return contributor(push.person, "an unknown account", `pushed ${push.after.slice(0, 7)}`);
}
function signed({ account, name, email }, through) {
	return contributor(account, nameOf$2(name, email), through);
}
/** Git takes names of any length. */
const NAME_CHARACTERS = 200;
function nameOf$2(name, email) {
	return `${name.slice(0, NAME_CHARACTERS)}${email === "" ? "" : ` <${email.slice(0, NAME_CHARACTERS)}>`}`;
}
function contributor(person, unknown, through) {
	return {
		person,
		name: person?.login ?? unknown,
		through
	};
}
function distinct$1(contributors) {
	const seen = /* @__PURE__ */ new Map();
	for (const each of contributors) {
		const key = each.person === null ? `name ${each.name}` : `id ${each.person.id}`;
		if (!seen.has(key)) seen.set(key, each);
	}
	return [...seen.values()];
}

// src/render/follow-up.ts
function followUpTitle({ pullRequest }) {
	return `Ask again for what #${pullRequest} did not apply`;
}
function followUpBody({ pullRequest, landing, result }) {
	return `Pull request #${pullRequest} landed as ${markdown([data(landing.slice(0, 12))])} and ended in \`${result}\`. This asks again for the identities that it left open, against what is live now.

It adds a Reconciliation and nothing else, and is planned and reviewed like any other pull request. Whoever contributed to #${pullRequest} may not approve it. If the change is no longer wanted, close this and revert #${pullRequest}.
`;
}
/** What is to be done about what did not happen: the end of the comment after the landing. */
function followUpSentence(followUp) {
	switch (followUp.kind) {
		case "none": return "";
		case "opened": return `Pull request #${followUp.pullRequest} asks for it again, by a Reconciliation, and is planned and reviewed like any other. If the change is no longer wanted, close that one and revert this.`;
		case "prepared": return `The branch ${markdown([data(followUp.branch)])} holds a Reconciliation that asks for it again: [open a pull request from it](${followUp.url}), which is planned and reviewed like any other (it was not opened by itself: ${markdown([data(followUp.reason.code)])}). If the change is no longer wanted, delete the branch and revert this.`;
		case "impossible": return `A new pull request, with a Reconciliation, asks for it again; none could be prepared: ${markdown([
			said(followUp.reason.message),
			" (",
			data(followUp.reason.code),
			")"
		])}. If the change is no longer wanted, revert this.`;
	}
}
/** One line for the job's log; inert text. */
function followUpLine(followUp) {
	switch (followUp.kind) {
		case "none": return "nothing to ask for again";
		case "opened": return `asked again by pull request ${followUp.pullRequest}`;
		case "prepared": return `asked again on the branch ${followUp.branch}, without a pull request: ${followUp.reason.code}: ${followUp.reason.message}`;
		case "impossible": return `could not be asked for again: ${followUp.reason.code}: ${followUp.reason.message}`;
	}
}

// src/render/outcome.ts
const BUDGET$2 = {
	identities: 3e4,
	reasons: 1e4,
	remains: 8e3
};
const VALUE_LIMIT = 300;
const CODES_SHOWN = 3;
/** The comment after the landing, from the receipts: what happened, what did not and why, what remains open, what to do. */
function renderOutcome(input) {
	const { outcome } = input;
	const report = outcome.kind === "refused" ? null : outcome.report;
	return `${[
		`### Countersign: ${verdict(input)}\n\n${subject(input)}`,
		...input.level === "trial" ? [TRIAL_SENTENCE] : [],
		...outcome.kind === "refused" ? [lines$1(outcome.reasons, BUDGET$2.reasons, reasonPhrase$1)] : [],
		...report === null ? [] : reportSections(input, report),
		...nextStep$1(input),
		`Receipts are in the ledger under the apply ${markdown([data(input.applyId)])}; ${markdown(["check them with ", data(input.verifyHint, 500)])}.`
	].join("\n\n")}\n`;
}
function subject({ digest, landing }) {
	const where = `landing ${markdown([data(landing.slice(0, 12))])}`;
	return digest === null ? where : `plan \`${shortDigest(digest)}\` · ${where}`;
}
function verdict({ outcome, plan }) {
	if (outcome.kind === "refused") return `refused, nothing was applied (${codesOf$2(outcome.reasons)})`;
	if (outcome.kind === "superseded") return "superseded by a later change; what is open belongs to the next plan";
	const { result, receipts } = outcome.report;
	const done = `${receipts.filter(isDone).length} of ${count(receipts.length, "step")}`;
	switch (result) {
		case "applied": return `applied, ${count(executed(plan).length, "identity", "identities")}, ${done}`;
		case "partial": return `partly applied, ${done}`;
		case "refused": return "refused, nothing was applied";
		case "nothing": return "nothing had to be applied";
		case "unfinished": return `not finished yet, ${done}; the next run continues`;
	}
}
/** Each once, however many things it is said of. */
function codesOf$2(reasons) {
	const codes = [...new Set(reasons.map(({ code }) => code))].map((code) => [data(code)]);
	return markdown(listed$1(codes, CODES_SHOWN));
}
function lines$1(items, budget, phrase) {
	return fit(items, budget, (item) => `- ${markdown(phrase(item))}`, (left) => `- … and ${count(left, "more", "more")}, see the receipts.`).join("\n");
}
function reasonPhrase$1({ code, message, pointer }) {
	return [
		said(message),
		...pointer === void 0 ? [] : [" at ", data(pointer)],
		" (",
		data(code),
		")"
	];
}
function executed(plan) {
	return plan?.changes.filter(({ steps }) => steps.length > 0) ?? [];
}
function reportSections({ plan, words }, report) {
	const receipts = new Map(report.receipts.map((receipt) => [receipt.stepId, receipt]));
	const told = executed(plan).map((change) => ({
		change,
		receipts: change.steps.flatMap(({ id }) => receipts.get(id) ?? [])
	})).toSorted((left, right) => Number(left.receipts.every(isDone)) - Number(right.receipts.every(isDone)));
	const remains = report.receipts.flatMap((receipt) => receipt.remains.map((what) => ({
		stepId: receipt.stepId,
		what
	})));
	return [
		...told.length === 0 ? [] : [lines$1(told, BUDGET$2.identities, (item) => changePhrase(item, words))],
		...remains.length === 0 ? [] : [`**Remains open**\n\n${lines$1(remains, BUDGET$2.remains, ({ stepId, what }) => [
			data(stepId),
			": ",
			said(what)
		])}`],
		...report.unverified.length === 0 ? [] : [`**Read back differently than planned**\n\n${lines$1(report.unverified, BUDGET$2.remains, (address) => [data(address)])}`]
	];
}
/** One identity: done, or the first receipt that says why not. */
function changePhrase({ change, receipts }, words) {
	const { source, name } = identityOf(change.address);
	const who = [
		data(source),
		" · ",
		data(name)
	];
	const stopped = receipts.find((receipt) => !isDone(receipt));
	const done = receipts.filter(isDone).length;
	if (stopped === void 0) {
		if (receipts.length < change.steps.length) return [
			"! ",
			...who,
			": no receipt yet"
		];
		const issued = receipts.flatMap((receipt) => receipt.issued);
		const already = receipts.every(({ kind }) => kind === "already-applied") ? ", already as planned" : "";
		return [
			...who,
			`: ${change.action} done${already}, read back`,
			...issued.length === 0 ? [] : ["; issued ", ...listed$1(issued.map((id) => [data(id)]), 5)]
		];
	}
	const progress = done === 0 ? "" : ` after ${count(done, "step")} of ${change.steps.length}`;
	return [
		"! ",
		...who,
		": ",
		strong(stopped.kind),
		`${progress}: `,
		...whyPhrase(stopped, change, words.get(parseAddress(change.address).kind))
	];
}
function whyPhrase({ conflict, failure, note, kind }, change, words) {
	if (conflict !== null) return [
		...placePhrase(conflict.pointer, change, words),
		": planned ",
		valuePart(conflict.planned),
		", found ",
		valuePart(conflict.found)
	];
	if (failure !== null) return diagnosticPhrase(failure);
	if (note !== null) return [said(note)];
	return [`the receipt says ${kind} and nothing more`];
}
/** As the plan's edits spell it. */
function placePhrase(pointer, { before, after }, words) {
	if (pointer === "") return ["the identity as a whole"];
	const text = pointer.startsWith("/") ? pathText(pathOf(pointer, [before, after], words)) : pointer;
	return [data(text, VALUE_LIMIT)];
}
function valuePart(value) {
	return value === null ? "nothing" : data(canonicalize(value), VALUE_LIMIT);
}
function nextStep$1({ outcome, followUp }) {
	if (outcome.kind === "refused") {
		const mend = "**Next**: mend what is named above";
		return [followUp.kind === "none" ? `${mend}; a new pull request is planned and reviewed again.` : `${mend}. ${followUpSentence(followUp)}`];
	}
	if (outcome.kind === "superseded") return ["**Next**: nothing here; the later pull request says what follows."];
	switch (outcome.report.result) {
		case "applied":
		case "nothing": return [];
		case "unfinished": return ["**Next**: nothing to do; the next run of the apply workflow takes it up. Nothing is done twice."];
		case "partial":
		case "refused": return [followUp.kind === "none" ? "**Next**: nothing of it is left to ask for; a later landing took it over, or what was to go is gone." : `**Next**: ${followUpSentence(followUp)}`];
	}
}

// src/core/approval/outlook.ts
const FOLLOWED_UP = "contributed to the pull request that this one follows up";
function asksOf(required, persons, answers = answersFor) {
	return required.map((requirement) => ({
		count: requirement.count,
		distinct: requirement.distinct,
		people: new Set(persons.filter((person) => answers(requirement, person)).map(({ id }) => id)),
		choice: requirement.choice
	}));
}
/** Whether those who are not barred could meet all requirements, if all of them approved. Unknown where the candidates are. */
function canStillSuffice(facts, required) {
	const bots = contributingBots(facts).length;
	const persons = potentialApprovers(facts, required, required.reduce((sum, { count }) => sum + count, bots));
	const mayPermit = (requirement, { id }) => requirement.permission !== void 0 && !facts.permissions.some((known) => known.id === id);
	const asks = asksOf(required, persons, (requirement, person) => answersFor(requirement, person) || mayPermit(requirement, person));
	return sufficesSomehow(asks) && spareSomehow(asks, new Set(persons.map(({ id }) => id)), bots) >= bots;
}
function potentialApprovers(facts, required, unnamed) {
	if (facts.candidates !== null) {
		const reviewers = facts.reviews.map(({ reviewer }) => reviewer).filter((person) => ineligible(facts, person) === null);
		const candidates = facts.candidates.filter((person) => barred(facts, person) === null);
		return [...new Map([...reviewers, ...candidates].map((person) => [person.id, person])).values()];
	}
	const known = knownPersons(facts);
	return [...[...new Set(required.flatMap(({ people }) => (people ?? []).map((name) => name.toLowerCase())))].map(memberOf), ...Array.from({ length: unnamed }, () => NOBODY$2)].flatMap((member, index) => {
		const found = known.filter((person) => means(member, person));
		return found.length > 0 ? found : [stranger(member, index)];
	}).filter((person) => barred(facts, person) === null && !isKnownReader(facts, person));
}
/** Somebody of whom nothing is known: no name means them. */
const NOBODY$2 = {
	login: "",
	id: null
};
/** Accounts have positive ids, so a negative one is nobody else's. */
function stranger({ login, id }, index) {
	return {
		id: id ?? -1 - index,
		login,
		type: "User"
	};
}
function knownPersons(facts) {
	const contributors = facts.contributors.contributors.map(({ person }) => person);
	const excluded = facts.excluded.map(({ id, login }) => ({
		id,
		login,
		type: "User"
	}));
	return [
		facts.author,
		...contributors,
		...facts.reviews.map(({ reviewer }) => reviewer),
		...excluded
	].filter((person) => person !== null);
}
function isKnownReader(facts, person) {
	return facts.permissions.some(({ id }) => id === person.id) && !mayWrite(facts, person);
}
const NAMED = 10;
/** Names who can approve nothing here, and through what: for the people who look for another reviewer. */
function whoLostEligibility(facts) {
	const excluded = facts.excluded.map(({ id, login }) => ({
		person: {
			id,
			login
		},
		through: FOLLOWED_UP
	}));
	const lost = /* @__PURE__ */ new Map();
	for (const { person, through } of [...withAuthor(facts), ...excluded]) if (person !== null && !lost.has(person.id)) lost.set(person.id, `${person.login} (${through})`);
	if (lost.size === 0) return void 0;
	const more = lost.size > NAMED ? `; and ${lost.size - NAMED} more` : "";
	return `(not eligible: ${[...lost.values()].toSorted().slice(0, NAMED).join("; ")}${more})`;
}

// src/core/approval/seconds.ts
/** Whole seconds, as GitHub counts; NaN for anything that is no time, so that every comparison with it fails. */
function seconds$2(time) {
	return Math.floor(Date.parse(time) / 1e3);
}

// src/core/approval/reviews.ts
/** @param quote Reviews must quote the run's code. @param run null: nothing counts, vetoes are still told. */
function judgeReviews(facts, run, quote) {
	const counted = [];
	const discounted = [];
	const vetoes = [];
	for (const opinions of byReviewer(facts.reviews).values()) {
		const last = opinions.at(-1);
		if (last !== void 0 && vetoStands(facts, last)) vetoes.push(reason$1("changes-requested", vetoDetail(facts, last)));
		const latest = opinions.filter((review) => !isLateApproval(facts, review)).at(-1);
		for (const review of opinions) {
			if (!wasApproval(review)) continue;
			const why = whyNot(facts, run, quote, review, latest);
			if (why === null) counted.push(review);
			else discounted.push({
				reviewId: review.id,
				reviewer: review.reviewer,
				reason: why
			});
		}
	}
	return {
		counted: counted.toSorted((left, right) => left.id - right.id),
		discounted: discounted.toSorted((left, right) => left.reviewId - right.reviewId),
		vetoes
	};
}
/** Each person's reviews that are more than a comment, oldest first. */
function byReviewer(reviews) {
	const ordered = reviews.filter(({ state }) => state !== "COMMENTED" && state !== "PENDING").toSorted((left, right) => seconds$2(left.submittedAt) - seconds$2(right.submittedAt) || caution(left) - caution(right) || left.id - right.id);
	return Map.groupBy(ordered, ({ reviewer }) => reviewer.id);
}
/** Within one second nobody can tell which review came last: it is taken to be the one that permits least. */
function caution(review) {
	if (review.state === "CHANGES_REQUESTED") return 3;
	return review.state === "APPROVED" ? 0 : wasApproval(review) ? 1 : 2;
}
function wasApproval(review) {
	return review.state === "APPROVED" || review.state === "DISMISSED" && review.dismissal?.wasState === "APPROVED";
}
/** A dismissed review whose earlier state cannot be told is taken to be a veto. */
function vetoStands(facts, review) {
	if (wasApproval(review) || !mayWrite(facts, review.reviewer)) return false;
	if (review.state === "CHANGES_REQUESTED") return true;
	const by = review.dismissal?.by ?? null;
	return by === null || ineligible(facts, by) !== null;
}
/** GitHub dismisses no review twice, so a dismissal that lifts nothing cannot be made good by another one. */
function vetoDetail(facts, { state, reviewer: { login }, dismissal }) {
	if (state === "CHANGES_REQUESTED") return `(${login})`;
	const by = dismissal?.by ?? null;
	const bar = by === null ? null : ineligible(facts, by);
	return `(${login}; dismissed by ${by === null || bar === null ? "nobody knows whom" : `${by.login}, who is not eligible: ${bar.message}`}. ${`It cannot be dismissed twice, so only a new review by ${login} helps, or a new pull request`})`;
}
/** Approvals after the landing never count, so they replace no earlier one, unless dismissed: that withdraws both. */
function isLateApproval(facts, review) {
	return facts.moment.kind === "apply" && review.state === "APPROVED" && !(seconds$2(review.submittedAt) <= seconds$2(facts.moment.landedAt));
}
function whyNot(facts, run, quote, review, latest) {
	if (isLateApproval(facts, review)) return reason$1("review-after-landing");
	if (review.id !== latest?.id) return reason$1("review-superseded");
	if (review.state !== "APPROVED") return reason$1("review-dismissed", dismissedBy(review.dismissal?.by ?? null));
	const bar = ineligible(facts, review.reviewer);
	if (bar !== null) return bar;
	if (run === null) return reason$1(facts.run === null ? "run-absent" : "digest-differs");
	if (run.publishedAt === null) return reason$1("run-unpublished");
	if (review.commitId === null || !run.heads.includes(review.commitId)) return reason$1("review-other-head");
	if (!(seconds$2(review.submittedAt) > seconds$2(run.publishedAt))) return reason$1("review-before-publication");
	if (!quote) return null;
	if (!quotes(review.body, run.code)) return reason$1("review-code-missing", `(quote ${run.code})`);
	return review.bodyEdited ? reason$1("review-body-edited") : null;
}
function dismissedBy(person) {
	return person === null ? void 0 : `(by ${person.login})`;
}
/** Whether the code stands in the text as a word of its own, however a phone's keyboard capitalised it or drew its hyphen. */
function quotes(body, code) {
	const words = body.toLowerCase().replace(/[‐‑‒–—−]/gu, "-").match(/[a-z0-9]+(?:-[a-z0-9]+)*/gu);
	return words !== null && words.includes(code.toLowerCase());
}

// src/core/approval/runs.ts
/**
* The publication runs of one pull request, oldest first, as its trusted ledger entries tell them.
* A run ends where its end is entered, or the next one is planned; at most the last one stands. Entries for a run that has
* ended are ignored, so that nothing written late revives it.
*/
function publicationRuns(entries) {
	const runs = [];
	for (const { predicate, digest } of entries.toSorted((left, right) => left.predicate.index - right.predicate.index)) {
		const { body } = predicate;
		const current = runs.at(-1);
		if (body.type === "planned" && digest !== null) {
			if (current !== void 0) runs[runs.length - 1] = ended(current, body);
			runs.push(begun(body, digest));
		} else if (body.type === "published" || body.type === "ended") {
			if (current?.id !== body.run || current.digest !== digest || current.ended !== null) continue;
			runs[runs.length - 1] = body.type === "published" ? published(current, body) : ended(current, body);
		}
	}
	return quoting(runs);
}
/** Whatever the entries say: reviews of a run that stands on a head of an earlier one must quote its code. */
function quoting(runs) {
	const earlier = /* @__PURE__ */ new Set();
	return runs.map((run) => {
		const mustQuote = run.mustQuote || run.heads.some((head) => earlier.has(head));
		for (const head of run.heads) earlier.add(head);
		return {
			...run,
			mustQuote
		};
	});
}
function ended(run, { because }) {
	return {
		...run,
		ended: run.ended ?? { reason: because }
	};
}
function begun(body, digest) {
	return {
		id: body.run,
		digest,
		baseBranch: body.baseBranch,
		code: body.code,
		publishedAt: null,
		commentId: null,
		bodyHash: body.body,
		assessmentHash: body.assessment,
		heads: [body.head],
		mustQuote: body.mustQuote,
		ended: null
	};
}
/** The first `published` fixes the comment and T for the run's whole life. */
function published(run, body) {
	const heads = run.heads.includes(body.head) ? run.heads : [...run.heads, body.head];
	if (run.publishedAt !== null) return run.commentId === body.commentId ? {
		...run,
		heads
	} : run;
	return {
		...run,
		heads,
		publishedAt: body.createdAt,
		commentId: body.commentId
	};
}
/** The newest run, which approvals may count for unless it has ended; null when none was begun. */
function currentRun(runs) {
	return runs.at(-1) ?? null;
}
/**
* The run that stood when the pull request landed, as it stood then: the newest that was published by the landing's second.
* A run published in that very second stood, too: approvals of the one before it no longer count.
* The next run may have been planned after the landing. An end with an entry of its own, of this run or a later one, was seen before it,
* and so was another plan whose comment never came.
* @param landedAt GitHub's time, RFC 3339 in whole seconds.
*/
function runAtLanding(runs, landedAt) {
	const index = runs.findLastIndex(({ publishedAt }) => publishedAt !== null && seconds$2(publishedAt) <= seconds$2(landedAt));
	const run = runs[index];
	if (run === void 0) return null;
	if (runs.slice(index).some(({ ended: end }) => end?.reason === "unconcerned")) return {
		...run,
		ended: { reason: "unconcerned" }
	};
	return {
		...run,
		ended: gaveWay(run, runs.slice(index + 1))
	};
}
/** Reasons to show the same plan anew, as its reviewers were not shown all of it. */
const UNSEEN = ["access-widened", "excepted"];
/**
* Where a run gave way to a later one whose comment never came: another plan, more access gained, or an exception used. No pull request is
* planned after it was merged, and no time of GitHub's tells when this one was.
*/
function gaveWay(run, later) {
	const preceding = [run, ...later];
	return preceding[later.findIndex(({ publishedAt, digest }, index) => {
		const isOther = digest !== run.digest || UNSEEN.includes(preceding[index]?.ended?.reason ?? "first");
		return publishedAt === null && isOther;
	})]?.ended ?? null;
}
/**
* Whether the pull request's base was changed while the run stood, even if it was changed back. The second of the publication
* or of the landing counts, and so does a time that is none.
* @param baseChanges RFC 3339, in any order. @param landedAt null: not landed yet.
*/
function isRetargeted({ publishedAt }, baseChanges, landedAt) {
	if (publishedAt === null) return false;
	return baseChanges.map(seconds$2).some((change) => {
		const isEarlier = change < seconds$2(publishedAt);
		const isLater = landedAt !== null && change > seconds$2(landedAt);
		return !isEarlier && !isLater;
	});
}
/** What publishing this plan means. Only a complete plan begins, continues or ends a run. */
function nextPublication(runs, now) {
	const run = currentRun(runs);
	if (!now.complete) return {
		kind: "keep",
		run
	};
	const because = endedBy(runs, now);
	if (run === null || because !== null) {
		const mustQuote = runs.some(({ heads }) => heads.includes(now.head));
		return {
			kind: "begin",
			run: `run-${runs.length + 1}`,
			because: because ?? "first",
			mustQuote,
			outdated: run
		};
	}
	if (run.publishedAt === null) return {
		kind: "publish",
		run
	};
	return {
		kind: run.heads.includes(now.head) ? "same" : "continue",
		run
	};
}
function endedBy(runs, now) {
	const run = currentRun(runs);
	if (run === null) return "first";
	if (run.ended !== null) return run.ended.reason;
	if (run.baseBranch !== now.baseBranch || isRetargeted(run, now.baseChanges, null)) return "retargeted";
	if (run.digest !== now.digest) return "digest-changed";
	if (now.widened) return "access-widened";
	if (now.excepted) return "excepted";
	if (!run.heads.includes(now.head) && runs.some(({ heads }) => heads.includes(now.head))) return "head-returned";
	if (run.publishedAt === null) return null;
	return now.comment === null || now.comment.edited || now.comment.hash !== run.bodyHash ? "comment-changed" : null;
}
/** Without characters that people confuse: 0 and o, 1, i and l. */
const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
/**
* A run's code, such as `kt5m-w2qa`, from random bytes handed in. Bytes that would favour some characters are skipped.
* @throws RangeError when fewer than eight of the bytes are usable; 32 bytes are practically always enough.
*/
function publicationCode(random) {
	const usable = [...random].filter((byte) => byte < 31 * Math.floor(256 / 31)).slice(0, 8);
	if (usable.length < 8) throw new RangeError("Too few random bytes for a publication code.");
	const characters = usable.map((byte) => ALPHABET[byte % 31]).join("");
	return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}

// src/core/approval/teams.ts
/** Teams that requirements name, each once, as `@org/slug`. */
function teamsOf$1(requirements) {
	return [...new Set(requirements.flatMap(({ people }) => people ?? []).filter(isTeam))];
}
/** With the accounts that are in a team now in the team's place, pinned; a team that could not be read keeps its name. */
function withMembers(requirements, members) {
	const accounts = (name) => members.get(name)?.map(({ id, login }) => `${login}#${id}`) ?? [name];
	return requirements.map((requirement) => requirement.people === null ? requirement : {
		...requirement,
		people: [...new Set(requirement.people.flatMap(accounts))]
	});
}
/** A team whose name still stands was not read: nobody may be taken for its members, and nobody waits for them for ever. */
function unreadTeams$1({ requirements }) {
	return teamsOf$1(requirements).map((team) => reason$1("team-unreadable", `(${team})`));
}

// src/core/approval/decide.ts
/**
* Whether the reviews approve exactly this plan, now. Pure: gate and apply call it on freshly read facts, and the order of the facts
* is irrelevant. `waiting` only at the gate, and only when nothing but approvals is missing. Reason codes: APPROVAL_CODES.
*/
function decide(facts) {
	const required = requirements(facts);
	const run = facts.run?.digest === facts.moment.digest ? facts.run : null;
	const judged = judgeReviews(facts, run, facts.run?.mustQuote === true || required.some(({ confirm }) => confirm));
	const states = requirementStates(facts, required, people(judged.counted));
	const decision = {
		counted: judged.counted.map(({ id, reviewer }) => ({
			reviewId: id,
			reviewer
		})),
		discounted: judged.discounted,
		requirements: states
	};
	if (facts.moment.kind === "apply" && facts.moment.begun !== null) return {
		...decision,
		...resume(facts.moment.begun.digest === facts.moment.digest)
	};
	const refusals = [
		...publicationProblems(facts),
		...contributorProblems(facts),
		...unreadTeams$1({ requirements: states.flatMap(({ requirement, spared }) => spared === true ? [] : [requirement]) }),
		...denials(facts),
		...judged.vetoes
	];
	const missing = missingApprovals(states);
	if (missing.length > 0 && !canStillSuffice(facts, required)) refusals.push(reason$1("nobody-eligible", whoLostEligibility(facts)));
	if (refusals.length > 0) return {
		...decision,
		kind: "refused",
		reasons: inOrder([...refusals, ...missing])
	};
	if (missing.length > 0) return {
		...decision,
		kind: facts.moment.kind === "gate" ? "waiting" : "refused",
		reasons: inOrder(missing)
	};
	return {
		...decision,
		kind: "approved",
		reasons: [reason$1("approved")]
	};
}
function resume(same) {
	return same ? {
		kind: "approved",
		reasons: [reason$1("begun-under-approval")]
	} : {
		kind: "refused",
		reasons: [reason$1("digest-differs")]
	};
}
function inOrder(reasons) {
	const key = ({ code, message }) => `${code}\n${message}`;
	return reasons.toSorted((left, right) => compareText(key(left), key(right)));
}
function publicationProblems(facts) {
	const { moment, run } = facts;
	const problems = [];
	if (moment.baseBranch !== moment.defaultBranch) problems.push(reason$1("base-not-default", `(${moment.baseBranch})`));
	if (moment.kind === "gate" && !moment.complete) problems.push(reason$1("plan-incomplete"));
	if (moment.kind === "gate" && !moment.applyable) problems.push(reason$1("plan-not-applyable"));
	if (run === null) return [...problems, reason$1("run-absent")];
	if (run.ended !== null) problems.push(reason$1("run-ended", `(${run.ended.reason})`));
	if (run.baseBranch !== moment.baseBranch) problems.push(reason$1("run-retargeted", `(from ${run.baseBranch})`));
	else if (isRetargeted(run, facts.baseChanges, moment.kind === "apply" ? moment.landedAt : null)) problems.push(reason$1("run-retargeted", `(from ${run.baseBranch} and back)`));
	if (run.digest !== moment.digest) problems.push(reason$1("digest-differs", `(published ${run.digest}, now ${moment.digest})`));
	if (!run.heads.includes(moment.head)) problems.push(reason$1("head-not-published", `(${moment.head})`));
	return [...problems, ...commentProblems(facts, run)];
}
function commentProblems(facts, run) {
	if (run.publishedAt === null || run.commentId === null) return [reason$1("run-unpublished")];
	if (facts.comment === null) return [reason$1("comment-gone")];
	return facts.comment.edited || facts.comment.hash !== run.bodyHash ? [reason$1("comment-edited")] : [];
}
function denials(facts) {
	return facts.findings.filter(({ effect }) => effect === "deny").map((finding) => reason$1("policy-denied", `(${denialText(finding)})`));
}
/** Of a choice all options at once, as any of them would do. */
function missingApprovals(states) {
	const counted = ({ requirement, missing }) => `${requirement.count - missing} of ${requirement.count} by ${approverText(requirement)}`;
	return byChoice(states.filter(({ spared }) => spared !== true), ({ requirement }) => requirement.choice).filter((options) => options.every((option) => option.some(({ missing }) => missing > 0))).map((options) => {
		const text = options.map((option) => option.map(counted).join(" and ")).join(", or ");
		return reason$1("approval-missing", `(${text}: ${options[0]?.[0]?.requirement.reason ?? ""})`);
	});
}
const SOMEONE = {
	code: "someone",
	of: "anyone",
	people: null,
	count: 1,
	distinct: false,
	confirm: false,
	reason: "at least one person always approves"
};
/** At least one eligible person always approves, whatever policies say. */
function requirements(facts) {
	return facts.requirements.some(({ count }) => count > 0) ? facts.requirements : [...facts.requirements, SOMEONE];
}
function people(reviews) {
	return reviews.map(({ reviewer }) => reviewer).toSorted((left, right) => left.id - right.id);
}
function requirementStates(facts, required, persons) {
	const asks = asksOf(required, persons);
	const standings = standingsOf$1(asks);
	const states = required.map((requirement, index) => {
		const { people: serving = [], missing = requirement.count, spared = false } = standings[index] ?? {};
		return {
			requirement,
			satisfiedBy: persons.filter(({ id }) => serving.includes(id)),
			missing,
			...spared ? { spared } : {}
		};
	});
	const bots = contributingBots(facts);
	if (bots.length === 0) return states;
	const extra = spareSomehow(asks, new Set(persons.map(({ id }) => id)), bots.length);
	return [...states, {
		requirement: forBots(bots),
		satisfiedBy: [],
		missing: bots.length - extra
	}];
}
function forBots(bots) {
	const reason = `one more person than otherwise needed for each bot that contributed: ${bots.map(({ login }) => login).join(", ")}`;
	return {
		code: "bot-contributed",
		of: "anyone",
		people: null,
		count: bots.length,
		distinct: true,
		confirm: false,
		reason
	};
}

// src/core/approval/permitted.ts
const AT_LEAST = {
	write: /* @__PURE__ */ new Set([
		"write",
		"maintain",
		"admin"
	]),
	maintain: /* @__PURE__ */ new Set(["maintain", "admin"]),
	admin: /* @__PURE__ */ new Set(["admin"])
};
/** With the accounts whose permission is known to suffice in the place of nobody, pinned; others cannot meet such a requirement. */
function withPermitted(requirements, people, permissions) {
	const known = new Map(permissions.map(({ id, permission }) => [id, permission]));
	return requirements.map((requirement) => {
		const { permission } = requirement;
		if (permission === void 0) return requirement;
		const permitted = people.filter(({ id }) => AT_LEAST[permission].has(known.get(id) ?? "none"));
		return {
			...requirement,
			people: permitted.map(({ id, login }) => `${login}#${id}`)
		};
	});
}

// src/github/base-changes.ts
/** GitHub changes no base of a closed pull request, so the newest hundred hold whatever happened since the last publication. */
const CHANGES = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      timelineItems(last: 100, itemTypes: [BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT]) {
        nodes { ... on BaseRefChangedEvent { createdAt } ... on AutomaticBaseChangeSucceededEvent { createdAt } }
      }
    }
  }
}`;
/**
* When somebody, or GitHub by itself, changed the base branch of a pull request: the newest hundred times, oldest first, RFC 3339
* in whole seconds. From the pull request's own record, so no lost event matters.
* @throws GitHubError `github-bad-answer` where GitHub does not tell.
*/
async function baseChangesOf(repository, number) {
	const times = (await repository.github.graphql(CHANGES, {
		...at(repository),
		number
	})).repository?.pullRequest?.timelineItems?.nodes?.map((change) => change?.createdAt);
	if (times !== void 0 && times.every((time) => time !== void 0)) return times;
	throw new GitHubError("github-bad-answer", `GitHub does not tell whether pull request ${number} was retargeted`, {
		mend: "Run again; if it stays, check that the token may read pull requests.",
		httpStatus: 200,
		effect: "none"
	});
}

// src/github/reviews.ts
const REVIEWS = {
	what: "reviews",
	atMost: 1e4
};
const EVENTS$1 = {
	what: "events of a pull request",
	atMost: 5e4
};
/** Every submitted review of a pull request, oldest first, with who dismissed it and whether its body was edited. */
async function reviewsOf(repository, number) {
	const { github } = repository;
	const pages = github.paginate.iterator(github.rest.pulls.listReviews, {
		...at(repository),
		pull_number: number,
		per_page: 100
	});
	const submitted = (await gather(pages, REVIEWS)).flatMap((review) => review.submitted_at === void 0 ? [] : [{
		review,
		at: review.submitted_at
	}]);
	if (submitted.length === 0) return [];
	const unedited = await uneditedReviews(repository, number);
	const dismissals = submitted.some(({ review }) => review.state === "DISMISSED") ? await dismissalsOf(repository, number) : /* @__PURE__ */ new Map();
	return submitted.map(({ review, at: submittedAt }) => ({
		id: review.id,
		reviewer: toPerson(review.user) ?? GHOST,
		state: toState(review.state),
		commitId: review.commit_id,
		submittedAt,
		body: review.body,
		bodyEdited: !unedited.has(review.node_id),
		dismissal: review.state === "DISMISSED" ? dismissals.get(review.id) ?? {
			by: null,
			wasState: null
		} : null
	}));
}
/** A state that is not known counts for nothing, like a comment. */
function toState(state) {
	return state === "APPROVED" || state === "CHANGES_REQUESTED" || state === "DISMISSED" || state === "PENDING" ? state : "COMMENTED";
}
async function dismissalsOf(repository, number) {
	const { github } = repository;
	const pages = github.paginate.iterator(github.rest.issues.listEvents, {
		...at(repository),
		issue_number: number,
		per_page: 100
	});
	const dismissals = /* @__PURE__ */ new Map();
	for (const event of await gather(pages, EVENTS$1)) {
		if (event.event !== "review_dismissed" || !("dismissed_review" in event)) continue;
		const by = toPerson(event.actor);
		dismissals.set(event.dismissed_review.review_id, {
			by,
			wasState: toEarlierState(event.dismissed_review.state)
		});
	}
	return dismissals;
}
function toEarlierState(state) {
	const upper = state.toUpperCase();
	return upper === "APPROVED" || upper === "CHANGES_REQUESTED" ? upper : null;
}
const EDITS = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviews(first: 100, after: $after) { nodes { id lastEditedAt } pageInfo { hasNextPage endCursor } }
    }
  }
}`;
/** Node ids of the reviews that GitHub says were never edited; what it does not tell counts as edited. */
async function uneditedReviews(repository, number) {
	const unedited = /* @__PURE__ */ new Set();
	let after = null;
	for (let page = 0; page * 100 < REVIEWS.atMost; page += 1) {
		const reviews = (await repository.github.graphql(EDITS, {
			...at(repository),
			number,
			after
		})).repository?.pullRequest?.reviews;
		for (const { id, lastEditedAt } of reviews?.nodes ?? []) if (lastEditedAt === null) unedited.add(id);
		after = reviews?.pageInfo.endCursor ?? null;
		if (after === null || reviews?.pageInfo.hasNextPage !== true) break;
	}
	return unedited;
}

// src/github/teams.ts
const MEMBERS = {
	what: "members of a team",
	atMost: 3e3
};
/** Who is in each of these teams now, those of child teams included, by the team's name; a team that may not be read is left out. */
async function membersOf(repository, teams) {
	const read = await Promise.all(teams.map(async (team) => [team, await members(repository, team)]));
	return new Map(read.flatMap(([team, people]) => people === null ? [] : [[team, people]]));
}
/**
* @param team `@org/slug`, or `@org/slug#id`. GitHub says 403 or 404 where the token may not read it, and 404 where there is none.
* @returns null as well where the name is another team's than the one that is pinned.
*/
async function members({ github }, team) {
	const { org, slug, id } = teamOf(team) ?? {
		org: "",
		slug: "",
		id: null
	};
	const place = {
		org,
		team_slug: slug
	};
	try {
		const pages = github.paginate.iterator(github.rest.teams.listMembersInOrg, {
			...place,
			per_page: 100
		});
		const people = (await gather(pages, MEMBERS)).flatMap((account) => toPerson(account) ?? []);
		return id === null || (await github.rest.teams.getByName(place)).data.id === id ? people : null;
	} catch (error) {
		if (error instanceof GitHubError && (error.code === "github-forbidden" || error.code === "github-not-found")) return null;
		throw error;
	}
}

// src/github/writers.ts
/** Of more people it need not be known whether anybody is left. */
const WRITERS = {
	what: "people with write permission",
	atMost: 1e3
};
/**
* Everyone who may write to the repository now. Null where that cannot be told: GitHub leaves out whoever comes by a team
* or owns the organization, and says nothing of it, unless the token may read the organization's members.
*/
async function writersOf(repository) {
	try {
		await requireMembers(repository);
		return await listed(repository);
	} catch (error) {
		if (error instanceof CountersignError) return null;
		throw error;
	}
}
/** A repository of a person has no teams. Listing the teams takes the permission that shows their members. */
async function requireMembers(repository) {
	const { rest } = repository.github;
	const { owner } = (await rest.repos.get(at(repository))).data;
	if (owner.type !== "User") await rest.teams.list({
		org: owner.login,
		per_page: 1
	});
}
async function listed(repository) {
	const { github } = repository;
	const pages = github.paginate.iterator(github.rest.repos.listCollaborators, {
		...at(repository),
		permission: "push",
		per_page: 100
	});
	return (await gather(pages, WRITERS)).flatMap((account) => toPerson(account) ?? []);
}

// src/github/tree.ts
const ENTRIES$1 = 1e6;
const REQUESTS = 1e3;
/**
* Reads the tree of a commit whole: where GitHub truncates, folder by folder.
* @throws CountersignError `tree-too-large` when even that does not reach all of it.
*/
async function readTree(repository, sha) {
	const entries = /* @__PURE__ */ new Map();
	const folders = [{
		path: "",
		sha
	}];
	for (let requests = 0; folders.length > 0; requests += 1) {
		const folder = folders.pop();
		if (folder === void 0) break;
		if (requests >= REQUESTS || entries.size > ENTRIES$1) throw tooLarge$1(folder.path);
		const all = await request(repository, folder.sha, "recursive");
		const listing = all.truncated ? await request(repository, folder.sha, "flat") : all;
		if (listing.truncated) throw tooLarge$1(folder.path);
		for (const item of listing.tree) {
			const path = folder.path === "" ? item.path : `${folder.path}/${item.path}`;
			if (item.type !== "tree") entries.set(path, toEntry(path, item));
			else if (all.truncated) folders.push({
				path,
				sha: item.sha
			});
		}
	}
	return entries;
}
/** Paths whose bytes or mode differ between two trees, sorted. */
function changedPaths$1(before, after) {
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].map((path) => ({
		path,
		before: before.get(path) ?? null,
		after: after.get(path) ?? null
	})).filter(({ before: old, after: now }) => !sameEntry(old, now)).sort((left, right) => left.path < right.path ? -1 : 1);
}
/** Whether a path is the same in two trees: a file, link or submodule of the same mode and content, or nothing. */
function sameEntry(left, right) {
	return left?.kind === right?.kind && left?.mode === right?.mode && left?.sha === right?.sha;
}
async function request(repository, sha, depth) {
	const { data } = await repository.github.rest.git.getTree({
		...at(repository),
		tree_sha: sha,
		...depth === "recursive" ? { recursive: "1" } : {}
	});
	return data;
}
function toEntry(path, item) {
	return {
		path,
		kind: item.type === "commit" ? "submodule" : item.mode === "120000" ? "symlink" : "file",
		mode: item.mode,
		sha: item.sha,
		size: item.size ?? 0
	};
}
function tooLarge$1(path) {
	return new CountersignError("tree-too-large", `the tree is too large to be read whole${path === "" ? "" : `, at ${path}`}`, { mend: `Countersign reads trees of up to ${ENTRIES$1} files, and folders that GitHub lists whole.` });
}

// src/github/three-way.ts
/**
* Whether every path that counts is in the merge what nobody had to decide: as one side has it where the other left it alone,
* or as both have it. A path that both sides changed differently has no such outcome, even where Git can join its lines.
*/
function decidesNothing(merge, counts) {
	return [...new Set(Object.values(merge).flatMap((tree) => [...tree.keys()]))].every((path) => isForegone(merge, path) || !counts(path));
}
function isForegone({ start, mine, theirs, merge }, path) {
	const [was, own, other] = [
		start.get(path),
		mine.get(path),
		theirs.get(path)
	];
	const outcome = merge.get(path);
	if (sameEntry(own, other) || sameEntry(other, was)) return sameEntry(outcome, own);
	return sameEntry(own, was) && sameEntry(outcome, other);
}

// src/workflows/clean-merge.ts
/**
* Whether a merge of the base brings nothing of its own: it changes no input in scope, and every document and rule file in it
* is what each of the commits where head and base parted makes of the two. Whoever made the merge otherwise wrote what it
* holds, and what it drops.
*/
async function isCleanMerge({ contents }, { configuration, plan, assessment }, merged) {
	const located = assessment.changes.flatMap(({ location }) => location === null ? [] : [location.path]);
	if (located.length < plan.desired.length) return false;
	const classify = classifier(configuration);
	const counts = (path) => classify(path) !== "other";
	const [mine, theirs] = [await contents.tree(merged.mine), await contents.tree(merged.base)];
	const merge = await contents.tree(merged.merge);
	const besides = assessment.changes.flatMap((change) => (change.besides ?? []).map(({ path }) => path));
	const inScope = /* @__PURE__ */ new Set([...located, ...besides]);
	if (changedPaths$1(mine, merge).some(({ path }) => inScope.has(path))) return false;
	for (const commit of merged.starts) if (!decidesNothing({
		start: await contents.tree(commit),
		mine,
		theirs,
		merge
	}, counts)) return false;
	return true;
}

// src/core/apply/follow-up-place.ts
const ENDING = ".yaml";
/**
* A path at which a new document is read: beside the first neighbour where that is possible, else where the globs begin.
* @param neighbours paths of documents, the nearest first.
* @returns null when the globs have no room for a file of this name.
*/
function placeBeside(neighbours, name, { configuration, paths }) {
	const classify = classifier(configuration);
	const candidates = [...neighbours.flatMap((neighbour) => siblings(neighbour, name)), ...configuration.desired.map((glob) => join$1(literalFolder(glob), `${name}${ENDING}`))];
	const folders = foldersOf(paths);
	const isFree = (path) => !paths.has(path) && !folders.has(path) && !ancestors(path).some((folder) => paths.has(folder));
	return candidates.find((path) => classify(path) === "desired" && isFree(path)) ?? null;
}
/** Beside it, by its ending; and, where globs ask for one file name, in a folder beside its own. */
function siblings(neighbour, name) {
	const [folder = "", ...above] = ancestors(neighbour).toReversed();
	const file = neighbour.slice(folder === "" ? 0 : folder.length + 1);
	const dot = file.lastIndexOf(".");
	return [join$1(folder, `${name}${dot > 0 ? file.slice(dot) : ENDING}`), ...folder === "" ? [] : [join$1(join$1(above[0] ?? "", name), file)]];
}
function join$1(folder, file) {
	return folder === "" ? file : `${folder}/${file}`;
}
/** `a/b/c.yaml`: `a`, `a/b`. */
function ancestors(path) {
	const segments = path.split("/").slice(0, -1);
	return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}
function foldersOf(paths) {
	return new Set([...paths].flatMap(ancestors));
}

// src/core/apply/follow-up.ts
/** After these nothing can be asked for: nobody's pull request, or documents and rules that have to be mended first. */
const UNASKABLE = /* @__PURE__ */ new Set([
	"direct-push",
	"governance-unapproved",
	"landing-invalid",
	"landing-unreadable",
	"not-installed",
	"rules-invalid"
]);
/** Whether what an apply leaves open is asked for again. What a later landing took over is not, and belongs to that one's plan. */
function isFollowedUp({ result, codes, unapplied }) {
	if (result !== "partial" && result !== "refused") return false;
	return unapplied.length > 0 && !codes.some((code) => UNASKABLE.has(code));
}
/** Codes of everything that was not done, without live values, each once. */
function codesOf$1(report) {
	const open = report.receipts.filter((receipt) => !isDone(receipt));
	return [...new Set(open.map(({ kind, failure }) => failure?.code ?? kind))];
}
/** Identities that did not exist when the apply looked. */
function goneIn(plan, { receipts }) {
	const gone = receipts.filter(({ conflict }) => conflict?.pointer === "" && conflict.found === EXISTENCE.none);
	const steps = new Set(gone.map(({ stepId }) => stepId));
	return new Set(plan.changes.filter((change) => change.steps.some(({ id }) => steps.has(id))).map(({ address }) => address));
}
/** Deterministic, so that a run that was killed, doubled or started again finds what another one made. */
function followUpBranch(applyId) {
	return `${PLACE}${nameOf$1(applyId)}`;
}
const PLACE = "countersign/";
const NAME = "follow-up-";
/** Whether a branch is named like one that asks again. Anybody may name theirs so. */
function isFollowUpBranch(branch) {
	return branch.startsWith(`${PLACE}${NAME}`);
}
/** Commits of ours with which a branch began that asks again, as the trusted entries of the pull request tell that it asks for. */
function followUpCommits(entries, branch) {
	const begun = entries.map(({ predicate: { body } }) => body).filter((body) => body.type === "follow-up");
	return new Set(begun.filter((body) => body.branch === branch).map(({ commit }) => commit));
}
function nameOf$1(applyId) {
	return `${NAME}${applyId.slice(7, 19)}`;
}
/** The Reconciliation that asks again for what is unapplied and still wanted, and where it belongs. Pure. */
function followUpDraft(facts) {
	const asks = facts.unapplied.flatMap((address) => askFor(address, facts) ?? []);
	if (asks.length === 0) return { kind: "nothing" };
	const name = nameOf$1(facts.applyId);
	const groups = [...Map.groupBy(asks, groupOf).values()].flatMap(pieces);
	const names = groups.map((_, index) => index === 0 ? name : `${name}-${index + 1}`);
	const taken = new Set(facts.tip.reconciliations.map((document) => document.name));
	const neighbours = [
		...asks.map(({ near }) => near),
		...sameSources(asks, facts.tip),
		...everywhere(facts.tip)
	];
	const path = names.some((one) => taken.has(one)) ? null : placeBeside(neighbours, name, facts);
	if (path === null) return { kind: "placeless" };
	return {
		kind: "file",
		path,
		text: groups.map((group, index) => writeYaml(documentOf(names[index] ?? name, group, facts))).join("---\n")
	};
}
/** Null where there is nothing left to ask: a later landing has a plan of its own, or nothing would be executed. */
function askFor(address, facts) {
	const [before, after, tip] = [
		facts.before,
		facts.after,
		facts.tip
	].map((state) => identityIn(state, address));
	if (after?.hash !== tip?.hash || !isExecutable(address, facts, tip === void 0)) return null;
	if (tip !== void 0) return {
		verb: "correct",
		address,
		near: tip.location.path
	};
	const request = addedRequest(address, facts);
	const onRemove = before?.onRemove ?? request?.onRemove ?? { kind: "disable" };
	const near = before?.location.path ?? request?.location.path;
	if (near === void 0 || onRemove.kind === "forget" || facts.gone.has(address)) return null;
	return {
		verb: "remove",
		address,
		onRemove,
		kind: parseAddress(address).kind,
		near
	};
}
function identityIn(state, address) {
	return state.identities.find((identity) => identity.address === address);
}
/** What asked to remove an identity that had no document, and still asks. */
function addedRequest(address, { before, after, tip }) {
	const known = new Set(before.reconciliations.map(({ name }) => name));
	const kept = new Set(tip.reconciliations.map(({ hash }) => hash));
	return after.reconciliations.find(({ name, hash, verb, addresses }) => verb === "remove" && !known.has(name) && kept.has(hash) && addresses.includes(address));
}
/** A source that is gone or only observed executes nothing, and an additive one removes nothing. */
function isExecutable(address, { configuration }, removes) {
	const source = configuration.sources.find(({ name }) => name === parseAddress(address).source);
	if (source === void 0 || source.mode === "observe") return false;
	return !removes || source.mode === "authoritative";
}
/** One document for each verb and way to end; options of a deletion are checked against the kind that they belong to. */
function groupOf(ask) {
	return canonicalize(ask.verb === "correct" ? [ask.verb] : [
		ask.verb,
		writtenRemoval(ask.onRemove),
		ask.kind
	]);
}
/** Addresses of one Reconciliation at most. */
const ADDRESSES = 1e3;
function pieces(asks) {
	return Array.from({ length: Math.ceil(asks.length / ADDRESSES) }, (_, index) => asks.slice(index * ADDRESSES, (index + 1) * ADDRESSES));
}
function documentOf(name, asks, facts) {
	const [first] = asks;
	const spec = {
		verb: first?.verb ?? "correct",
		addresses: asks.map(({ address }) => address),
		reason: reasonOf$1(facts)
	};
	if (first?.verb === "remove") spec["onRemove"] = writtenRemoval(first.onRemove);
	return {
		apiVersion: API_VERSION$1,
		kind: "Reconciliation",
		metadata: { name },
		spec
	};
}
const SHOWN_CODES = 5;
/** What a code looks like: words that say nothing to a program or to Markdown, whoever made them. */
const CODE = /^[a-z][a-z-]{0,60}$/u;
/** Only numbers, the commit and stable codes: whatever a live system or a person wrote stays out of it. */
function reasonOf$1({ pullRequest, landing, result, codes }) {
	const known = [...new Set(codes)].filter((code) => CODE.test(code)).slice(0, SHOWN_CODES);
	const why = known.length === 0 ? "" : ` (${known.join(", ")})`;
	const what = result === "partial" ? "applied only in part" : "not applied";
	return `Pull request ${pullRequest} landed as ${landing.slice(0, 12)} and was ${what}${why}. This asks again for what it left open.`;
}
function sameSources(asks, { identities }) {
	const sources = new Set(asks.map(({ address }) => parseAddress(address).source));
	return identities.filter(({ source }) => sources.has(source)).map(({ location }) => location.path);
}
function everywhere({ identities, reconciliations }) {
	return [...reconciliations, ...identities].map(({ location }) => location.path);
}

// src/workflows/own-writes.ts
/**
* What of a pull request this program wrote itself, as the ledger tells: the commit that asks again for what was not applied.
* @param addresses that the pull request is about.
*/
async function ownWrites({ repository, ledger }, { head: { ref, repository: home } }, addresses) {
	const account = (await ownAccount(repository.github)).id;
	if (home?.fork !== false || !isFollowUpBranch(ref)) return {
		account,
		commits: /* @__PURE__ */ new Set()
	};
	const commits = /* @__PURE__ */ new Set();
	for (const number of await ledger.unappliedPulls(addresses)) for (const sha of followUpCommits(await ledger.entries(number), ref)) commits.add(sha);
	return {
		account,
		commits
	};
}
/**
* The account whose contributions are nobody's, where there is one. An App of one's own writes for nobody else; without one every
* workflow writes as the same account, and only what the ledger tells is ours, which is not among the contributions.
*/
function ourselvesAmong({ contributors }, { account }, { app }) {
	return app !== null || contributors.every(({ person }) => person?.id !== account) ? account : null;
}

// src/workflows/approval-facts.ts
/** Reads afresh everything that a decision about approval rests on; who else could approve only where one would wait for them. */
async function approvalFacts(surface, query) {
	const facts = await factsWithoutCandidates(surface, query);
	return decide(facts).kind === "waiting" ? {
		...facts,
		candidates: await writersOf(surface.repository)
	} : facts;
}
async function factsWithoutCandidates(surface, query) {
	const { repository, ledger } = surface;
	const { pull, run, configuration } = query;
	const reviews = await reviewsOf(repository, pull.number);
	const people = distinct(reviews.flatMap(({ reviewer, dismissal }) => [reviewer, ...dismissal?.by ? [dismissal.by] : []]));
	const permissions = await permissionsOf(repository, people);
	const addresses = query.plan.changes.map(({ address }) => address);
	const requirements = [...query.assessment.requirements, ...unappliedRequirements(configuration, await ledger.unapplied(addresses))];
	const own = await ownWrites(surface, pull, addresses);
	const contributors = await contributorsOf(repository, {
		pull,
		senders: sendersIn(query.entries),
		isClean: async (merge) => await isCleanMerge(surface, query, merge),
		own
	});
	const comment = run?.commentId === null || run === null ? null : await readComment(repository, run.commentId);
	return {
		moment: query.moment,
		run,
		comment: comment === null ? null : {
			hash: comment.hash,
			edited: comment.edited
		},
		baseChanges: run === null ? [] : await baseChangesOf(repository, pull.number),
		reviews,
		author: pull.author,
		contributors: withBypassed(contributors, query.bypassed),
		permissions,
		candidates: null,
		ourselves: ourselvesAmong(contributors, own, configuration),
		excluded: await ledger.excluded(addresses),
		requirements: withPermitted(withMembers(requirements, await membersOf(repository, teamsOf$1(requirements))), people, permissions),
		findings: query.assessment.findings,
		machineUsers: configuration.approval.machineUsers.map((login) => login.toLowerCase()),
		bots: configuration.approval.bots.map((login) => login.toLowerCase())
	};
}
const BYPASSED = "contributed to rules that nobody approved; may approve what only restores the approved ones";
/** Whoever put rules on the branch past the check contributed to what ratifies them. */
function withBypassed(facts, bypassed) {
	if (bypassed === null) return facts;
	const people = bypassed.contributors.map(({ id, login }) => {
		return {
			person: {
				id,
				login,
				type: "User"
			},
			name: login,
			through: BYPASSED
		};
	});
	return {
		contributors: [...facts.contributors, ...people],
		incomplete: facts.incomplete ?? (bypassed.incomplete === null ? null : unknownBypass(bypassed.incomplete))
	};
}
function unknownBypass(code) {
	return {
		code: "governance-unapproved",
		message: `nobody can tell everyone who contributed to rules that nobody approved (${code}); restore the approved ones first`
	};
}
/** Pushers that earlier publications saw: GitHub's own list is short-lived, the ledger is not. */
function sendersIn(entries) {
	return distinct(entries.flatMap(({ predicate: { body } }) => body.type === "planned" || body.type === "published" ? body.senders : []).map(({ id, login }) => ({
		id,
		login,
		type: "User"
	})));
}
function distinct(people) {
	return [...new Map(people.map((person) => [person.id, person])).values()];
}

// src/workflows/bypassed.ts
/** Whether something that nobody approved stays when a landing leaves these rule files other than the approved ones. */
function ratifiesForeign(unapproved, left) {
	return unapproved !== null && left.some((path) => unapproved.paths.includes(path));
}
/** Who contributed to what landed, in whichever way; whoever merged the base into it, too, as its inputs are not compared. */
async function involvedIn({ repository, ledger }, { pull, before, commit }) {
	if (pull === null) {
		const { defaultBranch: branch } = await repositoryFacts(repository);
		return asInvolved(await contributorsAcross(repository, {
			branch,
			before,
			commit
		}));
	}
	const senders = sendersIn(await ledger.entries(pull.number));
	const own = await ownWrites({
		repository,
		ledger
	}, pull, []);
	const isClean = () => Promise.resolve(false);
	return asInvolved(await contributorsOf(repository, {
		pull,
		senders,
		isClean,
		own
	}));
}
/** Everyone of both, each once. */
function together(left, right) {
	if (left === null || right === null) return left ?? right;
	return {
		contributors: [...new Map([...left.contributors, ...right.contributors].map((actor) => [actor.id, actor])).values()],
		incomplete: left.incomplete ?? right.incomplete
	};
}
/** As the ledger keeps it. */
function asInvolved({ contributors, incomplete }) {
	const known = contributors.flatMap(({ person }) => person ?? []);
	return {
		contributors: known.map(({ id, login }) => ({
			id,
			login
		})),
		incomplete: incomplete?.code ?? (known.length < contributors.length ? "contributor-unknown" : null)
	};
}

// src/github/check-run-steps.ts
const CHECK_TEXT_BYTES = 65535;
const CHECK_ANNOTATIONS = 1e3;
const BATCH$1 = 50;
/** The next request that brings the newest run to what the draft says. Pure. @throws CountersignError `check-run-too-long`. */
function nextStep(current, draft) {
	assertWithinLimits(draft);
	if (current !== null && saysTheSame(current, draft)) return {
		kind: "done",
		run: current
	};
	const from = current !== null && continues(current, draft) ? current.annotations : 0;
	const annotations = draft.annotations.slice(from, from + BATCH$1);
	const sent = from + annotations.length;
	const rest = {
		annotations,
		sent,
		last: sent >= draft.annotations.length
	};
	return current !== null && continues(current, draft) ? {
		kind: "update",
		id: current.id,
		...rest
	} : {
		kind: "create",
		...rest
	};
}
function draftedOutput({ title, summary, text }) {
	return {
		title,
		summary,
		...text === null ? {} : { text }
	};
}
/** GitHub never reopens a completed run, and only appends annotations; without a digest nothing says that an old one is still meant. */
function continues(current, draft) {
	const sameSubject = current.externalId !== null && current.externalId === draft.externalId;
	const open = current.state === "waiting" || current.state === draft.state;
	return sameSubject && open && current.annotations <= draft.annotations.length;
}
function saysTheSame(current, draft) {
	return current.externalId === draft.externalId && current.state === draft.state && current.annotations === draft.annotations.length && current.title === draft.title && current.summary === draft.summary && (current.text ?? "") === (draft.text ?? "");
}
function assertWithinLimits(draft) {
	const longest = Math.max(Buffer.byteLength(draft.summary), Buffer.byteLength(draft.text ?? ""));
	if (longest <= CHECK_TEXT_BYTES && draft.annotations.length <= CHECK_ANNOTATIONS) return;
	throw new CountersignError("check-run-too-long", `${draft.name} has ${longest} bytes and ${draft.annotations.length} annotations`, { mend: `Render at most ${CHECK_TEXT_BYTES} bytes and ${CHECK_ANNOTATIONS} annotations.` });
}

// src/github/check-run.ts
const ATTEMPTS$3 = 3;
/**
* Makes a commit's newest check run of our App with that name say what the draft says. Writes nothing when it does already.
* A run that is completed, or about another digest, is left as it is and followed by a new one; GitHub shows the newest.
* @throws CountersignError `check-run-too-long`; GitHubError.
*/
async function putCheckRun(repository, appId, draft) {
	let current = await newestCheckRun(repository, appId, draft);
	for (let failures = 0;;) {
		const step = nextStep(current, draft);
		if (step.kind === "done") return step.run;
		try {
			current = await perform$1(repository, draft, step);
			if (step.last) return current;
		} catch (error) {
			failures += 1;
			if (!(error instanceof GitHubError) || error.effect === "none" || failures >= ATTEMPTS$3) throw error;
			current = await newestCheckRun(repository, appId, draft);
		}
	}
}
/** Our App's check runs on a commit, branch or tag, newest first; all names when `name` is absent. */
async function ownCheckRuns(repository, appId, ref, name) {
	const { github } = repository;
	const query = {
		...at(repository),
		ref,
		app_id: appId,
		filter: "all",
		per_page: 100,
		...name === void 0 ? {} : { check_name: name }
	};
	return (await gather(github.paginate.iterator(github.rest.checks.listForRef, query), {
		what: "check runs of a commit",
		atMost: 5e3
	})).filter((run) => run.app?.id === appId && (name === void 0 || run.name === name)).map(toFact).sort((left, right) => right.id - left.id);
}
async function newestCheckRun(repository, appId, draft) {
	return (await ownCheckRuns(repository, appId, draft.head, draft.name))[0] ?? null;
}
async function perform$1(repository, draft, step) {
	const { checks } = repository.github.rest;
	const output = {
		...draftedOutput(draft),
		annotations: step.annotations.map(toAnswerAnnotation)
	};
	const common = {
		...at(repository),
		...draft.externalId === null ? {} : { external_id: draft.externalId },
		...draft.detailsUrl === void 0 ? {} : { details_url: draft.detailsUrl },
		...!step.last || draft.state === "waiting" ? { status: "in_progress" } : {
			status: "completed",
			conclusion: draft.state
		},
		output,
		...ONCE
	};
	const { data } = step.kind === "create" ? await checks.create({
		...common,
		name: draft.name,
		head_sha: draft.head
	}) : await checks.update({
		...common,
		check_run_id: step.id
	});
	return {
		...toFact(data),
		annotations: step.sent
	};
}
function toAnswerAnnotation(annotation) {
	const { startColumn, endColumn } = annotation;
	const columns = startColumn === void 0 || annotation.startLine !== annotation.endLine ? {} : {
		start_column: startColumn,
		end_column: endColumn ?? startColumn
	};
	return {
		path: annotation.path,
		start_line: annotation.startLine,
		end_line: annotation.endLine,
		...columns,
		annotation_level: annotation.level,
		title: annotation.title,
		message: annotation.message
	};
}
function toFact(data) {
	return {
		id: data.id,
		url: data.html_url,
		name: data.name,
		head: data.head_sha,
		externalId: data.external_id === "" ? null : data.external_id,
		state: data.status === "completed" ? data.conclusion === "success" ? "success" : "failure" : "waiting",
		completedAt: data.completed_at,
		title: data.output.title ?? "",
		summary: data.output.summary ?? "",
		text: data.output.text,
		annotations: data.output.annotations_count
	};
}

// src/render/annotations.ts
const TITLE_LIMIT = 200;
const MESSAGE_LIMIT = 4e3;
const GAINS_SHOWN = 8;
/** As many as GitHub takes in one request: more would bury the files, and the comment has all of them. */
const MAXIMUM = 50;
const LEVELS = [
	"failure",
	"warning",
	"notice"
];
/** Remarks for the changed files, the riskiest first, and how many there were altogether. */
function annotationsOf(view) {
	const { diagnostics, findings } = view.assessment;
	const changed = new Map(view.changes.map((change) => [change.change.address, change]));
	const fromFindings = findings.flatMap((finding) => {
		const location = finding.address === null ? null : changed.get(finding.address)?.assessment.location ?? null;
		if (location === null) return [];
		return [annotation(location, finding.effect === "deny" ? "failure" : "warning", finding.code, plain(findingPhrase(finding, view.naming)))];
	});
	const all = [
		...view.changes.flatMap(blockedAnnotations),
		...view.changes.flatMap(changeAnnotations),
		...fromFindings,
		...inTurn(diagnostics).flatMap(diagnosticAnnotation)
	];
	return {
		shown: LEVELS.flatMap((level) => all.filter((one) => one.level === level)).slice(0, MAXIMUM),
		all: all.length
	};
}
/** Of every file the first before the second of any, and one for each kind on a line: a file full of mistakes hides no other. */
function inTurn(diagnostics) {
	const first = new Map(diagnostics.map((diagnostic) => [placeOf$1(diagnostic), diagnostic]).toReversed());
	const kept = diagnostics.filter((diagnostic) => first.get(placeOf$1(diagnostic)) === diagnostic);
	return [...Map.groupBy(kept, ({ location }) => location?.path).values()].flatMap((members) => members.map((diagnostic, turn) => ({
		diagnostic,
		turn
	}))).toSorted((left, right) => left.turn - right.turn).map(({ diagnostic }) => diagnostic);
}
function placeOf$1({ code, location }) {
	return `${location?.path}:${location?.line}:${code}`;
}
function diagnosticAnnotation(diagnostic) {
	if (diagnostic.location === void 0) return [];
	const level = diagnostic.severity === "error" ? "failure" : "warning";
	return [annotation(diagnostic.location, level, diagnostic.code, plain(diagnosticPhrase(diagnostic)))];
}
function blockedAnnotations({ change, assessment }) {
	return change.blocked.flatMap((reason) => {
		const location = assessment.locations[reason.pointer ?? ""] ?? assessment.location;
		return location === null ? [] : [annotation(location, "failure", reason.code, plain([said(reason.message)]))];
	});
}
/** On each line that widens access; on the document where something else is to be said of it. */
function changeAnnotations(view) {
	const { change, assessment } = view;
	if (assessment.location === null || change.blocked.length > 0 || change.metadata.after === null) return [];
	const widening = wideningAnnotations(view);
	const placed = new Set((assessment.widensAt ?? []).flatMap(({ gains }) => gains));
	if (placed.size > 0 && placed.size === assessment.gains.length && change.irreversible.length === 0) return widening;
	const message = `${plain(changeSentence(view))}. Risk: ${plain(riskPhrase(view))}.`;
	return [...widening, annotation(assessment.location, levelOf(view), titleOf$2(view, change.action), message)];
}
/** What lets its holder change access comes before what is only used, whichever stands first in the document. */
function wideningAnnotations(view) {
	const { gains, widensAt = [] } = view.assessment;
	return widensAt.map(({ location, gains: indexes }) => {
		const gained = indexes.flatMap((index) => gains[index] ?? []);
		return {
			location,
			gained,
			power: gained.some(({ power }) => power === "administer")
		};
	}).toSorted((left, right) => Number(right.power) - Number(left.power)).map(({ location, gained, power }) => {
		const phrase = [
			data(view.name),
			" gains ",
			...listed$1(groupAccess(gained).map((group) => accessPhrase(group)), GAINS_SHOWN)
		];
		const message = `${plain(phrase)}. Risk: ${plain(riskPhrase(view))}.`;
		return annotation(location, power ? "warning" : levelOf(view), titleOf$2(view, "gains access"), message);
	});
}
function levelOf({ assessment: { risk } }) {
	return risk.level === "critical" || risk.level === "high" ? "warning" : "notice";
}
function titleOf$2({ name }, what) {
	return plain([data(name), `: ${what}`]);
}
function annotation({ path, line }, level, title, message) {
	return {
		path,
		line,
		level,
		title: cut(title, 200),
		message: cut(message, MESSAGE_LIMIT)
	};
}

// src/render/approval-check.ts
const BUDGET$1 = {
	reasons: 8e3,
	waiting: 12e3,
	approved: 8e3,
	discounted: 16e3
};
const PEOPLE_SHOWN = 10;
/** countersign/approval: for whom it waits, who approved, whose review does not count and why. */
function renderApprovalCheck(input) {
	const { decision, digest } = input;
	const view = viewOf(input.plan, digest, input.assessment);
	const sections = [
		`plan \`${shortDigest(digest)}\`: ${markdown(verdictPhrase(view))}.`,
		...input.level === "trial" ? [TRIAL_SENTENCE] : [],
		...list(decision.kind === "approved" ? "**Approved**" : decision.kind === "refused" ? "**Refused**" : "**Waiting**", besidesMissing(decision), BUDGET$1.reasons, reasonPhrase),
		...list("**Policy**", input.assessment.findings.filter(isDenial), BUDGET$1.reasons, (finding) => findingPhrase(finding, view.naming)),
		...list("**Requirements**", missingFirst(decision), BUDGET$1.waiting, requirementStatePhrase),
		...list("**Reviews that count, and that nothing asks for**", unasked(decision), BUDGET$1.approved, ({ reviewer }) => [personPart(reviewer)]),
		...list("**Reviews that do not count**", decision.discounted, BUDGET$1.discounted, discountedPhrase),
		...progressSections(input.progress),
		...anchorSection(input)
	];
	return {
		title: titleOf$1(decision),
		summary: sections.join("\n\n"),
		text: controlsText(input.controls),
		conclusion: conclusionOf(decision),
		annotations: []
	};
}
function controlsText(controls) {
	const fold = controlsFold(controls, CHECK_LIMIT);
	return fold === null ? "" : foldMarkdown(fold);
}
function conclusionOf({ kind }) {
	switch (kind) {
		case "approved": return "success";
		case "refused": return "failure";
		case "waiting": return null;
	}
}
/** A requirement that is listed says itself what it lacks. */
function besidesMissing({ reasons, requirements }) {
	return requirements.length === 0 ? reasons : reasons.filter(({ code }) => code !== "approval-missing");
}
/** With its rule, that rule's line, the values it saw and how to comply: the decision itself names no more than the rule. */
function isDenial({ effect }) {
	return effect === "deny";
}
function missingFirst(decision) {
	return statesOf(decision).toSorted((left, right) => Number(isOpen(right)) - Number(isOpen(left)));
}
function unasked({ counted, requirements }) {
	const asked = new Set(requirements.flatMap(({ satisfiedBy }) => satisfiedBy.map(({ id }) => id)));
	return counted.filter(({ reviewer }) => !asked.has(reviewer.id));
}
/** Each once; that approvals are missing, too, only where it is all there is to say. */
function codesOf(decision) {
	const others = besidesMissing(decision);
	const said = others.length === 0 ? decision.reasons : others;
	return listed$1([...new Set(said.map(({ code }) => code))].map((code) => [data(code)]), 3);
}
function titleOf$1(decision) {
	return cut(capitalized(plain(titlePhrase(decision))), 200);
}
function titlePhrase(decision) {
	const { kind, counted } = decision;
	switch (kind) {
		case "approved": return counted.length === 0 ? ["approved: no approval is needed"] : ["approved by ", ...listed$1(counted.map(({ reviewer }) => [data(reviewer.login)]), 4)];
		case "refused": return ["refused: ", ...codesOf(decision)];
		case "waiting": {
			const missing = statesOf(decision).filter(isOpen);
			if (missing.length === 0) return ["waiting: ", ...codesOf(decision)];
			return ["waiting for ", ...listed$1(missing.map((options) => eitherPhrase(options.map(lacking), missingPhrase)), 4)];
		}
	}
}
function missingPhrase({ requirement, missing }) {
	return [...missing > 1 ? [`${missing} of `] : [], ...approverPhrase(requirement)];
}
function statesOf({ requirements }) {
	const standing = requirements.filter(({ spared }) => spared !== true);
	return byChoice(standing, ({ requirement }) => requirement.choice);
}
function isOpen(options) {
	return options.every((option) => lacking(option).length > 0);
}
function lacking(option) {
	return option.filter(({ missing }) => missing > 0);
}
function list(heading, items, budget, phrase) {
	if (items.length === 0) return [];
	return [[
		heading,
		"",
		...fit(items, budget, (item) => `- ${markdown(phrase(item))}`, (left) => `- … and ${count(left, "more", "more")}.`)
	].join("\n")];
}
function reasonPhrase({ code, message, pointer }) {
	const place = pointer === void 0 ? [] : [" at ", data(pointer)];
	return [
		said(message),
		...place,
		" (",
		data(code),
		")",
		...nextPhrase(code)
	];
}
function personPart({ login }) {
	return data(login);
}
function requirementStatePhrase(options) {
	const mark = isOpen(options) ? missingText(options) : "met";
	const met = options.flatMap((option) => option.filter(({ satisfiedBy }) => satisfiedBy.length > 0));
	return [
		strong(mark),
		": ",
		...requirementPhrase(options.map((option) => option.map(({ requirement }) => requirement))),
		...met.flatMap((state) => ["; ", ...approvedPhrase(state, options.flat().length)])
	];
}
/** What lacks least, where there is a choice. */
function missingText(options) {
	const sums = options.map((option) => option.reduce((sum, { missing }) => sum + missing, 0));
	return `${Math.min(...sums)} missing`;
}
function approvedPhrase({ requirement, satisfiedBy }, parts) {
	const people = listed$1(satisfiedBy.map((person) => [personPart(person)]), PEOPLE_SHOWN);
	return parts === 1 ? ["approved by ", ...people] : [
		...approverPhrase(requirement),
		": approved by ",
		...people
	];
}
function discountedPhrase({ reviewId, reviewer, reason }) {
	return [
		personPart(reviewer),
		` (review ${reviewId}): `,
		...reasonPhrase(reason)
	];
}
function progressSections(progress) {
	switch (progress.kind) {
		case "unpublished": return ["The plan is not published yet: no review counts before it is."];
		case "published": {
			const place = progress.commentUrl === null ? "in its comment" : `in [its comment](${encodeURI(progress.commentUrl).replaceAll("(", "%28").replaceAll(")", "%29")})`;
			const quote = progress.mustQuote ? ` Reviews count only when they quote the code ${markdown([data(progress.code)])}.` : "";
			return [`Published ${place} at ${markdown([data(progress.publishedAt)])}: only later reviews count.${quote}`];
		}
		case "applying": return ["Landed: the plan is being applied."];
		case "applied": {
			const { receipts, result } = progress.report;
			return [`Landed: ${result}, ${receipts.filter(isDone).length} of ${count(receipts.length, "step")} done.`];
		}
	}
}
function anchorSection({ digest, anchor }) {
	const known = anchor === null ? [] : [`; ledger up to entry ${anchor.index}, ${markdown([data(anchor.hash)])}`];
	return [`Digest ${markdown([data(digest)])}${known.join("")}.`];
}

// src/render/group-check.ts
/** More would tell nothing new: each has to be mended before the group can pass. */
const MAXIMUM_REASONS = 50;
/** What both checks of a merge group's commit say. */
function renderGroupCheck({ kind, reasons }, level) {
	const nextOf = kind === "approved" ? () => [] : nextPhrase;
	const codes = [...new Set(reasons.map(({ code }) => code))].map((code) => [data(code)]);
	const title = kind === "approved" ? "The merge group may land" : plain(["Refused: ", ...listed$1(codes, 3)]);
	const lines = reasons.slice(0, MAXIMUM_REASONS).map(({ code, message }) => `- ${markdown([
		said(message),
		" (",
		data(code),
		")",
		...nextOf(code)
	])}`);
	const more = reasons.length - lines.length;
	return {
		title: cut(title, 200),
		summary: [[...lines, ...more > 0 ? [`- … and ${more} more`] : []].join("\n"), ...level === "trial" ? [TRIAL_SENTENCE] : []].join("\n\n"),
		text: "",
		conclusion: kind === "approved" ? "success" : "failure",
		annotations: []
	};
}

// src/render/incomplete.ts
const PARTIAL_BUDGET = 4e3;
/** In place of a plan that has errors or that is incomplete; of the latter also what it would do where everything was read. */
function renderUnplanned(view, level) {
	const lead = view.standing === "incomplete" ? leadLines(view, PARTIAL_BUDGET) : [];
	const partial = lead.length === 0 ? [] : [
		"**What was read would change**: a part of a plan, which nobody can approve",
		"",
		...lead
	];
	return renderErrors({
		...view.assessment,
		level,
		partial
	});
}

// src/render/check-run.ts
/** countersign/plan: succeeds when the plan was computed, can be applied, and nothing denies it. */
function renderPlanCheck({ plan, digest, assessment, level }) {
	const view = viewOf(plan, digest, assessment);
	const remarks = annotationsOf(view);
	const annotations = remarks.shown;
	if (view.standing === "errored" || view.standing === "incomplete") return {
		title: capitalized(errorsVerdict(assessment.diagnostics, assessment.incomplete)),
		summary: [renderUnplanned(view, level), ...remarksLine(remarks)].join("\n"),
		text: view.standing === "incomplete" ? textOf(view) : "",
		conclusion: "failure",
		annotations
	};
	const conclusion = view.standing === "blocked" || view.standing === "denied" ? "failure" : "success";
	return {
		title: capitalized(titleOf(view)),
		summary: [summaryOf$1(view, level), ...remarksLine(remarks)].join("\n\n"),
		text: textOf(view),
		conclusion,
		annotations
	};
}
/** Either check where there is no plan to show, e.g. because the pull request touches no identity, with the reason. */
function renderPlainCheck(conclusion, { code, message }) {
	const title = conclusion === "success" ? "Nothing to plan" : cut(`Not planned: ${plain([data(code)])}`, 200);
	const next = conclusion === "success" ? [] : nextPhrase(code);
	return {
		title,
		summary: markdown([
			said(message),
			" (",
			data(code),
			")",
			...next
		]),
		text: "",
		conclusion,
		annotations: []
	};
}
function titleOf(view) {
	return cut(plain(verdictPhrase(view)), 200);
}
/** Bytes. The table has what the sections before it leave, but for its head and the line on remarks. */
const MOST_ROWS = 26e3;
const LAST_LINE = 1e3;
function summaryOf$1(view, level) {
	const { plan, assessment } = view;
	const first = [governanceLines(plan.governance, 3e3), takenInLines(assessment.diagnostics, 2e3)];
	const before = [
		`plan \`${shortDigest(view.digest)}\`: ${markdown(verdictPhrase(view))}.`,
		...level === "trial" ? [TRIAL_SENTENCE] : [],
		...[
			...first,
			leadSection(leadLines(view, 9e3), first),
			blockedLines(view, 6e3),
			irreversibleLines(view, 6e3),
			noteLines(view, 4e3),
			othersLines(view, 4e3),
			policyLines(view, 6e3),
			exceptionLines(view, 3e3)
		].flatMap((lines) => lines.length === 0 ? [] : [lines.join("\n")])
	].join("\n\n");
	const rows = tableLines(view, Math.min(MOST_ROWS, CHECK_LIMIT - sizeOf$1(before) - LAST_LINE));
	return rows.length === 0 ? before : `${before}\n\n${rows.join("\n")}`;
}
function textOf(view) {
	return [
		editsFold(view, CHECK_LIMIT - 12e3),
		credentialsFold(view, 4e3),
		readFold(view, 6e3)
	].flatMap((fold) => fold === null ? [] : [`#### ${fold.title}\n\n${fold.lines.join("\n")}`]).join("\n\n");
}
/** Said only where some are left out. */
function remarksLine({ shown, all }) {
	if (shown.length === all) return [];
	return [`On the files stand the ${shown.length} riskiest of ${grouped(all)} remarks.`];
}

// src/workflows/checks.ts
const PLAN_CHECK = "countersign/plan";
const APPROVAL_CHECK$1 = "countersign/approval";
/** A command that verifies the ledger offline. @param url of a pull request, which tells where GitHub's pages are. */
function verifyHint(url, { ledger }) {
	const [, home = "", own = ""] = /^(.*)\/([^/]+\/[^/]+)\/pull\/\d+$/u.exec(url) ?? [];
	const keys = ledger.signing.kind === "none" ? "" : " --keys trusted-keys.json";
	return `git clone --branch ${ledger.branch} --single-branch ${home}/${ledger.repository ?? own} ledger && countersign verify ledger${keys}`;
}
async function postPlan(surface, planned) {
	const { plan, digest, assessment } = planned;
	const output = renderPlanCheck({
		plan,
		digest,
		assessment,
		level: levelOf$1(surface.configuration)
	});
	await put(surface, PLAN_CHECK, planned.head, digest, output);
}
/** The required check. A head that several open pull requests share can be green for none of them alone. */
async function postApproval(surface, { planned, decision, run, commentUrl, about }) {
	const { plan, digest, assessment } = planned;
	const progress = run === null || run.publishedAt === null ? { kind: "unpublished" } : {
		kind: "published",
		publishedAt: run.publishedAt,
		commentUrl,
		code: run.code,
		mustQuote: run.mustQuote
	};
	const anchor = await surface.ledger.anchor();
	const coverage = surface.configuration.policySet.coverage(plan.changes, about?.labels ?? null);
	const controls = controlsReport({
		plan,
		digest,
		assessment,
		coverage,
		approval: decision,
		recorded: run === null ? null : anchor
	});
	const output = renderApprovalCheck({
		decision,
		plan,
		digest,
		assessment,
		progress,
		level: levelOf$1(surface.configuration),
		anchor,
		controls
	});
	await put(surface, APPROVAL_CHECK$1, planned.head, digest, output);
}
/** Both checks with one sentence, where there is no plan to show. */
async function postPlain(poster, head, conclusion, reason) {
	const output = renderPlainCheck(conclusion, reason);
	for (const name of [PLAN_CHECK, APPROVAL_CHECK$1]) await put(poster, name, head, null, output);
}
/** Both checks of a merge group's commit. @param configuration null where it cannot be read. */
async function postGroup(poster, configuration, head, decision) {
	const output = renderGroupCheck(decision, configuration === null ? "trial" : levelOf$1(configuration));
	for (const name of [PLAN_CHECK, APPROVAL_CHECK$1]) await put(poster, name, head, null, output);
}
async function put({ repository, principal }, name, head, digest, output) {
	const state = output.conclusion ?? "waiting";
	const annotations = output.annotations.map(({ path, line, level, title, message }) => ({
		path,
		startLine: line,
		endLine: line,
		level,
		title,
		message
	}));
	const text = output.text === "" ? null : output.text;
	await putCheckRun(repository, postingApp(await principal()), {
		name,
		head,
		externalId: digest,
		state,
		title: output.title,
		summary: output.summary,
		text,
		annotations
	});
}

// src/github/branch-beginning.ts
/**
* Begins a branch with a commit that has no parents.
* @returns the commit, or null when the branch exists already.
* @throws CountersignError `ledger-repository-empty` when the repository has no commit at all.
*/
async function beginBranch(repository, beginning) {
	const commit = await createRootCommit(repository, beginning);
	return await createBranch(repository, beginning.branch, commit) === commit ? commit : null;
}
/** Makes a branch where there is none; one that exists already is left as it is. @returns its tip, which then is another commit. */
async function createBranch(repository, branch, commit) {
	try {
		await repository.github.rest.git.createRef({
			...at(repository),
			ref: `refs/heads/${branch}`,
			sha: commit
		});
		return commit;
	} catch (error) {
		if (!(error instanceof GitHubError)) throw error;
		const tip = await branchTip(repository, branch);
		if (tip === null) throw error;
		return tip;
	}
}
/** Makes a commit that adds one file, on no branch yet. @returns its id. */
async function commitFile(repository, addition) {
	const { git } = repository.github.rest;
	const { path, text: content, base, message } = addition;
	const { data: commit } = await git.getCommit({
		...at(repository),
		commit_sha: base
	});
	const entry = {
		path,
		mode: "100644",
		type: "blob",
		content
	};
	const { data: tree } = await git.createTree({
		...at(repository),
		base_tree: commit.tree.sha,
		tree: [entry]
	});
	const { data: made } = await git.createCommit({
		...at(repository),
		message,
		tree: tree.sha,
		parents: [base]
	});
	return made.sha;
}
async function createRootCommit(repository, { files, message }) {
	const { git } = repository.github.rest;
	try {
		const tree = [];
		for (const [path, bytes] of files) {
			const { data } = await git.createBlob({
				...at(repository),
				content: Buffer.from(bytes).toString("base64"),
				encoding: "base64"
			});
			tree.push({
				path,
				mode: "100644",
				type: "blob",
				sha: data.sha
			});
		}
		const { data: root } = await git.createTree({
			...at(repository),
			tree
		});
		const { data: commit } = await git.createCommit({
			...at(repository),
			message,
			tree: root.sha,
			parents: []
		});
		return commit.sha;
	} catch (error) {
		if (!(error instanceof GitHubError) || error.httpStatus !== 409) throw error;
		throw new CountersignError("ledger-repository-empty", `${repository.owner}/${repository.repo} has no commit yet`, {
			mend: "Put a first commit into the repository, for instance a README, and run again.",
			cause: error
		});
	}
}

// src/github/pull-requests.ts
/** One pull request. @throws GitHubError `github-not-found`. */
async function pullRequest(repository, number) {
	const { data } = await repository.github.rest.pulls.get({
		...at(repository),
		pull_number: number
	});
	return toPullRequest(data);
}
const OPEN = {
	what: "open pull requests",
	atMost: 1e4
};
/** Every open pull request into a branch, oldest first. */
async function openPullRequests(repository, base) {
	const { github } = repository;
	const query = {
		...at(repository),
		state: "open",
		base,
		sort: "created",
		direction: "asc",
		per_page: 100
	};
	return (await gather(github.paginate.iterator(github.rest.pulls.list, query), OPEN)).map(toPullRequest);
}
/** Every open pull request into `base` whose head is this commit, from forks, too. */
async function openPullRequestsByHead(repository, base, head) {
	return (await openPullRequests(repository, base)).filter((pull) => pull.head.sha === head);
}
/** The oldest pull request from a branch of this repository into another, open, closed or merged; null when there is none. */
async function pullRequestFrom(repository, branch, base) {
	const { github, owner } = repository;
	const order = {
		sort: "created",
		direction: "asc",
		per_page: 100
	};
	const query = {
		...at(repository),
		state: "all",
		head: `${owner}:${branch}`,
		base,
		...order
	};
	const pages = github.paginate.iterator(github.rest.pulls.list, query);
	return (await gather(pages, {
		what: `pull requests from ${branch}`,
		atMost: 1e3
	})).map(toPullRequest).find(({ head }) => head.ref === branch && head.repository?.fork !== true) ?? null;
}
const ATTEMPTS$2 = 3;
/** Opens a pull request from a branch of this repository; the one that was opened before, when GitHub's answer to it was lost. @throws GitHubError. */
async function openPullRequest(repository, draft) {
	const { branch: head, base, title, body } = draft;
	for (let attempt = 1;; attempt += 1) try {
		const query = {
			...at(repository),
			head,
			base,
			title,
			body,
			...ONCE
		};
		return toPullRequest((await repository.github.rest.pulls.create(query)).data);
	} catch (error) {
		if (!(error instanceof GitHubError)) throw error;
		const refused = error.effect === "none";
		const found = error.code === "github-forbidden" ? null : await pullRequestFrom(repository, head, base);
		if (found !== null) return found;
		if (refused || attempt >= ATTEMPTS$2) throw error;
	}
}
/** The merged pull requests into `base` that GitHub associates with a commit. More than one is possible. */
async function landedPullRequests(repository, base, commit) {
	const { github } = repository;
	const query = {
		...at(repository),
		commit_sha: commit,
		per_page: 100
	};
	const bound = {
		what: `pull requests of commit ${commit}`,
		atMost: 1e3
	};
	return (await gather(github.paginate.iterator(github.rest.repos.listPullRequestsAssociatedWithCommit, query), bound)).map(toPullRequest).filter((pull) => pull.merged !== null && pull.base.ref === base);
}
/** Of the hundred pull requests into `base` that were closed or changed last, those that were merged. */
async function recentlyMerged(repository, base) {
	const order = {
		sort: "updated",
		direction: "desc",
		per_page: 100
	};
	const { data } = await repository.github.rest.pulls.list({
		...at(repository),
		state: "closed",
		base,
		...order
	});
	return data.map(toPullRequest).filter(({ merged }) => merged !== null);
}
function toPullRequest(data) {
	const { head, base } = data;
	return {
		number: data.number,
		url: data.html_url,
		state: data.state === "open" ? "open" : "closed",
		createdAt: data.created_at,
		author: toPerson(data.user),
		head: {
			sha: head.sha,
			ref: head.ref,
			repository: head.repo === null ? null : {
				id: head.repo.id,
				owner: head.repo.owner.login,
				repo: head.repo.name,
				fork: head.repo.id !== base.repo.id
			}
		},
		base: {
			ref: base.ref,
			sha: base.sha
		},
		merged: data.merged_at === null ? null : {
			at: data.merged_at,
			commit: data.merge_commit_sha
		}
	};
}

// src/workflows/failure.ts
/** What a check or a log can say of an error. Of an unforeseen one only its kind: its message may quote anything. */
function reasonOf(error) {
	if (error instanceof CountersignError) return {
		code: error.code,
		message: `${error.message} ${error.mend}`
	};
	return {
		code: "unexpected",
		message: `The run met ${error instanceof Error ? error.name : "something that is no error"} here. Run it again; if it stays, please report this.`
	};
}

// src/workflows/code-owners.ts
/** The file that GitHub reads owners from, where the configuration asks it; one that cannot be read makes no rules. */
async function codeOwnersIn(contents, tree, { codeOwners }) {
	if (codeOwners === null) return {
		kind: "file",
		file: null
	};
	const path = CODE_OWNERS_PATHS.find((one) => tree.has(one));
	if (path === void 0) return {
		kind: "file",
		file: NO_CODE_OWNERS
	};
	const { inputs, diagnostics } = await contents.inputs(tree, (one) => one === path);
	const [input] = inputs;
	if (input === void 0) return {
		kind: "invalid",
		diagnostics
	};
	return {
		kind: "file",
		file: {
			path,
			text: Buffer.from(input.bytes).toString("utf8")
		}
	};
}

// src/workflows/policies.ts
/**
* The policies in a tree that a configuration names. What cannot be read as a file is among their diagnostics, so that no rule goes
* missing. The engine is loaded where there is any.
*/
async function policiesIn(contents, tree, configuration) {
	if (configuration.policies.length === 0) return NO_POLICIES;
	return await policySetOfFiles(await contents.inputs(tree, isPolicyFile(configuration)), configuration);
}
/**
* The policies that these files make, which are all that the configuration names; `diagnostics`: of those that cannot be read. Where one of
* its names has none of them the set warns of it.
*/
async function policySetOfFiles(found, configuration) {
	return warningOf(await setOf(found, configuration), unmatchedNames(configuration, found));
}
async function setOf({ inputs, diagnostics }, configuration) {
	if (inputs.length + diagnostics.length === 0) return NO_POLICIES;
	const { loadPolicies, policySetOf } = await import("./chunks/policy3.js");
	const loaded = loadPolicies(inputs, configuration);
	return policySetOf({
		...loaded,
		diagnostics: [...diagnostics, ...loaded.diagnostics]
	}, configuration);
}

// src/workflows/rules.ts
async function rulesAt(contents, commit, providers) {
	const tree = await contents.tree(commit);
	if (tree.get(".github/countersign.yaml") === void 0) return { kind: "absent" };
	const { inputs, diagnostics } = await contents.inputs(tree, (path) => path === CONFIGURATION_PATH);
	const [input] = inputs;
	if (input === void 0) return {
		kind: "invalid",
		diagnostics
	};
	const parsed = parseConfiguration(input, [...providers.values()]);
	if (parsed.kind === "invalid") return parsed;
	const owners = await codeOwnersIn(contents, tree, parsed.configuration);
	if (owners.kind === "invalid") return owners;
	const policySet = await policiesIn(contents, tree, parsed.configuration);
	return {
		kind: "rules",
		configuration: {
			...parsed.configuration,
			policySet,
			codeOwners: owners.file
		}
	};
}
/** @throws CountersignError `rules-missing` where a decision needs rules and there are none that can be read. */
async function requireRules(contents, commit, providers) {
	const rules = await rulesAt(contents, commit, providers);
	if (rules.kind === "rules") return rules.configuration;
	const [first] = rules.kind === "invalid" ? rules.diagnostics : [];
	throw new CountersignError("rules-missing", `There are no readable rules in ${CONFIGURATION_PATH} at ${commit.slice(0, 7)}.`, {
		mend: "Let an administrator land a valid configuration; countersign validate shows what is wrong with it.",
		...first === void 0 ? {} : { evidence: `${first.code}: ${first.cause}` }
	});
}
/** What is declared at one commit, by the globs and sources of the given rules. @param among only in these files */
async function desiredAt(contents, commit, configuration, providers, among = () => true) {
	const classify = classifier(configuration);
	const { inputs, diagnostics } = await contents.inputs(await contents.tree(commit), (path) => among(path) && isInput(classify(path)));
	const loaded = load(inputs, {
		providers: [...providers.values()],
		configuration
	}, pathsOf$1(diagnostics));
	return {
		...loaded,
		diagnostics: [...diagnostics, ...loaded.diagnostics]
	};
}
/** Rule files that differ between two commits, sorted by path; also what is one only by the rules of the later commit. */
async function governanceBetween({ contents, providers }, base, head, configuration) {
	const classify = classifier(configuration);
	const [before, after] = [await contents.tree(base), await contents.tree(head)];
	const changed = changedPaths$1(before, after).filter(({ path }) => classify(path) === "governance");
	const [were, are] = [await rulesAt(contents, base, providers), await rulesAt(contents, head, providers)];
	const taken = were.kind === "rules" && are.kind === "rules" ? takenAsRules(after, were, are) : [];
	const common = new Set(changed.map(({ path }) => path));
	const paths = /* @__PURE__ */ new Set([...common, ...taken]);
	const [old, now] = [await ruleHashes(contents, before, common), await ruleHashes(contents, after, paths)];
	return [...paths].toSorted(compareText).map((path) => ({
		path,
		base: old.get(path) ?? null,
		head: now.get(path) ?? null
	}));
}
/** Paths that become rules without a change of their own. Told by what stands at the two commits, whichever rules judge. */
function takenAsRules(tree, before, after) {
	const [was, is] = [classifier(before.configuration), classifier(after.configuration)];
	return [...tree.keys()].filter((path) => is(path) === "governance" && was(path) !== "governance");
}
/**
* Hashes of rule files' bytes, by path. What is no file is a rule all the same: a link or submodule counts by what it
* names. @throws CountersignError `rule-unreadable` when a file's bytes cannot be had.
*/
async function ruleHashes(contents, tree, paths) {
	const { inputs, diagnostics } = await contents.inputs(tree, (path) => paths.has(path));
	const hashes = new Map(inputs.map(({ path, bytes }) => [path, sha256(bytes)]));
	for (const { path, kind, sha } of tree.values()) if (paths.has(path) && kind !== "file") hashes.set(path, sha256(`${kind} ${sha}`));
	const missing = diagnostics.find(({ location }) => location !== void 0 && !hashes.has(location.path));
	if (missing === void 0) return hashes;
	throw new CountersignError("rule-unreadable", `A rule file cannot be read: ${missing.cause}`, {
		evidence: missing.location?.path ?? "",
		mend: missing.mend
	});
}
/** Whether anything that Countersign looks at differs between two commits. */
async function isConcerned(contents, base, head, configuration) {
	const classify = classifier(configuration);
	return changedPaths$1(await contents.tree(base), await contents.tree(head)).some(({ path }) => classify(path) !== "other");
}
/** Files of the head that differ from the start and are not read, for the ending of their names alone. */
async function overlookedBetween(contents, start, head, configuration) {
	const files = changedPaths$1(await contents.tree(start), await contents.tree(head)).flatMap(({ path, after }) => after?.kind === "file" ? [path] : []);
	return overlookedFiles(files, configuration);
}

// src/workflows/follow-up-draft.ts
/** What asks again from the tip of the default branch, by the rules there. */
async function draftOf({ contents, providers, tip }, ask) {
	const { configuration } = tip;
	const { landing, plan, outcome, pull, applyId } = ask;
	const [before, after, now] = [
		await desiredAt(contents, landing.before, configuration, providers),
		await desiredAt(contents, landing.commit, configuration, providers),
		await desiredAt(contents, tip.commit, configuration, providers)
	];
	const broken = [...after.diagnostics, ...now.diagnostics].find(({ severity }) => severity === "error");
	if (broken !== void 0) throw new CountersignError(broken.code, `The documents have errors: ${broken.code}.`, { mend: broken.mend });
	return followUpDraft({
		...ask.ended,
		applyId,
		pullRequest: pull.number,
		landing: landing.commit,
		gone: plan === null || outcome.kind !== "executed" ? /* @__PURE__ */ new Set() : goneIn(plan, outcome.report),
		before: before.state,
		after: after.state,
		tip: now.state,
		configuration,
		paths: new Set((await contents.tree(tip.commit)).keys())
	});
}

// src/workflows/follow-up.ts
/**
* Asks again, by a pull request with a Reconciliation, for what an apply that ends leaves open. Done before the ledger says that the
* apply has ended, and found again by its branch, so that a crash neither loses nor doubles it; afterwards it is never made anew.
* A definite refusal is told and ends it. What may pass by itself is thrown, and the next run takes the landing up again.
*/
async function followUp(surface, unfulfilled) {
	const { pull } = unfulfilled.landing;
	const ended = endedAs(unfulfilled);
	if (pull === null || !isFollowedUp(ended)) return { kind: "none" };
	const { unapproved } = surface.tip;
	if (unapproved !== null) return {
		kind: "impossible",
		reason: unapproved
	};
	try {
		return await askAgain(surface, {
			...unfulfilled,
			ended,
			pull
		});
	} catch (error) {
		if (!(error instanceof CountersignError) || mayPass(error)) throw error;
		return {
			kind: "impossible",
			reason: reasonOf(error)
		};
	}
}
/** The ledger kept moving, or another run entered something about the same pull request. */
const BUSY = /* @__PURE__ */ new Set(["ledger-contended", "ledger-overtaken"]);
function mayPass(error) {
	return BUSY.has(error.code) || error instanceof GitHubError && !isRefusal(error);
}
function endedAs({ outcome, unapplied }) {
	if (outcome.kind === "refused") return {
		result: "refused",
		codes: outcome.reasons.map(({ code }) => code),
		unapplied
	};
	if (outcome.kind === "superseded" || outcome.report.result === "unfinished") return {
		result: "superseded",
		codes: [],
		unapplied
	};
	return {
		result: outcome.report.result,
		codes: codesOf$1(outcome.report),
		unapplied
	};
}
async function askAgain(surface, ask) {
	const { repository } = surface;
	const branch = followUpBranch(ask.applyId);
	const { defaultBranch } = await repositoryFacts(repository);
	const known = await pullRequestFrom(repository, branch, defaultBranch);
	if (known !== null) return await originOf(surface, ask, branch, known.head.sha) === "foreign" ? taken(branch) : {
		kind: "opened",
		pullRequest: known.number
	};
	const tip = await branchTip(repository, branch);
	return (tip === null ? await begin$1(surface, ask, branch) : await adopt(surface, ask, branch, tip)) ?? await open$1(repository, branch, ask);
}
/**
* Enters the commit before there is a branch with it, so that the ledger tells what is ours whenever the run dies.
* @returns null when the branch stands, otherwise why there is none of ours.
*/
async function begin$1(surface, ask, branch) {
	const { repository, ledger } = surface;
	const { applyId, pull } = ask;
	const draft = await draftOf(surface, ask);
	if (draft.kind === "nothing") return { kind: "none" };
	if (draft.kind === "placeless") return {
		kind: "impossible",
		reason: PLACELESS
	};
	const { path, text } = draft;
	const message = `Ask again for what pull request ${pull.number} did not apply`;
	const commit = await commitFile(repository, {
		base: surface.tip.commit,
		path,
		text,
		message
	});
	const body = {
		type: "follow-up",
		applyId,
		branch,
		commit
	};
	await ledger.append([{
		pullRequest: pull.number,
		digest: ask.digest,
		body
	}]);
	const tip = await createBranch(repository, branch, commit);
	return tip === commit ? null : await adopt(surface, ask, branch, tip);
}
async function adopt(surface, ask, branch, tip) {
	return await originOf(surface, ask, branch, tip) === "ours" ? null : taken(branch);
}
/** Commits looked back at most on the branch that asks. */
const ADDED$1 = 100;
/**
* Whether what leads to `head` began as a commit that the ledger tells is ours. Whoever can write can push the branch first, and its
* name is no secret; what a commit holds, and what it stands on, nobody can change.
* @returns `gone` when GitHub no longer knows the head.
*/
async function originOf({ repository, ledger }, { pull }, branch, head) {
	const added = await orNull(() => firstParents(repository, head, null, ADDED$1));
	if (added === null) return "gone";
	const ours = followUpCommits(await ledger.entries(pull.number), branch);
	return added.commits.some(({ sha }) => ours.has(sha)) ? "ours" : "foreign";
}
function taken(branch) {
	return {
		kind: "impossible",
		reason: {
			code: "follow-up-branch-taken",
			message: `The branch ${branch}, or a pull request from it, holds something else than what asks again.`
		}
	};
}
const PLACELESS = {
	code: "follow-up-placeless",
	message: "No path for another document is left by the globs, or its name is taken."
};
/** Whoever can write may push to the branch, before as after it is opened; that makes them contributors of it. */
async function open$1(repository, branch, { pull, landing, ended }) {
	const { defaultBranch: base } = await repositoryFacts(repository);
	const about = {
		pullRequest: pull.number,
		landing: landing.commit,
		result: ended.result
	};
	try {
		const draft = {
			branch,
			base,
			title: followUpTitle(about),
			body: followUpBody(about)
		};
		return {
			kind: "opened",
			pullRequest: (await openPullRequest(repository, draft)).number
		};
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return {
			kind: "prepared",
			branch,
			url: compareUrl(pull, base, branch),
			reason: reasonOf(error)
		};
	}
}
/** GitHub's page on which a person opens a pull request from a branch. */
function compareUrl({ url }, base, branch) {
	const home = url.slice(0, url.lastIndexOf("/pull/"));
	const [from, to] = [base, branch].map((name) => name.split("/").map(encodeURIComponent).join("/"));
	return `${home}/compare/${from}...${to}?expand=1`;
}

// src/core/apply/landing.ts
/** `H(repository, pull request, landing commit, digest)`: one execution of one approved plan for one landing. */
function applyIdOf(repository, pullRequest, landing, digest) {
	return hashJson([
		"countersign apply 1",
		repository,
		pullRequest,
		landing,
		digest
	]);
}
function landedOf(before, after, governance) {
	const { identities } = scopeOf$1(before, after, "pull-request");
	return {
		desired: desiredOf(identities),
		governance,
		requests: requestsIn(identities)
	};
}
/** Null when the landing brought exactly what was planned; otherwise the first thing that differs. */
function landingDifference(plan, landed) {
	for (const part of [
		"desired",
		"governance",
		"requests"
	]) {
		const [planned, found] = [new Set(lines(plan[part])), new Set(lines(landed[part]))];
		const differing = [...planned].find((line) => !found.has(line)) ?? [...found].find((line) => !planned.has(line));
		if (differing !== void 0) return {
			code: "landing-differs",
			message: `${part}: ${differing} ${planned.has(differing) ? "was planned and did not land so" : "landed and was not planned so"}`
		};
	}
	return null;
}
/**
* Null when what the plan rests on still stands after a later landing: its head inputs, its rule files, and what asked for it.
* One that changed any of them took it back, or has a plan of its own, whatever stands there afterwards.
*/
function supersededBy(plan, state, governance) {
	const hashes = hashesOf(state);
	const moved = plan.desired.find(({ address, head }) => (hashes.get(address) ?? null) !== head);
	if (moved !== void 0) return {
		code: "superseded",
		message: `${moved.address} was changed by a later landing`
	};
	const rule = plan.governance.find(({ path, head }) => governance.has(path) && governance.get(path) !== head);
	if (rule !== void 0) return {
		code: "superseded",
		message: `${rule.path} was changed by a later landing`
	};
	const withdrawn = plan.requests.find((request) => !isAsked(state, request));
	if (withdrawn === void 0) return null;
	return {
		code: "superseded",
		message: `what asked to ${withdrawn.verb} ${withdrawn.address} was taken back`
	};
}
/**
* What a superseded landing leaves undone: everything that nobody had allowed, and the steps of what stood as it landed after
* each later landing. About the rest one of those decides, by a plan of its own that rests on nothing but approved documents.
* @param states what was declared after later landings
* @param allowed null: all of it
*/
function leftUndone(plan, states, allowed) {
	const taken = takenOver(plan, states);
	const stepped = new Set(plan.changes.filter(({ steps }) => steps.length > 0).map(({ address }) => address));
	return plan.desired.map(({ address }) => address).filter((address) => allowed?.has(address) === false || stepped.has(address) && !taken.has(address));
}
/** Addresses that a later landing decides about, whatever was done of them before. @param states as of `leftUndone` */
function takenOver(plan, states) {
	return new Set(states.flatMap((state) => changedIn(plan, state)));
}
/** Addresses that are declared or asked for otherwise than they landed. */
function changedIn(plan, state) {
	const hashes = hashesOf(state);
	return [...plan.desired.filter(({ address, head }) => (hashes.get(address) ?? null) !== head), ...plan.requests.filter((request) => !isAsked(state, request))].map(({ address }) => address);
}
function hashesOf({ identities }) {
	return new Map(identities.map(({ address, hash }) => [address, hash]));
}
function isAsked({ reconciliations }, request) {
	return reconciliations.some((document) => asks(document, request));
}
function asks({ verb, addresses }, request) {
	return verb === request.verb && addresses.includes(request.address);
}
function lines(items) {
	return items.map((item) => canonicalize(item)).sort(compareText);
}

// src/workflows/landed-inputs.ts
/** Null when what lies between two commits is exactly what was planned, in documents that can be read. */
async function landingReason({ contents, providers }, landing, plan, configuration) {
	const judged = async () => {
		const before = await desiredAt(contents, landing.before, configuration, providers);
		const after = await desiredAt(contents, landing.commit, configuration, providers);
		const [broken] = ownErrors(before, after, scopeOf$1(before.state, after.state, "pull-request").identities);
		if (broken !== void 0) return {
			code: "landing-invalid",
			message: `${broken.code}: ${broken.cause}`
		};
		const governance = await governanceBetween({
			contents,
			providers
		}, landing.before, landing.commit, configuration);
		return landingDifference(plan, landedOf(before.state, after.state, governance));
	};
	return await ifReadable(judged, ({ code, message }) => ({
		code: "landing-unreadable",
		message: `${code}: ${message}`
	}));
}
/**
* Addresses whose documents differ across a landing. Where one of its sides can never be read, these are all that the
* other declares: what came or went there, nobody knows.
*/
async function touchedBy({ contents, providers }, landing, configuration) {
	const read = async (commit) => await ifReadable(async () => await desiredAt(contents, commit, configuration, providers), () => null);
	const [before, after] = [await read(landing.before), await read(landing.commit)];
	if (before === null || after === null) return (before ?? after)?.state.identities.map(({ address }) => address) ?? [];
	return scopeOf$1(before.state, after.state, "pull-request").identities.map(({ address }) => address);
}
/** What a commit holds never changes: what cannot be read of it today stands in the way of every later landing for ever. */
const NEVER_READABLE = /* @__PURE__ */ new Set([
	"inputs-too-many",
	"rule-unreadable",
	"tree-too-large"
]);
/** What is read, or what stands for it where a commit can never be read. */
async function ifReadable(read, otherwise) {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof CountersignError) || !NEVER_READABLE.has(error.code)) throw error;
		return otherwise(error);
	}
}

// src/workflows/apply-record.ts
/** What one apply leaves behind: its entries in the ledger, and the comment that says what happened. */
var ApplyRecord = class {
	#surface;
	#landing;
	#applyId;
	#digest;
	constructor(surface, landing, applyId, digest) {
		this.#surface = surface;
		this.#landing = landing;
		this.#applyId = applyId;
		this.#digest = digest;
	}
	/** The word under which it executes, unless an earlier run entered it, and that it executes now. */
	async begin({ run, decision, plan, configuration, history }, lease) {
		const named = {
			applyId: this.#applyId,
			landing: this.#landing.name
		};
		if (history.approved === null) {
			const reviews = decision.counted.map(({ reviewId, reviewer: { id, login } }) => ({
				id: reviewId,
				reviewer: {
					id,
					login
				}
			}));
			const rules = {
				before: rulesHash(configuration),
				tip: rulesHash(this.#surface.tip.configuration)
			};
			await this.#append({
				type: "approved",
				...named,
				run: run.id,
				reviews,
				rules
			});
		}
		const steps = plan.changes.flatMap((change) => change.steps.map(({ id, repeat }) => ({
			id,
			repeat
		})));
		await this.#append({
			type: "apply-started",
			...named,
			epoch: lease.epoch,
			holder: lease.holder,
			steps
		});
	}
	async intent(stepId, commitment) {
		await this.#append({
			type: "intent",
			applyId: this.#applyId,
			stepId,
			commitment
		});
	}
	async receipt(receipt) {
		await this.#append(receiptBody(this.#applyId, receipt));
	}
	async refused(reasons, bypassed) {
		const named = {
			applyId: this.#applyId,
			landing: this.#landing.name
		};
		await this.#append({
			type: "refused",
			...named,
			reasons,
			bypassed
		});
	}
	/** @returns the address of the comment, when there is a pull request to say it on. */
	async finish({ result, outcome, plan, inputs, applied, unapplied, settles }) {
		const left = unapplied.length === 0 ? [] : await this.#excluding(unapplied, inputs);
		const named = {
			landing: this.#landing,
			applyId: this.#applyId,
			digest: this.#digest
		};
		const followed = await followUp(this.#surface, {
			...named,
			plan,
			outcome,
			unapplied
		});
		if (followed.kind !== "none") this.#surface.progress(followUpLine(followed));
		const commentUrl = await this.#comment(plan, outcome, followed);
		const taken = await this.#takenIn();
		await this.#append({
			type: "apply-finished",
			applyId: this.#applyId,
			landing: this.#landing.name,
			result,
			applied: applied.filter((address) => !taken.has(address)),
			unapplied: left,
			settled: settles ? this.#landing.commit : null
		});
		return commentUrl;
	}
	/** What the rules of this very landing took in is another document than the one that was approved and applied. */
	async #takenIn() {
		const { pull, commit } = this.#landing;
		if (pull === null) return /* @__PURE__ */ new Set();
		const bodies = (await this.#surface.ledger.entries(pull.number)).map(({ predicate: { body } }) => body);
		return new Set(bodies.flatMap((body) => body.type === "rules" && body.commit === commit ? body.takenIn : []));
	}
	async #append(body) {
		const pullRequest = this.#landing.pull?.number ?? null;
		await this.#surface.ledger.append([{
			pullRequest,
			digest: this.#digest,
			body
		}]);
	}
	async #excluding(unapplied, inputs) {
		const people = asInvolved(await this.#contributors(unapplied, inputs));
		return unappliedChanges(unapplied, people, await this.#surface.ledger.unapplied(unapplied));
	}
	/** By the same measure as when it was judged; where the inputs are not known, whoever merged the base contributed, too. */
	async #contributors(unapplied, inputs) {
		const { repository, ledger } = this.#surface;
		const { pull, before, commit } = this.#landing;
		if (pull === null) {
			const { defaultBranch: branch } = await repositoryFacts(repository);
			return await contributorsAcross(repository, {
				branch,
				before,
				commit
			});
		}
		const senders = sendersIn(await ledger.entries(pull.number));
		const isClean = async (merge) => inputs !== null && await ifReadable(() => isCleanMerge(this.#surface, inputs, merge), () => false);
		const own = await ownWrites(this.#surface, pull, unapplied);
		return await contributorsOf(repository, {
			pull,
			senders,
			isClean,
			own
		});
	}
	/** Posted before the apply is entered as finished, and found again by its bytes, so that a crash neither loses nor doubles it. */
	async #comment(plan, outcome, followed) {
		const { repository, tip, providers } = this.#surface;
		const { pull, name: landing } = this.#landing;
		if (pull === null) return null;
		const hints = {
			level: levelOf$1(tip.configuration),
			verifyHint: verifyHint(pull.url, tip.configuration)
		};
		const told = {
			plan,
			digest: this.#digest,
			outcome,
			landing,
			applyId: this.#applyId,
			followUp: followed
		};
		const kinds = [...providers.values()].flatMap((provider) => provider.kinds);
		const words = new Map(kinds.map((definition) => [definition.kind, definition.words ?? {}]));
		const body = renderOutcome({
			...told,
			...hints,
			words
		});
		const draft = {
			pullRequest: pull.number,
			authorId: (await ownAccount(repository.github)).id,
			body
		};
		try {
			return (await findOwnComment(repository, {
				...draft,
				hash: sha256(body)
			}) ?? await postComment(repository, draft)).url;
		} catch (error) {
			if (isRefusal(error)) return null;
			throw error;
		}
	}
};

// src/workflows/concern.ts
/**
* Whether a pull request needs a plan, by the rules at the tip of its base branch. Contacts no live system.
* @param askedHead the head of a fork that somebody with write permission asked to have planned
* @throws CountersignError `branch-missing`.
*/
async function concernOf({ repository, contents, providers }, pull, askedHead) {
	const { defaultBranch, visibility } = await repositoryFacts(repository);
	if (pull.base.ref !== defaultBranch) return unplanned$1("ignored", "base-not-default", `Only pull requests into ${defaultBranch} count.`);
	const base = await tipOf(repository, pull.base.ref);
	const rules = await rulesAt(contents, base, providers);
	if (rules.kind === "absent") return unplanned$1("ignored", "not-installed", "The base branch has no configuration.");
	if (rules.kind === "invalid") return unplanned$1("withheld", "rules-invalid", summaryOf(rules.diagnostics));
	const { configuration } = rules;
	if (visibility === "public" && configuration.ledger.repository === null) return unplanned$1("withheld", "public-ledger", "In a public repository everybody could read live state from the ledger; name a private repository for it.");
	const fork = forkReason(pull, askedHead);
	if (fork !== null) return {
		kind: "withheld",
		reason: fork
	};
	const start = await mergeBase(repository, base, pull.head.sha);
	if (start === null) return unplanned$1("withheld", "history-unrelated", "The head shares no history with the base branch.");
	if (await isConcerned(contents, start, pull.head.sha, configuration)) return {
		kind: "concerned",
		base,
		start,
		configuration
	};
	return {
		kind: "unconcerned",
		reason: {
			code: "unconcerned",
			message: sentenceOf(await overlookedBetween(contents, start, pull.head.sha, configuration))
		},
		base
	};
}
async function tipOf(repository, branch) {
	const tip = await branchTip(repository, branch);
	if (tip !== null) return tip;
	throw new CountersignError("branch-missing", `The branch ${branch} does not exist.`, { mend: "Retarget the pull request to a branch that exists." });
}
function unplanned$1(kind, code, message) {
	return {
		kind,
		reason: {
			code,
			message
		}
	};
}
/** A fork's author has no say here, and planning shows live state: somebody with write permission asks for exactly this head. */
function forkReason(pull, askedHead) {
	if (pull.head.repository?.fork === false || askedHead === pull.head.sha) return null;
	return {
		code: "fork-not-asked",
		message: `The head ${pull.head.sha.slice(0, 7)} comes from a fork; someone with write permission has to ask for it.`
	};
}
function summaryOf(diagnostics) {
	const [first] = diagnostics;
	return `The configuration on the base branch cannot be used: ${first?.code ?? "unknown"}: ${first?.cause ?? ""} An administrator has to mend it.`;
}
function sentenceOf(beside) {
	const [first] = beside;
	const sentence = "This pull request touches neither an identity nor the rules.";
	return first === void 0 ? sentence : `${sentence} ${first.location?.path ?? ""}: ${first.cause} ${first.mend}`;
}

// src/core/ledger/append.ts
const ATTEMPTS$1 = 8;
/**
* Appends the drafts as one commit, after whatever others appended meanwhile. The number of calls and bytes does not depend on the ledger's length.
* A commit whose answer was lost is recognised, not repeated.
* @throws CountersignError `ledger-contended` after eight attempts, and what openLedger throws
*/
async function append(writer, request) {
	let attempted = [];
	let failure = null;
	for (let attempt = 0; attempt < ATTEMPTS$1; attempt += 1) {
		if (attempt > 0) await writer.pause?.(attempt);
		const ledger = await openLedger({
			...writer,
			anchor: request.basis ?? writer.anchor
		});
		if (await isIn(ledger, attempted)) return appended(attempted);
		if (failure !== null) throw failure;
		const newer = request.basis === null ? [] : await entriesSince(ledger, request.basis.index + 1);
		if (newer.length > 0 && request.overtakenBy(newer)) return {
			kind: "overtaken",
			newer
		};
		const { files, entries } = await prepare(writer, ledger, request);
		attempted = entries;
		try {
			if (await writer.store.commit(ledger.revision, files, messageFor(entries)) !== null) return appended(entries);
		} catch (error) {
			failure = error instanceof Error ? error : new Error("The commit failed.", { cause: error });
		}
	}
	if (failure !== null) throw failure;
	throw new CountersignError("ledger-contended", "Other runs kept appending to the ledger first.", {
		evidence: `${ATTEMPTS$1} attempts`,
		mend: "Run this again; if it stays so, look for a run that appends without end."
	});
}
function appended(entries) {
	const last = entries.at(-1);
	if (last === void 0) throw new RangeError("An append needs at least one entry.");
	return {
		kind: "appended",
		entries,
		head: {
			index: last.predicate.index,
			hash: last.hash
		}
	};
}
async function isIn(ledger, attempted) {
	const [first] = attempted;
	if (first === void 0 || first.predicate.index > ledger.head.predicate.index) return false;
	const [found] = await entriesAt(ledger.read, ledger.verifier, [first.predicate.index]);
	return found?.hash === first.hash;
}
async function prepare(writer, ledger, { drafts, blobs, at }) {
	const builder = new StateBuilder(ledger.read, await readState(ledger.read, ledger.head.predicate.state));
	const files = /* @__PURE__ */ new Map();
	const entries = [];
	for (const { digest, pullRequest, body } of drafts) {
		const before = entries.at(-1) ?? ledger.head;
		await builder.add(before);
		const { ledgerId, index } = before.predicate;
		const predicate = {
			ledgerId,
			index: index + 1,
			previous: before.hash,
			state: builder.hash(),
			writer: writer.writer,
			at,
			pullRequest,
			body
		};
		entries.push(await seal(writer, predicate, digest, files));
	}
	for (const [path, bytes] of builder.files()) files.set(path, bytes);
	addBlobs(files, blobs);
	addHead(files, entries);
	return {
		files,
		entries
	};
}
/** @throws CountersignError `ledger-signer-untrusted` when the verifier would not take what the signer makes. */
async function seal(writer, predicate, digest, files) {
	const { bytes } = await sealEntry(predicate, digest, writer.signer);
	const opened = await openEntry(bytes, writer.verifier);
	if (opened.kind === "malformed" || opened.kind === "newer") throw new CountersignError("ledger-malformed", "The entry could not be read back.", {
		evidence: opened.why,
		mend: "Report this as a defect."
	});
	if (opened.kind === "untrusted") throw new CountersignError("ledger-signer-untrusted", "The base configuration does not trust what this run signs with.", {
		evidence: opened.why,
		mend: "Add the key, or the workflow, ref and event, to `ledger.signing` on the default branch, or hand this run the right key."
	});
	files.set(entryPath(predicate.index), bytes);
	return opened.entry;
}
function addBlobs(files, blobs) {
	for (const { hash, bytes } of blobs) {
		if (sha256(bytes) !== hash) throw new RangeError("A blob's hash is not that of its bytes.");
		files.set(blobPath(hash), bytes);
	}
}
function addHead(files, entries) {
	const last = entries.at(-1);
	if (last === void 0) throw new RangeError("An append needs at least one entry.");
	const head = {
		formatVersion: "1",
		ledgerId: last.predicate.ledgerId,
		index: last.predicate.index,
		hash: last.hash
	};
	files.set(HEAD_PATH, Buffer.from(canonicalize(head)));
}
/** The commit's message: what was entered, for people who read the branch's history. */
function messageFor(entries) {
	return entries.map(({ predicate }) => `${predicate.index} ${predicate.body.type}${predicate.pullRequest === null ? "" : ` for #${predicate.pullRequest}`}`).join("\n").slice(0, 2e3);
}
/**
* Begins a ledger with its `genesis`.
* @throws CountersignError `ledger-exists` when there is one already
*/
async function beginLedger(writer, body, at) {
	const exists = new CountersignError("ledger-exists", "There is a ledger already.", { mend: "A ledger is begun once. To use another branch, name it in the configuration." });
	if (await writer.store.revision() !== null) throw exists;
	const files = /* @__PURE__ */ new Map();
	const genesis = await seal(writer, {
		ledgerId: body.ledgerId,
		index: 0,
		previous: null,
		state: null,
		writer: writer.writer,
		at,
		pullRequest: null,
		body
	}, null, files);
	addHead(files, [genesis]);
	if (await writer.store.commit(null, files, messageFor([genesis])) === null) throw exists;
	return {
		index: 0,
		hash: genesis.hash
	};
}

// src/core/own-app.ts
/** The App as which every workflow of every branch acts by its job's own token. */
const EVERY_WORKFLOW = "github-actions";
/** Null when the token is that of the App which the rules name, and that App is nobody else's. */
function appProblem(acting, app) {
	const evidence = `configured ${app}, and the token is that of ${named$1(acting)}`;
	if (acting.kind === "person" || acting.id !== app) return {
		code: "app-differs",
		message: "The token is not that of the App that the configuration names.",
		evidence,
		mend: "Hand the App's own token to the publish and the apply job as `token`, or correct `app`."
	};
	if (acting.slug !== EVERY_WORKFLOW) return null;
	return {
		code: "app-shared",
		message: "The configuration names the App as which every workflow acts.",
		evidence,
		mend: "Name an App of your own under `app`, or none."
	};
}
/** Whether a token tells as which App other jobs run: neither a person's does, nor one that every job has besides. */
function isAppOfItsOwn(acting) {
	return acting.kind === "app" && acting.slug !== EVERY_WORKFLOW;
}
function named$1(principal) {
	return principal.kind === "person" ? principal.login : `${principal.slug} (${principal.id})`;
}

// src/workflows/own-app.ts
/**
* Whoever writes as somebody else than the App that the rules name would post checks that nobody requires, quote anchors that nobody
* reads, and take for its own what others push.
* @throws CountersignError `app-differs`; `app-shared` where the named App is nobody's own.
*/
async function requireOwnApp({ principal }, { app }) {
	if (app === null) return;
	const problem = appProblem(await principal(), app);
	if (problem === null) return;
	const { code, message, evidence, mend } = problem;
	throw new CountersignError(code, message, {
		evidence,
		mend: `${mend} Nothing was written; the next run takes up what is left.`
	});
}

// src/workflows/initialise.ts
/**
* Begins the ledger with its `genesis`: who signs, which rules hold, and the commit from which landings are examined.
* @throws CountersignError `init-not-permitted`, `app-differs`, `app-shared`, `ledger-exists`, `ledger-begun-before`, `rules-missing`.
*/
async function initialise(surface) {
	const { repository, contents, providers } = surface;
	await requireAdministrator(repository, surface.actor);
	const { defaultBranch } = await repositoryFacts(repository);
	const tip = await tipOf(repository, defaultBranch);
	const configuration = await requireRules(contents, tip, providers);
	await requireOwnApp(surface, configuration);
	await requireFirst(surface, configuration);
	const ledgerId = surface.newLedgerId();
	const body = {
		type: "genesis",
		ledgerId,
		signers: signersOf(configuration.ledger.signing),
		governance: await governanceAt(contents, tip, configuration),
		tip
	};
	const anchor = await beginLedger(surface.ledgerWriter(configuration), body, surface.now());
	await surface.quoteAnchor(configuration, anchor);
	return {
		ledgerId,
		tip,
		anchor
	};
}
/** A ledger whose branch was deleted is restored: every later run would refuse one that begins anew. */
async function requireFirst({ quotedAnchor }, configuration) {
	const anchor = await quotedAnchor(configuration);
	if (anchor === null) return;
	throw new CountersignError("ledger-begun-before", "A check run on the default branch quotes an entry of this ledger.", {
		evidence: anchorText(anchor),
		mend: "Restore the branch from a clone. To give the old record up, name another branch in `ledger.branch`."
	});
}
function signersOf(signing) {
	if (signing.kind === "none") return [];
	return (signing.kind === "ed25519" ? Object.keys(signing.keys) : [...signing.workflows]).sort();
}
async function requireAdministrator(repository, actor) {
	const person = await personByLogin(repository.github, actor);
	const permission = person === null || person.type !== "User" ? "none" : (await permissionOf(repository, person)).permission;
	if (permission === "admin") return;
	throw new CountersignError("init-not-permitted", "Only an administrator of the repository begins a ledger.", {
		evidence: `the run was dispatched by someone with the permission ${permission}`,
		mend: "Let an administrator dispatch the workflow with the command init."
	});
}
/** Hash of every rule file at a commit, by its path. */
async function governanceAt(contents, commit, configuration) {
	const classify = classifier(configuration);
	const tree = await contents.tree(commit);
	const paths = new Set([...tree.keys()].filter((path) => classify(path) === "governance"));
	return Object.fromEntries(await ruleHashes(contents, tree, paths));
}

// src/core/approval/awaited.ts
/** What could not be read now, and may be by the next run. */
const UNREAD = /* @__PURE__ */ new Set(["team-unreadable", "pushers-unreadable"]);
/**
* What a refusal rests on alone because it could not be read: who is in a team, or who pushed. That can pass. None where the
* refusal stands, whoever the members are and whoever pushed: more pushers never make more approvals count.
*/
function awaitedReads({ kind, reasons, requirements, counted }) {
	const unread = reasons.filter(({ code }) => UNREAD.has(code));
	const others = reasons.filter(({ code }) => !UNREAD.has(code));
	if (kind !== "refused" || !others.every(({ code }) => code === "approval-missing")) return [];
	if (others.length === 0) return unread;
	const hoped = requirements.map(({ requirement }) => teamsOf$1([requirement]).length === 0 ? requirement : {
		...requirement,
		people: null
	});
	const reviewers = counted.map(({ reviewer }) => reviewer);
	return unread.some(({ code }) => code === "team-unreadable") && sufficesSomehow(asksOf(hoped, reviewers)) ? unread : [];
}

// src/core/apply/widened.ts
/**
* Null unless an approved change gives access that its publication did not show: computed anew from what was approved, by the engine that
* executes. A pattern counts as it was reviewed, so an object that was created inside of one widens nothing.
*/
function widenedBy(plan, published, providers) {
	const shown = new Map(published.map(({ address, gains }) => [address, new Set(gains.map(keyOf))]));
	const named = new Map(plan.sources.map(({ name, provider }) => [name, provider]));
	for (const change of plan.changes) {
		const provider = providers.get(named.get(parseAddress(change.address).source) ?? "");
		if (provider === void 0) continue;
		const hidden = gainsOf(change, provider).find((gain) => shown.get(change.address)?.has(keyOf(gain)) !== true);
		if (hidden === void 0) continue;
		return {
			code: "access-widened",
			message: `${change.address} would get ${hidden.action} on ${hidden.resource}, which its publication does not show.`
		};
	}
	return null;
}
/** What a change gives by itself, whatever else is live. */
function gainsOf(change, provider) {
	if (change.steps.length === 0 || change.action === "disable") return [];
	const permissions = (attributes) => attributes === null ? [] : provider.permissions(change.address, attributes);
	const before = new Set(permissions(change.before).map(keyOf));
	return permissions(change.after).filter((permission) => !before.has(keyOf(permission)));
}

// src/core/risk/anew.ts
/**
* The assessments with at least the risk that the plan and the rules tell by themselves. Only what is added to it was taken from
* whoever read the live systems: how powerful other identities are, when one was used, and what is gained in effect.
*/
function riskAnew(plan, { changes, access: effective }, { configuration, providers, now }) {
	const planned = new Map(plan.changes.map((change) => [change.address, change]));
	const named = new Map(plan.sources.map(({ name, provider }) => [name, provider]));
	const { sensitive } = configuration;
	const assessed = new AssessedAccess(plan, effective);
	return changes.map((assessment) => {
		const change = planned.get(assessment.address);
		if (change === void 0) return assessment;
		const { source: name } = parseAddress(change.address);
		const provider = providers.get(named.get(name) ?? "") ?? null;
		const source = configuration.sources.find((one) => one.name === name) ?? null;
		const computed = provider === null ? [] : gainsOf(change, provider);
		const access = {
			gains: restated(assessment.gains, computed),
			loses: assessment.loses
		};
		const facts = riskFacts({
			change,
			access,
			provider,
			source,
			live: null,
			object: null,
			sensitive,
			now
		});
		const own = assessed.of({
			...assessment,
			...access
		});
		const said = (risk) => reworded(risk, access, own);
		const told = joined(said(assessment.risk), said(riskOf(facts)));
		const unknown = unknownReasons(change, effective, provider);
		return {
			...assessment,
			risk: unknown.length === 0 ? told : joined(told, {
				level: "low",
				reasons: unknown
			})
		};
	});
}
/** What was taken over, as what was computed here says it, with what it leaves out. The way to it may be told in other words. */
function restated(taken, computed) {
	const known = new Map(computed.map((gain) => [rightOf(gain), gain]));
	const shown = new Set(taken.map(rightOf));
	return [...taken.map((gain) => ({
		...gain,
		power: known.get(rightOf(gain))?.power ?? gain.power
	})), ...computed.filter((gain) => !shown.has(rightOf(gain)))];
}
function rightOf({ principal, action, resource }) {
	return JSON.stringify([
		principal,
		action,
		resource
	]);
}

// src/core/approval/judged-pull.ts
/**
* By what of the pull request a run was judged last on one head, as its trusted ledger entries tell it; null: by nothing of it. What
* an earlier head changed, and who wrote it, says nothing of a later one.
*/
function judgedPull(entries, { run, head }) {
	const last = entries.toSorted((left, right) => left.predicate.index - right.predicate.index).map(({ predicate: { body } }) => body).findLast((body) => body.type === "judged" && body.run === run && body.head === head);
	return last?.type === "judged" ? last.pull : null;
}

// src/github/pull-facts.ts
/**
* Read afresh. @throws CountersignError `pull-request-moved` where it is of another head by now, or was closed: what is written on it
* after it landed is nothing that it was judged by.
*/
async function pullText(repository, { number, head, state }) {
	const { data } = await repository.github.rest.pulls.get({
		...at(repository),
		pull_number: number
	});
	if (data.state !== state) throw closed();
	if (data.head.sha !== head.sha) throw new CountersignError("pull-request-moved", "The pull request moved on while it was judged.", {
		evidence: `${head.sha.slice(0, 7)} became ${data.head.sha.slice(0, 7)}`,
		mend: "Nothing has to be done: the newer head is planned by a run of its own."
	});
	const { title, draft, labels, additions, deletions } = data;
	return {
		title,
		draft: draft === true,
		labels: labels.map(({ name }) => name),
		additions,
		deletions
	};
}
function closed() {
	return new CountersignError("pull-request-moved", "The pull request was closed or reopened while it was judged.", { mend: "Nothing has to be done: the next run takes up what is left." });
}

// src/workflows/pull-facts.ts
/**
* What GitHub says of a pull request now, for the policies that ask about it. Nothing is read, and null given, where none does.
* @param base commit that the head's changes are told from, together with where the head parted from it
*/
async function readPull(surface, pull, base, { policySet }) {
	if (!policySet.readsPull) return null;
	const { repository } = surface;
	const { labels, ...text } = await pullText(repository, pull);
	const { fullName } = await repositoryFacts(repository);
	const members = await membersOf(repository, teamsRead(policySet.teams));
	const person = (who) => ({
		...who,
		teams: teamsOf(who, members)
	});
	return {
		formatVersion: "1",
		number: pull.number,
		repository: fullName,
		...text,
		labels: labels.length > PULL_LIMITS.labels ? null : labels.toSorted(),
		base: pull.base.ref,
		head: pull.head.ref,
		fork: pull.head.repository?.fork !== false,
		author: pull.author === null ? null : person(pull.author),
		contributors: await contributors(repository, pull, person),
		paths: await paths(surface, pull, base),
		teams: [...members.keys()].toSorted()
	};
}
/** What was judged by, and besides who of these people is in teams that only these rules name: they may have come after it. */
async function withTeams(repository, facts, { policySet }) {
	if (!policySet.readsPull) return facts;
	const unread = teamsRead(policySet.teams).filter((team) => !facts.teams.includes(team));
	if (unread.length === 0) return facts;
	const members = await membersOf(repository, unread);
	const person = (one) => ({
		...one,
		teams: [...one.teams, ...teamsOf(one, members)].toSorted()
	});
	return {
		...facts,
		author: facts.author === null ? null : person(facts.author),
		contributors: facts.contributors?.map(person) ?? null,
		teams: [...facts.teams, ...members.keys()].toSorted()
	};
}
function teamsOf({ id }, members) {
	return [...members].filter(([, people]) => people.some((member) => member.id === id)).map(([team]) => team).toSorted();
}
const UNKNOWN$1 = {
	id: null,
	login: "",
	type: "unknown",
	teams: []
};
async function contributors(repository, pull, person) {
	const commits = await commitsOf(repository, pull);
	if (commits.length >= 250) return null;
	const people = commits.flatMap(({ author, committer }) => [author.account, committer.account]).filter((account) => account?.id !== WEB_FLOW_ID).map((account) => account === null ? UNKNOWN$1 : person(account));
	return [...new Map(people.map((one) => [one.id, one])).values()].toSorted((left, right) => (left.id ?? 0) - (right.id ?? 0));
}
async function paths({ repository, contents }, pull, base) {
	const start = await mergeBase(repository, base, pull.head.sha);
	if (start === null) return null;
	const changed = changedPaths$1(await contents.tree(start), await contents.tree(pull.head.sha));
	return changed.length > PULL_LIMITS.paths ? null : changed.map(({ path }) => path);
}
/**
* Enters by what of the pull request it is judged now, before its check says so: the apply judges by the same, whatever is labelled
* or renamed after the merge. Nothing where it is what was entered last.
*/
async function enterJudged(ledger, { pullRequest, head, run, facts }) {
	if (facts === null || run === null) return;
	const bytes = Buffer.from(canonicalize(facts), "utf8");
	const pull = sha256(bytes);
	if (judgedPull(await ledger.entries(pullRequest), {
		run: run.id,
		head
	}) === pull) return;
	const body = {
		type: "judged",
		run: run.id,
		head,
		pull
	};
	await ledger.append([{
		pullRequest,
		digest: run.digest,
		body
	}], [{
		hash: pull,
		bytes
	}]);
}

// src/workflows/published-plan.ts
/** Why a landing waits whose publication is in the ledger without what was published: whoever may push there can take it away. */
const CONTENT_MISSING = {
	code: "ledger-content-missing",
	message: "The ledger lacks the plan that it says was published; restore its branch from a clone."
};
/**
* What reviewers had before them, as the ledger keeps it; null where it does not, see CONTENT_MISSING.
* @throws CountersignError `engine-outdated` for a format that this version does not know.
*/
async function publishedPlan(ledger, run, { head, entries }) {
	const named = {
		digest: run.digest,
		assessment: run.assessmentHash
	};
	const kept = await keptPlan((hash) => ledger.blob(hash), named);
	const judged = judgedPull(entries, {
		run: run.id,
		head
	});
	const pull = judged === null ? null : await ledger.blob(judged);
	if (kept === null || judged !== null && pull === null) return null;
	return {
		...kept,
		pull: pull === null ? null : parsed$1(pull, "pull request", run.digest)
	};
}

// src/workflows/landing-approval.ts
/** By the rules before the landing and by those at the tip, which must both allow it. */
async function allowanceOf(surface, question, rules) {
	const { plan, assessment } = question.published;
	const before = await decided$1(surface, question, rules.before, null);
	const now = await decided$1(surface, question, rules.tip, null);
	const forbidden = forbiddenBy(rules.before, plan, assessment.changes, surface.providers) ?? forbiddenBy(rules.tip, plan, assessment.changes, surface.providers) ?? widenedBy(plan, assessment.changes, surface.providers);
	if (forbidden !== null) return {
		kind: "denied",
		reasons: [forbidden]
	};
	const against = [before, now].filter(({ kind }) => kind !== "approved");
	const denied = against.find((decision) => awaitedReads(decision).length === 0);
	if (denied !== void 0) return {
		kind: "denied",
		reasons: [...denied.reasons, ...uncounted(denied)]
	};
	const [unread] = against;
	return unread === void 0 ? {
		kind: "allowed",
		decision: now
	} : {
		kind: "unread",
		reasons: awaitedReads(unread)
	};
}
const SHOWN_REVIEWS = 10;
/** The reviews that do not count: on GitHub they look as good as any. */
function uncounted({ discounted }) {
	return discounted.slice(0, SHOWN_REVIEWS).map(({ reviewer, reason }) => {
		return {
			code: reason.code,
			message: `The review of ${reviewer.login} does not count: ${reason.message}`
		};
	});
}
const UNAPPROVED = { kind: "unapproved" };
/** The plan of a landing that brought exactly what was published, when its reviews count by these rules. */
async function approvedPlan(surface, landing, configuration, bypassed) {
	const { pull } = landing;
	if (pull === null) return UNAPPROVED;
	const { id, defaultBranch } = await repositoryFacts(surface.repository);
	const entries = await surface.ledger.entries(pull.number);
	const run = runAtLanding(publicationRuns(entries), pull.merged?.at ?? "");
	if (run === null) return UNAPPROVED;
	const { finished } = recordedApply(entries, applyIdOf(id, pull.number, landing.name, run.digest));
	if (finished) return UNAPPROVED;
	const published = await publishedPlan(surface.ledger, run, {
		head: pull.head.sha,
		entries
	});
	if (published === null) return {
		kind: "unread",
		reasons: [CONTENT_MISSING]
	};
	if (await landingReason(surface, landing, published.plan, configuration) !== null) return UNAPPROVED;
	const decision = await decided$1(surface, {
		pull,
		run,
		entries,
		published,
		defaultBranch,
		bypassed
	}, configuration, null);
	if (decision.kind === "approved") return {
		kind: "approved",
		plan: published.plan
	};
	const reasons = awaitedReads(decision);
	return reasons.length === 0 ? UNAPPROVED : {
		kind: "unread",
		reasons
	};
}
/** @param begun the digest under which the ledger says that this apply began; null: judged as if nothing was written yet */
async function decided$1(surface, question, configuration, begun) {
	const { pull, run, entries, published, defaultBranch, bypassed } = question;
	const { plan } = published;
	const moment = {
		kind: "apply",
		digest: run.digest,
		head: pull.head.sha,
		landedAt: pull.merged?.at ?? "",
		begun,
		defaultBranch,
		baseBranch: pull.base.ref
	};
	const { access } = published.assessment;
	const facts = published.pull === null ? await readPull(surface, pull, pull.base.sha, configuration) : await withTeams(surface.repository, published.pull, configuration);
	const now = run.publishedAt ?? moment.landedAt;
	const changes = riskAnew(plan, published.assessment, {
		configuration,
		providers: surface.providers,
		now
	});
	const query = {
		pull,
		moment,
		run,
		entries,
		plan,
		assessment: {
			...published.assessment,
			changes,
			...judgeBy(configuration, moment.landedAt, facts)(plan, changes, access)
		},
		configuration,
		bypassed
	};
	return decide(await approvalFacts(surface, query));
}

// src/workflows/supersession.ts
/**
* Null when everything that a landing brought stood after each later one, and stands at the tip. What was taken back stays
* taken back: whoever puts the bytes there again has, or lacks, an approval of their own.
*/
async function supersession(surface, landing, plan, configuration, { later, tip }) {
	if (tip === landing.commit) return null;
	const lookAt = async (commit) => {
		const { state } = await desiredAt(surface.contents, commit, configuration, surface.providers);
		const changed = await governanceBetween(surface, landing.commit, commit, configuration);
		return {
			reason: supersededBy(plan, state, new Map(changed.map(({ path, head }) => [path, head]))),
			state
		};
	};
	const looks = [];
	for (const one of later.filter(({ commit }) => commit !== tip)) {
		const look = async () => await mayTouch(surface, one, plan, configuration) ? await lookAt(one.commit) : UNTOUCHED;
		looks.push(await ifReadable(look, () => unreadable(one)));
	}
	looks.push(await lookAt(tip));
	const reason = looks.find((look) => look.reason !== null)?.reason ?? null;
	return reason === null ? null : {
		reason,
		states: looks.flatMap(({ state }) => state ?? [])
	};
}
const UNTOUCHED = {
	reason: null,
	state: null
};
function unreadable({ commit }) {
	return {
		reason: {
			code: "superseded",
			message: `What the later landing ${commit.slice(0, 7)} changed cannot be read.`
		},
		state: null
	};
}
/**
* Whether a file that it changed says anything, on either side, about what the plan rests on, or cannot say so by itself.
* Unchanged files say what they said.
*/
async function mayTouch({ contents, providers }, { before, commit }, plan, configuration) {
	const changed = changedPaths$1(await contents.tree(before), await contents.tree(commit));
	const paths = new Set(changed.map(({ path }) => path));
	if (plan.governance.some(({ path }) => paths.has(path))) return true;
	const addresses = new Set(plan.desired.map(({ address }) => address));
	for (const side of [before, commit]) {
		const { state, parts, diagnostics } = await desiredAt(contents, side, configuration, providers, (path) => paths.has(path));
		if (parts.length > 0 || diagnostics.some(({ severity }) => severity === "error")) return true;
		if (state.identities.some(({ address }) => addresses.has(address))) return true;
		if (plan.requests.length > 0 && state.reconciliations.length > 0) return true;
	}
	return false;
}

// src/workflows/judge-landing.ts
/**
* Judges a landing from the ledger and freshly read facts; by the rules before it and by those at the tip, which must both allow.
* What mends rules that nobody approved is judged by the last approved ones instead of those before it.
*/
async function judgeLanding(surface, landing, standing, tip, since) {
	const { repository, contents, providers, ledger } = surface;
	const { id, defaultBranch } = await repositoryFacts(repository);
	const { pull, unattributed } = landing;
	if (unattributed !== null) return {
		kind: "unread",
		digest: null,
		plan: null,
		reasons: [unattributed]
	};
	if (pull === null) return refused(applyIdOf(id, null, landing.commit, null), "direct-push", `${landing.commit.slice(0, 7)} did not land by a pull request.`);
	const entries = await ledger.entries(pull.number);
	const run = runAtLanding(publicationRuns(entries), pull.merged?.at ?? "");
	const applyId = applyIdOf(id, pull.number, landing.name, run?.digest ?? null);
	const history = recordedApply(entries, applyId);
	if (history.finished) return {
		kind: "finished",
		applyId
	};
	if (standing.kind === "unread") return {
		kind: "unread",
		digest: null,
		plan: null,
		reasons: standing.reasons
	};
	if (standing.kind === "unapproved") return refused(applyId, standing.reason.code, standing.reason.message);
	const rules = standing.kind === "mending" ? {
		kind: "rules",
		configuration: standing.configuration
	} : await rulesAt(contents, landing.before, providers);
	if (rules.kind === "absent") return refused(applyId, "not-installed", "There was no configuration before the landing.");
	if (rules.kind === "invalid") return refused(applyId, "rules-invalid", "The rules before the landing cannot be read.");
	if (run === null) return refused(applyId, "run-absent", "No publication of this pull request stood when it landed.");
	const published = await publishedPlan(ledger, run, {
		head: pull.head.sha,
		entries
	});
	if (published === null) return {
		kind: "unread",
		digest: run.digest,
		plan: null,
		reasons: [CONTENT_MISSING]
	};
	const { plan } = published;
	const inputs = {
		...published,
		configuration: rules.configuration
	};
	const judged = {
		applyId,
		digest: run.digest,
		plan,
		history,
		inputs
	};
	const reason = await landingReason(surface, landing, plan, rules.configuration);
	if (reason !== null) return {
		kind: "refused",
		...judged,
		reasons: [reason]
	};
	const begun = history.approved === run.digest ? begunChanges(plan, history) : /* @__PURE__ */ new Set();
	const question = {
		pull,
		run,
		entries,
		published,
		defaultBranch,
		bypassed: null
	};
	const both = {
		before: rules.configuration,
		tip
	};
	const allowance = await allowanceOf(surface, question, both);
	const moved = await supersession(surface, landing, plan, rules.configuration, since);
	if (moved !== null) {
		const undone = leftUndone(plan, moved.states, allowance.kind === "allowed" ? null : begun);
		return {
			kind: "superseded",
			...judged,
			reasons: [moved.reason],
			undone,
			takenOver: takenOver(plan, moved.states)
		};
	}
	const late = await overdue(repository, pull, both);
	if (late !== null && begun.size === 0) return {
		kind: "refused",
		...judged,
		reasons: [late]
	};
	if (late === null && allowance.kind === "unread") return {
		kind: "unread",
		digest: run.digest,
		plan,
		reasons: allowance.reasons
	};
	const approved = {
		kind: "approved",
		...judged,
		pull,
		landing,
		run,
		configuration: rules.configuration
	};
	if (late === null && allowance.kind === "allowed") return {
		...approved,
		decision: allowance.decision,
		finishing: null
	};
	if (begun.size === 0 && allowance.kind === "denied") return {
		kind: "refused",
		...judged,
		reasons: allowance.reasons
	};
	const decision = await decided$1(surface, question, tip, { digest: run.digest });
	const reasons = [...late === null ? [] : [late], ...allowance.kind === "allowed" ? [] : allowance.reasons];
	return {
		...approved,
		decision,
		finishing: {
			begun,
			reasons
		}
	};
}
function refused(applyId, code, message) {
	return {
		kind: "refused",
		applyId,
		digest: null,
		plan: null,
		history: null,
		inputs: null,
		reasons: [{
			code,
			message
		}]
	};
}
/** A time to live limits starting, not resuming. */
async function overdue(repository, pull, { before, tip }) {
	const days = Math.min(before.applyWithinDays, tip.applyWithinDays);
	const landed = Date.parse(pull.merged?.at ?? "");
	if ((await serverTime(repository.github)).getTime() <= landed + days * 864e5) return null;
	return {
		code: "apply-expired",
		message: `It landed more than ${days} days ago, and what was not begun by then is planned again with a Reconciliation.`
	};
}

// src/workflows/attribution.ts
/** GitHub's index of commits was seen to lag by seconds, and by minutes at worst. */
const INDEXED_AFTER = 3e5;
/** By which merged pull requests the commits of the default branch landed, as far as GitHub tells. */
var Attribution = class {
	line;
	#repository;
	#branch;
	#pulls = /* @__PURE__ */ new Map();
	#commits = /* @__PURE__ */ new Map();
	#recent = null;
	/** @param line consecutive commits of the branch's first-parent line up to its tip, oldest first; the rest takes places in it. */
	constructor(repository, branch, line) {
		this.#repository = repository;
		this.#branch = branch;
		this.line = line;
	}
	/** Those that name the commit as their merge, where there are any; oldest first. */
	async pulls(place) {
		const asking = this.#pulls.get(place) ?? this.#ask(place);
		this.#pulls.set(place, asking);
		return await asking;
	}
	/** The place that a pull request names as its merge, if that place names the pull request, too; otherwise null. */
	async mergeOf(pull) {
		const place = this.#placeOf(pull.merged?.commit ?? null);
		if (place === -1) return null;
		return (await this.pulls(place)).some(({ number }) => number === pull.number) ? place : null;
	}
	/** Whether a commit came so lately that GitHub may not have associated it yet. Its own date is whatever somebody wrote. */
	async isFresh(place) {
		const shas = this.line.map(({ sha }) => sha);
		const arrival = await arrivalOf(this.#repository, this.#branch, {
			line: shas,
			place
		});
		if (arrival.kind === "unknown") return false;
		if (arrival.kind === "unlisted") return true;
		return (await serverTime(this.#repository.github)).getTime() < Date.parse(arrival.at) + INDEXED_AFTER;
	}
	async #ask(place) {
		const sha = this.line[place]?.sha;
		if (sha === void 0) return [];
		const named = await landedPullRequests(this.#repository, this.#branch, sha);
		const pulls = named.length === 0 ? await this.#covering(place) : named;
		const merging = pulls.filter(({ merged }) => merged?.commit === sha);
		return (merging.length === 0 ? pulls : merging).toSorted((left, right) => left.number - right.number);
	}
	/** What the list of pull requests says, which lags behind nothing: those of the next merge, where it covers the commit. */
	async #covering(place) {
		this.#recent ??= recentlyMerged(this.#repository, this.#branch);
		const later = (await this.#recent).map((pull) => ({
			pull,
			end: this.#placeOf(pull.merged?.commit ?? null)
		})).filter(({ end }) => end >= place);
		const nearest = Math.min(...later.map(({ end }) => end));
		const covering = [];
		for (const { pull, end } of later) if (end === nearest && (end === place || await this.#covers(pull, place, end))) covering.push(pull);
		return covering;
	}
	/** Whether the commits that end there are the pull request's own, or its own as GitHub's rebasing rewrites them. */
	async #covers(pull, place, end) {
		const asking = this.#commits.get(pull.number) ?? commitsOf(this.#repository, pull);
		this.#commits.set(pull.number, asking);
		const own = await asking;
		if (own.some(({ sha }) => sha === this.line[place]?.sha)) return true;
		const replayed = own.filter(({ parents }) => parents.length === 1).map(spelled);
		const landed = this.line.slice(Math.max(0, end + 1 - replayed.length), end + 1);
		return place >= end + 1 - landed.length && landed.length === replayed.length && landed.every((commit, at) => commit.parents.length === 1 && spelled(commit) === replayed[at]);
	}
	#placeOf(sha) {
		return sha === null ? -1 : this.line.findIndex((commit) => commit.sha === sha);
	}
};
/** What rebasing leaves as it is. */
function spelled({ author: { name, email }, message }) {
	return JSON.stringify([
		name,
		email,
		message
	]);
}

// src/workflows/governance.ts
/** The rules that the ledger says were approved last. @throws CountersignError `rules-missing`, `ledger-unsettled`. */
async function approvedRules({ contents, providers }, ledger) {
	const commit = await ledger.rules();
	return {
		commit,
		configuration: await requireRules(contents, commit, providers)
	};
}
/** Null when every rule file is at this commit what was approved last, however it came there. */
async function unapprovedAt(contents, { commit: approved, configuration }, commit) {
	const paths = await ruleFilesBetween(contents, configuration, approved, commit);
	return paths.length === 0 ? null : {
		commit,
		approved,
		paths
	};
}
async function ruleFilesBetween(contents, configuration, base, head) {
	if (base === head) return [];
	const classify = classifier(configuration);
	return changedPaths$1(await contents.tree(base), await contents.tree(head)).map(({ path }) => path).filter((path) => classify(path) === "governance");
}
/**
* What a pull request does about rule files that nobody approved. `ratifies`: it has each of them before its reviewers, restored or
* changed. `restores`: all that it changes becomes what was approved. One that is about identities, too, mends nothing.
* @param left rule files that differ from the approved ones when it has landed
*/
function mendingOf(plan, { paths }, left) {
	if (plan.desired.length + plan.requests.length > 0 || plan.governance.length === 0) return "nothing";
	const named = new Set(plan.governance.map(({ path }) => path));
	if (paths.every((path) => named.has(path))) return "ratifies";
	return left.some((path) => named.has(path)) ? "nothing" : "restores";
}
const SHOWN$3 = 5;
function unapprovedReason({ commit, approved, paths }) {
	const more = paths.length > SHOWN$3 ? ` and ${paths.length - SHOWN$3} more` : "";
	return {
		code: "governance-unapproved",
		message: `At ${commit.slice(0, 7)} these rule files are not as they were last approved, at ${approved.slice(0, 7)}: ${paths.slice(0, SHOWN$3).join(", ")}${more}.`
	};
}

// src/workflows/landed-by.ts
/**
* The one pull request by which commits landed. It lands once: as what the ledger says, if it says anything.
* @param candidates those that GitHub names for the commits, oldest first; pull requests of one head all count as merged
*/
async function landedBy(surface, candidates, pushed, configuration) {
	const entered = [];
	for (const pull of candidates) {
		const name = landedAs(await surface.ledger.entries(pull.number));
		if (name !== null) entered.push({
			pull,
			name
		});
	}
	const same = entered.find(({ name }) => pushed.commits.includes(name));
	if (same !== void 0) return {
		kind: "pull-request",
		...same
	};
	if (entered.length > 0) return { kind: "elsewhere" };
	const pull = await bestOf(surface, candidates, pushed, configuration);
	return pull === null ? { kind: "nobody" } : {
		kind: "pull-request",
		pull,
		name: pushed.commit
	};
}
/** The one that was planned, and among several the one that was approved: nobody takes another's landing by opening one more. */
async function bestOf(surface, candidates, pushed, configuration) {
	if (candidates.length <= 1) return candidates[0] ?? null;
	const planned = [];
	for (const pull of candidates) if (await wasPlanned(surface, pull)) planned.push(pull);
	if (planned.length <= 1) return planned[0] ?? candidates[0] ?? null;
	const unread = [];
	for (const pull of planned) {
		const { kind } = await approvedPlan(surface, {
			...pushed,
			pull
		}, configuration, null);
		if (kind === "approved") return pull;
		if (kind === "unread") unread.push(pull);
	}
	return unread[0] ?? planned[0] ?? null;
}
async function wasPlanned({ ledger }, { number, head, merged }) {
	const run = runAtLanding(publicationRuns(await ledger.entries(number)), merged?.at ?? "");
	return run !== null && run.ended === null && run.heads.includes(head.sha);
}

// src/workflows/landings.ts
/** Commits looked back at most: an apply that was missing for longer is a person's affair. */
const LOOK_BACK$2 = 2e3;
/**
* What landed after `settled` and touches what may be an identity or a rule, oldest first.
* @throws CountersignError `history-rewritten` when the default branch no longer holds `settled`; `history-too-long` when it is
* too far back to tell.
*/
async function landingsSince(surface, query) {
	const history = await firstParents(surface.repository, query.tip, query.settled, LOOK_BACK$2);
	if (history.end === "unrelated" && await mergeBase(surface.repository, query.settled, query.tip) === query.settled) return {
		kind: "turned",
		landings: [{
			pull: null,
			before: query.settled,
			commit: query.tip,
			commits: [query.tip],
			name: query.tip,
			unattributed: null
		}],
		commits: [query.tip]
	};
	if (history.end === "bounded") throw tooLong(query.settled);
	if (history.end !== "reached") throw rewritten(query.settled);
	const line = history.commits.toReversed();
	return {
		kind: "line",
		landings: await landingsOn(surface, new Attribution(surface.repository, query.branch, line), query),
		commits: line.map(({ sha }) => sha)
	};
}
async function landingsOn(surface, attribution, query) {
	const landings = [];
	const landed = /* @__PURE__ */ new Set();
	const { configuration } = await approvedRules(surface, surface.ledger);
	const approvable = /* @__PURE__ */ new Map([[rulesHash(configuration), configuration]]);
	let from = 0;
	for (const [place, commit] of attribution.line.entries()) {
		if (place < from || !await concerns(surface, commit, query, [...approvable.values()])) continue;
		const stretch = await stretchAround(attribution, place, from);
		const landing = await landingOf(surface, attribution, stretch, landed, query.configuration);
		from = stretch.last + 1;
		landings.push(isHeldBy(landings.at(-1), landing, attribution.line[stretch.first]) ? held(landing) : landing);
		if (landing.pull === null) continue;
		landed.add(landing.pull.number);
		const rules = await rulesAt(surface.contents, landing.commit, surface.providers);
		if (rules.kind === "rules") approvable.set(rulesHash(rules.configuration), rules.configuration);
	}
	return landings;
}
/** What else landed by the same pull request: commits about nothing belong to a landing, too, whatever rules later say of them. */
async function stretchAround(attribution, place, from) {
	let [first, last, pulls] = [
		place,
		place,
		await attribution.pulls(place)
	];
	const joined = async (next) => {
		if (pulls.length === 0 || next < from || next >= attribution.line.length) return false;
		const numbers = new Set((await attribution.pulls(next)).map(({ number }) => number));
		const common = pulls.filter(({ number }) => numbers.has(number));
		if (common.length > 0) pulls = common;
		return common.length > 0;
	};
	while (await joined(first - 1)) first -= 1;
	while (await joined(last + 1)) last += 1;
	return {
		first,
		last,
		pulls
	};
}
async function landingOf(surface, attribution, { first, last, pulls }, landed, configuration) {
	const { line } = attribution;
	const commits = line.slice(first, last + 1).map(({ sha }) => sha);
	const [before, commit] = [line[first]?.parents[0], commits.at(-1)];
	if (before === void 0 || commit === void 0) throw rewritten(commits[0] ?? "");
	const pushed = {
		pull: null,
		before,
		commit,
		commits,
		name: commit,
		unattributed: null
	};
	const here = [];
	for (const pull of pulls) {
		const merge = await attribution.mergeOf(pull);
		if (!landed.has(pull.number) && (merge === null || merge >= first && merge <= last)) here.push(pull);
	}
	const found = await landedBy(surface, here, pushed, configuration);
	if (found.kind === "pull-request") return {
		...pushed,
		pull: found.pull,
		name: found.name
	};
	return found.kind === "nobody" && await attribution.isFresh(first) ? {
		...pushed,
		unattributed: unattributed(commit)
	} : pushed;
}
/** A rebased pull request may have begun with what nobody is named for yet; a merge commit brings all of its own. */
function isHeldBy(previous, landing, first) {
	return previous !== void 0 && previous.unattributed !== null && previous.commit === landing.before && first?.parents.length === 1;
}
function held(landing) {
	return {
		...landing,
		pull: null,
		unattributed: unattributed(landing.commit)
	};
}
function unattributed(commit) {
	return {
		code: "landing-unattributed",
		message: `${commit.slice(0, 7)} came, or follows upon what came, a few minutes ago, and GitHub does not name its pull request yet.`
	};
}
/** @param approvable rules of which some may have been the approved ones before the commit */
async function concerns(surface, { sha, parents: [before] }, { settled }, approvable) {
	if (before === void 0) throw rewritten(settled);
	return await isAbout(surface, {
		before,
		commit: sha
	}, approvable);
}
/** Whether the rules before a landing are about what it brings, or any of these are: rules that nobody approved hide nothing from them. */
async function isAbout({ contents, providers }, { before, commit }, approved) {
	const rules = await rulesAt(contents, before, providers);
	for (const configuration of [...rules.kind === "rules" ? [rules.configuration] : [], ...approved]) if (await isConcerned(contents, before, commit, configuration)) return true;
	return false;
}
function rewritten(settled) {
	return new CountersignError("history-rewritten", "The default branch no longer continues from where the ledger stopped.", {
		evidence: `settled ${settled}`,
		mend: `Restore the branch. Where that cannot be: ${ANEW}`
	});
}
function tooLong(settled) {
	return new CountersignError("history-too-long", `The default branch grew by more than ${LOOK_BACK$2} commits since every landing was finished.`, {
		evidence: `settled ${settled}`,
		mend: ANEW
	});
}
const ANEW = "Compare what is declared with what the live systems hold, name another branch in `ledger.branch`, and let an administrator dispatch init.";

// src/workflows/open-writers.ts
/**
* A writer for each source in which the plan has steps, by the source's name. One that does not open answers every call with
* the reason, so that what does not depend on its source goes on; where none opens there is nothing to begin.
*/
async function openWriters(surface, plan, configuration) {
	const stepped = plan.changes.filter(({ steps }) => steps.length > 0);
	const names = new Set(stepped.map(({ address }) => parseAddress(address).source));
	const writers = /* @__PURE__ */ new Map();
	const problems = [];
	for (const source of configuration.sources.filter(({ name }) => names.has(name))) try {
		writers.set(source.name, await open(surface, source));
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		problems.push(error);
		writers.set(source.name, unopened(error));
	}
	const [first] = problems;
	if (first === void 0 || problems.length < writers.size) return {
		kind: "writers",
		writers
	};
	return {
		kind: "problem",
		reason: {
			code: first.code,
			message: `${first.message} ${first.mend}`
		}
	};
}
async function open({ loadApplier, connect }, source) {
	return (await loadApplier(source.provider)).writer(connect(source, "write"));
}
function unopened(error) {
	const refuse = () => Promise.reject(error);
	return {
		identify: refuse,
		observe: refuse,
		run: refuse,
		close: () => Promise.resolve()
	};
}

// src/workflows/settle.ts
/** Commits that are done with and looked at again by every run, before the ledger says so. */
const SETTLE_AFTER = 50;
/**
* Enters how far everything is done with, finished landings and commits about nothing alike: on a busy branch the commits since
* the ledger last said so would soon be more than a run looks at.
* @param commits since the ledger last said so, oldest first
* @param waiting the first landing that is not finished
*/
async function settle$1(ledger, repository, { commits, waiting }) {
	const done = waiting === null ? commits : commits.slice(0, commits.indexOf(waiting.before) + 1);
	const settled = done.at(-1);
	const passed = done.length - (done.indexOf(await ledger.settled()) + 1);
	if (settled === void 0 || passed < SETTLE_AFTER) return;
	const body = {
		type: "apply-finished",
		applyId: applyIdOf(repository, null, settled, null),
		landing: settled,
		result: "nothing",
		applied: [],
		unapplied: [],
		settled
	};
	await ledger.append([{
		pullRequest: null,
		digest: null,
		body
	}]);
}

// src/workflows/standing.ts
/** Follows the rules from where they were last approved through the landings to the tip; enters nothing. */
async function standingsOf(surface, { kind, landings }, tip) {
	let approved = await approvedRules(surface, surface.ledger);
	const standings = /* @__PURE__ */ new Map();
	const ratifying = /* @__PURE__ */ new Map();
	const concerning = /* @__PURE__ */ new Set();
	let known = await surface.ledger.bypassed();
	let unread = null;
	const judged = landings.findIndex(({ commits }) => commits.includes(approved.commit)) + 1;
	for (const landing of landings.slice(0, judged)) {
		const rules = landing.pull === null ? [approved.configuration] : [];
		if (await isAbout(surface, landing, rules)) concerning.add(landing.commit);
	}
	for (const landing of landings.slice(judged)) {
		if (await isAbout(surface, landing, [approved.configuration])) concerning.add(landing.commit);
		const unapproved = await unapprovedAt(surface.contents, approved, landing.before);
		if (unapproved === null) known = null;
		const step = await stepOf(surface, landing, {
			approved,
			unapproved,
			known
		});
		const { standing, next } = step;
		known = next === null ? together(known, step.bypassing) : null;
		unread ??= step.unread;
		standings.set(landing.commit, standing.kind === "unapproved" && unread !== null ? {
			kind: "unread",
			reasons: unread
		} : standing);
		if (next === null) continue;
		ratifying.set(landing.commit, approved.configuration);
		approved = next;
	}
	const left = await unapprovedAt(surface.contents, approved, tip);
	return {
		of: ({ commit }) => standings.get(commit) ?? { kind: "approved" },
		concerns: ({ commit }) => kind === "turned" || concerning.has(commit),
		ratifying,
		bypassed: left === null ? null : known,
		tip: left === null ? null : unapprovedReason(left),
		rules: approved.configuration
	};
}
async function stepOf(surface, landing, { approved: { commit, configuration }, unapproved, known }) {
	const { contents, providers } = surface;
	const refused = unapproved === null ? { kind: "approved" } : {
		kind: "unapproved",
		reason: unapprovedReason(unapproved)
	};
	const touched = await ruleFilesBetween(contents, configuration, landing.before, landing.commit);
	if (touched.length === 0) return {
		standing: refused,
		next: null,
		unread: null,
		bypassing: null
	};
	if (landing.unattributed !== null) return {
		standing: refused,
		next: null,
		unread: [landing.unattributed],
		bypassing: null
	};
	const left = await ruleFilesBetween(contents, configuration, commit, landing.commit);
	const approval = await approvedPlan(surface, landing, configuration, ratifiesForeign(unapproved, left) ? known : null);
	const passed = async (reasons) => {
		const bypassing = left.some((path) => touched.includes(path)) ? await involvedIn(surface, landing) : null;
		return {
			standing: refused,
			next: null,
			unread: reasons,
			bypassing
		};
	};
	if (approval.kind !== "approved") return await passed(approval.kind === "unread" ? approval.reasons : null);
	const mending = unapproved === null ? "ratifies" : mendingOf(approval.plan, unapproved, left);
	if (mending === "nothing") return await passed(null);
	const standing = unapproved === null ? { kind: "approved" } : {
		kind: "mending",
		configuration
	};
	const rules = await rulesAt(contents, landing.commit, providers);
	return {
		standing,
		next: mending === "ratifies" && rules.kind === "rules" ? {
			commit: landing.commit,
			configuration: rules.configuration
		} : null,
		unread: null,
		bypassing: null
	};
}

// src/workflows/taken-in.ts
/**
* Identities that a commit declares by the later rules and not so by the earlier ones, sorted by address: their documents came there
* while they were none, so that nobody approved them. @throws CountersignError `inputs-too-many`
*/
async function takenIn({ contents, providers }, commit, { before, after }) {
	if (configurationHash(before) === configurationHash(after)) return [];
	const known = (await desiredAt(contents, commit, before, providers)).state.identities;
	const hashes = new Map(known.map(({ address, hash }) => [address, hash]));
	const read = {
		...after,
		codeOwners: before.codeOwners
	};
	const { identities } = (await desiredAt(contents, commit, read, providers)).state;
	return identities.filter(({ address, hash }) => hashes.get(address) !== hash);
}
const SHOWN$2 = 50;
/** Said to those who approve the rules; of very many, how many more. */
function takenInWarnings(identities) {
	const shown = identities.slice(0, SHOWN$2).map(takenInWarning);
	const more = identities.length - shown.length;
	return more === 0 ? shown : [...shown, takenInBesides(more)];
}
function takenInBesides(more) {
	return {
		code: "identity-taken-in",
		severity: "warning",
		cause: `These rules take in ${more} more, whose documents nobody approved either.`,
		mend: "Read the documents. The next change of each asks the source's owner besides."
	};
}
function takenInWarning({ address, location, metadata: { owner } }) {
	return {
		code: "identity-taken-in",
		severity: "warning",
		cause: `These rules take in ${address}, whose document nobody approved and ${owner === null ? "names no owner" : `names ${owner} as its owner`}.`,
		mend: "Read the document. Its next change asks the source's owner besides.",
		location,
		address
	};
}

// src/workflows/apply-landed.ts
/**
* Finds every landed pull request that is not finished, oldest first, and applies, resumes or refuses each.
* An unfinished one delays only those whose scope it meets. @returns null when another run is at it.
*/
async function applyLanded(surface) {
	const { id, defaultBranch } = await repositoryFacts(surface.repository);
	const tip = await tipOf(surface.repository, defaultBranch);
	const configuration = await requireRules(surface.contents, tip, surface.providers);
	await requireOwnApp(surface, configuration);
	const ledger = await surface.openLedger(configuration);
	const lease = await surface.takeLease(configuration);
	if (lease.kind === "held") return null;
	try {
		const judging = {
			...surface,
			ledger
		};
		const found = await landingsSince(judging, {
			branch: defaultBranch,
			tip,
			settled: await ledger.settled(),
			configuration
		});
		const standings = await standingsOf(judging, found, tip);
		const run = new ApplyRun(judging, lease.held, standings, {
			commit: tip,
			configuration
		});
		const reports = await run.all(found.landings);
		await settle$1(ledger, id, {
			commits: found.commits,
			waiting: run.waiting
		});
		return {
			landings: reports,
			unapproved: standings.tip
		};
	} finally {
		await lease.held.release();
	}
}
var ApplyRun = class {
	#surface;
	#lease;
	#standings;
	#tip;
	/** Addresses of landings that stay unfinished: later plans about them have to wait. */
	#pending = /* @__PURE__ */ new Set();
	#waiting = null;
	constructor(surface, lease, standings, tip) {
		this.#surface = surface;
		this.#lease = lease;
		this.#standings = standings;
		this.#tip = tip;
	}
	/** The first landing that stays unfinished. */
	get waiting() {
		return this.#waiting;
	}
	async all(landings) {
		const reports = [];
		for (const [index, landing] of landings.entries()) {
			if (!this.#standings.concerns(landing)) continue;
			const report = await this.#one(landing, landings.slice(index + 1));
			if (report !== null) reports.push(report);
		}
		return reports;
	}
	async #one(landing, later) {
		const { pull, commit } = landing;
		this.#surface.progress(pull === null ? `commit ${commit.slice(0, 7)}` : `pull request ${pull.number}`);
		const judgement = await judgeLanding(this.#surface, landing, this.#standings.of(landing), this.#rules(), {
			later,
			tip: this.#tip.commit
		});
		const before = this.#standings.ratifying.get(commit);
		if (judgement.kind !== "finished" && before !== void 0) await this.#ratify(landing, before);
		switch (judgement.kind) {
			case "finished": return null;
			case "refused":
			case "superseded": return pull === null && this.#waiting !== null ? await this.#putOff(landing) : await this.#refuse(landing, judgement);
			case "unread": return this.#putBack(landing, judgement, await this.#touched(landing, judgement));
			case "approved": return await this.#apply(judgement);
		}
	}
	/** Rules at the tip that nobody approved neither allow nor refuse a landing for good. */
	#rules() {
		const { tip, rules } = this.#standings;
		return tip === null ? this.#tip.configuration : rules;
	}
	/** In the order of the landings: what was judged before this one was judged by the rules that stood then. */
	async #ratify({ pull, commit }, before) {
		const { contents, providers, ledger } = this.#surface;
		const after = await requireRules(contents, commit, providers);
		const taken = await ifReadable(async () => await takenIn(this.#surface, commit, {
			before,
			after
		}), () => []);
		const body = {
			type: "rules",
			commit,
			governance: await governanceAt(contents, commit, after),
			takenIn: taken.map(({ address }) => address)
		};
		await ledger.append([{
			pullRequest: pull?.number ?? null,
			digest: null,
			body
		}]);
	}
	/**
	* A push without a pull request is remembered only by the place that the ledger has reached, so it is refused and reported by
	* the run that finishes what is before it. Until then nobody can build upon what it brought.
	*/
	async #putOff(landing) {
		for (const address of await this.#touched(landing, { plan: null })) this.#pending.add(address);
		return null;
	}
	async #refuse(landing, judgement) {
		const { kind: result, applyId, digest, reasons, plan, inputs } = judgement;
		const done = plan === null ? [] : doneBefore(judgement, plan);
		const undone = judgement.kind === "superseded" ? judgement.undone : await this.#touched(landing, judgement);
		const record = this.#record(landing, applyId, digest);
		await record.refused(reasons, this.#standings.bypassed);
		const outcome = result === "refused" ? {
			kind: "refused",
			reasons
		} : {
			kind: "superseded",
			report: reportOf(judgement)
		};
		return {
			landing,
			result,
			digest,
			reasons,
			report: null,
			commentUrl: await record.finish({
				result,
				outcome,
				plan,
				inputs,
				applied: done,
				unapplied: undone.filter((address) => !done.includes(address)),
				settles: this.#waiting === null
			})
		};
	}
	/** Whose base was changed without an approval, planned or not: what refers to it from now on asks the source's owner, too. */
	async #touched(landing, { plan }) {
		const touched = new Set(plan?.desired.map(({ address }) => address));
		for (const configuration of /* @__PURE__ */ new Set([this.#tip.configuration, this.#rules()])) for (const address of await touchedBy(this.#surface, landing, configuration)) touched.add(address);
		return [...touched];
	}
	async #apply(approved) {
		const { plan, configuration } = approved;
		if (this.#standings.tip !== null) return this.#postpone(approved, this.#standings.tip);
		const waits = plan.changes.find(({ address }) => this.#pending.has(address));
		if (waits !== void 0) return this.#postpone(approved, earlier(waits.address));
		const opened = await openWriters(this.#surface, plan, configuration);
		if (opened.kind === "problem") return this.#postpone(approved, opened.reason);
		try {
			return await this.#execute(approved, opened.writers);
		} finally {
			for (const writer of opened.writers.values()) await writer.close();
		}
	}
	async #execute(approved, writers) {
		const { landing, plan, inputs, digest, applyId, history, finishing } = approved;
		const record = this.#record(landing, applyId, digest);
		await this.#lease.fence();
		await record.begin(approved, this.#lease.lease);
		const { sink, random, progress } = this.#surface;
		const fence = async () => await this.#lease.fence();
		const report = await executePlan({
			plan,
			history,
			...finishing === null ? {} : { finishing },
			writers,
			recorder: record,
			sink,
			fence,
			random,
			progress
		});
		if (report.result === "unfinished") return this.#postpone(approved, UNFINISHED, report);
		const done = new Set(report.receipts.filter(isDone).map(({ stepId }) => stepId));
		const { applied = [], unapplied = [] } = Object.groupBy(plan.changes, ({ steps }) => steps.every(({ id }) => done.has(id)) ? "applied" : "unapplied");
		const commentUrl = await record.finish({
			result: report.result,
			outcome: {
				kind: "executed",
				report
			},
			plan,
			inputs,
			applied: applied.map(({ address }) => address),
			unapplied: unapplied.map(({ address }) => address),
			settles: this.#waiting === null
		});
		return {
			landing,
			result: report.result,
			digest,
			reasons: [],
			report,
			commentUrl
		};
	}
	#record(landing, applyId, digest) {
		const tip = {
			...this.#tip,
			unapproved: this.#standings.tip
		};
		return new ApplyRecord({
			...this.#surface,
			tip
		}, landing, applyId, digest);
	}
	#postpone({ landing, plan, digest }, reason, report = null) {
		const addresses = plan.changes.map(({ address }) => address);
		return {
			...this.#putBack(landing, {
				digest,
				reasons: [reason]
			}, addresses),
			report
		};
	}
	/** Nothing terminal is entered: what keeps it from finishing can pass. */
	#putBack(landing, { digest, reasons }, addresses) {
		for (const address of addresses) this.#pending.add(address);
		this.#waiting ??= landing;
		return {
			landing,
			result: "unfinished",
			digest,
			reasons,
			report: null,
			commentUrl: null
		};
	}
};
/** Addresses of which every step was done by earlier runs, before what is refused now, and that stand as they were done. */
function doneBefore(refusal, plan) {
	const taken = refusal.kind === "superseded" ? refusal.takenOver : /* @__PURE__ */ new Set();
	return plan.changes.filter(({ address, steps }) => steps.length > 0 && !taken.has(address)).filter(({ steps }) => steps.every(({ id }) => isDone(refusal.history?.receipts.get(id)))).map(({ address }) => address);
}
/** What earlier runs left of an apply that ends now; null when none of them wrote anything. */
function reportOf({ history }) {
	if (history === null || history.receipts.size === 0) return null;
	return {
		result: "partial",
		receipts: [...history.receipts.values()],
		unverified: []
	};
}
const UNFINISHED = {
	code: "apply-unfinished",
	message: "The next run continues where this one stopped."
};
function earlier(address) {
	return {
		code: "earlier-landing-unfinished",
		message: `${address} is part of an earlier landing that is not finished.`
	};
}

// src/render/doctor.ts
/** What no token of a job is told, however things stand. */
const NOT_SEEN = [
	"who may bypass the rulesets: GitHub tells that only to those who may edit them",
	"classic branch protection, which no token of a workflow may read: only rulesets count here",
	"who is in teams, unless the token of the App is handed to the doctor",
	"as which App publish and apply run, unless their token is handed to the doctor, too",
	"which secrets are kept outside of environments, and environments of other names than the examples give"
];
/** Lines for the log and the summary. What they quote is rendered inert where they are shown. */
function doctorLines({ level, findings }) {
	const found = findings.length === 0 ? ["Nothing is missing."] : findings.flatMap(({ code, message, mend }) => [`${code}: ${message}`, `  ${mend}`]);
	return [
		`Level: ${level}`,
		...found,
		"Not to be seen from here, and yours to check:",
		...NOT_SEEN.map((what) => `  ${what}`)
	];
}

// src/core/read-jobs.ts
/** The action in its own repository or a copy of it; with a path or another name it is not known. */
const ACTION = /(?:^|\/)countersign@/u;
const SECRET = /\$\{\{[^}]{0,500}?\bsecrets\s*(?:\.(?!\s*GITHUB_TOKEN\b)|\[)/iu;
/** Functions by which a job runs although one that it needs did not succeed. Source: Expressions, status check functions, in GitHub's documentation. */
const REGARDLESS = /\b(?:cancelled|always|failure)\s*\(/iu;
function isWorkflow(path) {
	return /^\.github\/workflows\/[^/]+\.ya?ml$/u.test(path);
}
/** The jobs among workflow files that read a source of their own. Pure; expressions are not evaluated. */
function readJobsIn(files) {
	const found = files.filter(({ bytes }) => Buffer.from(bytes).includes("countersign@")).map((file) => ({
		path: file.path,
		jobs: jobsOf(file)
	}));
	return {
		jobs: found.flatMap(({ path, jobs }) => jobs === null ? [] : readersAmong(path, jobs)),
		unread: found.flatMap(({ path, jobs }) => jobs === null ? [path] : [])
	};
}
function jobsOf(file) {
	const { documents, diagnostics } = parseYaml(file);
	const workflow = documents[0]?.value;
	if (diagnostics.length > 0 || documents.length !== 1 || !isJsonObject(workflow)) return null;
	const { jobs } = workflow;
	if (!isJsonObject(jobs)) return null;
	return new Map(Object.entries(jobs).flatMap(([key, job]) => isJsonObject(job) ? [[key, job]] : []));
}
function readersAmong(path, jobs) {
	return [...jobs].flatMap(([key, job]) => {
		const steps = stepsWith(job, "read");
		if (steps.length === 0) return [];
		const plans = [...jobs].filter(([other]) => needed(other, jobs).has(key)).flatMap(([, other]) => planIn(other));
		return [{
			name: `${path}#${key}`,
			sources: steps.map(({ source }) => typeof source === "string" && !isExpression(source) ? source : null),
			environment: environmentOf(job["environment"]),
			secrets: SECRET.test(JSON.stringify(job)) ? "some" : "none",
			plans
		}];
	});
}
/** The inputs of the steps that run a command of Countersign. */
function stepsWith({ steps }, command) {
	return listOf(steps).flatMap((step) => {
		if (!isJsonObject(step) || typeof step["uses"] !== "string" || !ACTION.test(step["uses"])) return [];
		const inputs = step["with"];
		return isJsonObject(inputs) && inputs["command"] === command ? [inputs] : [];
	});
}
function planIn(job) {
	const steps = stepsWith(job, "plan");
	if (steps.length === 0) return [];
	const condition = job["if"];
	return [{
		state: steps.some((inputs) => typeof inputs["live-state"] === "string" && inputs["live-state"].trim() !== "") ? "given" : "not-given",
		runs: typeof condition === "string" && REGARDLESS.test(condition) ? "always" : "after-success"
	}];
}
/** The jobs that are done before a job begins, also through others. */
function needed(key, jobs) {
	const all = /* @__PURE__ */ new Set();
	const open = [key];
	for (let next = open.pop(); next !== void 0; next = open.pop()) {
		const needs = jobs.get(next)?.["needs"];
		for (const one of typeof needs === "string" ? [needs] : listOf(needs)) {
			if (typeof one !== "string" || all.has(one)) continue;
			all.add(one);
			open.push(one);
		}
	}
	return all;
}
function environmentOf(value) {
	const name = isJsonObject(value) ? value["name"] : value;
	return typeof name === "string" && name !== "" ? name : null;
}
function isExpression(text) {
	return text.includes("${{");
}
function listOf(value) {
	if (!Array.isArray(value)) return [];
	return value;
}

// src/core/read-job-findings.ts
/** What jobs that read a source of their own lack. */
function ofReadJobs({ readJobs, sources, visibility }) {
	if (readJobs.kind === "unseen") return [unread(`The workflows could not be read, so they do not count: ${readJobs.why}`)];
	const { jobs, unread: paths } = readJobs.value;
	const [first] = jobs;
	return [
		...paths.map((path) => unread(`${path} uses Countersign and is not understood, so its jobs do not count.`)),
		...first !== void 0 && visibility === "public" ? [shownToAll(first)] : [],
		...jobs.flatMap((job) => [
			...unknownSources(job, sources),
			...withoutEnvironment(job),
			...unused(job)
		])
	];
}
/** Environments of read jobs, each once; one that an expression names is looked up by nobody. */
function environmentsOf(jobs) {
	const named = jobs.flatMap(({ environment }) => environment ?? []);
	return [...new Set(named.filter((name) => !isExpression(name)))].sort();
}
/** Whether the plan job connects to nothing, since jobs of their own read every source. */
function readsAll(jobs, sources) {
	const read = new Set(jobs.flatMap((job) => job.sources));
	return sources.length > 0 && sources.every((source) => read.has(source));
}
function unknownSources({ name, sources }, known) {
	return sources.filter((source) => source !== null && !known.includes(source)).map((source) => ({
		code: "read-source-unknown",
		message: `The job ${name} reads ${source ?? ""}, which is no source of the configuration.`,
		mend: `Let its input source be one of ${known.join(", ")}.`
	}));
}
function withoutEnvironment({ name, environment, secrets }) {
	if (environment !== null || secrets === "none") return [];
	return [{
		code: "read-job-without-environment",
		message: `The job ${name} uses a secret outside of any environment, which a workflow on any branch could use, too.`,
		mend: "Give the job an environment that is limited to the default branch, and keep the secret there."
	}];
}
function unused({ name, plans }) {
	const given = plans.filter(({ state }) => state === "given");
	if (given.length === 0) return [{
		code: "read-state-unused",
		message: `No plan job waits for the job ${name} and is given a live-state, so what it reads is not planned with.`,
		mend: "Name the job under needs of the plan job, download its artifact there, and give the file as live-state."
	}];
	if (given.some(({ runs }) => runs === "always")) return [];
	return [{
		code: "read-failure-stops-plan",
		message: `Where the job ${name} fails, the plan job does not run, and nothing is planned of any source.`,
		mend: "Let the plan job have if: ${{ !cancelled() }}; then plans of that source alone are incomplete."
	}];
}
function shownToAll({ name }) {
	return {
		code: "read-state-public",
		message: `The repository is public, so that anybody who is logged in may download what the job ${name} hands on.`,
		mend: "Read the source in the plan job, or let the repository be private."
	};
}
function unread(message) {
	return {
		code: "workflow-unread",
		message,
		mend: "Let the job have contents: read, and write the workflow without anchors; or look at its read jobs yourself."
	};
}

// src/core/doctor.ts
const APPROVAL_CHECK = "countersign/approval";
function diagnose(facts) {
	const findings = [
		...ofConfiguration(facts.configuration),
		...ofActing(facts.acting, facts.configuration.app),
		...ofDefaultBranch(facts.defaultBranch, facts.configuration.app),
		...[facts.defaultBranch, ...facts.ledgerBranches].flatMap(ofBranch),
		...ofCodeOwners(facts.codeOwners),
		...ofTeams(facts),
		...ofReadJobs(facts.reading),
		...facts.environments.flatMap((environment) => ofEnvironment(environment, facts.defaultBranch.branch))
	];
	return {
		level: findings.length === 0 ? "standard" : "trial",
		findings
	};
}
/**
* The environments of the example workflows and of jobs that read; publishing needs one as soon as it has a key to keep, and planning
* none where it connects to nothing.
*/
function environmentNames({ app, ledger, sources }, jobs) {
	const hasKey = app !== null || ledger.signing.kind === "ed25519";
	const names = [
		...readsAll(jobs, sources.map(({ name }) => name)) ? [] : ["countersign-read"],
		...environmentsOf(jobs),
		...hasKey ? ["countersign-publish"] : [],
		"countersign-apply"
	];
	return [...new Set(names)];
}
function ofConfiguration({ app, ledger }) {
	const findings = [];
	if (app === null) findings.push({
		code: "app-missing",
		message: "The configuration names no App: the checks come from github-actions, as which any workflow can post.",
		mend: "Register an App, run publish and apply with its token, and write its id under `app`."
	});
	if (ledger.signing.kind === "none") findings.push({
		code: "signing-missing",
		message: "The ledger is not signed: whoever may push can write it.",
		mend: "Name ed25519 or github-oidc under `ledger.signing`, with a ledger that begins signed."
	});
	return findings;
}
function ofActing(acting, app) {
	if (app === null) return [];
	if (acting.kind === "unseen") return [unseen("app-unseen", "Whom the token acts for", acting.why)];
	const problem = appProblem(acting.value, app);
	if (problem === null || problem.code === "app-differs" && !isAppOfItsOwn(acting.value)) return [];
	const { code, message, evidence, mend } = problem;
	return [{
		code,
		message: `${message} Seen: ${evidence}.`,
		mend
	}];
}
/** The token of a job reads no team, whatever the App may: then nothing is known of them. */
function ofTeams({ acting, unreadTeams }) {
	if (acting.kind === "unseen" || !isAppOfItsOwn(acting.value)) return [];
	if (unreadTeams.kind === "unseen") return [unseen("team-unreadable", "Teams", unreadTeams.why)];
	return unreadTeams.value.map((team) => ({
		code: "team-unreadable",
		message: `There is no team ${team}, or the App may not read who is in it: pull requests that need it are refused.`,
		mend: UNSEEN_MENDS["team-unreadable"]
	}));
}
/** Teams that stand in the configuration itself, each once. */
function teamsIn({ people, approval, sources }) {
	const { widening, administrators } = approval;
	const named = [
		...Object.values(people).flat(),
		widening ?? "",
		administrators,
		...sources.map(({ owner }) => owner)
	];
	return [...new Set(named.filter(isTeam))].toSorted();
}
function ofDefaultBranch({ branch, rules }, app) {
	if (rules.kind === "unseen") return [];
	const findings = [];
	const required = rules.value.checks.filter(({ context }) => context === APPROVAL_CHECK);
	if (required.length === 0) findings.push({
		code: "check-not-required",
		message: `No active ruleset requires the check ${APPROVAL_CHECK} on ${branch}.`,
		mend: "Require it in a ruleset; classic branch protection is not looked at."
	});
	else if (app === null || !required.some((one) => one.app === app)) findings.push({
		code: "check-unpinned",
		message: `The required check ${APPROVAL_CHECK} counts from ${sourceOf(required)}, not from the configured App alone.`,
		mend: `Give the required check the App as its source: "integration_id": ${app ?? "the id that the configuration names under app"}.`
	});
	if (!rules.value.holds.has("code-owner-review")) findings.push({
		code: "code-owner-review-missing",
		message: `No active ruleset requires the review of code owners on ${branch}.`,
		mend: "Add the rule pull_request with require_code_owner_review to a ruleset."
	});
	return findings;
}
function sourceOf(required) {
	const apps = required.flatMap(({ app }) => app === null ? [] : [app]);
	return apps.length === 0 ? "any app" : `the app ${apps.join(", ")}`;
}
function ofBranch({ branch, rules }) {
	if (rules.kind === "unseen") return [unseen("rules-unseen", `Which rules hold for the branch ${branch}`, rules.why)];
	const findings = [];
	if (!rules.value.holds.has("no-deletion")) findings.push({
		code: "branch-deletable",
		message: `No active ruleset keeps the branch ${branch} from being deleted.`,
		mend: "Add the rule deletion to a ruleset that covers it."
	});
	if (!rules.value.holds.has("no-rewriting")) findings.push({
		code: "branch-rewritable",
		message: `No active ruleset keeps the branch ${branch} from being force-pushed.`,
		mend: "Add the rule non_fast_forward to a ruleset that covers it."
	});
	return findings;
}
const OWNERS_MEND = "Name owners for /.github/ in .github/CODEOWNERS, and let no later line take it away.";
function ofCodeOwners(seen) {
	if (seen.kind === "unseen") return [unseen("code-owners-unseen", "Who owns the rules", seen.why)];
	const { value } = seen;
	if (value.kind === "absent") return [{
		code: "code-owners-missing",
		message: "There is no CODEOWNERS file.",
		mend: OWNERS_MEND
	}];
	const { path, unowned, rejected } = value;
	const nobody = {
		code: "code-owners-missing",
		message: `${path} names nobody for ${few(unowned)}.`,
		mend: OWNERS_MEND
	};
	const invalid = {
		code: "code-owners-invalid",
		message: `GitHub does not accept what ${path} says of ${few(rejected)}.`,
		mend: "Open the file on GitHub, which marks the line. Owners need write access."
	};
	return [...unowned.length === 0 ? [] : [nobody], ...rejected.length === 0 ? [] : [invalid]];
}
function few([first = "", ...more]) {
	return more.length > 0 ? `${first} and ${more.length} more` : first;
}
function ofEnvironment({ name, access }, defaultBranch) {
	if (access.kind === "unseen") return [unseen("environment-unseen", `Who may use the environment ${name}`, access.why)];
	const { value } = access;
	if (value.kind === "absent") return [{
		code: "environment-missing",
		message: `There is no environment ${name}, as the example workflows or a job that reads call it.`,
		mend: `Make it, limit it to ${defaultBranch}, and keep the job's secrets there.`
	}];
	const open = value.kind === "patterns" ? value.patterns.filter((pattern) => pattern !== defaultBranch) : [];
	if (value.kind === "patterns" && open.length === 0) return [];
	return [{
		code: "environment-open",
		message: `Jobs on ${value.kind === "any-ref" ? "any branch" : value.kind === "patterns" ? open.join(", ") : "any protected branch"} may use the environment ${name}.`,
		mend: `Limit it to the selected branch ${defaultBranch}.`
	}];
}
const UNSEEN_MENDS = {
	"rules-unseen": "Rulesets of a private repository need GitHub Pro, Team or Enterprise; those of a ledger elsewhere need ledger-token.",
	"code-owners-unseen": "Let the job have contents: read, and keep the owners in a file of less than a megabyte.",
	"environment-unseen": "Let the job have actions: read.",
	"team-unreadable": "Correct the name, or give the App the organization permission members (read), or list the people in a group.",
	"app-unseen": "Run it again, with the job's own token or that of the App."
};
function unseen(code, what, why) {
	return {
		code,
		message: `${what} could not be read, so it does not count: ${why}`,
		mend: UNSEEN_MENDS[code]
	};
}

// src/github/protection.ts
const PAGE = 100;
/**
* What active rulesets, of the repository and of those above it, say of a branch, whether it exists or not.
* @throws GitHubError where the plan has no rulesets: `github-forbidden`.
*/
async function branchRules(repository, branch) {
	const { github } = repository;
	const rules = await github.paginate(github.rest.repos.getBranchRules, {
		...at(repository),
		branch,
		per_page: PAGE
	});
	const holds = /* @__PURE__ */ new Set();
	const checks = [];
	for (const rule of rules) {
		if (rule.type === "deletion") holds.add("no-deletion");
		if (rule.type === "non_fast_forward") holds.add("no-rewriting");
		if (rule.type === "pull_request" && rule.parameters?.require_code_owner_review === true) holds.add("code-owner-review");
		if (rule.type === "required_status_checks") for (const { context, integration_id: app } of rule.parameters?.required_status_checks ?? []) checks.push({
			context,
			app: app ?? null
		});
	}
	return {
		checks,
		holds
	};
}
/** From where an environment may be used. It takes actions: read. */
async function environmentAccess(repository, name) {
	const { github } = repository;
	const which = {
		...at(repository),
		environment_name: name
	};
	const found = await orAbsent(repository, async () => (await github.rest.repos.getEnvironment(which)).data);
	if (found === null) return { kind: "absent" };
	const policy = found.deployment_branch_policy ?? null;
	if (policy === null) return { kind: "any-ref" };
	if (!policy.custom_branch_policies) return { kind: "protected-branches" };
	return {
		kind: "patterns",
		patterns: (await github.paginate(github.rest.repos.listDeploymentBranchPolicies, {
			...which,
			per_page: PAGE
		})).map(({ name: pattern, type }) => `${type === "tag" ? "tag " : ""}${pattern ?? ""}`)
	};
}
/** Numbers of the lines of the CODEOWNERS file that GitHub does not accept, from 1. */
async function codeOwnersErrors(repository) {
	const { data } = await repository.github.rest.repos.codeownersErrors(at(repository));
	return data.errors.map(({ line }) => line);
}

// src/workflows/doctor.ts
/** Files that somebody could add beside those that there are. */
const ADDED = [".github/any", ".github/workflows/any.yml"];
/**
* Looks at how the repository is set up. Reads only.
* @throws CountersignError where there is no level to tell: `rules-missing`, or what keeps the configuration from being read.
*/
async function examine(surface) {
	const { repository, contents, providers } = surface;
	const { defaultBranch, visibility } = await repositoryFacts(repository);
	const tip = await tipOf(repository, defaultBranch);
	const configuration = await requireRules(contents, tip, providers);
	const readJobs = await seen(async () => await readJobsAt(contents, tip));
	const jobs = readJobs.kind === "seen" ? readJobs.value.jobs : [];
	return diagnose({
		configuration,
		defaultBranch: await branchFact(() => repository, defaultBranch),
		ledgerBranches: await ledgerFacts(surface, configuration),
		environments: await Promise.all(environmentNames(configuration, jobs).map(async (name) => ({
			name,
			access: await seen(() => environmentAccess(repository, name))
		}))),
		codeOwners: await seen(() => codeOwnersAt(repository, contents, tip)),
		acting: await seen(surface.principal),
		unreadTeams: await seen(async () => await unreadTeams(repository, teamsIn(configuration))),
		reading: {
			readJobs,
			sources: configuration.sources.map(({ name }) => name),
			visibility
		}
	});
}
async function readJobsAt(contents, tip) {
	const { inputs } = await contents.inputs(await contents.tree(tip), isWorkflow);
	return readJobsIn(inputs);
}
async function unreadTeams(repository, teams) {
	const read = await membersOf(repository, teams);
	return teams.filter((team) => !read.has(team));
}
async function ledgerFacts(surface, configuration) {
	const home = () => surface.ledgerHome(configuration);
	return await Promise.all(surface.ledgerBranches(configuration).map((branch) => branchFact(home, branch)));
}
async function branchFact(repository, branch) {
	return {
		branch,
		rules: await seen(async () => await branchRules(repository(), branch))
	};
}
async function codeOwnersAt(repository, contents, tip) {
	const tree = await contents.tree(tip);
	const path = CODE_OWNERS_PATHS.find((candidate) => tree.has(candidate));
	if (path === void 0) return { kind: "absent" };
	const { inputs, diagnostics } = await contents.inputs(tree, (candidate) => candidate === path);
	const [file] = inputs;
	const [problem] = diagnostics;
	if (file === void 0) throw new CountersignError(problem?.code ?? "rule-unreadable", problem?.cause ?? "The file cannot be read.", {
		evidence: path,
		mend: problem?.mend ?? "Put a file in its place."
	});
	const rules = [...tree.keys()].filter((candidate) => candidate.startsWith(".github/"));
	const text = Buffer.from(file.bytes).toString("utf8");
	const paths = /* @__PURE__ */ new Set([
		...rules,
		...ADDED,
		path
	]);
	return {
		kind: "file",
		path,
		...ownershipOf(text, [...paths], await codeOwnersErrors(repository))
	};
}
/** What GitHub refuses to show is not there for this run, and is said to be unseen. */
async function seen(read) {
	try {
		return {
			kind: "seen",
			value: await read()
		};
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		return {
			kind: "unseen",
			why: [`${error.code}: ${error.message}`, error.evidence ?? ""].filter((part) => part !== "").join("; ")
		};
	}
}

// src/action/doctor.ts
/** What is missing makes no job red: the level is told, and nobody is stopped. */
async function doctor(surface) {
	const diagnosis = await examine(surface);
	return {
		outputs: { decision: diagnosis.level },
		planFile: null,
		lines: doctorLines(diagnosis),
		failed: null
	};
}

// src/action/applied.ts
/** A landing that was not applied as planned makes the job red: somebody has to look. */
function appliedResult(done) {
	if (done === null) return {
		outputs: {},
		planFile: null,
		lines: ["Another run holds the apply lease and does what there is to do."],
		failed: null
	};
	const { landings: reports, unapproved } = done;
	const last = reports.at(-1);
	const problems = [...reports.filter(({ result }) => result !== "applied" && result !== "nothing" && result !== "superseded").map(({ landing, result }) => `${nameOf(landing)} ended in ${result}`), ...unapproved === null ? [] : [`${unapproved.code}: ${unapproved.message}`]];
	return {
		outputs: {
			...last === void 0 ? {} : { decision: last.result },
			...last?.digest ? { digest: last.digest } : {},
			...last?.commentUrl ? { "comment-url": last.commentUrl } : {}
		},
		planFile: null,
		lines: [...reports.length === 0 ? ["Nothing landed that is not finished."] : reports.flatMap(landingLines), ...unapproved === null ? [] : [`${unapproved.code}: ${unapproved.message}`]],
		failed: problems.length === 0 ? null : problems.join("; ")
	};
}
function landingLines({ landing, result, reasons, report }) {
	const receipts = report?.receipts.map((receipt) => `  ${receipt.stepId}: ${receipt.kind}${detailOf(receipt)}`) ?? [];
	return [
		`${nameOf(landing)}: ${result}`,
		...reasons.map(({ code, message }) => `  ${code}: ${message}`),
		...receipts
	];
}
function detailOf({ conflict, failure, note }) {
	if (conflict !== null) return ` at ${conflict.pointer}`;
	if (failure !== null) return `: ${failure.code}: ${failure.cause}`;
	return note === null ? "" : `: ${note}`;
}
function nameOf({ pull, commit }) {
	return pull === null ? `commit ${commit.slice(0, 7)}` : `pull request ${pull.number}`;
}

// src/action/live-state.ts
/** What other jobs of the run read, from the files that the input names. @throws CountersignError `live-state-unusable`. */
function handedFrom(paths, now) {
	return handedStates(paths.map((path) => decodeHandedState(bytesOf$1(path), path)), now);
}
function bytesOf$1(path) {
	const found = lstatSync(path, { throwIfNoEntry: false });
	if (found?.isFile() === true && found.size <= 67108864) return readFileSync(path);
	const seen = found === void 0 ? "absent" : found.isFile() ? `${found.size} bytes` : "not a plain file";
	throw new CountersignError("live-state-unusable", "The state of a source that was handed on cannot be read.", {
		evidence: `${path.slice(0, 200)}: ${seen}`,
		mend: `Download the artifact of the job that read it, and name a file of at most ${HANDED_STATE_LIMIT} bytes.`
	});
}

// src/render/summary.ts
/** GitHub takes a mebibyte of summary for a step; the rest is for what else the job says. */
const SUMMARY_LIMIT = 9e5;
/** Bytes for each section of one plan: what a comment shows, and more of the exact edits. */
const ROOM = 6e4;
/** The job's summary: each plan with the sections of its comment, and one line for each pull request that has none. */
function renderSummary(summarized) {
	const parts = [];
	let used = 0;
	for (const [index, one] of summarized.entries()) {
		const part = partOf(one);
		used += sizeOf$1(part) + 1;
		if (used > SUMMARY_LIMIT) {
			parts.push(`… and ${count(summarized.length - index, "more pull request")}, see the log.\n`);
			break;
		}
		parts.push(part);
	}
	return parts.join("\n");
}
function partOf(one) {
	if (one.kind === "planned") return `## Pull request ${one.pullRequest}\n\n${renderReport(one.plan, one.digest, one.assessment, ROOM)}`;
	const { code, message } = one.reason;
	return `Pull request ${one.pullRequest}: ${markdown([
		said(message),
		" (",
		data(code),
		")"
	])}\n`;
}

// src/workflows/bundle.ts
/** An action's input travels in the environment, where Linux takes no text of 128 KiB or more. */
const ENCODED_LIMIT = 12e4;
const DECODED_LIMIT = 67108864;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u;
/**
* What fits of the plans, in their order. One that is too large by itself is withheld, so that its check says so; one that only
* finds no more room is left to another run.
*/
function packBundle(all) {
	const planned = [];
	const left = [];
	const room = {
		encoded: ENCODED_LIMIT,
		decoded: DECODED_LIMIT
	};
	for (const one of all) {
		const size = sizeOf(one);
		const fitting = size.encoded <= ENCODED_LIMIT && size.decoded <= DECODED_LIMIT || one.kind !== "planned" ? one : tooLarge(one, size.encoded);
		const taken = fitting === one ? size : sizeOf(fitting);
		if (taken.encoded > room.encoded || taken.decoded > room.decoded) {
			left.push(one.pullRequest);
			continue;
		}
		planned.push(fitting);
		room.encoded -= taken.encoded;
		room.decoded -= taken.decoded;
	}
	return {
		bundle: encodeBundle({
			formatVersion: "1",
			planned
		}),
		left
	};
}
/** In a bundle of its own, which is never less than its share of a larger one. */
function sizeOf(one) {
	const text = canonicalize({
		formatVersion: "1",
		planned: [one]
	});
	return {
		encoded: gzipSync(text).toString("base64").length,
		decoded: Buffer.byteLength(text)
	};
}
function encodeBundle(bundle) {
	return gzipSync(canonicalize(bundle)).toString("base64");
}
function tooLarge({ pullRequest, head }, size) {
	return {
		kind: "withheld",
		pullRequest,
		head,
		reason: {
			code: "bundle-too-large",
			message: `The plan takes ${size} characters, compressed; a job can hand on ${ENCODED_LIMIT}. Split the pull request.`
		}
	};
}
/**
* The plans, with each digest computed again from its plan: what a bundle says about itself is not believed.
* @throws CountersignError `bundle-malformed`, `digest-mismatch`.
*/
function decodeBundle(encoded) {
	const bundle = parse(encoded);
	if (!isBundle(bundle)) throw malformed(null);
	for (const planned of bundle.planned) {
		if (planned.kind !== "planned") continue;
		const digest = planDigest(planned.plan);
		if (digest === planned.digest) continue;
		throw new CountersignError("digest-mismatch", `The plan of pull request ${planned.pullRequest} is not the one that its digest names.`, {
			evidence: `handed on ${planned.digest}, computed ${digest}`,
			mend: "Run the plan job again; hand its output on unchanged."
		});
	}
	return bundle;
}
function parse(encoded) {
	try {
		return parseJson(gunzipSync(Buffer.from(encoded, "base64"), { maxOutputLength: DECODED_LIMIT }).toString("utf8"));
	} catch (cause) {
		throw malformed(cause);
	}
}
/** The outer shape; what a plan says inside is named by its digest. */
function isBundle(value) {
	if (typeof value !== "object" || value === null || !("formatVersion" in value) || !("planned" in value)) return false;
	const { formatVersion, planned } = value;
	return formatVersion === "1" && Array.isArray(planned) && planned.every((one) => isPlanned(one));
}
/**
* What decides which way an entry is taken has to be there; nothing else of it is believed before it is compared. What cannot be,
* because it is the plan job's word alone, is of the right shape and within its limits.
*/
function isPlanned(value) {
	if (!isJsonObject(value) || !Number.isSafeInteger(value["pullRequest"]) || typeof value["head"] !== "string") return false;
	if (value["kind"] === "planned" && !isTime(value["at"])) return false;
	const parts = value["kind"] === "planned" ? ["plan", "assessment"] : ["reason"];
	if (![
		"ignored",
		"unconcerned",
		"withheld",
		"planned"
	].some((kind) => kind === value["kind"]) || !parts.every((part) => isJsonObject(value[part]))) return false;
	return value["kind"] !== "planned" || tellsAccess(value);
}
function tellsAccess({ plan, assessment }) {
	const sources = isJsonObject(plan) ? plan["sources"] : void 0;
	if (!Array.isArray(sources) || !isJsonObject(assessment)) return false;
	const names = sources.map((source) => isJsonObject(source) ? source["name"] : void 0);
	const { access, changes } = assessment;
	return isAssessedAccess(access, new Set(names.filter((name) => typeof name === "string"))) && (!Array.isArray(changes) || changes.every(tellsCredentials));
}
function tellsCredentials(assessment) {
	if (!isJsonObject(assessment)) return false;
	const { credentials } = assessment;
	return credentials === void 0 || isAssessedCredentials(credentials);
}
function isTime(value) {
	return typeof value === "string" && TIME.test(value) && !Number.isNaN(seconds$2(value));
}
function malformed(cause) {
	return new CountersignError("bundle-malformed", "This is not what a plan job hands on.", {
		mend: "Give the publish job the plan job's output `bundle`.",
		cause
	});
}

// src/workflows/plan-pull-request.ts
/**
* Computes the plan of one pull request. Reads only: the pull request is data, the rules are those of the base branch's tip,
* live systems are reached through readers that cannot write.
*/
async function planPullRequest(surface, request) {
	const pull = await pullRequest(surface.repository, request.number);
	try {
		const concern = await concernOf(surface, pull, request.askedHead);
		if (concern.kind === "concerned") return await planned(surface, pull, concern, request.touching);
		return request.touching !== null && concern.kind === "unconcerned" ? untouched(pull) : unplanned(pull, concern);
	} catch (error) {
		return unplanned(pull, {
			kind: "withheld",
			reason: reasonOf(error)
		});
	}
}
function unplanned(pull, { kind, reason }) {
	const { code, message } = reason;
	return {
		kind,
		pullRequest: pull.number,
		head: pull.head.sha,
		reason: {
			code,
			message
		}
	};
}
function untouched(pull) {
	return unplanned(pull, {
		kind: "ignored",
		reason: {
			code: "scope-untouched",
			message: "What was applied is not what it is about."
		}
	});
}
async function planned(surface, pull, { base, start, configuration }, touching) {
	const { contents, providers } = surface;
	const before = await desiredAt(contents, start, configuration, providers);
	const after = await desiredAt(contents, pull.head.sha, configuration, providers);
	if (touching !== null && !scopeOf$1(before.state, after.state, "pull-request").identities.some(({ address }) => touching.has(address))) return untouched(pull);
	const tip = start === base ? before : await desiredAt(contents, base, configuration, providers);
	const governance = await governanceBetween(surface, start, pull.head.sha, configuration);
	const at = await secondOf(surface.repository);
	const heads = await headRules(surface, start, pull.head.sha);
	const noted = [
		...await overlookedBetween(contents, start, pull.head.sha, configuration),
		...movedInputs(before, after, tip),
		...movedRules(governance, await governanceBetween(surface, start, base, configuration)),
		...brokenRules(heads, governance),
		...await wrongRules(surface, pull.head.sha, heads, at)
	];
	const desired = {
		base: before,
		head: after,
		extent: "pull-request"
	};
	const live = await readLive({
		...surface,
		configuration
	}, sourcesTouched(desired));
	const assembled = await planWithAccess({
		...desired,
		configuration,
		providers,
		live,
		governance,
		diagnostics: noted,
		commits: {
			base,
			head: pull.head.sha,
			mergeBase: start
		},
		now: at,
		engine: surface.engine
	}, surface, judgeBy(configuration, at, null));
	const { plan, assessment } = blockedByNext(assembled, nextRules(heads, governance), providers);
	const digest = planDigest(plan);
	return {
		kind: "planned",
		pullRequest: pull.number,
		head: pull.head.sha,
		base,
		baseBranch: pull.base.ref,
		at,
		digest,
		plan,
		assessment
	};
}
async function headRules({ contents, providers }, start, head) {
	return {
		before: await rulesAt(contents, start, providers),
		after: await rulesAt(contents, head, providers)
	};
}
/** Rules that nobody could read once it has landed would refuse its apply, and keep everything after it from being planned. */
function brokenRules({ before, after }, governance) {
	const isItsOwn = before.kind !== "invalid" || bringsRules(governance);
	return after.kind === "invalid" && isItsOwn ? after.diagnostics : [];
}
/** What becomes a rule, and what rules get wrong: told by what stands where head and base parted, since an approval is of what the pull request itself brings. */
async function wrongRules(surface, head, { before, after }, at) {
	if (before.kind !== "rules" || after.kind !== "rules") return [];
	const [was, is] = [before.configuration, after.configuration];
	const taken = await takenIn(surface, head, {
		before: was,
		after: is
	});
	return [...takenInWarnings(taken), ...newlyWrong(was.policySet, is.policySet, at)];
}
/** By which the apply would be asked besides; null: by none that can be read, or by the same. */
function nextRules({ after }, governance) {
	if (after.kind === "invalid" || !bringsRules(governance)) return null;
	return after.kind === "rules" ? after.configuration : NO_RULES;
}
/** What the branch would be merged into has moved under it: reviewers must see the two together. */
function movedInputs(start, head, tip) {
	const scope = new Set(scopeOf$1(start.state, head.state, "pull-request").identities.map(({ address }) => address));
	return scopeOf$1(start.state, tip.state, "pull-request").identities.filter(({ address, base, head: now }) => scope.has(address) && base?.hash !== now?.hash).map(({ address }) => updateBranch(`The document of ${address} also changed on the base branch.`));
}
function movedRules(own, base) {
	const paths = new Set(own.map(({ path }) => path));
	return base.filter(({ path }) => paths.has(path)).map(({ path }) => updateBranch(`The rule file ${path} also changed on the base branch.`));
}
function updateBranch(cause) {
	return {
		code: "update-branch",
		severity: "error",
		cause,
		mend: "Update the branch from its base, so that both changes are planned together."
	};
}

// src/action/result.ts
/** One part's failure is its own: the others are worked on, and the job is red in the end. */
async function attempt(what, failures, work) {
	try {
		await work();
	} catch (error) {
		failures.push(`${what}: ${explainError(error)}`);
	}
}
function countsOf(plan) {
	const counts = /* @__PURE__ */ new Map();
	for (const { action } of plan.changes) counts.set(action, (counts.get(action) ?? 0) + 1);
	return canonicalize(Object.fromEntries(counts));
}

// src/core/ledger/applied.ts
/**
* What the entries of one run tell. New rules concern every plan, and so does an apply that began and did not finish: what it
* reached is in no entry of its end. @param writer of the entries that count
*/
function appliedBy(entries, writer) {
	const bodies = entries.filter(({ predicate }) => predicate.writer === writer).map(({ predicate }) => predicate.body);
	const finished = bodies.filter((body) => body.type === "apply-finished");
	const ended = new Set(finished.map(({ applyId }) => applyId));
	if (bodies.some((body) => body.type === "receipt" && !ended.has(body.applyId)) || bodies.some(({ type }) => type === "rules")) return { kind: "everything" };
	const addresses = new Set(finished.flatMap(({ applied, unapplied }) => [...applied, ...unapplied.map(({ address }) => address)]));
	return addresses.size === 0 ? { kind: "nothing" } : {
		kind: "addresses",
		addresses
	};
}

// src/github/workflow-runs.ts
/** The name under which a workflow run holds a lease. */
function holderOf(run) {
	return `actions/${run.id}/${run.attempt}`;
}
/**
* Whether nothing is done any more under this name, by which a lease is held. Anyone who may push can write a lease in any name:
* one in the name of a run that is none of our own workflow on the default branch counts as ended.
* @param own this run
* @returns null when it cannot be told: GitHub no longer has the run, or it has not begun or waits for somebody.
*/
async function holderEnded(repository, holder, own) {
	const [, id, attempt] = /^actions\/(\d{1,15})\/(\d{1,6})$/.exec(holder) ?? [];
	if (id === void 0 || attempt === void 0) return true;
	const run = await runOf$1(repository, Number(id));
	if (run === null) return null;
	if (run.status === "completed" || (run.run_attempt ?? 1) > Number(attempt)) return true;
	if (!await isOfOurs(repository, run, own)) return true;
	return run.status === "in_progress" ? false : null;
}
async function runOf$1(repository, id) {
	const asked = {
		...at(repository),
		run_id: id
	};
	return (await orAbsent(repository, () => repository.github.rest.actions.getWorkflowRun(asked)))?.data ?? null;
}
/** A tag, and the branch of a fork, can have the default branch's name, and any branch a file of the workflow's name. */
async function isOfOurs(repository, run, own) {
	const { defaultBranch } = await repositoryFacts(repository);
	if (run.head_branch !== defaultBranch || run.event.startsWith("pull_request")) return false;
	if (run.workflow_id !== (await runOf$1(repository, own.id))?.workflow_id) return false;
	return await mergeBase(repository, run.head_sha, defaultBranch) === run.head_sha;
}

// src/workflows/applied-by-run.ts
/** How far back a run's entries are looked for. What is missed is found by the next sweep. */
const LOOK_BACK$1 = [
	16,
	64,
	256
];
/** What a run of the apply changed, as the ledger tells; everything, where it cannot be told. */
async function appliedByRun(surface, run) {
	const { repository, contents, providers, glanceAtLedger, progress } = surface;
	const writer = holderOf(run);
	try {
		const tip = await tipOf(repository, (await repositoryFacts(repository)).defaultBranch);
		const ledger = glanceAtLedger(await requireRules(contents, tip, providers));
		for (const count of LOOK_BACK$1) {
			const entries = await ledger.newest(count);
			if (entries[0]?.predicate.writer !== writer || entries.length < count) return appliedBy(entries, writer);
		}
		return { kind: "everything" };
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		progress(`What was applied cannot be read (${error.code}), so every open pull request is planned.`);
		return { kind: "everything" };
	}
}

// src/github/merge-queue.ts
const PREFIX = "gh-readonly-queue/";
/** Entries that are read at most; GitHub builds a hundred at a time. */
const MOST_ENTRIES = 1e3;
/** What GitHub's name of an entry's branch says, `gh-readonly-queue/main/pr-12-<sha>`; null for any other branch. */
function queueEntryOf(branch) {
	if (!branch.startsWith(PREFIX)) return null;
	const { baseBranch, number, before } = /^(?<baseBranch>.+)\/pr-(?<number>[1-9]\d{0,9})-(?<before>[0-9a-f]{40})$/u.exec(branch.slice(18))?.groups ?? {};
	if (baseBranch === void 0 || number === void 0 || before === void 0) return null;
	return {
		baseBranch,
		pullRequest: Number(number),
		before
	};
}
/**
* The entries of a branch's queue, as their branches tell. GitHub's list of the queue itself is no way: the token of a
* workflow may not read it. @throws CountersignError `github-list-too-long`.
*/
async function queuedCommits(repository, baseBranch) {
	const ref = `heads/${PREFIX}${baseBranch}/`;
	const { data } = await repository.github.rest.git.listMatchingRefs({
		...at(repository),
		ref
	});
	if (data.length > MOST_ENTRIES) throw new CountersignError("github-list-too-long", `More than ${MOST_ENTRIES} branches of a merge queue`, { mend: `Delete the branches below ${PREFIX} that the queue left behind.` });
	return data.flatMap(({ ref: name, object }) => {
		const entry = queueEntryOf(name.replace(/^refs\/heads\//u, ""));
		return entry?.baseBranch === baseBranch ? [{
			...entry,
			head: object.sha
		}] : [];
	});
}

// src/workflows/group-links.ts
/** GitHub builds no longer queue than this at a time. */
const MOST_LINKS = 100;
/**
* The pull requests that land when the group does: its own, and those that it is stacked on. Which ones these are is only
* named here; what each link brings has to be compared with that pull request's plan.
* @throws CountersignError `group-unknown`.
*/
async function groupLinks(repository, { head, branch }) {
	const { defaultBranch } = await repositoryFacts(repository);
	const entry = queueEntryOf(branch);
	if (entry === null) throw unknown(`${branch} is no branch of a merge queue.`);
	if (entry.baseBranch !== defaultBranch) return {
		kind: "other",
		defaultBranch
	};
	const queued = await queuedCommits(repository, defaultBranch);
	const tip = await tipOf(repository, defaultBranch);
	return {
		kind: "links",
		defaultBranch,
		tip,
		links: head === tip ? [] : linksDownTo(tip, {
			...entry,
			head
		}, queued)
	};
}
/** Anybody who may push can make a branch of the queue, so only a chain that stands on the tip counts, and only if it is the only one. */
function linksDownTo(tip, group, queued) {
	const links = [];
	const walked = /* @__PURE__ */ new Set();
	for (let next = group;;) {
		const { pullRequest, before, head } = next;
		links.unshift({
			pullRequest,
			before,
			commit: head
		});
		if (before === tip) return links;
		walked.add(head).add(before);
		const standing = standingOn(tip, queued, walked);
		const below = queued.filter((one) => one.head === before && standing.has(one.before));
		const stacked = `${before.slice(0, 7)}, on which #${pullRequest} is stacked,`;
		if (below.length > 1) throw unknown(`${stacked} is queued as ${below.map((one) => `#${one.pullRequest}`).join(" and as ")}.`);
		const [only] = below;
		if (only === void 0 || links.length >= MOST_LINKS) throw unknown(`${stacked} is neither the tip nor in the queue on top of it.`);
		next = only;
	}
}
/** The tip, and the queue's commits that stand on it without any of `except`. */
function standingOn(tip, queued, except) {
	const on = Map.groupBy(queued, ({ before }) => before);
	const found = /* @__PURE__ */ new Set([tip]);
	for (const commit of found) for (const { head } of on.get(commit) ?? []) if (!except.has(head)) found.add(head);
	return found;
}
/** Whether a link brings anything that Countersign looks at. */
async function linkConcerns(surface, link, tip, group) {
	return (await concernedPaths(surface, link, tip, group)).length > 0;
}
/** What a link brings that Countersign looks at, by the rules of the tip or by those that the group would land. */
async function concernedPaths({ contents, providers }, { before, commit }, tip, group) {
	const changed = changedPaths$1(await contents.tree(before), await contents.tree(commit));
	const concerned = /* @__PURE__ */ new Set();
	for (const place of [tip, group.head]) {
		const rules = await rulesAt(contents, place, providers);
		if (rules.kind !== "rules") continue;
		const classify = classifier(rules.configuration);
		for (const one of changed) if (classify(one.path) !== "other") concerned.add(one);
	}
	return [...concerned];
}
function unknown(evidence) {
	return new CountersignError("group-unknown", "It cannot be told which pull requests the merge group consists of.", {
		evidence,
		mend: "If the queue did not form the group anew by itself, put the pull request into the queue again."
	});
}

// src/workflows/plan-group.ts
/** The plans that a merge group needs: of the pull requests by which something lands that Countersign looks at. */
async function groupRequests(surface, group) {
	const found = await groupLinks(surface.repository, group);
	if (found.kind === "other") return [];
	const requests = [];
	for (const link of found.links) {
		const concerned = await concernedPaths(surface, link, found.tip, group);
		if (concerned.length === 0) continue;
		const askedHead = await queuedHead(surface, link, concerned);
		requests.push({
			number: link.pullRequest,
			askedHead,
			touching: null
		});
	}
	return requests;
}
/**
* Queueing takes write permission, so it asks for the head that was queued; not for one that was pushed since and brings something else.
* @param concerned what the link brings that is looked at, not empty.
*/
async function queuedHead({ repository, contents }, { pullRequest: number }, concerned) {
	const { head } = await pullRequest(repository, number);
	const tree = await contents.tree(head.sha);
	return concerned.every(({ path, after }) => {
		const here = tree.get(path);
		return here?.sha === after?.sha && here?.mode === after?.mode;
	}) ? head.sha : null;
}

// src/action/targets.ts
/** What is to be planned. @param askedHead of a fork, by whoever started the run. */
async function targetsOf(surface, meant, askedHead) {
	const { repository } = surface;
	switch (meant.kind) {
		case "number": return [{
			number: meant.number,
			askedHead,
			touching: null
		}];
		case "group": return await groupRequests(surface, meant.group);
		case "all":
		case "head": return (await openPullRequests(repository, (await repositoryFacts(repository)).defaultBranch)).filter(({ head }) => meant.kind === "all" || head.sha === meant.head).map(({ number }) => ({
			number,
			askedHead,
			touching: null
		}));
		case "applied": {
			const applied = await appliedByRun(surface, meant.run);
			if (applied.kind === "nothing") return [];
			const all = await targetsOf(surface, { kind: "all" }, askedHead);
			return applied.kind === "everything" ? all : all.map((one) => ({
				...one,
				touching: applied.addresses
			}));
		}
	}
}

// src/action/plan.ts
/** Plans what the event means. The publish job has something to do unless nothing was applied that an open pull request is about. */
async function plan(surface, inputs, event) {
	const meant = meantBy(inputs.pullRequest, event);
	const planned = [];
	const failures = [];
	let targets = [];
	await attempt("what is meant", failures, async () => {
		targets = await targetsOf(surface, meant, inputs.forkHead);
	});
	for (const request of rotated(targets, Number(surface.runId))) await attempt(`pull request ${request.number}`, failures, async () => {
		planned.push(await planPullRequest(surface, request));
	});
	if (meant.kind !== "applied") return plannedResult(planned, {
		handed: planned,
		isIdle: false,
		failures
	});
	const handed = planned.filter(({ kind }) => kind !== "ignored");
	return plannedResult(planned, {
		handed,
		isIdle: handed.length === 0,
		failures
	});
}
/** Another one is first in every run, so that what finds no room in one is planned by another. */
function rotated(items, by) {
	const first = items.length === 0 ? 0 : by % items.length;
	return [...items.slice(first), ...items.slice(0, first)];
}
function plannedResult(planned, { handed, isIdle, failures }) {
	const plans = planned.filter((one) => one.kind === "planned");
	const [only] = plans.length === 1 ? plans : [];
	const { bundle, left } = packBundle(handed);
	const rest = left.map((number) => `Pull request ${number}: its plan found no room; dispatch a run for it alone.`);
	const idle = isIdle ? ["Nothing was applied that an open pull request is about."] : [];
	const besides = [
		...rest,
		...idle,
		...failures
	];
	return {
		outputs: {
			bundle: isIdle ? "" : bundle,
			...only === void 0 ? {} : {
				digest: only.digest,
				counts: countsOf(only.plan)
			}
		},
		planFile: plans.length === 0 ? null : canonicalize(plans),
		lines: [...planned.flatMap(plannedLines), ...besides],
		summary: [renderSummary(planned.map(summarized)), ...besides.length === 0 ? [] : [summaryOf$2(besides)]].join("\n"),
		failed: failures.length === 0 ? null : failures.join("; ")
	};
}
function summarized(one) {
	const { pullRequest } = one;
	if (one.kind !== "planned") return {
		pullRequest,
		kind: "unplanned",
		reason: one.reason
	};
	const { plan: made, digest, assessment } = one;
	return {
		pullRequest,
		kind: "planned",
		plan: made,
		digest,
		assessment
	};
}
function plannedLines(one) {
	if (one.kind !== "planned") return [`Pull request ${one.pullRequest}: ${one.reason.code}: ${one.reason.message}`];
	const shown = renderTerminal(one.plan, one.digest, one.assessment, {
		color: false,
		width: 120
	});
	return [`Pull request ${one.pullRequest}`, ...shown.split("\n")];
}

// src/core/group.ts
/** Whether the base branch may become the group's commit. Pure. Reason codes: GROUP_CODES, `unconcerned`, `head-shared`. */
function decideGroup({ members, sharing }) {
	const refusals = [
		...members.flatMap(refusalsOf),
		...meetings(members),
		...shared(sharing)
	];
	if (refusals.length > 0) return {
		kind: "refused",
		reasons: refusals
	};
	const concerned = members.filter(({ verdict }) => verdict.kind === "approved");
	return {
		kind: "approved",
		reasons: [concerned.length === 0 ? {
			code: "unconcerned",
			message: "This merge group touches neither an identity nor the rules."
		} : {
			code: "group-approved",
			message: `${concerned.map(named).join(", ")}: approved, and the group brings exactly what was planned.`
		}]
	};
}
/** @param judges see `judgesOthers` */
function groupScopeOf(plan, judges) {
	const paths = plan.governance.map(({ path }) => path);
	return {
		addresses: new Set([...plan.desired, ...plan.requests].map(({ address }) => address)),
		paths: new Set(paths),
		rules: new Set(paths.filter(judges))
	};
}
function refusalsOf(member) {
	const { verdict } = member;
	switch (verdict.kind) {
		case "approved":
		case "unconcerned":
		case "landed": return [];
		case "waiting": return verdict.reasons.map((reason) => told("group-member-waiting", member, reason));
		case "refused": return verdict.reasons.map((reason) => told("group-member-refused", member, reason));
		case "differs": return [{
			code: "group-differs",
			message: `${named(member)}: ${verdict.difference}`
		}];
	}
}
function told(code, member, reason) {
	return {
		code,
		message: `${named(member)}: ${reason.code}: ${reason.message}`
	};
}
/** Plans that meet were computed and approved without each other: only one of them can be what reviewers saw. */
function meetings(members) {
	return members.flatMap((later, index) => members.slice(0, index).flatMap((earlier) => {
		const common = meeting(earlier.scope, later.scope);
		if (common === null) return [];
		return [{
			code: "group-scopes-meet",
			message: `${named(earlier)} and ${named(later)}: ${common}`
		}];
	}));
}
function meeting(one, other) {
	if (one === null || other === null) return null;
	const [address] = one.addresses.intersection(other.addresses);
	if (address !== void 0) return `both are about ${address}.`;
	const [path] = one.paths.intersection(other.paths);
	if (path !== void 0) return `both change ${path}.`;
	const [rule] = one.rules.union(other.rules);
	return rule === void 0 ? null : `one changes ${rule}, by which the other is judged.`;
}
function shared(numbers) {
	if (numbers.length === 0) return [];
	return [{
		code: "head-shared",
		message: `The group's commit is also the head of ${numbers.map((number) => `#${number}`).join(", ")}.`
	}];
}
function named({ pullRequest }) {
	return `#${pullRequest}`;
}

// src/core/approval/stale.ts
const MOST_AGE = 7200;
/**
* Why a plan that comes late is not published any more, as when a publish job is run again; null: it is.
* A plan that was published in the second in which this one began may be the older one, so it does not count.
*/
function staleness(runs, { digest, at, now }) {
	const age = seconds$2(now) - seconds$2(at);
	if (!(age >= -60 && age <= MOST_AGE)) return {
		code: "plan-stale",
		message: `It was computed at ${at}; at ${now} that is not within the last two hours.`
	};
	const newest = runs.findLast(({ publishedAt }) => publishedAt !== null);
	if (newest === void 0 || newest.publishedAt === null || newest.digest === digest) return null;
	if (seconds$2(newest.publishedAt) <= seconds$2(at)) return null;
	return {
		code: "plan-stale",
		message: `Another plan of this pull request was published at ${newest.publishedAt}, after this one was computed at ${at}.`
	};
}

// src/workflows/gate.ts
/**
* The rules that judge the plan: those of the base, or the last approved ones where the pull request mends what nobody approved.
* @throws CountersignError `governance-unapproved`.
*/
async function judgedBy(surface, ledger, planned, { configuration, ...gate }) {
	const { contents, providers } = surface;
	const approved = await approvedRules({
		contents,
		providers
	}, ledger);
	const unapproved = await unapprovedAt(contents, approved, planned.base);
	if (unapproved === null) return {
		...await judgedAnew(surface, planned, {
			configuration,
			...gate
		}),
		bypassed: null
	};
	const rules = approved.configuration;
	const left = await ruleFilesBetween(contents, rules, approved.commit, planned.head);
	if (mendingOf(planned.plan, unapproved, left) === "nothing") {
		const { code, message } = unapprovedReason(unapproved);
		throw new CountersignError(code, message, { mend: "If they landed by an approved pull request, run the apply workflow. Otherwise restore them, or let administrators approve a pull request about nothing but these files." });
	}
	const bypassed = ratifiesForeign(unapproved, left) ? await ledger.bypassed() : null;
	return {
		...await judgedAnew(surface, planned, {
			configuration: rules,
			...gate
		}),
		bypassed
	};
}
/**
* What follows from the digested plan is not taken from the plan job's word: who has to agree, what is blocked, what access is gained
* directly, and how risky that is at least; nor what the pull request is called or labelled. What is gained otherwise is its word, and
* only ever asks more people.
* @throws CountersignError `access-widened`.
*/
async function judgedAnew(surface, planned, { configuration: rules, now, pull }) {
	const { assessment, plan } = planned;
	const widened = widenedBy(plan, assessment.changes, surface.providers);
	if (widened !== null) throw new CountersignError(widened.code, widened.message, { mend: "Let the plan job compute the plan again." });
	const applyable = assessment.applyable && plan.changes.every(({ blocked }) => blocked.length === 0);
	const about = await readPull(surface, pull, planned.base, rules);
	const judge = judgeBy(rules, now, about);
	const changes = riskAnew(plan, assessment, {
		configuration: rules,
		providers: surface.providers,
		now
	});
	const judged = {
		...assessment,
		applyable,
		changes,
		...judge(plan, changes, assessment.access)
	};
	return {
		rules,
		planned: {
			...planned,
			assessment: judged
		},
		about
	};
}

// src/github/test-merge.ts
/** GitHub makes the test merge in the background, within seconds of being asked for the pull request. */
const PAUSES_MS = [
	500,
	1e3,
	2e3,
	4e3
];
/** GitHub's test merge of an open pull request, of exactly this head into the tip of its base. Asks five times at most. */
async function testMerge(repository, query) {
	for (const pause of [...PAUSES_MS, null]) {
		const found = await ask(repository, query);
		if (found.kind !== "unknown") return found;
		if (pause !== null) await setTimeout$1(pause);
	}
	return { kind: "unknown" };
}
async function ask(repository, { number, head, baseBranch }) {
	const { data } = await repository.github.rest.pulls.get({
		...at(repository),
		pull_number: number
	});
	if (data.state !== "open" || data.head.sha !== head) return { kind: "unknown" };
	if (data.mergeable === false) return { kind: "conflicts" };
	if (data.mergeable === null || data.merge_commit_sha === null) return { kind: "unknown" };
	const tip = await branchTip(repository, baseBranch);
	const { parents } = await commitAt$1(repository, data.merge_commit_sha);
	return tip !== null && parents.length === 2 && parents[0] === tip && parents[1] === head ? {
		kind: "made",
		tip,
		commit: data.merge_commit_sha
	} : { kind: "unknown" };
}

// src/workflows/merged-outcome.ts
const UNKNOWN = {
	code: "merge-unknown",
	message: "GitHub has not worked out yet what merging this pull request makes; the next run asks again."
};
/**
* Why merging the pull request would bring something else than its plan; null when it brings exactly that, or cannot be merged.
* Where head and base parted tells it only mostly: a history can have several such commits, and Git follows files that moved.
* @param plan null: nothing that counts.
*/
async function mergedOutcome(surface, { number, head, base }, plan, configuration) {
	const merge = await testMerge(surface.repository, {
		number,
		head: head.sha,
		baseBranch: base.ref
	});
	if (merge.kind === "conflicts") return null;
	if (merge.kind === "unknown") return UNKNOWN;
	const { tip, commit } = merge;
	if (plan === null) return await isConcerned(surface.contents, tip, commit, configuration) ? differs("Its own commits touch neither an identity nor the rules.") : null;
	const reason = await landingReason(surface, {
		before: tip,
		commit
	}, plan, configuration);
	return reason === null ? null : differs(`${reason.code}: ${reason.message}`);
}
function differs(detail) {
	return {
		code: "merge-differs",
		message: `Merging it would bring something else than was planned. ${detail} Update the branch from its base.`
	};
}

// src/core/exception-notes.ts
/**
* Whether an exception is used now for what none was used for when notes were shown: another rule, or another identity. One that
* is prolonged or renamed lifts what was lifted.
*/
function usesMore(now, shown) {
	const were = new Set(shown.flatMap(usesOf));
	return now.flatMap(usesOf).some((use) => !were.has(use));
}
function usesOf(note) {
	if (note.code !== "exception-used") return [];
	const uses = note.addresses.map((address) => `${note.rule}\n${address}`);
	return note.more === 0 ? uses : [...uses, `${note.rule}\n${note.more} more`];
}

// src/render/policy-trial.ts
const SHOWN$1 = 4;
/** What the policies that a pull request brings would have meant for the last plans; it is judged by those before. */
function trialLines(trial, budget) {
	if (trial === null) return [];
	if (trial.kind === "impossible") {
		const { code, message } = trial.reason;
		return [`What the new policies would have said of the last plans cannot be told: ${markdown([
			said(message),
			" (",
			data(code),
			")"
		])}`];
	}
	const { plans, unreadable, differences } = trial;
	const unread = unreadable === 0 ? "" : `; ${unreadable} more could not be read`;
	if (differences.length === 0) return [`The new policies would have said nothing else of the last ${count(plans, "plan")} in the ledger${unread}.`];
	const heading = `**What the new policies would have said** of ${differences.length} of the last ${count(plans, "plan")} in the ledger${unread}`;
	const line = (difference) => `- ${markdown(differencePhrase(difference))}`;
	return [
		heading,
		"",
		...fit(differences, budget, line, (left) => `- … and of ${count(left, "more plan")}.`)
	];
}
function differencePhrase({ of: { pullRequest, at, digest }, newly, noLonger }) {
	return [
		`${pullRequest === null ? "a plan" : `pull request ${pullRequest}`} of ${at.slice(0, 10)}, plan `,
		data(shortDigest(digest)),
		...part("newly ", newly),
		...part("no longer ", noLonger)
	];
}
function part(word, texts) {
	if (texts.length === 0) return [];
	const phrases = texts.map((text) => [said(text)]);
	return [`: ${word}`, ...listed$1(phrases, SHOWN$1)];
}

// src/render/comment.ts
/** Bytes that no section may exceed, so that together they always leave room for the table and the last lines. */
const BUDGET = {
	lead: 9e3,
	gains: 6e3,
	others: 4e3,
	notes: 4e3,
	irreversible: 6e3,
	blocked: 6e3,
	governance: 3e3,
	trial: 3e3,
	takenIn: 2e3,
	needs: 5e3,
	policy: 6e3,
	moved: 6e3,
	exceptions: 2500
};
const SMALL_FOLD = 3e3;
/** What is kept for the folds before rows are counted, so that exact edits are never crowded out altogether. */
const FOLD_RESERVE = 9e3;
/** The comment of one publication run; errors and incomplete plans say so in the same place. At most 65,536 characters. */
function renderComment(input) {
	const { plan, digest, assessment } = input;
	const view = viewOf(plan, digest, assessment);
	switch (view.standing) {
		case "errored":
		case "incomplete": return renderUnplanned(view, input.level);
		case "nothing": return nothingComment(view, input);
		case "blocked":
		case "denied":
		case "rules":
		case "changes": return wholeComment(view, input, COMMENT_LIMIT);
	}
}
function nothingComment(view, input) {
	const { requirements } = view.assessment;
	const asked = [...section(needLines(requirements, BUDGET.needs)), ...approveSections(view, input)];
	return withTrial([
		`Countersign: ${markdown(verdictPhrase(view))} (plan \`${shortDigest(view.digest)}\`).`,
		...section(exceptionLines(view, BUDGET.exceptions)),
		...requirements.length === 0 ? [] : asked
	].join("\n\n"), input.level);
}
function withTrial(body, level) {
	return level === "trial" ? `${body}\n\n${TRIAL_SENTENCE}\n` : `${body}\n`;
}
/** Sections in reading order; the table takes what they leave, the folds what the table leaves. */
function wholeComment(view, input, limit) {
	const { assessment, plan } = view;
	const check = foldMarkdown(checkFold(view, input.verifyHint));
	const first = [
		view.standing === "denied" ? policyLines(view, BUDGET.policy) : [],
		governanceLines(plan.governance, BUDGET.governance),
		takenInLines(assessment.diagnostics, BUDGET.takenIn),
		trialLines(input.trial ?? null, BUDGET.trial)
	];
	const before = [
		headline(view, input.code),
		...first.flatMap(section),
		...section(leadSection(leadLines(view, BUDGET.lead), first)),
		...section(blockedLines(view, BUDGET.blocked)),
		...section(irreversibleLines(view, BUDGET.irreversible)),
		...section(noteLines(view, BUDGET.notes)),
		...section(gainLines(view, BUDGET.gains)),
		...section(othersLines(view, BUDGET.others)),
		...movedSection(view, input)
	];
	const after = [
		...section(needLines(assessment.requirements, BUDGET.needs)),
		...view.standing === "denied" ? [] : section(policyLines(view, BUDGET.policy)),
		...section(exceptionLines(view, BUDGET.exceptions)),
		...approveSections(view, input),
		...input.level === "trial" ? [TRIAL_SENTENCE] : []
	];
	const fixed = sizeOf$1([
		...before,
		...after,
		check
	].join("\n\n"));
	const table = section(tableLines(view, limit - fixed - FOLD_RESERVE));
	const folds = foldsWithin(view, input, limit - fixed - sizeOf$1(table.join("\n\n")) - 200);
	return `${[
		...before,
		...table,
		...unchangedNote(view),
		...after,
		...folds,
		check
	].join("\n\n")}\n`;
}
function section(lines) {
	return lines.length === 0 ? [] : [lines.join("\n")];
}
function headline(view, code) {
	return `### Countersign: ${markdown(verdictPhrase(view))}\n\nplan \`${shortDigest(view.digest)}\` · code ${markdown([data(code)])}`;
}
function unchangedNote(view) {
	if (view.unchanged === 0) return [];
	return [`${count(view.unchanged, "more document was", "more documents were")} edited without changing anything.`];
}
/** Where approvals became void under an open page, what moved is not left to be unfolded. */
function movedSection(view, { mustQuote, previous }) {
	const moved = mustQuote ? movedFold(view, previous, BUDGET.moved) : null;
	return moved === null ? [] : [[
		`**${moved.title}**`,
		"",
		...moved.lines
	].join("\n")];
}
/** How to approve, where that is possible at all. */
function approveSections(view, input) {
	if (view.standing === "blocked") return ["This plan cannot be approved: mend what is blocked, and a new plan appears."];
	if (view.standing === "denied") return ["No approval overrides a policy that denies: change the pull request, or let one of its own bring another policy or an exception to the rule; `countersign explain policy-denied` says how."];
	const sentences = ["Approve with an ordinary GitHub review (*Files changed*, then *Review changes*). It counts for this plan only: should the live systems move, a new plan appears and earlier approvals no longer count.", "Who contributed to the pull request cannot approve it."];
	return [[...quoteSentences(view, input), ...sentences].join(" ")];
}
function quoteSentences(view, { code, mustQuote }) {
	const quote = `**Write the code ${markdown([data(code)])} in the text of the review**,`;
	if (mustQuote) return [`${quote} because this plan replaced another one under the same commit: a page opened before does not show it.`];
	if (view.assessment.requirements.some(({ confirm }) => confirm)) return [`${quote} which a requirement above asks for.`];
	return [];
}
/** The small ones first, so that the exact edits take all that is left; shown in the order of comment.md. */
function foldsWithin(view, input, budget) {
	let left = budget;
	const [moved, credentials, read, unmanaged, notModelled] = [
		taken(input.mustQuote ? null : movedFold(view, input.previous, Math.min(BUDGET.moved, left))),
		taken(credentialsFold(view, Math.min(SMALL_FOLD, left))),
		taken(readFold(view, Math.min(SMALL_FOLD, left))),
		taken(unmanagedFold(view, Math.min(SMALL_FOLD, left))),
		taken(notModelledFold(view, Math.min(SMALL_FOLD, left)))
	];
	return [
		taken(editsFold(view, left)),
		moved,
		credentials,
		read,
		unmanaged,
		notModelled
	].flatMap((fold) => fold === null ? [] : [fold]);
	function taken(fold) {
		if (fold === null) return null;
		const text = foldMarkdown(fold);
		if (sizeOf$1(text) + 2 > left) return null;
		left -= sizeOf$1(text) + 2;
		return text;
	}
}

// src/core/policy/trial-difference.ts
/** Judges each plan by both, when it was entered. */
function comparePolicies(before, after, past) {
	const plans = past.filter((one) => one.kind === "plan");
	const differences = plans.map((plan) => differenceOf(tryOn(before, plan), tryOn(after, plan))).filter(({ newly, noLonger }) => newly.length + noLonger.length > 0);
	return {
		kind: "compared",
		plans: plans.length,
		unreadable: past.length - plans.length,
		differences
	};
}
function differenceOf(before, after) {
	const [was, is] = [saidBy(before), saidBy(after)];
	return {
		of: after.of,
		newly: [...is].filter(([key]) => !was.has(key)).map(([, text]) => text),
		noLonger: [...was].filter(([key]) => !is.has(key)).map(([, text]) => text)
	};
}
/** By what it comes to, so that a rule that is only renamed or worded anew says nothing new. */
function saidBy({ findings, requirements }) {
	const asked = byChoice(requirements, ({ choice }) => choice).flatMap((options) => {
		const text = `asks for ${askText(options)}`;
		const [first] = options.flat();
		return first === void 0 ? [] : [[JSON.stringify([
			text,
			first.distinct,
			first.confirm
		]), `${text} by ${first.code}`]];
	});
	return new Map([...findings.map(saidByFinding), ...asked]);
}
function saidByFinding(finding) {
	const { effect, address, code, message } = finding;
	if (isUntold(finding)) return [message, `cannot tell: ${message}`];
	const word = effect === "deny" ? "denied" : "warned";
	return [`${effect}\n${address}`, `${word} by ${code}${address === null ? "" : ` on ${address}`}`];
}

// src/workflows/policy-trial.ts
/** One request to GitHub for each entry, and two for each plan: fifty at the most, once for each publication. */
const ENTRIES = 34;
const PLANS = 8;
/**
* What the policies that a pull request brings would have said of the last plans of others, beside those by which it is judged.
* For people alone: nothing is decided from it, and a failure is told instead. Null: it brings no other policies.
* @param configuration the rules by which it is judged
*/
async function tryNewPolicies(surface, ledger, planned, configuration) {
	if (planned.plan.governance.length === 0) return null;
	try {
		const after = await policiesAfter(surface, planned, configuration);
		const before = configuration.policySet;
		if (after.hash === before.hash) return null;
		return comparePolicies(before, after, await lastPlans(ledger, planned.pullRequest));
	} catch (error) {
		return {
			kind: "impossible",
			reason: reasonOf(error)
		};
	}
}
/** Those of the base with the files of the pull request in place of its own: what a branch is behind in is not its doing. */
async function policiesAfter({ contents, providers }, { plan, base, head }, configuration) {
	const rules = bringsRules(plan.governance) ? await rulesAt(contents, head, providers) : null;
	const next = rules?.kind === "rules" ? rules.configuration : configuration;
	const changed = changedPaths(plan);
	const isPolicy = isPolicyFile(next);
	const kept = await contents.inputs(await contents.tree(base), (path) => isPolicy(path) && !changed.has(path));
	const brought = await contents.inputs(await contents.tree(head), (path) => isPolicy(path) && changed.has(path));
	return await policySetOfFiles({
		inputs: [...kept.inputs, ...brought.inputs],
		diagnostics: [...kept.diagnostics, ...brought.diagnostics]
	}, next);
}
function changedPaths({ governance }) {
	return new Set(governance.map(({ path }) => path));
}
async function lastPlans(ledger, own) {
	const others = plannedIn(await ledger.newest(ENTRIES)).filter(({ pullRequest }) => pullRequest !== own);
	const plans = [];
	for (const of of others.slice(0, PLANS)) plans.push(await pastPlan((hash) => ledger.blob(hash), of));
	return plans;
}

// src/workflows/publication.ts
/** Begins, continues or completes the publication of a plan, and folds away the comments of those that it or an earlier one ended. */
async function publish$1(surface, planned, pull) {
	const publication = await proceed(surface, planned, pull);
	const outdated = publicationRuns(await surface.ledger.entries(planned.pullRequest)).flatMap(({ ended, commentId }) => ended === null || commentId === null ? [] : [commentId]);
	await foldComments(surface.repository, planned.pullRequest, new Set(outdated));
	return publication;
}
/** In the order that survives a crash: entry, comment, entry. */
async function proceed(surface, planned, pull) {
	const runs = publicationRuns(await surface.ledger.entries(planned.pullRequest));
	const current = currentRun(runs);
	const comment = current === null || current.commentId === null ? null : await readComment(surface.repository, current.commentId);
	const next = nextPublication(runs, {
		complete: planned.assessment.complete,
		digest: planned.digest,
		head: planned.head,
		baseBranch: planned.baseBranch,
		comment,
		baseChanges: current === null ? [] : await baseChangesOf(surface.repository, pull.number),
		widened: await isWidened(surface.ledger, current, planned.assessment),
		excepted: await isExcepted(surface.ledger, current, planned.assessment)
	});
	if (next.kind === "keep" || next.kind === "same") return {
		kind: "standing",
		run: next.run,
		commentUrl: comment?.url ?? null
	};
	const senders = await sendersOf(surface, planned, pull);
	switch (next.kind) {
		case "continue":
			await enterPublished(surface, planned, next.run.id, {
				id: next.run.commentId ?? 0,
				createdAt: next.run.publishedAt ?? ""
			}, senders);
			return await publicationOf(surface, planned, {
				kind: "standing",
				commentUrl: comment?.url ?? null
			});
		case "publish": return await complete(surface, planned, next.run, senders);
		case "begin": return await begin(surface, {
			planned,
			pull,
			next,
			senders
		});
	}
}
async function begin(surface, { planned, pull, next, senders }) {
	const { ledger, configuration } = surface;
	const code = publicationCode(surface.random(32));
	const body = renderComment({
		plan: planned.plan,
		digest: planned.digest,
		assessment: planned.assessment,
		code,
		mustQuote: next.mustQuote,
		previous: await previousPlan(ledger, next.outdated),
		trial: await tryNewPolicies(surface, ledger, planned, configuration),
		level: levelOf$1(configuration),
		verifyHint: verifyHint(pull.url, configuration)
	});
	const blobs = [planned.plan, planned.assessment].map((value) => blobOf(canonicalize(value)));
	const kept = blobOf(body);
	const assessment = blobs[1]?.hash ?? kept.hash;
	const entry = {
		type: "planned",
		run: next.run,
		code,
		head: planned.head,
		baseBranch: planned.baseBranch,
		body: kept.hash,
		assessment,
		mustQuote: next.mustQuote,
		because: next.because,
		senders
	};
	await ledger.append([{
		pullRequest: planned.pullRequest,
		digest: planned.digest,
		body: entry
	}], [...blobs, kept]);
	const posted = await post(surface, planned, body);
	await enterPublished(surface, planned, next.run, posted, senders);
	return await publicationOf(surface, planned, {
		kind: "made",
		commentUrl: posted.url
	});
}
/** A run that is in the ledger but has no comment yet: the same bytes, found or posted. */
async function complete(surface, planned, run, senders) {
	const bytes = await surface.ledger.blob(run.bodyHash);
	if (bytes === null) throw new CountersignError("ledger-content-missing", "The ledger does not hold the comment of a publication that it has entered.", {
		evidence: run.bodyHash,
		mend: "Verify the ledger with countersign verify; restore it from a copy that verifies."
	});
	const posted = await post(surface, planned, Buffer.from(bytes).toString("utf8"));
	await enterPublished(surface, planned, run.id, posted, senders);
	return await publicationOf(surface, planned, {
		kind: "made",
		commentUrl: posted.url
	});
}
async function post(surface, planned, body) {
	const authorId = (await ownAccount(surface.repository.github)).id;
	const draft = {
		pullRequest: planned.pullRequest,
		authorId,
		body
	};
	return await findOwnComment(surface.repository, {
		...draft,
		hash: sha256(body)
	}) ?? await postComment(surface.repository, draft);
}
async function enterPublished(surface, planned, run, comment, senders) {
	const body = {
		type: "published",
		run,
		commentId: comment.id,
		createdAt: comment.createdAt,
		head: planned.head,
		senders
	};
	await surface.ledger.append([{
		pullRequest: planned.pullRequest,
		digest: planned.digest,
		body
	}]);
}
async function publicationOf({ ledger }, planned, made) {
	return {
		...made,
		run: currentRun(publicationRuns(await ledger.entries(planned.pullRequest)))
	};
}
/**
* Access gained directly now that reviewers of the standing run were not shown, or in effect as `gainsUnshown` tells.
* Who else holds what a group does moves with the group: that somebody joined it meanwhile was a change of its own.
*/
async function isWidened(ledger, run, assessment) {
	if (run === null) return false;
	const bytes = await ledger.blob(run.assessmentHash);
	if (bytes === null) return true;
	const { changes, access } = parseJson(Buffer.from(bytes).toString("utf8"));
	const shown = new Set(changes.flatMap(({ gains }) => gains.map(keyOf)));
	if (gainsUnshown(access, assessment.access, shown.size > 0)) return true;
	return assessment.changes.some(({ gains }) => gains.some((permission) => !shown.has(keyOf(permission))));
}
/** An exception used now of which reviewers of the standing run were told nothing: a comment may say that what it lifts is denied. */
async function isExcepted(ledger, run, assessment) {
	if (run === null || !assessment.exceptions.some(({ code }) => code === "exception-used")) return false;
	const bytes = await ledger.blob(run.assessmentHash);
	if (bytes === null) return true;
	return usesMore(assessment.exceptions, parseJson(Buffer.from(bytes).toString("utf8")).exceptions);
}
async function previousPlan(ledger, run) {
	if (run === null) return null;
	const bytes = await ledger.blob(run.digest);
	return bytes === null ? null : {
		plan: parseJson(Buffer.from(bytes).toString("utf8")),
		digest: run.digest
	};
}
/** Bringing the branch up to date makes nobody a contributor, here as where approvals are judged. */
async function sendersOf(surface, planned, pull) {
	const inputs = {
		...planned,
		configuration: surface.configuration
	};
	const isClean = async (merge) => await isCleanMerge(surface, inputs, merge);
	const own = await ownWrites(surface, pull, planned.plan.changes.map(({ address }) => address));
	return (await pushersOf(surface.repository, {
		pull,
		isClean,
		own
	})).map(({ id, login }) => ({
		id,
		login
	}));
}
function blobOf(text) {
	const bytes = Buffer.from(text, "utf8");
	return {
		hash: sha256(bytes),
		bytes
	};
}

// src/workflows/run-end.ts
/**
* Enters that the pull request's publication run has ended, if one stands, so that a digest which comes back begins another one.
* Writes nothing where none stands. @throws CountersignError where it cannot be told whether one stands.
*/
async function endRun(surface, { pullRequest, head }) {
	const { defaultBranch } = await repositoryFacts(surface.repository);
	const tip = await tipOf(surface.repository, defaultBranch);
	const ledger = await surface.openLedger(await requireRules(surface.contents, tip, surface.providers));
	const run = currentRun(publicationRuns(await entriesOf(ledger, pullRequest)));
	if (run === null || run.ended !== null) return;
	const body = {
		type: "ended",
		run: run.id,
		because: "unconcerned",
		head
	};
	await ledger.append([{
		pullRequest,
		digest: run.digest,
		body
	}]);
}
/** In a ledger that has not begun no run stands; one that is known to have begun has to be there. */
async function entriesOf(ledger, pullRequest) {
	try {
		return await ledger.entries(pullRequest);
	} catch (error) {
		if (error instanceof CountersignError && error.code === "ledger-missing" && ledger.reached === null) return [];
		throw error;
	}
}

// src/core/approval/ask.ts
/** Whoever is asked is notified; a larger group is told by the check alone. GitHub takes 15 reviewers of one pull request. */
const ASKED_AT_MOST = 10;
const NOBODY$1 = {
	people: [],
	teams: []
};
/**
* Whom requirements that lack approvals name. A team of the organization is asked as a team, and of its members only those whose
* approval a new plan made void. Nobody where a decision waits for none of them, or where there are too many people to ask.
* @param organization the owner of the repository: GitHub asks no team of another one
*/
function namedToAsk(facts, decision, organization) {
	if (decision.kind !== "waiting") return NOBODY$1;
	const missing = decision.requirements.filter((state) => state.missing > 0 && state.requirement.permission === void 0).map(({ requirement }) => requirement);
	const isOwn = ({ of }) => sameLogin(teamOf(of)?.org ?? "", organization);
	const teams = new Map(missing.filter(isOwn).map(({ of }) => [of.toLowerCase(), teamOf(of)]));
	const listed = missing.filter((requirement) => !isOwn(requirement)).flatMap(({ people }) => people ?? []);
	const names = new Set(listed.filter((name) => !isTeam(name)).map((name) => name.toLowerCase()));
	const voided = facts.reviews.map(({ reviewer }) => reviewer).filter((reviewer) => voidedBy(facts, reviewer) !== null).filter((reviewer) => missing.some((requirement) => isOwn(requirement) && answersFor(requirement, reviewer))).map(({ login, id }) => `${login.toLowerCase()}#${id}`);
	return {
		people: [.../* @__PURE__ */ new Set([...names.size > 10 ? [] : names, ...voided.slice(0, 10)])].toSorted().map(memberOf),
		teams: [...teams.values()].filter((team) => team !== null)
	};
}
/** Who of these can approve, and is neither asked already nor was before, but for an approval that this very plan made void. */
function reviewersToAsk(facts, people, permissions, before) {
	const heard = new Set(facts.reviews.map(({ reviewer }) => reviewer.id));
	return people.filter((person) => {
		if (before.pending.has(person.id) || ineligible({
			...facts,
			permissions
		}, person) !== null) return false;
		const last = before.people.get(person.id);
		if (last === void 0 && !heard.has(person.id)) return true;
		const published = voidedBy(facts, person);
		return published !== null && (last === void 0 || Date.parse(last) < Date.parse(published));
	});
}
/** Teams that were never asked: who of them approved an earlier plan is asked in person. */
function teamsToAsk(teams, before) {
	return teams.filter(({ slug }) => !before.teams.has(slug.toLowerCase()));
}
/** When the plan was published before which this person had approved another one; null where they had not. */
function voidedBy({ reviews, run }, person) {
	const published = run?.publishedAt ?? null;
	if (published === null) return null;
	return reviews.some(({ reviewer, state, submittedAt }) => reviewer.id === person.id && state === "APPROVED" && Date.parse(submittedAt) <= Date.parse(published)) ? published : null;
}

// src/github/review-requests.ts
const EVENTS = {
	what: "events of a pull request",
	atMost: 5e4
};
/** Who was asked for a review of a pull request, by whomever, and who of them has not answered. */
async function requestedBefore(repository, pullRequest) {
	const { rest, paginate } = repository.github;
	const { data } = await rest.pulls.listRequestedReviewers({
		...at(repository),
		pull_number: pullRequest
	});
	const query = {
		...at(repository),
		issue_number: pullRequest,
		per_page: 100
	};
	const people = /* @__PURE__ */ new Map();
	const teams = new Set(data.teams.map(({ slug }) => slug.toLowerCase()));
	for (const event of await gather(paginate.iterator(rest.issues.listEvents, query), EVENTS)) {
		if (event.event !== "review_requested") continue;
		if ("requested_reviewer" in event && event.requested_reviewer !== void 0) people.set(event.requested_reviewer.id, event.created_at);
		if ("requested_team" in event && event.requested_team !== void 0) teams.add(event.requested_team.slug.toLowerCase());
	}
	return {
		pending: new Set(data.users.map(({ id }) => id)),
		people,
		teams
	};
}
/** Asks people for a review, which notifies them: sent once. GitHub refuses all of them for one who cannot see the repository. */
async function requestReviews(repository, pullRequest, people) {
	const reviewers = people.map(({ login }) => login);
	await repository.github.rest.pulls.requestReviewers({
		...at(repository),
		pull_number: pullRequest,
		reviewers,
		...ONCE
	});
}
/** Asks teams of the repository's organization: sent once. GitHub refuses a token that may not read them. */
async function requestTeamReviews(repository, pullRequest, slugs) {
	await repository.github.rest.pulls.requestReviewers({
		...at(repository),
		pull_number: pullRequest,
		team_reviewers: [...slugs],
		...ONCE
	});
}

// src/workflows/review-requests.ts
/**
* Asks the people and teams for a review whose approval a plan lacks, nobody twice for one plan. Best effort: the check says the same,
* so that nothing depends on it; what GitHub refuses is told in the log.
*/
async function askReviewers(surface, pullRequest, facts, decision) {
	const { repository, progress } = surface;
	const named = namedToAsk(facts, decision, repository.owner);
	if (named.people.length + named.teams.length === 0) return;
	await orTold(progress, NOBODY, async () => {
		const before = await requestedBefore(repository, pullRequest);
		await orTold(progress, NOBODY, async () => await askPeople(surface, pullRequest, facts, named.people, before));
		await askTeams(surface, pullRequest, teamsToAsk(named.teams, before));
	});
}
async function askPeople({ repository, progress }, pullRequest, facts, named, before) {
	if (named.length === 0) return;
	const { github } = repository;
	const found = await Promise.all(named.map(async ({ id, login }) => id === null ? await personByLogin(github, login) : await personById(github, id)));
	const people = [...new Map(found.flatMap((person) => person === null ? [] : [[person.id, person]])).values()];
	const asked = reviewersToAsk(facts, people, await permissionsOf(repository, people), before);
	if (asked.length === 0) return;
	await requestReviews(repository, pullRequest, asked);
	progress(`asked for a review: ${asked.map(({ login }) => login).join(", ")}`);
}
/** One after the other: GitHub refuses all of them for one that has no access to the repository. */
async function askTeams({ repository, progress }, pullRequest, teams) {
	for (const { org, slug } of teams) {
		const team = `@${org}/${slug}`;
		await orTold(progress, `the team ${team} was not asked`, async () => {
			await requestTeamReviews(repository, pullRequest, [slug]);
			progress(`asked for a review: ${team}`);
		});
	}
}
const NOBODY = "nobody was asked";
async function orTold(progress, otherwise, asking) {
	try {
		await asking();
	} catch (error) {
		if (!(error instanceof CountersignError)) throw error;
		progress(`${otherwise} for a review: ${error.code}`);
	}
}

// src/workflows/publish-plan.ts
const NOWHERE = /* @__PURE__ */ new Set();
/**
* Records and posts one computed plan, decides from fresh facts whether the approvals count for it, and says so in the checks.
* What has moved since the plan was computed is left to the next run. Fails closed: an error leaves no green check.
* @param ahead commits that the base may have reached meanwhile without moving the plan, as long as what judges it stays.
*/
async function publishPlan(surface, planned, ahead = NOWHERE) {
	const { pullRequest: number } = planned;
	const pull = await pullRequest(surface.repository, number);
	if (pull.state !== "open" || pull.head.sha !== planned.head) return stale(number, "The pull request moved on while it was planned.");
	return await failingClosed(surface, pull, async () => {
		switch (planned.kind) {
			case "ignored":
			case "unconcerned": return await publishUnplanned(surface, pull);
			case "withheld": return await withheld(surface, pull, planned.reason);
			case "planned": return await publishPlanned(surface, planned, pull, ahead);
		}
	});
}
/** A check that was green before must not stay so when this pull request could not be judged. */
async function failingClosed(surface, pull, publishing) {
	try {
		return await publishing();
	} catch (error) {
		return await withheld(surface, pull, reasonOf(error));
	}
}
async function withheld(surface, pull, reason) {
	await postPlain(surface, pull.head.sha, "failure", reason);
	return {
		kind: "withheld",
		pullRequest: pull.number,
		reason
	};
}
/**
* That a pull request needs no plan turns its check green, or leaves it so: here that is found out again, and said in words of our own.
* Whether somebody asked for the head of a fork is left to the plan job, as nothing of it is shown.
* @throws CountersignError `plan-not-handed-on`.
*/
async function publishUnplanned(surface, pull) {
	const concern = await concernOf(surface, pull, pull.head.sha);
	switch (concern.kind) {
		case "ignored": return {
			...concern,
			pullRequest: pull.number
		};
		case "unconcerned": {
			const configuration = await requireRules(surface.contents, concern.base, surface.providers);
			await requireOwnApp(surface, configuration);
			const outcome = await mergedOutcome(surface, pull, null, configuration);
			if (outcome !== null) return await withheld(surface, pull, outcome);
			await endRun(surface, {
				pullRequest: pull.number,
				head: pull.head.sha
			});
			await postPlain(surface, pull.head.sha, "success", concern.reason);
			return {
				kind: concern.kind,
				pullRequest: pull.number,
				reason: concern.reason
			};
		}
		case "withheld": return await withheld(surface, pull, concern.reason);
		case "concerned": throw new CountersignError("plan-not-handed-on", "By the rules of the base branch this pull request needs a plan, and the plan job handed on none.", { mend: "Run the plan job again; hand its output on unchanged." });
	}
}
async function publishPlanned(surface, computed, pull, ahead) {
	const { repository } = surface;
	const { defaultBranch } = await repositoryFacts(repository);
	const configuration = await requireRules(surface.contents, computed.base, surface.providers);
	await requireOwnApp(surface, configuration);
	if (pull.base.ref !== computed.baseBranch || await baseMoved(surface, computed, configuration, ahead)) return stale(computed.pullRequest, "The base branch moved on while the pull request was planned.");
	const ledger = await surface.openLedger(configuration);
	const now = await secondOf(repository);
	const late = staleness(publicationRuns(await ledger.entries(pull.number)), {
		...computed,
		now
	});
	if (late !== null) return {
		kind: "stale",
		pullRequest: pull.number,
		reason: late
	};
	const { planned, rules, bypassed, about } = await judgedBy(surface, ledger, computed, {
		configuration,
		now,
		pull
	});
	const published = await publish$1({
		...surface,
		ledger,
		configuration: rules
	}, planned, pull);
	await enterJudged(ledger, {
		pullRequest: pull.number,
		head: planned.head,
		run: published.run,
		facts: about
	});
	const entries = await ledger.entries(planned.pullRequest);
	const { complete, applyable } = planned.assessment;
	const query = {
		pull,
		moment: {
			kind: "gate",
			digest: planned.digest,
			head: pull.head.sha,
			baseBranch: pull.base.ref,
			defaultBranch,
			complete,
			applyable
		},
		run: published.run,
		entries,
		plan: planned.plan,
		assessment: planned.assessment,
		configuration: rules,
		bypassed
	};
	const facts = await approvalFacts({
		...surface,
		ledger
	}, query);
	const unshared = alone(decide(facts), await sharing(surface, pull, defaultBranch));
	const decision = await asMerged(surface, pull, planned.plan, {
		configuration,
		decision: unshared
	});
	if (published.kind === "made" || teamsOf$1(planned.assessment.requirements).length > 0) await askReviewers(surface, pull.number, facts, decision);
	const checks = {
		...surface,
		configuration: rules,
		ledger
	};
	await postPlan(checks, planned);
	await postApproval(checks, {
		planned,
		decision,
		...published,
		about
	});
	return {
		kind: "decided",
		pullRequest: planned.pullRequest,
		run: published.run,
		decision,
		commentUrl: published.commentUrl
	};
}
/** A commit on the base that touches neither an identity nor a rule moves no plan; on a busy branch there is always one. */
async function baseMoved({ repository, contents, providers }, planned, configuration, ahead) {
	const tip = await tipOf(repository, planned.baseBranch);
	if (tip === planned.base) return false;
	if (!ahead.has(tip)) return await isConcerned(contents, planned.base, tip, configuration);
	const moved = await governanceBetween({
		contents,
		providers
	}, planned.base, tip, configuration);
	const judges = judgesOthers(configuration);
	return moved.some(({ path }) => judges(path));
}
/** Checks belong to commits: one that is green for this pull request would be green for every other with the same head. */
async function sharing({ repository }, pull, defaultBranch) {
	return (await openPullRequestsByHead(repository, defaultBranch, pull.head.sha)).map(({ number }) => number).filter((number) => number !== pull.number);
}
function alone(decision, others) {
	if (others.length === 0) return decision;
	const message = `The head is also that of ${others.map((number) => `#${number}`).join(", ")}; push another commit, or close one of them.`;
	return {
		...decision,
		kind: "refused",
		reasons: [...decision.reasons.filter(({ code }) => code !== "approved"), {
			code: "head-shared",
			message
		}]
	};
}
/** What is refused anyway has reasons of its own to tell. */
async function asMerged(surface, pull, plan, { configuration, decision }) {
	if (decision.kind === "refused") return decision;
	const outcome = await mergedOutcome(surface, pull, plan, configuration);
	if (outcome === null) return decision;
	const reasons = [...decision.reasons.filter(({ code }) => code !== "approved"), outcome];
	return {
		...decision,
		kind: "refused",
		reasons
	};
}
function stale(number, message) {
	return {
		kind: "stale",
		pullRequest: number,
		reason: {
			code: "pull-request-moved",
			message
		}
	};
}

// src/workflows/publish-group.ts
/**
* Judges each pull request of a merge group as at the gate, records and posts what that gives, and says in the checks of the
* group's commit whether it may land. Fails closed: whatever goes wrong takes the group out of the queue.
*/
async function publishGroup(surface, group, planned) {
	const { repository, contents, providers } = surface;
	const tip = await tipOf(repository, (await repositoryFacts(repository)).defaultBranch);
	const rules = await rulesAt(contents, tip, providers);
	if (rules.kind === "absent") return ignored("not-installed", "The base branch has no configuration.");
	let decision;
	try {
		const found = await groupLinks(repository, group);
		if (found.kind === "other") return ignored("base-not-default", `Only what would land on ${found.defaultBranch} counts.`);
		decision = await decided(surface, group, found, planned);
	} catch (error) {
		decision = {
			kind: "refused",
			reasons: [reasonOf(error)]
		};
	}
	await postGroup(surface, rules.kind === "rules" ? rules.configuration : null, group.head, decision);
	return {
		kind: "decided",
		decision
	};
}
function ignored(code, message) {
	return {
		kind: "ignored",
		reason: {
			code,
			message
		}
	};
}
async function decided(surface, group, { defaultBranch, tip, links }, planned) {
	const { repository, contents, providers } = surface;
	const configuration = await requireRules(contents, tip, providers);
	await requireOwnApp(surface, configuration);
	const ahead = new Set(links.flatMap(({ before, commit }) => [before, commit]));
	const judges = judgesOthers(configuration);
	const judged = [];
	for (const link of links) {
		const plan = planned.find(({ pullRequest }) => pullRequest === link.pullRequest) ?? null;
		const verdict = await linkConcerns(surface, link, tip, group) ? await verdictOf(surface, link, plan, {
			configuration,
			ahead
		}) : { kind: "unconcerned" };
		judged.push({
			link,
			planned: plan,
			verdict
		});
	}
	const sharing = await openPullRequestsByHead(repository, defaultBranch, group.head);
	return decideGroup({
		members: [...landedSince(links, planned, judges), ...await afterLanding(repository, {
			defaultBranch,
			judges
		}, judged)],
		sharing: sharing.map(({ number }) => number)
	});
}
async function verdictOf(surface, link, planned, { configuration, ahead }) {
	if (planned === null) return {
		kind: "refused",
		reasons: [UNPLANNED]
	};
	const published = await publishPlan(surface, planned, ahead);
	if (published.kind === "unconcerned") return {
		kind: "differs",
		difference: "the group brings changes that the pull request does not have."
	};
	if (published.kind !== "decided" || planned.kind !== "planned") return {
		kind: "refused",
		reasons: published.kind === "decided" ? [UNPLANNED] : [published.reason]
	};
	const { kind, reasons } = published.decision;
	if (kind !== "approved") return {
		kind,
		reasons
	};
	const difference = await landingReason(surface, link, planned.plan, configuration);
	return difference === null ? { kind } : {
		kind: "differs",
		difference: difference.message
	};
}
const UNPLANNED = {
	code: "group-unplanned",
	message: "This run has no plan of it; the log of its plan job says why."
};
/** Planned as ahead in the queue, and on the base branch by now: what comes after must not meet it all the same. */
function landedSince(links, planned, judges) {
	return planned.filter(({ pullRequest }) => !links.some((link) => link.pullRequest === pullRequest)).map((one) => ({
		pullRequest: one.pullRequest,
		scope: scopeOf(one, judges),
		verdict: { kind: "landed" }
	}));
}
/**
* Looked at again, since what landed while it was judged could not be judged as open. Only the tip says what landed, not the
* branches of the queue; where it became the commit of a link, the links up to that one are what it brought.
*/
async function afterLanding(repository, { defaultBranch, judges }, judged) {
	const tip = await tipOf(repository, defaultBranch);
	const landed = judged.findIndex(({ link }) => link.commit === tip);
	return judged.map(({ link, planned, verdict }, index) => ({
		pullRequest: link.pullRequest,
		scope: planned === null ? null : scopeOf(planned, judges),
		verdict: index <= landed ? { kind: "landed" } : verdict
	}));
}
function scopeOf(planned, judges) {
	return planned.kind === "planned" ? groupScopeOf(planned.plan, judges) : null;
}

// src/action/publish.ts
/** Publishes what the plan job hands on. That it is for a merge group, and for which commit, only the event says. */
async function publish(surface, inputs, event) {
	const { planned } = decodeBundle(inputs.bundle);
	const meant = meantBy(inputs.pullRequest, event);
	if (meant.kind === "group") return groupResult(await publishGroup(surface, meant.group, planned));
	const published = [];
	const failures = [];
	for (const one of planned) await attempt(`pull request ${one.pullRequest}`, failures, async () => {
		published.push(await publishPlan(surface, one));
	});
	return publishedResult(published, planned, failures);
}
function groupResult(group) {
	const [decision, reasons] = group.kind === "ignored" ? [group.kind, [group.reason]] : [group.decision.kind, group.decision.reasons];
	return {
		outputs: { decision },
		planFile: null,
		lines: [`Merge group: ${decision}`, ...reasons.map(({ code, message }) => `  ${code}: ${message}`)],
		failed: null
	};
}
function publishedResult(published, planned, failures) {
	const [only] = published.length === 1 ? published : [];
	const plan = planned.find((one) => one.kind === "planned" && one.pullRequest === only?.pullRequest);
	const problems = [...published.flatMap((one) => one.kind === "withheld" ? [`pull request ${one.pullRequest}: ${one.reason.code}`] : []), ...failures];
	return {
		outputs: {
			...plan?.kind === "planned" ? {
				digest: plan.digest,
				counts: countsOf(plan.plan)
			} : {},
			...only === void 0 ? {} : { decision: only.kind === "decided" ? only.decision.kind : only.kind },
			...only?.kind === "decided" && only.commentUrl !== null ? { "comment-url": only.commentUrl } : {}
		},
		planFile: null,
		lines: [...published.flatMap(publishedLines), ...failures],
		failed: problems.length === 0 ? null : problems.join("; ")
	};
}
function publishedLines(one) {
	const head = `Pull request ${one.pullRequest}`;
	if (one.kind !== "decided") return [`${head}: ${one.reason.code}: ${one.reason.message}`];
	return [`${head}: ${one.decision.kind}`, ...one.decision.reasons.map(({ code, message }) => `  ${code}: ${message}`)];
}

// src/action/read.ts
const SHOWN = 50;
/**
* Reads one source by the rules of the default branch. What could not be read makes the plan incomplete, which says it on every pull
* request; so it makes no job red here. @throws CountersignError `input-invalid`, `unknown-source`.
*/
async function read(surface, source) {
	if (source === null) throw new CountersignError("input-invalid", "The input source is not valid.", { mend: "Name a source to read." });
	const { defaultBranch } = await repositoryFacts(surface.repository);
	const tip = await tipOf(surface.repository, defaultBranch);
	const configuration = await requireRules(surface.contents, tip, surface.providers);
	const state = await readForOthers({
		...surface,
		configuration
	}, source, surface.now());
	const { objects, unreadable } = state.live;
	return {
		outputs: {},
		planFile: null,
		stateFile: encodeHandedState(state),
		lines: [`${source}: ${objects.length} identities were read within the boundary.`, ...unreadable.slice(0, SHOWN).map((one) => `not read: ${plain(unreadablePhrase({
			...one,
			source
		}))}`)],
		failed: null
	};
}

// src/github/blob.ts
/** The bytes of a git object, checked against its name. @throws CountersignError `blob-altered`. */
async function readBlob(repository, sha) {
	const { data } = await repository.github.rest.git.getBlob({
		...at(repository),
		file_sha: sha
	});
	return checkedBytes(sha, data);
}
/** Decodes content as GitHub answers it. @throws CountersignError `blob-altered` when it is not what `sha` names. */
function checkedBytes(sha, answer) {
	const bytes = Buffer.from(answer.content, answer.encoding === "base64" ? "base64" : "utf8");
	if (isBlob(sha, bytes)) return bytes;
	throw new CountersignError("blob-altered", `the bytes that came are not those of blob ${sha}`, { mend: "Run again; if it stays, something between here and GitHub alters answers." });
}
/** Whether these bytes are what the name of a git object says. */
function isBlob(sha, bytes) {
	const algorithm = sha.length === 64 ? "sha256" : "sha1";
	return createHash(algorithm).update(`blob ${bytes.byteLength}\0`).update(bytes).digest("hex") === sha;
}

// src/github/blobs.ts
/** Fewer than this are asked for one by one. */
const FEW = 4;
/** GraphQL cuts texts somewhere above this. */
const LARGEST_TEXT = 1e5;
const BATCH = {
	blobs: 100,
	bytes: 2e6
};
const AT_ONCE = 8;
/**
* The bytes of many blobs by name, a hundred in one request: a job token has only a thousand requests an hour.
* Texts that GraphQL does not give byte for byte are fetched one by one.
*/
async function readBlobs(repository, names) {
	const wanted = [...new Map(names.map((name) => [name.sha, name])).values()];
	const found = /* @__PURE__ */ new Map();
	if (wanted.length >= FEW) for (const batch of batches(wanted.filter(({ size }) => size <= LARGEST_TEXT))) for (const [sha, bytes] of await readTexts(repository, batch)) found.set(sha, bytes);
	const missing = wanted.filter(({ sha }) => !found.has(sha));
	for (let start = 0; start < missing.length; start += AT_ONCE) {
		const some = missing.slice(start, start + AT_ONCE);
		const bytes = await Promise.all(some.map(async ({ sha }) => [sha, await readBlob(repository, sha)]));
		for (const [sha, content] of bytes) found.set(sha, content);
	}
	return found;
}
function batches(names) {
	const all = [];
	let bytes = 0;
	for (const name of names) {
		const last = all.at(-1);
		if (last === void 0 || last.length >= BATCH.blobs || bytes + name.size > BATCH.bytes) {
			all.push([name]);
			bytes = name.size;
		} else {
			last.push(name);
			bytes += name.size;
		}
	}
	return all;
}
async function readTexts(repository, names) {
	const query = `query ($owner: String!, $repo: String!, ${names.map((_, index) => `$o${index}: GitObjectID!`).join(", ")}) { repository(owner: $owner, name: $repo) { ${names.map((_, index) => `b${index}: object(oid: $o${index}) { ... on Blob { text } }`).join(" ")} } }`;
	const variables = Object.fromEntries(names.map(({ sha }, index) => [`o${index}`, sha]));
	const answer = await repository.github.graphql(query, {
		...at(repository),
		...variables
	});
	return names.flatMap(({ sha }, index) => {
		const text = answer.repository?.[`b${index}`]?.text ?? null;
		const bytes = text === null ? null : Buffer.from(text);
		return bytes !== null && isBlob(sha, bytes) ? [[sha, bytes]] : [];
	});
}

// src/github/contents.ts
const CONTENTS_LIMITS = {
	files: 5e3,
	fileBytes: 1e6,
	totalBytes: 1e8
};
function createContents(repository, limits = CONTENTS_LIMITS) {
	const trees = /* @__PURE__ */ new Map();
	const blobs = /* @__PURE__ */ new Map();
	return {
		tree: async (commit) => {
			const reading = trees.get(commit) ?? readTree(repository, commit);
			trees.set(commit, reading);
			try {
				return await reading;
			} catch (error) {
				trees.delete(commit);
				throw error;
			}
		},
		inputs: async (tree, matches) => {
			const { files, diagnostics } = select(tree, matches, limits);
			const missing = files.filter(({ sha }) => !blobs.has(sha));
			for (const [sha, bytes] of await readBlobs(repository, missing)) blobs.set(sha, bytes);
			return {
				inputs: files.map(({ path, sha }) => ({
					path,
					bytes: bytesOf(blobs, sha)
				})),
				diagnostics
			};
		}
	};
}
function select(tree, matches, limits) {
	const matching = [...tree.values()].filter(({ path }) => matches(path));
	matching.sort((left, right) => left.path < right.path ? -1 : 1);
	const isInput = ({ kind, size }) => kind === "file" && size <= limits.fileBytes;
	const files = matching.filter(isInput);
	assertWithin(files, limits);
	return {
		files,
		diagnostics: matching.filter((entry) => !isInput(entry)).map((entry) => notAnInput(entry, limits))
	};
}
function bytesOf(blobs, sha) {
	const bytes = blobs.get(sha);
	if (bytes === void 0) throw new TypeError(`blob ${sha} was not read`);
	return bytes;
}
function assertWithin(files, limits) {
	const bytes = files.reduce((sum, { size }) => sum + size, 0);
	if (files.length <= limits.files && bytes <= limits.totalBytes) return;
	throw new CountersignError("inputs-too-many", `${files.length} files of ${bytes} bytes together are more than is read`, { mend: `Narrow the patterns of the configuration; the limit is ${limits.files} files and ${limits.totalBytes} bytes.` });
}
function notAnInput(entry, limits) {
	const location = {
		path: entry.path,
		line: 1,
		column: 1
	};
	if (entry.kind === "file") return {
		code: "input-too-large",
		severity: "error",
		cause: `the file has ${entry.size} bytes; ${limits.fileBytes} are read`,
		mend: "Split it into several files.",
		location
	};
	return {
		code: `input-${entry.kind}`,
		severity: "error",
		cause: entry.kind === "symlink" ? "a symbolic link cannot be an input" : "a submodule cannot be an input",
		mend: "Put a file with the content itself in its place, or keep it outside the patterns of the configuration.",
		location
	};
}

// src/github/ledger-branch.ts
/** Bytes of one commit's files; GitHub takes GraphQL requests of some 45 MB, and base64 adds a third. */
const COMMIT_BYTES = 3e7;
/** How far back a commit of ours is looked for when GitHub's answer to it was lost. */
const LOOK_BACK = 100;
/** A ledger kept on a branch. Every commit is a compare-and-swap of the tip; none is ever made twice. */
function createLedgerBranch(repository, branch) {
	const seen = /* @__PURE__ */ new Set();
	const exists = async (revision) => {
		if (!seen.has(revision)) await repository.github.rest.git.getCommit({
			...at(repository),
			commit_sha: revision
		});
		seen.add(revision);
	};
	return {
		revision: () => branchTip(repository, branch),
		read: async (revision, path) => {
			const bytes = await readFile(repository, revision, path);
			if (bytes === null) await exists(revision);
			return bytes;
		},
		commit: async (revision, files, message) => {
			assertWithinLimit(files);
			return revision === null ? await beginBranch(repository, {
				branch,
				files,
				message
			}) : await commitOnBranch(repository, {
				branch,
				revision,
				files,
				message
			});
		}
	};
}
async function readFile(repository, revision, path) {
	const query = {
		...at(repository),
		path,
		ref: revision
	};
	const answer = await orNull(() => repository.github.rest.repos.getContent(query));
	if (answer === null || Array.isArray(answer.data) || answer.data.type !== "file") return null;
	const { sha, content, encoding } = answer.data;
	return encoding === "base64" ? checkedBytes(sha, {
		content,
		encoding
	}) : await readBlob(repository, sha);
}
const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }`;
async function commitOnBranch(repository, commit) {
	const mark = `Write-Id: ${randomUUID()}`;
	const [headline = "", ...body] = commit.message.split("\n");
	const input = {
		branch: {
			repositoryNameWithOwner: `${repository.owner}/${repository.repo}`,
			branchName: commit.branch
		},
		expectedHeadOid: commit.revision,
		message: {
			headline,
			body: [body.join("\n").trim(), mark].filter((part) => part !== "").join("\n\n")
		},
		fileChanges: { additions: [...commit.files].map(([path, bytes]) => ({
			path,
			contents: Buffer.from(bytes).toString("base64")
		})) }
	};
	try {
		return (await repository.github.graphql(COMMIT, { input }, "once")).createCommitOnBranch.commit.oid;
	} catch (error) {
		if (!(error instanceof GitHubError)) throw error;
		if (error.code === "github-stale") return null;
		if (error.effect === "none") throw error;
		return await settle(repository, commit, mark, error);
	}
}
/** After a lost answer: the commit if it was made, null if somebody else's was, and the failure if nothing happened. */
async function settle(repository, commit, mark, failure) {
	if (await branchTip(repository, commit.branch) === commit.revision) throw failure;
	return ((await orNull(() => repository.github.rest.repos.listCommits({
		...at(repository),
		sha: commit.branch,
		per_page: LOOK_BACK
	})))?.data.find((each) => each.commit.message.includes(mark) && each.parents[0]?.sha === commit.revision))?.sha ?? null;
}
function assertWithinLimit(files) {
	const bytes = [...files.values()].reduce((sum, each) => sum + each.byteLength, 0);
	if (bytes <= 3e7) return;
	throw new CountersignError("ledger-commit-too-large", `${bytes} bytes are too many for one commit of the ledger`, { mend: `Split the change; one commit takes ${COMMIT_BYTES} bytes.` });
}

// src/core/ledger/lease.ts
/** Decides on the lease as it stands; the caller writes the outcome by compare-and-swap against what it read. */
function requestLease(current, request) {
	const expiresAt = after(request.now, request.seconds);
	if (current !== null && !current.released && !isExpired(current, request.now) && isCredible(current, request)) {
		if (current.holder === request.holder) return {
			kind: "renew",
			lease: {
				...current,
				expiresAt
			}
		};
		if (request.holderEnded !== true) return {
			kind: "held",
			by: current.holder,
			until: current.expiresAt
		};
	}
	return {
		kind: "take",
		lease: {
			epoch: (current?.epoch ?? 0) + 1,
			holder: request.holder,
			expiresAt,
			released: false
		}
	};
}
/** Anyone who may push can write a lease; one that nobody who keeps these rules could have taken holds up nobody. */
function isCredible({ expiresAt }, { now, seconds }) {
	return Date.parse(expiresAt) <= Date.parse(now) + 2 * seconds * 1e3;
}
/** @returns the lease to write, or null when it is no longer ours to give back. */
function releaseLease(current, mine) {
	return current !== null && isSame(current, mine) ? {
		...current,
		released: true
	} : null;
}
/** Whether the holder of `mine` may still write: asked right before every write, with the lease as it stands now. */
function checkFence(current, mine, now) {
	if (current === null) return {
		kind: "lost",
		why: "missing"
	};
	if (!isSame(current, mine)) return {
		kind: "lost",
		why: "taken-over"
	};
	if (current.released) return {
		kind: "lost",
		why: "released"
	};
	return isExpired(current, now) ? {
		kind: "lost",
		why: "expired"
	} : { kind: "holds" };
}
function isSame(left, right) {
	return left.epoch === right.epoch && left.holder === right.holder;
}
/** In the second of its expiry a lease is expired for everyone. */
function isExpired(lease, now) {
	return !(Date.parse(now) < Date.parse(lease.expiresAt));
}
function after(now, seconds) {
	return new Date(Date.parse(now) + seconds * 1e3).toISOString().replace(/\.\d{3}Z$/u, "Z");
}

// src/github/lease.ts
const FILE = "lease.json";
const RACES = 5;
const HIGHEST_EPOCH = 0xe8d4a51000;
/**
* Takes the lease, or says who holds it.
* @throws CountersignError `lease-contended` after five lost races; `lease-holder-unknown` when it is held, and nobody can tell
* whether anything is done under that name.
*/
async function takeLease(ports, query) {
	for (let race = 0; race < RACES; race += 1) {
		const found = await readLease(ports.store);
		const holderEnded = await holderEnds(ports, found.lease, query.holder);
		const now = seconds$1(await ports.now());
		const decision = requestLease(found.lease, {
			...query,
			now,
			holderEnded
		});
		if (decision.kind === "held" && holderEnded === null) throw unknownHolder(decision);
		if (decision.kind === "held") return decision;
		const revision = await writeLease(ports.store, found.revision, decision.lease);
		if (revision !== null) return {
			kind: "taken",
			held: hold(ports, query, {
				lease: decision.lease,
				revision
			})
		};
	}
	throw new CountersignError("lease-contended", `the lease moved ${RACES} times while it was being taken`, { mend: "Run again; look who writes to the lease branch." });
}
function hold(ports, query, first) {
	const mine = first.lease;
	let known = first;
	const refresh = async () => {
		const revision = await ports.store.revision();
		if (revision !== known.revision) known = {
			revision,
			lease: await leaseAt(ports.store, revision)
		};
		return known;
	};
	const fence = async () => {
		for (let race = 0; race < RACES; race += 1) {
			const { revision, lease } = await refresh();
			const now = seconds$1(await ports.now());
			const fenced = checkFence(lease, mine, now);
			if (fenced.kind === "lost") throw lost(fenced.why);
			if (lease === null || !isHalfOver(lease, now, query.seconds)) return;
			const renewal = requestLease(lease, {
				...query,
				now,
				holderEnded: false
			});
			if (renewal.kind === "held") throw lost("taken-over");
			const written = await writeLease(ports.store, revision, renewal.lease);
			if (written !== null) {
				known = {
					revision: written,
					lease: renewal.lease
				};
				return;
			}
		}
		throw lost("taken-over");
	};
	const release = async () => {
		const { revision, lease } = await refresh();
		const released = releaseLease(lease, mine);
		if (released !== null && lease?.released === false) await writeLease(ports.store, revision, released);
	};
	return {
		lease: mine,
		fence,
		release
	};
}
async function holderEnds(ports, lease, asking) {
	return lease === null || lease.released || lease.holder === asking ? null : await ports.ended(lease.holder);
}
function isHalfOver(lease, now, length) {
	return Date.parse(lease.expiresAt) - Date.parse(now) < length * 500;
}
async function readLease(store) {
	const revision = await store.revision();
	return {
		revision,
		lease: await leaseAt(store, revision)
	};
}
async function leaseAt(store, revision) {
	const bytes = revision === null ? null : await store.read(revision, FILE);
	return bytes === null ? null : parseLease(bytes);
}
/** Anyone who may push can write here: what is no lease is none. */
function parseLease(bytes) {
	const { epoch, holder, expiresAt, released } = recordOf(parsed(bytes));
	return typeof epoch === "number" && Number.isInteger(epoch) && epoch > 0 && epoch < HIGHEST_EPOCH && typeof holder === "string" && typeof expiresAt === "string" && !Number.isNaN(Date.parse(expiresAt)) && typeof released === "boolean" ? {
		epoch,
		holder,
		expiresAt,
		released
	} : null;
}
function parsed(bytes) {
	try {
		return parseJson(new TextDecoder().decode(bytes));
	} catch {
		return null;
	}
}
async function writeLease(store, revision, lease) {
	const bytes = new TextEncoder().encode(`${JSON.stringify(lease)}\n`);
	const message = `Lease ${lease.epoch} ${lease.released ? "released" : "held"} by ${lease.holder}`;
	return await store.commit(revision, /* @__PURE__ */ new Map([[FILE, bytes]]), message);
}
function seconds$1(time) {
	return time.toISOString().replace(/\.\d{3}Z$/, "Z");
}
function unknownHolder({ by, until }) {
	return new CountersignError("lease-holder-unknown", "The lease is held, and nobody can tell whether its holder is at it.", {
		evidence: `held by ${JSON.stringify(by).slice(0, 100)} until ${until}`,
		mend: "Run again after that time; if it stays so, look who writes to the lease branch."
	});
}
function lost(why) {
	return new CountersignError("lease-lost", `this run no longer holds the lease: ${why}`, {
		mend: "Nothing more is written by this run; the next one continues.",
		evidence: why
	});
}

// src/workflows/anchors.ts
const ANCHOR_CHECK = "countersign/ledger";
/** Commits of the default branch, from its tip back, among which the newest anchor is looked for. */
const ANCHOR_COMMITS = {
	line: 100,
	all: 200
};
/**
* The newest place in the ledger that our App quoted on the default branch: nobody but the App's owner can write one, and
* nobody at all can take one away without rewriting that branch. Null without an App of one's own, and before the first.
*/
async function quotedAnchor(repository, configuration) {
	const { app } = configuration;
	if (app === null) return null;
	const { defaultBranch } = await repositoryFacts(repository);
	const tip = await branchTip(repository, defaultBranch);
	if (tip === null) return null;
	let newest = null;
	await visitHistory(repository, tip, ANCHOR_COMMITS, async (commit) => {
		const anchors = await anchorsOn(repository, app, commit, configuration);
		for (const anchor of anchors) newest = later(newest, anchor);
		return anchors.length > 0;
	});
	return newest;
}
function later(left, right) {
	return left === null || right.index > left.index ? right : left;
}
/** Quotes a place in the ledger on the tip of the default branch, where later runs find it. */
async function quoteAnchor(repository, configuration, anchor) {
	const { app } = configuration;
	if (app === null) return;
	const { defaultBranch } = await repositoryFacts(repository);
	const head = await tipOf(repository, defaultBranch);
	const quoted = anchorText(anchor);
	const newest = await quotedAnchor(repository, configuration);
	if (newest !== null && newest.index > anchor.index) return;
	if ((await anchorsOn(repository, app, head, configuration)).some(({ index }) => index >= anchor.index)) return;
	await putCheckRun(repository, app, {
		name: ANCHOR_CHECK,
		head,
		externalId: `${placeOf(configuration)} ${quoted}`,
		state: "success",
		title: `The ledger reaches entry ${anchor.index}`,
		summary: `Later runs refuse a ledger that does not extend this entry:\n\n\`${quoted}\`\n\n\`countersign verify LEDGER --anchor ${quoted}\` does the same by hand.`,
		text: null,
		annotations: []
	});
}
async function anchorsOn(repository, app, commit, configuration) {
	const prefix = `${placeOf(configuration)} `;
	return (await ownCheckRuns(repository, app, commit, ANCHOR_CHECK)).flatMap(({ externalId }) => {
		const anchor = externalId?.startsWith(prefix) === true ? readAnchor(externalId.slice(prefix.length)) : null;
		return anchor === null ? [] : [anchor];
	});
}
/** A ledger that the configuration puts elsewhere is another one, with anchors of its own. */
function placeOf({ ledger: { branch, repository } }) {
	return repository === null ? branch : `${repository}:${branch}`;
}

// src/workflows/ledger.ts
/** A ledger for one run: its trusted entries as this run sees them, and the end where it grows. */
var Ledger = class {
	#writer;
	#now;
	#foreign;
	#told = /* @__PURE__ */ new Set();
	#opened = null;
	/** The newest entry that this run has read or made: whatever competes with what it appends next is newer. */
	#basis = null;
	/**
	* @param now RFC 3339 in whole seconds, for people who read the entries.
	* @param foreign told, once each, of files where the chain goes on that no trusted signer made for that place: passed by, and overwritten by the next entry.
	*/
	constructor(writer, now, foreign) {
		this.#writer = {
			...writer,
			store: remembering(writer.store)
		};
		this.#now = now;
		this.#foreign = foreign;
	}
	/** Trusted entries of one pull request, oldest first. */
	async entries(pullRequest) {
		return await entriesOfPullRequest(await this.#open(), pullRequest);
	}
	/** The last trusted entries, oldest first. */
	async newest(count) {
		const ledger = await this.#open();
		return await entriesSince(ledger, Math.max(0, ledger.head.predicate.index - count + 1));
	}
	/** Bytes kept under their hash; null when there are none. */
	async blob(hash) {
		return await readBlob$1(await this.#open(), hash);
	}
	/** The newest commit whose rule files were all approved. */
	async rules() {
		const { rules } = await stateOf(await this.#open());
		if (rules !== null) return rules;
		throw unsettled();
	}
	/** Who contributed to the rule files that stand without an approval; null: none are known to. */
	async bypassed() {
		return (await stateOf(await this.#open())).bypassed;
	}
	/** Commit up to which every landing is finished. */
	async settled() {
		const { settled } = await stateOf(await this.#open());
		if (settled !== null) return settled;
		throw unsettled();
	}
	/** People who contributed to the last unapplied pull request of each of these addresses. */
	async excluded(addresses) {
		return excludedBy(await unappliedOf(await this.#open(), addresses));
	}
	/** Those of the addresses whose last landing was refused or did not finish, sorted as given. */
	async unapplied(addresses) {
		return (await unappliedOf(await this.#open(), addresses)).map(({ address, unapplied: { contributors, incomplete } }) => ({
			address,
			contributors,
			incomplete
		}));
	}
	/** The last pull requests of these addresses that were refused or did not finish, each once. */
	async unappliedPulls(addresses) {
		const found = await unappliedOf(await this.#open(), addresses);
		return [...new Set(found.flatMap(({ unapplied: { pullRequest } }) => pullRequest ?? []))];
	}
	/** The newest trusted entry. */
	async anchor() {
		const { head } = await this.#open();
		return {
			index: head.predicate.index,
			hash: head.hash
		};
	}
	/** The newest place in the ledger that this run knows, without looking again; null before it looked. */
	get reached() {
		return this.#basis ?? this.#writer.anchor;
	}
	/** What is read from now on is as new as now: another run may have entered something since this one looked. */
	lookAgain() {
		this.#opened = null;
	}
	/** @throws CountersignError `ledger-overtaken` when another run entered the same kind of thing about the same pull request first. */
	async append(drafts, blobs = []) {
		const basis = this.#basis ?? await this.anchor();
		const result = await append(this.#writer, {
			drafts,
			blobs,
			at: this.#now(),
			basis,
			overtakenBy: (newer) => newer.some((entry) => drafts.some((draft) => competes(draft, entry)))
		});
		this.#opened = null;
		if (result.kind === "appended") {
			this.#basis = result.head;
			return;
		}
		throw new CountersignError("ledger-overtaken", "Another run was faster with the same pull request.", { mend: "Nothing has to be done: the next run takes up what is left." });
	}
	async #open() {
		if (this.#opened !== null) return this.#opened;
		this.#opened = await openLedger(this.#writer);
		for (const path of this.#opened.foreign.filter((one) => !this.#told.has(one))) {
			this.#told.add(path);
			this.#foreign(path);
		}
		this.#basis = await this.anchor();
		this.#writer = {
			...this.#writer,
			anchor: this.#basis
		};
		return this.#opened;
	}
};
function unsettled() {
	return new CountersignError("ledger-unsettled", "The ledger does not say where examining landings begins.", { mend: "Verify the ledger with countersign verify." });
}
/** A file at a revision never changes, so a run asks for it once. Only the newest revision is remembered, which bounds the memory. */
function remembering(store) {
	const known = /* @__PURE__ */ new Map();
	let newest = "";
	return {
		revision: () => store.revision(),
		commit: (revision, files, message) => store.commit(revision, files, message),
		read(revision, path) {
			if (revision !== newest) known.clear();
			newest = revision;
			const reading = known.get(path) ?? store.read(revision, path);
			known.set(path, reading);
			reading.catch(() => known.get(path) === reading && known.delete(path));
			return reading;
		}
	};
}
function competes(draft, { predicate }) {
	return draft.pullRequest === predicate.pullRequest && phaseOf(draft.body) === phaseOf(predicate.body);
}
function phaseOf({ type }) {
	switch (type) {
		case "planned":
		case "published":
		case "judged":
		case "ended": return "publication";
		case "approved":
		case "apply-started":
		case "intent":
		case "receipt":
		case "follow-up":
		case "apply-finished": return "apply";
		case "genesis":
		case "refused":
		case "rules":
		case "drift":
		case "exception":
		case "emergency": return "other";
	}
}

// src/github/oidc.ts
const ATTEMPTS = 4;
const LIMITS = {
	timeout: 2e4,
	bytes: 1e6
};
const MAXIMUM_KEYS = 100;
/** How often the issuer's keys are read: once, and once more for a key that came since. */
const READINGS = 2;
/** Signs with a token of this job whose audience is the message's hash. */
function oidcSigner(request, options) {
	return {
		keyId: "github-oidc",
		sign: async (message) => {
			if (request === null) throw tokenMissing();
			const url = new URL(request.url);
			url.searchParams.set("audience", audienceOf(message));
			const { value } = await readJson(url, {
				authorization: `Bearer ${request.token}`,
				accept: "application/json"
			}, options, "the token of this job");
			if (typeof value === "string" && value !== "") return Buffer.from(value, "latin1");
			throw unreachable("the token of this job", "the answer holds none");
		}
	};
}
/** Pinned keys, and besides them those that the issuer offers now, which are asked for only when an entry needs them. */
function issuerKeys(options) {
	const pinned = pinnedKeys(options.keys, options.retired);
	const readings = [];
	const told = /* @__PURE__ */ new Set();
	const reading = async (index) => await (readings[index] ??= offeredKeys(options));
	return async (keyId) => {
		const known = pinned.get(keyId);
		if (known !== void 0) return known;
		for (let index = 0; index < READINGS; index += 1) {
			const key = (await reading(index)).get(keyId);
			if (key === void 0) continue;
			if (!told.has(keyId)) options.unpinned(keyId, spkiOf(key));
			told.add(keyId);
			return key;
		}
		return null;
	};
}
function spkiOf({ key }) {
	return key.export({
		format: "der",
		type: "spki"
	}).toString("base64");
}
async function offeredKeys(options) {
	const what = "the issuer's keys";
	const { keys } = await readJson(new URL(`${options.issuer}/.well-known/jwks`), {}, options, what);
	if (!Array.isArray(keys) || keys.length > MAXIMUM_KEYS) throw unreachable(what, "the answer is no list of keys");
	return new Map(keys.filter(isForSigning).map((jwk) => {
		const { kid, kty, n, e } = jwk;
		return [kid, {
			key: issuerKey(kid, {
				key: {
					kty,
					n,
					e
				},
				format: "jwk"
			}),
			until: endOf(kid, options.retired)
		}];
	}));
}
function isForSigning(jwk) {
	return typeof jwk === "object" && jwk !== null && "kty" in jwk && jwk.kty === "RSA" && "kid" in jwk && typeof jwk.kid === "string" && "n" in jwk && typeof jwk.n === "string" && "e" in jwk && typeof jwk.e === "string" && (!("use" in jwk) || jwk.use === "sig");
}
/** Neither the request's token nor the answer is ever in a message. Asking twice is harmless: a token signs nothing before it is entered. */
async function readJson(url, headers, options, what) {
	const read = wholeAnswers(options.fetch ?? fetch, LIMITS);
	for (let attempt = 1;; attempt += 1) {
		const outcome = await once$1(read, url, headers);
		if (outcome.kind === "answer") return outcome.value;
		if (!outcome.passes || attempt >= ATTEMPTS) throw unreachable(what, outcome.why);
		await options.pause(attempt);
	}
}
async function once$1(read, url, headers) {
	try {
		const response = await read(url.href, {
			headers,
			redirect: "error"
		});
		if (!response.ok) return {
			kind: "failure",
			passes: response.status === 429 || response.status >= 500,
			why: `the answer's status is ${response.status}`
		};
		const value = await response.json();
		if (isJsonObject(value)) return {
			kind: "answer",
			value
		};
		return {
			kind: "failure",
			passes: false,
			why: "the answer is no JSON object"
		};
	} catch {
		return {
			kind: "failure",
			passes: true,
			why: "there was no whole answer"
		};
	}
}
function unreachable(what, why) {
	return new CountersignError("oidc-unreachable", `The issuer of identity tokens did not give ${what}.`, {
		evidence: why,
		mend: "Run this again. If it stays so, compare `ledger.signing.issuer` with the issuer of your GitHub."
	});
}
function tokenMissing() {
	return new CountersignError("oidc-not-permitted", "This job may not ask for an identity token to sign with.", { mend: "Give the job `permissions: id-token: write`; a pull request from a fork never has it." });
}

// src/action/signing.ts
/** How this run signs and whom it trusts. A run that cannot sign can still read and verify. */
function signingOf({ ledger: { signing } }, surroundings) {
	switch (signing.kind) {
		case "none": return {
			signer: unsigned,
			verifier: unsigned
		};
		case "ed25519": return {
			signer: ownSigner(signing.key, signing.keys, surroundings),
			verifier: ed25519Verifier(signing.keys)
		};
		case "github-oidc": return identity(signing, surroundings);
	}
}
/** @param name of the environment variable with the private key. @param keys the trusted public ones. */
function ownSigner(name, keys, { secret }) {
	const pem = secret(name);
	return pem === void 0 || pem === "" ? {
		keyId: null,
		sign: () => Promise.reject(credentialMissing(name, "the ledger's signing key"))
	} : ed25519Signer(keyIdOf(keys, pem) ?? "untrusted", pem);
}
function identity(signing, { secret, log }) {
	const pause = async (attempt) => await setTimeout$1(attempt * 500);
	const unpinned = (keyId, spki) => log.warn(`The issuer's key ${keyId} signs, and is not pinned. Before the issuer drops it, write under ledger.signing.keys: ${keyId}: ${spki}`);
	return {
		signer: oidcSigner(requestOf(secret), { pause }),
		verifier: oidcVerifier(signing, issuerKeys({
			...signing,
			pause,
			unpinned
		}))
	};
}
function requestOf(secret) {
	const url = secret("ACTIONS_ID_TOKEN_REQUEST_URL") ?? "";
	const token = secret("ACTIONS_ID_TOKEN_REQUEST_TOKEN") ?? "";
	return url === "" || token === "" ? null : {
		url,
		token
	};
}
function credentialMissing(name, what) {
	return new CountersignError("credential-missing", `The environment variable ${name} is not set.`, {
		evidence: `it holds ${what}`,
		mend: "Hand the secret to the step under `env`; for writing, from an environment that is limited to the default branch."
	});
}

// src/action/wiring.ts
/** Milliseconds for any single call to a live system. */
const CALL_TIMEOUT = 6e4;
/** A run that is slower than this between two writes has to take the lease again. */
const LEASE_SECONDS = 900;
const LEASE_BRANCH_SUFFIX = "-lease";
/** Everything that a workflow needs, made from inputs and surroundings; nothing is contacted yet. */
function wire(inputs, surroundings) {
	const github = client(inputs, surroundings, inputs.token);
	const repository = repositoryAt(github, surroundings.repository);
	const own = runOf(surroundings);
	const holder = holderOf(own);
	const progress = (message) => surroundings.log.info(message);
	const ledgerHome = ledgerHomes(inputs, surroundings, repository);
	const stores = (configuration) => ledgerStores(ledgerHome(configuration), configuration);
	const ledgerWriter = (configuration) => ({
		store: stores(configuration).ledger,
		...signingOf(configuration, surroundings),
		writer: holder,
		pause: async (attempt) => await setTimeout$1(attempt * 200)
	});
	const foreign = (path) => surroundings.log.warn(`${path} on the ledger's branch is no entry of a trusted signer. It is not counted.`);
	const open = async (configuration) => {
		const anchor = await quotedAnchor(repository, configuration);
		const writer = {
			...ledgerWriter(configuration),
			anchor
		};
		return {
			configuration,
			ledger: new Ledger(writer, () => seconds(surroundings.now()), foreign)
		};
	};
	/** One for the same App and settings, whatever the number of pull requests: what one of them has read, none reads again. */
	const opened = /* @__PURE__ */ new Map();
	const quote = async (configuration, anchor) => {
		if (anchor !== null) await quoteAnchor(repository, configuration, anchor);
	};
	return {
		repository,
		principal: once(() => principalOf(github)),
		contents: createContents(repository),
		progress,
		engine: surroundings.version,
		random: (bytes) => new Uint8Array(randomBytes(bytes)),
		now: () => seconds(surroundings.now()),
		connect: (source, purpose) => connection(source, purpose, surroundings, progress),
		ledgerHome,
		ledgerBranches: (configuration) => Object.values(ledgerBranches(configuration)),
		ledgerWriter,
		glanceAtLedger: (configuration) => new Ledger({
			...ledgerWriter(configuration),
			anchor: null
		}, () => seconds(surroundings.now()), foreign),
		quotedAnchor: (configuration) => quotedAnchor(repository, configuration),
		quoteAnchor: quote,
		openLedger: async (configuration) => {
			const place = canonicalize([configuration.app, configuration.ledger]);
			const opening = opened.get(place) ?? open(configuration);
			opened.set(place, opening);
			opening.catch(() => opened.delete(place));
			const { ledger } = await opening;
			ledger.lookAgain();
			return ledger;
		},
		/** Quotes where the ledgers stand that this run opened, for later runs to find. */
		quoteAnchors: async () => {
			for (const opening of opened.values()) {
				const { configuration, ledger } = await opening;
				await quote(configuration, ledger.reached);
			}
		},
		takeLease: (configuration) => takeLease({
			store: stores(configuration).lease,
			now: () => serverTime(github),
			ended: async (other) => await holderEnded(repository, other, own)
		}, {
			holder,
			seconds: LEASE_SECONDS
		}),
		sink: NO_SINK
	};
}
const NO_SINK = { store: () => Promise.reject(new CountersignError("sink-missing", "There is nowhere to put issued secrets.", { mend: "No kind of identity issues any yet." })) };
/** Asks once; only what failed is asked again. */
function once(ask) {
	let asked = null;
	return () => {
		const asking = asked ?? ask();
		asked = asking;
		asking.catch(() => {
			asked = null;
		});
		return asking;
	};
}
function client(inputs, { apiUrl, graphqlUrl, version, fetch, log }, token) {
	return createGitHub({
		token,
		baseUrl: apiUrl,
		graphqlUrl,
		userAgent: `countersign/${version}`,
		fetch,
		log,
		pace: {
			write: inputs.writeInterval,
			second: 1e3
		}
	});
}
/** A repository of the ledger's own has one client for the whole run: what it may wait for rate limits is a budget of the client. */
function ledgerHomes(inputs, surroundings, repository) {
	let other = null;
	return ({ ledger }) => {
		if (ledger.repository === null) return repository;
		other ??= client(inputs, surroundings, ledgerToken(inputs, ledger.repository));
		return repositoryAt(other, ledger.repository);
	};
}
function ledgerStores(home, configuration) {
	const { ledger, lease } = ledgerBranches(configuration);
	return {
		ledger: createLedgerBranch(home, ledger),
		lease: createLedgerBranch(home, lease)
	};
}
function ledgerBranches({ ledger: { branch } }) {
	return {
		ledger: branch,
		lease: `${branch}${LEASE_BRANCH_SUFFIX}`
	};
}
function ledgerToken({ ledgerToken: token }, repository) {
	if (token !== null) return token;
	throw new CountersignError("ledger-token-missing", "The ledger is in another repository, and there is no token for it.", {
		evidence: repository,
		mend: "Hand a token that may write contents there to the step as `ledger-token`."
	});
}
function connection(source, purpose, { secret }, progress) {
	const name = source.connection[purpose];
	const value = secret(name);
	if (value === void 0 || value === "") throw credentialMissing(name, `the ${purpose} connection of the source ${source.name}`);
	return {
		source: source.name,
		secret: value,
		boundary: source.boundary,
		options: source.options,
		timeout: CALL_TIMEOUT,
		progress
	};
}
/** @throws CountersignError `not-a-workflow` when the runner's numbers are none. */
function runOf({ runId, runAttempt }) {
	const [id, attempt] = [Number(runId), Number(runAttempt)];
	if (Number.isSafeInteger(id) && Number.isSafeInteger(attempt)) return {
		id,
		attempt
	};
	throw new CountersignError("not-a-workflow", "The run has no number.", { mend: "Run this as a step of a GitHub Actions workflow." });
}
function seconds(date) {
	return date.toISOString().replace(/\.\d{3}Z$/u, "Z");
}

// src/action/run.ts
/** Performs one command. Throws only what no part of it could turn into a result. */
async function run(inputs, surroundings, event, actor) {
	const surface = {
		...wire(inputs, surroundings),
		providers: await loadProviders()
	};
	const result = await perform({
		...surface,
		runId: surroundings.runId
	}, inputs, event, actor);
	const unquoted = await surface.quoteAnchors().then(() => null, (error) => `the ledger's end could not be quoted: ${error instanceof CountersignError ? error.code : "failed"}`);
	if (unquoted === null) return result;
	return {
		...result,
		failed: result.failed === null ? unquoted : `${result.failed}; ${unquoted}`
	};
}
async function perform(surface, inputs, event, actor) {
	switch (inputs.command) {
		case "plan": return await plan({
			...surface,
			handed: handedFrom(inputs.liveState, surface.now())
		}, inputs, event);
		case "publish": return await publish(surface, inputs, event);
		case "apply": return appliedResult(await applyLanded({
			...surface,
			loadApplier
		}));
		case "read": return await read(surface, inputs.source);
		case "doctor": return await doctor(surface);
		case "init": {
			const { ledgerId, tip } = await initialise({
				...surface,
				actor,
				newLedgerId: randomUUID
			});
			return {
				outputs: {},
				planFile: null,
				lines: [`The ledger ${ledgerId} begins at ${tip}.`],
				failed: null
			};
		}
	}
}

// src/action/surroundings.ts
/** What the runner says about this run. @throws CountersignError `not-a-workflow` when it is none. */
function surroundingsFrom(variable, log) {
	const required = (name) => {
		const value = variable(name);
		if (value !== void 0 && value !== "") return value;
		throw new CountersignError("not-a-workflow", `The environment variable ${name} is not set.`, { mend: "Run this as a step of a GitHub Actions workflow." });
	};
	return {
		repository: required("GITHUB_REPOSITORY"),
		apiUrl: required("GITHUB_API_URL"),
		graphqlUrl: required("GITHUB_GRAPHQL_URL"),
		runId: required("GITHUB_RUN_ID"),
		runAttempt: variable("GITHUB_RUN_ATTEMPT") ?? "1",
		version: VERSION$8,
		secret: variable,
		fetch,
		log,
		now: () => /* @__PURE__ */ new Date()
	};
}

// src/action.ts
try {
	const { env } = process;
	const surroundings = surroundingsFrom((name) => env[name], {
		debug,
		info: (message) => info(inert(message)),
		warn: (message) => warning(inert(message))
	});
	const event = parseEvent(readFileSync(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
	const inputs = readInputs((name) => getInput(name));
	const actor = env["GITHUB_TRIGGERING_ACTOR"] ?? "";
	const result = await group("Progress", async () => await run(inputs, surroundings, event, actor));
	for (const [name, value] of Object.entries(result.outputs)) setOutput(name, value);
	for (const [kind, text] of [["plan", result.planFile], ["state", result.stateFile ?? null]]) {
		if (text === null) continue;
		const path = join(env["RUNNER_TEMP"] ?? ".", `countersign-${kind}.json`);
		writeFileSync(path, text);
		setOutput(`${kind}-file`, path);
	}
	for (const line of result.lines) info(inert(line));
	if (env["GITHUB_STEP_SUMMARY"]) await summary.addRaw(result.summary ?? summaryOf$2(result.lines)).write();
	if (result.failed !== null) setFailed(inert(result.failed));
} catch (error) {
	setFailed(inert(explainError(error)));
}

export {  };