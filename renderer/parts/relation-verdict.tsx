import { Button } from 'antd';
import { useState } from 'react';
import type { RelationState } from '../../shared/protocol/relations.requests.ts';
import { actorText, useWords } from '../app/words.ts';
import { client } from '../client/client.ts';
import { useAnswer } from '../client/queries.ts';
import { useAsk } from './ask.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** 推断, 属实 or 排除: what an inferred relation is held for. */
export function RelationMark({ state }: { state: RelationState }) {
  const { t } = useWords();
  return (
    <span className={state === 'open' ? 'chip mid' : 'chip'} title={t(`relations.title.${state}`)}>
      {t(`relations.state.${state}`)}
    </span>
  );
}

/** Confirms or rejects what two parties share of one kind, or takes the last word on it back. */
export function RelationVerdict({ kind, a, b, changed }: { kind: string; a: number; b: number; changed?: () => void }) {
  const { t } = useWords();
  const { attempt } = useAsk();
  const [asked, setAsked] = useState<'confirmed' | 'rejected' | null>(null);
  const relation = useAnswer('relations.list', { kind, party: a, with: b }, { keep: true }).data?.rows[0];
  if (relation === undefined) return null;
  const said = relation.values.flatMap((value) => value.said ?? []).toSorted((x, y) => y.decision - x.decision)[0];
  const names = { a: relation.a.name, b: relation.b.name };
  return (
    <div className="row g6 wrap s12">
      <RelationMark state={relation.state} />
      <span className="t2 grow">
        {said === undefined
          ? t('relations.hint')
          : t('relations.said', { actor: actorText(said.actor), reason: said.reason })}
      </span>
      {relation.state !== 'confirmed' && (
        <Button size="small" onClick={() => setAsked('confirmed')}>
          {t('relations.confirm')}
        </Button>
      )}
      {relation.state !== 'rejected' && (
        <Button size="small" onClick={() => setAsked('rejected')}>
          {t('relations.reject')}
        </Button>
      )}
      {said !== undefined && (
        <Button
          size="small"
          onClick={() =>
            void attempt(async () => {
              await client.request('relations.undo', { decision: said.decision });
              changed?.();
            })
          }
        >
          {t('relations.undo')}
        </Button>
      )}
      {asked !== null && (
        <ReasonDialog
          title={t(`relations.ask.${asked}`, names)}
          okText={t(asked === 'confirmed' ? 'relations.confirm' : 'relations.reject')}
          reasonLabel={t('relations.reason')}
          send={(reason) => client.request('relations.decide', { kind, a, b, verdict: asked, reason })}
          done={() => {
            setAsked(null);
            changed?.();
          }}
          close={() => setAsked(null)}
        />
      )}
    </div>
  );
}
