import { IconTopologyStar3 } from '@tabler/icons-react';
import { Button } from 'antd';
import { partyKind } from '../../../shared/ontology/index.ts';
import { useSettings } from '../../app/settings.ts';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { Mark } from '../../parts/mark.tsx';
import { Figure } from '../../parts/pane.tsx';
import { bandOf, Risk } from '../../parts/risk.tsx';
import { useRoom } from '../../parts/room.ts';
import { countText, moneyText, showMoney } from '../../parts/show.ts';
import { type Direction, moneyOf, type Party } from './links.ts';

/** Who it is, and the figures that the lists below add up to. */
export function PartyHead({ party }: { party: Party }) {
  const { t, lang } = useWords();
  const room = useRoom();
  const kind = partyKind(party.drawnAs);
  const standing = party.findings.filter(({ status }) => status !== 'excluded');
  const worst = Math.max(0, ...standing.map(({ severity }) => severity));
  const open = standing.filter(({ status }) => status === 'open').length;
  const excluded = party.findings.length - standing.length;
  return (
    <section className="party-head">
      <div className="row g12">
        <Mark drawnAs={party.drawnAs} size={44} />
        <div className="col">
          <span className="row">
            <h1 className="s20 b ell" style={{ userSelect: 'text' }} title={party.name}>
              {party.name}
            </h1>
            {worst > 0 && <Risk band={bandOf(worst)} />}
            {kind && <span className="chip">{inLang(kind.words, lang)}</span>}
            {party.sameName > 1 && <span className="chip mid">{t('party.sameName', { count: party.sameName })}</span>}
          </span>
          <span className="t2 ell" style={{ userSelect: 'text' }}>
            {party.identity}
          </span>
          {party.aliases.length > 0 && (
            <span className="t3 s12 ell" title={party.aliases.join('\n')}>
              {t('party.aliases', { names: party.aliases.join(t('common.listSeparator')) })}
            </span>
          )}
        </div>
      </div>
      <MoneyFigure party={party} direction="in" />
      <MoneyFigure party={party} direction="out" />
      {room !== 'narrow' && (
        <Figure label={t('party.figures.rows')} value={countText(party.rows)} unit={t('party.figures.rowUnit')} />
      )}
      <Figure
        label={t('party.figures.mentions')}
        value={countText(party.mentionsTotal)}
        unit={t('party.figures.mentionUnit')}
        note={party.mentionsTotal > 1 ? t('party.figures.joined') : ' '}
      />
      <Figure
        label={t('party.figures.findings')}
        value={countText(standing.length)}
        unit={t('party.figures.item')}
        note={
          excluded > 0 ? t('party.figures.excludedToo', { count: excluded }) : t('party.figures.open', { count: open })
        }
        tone={bandOf(worst) === 'high' ? 'high' : undefined}
      />
      <div className="row end">
        {party.findings.length > 0 && (
          <Button onClick={() => go('findings', { party: party.id })}>{t('party.findingsList')}</Button>
        )}
        <Button
          type="primary"
          icon={<IconTopologyStar3 size={15} stroke={1.5} />}
          onClick={() => go('graph', { party: party.id })}
        >
          {t('party.graph')}
        </Button>
      </div>
    </section>
  );
}

/** Money by bank statements, each transfer once. */
function MoneyFigure({ party, direction }: { party: Party; direction: Direction }) {
  const { t, lang } = useWords();
  const how = useSettings((store) => store.settings.money);
  const amount = direction === 'in' ? party.inFen : party.outFen;
  const { before, figure, after } = showMoney(amount, lang, how);
  const partners = moneyOf(party, direction).filter(({ kind }) => kind === 'payment').length;
  const complete = party[direction].length === (direction === 'in' ? party.inTotal : party.outTotal);
  return (
    <div title={`${moneyText(amount, lang, 'exact')}\n${t('party.figures.moneyNote')}`}>
      <Figure
        label={t(`party.figures.${direction}`)}
        value={`${before}${figure}`}
        unit={after}
        note={
          complete
            ? t(direction === 'in' ? 'party.figures.partners' : 'party.figures.payees', { count: partners })
            : t('party.figures.moneyNote')
        }
      />
    </div>
  );
}
