import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Library } from '../../components/library/Library.tsx';
import { Root } from '../../components/Root.tsx';

const container = document.getElementById('root');
if (container)
  createRoot(container).render(
    <Root>
      <Library surface="popup" appVersion={browser.runtime.getManifest().version} />
    </Root>,
  );
