import { Input, Modal } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { isComposing } from '../../../app/keyboard.ts';
import { client } from '../../../client/client.ts';
import { did, reread } from '../graph-store.ts';
import type { ActionPanel, ChartAction } from './action.ts';

/** 添加备注: a note on the party itself, kept in the case; it stands in the dossier too. */
export default {
  id: 'note',
  label: ({ t }) => t('deeds.note'),
  group: 'enter',
  order: 7,
  on: ['party'],
  possible: ({ parties }) => parties.length === 1,
  Panel: WriteNote,
} satisfies ChartAction;

function WriteNote({ context: { t, parties, graph, attempt }, close }: ActionPanel) {
  const [text, setText] = useState('');
  const party = parties[0]!;
  const save = () =>
    attempt(async () => {
      const { note } = await client.request('party.note-write', { party, text });
      close();
      await reread();
      const turn = (name: 'party.note-remove' | 'party.note-restore') => async () => {
        await client.request(name, { note });
        await reread();
      };
      did({ name: 'note', count: 1, undo: turn('party.note-remove'), redo: turn('party.note-restore') });
    });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey && !isComposing(event.nativeEvent) && text.trim() !== '') void save();
  };
  return (
    <Modal
      open
      centered
      title={t('deeds.noteTitle', { name: graph.chart?.node(party)?.name ?? '' })}
      okText={t('notes.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: text.trim() === '', title: 'Ctrl Enter' }}
      onOk={() => void save()}
      onCancel={close}
    >
      <Input.TextArea
        autoFocus
        rows={4}
        maxLength={2000}
        aria-label={t('notes.text')}
        placeholder={t('notes.text')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
      />
    </Modal>
  );
}
