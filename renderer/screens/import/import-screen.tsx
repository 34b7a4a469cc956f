import type { PlaceParams } from '../../app/store.ts';
import { EntriesScreen } from '../manual/entries-screen.tsx';
import { BatchRows } from './batch-rows.tsx';
import { Batches } from './batches.tsx';
import { ImportViews } from './import-views.tsx';
import { QualityBoard } from './quality-board.tsx';
import { useQueue } from './queue.ts';
import { Wizard } from './wizard.tsx';

/** 数据导入: the batches of the case, its quality board, rows of a batch to look at, what was entered by hand, or the import under way. */
export function ImportScreen({ params }: { params: PlaceParams['import'] }) {
  const isUnderWay = useQueue((queue) => queue.files.length > 0);
  if (params.entries !== undefined)
    return <EntriesScreen chosen={params.entries === true ? undefined : params.entries} />;
  if (params.batch !== undefined && params.rows) return <BatchRows batch={params.batch} filter={params.rows} />;
  if (params.view === 'quality')
    return (
      <div className="col full">
        <ImportViews here="quality" />
        <QualityBoard />
      </div>
    );
  return isUnderWay && params.batch === undefined ? <Wizard /> : <Batches chosen={params.batch} />;
}
