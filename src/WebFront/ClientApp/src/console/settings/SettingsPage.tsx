import type { ComponentType } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AgentRole } from '../api/wire';
import { useParts, useStaff } from '../parts/context';
import { type SettingsPart, settingsParts } from '../state/staffState';
import { say } from '../words';
import { DesksSection } from './DesksSection';
import { EscalationSection } from './EscalationSection';
import { HoursSection } from './HoursSection';
import { MacrosSection } from './MacrosSection';
import { PeopleSection } from './PeopleSection';
import { PersonalSection } from './PersonalSection';
import { RepliesSection } from './RepliesSection';
import { SlaSection } from './SlaSection';
import { WebhooksSection } from './WebhooksSection';

const administrators: readonly AgentRole[] = ['administrator', 'owner'];

/** Each part, and who sees it. */
const parts: Readonly<Record<SettingsPart, { readonly shows: ComponentType; readonly forRoles: readonly AgentRole[] }>> = {
  personal: { shows: PersonalSection, forRoles: ['agent', 'supervisor', 'administrator', 'owner'] },
  replies: { shows: RepliesSection, forRoles: ['supervisor', 'administrator', 'owner'] },
  macros: { shows: MacrosSection, forRoles: ['supervisor', 'administrator', 'owner'] },
  people: { shows: PeopleSection, forRoles: administrators },
  desks: { shows: DesksSection, forRoles: administrators },
  hours: { shows: HoursSection, forRoles: administrators },
  sla: { shows: SlaSection, forRoles: administrators },
  webhooks: { shows: WebhooksSection, forRoles: administrators },
  escalation: { shows: EscalationSection, forRoles: administrators },
};

/** What a person sets for themselves, and what supervisors and administrators set for the store. */
export function SettingsPage() {
  const { client } = useParts();
  const { role } = client.state.seat;
  const wanted = useStaff((s) => s.part);
  const nav = useRef<HTMLElement>(null);
  const shown = settingsParts.filter((p) => parts[p].forRoles.includes(role));
  const part = shown.includes(wanted) ? wanted : 'personal';
  const Shows = parts[part].shows;
  // On narrow screens the row of parts is longer than the screen.
  useLayoutEffect(() => nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [part]);
  return (
    <main class="page settings" id="thread">
      <h1>{say('settingsTitle')}</h1>
      <div class="settings-body">
        {shown.length > 1 && (
          <nav ref={nav} class="settings-nav" aria-label={say('settingsParts')}>
            <ul>{shown.map((p) => <li key={p}><button type="button" aria-current={p === part ? 'page' : undefined} onClick={() => client.go('settings', undefined, p)}>{say(`part.${p}`)}</button></li>)}</ul>
          </nav>
        )}
        <div class="settings-part"><Shows key={part} /></div>
      </div>
    </main>
  );
}
