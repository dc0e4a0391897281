/** The places of a text that something was noticed about, for the layer behind the field. */
import type { ToneFinding } from "../../../lib/api/types";

/** A piece of text, and what was noticed about it. */
export interface Piece {
  text: string;
  kind: string | null;
}

/** The text in pieces: those that were noticed and not dismissed carry their kind. Findings whose words are no longer
 * there, since the text went on while it was looked at, are left out. */
export function pieces(text: string, findings: readonly ToneFinding[]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const finding of [...findings].sort((a, b) => a.from - b.from)) {
    const stale = text.slice(finding.from, finding.to) !== finding.words;
    if (finding.dismissed !== null || stale || finding.from < at) continue;
    if (finding.from > at) found.push({ text: text.slice(at, finding.from), kind: null });
    found.push({ text: text.slice(finding.from, finding.to), kind: finding.kind });
    at = finding.to;
  }
  if (at < text.length) found.push({ text: text.slice(at), kind: null });
  return found;
}

/** The text with a finding's rewording in place of its words; as it is where they are no longer there. */
export function reworded(text: string, finding: ToneFinding): string {
  if (finding.rewording === null || text.slice(finding.from, finding.to) !== finding.words) return text;
  return text.slice(0, finding.from) + finding.rewording + text.slice(finding.to);
}
