import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { Button, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { isComposing } from '../../app/keyboard.ts';
import { useWords } from '../../app/words.ts';
import { findNext, matching } from './find.ts';
import { useGraph } from './graph-store.ts';

/** 在图上查找: parties on the chart whose name holds the typed text, one after the other. */
export function FindBar({ leave }: { leave(): void }) {
  const { t } = useWords();
  const { chart, nodes, selectedParties, sought } = useGraph();
  const [text, setText] = useState(sought);
  const found = matching(nodes, text);
  const here = found.findIndex(({ id }) => id === selectedParties[0]);
  const type = (typed: string) => {
    setText(typed);
    useGraph.setState({ sought: typed });
    const [first] = matching(nodes, typed);
    if (first) {
      chart?.select([first.id]);
      chart?.centre(first.id);
    }
  };
  const close = () => {
    useGraph.setState({ finding: false });
    leave();
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' || event.key === 'F3') findNext(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <search className="chart-over find-bar" aria-label={t('deeds.find')} onKeyDown={press}>
      <Input
        autoFocus
        size="small"
        variant="borderless"
        aria-label={t('deeds.find')}
        placeholder={t('deeds.find')}
        value={text}
        // what was sought last stands there to be typed over
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => type(event.target.value)}
      />
      <span className="s12 t2 nw" role="status">
        {text.trim() === '' ? '' : t('deeds.found', { at: here + 1, total: found.length })}
      </span>
      <Button
        type="text"
        size="small"
        disabled={found.length === 0}
        aria-label={t('deeds.findLast')}
        icon={<IconChevronUp size={15} stroke={1.5} />}
        onClick={() => findNext(-1)}
      />
      <Button
        type="text"
        size="small"
        disabled={found.length === 0}
        aria-label={t('deeds.findNext')}
        icon={<IconChevronDown size={15} stroke={1.5} />}
        onClick={() => findNext(1)}
      />
      <Button
        type="text"
        size="small"
        aria-label={t('common.close')}
        icon={<IconX size={15} stroke={1.5} />}
        onClick={close}
      />
    </search>
  );
}
