import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Budget {
  name: string;
  files: string[];
  kilobytes: number;
}

/** What a phone on a weak line has to load, gzip, script and style together. */
const budgets: Budget[] = [
  { name: 'the element on foreign sites', files: ['embed/virtuelles-haus.js'], kilobytes: 15 },
  { name: 'the app of representatives', files: ['assets/house.js', 'assets/house.css'], kilobytes: 60 },
  { name: 'the desk', files: ['assets/desk.js', 'assets/desk.css'], kilobytes: 60 },
  // The participant page has 30 kB in all; the rest is for its HTML.
  { name: 'the participant page', files: ['assets/page.css', 'assets/join.js'], kilobytes: 27 },
];

/** Prints every size and throws if one is over its budget. */
export function checkBudgets(folder: string): void {
  const failed = budgets.map((budget) => check(budget, folder)).filter((sentence) => sentence !== undefined);
  if (failed.length > 0) throw new Error(failed.join('\n'));
}

function check({ name, files, kilobytes }: Budget, folder: string): string | undefined {
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  const size = (bytes / 1000).toFixed(1);
  console.log(`${files.join(' + ')}: ${size} kB gzip of ${String(kilobytes)} kB`);
  if (bytes <= kilobytes * 1000) return undefined;
  return (
    `Your build stopped because ${name} has grown to ${size} kB gzip; its budget is ${String(kilobytes)} kB. ` +
    'People open it on old phones. Please look at what your change imports, and load it later or leave it out. ' +
    'If it is worth its weight for them, raise the number in client/check-budgets.ts and say why in the commit.'
  );
}
