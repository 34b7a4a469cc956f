import { fen as asFen, exactYuan } from '../../../shared/evidence/money.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { useWords } from '../../app/words.ts';

/** How amounts and dates in words were understood: 去年国庆 is 2023-10-01 至 2023-10-07. Nothing where neither was typed. */
export function Understood({ found }: { found: Answer<'search'> | undefined }) {
  const { t } = useWords();
  const { from, to, least, most } = found?.understood ?? {};
  const yuan = (fen: number) => exactYuan(asFen(fen));
  const parts = [
    from !== undefined && to !== undefined && t('search.days', { from, to }),
    least !== undefined && most !== undefined && t('search.amounts', { least: yuan(least), most: yuan(most) }),
    least !== undefined && most === undefined && t('search.amountsFrom', { least: yuan(least) }),
  ];
  return parts.filter((part) => part !== false).join(t('common.comma'));
}
