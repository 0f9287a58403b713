import { ask } from './ask';
import { Drawing } from './Drawing';
import { products } from './products';
import { ThemeToggle } from './ThemeToggle';

/** The demo shop's page; its chat is the widget, as on any other page. */
export function ShopPage() {
  return (
    <div class="page">
      <a class="skip" href="#gear">Skip to the goods</a>
      <header class="top">
        <a class="brand" href="/"><img src="/kestrel.svg" alt="" width="34" height="34" /> Kestrel <span>Coffee Works</span></a>
        <nav aria-label="Main">
          <a href="#gear">Gear</a>
          <a href="#visit">Visit</a>
          <a href="/help/demo">Help</a>
        </nav>
        <ThemeToggle />
      </header>
      <main>
        <section class="hero">
          <p class="kicker">Ghent · since 2016</p>
          <h1>Good coffee is a craft you can keep at home.</h1>
          <p class="lead">We design four honest machines, roast twice a week, and repair what we sell. Nine people, one bench, and an answer to every question.</p>
          <p class="facts"><span><b>3 years</b> warranty on the K1</span><span><b>Tue & Thu</b> fresh roast</span><span><b>10 years</b> of spare parts</span></p>
        </section>
        <section id="gear" aria-labelledby="gear-title">
          <h2 id="gear-title">From our bench</h2>
          <ul class="cards">
            {products.map((p) => (
              <li key={p.id} class="card">
                <Drawing of={p.drawing} />
                <div class="card-text">
                  <h3>{p.name}</h3>
                  <p>{p.line}</p>
                  <p class="card-foot"><b>{p.price}</b><button type="button" class="ask" aria-label={`Ask about it: ${p.question}`} title={p.question} onClick={() => ask('send', p.question)}>Ask about it</button></p>
                </div>
              </li>
            ))}
          </ul>
        </section>
        <section id="visit" class="visit" aria-labelledby="visit-title">
          <div>
            <h2 id="visit-title">Come by</h2>
            <p>The shop and coffee bar are at Torenvalkstraat 12, 9000 Ghent. Look around, taste, and bring the machine that needs a hand.</p>
          </div>
          <dl>
            <div><dt>Tuesday to Saturday</dt><dd>10:00 – 18:00</dd></div>
            <div><dt>Sunday and Monday</dt><dd>closed</dd></div>
          </dl>
        </section>
        <footer class="bottom"><small>Kestrel Coffee Works is a demonstration shop. Nothing here can be bought.</small></footer>
      </main>
    </div>
  );
}
