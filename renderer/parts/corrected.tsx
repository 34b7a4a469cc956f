import { IconReplace } from '@tabler/icons-react';
import { useWords } from '../app/words.ts';

/** 更正: the same mark wherever a value stands that a person put in the place of a cell; its title says what the file has. */
export function Corrected({ original, bare = false }: { original: string; bare?: boolean }) {
  const { t } = useWords();
  return (
    <span className={bare ? 'by-hand solid bare' : 'by-hand solid'} title={t('correct.markTitle', { original })}>
      <IconReplace size={12} stroke={1.8} aria-hidden />
      {bare ? <span className="unseen">{t('correct.mark')}</span> : t('correct.mark')}
    </span>
  );
}
