import pytest

from onetext.reading.clutter import is_clutter


@pytest.mark.parametrize(
    "line",
    [
        "Leave a comment", "Comments (12)", "Share this article", "Facebook Twitter WhatsApp", "5 min read",
        "By Edda Brandt",
        "By Edda Brandt and Jan Kok in Oslo", "Photo: Getty Images", "We use cookies to improve your experience.",
        "Sign up for our newsletter", "Read also: Ten things to know", "RELATED: The dam", "© 2025 The Daily",
        "Advertisement",
        "Published 14 June 2025", "Join the conversation", "Skip to main content", "***",
        "The signing ceremony (Jan Kok/AFP)", "Have a tip? Write to us.", "Pictured: the bridge", "Interview: Jan Kok.",
        "You are reading our live coverage.", "Switch on alerts to get each entry.", "Join us on Telegram",
    ],
)  # fmt: skip
def test_lines_of_the_page_are_clutter(line: str) -> None:
    assert is_clutter(line)


@pytest.mark.parametrize(
    "line",
    [
        "The envoy said that he would share the plan with Kenya.",
        "“Follow us to the table,” said the envoy, “and we shall leave a comment in the margin of the draft.”",
        "Comments from both sides are expected by Friday.",
        "By Friday the sides must agree on a date.",
        "More talks are planned.",
        "Join the talks or lose the port, the envoy said.",
        "Read the text first, the mediator told the parties.",
        "Home ministers of the region will gather in Oslo.",
    ],
)
def test_lines_of_the_article_are_kept(line: str) -> None:
    assert not is_clutter(line)
