"""What the formats of others demand, as far as groupplan writes them.

SARIF: the objects of section 3 of SARIF 2.1.0 with their required properties, types and choices; GitLab: the
table of the Code Quality report format. Properties that groupplan does not write are left out, so that a
misspelled one is seen.
"""

from typing import Any


def obj(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """An object with these properties and no others."""
    properties = {**required, **optional}
    return {
        "type": "object",
        "required": list(required),
        "properties": properties,
        "additionalProperties": False,
    }


def many(of: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A list."""
    return {"type": "array", "items": of, **more}


TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
LANGUAGE = {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"}
MESSAGE = obj({"text": TEXT})
URI = {"type": "string", "format": "uri-reference", "pattern": r"\A[A-Za-z0-9%/:._~-]+\Z"}
REGION = obj({"startLine": COUNT, "startColumn": COUNT, "endLine": COUNT, "endColumn": COUNT})
PHYSICAL = obj({"artifactLocation": obj({"uri": URI}, uriBaseId=TEXT), "region": REGION})
LOCATION = obj({"physicalLocation": PHYSICAL}, id={"type": "integer", "minimum": -1})
RULE = obj(
    {"id": TEXT, "name": {"type": "string", "pattern": "^([A-Z][A-Za-z0-9]*)+$"}},
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=obj({"text": TEXT}, markdown=TEXT),
    defaultConfiguration=obj({"level": LEVEL}),
)
DRIVER = obj(
    {"name": {"const": "groupplan"}, "rules": many(RULE, uniqueItems=True)},
    semanticVersion=TEXT,
    version=TEXT,
    language=LANGUAGE,
)
REPLACEMENT = obj({"deletedRegion": REGION}, insertedContent=obj({"text": {"type": "string"}}))
CHANGE = obj(
    {"artifactLocation": PHYSICAL["properties"]["artifactLocation"]},
    replacements=many(REPLACEMENT, minItems=1),
)
FIX = obj({"artifactChanges": many(CHANGE, minItems=1, uniqueItems=True)}, description=MESSAGE)
RESULT = obj(
    {"ruleId": TEXT, "ruleIndex": {"type": "integer", "minimum": 0}, "level": LEVEL, "message": MESSAGE},
    locations=many(LOCATION, minItems=1, maxItems=1),
    fixes=many(FIX, minItems=1, uniqueItems=True),
    relatedLocations=many(LOCATION, uniqueItems=True),
    partialFingerprints={"type": "object", "additionalProperties": TEXT, "minProperties": 1},
)
NOTICE = obj({"message": MESSAGE, "level": LEVEL})
INVOCATION = obj({"executionSuccessful": {"type": "boolean"}}, toolExecutionNotifications=many(NOTICE))
RUN = obj(
    {"tool": obj({"driver": DRIVER}), "results": many(RESULT)},
    language=LANGUAGE,
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    newlineSequences=many({"type": "string"}, uniqueItems=True, minItems=1),
    invocations=many(INVOCATION),
)
SARIF = obj({"version": {"const": "2.1.0"}, "runs": many(RUN)}, **{"$schema": {"type": "string"}})

ISSUE = obj(
    {
        "description": TEXT,
        "check_name": TEXT,
        "fingerprint": TEXT,
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": obj(
            {
                "path": {"type": "string", "pattern": "^(?!\\./).", "minLength": 1},
                "lines": obj({"begin": COUNT}, end=COUNT),
            }
        ),
    },
    type={"const": "issue"},
    categories=many({"enum": ["Style", "Bug Risk", "Clarity", "Complexity", "Compatibility"]}, minItems=1),
    content=obj({"body": TEXT}),
)
GITLAB = many(ISSUE)
