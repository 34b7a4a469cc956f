import { Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { isDay } from '../../../shared/evidence/day.ts';
import { type TagId, tagGroups, tags } from '../../../shared/ontology/tags.ts';
import { inLang, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { DayField } from '../../parts/day-field.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { tagName } from '../../parts/tag-filter.tsx';
import type { Party } from './links.ts';

/** Tags that say what post somebody held. */
const posts: readonly TagId[] = ['post.key_few', 'post.key_post'];

/** Gives the party a tag, with the reason; a post also with employer and days. */
export function GiveTag({ party, close }: { party: Party; close: () => void }) {
  const { t, lang } = useWords();
  const { say } = useAsk();
  const [tag, setTag] = useState<TagId | null>(null);
  const [post, setPost] = useState({ post: '', org: '', from: '', to: '' });
  const isPost = tag !== null && posts.includes(tag);
  const isDated = tag !== 'post.watched' && tag !== 'post.ruled_out';
  const days = [post.from, post.to];
  const field = (label: string, control: ReactNode) => (
    <span className="setting-line">
      <span className="t2">{label}</span>
      {control}
    </span>
  );
  return (
    <ReasonDialog
      title={t('tags.addTitle', { name: party.name })}
      okText={t('tags.add')}
      reasonLabel={t('tags.reason')}
      unready={tag === null || days.some((day) => day !== '' && !isDay(day))}
      send={(reason) =>
        client.request('tags.add', {
          party: party.id,
          tag: tag ?? 'post.watched',
          ...(isPost && { post: post.post, org: post.org }),
          ...(isDated && { from: post.from || null, to: post.to || null }),
          reason,
        })
      }
      done={() => {
        if (tag) say(t('tags.added', { tag: tagName(tag, lang) }));
        close();
      }}
      close={close}
    >
      <div className="col g6" style={{ marginBottom: 10 }}>
        {field(
          t('tags.tag'),
          <Select<TagId>
            autoFocus
            aria-label={t('tags.tag')}
            placeholder={t('tags.pick')}
            {...(tag && { value: tag })}
            onChange={setTag}
            options={tagGroups.map(({ id: group, words }) => ({
              label: inLang(words, lang),
              options: tags
                .filter((each) => each.group === group)
                .map(({ id, words: own }) => ({ value: id, label: inLang(own, lang) })),
            }))}
          />,
        )}
        {isPost &&
          (['org', 'post'] as const).map((name) => (
            <span key={name} className="setting-line">
              <span className="t2">{t(`tags.${name}`)}</span>
              <Input
                aria-label={t(`tags.${name}`)}
                maxLength={200}
                value={post[name]}
                onChange={(event) => setPost({ ...post, [name]: event.target.value })}
              />
            </span>
          ))}
        {isDated &&
          tag !== null &&
          field(
            t('tags.days'),
            <span className="row g6">
              <DayField label={t('tags.from')} text={post.from} change={(from) => setPost({ ...post, from })} />
              –
              <DayField label={t('tags.to')} text={post.to} change={(to) => setPost({ ...post, to })} />
            </span>,
          )}
      </div>
    </ReasonDialog>
  );
}
