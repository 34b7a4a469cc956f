/** `node build/sample/write.ts OUTDIR [--size S|M|L] [--all] [--seed 1] [--noise 0.5] [--no-lookalikes] [--no-schemes] [--clean] [--guide]` */
import { parseArgs } from 'node:util';
import { writeCase } from './generate.ts';
import { noSchemes, type SampleOptions, type SampleSize } from './options.ts';
import { guideText } from './truth/guide-text.ts';
import { writeSample } from './write-sample.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: 'S' },
    seed: { type: 'string', default: '1' },
    noise: { type: 'string', default: '0.5' },
    all: { type: 'boolean', default: false },
    'no-lookalikes': { type: 'boolean', default: false },
    'no-schemes': { type: 'boolean', default: false },
    clean: { type: 'boolean', default: false },
    guide: { type: 'boolean', default: false },
  },
});
const [directory] = positionals;
const isSize = (text: string): text is SampleSize => text === 'S' || text === 'M' || text === 'L';
if (directory === undefined || !isSize(values.size)) {
  console.error(
    'node build/sample/write.ts OUTDIR [--size S|M|L] [--all] [--seed 1] [--noise 0.5] [--no-lookalikes] [--no-schemes] [--clean] [--guide]',
  );
  process.exit(2);
}
const options: SampleOptions = {
  seed: Number(values.seed),
  size: values.size,
  noise: Number(values.noise),
  scope: values.all ? 'all' : 'core',
  lookalikes: !values['no-lookalikes'],
  clean: values.clean,
  ...(values['no-schemes'] ? { schemes: noSchemes } : {}),
};
const names = writeSample(directory, options);
console.log(`${names.length} files in ${directory}`);
// the guided task with the answers of this sample, as it stands in README.md
if (values.guide) console.log(guideText(writeCase(options).truth.guide));
