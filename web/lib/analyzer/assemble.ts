import type { Engine } from '../engine/types.js';
import { SentibyteError } from '../errors.js';
import type { LoadedModel } from '../loader/model.js';
import { readVocabulary } from '../tokenizer/blob.js';
import { Tokenizer } from '../tokenizer/tokenizer.js';
import type { OwnWords } from '../types.js';
import { EngineAnalyzer } from './analyzer.js';
import { withOwnWords } from './own-words.js';
import { LABELS } from './sentiment.js';

/** The analyzer over an engine that runs the model; throws `model`, and disposes of the engine, where they do not fit. */
export function assemble(engine: Engine, { name, bytes }: LoadedModel, words?: OwnWords): EngineAnalyzer {
  try {
    checkClasses(engine.classes, name);
    const vocabulary = readVocabulary(bytes);
    if (vocabulary.pieces.length > engine.vocabulary) {
      throw new SentibyteError(
        'model',
        `${name} has ${vocabulary.pieces.length} pieces, but knows ${engine.vocabulary}.`,
      );
    }
    const reading = words
      ? withOwnWords(engine, vocabulary, words)
      : { engine, tokenizer: new Tokenizer(vocabulary) };
    return new EngineAnalyzer(reading.engine, reading.tokenizer, bytes.length);
  } catch (error) {
    engine.dispose();
    throw error;
  }
}

/** One by one: a name may hold any character, so that joined names can be equal where the lists are not. */
function checkClasses(classes: readonly string[], name: string): void {
  if (classes.length === LABELS.length && classes.every((label, index) => label === LABELS[index])) return;
  const found = classes.map((label) => `"${label}"`).join(', ');
  throw new SentibyteError('model', `${name} has the classes ${found}, not ${LABELS.join(', ')}.`);
}
