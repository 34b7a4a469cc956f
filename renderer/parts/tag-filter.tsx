import { IconTags, IconX } from '@tabler/icons-react';
import { Button, Popover } from 'antd';
import { type TagId, tagGroups, tagOf, tags } from '../../shared/ontology/tags.ts';
import { inLang, useWords } from '../app/words.ts';
import { countText } from './show.ts';

interface TagChoiceProps {
  readonly wanted: readonly TagId[];
  readonly change: (wanted: readonly TagId[]) => void;
  /** how many of the list carry each tag; absent while it is on its way */
  readonly counts: Readonly<Record<string, number>> | undefined;
}

/** 标签: the button that every list has; it opens the tags with how many carry each. */
export function TagFilter({ note, ...choice }: TagChoiceProps & { readonly note?: string }) {
  const { t } = useWords();
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title={t('tags.filterTitle')}
      content={
        <div className="col g6" style={{ width: 360 }}>
          <TagChoice {...choice} />
          <span className="t3 s12">{[t('tags.filterNote'), note].filter(Boolean).join(' · ')}</span>
        </div>
      }
    >
      <Button size="small" icon={<IconTags size={15} stroke={1.5} />}>
        {t('tags.filter')}
        {choice.wanted.length > 0 && ` ${choice.wanted.length}`}
      </Button>
    </Popover>
  );
}

/** The tags to choose from, by group; chosen ones are pressed. */
export function TagChoice({ wanted, change, counts }: TagChoiceProps) {
  const { lang } = useWords();
  const toggle = (id: TagId) => change(wanted.includes(id) ? wanted.filter((each) => each !== id) : [...wanted, id]);
  return (
    <>
      {tagGroups.map(({ id: group, words }) => (
        <fieldset key={group} className="tag-group">
          <legend className="t3 s12">{inLang(words, lang)}</legend>
          {tags
            .filter((tag) => tag.group === group)
            .map((tag) => (
              <button
                key={tag.id}
                type="button"
                className={wanted.includes(tag.id) ? 'chip on' : 'chip'}
                aria-pressed={wanted.includes(tag.id)}
                onClick={() => toggle(tag.id)}
              >
                {inLang(tag.words, lang)}
                {counts && <span className="t3">{countText(counts[tag.id] ?? 0)}</span>}
              </button>
            ))}
        </fieldset>
      ))}
    </>
  );
}

/** Each tag that is filtered by, to be dropped alone. */
export function ChosenTags({ wanted, change }: Omit<TagChoiceProps, 'counts'>) {
  const { t, lang } = useWords();
  return wanted.map((id) => {
    const what = tagName(id, lang);
    return (
      <button
        key={id}
        type="button"
        className="chip on"
        aria-label={t('tags.drop', { what })}
        onClick={() => change(wanted.filter((each) => each !== id))}
      >
        {what}
        <IconX size={12} stroke={1.75} aria-hidden />
      </button>
    );
  });
}

/** The tags of a row, as quiet chips. */
export function TagChips({ held }: { readonly held: readonly TagId[] }) {
  const { lang } = useWords();
  return held.map((id) => (
    <span key={id} className="chip">
      {tagName(id, lang)}
    </span>
  ));
}

/** A tag in the reader's language. */
export function tagName(id: TagId, lang: Parameters<typeof inLang>[1]): string {
  const tag = tagOf(id);
  return tag ? inLang(tag.words, lang) : id;
}
