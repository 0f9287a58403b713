import { ask } from '../shop/ask';

// The demonstration shop has no mailbox, so its form hands what was written to the chat.
document.querySelector<HTMLFormElement>('#contact')?.addEventListener('submit', (e) => {
  e.preventDefault();
  const form = new FormData(e.currentTarget as HTMLFormElement);
  const order = String(form.get('order') ?? '').trim();
  ask('send', `${String(form.get('text'))}${order === '' ? '' : `\n\nOrder: ${order}`}`);
});
