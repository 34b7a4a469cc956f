import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';

/** 导入批次 | 数据质量: the two pages of the place while no import is under way. */
export function ImportViews({ here }: { here: 'batches' | 'quality' }) {
  const { t } = useWords();
  return (
    <nav className="tool" style={{ gap: 6, padding: '0 12px' }} aria-label={t('quality.views')}>
      <button
        type="button"
        className={here === 'batches' ? 'chip on' : 'chip'}
        aria-current={here === 'batches' ? 'page' : undefined}
        onClick={() => go('import', {})}
      >
        {t('quality.batches')}
      </button>
      <button
        type="button"
        className={here === 'quality' ? 'chip on' : 'chip'}
        aria-current={here === 'quality' ? 'page' : undefined}
        onClick={() => go('import', { view: 'quality' })}
      >
        {t('quality.tab')}
      </button>
    </nav>
  );
}
