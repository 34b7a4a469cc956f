import { IconCheck } from '@tabler/icons-react';
import { Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.ts';
import { Head } from '../../parts/pane.tsx';
import { AfterImport } from './after-import.tsx';
import { FactFields } from './fact-fields.tsx';
import { Foot } from './foot.tsx';
import { type ImportState, trialOf, useTrial } from './import-state.ts';
import type { SheetState } from './previews.ts';
import { answerAt, goTo, type SheetAnswer, say, unsay } from './queue.ts';
import { SheetSwitch } from './sheet-switch.tsx';

type Direction = NonNullable<SheetAnswer['directions']>[string];
const units = ['1', '1000', '10000', '1000000', '100000000'] as const;

/** 取值规则: what the cells alone do not say. What nobody needs to answer is said to be clear. */
export function StepRules({ state }: { state: ImportState }) {
  const { t } = useWords();
  const { current } = state;
  if (!current) return null;
  return (
    <>
      <div className="row g0 stretch grow">
        <section className="pane col grow">
          <Head title={t('import.rules.title')} sub={current.sheet} extra={<SheetSwitch state={state} />} />
          <div className="grow scroll">
            <Rules key={`${current.file}/${current.sheet}`} sheet={current} state={state} />
          </div>
        </section>
        <aside className="pane col none" style={{ width: 'min(380px, 34%)' }}>
          <AfterImport sheet={current} state={state} />
        </aside>
      </div>
      <Foot
        step="rules"
        blocked={state.isReading}
        next={{ label: `${t('common.next')}${t('common.colon')}${t('import.steps.check')}`, run: () => goTo('check') }}
      />
    </>
  );
}

function Rules({ sheet, state }: { sheet: SheetState; state: ImportState }) {
  const { t } = useWords();
  const answer = answerAt(state.answers, sheet);
  const trial = useTrial(sheet, state);
  const problems = trialOf(trial.data, sheet)?.report?.problems ?? [];
  const ambiguous = problems.filter(({ code }) => code === 'date.ambiguous').map(({ seen }) => seen);
  const unit = String(answer?.unit ?? sheet.preview.unit);
  return (
    <>
      <Rule title={t('import.rules.unit')} note={t('import.rules.unitNote')}>
        <Segmented
          className="fit"
          value={unit}
          onChange={(value) => say(sheet, { unit: Number(value) })}
          options={units.map((value) => ({ value: value as string, label: t(`import.rules.units.${value}`) }))}
        />
      </Rule>
      <Rule title={t('import.rules.order')}>
        <div className="col g6">
          {ambiguous.length > 0 ? (
            <span className="tone-mid">
              {t('import.rules.orderAsk', { count: ambiguous.length })}{' '}
              <span className="mono">{[...new Set(ambiguous)].slice(0, 3).join('　')}</span>
            </span>
          ) : (
            <Clear>{t('import.rules.orderClear')}</Clear>
          )}
          <Select
            style={{ width: 220 }}
            aria-label={t('import.rules.order')}
            value={answer?.dateOrder ?? 'auto'}
            onChange={(order: 'auto' | 'dmy' | 'mdy') =>
              order === 'auto' ? unsay(sheet, 'dateOrder') : say(sheet, { dateOrder: order })
            }
            options={[
              { value: 'auto' as const, label: t('import.rules.orderAuto') },
              { value: 'dmy' as const, label: t('import.rules.orderDmy') },
              { value: 'mdy' as const, label: t('import.rules.orderMdy') },
            ]}
          />
        </div>
      </Rule>
      <Rule title={t('import.rules.direction')}>
        <Directions
          words={countWords(problems.filter(({ code }) => code === 'direction.unreadable').map(({ seen }) => seen))}
          said={answer?.directions ?? {}}
          say={(directions) => say(sheet, { directions })}
        />
      </Rule>
      <Rule title={t('import.rules.facts')} note={t('import.rules.factsNote')}>
        <FactFields sheet={sheet} answer={answer} />
      </Rule>
    </>
  );
}

function Rule({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <div className="setting">
      <span>{title}</span>
      <div className="col g4">
        {children}
        {note && <span className="s12 t3">{note}</span>}
      </div>
    </div>
  );
}

const Clear = ({ children }: { children: ReactNode }) => (
  <span className="row g4 t2">
    <IconCheck size={14} stroke={2} color="var(--ok)" aria-hidden />
    {children}
  </span>
);

/** Words of the sheet that do not say in or out. Those already explained stay listed, so that they can be changed. */
function Directions({
  words,
  said,
  say: tell,
}: {
  words: ReadonlyMap<string, number>;
  said: Readonly<Record<string, Direction>>;
  say: (said: Record<string, Direction>) => void;
}) {
  const { t } = useWords();
  const all = [...new Set([...words.keys(), ...Object.keys(said)])];
  if (all.length === 0) return <Clear>{t('import.rules.directionClear')}</Clear>;
  return (
    <div className="col g6">
      {words.size > 0 && <span className="tone-mid">{t('import.rules.directionAsk')}</span>}
      {all.map((word) => {
        const rows = words.get(word);
        return (
          <div key={word} className="row">
            <span className="mono b" style={{ width: 120 }}>
              {word === '' ? t('common.empty') : word}
            </span>
            <span className="s12 t3" style={{ width: 72 }}>
              {rows !== undefined && t('import.rules.times', { count: rows })}
            </span>
            <Select
              style={{ width: 220 }}
              allowClear
              aria-label={`${word} ${t('import.rules.meaning')}`}
              placeholder={t('import.rules.notSaid')}
              value={said[word] ?? null}
              onChange={(meaning: Direction | undefined) => {
                const rest = Object.fromEntries(Object.entries(said).filter(([other]) => other !== word));
                tell(meaning === undefined ? rest : { ...rest, [word]: meaning });
              }}
              options={(['in', 'out', 'neutral'] as const).map((value) => ({
                value,
                label: t(`import.rules.meanings.${value}`),
              }))}
            />
          </div>
        );
      })}
    </div>
  );
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
