export default definePageConfig({ navigationBarTitleText: '改时间地点' })
