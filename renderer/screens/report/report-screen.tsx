import { Status, StatusLine } from '../../app/status.tsx';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { ExcelReport } from './excel-report.tsx';
import { SealWizard } from './seal-wizard.tsx';

/** 报告封存: the report and the sealed file side by side, because both say the same of the case. */
export function ReportScreen() {
  const { t } = useWords();
  const overview = useAnswer('overview.read', {});
  return (
    <div className="row g0 stretch full">
      <section className="pane col none" style={{ width: 'min(520px, 42%)' }}>
        <ExcelReport />
      </section>
      <section className="pane col grow">
        <SealWizard />
      </section>
      <Status>
        <span>
          {t('report.state.until')} <b>{overview.data?.payments.lastDay ?? '—'}</b>
        </span>
        <StatusLine />
        <span className="grow">{t('report.state.journalled')}</span>
      </Status>
    </div>
  );
}
