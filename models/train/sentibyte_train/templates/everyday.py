"""Kinds of everyday English and of fairness: their shares of the rows, and what the generator must know about them."""

# The share of rows of each kind, on the scale of `generator.WEIGHTS`.
EVERYDAY = {"day_change": 27, "day_idiom": 30, "day_under": 33, "day_irony": 33, "day_marks": 14, "day_advice": 23,
            "day_demands": 38, "day_then": 35, "day_holder": 24, "day_answer": 22, "day_negfact": 27, "day_words": 30,
            "day_meant": 20, "day_slang": 30, "day_short": 15, "day_versus": 30, "day_mixed": 22, "day_plain": 28,
            "day_rare": 10, "day_turned": 28, "day_life": 21, "day_traits": 12, "day_register": 16,
            "day_scope": 26, "day_you": 12, "day_civic": 17}
# Kinds that stand alone: nothing is said before or after.
ALONE = ("day_marks", "day_short", "day_answer")
# Kinds whose rows differ in the word of one slot alone, which is called like the kind: who or where somebody is.
# Most words for an origin, a faith, a name or a place are one word already (alike.py): their kinds need few rows.
FAIR = {"fair_adjective": 14, "fair_origin": 5, "fair_being": 26, "fair_person": 22, "fair_people": 10, "fair_job": 20,
        "fair_name": 6, "fair_place": 6}
FAIR_VARIANTS = 4
