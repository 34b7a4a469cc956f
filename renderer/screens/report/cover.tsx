import { capitals } from '../../../shared/evidence/capitals.ts';
import { fen } from '../../../shared/evidence/fen.ts';
import { hasMoney } from '../../../shared/evidence/has-money.ts';
import { exactYuan } from '../../../shared/evidence/show-money.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import type { CaseInfo } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';

/** The cover as it will be printed: always black on white, in the faces of an official paper. */
export function Cover({ info }: { info: CaseInfo }) {
  const { t } = useWords();
  const overview = useAnswer('overview.read', {});
  return (
    <div className="cover">
      <div className="row between s12">
        {info.classification ? (
          <span className="cover-secret">{t(`common.classification.${info.classification}`)}</span>
        ) : (
          <span />
        )}
        <span className="mono">{info.number}</span>
      </div>
      <div className="cover-title">
        {info.title}
        <br />
        {t('report.excel.reportTitle')}
      </div>
      <dl className="cover-facts s12">
        <dt>{t('report.excel.unit')}</dt>
        <dd>{info.unit}</dd>
        <dt>{t('report.excel.until')}</dt>
        <dd>{overview.data?.payments.lastDay ?? '—'}</dd>
        <dt>{t('report.excel.doubted')}</dt>
        <dd className="wide">{overview.data ? <Doubted figures={overview.data} /> : '—'}</dd>
      </dl>
    </div>
  );
}

/** The doubted amount in figures and, in Chinese, in capitals; a case without amounts says so. */
function Doubted({ figures }: { figures: Answer<'overview.read'> }) {
  const { t, lang } = useWords();
  if (!hasMoney(figures)) return t('overview.noMoney');
  const amount = fen(figures.findings.fen);
  return `${exactYuan(amount)} ${t('report.excel.yuan')}${lang === 'zh-CN' ? `（${capitals(amount)}）` : ''}`;
}
