import { t as CountersignError } from "./errors.js";

// src/providers/registry.ts
/** Every system by its name in the configuration. Each is loaded when it is first asked for. */
const REGISTRATIONS = {
	aws: {
		provider: async () => (await import("./aws.js")).aws,
		applier: async () => (await import("./applier.js")).awsApplier(),
		codes: async () => (await import("./codes3.js")).AWS_CODES
	},
	kubernetes: {
		provider: async () => (await import("./kubernetes.js")).kubernetes,
		applier: async () => (await import("./applier2.js")).kubernetesApplier,
		codes: async () => (await import("./codes4.js")).KUBERNETES_CODES
	},
	memory: {
		provider: async () => (await import("./memory.js")).memory,
		applier: async () => (await import("./applier3.js")).memoryApplier(),
		codes: () => Promise.resolve([])
	},
	postgres: {
		provider: async () => (await import("./postgres.js")).postgres,
		applier: async () => (await import("./applier4.js")).postgresApplier(),
		codes: async () => (await import("./codes5.js")).POSTGRES_CODES
	}
};
/** Everything that plans: readers, schemas, comparison. Nothing here can write. */
async function loadProviders() {
	const loaded = await Promise.all(Object.values(REGISTRATIONS).map(async ({ provider }) => await provider()));
	return new Map(loaded.map((provider) => [provider.name, provider]));
}
/** What every provider's codes mean. */
async function loadCodes() {
	return (await Promise.all(Object.values(REGISTRATIONS).map(async ({ codes }) => await codes()))).flat();
}
/** The writing half of one system. @throws CountersignError `provider-unknown`. */
async function loadApplier(name) {
	const registration = Object.hasOwn(REGISTRATIONS, name) ? REGISTRATIONS[name] : void 0;
	if (registration !== void 0) return await registration.applier();
	const names = [...(await loadProviders()).values()].flatMap((one) => one.hidden === true ? [] : [one.name]);
	throw new CountersignError("provider-unknown", "The configuration names a provider that does not exist.", {
		evidence: name.slice(0, 100),
		mend: `Use one of ${names.join(", ")}.`
	});
}

export { loadCodes as n, loadProviders as r, loadApplier as t };