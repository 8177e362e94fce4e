"""Where the school's post is to be found: in sealed pages for those who write back, and nowhere else."""

from __future__ import annotations

from schools import SmallSchool
from waypost.seal.age import recipient_of


def test_post_stands_in_the_pages_of_family_and_panel_alone(empty_school: SmallSchool) -> None:
    school = empty_school
    school.add_learner("amara-osei", "Amara Osei")
    audiences = ("self", "advisor", "family", "panel", "public")
    school.write_sharing("amara-osei", *({"name": one, "audience": one} for one in audiences))
    school.build()
    post = recipient_of(school.master.post_identity())
    holders = {name for (_, name), opened in school.open_all().items() if post in opened.text}
    assert holders == {"family", "panel"}
    published = school.contents()
    assert [path for path, content in published.items() if post.encode() in content] == []
