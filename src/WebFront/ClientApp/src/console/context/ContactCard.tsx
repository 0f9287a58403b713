import type { ContextView, Line } from '../api/wire';
import { safeAddress } from '../../text/inline';
import { nameOf } from '../lists/who';
import { Avatar } from '../parts/Avatar';
import { Glyph } from '../parts/Glyph';
import { languageOf } from '../parts/languages';
import { say, sayIf } from '../words';

/** Who the customer is, and how sure that is. */
export function ContactCard({ line, context }: { line: Line; context: ContextView | undefined }) {
  const contact = context?.contact;
  const locale = line.locale ?? contact?.locale;
  const page = context?.page;
  const address = page === undefined ? null : safeAddress(page.url);
  return (
    <section class="contact">
      <div class="contact-head">
        <Avatar name={nameOf(line)} of={line.contactId} />
        <div>
          <b dir="auto">{contact?.name ?? nameOf(line)}</b>
          {contact?.email !== undefined && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
          {contact !== undefined && <span class={`chip ${contact.isVerified ? 'good' : 'caution'}`}><Glyph name={contact.isVerified ? 'check' : 'warning'} />{say(contact.isVerified ? 'verified' : 'unverified')}</span>}
        </div>
      </div>
      <dl>
        <dt>{say('channel')}</dt><dd>{sayIf(`channel.${line.channel}`, line.channel)}</dd>
        {locale !== undefined && <><dt>{say('language')}</dt><dd>{languageOf(locale)}</dd></>}
        <dt>{say('began')}</dt><dd>{new Date(line.startedAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}</dd>
        {page !== undefined && <><dt>{say('page')}</dt><dd dir="auto">{address === null ? page.title : <a href={address} target="_blank" rel="noopener noreferrer nofollow">{page.title || page.url}</a>}</dd></>}
      </dl>
    </section>
  );
}
