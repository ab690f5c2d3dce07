/** What a room asks of its worker: by kind what goes with the question, and what it brings. */
export type Asked<Requests> = { [Kind in keyof Requests]: { ask: unknown; brings: unknown } };

/** A request as it travels. */
export interface Envelope<Requests extends Asked<Requests>> {
  id: number;
  kind: keyof Requests;
  ask: Requests[keyof Requests]['ask'];
}

/** What the worker sends: updates as often as there is something new, then one outcome. */
export type Report<Update> =
  | { id: number; kind: 'update'; update: Update }
  | { id: number; kind: 'done'; brings: unknown }
  | { id: number; kind: 'failed'; code: string; message: string };

/** What does a request, by its kind; `tell` hears what comes before its end. */
export type Services<Requests extends Asked<Requests>, Update> = {
  [Kind in keyof Requests]: (
    ask: Requests[Kind]['ask'],
    tell: (update: Update) => void,
  ) => Promise<Requests[Kind]['brings']> | Requests[Kind]['brings'];
};
