import { tidy } from './text.ts';
import { toSimplified } from './traditional.ts';

/** 地址 in two forms for comparing: down to the room, and down to the building. */
export interface AddressKeys {
  readonly unit: string;
  readonly building: string;
  /** the address reaches a room: a building, a floor or a staircase alone is shared by many who have nothing to do with each other */
  readonly hasRoom: boolean;
}

const noise = /[\s,.;:、()[\]"'#_-]/g;
const repeated = /([\u4e00-\u9fff]{1,8}?(?:省|自治区|市|区|县))\1+/g;
const building = /^.*?\d+(?:号楼|栋|幢|座|号)(?:(?:[A-Z]|\d+)(?:号楼|栋|幢|座))*/;
const buildingWords = /幢|座|号楼/g;
const roomWords = /(?<=\d)(?:室|房)$/;
const noRoom = /\d+(?:层|楼|单元|F|区|期|号)/g;

/**
 * The keys of an address: full width folded, repeated 省 and 市 written once, 幢, 座 and 号楼 as 栋. undefined: fewer than
 * four characters, which is no place.
 */
export function addressKeys(raw: string): AddressKeys | undefined {
  const text = toSimplified(tidy(raw)).toUpperCase().replace(noise, '').replace(repeated, '$1');
  if (text.length < 4) return undefined;
  const upToBuilding = building.exec(text)?.[0] ?? text;
  const keyOf = (part: string): string => part.replace(buildingWords, '栋').replace(roomWords, '');
  const inside = text.slice(upToBuilding.length);
  return { unit: keyOf(text), building: keyOf(upToBuilding), hasRoom: /\d/.test(inside.replace(noRoom, '')) };
}
