import { IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Button, Popover } from 'antd';
import { useKept } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { KnownAnswer } from './known-answer.tsx';
import { goToStep, guideSteps } from './steps.ts';

/** The guided task of the sample case: one line above the status bar, seven steps, each a click away, each with its answer. */
export function GuideBar() {
  const { t, lang } = useWords();
  const { attempt } = useAsk();
  const guide = useAnswer('sample.guide', {});
  const [at, setAt] = useKept('guide.step', 0);
  const [isFolded, setFolded] = useKept('guide.folded', false);
  const known = guide.data?.steps[at];
  const step = guideSteps[at];
  if (isFolded || !known || !step) return null;
  const move = (to: number) => {
    const next = guideSteps[to];
    const answer = guide.data?.steps[to]?.answer;
    if (!next || !answer) return;
    setAt(to);
    void attempt(() => goToStep(next, answer));
  };
  const task = inLang(known.task, lang);
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
              aria-label={`${index + 1} ${t(`guide.steps.${each}`)}`}
              title={t(`guide.steps.${each}`)}
              onClick={() => move(index)}
            >
              {index + 1}
            </button>
          </li>
        ))}
      </ol>
      <span className="b nw">{t(`guide.steps.${step}`)}</span>
      <span className="t2 grow guide-task" title={task}>
        {task}
      </span>
      <Popover
        key={step}
        trigger="click"
        placement="topRight"
        title={t('guide.answer')}
        destroyOnHidden
        content={<KnownAnswer known={known} />}
      >
        <Button size="small">{t('guide.answer')}</Button>
      </Popover>
      <Button size="small" onClick={() => void attempt(() => goToStep(step, known.answer))}>
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
