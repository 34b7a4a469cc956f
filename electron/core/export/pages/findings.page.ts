import { sentence } from '../../../../shared/evidence/sentence.ts';
import type { SentenceValue } from '../../../../shared/protocol/parts.ts';
import type { FindingSubject } from '../../store/read-findings.ts';
import { findingTags } from '../../tags/finding-tags.ts';
import { modelWords } from '../model-words.ts';
import type { PageValue, ReportContext, ReportPage } from '../page.ts';
import { tagCell } from '../tag-words.ts';

interface Finding {
  id: number;
  number: string;
  model: string;
  version: number;
  severity: number;
  confidence: number;
  params: string;
  fen: number | null;
  first_day: string | null;
  last_day: string | null;
  status: string;
  counter: string;
  evidence: number;
}

/** 疑点清单: one line each, in the order of their numbers. */
export const findingsPage: ReportPage = {
  id: 'findings',
  columns: [
    { title: 'number', kind: 'text', width: 18 },
    { title: 'model', kind: 'text', width: 24 },
    { title: 'severity', kind: 'count', width: 8 },
    { title: 'confidence', kind: 'number', width: 8 },
    { title: 'subjects', kind: 'text', width: 36, wrap: true },
    { title: 'sentence', kind: 'text', width: 70, wrap: true },
    { title: 'amount', kind: 'money', width: 18 },
    { title: 'from', kind: 'day', width: 12 },
    { title: 'to', kind: 'day', width: 12 },
    { title: 'rows', kind: 'count', width: 8 },
    { title: 'status', kind: 'text', width: 10 },
    { title: 'focusAreas', kind: 'text', width: 30, wrap: true },
    { title: 'chainLinks', kind: 'text', width: 18 },
    { title: 'postTags', kind: 'text', width: 18 },
    { title: 'counter', kind: 'text', width: 50, wrap: true },
  ],
  count: (context) => findingsOf(context).length,
  *rows(context) {
    const { store, lang, mask } = context;
    const findings = findingsOf(context);
    const tagsOf = findingTags(store);
    const subjects = store.db.prepare(
      'select s.role as role, s.party as party, p.kind as kind, p.role as partyRole, s.name as name from finding_subject s left join party p on p.id = s.party where s.finding = ? order by s.pos',
    );
    for (const f of findings) {
      const who = subjects.all(f.id) as FindingSubject[];
      const tags = tagsOf({ model: f.model, subjects: who });
      const masked = new Map(who.map((s) => [s.name, mask.name(s.party, s.kind, s.name)]));
      yield [
        f.number,
        modelWords(store, f.model, lang).title,
        f.severity,
        f.confidence,
        [...masked.values()].join('；'),
        sentence(modelWords(store, f.model, lang).summary, maskedParams(f.params, masked, context), lang),
        f.fen,
        f.first_day,
        f.last_day,
        f.evidence,
        statusWord(f.status, context),
        tagCell(tags, lang, 'area'),
        tagCell(tags, lang, 'link'),
        tagCell(tags, lang, 'post'),
        mask.free(f.counter),
      ] satisfies PageValue[];
    }
  },
};

/** Those that stand; of a dossier, those that name the party. */
function findingsOf({ store, party }: ReportContext): Finding[] {
  const named = party === undefined ? 'true' : 'f.id in (select finding from finding_subject where party = ?)';
  return store.db
    .prepare<number[], Finding>(
      `select f.*, (select count(distinct row) from finding_row where finding = f.id and role = 'evidence') as evidence
       from finding f where gone_run is null and ${named} order by number`,
    )
    .all(...(party === undefined ? [] : [party]));
}

/** Texts inside a sentence are names of subjects (masked like them) or words of the evidence. */
function maskedParams(
  json: string,
  names: ReadonlyMap<string, string>,
  { mask }: ReportContext,
): Record<string, SentenceValue> {
  const params = JSON.parse(json) as Record<string, SentenceValue>;
  if (mask.level === 'internal') return params;
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      value.type === 'text' ? { type: 'text', value: names.get(value.value) ?? mask.free(value.value) } : value,
    ]),
  );
}

export function statusWord(status: string, { word }: Pick<ReportContext, 'word'>): string {
  switch (status) {
    case 'open':
      return word('figureOpen');
    case 'checking':
      return word('figureChecking');
    case 'confirmed':
      return word('figureConfirmed');
    case 'excluded':
      return word('figureExcluded');
    default:
      return word('figureDoubtful');
  }
}
