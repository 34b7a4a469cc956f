/** scrypt 2^18 with r = 8: 256 MiB and about a second for each guess of a passphrase (SECURITY: the reader of age refuses more than 2^22). */
export const SEAL_WORK_FACTOR = 18;
