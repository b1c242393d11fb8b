import { defineConfig, type EnvironmentOptions } from 'vite';
import { checkBudgets } from './client/check-budgets.ts';

const OUT = 'dist/client';

/**
 * One bundle each, with stable names: no bundle shares a chunk with another, so that a page loads exactly
 * one script. `vite build` makes them all and checks their sizes.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  builder: {
    async buildApp(builder) {
      for (const name of ['embed', 'house', 'desk', 'page', 'join']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
      checkBudgets(OUT);
    },
  },
  environments: {
    embed: bundle('embed', 'client/src/embed/virtuelles-haus.ts'),
    house: bundle('assets', 'client/src/house/main.ts', 'house'),
    desk: bundle('assets', 'client/src/desk/main.ts', 'desk'),
    page: bundle('assets', 'client/src/join/page.css', 'page'),
    join: bundle('assets', 'client/src/join/main.ts', 'join'),
  },
});

function bundle(folder: string, entry: string, name = 'virtuelles-haus'): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: OUT,
      emptyOutDir: false,
      // Tablets and phones that are some years old belong to our people. Younger functions `lib` in client/tsconfig.json refuses.
      target: ['safari15', 'chrome100', 'firefox100'],
      modulePreload: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { [name]: entry },
        output: {
          // The element is a classic script: it must know the address it was loaded from.
          format: folder === 'embed' ? 'iife' : 'es',
          entryFileNames: `${folder}/[name].js`,
          assetFileNames: `${folder}/[name][extname]`,
        },
      },
    },
  };
}
