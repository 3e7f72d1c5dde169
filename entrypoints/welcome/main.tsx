import '../../lib/extension/words.ts';
import { createRoot } from 'react-dom/client';
import { Root } from '../../components/Root.tsx';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { startHere } from './start-here.ts';

const pinning =
  import.meta.env.BROWSER === 'firefox'
    ? 'Keep it at hand: open the extensions menu in the toolbar, press the gear beside Underline, then “Pin to Toolbar”.'
    : 'Keep it at hand: open the puzzle piece in the toolbar and press the pin beside Underline.';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Root>
      <Welcome pinning={pinning} />
    </Root>,
  );
  startHere();
}
