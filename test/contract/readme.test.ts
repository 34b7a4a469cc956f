import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { models } from '../../electron/core/models/index.ts';
import { sheets } from '../../electron/core/sheets/index.ts';
import { linkKinds, partyKinds } from '../../shared/ontology/index.ts';
import type { LinkKind, PartyKind } from '../../shared/ontology/kind.ts';

const path = join(import.meta.dirname, '../../README.md');
const MARKED = /(<!-- lists[^>]*-->\n)([\s\S]*?)(<!-- \/lists -->)/;

/** The lists of the README as the registries have them. `UPDATE_README=1 npm test` writes them. */
function lists(): string {
  const rows = (all: readonly { id: string; title: { zh: string; en: string } }[]) =>
    all.map(({ id, title }) => `| \`${id}\` | ${title.zh} | ${title.en} |`).join('\n');
  const words = (all: ReadonlyArray<PartyKind | LinkKind>) => all.map(({ words: w }) => w.zh).join(' · ');
  return `
### Models
| id | 中文 | English |
|---|---|---|
${rows(models)}

### Sheets
| id | 中文 | English |
|---|---|---|
${rows(sheets)}

### Kinds
Parties: ${words(partyKinds)}.
Links: ${words(linkKinds)}.

`;
}

test('the README lists every model, sheet and kind that there is, and none that there is not', () => {
  const readme = readFileSync(path, 'utf8');
  if (process.env.UPDATE_README)
    writeFileSync(
      path,
      readme.replace(MARKED, (_, start: string, __, end: string) => start + lists() + end),
    );
  expect(MARKED.exec(readFileSync(path, 'utf8'))?.[2]).toBe(lists());
});
