import { IconPencilPlus, IconTopologyStar3 } from '@tabler/icons-react';
import { Button, Dropdown } from 'antd';
import { partyKind } from '../../../shared/ontology/index.ts';
import { useSettings } from '../../app/settings.ts';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { ByHand } from '../../parts/by-hand.tsx';
import { Mark } from '../../parts/mark.tsx';
import { Figure } from '../../parts/pane.tsx';
import { bandOf, Risk } from '../../parts/risk.tsx';
import { useRoom } from '../../parts/room.ts';
import { SameName } from '../../parts/same-name.tsx';
import { countText, moneyText, showMoney } from '../../parts/show.ts';
import { enterByHand } from '../manual/entry-asked.ts';
import { DossierOut } from './dossier-out.tsx';
import { type Direction, moneyOf, type Party, type PartyMoney } from './links.ts';
import { MergeParty } from './merge-party.tsx';

/** Who it is, and the figures that the lists below add up to. */
export function PartyHead({ party, money }: { party: Party; money: PartyMoney | undefined }) {
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
          <span className="row" style={{ flexWrap: 'wrap', rowGap: 2 }}>
            <h1 className="s20 b ell" style={{ userSelect: 'text' }} title={party.name}>
              {party.name}
            </h1>
            {worst > 0 && <Risk band={bandOf(worst)} />}
            {party.byHand && <ByHand />}
            {kind && <span className="chip">{inLang(kind.words, lang)}</span>}
            <SameName name={party.name} count={party.sameName} />
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
      <div className="party-figures">
        <MoneyFigure party={party} direction="in" />
        <MoneyFigure party={party} direction="out" />
        {money?.goods && <GoodsFigures goods={money.goods} companies={money.companies} />}
        {room !== 'narrow' && !money?.goods && (
          <Figure label={t('party.figures.rows')} value={countText(party.rows)} unit={t('party.figures.rowUnit')} />
        )}
        {!money?.goods && (
          <Figure
            label={t('party.figures.mentions')}
            value={countText(party.mentionsTotal)}
            unit={t('party.figures.mentionUnit')}
            note={party.mentionsTotal > 1 ? t('party.figures.joined') : ' '}
          />
        )}
        <Figure
          label={t('party.figures.findings')}
          value={countText(standing.length)}
          unit={t('party.figures.item')}
          note={
            excluded > 0
              ? t('party.figures.excludedToo', { count: excluded })
              : t('party.figures.open', { count: open })
          }
          tone={bandOf(worst) === 'high' ? 'high' : undefined}
        />
      </div>
      <div className="row end">
        <MergeParty party={party} />
        <DossierOut party={party} />
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              {
                key: 'link',
                label: t('manual.add.link'),
                onClick: () => enterByHand({ what: 'link', from: party.id }),
              },
              { key: 'record', label: t('manual.add.record'), onClick: () => enterByHand({ what: 'record' }) },
            ],
          }}
        >
          <Button icon={<IconPencilPlus size={15} stroke={1.5} />}>{t('manual.graph.menu')}</Button>
        </Dropdown>
        {party.findings.length > 0 && !money?.goods && (
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

/** 付款企业, 关联药品, 关联耗材: the goods that payers bring and the hospital of the party buys. */
function GoodsFigures({
  goods,
  companies: { paid, products },
}: {
  goods: NonNullable<PartyMoney['goods']>;
  companies: PartyMoney['companies'];
}) {
  const { t, lang } = useWords();
  const how = useSettings((store) => store.settings.money);
  return (
    <>
      <div title={t('party.figures.companiesNote')}>
        <Figure
          label={t('party.figures.companies')}
          value={countText(paid)}
          unit={t('party.figures.companyUnit')}
          note={products > 0 ? t('party.figures.products', { count: products }) : ' '}
        />
      </div>
      <Figure
        label={t('party.figures.drugs')}
        value={countText(goods.drugs)}
        unit={t('party.figures.goodsUnit')}
        note={t('party.figures.bought', { amount: moneyText(goods.fen, lang, how) })}
      />
      <Figure label={t('party.figures.devices')} value={countText(goods.devices)} unit={t('party.figures.goodsUnit')} />
    </>
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
