import { bytesPerGlyph, glyphCell } from '../../shared/protocol/glyph-cell.ts';

/** what fits into one request beside everything else, as base64 */
const MOST_BYTES = 2_200_000;
/** dots of a canvas that every graphics card takes */
const MOST_DOTS = 60_000_000;
const FONT = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** A drawing as PNG, as base64: at double size where that is small enough, else smaller. */
export async function pngOf({ svg, width, height }: { svg: string; width: number; height: number }): Promise<string> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    for (const scale of [2, 1.5, 1, 0.7, 0.5, 0.35, 0.25]) {
      if (width * height * scale * scale > MOST_DOTS || Math.max(width, height) * scale > 16_000) continue;
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      penOf(canvas).drawImage(image, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      if (blob && blob.size <= MOST_BYTES) return base64(new Uint8Array(await blob.arrayBuffer()));
    }
    throw new Error('the drawing is too large for a picture');
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The letters of a drawing as pictures of one bit per dot, for a PDF that shows them whatever fonts its reader has. */
export function glyphsOf(chars: readonly string[]): { chars: string[]; advances: number[]; bits: string } {
  const { side, em, x, baseline } = glyphCell;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const pen = penOf(canvas, { willReadFrequently: true });
  pen.font = `${em}px ${FONT}`;
  const bits = new Uint8Array(chars.length * bytesPerGlyph);
  const advances = chars.map((char, i) => {
    pen.clearRect(0, 0, side, side);
    pen.fillText(char, x, baseline);
    const { data } = pen.getImageData(0, 0, side, side);
    for (let dot = 0; dot < side * side; dot++)
      if (data[dot * 4 + 3]! >= 128) bits[i * bytesPerGlyph + (dot >> 3)]! |= 0x80 >> (dot & 7);
    return Math.round(pen.measureText(char).width);
  });
  return { chars: [...chars], advances, bits: base64(bits) };
}

function penOf(canvas: HTMLCanvasElement, options?: CanvasRenderingContext2DSettings): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d', options);
  if (!pen) throw new Error('this window draws no canvas');
  return pen;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
