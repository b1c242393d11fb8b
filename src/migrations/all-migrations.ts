import { OpenTheHouse1763760000000 } from './1763760000000-open-the-house.js';

/** Every step of the schema, oldest first. */
export const migrations = [OpenTheHouse1763760000000];
