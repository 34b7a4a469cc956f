import { partyKind } from '../../../shared/ontology/index.ts';
import type { HeldPost, PartyTag } from '../../../shared/protocol/tags.requests.ts';
import { inLang, type Lang, type useWords } from '../../app/words.ts';
import { instantText } from '../../parts/show.ts';

export type Given = NonNullable<PartyTag['given']>;

type T = ReturnType<typeof useWords>['t'];

/** From when to when a given tag holds; '' where nothing is said. */
export function spanOf({ from, to, ended }: Given, t: T): string {
  const last = ended?.day ?? to;
  if (from && last) return t('tags.span', { from, to: last });
  if (from) return t('tags.since', { from });
  return last ? t('tags.until', { to: last }) : '';
}

/** Who gave, ended and removed a tag, when and why. */
export function saidOf({ at, actor, reason, ended, removed }: Given, t: T): string {
  const day = (instant: string) => instantText(instant).slice(0, 10);
  return [
    t('tags.givenBy', { at: day(at), actor, reason }),
    ended && t('tags.endedBy', { at: day(ended.at), actor: ended.actor, reason: ended.reason }),
    removed && t('tags.removedBy', { at: day(removed.at), actor: removed.actor, reason: removed.reason }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What a derived tag follows from. */
export function groundOf({ ground, words }: NonNullable<PartyTag['derived']>, t: T, lang: Lang): string {
  const kind = ground === 'kind' ? partyKind(words) : undefined;
  return t(`tags.ground.${ground}`, { words: kind ? inLang(kind.words, lang) : words });
}

/** The days of a post; a list of a conference says only when it was seen. */
export function daysOfPost({ from: where, firstDay, lastDay }: HeldPost, t: T): string {
  if (where === 'conference' && firstDay && lastDay)
    return firstDay === lastDay
      ? t('tags.seenOnce', { from: firstDay })
      : t('tags.seen', { from: firstDay, to: lastDay });
  if (firstDay && lastDay) return t('tags.span', { from: firstDay, to: lastDay });
  if (firstDay) return t('tags.since', { from: firstDay });
  return lastDay ? t('tags.until', { to: lastDay }) : t('tags.undated');
}
