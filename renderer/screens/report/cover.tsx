import { capitals } from '../../../shared/evidence/capitals.ts';
import { fen } from '../../../shared/evidence/fen.ts';
import { exactYuan } from '../../../shared/evidence/show-money.ts';
import type { CaseInfo } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';

/** The cover as it will be printed: always black on white, in the faces of an official paper. */
export function Cover({ info }: { info: CaseInfo }) {
  const { t, lang } = useWords();
  const overview = useAnswer('overview.read', {});
  const amount = overview.data && fen(overview.data.findings.fen);
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
        <dd className="wide">
          {amount === undefined ? '—' : `${exactYuan(amount)} ${t('report.excel.yuan')}`}
          {amount !== undefined && lang === 'zh-CN' && `（${capitals(amount)}）`}
        </dd>
      </dl>
    </div>
  );
}
