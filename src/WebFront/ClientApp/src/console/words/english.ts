import { administration } from './administration';
import { frame } from './frame';
import { lists } from './lists';
import { service } from './service';
import { thread } from './thread';

/** The console's words. */
export const english = { ...administration, ...frame, ...lists, ...service, ...thread } as const;
