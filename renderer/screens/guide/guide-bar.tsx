import { IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Button } from 'antd';
import { go, useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { type GuideStep, guideSteps } from './steps.ts';

/** The guided task of the sample case: one line above the status bar, seven steps, each a click away. */
export function GuideBar() {
  const { t } = useWords();
  const { attempt } = useAsk();
  const [at, setAt] = useKept('guide.step', 0);
  const [isFolded, setFolded] = useKept('guide.folded', false);
  const step = guideSteps[at] ?? 'import';
  if (isFolded) return null;
  const move = (to: number) => {
    const next = guideSteps[to];
    if (!next) return;
    setAt(to);
    void attempt(() => goToStep(next));
  };
  return (
    <section className="guide" aria-label={t('guide.title')}>
      <span className="h3 nw">{t('guide.title')}</span>
      <ol className="row g4 guide-dots">
        {guideSteps.map((each, index) => (
          <li key={each}>
            <button
              type="button"
              className={`plain step-dot ${index < at ? 'done' : ''} ${index === at ? 'now' : ''}`}
              aria-current={index === at ? 'step' : undefined}
              aria-label={`${index + 1} ${t(`guide.steps.${each}.title`)}`}
              title={t(`guide.steps.${each}.title`)}
              onClick={() => move(index)}
            >
              {index + 1}
            </button>
          </li>
        ))}
      </ol>
      <span className="b nw">{t(`guide.steps.${step}.title`)}</span>
      <span className="t2 grow guide-task" title={t(`guide.steps.${step}.task`)}>
        {t(`guide.steps.${step}.task`)}
      </span>
      <Button size="small" onClick={() => void attempt(() => goToStep(step))}>
        {t('guide.go')}
      </Button>
      <span className="row g0">
        <Button
          type="text"
          size="small"
          aria-label={t('guide.previous')}
          disabled={at === 0}
          icon={<IconChevronLeft size={16} stroke={1.5} />}
          onClick={() => move(at - 1)}
        />
        <Button
          type="text"
          size="small"
          aria-label={t('guide.next')}
          disabled={at === guideSteps.length - 1}
          icon={<IconChevronRight size={16} stroke={1.5} />}
          onClick={() => move(at + 1)}
        />
        <Button
          type="text"
          size="small"
          aria-label={t('guide.hide')}
          title={t('guide.hide')}
          icon={<IconChevronDown size={16} stroke={1.5} />}
          onClick={() => setFolded(true)}
        />
      </span>
    </section>
  );
}

/** The way back to a folded guide, in the status bar. */
export function GuideChip() {
  const { t } = useWords();
  const [isFolded, setFolded] = useKept('guide.folded', false);
  if (!isFolded) return null;
  return (
    <button type="button" className="link s12" onClick={() => setFolded(false)}>
      {t('guide.show')}
    </button>
  );
}

/** Where a step happens. The second opens the most conspicuous party, the sixth a conference that was judged genuine. */
async function goToStep(step: GuideStep): Promise<void> {
  switch (step) {
    case 'import':
      return go('import', {});
    case 'parties': {
      const { top } = await client.request('overview.read', {});
      return top[0] ? go('party', { id: top[0].party.id }) : go('overview', {});
    }
    case 'overview':
      return go('overview', {});
    case 'money':
      return go('graph', {});
    case 'findings':
      return go('findings', {});
    case 'meeting': {
      const { rows } = await client.request('conferences.list', { result: 'genuine', limit: 1 });
      return rows[0] ? go('conference', { rowId: rows[0].rowId }) : go('findings', {});
    }
    case 'seal':
      return go('report', {});
  }
}
