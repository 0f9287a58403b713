import { useEffect, useState } from 'preact/hooks';
import type { ChatClient, ChatState } from '../follow/chatClient';

/** The chat's state, rendered anew with each change (at most once a frame). */
export function useChat(client: ChatClient): ChatState {
  const [state, setState] = useState(client.state);
  useEffect(() => {
    let frame = 0;
    const update = () => {
      frame = 0;
      setState(client.state);
    };
    // A hidden page gets no animation frames; it is brought up to date when it is seen again.
    const unsubscribe = client.subscribe(() => {
      if (document.visibilityState === 'hidden') update();
      else frame ||= requestAnimationFrame(update);
    });
    setState(client.state);
    return () => {
      unsubscribe();
      cancelAnimationFrame(frame);
    };
  }, [client]);
  return state;
}
