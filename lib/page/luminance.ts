let canvas: OffscreenCanvasRenderingContext2D | null = null;

/**
 * Luma of an opaque enough colour in any notation of CSS, 0 (black) to 1 (white), by Rec. 709; null if one sees
 * through it. Painted on one pixel, because only the browser knows every notation.
 */
export function luminance(color: string): number | null {
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) return null;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return alpha < 128 ? null : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
