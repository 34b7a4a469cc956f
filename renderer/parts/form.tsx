import type { ReactNode } from 'react';
import { useWords } from '../app/words.ts';

/** Required fields carry a grey word, never a red star: red is for risk. Hand it to Form's requiredMark. */
export function RequiredLabel(label: ReactNode, { required }: { required: boolean }): ReactNode {
  return (
    <>
      {label}
      {required && <Required />}
    </>
  );
}

export function Required() {
  const { t } = useWords();
  return (
    <span className="t3 s12" style={{ marginInlineStart: 4 }}>
      {t('common.required')}
    </span>
  );
}
