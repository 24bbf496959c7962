/** Where somebody says who they are; a printed code opens it. As in client/app.config.ts, without the first stroke. */
export const BIND_PAGE = 'identity/bind/index'
/** Where anybody sees whether a certificate is one; the code on it opens this. */
export const VERIFY_PAGE = 'training-after/verify/index'
/** A class; the code of a notice opens it with `?scene=` (contract/training/class-scene.ts). */
export const CLASS_PAGE = 'training/class/index'
