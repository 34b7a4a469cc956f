import { AutoComplete, Button, Input, Modal } from 'antd';
import { useDeferredValue, useState } from 'react';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Entity } from '../../parts/mark.tsx';
import { ProblemNote } from '../../parts/states.tsx';
import type { Party } from './links.ts';

/** Joins this party with another one by hand: find it, see why not where that is so, say the ground. */
export function MergeParty({ party }: { party: Party }) {
  const { t } = useWords();
  const { attempt, say } = useAsk();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [other, setOther] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const wanted = useDeferredValue(text.trim());
  const found = useAnswer(
    'parties.list',
    { text: wanted, limit: 12, sort: 'rows' },
    { enabled: isOpen && other === null && wanted !== '', keep: true },
  );
  const pair = useAnswer('parties.compare', { a: party.id, b: other ?? party.id }, { enabled: other !== null });
  const rows = wanted === '' ? [] : (found.data?.rows ?? []).filter(({ id }) => id !== party.id);
  const close = () => {
    setOpen(false);
    setText('');
    setOther(null);
    setReason('');
  };
  const merge = async () => {
    if (other === null) return;
    setBusy(true);
    const done = await attempt(() => client.request('parties.merge', { a: party.id, b: other, reason: reason.trim() }));
    setBusy(false);
    if (!done) return;
    say(t('alike.merge.done', { name: party.name }));
    close();
    if (done.party !== party.id) go('party', { id: done.party });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('alike.merge.action')}</Button>
      <Modal
        open={isOpen}
        centered
        title={t('alike.merge.title', { name: party.name })}
        okText={t('alike.merge.do')}
        cancelText={t('common.cancel')}
        okButtonProps={{
          disabled: other === null || reason.trim() === '' || !pair.data || pair.data.apart !== null,
          loading: busy,
        }}
        onOk={() => void merge()}
        onCancel={close}
      >
        <div className="col g12">
          <AutoComplete
            autoFocus
            value={text}
            aria-label={t('alike.merge.find')}
            placeholder={t('alike.merge.find')}
            notFoundContent={wanted === '' ? null : t('alike.merge.nothing')}
            onChange={(value) => {
              setText(value);
              setOther(null);
            }}
            options={rows.map((row) => ({
              value: String(row.id),
              label: (
                <span className="row g6">
                  <Entity drawnAs={row.drawnAs} size={16}>
                    {row.name}
                  </Entity>
                  <span className="t3 s12 ell grow">{row.identity}</span>
                </span>
              ),
            }))}
            onSelect={(value) => {
              const row = rows.find(({ id }) => String(id) === value);
              setOther(row?.id ?? null);
              setText(row ? [row.name, row.identity].filter(Boolean).join(' · ') : '');
            }}
          />
          {pair.data?.apart && <ProblemNote problem={pair.data.apart} />}
          <Input.TextArea
            rows={2}
            maxLength={200}
            aria-label={t('alike.merge.reason')}
            placeholder={t('alike.merge.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </Modal>
    </>
  );
}
