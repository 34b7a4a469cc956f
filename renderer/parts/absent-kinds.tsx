import { go } from '../app/store.ts';
import { useWords } from '../app/words.ts';

/** 尚无: the kinds of data that are not there yet, in one quiet line with the way to bring them in. Nothing where all are there. */
export function AbsentKinds({ kinds }: { kinds: readonly string[] }) {
  const { t } = useWords();
  if (kinds.length === 0) return null;
  return (
    <p className="absent s12 t3">
      {t('overview.coverage.absent', { count: kinds.length })}
      {kinds.join(t('common.listSeparator'))}
      {'　'}
      <button type="button" className="link s12" onClick={() => go('import', {})}>
        {t('overview.coverage.import')}
      </button>
    </p>
  );
}
