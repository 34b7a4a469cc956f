import { IconArrowLeft } from '@tabler/icons-react';
import { Button } from 'antd';
import type { ProblemFilter } from '../../../shared/protocol/checking.requests.ts';
import { useShortcuts } from '../../app/keyboard.ts';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { rowsOf } from './batch.ts';
import { ProblemWork } from './problem-work.tsx';
import { afterImport } from './treatment.ts';

/** Rows of a batch that are to be looked at, and what can still be done about them: correct, bring back, skip, import after all. */
export function BatchRows({ batch, filter }: { batch: number; filter: ProblemFilter }) {
  const { t } = useWords();
  const batches = useAnswer('import.batches', {});
  const found = batches.data?.batches.find(({ id }) => id === batch);
  const leave = () => go('import', { batch });
  useShortcuts('here', [{ keys: 'Alt+ArrowLeft', label: t('common.back'), run: leave }]);
  return (
    <div className="col full">
      <div className="head tall">
        <Button size="small" icon={<IconArrowLeft size={15} stroke={1.5} />} onClick={leave}>
          {t('import.batches.detail', { batch })}
        </Button>
        <h2 className="ell">{found?.file}</h2>
        <span className="grow" />
        {found && (
          <span className="t2 s12 num">
            {t('checking.sumOf', {
              read: rowsOf(found, 'read'),
              imported: rowsOf(found, 'imported'),
              rejected: rowsOf(found, 'rejected'),
              duplicate: rowsOf(found, 'duplicate'),
              skipped: rowsOf(found, 'skipped'),
            })}
          </span>
        )}
      </div>
      <ProblemWork key={JSON.stringify(filter)} scope={{ batch }} treatment={afterImport} start={filter} />
    </div>
  );
}
