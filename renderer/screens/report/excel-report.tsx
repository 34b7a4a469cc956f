import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { Answer, Ask } from '../../../shared/protocol/requests.ts';
import { useKept } from '../../app/store.ts';
import { type Lang, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Head } from '../../parts/pane.tsx';
import { bytesText, countText, groupsOfFour } from '../../parts/show.ts';
import { Answered } from '../../parts/states.tsx';
import { useCaseInfo } from './case-info.ts';
import { Cover } from './cover.tsx';
import { fileStem } from './file-name.ts';

type Mask = NonNullable<Ask<'report.write'>['mask']>;
type Written = Answer<'report.write'> & { ticket: string };

/** The Excel case summary: for whom, how much of it, and what it would hold now. */
export function ExcelReport() {
  const { t, lang } = useWords();
  const { attempt } = useAsk();
  const info = useCaseInfo();
  const preview = useAnswer('report.preview', {});
  const [purpose, setPurpose] = useKept('report.purpose', '');
  const [mask, setMask] = useKept<Mask>('report.mask', 'internal');
  const [reportLang, setReportLang] = useKept<Lang>('report.lang', lang);
  const [busy, setBusy] = useState(false);
  const [written, setWritten] = useState<Written>();

  const write = async () => {
    const name = `${fileStem(info)}_${t('report.excel.reportTitle')}.xlsx`;
    await attempt(async () => {
      const target = await client.chooseTarget('report', name);
      if (!target) return;
      setBusy(true);
      const answer = await client.request('report.write', { target: target.ticket, mask, lang: reportLang, purpose });
      client.collect(target.ticket, answer.name);
      setWritten({ ...answer, ticket: target.ticket });
    });
    setBusy(false);
  };

  return (
    <>
      <Head
        tall
        title={t('report.excel.title')}
        sub={preview.data && t('report.excel.sub', { count: preview.data.sheets.length })}
      />
      <div className="grow scroll">
        <div className="sec form-grid">
          <label htmlFor="report-purpose">{t('report.excel.purpose')}</label>
          <Input
            id="report-purpose"
            maxLength={200}
            placeholder={t('report.excel.purposeHint')}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
          />
          <span>{t('report.excel.mask')}</span>
          <Radio.Group
            optionType="button"
            aria-label={t('report.excel.mask')}
            value={mask}
            onChange={(event) => setMask(event.target.value as Mask)}
            options={(['internal', 'partner', 'public'] as const).map((value) => ({
              value,
              label: t(`report.excel.masks.${value}`),
            }))}
          />
          <span>{t('report.excel.lang')}</span>
          <Select
            style={{ width: 160 }}
            aria-label={t('report.excel.lang')}
            value={reportLang}
            onChange={setReportLang}
            options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`settings.langs.${value}`) }))}
          />
        </div>
        <Answered query={preview}>{({ sheets }) => <SheetList sheets={sheets} />}</Answered>
        <div className="sec" style={{ borderBottom: 0 }}>
          <h3 className="h3">{t('report.excel.cover')}</h3>
          {info && <Cover info={info} />}
        </div>
      </div>
      {written && <WrittenReport written={written} />}
      <div className="foot">
        <span className="s12 t3 ell grow" title={t('report.excel.works')}>
          {t('report.excel.works')}
        </span>
        <Button loading={busy} disabled={!preview.data} onClick={() => void write()}>
          {t('report.excel.write')}
        </Button>
      </div>
    </>
  );
}

function SheetList({ sheets }: { sheets: Answer<'report.preview'>['sheets'] }) {
  const { t } = useWords();
  return (
    <div className="sec" style={{ padding: '8px 16px' }}>
      <div className="row between" style={{ marginBottom: 2 }}>
        <h3 className="h3">{t('report.excel.sheets')}</h3>
        <span className="s12 t3">{t('report.excel.rows')}</span>
      </div>
      <ol className="sheet-list">
        {sheets.map(({ id, title, rows }, index) => (
          <li key={id} className="row">
            <span className="t3 mono" style={{ width: 20 }}>
              {index + 1}
            </span>
            <span className="ell grow">{isKnown(id) ? t(`report.sheetNames.${id}`) : title}</span>
            <span className="t2 s12">{countText(rows)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function WrittenReport({ written }: { written: Written }) {
  const { t } = useWords();
  const { attempt, copy } = useAsk();
  return (
    <div className="sec none" style={{ borderTop: '1px solid var(--line)', borderBottom: 0 }} role="status">
      <div className="row">
        <span className="chip ok">{t('report.excel.written')}</span>
        <span className="b ell grow">{written.name}</span>
        <span className="s12 t3 nw">{bytesText(written.bytes)}</span>
        {client.shell === 'electron' && (
          <button
            type="button"
            className="link s12"
            onClick={() => void attempt(() => client.request('shell.show-written', { ticket: written.ticket }))}
          >
            {t('report.excel.show')}
          </button>
        )}
      </div>
      <div className="row g6">
        <span className="mono s12 t2 ell" title={written.sha256}>
          SHA-256 {groupsOfFour(written.sha256).join(' ')}
        </span>
        <button type="button" className="link s12" onClick={() => void copy('hash', written.sha256)}>
          {t('common.copy')}
        </button>
      </div>
    </div>
  );
}

const sheetIds = [
  'cover',
  'summary',
  'findings',
  'evidence',
  'parties',
  'links',
  'payments',
  'meetings',
  'files',
  'problems',
  'models',
  'dispositions',
] as const;
const isKnown = (id: string): id is (typeof sheetIds)[number] => sheetIds.some((known) => known === id);
