import type { Transport } from './transport-type'

// Taro's build puts transport.weapp.ts or transport.h5.ts in this file's place.
export const callApi: Transport['callApi']
export const uploadFile: Transport['uploadFile']
export const askSubscription: Transport['askSubscription']
export const choosePhotos: Transport['choosePhotos']
export const chooseTable: Transport['chooseTable']
export const chooseDocument: Transport['chooseDocument']
export const choosePoint: Transport['choosePoint']
export const takeAway: Transport['takeAway']
export const scanCode: Transport['scanCode']
export const isOffline: Transport['isOffline']
export const onOnline: Transport['onOnline']
export const storageOwner: Transport['storageOwner']
