import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useSentiment } from './use-sentiment.js';

function Meter() {
  const [text, setText] = useState('I expected little and loved every minute');
  const sentiment = useSentiment(text);
  return (
    <>
      <textarea value={text} onChange={({ target }) => setText(target.value)} />
      <output id="score">{sentiment?.score.toFixed(6)}</output>
    </>
  );
}

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <Meter />
  </StrictMode>,
);
