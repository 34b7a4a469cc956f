import type { Answer, Ask } from '../../../shared/protocol/requests.ts';
import { type NewPassphrase, noPassphrase } from '../../parts/new-passphrase.ts';

export type Sealed = Answer<'seal.write'>;

/** What the person wishes to seal. */
export interface SealWish {
  readonly profile: NonNullable<Ask<'seal.write'>['profile']>;
  readonly purpose: string;
  readonly withReport: boolean;
  readonly way: 'passphrase' | 'recipients';
  readonly passphrase: NewPassphrase;
  readonly recipients: string;
  readonly confirmed: boolean;
}

export const noWish: SealWish = {
  profile: 'full',
  purpose: '',
  withReport: true,
  way: 'passphrase',
  passphrase: noPassphrase,
  recipients: '',
  confirmed: false,
};

export const recipientsOf = ({ recipients }: SealWish): string[] =>
  recipients.split(/\s+/).filter((line) => line !== '');

/** What each step of the wizard gets. */
export interface WishProps {
  readonly wish: SealWish;
  change(part: Partial<SealWish>): void;
}
