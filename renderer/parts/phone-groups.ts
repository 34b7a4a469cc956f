const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The first 160 bits of a key's fingerprint (SHA256:… as ssh prints it) in 8 groups of 4: letters that cannot be misheard
 * by case, without I, L, O and U. Both sides of a telephone see the same groups. A fingerprint of another form is shown as it is.
 */
export function phoneGroups(fingerprint: string): string[] {
  const base64 = /^SHA256:([A-Za-z0-9+/]{43})$/.exec(fingerprint)?.[1];
  if (base64 === undefined) return fingerprint.match(/.{1,4}/g) ?? [];
  const bits = [...atob(`${base64}=`)]
    .slice(0, 20)
    .map((byte) => byte.charCodeAt(0).toString(2).padStart(8, '0'))
    .join('');
  const text = (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('');
  return text.match(/.{4}/g) ?? [];
}
