import { Checkbox } from 'antd';
import { useState } from 'react';
import { client } from '../../../client/client.ts';
import { useAnswer } from '../../../client/queries.ts';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { SourceLink } from '../../../parts/source-link.tsx';
import { Answered, TooMany } from '../../../parts/states.tsx';
import { split } from '../identities.ts';
import type { ActionPanel, ChartAction } from './action.ts';

/** 拆分已合并: some of the ways in which sheets name the party become a party of their own. */
export default {
  id: 'split',
  label: ({ t }) => t('deeds.split'),
  group: 'enter',
  order: 9,
  on: ['party'],
  possible: ({ parties }) => parties.length === 1,
  Panel: Split,
} satisfies ChartAction;

function Split({ context: { graph, parties, t, attempt, say }, close }: ActionPanel) {
  const party = parties[0]!;
  const name = graph.chart?.node(party)?.name ?? '';
  const read = useAnswer('party.read', { id: party });
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const total = read.data?.mentionsTotal ?? 0;
  const toggle = (mention: number) =>
    setTicked(ticked.includes(mention) ? ticked.filter((each) => each !== mention) : [...ticked, mention]);
  return (
    <ReasonDialog
      width={640}
      title={t('alike.split.title', { name, count: ticked.length })}
      okText={t('alike.split.do', { count: ticked.length })}
      reasonLabel={t('alike.split.reason')}
      blocked={read.data !== undefined && total < 2}
      unready={ticked.length === 0 || ticked.length >= total}
      send={(reason) => client.request('parties.split', { party, mentions: [...ticked], reason })}
      done={(answer) => {
        say(t('alike.split.done'));
        close();
        void attempt(() => split(answer, ticked, t));
      }}
      close={close}
    >
      <Answered query={read}>
        {({ mentions }) =>
          total < 2 ? (
            <p>{t('deeds.splitNothing')}</p>
          ) : (
            <>
              <p className="t2" style={{ marginBottom: 8 }}>
                {t('alike.split.note')}
              </p>
              <div className="expand-groups">
                <table className="g small">
                  <tbody>
                    {mentions.map(({ mention, name: called, identifiers, source }) => (
                      <tr key={mention}>
                        <td>
                          <Checkbox checked={ticked.includes(mention)} onChange={() => toggle(mention)}>
                            {called || t('common.empty')}
                          </Checkbox>
                        </td>
                        <td className="mono t2">
                          {identifiers.map(({ value }) => value).join(t('common.listSeparator'))}
                        </td>
                        <td>
                          <SourceLink source={source} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                <TooMany shown={mentions.length} total={total} />
              </div>
            </>
          )
        }
      </Answered>
    </ReasonDialog>
  );
}
