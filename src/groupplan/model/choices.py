"""The closed lists of words that a brief and a playbook may use, each with its name for people."""

from groupplan.model.choice import Choices

LANGUAGES = Choices(zh__CN=("简体中文", "Simplified Chinese"), en=("英文", "English"))
PLATFORMS = Choices(
    wechat=("微信群", "WeChat group"),
    wecom=("企业微信客户群", "WeCom customer group"),
    qq=("QQ 群", "QQ group"),
    discord=("Discord", "Discord"),
    telegram=("Telegram", "Telegram"),
    whatsapp=("WhatsApp", "WhatsApp"),
    slack=("Slack", "Slack"),
    other=("其他平台", "another platform"),
)
COMMUNITY_TYPES = Choices(
    product=("产品型", "product"),
    interest=("兴趣型", "interest"),
    knowledge=("知识型", "knowledge"),
    resource=("资源型", "resource"),
    project=("项目协作型", "project"),
    mixed=("混合型", "mixed"),
)
MOTIVES = Choices(
    sales=("销售", "sales"),
    relationship=("人际", "relationships"),
    growth=("成长", "growth"),
    brand=("品牌", "brand"),
    fans=("吸粉", "winning followers"),
    agents=("代理", "finding agents"),
    service=("服务", "service"),
)
ENTRY_MODES = Choices(
    open=("开放加入", "open to all"),
    invite=("邀请加入", "by invitation"),
    approval=("审核加入", "with approval"),
    code=("邀请码加入", "with a code"),
    quiz=("答题加入", "after a quiz"),
    fee=("付费加入", "for a fee"),
)
CHANNELS = Choices(
    moments=("朋友圈", "WeChat Moments"),
    official_account=("公众号", "official account"),
    groups=("其他社群", "other groups"),
    friends=("老成员和熟人", "members and friends"),
    store=("门店和线下", "store or venue"),
    media=("内容平台", "content platforms"),
    website=("官网", "website"),
    repository=("代码仓库", "code repository"),
    newsletter=("邮件通讯", "newsletter"),
    conference=("大会和聚会", "conferences and meet-ups"),
    partner=("合作方", "partners"),
    ads=("付费投放", "paid media"),
    other=("其他渠道", "other channels"),
)
GROUP_KINDS = Choices(
    community=("主群", "main group"),
    campaign=("活动群", "campaign group"),
    vip=("VIP 群", "VIP group"),
    ads=("广告群", "advertising group"),
    staff=("工作群", "staff group"),
)
METRICS = Choices(
    joined=("入群人数", "members joined"),
    members=("在群人数", "members"),
    active_weekly=("周活跃人数", "weekly active members"),
    retained_d30=("30 天留存人数", "members kept after 30 days"),
    completed=("完成人数", "members who completed"),
    paying_members=("付费人数", "paying members"),
    revenue=("收入", "revenue"),
    referrals=("转介绍人数", "members referred"),
    custom=("自定义指标", "own metric"),
)
GUARDRAILS = Choices(
    leave_rate=("退群率", "leave rate"),
    complaint_rate=("投诉率", "complaint rate"),
    refund_rate=("退款率", "refund rate"),
    mute_rate=("屏蔽率", "mute rate"),
)
OFFER_MECHANISMS = Choices(
    group_buy=("拼团", "group purchase"),
    flash_sale=("秒杀", "flash sale"),
    discount=("限时优惠", "limited-time discount"),
    presale=("预售", "presale"),
    trial=("先试后买", "try before you buy"),
    sponsorship=("赞助", "sponsorship"),
)
REWARD_BASES = Choices(
    attendance=("本人出勤", "one's own attendance"),
    purchase=("本人购买", "one's own purchase"),
    forwarding=("转发", "forwarding"),
)
REWARD_KINDS = Choices(
    virtual=("虚拟奖品", "virtual"),
    honour=("荣誉", "honour"),
    goods=("实物", "goods"),
    cash=("现金", "cash"),
)
INVITE_RULES = Choices(
    approval=("须经批准", "with approval"),
    open=("欢迎邀请", "welcome"),
    code=("凭邀请码", "by code"),
)
ADS_RULES = Choices(
    none=("禁止广告", "no advertising"),
    slots=("固定广告时段", "fixed slots"),
    toll=("发红包换一次分享", "a red packet for one share"),
    group=("另设广告群", "a separate group"),
)
TOOL_CLASSES = Choices(
    official=("平台自带", "built in"),
    partner=("平台授权服务商", "authorised partner"),
    unofficial=("非官方", "unofficial"),
)
POSTS = Choices(
    task=("当日任务", "task of the day"),
    question=("每日一问", "question of the day"),
    digest=("当日精华", "digest"),
    news=("早报", "morning news"),
    checkin=("打卡提醒", "check-in reminder"),
)
STAGES = Choices(
    prepare=("筹备", "Prepare"),
    recruit=("拉新", "Recruit"),
    activate=("促活", "Activate"),
    retain=("留存", "Retain"),
    convert=("转化", "Convert"),
    refer=("裂变", "Refer"),
    review=("复盘", "Review"),
)
FIVE_STAGES = ("recruit", "activate", "retain", "convert", "refer")
TASK_KINDS = Choices(
    post=("发布", "post"), work=("内部", "work"), event=("活动", "event"), touch=("一对一", "touch")
)
CONTENTS = Choices(
    value=("干货", "value"),
    promotion=("推广", "promotion"),
    fun=("趣味", "fun"),
    ritual=("仪式", "ritual"),
    notice=("通知", "notice"),
    care=("关怀", "care"),
)
PRIORITIES = Choices(must=("必须", "must"), should=("应当", "should"), could=("可选", "could"))
JOINED_GROUPS = ("community", "campaign")
"""Kinds of group that people join, those they stay in first."""
PER = Choices(plan=("一次", "once"), group=("每群", "per group"), member=("每人", "per member"))
ON_DAYOFF = Choices(stay=("照常", "stay"), move=("顺延", "move"), skip=("跳过", "skip"))
LISTS = Choices(
    lessons=("课程", "lessons"),
    events=("活动", "events"),
    offers=("优惠", "offers"),
    channels=("渠道", "channels"),
    groups=("群", "groups"),
    segments=("人群", "segments"),
    rewards=("奖项", "rewards"),
)
GUIDE_SECTIONS = Choices(
    positioning=("定位", "positioning"), goals=("目标", "goals"), audience=("人群", "audience"),
    platform=("平台", "platform"), team=("团队", "team"), rules=("群规", "rules"),
    prepare=("筹备", "prepare"), recruit=("拉新", "recruit"), activate=("促活", "activate"),
    retain=("留存", "retain"), convert=("转化", "convert"), refer=("裂变", "refer"),
    scripts=("话术", "scripts"), calendar=("日历", "calendar"), budget=("预算", "budget"),
    metrics=("指标", "metrics"), risks=("风险", "risks"), review=("复盘", "review"),
)  # fmt: skip
RECIPIENTS = Choices(
    parents=("家长", "parents"),
    members=("普通成员", "members"),
    business=("商务人士", "business people"),
    gamers=("玩家", "gamers"),
    developers=("开发者", "developers"),
)
MEETINGS = Choices(online=("线上", "online"), offline=("线下", "in person"))
SCENARIOS = Choices(cautious=("谨慎", "cautious"), base=("基准", "base"), bold=("乐观", "bold"))
CODES = Choices(live=("活码", "live code"), plain=("普通群二维码", "plain group code"))
LANES = Choices(
    member=("成员路径", "member's path"),
    spread=("传播路径", "spreading path"),
    team=("团队路径", "team's path"),
)
JOINERS = Choices(
    all=("所有新人", "every newcomer"),
    talking=("说过话的", "those who talk"),
    silent=("没说过话的", "those who are silent"),
)
LEVELS = Choices(error=("错误", "error"), warning=("警告", "warning"), note=("提示", "note"))
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
