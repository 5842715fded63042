"""How content becomes trusted: the gate, the steps of the review, who may take them. No page imports this room."""
