import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Uploads } from '../attachments/uploads';
import type { Api } from '../follow/api';
import type { ChatClient } from '../follow/chatClient';
import type { Feature, WidgetOptions } from '../loader/options';
import type { Panel } from './panel';
import type { Popout } from './popout';

/** What the widget's parts share. */
export interface WidgetParts {
  readonly api: Api;
  readonly client: ChatClient;
  readonly panel: Panel;
  readonly uploads: Uploads;
  readonly options: WidgetOptions;
  readonly popout: Popout;
  readonly inline: boolean;
  /** Whether the chat is all there is in this window. */
  readonly isWhole: boolean;
  /** Whether a page opened this window for the chat. */
  readonly isWindow: boolean;
  /** Whether the store wants a feature. */
  readonly has: (feature: Feature) => boolean;
}

export const PartsContext = createContext<WidgetParts | null>(null);

export function useParts(): WidgetParts {
  const parts = useContext(PartsContext);
  if (parts === null) throw new Error('Outside of the widget.');
  return parts;
}
