import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { faultReference } from './fault-reference.ts';
import { useWords } from './words.ts';

interface State {
  readonly fault: unknown;
  readonly ref: string;
}

/** The last of the three places that catch a Fault: shows one sentence and a number, and lets the person try again. */
export class FaultBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { fault: undefined, ref: '' };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault: fault ?? 'unknown', ref: faultReference() };
  }

  override render(): ReactNode {
    if (this.state.fault === undefined) return this.props.children;
    return <FaultNote reference={this.state.ref} retry={() => this.setState({ fault: undefined, ref: '' })} />;
  }
}

function FaultNote({ reference, retry }: { reference: string; retry: () => void }) {
  const { t } = useWords();
  return (
    <div className="pad" role="alert">
      <div className="problem">
        <span className="b">{t('frame.fault.title')}</span>
        <span className="s12">{t('frame.fault.note', { ref: reference })}</span>
        <Button size="small" onClick={retry}>
          {t('common.retry')}
        </Button>
      </div>
    </div>
  );
}
