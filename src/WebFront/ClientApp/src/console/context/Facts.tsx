/** Names and values, as somebody else wrote them. */
export function Facts({ of }: { of: Readonly<Record<string, string>> }) {
  return <dl>{Object.entries(of).map(([name, value]) => <><dt dir="auto">{name}</dt><dd dir="auto">{value}</dd></>)}</dl>;
}
