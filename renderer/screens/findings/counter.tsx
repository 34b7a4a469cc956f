import { IconCheck, IconPlus } from '@tabler/icons-react';
import { Input } from 'antd';
import { isComposing } from '../../app/keyboard.ts';
import { inLang, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { useRoom } from '../../parts/room.ts';
import { SourceLink } from '../../parts/source-link.tsx';
import { type Finding, sidesText, textOf } from './finding.ts';

/** 反证与合理解释: what speaks against it. Needed before 属实; the model's own list of lawful explanations helps to fill it. */
export function Counter({
  finding,
  text,
  setText,
}: {
  finding: Finding;
  text: string;
  setText: (text: string) => void;
}) {
  const { t, lang } = useWords();
  const room = useRoom();
  const { attempt } = useAsk();
  const against = finding.evidence.filter(({ role }) => role === 'counter');
  const save = async () => {
    if (text === finding.counter) return;
    await attempt(() => client.request('finding.write-counter', { id: finding.id, counter: text }));
  };
  const use = (words: string) =>
    setText(text.trim() === '' ? `${words}${t('common.colon')}` : `${text}\n${words}${t('common.colon')}`);
  return (
    <section className="sec" style={{ padding: '8px 16px 10px' }}>
      <div className="row between" style={{ marginBottom: 5 }}>
        <h2 className="h3">{t('findings.counter.title')}</h2>
        {finding.counter.trim() === '' ? (
          <span className="chip mid">{t('findings.counter.needed')}</span>
        ) : (
          <span className="chip ok">
            <IconCheck size={13} stroke={2} aria-hidden />
            {t('findings.counter.filled')}
          </span>
        )}
      </div>
      {against.map((row) => (
        <div key={`${row.rowId} ${row.field}`} className="note ok" style={{ marginBottom: 6 }}>
          {[row.day, sidesText(row), textOf(row, lang)].filter(Boolean).join(' ')}{' '}
          <SourceLink source={row.source} finding={finding.id} />
          {row.also.map(({ source }) => (
            <SourceLink key={source.field} source={source} finding={finding.id} cell />
          ))}
        </div>
      ))}
      <Input.TextArea
        rows={2}
        className="growing"
        aria-label={t('findings.counter.title')}
        placeholder={t('findings.counter.placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey && !isComposing(event.nativeEvent)) void save();
        }}
      />
      {text !== finding.counter && <span className="s12 t3">{t('findings.counter.unsaved')}</span>}
      <div className={room === 'wide' ? 'two-columns' : 'col'} style={{ gap: '6px 20px', marginTop: 8 }}>
        {finding.words.innocent.length > 0 && (
          <div>
            <h3 className="s12 t3">{t('findings.counter.innocent')}</h3>
            <ul className="lines s12">
              {finding.words.innocent.map((line) => (
                <li key={line.zh}>
                  <span>{inLang(line, lang)}</span>
                  <button
                    type="button"
                    className="link none"
                    aria-label={t('findings.counter.use', { text: inLang(line, lang) })}
                    title={t('findings.counter.use', { text: inLang(line, lang) })}
                    onClick={() => use(inLang(line, lang))}
                  >
                    <IconPlus size={14} stroke={1.75} aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {finding.words.blindSpots.length > 0 && (
          <div>
            <h3 className="s12 t3">{t('findings.counter.blind')}</h3>
            <ul className="lines s12">
              {finding.words.blindSpots.map((line) => (
                <li key={line.zh}>{inLang(line, lang)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}
