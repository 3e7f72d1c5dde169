import '../../lib/extension/words.ts';
import { createRoot } from 'react-dom/client';
import { Card } from '../../components/card/Card.tsx';
import { nameDocument } from '../../components/name-document.ts';
import { Root } from '../../components/Root.tsx';
import { t } from '../../lib/library/text.ts';
import { connectCard } from '../../lib/state/card.ts';

nameDocument(t('card.document'));

// Before anything is rendered: the page script may offer its port as soon as the frame has loaded.
connectCard();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Root>
      <Card />
    </Root>,
  );
}
