import { App } from 'antd';
import { useEffect } from 'react';

/** What was said before a dialog opens is not about it: messages that still stand go as the dialog comes, so that none covers it. `within` holds the dialogs. */
export function QuietDialogs({ within }: { within: Node }) {
  const { message } = App.useApp();
  useEffect(() => {
    const isDialog = (node: Node) =>
      node instanceof Element && (node.matches('.ant-modal') || node.querySelector('.ant-modal') !== null);
    const opened = new MutationObserver((changes) => {
      if (changes.some(({ addedNodes }) => [...addedNodes].some(isDialog))) message.destroy();
    });
    opened.observe(within, { childList: true, subtree: true });
    return () => opened.disconnect();
  }, [message, within]);
  return null;
}
