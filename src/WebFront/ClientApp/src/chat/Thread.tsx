import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { ChatState } from '../follow/chatState';
import { FormView } from '../forms/FormView';
import { useFormats, useWords } from '../i18n/useWords';
import { useParts } from '../widget/context';
import { host } from '../widget/host';
import { useStore } from '../widget/useStore';
import { Choices } from './Choices';
import { Icon } from './Icon';
import { type Item, itemsOf } from './items';
import { LiveAnswer } from './LiveAnswer';
import { MarkView } from './MarkView';
import { MessageView } from './MessageView';
import { OutgoingView } from './OutgoingView';
import { RateChat } from './RateChat';
import { VirtualList } from './VirtualList';

/** The conversation: what was said, what is being said, and what can be said next. */
export function Thread({ state, name }: { state: ChatState; name: string }) {
  const t = useWords();
  const formats = useFormats();
  const { api, client, panel, options, has } = useParts();
  const { unreadAfter, opener } = useStore(panel);
  const { conversation, profile, restoring, unreachable, connection, heldBack, refusedForm } = state;
  const { live, typing, outgoing, messages, marks, resolved, ratings, queue, human } = conversation;
  const [isAtEnd, setAtEnd] = useState(true);
  const isAnswering = live !== null || typing === 'assistant';
  const items = useMemo(() => itemsOf(conversation, unreadAfter, isAnswering), [conversation, unreadAfter, isAnswering]);
  const isEmpty = messages.length === 0 && outgoing.length === 0 && !restoring;
  const last = messages.at(-1);
  const next = outgoing.find((m) => m.state === 'waiting');
  // What the assistant would say next is not what a person is asked.
  const offers = !isAnswering && human === null && outgoing.length === 0 && last !== undefined && last.role !== 'customer' ? last : undefined;
  const unanswered = marks.at(-1)?.kind === 'stopped' && outgoing.length === 0 && last?.role === 'customer' && last.text !== '' ? last : undefined;
  const readEarlier = useCallback(() => void client.readEarlier(), [client]);
  const say = useCallback((text: string) => client.send(text), [client]);
  useEffect(() => {
    // What comes while the customer looks elsewhere is read when they are back.
    const read = () => {
      if (isAtEnd && host.document.visibilityState === 'visible') client.markRead(conversation.lastSeq);
    };
    read();
    host.document.addEventListener('visibilitychange', read);
    return () => host.document.removeEventListener('visibilitychange', read);
  }, [isAtEnd, conversation.lastSeq]);

  const greeting = opener ?? options.greeting ?? profile?.greeting ?? '';
  const draw = (item: Item) => {
    switch (item.kind) {
      case 'greeting':
        return greeting === '' ? null : (
          <article class="message theirs first" data-role="greeting">
            <span class="author" dir="auto">{profile?.assistantName ?? t('assistant')}</span>
            <div class="bubble"><p class="plain" dir="auto">{greeting}</p></div>
          </article>
        );
      case 'earlier':
        return <p class="note" role="status">{t('earlier')}</p>;
      case 'day':
        return <p class="day"><span>{formats.day(item.at, Date.now())}</span></p>;
      case 'unread':
        return <p class="day unread"><span>{t('newMessages')}</span></p>;
      case 'message':
        return <MessageView message={item.message} first={item.first} last={item.last} status={item.status} score={ratings[item.message.messageId]} />;
      case 'mark':
        return <MarkView mark={item.mark} />;
      case 'form':
        return item.form.done
          ? <p class="note">{t('formSent')}</p>
          : <FormView form={item.form.form} onSubmit={(answer) => client.within((session) => api.submitForm(session, answer))} />;
      case 'outgoing':
        return <OutgoingView message={item.message} offline={connection === 'offline'} heldBack={item.message === next ? heldBack : null} />;
      case 'live':
        return <LiveAnswer turn={live} name={profile?.assistantName ?? t('assistant')} />;
    }
  };
  return (
    <VirtualList items={items} render={draw} label={t('conversation')} toEnd={t('toEnd')} beginAt={unreadAfter === null ? null : 'unread'} own={outgoing.at(-1)?.clientMessageId} onStart={readEarlier} onEnd={setAtEnd}>
      {unreachable && <p class="note warning" role="alert">{t('unreachable')}</p>}
      {restoring && messages.length === 0 && <div class="restoring" role="status" aria-label={t('restoring')}><i /><i /><i /></div>}
      {queue !== null && (
        <div class="queue card" role="status">
          <span class="dots" aria-hidden="true"><i /><i /><i /></span>
          {queue.position === null ? t('waitingForPerson') : t('queuePlace', { n: formats.number(queue.position) })}
          {queue.estimateSeconds !== undefined && <small>{t('queueWait', { time: formats.duration(queue.estimateSeconds) })}</small>}
        </div>
      )}
      {refusedForm !== null && (
        <>
          <p class="note warning" role="alert">{t('formRefused')}</p>
          <FormView form={refusedForm.form} filled={refusedForm} onSubmit={(answer) => client.correctForm(answer)} />
        </>
      )}
      {typing === 'human' && <p class="note" role="status">{t('isTyping', { name })}</p>}
      {resolved && (
        <>
          {has('rating') && <RateChat score={ratings['']} />}
          <p class="note">{t('reopenHint')} <button type="button" class="plain-button" onClick={() => client.startOver()}>{t('startOver')}</button></p>
        </>
      )}
      {isEmpty && profile !== null && <Choices label={t('starters')} choices={profile.starterQuestions} onChoose={say} />}
      {unanswered !== undefined && !isAnswering && human === null && !resolved && <Choices label={t('suggestions')} choices={[t('askAgain')]} onChoose={() => say(unanswered.text)} />}
      {offers !== undefined && !resolved && (
        <Choices label={t('suggestions')} choices={offers.suggestions ?? []} onChoose={say}>
          {offers.actions?.includes('offer-human') && queue === null && (
            <button type="button" class="choice person" onClick={() => say(t('personWanted'))}><Icon name="person" /> {t('talkToPerson')}</button>
          )}
        </Choices>
      )}
    </VirtualList>
  );
}
