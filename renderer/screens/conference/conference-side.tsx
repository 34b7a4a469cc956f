import { IconCheck } from '@tabler/icons-react';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { Money } from '../../parts/money.tsx';
import { Head, Meter } from '../../parts/pane.tsx';
import { StateMark } from '../../parts/risk.tsx';
import { useRoom } from '../../parts/room.ts';
import { SourceLink } from '../../parts/source-link.tsx';
import { useModels } from '../findings/models.ts';
import type { Check } from './conference-detail.tsx';

const width = { narrow: 288, normal: 320, wide: 400 } as const;

/** The money around a conference row by row, the findings that concern it, and what its result means. */
export function ConferenceSide({ check }: { check: Check }) {
  const { t, lang } = useWords();
  const room = useRoom();
  const { titleOf } = useModels();
  const most = Math.max(1, ...check.payments.map(({ fen }) => fen ?? 0));
  const tone = { genuine: 'ok', doubtful: 'mid', sham: 'high', unverified: '' }[check.result];
  return (
    <aside className="pane col none" style={{ width: width[room] }}>
      <Head title={t('conference.payments')} sub={t('conference.paymentsSub', { count: check.payments.length })} />
      <div className="grow scroll">
        <div className="sec" style={{ padding: '4px 12px 8px' }}>
          {check.payments.length === 0 && <p className="t3 s12">{t('conference.noPayments')}</p>}
          {check.payments.map((payment) => (
            <div key={`${payment.rowId} ${payment.field}`} className="payment">
              <div className="row">
                <span className="ell grow" title={payment.from ?? ''}>
                  {payment.from ?? '—'}
                </span>
                <b className="none">
                  <Money fen={payment.fen} exact />
                </b>
              </div>
              <div className="row">
                <span className="ell grow t2" title={payment.to ?? ''}>
                  → {payment.to ?? '—'}
                </span>
                <SourceLink source={payment.source} short />
              </div>
              {payment.also.map(({ note, source }) => (
                <div key={source.rowId} className="row s12 t3">
                  <span className="ell grow">{note && inLang(note, lang)}</span>
                  <SourceLink source={source} short />
                </div>
              ))}
              <Meter share={(payment.fen ?? 0) / most} tone="var(--lowFill)" />
              <div className="row s12 t3">
                <span className="mono none">{payment.day}</span>
                {payment.role === 'explained' && (
                  <span className="row g4 none tone-ok">
                    <IconCheck size={13} stroke={2} aria-hidden />
                    {t('conference.proper')}
                  </span>
                )}
                <span className="ell grow" title={payment.text}>
                  {payment.text}
                </span>
              </div>
            </div>
          ))}
        </div>
        <Head title={t('conference.findings')} />
        <div className="sec" style={{ padding: '4px 12px' }}>
          {check.findings.length === 0 && <p className="t3 s12">{t('conference.noFindings')}</p>}
          {check.findings.map(({ id, number, model, status }) => (
            <button
              key={id}
              type="button"
              className="plain line-button"
              onClick={() => go('findings', { finding: id })}
            >
              <span className="mono t3 s12 none">{number}</span>
              <span className="ell grow">{titleOf(model)}</span>
              <StateMark status={status} />
            </button>
          ))}
        </div>
        <div className="sec col" style={{ gap: 8, borderBottom: 0 }}>
          <div className={`note ${tone}`}>{t(`conference.resultNotes.${check.result}`)}</div>
          {check.type === 'department' && <div className="note s12">{t('conference.departmentNote')}</div>}
          <div className="note s12">{t('conference.unknownNote')}</div>
        </div>
      </div>
    </aside>
  );
}
