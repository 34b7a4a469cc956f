import { Input, Modal } from 'antd';
import { useState } from 'react';
import { isComposing } from '../../app/keyboard.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { useGraph } from './graph-store.ts';
import { pictureNow, stand, standingView } from './saved-view.ts';

/** 保存视图: the chart as it is now under a name; under a name that is taken it replaces that view. */
export function SaveView({ close }: { close(): void }) {
  const { t } = useWords();
  const { attempt, say } = useAsk();
  const { nodes, shown } = useGraph();
  const [standing] = useState(standingView);
  const [name, setName] = useState(standing?.name ?? '');
  const [note, setNote] = useState(standing?.note ?? '');
  const [busy, setBusy] = useState(false);
  const views = useAnswer('graph.views-list', {}).data?.views ?? [];
  const taken = views.find((view) => view.name === name.trim());
  const possible = name.trim() !== '' && nodes.length > 0 && !busy;
  const save = () =>
    attempt(async () => {
      const picture = pictureNow();
      if (!picture || !possible) return;
      setBusy(true);
      try {
        const called = name.trim();
        const { view, at } = await client.request('graph.views-save', {
          ...(taken ? { view: taken.view } : {}),
          name: called,
          note: note.trim(),
          ...picture,
        });
        stand({ view, name: called, note: note.trim(), at });
        say(t('views.saved', { name: called }));
        close();
      } finally {
        setBusy(false);
      }
    });
  return (
    <Modal
      open
      centered
      width={440}
      title={t('views.saveTitle')}
      okText={taken ? t('views.saveOver', { name: taken.name }) : t('views.saveDo')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !possible }}
      onCancel={close}
      onOk={() => void save()}
    >
      <div className="col g6">
        <label htmlFor="view-name">{t('views.name')}</label>
        <Input
          id="view-name"
          autoFocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={(event) => !isComposing(event.nativeEvent) && void save()}
        />
        <label htmlFor="view-note">{t('views.note')}</label>
        <Input.TextArea
          id="view-note"
          maxLength={2_000}
          rows={2}
          placeholder={t('views.notePlaceholder')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <span className="s12 t2">{t('views.holds', { parties: nodes.length, links: shown.links.size })}</span>
        {taken && <span className="s12 tone-mid">{t('views.exists')}</span>}
      </div>
    </Modal>
  );
}
