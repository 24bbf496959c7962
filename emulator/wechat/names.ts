/**
 * The names cloud.openapi has (developers.weixin.qq.com/miniprogram/dev/api-backend, those marked 云调用), so that a
 * misspelt one is told from one that is only not here.
 */
const NAMES: Record<string, string> = {
  analysis:
    'getDailyRetain getDailySummary getDailyVisitTrend getMonthlyRetain getMonthlyVisitTrend getUserPortrait getVisitDistribution getVisitPage getWeeklyRetain getWeeklyVisitTrend',
  auth: 'checkEncryptedMsg checkSessionKey getPaidUnionId',
  cloudbase: 'createSendSmsTask describeSmsRecords getOpenData getVoIPSign sendSms sendSmsV2',
  customerServiceMessage: 'getTempMedia send setTyping uploadTempMedia',
  express: 'intracity',
  img: 'aiCrop scanQRCode superresolution',
  liveBroadcast: 'createRoom getApprovedGoods getLiveInfo',
  logistics:
    'addOrder bindAccount cancelOrder getAllAccount getAllDelivery getOrder getPath getPrinter getQuota updatePrinter',
  nearbyPoi: 'add delete getList setShowStatus',
  ocr: 'bankcard businessLicense driverLicense driving idcard printedText vehicleLicense',
  operation:
    'getFeedback getJsErrDetail getJsErrList getPerformance getSceneList getVersionList realtimelogSearch',
  phonenumber: 'getPhoneNumber',
  pluginManager: 'applyPlugin getPluginDevApplyList getPluginList setDevPluginApplyStatus unbindPlugin',
  riskControl: 'getUserRiskRank',
  search: 'imageSearch siteSearch submitPages',
  security: 'imgSecCheck mediaCheckAsync msgSecCheck',
  serviceMarket: 'invokeService',
  shortlink: 'generate',
  soter: 'verifySignature',
  subscribeMessage:
    'addTemplate deleteTemplate getCategory getPubTemplateKeyWordsById getPubTemplateTitleList getTemplateList send',
  templateMessage: 'send',
  uniformMessage: 'send',
  updatableMessage: 'createActivityId setUpdatableMsg',
  urllink: 'generate query',
  urlscheme: 'generate query',
  wxacode: 'createQRCode get getUnlimited',
}

export function isApi(name: string): boolean {
  const [area = '', action = '', more] = name.split('.')
  return more === undefined && Object.hasOwn(NAMES, area) && !!NAMES[area]?.split(' ').includes(action)
}
