import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/** The page that draws the chart alone, as one script. */
export async function chartScript(): Promise<string> {
  const root = process.cwd();
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    root,
    build: {
      write: false,
      target: 'chrome130',
      minify: false,
      rolldownOptions: { input: join(root, 'test/speed/chart-page.ts') },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}
