import { n as loadProviders, t as loadApplier } from "./registry2.js";

export { loadProviders };