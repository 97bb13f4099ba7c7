import { t as CORE_CODES } from "./codes2.js";
import { t as didYouMean } from "./suggest.js";
import { a as visible } from "./text.js";
import { n as loadCodes } from "./registry2.js";
import { t as runWith } from "./given.js";

// src/core/codes/entry.ts
/** Where people meet a code; what each is called is said in the documentation. */
const PLACES = {
	configuration: "while configuration and documents are read: `countersign validate`, and before every plan",
	plan: "in a plan: the check `countersign/plan`, the comment, `countersign plan`",
	gate: "in the check `countersign/approval`, and in the log of the publish job",
	apply: "in the log and the follow-up of an apply, and in its receipts",
	verification: "`countersign verify`, and whatever reads the ledger",
	doctor: "in the log and the summary of `doctor`",
	CLI: "on the command line"
};

// src/cli/explain.ts
const definition = {
	name: "explain",
	help: ["Says what a code means, what to do next, and where it shows. Without CODE, lists every code by its topic.", "Exits with 1 for a code that there is not, and names those that are near."].join("\n"),
	options: { format: {
		type: "choice",
		values: ["text", "json"],
		description: "For people or for programs."
	} },
	positionals: {
		name: "CODE",
		minimum: 0,
		maximum: 1
	}
};
const command = {
	definition,
	run: (context) => runWith(context, definition, (given) => explainGiven(context, given))
};
async function explainGiven(context, given) {
	const topics = [...CORE_CODES, ...await loadCodes()];
	const all = topics.flatMap(explained);
	const [wanted] = given.positionals;
	const found = wanted === void 0 ? all : all.filter(({ code }) => code === wanted);
	if (wanted !== void 0 && found.length === 0) {
		context.stderr.write(unknown(wanted, all));
		return 1;
	}
	context.stdout.write(given.text("format") === "json" ? `${JSON.stringify({ codes: found }, null, 2)}\n` : wanted === void 0 ? listed(topics) : found.map(one).join(""));
	return 0;
}
function explained(topic) {
	return Object.entries(topic.codes).map(([code, { meaning, next, shows = topic.shows }]) => ({
		code,
		topic: topic.title,
		meaning,
		next,
		shows
	}));
}
function one({ code, topic, meaning, next, shows }) {
	return `${code} (${topic})\n\n  means  ${meaning}\n  next   ${next}\n  shows  ${shows.map((place) => PLACES[place]).join("\n         ")}\n`;
}
function listed(topics) {
	return topics.map(({ title, codes }) => {
		const width = Math.max(...Object.keys(codes).map((code) => code.length));
		return `${title}\n${Object.entries(codes).map(([code, { meaning }]) => `  ${code.padEnd(width)}  ${meaning}`).join("\n")}\n`;
	}).join("\n");
}
const WORDS_SHOWN = 8;
function unknown(wanted, all) {
	const codes = all.map(({ code }) => code);
	const hint = didYouMean(wanted, codes);
	const words = new Set(wanted.toLowerCase().split(/[^a-z0-9]+/u));
	const akin = codes.filter((code) => code.split("-").some((word) => word.length > 2 && words.has(word)));
	const near = hint !== "" || akin.length === 0 ? hint : `Near it: ${akin.slice(0, WORDS_SHOWN).join(", ")}. `;
	return `There is no code ${visible(wanted.slice(0, 80))}. ${near}Run 'countersign explain' for the list.\n`;
}

export { command };