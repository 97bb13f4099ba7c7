import { configureProperties } from './property-seed.ts';

// Before each test file, in its process.
configureProperties(process.env);
