// src/version.ts
/** Version of this engine, as package.json has it; shown in assessments, part of no plan. */
const VERSION = "0.1.0";

export { VERSION as t };