/**
 * Short forms whose full stop does not end a sentence, lower-case and without that stop.
 * The first kind is always followed by what it belongs to; the second may end a sentence and does so
 * when a capital follows.
 */
export const ALWAYS_CONTINUED: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof rev hon gen col sgt capt lt cmdr gov sen rep pres st mt messrs mme mlle ' +
    'vs v e.g i.e eg ie cf viz approx ca fig figs eq sec ch vol pp nos al esp incl'
  ).split(' '),
);

export const MAYBE_CONTINUED: ReadonlySet<string> = new Set(
  (
    'etc inc ltd co corp llc jr sr bros dept est min max avg a.m p.m am pm u.s u.k u.s.a e.u d.c ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ' +
    'ave blvd rd hwy ph.d b.a m.a m.d'
  ).split(' '),
);

/** Abbreviations only before a number: "No. 5", "p. 12". */
export const CONTINUED_BY_NUMBER: ReadonlySet<string> = new Set('no nr p art ver v op'.split(' '));

/** No entry above is longer; how far back from a full stop it is worth looking. */
export const LONGEST_ABBREVIATION = 8;
