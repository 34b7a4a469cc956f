import { Input, Modal, Radio, Segmented, Select } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { isComposing } from '../../../app/keyboard.ts';
import { useApp } from '../../../app/store.ts';
import { useWords } from '../../../app/words.ts';
import { client } from '../../../client/client.ts';
import { useAnswer } from '../../../client/queries.ts';
import { Entity } from '../../../parts/mark.tsx';
import { Answered } from '../../../parts/states.tsx';
import { useModels } from '../../findings/models.ts';
import type { ActionPanel } from '../actions/action.ts';
import { did, reread } from '../graph-store.ts';
import { asked, type Period } from '../period.ts';
import { EvidenceChoice } from './evidence-choice.tsx';
import { linksConcerned, partiesConcerned } from './links-concerned.ts';

const MOST_LINKS = 200;
const severities = [3, 2, 1] as const;
const bandOf = { 3: 'high', 2: 'medium', 1: 'low' } as const;

/** 加入疑点: a finding made by hand from rows of what is selected, or these rows laid beside a finding that there is. */
export function AddFinding({ context, close }: ActionPanel) {
  const { t, graph, attempt, say } = context;
  const period = useApp(({ kept }) => kept['graph.period'] as Period | undefined) ?? {};
  const [links] = useState(() => linksConcerned(context));
  const [parties] = useState(() => partiesConcerned(context, links));
  const [how, setHow] = useState<'fresh' | 'known'>('fresh');
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [severity, setSeverity] = useState<1 | 2 | 3>(2);
  const [finding, setFinding] = useState<number | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState(false);
  const some = links.slice(0, MOST_LINKS).map(({ kind, source, target }) => ({ kind, source, target }));
  const query = useAnswer('graph.evidence', { links: some, ...asked(period) });
  const rows = query.data?.rows ?? [];
  const only = rows.length > 0 && rows.length <= 20 ? rows : undefined;
  // few rows are all meant; of many a person says which
  useEffect(() => {
    if (only) setChosen(new Set(only.map(({ rowId }) => rowId)));
  }, [only]);
  const cited = rows
    .filter(({ rowId }) => chosen.has(rowId))
    .map(({ rowId, field }) => ({ rowId, ...(field === null ? {} : { field }) }));
  const isReady =
    cited.length > 0 && reason.trim() !== '' && (how === 'fresh' ? title.trim() !== '' : finding !== null);

  const make = async () => {
    const made = await client.request('finding.make', { title, reason, severity, parties, rows: cited });
    const turn = (name: 'finding.remove' | 'finding.restore') => async () => {
      await client.request(name, { id: made.id });
      await reread();
    };
    did({ name: 'finding', count: 1, undo: turn('finding.remove'), redo: turn('finding.restore') });
    say(t('deeds.finding.made', { number: made.number, count: cited.length }));
  };
  const add = async (id: number) => {
    let { number, added } = await client.request('finding.add-rows', { id, reason, rows: cited });
    did({
      name: 'evidence',
      count: added.length,
      undo: async () => {
        await client.request('finding.drop-rows', { id, rows: added });
        await reread();
      },
      redo: async () => {
        ({ number, added } = await client.request('finding.add-rows', { id, reason, rows: cited }));
        await reread();
      },
    });
    say(t('deeds.finding.added', { number, count: added.length }));
  };
  const save = async () => {
    if (!isReady || busy) return;
    setBusy(true);
    const done = await attempt(async () => {
      await (how === 'fresh' ? make() : add(finding!));
      await reread();
      return true;
    });
    setBusy(false);
    if (done) close();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    void save();
  };
  return (
    <Modal
      open
      centered
      width={820}
      title={t('deeds.finding.title')}
      okText={t(how === 'fresh' ? 'deeds.finding.make' : 'deeds.finding.add')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !isReady, loading: busy, title: 'Ctrl Enter' }}
      onOk={() => void save()}
      onCancel={close}
    >
      <div className="col add-finding" role="group" aria-label={t('deeds.finding.title')} onKeyDown={press}>
        <Segmented
          value={how}
          onChange={setHow}
          aria-label={t('deeds.finding.title')}
          options={(['fresh', 'known'] as const).map((value) => ({ value, label: t(`deeds.finding.${value}`) }))}
        />
        {how === 'fresh' ? (
          <>
            <Input
              autoFocus
              maxLength={200}
              aria-label={t('deeds.finding.name')}
              placeholder={`${t('deeds.finding.name')}${t('common.comma')}${t('deeds.finding.namePlaceholder')}`}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
            <div className="row g12 wrap">
              <span className="t2 s12">{t('deeds.finding.risk')}</span>
              <Radio.Group
                aria-label={t('deeds.finding.risk')}
                value={severity}
                onChange={({ target }) => setSeverity(target.value as 1 | 2 | 3)}
                options={severities.map((value) => ({ value, label: t(`common.risk.${bandOf[value]}`) }))}
              />
              <span className="t2 s12">{t('deeds.finding.about')}</span>
              <span className="row g8 wrap grow">
                {parties.map((id) => {
                  const node = graph.nodes.find((each) => each.id === id);
                  return node ? (
                    <Entity key={id} drawnAs={node.drawnAs} size={14}>
                      {node.name}
                    </Entity>
                  ) : null;
                })}
              </span>
            </div>
          </>
        ) : (
          <KnownFinding finding={finding} setFinding={setFinding} about={parties[0]} />
        )}
        <Input.TextArea
          rows={2}
          maxLength={20_000}
          aria-label={t('deeds.finding.reason')}
          placeholder={`${t('deeds.finding.reason')}${t('common.comma')}${t('deeds.finding.reasonPlaceholder')}`}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <h3 className="h3">{t('deeds.finding.rows')}</h3>
        {links.length === 0 ? (
          <EvidenceChoice rows={[]} total={0} aside={0} chosen={chosen} choose={setChosen} />
        ) : (
          <Answered query={query}>{(data) => <EvidenceChoice {...data} chosen={chosen} choose={setChosen} />}</Answered>
        )}
        {links.length > MOST_LINKS && (
          <span className="s12 t3">{t('deeds.finding.partLinks', { shown: MOST_LINKS, total: links.length })}</span>
        )}
        <p className="note s12">{t(how === 'fresh' ? 'deeds.finding.note' : 'deeds.finding.contextNote')}</p>
      </div>
    </Modal>
  );
}

/** Which finding the rows are laid beside: those about the party first, any by its number, party or words. */
function KnownFinding({
  finding,
  setFinding,
  about,
}: {
  readonly finding: number | null;
  setFinding(id: number): void;
  readonly about: number | undefined;
}) {
  const { titleOf, sentenceOf } = useModels();
  const [text, setText] = useState('');
  const { t } = useWords();
  const own = useAnswer('findings.list', {
    group: 'none',
    limit: 50,
    suppressed: 'with',
    ...(text === '' && about !== undefined ? { party: about } : { text }),
  });
  return (
    <Select
      autoFocus
      showSearch={{ filterOption: false, onSearch: setText }}
      aria-label={t('deeds.finding.which')}
      placeholder={t('deeds.finding.whichPlaceholder')}
      value={finding}
      onChange={(id: number) => setFinding(id)}
      options={(own.data?.rows ?? []).map((row) => ({
        value: row.id,
        label: `${row.number} ${titleOf(row.model)}${t('common.colon')}${sentenceOf(row)}`,
      }))}
    />
  );
}
