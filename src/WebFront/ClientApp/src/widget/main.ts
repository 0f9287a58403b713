import type { Realm } from '../loader/realm';
import { createWidget } from './createWidget';

// The loader waits for this in the page; see src/loader/realm.ts.
(globalThis as unknown as Realm).supportWidgetReady?.(createWidget);
