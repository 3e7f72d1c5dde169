import '../../lib/extension/words.ts';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Home } from '../../components/library/Home.tsx';
import { Library } from '../../components/library/Library.tsx';
import { nameDocument } from '../../components/name-document.ts';
import { Root } from '../../components/Root.tsx';
import { startLibrary } from '../../lib/state/library.ts';

nameDocument();

// Its answer is on the way while the first frame is made.
startLibrary();

const container = document.getElementById('root');
if (container)
  createRoot(container).render(
    <Root>
      <Library surface="popup" Home={Home} appVersion={browser.runtime.getManifest().version} />
    </Root>,
  );
