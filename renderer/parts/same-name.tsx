import { go } from '../app/store.ts';
import { useWords } from '../app/words.ts';

/** 同名×n: so many parties bear the name and are not held for one; opens all of them. Nothing where nobody else does. */
export function SameName({ name, count }: { name: string; count: number }) {
  const { t } = useWords();
  if (count < 2) return null;
  return (
    <button
      type="button"
      className="chip mid"
      title={t('common.sameNameTitle', { name, count })}
      onClick={() => go('results', { text: name })}
    >
      {t('common.sameName', { count })}
    </button>
  );
}
