import { journalHead } from '../../journal/write-journal.ts';
import { readMeta } from '../../store/meta.ts';
import { TOOL } from '../../tool.ts';
import type { PageValue, ReportContext, ReportPage } from '../page.ts';

/** 封面: which case, who made it, when, and up to which data and which entry of the journal it speaks. */
export const coverPage: ReportPage = {
  id: 'cover',
  plain: true,
  columns: [
    { title: 'item', kind: 'text', width: 22 },
    { title: 'value', kind: 'text', width: 90, wrap: true },
  ],
  count: (context) => lines(context).length,
  rows: lines,
};

function lines({ store, word, mask, purpose, actor, caseId, at }: ReportContext): PageValue[][] {
  const meta = (key: 'title' | 'number' | 'classification' | 'unit') => readMeta(store, key) ?? '';
  const until = store.db
    .prepare('select max(last_day) from sheet s join batch b on b.id = s.batch where b.state = ?')
    .pluck()
    .get('written') as string | null;
  const head = journalHead(store, caseId);
  const level = { internal: word('maskInternal'), partner: word('maskPartner'), public: word('maskPublic') }[
    mask.level
  ];
  return [
    [word('reportTitle'), ''],
    [word('caseTitle'), mask.free(meta('title'))],
    [word('caseNumber'), meta('number')],
    [word('classification'), meta('classification')],
    [word('unit'), meta('unit')],
    [word('madeAt'), at.toISOString()],
    [word('madeBy'), mask.level === 'public' ? '' : actor],
    [word('tool'), TOOL],
    [word('purpose'), purpose],
    [word('mask'), level],
    [word('dataUntil'), until ?? ''],
    [word('auditHead'), `${head.seq} ${head.hash}`],
    [word('note'), word('statement')],
  ];
}
