// src/core/access/assessed.ts
/** What the blocks of one plan may take together, so that a plan of ten thousand changes can still be handed on. */
const ACCESS_LIMITS = {
	/** Names in all lists. */
	names: 3e3,
	/** UTF-16 code units of all names. */
	characters: 12e4
};
const KINDS = [
	"gained",
	"lost",
	"kept",
	"repeated"
];
/** Whether somebody gains something that no change gives directly. */
function gainsAny(access) {
	return access.some((one) => one.kind === "known" && one.blocks.some(({ kind }) => kind === "gained"));
}
/** Sources of which nobody can tell all that a plan does to effective access: it was not read, or too much changes. */
function untoldIn(access) {
	return new Set(access.filter((one) => one.kind === "unknown" || one.left > 0).map(({ source }) => source));
}
/**
* Whether somebody gains something now where reviewers were shown that nobody does, or nothing: in all sources where no change gives
* anything directly, otherwise where they were told that it is not known.
* @param givesAny whether they were shown that something is given directly
*/
function gainsUnshown(shown, now, givesAny) {
	if (!givesAny && !gainsAny(shown)) return gainsAny(now);
	const untold = untoldIn(shown.filter((one) => !gainsAny([one])));
	return gainsAny(now.filter(({ source }) => untold.has(source)));
}
/** How many permissions it is about. */
function permissionsIn({ principals, resources, actions }) {
	return principals.count * resources.count * actions.count;
}

// src/core/access/room.ts
/** Names that a block keeps of each list where it does not fit as a whole. */
const KEPT = 20;
/** What a block takes of the limits. */
function sizeOf({ principals, resources, actions, way, instead }) {
	const names = [
		...[
			principals,
			resources,
			actions
		].flatMap((list) => list.names),
		...namesIn(way),
		...instead === null ? [] : namesIn(instead)
	];
	return {
		names: names.length,
		characters: names.reduce((sum, name) => sum + name.length, 0)
	};
}
function namesIn({ through, condition }) {
	return condition === null ? through : [...through, condition];
}
/**
* What fits of the blocks of all sources, in the order of their kinds and in their own; a large one with some of its names.
* `left`: permissions of the others, by where they are from.
*/
function withinRoom(blocks) {
	const room = { ...ACCESS_LIMITS };
	const placed = [];
	const left = /* @__PURE__ */ new Map();
	for (const kind of KINDS) for (const { from, block } of blocks.filter((one) => one.block.kind === kind)) {
		const fitting = [block, shortened(block)].find((one) => fits(sizeOf(one), room));
		if (fitting === void 0) {
			left.set(from, (left.get(from) ?? 0) + permissionsIn(block));
			continue;
		}
		const { names, characters } = sizeOf(fitting);
		room.names -= names;
		room.characters -= characters;
		placed.push({
			from,
			block: fitting
		});
	}
	return {
		placed,
		left
	};
}
function fits(size, room) {
	return size.names <= room.names && size.characters <= room.characters;
}
function shortened(block) {
	const some = ({ names, count }) => ({
		names: names.slice(0, KEPT),
		count
	});
	return {
		...block,
		principals: some(block.principals),
		resources: some(block.resources),
		actions: some(block.actions)
	};
}

export { gainsUnshown as a, KINDS as i, withinRoom as n, untoldIn as o, ACCESS_LIMITS as r, sizeOf as t };