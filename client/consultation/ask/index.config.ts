export default definePageConfig({ navigationBarTitleText: '问专家' })
