import { n as loadCodes, r as loadProviders, t as loadApplier } from "./registry2.js";

export { loadProviders };