import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import type { ModelRun, ModelWords } from '../../../shared/protocol/findings.requests.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useFieldNames } from '../../parts/field-names.ts';

/** How a model fared at the last run. */
export type Outcome = ModelRun['status'] | 'never';

export interface ModelLine {
  readonly model: ModelWords;
  readonly run: ModelRun | undefined;
  readonly outcome: Outcome;
}

/** What a run lacked, in words: the model's own, else the names of the fields. */
export function useLacks(): (run: ModelRun | undefined) => string[] {
  const { lang } = useWords();
  const nameOf = useFieldNames();
  return (run) =>
    run === undefined
      ? []
      : run.missingWords.length > 0
        ? run.missingWords.map((words) => inLang(words, lang))
        : run.missing.map(nameOf);
}

export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const { t } = useWords();
  const word = t(`findings.models.state.${outcome}`);
  switch (outcome) {
    case 'ran':
      return (
        <span className="state t2">
          <IconCheck size={14} stroke={2} color="var(--ok)" aria-hidden />
          {word}
        </span>
      );
    case 'cannot-judge':
      return (
        <span className="state tone-mid">
          <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
          {word}
        </span>
      );
    case 'failed':
      return (
        <span className="state tone-high">
          <IconX size={14} stroke={2} aria-hidden />
          {word}
        </span>
      );
    case 'never':
      return <span className="state t3">{word}</span>;
  }
}
