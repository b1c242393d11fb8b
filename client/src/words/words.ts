import { common } from './de-sie/common.js';
import { desk } from './de-sie/desk.js';
import { house } from './de-sie/house.js';
import { shell } from './de-sie/shell.js';

/**
 * What every wording must say. A further wording (`de-du`, `de-leicht`, `en`) is one folder beside `de-sie`
 * whose texts have these types; a missing key is a type error.
 */
export interface Words {
  common: typeof common;
  shell: typeof shell;
  house: typeof house;
  desk: typeof desk;
}

// One constant an audience, so that a bundle carries only the texts it shows.
export const commonWords: Words['common'] = common;
export const shellWords: Words['shell'] = shell;
export const houseWords: Words['house'] = house;
export const deskWords: Words['desk'] = desk;
