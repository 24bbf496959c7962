export default definePageConfig({ navigationBarTitleText: '科技局工作台' })
