import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { type PairFilter, scoreText, type Verdict, verdicts } from './pairs.ts';

/** One verdict on everything that the filter finds, also what is not on screen; asks for the ground first. */
export function BulkVerdict({
  filter,
  state,
  total,
  decided,
}: {
  filter: PairFilter;
  state: 'open' | 'unsure';
  total: number;
  /** the number of the decision, and how many pairs it is about */
  decided: (decision: number, pairs: number) => void;
}) {
  const { t } = useWords();
  const { say } = useAsk();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const what = t('alike.bulkWhat', {
    reason: filter.reason ? t(`joins.alike.${filter.reason}`) : t('alike.anyReason'),
    least: scoreText(filter.least),
  });
  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={total === 0}
        menu={{
          items: verdicts.map((each) => ({ key: each, label: t(`alike.verdict.${each}`) })),
          onClick: ({ key }) => setVerdict(verdicts.find((each) => each === key) ?? null),
        }}
      >
        <Button size="small">{t('alike.bulk')}</Button>
      </Dropdown>
      {verdict && (
        <ReasonDialog
          title={t('alike.bulkTitle', { count: total, verdict: t(`alike.verdict.${verdict}`) })}
          okText={t('alike.bulkDo', { count: total })}
          reasonLabel={t('alike.bulkReason')}
          send={(reason) =>
            client.request('parties.decide', { verdict, reason, all: { ...filter, state, expected: total } })
          }
          done={({ decision, pairs, apart }) => {
            setVerdict(null);
            decided(decision, pairs);
            say(apart > 0 ? t('alike.bulkApart', { count: pairs, apart }) : t('alike.bulkDone', { count: pairs }));
          }}
          close={() => setVerdict(null)}
        >
          <p className="t2" style={{ marginBottom: 12 }}>
            {t('alike.bulkNote', { what })}
          </p>
        </ReasonDialog>
      )}
    </>
  );
}
