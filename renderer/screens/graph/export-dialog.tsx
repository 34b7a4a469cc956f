import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { DrawnChart } from '../../../shared/protocol/chart-file.requests.ts';
import { type ChartFormat, chartFormats, isPicture } from '../../../shared/protocol/chart-formats.ts';
import type { Answer, Ask } from '../../../shared/protocol/requests.ts';
import { useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { glyphsOf, pngOf } from '../../graph/raster.ts';
import { useAsk } from '../../parts/ask.ts';
import { bytesText, groupsOfFour } from '../../parts/show.ts';
import { useCaseInfo } from '../report/case-info.ts';
import { fileStem } from '../report/file-name.ts';
import { useGraph } from './graph-store.ts';

type Mask = NonNullable<Ask<'graph.export'>['mask']>;
type Written = Answer<'graph.export'> & { ticket: string };

const formats = Object.keys(chartFormats) as ChartFormat[];

/** 导出: which format, how much of the case, masked for whom; then what was written, with its digest. */
export function ExportDialog({ close }: { close(): void }) {
  const { t, lang } = useWords();
  const { attempt, copy } = useAsk();
  const info = useCaseInfo();
  const { chart, totals } = useGraph();
  const [format, setFormat] = useKept<ChartFormat>('graph.export.format', 'png');
  const [wide, setWide] = useKept<'shown' | 'case'>('graph.export.scope', 'shown');
  const [mask, setMask] = useKept<Mask>('graph.export.mask', 'internal');
  const [purpose, setPurpose] = useKept('graph.export.purpose', '');
  const [isBusy, setBusy] = useState(false);
  const [written, setWritten] = useState<Written>();
  // what is drawn when the dialog opens: nothing changes behind it
  const [shown] = useState<DrawnChart | null>(() => chart?.drawn() ?? null);
  const scope = isPicture(format) ? 'shown' : wide;
  const held = shown ? new Set(shown.places.flatMap(({ parties }) => parties)).size : 0;

  const write = () =>
    attempt(async () => {
      const stem = `${fileStem(info)}_${t('chartFile.chartTitle')}`;
      const target = await client.chooseTarget('chart', `${stem}${chartFormats[format]}`);
      if (!target) return;
      setBusy(true);
      const ask = { mask, lang, purpose, ...(scope === 'shown' && shown ? { shown } : {}) };
      const answer = await client.request('graph.export', {
        ...ask,
        ...(await picturesFor(format, ask)),
        target: target.ticket,
        format,
      });
      client.collect(target.ticket, answer.name);
      setWritten({ ...answer, ticket: target.ticket });
    }).finally(() => setBusy(false));

  const isEmpty = scope === 'shown' && held === 0;
  return (
    <Modal
      open
      width={620}
      title={t('chartFile.title')}
      okText={t('chartFile.write')}
      cancelText={t('common.close')}
      okButtonProps={{ loading: isBusy, disabled: isEmpty }}
      onOk={() => void write()}
      onCancel={close}
    >
      <div className="form-grid export-chart">
        <span>{t('chartFile.format')}</span>
        <Radio.Group
          aria-label={t('chartFile.format')}
          value={format}
          onChange={(event) => {
            setFormat(event.target.value as ChartFormat);
            setWritten(undefined);
          }}
        >
          <FormatList title={t('chartFile.pictures')} list={formats.filter(isPicture)} />
          <FormatList title={t('chartFile.data')} list={formats.filter((each) => !isPicture(each))} />
        </Radio.Group>
        <span>{t('chartFile.scope')}</span>
        <Radio.Group
          aria-label={t('chartFile.scope')}
          optionType="button"
          value={scope}
          disabled={isPicture(format)}
          onChange={(event) => setWide(event.target.value as 'shown' | 'case')}
          options={(['shown', 'case'] as const).map((value) => ({ value, label: t(`chartFile.scopes.${value}`) }))}
        />
        <span>{t('chartFile.mask')}</span>
        <div className="col g4">
          <Radio.Group
            aria-label={t('chartFile.mask')}
            optionType="button"
            value={mask}
            onChange={(event) => setMask(event.target.value as Mask)}
            options={(['internal', 'partner', 'public'] as const).map((value) => ({
              value,
              label: t(`chartFile.masks.${value}`),
            }))}
          />
          <span className="s12 t3">{t(`chartFile.maskNotes.${mask}`)}</span>
        </div>
        <label htmlFor="export-purpose">{t('chartFile.purpose')}</label>
        <Input
          id="export-purpose"
          maxLength={200}
          placeholder={t('chartFile.purposeHint')}
          value={purpose}
          onChange={(event) => setPurpose(event.target.value)}
        />
      </div>
      <p className="s12 t2 export-holds">
        {scope === 'case'
          ? t('chartFile.holdsCase', { parties: totals?.parties ?? 0, links: totals?.links ?? 0 })
          : isEmpty
            ? t('chartFile.nothing')
            : t('chartFile.holds', {
                parties: held,
                allParties: totals?.parties ?? 0,
                links: shown?.links.length ?? 0,
                allLinks: totals?.links ?? 0,
              })}
        {format === 'ftm' && ` ${t('chartFile.ftmNote')}`}
        {format === 'csv-edges' && ` ${t('chartFile.edgesNote')}`}
      </p>
      {written && (
        <div className="well col g4" role="status">
          <div className="row">
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
          <span className="s12 t2">
            {t('chartFile.written', {
              parties: written.parties,
              allParties: written.of.parties,
              links: written.links,
              allLinks: written.of.links,
            })}
          </span>
          <div className="row g6">
            <span className="mono s12 t2 ell" title={written.sha256}>
              SHA-256 {groupsOfFour(written.sha256).join(' ')}
            </span>
            <button type="button" className="link s12" onClick={() => void copy('hash', written.sha256)}>
              {t('common.copy')}
            </button>
          </div>
        </div>
      )}
    </Modal>
  );
}

function FormatList({ title, list }: { title: string; list: readonly ChartFormat[] }) {
  const { t } = useWords();
  return (
    <div className="col export-formats">
      <span className="s12 t3">{title}</span>
      {list.map((each) => (
        <Radio key={each} value={each}>
          {t(`chartFile.formats.${each}`)}
        </Radio>
      ))}
    </div>
  );
}

/** What only a window can add: the dots of a PNG, the letters of a PDF. Both are made of the drawing as the core masked it. */
async function picturesFor(
  format: ChartFormat,
  { shown, ...ask }: Pick<Ask<'graph.export'>, 'mask' | 'lang' | 'purpose' | 'shown'>,
): Promise<Pick<Ask<'graph.export'>, 'png' | 'glyphs'>> {
  if (!shown || (format !== 'png' && format !== 'pdf')) return {};
  const drawing = await client.request('graph.drawing', { ...ask, shown });
  return format === 'png' ? { png: await pngOf(drawing) } : { glyphs: glyphsOf(drawing.chars) };
}
