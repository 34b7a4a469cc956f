import { Button } from 'antd';
import { useState } from 'react';
import { linkKind, partyKind } from '../../../shared/ontology/index.ts';
import type { ManualEntry } from '../../../shared/protocol/manual.requests.ts';
import { go } from '../../app/store.ts';
import { actorText, inLang, type Lang, useWords } from '../../app/words.ts';
import { ByHand } from '../../parts/by-hand.tsx';
import { Head } from '../../parts/pane.tsx';
import { instantText } from '../../parts/show.ts';
import { changeEntry } from './entry-asked.ts';
import { RemoveEntry } from './remove-entry.tsx';

/** One entry: what was typed, on what ground, by whom and when, what it replaced, and why it was taken back. */
export function EntryDetail({ entry, select }: { entry: ManualEntry | undefined; select: (entry: number) => void }) {
  const { t, lang } = useWords();
  const [removing, setRemoving] = useState(false);
  if (!entry) {
    return (
      <p className="t3" style={{ padding: 14 }}>
        {t('manual.pick')}
      </p>
    );
  }
  const stands = entry.state === 'standing';
  return (
    <>
      <Head
        tall
        title={t('manual.detail', { entry: entry.entry })}
        sub={<ByHand />}
        extra={
          <span className="row g6">
            {entry.state !== 'replaced' && (
              <Button size="small" onClick={() => changeEntry(entry)}>
                {t(stands ? 'manual.edit' : 'manual.restore')}
              </Button>
            )}
            {stands && (
              <Button size="small" onClick={() => setRemoving(true)}>
                {t('manual.remove')}
              </Button>
            )}
          </span>
        }
      />
      <div className="grow scroll">
        <div className="sec">
          <dl className="kv">
            <dt>{t('manual.cols.what')}</dt>
            <dd>{inLang(entry.title, lang)}</dd>
            <dt>{t('manual.ground')}</dt>
            <dd className="b" style={{ userSelect: 'text' }}>
              {entry.reason}
            </dd>
            <dt>{t('manual.by')}</dt>
            <dd>
              {instantText(entry.at)} {actorText(entry.actor)}
            </dd>
            {entry.replaces !== null && (
              <>
                <dt />
                <dd>
                  <EntryLink
                    entry={entry.replaces}
                    select={select}
                    words={t('manual.replaces', { entry: entry.replaces })}
                  />
                </dd>
              </>
            )}
            {entry.replacedBy !== null && (
              <>
                <dt />
                <dd>
                  <EntryLink
                    entry={entry.replacedBy}
                    select={select}
                    words={t('manual.replacedBy', { entry: entry.replacedBy })}
                  />
                </dd>
              </>
            )}
          </dl>
          {entry.state === 'removed' && entry.removedAt !== null && (
            <p className="note mid" style={{ marginTop: 8 }}>
              {t('manual.removedLine', {
                at: instantText(entry.removedAt),
                by: entry.removedBy ?? '',
                reason: entry.removeReason ?? '',
              })}
            </p>
          )}
        </div>
        <div className="sec">
          <div className="row between" style={{ marginBottom: 4 }}>
            <h3 className="h3">{t('manual.typed')}</h3>
            {entry.rowId !== null && (
              <button type="button" className="src s12" onClick={() => go('source', { rowId: entry.rowId ?? 0 })}>
                {t('manual.document')}
              </button>
            )}
          </div>
          <dl className="kv" style={{ userSelect: 'text' }}>
            {entry.values.map((each) => (
              <div key={each.field} style={{ display: 'contents' }}>
                <dt className="s12">{inLang(each.label, lang)}</dt>
                <dd>{typedWords(entry, each, lang)}</dd>
              </div>
            ))}
          </dl>
        </div>
        {entry.parties.length > 0 && (
          <div className="sec row g6" style={{ flexWrap: 'wrap' }}>
            {entry.parties.map((party) => (
              <button key={party.id} type="button" className="src" onClick={() => go('party', { id: party.id })}>
                {party.name}
              </button>
            ))}
          </div>
        )}
      </div>
      {removing && <RemoveEntry entry={entry} close={() => setRemoving(false)} />}
    </>
  );
}

function EntryLink({ entry, select, words }: { entry: number; select: (entry: number) => void; words: string }) {
  return (
    <button type="button" className="src" onClick={() => select(entry)}>
      {words}
    </button>
  );
}

/** What was typed, with kinds and certainty in the reader's words. */
export function typedWords(
  { what }: Pick<ManualEntry, 'what'>,
  { field, text }: Pick<ManualEntry['values'][number], 'field' | 'text'>,
  lang: Lang,
): string {
  if (field === 'kind' && what === 'party') return inLang(partyKind(text)?.words ?? { zh: text, en: text }, lang);
  if (field === 'kind' && what === 'link')
    return inLang(linkKind(`hand-${text}`)?.words ?? { zh: text, en: text }, lang);
  if (field === 'certainty')
    return inLang(text === 'inferred' ? { zh: '推断', en: 'inferred' } : { zh: '已证实', en: 'confirmed' }, lang);
  return text;
}
