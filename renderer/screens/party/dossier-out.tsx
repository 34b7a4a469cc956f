import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react';
import { Button, Dropdown } from 'antd';
import { useCallback, useState } from 'react';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import type { Party } from './links.ts';
import { PrintDossier } from './print-dossier.tsx';

const masks = ['internal', 'partner', 'public'] as const;

/** 导出, 打印: the dossier as a workbook at one of three levels of masking, or on paper. */
export function DossierOut({ party }: { party: Party }) {
  const { t, lang } = useWords();
  const { attempt } = useAsk();
  const [isPrinting, setPrinting] = useState(false);
  const [busy, setBusy] = useState(false);
  const done = useCallback(() => setPrinting(false), []);
  const write = async (mask: (typeof masks)[number]) => {
    await attempt(async () => {
      const target = await client.chooseTarget('report', `${t('party.title')}_${party.id}.xlsx`);
      if (!target) return;
      setBusy(true);
      const answer = await client.request('party.write', { id: party.id, target: target.ticket, mask, lang });
      client.collect(target.ticket, answer.name);
    });
    setBusy(false);
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...masks.map((mask) => ({
              key: mask,
              icon: <IconFileSpreadsheet size={15} stroke={1.5} />,
              label: t('party.output.excel', { mask: t(`report.excel.masks.${mask}`) }),
              onClick: () => void write(mask),
            })),
            {
              key: 'print',
              icon: <IconPrinter size={15} stroke={1.5} />,
              label: t('party.output.print'),
              onClick: () => setPrinting(true),
            },
          ],
        }}
      >
        <Button loading={busy} icon={<IconPrinter size={15} stroke={1.5} />}>
          {t('party.output.menu')}
        </Button>
      </Dropdown>
      {isPrinting && <PrintDossier party={party} close={done} />}
    </>
  );
}
