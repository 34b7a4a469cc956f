import { linkKind, partyKind } from '../../../shared/ontology/index.ts';
import { guessMark } from '../../../shared/ontology/link-guess.ts';
import ownTransfer from '../../../shared/ontology/own-transfer.ts';
import type { GraphNode } from '../../../shared/protocol/graph.requests.ts';
import { currentLang, inLang } from '../../app/words.ts';
import type { Frame } from '../../graph/frames.ts';
import { shortName } from '../../graph/measure.ts';
import type { DrawnEdge } from '../../graph/sums.ts';
import { moneyText } from '../../parts/show.ts';

const say = (zh: string, en: string): string => (currentLang() === 'en' ? en : zh);

/** What is known of the party, else the larger side of its money: 付 1,942.6万元, paid 19.43 m. */
export function nodeDetail({ detail, inFen, outFen }: GraphNode): string {
  if (detail || inFen + outFen === 0) return shortName(detail);
  const side = outFen >= inFen ? say('付', 'paid') : say('收', 'got');
  const fen = Math.max(inFen, outFen);
  return `${side} ${shortMoney(fen)}`;
}

/** Where there is room for the figure alone: the legend names the currency, tooltip and inspector the amount. */
export const shortMoney = (fen: number): string =>
  currentLang() === 'en'
    ? moneyText(Math.round(fen / 100) * 100, 'en').replace(/^CNY |\.00$/g, '')
    : moneyText(fen, 'zh-CN');

/**
 * 37笔 128.6万元; 手工 亲属? where a person typed it, a question mark where it is only inferred; 同号? what two parties share, until a
 * person confirms it; 2024-07 or a day where the link is taken apart; ⇄ with both directions in it; 组内 inside a folded group.
 */
export function edgeLabel(edge: DrawnEdge): string {
  const { kind, rows, fen, manual, inferred, part, back } = edge;
  const lang = currentLang();
  const stated = linkKind(kind);
  if (stated && inferred && part === null) return `${inLang(stated.words, lang)}${guessMark({ inferred })}`;
  const counted = lang === 'en' ? `${rows} ${rows === 1 ? 'row' : 'rows'}` : `${rows}笔`;
  const typed = manual && manual.rows < rows ? say(`（手工${manual.rows}）`, ` (${manual.rows} by hand)`) : '';
  const isOwn = kind === ownTransfer.id;
  const count =
    stated?.byHand === undefined
      ? `${manual && typed === '' ? say('手工 ', 'by hand ') : ''}${counted}${typed}`
      : `${inLang(stated.words, lang)}${guessMark({ manual })}`;
  const sign = [
    isOwn ? inLang(ownTransfer.words, lang) : edge.source === edge.target ? say('组内', 'inside') : '',
    back ? '⇄' : '',
    when(edge),
  ].filter(Boolean);
  const head = [...sign, count].join(' ');
  return fen === null ? head : `${head}\n${moneyText(fen, lang)}`;
}

/** The month or the day a line stands for. */
function when({ part, first }: DrawnEdge): string {
  if (part === null) return '';
  if (part === 'rest') return say('其余', 'others');
  if (part === '') return say('无日期', 'no date');
  return /^\d{4}-\d{2}$/.test(part) ? part : (first ?? say('无日期', 'no date'));
}

export function frameName({ kind, name, drawnAs, members }: Frame): string {
  const type = inLang(partyKind(drawnAs)?.words ?? { zh: '', en: '' }, currentLang());
  if (kind === 'rest')
    return name === '' ? say(`其余 ${type}`, `other: ${type}`) : say(`${name} 其余人员`, `${name}: others`);
  return name === '' ? `${type} ${members.length}` : name;
}

export const insideWords = (count: number): string =>
  say(`含 ${count} 个主体`, `${count} ${count === 1 ? 'party' : 'parties'} inside`);
