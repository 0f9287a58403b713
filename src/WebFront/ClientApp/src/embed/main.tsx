import { render } from 'preact';
import { EmbedPage } from './EmbedPage';

const root = document.getElementById('app');
if (root !== null) render(<EmbedPage />, root);
