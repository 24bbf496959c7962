import type { Output } from '../../../contract'

export type Contract = NonNullable<Output<'dividend.mine'>['contract']>
