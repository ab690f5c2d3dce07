export const HELP = `Judges how texts feel, on this machine: nothing is sent anywhere.

Usage: sentibyte [options] TEXT...
       sentibyte --lines [options] [FILE]

  TEXT                  prints the label, the score from -1 to 1, and how sure the model is
  --lines               reads one text per line, from FILE or standard input, and writes one JSON object
                        per line, in the same order: label, score, confidence, probabilities

Options:
  --model NAME|FILE     small (default), nano, another model of the package, or an .sbm file
  --precision P         int8 (default) or float
  --kernels K           scalar, simd or relaxed (default: the fastest that runs here)
  -h, --help            prints this
  -v, --version         prints the version

Exit code: 0 done, 1 failed, 2 a wrong option.
`;
