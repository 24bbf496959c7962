export default definePageConfig({ navigationBarTitleText: '通知海报' })
