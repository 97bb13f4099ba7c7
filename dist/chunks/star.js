// src/core/star.ts
/** Globs in which `*` stands for any characters, none included, and everything else for itself. */
/** Looks at each character at most once for every `*`-free piece, so that no glob can make it last. */
function fits(glob, text) {
	const [first = "", ...others] = glob.split("*");
	const last = others.pop();
	if (last === void 0) return glob === text;
	if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
	const end = text.length - last.length;
	let from = first.length;
	for (const piece of others) {
		const found = text.indexOf(piece, from);
		if (found === -1 || found + piece.length > end) return false;
		from = found + piece.length;
	}
	return true;
}
/**
* Whether there is a text that fits both. Where both have a star, their ends decide: the longer beginning, the pieces of the one,
* those of the other and the longer end make a text in which either's stars take what is the other's.
*/
function meet(left, right) {
	if (!left.includes("*")) return fits(right, left);
	if (!right.includes("*")) return fits(left, right);
	const [begin, otherBegin] = [left.slice(0, left.indexOf("*")), right.slice(0, right.indexOf("*"))];
	const [end, otherEnd] = [left.slice(left.lastIndexOf("*") + 1), right.slice(right.lastIndexOf("*") + 1)];
	return (begin.startsWith(otherBegin) || otherBegin.startsWith(begin)) && (end.endsWith(otherEnd) || otherEnd.endsWith(end));
}

export { meet as n, fits as t };