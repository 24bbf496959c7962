export default definePageConfig({ navigationBarTitleText: '请转告' })
