/** Version of this engine, as package.json has it; shown in assessments, part of no plan. */
export const VERSION = '0.1.0';
