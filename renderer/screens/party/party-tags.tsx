import { IconDots } from '@tabler/icons-react';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { HeldPost, PartyTag } from '../../../shared/protocol/tags.requests.ts';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { ByHand } from '../../parts/by-hand.tsx';
import { Head } from '../../parts/pane.tsx';
import { SourceLink } from '../../parts/source-link.tsx';
import { Answered, TooMany } from '../../parts/states.tsx';
import { tagName } from '../../parts/tag-filter.tsx';
import { ChangeTag, type TagChange } from './change-tag.tsx';
import { GiveTag } from './give-tag.tsx';
import type { Party } from './links.ts';
import { daysOfPost, type Given, groundOf, saidOf, spanOf } from './tag-words.ts';

/** 标签与任职: what persons said and what records say, apart; each derived tag and each post with its cell. */
export function PartyTags({ party }: { party: Party }) {
  const { t } = useWords();
  const [giving, setGiving] = useState(false);
  const read = useAnswer('tags.read', { party: party.id });
  return (
    <>
      <Head
        title={t('tags.filter')}
        extra={
          <Button size="small" onClick={() => setGiving(true)}>
            {t('tags.add')}
          </Button>
        }
      />
      <Answered query={read}>
        {({ tags, posts, postsTotal }) => (
          <>
            <div className="sec" style={{ padding: '2px 12px' }}>
              <Tags tags={tags} />
            </div>
            {posts.length > 0 && (
              <>
                <Head title={t('tags.posts')} sub={t('common.items', { count: postsTotal })} />
                <div className="sec" style={{ padding: '2px 12px' }}>
                  {posts.map((post, index) => (
                    <PostLine key={index} post={post} />
                  ))}
                  <TooMany shown={posts.length} total={postsTotal} />
                </div>
              </>
            )}
          </>
        )}
      </Answered>
      {giving && <GiveTag party={party} close={() => setGiving(false)} />}
    </>
  );
}

function Tags({ tags }: { tags: readonly PartyTag[] }) {
  const { t } = useWords();
  const [showsRemoved, setShowsRemoved] = useState(false);
  const isRemoved = ({ given }: PartyTag) => given !== null && given.removed !== null;
  const standing = tags.filter((tag) => !isRemoved(tag));
  const removed = tags.filter(isRemoved);
  return (
    <>
      {standing.length === 0 && <p className="t3 s12">{t('tags.none')}</p>}
      {[...standing, ...(showsRemoved ? removed : [])].map((tag, index) => (
        <TagLine key={tag.given?.id ?? `derived ${index}`} tag={tag} />
      ))}
      {removed.length > 0 && !showsRemoved && (
        <button type="button" className="link s12" onClick={() => setShowsRemoved(true)}>
          {t('tags.showRemoved', { count: removed.length })}
        </button>
      )}
    </>
  );
}

function TagLine({ tag: { tag, given, derived, source } }: { tag: PartyTag }) {
  const { t, lang } = useWords();
  const name = tagName(tag, lang);
  return (
    <div className="tag-line">
      <span className="row g6 wrap">
        <button type="button" className="chip" onClick={() => go('results', { text: '', tags: [tag] })}>
          {name}
        </button>
        {given ? <ByHand /> : <span className="t3 s12">{t('tags.derived')}</span>}
        {given?.removed && <span className="chip">{t('tags.removed')}</span>}
        {given && <span className="s12 t2">{spanOf(given, t)}</span>}
      </span>
      {given ? <TagMenu id={given.id} name={name} given={given} /> : source && <SourceLink source={source} short />}
      {given && (given.org !== '' || given.post !== '') && (
        <span className="said">{[given.org, given.post].filter(Boolean).join(' ')}</span>
      )}
      <span className="said s12 t3">{given ? saidOf(given, t) : derived && groundOf(derived, t, lang)}</span>
    </div>
  );
}

function TagMenu({ id, name, given }: { id: number; name: string; given: Given }) {
  const { t } = useWords();
  const [change, setChange] = useState<TagChange | null>(null);
  const possible: readonly TagChange[] = given.removed
    ? ['restore']
    : given.ended
      ? ['reopen', 'remove']
      : ['end', 'remove'];
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: possible.map((what) => ({ key: what, label: t(`tags.do.${what}`) })),
          onClick: ({ key }) => setChange(possible.find((what) => what === key) ?? null),
        }}
      >
        <Button
          type="text"
          size="small"
          aria-label={`${name} ${t('tags.more')}`}
          icon={<IconDots size={16} stroke={1.5} />}
        />
      </Dropdown>
      {change && <ChangeTag id={id} name={name} what={change} close={() => setChange(null)} />}
    </>
  );
}

/** One post with its days; a list of a conference says only when it was seen. */
function PostLine({ post }: { post: HeldPost }) {
  const { t } = useWords();
  const { party } = post;
  return (
    <div className="tag-line">
      <span className="col">
        <span className="b values-text">{post.post || t('common.empty')}</span>
        {party ? (
          <button
            type="button"
            className="link s12"
            style={{ textAlign: 'start' }}
            onClick={() => go('party', { id: party.id })}
          >
            {post.org}
          </button>
        ) : (
          <span className="s12 t2">{post.org}</span>
        )}
      </span>
      {post.source ? <SourceLink source={post.source} short /> : <ByHand />}
      <span className="said s12 t3">
        {[t(`tags.postFrom.${post.from}`), daysOfPost(post, t), post.reason].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}
