import { Library, Pause, Play, Settings } from 'lucide-react';
import { openLibrary } from '../../lib/extension/side-panel.ts';
import { t } from '../../lib/library/text.ts';
import { useLibrary } from '../../lib/state/library.ts';
import { useCommand } from '../library/use-command.ts';
import type { PaletteAction } from '../palette/find-actions.ts';
import { Palette } from '../palette/Palette.tsx';
import { optionsSections } from './sections.ts';

/** The command palette of the options page. */
export function OptionsPalette() {
  const paused = useLibrary((library) => library.settings.paused);
  const { run } = useCommand();
  const actions: PaletteAction[] = [
    ...optionsSections().map(({ id, title }) => ({
      id,
      title,
      icon: Settings,
      run: () => {
        location.hash = id;
      },
    })),
    { id: 'library', title: t('palette.library'), icon: Library, run: () => void openLibrary(null) },
    {
      id: 'pause',
      title: paused ? t('page.resumeAll') : t('page.pauseAll'),
      icon: paused ? Play : Pause,
      run: () => void run({ type: 'pause', on: !paused }),
    },
  ];
  return <Palette actions={actions} onProject={(id) => void openLibrary(id)} />;
}
