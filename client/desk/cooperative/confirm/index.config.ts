export default definePageConfig({ navigationBarTitleText: '填凭据，确认' })
