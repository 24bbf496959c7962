export default definePageConfig({ navigationBarTitleText: '科技助农' })
