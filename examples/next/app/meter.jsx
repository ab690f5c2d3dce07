'use client';
// A client component: the text is scored where it is typed.
import { useState } from 'react';
import { useSentiment } from './use-sentiment.js';

export function Meter({ start }) {
  const [text, setText] = useState(start);
  const sentiment = useSentiment(text);
  return (
    <p>
      <textarea value={text} onChange={({ target }) => setText(target.value)} />
      <output id="score">{sentiment?.score.toFixed(6)}</output>
    </p>
  );
}
