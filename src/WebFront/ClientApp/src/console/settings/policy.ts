import type { SlaPolicy, StoreSettings } from '../api/administration';
import type { Priority } from '../api/wire';

/** A promise as it is edited; empty for no limit, and for any priority or desk. */
export interface PolicyDraft {
  readonly name: string;
  readonly priority: Priority | '';
  readonly desk: string;
  readonly first: string;
  readonly next: string;
  readonly resolution: string;
  readonly businessHours: boolean;
}

export const newPolicy: PolicyDraft = { name: '', priority: '', desk: '', first: '60', next: '', resolution: '', businessHours: true };

const text = (minutes: number | null | undefined) => (minutes == null ? '' : String(minutes));
const number = (minutes: string) => (minutes === '' ? null : Number(minutes));

export const policiesOf = ({ sla }: StoreSettings): readonly PolicyDraft[] => (sla?.policies ?? []).map((p) => ({
  name: p.name, priority: p.priority ?? '', desk: p.desk ?? '', first: text(p.firstResponseMinutes), next: text(p.nextResponseMinutes), resolution: text(p.resolutionMinutes), businessHours: p.businessHours,
}));

export const policyOf = (p: PolicyDraft): SlaPolicy => ({
  name: p.name.trim(), priority: p.priority === '' ? null : p.priority, desk: p.desk === '' ? null : p.desk,
  firstResponseMinutes: number(p.first), nextResponseMinutes: number(p.next), resolutionMinutes: number(p.resolution), businessHours: p.businessHours,
});

/** Whether the promises are written out, so that the rest can be worked out. */
export const areWhole = (policies: readonly PolicyDraft[]): boolean => policies.every((p) => p.name.trim() !== '' && [p.first, p.next, p.resolution].some((m) => m !== ''));
