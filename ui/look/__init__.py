"""How CareLink looks: named tokens, and the palette and style sheet made from them."""
