import { Download } from 'lucide-react';
import { useState } from 'react';
import { exportReadable } from '../../lib/state/recovery.ts';
import { Button } from '../Button.tsx';
import { useSaveFiles } from '../library/use-save-files.ts';
import { useToasts } from '../Toasts.tsx';

/** Saves everything that can be read as export files; they import like any others. */
export function ReadableExport(props: { appVersion: string; label: string }) {
  const toasts = useToasts();
  const saveFiles = useSaveFiles();
  const [reading, setReading] = useState(false);
  const save = async () => {
    if (reading) return;
    setReading(true);
    const files = await exportReadable(props.appVersion);
    setReading(false);
    if (files.ok) saveFiles(files.value);
    else toasts.fail(files.error);
  };
  return (
    <Button aria-disabled={reading} onClick={() => void save()}>
      <Download aria-hidden="true" className="size-3.5" />
      {props.label}
    </Button>
  );
}
