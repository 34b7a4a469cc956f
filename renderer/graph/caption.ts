/** A picture with a line of words below it, in the width of the picture. */
export async function captioned(
  picture: Blob,
  { text, ground, ink, scale }: { text: string; ground: string; ink: string; scale: number },
): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  const [size, pad] = [12 * scale, 10 * scale];
  const font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this window draws no canvas');
  pen.font = font;
  canvas.width = Math.max(bitmap.width, Math.ceil(pen.measureText(text).width) + 2 * pad);
  canvas.height = bitmap.height + size + 2 * pad;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, Math.floor((canvas.width - bitmap.width) / 2), 0);
  // setting the size of a canvas forgets its font
  pen.font = font;
  pen.fillStyle = ink;
  pen.textBaseline = 'top';
  pen.fillText(text, pad, bitmap.height + pad);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be written'))),
      'image/png',
    );
  });
}
