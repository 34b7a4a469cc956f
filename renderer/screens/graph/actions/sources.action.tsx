import { Modal } from 'antd';
import { rowText } from '../../../../shared/ontology/role-words.ts';
import { useAnswer } from '../../../client/queries.ts';
import { Day, Money } from '../../../parts/money.tsx';
import { SourceLink } from '../../../parts/source-link.tsx';
import { Answered, TooMany } from '../../../parts/states.tsx';
import { linkWords } from '../link-words.ts';
import type { ActionPanel, ChartAction } from './action.ts';

/** So many rows are listed; the inspector and the dossier list the others. */
const MOST = 200;

/** 查看来源: the cells that name a party, or the rows behind a link. */
export default {
  id: 'sources',
  label: ({ t, graph, link, parties: [party] }) => {
    const rows = graph.links.find(({ id }) => id === link)?.rows;
    if (rows !== undefined) return t('deeds.sourcesOf', { count: rows });
    const mentions = link === null ? graph.nodes.find(({ id }) => id === party)?.mentions : undefined;
    return mentions === undefined ? t('deeds.sources') : t('deeds.sourcesOfParty', { count: mentions });
  },
  name: ({ t }) => t('deeds.sources'),
  group: 'open',
  order: 7,
  on: ['party', 'link'],
  possible: ({ parties, link }) => link !== null || parties.length === 1,
  Panel: Sources,
} satisfies ChartAction;

function Sources({ context, close }: ActionPanel) {
  const { t, lang, graph, link, parties } = context;
  const pointed = graph.links.find(({ id }) => id === link);
  const [party] = parties;
  return (
    <Modal
      open
      centered
      width={680}
      footer={null}
      title={
        pointed ? linkWords(pointed, graph.nodes, lang) : (graph.chart?.node(party ?? 0)?.name ?? t('deeds.sources'))
      }
      onCancel={close}
    >
      <div className="expand-groups">
        {pointed ? <LinkSources link={pointed} lang={lang} /> : party !== undefined && <PartySources party={party} />}
      </div>
    </Modal>
  );
}

function LinkSources({
  link: { kind, source, target },
  lang,
}: {
  link: ActionPanel['context']['graph']['links'][number];
  lang: ActionPanel['context']['lang'];
}) {
  const rows = useAnswer('graph.link-rows', { kind, source, target, limit: MOST });
  return (
    <Answered query={rows}>
      {(data) => (
        <>
          <table className="g small">
            <tbody>
              {data.list.map((row) => (
                <tr key={row.rowId}>
                  <td style={{ width: 92 }}>
                    <Day day={row.day} />
                  </td>
                  <td className="num" style={{ width: 110 }}>
                    {row.fen === null ? '' : <Money fen={row.fen} />}
                  </td>
                  <td>{rowText(kind, row.text, lang)}</td>
                  <td>
                    <SourceLink source={row.source} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <TooMany shown={data.list.length} total={data.rows + data.asideRows} />
        </>
      )}
    </Answered>
  );
}

function PartySources({ party }: { party: number }) {
  const read = useAnswer('party.read', { id: party });
  return (
    <Answered query={read}>
      {({ mentions, mentionsTotal }) => (
        <>
          <table className="g small">
            <tbody>
              {mentions.map(({ mention, name, identifiers, source }) => (
                <tr key={mention}>
                  <td>{name}</td>
                  <td className="mono t2">{identifiers.map(({ value }) => value).join(' ')}</td>
                  <td>
                    <SourceLink source={source} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <TooMany shown={mentions.length} total={mentionsTotal} />
        </>
      )}
    </Answered>
  );
}
