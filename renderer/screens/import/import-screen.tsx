import { Batches } from './batches.tsx';
import { useQueue } from './queue.ts';
import { Wizard } from './wizard.tsx';

/** 数据导入: the batches of the case, or the import under way. */
export function ImportScreen({ params }: { params: { batch?: number } }) {
  const isUnderWay = useQueue((queue) => queue.files.length > 0);
  return isUnderWay && params.batch === undefined ? <Wizard /> : <Batches chosen={params.batch} />;
}
