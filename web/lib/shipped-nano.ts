/**
 * The model `nano` as the package ships it. A file of its own: what does not name `small` shall not carry it. Spelled
 * out for the reason that the engine modules are; the path is right from the top of `dist/`.
 */
export const nanoModel = (): URL => new URL('./models/nano.sbm', import.meta.url);
