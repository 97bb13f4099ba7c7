import { contractOn } from './contract-on.ts';

contractOn({ writers: ['a superuser', 'a login with CREATEROLE'] });
