import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { useWords, wordTable } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { Head } from '../../parts/pane.tsx';
import { countText } from '../../parts/show.ts';
import { say } from './queue.ts';
import type { ProblemFilter, RowScope, Treatment } from './treatment.ts';

type Rows = Answer<'import.rows'>;
type Deed = 'suggested' | 'skip' | 'dmy' | 'mdy' | 'in' | 'out';

interface Group {
  readonly key: string;
  readonly title: string;
  readonly rows: number;
  readonly filter: ProblemFilter;
  readonly deeds: readonly Deed[];
}

/** 批量处理: one line for each kind of problem, in each column or over all sheets, with what can be done about all of its rows at once. */
export function ProblemBulk({
  groups,
  kinds,
  scope,
  treatment,
}: {
  groups: Rows['groups'];
  kinds: Rows['kinds'];
  scope: RowScope;
  treatment: Treatment;
}) {
  const { t, lang } = useWords();
  const { attempt } = useAsk();
  const [asked, setAsked] = useState<{ group: Group; deed: Deed }>();
  const [reason, setReason] = useState('');
  const short: Readonly<Record<string, string>> = wordTable(lang).checking.short;
  const isWritten = 'batch' in scope;

  const lines: Group[] = groups.map(({ code, sheet, column, header, rows }) => ({
    key: `${sheet} ${code} ${column}`,
    title: [header, short[code] ?? code].filter(Boolean).join(' '),
    rows,
    filter: { code, ...(sheet === null ? {} : { sheet }), ...(column === null ? {} : { column }) },
    deeds: [
      ...(/unreadable/.test(code) ? (['suggested', 'skip'] as const) : []),
      ...(code === 'date.ambiguous' && !isWritten ? (['dmy', 'mdy'] as const) : []),
      ...(code === 'value.missing' ? (['skip'] as const) : []),
    ],
  }));
  const repeated = kinds.duplicate ?? 0;
  if (repeated > 0)
    lines.push({
      key: 'duplicate',
      title: t('checking.kinds.duplicate'),
      rows: repeated,
      filter: { kind: 'duplicate' },
      deeds: ['in', 'out'],
    });

  const run = async (group: Group, deed: Deed, why: string) => {
    const { rows } = await client.request('import.matching', { ...scope, filter: group.filter });
    if (deed === 'skip')
      return treatment.skip(
        rows.filter(({ state }) => state === 'rejected'),
        why,
      );
    if (deed === 'in' || deed === 'out') {
      const fits = deed === 'in' ? 'duplicate' : 'imported';
      return treatment.repetitions(
        rows.filter(({ state }) => state === fits),
        deed === 'in',
        why,
      );
    }
    if (deed === 'dmy' || deed === 'mdy') {
      const places = new Map(rows.map((row) => [`${row.sha256} ${row.file} ${row.sheet}`, row]));
      for (const place of places.values()) say(place, { dateOrder: deed });
      return;
    }
    const fixes = rows.flatMap((row) => (row.suggestion ? [{ ...row, ...row.suggestion }] : []));
    if (fixes.length > 0) await treatment.fix(fixes, why);
  };
  const start = (group: Group, deed: Deed) => {
    if (treatment.needsReason) setAsked({ group, deed });
    else void attempt(() => run(group, deed, ''));
  };
  return (
    <>
      <Head title={t('checking.bulk')} sub={t('checking.bulkSub')} />
      <div className="sec col g6">
        {lines.map((group) => (
          <div key={group.key} className="row g6">
            <span className="grow ell" title={group.title}>
              {group.title} <span className="t3 num">{countText(group.rows)}</span>
            </span>
            {group.deeds.length > 0 ? (
              <Select
                size="small"
                style={{ width: 148, flex: 'none' }}
                aria-label={group.title}
                value={null}
                placeholder={t('checking.deeds.none')}
                options={group.deeds.map((deed) => ({ value: deed, label: t(`checking.deeds.${deed}`) }))}
                onSelect={(deed: Deed | null) => deed && start(group, deed)}
              />
            ) : (
              <span className="t3 s12 none">{t('checking.keptAsIs')}</span>
            )}
          </div>
        ))}
      </div>
      <Modal
        open={asked !== undefined}
        centered
        title={asked && `${asked.group.title}${t('common.colon')}${t(`checking.deeds.${asked.deed}`)}`}
        okText={t('checking.change')}
        cancelText={t('common.cancel')}
        okButtonProps={{ disabled: reason.trim() === '' }}
        onCancel={() => setAsked(undefined)}
        onOk={() => {
          if (asked) void attempt(() => run(asked.group, asked.deed, reason.trim()));
          setAsked(undefined);
          setReason('');
        }}
      >
        <Input.TextArea
          rows={2}
          maxLength={200}
          aria-label={t('checking.reason')}
          placeholder={t('checking.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </>
  );
}
