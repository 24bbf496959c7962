export default { navigationBarTitleText: '第二页' }
