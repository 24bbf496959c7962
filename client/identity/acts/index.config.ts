export default definePageConfig({ navigationBarTitleText: '我办过的事' })
