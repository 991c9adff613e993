"""The page computes what the program does, bit for bit."""


def test_page_opens(page):
    assert page.title
