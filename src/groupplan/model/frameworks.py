"""Frameworks of the craft: what each asks of a plan, and the question to answer where it is not covered."""

from typing import Annotated

from groupplan.model.fields import AsList, Count, Id, Model, Str, about
from groupplan.model.texts import Text, When


class Element(Model):
    """One element: covered when its condition holds or the plan has one of the items named."""

    id: Annotated[Id, about("要素 id", "id of the element")]
    name: Annotated[Text, about("要素", "the element")]
    when: Annotated[When | None, about("满足条件就算覆盖", "covered when this holds")] = None
    by: Annotated[tuple[Id, ...], AsList, about("由哪些条目覆盖：条目 id", "items that cover it, by id")] = ()
    question: Annotated[Text, about("没覆盖时要回答的问题", "the question to answer where it is not covered")]


class Framework(Model):
    """A framework with its elements and where it comes from."""

    id: Annotated[Id, about("框架 id", "id of the framework")]
    name: Annotated[Text, about("框架", "the framework")]
    source: Annotated[Str, about("出处", "where it comes from")]
    elements: Annotated[tuple[Element, ...], AsList, about("要素", "elements")]


class Frameworks(Model):
    """All frameworks a plan is held against."""

    knowledge: Annotated[Count, about("格式版本", "format version")]
    frameworks: Annotated[tuple[Framework, ...], AsList, about("框架", "frameworks")] = ()
