import { linkKind } from '../../../shared/ontology/index.ts';
import type { GraphLink, GraphNode } from '../../../shared/protocol/graph.requests.ts';
import { inLang, type Lang } from '../../app/words.ts';
import { countText, moneyText } from '../../parts/show.ts';

/** A link in one line: 甲 → 乙 付款 37笔 128.6万元. */
export function linkWords({ kind, source, target, rows, fen }: GraphLink, nodes: readonly GraphNode[], lang: Lang) {
  const name = (id: number) => nodes.find((node) => node.id === id)?.name ?? '';
  const stated = linkKind(kind);
  const count = lang === 'en' ? `${countText(rows)} rows` : `${countText(rows)}笔`;
  return [
    `${name(source)} ${stated?.directed === false ? '—' : '→'} ${name(target)}`,
    stated ? inLang(stated.words, lang) : kind,
    count,
    ...(fen === null ? [] : [moneyText(fen, lang)]),
  ].join(' ');
}
