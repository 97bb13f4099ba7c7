// src/core/first-problems.ts
/** Problems of one sort that are told of one document: what looks for the nearest name is not free, and nobody reads more at once. */
const TOLD = 20;
/** The first of many, and where the rest begins how many there are. */
function firstProblems(items, { each, rest }) {
	const [next, ...others] = items.slice(TOLD);
	const told = items.slice(0, TOLD).map(each);
	return next === void 0 ? told : [...told, rest(next, others.length + 1)];
}

export { firstProblems as t };