export default definePageConfig({ navigationBarTitleText: '记下了我的什么' })
