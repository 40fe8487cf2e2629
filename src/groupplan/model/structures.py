"""The structures of a playbook beside tasks and words: posters, flows, checklists, cards, dialogues."""

from typing import Annotated

from groupplan.model.fields import AsList, Id, Lapse, about
from groupplan.model.items import Item
from groupplan.model.kinds import CodeWord, GuideSectionWord, LaneWord
from groupplan.model.texts import Text


class Poster(Item):
    """The six elements of a poster (M095, S03); the brief's own ``poster`` replaces what it names."""

    name: Annotated[Text, about("海报叫什么、贴在哪", "which poster, and where it hangs")]
    title: Annotated[Text, about("主标题", "main title")]
    subtitle: Annotated[Text | None, about("副标题", "subtitle")] = None
    points: Annotated[tuple[Text, ...], AsList, about("卖点，最多三条", "selling points, three at most")] = ()
    endorsement: Annotated[Text | None, about("背书：谁说的、凭什么", "endorsement: who, and why")] = None
    call: Annotated[Text | None, about("行动号召", "call to action")] = None
    code: Annotated[CodeWord | None, about("二维码是活码还是普通码", "live code or plain code")] = None


class Flow(Item):
    """One numbered path of a campaign (M096, M097, M194): members', the spreading, the team's."""

    lane: Annotated[LaneWord, about("谁的路径", "whose path")]
    section: Annotated[GuideSectionWord, about("放在计划的哪一节", "section of the plan it stands in")]
    title: Annotated[Text, about("标题", "title")]
    steps: Annotated[tuple[Text, ...], AsList, about("步骤，按先后", "steps, in order")]


class Checklist(Item):
    """Points that are ticked off before something opens (M295, M364)."""

    section: Annotated[GuideSectionWord, about("放在计划的哪一节", "section of the plan it stands in")]
    title: Annotated[Text, about("标题", "title")]
    due: Annotated[Text | None, about("什么时候之前勾完", "by when all is ticked")] = None
    duty: Annotated[Id | None, about("谁负责", "who answers")] = None
    points: Annotated[tuple[Text, ...], AsList, about("要勾的项", "points to tick")]


class Card(Item):
    """A contingency card: one page for the moment when something has just gone wrong."""

    name: Annotated[Text, about("出了什么事", "what has happened")]
    sign: Annotated[Text, about("看到什么就翻这张卡", "the sign to take this card")]
    steps: Annotated[tuple[Text, ...], AsList, about("头一小时怎么做，按先后", "the first hour, in order")]
    say: Annotated[Text | None, about("对成员怎么说，可直接发", "what members are told")] = None
    duty: Annotated[Id | None, about("谁负责", "who answers")] = None


class Dialogue(Item):
    """What a newcomer who talks may write after a post or touch, and the answer (F136)."""

    after: Annotated[Id, about("接在哪个任务后面", "the task it answers")]
    wait: Annotated[Lapse, about("过多久说", "how long after it")]
    says: Annotated[Text, about("新人说的话", "the newcomer's words")]
    reply: Annotated[Text, about("团队的回复", "the team's answer")]
    reply_wait: Annotated[Lapse, about("多久之内回", "how soon it is answered")]
    duty: Annotated[Id | None, about("谁回", "who answers")] = None
    shows: Annotated[
        Id | None, about("这句回复就是哪个任务做的事", "the task of which this answer is an instance")
    ] = None
