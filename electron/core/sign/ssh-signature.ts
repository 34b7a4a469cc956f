import { createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';

/**
 * SSH signatures (SSHSIG of OpenSSH's PROTOCOL.sshsig: Ed25519 over a SHA-512 digest), so that anybody can check them with
 * `ssh-keygen -Y verify`. Only the encoding is written here; Ed25519 is noble's, the same code under OpenSSL and BoringSSL.
 */
export interface SigningKey {
  readonly secret: Uint8Array;
  readonly public: Uint8Array;
}

const MAGIC = 'SSHSIG';
const LONGEST = 4096;

const u32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n);
  return bytes;
};
const string = (value: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(value as Uint8Array);
  return Buffer.concat([u32(bytes.length), bytes]);
};

/** The key in SSH wire form. */
export const sshPublicKey = (key: Uint8Array): Buffer => Buffer.concat([string('ssh-ed25519'), string(key)]);

/** The line for an allowed_signers or authorized_keys file. */
export const sshPublicLine = (key: Uint8Array): string => `ssh-ed25519 ${sshPublicKey(key).toString('base64')}`;

/** SHA256:… as ssh-keygen prints it. */
export const fingerprint = (key: Uint8Array): string =>
  `SHA256:${createHash('sha256').update(sshPublicKey(key)).digest('base64').replace(/=+$/, '')}`;

const signedBytes = (namespace: string, sha512: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(MAGIC), string(namespace), string(''), string('sha512'), string(sha512)]);

/** Signs a SHA-512 digest for a namespace; returns the armored signature. */
export function signDigest(key: SigningKey, namespace: string, sha512: Uint8Array): string {
  const signature = ed25519.sign(signedBytes(namespace, sha512), key.secret);
  const blob = Buffer.concat([
    Buffer.from(MAGIC),
    u32(1),
    string(sshPublicKey(key.public)),
    string(namespace),
    string(''),
    string('sha512'),
    string(Buffer.concat([string('ssh-ed25519'), string(signature)])),
  ]);
  const lines = blob.toString('base64').match(/.{1,70}/g) ?? [];
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`;
}

/** Checks an armored signature over a digest. Returns the signer's public key, or why it does not hold. */
export function verifyDigest(
  armored: string,
  namespace: string,
  sha512: Uint8Array,
): { ok: true; key: Uint8Array } | { ok: false; why: string } {
  const parsed = parse(armored);
  if (typeof parsed === 'string') return { ok: false, why: parsed };
  if (parsed.namespace !== namespace) return { ok: false, why: 'wrong namespace' };
  const holds = ed25519.verify(parsed.signature, signedBytes(namespace, sha512), parsed.key, { zip215: false });
  return holds ? { ok: true, key: parsed.key } : { ok: false, why: 'signature does not match' };
}

interface Parsed {
  readonly key: Uint8Array;
  readonly namespace: string;
  readonly signature: Uint8Array;
}

/** Reads the armor strictly: nothing left over, only Ed25519 with SHA-512. A string says what is wrong. */
function parse(armored: string): Parsed | string {
  const armor = /^-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)-----END SSH SIGNATURE-----\n?$/.exec(armored);
  if (!armor || armored.length > LONGEST) return 'not an SSH signature';
  const blob = Buffer.from(armor[1] as string, 'base64');
  if (blob.subarray(0, 6).toString('latin1') !== MAGIC || blob.length < 10 || blob.readUInt32BE(6) !== 1)
    return 'not an SSH signature of version 1';
  const parts = strings(blob.subarray(10));
  if (parts?.length !== 5) return 'malformed SSH signature';
  const [publicKey, namespace, reserved, hash, inner] = parts as [Buffer, Buffer, Buffer, Buffer, Buffer];
  const keyParts = strings(publicKey);
  const signatureParts = strings(inner);
  const isEd25519 = (pair: Buffer[] | undefined, length: number): pair is [Buffer, Buffer] =>
    pair?.length === 2 && pair[0]?.toString('latin1') === 'ssh-ed25519' && pair[1]?.length === length;
  if (
    reserved.length > 0 ||
    hash.toString('latin1') !== 'sha512' ||
    !isEd25519(keyParts, 32) ||
    !isEd25519(signatureParts, 64)
  ) {
    return 'unsupported kind of SSH signature';
  }
  return { key: keyParts[1], namespace: namespace.toString('utf8'), signature: signatureParts[1] };
}

/** Length-prefixed strings that fill a buffer exactly, or undefined. */
function strings(buffer: Buffer): Buffer[] | undefined {
  const found: Buffer[] = [];
  let at = 0;
  while (at < buffer.length) {
    if (at + 4 > buffer.length) return undefined;
    const length = buffer.readUInt32BE(at);
    at += 4;
    if (at + length > buffer.length) return undefined;
    found.push(buffer.subarray(at, at + length));
    at += length;
  }
  return found;
}
