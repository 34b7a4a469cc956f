import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { useAnswer } from '../../client/queries.ts';
import { Head } from '../../parts/pane.tsx';
import { countText } from '../../parts/show.ts';
import { Answered, Empty } from '../../parts/states.tsx';
import { AccountBreaks, AccountCalendar, AccountGaps } from './account-calendar.tsx';
import { QualityMonths } from './quality-months.tsx';
import { type LookedAt, QualitySheets } from './quality-sheets.tsx';

/** 数据质量: what data there are and what is missing, how good each sheet is, account by account what is missing, and what that stops. */
export function QualityBoard() {
  const { t } = useWords();
  const board = useAnswer('quality.read', {}, { waits: true });
  const [looked, setLooked] = useState<LookedAt>();
  return (
    <Answered query={board}>
      {(data) =>
        data.sheets.length === 0 ? (
          <Empty title={t('import.batches.none')} note={t('import.batches.noneNote')} />
        ) : (
          <div className="row g0 stretch grow">
            <section className="pane col grow scroll">
              <QualityMonths board={data} />
              <QualitySheets sheets={data.sheets} lookAt={setLooked} />
            </section>
            <aside className="pane col none scroll" style={{ width: 'min(440px, 36%)' }}>
              {looked ? (
                <Accounts key={`${looked.sheetId} ${looked.part}`} looked={looked} all={() => setLooked(undefined)} />
              ) : (
                <>
                  <Stops />
                  <Accounts />
                </>
              )}
            </aside>
          </div>
        )
      }
    </Answered>
  );
}

/** Which models say 无法判断, and what each of them lacks. */
function Stops() {
  const { t, lang } = useWords();
  const stops = useAnswer('quality.stops', {});
  const data = stops.data;
  return (
    <>
      <Head
        title={t('quality.stops')}
        sub={data && t('quality.stopsSub', { n: data.stopped.length, total: data.models })}
      />
      <div className="sec col g6">
        {data?.stopped.length === 0 && <span className="t2">{t('quality.stopsNone')}</span>}
        {data?.stopped.map(({ model, title, lacks }) => (
          <div key={model} className="col">
            <button type="button" className="link left" onClick={() => go('findings', { model })}>
              {inLang(title, lang)}
            </button>
            <span className="s12 tone-mid">
              {lacks.map(({ words }) => inLang(words, lang)).join(t('common.comma'))}
            </span>
          </div>
        ))}
      </div>
    </>
  );
}

type Accounts = Answer<'quality.accounts'>;

/** Every account over all its files, or those one sheet has lines of with what is broken or missing laid open; those with breaks or gaps first. */
function Accounts({ looked, all }: { looked?: LookedAt; all?: () => void }) {
  const { t } = useWords();
  const list = useBlocks('quality.accounts', looked ? { sheet: looked.sheetId } : {});
  const [open, setOpen] = useState<string | undefined>();
  const [shown, setShown] = useState(20);
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (looked) head.current?.focus();
  }, [looked]);
  const first: Accounts | undefined = list.first;
  return (
    <>
      <div ref={head} tabIndex={-1} className="plain-focus">
        <Head
          title={t('quality.accounts')}
          sub={
            looked
              ? `${looked.file} › ${looked.sheet}`
              : first && t('quality.accountsSub', { total: first.total, breaks: first.breaks, gaps: first.gaps })
          }
          extra={
            all && (
              <Button size="small" onClick={all}>
                {t('quality.allAccounts')}
              </Button>
            )
          }
        />
      </div>
      <div className="sec col g12">
        {first?.rows.slice(0, shown).map((account) => {
          const isOpen = looked !== undefined || open === account.key;
          return (
            <div key={account.key} className="col g4">
              <AccountCalendar account={account} cells={40} />
              {!looked && account.breaksTotal + account.gaps.length > 0 && (
                <button
                  type="button"
                  className="link s12 left"
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? undefined : account.key)}
                >
                  {t(isOpen ? 'checking.hideBreaks' : 'checking.showBreaks')}
                </button>
              )}
              {isOpen && <AccountBreaks account={account} isWritten />}
              {isOpen && <AccountGaps account={account} />}
            </div>
          );
        })}
        {first && first.total > shown && (
          <button type="button" className="link s12 left" onClick={() => setShown(shown + 20)}>
            {t('quality.moreAccounts', {
              shown: countText(Math.min(shown, first.rows.length)),
              total: countText(first.total),
            })}
          </button>
        )}
      </div>
    </>
  );
}
