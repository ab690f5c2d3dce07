import { useEffect, useMemo, useState } from 'react';
import { createAnalyzer } from 'sentibyte';

/** What the model says of `text`; `undefined` until it has arrived. */
export function useSentiment(text) {
  const [analyzer, setAnalyzer] = useState();
  useEffect(() => {
    const giveUp = new AbortController();
    let ready;
    createAnalyzer({ signal: giveUp.signal }).then(
      (made) => setAnalyzer((ready = made)),
      (error) => {
        // A component that goes before the model has come is no error.
        if (error.code !== 'aborted') throw error;
      },
    );
    return () => {
      giveUp.abort();
      ready?.dispose();
      setAnalyzer(undefined);
    };
  }, []);
  return useMemo(() => analyzer?.analyze(text), [analyzer, text]);
}
