export default definePageConfig({ navigationBarTitleText: '关于我的信息' })
