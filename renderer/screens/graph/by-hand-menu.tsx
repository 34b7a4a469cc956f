import { IconPencilPlus } from '@tabler/icons-react';
import { Button, Dropdown, type MenuProps, Tooltip } from 'antd';
import { linkKind } from '../../../shared/ontology/index.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { changeEntry, enterByHand } from '../manual/entry-asked.ts';
import { addParties, reread, useGraph } from './graph-store.ts';

/** Where a menu was asked for: at a place of the window, over a party, a link, or nothing. */
export interface MenuAt {
  readonly x: number;
  readonly y: number;
  readonly party: number | null;
  readonly link: string | null;
}

/** What can be entered by hand, at what was pointed to: parties and links anywhere, a change where a link was typed. */
function useByHandItems(at: Pick<MenuAt, 'party' | 'link'> | null): NonNullable<MenuProps['items']> {
  const { t } = useWords();
  const { attempt } = useAsk();
  const { selectedParties, links } = useGraph();
  const chosen =
    at?.party === null || at === null
      ? selectedParties
      : [at.party, ...selectedParties.filter((id) => id !== at.party)];
  const link = links.find((each) => each.id === at?.link);
  const typed = link && linkKind(link.kind)?.byHand !== undefined ? link : undefined;
  const show = (rowId: number) =>
    void attempt(async () => {
      const { rows } = await client.request('manual.list', { limit: 20 });
      const entry = rows.find((each) => each.rowId === rowId);
      await reread();
      if (entry) await addParties(entry.parties.map(({ id }) => id));
    });
  const addLink = (from: number | undefined, to: number | undefined) => enterByHand({ what: 'link', from, to }, show);
  return [
    ...(typed
      ? [{ key: 'change', label: t('manual.graph.change'), onClick: () => void attempt(() => changeLink(typed)) }]
      : []),
    { key: 'paste', label: `${t('manual.graph.paste')}  Ctrl V`, onClick: () => enterByHand({ what: 'party' }, show) },
    { key: 'party', label: t('manual.add.party'), onClick: () => enterByHand({ what: 'party' }, show) },
    {
      key: 'link',
      label: chosen.length === 2 ? t('manual.graph.addLink') : t('manual.add.link'),
      onClick: () => addLink(chosen[0], chosen[1]),
    },
    { key: 'record', label: t('manual.add.record'), onClick: () => enterByHand({ what: 'record' }, show) },
  ];
}

/** Opens the entry behind a link that was typed; of several the newest. */
async function changeLink({ kind, source, target }: { kind: string; source: number; target: number }): Promise<void> {
  const { list } = await client.request('graph.link-rows', { kind, source, target, limit: 1 });
  const [row] = list;
  if (!row) return;
  const { manual } = await client.request('source.read', { rowId: row.rowId, around: 0 });
  if (manual) changeEntry(manual, () => void reread());
}

/** 录入: the button in the toolbar, the same list as the menu of the chart. */
export function ByHandButton() {
  const { t } = useWords();
  const items = useByHandItems(null);
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Tooltip title={t('manual.title')}>
        <Button type="text" aria-label={t('manual.title')} icon={<IconPencilPlus size={16} stroke={1.5} />} />
      </Tooltip>
    </Dropdown>
  );
}

/** The menu at the pointer, or at the canvas where the keyboard asked for it. */
export function ByHandMenu({ at, close }: { at: MenuAt | null; close: () => void }) {
  const items = useByHandItems(at);
  if (!at) return null;
  return (
    <Dropdown
      open
      trigger={['click']}
      autoFocus
      menu={{ items, onClick: close }}
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
    </Dropdown>
  );
}
