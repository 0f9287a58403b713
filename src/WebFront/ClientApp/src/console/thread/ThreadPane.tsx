import { useEffect, useMemo } from 'preact/hooks';
import { VirtualList } from '../../chat/VirtualList';
import { Composer } from '../composer/Composer';
import { nameOf } from '../lists/who';
import { Glyph } from '../parts/Glyph';
import { useParts, useStaff } from '../parts/context';
import { lastOf } from '../state/thread';
import { problemText, say } from '../words';
import { Banner } from './Banner';
import { DraftCard } from './DraftCard';
import { type Item, itemsOf } from './items';
import { LiveTurn } from './LiveTurn';
import { Marker } from './Marker';
import { MessageBubble } from './MessageBubble';
import { News } from './News';
import { NoteCard } from './NoteCard';
import { OutgoingBubble } from './OutgoingBubble';
import { ThreadHead } from './ThreadHead';
import { TypingLine } from './TypingLine';

/** The conversation that is chosen, and where one writes in it. */
export function ThreadPane() {
  const { client } = useParts();
  const id = useStaff((s) => s.selected);
  const thread = useStaff((s) => (s.selected === null ? undefined : s.threads.get(s.selected)));
  const line = useStaff((s) => (s.selected === null ? undefined : s.lines.get(s.selected)));
  const all = useStaff((s) => s.outgoing);
  const outgoing = useMemo(() => all.filter((o) => o.conversationId === id), [all, id]);
  const translations = useStaff((s) => (s.selected === null ? undefined : s.translations.get(s.selected)));
  const draft = thread?.facts.draft ?? null;
  const running = thread?.talk.live ?? null;
  // What is proposed is written; it is shown once.
  const live = running?.turnId === draft?.turnId ? null : running;
  const items = useMemo(() => itemsOf(thread?.events ?? [], outgoing.map((o) => o.clientMessageId), live !== null, draft !== null), [thread?.events, outgoing, live !== null, draft]);
  const seq = lastOf(thread);
  useEffect(() => {
    const seen = () => id !== null && document.visibilityState === 'visible' && client.markRead(id);
    seen();
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [id, seq]);

  useEffect(() => {
    if (id !== null && translations !== undefined) void client.translations.fill(id);
  }, [id, seq, translations !== undefined]);

  if (id === null || thread === undefined)
    return <section class="thread" id="thread" aria-label={say('thread')}><div class="nothing"><Glyph name="all" /><p>{say('pickOne')}</p><small>{say('pickHint')}</small></div></section>;
  const render = (item: Item) => {
    switch (item.kind) {
      case 'day':
        return <p class="day"><span>{new Date(item.at).toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long' })}</span></p>;
      case 'message':
        return <MessageBubble conversationId={id} seq={item.seq} at={item.at} message={item.message} customer={nameOf(line)} isFirst={item.isFirst} turnId={item.turnId} translation={otherThan(item.message.text, translations?.get(item.seq) ?? '')} />;
      case 'note':
      case 'whisper':
        return <NoteCard kind={item.kind} at={item.at} author={item.author} text={item.text} />;
      case 'marker':
        return <Marker at={item.at} text={item.text} detail={item.detail} tone={item.tone} />;
      case 'outgoing':
        return <OutgoingBubble message={outgoing.find((o) => o.clientMessageId === item.id)!} />;
      case 'live':
        return live === null ? null : <LiveTurn conversationId={id} turn={live} />;
      default:
        return draft === null ? null : <DraftCard key={draft.draftId} conversationId={id} draft={draft} />;
    }
  };
  return (
    <section class="thread" id="thread" tabIndex={-1} aria-label={nameOf(line)}>
      <ThreadHead conversationId={id} />
      <Banner conversationId={id} />
      {thread.problem !== null && <p class="problem bar" role="alert">{problemText(thread.problem)}</p>}
      <VirtualList items={items} render={render} label={say('thread')} toEnd={say('toEnd')} beginAt={null} own={outgoing.at(-1)?.clientMessageId} onStart={() => undefined} onEnd={() => undefined}>
        {items.length === 0 && !thread.isOpen && thread.problem === null && <div class="ghosts thread-ghosts" role="status" aria-label={say('loadingThread')}><i /><i /><i /></div>}
        <TypingLine thread={thread} />
      </VirtualList>
      <News thread={thread} name={nameOf(line)} />
      <Composer key={id} conversationId={id} />
    </section>
  );
}

const otherThan = (text: string, translation: string): string => (translation.trim() === text.trim() ? '' : translation);
