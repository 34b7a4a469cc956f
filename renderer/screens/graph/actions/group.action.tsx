import { IconBoxMultiple } from '@tabler/icons-react';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../app/words.ts';
import { groupTogether } from '../groups.ts';
import type { ActionPanel, ChartAction } from './action.ts';

/** 分组: the selected parties in a frame of one's own. */
export default {
  id: 'group',
  label: ({ t }) => t('chartLook.group'),
  group: 'arrange',
  order: 5,
  on: ['party'],
  keys: 'Ctrl+G',
  icon: IconBoxMultiple,
  possible: ({ parties }) => parties.length > 1,
  Panel: GroupDialog,
} satisfies ChartAction;

function GroupDialog({ context: { parties, graph }, close }: ActionPanel) {
  const { t } = useWords();
  const [name, setName] = useState<string>(() =>
    t('chartLook.groupNamed', { n: (graph.chart?.groups.hand.length ?? 0) + 1 }),
  );
  const done = () => {
    if (name.trim() === '') return;
    groupTogether(parties, name.trim());
    close();
  };
  return (
    <Modal
      open
      width={360}
      title={t('chartLook.groupTitle', { count: parties.length })}
      okText={t('chartLook.group')}
      okButtonProps={{ disabled: name.trim() === '' }}
      onOk={done}
      onCancel={close}
    >
      <Input
        autoFocus
        aria-label={t('chartLook.groupName')}
        maxLength={30}
        value={name}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) done();
        }}
      />
    </Modal>
  );
}
