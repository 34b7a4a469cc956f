import { Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { isComposing } from '../../app/keyboard.ts';
import { useWords } from '../../app/words.ts';
import { useGraph } from './graph-store.ts';
import { writeText } from './texts.ts';

/** The field in which a text on the chart is written, at the place where it will stand. Enter keeps it, Shift and Enter starts a line. */
export function TextField({ leave }: { leave(): void }) {
  const { writing } = useGraph();
  return writing && <OpenField key={`${writing.id} ${writing.x} ${writing.y}`} writing={writing} leave={leave} />;
}

type Writing = NonNullable<ReturnType<typeof useGraph.getState>['writing']>;

function OpenField({ writing, leave }: { writing: Writing; leave(): void }) {
  const { t } = useWords();
  const chart = useGraph((graph) => graph.chart);
  const [text, setText] = useState(writing.text);
  const at = chart?.pixelAt(writing) ?? { x: 0, y: 0 };
  const close = (isKept: boolean) => {
    // pressing a key closes the field, which then loses the focus: it is closed once
    if (useGraph.getState().writing !== writing) return;
    useGraph.setState({ writing: null });
    if (isKept) writeText(writing.id, text, writing);
    leave();
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') close(false);
    else if (event.key === 'Enter' && !event.shiftKey) close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="chart-over text-field" style={{ left: at.x, top: at.y }}>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={500}
        aria-label={t('deeds.text')}
        placeholder={t('deeds.textHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        onBlur={() => close(true)}
      />
    </div>
  );
}
