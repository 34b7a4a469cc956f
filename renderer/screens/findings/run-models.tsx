import { IconChevronDown } from '@tabler/icons-react';
import { Button, Dropdown } from 'antd';
import { useApp } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';

/** Runs all models, or those named. While a job runs there is no second one. */
export function RunModels({
  models,
  primary = false,
  label,
}: {
  models?: string[];
  primary?: boolean;
  label?: string;
}) {
  const { t } = useWords();
  const run = useRunModels();
  const isBusy = useApp((app) => app.job !== null);
  return (
    <Button type={primary ? 'primary' : 'default'} disabled={isBusy} onClick={() => void run(models ? { models } : {})}>
      {label ?? t('findings.run.run')}
    </Button>
  );
}

/** 全部重新计算: beside the button that asks the models, for whoever wants each asked whether anything changed or not. */
export function RunEverything() {
  const { t } = useWords();
  const run = useRunModels();
  const isBusy = useApp((app) => app.job !== null);
  return (
    <Dropdown
      trigger={['click']}
      disabled={isBusy}
      menu={{
        items: [{ key: 'everything', label: t('findings.run.everything') }],
        onClick: () => void run({ everything: true }),
      }}
    >
      <Button
        type="text"
        aria-label={t('findings.run.more')}
        disabled={isBusy}
        icon={<IconChevronDown size={15} stroke={1.5} />}
      />
    </Dropdown>
  );
}

/** Runs and says how many findings came, lapsed and stayed; true when it ran. */
export function useRunModels() {
  const { t } = useWords();
  const { attempt, say } = useAsk();
  return async (ask: Parameters<typeof client.request<'detect.run'>>[1]): Promise<boolean> => {
    const answer = await attempt(() => client.request('detect.run', ask));
    if (!answer) return false;
    const { added, gone, kept } = answer;
    say(t('findings.run.done', { added, gone, kept }));
    return true;
  };
}
