"""What is said when nothing safe can be shown?"""


class Unsafe(Exception):
    """No way was found to show these tables safely; `says` is why, in a plain sentence."""

    def __init__(self, says: str) -> None:
        super().__init__(says)
        self.says = says
