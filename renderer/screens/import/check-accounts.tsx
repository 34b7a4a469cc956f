import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import { type Account, AccountBreaks, AccountCalendar } from './account-calendar.tsx';

/** At the foot of the check: the account with most to look at, the others one step away, its breaks on demand. */
export function CheckAccounts({ accounts, total }: { accounts: readonly Account[]; total: number }) {
  const { t } = useWords();
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const account = accounts[Math.min(at, accounts.length - 1)];
  if (!account) return null;
  return (
    <div className="account-foot">
      <AccountCalendar account={account} />
      <div className="row g12 s12">
        {account.breaksTotal > 0 && (
          <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'checking.hideBreaks' : 'checking.showBreaks')}
          </button>
        )}
        {accounts.length > 1 && (
          <>
            <button type="button" className="link" onClick={() => setAt((at + accounts.length - 1) % accounts.length)}>
              {t('checking.previousAccount')}
            </button>
            <button type="button" className="link" onClick={() => setAt((at + 1) % accounts.length)}>
              {t('checking.nextAccount')}
            </button>
            <span className="t3">{t('import.check.position', { n: at + 1, total: accounts.length })}</span>
            {total > accounts.length && (
              <span className="t3">{t('checking.accountsOf', { shown: accounts.length, total })}</span>
            )}
          </>
        )}
      </div>
      {open && (
        <div style={{ maxHeight: 180, overflow: 'auto' }}>
          <AccountBreaks account={account} isWritten={false} />
        </div>
      )}
    </div>
  );
}
