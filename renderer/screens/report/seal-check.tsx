import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { capitals } from '../../../shared/evidence/capitals.ts';
import { fen } from '../../../shared/evidence/fen.ts';
import { hasMoney } from '../../../shared/evidence/has-money.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { Money } from '../../parts/money.tsx';
import { bytesText, countText } from '../../parts/show.ts';
import { Answered } from '../../parts/states.tsx';
import { countedLines } from './seal-lines.ts';
import { recipientsOf, type WishProps } from './seal-wish.ts';

/** 核对单: everything to compare on one page, before anything is sealed. */
export function SealCheck({ wish, change }: WishProps) {
  const { t, lang } = useWords();
  const preview = useAnswer('seal.preview', { profile: wish.profile });
  const overview = useAnswer('overview.read', {});
  const identity = useAnswer('seal.identity', {});
  const doubted = overview.data && (hasMoney(overview.data) ? fen(overview.data.findings.fen) : null);
  return (
    <>
      <h2 className="s16 b">{t('report.seal.checkTitle')}</h2>
      <p className="t2" style={{ marginBottom: 12 }}>
        {t('report.seal.checkNote')}
      </p>
      <Answered query={preview}>
        {(data) => (
          <div className="boxed">
            <table className="g loose">
              <colgroup>
                <col style={{ width: 140 }} />
                <col />
                <col style={{ width: 180 }} />
              </colgroup>
              <thead>
                <tr>
                  <th>{t('report.seal.what')}</th>
                  <th>{t('report.seal.extent')}</th>
                  <th className="num">{t('report.seal.amount')}</th>
                </tr>
              </thead>
              <tbody>
                <Line
                  what={t('report.seal.lines.files')}
                  extent={
                    data.withheldFiles > 0
                      ? t('report.seal.filesWithheld')
                      : t('report.seal.filesIncluded', { bytes: bytesText(data.fileBytes) })
                  }
                  amount={countText(data.withheldFiles > 0 ? data.withheldFiles : data.files)}
                />
                {countedLines.map(({ id, table }) => (
                  <Line
                    key={id}
                    what={t(`report.seal.lines.${id}`)}
                    extent={id === 'rows' ? t('report.seal.rowsNote') : ''}
                    amount={countText(data.rows[table] ?? 0)}
                  />
                ))}
                <Line
                  what={t('report.seal.lines.journal')}
                  extent={t('report.seal.journalNote', { seq: data.auditHead.seq })}
                  amount={countText(data.auditHead.seq)}
                />
                {doubted !== undefined && (
                  <Line
                    what={t('report.seal.lines.fen')}
                    extent={
                      doubted === null ? (
                        t('overview.noMoney')
                      ) : lang === 'zh-CN' ? (
                        <b>{capitals(doubted)}</b>
                      ) : (
                        t('report.seal.moneyNote')
                      )
                    }
                    amount={<Money fen={doubted} exact />}
                  />
                )}
              </tbody>
            </table>
          </div>
        )}
      </Answered>
      <div className="check-foot">
        <dl className="kv" style={{ alignContent: 'start' }}>
          <dt>{t('report.seal.profile')}</dt>
          <dd>{t(`report.seal.profiles.${wish.profile}`)}</dd>
          <dt>{t('report.seal.receiver')}</dt>
          <dd>
            {wish.way === 'passphrase'
              ? t('report.seal.toPassphrase')
              : t('report.seal.toRecipients', { count: recipientsOf(wish).length })}
          </dd>
          <dt>{t('report.seal.purpose')}</dt>
          <dd>{wish.purpose || t('common.notGiven')}</dd>
          <dt>{t('report.seal.withReport')}</dt>
          <dd>{t(wish.withReport ? 'common.yes' : 'common.no')}</dd>
        </dl>
        {identity.data && (
          <div className="well" style={{ padding: '10px 14px' }}>
            <div className="row between">
              <span className="h3">{t('report.seal.fingerprint')}</span>
              <span className="s12 t3">{t('report.seal.fingerprintNote')}</span>
            </div>
            <Fingerprint text={identity.data.fingerprint} large />
            <div className="s12 t2 ruled">{t('report.seal.fingerprintHow')}</div>
          </div>
        )}
      </div>
      <Checkbox
        style={{ marginTop: 16 }}
        checked={wish.confirmed}
        onChange={(event) => change({ confirmed: event.target.checked })}
      >
        {t('report.seal.confirm')}
      </Checkbox>
    </>
  );
}

function Line({ what, extent, amount }: { what: ReactNode; extent: ReactNode; amount: ReactNode }) {
  return (
    <tr>
      <td className="b">{what}</td>
      <td className="t2">{extent}</td>
      <td className="num b">{amount}</td>
    </tr>
  );
}
