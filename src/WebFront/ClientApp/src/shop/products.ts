/** A product as its card shows it. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly price: string;
  readonly line: string;
  readonly drawing: 'machine' | 'grinder' | 'kettle' | 'scale' | 'dripper' | 'beans';
  readonly question: string;
}

/** The shop's window: the six that most customers ask about. */
export const products: readonly Product[] = [
  { id: 'k1', name: 'K1 espresso machine', price: '€649', line: 'Steady heat, a real 58 mm group, parts you can replace yourself.', drawing: 'machine', question: 'How long does the K1 take to heat up?' },
  { id: 'g2', name: 'G2 burr grinder', price: '€229', line: '64 mm flat steel burrs and 60 clear steps.', drawing: 'grinder', question: 'How do I clean the G2 grinder?' },
  { id: 'p1', name: 'P1 gooseneck kettle', price: '€119', line: 'Set the degree, pour slowly. Holds heat for an hour.', drawing: 'kettle', question: 'How do I descale the P1 kettle?' },
  { id: 's1', name: 'S1 coffee scale', price: '€79', line: 'A tenth of a gram, and a timer that starts with the first drop.', drawing: 'scale', question: 'How do I calibrate the S1 scale?' },
  { id: 'd2', name: 'D2 pour-over dripper', price: '€24', line: 'A porcelain cone for one to three cups.', drawing: 'dripper', question: 'What is your recipe for the D2?' },
  { id: 'hover', name: 'Hover espresso blend', price: '€11', line: 'Chocolate and hazelnut. Roasted every Tuesday and Thursday.', drawing: 'beans', question: 'How long do beans stay fresh?' },
];
