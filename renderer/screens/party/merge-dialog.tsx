import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { PartyInput, usePartySearch } from '../../parts/party-search.tsx';
import { ProblemNote } from '../../parts/states.tsx';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** Joins a party with another one by hand: find it, unless it is known, see why not where that is so, say the ground. */
export function MergeDialog({
  party,
  other: known,
  done,
  close,
}: {
  party: Named;
  other?: Named | undefined;
  /** `other`: whom it was joined with */
  done: (answer: Answer<'parties.merge'>, other: number) => void | Promise<void>;
  close: () => void;
}) {
  const { t } = useWords();
  const { attempt, say } = useAsk();
  const [text, setText] = useState(known?.name ?? '');
  const [other, setOther] = useState<number | null>(known?.id ?? null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const { wanted, options, rowOf } = usePartySearch(text, { enabled: other === null, besides: party.id });
  const pair = useAnswer('parties.compare', { a: party.id, b: other ?? party.id }, { enabled: other !== null });
  const merge = async () => {
    if (other === null) return;
    setBusy(true);
    const answer = await attempt(() =>
      client.request('parties.merge', { a: party.id, b: other, reason: reason.trim() }),
    );
    setBusy(false);
    if (!answer) return;
    say(t('alike.merge.done', { name: party.name }));
    close();
    await attempt(async () => done(answer, other));
  };
  return (
    <Modal
      open
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
        <PartyInput
          autoFocus={known === undefined}
          value={text}
          aria-label={t('alike.merge.find')}
          placeholder={t('alike.merge.find')}
          notFoundContent={wanted === '' ? null : t('alike.merge.nothing')}
          onChange={(value) => {
            setText(value);
            setOther(null);
          }}
          options={options}
          onSelect={(value) => {
            const row = rowOf(value);
            setOther(row?.id ?? null);
            setText(row ? [row.name, row.identity].filter(Boolean).join(' · ') : '');
          }}
        />
        {pair.data?.apart && <ProblemNote problem={pair.data.apart} />}
        <Input.TextArea
          autoFocus={known !== undefined}
          rows={2}
          maxLength={200}
          aria-label={t('alike.merge.reason')}
          placeholder={t('alike.merge.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Modal>
  );
}
