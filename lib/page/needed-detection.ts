import type { Detection } from './detection.ts';

/**
 * Loads what tells mentions when it is needed. A page that stops all its loads stops this one too: until somebody is there, which `onHope` tells,
 * it is not tried again with each of its changes.
 */
export function createNeededDetection(
  load: () => Promise<Detection | null>,
  onHope: () => void,
  signal: AbortSignal,
): { bring(): Promise<Detection | null> } {
  let refused = false;
  return {
    async bring() {
      if (refused) return null;
      const detection = await load();
      if (detection) return detection;
      refused = true;
      const hope = () => {
        refused = false;
        onHope();
      };
      addEventListener('pointermove', hope, { signal, capture: true, passive: true, once: true });
      return null;
    },
  };
}
