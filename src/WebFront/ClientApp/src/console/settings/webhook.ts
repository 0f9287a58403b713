import type { WebhookDelivery } from '../api/administration';

const bytes = 32;

/** The events that most are told. */
export const usualEvents: readonly string[] = ['message-posted', 'escalation-requested', 'resolved', 'rated'];

/** A new secret by the Standard Webhooks specification: `whsec_` and Base64. */
export const newSecret = (): string => `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))}`;

export type DeliveryState = 'delivered' | 'retrying' | 'waiting' | 'failed';

/** How far a delivery has come. */
export function stateOf({ deliveredAt, nextAt, attempts }: WebhookDelivery): DeliveryState {
  if (deliveredAt != null) return 'delivered';
  if (nextAt == null) return 'failed';
  return attempts > 0 ? 'retrying' : 'waiting';
}
