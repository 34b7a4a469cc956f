import { fill } from '../../../../shared/plain/fill.ts';
import { chartFile as en } from '../../../../shared/text/en/chart-file.ts';
import type { WordsLike } from '../../../../shared/text/words.ts';
import { chartFile as zh } from '../../../../shared/text/zh-CN/chart-file.ts';
import { TOOL } from '../../tool.ts';
import type { ChartData } from './chart-data.ts';

export const fileWords = (lang: ChartData['lang']): WordsLike<typeof zh> => (lang === 'en' ? en : zh);

/** What every file of the chart says of itself: which case, how secret, how much of it, for whose eyes, and up to which entry of the journal. */
export function stamp(data: ChartData): string[] {
  const words = fileWords(data.lang);
  const { parties, links, of, number, classification, level, purpose, actor, at, head } = data;
  const guesses = links.filter(({ guess }) => guess).length;
  const folded = data.places.filter((place) => place.parties.length > 1);
  const line = (key: keyof typeof words.stamp, params: Record<string, string | number>) =>
    fill(words.stamp[key] ?? '', params);
  return [
    line('case', { title: data.title, number: number || '—', classification: classification || words.unmarked }),
    line('holds', { parties: parties.length, allParties: of.parties, links: links.length, allLinks: of.links }),
    ...(folded.length > 0
      ? [line('folded', { n: folded.reduce((sum, place) => sum + place.parties.length, 0), groups: folded.length })]
      : []),
    ...(guesses > 0 ? [line('guesses', { n: guesses })] : []),
    line('mask', { level: words.masks[level] }),
    ...(purpose ? [line('purpose', { purpose })] : []),
    line('made', { at: at.toISOString(), actor: actor || '—', tool: TOOL }),
    line('head', { seq: head.seq, hash: head.hash }),
    words.stamp.lead,
  ];
}
