import { Button } from 'antd';
import { problemWords, useWords } from '../../app/words.ts';
import { Head } from '../../parts/pane.tsx';
import type { Line } from './problem-lines.ts';
import { goTo, show } from './queue.ts';

/** One problem in full: the sentence, where it can be explained, the cell as it stands. */
export function ProblemDetail({ line, same, at, of }: { line: Line; same: number; at: number; of: number }) {
  const { t, lang } = useWords();
  const place = { file: line.file, sheet: line.sheet };
  const inRules =
    line.code.startsWith('date.ambiguous') || line.code.startsWith('direction.') || line.code === 'amount.too-large';
  const leave = (step: 'rules' | 'map') => {
    show(place);
    goTo(step);
  };
  return (
    <>
      <Head
        title={t('import.check.rowOf', { row: line.row })}
        extra={<span className="t3 s12">{t('import.check.position', { n: at, total: of })}</span>}
      />
      <div className="sec col g6">
        <p>
          {line.column && <b>{t('import.check.quoted', { column: line.column })} </b>}
          {problemWords(line, lang)}
        </p>
        <div className="row wrap">
          {inRules && (
            <Button size="small" type="primary" onClick={() => leave('rules')}>
              {t('import.check.toRules')}
            </Button>
          )}
          <Button size="small" onClick={() => leave('map')}>
            {t('import.check.toMap')}
          </Button>
        </div>
        <span className="s12 t3">{t('import.check.same', { count: same })}</span>
      </div>
      <Head title={t('import.check.cell')} />
      <div className="sec">
        <dl className="kv">
          <dt>{t('import.check.file')}</dt>
          <dd className="ell" title={line.file}>
            {line.file}
          </dd>
          <dt>{t('import.check.where')}</dt>
          <dd>
            {line.sheet} {t('common.source.row', { row: line.row })} {line.column}
          </dd>
          <dt>{t('import.check.raw')}</dt>
          <dd>
            <span className="cited-text pre">{line.seen === '' ? t('common.empty') : line.seen}</span>
          </dd>
        </dl>
        <p className="s12 t3" style={{ marginTop: 8 }}>
          {t('import.check.fixNote')}
        </p>
      </div>
    </>
  );
}
