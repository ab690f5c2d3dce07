/** Ends the name of a network as it was before quantization-aware training. */
export const BEFORE = '.ptq';
