import '../../lib/extension/words.ts';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { nameDocument } from '../../components/name-document.ts';
import { Options } from '../../components/options/Options.tsx';
import { Root } from '../../components/Root.tsx';
import { t } from '../../lib/library/text.ts';

nameDocument(t('recovery.document'));

const { version, permissions = [] } = browser.runtime.getManifest();

const container = document.getElementById('root');
if (container)
  createRoot(container).render(
    <Root>
      <Options manifest={{ version, permissions }} />
    </Root>,
  );
