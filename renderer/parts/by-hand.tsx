import { IconPencil } from '@tabler/icons-react';
import { useWords } from '../app/words.ts';

/** 手工: the same mark wherever something stands that a person typed. */
export function ByHand({ bare = false }: { bare?: boolean }) {
  const { t } = useWords();
  return (
    <span className={bare ? 'by-hand bare' : 'by-hand'} title={t('manual.markTitle')}>
      <IconPencil size={12} stroke={1.8} aria-hidden />
      {!bare && t('manual.mark')}
      {bare && <span className="unseen">{t('manual.mark')}</span>}
    </span>
  );
}
