import { Checkbox, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { linkKind, partyKind } from '../../../shared/ontology/index.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Mark } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { Answered } from '../../parts/states.tsx';
import { expand, useGraph } from './graph-store.ts';

/** Never more than this many newcomers at once. */
const MOST = 200;

/** 展开: counts by kind of link before anything is added. */
export function ExpandDialog({ party, close }: { party: number; close(): void }) {
  const { t, lang } = useWords();
  const { attempt } = useAsk();
  const chart = useGraph((graph) => graph.chart);
  const [shown] = useState(() => chart?.parties ?? []);
  const query = useAnswer('graph.expand-preview', { party, shown: [...shown] });
  const [kinds, setKinds] = useState<readonly string[] | null>(null);
  const [take, setTake] = useState(20);
  const groups = query.data?.groups ?? [];
  const all = [...new Set(groups.map((group) => group.kind))];
  const chosen = kinds ?? all;
  const left = groups
    .filter((group) => chosen.includes(group.kind))
    .reduce((sum, group) => sum + group.parties - group.shown, 0);
  return (
    <Modal
      open
      centered
      width={520}
      title={t('graph.expandTitle', { name: chart?.node(party)?.name ?? '' })}
      okText={t('graph.expandDo', { count: Math.min(take, left) })}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: left === 0 }}
      onCancel={close}
      onOk={() => {
        close();
        void attempt(() => expand(party, take, chosen));
      }}
    >
      <Answered query={query}>
        {() =>
          groups.length === 0 ? (
            <p>{t('graph.expandNone')}</p>
          ) : (
            <>
              <table className="g small">
                <tbody>
                  {groups.map((group) => (
                    <tr key={`${group.kind} ${group.direction} ${group.drawnAs}`}>
                      <td style={{ width: 150 }}>
                        <Checkbox
                          checked={chosen.includes(group.kind)}
                          onChange={({ target }) =>
                            setKinds(
                              target.checked ? [...chosen, group.kind] : chosen.filter((kind) => kind !== group.kind),
                            )
                          }
                        >
                          {group.direction === 'out' ? '→ ' : '← '}
                          {inLang(linkKind(group.kind)?.words ?? { zh: group.kind, en: group.kind }, lang)}
                        </Checkbox>
                      </td>
                      <td>
                        <span className="row g6">
                          <Mark drawnAs={group.drawnAs} size={16} />
                          {inLang(partyKind(group.drawnAs)?.words ?? { zh: '', en: '' }, lang)}
                        </span>
                      </td>
                      <td className="num" style={{ width: 110 }}>
                        {t('common.nOf', { shown: group.shown, total: group.parties })}
                      </td>
                      <td className="num" style={{ width: 110 }}>
                        {group.fen === null ? '' : <Money fen={group.fen} />}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <div className="row g6 pad-line">
                <span>{t('graph.expandTake')}</span>
                <InputNumber size="small" min={1} max={MOST} value={take} onChange={(value) => setTake(value ?? 1)} />
              </div>
            </>
          )
        }
      </Answered>
    </Modal>
  );
}
