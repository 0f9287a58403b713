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
      {brief.openQuestion !== undefined && <><h4>{say('openQuestion')}</h4><p dir="auto">{brief.openQuestion}</p></>}
      {brief.nextStep !== undefined && <><h4>{say('nextStep')}</h4><p dir="auto" class="next-step">{brief.nextStep}</p></>}
      {brief.facts.length > 0 && <><h4>{say('facts')}</h4><dl>{brief.facts.map((f) => <><dt dir="auto">{f.label}</dt><dd dir="auto">{f.value}</dd></>)}</dl></>}
      {brief.tried.length > 0 && <><h4>{say('tried')}</h4><ul>{brief.tried.map((t) => <li key={t} dir="auto">{t}</li>)}</ul></>}
    </Section>
  );
}
