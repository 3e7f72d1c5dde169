import '../../lib/extension/words.ts';
import { createRoot } from 'react-dom/client';
import { nameDocument } from '../../components/name-document.ts';
import { Root } from '../../components/Root.tsx';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { t } from '../../lib/library/text.ts';
import { startHere } from './start-here.ts';

nameDocument(t('welcome.document'));

const pinning = t(import.meta.env.BROWSER === 'firefox' ? 'welcome.pinFirefox' : 'welcome.pin');

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Root>
      <Welcome pinning={pinning} />
    </Root>,
  );
  startHere();
}
