import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { FileWish } from '../../../shared/protocol/import.requests.ts';
import { useWords } from '../../app/words.ts';
import { EncodingChoice } from './encoding-choice.tsx';
import type { ImportState } from './import-state.ts';
import type { FilePreview, SheetState } from './previews.ts';
import { answerAt, say, unsay, useQueue, wish, wishOf } from './queue.ts';
import { columnName } from './raw-sheet.tsx';

const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
const delimiters = [',', '\t', ';', '|'] as const;

/** 读取方式 of one sheet: encoding and delimiter of its text, header row, footer, columns to fill down. What is automatic says so. */
export function ReadOptions({ sheet, file, state }: { sheet: SheetState; file: FilePreview; state: ImportState }) {
  const { t } = useWords();
  const answer = answerAt(state.answers, sheet);
  const { preview } = sheet;
  const isText = file.encoding !== null && file.delimiter !== null;
  const headerEnd = (preview.headerRow ?? 0) + preview.headerRows - 1;
  return (
    <div className="sec form-grid none">
      {isText && <TextOptions file={file} sheet={sheet} />}
      <span>{t('wizard.read.header')}</span>
      <span className="row g8 wrap">
        <span className={preview.headerRow === null ? 'tone-mid' : undefined}>
          {preview.headerRow === null
            ? t('wizard.read.headerUnknown')
            : preview.headerRow === 0
              ? t('wizard.read.headerNone')
              : preview.headerRows > 1
                ? t('wizard.read.headerRows', { row: preview.headerRow, end: headerEnd })
                : t('wizard.read.headerAt', { row: preview.headerRow })}
        </span>
        <span className="s12 t3">{t('wizard.read.headerPick')}</span>
        {preview.headerRow !== 0 && (
          <Button
            size="small"
            onClick={() => {
              unsay(sheet, 'columns', 'template');
              say(sheet, { headerRow: 0 });
            }}
          >
            {t('wizard.read.headerNoneShort')}
          </Button>
        )}
        {answer?.headerRow !== undefined && (
          <button type="button" className="link s12" onClick={() => unsay(sheet, 'headerRow', 'columns')}>
            {t('wizard.read.back')}
          </button>
        )}
      </span>
      <label htmlFor="read-footer">{t('wizard.read.footer')}</label>
      <span className="row g8">
        <InputNumber
          id="read-footer"
          size="small"
          style={{ width: 110 }}
          min={Math.max(1, headerEnd + 1)}
          precision={0}
          placeholder={t('wizard.read.footerHint')}
          title={t('wizard.read.footerHint')}
          value={answer?.lastRow ?? null}
          onChange={(row) => (row === null ? unsay(sheet, 'lastRow') : say(sheet, { lastRow: row }))}
        />
        <span className="s12 t3">
          {answer?.lastRow === undefined
            ? t('wizard.read.footerNone')
            : t('wizard.read.footerFrom', { row: answer.lastRow })}
        </span>
      </span>
      <label htmlFor="read-fill">{t('wizard.read.fillDown')}</label>
      <Select
        id="read-fill"
        size="small"
        mode="multiple"
        allowClear
        aria-label={t('wizard.read.fillDown')}
        placeholder={t('wizard.read.fillDownNone')}
        value={[...(answer?.fillDown ?? [])]}
        onChange={(columns: number[]) =>
          columns.length === 0 ? unsay(sheet, 'fillDown') : say(sheet, { fillDown: columns })
        }
        options={preview.mapping.map(({ index, header }) => ({
          value: index,
          label: `${columnName(index)} ${header}`,
        }))}
      />
    </div>
  );
}

/** Encoding and delimiter of a text file, and the way to see all encodings side by side. */
function TextOptions({ file, sheet }: { file: FilePreview; sheet: SheetState }) {
  const { t } = useWords();
  const wishes = useQueue((queue) => queue.wishes);
  const named = { ...file, name: file.file };
  const said = wishOf(wishes, named);
  const known = encodings.find((each) => each === file.encoding);
  const delimiter = delimiters.find((each) => each === file.delimiter);
  // GB18030 reads almost anything: where nothing was recognised in it, a person has to look
  const isDoubtful = said?.encoding === undefined && file.encoding !== 'utf-8' && sheet.preview.category === null;
  const [compares, setCompares] = useState(isDoubtful);
  const change = (part: Partial<Omit<FileWish, 'file'>>) => wish(named, part);
  return (
    <>
      <label htmlFor="read-encoding">{t('wizard.read.encoding')}</label>
      <span className="row g8">
        <Select
          id="read-encoding"
          size="small"
          style={{ width: 168 }}
          aria-label={t('wizard.read.encoding')}
          value={said?.encoding ?? 'auto'}
          onChange={(value: 'auto' | (typeof encodings)[number]) =>
            change({ encoding: value === 'auto' ? undefined : value })
          }
          options={[
            {
              value: 'auto' as const,
              label: t('wizard.read.encodingSure', {
                encoding: known ? t(`wizard.read.encodings.${known}`) : (file.encoding ?? ''),
              }),
            },
            ...encodings.map((value) => ({ value, label: t(`wizard.read.encodings.${value}`) })),
          ]}
        />
        <Button size="small" onClick={() => setCompares(true)}>
          {t('wizard.read.compare')}
        </Button>
        {compares && (
          <EncodingChoice
            ticket={file.ticket}
            current={said?.encoding ?? known}
            choose={(encoding) => {
              setCompares(false);
              change({ encoding });
            }}
            close={() => setCompares(false)}
          />
        )}
      </span>
      <label htmlFor="read-delimiter">{t('wizard.read.delimiter')}</label>
      <Select
        id="read-delimiter"
        size="small"
        style={{ width: 168 }}
        aria-label={t('wizard.read.delimiter')}
        value={said?.delimiter ?? 'auto'}
        onChange={(value: string) => change({ delimiter: value === 'auto' ? undefined : value })}
        options={[
          {
            value: 'auto',
            label: t('wizard.read.delimiterAuto', {
              delimiter: delimiter ? t(`wizard.read.delimiters.${delimiter}`) : (file.delimiter ?? ''),
            }),
          },
          ...delimiters.map((value) => ({ value: value as string, label: t(`wizard.read.delimiters.${value}`) })),
        ]}
      />
    </>
  );
}
