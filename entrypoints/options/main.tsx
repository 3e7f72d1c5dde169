import '../../lib/extension/words.ts';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Options } from '../../components/options/Options.tsx';
import { Root } from '../../components/Root.tsx';

const { version, permissions = [] } = browser.runtime.getManifest();

const container = document.getElementById('root');
if (container)
  createRoot(container).render(
    <Root>
      <Options manifest={{ version, permissions }} />
    </Root>,
  );
