import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { nameOf } from '../lists/who';
import { Glyph } from '../parts/Glyph';
import { useParts, useStaff, useUi } from '../parts/context';
import { useSelect } from '../parts/useSelect';
import { useLine } from '../thread/useLine';
import { say, type ConsoleWord } from '../words';
import { mentionsIn } from './canned';
import { ComposerTabs } from './ComposerTabs';
import { type Completion, Completions } from './Completions';
import { isOvertaken, readDraft, renewDraft, writeDraft } from './drafts';
import { MacroMenu } from './MacroMenu';
import { OthersDialog } from './OthersDialog';
import { RewriteMenu } from './RewriteMenu';
import { Suggestions } from './Suggestions';
import { useCompletions } from './useCompletions';
import { useUploads } from './useUploads';

const longest = 8_000;
const nearlyFull = 7_500;
const tallest = 260;
const typingPause = 3_000;
const placeholders = { reply: 'replyPlaceholder', note: 'notePlaceholder', whisper: 'whisperPlaceholder' } as const;

/** Where the agent writes: to the customer, to the team, or to the assistant. */
export function Composer({ conversationId: id }: { conversationId: string }) {
  const { client, ui, preferences } = useParts();
  const line = useLine(id);
  const seat = useStaff((s) => s.seat);
  const agents = useStaff((s) => s.agents);
  const customerSeq = useStaff((s) => s.threads.get(id)?.facts.customerSeq ?? 0);
  const isColleagueTyping = useStaff((s) => s.threads.get(id)?.viewers.some((v) => v.state === 'typing' && v.agentId !== s.seat.agentId) === true);
  const { tab, composing, insert, attaching } = useUi((u) => u);
  const enterSends = useSelect(preferences, (p) => p.enterSends);
  const [text, setText] = useState(() => readDraft(client.memory, id, tab)?.text ?? '');
  const [caret, setCaret] = useState(0);
  const [asks, setAsks] = useState(false);
  const [renewed, setRenewed] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const isSending = useRef(false);
  const typing = useRef<ReturnType<typeof setTimeout> | null>(null);
  // A claim may take a moment, in which more is written.
  const latest = useRef(text);
  latest.current = text;
  const seen = useRef({ composing, insert: insert?.n ?? 0, attaching, tab });
  const listId = useId();
  const { uploads, add, remove, clear } = useUploads(id);
  const completions = useCompletions(id, tab, text, caret);
  const isMine = line?.status === 'with-agent' && line.agentId === seat.agentId;
  const isOthers = line?.status === 'with-agent' && !isMine;
  const isReady = (text.trim() !== '' || uploads.length > 0) && text.length <= longest && uploads.every((u) => u.attachmentId !== null);
  const overtaken = tab === 'reply' && renewed < customerSeq && text !== '' && isOvertaken(readDraft(client.memory, id, tab), customerSeq);
  const action: ConsoleWord = tab === 'note' ? 'addNote' : tab === 'whisper' ? 'sendWhisper' : isMine || isOthers ? 'sendReply' : 'takeAndSend';

  // Before the next key, which is to be written and not to be taken for a command.
  useLayoutEffect(() => {
    if (tab !== seen.current.tab) setText(readDraft(client.memory, id, tab)?.text ?? '');
    if (insert !== null && insert.n !== seen.current.insert) {
      const before = readDraft(client.memory, id, tab)?.text ?? '';
      write(before === '' ? insert.text : `${before}\n\n${insert.text}`);
    }
    if (composing !== seen.current.composing) field.current?.focus();
    if (attaching !== seen.current.attaching) files.current?.click();
    seen.current = { composing, insert: insert?.n ?? 0, attaching, tab };
  }, [tab, composing, insert, attaching]);
  useLayoutEffect(() => {
    const area = field.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, tallest)}px`;
  }, [text, tab]);
  useEffect(() => () => stopTyping(), []);

  const stopTyping = () => {
    if (typing.current !== null) clearTimeout(typing.current);
    typing.current = null;
    client.setTyping(false);
  };
  function write(value: string) {
    setText(value);
    // Until the thread is here, everything up to the line's number has been seen.
    writeDraft(client.memory, id, tab, value, customerSeq || (line?.lastSeq ?? 0));
    if (typing.current !== null) clearTimeout(typing.current);
    if (value === '') return stopTyping();
    client.setTyping(true);
    typing.current = setTimeout(stopTyping, typingPause);
  }
  const complete = ({ insert: words }: Completion, from: number) => {
    write(text.slice(0, from) + words + text.slice(caret));
    field.current?.focus();
  };
  const put = (kind: typeof tab) => {
    const attachments = uploads.flatMap((u) => u.attachmentId ?? []);
    const mentions = kind === 'note' ? mentionsIn(latest.current, [...agents.values()]) : [];
    client.replies.send({ conversationId: id, kind, text: latest.current.trim(), ...(attachments.length === 0 ? {} : { attachments }), ...(mentions.length === 0 ? {} : { mentions }) });
    write('');
    clear();
    stopTyping();
  };
  /** Who does not have the conversation takes it first; nobody speaks over a colleague unasked. */
  const submit = async () => {
    if (!isReady) return;
    const isClaiming = client.commands.isClaiming(id);
    if (tab !== 'reply' || (isMine && !isClaiming)) return put(tab);
    if (isOthers) return setAsks(true);
    if (isSending.current) return;
    isSending.current = true;
    if (await client.commands.claim(id)) put('reply');
    isSending.current = false;
  };
  const keyDown = (e: KeyboardEvent) => {
    if (e.isComposing || completions.keyDown(e, complete)) return;
    if (e.key === 'Enter' && !e.shiftKey && (enterSends || e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      void submit();
    } else if (e.key === 'Escape') field.current?.blur();
  };
  const moved = (e: Event) => setCaret((e.currentTarget as HTMLTextAreaElement).selectionStart);
  return (
    <form class={`writer kind-${tab}`} onSubmit={(e) => { e.preventDefault(); void submit(); }}>
      <Suggestions conversationId={id} />
      {overtaken && <p class="overtaken" role="status">{say('staleDraft')} <button type="button" class="link small" onClick={() => { renewDraft(client.memory, id, tab, customerSeq); setRenewed(customerSeq); field.current?.focus(); }}>{say('dismiss')}</button></p>}
      {isColleagueTyping && tab === 'reply' && <p class="overtaken" role="status">{say('colleagueTyping', { name: client.state.threads.get(id)?.viewers.find((v) => v.state === 'typing')?.name ?? '' })}</p>}
      <ComposerTabs />
      <div class="writer-box">
        <textarea ref={field} dir="auto" rows={2} value={text} placeholder={say(placeholders[tab], { name: nameOf(line) })} aria-label={say(tab === 'note' ? 'privateNote' : tab)}
          aria-autocomplete="list" aria-controls={completions.items.length > 0 ? listId : undefined} aria-activedescendant={completions.items.length > 0 ? `${listId}-${completions.at}` : undefined}
          onInput={(e) => { write(e.currentTarget.value); moved(e); }} onKeyUp={moved} onClick={moved} onKeyDown={keyDown}
          onPaste={(e) => { const pasted = [...(e.clipboardData?.files ?? [])]; if (pasted.length > 0) { e.preventDefault(); add(pasted); } }} />
        {completions.items.length > 0 && <Completions id={listId} kind={completions.trigger!.sign} items={completions.items} at={completions.at} onChoose={(item) => complete(item, completions.trigger!.from)} />}
        {uploads.length > 0 && (
          <ul class="uploads">{uploads.map((u) => <li key={u.id} class={u.attachmentId === null ? 'busy' : ''}><Glyph name="file" /><span dir="auto">{u.name}</span><button type="button" class="tool" aria-label={say('remove', { name: u.name })} onClick={() => remove(u.id)}><Glyph name="close" /></button></li>)}</ul>
        )}
        <div class="writer-foot">
          <input class="hidden" type="file" multiple ref={files} tabIndex={-1} aria-hidden="true" onChange={(e) => { add([...(e.currentTarget.files ?? [])]); e.currentTarget.value = ''; }} />
          {tab === 'reply' && <button type="button" class="tool" aria-label={say('attach')} title={say('attach')} onClick={() => files.current?.click()}><Glyph name="attach" /></button>}
          <MacroMenu conversationId={id} />
          {tab === 'reply' && <RewriteMenu text={text} locale={line?.locale} onText={write} />}
          {tab === 'reply' && client.state.copilot?.suggestions === true && <button type="button" class="tool" aria-label={say('suggest')} title={say('suggest')} onClick={() => ui.suggest()}><Glyph name="sparkle" /></button>}
          <span class="spring" />
          {text.length > nearlyFull && <output>{say('charactersLeft', { n: longest - text.length })}</output>}
          <button type="submit" class={`primary small kind-${tab}`} disabled={!isReady}>{say(action)}</button>
        </div>
      </div>
      {asks && <OthersDialog conversationId={id} name={line?.agentName ?? ''} onNote={() => put('note')} onTake={() => put('reply')} onClose={() => setAsks(false)} />}
    </form>
  );
}
