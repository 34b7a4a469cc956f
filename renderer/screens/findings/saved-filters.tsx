import { IconBookmark, IconX } from '@tabler/icons-react';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useMe } from '../../app/me.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { type FindingFilter, filterAsked, filterSaved } from './filter.ts';

/** 保存的筛选: filters under a name, kept in the case for everybody who works on it. */
export function SavedFilters({ filter, change }: { filter: FindingFilter; change: (filter: FindingFilter) => void }) {
  const { t } = useWords();
  const me = useMe();
  const { attempt } = useAsk();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const { filters = [] } = useAnswer('filters.list', {}).data ?? {};
  const save = async () => {
    if (name.trim() === '') return;
    const done = await attempt(() =>
      client.request('filters.save', { name: name.trim(), filter: filterAsked(filter, me) }),
    );
    if (done) setName('');
  };
  const remove = (id: number) => void attempt(() => client.request('filters.remove', { id }));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={t('findings.saved.title')}
      content={
        <div className="col" style={{ gap: 8, width: 280 }}>
          {filters.length === 0 && <span className="s12 t3">{t('findings.saved.none')}</span>}
          {filters.map((saved) => (
            <span key={saved.id} className="row between g8">
              <button
                type="button"
                className="link ell"
                onClick={() => {
                  change(filterSaved(saved.filter));
                  setOpen(false);
                }}
              >
                {saved.name}
              </button>
              <Button
                size="small"
                type="text"
                aria-label={t('findings.saved.remove', { name: saved.name })}
                icon={<IconX size={14} stroke={1.75} />}
                onClick={() => remove(saved.id)}
              />
            </span>
          ))}
          <span className="row g4">
            <Input
              size="small"
              aria-label={t('findings.saved.name')}
              placeholder={t('findings.saved.name')}
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
              onPressEnter={() => void save()}
            />
            <Button size="small" disabled={name.trim() === ''} onClick={() => void save()}>
              {t('findings.saved.save')}
            </Button>
          </span>
        </div>
      }
    >
      <Button
        size="small"
        icon={<IconBookmark size={15} stroke={1.5} />}
        aria-label={t('findings.saved.title')}
        title={t('findings.saved.title')}
      >
        {filters.length > 0 && filters.length}
      </Button>
    </Popover>
  );
}
