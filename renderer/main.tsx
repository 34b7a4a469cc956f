import { createRoot } from 'react-dom/client';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/screens.css';
import './styles/graph.css';
import './styles/findings.css';
import './styles/source.css';
import { App } from './app/app.tsx';
import { startEvents } from './app/events.ts';
import { startKeyboard } from './app/keyboard.ts';
import { startPolicyWatch } from './app/offline-proof.ts';
import { refuseDrops } from './app/refuse-drops.ts';
import { startSettings } from './app/settings.ts';
import { startWords } from './app/words.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

startPolicyWatch();
refuseDrops();
startWords('zh-CN');
startKeyboard();
startEvents();
await startSettings();
createRoot(root).render(<App />);
