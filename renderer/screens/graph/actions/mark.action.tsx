import type { TagId } from '../../../../shared/ontology/tags.ts';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { tagName } from '../../../parts/tag-filter.tsx';
import { mark, unmark } from '../marks.ts';
import type { ActionContext, ActionPanel, ChartAction } from './action.ts';

const marks: readonly TagId[] = ['post.key_few', 'post.watched', 'post.ruled_out'];

const isOn = ({ graph, parties }: ActionContext, tag: TagId): boolean =>
  parties.every((party) => graph.nodes.find(({ id }) => id === party)?.tags.includes(tag));

/** 标记: 关键少数, 关注, 已排除 as tags of the case, with the reason; chosen once more it is taken away. */
export default {
  id: 'mark',
  label: ({ t }) => t('deeds.mark'),
  group: 'enter',
  order: 6,
  on: ['party'],
  possible: ({ parties }) => parties.length > 0,
  items: (context) =>
    marks.map((tag) => ({ key: tag, label: tagName(tag, context.lang), checked: isOn(context, tag) })),
  Panel: Mark,
} satisfies ChartAction;

function Mark({ context, item, close }: ActionPanel) {
  const { t, lang, parties, graph, say } = context;
  const tag = marks.find((each) => each === item);
  if (!tag) return null;
  const isTaken = isOn(context, tag);
  const [first] = parties;
  const name = graph.nodes.find(({ id }) => id === first)?.name ?? '';
  const words = { tag: tagName(tag, lang), name, count: parties.length };
  const title = parties.length === 1 ? t('deeds.markOne', words) : t('deeds.markMany', words);
  return (
    <ReasonDialog
      title={isTaken ? t('deeds.unmark', words) : title}
      okText={isTaken ? t('deeds.unmarkDo') : t('deeds.mark')}
      reasonLabel={t('tags.reason')}
      send={async (reason) => ({ changed: await (isTaken ? unmark : mark)(parties, tag, reason, t) })}
      done={({ changed }) => {
        if (changed === 0) say(t('deeds.derivedMark', words));
        close();
      }}
      close={close}
    />
  );
}
