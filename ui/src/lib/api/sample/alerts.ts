// The incidents on a client's page that do not wait, as the practice tells them.
import type { Alert, ClientView, IncidentKind, LetterKind } from "../types";
import { daysBetween, TODAY } from "./lines";

/** For so long an incident wants an answer. */
const ALERT_DAYS = 90;

const ANSWERS: Partial<Record<IncidentKind, readonly LetterKind[]>> = {
  threat: ["boundary", "early_termination"],
  conduct: ["boundary", "early_termination"],
  pressure_on_price: ["request_decline", "new_terms"],
};

const GRAVITY: readonly IncidentKind[] = ["threat", "conduct", "pressure_on_price"];

export function alertsOf({ id: client, client: { name }, given_away, letters }: ClientView): Alert[] {
  return given_away
    .flatMap((line): Alert[] => {
      const { record } = line;
      if (record.kind !== "incident" || daysBetween(record.on, TODAY) > ALERT_DAYS) return [];
      const answers = ANSWERS[record.what];
      if (answers === undefined) return [];
      const sent = letters.flatMap(({ record: letter }) =>
        letter.kind === "letter" &&
        letter.sent !== null &&
        answers.includes(letter.letter_kind) &&
        letter.sent.on >= record.on
          ? [letter.sent.on]
          : [],
      );
      return [
        {
          record: {
            kind: "incident",
            id: line.id,
            client,
            client_name: name,
            on: line.on,
            title: line.title,
            state: line.state,
          },
          what: record.what,
          bargaining: record.what === "pressure_on_price",
          letters: [...answers],
          answered_on: sent.sort()[0] ?? null,
        },
      ];
    })
    .sort(
      (one, other) =>
        Number(one.answered_on !== null) - Number(other.answered_on !== null) ||
        GRAVITY.indexOf(one.what) - GRAVITY.indexOf(other.what),
    );
}
