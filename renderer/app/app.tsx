import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import 'dayjs/locale/zh-cn.js';
import { type ReactNode, useMemo } from 'react';
import { queries } from '../client/queries.ts';
import { RequiredLabel } from '../parts/form.tsx';
import { Loading } from '../parts/states.tsx';
import { StartScreen } from '../screens/start/start-screen.tsx';
import { antdTheme } from '../styles/theme.ts';
import { FaultBar } from './fault-bar.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { Frame } from './frame.tsx';
import { LockScreen } from './lock-screen.tsx';
import { QuietDialogs } from './quiet-dialogs.tsx';
import { useSettings } from './settings.ts';
import { useApp } from './store.ts';
import { useWords } from './words.ts';

/** antd adds style elements while it runs; they carry the nonce of this page. The attribute is hidden, the property is not. */
const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';

const overlays = document.getElementById('overlays') ?? document.body;

/** The window: theme, words, answers, and one of its three faces: start, locked, or the frame around a place. */
export function App() {
  const mode = useSettings((store) => store.mode);
  const { lang } = useWords();
  const face = useApp((app) => app.session.state);
  const theme = useMemo(() => antdTheme(mode), [mode]);
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={theme}
      locale={lang === 'en' ? enUS : zhCN}
      componentSize="medium"
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: RequiredLabel }}
      getPopupContainer={() => overlays}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={queries}>
        {/* a new holder for each face: a message that names something of the case goes when the case is locked */}
        <AntApp key={face} component={false}>
          <FaultBar />
          <QuietDialogs within={overlays} />
          <FaultBoundary>
            <Face />
          </FaultBoundary>
        </AntApp>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

function Face(): ReactNode {
  const session = useApp((app) => app.session);
  switch (session.state) {
    case 'starting':
      return <Loading />;
    case 'closed':
      return <StartScreen />;
    case 'locked':
      return <LockScreen info={session.case} />;
    case 'open':
      return <Frame info={session.case} />;
  }
}
