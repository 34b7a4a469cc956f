/** What two parties are to each other, the closest tie first. */
const ties: readonly string[] = [
  'kinship',
  'kin-business',
  'control',
  'legal-rep',
  'shareholding',
  'office',
  'employment',
  'supervision',
  'representing',
  'shared-phone',
  'shared-address',
  'shared-device',
  'shared-ip',
  'contact',
  'call',
];

/** The place of a kind of link without money in a list: what somebody is to another comes before papers, goods and meetings, which keep their own order. */
export function tieRank(kind: string): number {
  const at = ties.indexOf(kind);
  return at < 0 ? ties.length : at;
}
