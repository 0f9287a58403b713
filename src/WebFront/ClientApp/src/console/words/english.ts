import { administration } from './administration';
import { frame } from './frame';
import { lists } from './lists';
import { thread } from './thread';

/** The console's words. */
export const english = { ...administration, ...frame, ...lists, ...thread } as const;
