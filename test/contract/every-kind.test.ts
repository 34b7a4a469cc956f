import { expect, test } from 'vitest';
import { migrate, openStore } from '../../electron/core/store/connect.ts';
import { families } from '../../shared/ontology/families.ts';
import { glyphs } from '../../shared/ontology/glyphs.ts';
import { drawnAs, linkKind, linkKinds, partyKind, partyKinds } from '../../shared/ontology/index.ts';
import {
  type AsideSource,
  type EdgeSource,
  type LinkKind,
  type PartyKind,
  storedPartyKinds,
} from '../../shared/ontology/kind.ts';

const files = import.meta.glob<PartyKind | LinkKind>('../../shared/ontology/*.kind.ts', {
  eager: true,
  import: 'default',
});
const parties: readonly PartyKind[] = partyKinds;
const links: readonly LinkKind[] = linkKinds;
const kebab = (id: string) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test('every kind file is in the list, under the name of its id, and nothing else is', () => {
  const inFolder = Object.entries(files).map(([path, kind]) => `${path.split('/').at(-1)} holds ${kind.id}`);
  const inList = [...parties, ...links].map((kind) => `${kebab(kind.id)}.kind.ts holds ${kind.id}`);
  expect(inList.toSorted()).toEqual(inFolder.toSorted());
});

test('every id is used once', () => {
  const ids = [...parties, ...links].map((kind) => kind.id);
  expect(ids).toEqual([...new Set(ids)]);
});

test('every kind is named in both languages, and no two kinds of a sort share a name', () => {
  for (const kinds of [parties, links])
    for (const language of ['zh', 'en'] as const) {
      const words = kinds.map((kind) => kind.words[language]);
      expect(words.filter((word) => word.trim() === '')).toEqual([]);
      expect(words).toEqual([...new Set(words)]);
    }
});

test('every stored kind of party is drawn, and each stored kind and role by one kind', () => {
  for (const stored of storedPartyKinds) {
    const drawn = partyKind(drawnAs(stored, null));
    expect(drawn?.draws).toEqual({ kind: stored });
  }
  for (const kind of parties) expect(drawnAs(kind.draws.kind, kind.draws.role ?? null)).toBe(kind.id);
});

test('a role never seen before does not hide what kind of party it is', () => {
  expect(drawnAs('hospital', 'something-new')).toBe('hospital');
  expect(drawnAs('something-new', null)).toBe('org');
});

test('colour is never the only carrier: within a family, shape and glyph tell kinds apart', () => {
  for (const kind of parties) {
    expect(families).toHaveProperty(kind.family);
    expect(glyphs[kind.glyph].length).toBeGreaterThan(0);
  }
  const marks = parties.map((kind) => `${kind.shape} ${kind.glyph}`);
  expect(marks).toEqual([...new Set(marks)]);
});

test('every glyph is stroke path data that a 24 × 24 box can show', () => {
  for (const path of Object.values(glyphs).flat()) expect(path).toMatch(/^[Mm][\dMmLlHhVvCcSsQqTtAaZz,.\s-]+$/);
});

test('every link kind asks columns that its view has', () => {
  const store = openStore(':memory:', null, { create: true });
  migrate(store);
  const ask = (source: EdgeSource | AsideSource, more: readonly (string | undefined)[]) => {
    const columns = [
      source.rows,
      source.from,
      source.to,
      source.amount,
      source.on,
      source.time,
      ...source.text,
      ...more,
    ].filter((c) => c !== undefined);
    const have = store.db.prepare('select name from pragma_table_xinfo(?)').pluck().all(source.view);
    expect(columns.filter((column) => !have.includes(column))).toEqual([]);
  };
  for (const kind of links) {
    ask(kind.edge, [kind.edge.only?.column]);
    if (kind.aside) ask(kind.aside, [kind.aside.why]);
  }
  store.close();
});

test('a kind that carries money says in which column, one that does not names none', () => {
  for (const kind of links) expect([kind.id, kind.edge.amount !== undefined]).toEqual([kind.id, kind.money !== null]);
});

test('an unknown id is answered with nothing', () => {
  expect(partyKind('nobody')).toBeUndefined();
  expect(linkKind('nothing')).toBeUndefined();
});
