export default defineAppConfig({
  // What a villager uses is the main package; each desk is a subpackage, so that a farmer never downloads it.
  pages: [
    'home/index',
    'consultation/mine/index',
    'my/inbox/index',
    'my/index/index',
    'my/privacy/index',
    'training/classes/index',
    'training/class/index',
    'consultation/ask/index',
    'consultation/question/index',
    'dividend/mine/index',
    'dividend/missing/index',
  ],
  subPackages: [
    { root: 'desk/expert', pages: ['queue/index', 'answer/index'] },
    { root: 'desk/cooperative', pages: ['due/index', 'confirm/index', 'item/index'] },
    { root: 'desk/informant', pages: ['people/index', 'person/index', 'enrol/index'] },
  ],
  window: {
    navigationBarTitleText: '科技助农',
    navigationBarBackgroundColor: '#FAF8F3',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FAF8F3',
    backgroundTextStyle: 'dark',
    // WeChat's own default, said for the browser build.
    navigationStyle: 'default',
  },
  tabBar: {
    color: '#55615A',
    selectedColor: '#14603A',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'home/index',
        text: '首页',
        iconPath: 'icons/tab/home-off.png',
        selectedIconPath: 'icons/tab/home-on.png',
      },
      {
        pagePath: 'consultation/mine/index',
        text: '我的咨询',
        iconPath: 'icons/tab/asked-off.png',
        selectedIconPath: 'icons/tab/asked-on.png',
      },
      {
        pagePath: 'my/inbox/index',
        text: '消息',
        iconPath: 'icons/tab/inbox-off.png',
        selectedIconPath: 'icons/tab/inbox-on.png',
      },
      {
        pagePath: 'my/index/index',
        text: '我的',
        iconPath: 'icons/tab/my-off.png',
        selectedIconPath: 'icons/tab/my-on.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  // No `style: 'v2'`: it fixes the width of every button by a selector that outranks a class.
  sitemapLocation: 'sitemap.json',
})
