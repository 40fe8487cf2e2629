"""Words that rules look for in people's own texts. They are matched, never printed."""

GENERIC = (
    "交流", "学习", "运营", "分享", "讨论", "互助", "资源", "福利", "大家庭", "俱乐部",
    "社群", "社区", "微信群", "群",
    "营", "的", "我们", "官方", "粉丝", "会员",
    "group", "groups", "community", "exchange", "sharing", "share", "learning", "operations", "club",
    "chat", "channel", "server", "official", "members", "our", "the", "and", "for", "general",
    "discussion", "team",
)  # fmt: skip
"""Words that alone do not say what a group is about (K02)."""

FORWARDING = (
    "转发",
    "集赞",
    "分享到朋友圈",
    "助力",
    "砍价",
    "repost",
    "retweet",
    "forward this",
    "share the post",
)
"""Words of a reward rule that pay for spreading a post (F069, F070)."""

EVIDENCE = (
    "上期", "上一期", "去年", "历史", "行业", "同行", "小时", "实际", "数据",
    "last", "history", "industry", "average", "hours", "quarter", "month", "median", "survey", "data",
)  # fmt: skip
"""Words by which a reason cites history, the industry or hours (K10)."""
