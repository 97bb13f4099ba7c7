// src/core/schema/suggest.ts
const MAXIMUM_LENGTH = 64;
/** The candidate that was probably meant: at most two edits away, and fewer for short words, or a key of some of its words. Null when none is near. */
function suggest(word, candidates) {
	if (word.length > MAXIMUM_LENGTH) return null;
	const tolerance = word.length <= 3 ? 1 : 2;
	return candidates.filter((candidate) => candidate !== word && Math.abs(candidate.length - word.length) <= tolerance).map((candidate) => ({
		candidate,
		distance: distance(word.toLowerCase(), candidate.toLowerCase())
	})).filter((found) => found.distance <= tolerance).toSorted((left, right) => left.distance - right.distance)[0]?.candidate ?? shortened(word, candidates);
}
const KEY = /^[a-z]+(?:[A-Z][a-z]*)+$/u;
/** A key of two words or more that leaves out words of another: `automountToken` of `automountServiceAccountToken`. */
function shortened(word, candidates) {
	if (!KEY.test(word)) return null;
	const [written, ...others] = candidates.filter((candidate) => KEY.test(candidate) && leavesOut(word, candidate));
	return written !== void 0 && others.length === 0 ? written : null;
}
function leavesOut(word, candidate) {
	const all = wordsOf(word);
	const kept = wordsOf(candidate);
	let next = 0;
	for (const one of all) if (one === kept[next]) next += 1;
	return next === kept.length && kept.length < all.length;
}
function wordsOf(key) {
	return key.split(/(?=[A-Z])/u).map((one) => one.toLowerCase());
}
/** Edits (insertion, deletion, substitution, swap of neighbours) from one word to another. */
function distance(from, to) {
	const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
	for (let row = 1; row <= from.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= to.length; column += 1) current.push(cell(rows, current, row, column));
		rows.push(current);
	}
	return rows[from.length]?.[to.length] ?? 0;
	function cell(done, current, row, column) {
		const same = from[row - 1] === to[column - 1];
		const replace = (done[row - 1]?.[column - 1] ?? 0) + (same ? 0 : 1);
		const least = Math.min((done[row - 1]?.[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replace);
		return row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1] ? Math.min(least, (done[row - 2]?.[column - 2] ?? 0) + 1) : least;
	}
}
/** " Did you mean …?" or nothing. */
function didYouMean(word, candidates) {
	const found = suggest(word, candidates);
	return found === null ? "" : `Did you mean "${found}"? `;
}

export { suggest as n, didYouMean as t };