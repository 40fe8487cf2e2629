"""Words that rules look for in people's own texts. They are matched, never printed."""

import re

GENERIC = (
    "交流", "学习", "运营", "分享", "讨论", "互助", "资源", "福利", "大家庭", "俱乐部",
    "社群", "社区", "微信群", "群",
    "营", "的", "我们", "官方", "粉丝", "会员",
    "group", "groups", "community", "exchange", "sharing", "share", "learning", "operations", "club",
    "chat", "channel", "server", "official", "members", "our", "the", "and", "for", "general",
    "discussion", "team",
)  # fmt: skip
"""Words that alone do not say what a group is about (K02)."""

EVIDENCE = (
    "上期", "上一期", "去年", "历史", "行业", "同行", "小时", "实际", "数据",
    "last", "history", "industry", "average", "hours", "quarter", "month", "median", "survey", "data",
)  # fmt: skip
"""Words by which a reason cites history, the industry or hours (K10)."""

TEACHING = (
    "课", "学习", "学会", "学员", "晨读", "英语", "英文", "数学", "语文", "作文", "考试", "考研", "考公",
    "中考", "高考", "考证", "备考", "辅导", "培训", "训练营", "教学", "升学", "题",
    "course", "lesson", "learn", "exam", "tutor", "training", "study", "class", "school", "teach",
)  # fmt: skip
"""Words of a name or topic by which something is taught (F094)."""

DRAWN = ("抽奖", "抽签", "抽取", "摇号", "开奖", "raffle", "lottery", "drawn", "prize draw", "lucky draw")
"""Words by which a prize goes by lot (F077)."""

CASH_OR_GOODS = (
    "现金", "红包", "返现", "实物", "礼盒", "礼品", "话费", "京东卡", "购物卡",
    "cash", "red packet", "money back", "gift box", "gift card", "voucher card",
)  # fmt: skip
"""Words of a referral reward that is paid in money or goods (M191)."""

COMPLAINT = re.compile(
    "骗|坑|上当|怕|担心|亏|没过|白花|受不了|烦|被|交了|不敢|分不清|信不过|满是|全是|到处|假|吵|"
    r"\b(?:scam\w*|cheat\w*|afraid|worr\w+|lost|tired|fake|full of|drown\w*|spam\w*|burnt|burned|sick of|"
    r"trust|paid for|fell for|flood\w*)\b",
    re.IGNORECASE,
)
"""Words of a pain that tells what others did, and so promises nothing."""

CLAUSE = re.compile(r"[，。；！？,.;!?\n]|但是?|可是|\bbut\b", re.IGNORECASE)
"""Where a denial ends."""

DENIED_BEFORE = re.compile(
    "不(?:承诺|保证|许诺|做|搞|请|雇|发|写|找|买|许|准|能|可以?|会|得|卖|提供|推荐?|说|宣传|参与|支持|接受|"
    "鼓励|接|要|是|靠|信|等于|使用|采用|允许|欢迎|存在|含|讲|教|碰|拿|安排|组织|涉及|设|收(?!费|钱)|"
    "看|催|数|挑|求|放|谈|晒|比|凭|按|奖励)|"
    "不用(?=水军|小号|刷|假|托|伪)|没有|绝不|决不|从不|不再|拒绝|禁止|严禁|谢绝|杜绝|抵制|反对|避免|避开|"
    "远离|举报|警惕|识破|识别|防范|防止|谨防|当心|小心|(?<![特级分区性类个])别(?![人的致墅])|勿|无需|并非|而非|"
    "反(?=水军|传销)|防(?=骗|水军)|打击|清理|拦|"
    r"\b(?:no(?!-)|not|never|don't|doesn't|do not|does not|won't|without|refus\w+|avoid\w*|against|"
    r"bans?|report\w*|neither|nor|free of|isn't|aren't|cannot|can't|beware of|instead of|rather than|"
    r"stop|nobody)\b",
    re.IGNORECASE,
)
"""Words that turn down what follows in their clause."""

CANCELLED = re.compile(
    "也|都|就|却|而是|错过|犹豫|如|只是|才|(?<!形式)(?<!所谓)(?<!任何)(?<!骗人)的|"
    r"\b(?:only|just|miss|fail|matter|need|effort|worry|problem|risk|experience|wait)\b",
    re.IGNORECASE,
)
"""Words behind a denial after which it no longer reaches the next ones: 不会英语也能……"""

DENIED_AFTER = re.compile(
    "[^，。；！？,.;!?\n]{0,10}?(?:是骗|骗局|一律(?:删|移|清|踢)|移出|清退|踢出|封禁|禁止|不允许|不可信|不要信|"
    "别信|不存在|零容忍|不许|拉黑|一经发现|不欢迎|不接受|谢绝|别来|"
    "请绕行|不做|不碰|不算|无关|没关系|不收(?!费|钱)|不记|不给|违规|不宜|删掉)|"
    r"[^.;:!?,\n]{0,32}?\b(?:banned|not allowed|forbidden|removed|not welcome|not tolerated|prohibited|"
    r"get you removed|are out|is out)\b",
    re.IGNORECASE,
)
"""Words that turn down what stands before them in their clause."""

LINK = re.compile(r"[\s、,，/]*(?:or|and|nor|和|或者?|与|及|以及)?[\s、]*", re.IGNORECASE)
"""What may stand between the items of one list."""

OR_ELSE = re.compile("就?(?:不收|退|免费|赔)")
"""What makes a promise of a denial: 不保过不收费."""
