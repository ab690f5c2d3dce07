"""Kinds of everyday English and of fairness: their shares of the rows, and what the generator must know about them."""

# The share of rows of each kind, on the scale of `generator.WEIGHTS`.
EVERYDAY = {"day_change": 24, "day_idiom": 26, "day_under": 27, "day_irony": 27, "day_marks": 10, "day_advice": 21,
            "day_demands": 29, "day_then": 29, "day_holder": 23, "day_answer": 19, "day_negfact": 25, "day_words": 28,
            "day_meant": 18, "day_slang": 22, "day_short": 13, "day_versus": 24, "day_mixed": 21, "day_plain": 28,
            "day_rare": 12, "day_turned": 22, "day_life": 19, "day_traits": 10, "day_register": 15,
            "day_scope": 25, "day_you": 11, "day_civic": 16}
# Kinds that stand alone: nothing is said before or after.
ALONE = ("day_marks", "day_short", "day_answer")
# Kinds whose rows differ in the word of one slot alone, which is called like the kind: who or where somebody is.
FAIR = {"fair_adjective": 18, "fair_origin": 11, "fair_being": 22, "fair_person": 13, "fair_people": 12, "fair_job": 11,
        "fair_name": 12, "fair_place": 11}
FAIR_VARIANTS = 4
