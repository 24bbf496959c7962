/** What WeChat's built-in components consist of here: enough to look at, tap, type and choose. */
export const BUILTIN_TEMPLATES = {
  /** All that only hold others: view, text, button … */
  holder: '<slot/>',
  image: '<img class="wechat-{{mode}}" src="{{shown}}" bind:load="onLoad" bind:error="onError"/>',
  input:
    '<input class="wechat-box" type="{{password?\'password\':\'text\'}}" maxlength="{{maxlength}}" placeholder="{{placeholder}}" style="{{placeholderLook}}" disabled="{{disabled===true}}" catch:input="onInput" catch:focus="onFocus" catch:blur="onBlur"/>',
  textarea:
    '<textarea class="wechat-box" maxlength="{{maxlength}}" placeholder="{{placeholder}}" style="{{placeholderLook}}" disabled="{{disabled===true}}" catch:input="onInput" catch:focus="onFocus" catch:blur="onBlur"/>',
  switch:
    '<span class="wechat-track {{checked?\'wechat-on\':\'\'}}" bind:tap="onTap"><span class="wechat-knob"/></span>',
  picker:
    '<slot/><select wx:if="{{mode!==\'date\'&&mode!==\'time\'}}" class="wechat-cover" catch:change="onPick"><option wx:for="{{lines}}" value="{{index}}">{{item}}</option></select><input wx:else class="wechat-cover" type="{{mode}}" catch:change="onPick"/>',
} as const
