export default definePageConfig({ navigationBarTitleText: '推迟或取消' })
