import type { CustomerOrder } from '../api/wire';
import { safeAddress } from '../../text/inline';

/** What the customer bought lately. */
export function Orders({ orders }: { orders: readonly CustomerOrder[] }) {
  return (
    <ul class="orders">
      {orders.map((order) => {
        const address = order.url === undefined ? null : safeAddress(order.url);
        return (
          <li key={order.orderId}>
            <span class="order-id" dir="auto">{address === null ? order.orderId : <a href={address} target="_blank" rel="noopener noreferrer nofollow">{order.orderId}</a>}</span>
            {order.total !== undefined && <span class="order-total" dir="auto">{order.total}</span>}
            {order.status !== undefined && <span class="chip" dir="auto">{order.status}</span>}
            {order.at !== undefined && <time dateTime={order.at}>{new Date(order.at).toLocaleDateString([], { dateStyle: 'medium' })}</time>}
          </li>
        );
      })}
    </ul>
  );
}
