// Says in one sentence what is missing, instead of a syntax error from an old Node.
const [major] = process.versions.node.split('.');
if (Number(major) < 26) {
  console.error(
    `The house needs Node 26 or newer, and this is ${process.version}. On Linux (x64, arm64) "npm ci" brings it along; elsewhere please install it.`,
  );
  process.exit(1);
}
