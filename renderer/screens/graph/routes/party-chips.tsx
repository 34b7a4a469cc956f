import { IconX } from '@tabler/icons-react';
import { useWords } from '../../../app/words.ts';
import { PartyField } from './party-field.tsx';

export interface Chosen {
  readonly id: number;
  readonly name: string;
}

/** Several parties: each can be left out, others are searched and added. */
export function PartyChips({ parties, change }: { parties: readonly Chosen[]; change(parties: Chosen[]): void }) {
  const { t } = useWords();
  return (
    <div className="col g4">
      <div className="row g4 wrap route-chips">
        {parties.map(({ id, name }) => (
          <span key={id} className="layer-chip">
            <span className="ell" title={name}>
              {name}
            </span>
            <button
              type="button"
              className="layer-x"
              aria-label={t('routes.leaveOut', { name })}
              onClick={() => change(parties.filter((each) => each.id !== id))}
            >
              <IconX size={13} stroke={1.5} />
            </button>
          </span>
        ))}
      </div>
      <div className="row">
        <PartyField
          label={t('routes.addParty')}
          choose={(party) => {
            if (!parties.some(({ id }) => id === party.id)) change([...parties, party]);
          }}
        />
      </div>
    </div>
  );
}
