// Runs after npm ci and before start, test and check under whatever Node npm found, and makes sure that what follows
// runs on Node 26.
import { existsSync, symlinkSync } from 'node:fs';

const NEEDED = 26;
const pinned = `node_modules/node-${process.platform}-${process.arch}/bin/node`;
const link = 'node_modules/.bin/node';

// npm 10 installs the pinned Node and forgets to link it, because two packages (one a platform) offer the name.
if (existsSync(pinned) && !existsSync(link)) symlinkSync(`../../${pinned}`, link);

if (Number(process.versions.node.split('.')[0]) < NEEDED && !existsSync(link)) {
  console.error(
    `The house needs Node ${NEEDED} or newer, and this is ${process.version}. On Linux (x64, arm64) "npm ci" brings it along; elsewhere please install it.`,
  );
  process.exit(1);
}
