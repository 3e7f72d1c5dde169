import '../../lib/extension/words.ts';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Library } from '../../components/library/Library.tsx';
import { PanelHome } from '../../components/library/PanelHome.tsx';
import { nameDocument } from '../../components/name-document.ts';
import { Root } from '../../components/Root.tsx';
import { projectInHash } from '../../lib/library/panel-view.ts';
import { startLibrary } from '../../lib/state/library.ts';

nameDocument();

// Its answer is on the way while the first frame is made.
startLibrary();

const project = projectInHash(location.hash);
/** Which view the address asks for: other pages open them in a tab. */
const firstViews: Record<string, 'import' | 'trash'> = { '#import': 'import', '#trash': 'trash' };

const container = document.getElementById('root');
if (container)
  createRoot(container).render(
    <Root>
      <Library
        surface="panel"
        Home={PanelHome}
        appVersion={browser.runtime.getManifest().version}
        first={
          project === null ? { name: firstViews[location.hash] ?? 'home' } : { name: 'project', id: project }
        }
      />
    </Root>,
  );
