/** `node build/sample/write.ts OUTDIR [--size S|M] [--seed 1] [--noise 0.5] [--no-lookalikes] [--no-schemes] [--clean]` */
import { parseArgs } from 'node:util';
import type { SampleSize } from './options.ts';
import { writeSample } from './write-sample.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: 'S' },
    seed: { type: 'string', default: '1' },
    noise: { type: 'string', default: '0.5' },
    'no-lookalikes': { type: 'boolean', default: false },
    'no-schemes': { type: 'boolean', default: false },
    clean: { type: 'boolean', default: false },
  },
});
const [directory] = positionals;
const isSize = (text: string): text is SampleSize => text === 'S' || text === 'M';
if (directory === undefined || !isSize(values.size)) {
  console.error(
    'node build/sample/write.ts OUTDIR [--size S|M] [--seed 1] [--noise 0.5] [--no-lookalikes] [--no-schemes] [--clean]',
  );
  process.exit(2);
}
const names = writeSample(directory, {
  seed: Number(values.seed),
  size: values.size,
  noise: Number(values.noise),
  lookalikes: !values['no-lookalikes'],
  clean: values.clean,
  ...(values['no-schemes'] ? { schemes: { S01: 0, S03: 0, S05: 0, S07: 0, S19: 0 } } : {}),
});
console.log(`${names.length} files in ${directory}`);
