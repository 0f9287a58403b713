import { render } from 'preact';
import { ChatClient } from './follow/chatClient';
import { ShopPage } from './shop/ShopPage';
import './styles/tokens.css';
import './styles/shop.css';
import './styles/chat.css';

// The page's direction can be tried with ?dir=rtl; a shop in Arabic or Hebrew would set it in its HTML.
const query = new URLSearchParams(location.search);
const dir = query.get('dir');
if (dir === 'rtl' || dir === 'ltr') document.documentElement.dir = dir;

const root = document.getElementById('app');
// The help centre carries a question over; the customer sends it.
const draft = (query.get('ask') ?? '').slice(0, 2000);
if (root !== null) render(<ShopPage client={new ChatClient('demo')} draft={draft} />, root);
