import type { Brief } from '../api/wire';
import { say, sayIf } from '../words';
import { Section } from './Section';

/** What somebody who takes the conversation now has to know. */
export function BriefCard({ brief }: { brief: Brief }) {
  return (
    <Section title={say('brief')}>
      <p class="brief-top">
        <span class={`chip mood-${brief.sentiment}`}>{sayIf(`sentiment.${brief.sentiment}`, brief.sentiment)}</span>
        {brief.type !== undefined && <span class="chip">{sayIf(`type.${brief.type}`, brief.type)}</span>}
        {brief.reason !== undefined && <span class="chip">{sayIf(`reason.${brief.reason}`, brief.reason)}</span>}
      </p>
      <p dir="auto">{brief.summary}</p>
      {brief.openQuestion !== undefined && <><h3>{say('openQuestion')}</h3><p dir="auto">{brief.openQuestion}</p></>}
      {brief.nextStep !== undefined && <><h3>{say('nextStep')}</h3><p dir="auto" class="next-step">{brief.nextStep}</p></>}
      {brief.facts.length > 0 && <><h3>{say('facts')}</h3><dl>{brief.facts.map((f) => <><dt dir="auto">{f.label}</dt><dd dir="auto">{f.value}</dd></>)}</dl></>}
      {brief.tried.length > 0 && <><h3>{say('tried')}</h3><ul>{brief.tried.map((t) => <li key={t} dir="auto">{t}</li>)}</ul></>}
    </Section>
  );
}
