import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.ts';
import { countText } from '../../parts/show.ts';

export interface WordLine<M extends string> {
  readonly word: string;
  readonly rows: number;
  readonly means: M | null;
  readonly by: 'word' | 'stated' | 'balance' | null;
  /** what else is known of the word */
  readonly more?: ReactNode;
}

/** Words of one column with what they mean and why that is believed; what nobody knows is asked for. */
export function RuleWords<M extends string>({
  lines,
  meanings,
  more,
  unknown,
  tell,
}: {
  lines: readonly WordLine<M>[];
  meanings: ReadonlyArray<{ readonly value: M; readonly label: string }>;
  more?: string;
  unknown: string;
  tell: (word: string, means: M | undefined) => void;
}) {
  const { t } = useWords();
  return (
    <table className="g words">
      <colgroup>
        <col style={{ width: 112 }} />
        <col style={{ width: 64 }} />
        {more !== undefined && <col style={{ width: 168 }} />}
        <col style={{ width: 132 }} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th>{t('wizard.rules.word')}</th>
          <th className="num">{t('wizard.rules.rows')}</th>
          {more !== undefined && <th>{more}</th>}
          <th>{t('wizard.rules.meaning')}</th>
          <th>
            <span className="unseen">{t('wizard.parties.reason')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.word}>
            <td className="mono b" title={line.word}>
              {line.word === '' ? t('wizard.rules.emptyWord') : line.word}
            </td>
            <td className="num">{countText(line.rows)}</td>
            {more !== undefined && <td className="s12 t2">{line.more}</td>}
            <td>
              <Select
                size="small"
                style={{ width: '100%' }}
                allowClear={line.by === 'stated'}
                aria-label={`${line.word} ${t('wizard.rules.meaning')}`}
                status={line.means === null ? 'warning' : ''}
                value={line.means}
                onChange={(means: M | undefined) => tell(line.word, means)}
                options={[...meanings]}
              />
            </td>
            <td className={line.by === null ? 's12 tone-mid' : 's12 t3'}>
              {line.by === null ? unknown : t(`wizard.rules.by.${line.by}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was said of words, with one of them said anew, or taken back. */
export function withWord<M extends string>(
  said: Readonly<Record<string, M>> | undefined,
  word: string,
  means: M | undefined,
): Record<string, M> {
  const rest = Object.fromEntries(Object.entries(said ?? {}).filter(([other]) => other !== word));
  return means === undefined ? rest : { ...rest, [word]: means };
}
