import { contractOn } from './contract-on.ts';

// Versions differ in what a login with CREATEROLE may do, in memberships' options and in catalogues, not in how a death is survived.
for (const major of [14, 16, 17, 18]) contractOn({ major, writers: ['a login with CREATEROLE'], killed: ['create'] });
