/** Has a recording written down and hands the words over; otherwise says what went wrong. What comes when nobody waits for it
 * any more is dropped: the composer may hold something else by then. */
export async function writeDown(
  transcribe: () => Promise<{ readonly text: string }>,
  isAwaited: () => boolean,
  onText: (text: string) => void,
): Promise<'notHeard' | 'formFailed' | null> {
  const said = await transcribe().then(({ text }) => text.trim(), () => null);
  if (!isAwaited()) return null;
  if (said === null) return 'formFailed';
  if (said === '') return 'notHeard';
  onText(said);
  return null;
}
