import { render } from 'preact';
import { ShopPage } from './shop/ShopPage';
import { ask } from './shop/ask';
import './styles/tokens.css';
import './styles/shop.css';

// The page's direction can be tried with ?dir=rtl; a shop in Arabic or Hebrew would set it in its HTML.
const query = new URLSearchParams(location.search);
const dir = query.get('dir');
if (dir === 'rtl' || dir === 'ltr') document.documentElement.dir = dir;

const root = document.getElementById('app');
if (root !== null) render(<ShopPage />, root);

// The help centre carries a question over; the customer sends it.
const draft = (query.get('ask') ?? '').slice(0, 2000);
if (draft !== '') ask('open', { draft });
