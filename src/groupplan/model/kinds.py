"""Words of the closed lists as field kinds."""

from typing import Annotated

from groupplan.model import choices
from groupplan.model.fields import OneOf

LanguageWord = Annotated[str, OneOf(choices.LANGUAGES)]
PlatformWord = Annotated[str, OneOf(choices.PLATFORMS)]
CommunityTypeWord = Annotated[str, OneOf(choices.COMMUNITY_TYPES)]
MotiveWord = Annotated[str, OneOf(choices.MOTIVES)]
EntryModeWord = Annotated[str, OneOf(choices.ENTRY_MODES)]
ChannelWord = Annotated[str, OneOf(choices.CHANNELS)]
GroupKindWord = Annotated[str, OneOf(choices.GROUP_KINDS)]
MetricWord = Annotated[str, OneOf(choices.METRICS)]
GuardrailWord = Annotated[str, OneOf(choices.GUARDRAILS)]
OfferMechanismWord = Annotated[str, OneOf(choices.OFFER_MECHANISMS)]
RewardBasisWord = Annotated[str, OneOf(choices.REWARD_BASES)]
RewardKindWord = Annotated[str, OneOf(choices.REWARD_KINDS)]
InviteRuleWord = Annotated[str, OneOf(choices.INVITE_RULES)]
AdsRuleWord = Annotated[str, OneOf(choices.ADS_RULES)]
ToolClassWord = Annotated[str, OneOf(choices.TOOL_CLASSES)]
PostWord = Annotated[str, OneOf(choices.POSTS)]
StageWord = Annotated[str, OneOf(choices.STAGES)]
TaskKindWord = Annotated[str, OneOf(choices.TASK_KINDS)]
ContentWord = Annotated[str, OneOf(choices.CONTENTS)]
PriorityWord = Annotated[str, OneOf(choices.PRIORITIES)]
PerWord = Annotated[str, OneOf(choices.PER)]
DayOffWord = Annotated[str, OneOf(choices.ON_DAYOFF)]
ListWord = Annotated[str, OneOf(choices.LISTS)]
GuideSectionWord = Annotated[str, OneOf(choices.GUIDE_SECTIONS)]
LevelWord = Annotated[str, OneOf(choices.LEVELS)]
RecipientWord = Annotated[str, OneOf(choices.RECIPIENTS)]
MeetingWord = Annotated[str, OneOf(choices.MEETINGS)]
CodeWord = Annotated[str, OneOf(choices.CODES)]
LaneWord = Annotated[str, OneOf(choices.LANES)]
JoinersWord = Annotated[str, OneOf(choices.JOINERS)]
ScenarioWord = Annotated[str, OneOf(choices.SCENARIOS)]
