import { IconCheck, IconX } from '@tabler/icons-react';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { bytesText, countText, groupsOfFour } from '../../parts/show.ts';
import { Answered } from '../../parts/states.tsx';
import { countedLines } from './seal-lines.ts';
import type { Sealed, SealWish } from './seal-wish.ts';

/** What the sealed file's own signed list says, line by line against the case as it stands. */
export function SealDone({ sealed, wish }: { sealed: Sealed; wish: SealWish }) {
  const { t } = useWords();
  const { copy } = useAsk();
  const preview = useAnswer('seal.preview', { profile: wish.profile });
  return (
    <>
      <h2 className="row s16 b">
        <IconCheck size={20} stroke={2} color="var(--ok)" aria-hidden />
        {t('report.seal.doneTitle')} {sealed.name}
      </h2>
      <p className="t2" style={{ marginBottom: 12 }}>
        {t('report.seal.doneNote')}
      </p>
      <Answered query={preview}>
        {({ rows }) => (
          <div className="boxed">
            <table className="g loose">
              <colgroup>
                <col />
                <col style={{ width: 140 }} />
                <col style={{ width: 140 }} />
                <col style={{ width: 120 }} />
              </colgroup>
              <thead>
                <tr>
                  <th>{t('report.seal.what')}</th>
                  <th className="num">{t('report.seal.amount')}</th>
                  <th className="num">{t('report.seal.sealed')}</th>
                  <th>{t('report.seal.agrees')}</th>
                </tr>
              </thead>
              <tbody>
                {countedLines.map(({ id, table }) => (
                  <Compared
                    key={id}
                    what={t(`report.seal.lines.${id}`)}
                    here={rows[table] ?? 0}
                    there={sealed.facts.rows[table] ?? 0}
                  />
                ))}
                <Compared
                  what={t('report.seal.lines.files')}
                  here={rows.evidence ?? 0}
                  there={sealed.facts.rows.evidence ?? 0}
                />
              </tbody>
            </table>
          </div>
        )}
      </Answered>
      <div className="check-foot">
        <dl className="kv" style={{ alignContent: 'start' }}>
          <dt>{t('report.seal.file')}</dt>
          <dd>
            {sealed.name} <span className="t3">{bytesText(sealed.bytes)}</span>
          </dd>
          <dt>{t('report.seal.signature')}</dt>
          <dd>{sealed.signatureName}</dd>
          {(['sha256', 'sm3'] as const).map((digest) => (
            <div key={digest} style={{ display: 'contents' }}>
              <dt>{t(`report.seal.${digest}`)}</dt>
              <dd>
                <span className="mono s12">{groupsOfFour(sealed[digest]).join(' ')}</span>{' '}
                <button type="button" className="link s12" onClick={() => void copy('hash', sealed[digest])}>
                  {t('common.copy')}
                </button>
              </dd>
            </div>
          ))}
        </dl>
        <div className="well" style={{ padding: '10px 14px', alignSelf: 'start' }}>
          <div className="row between">
            <span className="h3">{t('report.seal.fingerprint')}</span>
            <span className="s12 t3">{t('report.seal.fingerprintNote')}</span>
          </div>
          <Fingerprint text={sealed.fingerprint} large />
          <div className="s12 t2 ruled">{t('report.seal.fingerprintHow')}</div>
        </div>
      </div>
    </>
  );
}

function Compared({ what, here, there }: { what: string; here: number; there: number }) {
  const { t } = useWords();
  const same = here === there;
  return (
    <tr>
      <td className="b">{what}</td>
      <td className="num">{countText(here)}</td>
      <td className="num b">{countText(there)}</td>
      <td>
        <span className={same ? 'row g4 s12 tone-ok' : 'row g4 s12 tone-high'}>
          {same ? <IconCheck size={15} stroke={2.2} aria-hidden /> : <IconX size={15} stroke={2.2} aria-hidden />}
          {t(same ? 'report.seal.same' : 'report.seal.differs')}
        </span>
      </td>
    </tr>
  );
}
